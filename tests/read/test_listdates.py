"""Dates of lists without a year, and the day they are read from."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest

from tongzhi.read.listdates import day_of_list, settle

DAY = date(2026, 12, 4)


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("12月20日前", date(2026, 12, 20)), ("12.25", date(2026, 12, 25)), ("12/18", date(2026, 12, 18)), (12.25, date(2026, 12, 25)),
        ("1月10日", date(2027, 1, 10)), ("12月底前", date(2026, 12, 31)), ("十二月二十日", date(2026, 12, 20)), ("20日前", date(2026, 12, 20)),
        ("2日", date(2027, 1, 2)), ("26.12.20", date(2026, 12, 20)), ("明年1月底前", date(2027, 1, 31)), ("12月1日", date(2026, 12, 1)),
    ],
)  # fmt: skip
def test_limit_without_a_year_is_the_next_such_day_and_says_so(cell: object, wanted: date) -> None:
    settled = settle(cell, DAY, ahead=True)
    assert settled.value == wanted
    assert settled.added


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [("12月2日", date(2026, 12, 2)), ("2月1日", date(2026, 2, 1)), ("11.30", date(2026, 11, 30))],
)
def test_day_that_was_lies_behind_the_list(cell: str, wanted: date) -> None:
    assert settle(cell, DAY, ahead=False).value == wanted


def test_day_of_the_year_before_is_found_in_january() -> None:
    assert settle("12月28日", date(2027, 1, 5), ahead=False).value == date(2026, 12, 28)


@pytest.mark.parametrize("cell", ["11月31日", "2.30", "26.13.1"])
def test_day_that_does_not_exist_is_told(cell: str) -> None:
    assert "不存在" in settle(cell, DAY, ahead=True).wrong


def test_number_that_may_be_two_days_is_told() -> None:
    assert "12月1日还是12月10日" in settle(12.1, DAY, ahead=True).wrong


@pytest.mark.parametrize(
    "cell", ["尽快", "长期坚持", "3日内", "15个工作日内", "立行立改", "2026年12月14日前", 5, None]
)
def test_what_is_no_day_without_a_year_stays(cell: object) -> None:
    assert settle(cell, DAY, ahead=True) == settle(cell, DAY, ahead=True).__class__(cell)


def test_list_is_of_the_latest_day_above_it_else_of_its_dates_else_of_today() -> None:
    today = date(2026, 12, 7)
    assert day_of_list(["督查时间：2026年12月1日至4日"], [], today)[0] == date(2026, 12, 1)
    assert day_of_list(["清单"], [datetime(2026, 11, 3), date(2026, 11, 20)], today)[0] == date(2026, 11, 20)
    assert day_of_list([], [], today) == (today, "今天")


@pytest.mark.parametrize("cell", ["立即", "立即整改", "当日整改"])
def test_words_that_leave_no_time_are_no_day(cell: str) -> None:
    assert settle(cell, date(2026, 12, 9), ahead=True).value == cell


@pytest.mark.parametrize(
    ("cell", "wanted", "said"),
    [
        ("2026-12-20 17:00", date(2026, 12, 20), "钟点"), ("12月20日17时前", date(2026, 12, 20), "钟点"), (datetime(2026, 12, 20, 17, 30), date(2026, 12, 20), "钟点"),
        ("2027年4月", date(2027, 4, 30), "只写到月"), ("2026年12月底", date(2026, 12, 31), ""), ("3月份", date(2027, 3, 31), "只写到月"),
        ("12月1日-12月10日", date(2026, 12, 10), "一段时间"), ("12月1日至15日", date(2026, 12, 15), "一段时间"), ("2026.12.1—2026.12.20", date(2026, 12, 20), "一段时间"),
    ],
)  # fmt: skip
def test_limit_with_a_clock_a_month_or_a_stretch_is_a_day_and_says_so(
    cell: object, wanted: date, said: str
) -> None:
    settled = settle(cell, DAY, ahead=True)
    value = settled.value if isinstance(settled.value, date) else settle_text(settled.value)
    assert value == wanted
    assert said in settled.added


def settle_text(text: str) -> date:
    return date(*(int(part) for part in re.findall(r"\d+", text)[:3]))


@pytest.mark.parametrize("cell", ["2026-12-01 00:00:00", "2026/12/1 0:00", "2026-12-01T00:00:00"])
def test_midnight_of_a_system_is_no_time_of_day(cell: str) -> None:
    settled = settle(cell, DAY, ahead=False)
    assert settle_text(settled.value) == date(2026, 12, 1)
    assert not settled.added


@pytest.mark.parametrize("cell", ["12月中旬", "第四季度", "4.5", "尽快"])
def test_what_names_no_day_stays_as_it_is(cell: str) -> None:
    assert settle(cell, DAY, ahead=False).value in (cell, date(2026, 4, 5))
