"""Character classes and word endings that many patterns share, each written once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from tongzhi.resources import corpus_path

HAN = "\u3400-\u9fff〇"
"""Han characters, as the inside of a character class.

A single one by itself is written as `[^\\W\\x00-\\xff]` in patterns (a letter or figure beyond Latin): a range of twenty
thousand characters takes a millisecond to compile each time it is met, this next to nothing.
"""

CN_ZERO = "零〇○"
CN_COUNT = "一二三四五六七八九十"
"""Numerals of headings and small counts."""

CN_NUMERALS = "零〇○一二两俩三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
"""Every character that a number in words is written with; the last are the capitals of vouchers."""

CLOSERS = "”’」』》〉）)】］]}\"'"
"""Marks that belong to what they close."""

STOPS = "。！？!?；;"
"""Marks that end a sentence; in speeches a semicolon ends one order among several."""


def one_of(words: Iterable[str]) -> str:
    """Give a regular expression for one of the words, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


@cache
def people(name: str) -> tuple[str, ...]:
    """Give the words of a class of `corpus/people.tsv`: 姓, 复姓, 称呼, 单位尾, 说话人."""
    lines = corpus_path("people.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(word for found, words in rows if found == name for word in words.split())
