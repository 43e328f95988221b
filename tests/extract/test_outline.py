from __future__ import annotations

import pytest

from tongzhi.extract.outline import outline
from tongzhi.zh.units import split_units


def _lines(text):
    return outline(split_units(text), text)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("一、抓好排查", 1),
        ("（二）抓好整改", 2),
        ("3.抓好演练", 2),
        ("1.2 抓好值守", 3),
        ("（4）抓好值班", 4),
        ("第一，查隐患。", 5),
        ("一是查隐患。", 5),
        ("查隐患。", 0),
        ("1.9月底前完成。", 2),
    ],
)
def test_numbers_give_the_level(text, level):
    assert _lines(text)[0].level == level


def test_what_stands_under_a_heading_has_it_as_its_section():
    lines = _lines("一、矿山\n县应急局去查。\n（一）尾矿库\n逐座看一遍。\n二、消防\n逐栋看一遍。")
    assert [words for _, words in lines[3].section] == ["一、矿山", "（一）尾矿库"]
    assert [words for _, words in lines[5].section] == ["二、消防"]


def test_sisters_in_a_list_are_items_and_no_headings():
    lines = _lines("会议议定：\n1.县水利局清淤。\n2.县住建局修路。\n3.县教育局通知学校。")
    assert [line.item for line in lines[1:]] == [True, True, True]
    assert not any(line.heading for line in lines[1:])


def test_the_speaker_and_the_time_of_a_transcript_are_no_words_of_it():
    line = _lines("00:01:02 说话人1：明天把表交上来。")[0]
    assert (line.speaker, line.time, line.words) == ("说话人1", "00:01:02", "明天把表交上来。")


def test_a_short_line_of_recognised_speech_is_no_heading():
    text = "\n".join(["今天我们开个会", "主要说三件事", "第一个是消防"] * 5)
    assert not any(line.heading for line in _lines(text))


def test_what_goes_on_inside_a_quotation_is_marked():
    lines = _lines("他讲：“要查隐患。要改到位。”\n大家去办。")
    assert [line.quoted for line in lines] == [False, True, False]
