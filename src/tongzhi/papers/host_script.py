"""主持词: the agenda spoken by whoever chairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.official import Person
from tongzhi.model.types import AsList, MomentOrOpen, PersonName, PersonNames, Text, Texts
from tongzhi.papers.meeting_desk import agenda_rows, as_rows, group_words, notice_values


class Step(Part):
    """One item of the agenda, with who speaks."""

    line = "事项"

    item: Text = labelled("事项", also=("内容",), example="请市应急管理局通报近期安全生产形势")
    speaker: PersonName = labelled("发言人", default="", example="市应急管理局局长王某")
    thanks: Text = labelled("串词", default="", note="发言之后主持人说的话，不写则不说")


class HostScript(Document):
    """主持词."""

    key, label, template, rows = "host_script", "会议主持词", "host_script.docx", "steps"

    meeting_name: Text = labelled("会议名称", example="全市安全生产工作会议")
    start: MomentOrOpen = labelled("会议时间", also=("时间",), example="2026-09-30 09:00")
    chair: Person = labelled("主持人", example={"姓名": "李某", "职务": "常务副市长"})
    greeting: Text = labelled("称呼", default="同志们：")
    opening: Text = labelled("开场白", example="现在开会。今天会议的主要任务是安排部署国庆期间安全防范工作。")
    present: PersonNames = labelled("出席人员", factory=list, example=["市安委会成员单位分管负责同志"])
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

    @classmethod
    def adopt(cls, values: Mapping[str, Any], changes: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """Turn the data of a notice into a script; what a notice doesn't say is left to be written."""
        notice = notice_values(values, ("开场白", "opening", "结束语", "ending", "总结要求", "closing"))
        if notice is None:
            return None
        name = notice.get("meeting_name", "")
        discipline = "".join(f"{str(line).rstrip('。')}。" for line in as_rows(notice.get("discipline")))
        script = {
            "会议名称": name,
            "会议时间": notice.get("start"),
            "主持人": notice.get("chair") or {"姓名": "待定"},
            "开场白": {"值": f"现在召开{name}。", "出处": "推算", "依据": "会议名称"},
            "出席人员": group_words(
                [*as_rows(notice.get("attendees")), *as_rows(notice.get("branch_attendees"))]
            ),
            "会场纪律": discipline,
            "议程": agenda_rows(notice.get("agenda")),
        }
        return {**{label: value for label, value in script.items() if value}, **changes}

    @rule("steps", level="warning")
    def check_speakers(self, _day: date) -> Iterator[Wrong]:
        """Every item has somebody who speaks."""
        for position, step in enumerate(self.steps):
            if not step.speaker:
                yield Wrong(
                    ("steps", position, "speaker"), f"“{step.item[:20]}”没有写发言人", "写单位职务姓名"
                )
