"""Frames are no tasks, slogans no actions; a field that stands among others keeps a line."""

from __future__ import annotations

import pytest

from tongzhi.extract.classify import read_text
from tongzhi.extract.frames import is_slogan, settle_by_form
from tongzhi.extract.tasks import extract_tasks


def _settled(text: str) -> list[str]:
    reading = read_text(text)
    return list(settle_by_form(reading, ["action"] * len(reading.lines)))


@pytest.mark.parametrize(
    "text",
    [
        "现就有关事项通知如下：",
        "为做好岁末年初各项工作，现将具体安排明确如下。",
        "现提出以下要求。",
        "具体要求如下：",
        "下面，我再讲三点意见。",
        "特此通知，请遵照执行。",
        "（三）同意县交通局提出的便道方案。",
        "会议原则同意矿区搬迁补偿办法。",
        "2.审议通过村规民约修订意见。",
        "责任单位：技术部 完成时间：12月10日",
        "闭环时间：2025年7月底前",
        "（责任人：田工，完成时限：本周五）",
    ],
)
def test_frame_is_no_task(text: str):
    assert _settled(text) == ["none"]


@pytest.mark.parametrize("text", ["要敢抓敢管。", "必须真抓实干、善作善成。", "要高度重视，敢于碰硬！"])
def test_slogan_is_no_action(text: str):
    assert _settled(text) == ["requirement"]


@pytest.mark.parametrize(
    "text",
    [
        "现就地封存全部台账，明天移交。",
        "请各校明天把名单报送如下邮箱并电话确认。",
        "要敢抓敢管，三天内查清瞒报的两家企业。",
        "拧紧法兰螺丝，明天复查一遍。",
    ],
)
def test_order_stays_one(text: str):
    assert _settled(text) == ["action"]
    assert not is_slogan(text)


FIELDS = """三、抓好重点领域
一是水上交通。
月底前对全县12处渡口逐一检查，建立台账。
二是农机安全。
对全县430台联合收割机，要加强隐患排查和宣传教育，确保不出问题。
三是校园安全。
12月5日前各校开展一次疏散演练。
四是食品安全。
要高度重视食品安全，坚决杜绝事故发生。
"""


def test_field_without_an_action_keeps_a_line():
    found = extract_tasks(FIELDS)
    assert {task.field for task in found.actions} >= {"水上交通", "校园"}
    checks = [item.text for item in found.open if item.kind == "check"]
    fields = "".join(checks) + "".join(task.text for task in found.actions)
    assert "430台" in fields
    assert "食品安全" in fields
    assert all(FIELDS[item.source.start : item.source.end] == item.text for item in found.open)


def test_two_fields_are_no_list_of_fields():
    text = "一是水上交通。\n要高度重视渡口安全。\n二是校园安全。\n要高度重视校园安全。\n"
    assert [item for item in extract_tasks(text).open if item.kind == "check"] == []
