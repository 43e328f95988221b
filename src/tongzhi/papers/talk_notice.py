"""约谈通知 and 警示函: a unit is called in, or warned in writing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from tongzhi.model import facts
from tongzhi.model.base import Wrong, labelled, rule
from tongzhi.model.official import Contact, Official, Person
from tongzhi.model.types import AsList, Day, MomentOrOpen, PersonNames, Pick, Text, Texts, Units


class TalkNotice(Official):
    """约谈通知（警示函）."""

    key, label, template = "talk_notice", "约谈通知", "talk_notice.docx"
    sampled = ("who", "at", "place", "talkers", "attendees")
    is_ahead = True

    kind: Annotated[Literal["约谈通知", "警示函"], Pick] = labelled(
        "种类", also=("类型",), example="约谈通知"
    )
    issuer: Text = labelled("发文机关", also=("发文单位",), example="临江市安全生产委员会办公室")
    recipients: Units = labelled(
        "主送机关", min_length=1, also=("被约谈单位", "主送"), example=["青川县安全生产委员会"]
    )
    title: Text = labelled("标题", default="", note="不写则由种类和主送机关得出")
    who: PersonNames = labelled(
        "被约谈人",
        factory=list,
        note="约谈通知必填",
        also=("约谈对象",),
        example=["县长赵某", "分管副县长钱某"],
    )
    reason: Text = labelled("事由", also=("约谈事由",), example="辖区重大事故隐患逾期未整改，且未按要求反馈")
    facts: Texts = labelled(
        "问题事实", factory=list, also=("主要问题",), example=["3号尾矿库排洪涵洞淤堵，逾期12天未整改。"]
    )
    at: MomentOrOpen | None = labelled("约谈时间", default=None, also=("时间",), example="2026-11-05 09:00")
    place: Text = labelled("约谈地点", default="", also=("地点",), example="市应急管理局二楼会议室")
    talkers: Annotated[list[Person], AsList] = labelled(
        "约谈人", factory=list, example=[{"姓名": "李某", "职务": "副市长"}]
    )
    attendees: PersonNames = labelled("参加人员", factory=list, example=["市应急管理局有关负责同志"])
    demands: Texts = labelled(
        "要求",
        min_length=1,
        also=("整改要求", "工作要求"),
        example=["准备书面汇报材料，说明原因和整改计划。"],
    )
    reply_by: Day | None = labelled(
        "报告时限", default=None, note="约谈或警示后何时报送整改情况", example="2026-11-20"
    )
    contact: Annotated[list[Contact], AsList] = labelled("联系人", factory=list)

    @property
    def heading(self) -> str:
        """Give the title as printed."""
        unit = "、".join(self.recipients)
        made = (
            f"关于对{unit}进行安全生产约谈的通知"
            if self.kind == "约谈通知"
            else f"关于{unit}安全生产工作的警示函"
        )
        return self.title or made

    @rule("kind", "who", "at", "place", "talkers")
    def check_talk(self, _day: date) -> Iterator[Wrong]:
        """Who is called in, by whom, when and where."""
        if self.kind != "约谈通知":
            return
        for name, value, words in (
            ("who", self.who, "被约谈人"), ("at", self.at, "约谈时间"), ("place", self.place, "约谈地点"), ("talkers", self.talkers, "约谈人"),
        ):  # fmt: skip
            if not value:
                yield Wrong(name, "没有填写（约谈通知必填）", f"补上{words}；时间、地点未定写 待定")

    @rule("kind", "facts", "reply_by")
    def check_warning(self, _day: date) -> Iterator[Wrong]:
        """A letter of warning says what was found, and by when to report."""
        if self.kind == "警示函" and not self.facts:
            yield Wrong("facts", "没有填写（警示函必填）", "逐条写问题事实")
        if self.kind == "警示函" and self.reply_by is None:
            yield Wrong("reply_by", "没有填写（警示函必填）", "写报送整改情况的日期")

    @rule("at", "issued_on", "reply_by")
    def check_order(self, _day: date) -> Iterator[Wrong]:
        """The notice comes before the talk, the report after it."""
        moment = facts.as_moment(self.at) if not isinstance(self.at, str) else None
        if moment and self.issued_on and moment.date() < self.issued_on:
            yield Wrong("at", f"约谈时间 {self.at} 早于成文日期 {self.issued_on}", "核对两个日期")
        if moment and self.reply_by and self.reply_by < moment.date():
            yield Wrong("reply_by", f"报告时限 {self.reply_by} 早于约谈时间 {self.at}", "核对两个日期")
