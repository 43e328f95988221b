"""Which field of work a unit is about: one name of the closed list, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


def score_fields(text: str) -> Scores:
    """Give the weight of the trigger words of each field in a text."""
    lexicon, weights = _triggers()
    found: Scores = {}
    for hit in lexicon.find(text):
        for field in sorted(hit.classes - {""}):
            found[field] = found.get(field, 0.0) + weights[hit.word, field]
    return found


def trigger_words(text: str) -> list[tuple[int, str]]:
    """Give the trigger words that stand in a text, with their places."""
    return [(hit.start, hit.word) for hit in _triggers()[0].find(text) if "" not in hit.classes]


def find_topic(head: Sequence[str], text: str) -> str | None:
    """Give the one field that a whole speech is about: named in its head, or most of its trigger words."""
    named = _best(_sum([score_fields(line) for line in head]))
    scores = score_fields(text)
    total = sum(scores.values())
    if not total:
        return named
    top = max(scores, key=lambda field: scores[field])
    share = scores[top] / total
    if named and scores.get(named, 0.0) / total > 0.2:
        return named
    return top if share > 0.5 and scores[top] >= 12 else None


def choose_field(unit: str, headings: Sequence[str], topic: str | None) -> str | None:
    """Give the field of a unit from its words, the headings above it (nearest last) and the speech's topic."""
    own = score_fields(unit)
    above: str | None = None
    for heading in headings:
        above = _best(score_fields(heading)) or above
    if above:
        own[above] = own.get(above, 0.0) + 4.0
    if topic:
        own[topic] = own.get(topic, 0.0) + (3.0 if above and above != topic else 6.0)
    strong = [field for field, score in own.items() if score >= _STRONG]
    if len(strong) >= 4 and not above and not topic:
        return OTHER
    return _best(own)


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
