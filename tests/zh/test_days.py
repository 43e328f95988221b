"""Days in words at the edges: of a month, a year, a quarter, a holiday."""

from __future__ import annotations

from datetime import date

import pytest

from tongzhi.extract.deadlines import find_deadlines

DAY = date(2020, 9, 16)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019年3月1日前完成", "2019-03-01"),
        ("2027年前完成", "2026-12-31"),
        ("明年年中前完成", "2021-06-30"),
        ("2021年年中前完成", "2021-06-30"),
        ("三季度前完成", "2020-06-30"),
        ("一季度末完成", "2021-03-31"),
        ("下周前完成", "2020-09-20"),
        ("31日前完成", "2020-10-31"),
        ("下月31日前完成", "2020-10-31"),
    ],
)
def test_edge_is_read(text: str, day: str) -> None:
    found = find_deadlines(text, 0, DAY)
    assert [one.date.isoformat() for one in found if one.date] == [day]


@pytest.mark.parametrize(
    "text", ["13月5日前完成", "2月30日前完成", "13月前完成", "本月31日前完成", "32日前完成"]
)
def test_day_that_no_calendar_has_gets_no_date(text: str) -> None:
    assert [one.date for one in find_deadlines(text, 0, DAY) if one.date] == []
