"""Dates of lists without a year, and the day they are read from."""

from __future__ import annotations

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
