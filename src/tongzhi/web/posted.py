"""Days and numbers as forms post them."""

from __future__ import annotations

import re
from datetime import date

from tongzhi.errors import InputError
from tongzhi.zh.dates import find_phrases


def read_day(text: str) -> date | None:
    """Give the day of a field; `None` when it is empty.

    Raises:
        InputError: it is no day.
    """
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise InputError.one(f"日期“{text[:20]}”不存在", "写成 2026-10-31 的样子") from error


def read_number(text: str) -> int:
    """Give the number that a page's own control sends; -1, which counts nothing, for anything else."""
    return int(text) if text.isdecimal() and len(text) < 10 else -1


def read_spoken_day(text: str, today: date) -> date | None:
    """Give the day that a person types as it is spoken (9月24日, 2025年9月16日（星期二）, 明天); `None` when it is empty.

    A day without a year is the one nearest to today.

    Raises:
        InputError: it is no day.
    """
    text = text.strip()
    if not text:
        return None
    if re.fullmatch(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}", text):
        return read_day("-".join(part.zfill(2) for part in re.split(r"[-./]", text)))
    found = re.fullmatch(
        r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]?(?:[（(]?(?:星期|周)?[一二三四五六日天][）)]?)?", text
    )
    if found:
        month, day = int(found[2]), int(found[3])
        years = [int(found[1])] if found[1] else [today.year - 1, today.year, today.year + 1]
        days = [made for year in years if (made := _made(year, month, day)) is not None]
        if not days:
            raise InputError.one(f"{month}月没有{day}日", "改成有的那一天")
        return min(days, key=lambda one: abs((one - today).days))
    phrases = [one for one in find_phrases(text, today) if one.day]
    if phrases and phrases[0].day:
        return phrases[0].day
    raise InputError.one(f"“{text[:20]}”不是日期", "写成 9月24日，或 2026-10-31 的样子")


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_SHORT = re.compile(r"(?<![年\d])(\d{1,2})月(\d{1,2})[日号]")


def complete_year(text: str, today: date) -> str:
    """Give the words of a day with the year it must mean: 9月24日下午3点 is that of the year nearest to today, 明天 a full day."""
    found = _SHORT.match(text.strip())
    if found:
        days = [
            made
            for year in (today.year - 1, today.year, today.year + 1)
            if (made := _made(year, int(found[1]), int(found[2])))
        ]
        year = min(days, key=lambda one: abs((one - today).days)).year if days else today.year
        return f"{year}年{text.strip()}"
    spoken = re.match(
        r"今天|今日|明天|明日|后天|大后天|(?:本|这|下)?(?:个)?(?:周|星期)[一二三四五六日天]", text.strip()
    )
    if spoken:
        day = read_spoken_day(spoken[0], today)
        assert day is not None
        return f"{day.year}年{day.month}月{day.day}日{text.strip()[spoken.end() :]}"
    return text
