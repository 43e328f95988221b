from __future__ import annotations

from datetime import date, time

import pytest

from tongzhi.zh.typed import UnreadableDateError, read_typed, this_year

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "day", "hour", "assumed"),
    [
        ("11月26日上午9点", date(2026, 11, 26), time(9), True),
        ("26日15时", date(2026, 11, 26), time(15), True),
        ("2026.11.26 9:00", date(2026, 11, 26), time(9), False),
        ("廿六", date(2026, 11, 26), None, True),
        ("26号", date(2026, 11, 26), None, True),
        ("12 月 5 日", date(2026, 12, 5), None, True),
        ("１２月５日", date(2026, 12, 5), None, True),
        ("11/26 9:30", date(2026, 11, 26), time(9, 30), True),
        ("11.26", date(2026, 11, 26), None, True),
        ("十一月二十六日下午三点", date(2026, 11, 26), time(15), True),
        ("二〇二六年十一月二十六日（星期四）", date(2026, 11, 26), None, False),
        ("2026年11月26日（周四）下午3点半", date(2026, 11, 26), time(15, 30), False),
        ("2026-11-26T09:00:00", date(2026, 11, 26), time(9), False),
        ("11月20日", TODAY, None, True),
        ("1月5日", date(2027, 1, 5), None, True),
        ("10月8日", date(2027, 10, 8), None, True),
        ("2月29日", date(2028, 2, 29), None, True),
        ("31日", date(2026, 12, 31), None, True),
        ("明天下午3点", date(2026, 11, 21), time(15), True),
        ("下周三上午九点一刻", date(2026, 11, 25), time(9, 15), True),
        ("11月26日晚7点", date(2026, 11, 26), time(19), True),
        ("26日中午12点", date(2026, 11, 26), time(12), True),
    ],
)
def test_a_date_is_read_as_it_is_typed(text: str, day: date, hour: time | None, assumed: bool) -> None:
    found = read_typed(text, TODAY)
    assert (found.day, found.hour, found.assumed) == (day, hour, assumed)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("尽快", "none"), ("2026.11", "none"), ("2月30日", "no-such-day"), ("2026年2月30日", "no-such-day"),
        ("2026年11月26日（星期五）", "weekday"), ("11月26日下午15:00", "contradiction"), ("11月26日25点", "clock"),
        ("11月26日前后", "rest"), ("月底前", "none"), ("", "none"),
    ],
)  # fmt: skip
def test_what_is_no_date_is_told_from_what_is_wrong(text: str, kind: str) -> None:
    with pytest.raises(UnreadableDateError) as error:
        read_typed(text, TODAY)
    assert error.value.kind == kind


def test_a_date_without_a_year_needs_a_day_to_count_from() -> None:
    with pytest.raises(UnreadableDateError) as error:
        read_typed("11月26日")
    assert error.value.kind == "missing-year"


def test_examples_are_of_this_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TONGZHI_TODAY", "2031-05-06")
    assert this_year() == 2031
