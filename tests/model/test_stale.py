from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tongzhi.model.stale import find_stale
from tongzhi.papers.notice import Notice


@pytest.mark.parametrize(
    ("label", "value", "notes"),
    [
        ("会议时间", "2025-09-30 09:00", ["日期 2025-09-30", "年份 2025"]),
        ("会议时间", "2026-12-30 09:00", []),
        ("会议名称", "市安委会2025年第二次全体会议", ["年份 2025", "届次 第二次"]),
        ("发文字号", "临安办发〔2025〕9号", ["年份 2025", "文号 临安办发〔2025〕9号"]),
        ("缘由", "9月28日前完成", ["日期 9月28日"]),
        ("联系人", [{"姓名": "陈某", "电话": "0971-8230001"}], ["姓名 陈某"]),
        ("主持人", {"姓名": "李某", "职务": "副市长"}, ["姓名 李某", "职务 副市长"]),
        ("会议内容", ["副市长李某讲话"], ["职务 副市长"]),
        ("地点", "三楼会议室", []),
    ],
)
def test_days_years_ordinals_names_and_posts_are_marked(label: str, value: Any, notes: list[str]):
    assert find_stale(Notice, {label: value}, date(2026, 11, 23)).get(label, []) == notes


def test_value_that_is_nothing_has_nothing_to_look_at():
    from datetime import date

    from tongzhi.model.stale import find_stale
    from tongzhi.papers.index import find_type

    assert find_stale(find_type("notice"), {"附注": None, "会议内容": [None]}, date(2026, 9, 1)) == {}
