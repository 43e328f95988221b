"""Cells of lists as values, and values as cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tongzhi.model import types
from tongzhi.model.types import wrong

_LAST = frozenset("—-/" + "".join(word[-1] for word in types.OPEN_WORDS))
_STOPS = ("局部停产", "全部停产", "停工", "停用")
# no workbook and no Word file can hold these
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MAJOR = re.compile(r"重大|特别重大|^(?:[IⅠ1一]级|A级)$")
_GENERAL = re.compile(r"一般|较大|较小|轻微|^(?:[2-6二三四五六ⅡⅢⅣ]级|[BCD]级|II|III|IV级?)$")


def is_blank(value: Any) -> bool:
    """Tell whether a cell says nothing yet: empty, a dash, or 待定 and its like."""
    if isinstance(value, str):
        text = value.strip()
        # most cells are seen to say something by their last character
        return not text or (text[-1] in _LAST and (text in ("—", "--", "-", "/") or types.is_open(text)))
    return value is None or value in ([], {}, ())


def read_found_by(value: Any) -> str:
    """Read how a hazard was found; the places in a speech that a record brings along are no such words."""
    return "" if isinstance(value, Mapping | list) else read_text(value)


def read_text(value: Any) -> str:
    """Read text; a record or list from a data file becomes its parts with blanks between."""
    if type(value) is str:
        text = value.strip(" \t\r\n")
        return text if text.isprintable() else _CONTROL.sub("", text)
    if isinstance(value, Mapping):
        return " ".join(read_text(part) for part in value.values() if part not in (None, "", [], {}))
    if isinstance(value, list | tuple):
        return "；".join(read_text(part) for part in value if part not in (None, ""))
    text = types.read_text(value)
    return text if text.isprintable() else _CONTROL.sub("", text)


def read_day(value: Any) -> date:
    """Read a date; a count of days out of Excel (44105) is none."""
    if isinstance(value, datetime | date):
        return types.read_day(value)
    return types.read_day(read_text(value))


def read_amount(value: Any) -> Decimal:
    """Read an amount of money in 万元, not negative; 无需资金 is 0.

    A text with its source (`12.50 企业自筹`) gives the number.
    """
    text = read_text(value)
    head = re.match(r"[-+]?[\d,，.]+\s*(?:万元)?", text)
    amount = types.read_amount(head.group() if head else text)
    if amount < 0:
        raise wrong(f"“{text}”小于 0", "整改资金写 0 或正数（万元）")
    return amount


def read_progress(value: Any) -> str:
    """Read a progress; the bare word of a state, which lists show when nobody reported, is none."""
    text = read_text(value)
    return "" if re.fullmatch(r"(?:列单|交单|办单|验收|清单)(?:（待验收）)?", text) else text


def read_yes(value: Any) -> bool:
    """Read 是 or 否."""
    return types.read_yes(value)


def read_fix_now(value: Any) -> bool:
    """Read whether a hazard is put right at once: 是, 否, 立即整改, 限期整改."""
    return types.read_fix_now(value)


def read_level(value: Any) -> str:
    """Read a level: 一般 or 重大; numbered scales are mapped (1级 is 重大)."""
    text = re.sub(r"(?:事故|安全)?隐患$", "", read_text(value)).strip()
    if _MAJOR.search(text):
        return "重大"
    if _GENERAL.search(text):
        return "一般"
    raise wrong(f"隐患等级“{text}”看不懂", "写 一般 或 重大")


def read_stop_order(value: Any) -> str:
    """Read which stop order was given: 无, 局部停产, 全部停产, 停工 or 停用; what follows it stays."""
    text = read_text(value)
    if text in ("无", "否", "不需要", "/", "—", "-"):
        return "无"
    if text in ("停产", "停业", "停产停业", "是", "已停产"):
        return "全部停产"
    if text.startswith(_STOPS):
        return text
    raise wrong(f"停产停业“{text}”看不懂", "写 无、局部停产、全部停产、停工 或 停用")


def read_verdict(value: Any) -> str:
    """Read a verdict: 合格 or 不合格."""
    text = read_text(value)
    if "不合格" in text or "未通过" in text:
        return "不合格"
    if "合格" in text or text in ("通过", "已通过", "同意"):
        return "合格"
    raise wrong(f"验收结论“{text}”看不懂", "写 合格 或 不合格")


def show(value: Any) -> str:
    """Give a value as a table shows it; nothing for what was not given."""
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return "；".join(_part(part) for part in value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}" if value else "0"
    return str(value)


def _part(part: Any) -> str:
    if hasattr(part, "new_due"):
        return f"{part.old_due}→{part.new_due}（{part.reason}，{part.approved_by}批准）"
    words: str = part.text
    if part.file and part.file not in words:
        words = f"{words}（{part.file}）" if words else part.file
    return words
