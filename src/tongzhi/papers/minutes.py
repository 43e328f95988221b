"""会议纪要: what was decided, not what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, ClassVar, Literal

from tongzhi.model.base import Part, Wrong, labelled, rule
from tongzhi.model.official import Grounded, Official, Person
from tongzhi.model.sections import TextSection, check_filled
from tongzhi.model.types import (
    AsList,
    Count,
    Day,
    Due,
    MomentOrOpen,
    PersonName,
    PersonNames,
    Pick,
    Text,
    Texts,
    Units,
    Yes,
    is_open,
)

Verb = Literal["会议听取", "会议指出", "会议强调", "会议要求", "会议决定", "会议明确", "会议认为"]


class Absence(Part):
    """Somebody who was absent, and why."""

    line: ClassVar[str] = "姓名"

    name: PersonName = labelled("姓名", also=("单位",), example="钱某")
    title: Text = labelled("职务", default="")
    reason: Text = labelled("原因", default="", also=("请假原因", "事由"), example="参加上级会议")


class Point(Grounded):
    """One passage of the minutes: 会议指出, 会议强调 …"""

    line: ClassVar[str] = "内容"

    verb: Annotated[Verb, Pick] = labelled("提法", default="会议强调", example="会议强调")
    text: Text = labelled("内容", example="要压实责任，狠抓落实。")


class MinutesDecision(Grounded):
    """One matter that was decided."""

    line: ClassVar[str] = "事项"

    no: Count | None = labelled("序号", default=None, example=1)
    matter: Text = labelled("事项", also=("议定事项", "内容"), example="对全市尾矿库开展一次全面排查")
    unit: Text = labelled("责任单位", default="", also=("牵头单位",), example="市应急管理局")
    person: PersonName = labelled("责任人", default="", example="王某")
    due: Due | None = labelled("时限", default=None, also=("完成时限", "办理时限"), example="2026-11-30")
    deliverable: Text = labelled("成果", default="", also=("成果形式",), example="排查报告")


WHOLE = ("number", "place", "chair", "attendees", "topics", "decisions", "cc", "reviewer", "signed_by")
"""What minutes without 章节 cannot do without."""


class Minutes(Official):
    """会议纪要."""

    key, label, template, rows = "minutes", "会议纪要", "minutes.docx", "decisions"
    sampled = ("meeting_name", "end", "overview", "points", *WHOLE)

    title: Text = labelled("纪要名称", also=("标题", "名称"), example="全市安全生产工作会议纪要")
    number: Text = labelled("期号", default="", note="第5期 或 〔2026〕5号；还没编号写 待定", example="第5期")
    issuer: Text = labelled("制发机关", also=("发文机关", "发文单位"), example="临江市安全生产委员会办公室")
    issued_on: Day | None = labelled(
        "成文日期", default=None, also=("日期", "制发日期"), note="签发前可空", example="2026-09-25"
    )
    meeting_name: Text = labelled("会议名称", default="", example="全市安全生产工作会议")
    start: MomentOrOpen = labelled("时间", also=("会议时间", "开始时间"), example="2026-09-23 09:00")
    end: MomentOrOpen | None = labelled("结束时间", default=None, example="2026-09-23 11:00")
    place: Text = labelled("地点", default="", also=("会议地点", "main_venue"), example="市政府三楼会议室")
    chair: Person | None = labelled(
        "主持人", default=None, also=("主持",), example={"姓名": "李某", "职务": "常务副市长"}
    )
    attendees: PersonNames = labelled(
        "出席", also=("出席人员",), factory=list, example=["市安委会成员单位主要负责人"]
    )
    observers: PersonNames = labelled("列席", factory=list, also=("列席人员",))
    absent: Annotated[list[Absence], AsList] = labelled(
        "请假", factory=list, also=("缺席", "缺席/请假", "请假人员")
    )
    recorder: PersonName = labelled("记录人", default="", also=("记录",), example="周某")
    opening: Text = labelled(
        "开头语", default="", note="有章节时的第一段；不写则由时间、地点、主持人、会议名称得出"
    )
    sections: Annotated[list[TextSection], AsList] = labelled(
        "章节", factory=list, note="正文各节；写了它，议题、议定事项等可不写"
    )
    topics: Texts = labelled("议题", factory=list, example=["研究部署重点领域安全防范工作"])
    overview: Texts = labelled(
        "概述",
        factory=list,
        also=("听取/讨论概述", "讨论概述", "听取情况"),
        example=["会议听取了市应急管理局关于近期安全生产形势的汇报。"],
    )
    points: Annotated[list[Point], AsList] = labelled(
        "会议要点",
        factory=list,
        also=("会议强调", "会议精神"),
        example=[{"提法": "会议强调", "内容": "要压实责任，狠抓落实。"}],
    )
    decisions: Annotated[list[MinutesDecision], AsList] = labelled(
        "议定事项", factory=list, also=("决定事项",),
        example=[{"事项": "对全市尾矿库开展一次全面排查", "责任单位": "市应急管理局", "时限": "2026-11-30", "成果": "排查报告"}],
    )  # fmt: skip
    cc: Units = labelled(
        "分送", factory=list, also=("抄送机关", "抄送", "distribution"), example=["市安委会成员单位"]
    )
    reviewer: Text = labelled("核稿", default="", also=("核稿人",), example="王某")
    signed_by: Text = labelled("签发", default="", also=("签发人",), example="李某")
    signers: PersonNames = labelled("会签人", factory=list)
    sealed: Yes = labelled("用印", default=False, note="纪要不用印")

    @rule("sections")
    def check_whole(self, _day: date) -> Iterator[Wrong]:
        """Minutes have their sections, or each of the usual parts."""
        yield from check_filled(self, WHOLE, sections=bool(self.sections))

    @rule("number")
    def check_issue_number(self, _day: date) -> Iterator[Wrong]:
        """第N期 or 〔YYYY〕N号."""
        if not self.number or is_open(self.number) or re.search(r"[×*＊X]", self.number):
            return
        if not re.fullmatch(
            r"(?:第\s*\d+\s*期|[一-鿿（）()]*[〔]\d{4}[〕]\s*(?:第)?\d+\s*[号期]|\d{4}年第\d+期)", self.number
        ):
            yield Wrong("number", f"期号“{self.number}”写法不对", "写成 第5期 或 〔2026〕5号")

    @rule("start", "end")
    def check_end(self, _day: date) -> Iterator[Wrong]:
        """A meeting ends after it begins."""
        if isinstance(self.start, datetime) and isinstance(self.end, datetime) and self.end <= self.start:
            yield Wrong("end", "结束时间不晚于会议时间", "核对两个时间")

    @rule("start", "issued_on")
    def check_after_meeting(self, _day: date) -> Iterator[Wrong]:
        """Minutes are dated after the meeting."""
        if isinstance(self.start, datetime) and self.issued_on and self.issued_on < self.start.date():
            yield Wrong(
                "issued_on", f"成文日期 {self.issued_on} 早于会议日期 {self.start.date()}", "核对两个日期"
            )

    @rule("decisions", level="warning")
    def check_decisions(self, _day: date) -> Iterator[Wrong]:
        """Every decision has a unit and a time."""
        for position, decision in enumerate(self.decisions):
            if not decision.unit or decision.due is None:
                yield Wrong(("decisions", position), "责任或时限未明确", "写 责任单位 和 时限")

    @rule("decisions", "start", level="warning")
    def check_dues(self, _day: date) -> Iterator[Wrong]:
        """A time limit before the meeting is a slip."""
        for position, decision in enumerate(self.decisions):
            if (
                isinstance(self.start, datetime)
                and isinstance(decision.due, date)
                and decision.due < self.start.date()
            ):
                yield Wrong(("decisions", position, "due"), f"时限 {decision.due} 早于会议日期", "核对日期")

    @rule("decisions")
    def check_numbers(self, _day: date) -> Iterator[Wrong]:
        """Numbers of the decisions run from 1 without a gap."""
        numbers = [item.no for item in self.decisions if item.no is not None]
        if numbers and numbers != list(range(1, len(self.decisions) + 1)):
            yield Wrong("decisions", "议定事项的序号不连续", "从 1 起依次编号，或都不写")
