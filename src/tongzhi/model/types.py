"""The kinds of value a field may hold; each reads what YAML, JSON, Excel or a person writes for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from tongzhi.patterns import compile_later
from tongzhi.zh.typed import Typed, UnreadableDateError, looks_dated, read_typed, this_year


def wrong(found: str, instead: str) -> PydanticCustomError:
    """Make the error of a field: what was found, what to write instead."""
    return PydanticCustomError("tongzhi", "{found}", {"found": found, "instead": instead})


_DECIMAL_PHONE = compile_later(r"(?:1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7})\.0+")


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:40] + "…"


def read_text(value: Any) -> str:
    """Read one piece of text; a whole number from Excel (3.0) becomes 3."""
    if isinstance(value, str):
        text = value.strip(" \t\r\n")
        # a number of a phone that a spreadsheet or a script has written as a decimal
        return text[: text.index(".")] if _DECIMAL_PHONE.fullmatch(text) else text
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


@dataclass(slots=True)
class DateReading:
    """What dates without a year are read from, and which were: (what was typed, the day it was taken for)."""

    today: date
    assumed: list[tuple[str, date]] = field(default_factory=list)


_READING: ContextVar[DateReading | None] = ContextVar("_READING", default=None)


@contextmanager
def dates_from(today: date) -> Iterator[DateReading]:
    """Let dates without a year (11月26日上午9点, 26日15时, 廿六) be the next such day from `today`, the day itself included.

    What was assumed stands in the reading that is given; whoever opens it tells the user.
    """
    reading = DateReading(today)
    token = _READING.set(reading)
    try:
        yield reading
    finally:
        _READING.reset(token)


DAY_FORM = "写成 2020-09-30 或 2020年9月30日"
MOMENT_FORM = "写成 2020-09-30 09:00 或 2020年9月30日上午9:00"
DUE_FORM = "写成日期 2020-10-31；长期任务写 长期坚持、持续推进 或 按季度；还不知道写 待定"
"""What schemas say, the same every year; messages give an example of this year."""


def day_form() -> str:
    """Say how a day is written."""
    return f"写成 {this_year()}-09-30 或 {this_year()}年9月30日"


def moment_form() -> str:
    """Say how a day with an hour is written."""
    return f"写成 {this_year()}-09-30 09:00 或 {this_year()}年9月30日上午9:00"


def _typed(value: Any, instead: str) -> Typed:
    text, reading = read_text(value), _READING.get()
    try:
        found = read_typed(text, reading.today if reading else None)
    except UnreadableDateError as error:
        raise _worded(error, text, instead) from error
    if found.assumed and reading is not None and (text, found.day) not in reading.assumed:
        reading.assumed.append((text, found.day))
    return found


def _worded(error: UnreadableDateError, text: str, instead: str) -> PydanticCustomError:
    shown = _shown(text)
    if error.kind == "no-such-day":
        return wrong(f"日期“{shown}”不存在", "核对月份和日子")
    if error.kind == "weekday":
        return wrong(f"“{shown}”的日期与星期不符", f"{error.detail}，改日期或改星期")
    if error.kind == "contradiction":
        half, clock = error.detail[:2].rstrip("0123456789"), error.detail.lstrip("上下午早晚凌晨清傍")
        hour, minute = clock.split(":")
        again = f" 或 下午{int(hour) - 12}:{minute}" if half in ("下午", "傍晚", "晚上", "晚") else ""
        return wrong(f"“{shown}”写法自相矛盾：{error.detail}", f"写成 {hour}:{minute}{again}")
    if error.kind == "clock":
        return wrong(f"“{shown}”里的钟点不存在", moment_form())
    if error.kind == "rest":
        return wrong(f"“{shown}”在日期后还有“{error.detail}”，看不懂", instead)
    return wrong(f"“{shown}”不是完整日期", instead)


def read_day(value: Any) -> date:
    """Read a date: `date`, ISO, 2020年9月30日（星期三）, 2020/9/30; the weekday must agree.

    Within `dates_from` also 9月30日, 30日, 廿六, 下周三.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = _typed(value, day_form())
    if found.hour is not None and found.hour != time():
        raise wrong(f"“{_shown(value)}”在日期后还有钟点", day_form())
    return found.day


def read_moment(value: Any) -> datetime:
    """Read a date with a 24-hour time: ISO or 2020年9月30日（星期三）上午9:00; 下午15:00 is an error."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        raise wrong(f"“{value.isoformat()}”缺少钟点", moment_form())
    found = _typed(value, moment_form())
    if found.hour is None:
        raise wrong(f"“{_shown(value)}”缺少钟点", moment_form())
    return datetime.combine(found.day, found.hour)


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


OPEN_WORDS = frozenset(("待定", "另行通知", "待明确", "待确定", "待补", "待补充", "待安排"))
"""What a person writes for a value that is not known yet; listed as 未定事项, never an error."""


def is_open(value: Any) -> bool:
    """Tell whether a value says that it is still to be settled (待定, 时间待定, 另行通知)."""
    return isinstance(value, str) and (
        value in OPEN_WORDS or value[-2:] == "待定" or value[-4:] == "另行通知"
    )


def _or_open(read: Callable[[Any], Any]) -> BeforeValidator:
    """Read a value, or keep 待定."""

    def take(value: Any) -> Any:
        return value.strip() if isinstance(value, str) and is_open(value.strip()) else read(value)

    take.__wrapped__ = read  # type: ignore[attr-defined]  # says what kind of value the field holds
    return BeforeValidator(take)


STANDING = ("长期坚持", "持续推进", "按季度")
"""Time limits of a task that are no date (任务分解表)."""
AT_ONCE = frozenset(
    (
        "立行立改", "即知即改", "立查立改", "即查即改", "边查边改", "立整立改", "立即整改", "立即改正", "立即", "即时整改",
        "当场整改", "现场整改", "当日整改", "即行整改",
    )
)  # fmt: skip
"""Limits in words that leave no time: they are printed as they stand, no day is put in their place."""
_RECURRING = compile_later(
    r"(?:每|按)(?:个)?(?:日|天|周|星期|旬|月|季|季度|半年|年).{0,20}|常态化.{0,10}|长期|全年|24小时.{0,6}"
)


def due_form() -> str:
    """Say how a time limit is written."""
    return f"写成日期 {this_year()}-10-31；长期任务写 长期坚持、持续推进 或 按季度；还不知道写 待定"


def read_due(value: Any) -> date | str:
    """Read a time limit of a task: a date, 长期坚持, 持续推进, 按季度, 每月25日前, 立行立改, or 待定."""
    if isinstance(value, date):
        return read_day(value)
    text = read_text(value).removesuffix("。")
    if is_open(text) or text in STANDING or text in AT_ONCE or _RECURRING.fullmatch(text):
        return text
    try:
        return read_day(re.sub(r"(?:之前|以前|前|底前)$", "", text))
    except PydanticCustomError as error:
        if looks_dated(text):
            raise
        raise wrong(f"“{_shown(text)}”不是明确的时限", due_form()) from error


def read_due_day(value: Any) -> date | str:
    """Read a time limit that must be a date (隐患整改), or 待定."""
    if isinstance(value, date):
        return read_day(value)
    text = read_text(value)
    if is_open(text):
        return text
    if not looks_dated(text):
        form = f"写成 {this_year()}-10-31 的样子，不写“尽快”“长期”；还不知道写 待定"
        raise wrong(f"“{_shown(text)}”不是日期", form)
    return read_day(re.sub(r"(?:之前|以前|前)$", "", text))


def read_fix_due(value: Any) -> date | str:
    """Read the time limit of a hazard: a date, 立行立改 and its like, or 待定."""
    if isinstance(value, str) and is_at_once(value):
        return value.strip().rstrip("。")
    return read_due_day(value)


_AT_ONCE_SHAPE = compile_later(
    r"(?:(?:现场|当场|立即|马上|当日|当天|即时|即刻|随即)+|立行|即知|立查|即查|边查|立整|即行)(?:督促)?(?:整改|立改|即改|边改|改正|处置)?(?:到位|完毕|完成)?"
)


def is_at_once(text: str) -> bool:
    """Tell whether a limit in words leaves no time: 立行立改, 现场立即整改, 当日整改到位."""
    plain = text.strip().rstrip("。")
    return plain in AT_ONCE or _AT_ONCE_SHAPE.fullmatch(plain) is not None


_WITH_A_LIMIT = frozenset(("限期", "限期整改", "限期改正", "限时整改", "限时", "限期治理", "定期整改"))


def read_fix_now(value: Any) -> bool:
    """Read whether a hazard is put right at once: 是, 否, or the way of it (立即整改, 限期整改)."""
    text = read_text(value).rstrip("。")
    if is_at_once(text) or text in ("立改", "已当场整改", "已立即整改"):
        return True
    return False if text in _WITH_A_LIMIT else read_yes(value)


def read_when(value: Any) -> datetime | date:
    """Read a date with or without a time; a date alone means the end of that day."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return value
    text = re.sub(r"(?:之前|以前|前)$", "", read_text(value))
    found = _typed(text, f"{day_form()}，可加钟点")
    return found.day if found.hour is None else datetime.combine(found.day, found.hour)


def read_start(value: Any) -> date | str:
    """Read the first day of a phase: a date, 即日起, or 待定."""
    if isinstance(value, str) and value.strip() in ("即日起", "自即日起", "印发之日起", "自印发之日起"):
        return value.strip()
    return read_due_day(value)


_OFFSET = compile_later(r"(?:会前|提前|开会前)?\s*(?P<n>\d{1,3}|半)\s*(?P<u>分钟|小时|个小时).{0,10}")


def read_sign_in(value: Any) -> datetime | str:
    """Read when people sign in: a date with a time, 提前10分钟, or 待定."""
    if isinstance(value, str) and _OFFSET.fullmatch(value.strip()):
        return value.strip()
    return read_moment(value)


def offset_minutes(text: str) -> int | None:
    """Give the minutes that 提前10分钟 means, `None` when the text says no offset."""
    found = _OFFSET.fullmatch(text)
    if found is None:
        return None
    number = 0.5 if found["n"] == "半" else float(found["n"])
    return int(number * (1 if found["u"] == "分钟" else 60))


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
    if isinstance(value, str):
        return [line for line in (part.strip() for part in re.split(r"[\n；;]", value)) if line]
    return value if isinstance(value, list | tuple) else [value]


_NO_WORDS = frozenset(("true", "false", "nan", ".nan", "inf", ".inf", "-inf", "-.inf", "+.inf", "infinity"))
"""What data formats write for values that are neither a text nor a number."""


def _refuse_no_words(value: Any, meant: str, instead: str) -> None:
    if isinstance(value, bool) or (isinstance(value, str) and value.strip().lower() in _NO_WORDS):
        shown = str(value).lower() if isinstance(value, bool) else value.strip()
        raise wrong(f"“{shown}”不是{meant}", instead)


def read_person_name(value: Any) -> str:
    """Read who is meant, as one text; true and .nan are nobody's name."""
    _refuse_no_words(value, "姓名", "写人的姓名，还没定就空着")
    return read_text(value)


def read_person_names(value: Any) -> list[str]:
    """Read who is meant, as a list of texts; true and .nan are nobody's name."""
    for item in value if isinstance(value, list | tuple) else [value]:
        _refuse_no_words(item, "姓名", "写人的姓名，还没定就空着")
    return read_texts(value)


def read_phone(value: Any) -> str:
    """Read a telephone number as text; true and .nan are no numbers."""
    _refuse_no_words(value, "电话号码", "写成 0971-8230001 或 13800000000")
    return read_text(value)


def read_units(value: Any) -> list[str]:
    """Read a list of organisations; the colon after the last one is layout."""
    return [unit for unit in (text.rstrip(" 　:：。") for text in read_texts(value)) if unit]


Text = Annotated[str, BeforeValidator(read_text), WithJsonSchema({"type": "string"})]
"""One piece of text without outer blanks."""
Texts = Annotated[
    list[str], BeforeValidator(read_texts), WithJsonSchema({"type": "array", "items": {"type": "string"}})
]
"""Several texts; one may stand without a list."""
PersonName = Annotated[str, BeforeValidator(read_person_name), WithJsonSchema({"type": "string"})]
"""Who is meant: a name, or name and post."""
PersonNames = Annotated[
    list[str],
    BeforeValidator(read_person_names),
    WithJsonSchema({"type": "array", "items": {"type": "string"}}),
]
"""Several people; one may stand without a list."""
Phone = Annotated[str, BeforeValidator(read_phone), WithJsonSchema({"type": "string"})]
"""One telephone number, or several joined by 、 or blanks."""
Day = Annotated[date, BeforeValidator(read_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A calendar date with its year."""
Moment = Annotated[
    datetime, BeforeValidator(read_moment), WithJsonSchema({"type": "string", "format": "date-time"})
]
"""A date with a 24-hour time."""
Count = Annotated[int, BeforeValidator(read_count), WithJsonSchema({"type": "integer"})]
"""A whole number."""
Amount = Annotated[Decimal, BeforeValidator(read_amount), WithJsonSchema({"type": ["number", "string"]})]
"""A decimal number, unit as the field says (usually 万元)."""
Yes = Annotated[bool, BeforeValidator(read_yes), WithJsonSchema({"enum": ["是", "否", True, False]})]
"""是 or 否."""
MomentOrOpen = Annotated[
    datetime | str,
    _or_open(read_moment),
    WithJsonSchema({"type": "string", "description": MOMENT_FORM + "；未定写 待定"}),
]
"""A date with a 24-hour time, or 待定, 另行通知."""
DayOrOpen = Annotated[
    date | str,
    _or_open(read_day),
    WithJsonSchema({"type": "string", "description": DAY_FORM + "；未定写 待定"}),
]
"""A date, or 待定."""
Due = Annotated[
    date | str, BeforeValidator(read_due), WithJsonSchema({"type": "string", "description": DUE_FORM})
]
"""The time limit of a task: a date, 长期坚持, 持续推进, 按季度, 每…, or 待定."""
DueDay = Annotated[
    date | str,
    BeforeValidator(read_due_day),
    WithJsonSchema({"type": "string", "description": "日期；未定写 待定"}),
]
"""A time limit that must be a date, or 待定."""
FixDue = Annotated[
    date | str,
    BeforeValidator(read_fix_due),
    WithJsonSchema({"type": "string", "description": "日期、立行立改；未定写 待定"}),
]
"""The time limit of a hazard: a date, words that leave no time, or 待定."""
FixNow = Annotated[
    bool | str,
    _or_open(read_fix_now),
    WithJsonSchema({"type": ["boolean", "string"], "description": "是、否；未定写 待定"}),
]
"""Whether a hazard is put right at once, or 待定."""
Start = Annotated[
    date | str,
    BeforeValidator(read_start),
    WithJsonSchema({"type": "string", "description": "日期、即日起 或 待定"}),
]
"""The first day of a phase: a date, 即日起, or 待定."""
When = Annotated[
    datetime | date | str,
    _or_open(read_when),
    WithJsonSchema({"type": "string", "description": DAY_FORM + "，可加钟点"}),
]
"""A date with or without a time, or 待定; a date alone means the end of that day."""
SignIn = Annotated[
    datetime | str,
    _or_open(read_sign_in),
    WithJsonSchema({"type": "string", "description": "提前10分钟，或日期加钟点"}),
]
"""When people sign in: 提前10分钟, or a date with a time."""
AmountOrOpen = Annotated[
    Decimal | str,
    _or_open(read_amount),
    WithJsonSchema({"type": ["number", "string"], "description": "数字，未定写 待定"}),
]
"""A decimal number, or 待定."""
YesOrOpen = Annotated[
    bool | str,
    _or_open(read_yes),
    WithJsonSchema({"type": ["boolean", "string"], "description": "是、否；未定写 待定"}),
]
"""是, 否 or 待定."""
Units = Annotated[
    list[str], BeforeValidator(read_units), WithJsonSchema({"type": "array", "items": {"type": "string"}})
]
"""Organisations, one line each."""
Pick = BeforeValidator(read_text)
"""Before a `Literal`: outer blanks do not matter."""
AsList = BeforeValidator(_listed)
"""Lets a single record stand for a list of one: `Annotated[list[Item], AsList]`."""
