"""Named days that are no public holiday: 教师节, 元宵节, 冬至, 泼水节; each its own day, or none that a calendar knows."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from borax.calendars.lunardate import (  # type: ignore[import-untyped]  # has no types
    LunarDate,
    TermUtils,
)

from tongzhi.resources import corpus_path
from tongzhi.zh.vocabulary import one_of


@cache
def _table() -> dict[str, tuple[str, str]]:
    lines = corpus_path("festivals.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {name: (kind, value) for names, kind, value in rows for name in names.split()}


@cache
def festival_names() -> str:
    """Give a regular expression for the names of `corpus/festivals.tsv`."""
    return one_of(_table())


def festival_day(name: str, year: int) -> date | None:
    """Give the day of a festival in a year of the Gregorian calendar; `None` if no calendar tells it.

    A lunar day belongs to the Gregorian year in which it falls: 腊八 of 2026 is in January 2026 or 2027 by the moon.
    """
    kind, value = _table()[name]
    if kind == "公历":
        month, day = map(int, value.split("-"))
        return date(year, month, day)
    if kind == "农历":
        month, day = map(int, value.split("-"))
        return next(
            (
                found
                for found in (lunar_day(lunar, month, day) for lunar in (year - 1, year))
                if found and found.year == year
            ),
            None,
        )
    if kind == "节气":
        return _term_day(year, value)
    return _hot_day(year, value) if kind == "三伏" else None


def _term_day(year: int, term: str) -> date:

    found = TermUtils.day_start_from_term(year, term)
    return date(found.year, found.month, found.day)


_GENG_DAY = date(2025, 7, 20)
"""A day whose stem is 庚; every tenth is one."""


def _hot_day(year: int, which: str) -> date:
    """Give the day that 初伏 begins (the third 庚 day from 夏至) or that 末伏 ends (ten days from the first after 立秋)."""
    first = _term_day(year, "夏至" if which == "初伏" else "立秋")
    first += timedelta((_GENG_DAY - first).days % 10)
    return first + timedelta(20 if which == "初伏" else 10)


def lunar_day(year: int, month: int, day: int) -> date | None:
    """Give the Gregorian day of a day of the lunar year (1 = 正月); `None` if that month has no such day."""
    try:
        found = LunarDate(year, month, day).to_solar_date()
        return date(found.year, found.month, found.day)
    except (ValueError, KeyError):  # borax has errors of its own below ValueError
        return None


def next_festival(name: str, day: date) -> date | None:
    """Give the festival's next day, `day` itself included."""
    for year in (day.year, day.year + 1):
        found = festival_day(name, year)
        if found is not None and found >= day:
            return found
    return None
