"""活动安全审批表: who approves is responsible, who hosts is responsible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Literal

from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.official import is_phone
from tongzhi.model.types import AsList, Count, Day, Moment, PersonName, Phone, Pick, Text, Texts, Yes

REGULATION = "大型群众性活动安全管理条例"
PLAN_PARTS = {
    "活动时间地点内容和组织方式": "组织", "安全工作人员": "人员", "场所消防安全措施": "消防", "场所容量和预计人数": "容量|容纳",
    "缓冲区域": "缓冲", "票证和入场安检": "票证|安检|安全检查", "车辆停放疏导": "车辆", "现场秩序维护和人员疏导": "秩序|疏导|疏散",
    "应急救援预案": "应急|预案",
}  # fmt: skip
"""The nine parts of the safety plan (第十四条) → words by which each is known."""


class Opinion(Part):
    """The opinion of one department."""

    unit: Text = labelled("单位", also=("部门",), example="市公安局")
    opinion: Text = labelled("意见", default="", example="同意")
    signed: Text = labelled("签字", default="")
    on: Day | None = labelled("日期", default=None)


class EventApproval(Document):
    """活动安全审批表."""

    key, label, template = "event_approval", "活动安全审批表", "event_approval.docx"

    name: Text = labelled("活动名称", example="临江市秋季农产品展销会")
    host: Text = labelled("主办单位", also=("主办",), example="临江市商务局")
    organiser: Text = labelled("承办单位", also=("承办",), example="临江会展有限公司")
    approver: Text = labelled("批准单位", also=("批准人", "批准单位/批准人"), example="临江市人民政府")
    start: Moment = labelled("活动时间", also=("开始时间",), example="2026-11-20 09:00")
    end: Moment | None = labelled("结束时间", default=None, example="2026-11-22 17:00")
    place: Text = labelled("活动地点", also=("地点",), example="市会展中心")
    kind: Annotated[Literal["赛事", "演出", "展销", "灯会庙会", "招聘", "其他"], Pick] = labelled(
        "类型", example="展销"
    )
    applied_on: Day = labelled("申请日期", example="2026-10-12")
    expected: Count = labelled("预计人数", ge=0, note="每场次", example=800)
    capacity: Count = labelled("场所核定人数", also=("核定人数",), ge=1, example=3000)
    run_by_government: Yes = labelled("政府直接举办", default=False, note="政府直接举办的另按当地规定")
    cross_province: Yes = labelled("跨省举办", default=False)
    temporary: Yes = labelled("临时搭建", default=False)
    builder: Text = labelled("搭建单位资质", default="", note="有临时搭建时必填")
    responsible: PersonName = labelled("安全责任人", example="王某")
    phone: Phone = labelled("联系电话", also=("电话",), example="13800000000")
    plan: Text = labelled("安全工作方案", example="已编制，九项内容齐全")
    plan_parts: Texts = labelled(
        "方案要素",
        factory=list,
        note="大型群众性活动的安全工作方案有九项内容，逐项写",
        also=("安全工作方案要素",),
    )
    risk: Text = labelled("风险评估", default="")
    emergency: Text = labelled("应急预案及演练", also=("应急预案",), example="已编制预案，11月10日演练")
    guards: Count = labelled("安保人数", ge=0, example=60)
    opinions: Annotated[list[Opinion], AsList] = labelled(
        "部门意见",
        factory=list,
        note="消防、医疗、交通、食品、气象、特种设备、燃气",
        example=[{"单位": "市消防救援支队"}, {"单位": "市市场监督管理局"}],
    )
    local: Text = labelled("属地意见", also=("属地",), example="同意举办")
    permit: Text = labelled("公安许可号", default="", note="每场次 1000 人以上的大型群众性活动必填")
    insurance: Text = labelled("保险", default="")
    command: Text = labelled("现场指挥部", default="")

    @property
    def permit_by(self) -> str:
        """Give who permits the event; empty when no permit is needed (第十二条)."""
        if self.expected < 1000 or self.run_by_government:
            return ""
        if self.cross_province:
            return "公安部"
        return "县级公安机关" if self.expected < 5000 else "设区的市级公安机关"

    @rule("expected", "permit", "run_by_government", source=f"{REGULATION} 第二条、第十二条")
    def check_permit(self, _day: date) -> Iterator[Wrong]:
        """From 1000 people a session on the police permits the event."""
        if self.permit_by and not self.permit:
            yield Wrong(
                "permit", f"预计 {self.expected} 人，没有公安许可号", f"先向{self.permit_by}申请安全许可"
            )

    @rule("expected", "capacity", source=f"{REGULATION} 第六条")
    def check_capacity(self, _day: date) -> Iterator[Wrong]:
        """Not more people than the place is approved for."""
        if self.expected > self.capacity:
            yield Wrong(
                "expected", f"预计人数 {self.expected} 超过场所核定人数 {self.capacity}", "限流或换场地"
            )

    @rule("applied_on", "start", "expected", "run_by_government", source=f"{REGULATION} 第十三条")
    def check_lead(self, _day: date) -> Iterator[Wrong]:
        """The permit is applied for 20 days before the event."""
        if self.permit_by and self.start.date() - self.applied_on < timedelta(days=20):
            yield Wrong(
                "applied_on", f"申请日期 {self.applied_on} 距活动不足 20 日", "提前 20 日申请，或推迟活动"
            )

    @rule("expected", "plan_parts", "run_by_government", level="warning", source=f"{REGULATION} 第十四条")
    def check_plan(self, _day: date) -> Iterator[Wrong]:
        """The safety plan has nine parts."""
        if not self.permit_by:
            return
        said = "".join(self.plan_parts)
        missing = [name for name, word in PLAN_PARTS.items() if not re.search(word, said)]
        if missing:
            yield Wrong("plan_parts", f"安全工作方案缺：{'、'.join(missing)}", "九项补齐，写进 方案要素")

    @rule("start", "applied_on")
    def check_applied(self, _day: date) -> Iterator[Wrong]:
        """It is applied for before it takes place."""
        if self.applied_on > self.start.date():
            yield Wrong("applied_on", f"申请日期 {self.applied_on} 晚于活动时间", "核对两个日期")

    @rule("phone", level="warning")
    def check_phone(self, _day: date) -> Iterator[Wrong]:
        """The responsible person can be reached."""
        if not is_phone(self.phone):
            yield Wrong("phone", f"联系电话“{self.phone}”不像座机或手机号", "核对号码")

    @rule("start", "end")
    def check_end(self, _day: date) -> Iterator[Wrong]:
        """It ends after it starts."""
        if self.end and self.end <= self.start:
            yield Wrong("end", "结束时间不晚于活动时间", "核对两个时间")

    @rule("temporary", "builder")
    def check_builder(self, _day: date) -> Iterator[Wrong]:
        """Who builds stands and stages is qualified."""
        if self.temporary and not self.builder:
            yield Wrong("builder", "有临时搭建，没有写搭建单位资质", "写单位和资质证号")
