"""The records of a circular: casualties, problems, assignments, demands, duty posts, attendance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from tongzhi.model.base import Part, Wrong, labelled, rule
from tongzhi.model.official import Grounded
from tongzhi.model.types import Count, Due, PersonName, Text


class Casualties(Part):
    """伤亡: the dead, the missing, the injured; 0 is written."""

    dead: Count = labelled("死亡", also=("死亡人数",), ge=0, example=1)
    missing: Count = labelled("失联", default=0, also=("失联人数", "失踪"), ge=0, example=0)
    serious: Count = labelled("重伤", default=0, also=("重伤人数",), ge=0, example=0)
    injured: Count = labelled(
        "受伤", default=0, also=("受伤人数", "伤", "轻伤"), ge=0, note="轻伤或还分不清轻重的", example=2
    )

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read 死亡2人、失联1人、受伤3人 and 2人死亡，1人重伤."""
        words = {
            "死亡": "死亡",
            "死": "死亡",
            "失联": "失联",
            "失踪": "失联",
            "重伤": "重伤",
            "受伤": "受伤",
            "轻伤": "受伤",
            "伤": "受伤",
        }
        found: dict[str, Any] = {}
        for word, after, before, other in re.findall(
            r"(死亡|失联|失踪|重伤|受伤|轻伤|死|伤)\s*(\d+)\s*人?|(\d+)\s*人?\s*(死亡|失联|失踪|重伤|受伤|轻伤|死|伤)",
            text,
        ):
            found[words[word or other]] = after or before
        if text in ("无", "无伤亡", "无人员伤亡"):
            return {"死亡": 0}
        return {"死亡": 0, **found} if found else None

    @property
    def words(self) -> str:
        """Give the figures in one line."""
        parts = [f"死亡{self.dead}人", f"失联{self.missing}人"]
        parts += [f"重伤{self.serious}人"] if self.serious else []
        return "、".join([*parts, f"受伤{self.injured}人"])


class FoundProblem(Grounded):
    """One problem that was found."""

    line: ClassVar[str] = "问题"

    no: Count | None = labelled("序号", default=None, example=1)
    unit: Text = labelled(
        "单位",
        default="",
        also=("单位名称", "被查单位", "企业名称", "问题单位"),
        example="青川县某化工有限公司",
    )
    place: Text = labelled("部位", default="", also=("隐患部位", "地点"), example="2号罐区")
    problem: Text = labelled(
        "问题",
        also=("存在问题", "问题描述", "隐患描述", "隐患", "具体问题", "问题隐患"),
        example="可燃气体报警器未按期校验",
    )
    basis: Text = labelled(
        "依据", default="", also=("法规依据", "依据条款", "判定依据"), example="《安全生产法》第三十六条"
    )
    severity: Text = labelled("严重程度", default="", also=("隐患等级", "等级", "性质"), example="一般")
    requirement: Text = labelled(
        "整改要求", default="", also=("整改措施", "措施", "要求"), example="立即校验，建立台账"
    )
    resp_unit: Text = labelled("责任单位", default="", also=("整改责任单位",), example="青川县应急管理局")
    resp_person: PersonName = labelled("责任人", default="", also=("整改责任人",), example="王某")
    due: Due | None = labelled(
        "整改时限", default=None, also=("时限", "整改期限", "完成时限", "办理时限"), example="2026-10-31"
    )
    remark: Text = labelled("备注", default="")


class Assignment(Grounded):
    """One matter handed to the county."""

    line: ClassVar[str] = "事项"

    no: Count | None = labelled("序号", default=None, example=1)
    field: Text = labelled("重点领域", default="", also=("领域",), example="矿山")
    matter: Text = labelled(
        "事项", also=("交办事项", "任务", "重点任务"), example="对辖区尾矿库开展隐患排查，建立台账"
    )
    requirement: Text = labelled(
        "具体要求", default="", also=("要求", "整改要求", "工作措施"), example="逐库排查，重大隐患逐级上报"
    )
    basis: Text = labelled("依据", default="", also=("交办依据",), example="全市安全生产工作会议讲话")
    unit: Text = labelled("责任单位", default="", also=("承办单位", "牵头单位"), example="青川县应急管理局")
    person: PersonName = labelled("责任人", default="")
    due: Due | None = labelled(
        "办理时限", default=None, also=("时限", "完成时限", "整改时限"), example="2026-10-31"
    )
    feedback: Text = labelled("反馈形式", default="", also=("反馈",), example="书面报告，附佐证材料")
    group: Text = labelled("栏目", default="", note="同一栏目的事项排在一个标题下，如 会议点名你县的事项")


class Demand(Grounded):
    """One demand of a circular, with unit and time where they are stated."""

    line: ClassVar[str] = "内容"

    text: Text = labelled("内容", also=("要求",), example="立即开展同类企业隐患排查")
    unit: Text = labelled("单位", default="", also=("责任单位",), example="各县（市、区）")
    due: Due | None = labelled("时限", default=None, also=("完成时限",), example="2026-10-31")


class Rectify(Part):
    """整改要求: who, by when, reported to whom."""

    unit: Text = labelled("单位", default="", also=("责任单位",), example="青川县安全生产委员会")
    due: Due | None = labelled(
        "时限", default=None, also=("整改时限",), note="各问题都单写了时限的可以不写", example="2026-10-31"
    )
    report_to: Text = labelled("报送至", default="", also=("报送", "报告单位"), example="市安委会办公室")
    text: Text = labelled("内容", default="", also=("要求",), example="逐项整改销号，举一反三")

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read a sentence; its time limit is 待定 unless it states a date."""
        found = re.search(r"\d{4}[年-]\d{1,2}[月-]\d{1,2}日?", text)
        return {"内容": text, "时限": found[0] if found else "待定"}


class ReportBack(Part):
    """报送要求."""

    line: ClassVar[str] = "内容"

    what: Text = labelled("内容", also=("报送内容",), example="整改情况")
    due: Due | None = labelled("时限", default=None, also=("报送时限",), example="2026-11-05")
    to: Text = labelled("报送至", default="", also=("报送单位",), example="市安委会办公室")


class DutyPost(Part):
    """A unit whose duty was found wanting."""

    line: ClassVar[str] = "单位"

    unit: Text = labelled("单位", also=("问题单位",), example="某镇人民政府")
    fault: Text = labelled("情况", default="", also=("问题",), example="值班电话无人接听")
    person: Text = labelled("带班领导", default="", also=("值班人员",))


class Attendance(Part):
    """到会情况: 应到 = 实到 + 请假 + 缺席."""

    unit: Text = labelled("单位", default="", example="市应急管理局")
    due: Count = labelled("应到", ge=0, example=60)
    present: Count = labelled("实到", ge=0, example=57)
    leave: Count = labelled("请假", default=0, also=("请假（已批）",), ge=0, example=2)
    absent: Count = labelled("缺席", default=0, ge=0, example=1)
    late: Count = labelled("迟到", default=0, ge=0, example=0)
    substitute: Count = labelled("替会", default=0, ge=0, example=1)
    remark: Text = labelled("备注", default="", also=("人员",))

    @rule("due", "present", "leave", "absent")
    def check_sum(self, _day: date) -> Iterator[Wrong]:
        """应到 = 实到 + 请假 + 缺席; the late and the substitutes are among those present."""
        total = self.present + self.leave + self.absent
        if self.due != total:
            yield Wrong(
                "due",
                f"应到 {self.due} ≠ 实到 {self.present} + 请假 {self.leave} + 缺席 {self.absent}（合计 {total}）",
                "核对人数",
            )
        if max(self.late, self.substitute) > self.present:
            yield Wrong("late", "迟到或替会人数多于实到人数", "核对人数")
