"""Chats saved as text: whose message it is, and that no line of it is lost or made a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from tongzhi.desk.chat import is_chat, unit_of_sender
from tongzhi.desk.people import Asked
from tongzhi.desk.replies import Merged, merge_replies

ASKED = [
    Asked("临江市公安局", "市公安局"),
    Asked("临江市教育体育局", "市教体局"),
    Asked("临江市住房和城乡建设局"),
    Asked("临江市林业和草原局"),
    Asked("临江市工业和信息化局"),
    Asked("临江市融媒体中心"),
]
HEADS = [
    lambda who, clock: f"2026/12/7 {clock} {who}",
    lambda who, clock: f"{who} 2026-12-07 {clock}",
    lambda who, clock: f"{who}  {clock}",
    lambda who, clock: f"12月7日 上午{clock} {who}：",
]


def merged(folder: Path, *lines: str) -> Merged:
    path = folder / "聊天记录.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return merge_replies([path], ASKED)


def people(found: Merged) -> list[tuple[str, str, str]]:
    return [(one.unit, one.name, one.title) for one in found.replies]


@pytest.mark.parametrize("head", HEADS)
def test_a_message_is_that_of_its_senders_unit(tmp_path: Path, head):
    found = merged(
        tmp_path,
        head("安委办-苏日娜", "9:12"),
        "@全体成员 请各单位尽快报参会人员，格式：单位—姓名—职务—电话",
        "如：××局—王五—副局长—138xxxxxxxx",
        head("公安局办公室", "9:20"),
        "其木格—副局长—13604741011",
        head("教体局小刘", "9:31"),
        "教体局报：副局长 王格日勒，13604741012；安全股股长 赵四海 13604741013",
        head("住建-王", "10:02"),
        "李志军局长  13604741014",
        head("住建-王", "10:05"),
        "不好意思，李局出差，换成副局长 杭盖  13604741015",
        head("林草", "11:30"),
        "林草局田野副局长去，电话你有",
    )
    assert people(found) == [
        ("临江市公安局", "其木格", "副局长"),
        ("临江市教育体育局", "王格日勒", "副局长"),
        ("临江市教育体育局", "赵四海", "安全股股长"),
        ("临江市住房和城乡建设局", "杭盖", "副局长"),
        ("临江市林业和草原局", "田野", "副局长"),
    ]
    assert any("李志军" in line for line in found.log)


@pytest.mark.parametrize("said", ["[图片]", "【文件】回执.xlsx", "工信局参会人员见上图"])
def test_what_cannot_be_read_in_a_chat_is_told_with_its_unit(tmp_path: Path, said: str):
    found = merged(tmp_path, "工信 9:33", said, "公安局 9:40", "公安局 其木格 副局长 13604741011")
    assert any("临江市工业和信息化局" in str(one) and said[:4] in str(one) for one in found.problems)
    assert people(found) == [("临江市公安局", "其木格", "副局长")]


@pytest.mark.parametrize(
    ("sender", "unit"),
    [("公安局办公室", "临江市公安局"), ("林草-老张", "临江市林业和草原局"), ("融媒体", "临江市融媒体中心"), ("小王", ""), ("阳光总在风雨后", "")],
)  # fmt: skip
def test_unit_of_a_sender(sender: str, unit: str):
    assert unit_of_sender(sender, ASKED) == unit


@pytest.mark.parametrize(
    "lines",
    [
        ["市安委办：", "我局由副局长张三参加会议。", "2026年12月7日"],
        ["#接龙", "1. 公安局 张三 局长 13800000000", "2. 教体局 李四 局长 13800000001"],
        ["会议时间 12月7日 9:30", "地点：三楼", "会议时间 12月8日 15:00"],
    ],
)
def test_no_chat(lines: list[str]):
    assert not is_chat(lines)
