"""主持词: the agenda spoken by whoever chairs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.official import Person
from tongzhi.model.types import AsList, Moment, Text, Texts


class Step(Part):
    """One item of the agenda, with who speaks."""

    line = "事项"

    item: Text = labelled("事项", also=("内容",), example="请市应急管理局通报近期安全生产形势")
    speaker: Text = labelled("发言人", default="", example="市应急管理局局长王某")
    thanks: Text = labelled("串词", default="", note="发言之后主持人说的话，不写则不说")


class HostScript(Document):
    """主持词."""

    key, label, template, rows = "host_script", "会议主持词", "host_script.docx", "steps"

    meeting_name: Text = labelled("会议名称", example="全市安全生产工作会议")
    start: Moment = labelled("会议时间", also=("时间",), example="2026-09-30 09:00")
    chair: Person = labelled("主持人", example={"姓名": "李某", "职务": "常务副市长"})
    greeting: Text = labelled("称呼", default="同志们：")
    opening: Text = labelled("开场白", example="现在开会。今天会议的主要任务是安排部署国庆期间安全防范工作。")
    present: Texts = labelled("出席人员", factory=list, example=["市安委会成员单位分管负责同志"])
    discipline: Text = labelled("会场纪律", default="", example="请大家将手机关闭或调至静音。")
    steps: Annotated[list[Step], AsList] = labelled(
        "议程",
        min_length=1,
        also=("会议内容", "会议议程"),
        example=[
            {"事项": "通报近期安全生产形势", "发言人": "市应急管理局局长王某"},
            {"事项": "市政府领导讲话", "发言人": "市长张某"},
        ],
    )
    closing: Texts = labelled(
        "总结要求", factory=list, note="会后怎么落实，主持人自己的话", example=["请各单位会后抓好贯彻落实。"]
    )
    ending: Text = labelled("结束语", default="散会。")

    @rule("steps", level="warning")
    def check_speakers(self, _day: date) -> Iterator[Wrong]:
        """Every item has somebody who speaks."""
        for position, step in enumerate(self.steps):
            if not step.speaker:
                yield Wrong(
                    ("steps", position, "speaker"), f"“{step.item[:20]}”没有写发言人", "写单位职务姓名"
                )
