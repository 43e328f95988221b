"""Filters that print values as Chinese official papers do: 日期、星期、数字、金额、连接.

GB/T 9704-2012 7.3.5.4 (成文日期 in Arabic figures, month and day without a leading zero) and GB/T 15835-2011
(figures in general); 金额 in words after 支付结算办法 附一.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from tongzhi.engine.missing import Blank, Missing
from tongzhi.engine.operators import attribute, call, describe, items, said
from tongzhi.engine.stops import Stop, spend
from tongzhi.patterns import compile_later
from tongzhi.zh.numbers import to_chinese, to_digits
from tongzhi.zh.typed import this_year

WEEKDAYS = "一二三四五六日"
_DATE = compile_later(r"\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*(.*)", re.DOTALL)
_TIME = compile_later(
    r"[\sT（(星期周一二三四五六日天)）]*(上午|下午|晚上|中午|凌晨)?\s*(\d{1,2})[::时](\d{1,2})?"
)
_EXCEL_EPOCH = date(1899, 12, 30)
_BIG = 10**12
Filter = Callable[..., Any]


def print_date(value: Any, form: str = "") -> str:
    """日期: 2020年9月30日; with a form of its own `%Y年%m月%d日`."""
    if _is_blank(value):
        return ""
    day = _day(value)
    return _formed(value, form) if form else f"{day.year}年{day.month}月{day.day}日"


def print_short_date(value: Any) -> str:
    """短日期: 9月30日."""
    if _is_blank(value):
        return ""
    day = _day(value)
    return f"{day.month}月{day.day}日"


def print_chinese_date(value: Any) -> str:
    """中文日期: 二〇二〇年九月三十日."""
    if _is_blank(value):
        return ""
    day = _day(value)
    return f"{to_digits(day.year)}年{to_chinese(day.month)}月{to_chinese(day.day)}日"


def print_month(value: Any) -> str:
    """年月: 2020年9月."""
    if _is_blank(value):
        return ""
    day = _day(value)
    return f"{day.year}年{day.month}月"


def print_weekday(value: Any) -> str:
    """星期: 星期三."""
    return "" if _is_blank(value) else f"星期{WEEKDAYS[_day(value).weekday()]}"


def print_short_weekday(value: Any) -> str:
    """周几: 周三."""
    return "" if _is_blank(value) else f"周{WEEKDAYS[_day(value).weekday()]}"


def print_time(value: Any) -> str:
    """时间: 上午9:00 (24-hour figures after 上午/下午 would contradict, so 下午3:30)."""
    if _is_blank(value):
        return ""
    hour, minute = _clock(value)
    half = "上午" if hour < 12 else "中午" if hour == 12 else "下午"
    return f"{half}{hour - 12 if hour > 12 else hour}:{minute:02d}"


def print_clock(value: Any) -> str:
    """时刻: 15:30."""
    if _is_blank(value):
        return ""
    hour, minute = _clock(value)
    return f"{hour}:{minute:02d}"


def print_moment(value: Any) -> str:
    """日期时间: 2020年9月30日（星期三）上午9:00."""
    if _is_blank(value):
        return ""
    return f"{print_date(value)}（{print_weekday(value)}）{print_time(value)}"


def print_chinese_number(value: Any) -> str:
    """中文数字: 二百一十三."""
    if _is_blank(value):
        return ""
    number = _number(value)
    if abs(number) >= _BIG:
        raise Stop("数太大，写不成中文数字", "不超过 12 位")
    sign = "负" if number < 0 else ""
    whole, _, part = f"{abs(number):f}".partition(".")
    part = part.rstrip("0")
    digits = "".join("零一二三四五六七八九"[int(mark)] for mark in part)
    return sign + to_chinese(int(whole)) + (f"点{digits}" if part else "")


def print_digits(value: Any) -> str:
    """中文年份, digit by digit: 2020 → 二〇二〇."""
    return said(value).translate(str.maketrans("0123456789", "〇一二三四五六七八九"))


def print_ordinal(value: Any) -> str:
    """序号: 3 → 三、."""
    return "" if _is_blank(value) else f"{print_chinese_number(value)}、"


def print_bracketed(value: Any) -> str:
    """括号序号: 3 → （三）."""
    return "" if _is_blank(value) else f"（{print_chinese_number(value)}）"


def print_circled(value: Any) -> str:
    """圈号: 3 → ③ (1 to 50)."""
    if _is_blank(value):
        return ""
    number = int(_number(value))
    for first, last, code in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(code + number - first)
    raise Stop(f"没有第 {number} 个圈号", "圈号从 1 到 50")


def print_amount(value: Any, places: int = 2) -> str:
    """金额: 1234.5 → 1,234.50."""
    if _is_blank(value):
        return ""
    places = min(max(int(places), 0), 8)
    return f"{_number(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,}"


def print_thousands(value: Any) -> str:
    """千分位: 1234567 → 1,234,567."""
    if _is_blank(value):
        return ""
    number = _number(value)
    return f"{number:,f}" if number % 1 else f"{int(number):,}"


def print_capital_amount(value: Any) -> str:
    """大写金额: 1234.5 → 壹仟贰佰叁拾肆元伍角整."""
    if _is_blank(value):
        return ""
    number = _number(value).quantize(Decimal("0.01"), ROUND_HALF_UP)
    if abs(number) >= _BIG:
        raise Stop("金额太大", "不超过 12 位")
    cents = int(abs(number) * 100)
    yuan, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
    capitals = str.maketrans("〇零一二三四五六七八九十百千", "零零壹贰叁肆伍陆柒捌玖拾佰仟")
    whole = to_chinese(yuan).translate(capitals) if yuan else ""
    whole = "壹" + whole if whole.startswith("拾") else whole
    text = f"{whole}元" if yuan or not cents else ""
    text = "零元" if not cents else text
    digits = "零壹贰叁肆伍陆柒捌玖"
    if jiao:
        text += f"{digits[jiao]}角"
    elif fen and yuan:
        text += "零"
    text += f"{digits[fen]}分" if fen else "整"
    return ("负" if number < 0 else "") + text


def print_percent(value: Any, places: int = 1) -> str:
    """百分比: 0.256 → 25.6%."""
    if _is_blank(value):
        return ""
    places = min(max(int(places), 0), 8)
    number = (_number(value) * 100).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{number:f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}%"


def _joiner(mark: str) -> Filter:
    def join_values(value: Any, key: str | None = None) -> str:
        if isinstance(value, str):
            return value

        texts = [said(attribute(one, key) if key else one) for one in _many(value)]
        texts = [text for text in texts if text]
        spend(sum(map(len, texts)) + len(texts))
        return mark.join(texts)

    return join_values


def _many(value: Any) -> Iterable[Any]:
    return items(value) if isinstance(value, list | tuple | set | Missing) or value is None else [value]


def print_book_title(value: Any) -> str:
    """书名号: 《…》, marks that are there already are kept."""
    text = said(value)
    return text if not text or (text.startswith("《") and text.endswith("》")) else f"《{text}》"


def print_quoted(value: Any) -> str:
    """引号: “…”."""
    text = said(value)
    return text if not text or (text.startswith("“") and text.endswith("”")) else f"“{text}”"


def print_full_width(value: Any) -> str:
    """全角: ASCII letters, figures and marks as full-width ones."""
    return said(value).translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000})


def print_spread_name(value: Any) -> str:
    """姓名: a name of two characters gets a full-width blank inside, so that lists align (张　三)."""
    text = said(value).strip()
    return f"{text[0]}　{text[1]}" if len(text) == 2 and all("一" <= mark <= "鿿" for mark in text) else text


def print_yes_no(value: Any, yes: str = "是", no: str = "否") -> str:
    """是否: 是 or 否."""
    return yes if value else no


def _is_blank(value: Any) -> bool:
    if isinstance(value, Missing):
        if not isinstance(value, Blank):
            str(value)
        return True
    return value is None or value == ""


def _day(value: Any) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        found = _DATE.fullmatch(value)
        if found:
            try:
                return date(int(found[1]), int(found[2]), int(found[3]))
            except ValueError as error:
                raise Stop(f"没有“{value}”这一天", "检查月和日") from error
    if isinstance(value, int | float) and not isinstance(value, bool) and 20_000 < value < 80_000:
        return _EXCEL_EPOCH + timedelta(days=int(value))
    raise Stop(f"{describe(value)}不是日期", f"写成 {this_year()}-09-30 的样子")


def _clock(value: Any) -> tuple[int, int]:
    if isinstance(value, datetime | time):
        return value.hour, value.minute
    if isinstance(value, str):
        rest = _DATE.fullmatch(value)
        found = _TIME.match(rest[4] if rest else value)
        if found:
            hour, minute = int(found[2]), int(found[3] or 0)
            hour += 12 if found[1] in ("下午", "晚上") and hour < 12 else 0
            if hour < 24 and minute < 60:
                return hour, minute
    raise Stop(f"{describe(value)}里没有钟点", f"写成 {this_year()}-09-30 09:00 的样子")


def _formed(value: Any, form: str) -> str:

    stamp = value if isinstance(value, date | datetime) else _day(value)
    text: str = call(attribute(stamp, "strftime"), form)
    return text


def _number(value: Any) -> Decimal:
    try:
        number = Decimal(str(value).replace(",", "").replace("，", "").strip())
    except (InvalidOperation, ValueError) as error:
        raise Stop(f"{describe(value)}不是数", "这里要数字，如 23") from error
    if not number.is_finite() or abs(number.adjusted()) > 40:
        raise Stop("这个数写不出来", "检查数据里的空格和公式")
    return number


FILTERS: dict[str, Filter] = {
    "日期": print_date,
    "短日期": print_short_date,
    "中文日期": print_chinese_date,
    "年月": print_month,
    "星期": print_weekday,
    "周几": print_short_weekday,
    "时间": print_time,
    "时刻": print_clock,
    "日期时间": print_moment,
    "中文数字": print_chinese_number,
    "中文年份": print_digits,
    "序号": print_ordinal,
    "括号序号": print_bracketed,
    "圈号": print_circled,
    "金额": print_amount,
    "千分位": print_thousands,
    "大写金额": print_capital_amount,
    "百分比": print_percent,
    "顿号": _joiner("、"),
    "顿号连接": _joiner("、"),
    "逗号连接": _joiner("，"),
    "分号连接": _joiner("；"),
    "换行连接": _joiner("\n"),
    "书名号": print_book_title,
    "引号": print_quoted,
    "全角": print_full_width,
    "姓名": print_spread_name,
    "是否": print_yes_no,
}
"""Filter names of templates → what they print."""
