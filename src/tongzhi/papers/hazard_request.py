"""延期申请, 验收申请 and 摘牌（销号）审批: what a unit asks for while a hazard is on the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.types import AsList, Day, PersonName, Pick, Text, Texts
from tongzhi.zh import calendar

AHEAD = 15
"""Workdays before its limit by which a delay is usually asked for (local rule)."""


class RequestDecision(Part):
    """What a department or the government says."""

    unit: Text = labelled("单位", also=("部门",), example="青川县应急管理局")
    agreed: Annotated[Literal["同意", "不同意"] | None, Pick] = labelled(
        "意见", default=None, also=("结论",), example="同意"
    )
    remark: Text = labelled("说明", default="", also=("备注",))
    signed: Text = labelled("签字", default="")
    on: Day | None = labelled("日期", default=None)

    @rule("agreed", "remark")
    def check_refusal(self, _day: date) -> Iterator[Wrong]:
        """A refusal says why."""
        if self.agreed == "不同意" and not self.remark:
            yield Wrong("remark", f"“{self.unit}”不同意，没有写说明", "写理由和下一步要求")


class HazardRequest(Document):
    """隐患延期（验收、摘牌销号）申请审批表."""

    key, label, template = "hazard_request", "隐患治理申请审批表", "hazard_request.docx"
    sampled = ("new_due", "interim")

    kind: Annotated[Literal["延期", "验收", "摘牌", "销号"], Pick] = labelled(
        "种类", also=("类型",), example="延期"
    )
    number: Text = labelled("编号", example="青安延〔2026〕1号")
    unit: Text = labelled("申请单位", also=("单位名称",), example="青川县某矿业有限公司")
    applicant: PersonName = labelled("申请人", example="王某")
    hazard_no: Text = labelled("隐患编号", example="QC-FKS-2026-017")
    hazard: Text = labelled("隐患描述", example="3号尾矿库排洪涵洞淤堵约三分之一")
    due: Day = labelled("原时限", also=("整改时限", "治理期限"), example="2026-12-31")
    applied_on: Day = labelled("申请日期", example="2026-12-01")
    reason: Text = labelled(
        "申请理由", also=("理由", "原因"), example="汛期涵洞内无法施工，需待水位下降后清淤。"
    )
    new_due: Day | None = labelled("新时限", default=None, note="延期必填", example="2027-02-28")
    interim: Text = labelled("临时管控措施", default="", note="延期必填", example="停止放矿，24小时专人盯守")
    done_on: Day | None = labelled("完成日期", default=None, note="验收、摘牌、销号必填")
    evidence: Texts = labelled(
        "证明材料", factory=list, also=("佐证",), note="验收、摘牌、销号必填：照片、评估报告"
    )
    verifier: PersonName = labelled("验收人", default="", also=("复查人",), note="摘牌、销号必填，不是申请人")
    opinions: Annotated[list[RequestDecision], AsList] = labelled(
        "审批意见",
        factory=list,
        also=("政府、部门意见",),
        example=[{"单位": "青川县应急管理局"}, {"单位": "青川县人民政府"}],
    )

    @rule("kind", "new_due", "interim", "due", "applied_on")
    def check_delay(self, _day: date) -> Iterator[Wrong]:
        """A delay is asked for before the limit, with a later one and interim control."""
        if self.kind != "延期":
            return
        if self.new_due is None:
            yield Wrong("new_due", "没有填写（延期必填）", "写申请延到哪天")
        elif self.new_due <= self.due:
            yield Wrong("new_due", f"新时限 {self.new_due} 不晚于原时限 {self.due}", "核对两个日期")
        if not self.interim:
            yield Wrong("interim", "没有填写（延期必填）", "写延期期间怎么管控")
        if self.applied_on > self.due:
            yield Wrong(
                "applied_on", f"申请日期 {self.applied_on} 晚于原时限 {self.due}", "延期要在到期之前申请"
            )

    @rule("kind", "due", "applied_on", level="warning")
    def check_early(self, _day: date) -> Iterator[Wrong]:
        """Asked for 15 workdays ahead, as local rules have it."""
        latest = calendar.add_workdays(self.due, -AHEAD)
        if self.kind == "延期" and latest < self.applied_on <= self.due:
            yield Wrong(
                "applied_on", f"距原时限不足 {AHEAD} 个工作日", "有的地方要求提前 15 个工作日，按当地规定"
            )

    @rule("kind", "done_on", "evidence", "verifier", "applicant", "applied_on")
    def check_done(self, _day: date) -> Iterator[Wrong]:
        """What is accepted is done, shown, and looked at by somebody else."""
        if self.kind == "延期":
            return
        if self.done_on is None:
            yield Wrong("done_on", f"没有填写（{self.kind}必填）", "写治理完成的日期")
        elif self.done_on > self.applied_on:
            yield Wrong("done_on", f"完成日期 {self.done_on} 晚于申请日期 {self.applied_on}", "核对两个日期")
        if not self.evidence:
            yield Wrong("evidence", f"没有填写（{self.kind}必填）", "写照片、评估报告等材料的名称")
        if self.kind in ("摘牌", "销号") and not self.verifier:
            yield Wrong("verifier", f"没有填写（{self.kind}必填）", "先验收，写验收人")
        if self.verifier and self.verifier == self.applicant:
            yield Wrong("verifier", f"验收人与申请人都是“{self.verifier}”", "换一个人验收")
