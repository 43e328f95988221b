"""Wrong characters that no list foresees: the dictionary's counts tell that another character makes a word; idioms; doubled characters."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from tongzhi.anatomy.paper import Paper
from tongzhi.check.content.homophones import (
    alike,
    corpus_words,
    in_name,
    is_first_of_names,
    is_misread,
    lawful_pairs,
    loose_pairs,
)
from tongzhi.check.content.people import sound_of, sounded_characters
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import corrected, quoted, sentence
from tongzhi.model.finding import PRACTICE
from tongzhi.zh.adjacent import log_chance
from tongzhi.zh.people import has_surname
from tongzhi.zh.prose import is_prose
from tongzhi.zh.segment import TOTAL_COUNT, known_word, word_count, word_starts

LEAST_GAIN = 7.0
"""Natural logarithm by which the word must be likelier than its two characters side by side."""
LEAST_BY_NEIGHBOURS = 1.0
"""The same, of how it stands between its neighbours in laws and official papers."""
SURE_GAIN = 10.0
"""From which even what may be a name is told."""
LEAST_COUNT = 30
"""Count of a word in the dictionary from which it is common enough to be meant."""
TERM_USES = 2
"""Uses of a pair in one paper from which it is a term of its own."""
_NUMERALS = frozenset("一二三四五六七八九十两百千零〇几")
_LEADING = _NUMERALS | frozenset("逐各该本每按致把被将让给请由向往从对")
"""Characters that stand before any noun or verb (逐处, 致一人)."""
_TRAILING = frozenset("到得完离出进来去下上掉住好了着过的地是和")
"""Characters that stand behind any verb (拖离, 围到)."""
_PLACES = re.compile(r"[一-鿿]?(?:省|市|县|区|镇|乡|村|街|路|桥|湖|河|江|山|站|港|湾|岛|寨|屯|庄|社)")


@rule("word-misspelt", clause="字词", strength="一般", source=PRACTICE)
def word_misspelt(paper: Paper) -> Iterator[Remark]:
    """两个字不成词，换一个同音或形近的字就是常用词（道路交同、发漂、却勤）：按词典的词频推断。"""
    if paper.nature.kind in ("手册", "论文", "外文"):
        return
    lines = [line for line in paper.shown if line.table is None and is_prose(line.text)]
    hits = [(line, *hit) for line in lines for hit in find_misspelt(line.text)]
    uses = Counter(pair for _, _, pair, _ in hits)
    for line, at, pair, word in hits:
        if uses[pair] >= TERM_USES or quoted(line.text, at):
            continue
        right = corrected(line.text, at, at + 2, word)
        yield Remark(line, f"“{pair}”像是“{word}”写错了字", right, quote=sentence(line.text, at, at + 2))


def find_misspelt(text: str) -> Iterator[tuple[int, str, str]]:
    """Give (place, as written, the word meant) of pairs of characters that are far likelier another word."""
    meant = [(at, pair, *_meant(pair)) for at, pair in loose_pairs(text)]
    if not any(word for _, _, word, _ in meant) or is_misread(text):
        return
    for at, pair, word, gain in meant:
        if word and not _fits(text, at, pair, word):
            continue
        if (
            word
            and not _PLACES.match(text, at + 2)
            and not is_first_of_names(text, at)
            and (gain >= SURE_GAIN or not _is_name(text, at))
        ):
            yield at, pair, word


def _fits(text: str, at: int, pair: str, word: str) -> bool:
    """Whether the word meant stands better between its neighbours than what is written."""

    def chance(middle: str) -> float:
        whole = [one for one in text[max(0, at - 1) : at] + middle + text[at + 2 : at + 3] if one >= "一"]
        return sum(log_chance(first, second) for first, second in pairwise(whole))

    return chance(word) >= chance(pair) + LEAST_BY_NEIGHBOURS


def _is_name(text: str, at: int) -> bool:
    starts = not text[at - 1 : at] or text[at - 1] in "，。；：　 请由"
    if starts and has_surname(text[at : at + 3]) and has_surname(text[at : at + 2]):
        return True
    return in_name(text, at) or text[at - 1 : at] in ("、", "“", "（") or text[at + 2 : at + 3] in ("、", "”")


@lru_cache(maxsize=8192)
def _meant(pair: str) -> tuple[str, float]:
    """Give the common word that a pair is likely a slip for, and by how much; else nothing."""
    first, second = pair[0], pair[1]
    if (
        pair in lawful_pairs()
        or first in _LEADING
        or second in _TRAILING
        or not {first, second} <= _sounded()
    ):
        return "", 0.0
    alone = (word_count(first) or 1) * (word_count(second) or 1)
    highest = TOTAL_COUNT / 1000
    if math.log(highest * TOTAL_COUNT / alone) < LEAST_GAIN:
        return "", 0.0  # two function words: nothing could be likelier by so much
    best = max(
        (
            *(one + second for one in alike(first)),
            *(first + one for one in alike(second)),
        ),
        key=word_count,
        default="",
    )
    count = word_count(best)
    gain = math.log(max(count, 1) * TOTAL_COUNT / alone)
    return (best, gain) if count >= LEAST_COUNT and gain >= LEAST_GAIN else ("", 0.0)


@cache
def _sounded() -> frozenset[str]:
    return frozenset(sounded_characters())


@cache
def _idioms() -> frozenset[str]:
    return frozenset(corpus_words("idioms.txt"))


@cache
def _by_half() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Give the idioms by their first two characters, and by their last two."""
    by_first: dict[str, list[str]] = {}
    by_last: dict[str, list[str]] = {}
    for idiom in sorted(_idioms()):
        by_first.setdefault(idiom[:2], []).append(idiom)
        by_last.setdefault(idiom[2:], []).append(idiom)
    return by_first, by_last


IDIOM = 4
"""Characters of an idiom."""
RARER = 10
"""Times by which a spelling must be rarer than the idiom, where the dictionary has both (持之一恒)."""


@rule("idiom-misspelt", clause="字词", strength="一般", source=PRACTICE)
def idiom_misspelt(paper: Paper) -> Iterator[Remark]:
    """成语、习用语里写错一个同音或形近的字（形同虚没、举一返三）。"""
    for line in paper.shown:
        for at, written, idiom in find_idioms(line.text):
            if quoted(line.text, at):
                continue
            right = corrected(line.text, at, at + IDIOM, idiom)
            quote = sentence(line.text, at, at + IDIOM)
            yield Remark(line, f"“{written}”像是“{idiom}”写错了字", right, quote=quote)


def find_idioms(text: str) -> Iterator[tuple[int, str, str]]:
    """Give (place, as written, the idiom) of four characters of which three are an idiom's and the fourth sounds or looks like it."""
    known, (by_first, by_last) = _idioms(), _by_half()
    pairs = list(map("".join, pairwise(text)))
    for start, (first, last) in enumerate(zip(pairs, pairs[2:], strict=False)):
        if first not in by_first and last not in by_last:
            continue  # with one character wrong, two at one end are right
        written = first + last
        if written in known or written in lawful_pairs():
            continue
        for at in range(IDIOM):
            for idiom in by_last.get(last, ()) if at < len(first) else by_first.get(first, ()):
                if idiom[:at] != written[:at] or idiom[at + 1 :] != written[at + 1 :]:
                    continue
                near = written[at] in alike(idiom[at]) or sound_of(written[at]) == sound_of(idiom[at])
                near = near and not {written[at], idiom[at]} <= _NUMERALS
                near = near and word_count(written) * RARER <= word_count(idiom)
                if near and not _is_word_there(text, start + at, start):
                    yield start, written, idiom
                    break


def _is_word_there(text: str, at: int, start: int) -> bool:
    """Whether the doubtful character belongs to a known word that reaches out of the four."""
    left = max(0, start - 4)
    cuts = sorted({*word_starts(text[left : start + IDIOM + 4]), len(text[left : start + IDIOM + 4])})
    for first, last in pairwise(cuts):
        if first + left <= at < last + left:
            return (first + left < start or last + left > start + IDIOM) and last - first > 1
    return False


_TWICE = re.compile(r"([一-鿿])\1")
_NEVER = frozenset(
    "对的在和与及为把被将应请不还也都已就由从向以等按于并且或但而是有贵妥特令须必未无经自至给让使同其该因如则所即又再仍现凡若另均只"
)
"""Characters that never stand twice side by side within one clause, unless two words meet."""


_ALWAYS = frozenset("贵妥")
"""Those of them that the dictionary has twice, as names (贵贵, 妥妥)."""
_VERBS = frozenset("管作做说看查报教学问想听讲试走谈评比找写读改练聊数算")
"""Verbs of one character that may follow a word that ends with them (市场监管管产品), or stand twice (看看)."""


@rule("doubled-character", clause="字词", strength="一般", source=PRACTICE)
def doubled_character(paper: Paper) -> Iterator[Remark]:
    """一个字连写了两遍（对对驾驶员、还还不牢固、采取取措施；看看、层层一类重叠不算）。"""
    for line in paper.running:
        text = line.text
        for match in _TWICE.finditer(text):
            if not quoted(text, match.start()) and _is_slip(text, match.start()):
                right = corrected(text, *match.span(), match[1])
                yield Remark(line, f"“{match[1]}”连写了两遍", right, quote=sentence(text, *match.span()))


def _is_slip(text: str, at: int) -> bool:
    char = text[at]
    if text[at + 2 : at + 3] in ("了", "过", "着", "到", "好"):
        return False  # 工作作了部署
    if char in _NUMERALS or char in _VERBS or text[at + 2 : at + 3] == char or text[at - 1 : at] == char:
        return False
    left = max(0, at - 6)
    piece = text[left : at + 8]
    starts = {left + one for one in word_starts(piece)} | {left + len(piece)}
    if at + 1 not in starts and char not in _ALWAYS:
        return False  # inside a word (人人, 天天)
    first_alone, second_alone = at in starts, at + 2 in starts
    if char in _ALWAYS:
        return True
    if char in _NEVER:
        # 及时时…: a word ends here and the character stands again; 时时 would be one word
        return second_alone or (first_alone and not known_word(text[at + 1 : at + 3]))
    ends_word = not first_alone
    return ends_word and second_alone and not _begins_word(text, at + 1)


def _begins_word(text: str, at: int) -> bool:
    """Whether a character makes a known word with what follows (发展展望, 工作作风)."""
    return any(known_word(text[at : at + size]) for size in (2, 3, 4))
