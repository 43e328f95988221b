"""The records of a meeting notice: venues, agenda, people, papers, leave, video link."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from tongzhi.model.base import Part, labelled
from tongzhi.model.types import Count, PersonName, Phone, Pick, Text, Texts, When, Yes


class BranchVenue(Part):
    """One branch venue (分会场)."""

    region: Text = labelled("地区", also=("县区", "区域"), example="青川县")
    venue: Text = labelled("会场", default="", also=("地点",), example="县政府视频会议室")
    head: PersonName = labelled("负责人", default="", example="赵某")
    tech_contact: PersonName = labelled("技术联系人", default="", example="钱某 13800000001")

    line: ClassVar[str] = "地区"


class AgendaItem(Part):
    """One item of the agenda."""

    line: ClassVar[str] = "事项"

    no: Count | None = labelled("序号", default=None, example=1)
    item: Text = labelled("事项", also=("内容", "议题"), example="通报近期安全生产形势")
    speaker: PersonName = labelled("发言人", default="", also=("汇报人", "讲话人"), example="市应急管理局")
    minutes: Count | None = labelled("时长", default=None, also=("分钟",), ge=0, note="分钟", example=15)

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read 1.通报事故情况; the number stays a number."""
        found = re.match(r"(\d{1,2})\s*[.．、]\s*|[（(]([一二三四五六七八九十]+)[）)]\s*", text)
        return {"序号": found[1], "事项": text[found.end() :]} if found else {"事项": text}

    @classmethod
    def write_line(cls, values: Mapping[str, str]) -> str:
        """Write 1. 通报事故情况."""
        if values.keys() - {"序号"} != {"事项"}:
            return ""
        return f"{values['序号']}. {values['事项']}" if "序号" in values else values["事项"]


class Attendees(Part):
    """One group of people who attend."""

    line: ClassVar[str] = "组别"

    group: Text = labelled("组别", also=("对象", "人员"), example="市安委会成员单位")
    level: Text = labelled("职务级别", default="", also=("职务", "级别"), example="主要负责人")
    count: Count | None = labelled("人数", default=None, ge=0, note="每单位或合计人数", example=32)
    units: Texts = labelled("单位", factory=list, example=["市应急管理局", "市公安局"])

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read 市安委会成员单位 分管负责人 32人; without the blank the whole is the group, which prints the same."""
        found = re.fullmatch(
            r"(\S+)(?:[ 　]+(?!\d+人$)(\S*(?:负责|领导|主官|正职|副职|长|主任|书记|同志|人员|代表)\S*))?(?:[ 　]+(\d+)人)?",
            text,
        )
        if not found:
            return {"组别": text}
        return {
            label: words
            for label, words in zip(("组别", "职务级别", "人数"), found.groups(), strict=True)
            if words
        }

    @classmethod
    def write_line(cls, values: Mapping[str, str]) -> str:
        """Write 市安委会成员单位 分管负责人 32人."""
        if "组别" not in values or values.keys() - {"组别", "职务级别", "人数"}:
            return ""
        count = f"{values['人数']}人" if "人数" in values else ""
        return " ".join(words for words in (values["组别"], values.get("职务级别", ""), count) if words)

    @property
    def words(self) -> str:
        """Give the group as it is printed, without its number of people."""
        return f"{self.group}{self.level}"


class Relay(Part):
    """Who passes the notice on to others."""

    unit: Text = labelled("单位", also=("负责单位",), example="县应急管理局")
    notifies: Text = labelled("通知对象", also=("通知",), example="有关企业")


class MeetingMaterial(Part):
    """Papers that someone hands in before the meeting."""

    unit: Text = labelled("单位", example="青川县人民政府")
    what: Text = labelled("材料", also=("名称",), example="表态发言材料")
    copies: Text = labelled("份数", default="", example="60份")
    due: When = labelled("报送时限", also=("时限", "截止"), example="2026-09-28 12:00")
    to: Text = labelled("报送至", default="", also=("报送",), example="市安委会办公室")


class Speaker(Part):
    """A unit that speaks at the meeting."""

    line: ClassVar[str] = "单位"

    unit: Text = labelled("单位", example="青川县人民政府")
    form: Annotated[Literal["口头", "书面"], Pick] = labelled("形式", default="口头", example="口头")
    minutes: Count | None = labelled("时长", default=None, also=("分钟",), ge=0, example=5)


class LeaveRule(Part):
    """Who may be absent, and whose permission that takes."""

    line: ClassVar[str] = "审批人"

    who_approves: PersonName = labelled(
        "审批人", also=("批准人",), note="写明是谁或哪一级", example="市政府分管领导"
    )
    form: Text = labelled("形式", default="", example="书面，填写请假报备单")
    file_with: Text = labelled("报备单位", default="", also=("备案单位",), example="市安委会办公室")
    deadline: When | None = labelled("截止时间", default=None, also=("时限",), example="2026-09-29 12:00")
    substitute_allowed: Yes | None = labelled(
        "允许替会", default=None, also=("可否替会",), note="不得替会写 否", example="否"
    )

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read 向县政府主要领导请假，不得替会."""
        found = re.search(r"向(.{2,30}?)(?:书面)?请假", text)
        values = {"审批人": found[1] if found else text}
        return {**values, "允许替会": "否"} if "不得替会" in text or "不得代会" in text else values


class Tech(Part):
    """Video link: when it is tested, when it opens, whom to call."""

    test_start: When | None = labelled(
        "调试开始", default=None, also=("调试时间",), example="2026-09-29 14:00"
    )
    test_end: When | None = labelled("调试结束", default=None, example="2026-09-29 16:30")
    open_at: When | None = labelled("开通时间", default=None, also=("开通",), example="2026-09-30 08:30")
    contact: PersonName = labelled("联系人", default="", example="周某")
    phone: Phone = labelled("电话", default="", also=("联系电话",), example="0971-8230005")
