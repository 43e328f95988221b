"""Days in words at the edges: of a month, a year, a quarter, a holiday."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tongzhi.extract.deadlines import find_deadlines
from tongzhi.zh.dates import find_phrases, read_alone

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
        ("10月1日至8日完成", "2020-10-08"),
        ("9月20日到30日前完成", "2020-09-30"),
        ("9月28日至4日完成", "2020-10-04"),
        ("12月28日至4日完成", "2021-01-04"),
        ("明天至20日完成", "2020-09-20"),
        ("明天到8日完成", "2020-10-08"),
        ("10月28日至31日完成", "2020-10-31"),
        ("中秋国庆双节期间做好值守", "2020-10-08"),
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


@pytest.mark.parametrize(
    ("text", "day", "wanted", "note"),
    [
        ("中秋国庆双节期间", date(2026, 9, 1), date(2026, 10, 7), "9月25日至10月7日"),
        ("双节期间", date(2026, 9, 1), date(2026, 9, 27), "十天内有两个假期|9月25日"),
        ("国庆节前", date(2026, 10, 3), date(2026, 9, 30), "早于会议日期"),
        ("节前", date(2099, 12, 30), None, ""),
        ("2月25日至31日前", date(2026, 2, 1), None, ""),
    ],
)
def test_days_about_holidays_and_the_end_of_a_month(
    text: str, day: date, wanted: date | None, note: str
) -> None:
    from tongzhi.zh.dates import find_phrases

    [found] = find_phrases(text, day)
    assert found.day == wanted
    assert re.search(note, found.note)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("二十四号晚上", date(2026, 1, 24)),
        ("三号上午九点", date(2026, 2, 3)),
        ("12/5", date(2026, 12, 5)),
        ("一季度", date(2026, 3, 31)),
        ("初六上午九点", date(2026, 2, 22)),
        ("今年", date(2026, 12, 31)),
        ("大家", None),
        ("八十", None),
        ("昨天", None),
    ],
)
def test_words_known_to_be_a_time_are_read_as_if_due_by_then(words, day):
    found = read_alone(words, date(2026, 1, 20))
    assert (found.day if found else None) == day
    assert read_alone(words, None) is None


@pytest.mark.parametrize("text", ["三年前查过的再查一遍", "多年前的老账", "去年前半年的", "两年前建的"])
def test_years_ago_are_not_before_the_new_year(text):
    assert [one for one in find_phrases(text, date(2026, 1, 20)) if one.day == date(2026, 2, 14)] == []


def test_before_the_year_is_out_means_nothing_in_summer():
    assert [one.day for one in find_phrases("年前把账结清", date(2026, 6, 1))] == [None]
