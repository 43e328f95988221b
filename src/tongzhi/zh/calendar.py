"""Workdays, public holidays and make-up workdays of China's mainland.

The layout of a year is what the State Council's notice for it says (全国年节及纪念日放假办法, 2024
revision, is only its frame); it comes from the `holidays` library. For a year whose notice the library does not
know, only the statutory days and weekends count, and `published` says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from tongzhi.zh.holiday_table import from_library, from_table

UNPUBLISHED = "假期安排未公布"
"""The note for a date whose year's holiday layout is not known yet."""

DAY = timedelta(days=1)
_SATURDAY = 5
_LONGEST_BLOCK = 12
"""No block of rest days is longer (days)."""

HOLIDAYS = {
    "元旦": "元旦", "新年": "元旦", "春节": "春节", "过年": "春节", "除夕": "除夕", "清明": "清明", "五一": "劳动节",
    "劳动节": "劳动节", "端午": "端午", "中秋": "中秋", "国庆": "国庆", "十一": "国庆",
}  # fmt: skip
"""Words for a holiday → the word in the library's name of it."""

_ORDINARY = ((1, 4, 1, 17), (3, 1, 4, 1), (4, 8, 4, 27), (5, 9, 5, 26), (7, 1, 9, 2), (10, 13, 12, 28))
"""Stretches (month, day, month, day) in which no notice since 2001 has moved a weekday; the library stays asleep."""


@dataclass(frozen=True, slots=True)
class Block:
    """An unbroken stretch of rest days around a holiday, both ends included."""

    start: date
    end: date
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Year:
    off: dict[date, str] = field(default_factory=dict)
    made_up: frozenset[date] = frozenset()
    published: bool = False


@cache
def _year(year: int) -> _Year:
    if not 1950 <= year <= 2099:
        return _Year()
    known = from_table(year)
    if known is not None:
        return _Year(*known, published=True)
    import holidays

    found = holidays.country_holidays("CN", years=[year], language="zh_CN")
    off = {day: name for day, name in found.items() if day.year == year}
    made_up = frozenset(day for day in getattr(found, "weekend_workdays", ()) if day.year == year)
    return _Year(off, made_up, from_library(year) is not None)


def published(year: int) -> bool:
    """Say whether the holiday layout of `year` is known from its notice."""
    return _year(year).published


def is_ordinary(day: date) -> bool:
    """Say whether `day` is a weekday of a stretch that no holiday notice touches, and so surely a workday."""
    at = (day.month, day.day)
    within = any((m1, d1) <= at <= (m2, d2) for m1, d1, m2, d2 in _ORDINARY)
    # 2015-09-03 was a holiday once only
    return day.weekday() < _SATURDAY and within and (day.year, day.month) != (2015, 9)


def is_workday(day: date, *, off: Iterable[date] = (), made_up: Iterable[date] = ()) -> bool:
    """Say whether offices work on `day`; `off` and `made_up` are days that the office itself knows of."""
    if day in set(made_up):
        return True
    if day in set(off):
        return False
    if is_ordinary(day):
        return True
    year = _year(day.year)
    if day in year.made_up or day in _year(day.year + 1 if day.month == 12 else day.year).made_up:
        return True
    return day.weekday() < _SATURDAY and day not in year.off


def holiday_name(day: date) -> str:
    """Give the name of the holiday that `day` itself is (国庆节), else nothing."""
    return _year(day.year).off.get(day, "")


def add_workdays(day: date, count: int) -> date:
    """Give the day `count` workdays after `day` (before it if negative); `day` itself does not count.

    民法典 第二百零一条: the day on which a term begins is left out.
    """
    step = DAY if count >= 0 else -DAY
    left = abs(count)
    while left:
        day += step
        left -= is_workday(day)
    return day


def count_workdays(start: date, end: date) -> int:
    """Count the workdays after `start` up to and including `end`; negative if `end` is before `start`."""
    if end < start:
        return -count_workdays(end, start)
    return sum(is_workday(start + DAY * offset) for offset in range(1, (end - start).days + 1))


def last_workday(day: date) -> date:
    """Give `day` if it is a workday, else the last workday before it."""
    while not is_workday(day):
        day -= DAY
    return day


def next_workday(day: date) -> date:
    """Give `day` if it is a workday, else the first workday after it."""
    while not is_workday(day):
        day += DAY
    return day


def _block_around(day: date, names: tuple[str, ...]) -> Block:
    start = end = day
    while not is_workday(start - DAY) and (day - start).days < _LONGEST_BLOCK:
        start -= DAY
    while not is_workday(end + DAY) and (end - day).days < _LONGEST_BLOCK:
        end += DAY
    return Block(start, end, names)


def _blocks(year: int) -> list[Block]:
    blocks: list[Block] = []
    for day, name in sorted(_year(year).off.items()):
        if blocks and day <= blocks[-1].end:
            blocks[-1] = Block(blocks[-1].start, blocks[-1].end, (*blocks[-1].names, name))
        else:
            blocks.append(_block_around(day, (name,)))
    return blocks


def holiday_blocks(after: date) -> list[Block]:
    """Give the holiday blocks that end on `after` or later, this year's and the next's, in order."""
    found = [*_blocks(after.year), *_blocks(after.year + 1)]
    return [block for block in found if block.end >= after]


def holiday_block(name: str, after: date) -> Block | None:
    """Give the next block that holds the holiday `name` (国庆, 春节 …) and has not ended before `after`."""
    word = HOLIDAYS.get(name.removesuffix("节"), HOLIDAYS.get(name, name))
    for block in holiday_blocks(after):
        if any(word in found for found in block.names) or (
            word == "除夕" and any("春节" in n for n in block.names)
        ):
            return block
    return None


def last_workday_before(block: Block) -> date:
    """Give the last workday before a block; a make-up Sunday counts."""
    return last_workday(block.start - DAY)


def first_workday_after(block: Block) -> date:
    """Give the first workday after a block."""
    return next_workday(block.end + DAY)
