"""Words with their tags: the only place that knows jieba.

Stock jieba parses its whole dictionary before the first word. Here a line is parsed when a text first has the
two characters that its word begins with; cuts and tags stay those of `jieba.posseg` with our user dictionary.
No cache is written anywhere, nothing is printed.
"""

from __future__ import annotations

import math
import sys
import warnings
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import import_module
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from threading import RLock
from types import ModuleType
from typing import Any, NamedTuple

from tongzhi.patterns import compile_later
from tongzhi.resources import corpus_path
from tongzhi.zh.viterbi import likeliest_tags

_STOCK_SIZE, _STOCK_TOTAL = 5071852, 60101967
"""Bytes of the dictionary of jieba 0.42.1 and the sum of its counts, which spares adding them up."""


class Word(NamedTuple):
    """One word of a text."""

    text: str
    tag: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends, excluded."""
        return self.start + len(self.text)


_ENDLESS = compile_later(r"(.{1,8}?)\1{39,}")
"""The same few characters over and over are no language; jieba would guess at them for minutes."""
_LONG = 200


def tag_words(text: str, start: int = 0) -> list[Word]:
    """Cut a text into words with their part of speech; offsets begin at `start`. Blanks are words too."""
    if len(text) <= _LONG:
        return _tag(text, start)
    words, done = [], 0
    for run in _ENDLESS.finditer(text):
        words += _tag(text[done : run.start()], start + done)
        words.append(Word(run.group(), "x", start + run.start()))
        done = run.end()
    return words + _tag(text[done:], start + done)


def _tag(text: str, start: int) -> list[Word]:
    words = []
    for pair in _tagger().cut(text):
        words.append(Word(pair.word, pair.flag, start))
        start += len(pair.word)
    return words


@lru_cache(maxsize=65536)
def known_word(text: str) -> bool:
    """Tell whether the dictionary has a word of two or more characters."""
    tokenizer = _tagger().tokenizer
    tokenizer.get_DAG(text)
    return len(text) > 1 and tokenizer.FREQ.get(text, 0) > 0


def word_starts(text: str) -> frozenset[int]:
    """Give where the words of a text begin, by the dictionary alone: fast, without tags or guesses at unknown words."""
    found, at = set[int](), 0
    for word in _tagger().tokenizer.cut(text, HMM=False):
        found.add(at)
        at += len(word)
    return frozenset(found)


def cut_chance(text: str) -> float:
    """Give the natural logarithm of the chance of a text as its likeliest words; unknown characters count once."""
    tokenizer = _tagger().tokenizer
    route: dict[int, tuple[float, int]] = {}
    tokenizer.calc(text, tokenizer.get_DAG(text), route)
    return route[0][0]


def word_kind(word: str) -> str:
    """Give the tag of a word of the dictionary (`n`, `v`, `nr` a person's name, `ns` a place); empty for one it lacks."""
    known_word(word)
    return str(_tagger().word_tag_tab.get(word, ""))


@lru_cache(maxsize=65536)
def word_count(word: str) -> int:
    """Give how often the dictionary counted a word, among `TOTAL_COUNT`; 0 for one it lacks."""
    tokenizer = _tagger().tokenizer
    if word not in tokenizer.FREQ or len(word) > 1:
        tokenizer.get_DAG(word)
    return int(tokenizer.FREQ.get(word, 0))


TOTAL_COUNT = _STOCK_TOTAL
"""All words that the dictionary counted."""


_GLUED = frozenset("要由归请须把将")
"""Function words that jieba's guess at unknown words likes to swallow (归市, 由非); some rare entries have them too."""
_RARE = 5


def part_glued(words: Iterable[Word]) -> list[Word]:
    """Part a function word from the guessed or rare word that begins with it; others stay whole."""
    found: list[Word] = []
    known = _tagger().tokenizer.FREQ
    for word in words:
        if len(word.text) > 1 and word.text[0] in _GLUED and known.get(word.text, 0) < _RARE:
            head, rest = word.text[0], word.text[1:]
            found.append(Word(head, "p" if head in "由归把将" else "v", word.start))
            found.append(Word(rest, "n" if rest in "省市州县区镇乡村局" else word.tag, word.start + 1))
        else:
            found.append(word)
    return found


def common_share(word: str) -> float:
    """Give how common a word is in the language at large: 0 for one the dictionary lacks, 1 for the commonest."""
    tokenizer = _tagger().tokenizer
    tokenizer.get_DAG(word)
    count = tokenizer.FREQ.get(word, 0)
    return math.log(count / 3 + 1) / math.log(_STOCK_TOTAL / 3 + 1)


@cache
def _own_words() -> frozenset[str]:
    return frozenset(word for word, _, _ in read_user_words(corpus_path("words.txt")))


def is_listed(word: str) -> bool:
    """Tell whether a word is a term of our own dictionary."""
    return word in _own_words()


class _Dictionary:
    """jieba's dictionary file; the lines of one first character stand together, in byte order with few exceptions."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._heads: dict[bytes, list[bytes]] | None = None

    def total(self) -> int:
        """Give the sum of all counts."""
        if len(self._data) == _STOCK_SIZE:
            return _STOCK_TOTAL
        return sum(int(line.split(b" ")[1]) for line in self._data.splitlines() if line.strip())

    def lines(self, char: str) -> list[str]:
        """Give the lines whose word begins with the character."""
        head = char.encode("utf-8", "replace")
        if len(head) < 3 or len(self._data) != _STOCK_SIZE:
            return [line.decode("utf-8") for line in self._by_head().get(head, ())]
        start, end = self._first(head), self._first(_after(head))
        return self._data[start:end].decode("utf-8").splitlines()

    def _first(self, head: bytes) -> int:
        low, high = 0, len(self._data)
        while low < high:
            middle = (low + high) // 2
            line = self._data.rfind(b"\n", 0, middle) + 1
            stop = self._data.find(b"\n", middle)
            after = len(self._data) if stop < 0 else stop + 1
            if self._data[line : line + len(head)] < head:
                low = after
            else:
                high = line
        return low

    def _by_head(self) -> dict[bytes, list[bytes]]:
        if self._heads is None:
            self._heads = {}
            wide = len(self._data) != _STOCK_SIZE
            block = self._data if wide else self._data[: self._first(b"\xe3\x80\x80")]
            for line in block.split(b"\n"):
                if line.strip():
                    self._heads.setdefault(line.decode("utf-8")[0].encode(), []).append(line.strip())
        return self._heads


def _after(head: bytes) -> bytes:
    return chr(ord(head.decode("utf-8")) + 1).encode("utf-8", "replace")


def read_user_words(path: Path) -> list[tuple[str, int, str]]:
    """Read a user dictionary: `word count tag` a line; lines beginning with `#` are remarks."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            word, count, tag = line.split(" ")
            found.append((word, int(count), tag))
    return found


_LOCK = RLock()
"""Held while the dictionary is loaded or learns, so that no thread cuts with half of what a text needs."""


def _tagger() -> Any:
    with _LOCK:
        return _loaded()


@cache
def _loaded() -> Any:
    jieba, posseg = _import_jieba()

    class Lazy(jieba.Tokenizer):  # type: ignore[misc, name-defined]
        """A tokenizer that parses lines of the dictionary when it meets the first two characters of their words."""

        def __init__(self, dictionary: _Dictionary, tags: dict[str, str]) -> None:
            super().__init__()
            self.initialized = True
            self.total = dictionary.total()
            self._dictionary, self._tags, self._known = dictionary, tags, set[str]()
            self._waiting: dict[str, dict[str, list[str]]] = {}
            """First character → second → lines of the dictionary that were not yet needed."""
            self._user: dict[str, list[str]] = {}
            for word, count, tag in read_user_words(corpus_path("words.txt")):
                self._user.setdefault(word[0], []).append(f"{word} {count} {tag}")
                self.total += count

        def get_DAG(self, sentence: str) -> Any:  # noqa: N802  jieba's own name
            """Make sure that the dictionary knows the words that may stand in the sentence, then go on as jieba does."""
            with _LOCK:
                for char in set(sentence) - self._known:
                    self._learn(char)
                waiting = self._waiting
                for first, second in set(pairwise(sentence)):
                    if second in waiting.get(first, ()):
                        self._add(waiting[first].pop(second))
            return super().get_DAG(sentence)

        def _learn(self, char: str) -> None:
            """Read the lines of a first character; most of its longer words never come up and stay unread."""
            self._known.add(char)
            entries = self._dictionary.lines(char)
            own = self._user.get(char, ())
            waiting: dict[str, list[str]] = {}
            for line in (*entries, *own):
                waiting.setdefault(line[1], []).append(line)
            self._add(waiting.pop(" ", ()))
            self._waiting[char] = waiting
            if entries or own:
                self.FREQ.setdefault(char, 0)

        def _add(self, lines: Iterable[str]) -> None:
            counts, tags = self.FREQ, self._tags
            for line in lines:
                word, count, tag = line.split(" ")
                counts[word] = int(count)
                tags[word] = tag
                for end in range(2, len(word)):
                    counts.setdefault(word[:end], 0)

    tags: dict[str, str] = {}
    tagger = posseg.POSTokenizer.__new__(posseg.POSTokenizer)
    path = Path(str(jieba.__file__)).with_name("dict.txt")
    tagger.tokenizer, tagger.word_tag_tab = Lazy(_Dictionary(path.read_bytes()), tags), tags
    return tagger


def _import_jieba() -> tuple[Any, Any]:
    """Import jieba without pkg_resources (slow, warns) and its tagger without parsing the whole dictionary."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        jieba = sys.modules.get("jieba") or _import_without("pkg_resources", "jieba")
        posseg = sys.modules.get("jieba.posseg")
        if posseg is None:
            posseg = _import_tagger(jieba)
            _remember(posseg)
    return jieba, posseg


_REMEMBERED = 20_000
"""Unknown strings whose guess is kept: a speech has the same names over and over, and a guess is half of all time."""


def _remember(posseg: Any) -> None:
    """Let our own tagger guess at each unknown string once; the guess depends on the string alone."""

    @lru_cache(maxsize=_REMEMBERED)
    def known(text: str) -> Any:
        return likeliest_tags(text, posseg.char_state_tab_P, posseg.start_P, posseg.trans_P, posseg.emit_P)

    posseg.viterbi = lambda text, *_tables: known(text)


def _import_without(missing: str, name: str) -> ModuleType:
    kept = sys.modules.get(missing)
    sys.modules[missing] = None  # type: ignore[assignment] # how Python marks a module as absent
    try:
        return import_module(name)
    finally:
        del sys.modules[missing]
        if kept is not None:
            sys.modules[missing] = kept


def _import_tagger(jieba: Any) -> ModuleType:
    """Import `jieba.posseg` with an empty dictionary and take it out of sight, so that others get a whole one."""
    jieba.dt.get_dict_file = BytesIO
    try:
        return import_module("jieba.posseg")
    finally:
        del jieba.dt.get_dict_file
        sys.modules.pop("jieba.posseg", None)
        vars(jieba).pop("posseg", None)
