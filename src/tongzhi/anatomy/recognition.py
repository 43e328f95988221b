"""Which paragraph is which element: by its place, its words and its look, in that order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tongzhi.anatomy import patterns
from tongzhi.anatomy.annexes import annex_start, read_annexes
from tongzhi.anatomy.closing import is_contact, read_day, signature_at, take_note, take_organs
from tongzhi.anatomy.head import read_head
from tongzhi.anatomy.imprint import imprint_start, read_imprint
from tongzhi.anatomy.nature import Kind, Nature, judge
from tongzhi.anatomy.paper import LETTER, MINUTES, NO_HEAD, Knowledge, Paper
from tongzhi.anatomy.title import read_recipients, read_title
from tongzhi.errors import LimitError, Place
from tongzhi.standard.gbt9704 import GBT9704, Standard
from tongzhi.word.blocks import Paragraph, Table

if TYPE_CHECKING:
    from tongzhi.word.document import WordDocument


def recognise(
    document: WordDocument,
    name: str | None = None,
    standard: Standard = GBT9704,
    knowledge: Knowledge | None = None,
    kind: Kind | None = None,
) -> Paper:
    """Give the paper that a document holds: its parts, and what kind of paper it is (unless `kind` says so).

    Raises:
        LimitError: a paragraph runs on for thousands of characters without a mark or a blank, as no text does.
    """
    paper = Paper(document, name, standard, knowledge or Knowledge())
    lines = _lines(document)
    for line in lines:
        _refuse_endless(line, name)
    position = read_head(paper, lines)
    position = position or _pass_cover(paper, lines)
    position = read_title(paper, lines, position)
    position = read_recipients(paper, lines, position)
    _read_rest(paper, lines[position:])
    paper.kind = paper.kind if paper.has_head else NO_HEAD
    if paper.date is not None:
        paper.day = read_day(paper.date.stripped)
    paper.nature = judge(paper) if kind is None else Nature(kind, "大", ("按指定",))
    return paper


LONGEST_STRETCH = 5_000
"""Characters between two marks; searching grows with the square of them."""
_MARKS = re.compile(r"[\s，。；：、！？,.;:!?]+")


def _refuse_endless(line: Paragraph, name: str | None) -> None:
    if len(line.text) <= LONGEST_STRETCH:
        return
    longest = max(map(len, _MARKS.split(line.text)))
    if longest > LONGEST_STRETCH:
        raise LimitError.one(
            f"连着 {longest:,} 个字没有标点，不像公文",
            "核对文件；确是正文的，加标点或分段后再试",
            place=Place(file=name, paragraph=line.index),
        )


def _lines(document: WordDocument) -> list[Paragraph]:
    found: list[Paragraph] = []
    for block in document.blocks:
        found.extend(block.paragraphs if isinstance(block, Table) else [block])
    return found


MAX_COVER = 16
"""Shown lines of a cover; more make a page of text."""


def _pass_cover(paper: Paper, lines: list[Paragraph]) -> int:
    """Pass over a cover: a first page of a few short lines without a sentence, text on the next; gives where that begins."""
    shown: list[Paragraph] = []
    for index, line in enumerate(lines):
        ends = index > 0 and (
            line.section != lines[index - 1].section or line.properties.get("pageBreakBefore") is True
        )
        if (ends or line.page_break) and shown:
            start = index if ends or line.text[:1].strip() else index + 1
            rest = [other for other in lines[start:] if other.stripped]
            if len(shown) < 2 or sum(len(other.stripped) for other in rest) < 5 * len(shown):
                return 0
            paper.cover = shown
            return start
        text = line.stripped
        if not text:
            continue
        if "。" in text or len(text) > 40 or text.endswith(("：", ":")) or len(shown) >= MAX_COVER:
            return 0
        shown.append(line)
    return 0


def _read_rest(paper: Paper, lines: list[Paragraph]) -> None:
    end = imprint_start(paper, lines)
    read_imprint(paper, lines[end:])
    lines = lines[:end]
    signature = signature_at(paper, lines)
    first_annex = annex_start(paper, lines, signature)
    main = lines[:first_annex]
    if signature is not None and signature < first_annex:
        paper.date = lines[signature]
        _read_after_date(paper, main[signature + 1 :])
        main = main[:signature]
    main = take_organs(paper, main)
    main = take_note(paper, main)
    for line in main:
        if line.is_blank or not line.in_body:
            continue
        if paper.kind == MINUTES and patterns.ATTENDANCE.match(line.stripped) and len(line.stripped) > 3:
            paper.attendance.append(line)
        else:
            paper.body.append(line)
    read_annexes(paper, lines[first_annex:])


def _read_after_date(paper: Paper, lines: list[Paragraph]) -> None:
    for line in lines:
        if not line.stripped or not line.in_body:
            continue
        if line.stripped[0] in "（(":
            paper.remark.append(line)
        elif is_contact(line.stripped):
            paper.contact.append(line)
        elif paper.kind == MINUTES and patterns.ATTENDANCE.match(line.stripped):
            paper.attendance.append(line)


__all__ = ["LETTER", "read_day", "recognise"]
