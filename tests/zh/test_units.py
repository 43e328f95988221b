from __future__ import annotations

import pytest

from tongzhi.zh.units import split_prefix, split_units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("甲要检查。乙要整改！丙呢？", ["甲要检查。", "乙要整改！", "丙呢？"]),
        ("他说：“要查。”散会；", ["他说：“要查。”", "散会；"]),
        ("一、标题\r\n　　正文。\n\n尾行", ["一、标题", "正文。", "尾行"]),
        ("没有标点 的一行\n第二行 ", ["没有标点 的一行", "第二行"]),
        ("真的？！（完）\n", ["真的？！", "（完）"]),
        ("做预案；--王某 完成时间：周五 2) 印册子。", ["做预案；--王某 完成时间：周五", "2) 印册子。"]),
        ("修闸门。——水管站 完成时限：6月底\n下一行", ["修闸门。——水管站 完成时限：6月底", "下一行"]),
        ("甲要查。——乙说过这话。", ["甲要查。", "——乙说过这话。"]),
        ("收缴（牵头：甲科；配合：乙队）。完。", ["收缴（牵头：甲科；配合：乙队）。", "完。"]),
        ("查食堂（后厨；仓库）。", ["查食堂（后厨；", "仓库）。"]),
        ("改（责任单位：甲科；", ["改（责任单位：甲科；"]),
        ("", []),
        (" \n\t\r\n", []),
    ],
)
def test_text_is_cut_after_end_marks_and_at_line_breaks(text, units):
    assert [unit.text for unit in split_units(text)] == units


@pytest.mark.parametrize("text", ["\ufeff甲。\r\n乙\r丙；", "　　一是查。二是改。\n", "a?b!c;d"])
def test_offsets_are_those_of_the_text_as_it_stands(text):
    assert all(text[unit.start : unit.end] == unit.text for unit in split_units(text))


def test_first_unit_of_a_line_is_known():
    assert [unit.opens_line for unit in split_units("甲。乙。\n丙。")] == [True, False, True]


def test_recognition_text_on_one_endless_line_is_cut_at_pauses():
    text = "大家把灭火器都看一遍 " * 400
    units = split_units(text)
    assert len(units) > 5
    assert all(text[unit.start : unit.end] == unit.text for unit in units)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("00:01:02 说话人1:现在开会", (len("00:01:02 说话人1:"), "00:01:02", "说话人1")),
        ("王局长：说两句", (4, None, "王局长")),
        ("会议要求：一要检查", (0, None, None)),
        ("8:30开会", (4, "8:30", None)),
    ],
)
def test_time_and_speaker_of_a_transcript_line_are_no_words(text, found):
    assert split_prefix(text) == found


def test_long_line_of_blanks_and_words_gives_no_blank_piece():
    text = "各县区要排查隐患" * 30 + " " * 400 + "会后报送" * 60
    units = list(split_units(text))
    assert all(unit.text.strip() for unit in units)
    assert "".join(unit.text for unit in units).replace(" ", "") == text.replace(" ", "")
