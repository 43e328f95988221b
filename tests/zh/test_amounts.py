from __future__ import annotations

from datetime import date

import pytest

from tongzhi.zh.amounts import Amount, read_amount
from tongzhi.zh.lengths import read_length


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("两三", 2, 3), ("四五", 4, 5), ("三五", 3, 5), ("十七八", 17, 18), ("三四十", 30, 40), ("一百二三十", 120, 130),
        ("五六千", 5000, 6000), ("4至5", 4, 5), ("100-200", 100, 200), ("3—5万", 30000, 50000), ("廿八", 28, 28), ("十二", 12, 12),
        ("三万五", 35000, 35000), ("壹佰壹拾肆", 114, 114), ("二〇二", 202, 202),
    ],
)  # fmt: skip
def test_counts_run_from_and_to(words: str, low: float, high: float) -> None:
    assert read_amount(words) == Amount(low, high)


@pytest.mark.parametrize("words", ["数十", "几百", "二十多", "万余", "十来", "成百上千", "百十", "近百"])
def test_words_for_about_so_many_have_no_number(words: str) -> None:
    found = read_amount(words)
    assert found is not None
    assert found.exact is None
    assert found.high is None


@pytest.mark.parametrize("words", ["", "百分之", "水闸", "、"])
def test_other_words_are_no_count(words: str) -> None:
    assert read_amount(words) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("一个半月", date(2027, 1, 4)),
        ("两个半月", date(2027, 2, 4)),
        ("一天半", date(2026, 11, 22)),
        ("一年半", date(2028, 5, 20)),
        ("一个月零十天", date(2026, 12, 30)),
        ("两三天", date(2026, 11, 23)),
        ("十天半月", date(2026, 12, 5)),
        ("3-5个工作日", date(2026, 11, 27)),
        ("半年", date(2027, 5, 20)),
    ],
)
def test_a_length_ends_on_its_day(words: str, day: date) -> None:
    length = read_length(words)
    assert length is not None
    assert length.after(date(2026, 11, 20)) == day


@pytest.mark.parametrize("words", ["几天", "数天", "十来天", "一个学期", "三天水闸", ""])
def test_a_length_without_a_number_is_none(words: str) -> None:
    assert read_length(words) is None
