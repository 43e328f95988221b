"""Dates and hours as people type them in forms, rosters, data files and on the command line.

11月26日上午9点, 26日15时, 2026.11.26 9:00, 廿六, 下周三, 二〇二六年十一月二十六日（星期四）: one reader for all of them. A date
without a year is the next such day, the given day included; `Typed.assumed` says so, and whoever reads it tells it.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import date, time
from functools import cache

from tongzhi.zh.flow import without_blanks
from tongzhi.zh.numbers import parse_number, plain_zeros

WEEKDAYS = "一二三四五六日"
_FIGURE = r"[0-9一二三四五六七八九十廿卅]"
_YEAR = r"(?P<y>[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})"
_WEEKDAY = r"(?:\s*[（(]?\s*(?:星期|周|礼拜)(?P<w>[一二三四五六日天])\s*[）)]?)?"
_FULL = re.compile(
    rf"{_YEAR}\s*(?:年|[-/.])\s*(?P<m>{_FIGURE}{{1,3}})\s*(?:月|[-/.])\s*(?P<d>{_FIGURE}{{1,3}})\s*[日号]?{_WEEKDAY}"
)
_SHORT = re.compile(
    rf"(?:(?P<m>{_FIGURE}{{1,3}})\s*月\s*(?P<d>{_FIGURE}{{1,3}})\s*[日号]?|(?P<m2>[0-9]{{1,2}})[-/.](?P<d2>[0-9]{{1,2}})(?![0-9点时]|[-/.:：][0-9])"
    rf"|(?P<d3>{_FIGURE}{{1,3}})\s*[日号](?!内)|(?P<d4>廿[一二三四五六七八九]?|卅)){_WEEKDAY}"
)
_CLOCK = re.compile(
    rf"[T\s,，]*(?P<half>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)?\s*"
    rf"(?P<h>{_FIGURE}{{1,3}})\s*(?:[:：](?P<min>[0-9]{{2}})(?:[:：](?P<s>[0-9]{{1,2}}))?|[时点](?:(?P<quarter>[一三]刻|半|整|钟)|(?P<min2>{_FIGURE}{{1,3}})分?)?)\s*分?"
    r"(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$"
)
_AFTERNOON, _MORNING = ("下午", "傍晚", "晚上", "晚"), ("上午", "早上", "早晨", "清晨", "凌晨")
_NOON = 12


class UnreadableDateError(ValueError):
    """What was typed is no date, or contradicts itself: `kind` says how, for whoever words the message."""

    def __init__(self, kind: str, detail: str = "") -> None:
        """Say how it is wrong: none, missing-year, no-such-day, weekday, rest, no-clock, clock, contradiction."""
        super().__init__(kind)
        self.kind, self.detail = kind, detail


@dataclass(frozen=True, slots=True)
class Typed:
    """A day, the hour if one was typed, and whether the year was assumed."""

    day: date
    hour: time | None = None
    assumed: bool = False


def this_year() -> int:
    """Give the year that examples in messages are of: that of `TONGZHI_TODAY`, else the clock's."""
    fixed = os.environ.get("TONGZHI_TODAY", "")
    return int(fixed[:4]) if re.match(r"[12][0-9]{3}-", fixed) else date.today().year


def read_typed(text: str, today: date | None = None) -> Typed:
    """Read a date, with or without an hour, as it is typed.

    Args:
        text: what was typed.
        today: the day that a date without a year, 明天 and 下周三 are read from; without it they are refused.

    Raises:
        UnreadableDateError: it is none, has no year and no `today` is given, or contradicts itself.
    """
    plain = plain_zeros(without_blanks(_narrow(text.strip())).text)
    day, rest, assumed = _read_day(plain, today)
    rest = rest.strip(" \t\u3000")
    return Typed(day, _read_hour(rest) if rest else None, assumed)


def looks_dated(text: str) -> bool:
    """Say whether a text begins like a date, so that what is wrong with it is worth telling."""
    plain = without_blanks(_narrow(text.strip())).text
    return bool(_FULL.match(plain) or _SHORT.match(plain))


@cache
def _wide() -> dict[int, int]:
    return {0xFF10 + digit: 0x30 + digit for digit in range(10)} | {
        ord("．"): ord("."), ord("／"): ord("/"), ord("－"): ord("-"), 0x3000: 0x20, 0xA0: 0x20,
    }  # fmt: skip


def _narrow(text: str) -> str:
    return text.translate(_wide())


def _read_day(text: str, today: date | None) -> tuple[date, str, bool]:
    if found := _FULL.match(text):
        day = _make(_number(found["y"]), _number(found["m"]), _number(found["d"]))
        _check_weekday(found["w"], day)
        return day, text[found.end() :], False
    short = _SHORT.match(text)
    if short is None:
        return _read_relative(text, today)
    if today is None:
        raise UnreadableDateError("missing-year")
    month = _number(short["m"] or short["m2"])
    number = _number(short["d"] or short["d2"] or short["d3"] or short["d4"])
    day = _next(month, number, today)
    _check_weekday(short["w"], day)
    return day, text[short.end() :], True


def _number(text: str | None) -> int | None:
    found = parse_number(text) if text else None
    return None if found is None else int(found)


def _make(year: int | None, month: int | None, day: int | None) -> date:
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError as error:
        raise UnreadableDateError("no-such-day") from error


def _next(month: int | None, number: int | None, today: date) -> date:
    """Give the next such day, `today` included; 2月29日 waits for its year."""
    for ahead in range(9 * 12):
        year, index = divmod(today.year * 12 + today.month - 1 + ahead, 12)
        if month is not None and index + 1 != month:
            continue
        try:
            found = date(year, index + 1, number or 0)
        except ValueError:
            continue
        if found >= today:
            return found
    raise UnreadableDateError("no-such-day")


def _check_weekday(weekday: str | None, day: date) -> None:
    if weekday and weekday.replace("天", "日") != WEEKDAYS[day.weekday()]:
        raise UnreadableDateError("weekday", f"{day.month}月{day.day}日是星期{WEEKDAYS[day.weekday()]}")


def _read_relative(text: str, today: date | None) -> tuple[date, str, bool]:
    """Read 明天, 下周三, 下月5日 by the grammar of speeches; only what means one day."""
    from tongzhi.zh.moments import find_moments

    hour = re.search(
        r"(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)?[0-9一二三四五六七八九十]{1,3}(?:[:：][0-9]{2}|[点时].{0,4})$",
        text,
    )
    words = text[: hour.start()] if hour else text
    found = find_moments(words, today) if today is not None else []
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(words.rstrip())):
        (one,) = found
        if one.first is not None and one.first == one.last and not one.limit:
            return one.first, text[len(words) :], True
    raise UnreadableDateError("none")


def _read_hour(rest: str) -> time:
    found = _CLOCK.fullmatch(rest)
    if found is None:
        raise UnreadableDateError("rest", rest)
    hour = _number(found["h"]) or 0
    quarter = {"半": 30, "一刻": 15, "三刻": 45}.get(found["quarter"] or "", 0)
    minute = _number(found["min"] or found["min2"]) or quarter
    half = found["half"]
    if half in _AFTERNOON and hour < _NOON:
        hour += _NOON
    elif half in (*_AFTERNOON, *_MORNING) and hour > _NOON:
        raise UnreadableDateError("contradiction", f"{half}{hour}:{minute:02d}")
    elif half == "中午" and hour < 3:
        hour += _NOON
    try:
        return time(hour, minute)
    except ValueError as error:
        raise UnreadableDateError("clock") from error
