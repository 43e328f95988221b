"""The title, what stands under it, and the addressees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tongzhi.anatomy import patterns
from tongzhi.anatomy.patterns import level_of
from tongzhi.standard.gbt9704 import DOCUMENT_KINDS

if TYPE_CHECKING:
    from tongzhi.anatomy.paper import Paper
    from tongzhi.word.blocks import Paragraph

MAX_TITLE_LINE = 45


def read_title(paper: Paper, lines: list[Paragraph], position: int) -> int:
    """Read the title and the lines under it; gives the index of the first line after them."""
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
            if not may_be_title(line, centred) or not (centred or _stands_out(paper, lines, index)):
                below = _title_below(lines, index)
                if below is None:
                    return index
                paper.title.append(lines[below])
                return _read_on(paper, lines, below + 1)
            paper.title.append(line)
        elif _continues_title(paper, line, lines[index - 1]):
            paper.title.append(line)
        elif is_subtitle(line):
            paper.subtitle.append(line)
        else:
            return index
    return len(lines)


LOOK_BELOW = 8
"""Shown lines above a title that may be notes of whoever handles the draft (送审稿, 拟稿单位：…)."""
_WHOLE_TITLE = re.compile(rf"[^。，；：]{{0,30}}关于[^。；：]{{2,60}}(?:{'|'.join(DOCUMENT_KINDS)})")


def _title_below(lines: list[Paragraph], start: int) -> int | None:
    """Give the index of a line that can be nothing but a title (关于…的通知) a little below, `None` if there is none."""
    shown = [index for index in range(start, len(lines)) if lines[index].stripped and lines[index].in_body]
    for index in shown[:LOOK_BELOW]:
        if _WHOLE_TITLE.fullmatch(patterns.plain(lines[index].stripped)):
            return index
    return None


def _read_on(paper: Paper, lines: list[Paragraph], position: int) -> int:
    """Take over what stands under a title: its note or date."""
    while position < len(lines) and (lines[position].is_blank or is_subtitle(lines[position])):
        if not lines[position].is_blank:
            paper.subtitle.append(lines[position])
        position += 1
    return position


def _stands_out(paper: Paper, lines: list[Paragraph], index: int) -> bool:
    """Whether a line that is not centred is a title all the same: it or a next line ends with a 文种, or it is larger."""
    shown = [line for line in lines[index : index + 12] if not line.is_blank][:4]
    for line in shown[:3]:
        if _ends_with_kind(line.stripped):
            return True
        if line.stripped.endswith("。"):
            break
    if paper.ruler.typed_indent(shown[0]) or len(shown) < 2:
        return bool(paper.ruler.typed_indent(shown[0]))
    return paper.ruler.size(shown[0]) > paper.ruler.size(shown[1]) + 0.5


def _ends_with_kind(text: str) -> bool:
    return len(text) <= 60 and "，" not in text and bool(patterns.KIND_END.search(text.rstrip("。；，、")))


def may_be_title(line: Paragraph, centred: bool) -> bool:
    """Whether the words of a line may be those of a title."""
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
    if not may_be_title(line, paper.ruler.alignment(line) == "center") or is_subtitle(line):
        return False
    whole = bool(patterns.KIND_END.search(paper.title_text))
    same_size = abs(paper.ruler.size(line) - paper.ruler.size(first)) < (1.5 if whole else 6)
    same_side = paper.ruler.alignment(line) == paper.ruler.alignment(first)
    if paper.ruler.alignment(first) == "center":
        starts_anew = paper.title_text.endswith(("通知", "方案")) and before.is_blank
        return same_size and same_side and not starts_anew and not (whole and before.is_blank)
    # an untidy paper: the title ends with its 文种, and a line of running text never continues it
    return not whole and same_size and len(line.stripped) <= 30


def is_subtitle(line: Paragraph) -> bool:
    """Whether a line is a date or a note in brackets under a title."""
    text = line.stripped
    return bool(patterns.DATE.fullmatch(text)) or (
        text[:1] in "（(" and text[-1:] in "）)" and len(text) <= 60
    )


def read_recipients(paper: Paper, lines: list[Paragraph], position: int) -> int:
    """Read the addressees, the line after the title; gives the index of the first line after them."""
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
