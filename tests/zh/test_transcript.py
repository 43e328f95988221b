from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongzhi.zh.transcript import DOUBT, is_faithful, tidy_text, tidy_transcript

CASES = [
    ("嗯 那个 我们我们先看第一件事 仓库的门 啊 锁上了没有", "我们先看第一件事，仓库的门，锁上了没有。"),
    ("呃，这个这个方案要改一下", "这个方案要改一下。"),
    ("灭火器要换 第一楼道要清 第二门口要清", "灭火器要换。第一楼道要清。第二门口要清。"),
    ("各镇要派人去看 但是 但是 不要走过场", "各镇要派人去看，但是不要走过场。"),
    ("一家一家地看 一个一个地过", "一家一家地看，一个一个地过。"),
    ("大家讨论讨论 研究研究", "大家讨论讨论，研究研究。"),
    ("报警器装了吗 电话打了吗", "报警器装了吗？电话打了吗？"),
    ("老张[听不清]去一趟", f"老张{DOUBT}去一趟。"),
    ("应级局去看一下", f"应级局{DOUBT}去看一下。"),
    ("应急局去看一下", "应急局去看一下。"),
    ("各县要开会,会后报名单.", "各县要开会，会后报名单。"),
    ("要把台账建起来 要把台账建起来", "要把台账建起来。"),
    ("天天查 慢慢来", "天天查，慢慢来。"),
    ("嗯嗯", ""),
    (
        "今天开会主要是部署岁末年初安全生产工作下面我讲三点意见",
        "今天开会主要是部署岁末年初安全生产工作。下面我讲三点意见。",
    ),
]


@pytest.mark.parametrize(("raw", "tidy"), CASES)
def test_passage_is_tidied(raw: str, tidy: str) -> None:
    assert tidy_text(raw) == tidy


def test_time_and_speaker_are_kept_beside_the_words() -> None:
    one, two = tidy_transcript("00:01:02 说话人1：嗯 明天开会\n00:01:09 说话人2：好")
    assert (one.time, one.speaker, one.tidy) == ("00:01:02", "说话人1", "明天开会。")
    assert (two.speaker, two.tidy) == ("说话人2", "好。")


def test_a_line_that_goes_on_is_not_closed() -> None:
    (only,) = tidy_transcript("各镇要在月底前把所有的\n灭火器换一遍")
    assert only.tidy == "各镇要在月底前把所有的灭火器换一遍。"


def test_every_line_of_the_raw_text_stands_in_a_passage() -> None:
    raw = "会议录音\n\n贺镇长 00:01:12\n闸要查。\n嗯\n罗站长(00:02:12)：\n好的\n说话人3 00:03:00\n"
    passages = tidy_transcript(raw)
    said = "".join(one.raw for one in passages)
    assert "".join(said.split()) == "".join(raw.split())
    assert [one.speaker for one in passages] == ["", "贺镇长", "罗站长", ""]
    assert "贺镇长" not in passages[1].tidy


def test_a_new_matter_opens_a_passage() -> None:
    raw = "好 先说水闸 水闸要在月底前看完 谁没看完谁写检查 第二个事 泵房的门要换 换完了报给我 另外 值班要留两个人"
    passages = tidy_transcript(raw)
    assert [one.tidy[:3] for one in passages][1:] == ["第二个", "另外，"]


def test_a_name_of_the_office_that_was_misheard_is_marked() -> None:
    (only,) = tidy_transcript("让青川县水立局去看一下", known=["青川县水利局"])
    assert only.tidy == f"让青川县水立局{DOUBT}去看一下。"


def test_words_of_the_field_that_were_misheard_are_marked() -> None:
    assert tidy_text("尾矿酷要查") == f"尾矿酷{DOUBT}要查。"


def test_what_a_speaker_takes_back_stays_and_is_marked() -> None:
    (only,) = tidy_transcript("演练放在二十五号 不对 二十六号 晚上八点开始")
    assert "二十五号" in only.tidy
    assert f"不对{DOUBT}" in only.tidy


def test_a_correction_by_the_speaker_is_marked() -> None:
    assert DOUBT in tidy_text("一共十二处 说错了 是十三处")


@given(st.text(alphabet="嗯啊那个我们要开会查仓库 ，。第一但是吗12A[听不清]", max_size=60))
def test_nothing_is_added_or_moved(raw: str) -> None:
    assert is_faithful(raw, tidy_text(raw))


def test_a_faithful_text_is_told_from_another() -> None:
    assert is_faithful("明天开会", "明天，开会。")
    assert not is_faithful("明天开会", "开会明天")
    assert not is_faithful("明天开会", "明天要开会")


@pytest.mark.parametrize("text", ["嗯嗯啊啊呃那个那个就是就是呃嗯", "嗯，那个，呃。", "啊"])
def test_passage_of_fillers_only_is_empty(text):
    assert tidy_text(text) == ""


@pytest.mark.parametrize("text", ["那个矿要查。", "啊对要查"])
def test_passage_with_words_keeps_them(text):
    assert "要查" in tidy_text(text)


@pytest.mark.parametrize(
    "second", ["段誉明：同志们，我讲三点。", "张局长：我汇报一下情况。", "主持人：下面请发言。"]
)
def test_a_line_of_another_speaker_is_a_passage_of_its_own(second: str):
    passages = tidy_transcript(f"李想：好，现在开会。\n{second}\n")
    said = [f"{one.speaker}：{one.tidy}" if one.speaker else one.tidy for one in passages]
    assert said == ["李想：好，现在开会。", second]


@pytest.mark.parametrize(
    ("raw", "tidy"),
    [
        ("要在12月20号之前呃之前把商场查一遍。", "要在12月20号之前把商场查一遍。"),
        ("由住建局嗯牵头负责。", "由住建局牵头负责。"),
        ("市应急局牵头，哦不对，住建局牵头。", "市应急局牵头，哦不对〔?〕，住建局牵头。"),
    ],
)
def test_sounds_inside_words_go_and_a_self_correction_is_marked_whole(raw: str, tidy: str):
    assert tidy_text(raw) == tidy
