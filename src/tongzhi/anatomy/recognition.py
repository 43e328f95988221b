"""Which paragraph is which element: by its place, its words and its look, in that order."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from tongzhi.anatomy import patterns
from tongzhi.anatomy.head import read_head
from tongzhi.anatomy.paper import LETTER, MINUTES, NO_HEAD, Annex, Knowledge, NoteItem, Paper
from tongzhi.anatomy.patterns import BLANK, chinese_number, level_of
from tongzhi.standard.gbt9704 import GBT9704, Standard
from tongzhi.word.blocks import Paragraph, Table

if TYPE_CHECKING:
    from tongzhi.word.document import WordDocument

MAX_TITLE_LINE = 45
MAX_ORGAN = 40


def recognise(
    document: WordDocument,
    name: str | None = None,
    standard: Standard = GBT9704,
    knowledge: Knowledge | None = None,
) -> Paper:
    """Give the paper that a document holds."""
    paper = Paper(document, name, standard, knowledge or Knowledge())
    lines = _lines(document)
    position = read_head(paper, lines)
    position = _read_title(paper, lines, position)
    position = _read_recipients(paper, lines, position)
    _read_rest(paper, lines[position:])
    paper.kind = paper.kind if paper.has_head else NO_HEAD
    if paper.date is not None:
        paper.day = read_day(paper.date.stripped)
    return paper


def _lines(document: WordDocument) -> list[Paragraph]:
    found: list[Paragraph] = []
    for block in document.blocks:
        found.extend(block.paragraphs if isinstance(block, Table) else [block])
    return found


def read_day(text: str) -> date | None:
    """Read a whole date (2026年1月3日, 二〇二六年一月三日, 2026-1-3); `None` when part of it is missing."""
    match = patterns.DATE.fullmatch(text) or patterns.SHORT_DATE.fullmatch(text)
    if match is None:
        return None
    year = match["year"]
    if not year.isdigit():
        table = dict(zip("〇○Ｏ零一二三四五六七八九", "0000123456789", strict=True))
        year = "".join(table.get(mark, "") for mark in year)
    month, day = chinese_number(match["month"].strip()), chinese_number(match["day"].strip())
    if len(year) not in (2, 4) or month is None or day is None:
        return None
    return patterns.make_date(int(year) + (2000 if len(year) == 2 else 0), month, day)


# ---------------------------------------------------------------- title and addressee


def _read_title(paper: Paper, lines: list[Paragraph], position: int) -> int:
    ruler = paper.ruler
    for index in range(position, len(lines)):
        line = lines[index]
        if line.is_blank or not line.stripped:
            continue
        if not line.in_body:
            return index
        if not paper.title and patterns.DATE.fullmatch(line.stripped):
            paper.subtitle.append(line)
        elif not paper.title:
            centred = ruler.alignment(line) == "center"
            if not _may_be_title(line, centred) or not (centred or _stands_out(paper, lines, index)):
                return index
            paper.title.append(line)
        elif _continues_title(paper, line, lines[index - 1]):
            paper.title.append(line)
        elif _is_subtitle(line):
            paper.subtitle.append(line)
        else:
            return index
    return len(lines)


def _stands_out(paper: Paper, lines: list[Paragraph], index: int) -> bool:
    """Whether a line that is not centred is a title all the same: it or a next line ends with a 文种, or it is larger."""
    shown = [line for line in lines[index : index + 12] if not line.is_blank][:4]
    if any(_ends_with_kind(line.stripped) for line in shown[:3]):
        return True
    if paper.ruler.typed_indent(shown[0]) or len(shown) < 2:
        return bool(paper.ruler.typed_indent(shown[0]))
    return paper.ruler.size(shown[0]) > paper.ruler.size(shown[1]) + 0.5


def _ends_with_kind(text: str) -> bool:
    return len(text) <= 60 and "，" not in text and bool(patterns.KIND_END.search(text.rstrip("。；，、")))


def _may_be_title(line: Paragraph, centred: bool) -> bool:
    text = line.stripped
    longest = max(len(part) for part in text.split("\n"))
    bare = text.rstrip("。；，、")
    ends = text.endswith(("。", "；", "：", ":", ";"))
    slip = bare != text and len(bare) <= 60 and bool(patterns.KIND_END.search(bare)) and "，" not in bare
    if (ends and not slip) or (longest > MAX_TITLE_LINE and not centred):
        return False
    if patterns.DATE.fullmatch(text) or patterns.ANNEX_LABEL.fullmatch(text):
        return False
    if level_of(line.full_text) and not centred:
        return False
    return len(text) <= 120 and not text.startswith(("附件：", "附件:", "抄送"))


def _continues_title(paper: Paper, line: Paragraph, before: Paragraph) -> bool:
    first = paper.title[0]
    if not _may_be_title(line, paper.ruler.alignment(line) == "center") or _is_subtitle(line):
        return False
    whole = bool(patterns.KIND_END.search(paper.title_text))
    same_size = abs(paper.ruler.size(line) - paper.ruler.size(first)) < (1.5 if whole else 6)
    same_side = paper.ruler.alignment(line) == paper.ruler.alignment(first)
    if paper.ruler.alignment(first) == "center":
        starts_anew = paper.title_text.endswith(("通知", "方案")) and before.is_blank
        return same_size and same_side and not starts_anew and not (whole and before.is_blank)
    # an untidy paper: the title ends with its 文种, and a line of running text never continues it
    return not whole and same_size and len(line.stripped) <= 30


def _is_subtitle(line: Paragraph) -> bool:
    text = line.stripped
    return bool(patterns.DATE.fullmatch(text)) or (
        text[:1] in "（(" and text[-1:] in "）)" and len(text) <= 60
    )


def _read_recipients(paper: Paper, lines: list[Paragraph], position: int) -> int:
    if position < len(lines) and paper.title:
        line = lines[position]
        if line.in_body and _is_recipients(line.stripped):
            paper.recipients = line
            return position + 1
    return position


def _is_recipients(text: str) -> bool:
    if not text.endswith(("：", ":")) and not _names_only(text):
        return False
    inner = text.rstrip("：:")
    if len(text) > 400 or any(mark in inner for mark in "。：:！？"):
        return False
    if re.search("[；;]", inner) and not all(
        len(part) <= 25 and patterns.RECIPIENT_WORD.search(part) for part in re.split("[；;]", inner)
    ):
        return False
    if level_of(text) or inner.startswith(("现", "为", "根据", "按照", "经", "附件", "一是", "如下")):
        return False
    return "如下" not in inner and bool(patterns.RECIPIENT_WORD.search(inner) or len(inner) <= 12)


def _names_only(text: str) -> bool:
    """Whether a line without a colon still reads as addressees: names of bodies only, parted by marks."""
    parts = [part for part in re.split(r"[、，,]", text.rstrip("，,。；;、")) if part]
    return (
        len(parts) >= 2
        and text.startswith("各")
        and all(patterns.ORGAN_END.search(part) or part.endswith(("部门", "单位", "企业")) for part in parts)
    )


# ---------------------------------------------------------------- text, signature, attachments, imprint


def _read_rest(paper: Paper, lines: list[Paragraph]) -> None:
    end = _imprint_start(paper, lines)
    _read_imprint(paper, lines[end:])
    lines = lines[:end]
    signature = _signature_at(lines)
    first_annex = _annex_start(paper, lines, signature)
    main = lines[:first_annex]
    if signature is not None and signature < first_annex:
        paper.date = lines[signature]
        after = [line for line in main[signature + 1 :] if not line.is_blank]
        paper.remark = [line for line in after if line.in_body and line.stripped[:1] in "（("]
        others = [line for line in after if line not in paper.remark and line.in_body]
        if paper.kind == MINUTES:
            paper.attendance.extend(line for line in others if patterns.ATTENDANCE.match(line.stripped))
        main = main[:signature]
    main = _take_organs(paper, main)
    main = _take_note(paper, main)
    for line in main:
        if line.is_blank or not line.in_body:
            continue
        if paper.kind == MINUTES and patterns.ATTENDANCE.match(line.stripped) and len(line.stripped) > 3:
            paper.attendance.append(line)
        else:
            paper.body.append(line)
    _read_annexes(paper, lines[first_annex:])


def _imprint_start(paper: Paper, lines: list[Paragraph]) -> int:
    start = len(lines)
    for index in range(len(lines) - 1, max(-1, len(lines) - 60), -1):
        line = lines[index]
        if line.is_blank:
            continue
        text = line.stripped
        if _is_imprint(paper, text, line, has_more=start < len(lines)) or (
            line.in_body and start < len(lines) and _continues_copies(lines, index)
        ):
            start = index
        elif line.in_body and (start < len(lines) or index < len(lines) - 12):
            break
    return start


def _continues_copies(lines: list[Paragraph], index: int) -> bool:
    """Whether a line goes on with the bodies of a 抄送 line above it, wrapped by hand."""
    for before in reversed(lines[max(0, index - 3) : index]):
        if before.is_blank or before.stripped.endswith("。"):
            return False
        if patterns.CC.match(before.stripped):
            return True
    return False


def _is_imprint(paper: Paper, text: str, line: Paragraph, *, has_more: bool) -> bool:
    copied = patterns.CC.match(text)
    if copied is not None and copied["label"].replace(" ", "") not in ("报", "送", "发"):
        return copied["label"][0] != "主" or has_more
    if copied is not None:
        return has_more or paper.kind == MINUTES
    printed = patterns.PRINTED.fullmatch(text)
    if printed is None:
        return False
    return bool(printed["end"]) or (line.table is not None and bool(printed["organ"].strip()) and has_more)


def _read_imprint(paper: Paper, lines: list[Paragraph]) -> None:
    for line in lines:
        if line.is_blank:
            continue
        text = line.stripped
        paper.imprint.append(line)
        copied = patterns.CC.match(text)
        if copied is not None and copied["label"][0] != "主" and paper.cc is None:
            paper.cc = line
        printed = patterns.PRINTED.fullmatch(text)
        if printed is not None and (printed["end"] or paper.printed is None):
            paper.printed = line


def _signature_at(lines: list[Paragraph]) -> int | None:
    """Give the index of the 成文日期: the first line after some text that is a date and nothing else, before a label."""
    seen_text = False
    found: int | None = None
    for index, line in enumerate(lines):
        if line.is_blank or not line.in_body:
            continue
        text = line.stripped
        dated = patterns.DATE.fullmatch(text) or patterns.SHORT_DATE.fullmatch(text)
        if dated and seen_text:
            found = index
            break
        if patterns.ANNEX_LABEL.fullmatch(text) and _opens_page(lines, index):
            break
        seen_text = seen_text or len(text) > 12
    return found


def _opens_page(lines: list[Paragraph], index: int) -> bool:
    line = lines[index]
    if line.properties.get("pageBreakBefore") or _breaks_first(line):
        return True
    for before in reversed(lines[max(0, index - 6) : index]):
        if before.page_break or before.section != line.section:
            return True
        if not before.is_blank:
            return False
    return line.index <= index + 1  # nothing but blank lines before it in the document


def _breaks_first(line: Paragraph) -> bool:
    """Whether a page break stands in the paragraph before its text."""
    return line.page_break and not line.text[:1].strip("\n" + BLANK) if line.text else line.page_break


def _annex_start(paper: Paper, lines: list[Paragraph], signature: int | None) -> int:
    after = -1 if signature is None else signature
    for index, line in enumerate(lines):
        if not line.in_body or line.is_blank:
            continue
        label = patterns.ANNEX_LABEL.fullmatch(line.stripped)
        if label is not None and (index > after >= 0 or _opens_page(lines, index)):
            return index
        if index > after >= 0 and paper.ruler.section(line) is not None and _opens_page(lines, index):
            return index
    return len(lines)


def _take_organs(paper: Paper, main: list[Paragraph]) -> list[Paragraph]:
    if paper.date is None:
        return main
    cut = len(main)
    for index in range(len(main) - 1, -1, -1):
        line = main[index]
        if line.is_blank:
            if paper.organs and index < cut - 2:
                break
            continue
        if not line.in_body or not _is_organ(paper, line):
            break
        paper.organs.insert(0, line)
        cut = index
    return main[:cut]


def _is_organ(paper: Paper, line: Paragraph) -> bool:
    text = line.stripped
    if len(text) > MAX_ORGAN or any(mark in text for mark in "。：:；，,！？《"):
        return False
    if level_of(line.full_text) or patterns.NOTE_ITEM.match(text) or patterns.ATTACHMENT_NOTE.match(text):
        return False
    if text.startswith(("特此", "妥否", "此复", "请", "以上", "专此")):
        return False
    ruler = paper.ruler
    set_apart = ruler.alignment(line) in ("right", "center") or (ruler.start(line) or 0) >= 6
    return set_apart or bool(patterns.ORGAN_END.search(text)) or text == paper.mark_text.removesuffix("文件")


def _take_note(paper: Paper, main: list[Paragraph]) -> list[Paragraph]:
    shown = [(index, line) for index, line in enumerate(main) if not line.is_blank and line.in_body]
    for place in range(len(shown) - 1, max(-1, len(shown) - 40), -1):
        if patterns.ATTACHMENT_NOTE.fullmatch(shown[place][1].stripped) is None:
            continue
        first = place
        while first and patterns.ATTACHMENT_NOTE.fullmatch(shown[first - 1][1].stripped):
            first -= 1  # 附件1：… 附件2：…, each with a label of its own
        index, _ = shown[first]
        rest = [other for _, other in shown[first:]]
        if len(rest) > 1 and not all(_is_note_item(other) for other in rest[1:]):
            return main
        paper.note = rest
        paper.items = [item for other in rest for item in _items(other)]
        return main[:index]
    return main


def _is_note_item(line: Paragraph) -> bool:
    text = line.full_text
    return bool(patterns.NOTE_ITEM.match(text) or patterns.ATTACHMENT_NOTE.match(text)) or (
        len(text) <= 40 and not text.endswith(("。", "："))
    )


def _items(line: Paragraph) -> list[NoteItem]:
    found = []
    for part in line.full_text.split("\n"):
        match = patterns.ATTACHMENT_NOTE.fullmatch(part.strip())
        rest = (match["rest"] if match else part).strip(BLANK)
        no = chinese_number(match["no"]) if match and match["no"] else None
        item = patterns.NOTE_ITEM.fullmatch(rest)
        if item is not None:
            found.append(NoteItem(line, int(item["no"]), item["name"].strip(BLANK)))
        elif rest:
            found.append(NoteItem(line, no, rest))
    return found


def _read_annexes(paper: Paper, lines: list[Paragraph]) -> None:
    annex: Annex | None = None
    for index, line in enumerate(lines):
        if line.is_blank:
            continue
        label = patterns.ANNEX_LABEL.fullmatch(line.stripped) if line.in_body else None
        if label is not None:
            no = chinese_number(label["no"]) if label["no"] else None
            annex = Annex(line, no)
            paper.annexes.append(annex)
            continue
        if annex is None or (annex.label is None and line.in_body and _new_paper(paper, lines, index)):
            annex = Annex(None, None)
            paper.annexes.append(annex)
        if not line.in_body:
            if not annex.title and not annex.body:
                annex.body.append(line)
            continue
        if not annex.body and _in_annex_title(paper, annex, line, lines[index - 1]):
            annex.title.append(line)
        else:
            annex.body.append(line)
    for annex in paper.annexes:
        annex.body = [line for line in annex.body if line.in_body]


def _new_paper(paper: Paper, lines: list[Paragraph], index: int) -> bool:
    return _opens_page(lines, index) and paper.ruler.alignment(lines[index]) == "center"


def _in_annex_title(paper: Paper, annex: Annex, line: Paragraph, before: Paragraph) -> bool:
    centred = paper.ruler.alignment(line) == "center"
    if not annex.title:
        return _may_be_title(line, centred) and (centred or len(line.stripped) <= 30)
    if before.is_blank or not centred or not _may_be_title(line, centred) or _is_subtitle(line):
        return False
    return abs(paper.ruler.size(line) - paper.ruler.size(annex.title[0])) < 1.5


__all__ = ["LETTER", "read_day", "recognise"]
