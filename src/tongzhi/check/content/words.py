"""Wrong characters and words, by the levelled list of `corpus/check/words.tsv`; doubled words, dropped characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from operator import ne
from typing import Literal, cast

from tongzhi.anatomy.paper import Paper
from tongzhi.check.content.people import sound_of
from tongzhi.check.content.tables import read_rows
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import corrected, sentence
from tongzhi.model.finding import PRACTICE
from tongzhi.patterns import compile_later
from tongzhi.resources import corpus_path
from tongzhi.zh.segment import known_word, tag_words, word_starts

WordLevel = Literal["certain", "likely", "hint"]


@dataclass(frozen=True, slots=True)
class WrongWord:
    r"""A row of the list.

    Attributes:
        level: certain (always wrong where the pattern fits), likely, hint.
        pattern: how it is written; groups may be named in `right` as \1.
        right: what it should be; with … or ，it is advice, else it replaces what was found.
        why: the reason in a few words.
        example: a text that has it.
        lawful: texts that look like it and are right.
    """

    level: WordLevel
    pattern: str
    right: str
    why: str
    example: str
    lawful: tuple[str, ...]


@cache
def wrong_words() -> tuple[WrongWord, ...]:
    """Give the list in its order."""
    found = []
    for row in read_rows("words.tsv"):
        level, pattern, right, why, example, lawful = (*row, *[""] * (6 - len(row)))
        found.append(
            WrongWord(
                cast("WordLevel", level),
                pattern,
                right,
                why,
                example or pattern,
                tuple(filter(None, lawful.split("|"))),
            )
        )
    return tuple(found)


@cache
def _anchored(level: WordLevel) -> tuple[tuple[str, re.Pattern[str], WrongWord], ...]:
    """Give the words of a level, each with characters that stand wherever its pattern fits ("" where none are sure)."""
    words = (word for word in wrong_words() if word.level == level)
    return tuple((anchor(word.pattern), compile_later(word.pattern), word) for word in words)


_OPTIONAL = re.compile(r"\\.|\[[^\]]*\]|.[?*{]")


def anchor(pattern: str) -> str:
    """Give the longest run of characters that stands in whatever a pattern fits, "" where none is sure."""
    flat = pattern
    while (inner := re.sub(r"\([^()]*\)[?*]?", " ", flat)) != flat:
        flat = inner
    if "|" in flat:
        return ""
    return max(re.findall("[一-鿿]+", _OPTIONAL.sub(" ", flat)), key=len, default="")


def find_words(text: str, level: WordLevel) -> Iterator[tuple[re.Match[str], WrongWord]]:
    """Give every wrong word of a level in a text, with the row that knows it."""
    yield from _known(text, level)


@lru_cache(maxsize=16384)
def _known(text: str, level: WordLevel) -> tuple[tuple[re.Match[str], WrongWord], ...]:
    return tuple(_find(text, level))


def _find(text: str, level: WordLevel) -> Iterator[tuple[re.Match[str], WrongWord]]:
    """The leftmost first, of those at one place the first of the list; only patterns whose anchor is there are tried."""
    likely = [(pattern, word) for sure, pattern, word in _anchored(level) if sure in text]
    hits = [(hit, word) for pattern, word in likely for hit in pattern.finditer(text)]
    at = 0
    for hit, word in sorted(hits, key=lambda pair: pair[0].start()):
        if hit.start() >= at:
            at = hit.end()
            yield hit, word


_ADVICE = re.compile(r"[…×]|去掉|用百分数|倡议$|等国家和地区|言语")


def _remarks(paper: Paper, level: WordLevel) -> Iterator[Remark]:
    for line in paper.shown:
        text = line.text
        for found, word in find_words(text, level):
            if _in_title(text, found.start()):
                continue
            right = found.expand(word.right) if "\\" in word.right else word.right
            instead = right if _ADVICE.search(right) else corrected(text, *found.span(), right)
            yield Remark(line, f"“{found[0]}”：{word.why}", instead, quote=sentence(text, *found.span()))


def _in_title(text: str, position: int) -> bool:
    """Whether a place lies inside 《》: the names of other papers stand as they are."""
    return text.rfind("《", 0, position) > text.rfind("》", 0, position)


@rule("wrong-word", clause="字词", strength="推算", source=PRACTICE)
def wrong_word(paper: Paper) -> Iterator[Remark]:
    """一定错的字词（布署、按装、隐患己整改、截止目前、二零二六年……），词表在 corpus/check/words.tsv。"""
    yield from _remarks(paper, "certain")


@rule("likely-wrong-word", clause="字词", strength="一般", source=PRACTICE)
def likely_wrong_word(paper: Paper) -> Iterator[Remark]:
    """多半错的字词（签定、明查暗访、企业法人签字、做的不够……）。"""
    yield from _remarks(paper, "likely")


@rule("word-hint", clause="字词", strength="实务", source=PRACTICE)
def word_hint(paper: Paper) -> Iterator[Remark]:
    """可以更规范的说法（消防栓……），供参考。"""
    yield from _remarks(paper, "hint")


@cache
def _listed(name: str) -> frozenset[str]:
    lines = corpus_path(f"check/{name}").read_text(encoding="utf-8").split("\n")
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


_DOUBLED = compile_later(r"([一-鿿]{2,10}?)\1")


@rule("doubled-word", clause="字词", strength="一般", source=PRACTICE)
def doubled_word(paper: Paper) -> Iterator[Remark]:
    """同一词语连写两遍（研究研究、一步一步一类重叠不算）。"""
    for line in paper.running:
        text = line.text
        for found in _DOUBLED.finditer(text):
            word = found[1]
            if (
                word in _listed("reduplicated.txt")
                or word[0] in "一逐各每"
                or re.search("多少|什么|哪|谁|怎么", word)  # 能抢多少抢多少
                or len(set(word)) == 1
                or _crosses(text, found)
            ):
                continue
            yield Remark(
                line,
                f"“{word}”连写了两遍",
                corrected(text, *found.span(), word),
                quote=sentence(text, *found.span()),
            )


def _crosses(text: str, found: re.Match[str]) -> bool:
    """Whether the second one belongs to a longer word or name (县区县区管委会 does not, 中共中央中央纪委 does)."""
    start, middle = found.start(), found.start(1) + len(found[1])
    left = max(0, start - 8)
    words = tag_words(text[left : found.end() + 8])
    cuts = {word.start + left for word in words}
    longer = any(
        word.start + left < start and word.end + left == middle and len(word.text) >= LEAST_PHRASE
        for word in words
    )
    if longer and {middle, found.end()} <= cuts and len(found[1]) > 1 and known_word(found[1]):
        return False  # the first is the end of a longer word (建立健全健全)
    return (
        middle not in cuts
        or start not in cuts
        or text[found.end() : found.end() + 1] in ("级", "委", "办", "局")
    )


@cache
def _dropped() -> tuple[re.Pattern[str], dict[str, str]]:
    """Set phrases with one inner character left out → the whole phrase, where that is no other phrase's part."""
    whole = sorted(_listed("set-phrases.txt"), key=len)
    short: dict[str, str] = {}
    for phrase in whole:
        for at in range(1, len(phrase) - 1):
            short.setdefault(phrase[:at] + phrase[at + 1 :], phrase)
    short = {
        key: phrase
        for key, phrase in short.items()
        if len(key) >= 3 and not any(key in other for other in whole)
    }
    return re.compile("|".join(sorted(map(re.escape, short), key=len, reverse=True))), short


@rule("dropped-character", clause="字词", strength="一般", source=PRACTICE)
def dropped_character(paper: Paper) -> Iterator[Remark]:
    """固定词语少了一个字（安全产、人民府、贯彻实）。"""
    pattern, phrases = _dropped()
    for line in paper.shown:
        text = line.text
        for found in pattern.finditer(text):
            if _in_title(text, found.start()) or _is_words(text, found):
                continue
            right = corrected(text, *found.span(), phrases[found[0]])
            yield Remark(
                line,
                f"“{found[0]}”像是“{phrases[found[0]]}”少了字",
                right,
                quote=sentence(text, *found.span()),
            )
        for at, phrase in _last_dropped(text):
            right = corrected(text, at, at + 3, phrase)
            quote = sentence(text, at, at + 3)
            yield Remark(line, f"“{text[at : at + 3]}”像是“{phrase}”少了字", right, quote=quote)


@cache
def _headless() -> dict[str, str]:
    """Give the set phrases of four characters by their first three, where no other phrase goes on so."""
    phrases = _listed("set-phrases.txt")
    found = {phrase[:3]: phrase for phrase in sorted(phrases) if len(phrase) == LEAST_PHRASE}
    return {
        short: phrase
        for short, phrase in found.items()
        if not known_word(short)
        and sum(other.startswith(short) or other.endswith(short) for other in phrases) == 1
    }


def _last_dropped(text: str) -> Iterator[tuple[int, str]]:
    """Give (place, phrase) of set phrases whose last character is missing before a mark or the end (防范措，)."""
    phrases = _headless()
    for end in re.finditer(r"(?<=[一-鿿]{3})(?=[，。；：、\n]|$)", text):
        at = end.start() - 3
        phrase = phrases.get(text[at : at + 3])
        if phrase is None:
            continue
        left = max(0, at - 6)
        starts = {left + start for start in word_starts(text[left : at + 3])}
        if at in starts and at + 2 in starts:
            yield at, phrase


def _is_words(text: str, found: re.Match[str]) -> bool:
    """Whether the characters are ordinary words, or parts of the words beside them (安全产品 has 安全产)."""
    if known_word(found[0]):
        return True
    left = max(0, found.start() - 6)
    words = tag_words(text[left : found.end() + 6])
    starts = {word.start + left for word in words}
    ends = {word.start + left + len(word.text) for word in words}
    if found.start() not in starts or found.end() not in ends:
        return True
    inside = [word for word in words if found.start() <= word.start + left < found.end()]
    return all(known_word(word.text) for word in inside)


LEAST_PHRASE = 4
"""Characters of a set phrase from which one wrong character of the same sound is told."""


@cache
def _by_half() -> dict[str, list[str]]:
    """Give the set phrases by their first two characters and by their last two."""
    found: dict[str, list[str]] = {}
    for phrase in _listed("set-phrases.txt"):
        if len(phrase) >= LEAST_PHRASE:
            for half in (phrase[:2], phrase[-2:]):
                found.setdefault(half, []).append(phrase)
    return found


@rule("phrase-homophone", clause="字词", strength="一般", source=PRACTICE)
def phrase_homophone(paper: Paper) -> Iterator[Remark]:
    """固定词语里写错一个同音字（齐抓共官、贯彻落时）。"""
    for line in paper.shown:
        text = line.text
        for start, written, phrase in find_phrases(text):
            end = start + len(phrase)
            right = corrected(text, start, end, phrase)
            yield Remark(line, f"“{written}”像是“{phrase}”写错了字", right, quote=sentence(text, start, end))


WRONG_LEVELS: tuple[WordLevel, ...] = ("certain", "likely")


@lru_cache(maxsize=4096)  # papers of one batch share most of their paragraphs
def find_phrases(text: str) -> tuple[tuple[int, str, str], ...]:
    """Give (place, as written, the set phrase) of what differs from a set phrase in one character of the same sound."""
    phrases = _by_half()
    found: dict[int, tuple[int, str, str]] = {}
    listed: list[tuple[int, int]] | None = None
    for at, pair in enumerate(map("".join, pairwise(text))):
        if pair not in phrases:
            continue
        for phrase in phrases[pair]:
            start = at if phrase.startswith(pair) else at - len(phrase) + 2
            written = text[max(start, 0) : max(start, 0) + len(phrase)]
            if start < 0 or start in found or len(written) != len(phrase) or written == phrase:
                continue
            if sum(map(ne, written, phrase)) != 1:
                continue
            wrong = [n for n, (a, b) in enumerate(zip(written, phrase, strict=True)) if a != b]
            if sound_of(written) != sound_of(phrase) or _in_title(text, start):
                continue
            if listed is None:
                listed = [hit.span() for level in WRONG_LEVELS for hit, _ in find_words(text, level)]
            if _is_ordinary(text, start + wrong[0]) or any(a <= start + wrong[0] < b for a, b in listed):
                continue
            found[start] = start, written, phrase
    return tuple(found.values())


def _is_ordinary(text: str, at: int) -> bool:
    """Whether the character in question belongs to a known word of two or more (贯彻落石 has none, 落石 has)."""
    left = max(0, at - 6)
    for word in tag_words(text[left : at + 7]):
        if word.start + left <= at < word.start + left + len(word.text):
            return len(word.text) > 1 and known_word(word.text)
    return False
