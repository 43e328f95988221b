from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongzhi.zh.numbers import parse_number, to_chinese, to_digits


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("二百一十三", 213), ("二〇二〇", 2020), ("十二", 12), ("两万三", 23000), ("三百五", 350), ("一万零五十", 10050),
        ("2.6万", 26000), ("1,200", 1200), ("１２", 12), ("三点五", 3.5), ("半", 0.5), ("廿五", 25), ("一千零一", 1001),
        ("壹佰贰拾", 120), ("〇", 0), ("3.50", 3.5), ("三亿二千万", 320000000), ("兩百", 200), ("2亿", 200000000),
    ],
)  # fmt: skip
def test_numeral_is_read(text: str, number: float) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize("text", ["", "若干", "数十", "点", "三点", "1.2.3", "三五百", "十几", "百家"])
def test_what_is_no_number_gives_none(text: str) -> None:
    assert parse_number(text) is None


@given(st.integers(0, 10**12 - 1))
def test_written_number_reads_back(number: int) -> None:
    assert parse_number(to_chinese(number)) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (10, "十"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (10050, "一万零五十"),
        (1000001, "一百万零一"),
        (100001234, "一亿零一千二百三十四"),
    ],
)
def test_number_is_written_as_people_write_it(number: int, text: str) -> None:
    assert to_chinese(number) == text


def test_numbers_out_of_range_are_refused() -> None:
    with pytest.raises(ValueError):
        to_chinese(-1)


def test_year_is_written_digit_by_digit() -> None:
    assert to_digits(2020) == "二〇二〇"
