from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from pydantic_core import PydanticCustomError

from tongzhi.model import types
from tongzhi.model.official import is_phone, split_units
from tongzhi.model.types import (
    read_amount,
    read_count,
    read_day,
    read_moment,
    read_text,
    read_texts,
    read_yes,
)


@pytest.mark.parametrize(
    "text",
    [
        "2026-09-30",
        "2026年9月30日",
        "2026/9/30",
        "2026.9.30",
        "2026年9月30日（星期三）",
        "2026-09-30 00:00:00",
    ],
)
def test_day_is_read_in_every_usual_form(text: str):
    assert read_day(text) == date(2026, 9, 30)


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2026年9月30日（星期四）", "明天", "9月30日", "26-9-30", "2026-09-30左右"]
)
def test_impossible_or_contradictory_day_is_refused(text: str):
    with pytest.raises(PydanticCustomError):
        read_day(text)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("2026-09-30 09:00", 9, 0),
        ("2026-09-30T15:30:00", 15, 30),
        ("2026年9月30日（星期三）上午9:00", 9, 0),
        ("2026年9月30日下午3时", 15, 0),
        ("2026年9月30日下午3点半", 15, 30),
        ("2026年9月30日 晚上8：05", 20, 5),
        ("2026年9月30日中午12:00", 12, 0),
    ],
)
def test_moment_is_read_in_every_usual_form(text: str, hour: int, minute: int):
    assert read_moment(text) == datetime(2026, 9, 30, hour, minute)


@pytest.mark.parametrize(
    "text", ["2026-09-30", "2026年9月30日下午15:00", "2026-09-30 25:00", "2026年9月30日上午13:00"]
)
def test_missing_or_contradictory_clock_is_refused(text: str):
    with pytest.raises(PydanticCustomError):
        read_moment(text)


def test_numbers_from_excel_are_read():
    assert read_text(3.0) == "3"
    assert read_count("1,200") == 1200
    assert read_amount("12.50万元") == Decimal("12.50")
    assert read_amount("无需资金") == 0
    for bad in ("NaN", "多", "1/3"):
        with pytest.raises(PydanticCustomError):
            read_amount(bad)


def test_yes_and_no_are_read_and_maybe_is_not():
    assert read_yes("是") is True
    assert read_yes("否") is False
    with pytest.raises(PydanticCustomError):
        read_yes("也许")


def test_texts_may_stand_without_a_list():
    assert read_texts("甲；乙\n丙") == ["甲", "乙", "丙"]
    assert read_texts(["甲", "", "乙"]) == ["甲", "乙"]


def test_units_are_parted_outside_brackets_only():
    assert split_units("各县（市、区）人民政府、市直各部门，有关企业：") == [
        "各县（市、区）人民政府",
        "市直各部门",
        "有关企业",
    ]


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("0971-8230001", True),
        ("13800000000", True),
        ("0971-8230001转12", True),
        ("138****0000", True),
        ("123", False),
    ],
)
def test_phone_has_a_known_form(text: str, good: bool):
    assert is_phone(text) is good


@pytest.mark.parametrize(
    ("data", "plain"),
    [
        ({"值": 3, "出处": "建议"}, 3),
        ({"值": 3}, {"值": 3}),
        ({"值": 3, "出处": "建议", "天气": "晴"}, {"值": 3, "出处": "建议", "天气": "晴"}),
    ],
)
def test_only_a_record_of_a_value_and_its_origin_is_parted(data: dict[str, object], plain: object):
    from tongzhi.model.origins import split_origin

    assert split_origin(data)[0] == plain


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("", None), ("尽快", None), ("半天", 240), ("一个半小时", 90), ("40分钟", 40), ("2小时", 120)],
)
def test_length_of_a_meeting_is_read(text: str, minutes: int | None):
    from tongzhi.model import facts

    assert facts.duration_minutes(text) == minutes


@pytest.mark.parametrize(
    ("text", "day"),
    [("11月26日", "2026-11-26"), ("廿六", "2026-11-26"), ("3月1日", "2027-03-01"), ("26日", "2026-11-26")],
)
def test_a_day_without_a_year_is_the_next_and_it_is_remembered(text: str, day: str) -> None:
    with types.dates_from(date(2026, 11, 20)) as reading:
        assert types.read_day(text).isoformat() == day
    assert [(words, taken.isoformat()) for words, taken in reading.assumed] == [(text, day)]


def test_a_day_without_a_year_is_refused_where_nobody_says_it() -> None:
    with pytest.raises(PydanticCustomError):
        types.read_day("11月26日")
