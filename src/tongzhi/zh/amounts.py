"""Counts as people write them: exact (38), a range (4至5), or about (两三, 数十, 十多万, 万余)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tongzhi.zh.numbers import FIGURE, parse_number
from tongzhi.zh.vocabulary import CN_NUMERALS

_TO = r"\s*(?:[-~～—–至到])\s*"
_FEW = r"(?:好?几[十百千万亿]*|数[十百千万亿]*|成[百千]上[千万]|百十|十来|[上近][百千万]+)"
AMOUNT = (
    rf"(?:(?:{FIGURE}|[{CN_NUMERALS}]+)(?:{_TO}|、)(?:{FIGURE}|[{CN_NUMERALS}]+)[万亿]?(?![{CN_NUMERALS}])"
    rf"|{_FEW}[万亿]?[{CN_NUMERALS}]{{0,4}}"
    rf"|(?:{FIGURE}|[{CN_NUMERALS}]+)(?:[多余来几](?=[^次遍][^次]?)[万亿]?|[十百千万亿]*几)?)"
)
"""Regular expression for a count, exact or not."""

_PAIR = re.compile(
    r"(?P<head>[一二两三四五六七八九十百千万零]*?)(?P<low>[一二两三四五六七八九])(?P<high>[二两三四五六七八九])(?P<tail>[十百千万亿]*)"
)
_RANGE = re.compile(rf"(?P<low>.+?)(?:{_TO}|、)(?P<high>.+)")
_VAGUE = re.compile(r"[几数多余来上成]|百十|近[百千万]")


@dataclass(frozen=True, slots=True)
class Amount:
    """From `low` to `high`, both included; the same twice when exact, `None` where the words give no number."""

    low: float | None
    high: float | None

    @property
    def exact(self) -> float | None:
        """The number, if the words mean one; 两三 and 数十 mean none."""
        return self.low if self.low == self.high else None


@cache
def read_amount(text: str) -> Amount | None:
    """Read a count; `None` if the words are none.

    两三 is from 2 to 3, 三四十 from 30 to 40, 4至5 from 4 to 5; 数十, 二十多 and 万余 have no number.
    """
    text = re.sub(r"\s", "", text)
    if not text:
        return None
    if found := _RANGE.fullmatch(text):
        return _range(found["low"], found["high"])
    if _VAGUE.search(text):
        return Amount(None, None)
    if (pair := _PAIR.fullmatch(text)) and _is_about(pair):
        return _pair(pair)
    number = parse_number(text)
    return None if number is None else Amount(number, number)


def _range(low: str, high: str) -> Amount | None:
    first, last = parse_number(low), parse_number(high)
    if first is None or last is None:
        return None
    if high[-1] in "万亿" and low[-1] not in "万亿":
        first *= {"万": 10**4, "亿": 10**8}[high[-1]]
    return Amount(first, last)


def _is_about(pair: re.Match[str]) -> bool:
    """Whether two digits side by side mean about so many: 两三, 四五, 三五, 三两; not the digits of a number."""
    low, high = parse_number(pair["low"]), parse_number(pair["high"])
    if low is None or high is None or (pair["head"] and pair["head"][-1] not in "十百千万"):
        return False
    return high == low + 1 or pair["low"] + pair["high"] in ("三五", "三两")


def _pair(pair: re.Match[str]) -> Amount:
    head = parse_number(pair["head"]) or 0 if pair["head"] else 0
    scale = parse_number("一" + pair["tail"]) or 1 if pair["tail"] else 1
    ends = sorted(float(parse_number(pair[name]) or 0) for name in ("low", "high"))
    low, high = (head + end * scale for end in ends)
    return Amount(int(low) if low == int(low) else low, int(high) if high == int(high) else high)
