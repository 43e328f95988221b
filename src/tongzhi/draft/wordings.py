"""The closed tables of `corpus/draft`: classes, frames, spoken words, tails; each a list of patterns."""

from __future__ import annotations

import re
from functools import cache

from tongzhi.resources import corpus_path


def _lines(name: str) -> list[str]:
    text = corpus_path(f"draft/{name}").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def listed_words(name: str) -> tuple[str, ...]:
    """Give the words of a list, one a line."""
    return tuple(line.strip() for line in _lines(name))


@cache
def any_pattern(name: str) -> re.Pattern[str]:
    """Give one pattern that matches where any line of a list of patterns does."""
    return re.compile("|".join(f"(?:{line.strip()})" for line in _lines(name)))


@cache
def patterns(name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Give a table of two columns: the pattern, and what it becomes or means."""
    rows = (line.split("\t") for line in _lines(name))
    return tuple((re.compile(row[0]), row[1] if len(row) > 1 else "") for row in rows)


@cache
def class_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give the patterns of the classes in their order; a class with + overrules the verdict of the task list."""
    rows = (line.split("\t") for line in _lines("classes.tsv"))
    return tuple((name, re.compile(pattern)) for name, pattern in rows)
