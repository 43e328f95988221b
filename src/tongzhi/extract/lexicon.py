"""The word lists of `corpus/extract`, and where their words stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from tongzhi.resources import corpus_path


class Hit(NamedTuple):
    """One listed word in a text, with the classes it belongs to."""

    start: int
    end: int
    word: str
    classes: frozenset[str]


class Lexicon:
    """Words with classes; finds the longest listed word at every place, left to right, none overlapping."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        grouped: dict[str, set[str]] = {}
        for word, name in entries:
            grouped.setdefault(word, set()).add(name)
        self._classes = {word: frozenset(names) for word, names in grouped.items()}
        lengths: dict[str, set[int]] = {}
        for word in grouped:
            lengths.setdefault(word[0], set()).add(len(word))
        self._lengths = {char: sorted(found, reverse=True) for char, found in lengths.items()}

    def find(self, text: str) -> Iterator[Hit]:
        """Give the listed words of the text in order."""
        position, size = 0, len(text)
        classes, lengths = self._classes, self._lengths
        while position < size:
            for length in lengths.get(text[position], ()):
                word = text[position : position + length]
                found = classes.get(word) if len(word) == length else None
                if found is not None:
                    yield Hit(position, position + length, word, found)
                    position += length
                    break
            else:
                position += 1


def read_words(name: str) -> list[str]:
    """Read a list of words parted by blanks; lines beginning with `#` are remarks."""
    lines = corpus_path(f"extract/{name}").read_text("utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def read_table(name: str) -> list[list[str]]:
    """Read a table with tabs between its cells; lines beginning with `#` are remarks."""
    lines = corpus_path(f"extract/{name}").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def grammar() -> Lexicon:
    """Give the words that the grammar of a clause is read from."""
    return Lexicon(_grammar_entries())


def _grammar_entries() -> Iterator[tuple[str, str]]:
    for name in ("acts", "lights", "duties", "objects", "abstracts", "actors"):
        for word in read_words(f"{name}.txt"):
            yield word, name
    for grade, words in read_table("force.tsv"):
        for word in words.split():
            yield word, grade
    for kind, words in read_table("telling.tsv"):
        for word in words.split():
            yield word, f"tell-{kind}"
