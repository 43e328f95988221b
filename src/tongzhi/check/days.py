"""Days and clock times as they stand in a paper's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from tongzhi.anatomy.patterns import DOC_NO, chinese_number, make_date

if TYPE_CHECKING:
    from tongzhi.anatomy.paper import Paper

_PART = "凌晨|早上|早晨|清晨|上午|中午|下午|傍晚|晚上|晚|夜间"
_DAY = re.compile(
    r"(?:(?P<year>\d{4})\s*年\s*)?(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日"
    r"(?:\s*[（(]?\s*(?P<weekday>(?:星期|周|礼拜)[一二三四五六日天])\s*[）)]?)?"
    rf"(?:\s*(?P<part>{_PART})?\s*(?P<hour>\d{{1,2}})\s*(?:[:：]\s*(?P<minute>\d{{2}})|[时点]\s*(?:(?P<minute2>\d{{1,2}})\s*分|半|整)?))?"
)
CLOCK = re.compile(
    rf"(?P<part>{_PART})\s*(?P<hour>\d{{1,2}})\s*(?P<rest>[:：]\s*\d{{2}}|[时点]\s*(?:\d{{1,2}}\s*分|半|整)?)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A day in a text: where it stands, the year if stated, the day if the year is known, weekday and minutes if said."""

    start: int
    end: int
    text: str
    year: int | None
    month: int
    dom: int
    day: date | None
    weekday: str
    minutes: int | None
    part: str

    @property
    def weekday_number(self) -> int | None:
        """The weekday that is written, Monday 0."""
        return "一二三四五六日".index(self.weekday[-1].replace("天", "日")) if self.weekday else None


_HAN_DAY = re.compile(
    r"(?:(?P<year>[〇○Ｏ零一二三四五六七八九]{4})年)?(?P<month>十[一二]?|[一二三四五六七八九])月(?P<day>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])日"
    r"(?:\s*[（(]?\s*(?P<weekday>(?:星期|周|礼拜)[一二三四五六日天])\s*[）)]?)?"
)
_HAN_DIGITS = str.maketrans("〇○Ｏ零一二三四五六七八九", "0000123456789")


def _han_days(text: str, year: int | None) -> Iterator[Mention]:
    """Give the days written in Chinese numerals (二〇二六年十一月二十五日（星期三）)."""
    for match in _HAN_DAY.finditer(text):
        stated = int(match["year"].translate(_HAN_DIGITS)) if match["year"] else None
        year = stated or year
        month, dom = chinese_number(match["month"]) or 0, chinese_number(match["day"]) or 0
        day = make_date(year, month, dom) if year else None
        yield Mention(
            match.start(), match.end(), match[0], stated, month, dom, day, match["weekday"] or "", None, ""
        )


def find_days(text: str, default_year: int | None) -> Iterator[Mention]:
    """Give the days of a text in order; a day without a year takes that of the day before it, else the default."""
    if "月" in text:
        yield from _known(text, default_year)


@lru_cache(maxsize=16384)  # a dozen rules ask it of every paragraph
def _known(text: str, default_year: int | None) -> tuple[Mention, ...]:
    found = (*_digit_days(text, default_year), *_han_days(text, default_year))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _digit_days(text: str, default_year: int | None) -> Iterator[Mention]:
    year = default_year
    for match in _DAY.finditer(text):
        stated = int(match["year"]) if match["year"] else None
        year = stated or year
        month, dom = int(match["month"]), int(match["day"])
        minutes = None
        if match["hour"]:
            hour = int(match["hour"])
            part = match["part"] or ""
            if part in ("下午", "傍晚", "晚上", "晚", "夜间") and hour < 12:
                hour += 12
            minutes = hour * 60 + int(match["minute"] or match["minute2"] or 0)
        yield Mention(
            match.start(),
            match.end(),
            match[0],
            stated,
            month,
            dom,
            make_date(year, month, dom) if year else None,
            match["weekday"] or "",
            minutes,
            match["part"] or "",
        )


def year_of(paper: Paper) -> int | None:
    """Give the year a paper was issued in: of its date, else of its number."""
    if paper.day is not None:
        return paper.day.year
    if (
        paper.doc_no is not None
        and (match := DOC_NO.match(paper.doc_no.stripped))
        and match["year"].isdigit()
    ):
        year = int(match["year"])
        return year if year > 999 else 2000 + year
    return None


def say(day: date) -> str:
    """Give a day as papers print it."""
    return f"{day.year}年{day.month}月{day.day}日"
