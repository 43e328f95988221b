"""The end of the text: attachment note, signature, date, remark, contact lines."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from tongzhi.anatomy import patterns
from tongzhi.anatomy.annexes import is_passed_on, opens_page
from tongzhi.anatomy.paper import NoteItem
from tongzhi.anatomy.patterns import BLANK, chinese_number, level_of

if TYPE_CHECKING:
    from tongzhi.anatomy.paper import Paper
    from tongzhi.word.blocks import Paragraph

MAX_ORGAN = 40


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


_CONTACT = re.compile(
    r"(?:联\s*系\s*人|联\s*系\s*电\s*话|联\s*系\s*方\s*式|电\s*话|传\s*真|手\s*机|(?:电子)?邮\s*箱|(?:通信)?地\s*址|邮\s*(?:政\s*)?编\s*码?|监督电话|咨询电话)"
    r"[^。：:]{0,8}[：:]"
)
MAX_LOOSE = 3
"""Short lines that may still stand after the date; more of them, or a sentence, and the date is none of a signature."""


def signature_at(paper: Paper, lines: list[Paragraph]) -> int | None:
    """Give the index of the 成文日期: a line that is a date and nothing else, with text above and the paper's end below.

    A date on a cover or in the middle of the text is none: running text follows it.
    """
    seen_text = False
    for index, line in enumerate(lines):
        if line.is_blank or not line.in_body:
            continue
        text = line.stripped
        dated = patterns.DATE.fullmatch(text) or patterns.SHORT_DATE.fullmatch(text)
        if dated and seen_text and _ends_text(paper, lines, index):
            return index
        if patterns.ANNEX_LABEL.fullmatch(text) and opens_page(lines, index):
            return None
        seen_text = seen_text or len(text) > 8 or text.endswith("。")
    return None


def _ends_text(paper: Paper, lines: list[Paragraph], at: int) -> bool:
    """Whether only what follows a date by right stands below it, up to an attachment or a paper passed on."""
    has_sentence = any("。" in line.text for line in lines[:at] if line.in_body)
    loose: list[str] = []
    for index in range(at + 1, len(lines)):
        line = lines[index]
        text = line.stripped
        if not text or not line.in_body:
            continue
        if patterns.ANNEX_LABEL.fullmatch(text) or is_passed_on(paper, line):
            break
        if opens_page(lines, index):
            if not has_sentence:
                return False
            break
        if not follows_date(text):
            loose.append(text)
    return len(loose) <= MAX_LOOSE and not any("。" in text or len(text) > MAX_ORGAN for text in loose)


def is_contact(text: str) -> bool:
    """Whether a line names whom to ask (联系人：…, 电话：…)."""
    return bool(_CONTACT.match(text)) and len(text) <= 80


def follows_date(text: str) -> bool:
    """Whether a line may stand below the date: remark, contact, attachment note, attendance, copies."""
    return (
        (text[:1] in ("（", "(") and text[-1:] in ("）", ")"))
        or is_contact(text)
        or any(
            pattern.match(text)
            for pattern in (patterns.ATTACHMENT_NOTE, patterns.NOTE_ITEM, patterns.ATTENDANCE, patterns.CC)
        )
    )


def take_organs(paper: Paper, main: list[Paragraph]) -> list[Paragraph]:
    """Take the organs above the date off the text; gives the text before them."""
    if paper.date is None:
        return main
    cut = len(main)
    for index in range(len(main) - 1, -1, -1):
        line = main[index]
        if line.is_blank:
            continue
        if paper.organs and index < cut - 3 and not _is_row(line.stripped):
            break
        if not line.in_body or not _is_organ(paper, line):
            break
        paper.organs.insert(0, line)
        cut = index
    return main[:cut]


LEAST_ROW = 2.5
"""字 from which a row of several organs is set apart from the text."""


def _is_row(text: str) -> bool:
    """Whether a line is several organs beside each other, as for their seals (县教育局　　县公安局)."""
    parts = re.split(r"[ \u3000\t]{2,}", text)
    return len(parts) > 1 and all(2 < len(part) <= MAX_ORGAN // 2 for part in parts)


def _is_organ(paper: Paper, line: Paragraph) -> bool:
    text = line.stripped
    if len(text) > MAX_ORGAN or any(mark in text for mark in "。：:；，,！？《"):
        return False
    if level_of(line.full_text) or patterns.NOTE_ITEM.match(text) or patterns.ATTACHMENT_NOTE.match(text):
        return False
    if text.startswith(("特此", "妥否", "此复", "请", "以上", "专此")):
        return False
    ruler = paper.ruler
    if _is_row(text) and (ruler.start(line) or 0) >= LEAST_ROW:
        return True
    set_apart = ruler.alignment(line) in ("right", "center") or (ruler.start(line) or 0) >= 6
    return set_apart or bool(patterns.ORGAN_END.search(text)) or text == paper.mark_text.removesuffix("文件")


def take_note(paper: Paper, main: list[Paragraph]) -> list[Paragraph]:
    """Take the 附件说明 off the end of the text; gives the text before it."""
    shown = [(index, line) for index, line in enumerate(main) if not line.is_blank and line.in_body]
    for place in range(len(shown) - 1, max(-1, len(shown) - 40), -1):
        if patterns.ATTACHMENT_NOTE.fullmatch(shown[place][1].stripped) is None:
            continue
        first = place
        while first and patterns.ATTACHMENT_NOTE.fullmatch(shown[first - 1][1].stripped):
            first -= 1  # 附件1：… 附件2：…, each with a label of its own
        index, _ = shown[first]
        rest = [other for _, other in shown[first:]]
        while len(rest) > 1 and is_contact(rest[-1].stripped.lstrip("（(")):
            paper.contact.insert(0, rest.pop())  # （联系人：…） below the note
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
