"""How a value is printed: dates with their weekday, lists joined, marks of full width, suggestions tinted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from tongzhi.engine.values import Marked
from tongzhi.errors import InputError, Place, Problem
from tongzhi.model.base import Part, label_of
from tongzhi.model.types import WEEKDAYS
from tongzhi.word.fragments import has_forbidden

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_CHINESE = "\u3400-\u9fff\U00020000-\U0003ffff\uff00-\uffef\u3000-\u303f“”‘’—…"
_MARK = re.compile(rf"(?<=[{_CHINESE}])([,;:?!])|([,;:?!])(?=[{_CHINESE}])")
_BRACKETS = re.compile(rf"\(([^()]*[{_CHINESE}][^()]*)\)|(?<=[{_CHINESE}])\(([^()]*)\)")
_WEB = re.compile(r"(?:https?://|www\.)[!-~]+|[!-~]+@[!-~]+")


def join_items(items: Iterable[str]) -> str:
    """Join by 、, or by ； when an item holds a mark of its own."""
    shown = [item.rstrip("。；") for item in items]
    return ("；" if any(re.search("[，、；]", item) for item in shown) else "、").join(shown)


def print_date(day: date) -> str:
    """Give 2020年9月30日."""
    return f"{day.year}年{day.month}月{day.day}日"


def print_clock(moment: datetime) -> str:
    """Give 上午9:00, 下午3:30, 晚上7:30; twelve o'clock is 中午12:00, midnight 凌晨0:00."""
    hour = moment.hour
    for end, word, less in (
        (6, "凌晨", 0),
        (12, "上午", 0),
        (13, "中午", 0),
        (18, "下午", 12),
        (24, "晚上", 12),
    ):
        if hour < end:
            return f"{word}{hour - less}:{moment.minute:02d}"
    raise ValueError(hour)


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


@lru_cache(maxsize=4096)
def _print_again(text: str) -> str:
    """Give the printed text if Word can hold it, else nothing; in a batch most texts come again and again."""
    return "" if has_forbidden(text) else print_text(text)


@cache
def _labels(kind: type[Part]) -> tuple[tuple[str, str], ...]:
    return tuple((name, label_of(field, name)) for name, field in kind.model_fields.items())


class Printer:
    """Prints the values of a document; collects characters that Word cannot hold."""

    def __init__(self, *, lenient: bool = False) -> None:
        """Drop such characters when lenient, else note them as problems."""
        self.lenient = lenient
        self.problems: list[Problem] = []

    def print_part(self, part: Part) -> dict[str, Any]:
        """Give every value of the record by its Chinese label."""
        origins, given = part.origins, part.__dict__
        printed: dict[str, Any] = {}
        for name, label in _labels(type(part)):
            value = given[name]
            if value is None or value == "":
                printed[label] = ""
            else:
                origin = origins.get(name) if origins else None
                printed[label] = self._print(value, label, is_open=origin is not None and origin.is_open)
        return printed

    def _print(self, value: Any, label: str, *, is_open: bool) -> Any:
        if value is None:
            return ""
        if isinstance(value, Part):
            return self.print_part(value)
        if isinstance(value, list):
            return [self._print(item, label, is_open=is_open) for item in value]
        if isinstance(value, bool):
            return _Yes(value)
        if isinstance(value, int) and not is_open:
            return value
        text = self._say(value, label)
        return Marked(text) if is_open and text else text

    def _say(self, value: Any, label: str) -> str:
        if isinstance(value, str):
            return _print_again(value) or print_text(self._clean(value, label))
        if isinstance(value, datetime):
            return print_moment(value)
        if isinstance(value, date):
            return print_date(value)
        if isinstance(value, Decimal):
            return print_amount(value)
        return str(value)

    def _clean(self, text: str, label: str) -> str:
        if not has_forbidden(text):
            return text
        kept = "".join(character for character in text if not has_forbidden(character))
        if not self.lenient:
            codes = "、".join(
                dict.fromkeys(f"U+{ord(mark):04X}" for mark in text if has_forbidden(mark))
            )
            self.problems.append(
                Problem(Place(field=label), f"有 Word 不能容纳的字符 {codes}", "删去后重试，或加 --lenient 自动去掉")
            )
        return kept

    def finish(self) -> None:
        """Raise what was collected.

        Raises:
            InputError: a value holds characters that Word cannot hold.
        """
        if self.problems:
            raise InputError(self.problems)


class _Yes(int):
    """是 or 否: prints so, and tests as what it means."""

    def __str__(self) -> str:
        return "是" if self else "否"
