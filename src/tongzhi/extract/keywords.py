"""What a speech is about: its words and whole phrases, weighed by how often it has them and how rare they are elsewhere.

Persons, posts, offices, days and the phrases of every speech are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from tongzhi.extract.actors import body_ending
from tongzhi.extract.fields import trigger_words
from tongzhi.extract.lexicon import read_table, read_words
from tongzhi.model.speech_notes import Keyword
from tongzhi.zh.script import simplified
from tongzhi.zh.segment import Word, common_share, is_listed, tag_words

_TAGS = ("n", "vn", "j", "b", "an", "eng", "g", "v", "a", "l", "i")
_ALONE = ("n", "vn", "j", "an", "eng", "l", "i", "nz")
"""Tags of words that can be a keyword by themselves, and end one."""
_NAMES = ("nr", "ns", "nt")
_LEADERS = frozenset("请由把将对向让叫使给为第每各本该此某")
"""Words that jieba takes for nouns or verbs and that only lead to what is meant: 请总干事."""
_LONGEST, _MOST_WORDS = 10, 4
_LEAST = 0.05
_CODE = re.compile(r"[A-Za-z]?\d[A-Za-z\d]*|[A-Za-z]")
_ADDRESS = re.compile(r"https?://\S+|[\w.+-]+@\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.ASCII)
_OFFICE = re.compile(
    r"(?:[省市县区州旗镇乡]|党|团|纪|监)(?:委|政府|府)|[市县区镇乡局科处部]长$|党委|党组|政府$"
)
_CALLED = re.compile(r"[老小阿][^\W\x00-\xff]|[A-Z][a-z]+")
"""老段, Wang: somebody's name, not a matter."""
_MAKING = ("化", "性")
"""常态化疫情防控 is 疫情防控: a word with such an ending only says how."""
_IN_TEAMS = ("组", "队", "专班", "企业", "工厂", "医院", "学校", "幼儿园", "村", "社区", "小区")
"""Bodies that a speech may well be about: 督导组, 危化企业."""


@cache
def _stop_words() -> frozenset[str]:
    bodies = (word for word in read_words("actors.txt") if word[0] in "各有相")
    return frozenset((*read_words("stopwords.txt"), *read_words("abstracts.txt"), *bodies))


@cache
def _deeds() -> frozenset[str]:
    """Give the words for what anybody does with anything: 调度, 清查; no speech is about them."""
    listed = frozenset(word for name in ("acts", "lights", "duties") for word in read_words(f"{name}.txt"))
    return listed - {word for _, words in read_table("fields.tsv") for word in words.replace("!", "").split()}


@cache
def _rarity() -> tuple[dict[str, float], float]:
    """How rare a word is among texts of this genre, and that of a word never met."""
    rows = {word: float(value) for word, value in read_table("idf.tsv")}
    return rows, max(rows.values(), default=4.0)


@dataclass(slots=True)
class _Phrase:
    words: list[str]
    start: int
    count: int = 0
    inside: Counter[str] = field(default_factory=Counter)
    """Longer phrases that it stands in, with their counts."""


def find_keywords(words: Iterable[Word], text: str, limit: int = 20) -> list[Keyword]:
    """Give the weightiest words and phrases with count and first place; the first has weight 1."""
    phrases = _count(words, text)
    fields = {word for _, word in trigger_words(text)} if phrases else set()
    weights = {words: _weigh(words, phrase, fields) for words, phrase in phrases.items()}
    ranked = sorted(weights, key=lambda words: (-weights[words], phrases[words].start))
    chosen: list[str] = []
    for candidate in ranked:
        if len(chosen) == limit or weights[candidate] < _LEAST * weights[ranked[0]]:
            break
        if not any(candidate in other or other in candidate for other in chosen):
            chosen.append(candidate)
    return [
        Keyword(
            text[phrases[word].start : phrases[word].start + len(word)],
            round(weights[word] / weights[chosen[0]], 3),
            phrases[word].count,
            phrases[word].start,
        )
        for word in chosen
    ]


def _count(words: Iterable[Word], text: str) -> dict[str, _Phrase]:
    """Count words and phrases; a phrase must be met twice, a word that mostly stands in one phrase is left out."""
    found: dict[str, _Phrase] = {}
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    for run in _runs(words, addresses):
        for first in range(len(run)):
            for last in range(first, min(len(run), first + _MOST_WORDS)):
                part = run[first : last + 1]
                whole = "".join(word.text for word in part)
                if 2 <= len(whole) <= _LONGEST and _is_candidate(part, whole):
                    phrase = found.setdefault(whole, _Phrase([word.text for word in part], part[0].start))
                    phrase.count += 1
    kept = {whole: phrase for whole, phrase in found.items() if len(phrase.words) == 1 or phrase.count > 1}
    for whole, phrase in kept.items():
        for first in range(len(phrase.words)):
            for last in range(first, len(phrase.words)):
                shorter = kept.get("".join(phrase.words[first : last + 1]))
                if shorter is not None and shorter is not phrase:
                    shorter.inside[whole] = phrase.count
    return {
        whole: phrase
        for whole, phrase in kept.items()
        if max(phrase.inside.values(), default=0) < _MOSTLY * phrase.count
    }


_MOSTLY = 0.75


def _runs(words: Iterable[Word], addresses: Sequence[tuple[int, int]]) -> Iterator[list[Word]]:
    """Give the runs of words side by side that a phrase can be made of."""
    run: list[Word] = []
    starts = [start for start, _ in addresses]
    for found in words:
        word = _plain(found)
        at = bisect_right(starts, word.start) - 1  # they stand in order and never overlap
        usable = (
            bool(word.text.strip())
            and word.tag.startswith(_TAGS)
            and not word.text[0].isdigit()
            and "*" not in word.text
            and (at < 0 or word.start >= addresses[at][1])
        )
        if run and (not usable or run[-1].end != word.start):
            yield run
            run = []
        if usable:
            run.append(word)
    if run:
        yield run


def _plain(word: Word) -> Word:
    """Leave out how a thing is done before what it is: 常态化疫情防控 is about 疫情防控."""
    how = _HOW.match(word.text)
    return Word(word.text[how.end() :], word.tag, word.start + how.end()) if how else word


_HOW = re.compile(r"[^\W\x00-\xff]{2}化(?=[^\W\x00-\xff]{4})")


def _is_candidate(part: Sequence[Word], whole: str) -> bool:
    first, last = part[0], part[-1]
    if any(word.text in _LEADERS for word in part):
        return False
    if not last.tag.startswith(_ALONE) or first.text in _stop_words() or last.text in _stop_words():
        return False
    if any(word.tag.startswith(_NAMES) for word in part) or whole in _stop_words():
        return False
    if last.tag.startswith(("l", "i")) and not is_listed(last.text):
        return False  # 说话算数, 走来走去: turns of speech, unless our own dictionary has them as terms
    if _CODE.fullmatch(whole) or _OFFICE.search(whole) or _CALLED.fullmatch(whole):
        return False
    if whole in _deeds() or first.text.endswith(_MAKING):
        return False
    ending = body_ending(whole)
    return not ending or whole.endswith(_IN_TEAMS)


_OF_FIELD, _OF_TERMS, _PHRASE = 2.0, 1.3, 1.4
"""What a trigger word of a field, a term of our dictionary and a phrase of several words count more."""
_OFTEN, _LENGTH, _INSIDE = 0.85, 0.5, 0.8
"""How counts grow; what a further character adds; how far uses inside a longer phrase are not a word's own."""


def _weigh(whole: str, phrase: _Phrase, fields: set[str]) -> float:
    rows, unknown = _rarity()
    genre = sum(rows.get(word, unknown) for word in phrase.words) / unknown / len(phrase.words)
    general = 1 - sum(common_share(word) for word in phrase.words) / len(phrase.words)
    own = phrase.count - _INSIDE * max(phrase.inside.values(), default=0)
    known = _OF_FIELD if whole in fields else _OF_TERMS if is_listed(whole) else 1.0
    joined = _PHRASE if len(phrase.words) > 1 else 1.0
    weight: float = max(own, 0.0) ** _OFTEN * general * (0.1 + 0.9 * genre) * known * joined
    return weight * (1 + _LENGTH * min(len(whole) - 2, 4))


def extract_keywords(text: str, limit: int = 20) -> list[Keyword]:
    """Give the keywords of a text."""
    shadow = simplified(text)
    found = find_keywords(tag_words(shadow), shadow, limit)
    return [
        Keyword(text[word.start : word.start + len(word.word)], word.weight, word.count, word.start)
        for word in found
    ]


def pick_keywords(shadow: str, text: str, keywords: Sequence[Keyword]) -> tuple[str, ...]:
    """Give those keywords of the speech that stand in a unit, as its text has them, weightiest first.

    `shadow` is the unit in Simplified script, as are the keywords.
    """
    places = [(shadow.find(keyword.word), len(keyword.word)) for keyword in keywords]
    return tuple(text[start : start + size] for start, size in places if start >= 0)[:5]
