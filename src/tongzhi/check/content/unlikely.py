"""A character that makes no sense where it stands, while one that looks or sounds like it makes a word there.

Two witnesses must agree, neither of which knows a list of slips: the dictionary (the text falls into likelier words) and the
counts of neighbouring characters in laws and official papers (`corpus/check/side-by-side.tsv`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from tongzhi.anatomy.paper import Paper
from tongzhi.check.content.homophones import (
    FREE_BESIDE,
    alike,
    cuts_of,
    find_homophones,
    in_name,
    is_misread,
    lawful_pairs,
)
from tongzhi.check.content.people import sound_of, sounded_characters
from tongzhi.check.content.typos import find_idioms, find_misspelt
from tongzhi.check.content.words import WRONG_LEVELS, find_phrases, find_words
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import corrected, quoted, sentence
from tongzhi.model.finding import PRACTICE
from tongzhi.resources import corpus_path
from tongzhi.zh.adjacent import log_chance, seen_behind, times_seen
from tongzhi.zh.people import has_surname
from tongzhi.zh.prose import is_prose
from tongzhi.zh.segment import cut_chance, known_word, word_count, word_kind, word_starts

_HAN = re.compile(r"[一-鿿]+")
LEAST_BY_WORDS = 3.0
"""Natural logarithm by which the words must be likelier with the other character."""
LEAST_BY_NEIGHBOURS = 4.5
"""The same by the neighbouring characters."""
LEAST_TOGETHER = 14.0
"""The same of both together."""
LEAST_ALONE = 12.0
"""The same where neither neighbour was ever seen beside the character."""
SURE_BY_NEIGHBOURS, SURE_BY_WORDS = 9.0, 7.5
"""From which even what stands where a name may stand is told."""
LEAST_BESIDE_FREE, LEAST_TOGETHER_BESIDE_FREE = 12.0, 20.0
"""The same for a word whose other character stands beside any (瞎区)."""
LEAST_BESIDE_NOUN = 19.0
"""The same for a word whose other character is often a word of its own (改照)."""
LONG_WORD = 4
"""Characters of a word that is read in quotation marks too (“一票否绝”)."""
WINDOW = 5
"""Characters to each side that the words are cut from."""
RARE = 5
"""Count of a dictionary's word up to which it may be no word here (争求)."""
COMMON = 20
"""Count from which a word of two characters is meant; longer ones say enough by themselves."""
TRIED = 4
"""Characters tried by words, the likeliest by their neighbours first."""
SEEN = 3.0
"""Times two characters must have been seen together to be tried."""
OFTEN = 256.0
"""Times from which one neighbour alone is enough for a character to stand where it does."""
TERM_USES = 2
"""Uses in one paper from which it is a term of its own."""
_BLUR, _SHAPE = 0.7, 1.4
"""What a character that only nearly sounds alike, or only looks alike, must be likelier by."""
_FREE = frozenset(
    "的了和在是有不也就都而及与或对把被将从向到为以由上下地得着过我你他她它们这那吗呢吧啊嘛人要中年月日经讲局委签检查办往说一二三四五六七八九十百千万亿两零几共仅均各需须应已曾再又还"
)
"""Characters that stand alone as words everywhere, so that no neighbour tells anything of them."""
_ADVERBS = frozenset(
    "不主共各逐初首末次正副总分上下出的了和在是有也都就而及与或对把被将从向到为以由要人一二三四五六七八九十年月日"
)
"""Characters beside which nearly any other may stand."""
_PLACE_WORDS = frozenset("区县市镇乡村局室院校所队站厂店路")
"""Characters beside which a word of two may still be meant (瞎区)."""
_NAMED = re.compile(
    r"[一-鿿]{0,6}?(?:有限|公司|集团|厂|矿|酒店|宾馆|商场|商厦|小区|花园|广场|大厦|大桥|水库|河|路|街|村|镇|乡|县|区|市|州|社区|中学|小学|医院|学校|同志|〔)"
)
"""What follows a name proper: a firm, a place, a person, the code of an organ before its number."""
_NAME_KINDS = ("nr", "ns", "nz", "nt")


class Unlikely(NamedTuple):
    """One place: where, the characters as written, and the word meant."""

    start: int
    written: str
    word: str
    is_sure: bool = False


@rule("unlikely-character", clause="字词", strength="一般", source=PRACTICE)
def unlikely_character(paper: Paper) -> Iterator[Remark]:
    """一个字放在这里不成话，换一个形近或音近的字才成词（充电椿、专家沦证、人才陪养、快束增长）：词典和法规、公文里的搭配都这样说。"""
    if paper.nature.kind in ("手册", "论文", "外文"):
        return
    lines = [line for line in paper.shown if line.table is None and is_prose(line.text)]
    names = [name for name in (*paper.knowledge.people, *paper.knowledge.units) if name]
    hits = [(line, hit) for line in lines for hit in find_unlikely(line.text)]
    uses = Counter(hit.written for _, hit in hits)
    for line, (start, written, word, _) in hits:
        end = start + len(written)
        known = any(
            name in line.text and line.text.find(name) <= start < line.text.find(name) + len(name)
            for name in names
        )
        if known or uses[written] >= TERM_USES or (quoted(line.text, start) and len(word) < LONG_WORD):
            continue
        right = corrected(line.text, start, end, word)
        quote = sentence(line.text, start, end)
        yield Remark(line, f"“{written}”像是“{word}”写错了字", right, quote=quote)


@lru_cache(maxsize=4096)
def find_unlikely(text: str) -> tuple[Unlikely, ...]:
    """Give the places of a text that no other rule of wrong characters has."""
    found: list[Unlikely] = []
    told: set[int] = set()
    for run in _HAN.finditer(text):
        for at, word_start, word, sure in _in_run(run[0]):
            start = run.start() + word_start
            place = run.start() + at
            if _may_be_name(text, place, sure=sure) or not told.isdisjoint(range(start, start + len(word))):
                continue
            found.append(Unlikely(start, text[start : start + len(word)], word))
            told.update(range(start, start + len(word)))
    if not found or is_misread(text):
        return ()
    others = {at + k for at, _, _ in find_homophones(text) for k in (0, 1)}
    others |= {at + k for at, _, _ in find_misspelt(text) for k in (0, 1)}
    others |= {at + k for at, _, _ in find_idioms(text) for k in range(4)}
    others |= {at + k for at, written, _ in find_phrases(text) for k in range(len(written))}
    listed = (hit.span() for level in WRONG_LEVELS for hit, _ in find_words(text, level))
    others |= {place for start, end in listed for place in range(start, end)}
    return tuple(hit for hit in found if others.isdisjoint(range(hit.start, hit.start + len(hit.written))))


def is_named(text: str, at: int) -> bool:
    """Whether a place belongs to the name proper of a firm or place, or to the code of an organ."""
    return _NAMED.match(text, at + 1) is not None


def _may_be_name(text: str, at: int, *, sure: bool) -> bool:
    if is_named(text, at):
        return True
    if not sure and any(in_name(text, one) for one in (at - 1, at) if one >= 0):
        return True
    starts = [
        one
        for one in (at - 1, at - 2, at)
        if one >= 0 and text[one - 1 : one] in ("", "、", "，", "：", "　", "（", "和", "由", "长")
    ]
    return any(
        has_surname(text[one : one + size]) and not _HAN.match(text, one + size)
        for one in starts
        for size in (2, 3)
    )


def _in_run(run: str) -> Iterator[tuple[int, int, str, bool]]:
    """Give (place of the character, where its word begins, the word meant, whether both witnesses are sure)."""
    if len(run) < 2:
        return
    cuts = cuts_of(run)
    for start, end in pairwise(cuts):
        if end - start > 1 and word_count(run[start:end]) > RARE:
            continue
        for at in range(start, end):
            if (meant := _meant(run, at)) is not None:
                yield at, *meant


def _meant(run: str, at: int) -> tuple[int, str, bool] | None:
    """Give where the word begins, the word that a character is likely a slip in, and whether that is sure; None where it may stand."""
    char = run[at]
    before, after = run[at - 1 : at] if at else "", run[at + 1 : at + 2]
    pairs = {before + char, char + after}
    if char in _FREE or char not in _sounded() or not pairs.isdisjoint(lawful_pairs()):
        return None
    seen = [times_seen(pair) for pair in pairs if len(pair) > 1]
    if max(seen) >= OFTEN or (min(seen) >= SEEN and len(seen) > 1):
        return None
    least = LEAST_TOGETHER if any(seen) else LEAST_ALONE
    here = _chance(before, char, after)
    behind = seen_behind(before, SEEN) if before else frozenset[str]()
    tried = sorted(
        (
            (gain, other)
            for other, handicap in _candidates(char).items()
            if (other in behind or _stood(other, after))
            and (gain := _chance(before, other, after) - here - handicap) >= LEAST_BY_NEIGHBOURS
        ),
        reverse=True,
    )[:TRIED]
    low = max(0, at - WINDOW)
    window = run[low : at + WINDOW + 1]
    best: tuple[float, int, str, bool] | None = None
    as_written = cut_chance(window) if tried else 0.0
    for by_neighbours, other in tried:
        changed = run[low:at] + other + run[at + 1 : at + WINDOW + 1]
        by_words = cut_chance(changed) - as_written
        together = by_words + by_neighbours
        if by_words < LEAST_BY_WORDS or together < least or (best and best[0] >= together):
            continue
        start, word = _word_at(changed, at - low)
        kept = word[1 - (at - low - start)] if len(word) == 2 else ""
        if (
            len(word) > 2
            and not sure_of(by_words, by_neighbours)
            and at - low in (start, start + len(word) - 1)
        ):
            rest = word.removeprefix(other) if at - low == start else word[:-1]
            if known_word(rest):
                continue  # any character may stand beside a whole word (仓过程)
        sure = sure_of(by_words, by_neighbours)
        stray = by_neighbours >= LEAST_BESIDE_FREE and together >= LEAST_TOGETHER_BESIDE_FREE
        noun = sure_beside(by_words, by_neighbours) and not any(seen) and kept not in _ADVERBS
        if _is_meant(word, "" if noun or (stray and not any(seen) and kept in _PLACE_WORDS) else kept):
            best = (together, low + start, word, sure)
    return best[1:] if best else None


def sure_of(by_words: float, by_neighbours: float) -> bool:
    """Whether each witness alone is sure."""
    return by_neighbours >= SURE_BY_NEIGHBOURS and by_words >= SURE_BY_WORDS


def sure_beside(by_words: float, by_neighbours: float) -> bool:
    """Whether the witnesses agree enough for a word whose other character is often a word of its own."""
    return by_words >= 5 and by_neighbours >= 9 and by_words + by_neighbours >= LEAST_BESIDE_NOUN


def _is_meant(word: str, kept: str) -> bool:
    """Whether a word is likely meant: no name; of two characters a common one, whose other character binds."""
    if len(word) < 2 or word_kind(word).startswith(_NAME_KINDS):
        return False
    return len(word) > 2 or (word_count(word) >= COMMON and kept not in FREE_BESIDE)


def _word_at(text: str, at: int) -> tuple[int, str]:
    start, end = 0, len(text)
    for cut in word_starts(text):
        if start < cut <= at:
            start = cut
        if at < cut < end:
            end = cut
    return start, text[start:end]


def _stood(char: str, after: str) -> bool:
    return bool(after) and times_seen(char + after) >= SEEN


def _chance(before: str, char: str, after: str) -> float:
    return log_chance(before, char) + (log_chance(char, after) if after else 0.0)


@cache
def _sounded() -> frozenset[str]:
    return frozenset(sounded_characters())


@cache
def _shapes() -> dict[str, str]:
    lines = corpus_path("check/shapes.tsv").read_text(encoding="utf-8").splitlines()
    return {line[0]: line[2:] for line in lines if not line.startswith("#")}


@cache
def _by_blurred_sound() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for char in _sounded():
        sound = sound_of(char)
        found[sound] = found.get(sound, "") + char
    return found


@cache
def _candidates(char: str) -> dict[str, float]:
    """Give the characters that one may stand for, and by how much likelier each must be."""
    found = dict.fromkeys(_shapes().get(char, ""), _SHAPE)
    found |= dict.fromkeys(_by_blurred_sound().get(sound_of(char), ""), _BLUR)
    found |= dict.fromkeys(alike(char), 0.0)
    found.pop(char, None)
    return found
