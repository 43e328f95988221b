"""Which piece of the old paper a piece of the new one comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.fuzz import ratio

ALIKE = 45.0
"""From this likeness (0 to 100) two paragraphs are versions of one."""
MOVED = 12
"""Characters from which an unchanged paragraph elsewhere was moved, not deleted and written anew."""
TABLE = "\x01"
"""What the text of a table begins with: a table is never a version of a paragraph."""
_WIDE = 250
"""Blocks of a changed stretch up to which every pair is tried."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A pair of places: both (kept or changed), only `old` (deleted), or only `new` (inserted)."""

    old: int | None
    new: int | None


def align(old: Sequence[str], new: Sequence[str]) -> list[Alignment]:
    """Pair two lists of texts in order; gives deleted ones before inserted ones where they stand together.

    What is the same at both ends is paired first; between them, pairs are chosen for the greatest likeness in all, or, in
    very long papers, around what is the same.
    """
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    left, right = (head, len(old) - tail), (head, len(new) - tail)
    middle = _pairs(old, new, left, right) if _fits(left, right) else _around_same(old, new, left, right)
    ends = (
        [Alignment(x, x) for x in range(head)],
        [Alignment(len(old) - x, len(new) - x) for x in range(tail, 0, -1)],
    )
    return [*ends[0], *_part_exchanged(middle, old, new), *ends[1]]


def _part_exchanged(
    matches: Sequence[Alignment], old: Sequence[str], new: Sequence[str]
) -> Iterator[Alignment]:
    """Part the versions of one another that stand elsewhere unchanged: two paragraphs that changed places are moves."""
    changed = [one for one in matches if one.old is None or one.new is None or old[one.old] != new[one.new]]
    was = {old[one.old].strip() for one in changed if one.old is not None}
    now = {new[one.new].strip() for one in changed if one.new is not None}
    both = {text for text in was & now if len(text) >= MOVED}
    for one in matches:
        if (
            one.old is None
            or one.new is None
            or old[one.old] == new[one.new]
            or both.isdisjoint((old[one.old].strip(), new[one.new].strip()))
        ):
            yield one
        else:
            yield Alignment(one.old, None)
            yield Alignment(None, one.new)


def _fits(left: tuple[int, int], right: tuple[int, int]) -> bool:
    return (left[1] - left[0]) * (right[1] - right[0]) <= _WIDE * _WIDE


def _around_same(
    old: Sequence[str], new: Sequence[str], left: tuple[int, int], right: tuple[int, int]
) -> list[Alignment]:
    found: list[Alignment] = []
    matcher = SequenceMatcher(None, old[slice(*left)], new[slice(*right)], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        one, other = (left[0] + a, left[0] + b), (right[0] + c, right[0] + d)
        if tag == "equal":
            found += [Alignment(x, y) for x, y in zip(range(*one), range(*other), strict=True)]
        elif _fits(one, other):
            found += _pairs(old, new, one, other)
        else:
            found += [
                *(Alignment(x, None) for x in range(*one)),
                *(Alignment(None, y) for y in range(*other)),
            ]
    return found


def _pairs(
    old: Sequence[str], new: Sequence[str], left: tuple[int, int], right: tuple[int, int]
) -> list[Alignment]:
    """Pair what is alike in a changed stretch, in order, for the greatest likeness in all."""
    (a, b), (c, d) = left, right
    score = [[0.0] * (d - c + 1) for _ in range(b - a + 1)]
    like = [[_likeness(old[x], new[y]) for y in range(c, d)] for x in range(a, b)]
    for x in range(b - a - 1, -1, -1):
        for y in range(d - c - 1, -1, -1):
            paired = like[x][y] + score[x + 1][y + 1] if like[x][y] >= ALIKE else 0.0
            score[x][y] = max(paired, score[x + 1][y], score[x][y + 1])
    found: list[Alignment] = []
    x = y = 0
    while x < b - a or y < d - c:
        if (
            x < b - a
            and y < d - c
            and like[x][y] >= ALIKE
            and score[x][y] == like[x][y] + score[x + 1][y + 1]
        ):
            found.append(Alignment(a + x, c + y))
            x, y = x + 1, y + 1
        elif x < b - a and (y == d - c or score[x][y] == score[x + 1][y]):
            found.append(Alignment(a + x, None))
            x += 1
        else:
            found.append(Alignment(None, c + y))
            y += 1
    return found


_NUMBER = re.compile(r"^[\s　]*[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]?")


def _likeness(one: str, other: str) -> float:
    if one.startswith(TABLE) != other.startswith(TABLE):
        return 0.0
    one, other = bare(one), bare(other)
    if not one or not other:
        return 100.0 if one == other else 0.0
    return ratio(one, other) if one != other else 100.0 + min(len(one), 60)


def bare(text: str) -> str:
    """Give a paragraph without the number that it begins with."""
    return _NUMBER.sub("", text)


def find_moves(matches: Sequence[Alignment], old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Give new place → old place of paragraphs that stand elsewhere unchanged."""
    gone: dict[str, list[int]] = {}
    for match in matches:
        if match.new is None and match.old is not None and len(old[match.old].strip()) >= MOVED:
            gone.setdefault(old[match.old].strip(), []).append(match.old)
    moved: dict[int, int] = {}
    for match in matches:
        if match.old is None and match.new is not None:
            waiting = gone.get(new[match.new].strip())
            if waiting:
                moved[match.new] = waiting.pop(0)
    return moved


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch that differs: first and end in the old text and in the new one, in characters."""

    old: tuple[int, int]
    new: tuple[int, int]


_TOKEN = re.compile(r"\d[\d.,:：]*[%％]?|[A-Za-z]+|.", re.DOTALL)


def edits(old: str, new: str) -> list[Edit]:
    """Give what differs between two texts; numbers and Latin words are whole, islands of one character are not kept."""
    left, right = _TOKEN.findall(old), _TOKEN.findall(new)
    starts = [_places(tokens) for tokens in (left, right)]
    found: list[Edit] = []
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        edit = Edit((starts[0][a], starts[0][b]), (starts[1][c], starts[1][d]))
        if (
            found
            and edit.old[0] - found[-1].old[1] <= 1
            and edit.new[0] - found[-1].new[1] <= 1
            and old[found[-1].old[1] : edit.old[0]].strip("，。、；：“”")
        ):
            edit = Edit((found[-1].old[0], edit.old[1]), (found[-1].new[0], edit.new[1]))
            found.pop()
        found.append(edit)
    return found


def _places(tokens: Sequence[str]) -> list[int]:
    places = [0]
    for token in tokens:
        places.append(places[-1] + len(token))
    return places
