"""How dates, times, numbers and marks are printed (gbt9704.md §7-8: full-width marks, Arabic digits, no padding)."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from tongzhi.model.types import read_day, read_moment
from tongzhi.patterns import compile_later
from tongzhi.zh.typed import WEEKDAYS

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_CHINESE = "\u3400-\u9fff\U00020000-\U0003ffff\uff00-\uffef\u3000-\u303f“”‘’—…"
_MARK = compile_later(rf"(?<=[{_CHINESE}])([,;:?!])|([,;:?!])(?=[{_CHINESE}])")
_BRACKETS = compile_later(rf"\(([^()]*[{_CHINESE}][^()]*)\)|(?<=[{_CHINESE}])\(([^()]*)\)")
_WEB = compile_later(r"(?:https?://|www\.)[!-~]+|[!-~]+@[!-~]+")


def print_date(day: date) -> str:
    """Give 2020年9月30日."""
    return f"{day.year}年{day.month}月{day.day}日"


def print_clock(moment: datetime) -> str:
    """Give 上午9:00, 下午3:30, 晚上7:30; twelve o'clock is 中午12:00, midnight 凌晨0:00."""
    hour = moment.hour
    parts = ((6, "凌晨", 0), (12, "上午", 0), (13, "中午", 0), (18, "下午", 12), (24, "晚上", 12))
    word, less = next((word, less) for end, word, less in parts if hour < end)
    return f"{word}{hour - less}:{moment.minute:02d}"


def print_moment(moment: datetime) -> str:
    """Give 2020年9月30日（星期三）上午9:00."""
    weekday = WEEKDAYS[moment.weekday()]
    return f"{print_date(moment)}（星期{weekday}）{print_clock(moment)}"


def print_span(start: datetime, end: datetime) -> str:
    """Give 2020年9月30日（星期三）上午9:00—11:00, or both whole when they fall on different days."""
    if start.date() != end.date():
        return f"{print_moment(start)}—{print_moment(end)}"
    half, other = print_clock(start)[:2], print_clock(end)
    return f"{print_moment(start)}—{other.removeprefix(half)}"


def print_if_moment(text: str) -> str:
    """Give a text that is nothing but a date or a time as dates are printed; any other text as it is."""
    if not re.match(r"\d{4}[-/.年]", text):
        return text
    try:
        return print_moment(read_moment(str(text)))
    except ValueError:
        pass
    try:
        return print_date(read_day(str(text)))
    except ValueError:
        return text


def print_amount(amount: Decimal) -> str:
    """Give a number without trailing zeros beyond what was written: 12.50 stays, 3 stays 3."""
    return f"{amount:f}"


def print_text(text: str) -> str:
    """Give text with marks of full width after or before Chinese; times, web addresses and mails stay."""
    pieces, last = [], 0
    for found in _WEB.finditer(text):
        pieces += [_widen(text[last : found.start()]), found[0]]
        last = found.end()
    return "".join([*pieces, _widen(text[last:])])


def _widen(text: str) -> str:
    text = _BRACKETS.sub(lambda found: f"（{found[1] if found[1] is not None else found[2]}）", text)
    return _MARK.sub(lambda found: _FULL[found[1] or found[2]], text)


def print_name(name: str) -> str:
    """Give a name of two characters with a blank between, where signatures stand: 张　三."""
    return f"{name[0]}　{name[1]}" if re.fullmatch(r"[\u4e00-\u9fff]{2}", name) else name
