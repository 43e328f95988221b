"""事故（突发事件）信息报送单: 初报, 续报, 终报."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from tongzhi.model import facts
from tongzhi.model.base import Document, Wrong, labelled, rule
from tongzhi.model.types import Amount, Count, Moment, PersonName, Phone, Pick, Text
from tongzhi.zh.numbers import parse_number

REGULATION = "生产安全事故报告和调查处理条例"
FIRST_REPORT = 120
"""Minutes in which an authority passes a first report on (条例 第十一条)."""


class IncidentReport(Document):
    """事故（突发事件）信息报送单."""

    key, label, template = "incident_report", "事故信息报送单", "incident_report.docx"

    kind: Annotated[Literal["初报", "续报", "终报"], Pick] = labelled(
        "类型", note="初报、续报 或 终报", example="初报"
    )
    sequence: Count | None = labelled("续报次数", default=None, ge=1, note="续报必填：续报一写 1")
    unit: Text = labelled("报送单位", example="青川县应急管理局")
    reported_at: Moment = labelled("报送时间", example="2026-09-20 15:20")
    signed_by: PersonName = labelled("签发人", example="李某")
    received_at: Moment = labelled("接报时间", example="2026-09-20 14:50")
    source: Text = labelled("信息来源", example="企业电话报告")
    occurred_at: Moment = labelled("事发时间", also=("发生时间",), example="2026-09-20 14:35")
    place: Text = labelled("事发地点", also=("地点",), example="青川县某镇工业园区某化工有限公司")
    profile: Text = labelled(
        "事发单位概况", note="名称、地址、性质、产能", example="某化工有限公司，民营，年产甲醇5万吨"
    )
    category: Text = labelled("事件类别", note="现行事故分类标准的类别，或突发事件四类", example="火灾")
    course: Text = labelled("简要经过", example="检修作业时管线内残液泄漏起火，明火已于15:05扑灭。")
    dead: Count = labelled("死亡", ge=0, note="没有写 0", example=0)
    missing: Count = labelled("失联", ge=0, example=0)
    serious: Count = labelled("重伤", ge=0, example=1)
    slight: Count = labelled("轻伤", ge=0, example=2)
    trapped: Count = labelled("被困", ge=0, example=0)
    loss: Amount | None = labelled("直接经济损失", default=None, ge=0, note="万元，初步估计")
    before: Text = labelled(
        "上次报告伤亡", default="", note="续报写上次的死亡、失联、重伤、轻伤数，如 0/0/1/2"
    )
    change_reason: Text = labelled("数字变动原因", default="")
    scene: Text = labelled("现场情况", also=("现场情况与影响范围",), example="明火扑灭，周边未受影响。")
    trend: Text = labelled("发展趋势", default="")
    measures: Text = labelled("已采取措施", example="启动应急预案，疏散员工32人，伤者已送医。")
    leaders: Text = labelled("领导到位情况", example="分管副县长15:10到达现场指挥。")
    needs: Text = labelled("需协调事项", default="")
    cause: Text = labelled("初步原因", default="", note="须写明 初步")
    contact: PersonName = labelled("联系人", example="陈某")
    phone: Phone = labelled("电话", also=("联系电话",), example="0971-8230001")

    @classmethod
    def prepare(cls, data: Mapping[str, Any]) -> Mapping[str, Any]:
        """Read 续报二 as the second further report."""
        for key in ("类型", "kind"):
            found = re.fullmatch(
                r"续报[(（]?([一二三四五六七八九十\d]+)[)）]?", str(data.get(key, "")).strip()
            )
            if found:
                number = found[1] if found[1].isdigit() else parse_number(found[1])
                return {"续报次数": number, **data, key: "续报"}
        return data

    @property
    def heading(self) -> str:
        """Give 初报, 续报一, 终报."""
        if self.kind == "续报" and self.sequence:
            return (
                f"续报{'一二三四五六七八九十'[self.sequence - 1] if self.sequence <= 10 else self.sequence}"
            )
        return self.kind

    @property
    def grade(self) -> str:
        """Give the provisional grade by the dead, the seriously injured and the loss (条例 第三条)."""
        return facts.accident_grade(self.dead, self.serious, float(self.loss or 0))

    @property
    def grade_with_missing(self) -> str:
        """Give the provisional grade if the missing were dead."""
        return facts.accident_grade(self.dead + self.missing, self.serious, float(self.loss or 0))

    @property
    def minutes_used(self) -> int:
        """Give the minutes from being told to reporting."""
        return int((self.reported_at - self.received_at).total_seconds() // 60)

    @property
    def limit_words(self) -> str:
        """Give how long a first report took and what was left of its two hours (条例 第十一条)."""
        if self.kind != "初报":
            return ""
        left = FIRST_REPORT - self.minutes_used
        return f"接报后{self.minutes_used}分钟报送，" + (f"余{left}分钟" if left >= 0 else f"超时{-left}分钟")

    @rule("occurred_at", "received_at", "reported_at")
    def check_order(self, _day: date) -> Iterator[Wrong]:
        """It happens, is told, is reported."""
        if self.received_at < self.occurred_at:
            yield Wrong("received_at", "接报时间早于事发时间", "核对两个时间")
        if self.reported_at < self.received_at:
            yield Wrong("reported_at", "报送时间早于接报时间", "核对两个时间")

    @rule("received_at", "reported_at", "kind", level="warning", source=f"{REGULATION} 第九条、第十一条")
    def check_limit(self, _day: date) -> Iterator[Wrong]:
        """A first report goes up within two hours; the unit's own within one."""
        if self.kind == "初报" and self.minutes_used > FIRST_REPORT:
            yield Wrong(
                "reported_at", f"接报后 {self.minutes_used} 分钟才报送，超过 2 小时", "立即报送，并说明原因"
            )

    @rule("reported_at")
    def check_past(self, day: date) -> Iterator[Wrong]:
        """A report is about what has happened."""
        if self.reported_at.date() > day:
            yield Wrong(
                "reported_at", f"报送时间 {self.reported_at:%Y-%m-%d} 在今天（{day}）之后", "核对日期"
            )

    @rule("kind", "category", "occurred_at", "reported_at", level="warning", source=f"{REGULATION} 第十三条")
    def check_change(self, _day: date) -> Iterator[Wrong]:
        """Changed figures are reported for 30 days, for road traffic and fire for 7."""
        days = 7 if re.search(r"道路交通|交通事故|车辆|火灾", self.category) else 30
        if self.kind == "续报" and (self.reported_at - self.occurred_at).days > days:
            yield Wrong("reported_at", f"事发已超过 {days} 日", f"伤亡变化在 {days} 日内补报，核对时间")

    @rule("kind", "sequence")
    def check_sequence(self, _day: date) -> Iterator[Wrong]:
        """Further reports are numbered."""
        if self.kind == "续报" and self.sequence is None:
            yield Wrong("sequence", "续报没有写续报次数", "续报一写 1")

    @rule("before", "dead", "missing", "serious", "slight", "change_reason")
    def check_lowered(self, _day: date) -> Iterator[Wrong]:
        """A figure is never lowered without a reason."""
        figures = [int(part) for part in re.findall(r"\d+", self.before)]
        now = [self.dead, self.missing, self.serious, self.slight]
        for label, earlier, current in zip(("死亡", "失联", "重伤", "轻伤"), figures, now, strict=False):
            if current < earlier and not self.change_reason:
                yield Wrong(
                    "change_reason", f"{label}由 {earlier} 减为 {current}，没有写原因", "写数字变动原因"
                )

    @rule("cause", source=f"{REGULATION} 第三十二条")
    def check_cause(self, _day: date) -> Iterator[Wrong]:
        """A cause is provisional until the investigation says more."""
        if self.cause and not re.search(r"初步|待调查|待查|正在调查", self.cause):
            yield Wrong("cause", "原因写成了定论", "写明“初步”或“原因待调查”")
