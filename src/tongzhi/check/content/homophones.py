"""Common words with one wrong character, of the same sound or much the same shape (制度不建全, 排察隐患, 梵烧秸秆)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from tongzhi.anatomy.paper import Paper
from tongzhi.check.content.people import sound_of_characters, sounded_characters
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import corrected, quoted, sentence
from tongzhi.model.finding import PRACTICE
from tongzhi.patterns import compile_later
from tongzhi.resources import corpus_path
from tongzhi.zh.people import has_surname
from tongzhi.zh.prose import is_prose
from tongzhi.zh.segment import known_word, word_starts

_ALONE = frozenset(
    "日起中里句人请要部好进守出市至米号年月级大小多少新老高低前后内外左右东西南北来去说看做用给到被把让使各每某该此其之与和及或而但如若因所以将已"
    "未不没无非是有在于从向往对为由经按照据自比跟同等再又也还都均就只才便则即且并很太更最较越天时分秒元万亿千百十个件次项条家户座处名位头辆艘台套支"
    "张份页层间栋场次遍回下上过着了地得的吗呢吧啊我你他她它们谁何什怎哪这那一二三四五六七八九县区镇乡村省局办委科股室院校所队组站厂矿店馆路街"
    "质官深查图补例改法事见旅友文监试早晚男女父母兄弟水电气油煤火土山河湖海车船门窗房屋楼"
)
"""Characters that stand as words of their own, so that two of them side by side prove nothing."""
_GLUE = frozenset(
    "的了和在是有不也就都而及与或对把被将从向到为以由上下地得着过我你他她它们这那吗呢吧啊嘛人要中年月日经"
)
FREE_BESIDE = _ALONE | _GLUE | frozenset("逐初首末主次正副总分")
"""Characters beside which any other may stand."""

_OFTEN_ALONE = _ALONE | _GLUE
_NONE = frozenset[str]()
LEAST_PROSE = 24
"""Characters from which a text tells whether it is prose of today."""
LEAST_CELL = 4
"""Characters of a cell from which it is read as a sentence, no name."""
LONG_TITLE = 12
"""Characters of a title in 《》 from which it is read too."""


def corpus_words(name: str) -> Iterator[str]:
    """Give the words of a list of `corpus/check/`, remarks left out."""
    for line in corpus_path(f"check/{name}").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split()


@cache
def _words() -> frozenset[str]:
    return frozenset(corpus_words("common-words.txt"))


@cache
def lawful_pairs() -> frozenset[str]:
    """Give the pairs of characters that are right, though no word of the dictionary."""
    return frozenset(corpus_words("lawful-pairs.txt")) | _words()


@cache
def _bound() -> frozenset[str]:
    return frozenset("".join(corpus_words("bound-characters.txt")))


@cache
def _by_sound() -> dict[str, str]:
    found: dict[str, str] = {}
    for char in sounded_characters():
        sound = sound_of_characters(char)[0]
        found[sound] = found.get(sound, "") + char
    return found


@cache
def _by_shape() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in corpus_words("look-alikes.txt"):
        for char in group:
            found[char] = found.get(char, "") + group
    return found


@cache
def alike(char: str) -> frozenset[str]:
    """Give the characters that sound like one, or look like it."""
    sounds = _by_sound().get(sound_of_characters(char)[0], "")
    return frozenset(sounds + _by_shape().get(char, "")) - {char}


class _Suspects(dict[str, str]):
    """Pair of characters → the common word that it may be with one character wrong, "" for none; told when asked.

    The table of all pairs would take as long as the whole check of a short paper.
    """

    def __missing__(self, pair: str) -> str:
        meant = self[pair] = min(_meant_words(pair), default="")
        return meant


def _meant_words(pair: str) -> Iterator[str]:
    if len(pair) < 2 or pair in lawful_pairs():
        return
    for at in (1, 0):
        wrong, kept = pair[at], pair[1 - at]
        if kept in _GLUE or (wrong in _OFTEN_ALONE and kept not in _bound()):
            continue
        for right in _beside()[at].get(kept, _NONE) & alike(wrong):
            yield kept + right if at else right + kept


@cache
def _beside() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Give, for the second character of a common word and for its first, what stands before it and behind it."""
    sides: tuple[dict[str, set[str]], dict[str, set[str]]] = ({}, {})
    for word in _words():
        first, second = word[0], word[1]
        sides[0].setdefault(second, set()).add(first)
        sides[1].setdefault(first, set()).add(second)
    before, behind = ({char: frozenset(others) for char, others in side.items()} for side in sides)
    return before, behind


_SUSPECTS = _Suspects()


_BESIDE = frozenset("、：:长任记员师人理导席裁")
"""What stands before a name."""
_AFTER_NAME = re.compile(r"同志|等[\d一二三四五六七八九十两]+[名人位]")
"""What follows a name, or the first of several."""
_WEAKLY = frozenset(("", "，", "　", " ", "（", "和"))
"""What may stand before one, where the name ends there too."""


@rule("word-homophone", clause="字词", strength="一般", source=PRACTICE)
def word_homophone(paper: Paper) -> Iterator[Remark]:
    """常用词里写错一个同音或形近的字（制度不建全、排察隐患、梵烧秸秆）：两个字不成词，换一个字才成词。"""
    if paper.nature.kind in ("手册", "论文", "外文"):
        return  # whose words are others
    for line in paper.shown:
        text = line.text
        if not is_prose(text) or (line.table is not None and len(text) < LEAST_CELL):
            continue
        for at, written, word in find_homophones(text):
            if quoted(text, at) and not _in_long_title(text, at):
                continue
            right = corrected(text, at, at + 2, word)
            yield Remark(line, f"“{written}”像是“{word}”写错了字", right, quote=sentence(text, at, at + 2))


def _in_long_title(text: str, at: int) -> bool:
    opening, closing = text.rfind("《", 0, at), text.find("》", at)
    return text.rfind("》", 0, at) < opening and closing - opening > LONG_TITLE


@lru_cache(maxsize=4096)  # papers of one batch share most of their paragraphs
def find_homophones(text: str) -> tuple[tuple[int, str, str], ...]:
    """Give (place, as written, the common word) of pairs of characters that are no words and look or sound like one."""
    return tuple(_find(text))


def _find(text: str) -> Iterator[tuple[int, str, str]]:
    suspects = _SUSPECTS
    places = [at for at, pair in enumerate(map("".join, pairwise(text))) if suspects[pair]]
    if not places:
        return
    loose = [at for at in places if _stands_loose(text, at)]
    if not loose or is_misread(text):
        return
    for at in loose:
        written = text[at : at + 2]
        if not known_word(written) and not in_name(text, at):
            yield at, written, suspects[written]


_CLAUSE = compile_later(r"[一-鿕A-Za-z0-9+#&._%-]+")
"""What words are cut in: nothing beyond it changes where a word begins."""


def _stands_loose(text: str, at: int) -> bool:
    """Whether the two characters are each cut as a word of their own."""
    for clause in _CLAUSE.finditer(text):
        if clause.start() <= at < clause.end():
            place = at - clause.start()
            return {place, place + 1, place + 2} <= set(cuts_of(clause[0]))
    return False


def loose_pairs(text: str) -> Iterator[tuple[int, str]]:
    """Give (place, pair) of neighbouring characters that are words of their own and no word together."""
    for clause in _CLAUSE.finditer(text):
        cuts, first = cuts_of(clause[0]), clause.start()
        for start, middle, end in zip(cuts, cuts[1:], cuts[2:], strict=False):
            pair = clause[0][start:end]
            if end - start == 2 and middle - start == 1 and not known_word(pair):
                yield first + start, pair


@lru_cache(maxsize=16384)
def cuts_of(clause: str) -> tuple[int, ...]:
    """Give where the words of a clause begin, and its end."""
    return (*sorted(word_starts(clause)), len(clause))


def is_misread(text: str) -> bool:
    """Whether nearly every character is a word: old prose, verse, scrambled text."""
    if len(text) < LEAST_PROSE:
        return False
    clauses = [clause[0] for clause in _CLAUSE.finditer(text)]
    marks = len(text) - sum(map(len, clauses))
    words = marks + sum(len(cuts_of(clause)) - 1 for clause in clauses)
    return (words + 1) * 4 > len(text) * 3


def is_first_of_names(text: str, at: int) -> bool:
    """Whether a pair begins a name that `同志` or a number of people follows (周维等12名)."""
    return any(
        has_surname(text[at:end]) and _AFTER_NAME.match(text, end) is not None for end in (at + 2, at + 3)
    )


def in_name(text: str, at: int) -> bool:
    """Whether the pair may be part of a person's name: behind a post or a mark, or before a mark."""
    for start in (at - 1, at):
        before = text[start - 1 : start] if start > 0 else ""
        for end in (at + 2, at + 3):
            ends = not re.match("[一-鿿]", text[end : end + 1]) or _AFTER_NAME.match(text, end) is not None
            beside = before in _BESIDE or (before in _WEAKLY and ends)
            if 0 <= start < end <= len(text) and beside and has_surname(text[start:end]):
                return True
    return False
