"""What stands in a cell or a form: read as it was meant, or told in words that name it."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from tongzhi.model import item_cells as cells
from tongzhi.model import types


@pytest.mark.parametrize(
    ("read", "value", "wanted"),
    [
        (types.read_text, datetime(2026, 9, 30), "2026-09-30"),
        (types.read_text, datetime(2026, 9, 30, 9, 30), "2026-09-30 09:30:00"),
        (types.read_text, 3.0, "3"),
        (types.read_text, True, "是"),
        (types.read_text, time(9, 30), "09:30:00"),
        (types.read_day, datetime(2026, 9, 30, 9), date(2026, 9, 30)),
        (types.read_moment, datetime(2026, 9, 30, 9), datetime(2026, 9, 30, 9)),
        (types.read_moment, "2026年9月30日中午1:30", datetime(2026, 9, 30, 13, 30)),
        (types.read_moment, "2026年9月30日下午3时半", datetime(2026, 9, 30, 15, 30)),
        (types.read_count, 12.0, 12),
        (types.read_count, "1,200", 1200),
        (types.read_due_day, date(2026, 9, 30), date(2026, 9, 30)),
        (types.read_due_day, "待定", "待定"),
        (types.read_when, datetime(2026, 9, 30, 9), datetime(2026, 9, 30, 9)),
        (types.read_when, date(2026, 9, 30), date(2026, 9, 30)),
        (types.read_when, "2026-09-30前", date(2026, 9, 30)),
        (types.read_when, "2026-09-30 17:00前", datetime(2026, 9, 30, 17)),
        (types.read_start, "自即日起", "自即日起"),
        (types.read_start, "2026-09-30", date(2026, 9, 30)),
        (types.offset_minutes, "提前10分钟", 10),
        (types.offset_minutes, "提前半小时", 30),
        (types.offset_minutes, "早点来", None),
        (cells.read_text, {"姓名": "李某", "职务": "局长", "空": ""}, "李某 局长"),
        (cells.read_text, ["甲", None, "乙"], "甲；乙"),
        (cells.read_text, "甲\x07乙", "甲乙"),
        (cells.read_text, 3.0, "3"),
        (cells.read_amount, "12.5万元", Decimal("12.5")),
        (cells.read_level, "一般事故隐患", "一般"),
        (cells.read_level, "重大隐患", "重大"),
        (cells.read_stop_order, "停产", "全部停产"),
        (cells.read_stop_order, "不需要", "无"),
        (cells.read_stop_order, "局部停产", "局部停产"),
        (cells.read_verdict, "验收合格", "合格"),
        (cells.read_verdict, "未通过", "不合格"),
        (cells.show, True, "是"),
        (cells.show, date(2026, 9, 3), "2026-09-03"),
        (cells.show, None, ""),
    ],
)
def test_cell_is_read_as_it_was_meant(read: Any, value: Any, wanted: Any) -> None:
    assert read(value) == wanted


@pytest.mark.parametrize(
    ("read", "value", "said"),
    [
        (types.read_moment, date(2026, 9, 30), "缺少钟点"),
        (types.read_moment, "2026-09-30 随时", "看不懂"),
        (types.read_text, ["甲"], "应是一段文字"),
        (types.read_count, "几个", "不是整数"),
        (cells.read_amount, "-3万元", "小于 0"),
        (cells.read_level, "很大", "看不懂"),
        (cells.read_stop_order, "也许", "看不懂"),
        (cells.read_verdict, "再说", "看不懂"),
    ],
)
def test_cell_that_means_nothing_is_told(read: Any, value: Any, said: str) -> None:
    with pytest.raises(PydanticCustomError, match=said):
        read(value)
