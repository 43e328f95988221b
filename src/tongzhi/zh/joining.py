"""Which line breaks stand inside a sentence: hard-wrapped files, subtitle cues, lines of recognised speech.

A break without a closing mark before it is inside a sentence when the line is filled to the width of its file, when
the text is a row of punctuated subtitle cues, or when what stands before or behind it is plainly half of something.
Headings, list items, lines of another speaker and what stands behind a blank line begin anew.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tongzhi.zh.turns import SpokenLine
from tongzhi.zh.vocabulary import CLOSERS, CN_COUNT, CN_NUMERALS, HAN, STOPS

_CLOSED = re.compile(rf"[{STOPS}…：:]+[{re.escape(CLOSERS)}]*$")
_ENDS_FULL = re.compile(rf"[{STOPS}…][{re.escape(CLOSERS)}]*$")
_OPENS = re.compile(
    rf"第?[{CN_COUNT}]{{1,3}}(?:部分|章|节)?、|[（(][{CN_COUNT}0-9]{{1,3}}[)）]|[0-9]{{1,2}}[.．、](?![0-9])|[0-9]{{1,2}}\.[0-9]{{1,2}}(?![0-9%％万亿元])"
    r"|[0-9]{1,2}[)）]|[A-Za-z][.、)）]|[①-⑳]|[-*●○◆■□▪►▶•·>#/]|——|【|附件|\||https?:|议题"
)
_LABELLED = re.compile(r"[^\W\x00-\xff]{2,8}[:：]")
_DANGLING = re.compile(
    r"(?:[，、,（(“《—]|[和与跟及把被将对向从由给为于在让叫比按是]|以及|或者|必须|应当|不得|严禁|[每各第约近共])$"
)
_HALF_OBJECT = re.compile(rf"[把将对向给为][{HAN}0-9]{{0,14}}的$")
_DANGLING_DE = re.compile(r"的$")
_RESUMES = re.compile(
    r"[，。、；：,;:！!？?”』》）)％%]|的(?![话确])|(?:以前|之前|以内|之内|以上|以下|期间|为止)|[前内](?![期提部容往后进线沿来言年天])"
)
_HALF_FIGURE = re.compile(rf"[0-9{CN_NUMERALS}年月]$")
_OTHER_HALF = re.compile(rf"[0-9{CN_NUMERALS}年月日号时点分天周个家座处名人台辆艘栋户条项套份支万亿元％%]")
_RESUMES = re.compile(
    rf"[，。、；：,;:！？!?”』》）)％%]|的|了(?![解])|[{CN_NUMERALS}0-9]{{0,4}}(?:月|日|号)(?:[前底内之以起]|$)|(?:之|以)?(?:前|内)(?![期提部容往后进线沿来言年天])"
    r"|(?:以前|之前|以内|之内|以上|以下|期间|为止|起|等)|[座家处个辆名台艘栋户条项套份](?![人体级级别])"
)
_SHORT, _LONG = 8, 20
_LEAST_LINES = 5
_SUBTITLE_MARKS = 150
"""Fewer characters a closing mark than this: the cues are punctuated."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the lines of a text come: filled to a width (0: not), as subtitle cues, punctuated or not."""

    width: int = 0
    cells: bool = False
    """The width counts cells (a Han character two), as editors do, not characters."""
    subtitles: bool = False
    marked: bool = True


def read_manner(text: str, lines: Sequence[SpokenLine], *, subtitles: bool = False) -> Manner:
    """Tell how the lines of a text come."""
    spoken = [text[line.start : line.end] for line in lines if not line.is_header]
    cues = subtitles or sum(line.is_header for line in lines) > len(lines) / 3 * 1.5
    size = sum(map(len, spoken))
    marks = sum(piece.count(mark) for piece in spoken for mark in "。！？!?；;")
    marked = marks * _SUBTITLE_MARKS > size or (marks > 0 and size < _SUBTITLE_MARKS)
    if not marked and size < _SUBTITLE_MARKS:
        marked = any(piece.count("，") for piece in spoken)
    width, cells = _width(spoken)
    return Manner(width, cells, cues, marked)


def _width(spoken: Sequence[str]) -> tuple[int, bool]:
    """Give the width that a file is wrapped at, and whether it counts cells; 0 if lines are as long as they like."""
    if len(spoken) < _LEAST_LINES:
        # few lines tell nothing, unless all but the last are of one length, and long
        lengths = {len(piece) for piece in spoken[:-1]}
        same = len(lengths) == 1 and min(lengths) >= _LONG and len(spoken[-1]) <= min(lengths)
        return (min(lengths), False) if same and len(spoken) > 2 else (0, False)
    for cells in (False, True):
        sizes = [(_cells(piece) if cells else len(piece)) for piece in spoken]
        slack = 6 if cells else 2
        top = _top(sizes)
        if top < (16 if cells else _SHORT):
            continue
        filled = [piece for piece, size in zip(spoken, sizes, strict=True) if top - slack <= size <= top + 2]
        open_ones = sum(not _CLOSED.search(piece) for piece in filled)
        over = sum(size > top + 2 for size in sizes)
        if (
            len(filled) >= len(spoken) * 0.55
            and open_ones >= len(filled) * 0.4
            and over <= len(spoken) * 0.02
        ):
            return top, cells
    return 0, False


def _top(sizes: Sequence[int]) -> int:
    """Give the greatest size that several lines reach."""
    counts = Counter(sizes)
    least = max(2, len(sizes) // 50)
    reached = 0
    for size in sorted(counts, reverse=True):
        reached += counts[size]
        if reached >= least:
            return size
    return 0


def _cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def goes_on(text: str, one: SpokenLine, other: SpokenLine, manner: Manner) -> bool:
    """Say whether the line `other` goes on with the sentence of the line `one` just before it."""
    if one.is_header or other.is_header or one.turn != other.turn:
        return False
    before, after = text[one.start : one.end], text[other.start : other.end]
    gap = text[one.end : other.begin]
    blank = gap.replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1
    if _ENDS_FULL.search(before) or _OPENS.match(after) or (blank and not manner.subtitles):
        return False
    if _CLOSED.search(before) and not (manner.subtitles and manner.marked and _is_full(before, manner)):
        return False  # 同志们：, 一是：
    if manner.width:
        if _indent(text, other) > _indent(text, one) + 1:
            return False
        return bool(_is_full(before, manner) or _DANGLING.search(before) or _RESUMES.match(after))
    if manner.subtitles and manner.marked:
        if _is_heading(before):
            return False
        # cues of uneven length are cut at pauses: a new subject with its order begins anew
        return not _ORDER.match(after) or bool(_DANGLING.search(before) or _DANGLING_DE.search(before))
    if _is_heading(before) or _LABELLED.match(after) or _indent(text, other) > 1:
        return False
    if manner.marked and _DANGLING_DE.search(before):
        return True
    if _DANGLING.search(before) or _HALF_OBJECT.search(before) or _RESUMES.match(after):
        return True
    if _HALF_FIGURE.search(before) and _OTHER_HALF.match(after):
        return True
    return manner.marked and bool(_ORDER.search(before)) and not _ORDER.match(after)


def _is_full(line: str, manner: Manner) -> bool:
    """Whether a line reaches the width; the last sign of a line may move, a word of Latin letters too."""
    if not manner.width:
        return True
    size = _cells(line) if manner.cells else len(line)
    return size >= manner.width - (6 if manner.cells else 2)


def _is_heading(line: str) -> bool:
    return (
        bool(_OPENS.match(line)) and not _DANGLING.search(line) and "，" not in line[-12:] and len(line) <= 30
    )


_ORDER = re.compile(
    r"(?:各[^\W\x00-\xff]{1,8}|[^\W\x00-\xff]{1,12}(?:局|委|办|部|中心|队|县|区|镇|乡|街道|公司|单位|部门|企业))(?:要(?![求点闻素])|必须|负责|牵头|应当|务必)"
)


def _indent(text: str, line: SpokenLine) -> int:
    """Count the cells that a line is set in by."""
    return sum(
        2 if char == "\u3000" else 1 for char in text[line.begin : line.start] if char in " \t\u3000\u00a0"
    )
