"""The parts of a paragraph of text: its number, its heading, the rest; and the face each should have (7.3.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongzhi.anatomy.patterns import LEVELS, level_of

if TYPE_CHECKING:
    from tongzhi.anatomy.paper import Paper
    from tongzhi.word.blocks import Paragraph

MAX_HEADING = 40
"""Longer first sentences are text with a number, not headings."""


MAX_RUN_IN = 20
_SENTENCE = re.compile(r"\d|要|必须|不得|应当|须|请|将|已")
"""What a heading before running text does not hold; a sentence of a list does."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a paragraph: its level and its range in the paragraph's text; `whole` if nothing follows."""

    level: int
    start: int
    end: int
    whole: bool


def read_heading(line: Paragraph) -> Heading | None:
    """Give the heading of a paragraph of level 1 or 2, `None` when it has none or it cannot be told."""
    text = line.text
    start = len(text) - len(text.lstrip())
    body = text.strip()
    level = level_of(line.label + body)
    if level not in (1, 2):
        return None
    if not line.label:
        match = LEVELS[level - 1].match(body)
        assert match is not None
        rest = body[match.end() :]
        offset = start + match.end()
    else:
        rest, offset = body, start
    stop = re.search(r"[。！？；\n]|：|:", rest)
    if stop is None:
        return Heading(level, start, start + len(body), whole=True) if len(rest) <= MAX_HEADING else None
    at = stop.start()
    if at == len(rest) - 1:  # one sentence with its mark: a heading only when short and without inner marks
        short = len(rest) <= 25 and not re.search(r"[，、]", rest[:at])
        return Heading(level, start, start + len(body), whole=True) if short and stop[0] in "。：" else None
    if stop[0] == "。" and at <= MAX_RUN_IN and not _SENTENCE.search(rest[:at]):
        return Heading(level, start, offset + at + 1, whole=False)
    if stop[0] in "：:" and at <= 12:
        return Heading(level, start, offset + at, whole=False)
    return None


def may_be_text(line: Paragraph) -> bool:
    """Whether a heading of level 2 is one sentence with its full stop: an item of a list may look the same."""
    heading = read_heading(line)
    return heading is not None and heading.whole and heading.level == 2 and line.stripped.endswith("。")


def face_ranges(paper: Paper, line: Paragraph) -> list[tuple[int, int, str]]:
    """Give ranges of a paragraph's text and the face each should be set in."""
    faces = paper.standard.faces
    heading = read_heading(line)
    stop = len(line.text)
    if heading is None:
        return [(0, stop, faces.body)]
    face = faces.heading1 if heading.level == 1 else faces.heading2
    if heading.whole:
        return [(0, stop, face)]
    return [(0, heading.end, face), (heading.end, stop, faces.body)]
