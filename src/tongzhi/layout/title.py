"""Title lines: words whole, symmetric, in the shape of a trapezoid or a diamond (7.3.1).

Words come from the domain word lists; jieba is asked only when no good shape can be made with those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise

from tongzhi.layout.widths import count_zi
from tongzhi.patterns import compile_later
from tongzhi.resources import corpus_path
from tongzhi.standard.gbt9704 import DOCUMENT_KINDS

_LIMIT = 20
"""A title has so many characters to a line at most (156 mm / 22 pt = 20.1)."""
_MOST_LINES = 6
_GOOD = 30.0
"""A shape that costs less than this needs no second opinion on the words."""
_CLOSING = "，。、；：！？）》〉”’】〕…·"
_OPENING = "（《〈“‘【〔"
_STAY = ("的", "等", "及", "和", "与", "或", "了", "期间")
_KINDS = (*DOCUMENT_KINDS, "方案", "清单", "实施方案", "工作方案", "行动方案", "情况通报", "会议纪要")
_TOKEN = compile_later(
    r"“[^”]{1,10}”|[A-Za-z0-9０-９.%％]+|[〔\[]\d{4}[〕\]]\d*号?|第[\d一二三四五六七八九十百]+[次届号期个条]?|.",
    re.DOTALL,
)


def break_title(text: str, room: float = _LIMIT) -> list[str]:
    """Give the lines of a title.

    Args:
        text: the title; line breaks in it are kept as they are.
        room: characters that fit a line.
    """
    text = text.strip()
    if "\n" in text:
        return [line.strip() for line in text.splitlines() if line.strip()]
    if count_zi(text) <= room:
        return [text]
    lines, cost = _best(_atoms(_known_words(text)), room)
    if lines and cost <= _GOOD:
        return lines
    asked, other_cost = _best(_atoms(_all_words(text)), room)
    if asked and (not lines or other_cost < cost):
        lines = asked
    return lines or _cut(text, room)


@cache
def _words() -> tuple[frozenset[str], int]:
    found = set(_KINDS)
    for name in ("words.txt", "title-words.txt"):
        lines = corpus_path(name).read_text("utf-8").splitlines()
        found.update(line.split(" ")[0] for line in lines if line.strip() and not line.startswith("#"))
    return frozenset(found), max(map(len, found))


def _known_words(text: str) -> list[str]:
    """Cut by the word lists, longest first; what they do not know stays in one piece."""
    words, longest = _words()
    pieces: list[str] = []
    unknown = ""
    position = 0
    while position < len(text):
        token = _TOKEN.match(text, position)
        step = token[0] if token is not None else text[position]
        found = next(
            (
                text[position : position + size]
                for size in range(min(longest, len(text) - position), 1, -1)
                if text[position : position + size] in words
            ),
            "",
        )
        if not found and len(step) == 1 and step not in _CLOSING + _OPENING and step not in _STAY:
            unknown += step
            position += 1
            continue
        if unknown:
            pieces.append(unknown)
            unknown = ""
        pieces.append(found or step)
        position += len(found or step)
    return [*pieces, unknown] if unknown else pieces


def _all_words(text: str) -> list[str]:
    """Cut the pieces that the lists do not know with jieba."""
    from tongzhi.zh.segment import tag_words

    words, _ = _words()
    pieces: list[str] = []
    for piece in _known_words(text):
        if len(piece) < 3 or piece in words or _TOKEN.fullmatch(piece):
            pieces.append(piece)
        else:
            pieces.extend(word.text for word in tag_words(piece))
    return pieces


def _atoms(words: list[str]) -> list[str]:
    """Join what may not be parted: marks and 的 to the word before, opening marks to the one after."""
    atoms: list[str] = []
    glue = False
    for word in words:
        if (atoms and (glue or word[0] in _CLOSING or word in _STAY)) or (
            atoms and atoms[-1].endswith("的") and word in _KINDS
        ):
            atoms[-1] += word
        else:
            atoms.append(word)
        glue = word[-1] in _OPENING
    return atoms


def _best(atoms: list[str], room: float) -> tuple[list[str], float]:
    whole = count_zi("".join(atoms))
    if any(count_zi(atom) > room for atom in atoms):
        return [], float("inf")
    least = int(-(-whole // room))
    best: list[str] = []
    cost = float("inf")
    for count in range(least, min(least + 1, _MOST_LINES) + 1):
        for lines in _splits(atoms, count, room):
            found = _cost(lines, room) + (count - least) * 12
            if found < cost:
                best, cost = lines, found
    return best, cost


def _splits(atoms: list[str], count: int, room: float) -> Iterator[list[str]]:
    if len(atoms) > 40:
        atoms = ["".join(atoms[first : first + 2]) for first in range(0, len(atoms), 2)]
    for cuts in combinations(range(1, len(atoms)), count - 1):
        edges = [0, *cuts, len(atoms)]
        lines = ["".join(atoms[first:last]) for first, last in pairwise(edges)]
        if all(count_zi(line) <= room for line in lines):
            yield lines


def is_symmetric_shape(widths: list[float]) -> bool:
    """Tell whether lines of these widths make a trapezoid or a diamond: no rectangle, no hourglass."""
    if len(widths) < 2:
        return True
    steps = [later - former for former, later in pairwise(widths)]
    if max(widths) - min(widths) < 1:
        return False
    falling = False
    for step in steps:
        if step < 0:
            falling = True
        elif step > 0 and falling:
            return False
    return True


def _cost(lines: list[str], room: float) -> float:
    widths = [count_zi(line) for line in lines]
    cost = 0.0 if is_symmetric_shape(widths) else 200.0
    for former, later in pairwise(widths):
        step = abs(later - former)
        cost += (step - 3) ** 2 * 0.35 if step > 3 else (3 - step) * 1.2
        if step < 1:
            cost += 25 if len(lines) > 2 else 40
    cost += max(0.0, 5 - min(widths)) * 12 + max(0.0, max(widths) - (room - 1)) * 4
    for line, following in pairwise(lines):
        if following.startswith("关于"):
            cost -= 12
        if line.endswith(("关于", "召开", "印发", "做好", "开展", "进一步", "切实", "加强", "全面")):
            cost += 14
        if line.endswith("、"):
            cost += 2
        if line.count("《") > line.count("》") or line.count("（") > line.count("）"):
            cost += 10
    return cost + (8 if widths[-1] < 4 else 0)


def _cut(text: str, room: float) -> list[str]:
    """Cut by characters, longer lines first: the last resort for a title without words."""
    count = int(-(-count_zi(text) // (room - 1)))
    size = -(-len(text) // count) + 1
    return [text[first : first + size] for first in range(0, len(text), size)]
