from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from tongzhi.zh.calendar import (
    add_workdays,
    count_workdays,
    first_workday_after,
    holiday_block,
    is_workday,
    last_workday_before,
    published,
)


def test_every_day_since_2001_agrees_with_the_library() -> None:
    library = holidays.country_holidays("CN", years=range(2001, 2028))
    days = [
        date(2001, 1, 1) + timedelta(offset) for offset in range((date(2026, 12, 20) - date(2001, 1, 1)).days)
    ]
    assert [day for day in days if is_workday(day) != library.is_working_day(day)] == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2020-09-27", True),
        ("2020-10-08", False),
        ("2020-10-10", True),
        ("2020-10-11", False),
        ("2026-02-14", True),
    ],
)
def test_make_up_days_are_workdays_and_bridge_days_are_not(day: str, expected: bool) -> None:
    assert is_workday(date.fromisoformat(day)) is expected


def test_the_office_may_know_days_of_its_own() -> None:
    day = date(2026, 11, 23)
    assert is_workday(day)
    assert not is_workday(day, off=[day])
    assert is_workday(date(2026, 11, 22), made_up=[date(2026, 11, 22)])


def test_a_year_without_notice_is_not_published() -> None:
    assert published(2020)
    assert published(2026)
    assert not published(2099)


def test_workdays_are_counted_over_a_holiday_with_make_up_days() -> None:
    # 2020-09-27 is a working Sunday, 10-01 to 10-08 are off, 10-10 is a working Saturday
    assert add_workdays(date(2020, 9, 25), 1) == date(2020, 9, 27)
    assert add_workdays(date(2020, 9, 30), 3) == date(2020, 10, 12)
    assert add_workdays(date(2020, 10, 12), -3) == date(2020, 9, 30)
    assert count_workdays(date(2020, 9, 30), date(2020, 10, 12)) == 3
    assert count_workdays(date(2020, 10, 12), date(2020, 9, 30)) == -3


def test_the_block_of_a_holiday_has_its_neighbours() -> None:
    block = holiday_block("国庆节", date(2020, 9, 1))
    assert block is not None
    assert (block.start, block.end) == (date(2020, 10, 1), date(2020, 10, 8))
    assert last_workday_before(block) == date(2020, 9, 30)
    assert first_workday_after(block) == date(2020, 10, 9)


def test_a_make_up_sunday_is_the_last_workday_before_a_block() -> None:
    block = holiday_block("中秋", date(2026, 9, 1))
    spring = holiday_block("春节", date(2026, 1, 10))
    assert block is not None
    assert spring is not None
    assert last_workday_before(spring) == date(2026, 2, 14)
    assert first_workday_after(block) == date(2026, 9, 28)


def test_two_holidays_may_share_a_block() -> None:
    assert holiday_block("中秋节", date(2020, 9, 1)) == holiday_block("国庆", date(2020, 9, 1))


def test_years_beyond_the_calendar_and_unknown_holidays_are_nobodys() -> None:
    assert not published(2100)
    assert is_workday(date(2100, 6, 7))
    assert holiday_block("泼水节", date(2026, 1, 1)) is None
