"""Headings of tasks, made only of words that stand in the speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongzhi.extract.clauses import Clause
from tongzhi.extract.outline import OutlineLine

_MARK = re.compile(
    r"^(?:第?[一二三四五六七八九十]+(?:是|要|、|，|点|方面)?[、，,：:]?|[（(][一二三四五六七八九十\d]+[)）]|\d+(?:\.\d+)*[.、]?)\s*"
)
_FILLER = re.compile(
    r"^(?:那个|那么|这个|然后|就是说|好 |行 |嗯|啊|那)(?=[^\W\x00-\xff]{4})(?!好|[一几些里边天年人种样家])"
)
_LONGEST = 36


def section_titles(line: OutlineLine) -> tuple[str, ...]:
    """Give the headings above a unit, outermost first, as they stand."""
    return tuple(words.strip() for _, words in line.section)


def task_title(line: OutlineLine, clauses: Sequence[Clause], text: str) -> str:
    """Give a short title: the nearest item title, then the clause that says what is to be done."""
    gist = _gist(clauses, text, line)
    heads = [_MARK.sub("", words).strip(" 。：:，") for words in section_titles(line)[-1:]]
    heads = [head for head in heads if 2 <= len(head) <= 14 and head not in gist]
    return "：".join([*heads, gist])


def _gist(clauses: Sequence[Clause], text: str, line: OutlineLine) -> str:
    best = max(clauses, key=_weight, default=None)
    words = (text[best.start : best.end] if best else line.words).strip(" 　。；！？：，;!?:,")
    words = _FILLER.sub("", words)
    if len(words) <= _LONGEST:
        return words
    cut = max(words.rfind(mark, 8, _LONGEST) for mark in "、的和")
    return words[: cut if cut > 0 else _LONGEST].rstrip("、")


def _weight(clause: Clause) -> tuple[float, int]:
    score = (
        2.0 * bool(clause.acts) + 1.5 * bool(clause.objects) + bool(clause.force) + 0.5 * bool(clause.lights)
    )
    score += 0.75 * ("day" in clause.marks)
    score += 0.5 * (clause.actor_first or "ba" in clause.marks) - ("condition" in clause.marks) * 0.5
    return score, -clause.start
