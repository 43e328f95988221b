"""What a speech names but does not spell out: counted slogans in quotes."""

from __future__ import annotations

import re
from functools import cache

from tongzhi.extract.lexicon import read_table
from tongzhi.model.speech_notes import OpenItem
from tongzhi.model.task_slots import Span

_NUMBER = "一二两三四五六七八九十"
_QUOTED = re.compile(r"[“「『\"‘]([^”」』\"’“「]{2,40})[”」』\"’]")
_COUNTED = re.compile(
    rf"(?:[{_NUMBER}\d]{{1,2}}(?:个|项|条|大|张|本|种|类)(?P<word>[^、，,\d{_NUMBER}]{{1,8}})|(?:[{_NUMBER}][^、，,{_NUMBER}\d]{{1,3}}){{1,4}})"
)
_SHORTEST = 3
"""“两办” is a name, “五落实” a slogan."""
_VALUES = {mark: value for value, mark in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
_SPELLED = re.compile(
    r"^(?:的?(?:要求|原则|工作法|制度|机制)?)?[，,]?(?:即|也就是|就是|分别是|指的是|包括|：|:|——|\(|（)"
)


@cache
def _known() -> frozenset[str]:
    return frozenset(word for _, words in read_table("slogans.tsv") for word in words.split())


def find_open(text: str, shadow: str) -> list[OpenItem]:
    """Give the counted slogans in quotes that the text doesn't spell out, each once, at its first place.

    A number with a measure and a noun (四个严禁) or with a word (两单四制) counts; those that every reader of
    this genre knows (四不两直) don't.
    """
    found: dict[str, OpenItem] = {}
    for match in _QUOTED.finditer(shadow):
        words = match.group(1)
        parts = re.split(r"[、，,和]", words)
        if not all(_COUNTED.fullmatch(part) for part in parts) or words in found:
            continue
        if all(part in _known() for part in parts) or words in _known() or len(words) < _SHORTEST:
            continue
        if _is_spelled_out(shadow, match, parts):
            continue
        start, end = match.span(1)
        found[words] = OpenItem("unexpanded", text[start:end], Span(start, end))
    return list(found.values())


def _is_spelled_out(shadow: str, match: re.Match[str], parts: list[str]) -> bool:
    after = shadow[match.end() : match.end() + 16]
    if _SPELLED.match(after):
        return True
    near = shadow[max(0, match.start() - 300) : match.start()] + shadow[match.end() : match.end() + 500]
    return all(_occurs_often(near, part) for part in parts)


def _occurs_often(near: str, part: str) -> bool:
    """四个严禁 is spelled out where 严禁 stands four times nearby."""
    counted = _COUNTED.fullmatch(part)
    word = counted.group("word") if counted else None
    if not word:
        return False
    digits = part[: part.index(word) - 1]
    number = int(digits) if digits.isdigit() else _VALUES.get(digits, 3)
    return len(re.findall(rf"(?<![{_NUMBER}]个){re.escape(word)}", near)) >= number
