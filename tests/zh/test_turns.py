from __future__ import annotations

import pytest

from tongzhi.zh.turns import is_speaker, read_lines, split_prefix


def spoken(text: str) -> list[tuple[str | None, str | None, str]]:
    return [
        (line.speaker, line.time, text[line.start : line.end])
        for line in read_lines(text)
        if not line.is_header
    ]


@pytest.mark.parametrize(
    "head",
    [
        "孙镇长 00:02:41\n",
        "孙镇长  02:41\n",
        "00:02:41 孙镇长\n",
        "[02:41] 孙镇长\n",
        "【孙镇长】 00:02:41\n",
        "孙镇长(00:02:41)：\n",
        "孙镇长（00:02:41）\n",
        "孙镇长（柳河镇） 00:02:41\n",
        "孙镇长 2026-11-20 09:02:41\n",
        "孙镇长 00:02:41：",
        "[00:02:41] 孙镇长：",
        "00:02:41 孙镇长:",
        "孙镇长(00:02:41): ",
        "孙镇长 00:02:41 ",
        "[孙镇长] ",
        "孙镇长：",
    ],
)
def test_a_speaker_is_known_in_every_export(head: str) -> None:
    (found,) = spoken(f"{head}河堤今晚要有人守")
    assert found[0] is not None
    assert found[0].startswith("孙镇长")
    assert found[2] == "河堤今晚要有人守"


@pytest.mark.parametrize(
    "label", ["发言人1", "发言人 2", "说话人3", "SPEAKER_04", "Speaker 5", "讲者六", "嘉宾A", "未知发言人"]
)
def test_the_labels_of_recognition_are_speakers(label: str) -> None:
    (found,) = spoken(f"[00:00:03] {label}：人到齐了")
    assert found == (label, "00:00:03", "人到齐了")


def test_a_label_alone_on_its_line_needs_no_time() -> None:
    assert spoken("发言人1\n开会了\n发言人2\n好") == [
        ("发言人1", None, "开会了"),
        ("发言人2", None, "好"),
    ]


def test_names_that_come_again_are_speakers() -> None:
    text = "贺春来：泵站看过没有\n罗素云：看过了\n贺春来：记录给我\n罗素云：好"
    assert [line[0] for line in spoken(text)] == ["贺春来", "罗素云", "贺春来", "罗素云"]


@pytest.mark.parametrize(
    "text",
    [
        "会议要求：一要检查",
        "责任单位：县水利局",
        "时间：2026年11月20日 09:00",
        "主持人：县长贺某",
        "09:30 集体学习",
        "08:00前到岗",
        "附件2：名单",
        "各镇要在18:00前报送",
    ],
)
def test_a_label_a_time_or_an_agenda_is_no_speaker(text: str) -> None:
    assert [line[0] for line in spoken(text)] == [None]


def test_chapters_of_a_summary_are_no_speakers() -> None:
    text = (
        "章节速览\n00:04 泵站检修\n05:10 堤防巡查\n原文\n发言人1   00:04\n先说泵站。\n发言人2   00:20\n好。"
    )
    assert [line[0] for line in spoken(text)] == [None, None, None, None, "发言人1", "发言人2"]


def test_a_turn_goes_on_until_another_speaks() -> None:
    lines = read_lines("说话人1 00:01\n甲。\n乙。\n说话人2 00:09\n丙。\n说话人1 00:12\n丁。")
    assert [line.turn for line in lines if not line.is_header] == [1, 1, 2, 3]


def test_numbers_and_times_of_cues_in_a_plain_text_are_no_speech() -> None:
    text = "1\n00:00:00,000 --> 00:00:04,360\n[SPEAKER_00] 现在开会\n\n2\n00:00:04,360 --> 00:00:06,000\n[SPEAKER_01] 好\n"
    assert spoken(text) == [
        ("SPEAKER_00", "00:00:00,000", "现在开会"),
        ("SPEAKER_01", "00:00:04,360", "好"),
    ]


@pytest.mark.parametrize("name", ["李局长", "县水利局老周", "发言人12", "王副县长", "欧阳主任"])
def test_names_of_speakers(name: str) -> None:
    assert is_speaker(name)


@pytest.mark.parametrize("name", ["责任单位", "时间", "主持人", "会议要求", "第一", "记录人"])
def test_names_of_fields_are_none(name: str) -> None:
    assert not is_speaker(name)


def test_a_time_before_words_is_their_prefix() -> None:
    assert split_prefix("[00:12] 大家好") == (8, "00:12", None)
