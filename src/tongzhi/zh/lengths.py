"""Lengths of time: 三天, 两个半月, 一年半, 十个工作日, 两三天, 一个月零十天; and the day that they end on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from tongzhi.zh import calendar
from tongzhi.zh.amounts import AMOUNT, read_amount
from tongzhi.zh.days import add_months

_WORKDAY = "个?工作日"
_HALVED = "(?:月|小时|钟头|星期|礼拜|学期|季度)"
_PLAIN = "(?:个?(?:工作日|小时|钟头|星期|礼拜|月(?!份)|学期|昼夜)|个季度|分钟|刻钟|[天日](?!常)|周|旬|年(?!度|行动|规划|以来))"
LENGTH = (
    rf"(?:十天半个?月|半(?:个?(?:工作日|小时|钟头|星期|礼拜|月(?!份)|学期)|[天日]|年(?!度))"
    rf"|{AMOUNT}(?:个半{_HALVED}|(?:天|年|周|小时|分钟)半(?![个年天月])|{_PLAIN}(?:[零又加]{AMOUNT}{_PLAIN})?|个?半月))"
)
"""Regular expression for a length of time."""

_UNIT = re.compile(r"(?P<unit>工作日|小时|钟头|星期|礼拜|季度|学期|昼夜|分钟|刻钟|[天日周旬月年])")
_PART = re.compile(
    rf"(?P<half>半个?)(?P<only>工作日|小时|钟头|星期|礼拜|月|学期|[天日年])"
    rf"|(?P<amount>{AMOUNT})(?:个(?P<and>半)|个)?(?P<unit>工作日|小时|钟头|星期|礼拜|季度|学期|昼夜|分钟|刻钟|[天日周旬年月])(?P<more>半)?"
    rf"|(?P<fortnights>{AMOUNT})个?半月"
)
_HOURS = {
    "小时": 1.0,
    "钟头": 1.0,
    "分钟": 1 / 60,
    "刻钟": 0.25,
    "天": 24.0,
    "日": 24.0,
    "昼夜": 24.0,
    "周": 168.0,
    "星期": 168.0,
    "礼拜": 168.0,
    "旬": 240.0,
}
_MONTHS = {"月": 1.0, "季度": 3.0, "年": 12.0}


@dataclass(frozen=True, slots=True)
class Duration:
    """How long at most: months, hours and workdays, to be added one after the other; `is_about` when the words give a range."""

    months: float = 0.0
    hours: float = 0.0
    workdays: int = 0
    is_about: bool = False

    @property
    def is_under_a_day(self) -> bool:
        """Whether it runs from the moment that something happens, not from a day."""
        return not self.months and not self.workdays and self.hours < 24

    def after(self, day: date) -> date:
        """Give the day that the length ends on when it begins with `day`, which does not count (民法典 第二百零一条).

        Raises:
            ValueError, OverflowError: beyond the last year that the calendar has.
        """
        if self.workdays:
            return calendar.add_workdays(day, self.workdays)
        whole = add_months(day, int(self.months)) + timedelta(round(30 * (self.months % 1)))
        return whole + timedelta(days=int(-(-self.hours // 24)))


def read_length(text: str) -> Duration | None:
    """Read a length of time; of a range (两三天) the longest, `None` if the words give no number (几天, 学期)."""
    text = re.sub(r"\s", "", text)
    if re.fullmatch("十天半个?月", text):
        return Duration(hours=15 * 24.0, is_about=True)
    months = hours = 0.0
    workdays, is_about, position = 0, False, 0
    for match in _PART.finditer(text):
        if text[position : match.start()].strip("零又加"):
            return None
        position = match.end()
        unit = match["only"] or match["unit"] or "月"
        number: float | None
        if match["half"]:
            number = 0.5
        else:
            amount = read_amount((match["amount"] or match["fortnights"]).lstrip("零又加") or "零")
            number = amount.high if amount else None
            is_about = is_about or bool(amount and amount.exact is None)
        if number is None:
            return None
        if match["fortnights"]:
            number *= 0.5
        elif match["and"] or match["more"]:
            number += 0.5
        if unit == "工作日":
            workdays += -int(-number // 1)
        elif unit in _MONTHS:
            months += number * _MONTHS[unit]
        elif unit in _HOURS:
            hours += number * _HOURS[unit]
        else:
            return None
    if position != len(text) or not (months or hours or workdays):
        return None
    return Duration(months, hours, workdays, is_about)
