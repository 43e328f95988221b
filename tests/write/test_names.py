from __future__ import annotations

from datetime import date, datetime

import pytest

from tongzhi.errors import InputError
from tongzhi.write.names import DistinctNames, NamePattern, safe_name


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("通报.docx", "通报.docx"), ("a/b\\c.docx", "a_b_c.docx"), ("..docx", "_.docx"), ("../x.docx", "_._x.docx"),
        ("NUL.docx", "NUL_.docx"), ("com1.docx", "com1_.docx"), ("console.docx", "console.docx"), ("x. .docx", "x.docx"),
        ("a\u202eb.docx", "ab.docx"), ("a\nb.docx", "a_b.docx"), ("é.docx", "é.docx"), (".docx", "_.docx"),
        ("~$x.docx", "_$x.docx"),
    ],
)  # fmt: skip
def test_names_are_made_safe(given, safe):
    assert safe_name(given) == safe


def test_long_names_are_cut_at_a_character_and_keep_their_ending():
    name = safe_name("𠮷" * 100 + ".docx")
    assert len(name.encode()) <= 200
    assert name.endswith("𠮷.docx")


def test_names_are_distinct_whatever_the_case():
    names = DistinctNames()
    assert [names.take(name) for name in ("A.docx", "a.docx", "a-2.docx", "A.docx")] == [
        "A.docx",
        "a-2.docx",
        "a-2-2.docx",
        "A-3.docx",
    ]


def test_long_names_stay_distinct_and_short_enough():
    names = DistinctNames()
    long = safe_name("字" * 90 + ".docx")
    second = (names.take(long), names.take(long))[1]
    assert second != long
    assert len(second.encode()) <= 200


@pytest.mark.parametrize(
    ("pattern", "value", "name"),
    [
        ("{序号:03d}", 7, "007.docx"), ("{序号:03d}", "７", "007.docx"), ("{序号:03d}", "甲", "甲.docx"), ("{日}", date(2026, 1, 2), "2026-01-02.docx"),
        ("{日:%m%d}.docx", date(2026, 1, 2), "0102.docx"), ("{x:.1f}", 1, "1.0.docx"), ("{时}", datetime(2026, 1, 2, 9), "2026-01-02.docx"), ("{时:%H时}", datetime(2026, 1, 2, 9), "09时.docx"),
    ],
)  # fmt: skip
def test_pattern_prints_numbers_dates_and_words(pattern, value, name):
    assert NamePattern(pattern).fill(lambda _: value) == name


@pytest.mark.parametrize("pattern", ["{", "}", "{}", "{a:{b}", "{a:>1000000000}", "{a:.999999999f}"])
def test_wrong_pattern_is_told(pattern):
    with pytest.raises(InputError):
        NamePattern(pattern)


def test_number_that_is_taken_is_passed_over_and_names_need_no_ending():
    names = DistinctNames()
    assert [names.take(name) for name in ("a.docx", "a-2.docx", "a.docx", "通报", "通报")] == [
        "a.docx", "a-2.docx", "a-3.docx", "通报", "通报-2",
    ]  # fmt: skip
