"""Dates as lists hold them: without a year, as 12.25, with 前 behind; read from the day of the list, and said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from tongzhi.model.types import AT_ONCE
from tongzhi.patterns import compile_later
from tongzhi.zh.dates import find_phrases

_FULL = compile_later(r"(20\d\d)\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*日?")
_SHORT_YEAR = compile_later(r"(\d\d)\s*([年.\-/])\s*(\d{1,2})\s*(?:月|\2)\s*(\d{1,2})\s*日?(?:之前|以前|前)?")
_MONTH_DAY = compile_later(
    r"(?:(?P<said>今年|本年|明年|去年)\s*)?(?P<month>\d{1,2})\s*(?:月|[.\-/．])\s*(?P<day>\d{1,2})\s*[日号]?\s*(?:之前|以前|前|底前|止|内)?"
)
_DAY = compile_later(r"(?:本月)?(?P<day>\d{1,2})\s*[日号]\s*(?:之前|以前|前|止)?")
FAR = 150
"""A time limit so many days before the day of the list belongs to the next year; nearer it is a slip to be told."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A cell as a date.

    Attributes:
        value: the date, or the cell as it was.
        added: what was added, to be said; empty when nothing was.
        wrong: why it can be no date; empty when it can.
        by: the rule by which it was made, where that is not the day of the list.
    """

    value: Any
    added: str = ""
    wrong: str = ""
    by: str = ""

    def rule(self, day: date) -> str:
        """Say by which rule the date was made, `day` being that of the list."""
        return self.by or f"按{day.year}年{day.month}月的清单读"


def settle(cell: Any, day: date, *, ahead: bool) -> Settled:
    """Read a cell of a column of dates; what is no date without a year stays as it is.

    Args:
        cell: as it stands; a whole number is the day number of a spreadsheet.
        day: the day of the list.
        ahead: the column holds time limits: the next such day; else what was, not after the list.
    """
    if isinstance(cell, datetime):
        # the time of day of a cell that shows a date only is dust
        return Settled(cell.date(), **({} if cell.time() == datetime.min.time() else _no_clock()))
    if isinstance(cell, date):
        return Settled(cell)
    if isinstance(cell, float) and not cell.is_integer() and 1 <= cell < 13:
        return _from_number(cell, day, ahead=ahead)
    if not isinstance(cell, str):
        return Settled(cell)
    text = bare_limit(cell) if ahead else cell.strip()
    if text[:2] == "20" and _FULL.match(text):
        return _without_clock(text) if len(text) > _WHOLE else Settled(text)  # most dates are whole
    clocked = _CLOCKED.fullmatch(text)
    if clocked is not None:
        made = settle(clocked["day"], day, ahead=ahead)
        return made if made.wrong or made.value == clocked["day"] else replace(made, **_no_clock())
    if ahead and (last := _last_of(text)) is not None:
        made = settle(last, day, ahead=True)
        if made.value != last or _FULL.fullmatch(last):
            return replace(made, added="写的是一段时间", by="按末一天") if not made.wrong else made
    if ahead and (month := _MONTH_ONLY.fullmatch(text)) is not None:
        return _month_end(month, day)
    short = _SHORT_YEAR.fullmatch(text)
    if short is not None:
        return _made(
            2000 + int(short[1]), int(short[3]), int(short[4]), text, f"“{text}”的年份按 20{short[1]} 年"
        )
    found = _MONTH_DAY.fullmatch(text)
    if found is not None:
        return _with_year(int(found["month"]), int(found["day"]), text, day, ahead=ahead, said=found["said"])
    found = _DAY.fullmatch(text)
    if found is not None:
        return _in_month(int(found["day"]), text, day, ahead=ahead)
    return _phrase(cell, text, day) if ahead else Settled(cell)


_WHOLE = 11
"""Characters of the longest date without anything behind it: 2026年12月31日."""
_CLOCK_SAID = r"[\sT　]*(?:上午|下午|中午|早上|晚上|晚)?\s*\d{1,2}\s*(?:[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?|[时点](?:\d{1,2}分?|半|整)?)\s*(?:之前|以前|前|止)?"
_CLOCKED = compile_later(rf"(?P<day>.*?[日号\d])(?<!\d{{5}}){_CLOCK_SAID}")
_MIDNIGHT = compile_later(r"[\sT　]*0{1,2}[:：]00(?:[:：]00(?:\.0+)?)?")
_MONTH_ONLY = compile_later(
    r"(?:(?P<year>20\d\d)\s*[年.\-/]|(?P<said>今年|本年|明年))?\s*(?P<month>1[0-2]|0?[1-9])\s*(?P<mark>月(?:份)?)?(?P<end>底|末)?(?:之前|以前|前|内|中)?"
)
_SPAN = compile_later(r"(?P<first>.*?\d.*?)\s*(?:-{1,2}|—{1,2}|–|~|～|至|到)\s*(?P<last>\D{0,3}\d.*)")


def _no_clock() -> dict[str, str]:
    return {"added": "写到钟点，只记到日", "by": "钟点要紧就写进备注"}


def _without_clock(text: str) -> Settled:
    """Give a whole date without the time of day behind it; midnight is what a system writes where none is meant."""
    found = _FULL.match(text)
    rest = text[found.end() :] if found else ""
    if found is None or not rest:
        return Settled(text)
    if _MIDNIGHT.fullmatch(rest):
        return Settled(found[0].strip())
    if re.fullmatch(_CLOCK_SAID, rest):
        return Settled(found[0].strip(), **_no_clock())
    last = _last_of(text)
    return Settled(last, "写的是一段时间", by="按末一天") if last and _FULL.fullmatch(last) else Settled(text)


def _last_of(text: str) -> str | None:
    """Give the end of a stretch of time with what it leaves out: 2026年12月10日 of 2026年12月1日至10日."""
    found = _SPAN.fullmatch(text)
    if found is None or not re.search(r"[年月日号./]", found["first"]):
        return None
    last = bare_limit(found["last"])
    begun = re.match(r"(20\d\d\s*[年.\-/]\s*)?(\d{1,2}\s*[月.\-/]\s*)\d", found["first"].strip())
    if begun is None or _FULL.match(last):
        return last if begun or _FULL.match(last) else None
    year, month = begun[1] or "", begun[2]
    if re.fullmatch(r"\d{1,2}\s*[日号]?(?:之前|以前|前)?", last):
        return year + month + last
    return year + last


def _month_end(found: re.Match[str], day: date) -> Settled:
    """Give the last day of a month that a limit names without a day: 2026年4月, 4月份, 2026年12月底."""
    if not found["mark"] and not found["year"]:
        return Settled(found[0])
    month, year = int(found["month"]), int(found["year"] or day.year + (found["said"] == "明年"))
    if not found["year"] and not found["said"] and (year, month) < (day.year, day.month):
        year += month + 12 - day.month <= _SOON
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return Settled(last, "只写到月", by="按月底，要早些就写上日子")


_SOON = 7
"""A month so many months ahead is that of the next year; what is further is a limit that has passed."""


_AROUND = compile_later(
    r"(?:限期|限|务必|必须|请|须|应)?\s*(?:于|在)?\s*(?P<day>\d.*?[日号前底\d])\s*(?:完成)?(?:整改|改正|治理)?(?:到位|完毕|完成)?"
)
_IN_BRACKETS = compile_later(r"[^\d（(]{2,8}[（(](?P<day>[^（()）]*\d[^（()）]*)[)）]")


def bare_limit(cell: str) -> str:
    """Give a time limit without the words around its day: 限期12月20日前整改到位, 立行立改（12月1日前）."""
    text = cell.strip()
    for shape in (_IN_BRACKETS, _AROUND):
        found = shape.fullmatch(text)
        if found is not None:
            text = found["day"].strip()
    return text


def _from_number(cell: float, day: date, *, ahead: bool) -> Settled:
    """Read 12.25, typed as a number; 12.1 may be the 1st or the 10th."""
    text = repr(cell)
    month, _, rest = text.partition(".")
    if len(rest) == 1 and rest in "123":
        return Settled(cell, wrong=f"“{text}”是数字，认不出是{month}月{rest}日还是{month}月{rest}0日")
    return _with_year(int(month), int(rest), text, day, ahead=ahead) if len(rest) <= 2 else Settled(cell)


def _made(year: int, month: int, number: int, text: str, added: str) -> Settled:
    try:
        return Settled(date(year, month, number), added)
    except ValueError:
        return Settled(text, wrong=f"日期“{text}”不存在")


def _with_year(
    month: int, number: int, text: str, day: date, *, ahead: bool, said: str | None = None
) -> Settled:
    shift = {"明年": 1, "去年": -1}.get(said or "", 0)
    made = _made(day.year + shift, month, number, text, "没有写年份")
    if made.wrong or said:
        return made
    gap = (made.value - day).days
    if ahead and gap < -FAR:
        return _made(day.year + 1, month, number, text, "没有写年份")
    if not ahead and gap > 31:
        return _made(day.year - 1, month, number, text, "没有写年份")
    return made


def _in_month(number: int, text: str, day: date, *, ahead: bool) -> Settled:
    year, month = day.year, day.month
    if ahead and number < day.day:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return _made(year, month, number, text, "没有写年份和月份")


def _phrase(cell: str, text: str, day: date) -> Settled:
    """Read 12月底前, 年底前, 十二月二十日, 本周五: words for one day, read from the day of the list."""
    if len(text) > 16 or _FULL.match(text) or text in AT_ONCE:
        return Settled(cell)
    phrases = [phrase for phrase in find_phrases(text, day) if phrase.kind == "date"]
    if len(phrases) != 1 or phrases[0].day is None or phrases[0].note:
        return Settled(cell)
    rest = text[: phrases[0].start] + text[phrases[0].end :]
    if re.sub(r"(?:之前|以前|前|完成|整改|到位|务必|须|于|在|内|[，。、\s])+", "", rest):
        return Settled(cell)
    return Settled(phrases[0].day, f"“{text}”按清单日期推算")


def day_of_list(words: Iterable[str], dates: Iterable[Any], today: date) -> tuple[date, str]:
    """Give the day a list is of, and by what: the latest day its title and notes state, else its dates, else today."""
    stated = [found for text in words for found in dates_in(text)]
    near = [found for found in stated if abs((found - today).days) <= 730]
    if near:
        return max(near), "表头上的日期"
    there = [value.date() if isinstance(value, datetime) else value for value in dates]
    past = [value for value in there if value <= today + timedelta(days=31)]
    if past:
        return max(past), "表中的日期"
    return today, "今天"


def dates_in(text: str) -> list[date]:
    """Give the whole dates that a text states."""
    made = []
    for year, month, number in _FULL.findall(text):
        try:
            made.append(date(int(year), int(month), int(number)))
        except ValueError:
            continue
    return made


_FIRST, _LAST = 20_000, 80_000
"""Serial numbers of 1954 and 2119: whole numbers between them in a date column are dates as spreadsheets count."""


def read_serial(value: Any) -> Any:
    """Give the date that a spreadsheet's day number stands for; anything else as it is."""
    if isinstance(value, str) and len(value) == 5 and value.isdecimal():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not _FIRST <= value <= _LAST:
        return _compact(value) if isinstance(value, int | str) else value
    moment = datetime(1899, 12, 30) + timedelta(days=value)
    if moment.time() == datetime.min.time():
        return moment.date()
    return (moment + timedelta(milliseconds=500)).replace(microsecond=0)


def _compact(value: int | str) -> Any:
    """Give the date of 20201031; anything else as it is."""
    text = str(value)
    if len(text) == 8 and text.isdecimal() and text[:2] in ("19", "20"):
        try:
            return date(int(text[:4]), int(text[4:6]), int(text[6:]))
        except ValueError:
            return value
    return value
