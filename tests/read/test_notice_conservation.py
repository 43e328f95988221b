"""The law of conservation over generated old notices: what a label says is in a value, or stands at the end."""

from __future__ import annotations

import io
import os
from typing import Any

import docx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tongzhi.papers.index import find_type
from tongzhi.read.papertext import read_values

MARKS = ("一、", "（一）", "1.", "◆", "☑", "一是", "●", "")
LABELS = {
    "time": ("会议时间", "时间", "什么时候开", "开会时间"),
    "place": ("会议地点", "地点", "在哪里开", "会址"),
    "people": ("参会人员", "参加范围", "谁来开", "参会对象"),
    "agenda": ("会议内容", "会议议程", "开什么", "会议流程"),
    "reply": ("报名", "回执要求", "名单报送"),
    "ask": ("有关要求", "注意事项", "其他事项"),
    "unknown": ("食宿安排", "防疫要求", "车辆停放"),
}
TIMES = ("2025年8月6日（星期三）上午9:00", "8月6日9时，会期半天", "2025.8.6 9:00")
VALUES = {
    "place": ("州住建局7楼会议室", "县政务中心B座501", "三楼多功能厅"),
    "people": ("各乡镇分管负责人", "企业安全总监；各站站长", "各单位主要负责人"),
    "agenda": ("观看警示片；汇报交流", "（1）通报情况；（2）安排工作", "①听取汇报②部署任务"),
    "reply": ("8月5日17时前报县安委办杨柳，电话0699-2134455", "请于8月5日前将名单发至邮箱ylz@126.com"),
    "ask": ("请携带整改台账", "着正装参会"),
    "unknown": ("食宿自理", "车停北院", "提前测温"),
}
SHAPES = ("{mark}{label}：{value}", "{mark}{label}。{value}", "{mark}{label}|{value}")
TOKENS = {
    "州住建局7楼会议室", "县政务中心B座501", "三楼多功能厅", "各乡镇分管负责人", "企业安全总监", "各站站长", "各单位主要负责人", "观看警示片", "汇报交流", "通报情况",
    "安排工作", "听取汇报", "部署任务", "0699-2134455", "ylz@126.com", "携带整改台账", "着正装参会", "食宿自理", "车停北院", "提前测温",
}  # fmt: skip


@st.composite
def notices(draw: st.DrawFn) -> list[str]:
    """Give the lines of a body: labels in any order, one style of marks, perhaps a second meeting."""
    mark, shape = draw(st.sampled_from(MARKS)), draw(st.sampled_from(SHAPES))
    kinds = draw(st.permutations(list(LABELS)))
    kinds = [*kinds, *draw(st.lists(st.sampled_from(["place"]), max_size=1))]
    lines = []
    for kind in kinds:
        value = draw(st.sampled_from(TIMES if kind == "time" else VALUES[kind]))
        lines.append(shape.format(mark=mark, label=draw(st.sampled_from(LABELS[kind])), value=value))
    return lines


@settings(
    max_examples=60 * int(os.environ.get("TONGZHI_MESSES", "1")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(lines=notices())
def test_what_a_notice_says_is_in_a_value_or_at_the_end(lines: list[str]) -> None:
    paper = docx.Document()
    for line in (
        "关于召开安全生产调度会的通知",
        "各乡镇，各有关单位：",
        *lines,
        "青山县应急管理局",
        "2025年7月31日",
    ):
        paper.add_paragraph(line)
    held = io.BytesIO()
    paper.save(held)
    page = read_values(held.getvalue(), find_type("notice"), "旧.docx")
    said = "".join([*map(str, flat(page.values)), *page.left, *page.odd.values()])
    body = "".join(lines)
    assert not [token for token in TOKENS if token in body and token not in said]
    assert "2025-08-06 09:00" in said


def flat(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [inner for item in value.values() for inner in flat(item)]
    return [inner for item in value for inner in flat(item)] if isinstance(value, list) else [value]
