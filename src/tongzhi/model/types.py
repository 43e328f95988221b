"""The kinds of value a field may hold; each reads what YAML, JSON, Excel or a person writes for it."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

WEEKDAYS = "一二三四五六日"


def wrong(found: str, instead: str) -> PydanticCustomError:
    """Make the error of a field: what was found, what to write instead."""
    return PydanticCustomError("tongzhi", "{found}", {"found": found, "instead": instead})


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:40] + "…"


def read_text(value: Any) -> str:
    """Read one piece of text; a whole number from Excel (3.0) becomes 3."""
    if isinstance(value, str):
        return value.strip(" \t\r\n")
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, int | float | Decimal | date | datetime | time):
        return str(value)
    raise wrong(f"应是一段文字，却写成了{_kind(value)}", "写成一行文字")


def _kind(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "列表"
    return "分项" if isinstance(value, dict) else "别的东西"


def read_texts(value: Any) -> list[str]:
    """Read a list of texts: a list, or one text whose lines (or parts between ；) are its items."""
    if isinstance(value, str):
        return [part.strip() for part in re.split(r"[\n；;]", value) if part.strip()]
    if isinstance(value, list | tuple):
        return [read_text(item) for item in value if item not in (None, "")]
    return [read_text(value)]


_DATE = re.compile(
    r"(?P<y>\d{4})\s*(?:年|[-/.])\s*(?P<m>\d{1,2})\s*(?:月|[-/.])\s*(?P<d>\d{1,2})\s*[日号]?"
    r"\s*(?:[（(]?\s*(?:星期|周)(?P<w>[一二三四五六日天])\s*[）)]?)?"
)
_CLOCK = re.compile(
    r"[T\s,，]*(?P<half>凌晨|早上|上午|中午|下午|晚上|晚)?\s*(?P<h>\d{1,2})\s*(?:[:：时点](?P<min>\d{1,2}|半)?)(?:[:：](?P<s>\d{1,2}))?\s*分?"
    r"(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$"
)


def _match_day(text: str, instead: str) -> tuple[date, str]:
    found = _DATE.match(text)
    if found is None:
        raise wrong(f"“{_shown(text)}”不是完整日期", instead)
    try:
        day = date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError as error:
        raise wrong(f"日期“{_shown(text)}”不存在", "核对月份和日子") from error
    weekday = (found["w"] or "").replace("天", "日")
    if weekday and weekday != WEEKDAYS[day.weekday()]:
        raise wrong(
            f"“{_shown(text)}”的日期与星期不符",
            f"{day.month}月{day.day}日是星期{WEEKDAYS[day.weekday()]}，改日期或改星期",
        )
    return day, text[found.end() :].strip()


DAY_FORM = "写成 2020-09-30 或 2020年9月30日"
MOMENT_FORM = "写成 2020-09-30 09:00 或 2020年9月30日上午9:00"


def read_day(value: Any) -> date:
    """Read a date: `date`, ISO, 2020年9月30日（星期三）, 2020/9/30; the weekday must agree."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    day, rest = _match_day(read_text(value), DAY_FORM)
    if rest and not re.fullmatch(r"[T\s]*0?0[:：]00(?:[:：]00)?(?:\.0+)?", rest):
        raise wrong(f"“{_shown(value)}”在日期后还有“{rest}”", DAY_FORM)
    return day


def read_moment(value: Any) -> datetime:
    """Read a date with a 24-hour time: ISO or 2020年9月30日（星期三）上午9:00; 下午15:00 is an error."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        raise wrong(f"“{value.isoformat()}”缺少钟点", MOMENT_FORM)
    text = read_text(value)
    day, rest = _match_day(text, MOMENT_FORM)
    if not rest:
        raise wrong(f"“{_shown(text)}”缺少钟点", MOMENT_FORM)
    found = _CLOCK.fullmatch(rest)
    if found is None:
        raise wrong(f"“{_shown(text)}”里的钟点“{rest}”看不懂", MOMENT_FORM)
    hour, minute = int(found["h"]), 30 if found["min"] == "半" else int(found["min"] or 0)
    if found["half"] in ("下午", "晚上", "晚") and hour < 12:
        hour += 12
    elif found["half"] in ("下午", "晚上", "晚") and hour > 12:
        raise wrong(
            f"“{_shown(text)}”写法自相矛盾：{found['half']}{hour}:{minute:02d}",
            f"写成 {hour}:{minute:02d} 或 下午{hour - 12}:{minute:02d}",
        )
    elif found["half"] in ("上午", "早上", "凌晨") and hour > 12:
        raise wrong(f"“{_shown(text)}”写法自相矛盾：{found['half']}{hour}:{minute:02d}", MOMENT_FORM)
    elif found["half"] == "中午" and hour < 3:
        hour += 12
    try:
        return datetime.combine(day, time(hour, minute))
    except ValueError as error:
        raise wrong(f"“{_shown(text)}”里的钟点不存在", MOMENT_FORM) from error


def read_count(value: Any) -> int:
    """Read a whole number, with or without thousands commas."""
    if isinstance(value, bool):
        raise wrong("应是整数", "写成 12 的样子")
    if isinstance(value, int):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    text = read_text(value).replace(",", "").replace("，", "")
    if not re.fullmatch(r"[-+]?\d{1,15}(?:\.0+)?", text):
        raise wrong(f"“{_shown(value)}”不是整数", "只写数字，如 12")
    return int(float(text))


def read_amount(value: Any) -> Decimal:
    """Read a decimal number (万元); 无需资金 counts as 0."""
    text = read_text(value).replace(",", "").replace("，", "")
    if text in ("无需资金", "无", "零"):
        return Decimal(0)
    try:
        amount = Decimal(re.sub(r"万元$", "", text))
    except InvalidOperation as error:
        raise wrong(f"“{_shown(value)}”不是数字", "只写数字，如 12.50；不需要资金写 0") from error
    if not amount.is_finite():
        raise wrong(f"“{_shown(value)}”不是数字", "只写数字，如 12.50")
    return amount


_YES = {"是", "有", "对", "true", "yes", "y", "1", "√", "✓", "on", "需要", "允许"}
_NO = {"否", "无", "不", "false", "no", "n", "0", "×", "off", "不需要", "不允许", "没有"}


def read_yes(value: Any) -> bool:
    """Read 是 or 否."""
    if isinstance(value, bool):
        return value
    text = read_text(value).lower()
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise wrong(f"“{_shown(value)}”既不是“是”也不是“否”", "写 是 或 否")


def _listed(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


Text = Annotated[str, BeforeValidator(read_text), WithJsonSchema({"type": "string"})]
"""One piece of text without outer blanks."""
Texts = Annotated[
    list[str], BeforeValidator(read_texts), WithJsonSchema({"type": "array", "items": {"type": "string"}})
]
"""Several texts; one may stand without a list."""
Day = Annotated[date, BeforeValidator(read_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A calendar date with its year."""
Moment = Annotated[
    datetime, BeforeValidator(read_moment), WithJsonSchema({"type": "string", "format": "date-time"})
]
"""A date with a 24-hour time."""
Count = Annotated[int, BeforeValidator(read_count), WithJsonSchema({"type": "integer"})]
"""A whole number."""
Amount = Annotated[Decimal, BeforeValidator(read_amount), WithJsonSchema({"type": "number"})]
"""A decimal number, unit as the field says (usually 万元)."""
Yes = Annotated[bool, BeforeValidator(read_yes), WithJsonSchema({"type": "boolean"})]
"""是 or 否."""
AsList = BeforeValidator(_listed)
"""Lets a single record stand for a list of one: `Annotated[list[Item], AsList]`."""
