"""Which field of work a unit is about: one name of the closed list, or none."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from functools import cache

from tongzhi.extract.lexicon import Lexicon, read_table, read_words

OTHER = "其他"
_STRONG, _WEAK = 3.0, 1.0
Scores = dict[str, float]


@cache
def _triggers() -> tuple[Lexicon, Mapping[tuple[str, str], float]]:
    weights: dict[tuple[str, str], float] = {}
    for field, words in read_table("fields.tsv"):
        for word in words.split():
            weights[word.rstrip("!"), field] = _STRONG if word.endswith("!") else _WEAK
    for word in read_words("field-blocks.txt"):
        weights[word, ""] = 0.0
    return Lexicon(weights), weights


def field_names() -> list[str]:
    """Give the closed list."""
    return [row[0] for row in read_table("fields.tsv")]


def departments() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Give the department that usually leads for a field, and those that support."""
    return {field: (lead, tuple(others.split())) for field, lead, others in read_table("departments.tsv")}


_BODY = re.compile(
    r"[^\W\x00-\xff]{0,4}?(?:(?:救援|保障|保护|运输|工作)?(?:局|厅|委|部门|支队|大队|中队|总队|公司|集团|协会|办公室)|所[长的，在])"
)
_BY_BODY = 0.3
"""What a trigger word tells inside the name of a body: 文旅局 may be told to do anything."""


def score_fields(text: str) -> Scores:
    """Give the weight of the trigger words of each field in a text."""
    lexicon, weights = _triggers()
    found: Scores = {}
    for hit in lexicon.find(text):
        names = hit.classes - {""}
        share = _BY_BODY if names and _BODY.match(text, hit.end) else 1.0
        for field in sorted(names):
            found[field] = found.get(field, 0.0) + weights[hit.word, field] * share
    return found


def trigger_words(text: str) -> list[tuple[int, str]]:
    """Give the trigger words that stand in a text, with their places."""
    return [(hit.start, hit.word) for hit in _triggers()[0].find(text) if "" not in hit.classes]


_HEADING, _TOPIC, _HEAD = 4.0, 6.0, 2.0
"""What a heading above tells; the whole text, shared out among its fields; its head."""
_DECAY, _REACH, _AHEAD = 0.8, 5, 0.5
"""How the words of units beside one in the same chapter fade, how far they reach, and what those that follow count."""
_MOST_OF_UNIT, _MOST_BESIDE = 6.0, 3.0
_SPARSE, _DENSE = 0.5, 1.2
"""Weight of trigger words per hundred characters with which a text is about none of the fields, and surely about some."""
_LENT, _AHEAD_OF = 2.0, 0.5
"""What a field needs that neither the unit nor a heading above it names, and how far it must be ahead of others."""
_SEVERAL = 4
"""So many fields in one unit are work safety at large."""


class Themes:
    """The fields of a text's units, each by its own words, the headings above it, the units beside it, the text."""

    def __init__(self, units: Sequence[str], chapters: Sequence[Hashable], head: Sequence[str]) -> None:
        """Read a text.

        Args:
            units: the words of each.
            chapters: under which headings each stands; only units under the same tell of one another.
            head: the lines of the text's own heading.
        """
        self._units, self._chapters = units, chapters
        self._scores = [score_fields(unit) for unit in units]
        strongest = sum(max(scores.values(), default=0.0) for scores in self._scores)
        density = 100 * strongest / max(1, sum(map(len, units)))
        self._trust = min(1.0, max(0.0, (density - _SPARSE) / (_DENSE - _SPARSE)))
        whole = [{field: min(score, _MOST_OF_UNIT) for field, score in one.items()} for one in self._scores]
        self._topic = _sum(
            [_shared(_sum(whole), _TOPIC), _shared(_sum([score_fields(line) for line in head]), _HEAD)]
        )

    def field(self, index: int, headings: Sequence[str]) -> str | None:
        """Give the field of a unit; `headings` are those above it, the nearest last."""
        around = _sum([self._topic, self._beside(index)])
        around = {field: self._trust * score for field, score in around.items()}
        return choose_field(self._units[index], headings, around, least=_WEAK if self._trust else _STRONG)

    def _beside(self, index: int) -> Scores:
        found: Scores = {}
        for step, begin in ((-1, 1.0), (1, _AHEAD)):
            weight, place = begin, index + step
            for _ in range(_REACH):
                if not 0 <= place < len(self._units) or self._chapters[place] != self._chapters[index]:
                    break
                weight *= _DECAY
                for field, score in self._scores[place].items():
                    found[field] = found.get(field, 0.0) + weight * min(score, _MOST_BESIDE)
                place += step
        return found


def _shared(scores: Scores, weight: float) -> Scores:
    total = sum(scores.values())
    return {field: weight * score / total for field, score in scores.items()}


def choose_field(
    unit: str, headings: Sequence[str], around: Scores | None = None, least: float = _WEAK
) -> str | None:
    """Give the field of a unit from its words, the headings above it (the nearest last) and what stands around it."""
    own = score_fields(unit)
    above: str | None = None
    for heading in headings:
        above = _best(score_fields(heading)) or above
    strong = [field for field, score in own.items() if score >= _STRONG]
    if len(strong) >= _SEVERAL and not above:
        return OTHER
    whole = _sum([own, around or {}, {above: _HEADING} if above else {}])
    best = _best(whole)
    if best is None or best in own or best == above:
        return best if best and whole[best] >= least else None
    second = max((score for field, score in whole.items() if field != best), default=0.0)
    return best if whole[best] >= max(_LENT, second + _AHEAD_OF) else None


def _best(scores: Scores) -> str | None:
    if not scores:
        return None
    top = max(scores, key=lambda field: (scores[field], field != OTHER))
    return top if scores[top] >= _WEAK else None


def _sum(parts: Sequence[Scores]) -> Scores:
    found: Scores = {}
    for part in parts:
        for field, score in part.items():
            found[field] = found.get(field, 0.0) + score
    return found
