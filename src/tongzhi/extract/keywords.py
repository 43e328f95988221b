"""Domain keywords: phrases kept whole, words of the genre left out, weighed by how rare they are in it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache

from tongzhi.extract.fields import trigger_words
from tongzhi.extract.lexicon import read_table, read_words
from tongzhi.model.task import Keyword
from tongzhi.zh.segment import Word, tag_words

_TAGS = ("n", "vn", "nz", "nt", "l", "j", "i", "ns", "an")
_LEAST = 0.05


@cache
def _stop_words() -> frozenset[str]:
    bodies = (word for word in read_words("actors.txt") if word[0] in "各有相")
    return frozenset((*read_words("stopwords.txt"), *read_words("abstracts.txt"), *bodies))


@cache
def _rarity() -> tuple[dict[str, float], float]:
    """How rare a word is among texts of this genre, and that of a word never met."""
    rows = {word: float(value) for word, value in read_table("idf.tsv")}
    return rows, max(rows.values(), default=4.0)


def find_keywords(words: Iterable[Word], text: str, limit: int = 20) -> list[Keyword]:
    """Give the weightiest words with count and first place; the first has weight 1."""
    counts: dict[str, int] = {}
    first: dict[str, int] = {}
    for word in words:
        if _is_candidate(word):
            counts[word.text] = counts.get(word.text, 0) + 1
            first.setdefault(word.text, word.start)
    fields = {word for _, word in trigger_words(text)} if counts else set()
    rarity, unknown = _rarity()
    weights = {
        word: (1 + math.log(count))
        * rarity.get(word, unknown)
        * (1.6 if word in fields else 1.0)
        * (1.0 + 0.15 * min(len(word) - 2, 4))
        for word, count in counts.items()
    }
    ranked = sorted(weights, key=lambda word: (-weights[word], first[word]))[:limit]
    top = weights[ranked[0]] if ranked else 1.0
    return [
        Keyword(
            text[first[word] : first[word] + len(word)],
            round(weights[word] / top, 3),
            counts[word],
            first[word],
        )
        for word in ranked
        if weights[word] / top >= _LEAST
    ]


def extract_keywords(text: str, limit: int = 20) -> list[Keyword]:
    """Give the keywords of a text."""
    from tongzhi.zh.script import simplified

    shadow = simplified(text)
    found = find_keywords(tag_words(shadow), shadow, limit)
    return [
        Keyword(text[word.start : word.start + len(word.word)], word.weight, word.count, word.start)
        for word in found
    ]


def pick_keywords(words: Sequence[Word], keywords: Sequence[Keyword]) -> tuple[str, ...]:
    """Give those keywords of the speech that stand in a unit, weightiest first."""
    present = {word.text for word in words}
    return tuple(keyword.word for keyword in keywords if keyword.word in present)[:5]


def _is_candidate(word: Word) -> bool:
    return (
        len(word.text) >= 2
        and word.tag.startswith(_TAGS)
        and word.text not in _stop_words()
        and not word.text[0].isdigit()
        and "*" not in word.text
    )
