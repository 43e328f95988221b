"""Keywords are whole words and phrases that a speech is about: no names, deeds, ways."""

from __future__ import annotations

import pytest

from tongzhi.extract.keywords import extract_keywords

WATER = "泵房积水当天抽干，泵房积水当天上报。"


def words(text: str) -> list[str]:
    return [keyword.word for keyword in extract_keywords(text)]


def test_phrases_are_whole_with_count_and_first_place():
    found = {keyword.word: keyword for keyword in extract_keywords(WATER)}
    assert found["泵房积水"].count == 2
    assert WATER.startswith("泵房积水", found["泵房积水"].start)
    assert "积水" not in found


@pytest.mark.parametrize(
    ("text", "not_found"),
    [
        ("老段去看水泵，老段记下来，水泵换掉。", "老段"),
        ("Wang 看水泵，Wang 写报告，水泵换掉。", "Wang"),
        ("调度水泵，调度水泵站，水泵调度。", "调度"),
        ("清查水泵，清查阀门，水泵清查。", "清查"),
        ("常态化水泵巡检，常态化水泵巡检。", "常态化水泵巡检"),
    ],
)
def test_names_deeds_and_ways_are_none(text: str, not_found: str):
    found = words(text)
    assert any("水泵" in word for word in found)
    assert not_found not in found


def test_a_trigger_word_of_a_field_weighs_more_than_another_word():
    found = words("灭火器和窗帘都看一遍，灭火器和窗帘都登记。")
    assert found.index("灭火器") < found.index("窗帘")


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("落实常态化疫情防控。常态化疫情防控不松劲。", "疫情防控"),
        ("推行网格化安全管理。网格化安全管理到户。", "安全管理"),
        ("标准化养殖小区要消毒，标准化养殖小区要登记。", "养殖小区"),
    ],
)
def test_how_a_thing_is_done_is_no_part_of_it(text: str, thing: str):
    assert thing in words(text)
    assert not any("化" in word for word in words(text))
