"""Numbers with their measure word, as sentences of papers give them, in decimal arithmetic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_UNITS = (
    "批次|人次|辆次|班次|件次|台次|场次|起次|户次|架次|车次|万元|亿元|公里|千米|平方米|立方米|平方公里|小时|分钟|个百分点|个月|家次|人|家|座|处|个|起|名|组|条|所|辆|艘|台|项|户|件|份|次|吨|亩|元|米|"
    "栋|套|支|批|宗|例|张|只|头|间|场|期|天|日|年|公顷|千瓦|口|班|块|片|部|根|盏|枚"
)
AMOUNT = re.compile(
    r"(?<![\d.,第〔\[])(?<!\d，)(?!(?:19|20)\d{2}年)(?P<about>约|近|逾|超|超过|不足|至少|以上)?(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?(?P<more>余|多)?"
    rf"(?P<scale>万|亿)?(?P<more2>余|多)?(?P<unit>{_UNITS})(?P<tail>以上|左右|上下)?"
)
PERCENT = re.compile(r"(?<![\d.])(?P<number>\d+(?:\.\d+)?)\s*[%％]")
_SCALES = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}


@dataclass(frozen=True, slots=True)
class SaidAmount:
    """A number and its measure word.

    Attributes:
        start, end: where it stands in the text, in characters.
        value: the number with 万 and 亿 multiplied out.
        step: the value of one in its last written digit, which is how exact it is.
        unit: the measure word, 万元 and 亿元 told as 元.
        rough: 约, 余, 以上 and the like stand beside it.
    """

    start: int
    end: int
    text: str
    value: Decimal
    step: Decimal
    unit: str
    rough: bool


def find_amounts(text: str) -> list[SaidAmount]:
    """Give the amounts of a text in order."""
    return list(_known(text))


@lru_cache(maxsize=16384)  # ten rules ask it of every sentence, of long papers too
def _known(text: str) -> tuple[SaidAmount, ...]:
    return tuple(_find(text))


def _find(text: str) -> Iterator[SaidAmount]:
    for match in AMOUNT.finditer(text):
        digits = match["number"].replace(",", "") + (match["part"] or "")
        unit, scale = match["unit"], match["scale"] or ""
        if unit == "日" and text[match.start() - 1 : match.start()] in ("月", "至", "到", "—", "、"):
            continue  # a day of the calendar
        if unit in ("万元", "亿元"):
            scale, unit = unit[0], "元"
        value = Decimal(digits) * _SCALES[scale]
        step = Decimal(1).scaleb(-len((match["part"] or ".")[1:])) * _SCALES[scale]
        rough = any(match[name] for name in ("about", "more", "more2", "tail"))
        yield SaidAmount(match.start(), match.end(), match[0], value, step, unit, rough)


def looks_mistyped(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers differ as a slip of the hand leaves them: one digit other, or two neighbours changed places."""
    first, second = str(one), str(other)
    if len(first) != len(second) or len(first) < 2:
        return False
    return sum(a != b for a, b in zip(first, second, strict=True)) == 1 or are_swapped(one, other)


def are_swapped(one: Decimal, other: Decimal) -> bool:
    """Whether two neighbouring digits of a number have changed places in the other (86 and 68)."""
    first, second = str(one), str(other)
    if len(first) != len(second):
        return False
    wrong = [n for n, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(wrong) != 2 or wrong[1] != wrong[0] + 1:
        return False
    left, right = wrong
    return first[left] == second[right] and first[right] == second[left]


def say(value: Decimal) -> str:
    """Give a number as papers print it: without an exponent, without zeros at the end."""
    text = f"{value.normalize():f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def places_of(percent: str) -> int:
    """Give how many digits after the point a percentage is written with."""
    return len(percent.partition(".")[2])


def percent_fits(part: Decimal, base: Decimal, written: str) -> bool:
    """Whether a written percentage is part of base, by the digits it is written with (one step of slack for cutting off)."""
    if base == 0:
        return True
    real = part * 100 / base
    return abs(real - Decimal(written)) < Decimal(1).scaleb(-places_of(written))


def right_percent(part: Decimal, base: Decimal, written: str) -> str:
    """Give the percentage as it should be, with as many digits as were written (at most two)."""
    places = min(places_of(written), 2)
    return f"{(part * 100 / base).quantize(Decimal(1).scaleb(-places))}%"
