"""Attachments and papers passed on: where they start, their labels, titles and texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tongzhi.anatomy import patterns
from tongzhi.anatomy.paper import Annex
from tongzhi.anatomy.patterns import BLANK, chinese_number
from tongzhi.anatomy.title import is_subtitle, may_be_title

if TYPE_CHECKING:
    from tongzhi.anatomy.paper import Paper
    from tongzhi.word.blocks import Paragraph


def opens_page(lines: list[Paragraph], index: int) -> bool:
    """Whether a line is the first that a page shows."""
    line = lines[index]
    if line.properties.get("pageBreakBefore") or _breaks_first(line):
        return True
    for before in reversed(lines[max(0, index - 6) : index]):
        if before.page_break or before.section != line.section:
            return True
        if not before.is_blank:
            return False
    return line.index <= index + 1  # nothing but blank lines before it in the document


def is_passed_on(paper: Paper, line: Paragraph) -> bool:
    """Whether a line is the title of the paper that a notice passes on, named in the notice's own title."""
    name = patterns.plain(line.stripped)
    if not 4 <= len(name) <= 50 or not re.search("印发|转发|批转|下发|公布", paper.title_text):
        return False
    return name.strip("《》") in patterns.plain(paper.title_text) or bool(patterns.KIND_END.search(name))


def _breaks_first(line: Paragraph) -> bool:
    """Whether a page break stands in the paragraph before its text."""
    return line.page_break and not line.text[:1].strip("\n" + BLANK) if line.text else line.page_break


def annex_start(paper: Paper, lines: list[Paragraph], signature: int | None) -> int:
    """Give the index of the first attachment or paper passed on, the number of lines when there is none."""
    after = -1 if signature is None else signature
    for index, line in enumerate(lines):
        if not line.in_body or line.is_blank:
            continue
        label = patterns.ANNEX_LABEL.fullmatch(line.stripped)
        if label is not None and (index > after >= 0 or opens_page(lines, index)):
            return index
        if index > after >= 0 and (opens_page(lines, index) or is_passed_on(paper, line)):
            return index
    return len(lines)


def read_annexes(paper: Paper, lines: list[Paragraph]) -> None:
    """Read attachments, or the papers passed on, out of the lines from the first one on."""
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
    return opens_page(lines, index) and paper.ruler.alignment(lines[index]) == "center"


def _in_annex_title(paper: Paper, annex: Annex, line: Paragraph, before: Paragraph) -> bool:
    centred = paper.ruler.alignment(line) == "center"
    if not annex.title:
        return may_be_title(line, centred) and (centred or len(line.stripped) <= 30)
    if before.is_blank or not centred or not may_be_title(line, centred) or is_subtitle(line):
        return False
    return abs(paper.ruler.size(line) - paper.ruler.size(annex.title[0])) < 1.5
