"""会议信息: one meeting; every paper that follows it is filled from this."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, ClassVar, Literal

from tongzhi.model import facts
from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.official import Attachment, Contact, Person
from tongzhi.model.types import (
    AsList,
    Day,
    DayOrOpen,
    MomentOrOpen,
    PersonName,
    PersonNames,
    Pick,
    Start,
    Text,
    Units,
)

Form = Literal["现场", "视频", "电视电话", "现场+视频"]


class Goal(Part):
    """One aim that can be measured: 较大事故起数 from 3 to 2 by the end of the year."""

    line: ClassVar[str] = "指标"

    indicator: Text = labelled("指标", example="较大事故起数")
    baseline: Text = labelled("基数", default="", also=("基期值",), example="去年同期3起")
    target: Text = labelled("目标", default="", also=("目标值",), example="同比下降")
    by: DayOrOpen | None = labelled("完成时限", default=None, also=("时限",), example="2026-12-31")


class Member(Person):
    """A member of a leading group: 单位 and 职务 with the name, or a unit alone."""

    name: PersonName = labelled("姓名", default="", example="王某")
    title: Text = labelled("职务", default="", example="局长")
    unit: Text = labelled("单位", default="", example="市应急管理局")


class Leadership(Part):
    """组织领导: the leading group and its office."""

    head: Annotated[list[Member], AsList] = labelled(
        "组长", min_length=1, example=[{"姓名": "张某", "职务": "副市长"}]
    )
    deputies: Annotated[list[Member], AsList] = labelled("副组长", factory=list)
    members: Annotated[list[Member], AsList] = labelled(
        "成员", factory=list, example=[{"姓名": "王某", "单位": "市应急管理局", "职务": "局长"}]
    )
    office_at: Text = labelled("办公室设在", default="", example="市应急管理局")
    office_head: Text = labelled("办公室主任", default="", example="王某")
    liaison: Text = labelled("联络员", default="", example="李某")


class Phase(Part):
    """One stage of the work."""

    name: Text = labelled("阶段", also=("名称",), example="动员部署")
    start: Start | None = labelled("开始", default=None, also=("开始日期", "开始时间"), example="2026-10-01")
    end: DayOrOpen | None = labelled(
        "结束", default=None, also=("结束日期", "结束时间"), example="2026-10-15"
    )
    work: Text = labelled("工作内容", default="", also=("工作",), example="逐级动员，制定细化方案。")

    @rule("start", "end")
    def check_order(self, _day: date) -> Iterator[Wrong]:
        """A stage ends on or after the day it starts."""
        if isinstance(self.start, date) and isinstance(self.end, date) and self.end < self.start:
            yield Wrong("end", f"“{self.name}”的结束日期早于开始日期", "核对两个日期")


class Meeting(Document):
    """会议信息, given once; notice, plan, minutes and circulars take it from here."""

    key, label, template = "meeting", "会议信息", "meeting.docx"
    sampled = ("form", "end", "attendees", "recipients", "leadership", "phases")
    is_ahead = True

    meeting_name: Text = labelled("会议名称", example="全市安全生产工作会议")
    start: MomentOrOpen = labelled("会议时间", also=("时间", "开始时间"), example="2026-09-30 09:00")
    end: MomentOrOpen | None = labelled("结束时间", default=None, example="2026-09-30 11:00")
    main_venue: Text = labelled("地点", also=("会议地点", "主会场"), example="市政府三楼会议室")
    form: Annotated[Form, Pick] = labelled(
        "会议形式", default="现场", note="现场、视频、电视电话 或 现场+视频", example="现场"
    )
    chair: Person = labelled("主持人", example={"姓名": "李某", "职务": "常务副市长"})
    speaker: Person = labelled("讲话人", example={"姓名": "张某", "职务": "市长"})
    attendees: PersonNames = labelled(
        "出席", factory=list, also=("出席人员", "参会人员"), example=["市安委会成员单位主要负责人"]
    )
    observers: PersonNames = labelled("列席", factory=list, also=("列席人员",))
    absent: PersonNames = labelled("请假", factory=list, also=("请假人员", "缺席"))
    issuer: Text = labelled(
        "发文机关", also=("主办机关", "主办", "主办（发文）机关", "主办单位"), example="临江市安全生产委员会"
    )
    viewpoint: Text = labelled(
        "单位视角", default="", also=("视角",), note="谁的任务排在前面；不写则为发文机关"
    )
    recipients: Units = labelled(
        "主送机关", factory=list, also=("主送",), example=["各县（市、区）安全生产委员会", "市安委会成员单位"]
    )
    doc_no: Text = labelled("发文字号", default="", also=("文号",), note="签发前可空")
    issued_on: Day | None = labelled("成文日期", default=None, note="签发前可空")
    goals: Annotated[list[Goal], AsList] = labelled("目标", factory=list, also=("工作目标",))
    leadership: Leadership | None = labelled("组织领导", default=None)
    phases: Annotated[list[Phase], AsList] = labelled("时间步骤", factory=list)
    contact: Annotated[list[Contact], AsList] = labelled(
        "联系人",
        min_length=1,
        also=("联系人/电话", "联系人电话"),
        example=[{"姓名": "陈某", "电话": "0971-8230001"}],
    )
    counties: Units = labelled(
        "县区名册", factory=list, also=("县区",), note="不写则用名册文件或本单位配置里的县区"
    )
    attachments: Annotated[list[Attachment], AsList] = labelled("附件", factory=list)

    @rule("start", "end")
    def check_end(self, _day: date) -> Iterator[Wrong]:
        """A meeting ends after it begins."""
        if isinstance(self.start, datetime) and isinstance(self.end, datetime) and self.end <= self.start:
            yield Wrong("end", "结束时间不晚于会议时间", "核对两个时间")

    @rule("start", level="warning")
    def check_rest_day(self, _day: date) -> Iterator[Wrong]:
        """A meeting on a rest day is unusual."""
        yield from facts.check_rest_day("start", "会议时间", self.start)

    @rule("phases")
    def check_phases(self, _day: date) -> Iterator[Wrong]:
        """Stages follow each other without overlap."""
        yield from check_overlap(self.phases)


def check_overlap(phases: list[Phase]) -> Iterator[Wrong]:
    """Find stages that begin before the one before them has ended."""
    for position in range(1, len(phases)):
        before, after = phases[position - 1], phases[position]
        if isinstance(before.end, date) and isinstance(after.start, date) and after.start < before.end:
            yield Wrong(
                ("phases", position, "start"),
                f"“{after.name}”{after.start} 开始，“{before.name}”{before.end} 才结束，两段重叠",
                "改成前后相接",
            )


def check_gaps(phases: list[Phase]) -> Iterator[Wrong]:
    """Find days that no stage covers."""
    for position in range(1, len(phases)):
        before, after = phases[position - 1], phases[position]
        if (
            isinstance(before.end, date)
            and isinstance(after.start, date)
            and (after.start - before.end).days > 1
        ):
            yield Wrong(
                ("phases", position, "start"),
                f"“{before.name}”{before.end} 结束，“{after.name}”{after.start} 才开始，中间有空档",
                "改成前后相接",
            )
