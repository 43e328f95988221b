"""Lines that are one sentence, and lines that are not."""

from __future__ import annotations

import textwrap

import pytest

from tongzhi.extract.tasks import extract_tasks
from tongzhi.read.subtitles import read_cues
from tongzhi.zh.units import lay_out, split_units

SPEECH = (
    "各镇（街道）要在11月6日前把38座水闸查一遍，县水利局负责抽查，发现漏水的立即停用。县住建局要会同县消防救援大队，"
    "对126栋高层住宅的消防水泵逐台试机，12月10日前形成台账报县安委办。今年以来我们的工作有了进步，但是问题也不少。"
    "县教育局要督促64所学校在放假前开展一次疏散演练。"
)


def wrapped(width: int) -> str:
    return "\n".join(SPEECH[at : at + width] for at in range(0, len(SPEECH), width))


def shown(text: str, cues: object = None) -> list[tuple[object, ...]]:
    found = extract_tasks(text, cues=cues)  # type: ignore[arg-type]
    for task in found.tasks:
        assert task.text == text[task.source.start : task.source.end]
        assert all("\n" not in one.text for one in (*task.owners, *task.deadlines, *task.quantities))
    return [
        (
            task.kind,
            task.text.replace("\n", ""),
            [one.text for one in task.owners],
            [one.text for one in task.deadlines],
            [(one.text, one.number) for one in task.quantities],
        )
        for task in found.tasks
    ]


@pytest.mark.parametrize("width", [10, 14, 21, 33, 40])
def test_a_text_cut_to_a_width_gives_the_tasks_of_the_plain_one(width: int) -> None:
    assert shown(wrapped(width)) == shown(SPEECH)


@pytest.mark.parametrize("width", [10, 14, 26])
def test_cues_cut_to_a_width_give_the_tasks_of_the_plain_text(width: int) -> None:
    blocks = [
        f"{number}\n00:00:{number:02},000 --> 00:00:{number + 1:02},000\n{line}\n"
        for number, line in enumerate(wrapped(width).split("\n"), 1)
    ]
    text, cues = read_cues("\n".join(blocks), "会议.srt")
    assert shown(text, cues) == shown(SPEECH)


def test_a_text_wrapped_by_an_editor_keeps_its_paragraphs() -> None:
    paragraphs = ["一、强化水闸管理", SPEECH, "二、压实责任", SPEECH.replace("水闸", "涵洞")]
    lines = [line for words in paragraphs for line in textwrap.wrap(words, 30)]
    text = "\n".join(lines)
    units = [unit.text.replace("\n", "") for unit in split_units(text)]
    assert "一、强化水闸管理" in units
    assert "二、压实责任" in units
    assert len(units) == 2 + 2 * len(split_units(SPEECH))


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("全县防汛会议纪要\n时间：11月6日\n各镇要查水闸。", 3),
        ("一、抓紧排查\n各镇要查水闸。\n二、抓紧整改\n发现问题立即停用。", 4),
        ("市应急局：\n报送水闸清单。\n市水利局：\n报送泵站清单。", 4),
        ("各镇要在11月6日前完成\n水闸隐患排查，\n县水利局要在11月3日\n前制定方案。", 1),
        ("县水利局要查水闸\n县住建局要查泵房", 2),
        ("- 查水闸\n- 查泵房", 2),
        ("要查的有水闸、\n泵房和涵洞。", 1),
        ("投入资金 30\n万元修闸。", 1),
        ("甲镇要查闸。\n　　乙镇要守闸。", 2),
    ],
)
def test_lines_go_on_or_begin_anew(text: str, units: int) -> None:
    assert len(split_units(text)) == units


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            "1\n00:00:01,000 --> 00:00:02,000\n\n308\n\n2\n00:00:02,000 --> 00:00:03,000\n座水闸要查。\n",
            "308\n座水闸要查。",
        ),
        (
            "1\n00:00:01,000 --> 00:00:02,000\n电话\n119\n\n2\n00:00:02,000 --> 00:00:03,000\n记住。\n",
            "电话\n119\n记住。",
        ),
        (
            "1\n00:00:01,000 --> 00:00:02,000\n查闸\n\n\n2\n\n00:00:02,000 --> 00:00:03,000\n2026\n\n年底前。\n",
            "查闸\n2026\n年底前。",
        ),
    ],
)
def test_a_line_of_a_cue_that_is_only_a_number_is_not_lost(body: str, words: str) -> None:
    assert read_cues(body, "会议.srt")[0] == words


def test_the_voice_of_a_cue_is_its_speaker() -> None:
    _, cues = read_cues("WEBVTT\n\n00:01.000 --> 00:02.000\n<v 贺镇长>查闸\n", "会议.vtt")
    assert [cue.speaker for cue in cues] == ["贺镇长"]


def test_units_know_who_says_them() -> None:
    units = split_units("贺镇长 00:01:12\n闸要查。\n罗站长 00:01:20\n好，我们今晚查。")
    assert [(unit.speaker, unit.time, unit.turn) for unit in units] == [
        ("贺镇长", "00:01:12", 1),
        ("罗站长", "00:01:20", 2),
    ]


def test_given_units_are_kept_whole_without_their_speaker() -> None:
    text = "说话人1：查闸\n查泵房\n好"
    given = [(0, 11), (12, 13)]
    units = lay_out(text, given=given).units
    assert [unit.text for unit in units] == ["查闸查泵房", "好"]


def test_cues_of_two_voices_are_two_turns() -> None:
    text, cues = read_cues(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v 贺镇长>闸要在\n\n00:02.000 --> 00:03.000\n<v 罗站长>我们今晚查\n",
        "会.vtt",
    )
    units = lay_out(text, subtitles=True, voices={cue.start: cue.speaker for cue in cues}).units
    assert [(unit.speaker, unit.text) for unit in units] == [("贺镇长", "闸要在"), ("罗站长", "我们今晚查")]
