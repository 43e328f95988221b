"""Where the header of a table is, and what its columns are called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from tongzhi.read.tables import Line, MergedSpan, is_empty

SEARCHED = 30
"""So many lines are looked at for the header."""


@dataclass(frozen=True, slots=True)
class Header:
    """One column of a roster.

    Attributes:
        name: what the rows call it; distinct within the roster.
        path: its words from the outer header to the inner one.
        column: its place in the sheet, from 0.
    """

    name: str
    path: tuple[str, ...]
    column: int


def find_header(
    lines: Sequence[Line], spans: Sequence[MergedSpan], known: Collection[str] = ()
) -> tuple[int, int] | None:
    """Give the positions in `lines` of the first and last header line.

    A title above the header, a line with the reporting office and an empty line are passed over. With `known`
    names the line that holds most of them (with the lines below that belong to it) wins; without, the first that is
    as wide as the table and all words.
    """
    names = {plain_name(name) for name in known}
    scores: list[tuple[float, int]] = []
    widest = max((_width(cells) for _, cells in lines), default=0)
    for position, (number, cells) in enumerate(lines):
        score = _score(cells, number, widest, names, spans)
        last = _last_header_line(lines, position, spans) if score else position
        if last > position:
            below = [line for _, line in lines[position + 1 : last + 1]]
            fresh = _words(*below) - _words(cells)
            score += 10 * (len(fresh & names) + sum(_has_meaning(word) for word in fresh - names))
            if not spans:
                score += 1 - _width(cells) / max(widest, 1)
        if score > 0:
            scores.append((score, position))
    if not scores:
        return None
    highest = max(score for score, _ in scores)
    # of two tables on one sheet the first, though the header of the second may say more
    enough = max(20.0, 0.6 * highest) if highest >= 20 else highest
    best = next(position for score, position in scores if score >= enough)
    return best, _last_header_line(lines, best, spans)


def _score(cells: list[Any], number: int, widest: int, names: set[str], spans: Sequence[MergedSpan]) -> float:
    held = [cell for cell in cells if not is_empty(cell)]
    if not held or not all(_is_word(cell) for cell in held):
        return 0
    distinct = _words(held)
    matched = len(distinct & names) + sum(_has_meaning(word) for word in distinct - names)
    covered = sum(span.right - span.left for span in spans if span.top == number and span.right < 200)
    width = (len(held) + covered) / max(widest, 1)
    if len(distinct) == 1 and widest > 1 and not matched:
        return 0
    if width < 0.4 and matched < 2:
        return 0
    return matched * 10 + width + (0.5 if len(distinct) == len(held) else 0)


def _words(*lines: list[Any]) -> set[str]:
    return {plain_name(str(cell)) for cells in lines for cell in cells if not is_empty(cell)}


def _has_meaning(word: str) -> bool:
    from tongzhi.read.meanings import meaning_of

    return bool(meaning_of(word))


def is_heading(cell: Any) -> bool:
    """Tell whether a cell could be a heading: text that is no number, no date, no long sentence and no 填报人：张三."""
    if not isinstance(cell, str) or isinstance(cell, date | time):
        return False
    text = cell.strip()
    return (
        len(text) <= 60
        and not re.fullmatch(r"(?=.*\d)[\d.,\-/:年月日时分%￥¥ ]+", text)
        and not re.search(r"[:：]\s*[^\s*＊）)]", text)
    )


_is_word = is_heading


def _width(cells: list[Any]) -> int:
    return sum(not is_empty(cell) for cell in cells)


def _last_header_line(lines: Sequence[Line], first: int, spans: Sequence[MergedSpan]) -> int:
    """Give the last line of a header that may be two or three lines high."""
    number, cells = lines[first]
    bottom = max(
        (span.bottom for span in spans if span.top == number and span.bottom - number < 4), default=number
    )
    grouped = [span for span in spans if span.top == span.bottom == number and span.right > span.left]
    last = first
    while last + 1 < len(lines) and lines[last + 1][0] <= bottom:
        last += 1
    if last == first and last + 1 < len(lines):
        below = lines[last + 1][1]
        if (grouped and _fills_groups(below, grouped)) or _fills_gaps(cells, below):
            last += 1
    return last


def _fills_groups(below: list[Any], grouped: Sequence[MergedSpan]) -> bool:
    """Tell whether every wide heading has words below it and nothing else has."""
    inside = {column for span in grouped for column in range(span.left, span.right + 1)}
    held = {column for column, cell in enumerate(below) if not is_empty(cell)}
    return bool(held) and held <= inside and all(_is_word(below[column]) for column in held)


def _fills_gaps(above: list[Any], below: list[Any]) -> bool:
    """Tell, where merged ranges are unknown, whether a line completes the headings above it."""
    held = {column for column, cell in enumerate(below) if not is_empty(cell)}
    width = max({column for column, cell in enumerate(above) if not is_empty(cell)} | held, default=0) + 1
    gaps = {column for column in range(width) if column >= len(above) or is_empty(above[column])}
    if not held or not all(_is_word(below[column]) for column in held) or 0 in held:
        return False
    starts = {column - 1 for column in gaps & held} - gaps
    return bool(starts) and held <= gaps | starts and (gaps & set(range(len(above)))) <= held


def make_headers(lines: Sequence[Line], spans: Sequence[MergedSpan]) -> list[Header]:
    """Give the columns of a header of one or more lines; those without words are left out."""
    width = max(len(cells) for _, cells in lines)
    words: list[tuple[str, ...]] = []
    for column in range(width):
        path: list[str] = []
        for depth, (number, cells) in enumerate(lines):
            cell = cells[column] if column < len(cells) else None
            if is_empty(cell):
                cell = _from_left(lines, depth, column, spans, number)
            text = clean_name(str(cell)) if not is_empty(cell) else ""
            if text and (not path or path[-1] != text):
                path.append(text)
        words.append(tuple(path))
    return _distinct(words)


def _from_left(
    lines: Sequence[Line], depth: int, column: int, spans: Sequence[MergedSpan], number: int
) -> Any:
    """Give the wide heading that covers a blank cell of an upper header line."""
    for span in spans:
        if span.top <= number <= span.bottom and span.left <= column <= span.right:
            top = next((cells for line, cells in lines if line == span.top), None)
            return top[span.left] if top is not None and span.left < len(top) else None
    if spans or depth == len(lines) - 1:
        return None
    cells, below = lines[depth][1], lines[depth + 1][1]
    if column >= len(below) or is_empty(below[column]):
        return None
    return next(
        (cells[left] for left in range(min(column, len(cells)) - 1, -1, -1) if not is_empty(cells[left])),
        None,
    )


def _distinct(words: Sequence[tuple[str, ...]]) -> list[Header]:
    leaves = [path[-1] for path in words if path]
    taken: dict[str, int] = {}
    headers = []
    for column, path in enumerate(words):
        if not path:
            continue
        name = path[-1] if leaves.count(path[-1]) == 1 or len(path) == 1 else "·".join(path)
        taken[name] = taken.get(name, 0) + 1
        if taken[name] > 1:
            name = f"{name}({taken[name]})"
        headers.append(Header(name, path, column))
    return headers


def clean_name(text: str) -> str:
    """Give a heading as it is said: without line breaks, inner blanks between ideographs, and marks of duty."""
    text = re.sub(r"\s*\n\s*", "", text.strip(" \t\r\n　\xa0*＊:："))
    return re.sub(r"(?<=[一-鿿])[ 　]+(?=[一-鿿])", "", text)


def plain_name(text: str) -> str:
    """Give a heading in the form in which two are compared: width, case, blanks and remarks in brackets gone."""
    text = unicodedata.normalize("NFKC", clean_name(text)).lower()
    bare = re.sub(r"\([^()]*\)|\[[^\[\]]*\]|【[^】]*】", "", text)
    return re.sub(r"[\s_\-·•、,:*/]+", "", bare or text)
