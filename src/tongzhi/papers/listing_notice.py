"""重大隐患挂牌督办通知书: a major hazard put under supervision until it is taken off the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from tongzhi.model.base import Document, Wrong, labelled, rule
from tongzhi.model.types import Count, Day, PersonName, Pick, Text

LAW = "安全生产法 第四十一条"


class ListingNotice(Document):
    """重大事故隐患挂牌督办通知书."""

    key, label, template = "listing_notice", "挂牌督办通知书", "listing_notice.docx"

    number: Text = labelled("字号", also=("文号", "编号"), example="临安督挂〔2026〕2号")
    level: Annotated[Literal["省级", "市级", "县级"], Pick] = labelled(
        "挂牌级别", also=("级别",), example="市级"
    )
    issuer: Text = labelled("督办单位", also=("发文机关",), example="临江市安全生产委员会")
    signed_by: PersonName = labelled("签发人", example="李某")
    unit: Text = labelled("单位名称", also=("单位", "隐患单位"), example="青川县某矿业有限公司")
    hazard: Text = labelled(
        "隐患描述", also=("重大隐患",), example="3号尾矿库排洪涵洞淤堵约三分之一，调洪能力不足"
    )
    basis: Text = labelled("依据", also=("判定依据",), example="金属非金属矿山重大事故隐患判定标准")
    issued_on: Day = labelled("日期", also=("成文日期", "挂牌日期"), example="2026-09-28")
    due: Day = labelled("治理完成期限", also=("整改时限", "治理期限"), example="2026-12-31")
    plan_due: Day = labelled("方案报备期限", example="2026-10-12")
    reports: Text = labelled("进展报告频次", also=("报告频次",), note="每季度不少于1次", example="每月1次")
    reports_a_quarter: Count = labelled("每季度报告次数", ge=0, example=3)
    acceptance: Text = labelled(
        "验收申请规则",
        also=("验收申请",),
        example="治理完成后10日内向督办单位书面申请验收，附治理情况评估报告。",
    )
    delay: Text = labelled(
        "延期申请规则",
        also=("延期申请",),
        example="确需延期的，在期限届满15个工作日前书面申请，说明原因和管控措施。",
    )
    control: Text = labelled(
        "防控措施", also=("临时管控措施",), example="停止放矿，24小时专人盯守，降低库水位"
    )
    delivered_by: PersonName = labelled("送达人", default="")
    received_by: PersonName = labelled("签收人", default="")
    received_on: Day | None = labelled("签收日期", default=None)
    copies: Count = labelled("份数", ge=1, example=3)

    @rule("issued_on", "plan_due", "due", "received_on")
    def check_order(self, _day: date) -> Iterator[Wrong]:
        """Listed, planned, put right: in this order."""
        if self.plan_due < self.issued_on:
            yield Wrong("plan_due", f"方案报备期限 {self.plan_due} 早于日期 {self.issued_on}", "核对两个日期")
        if self.due < self.plan_due:
            yield Wrong("due", f"治理完成期限 {self.due} 早于方案报备期限 {self.plan_due}", "核对两个日期")
        if self.received_on and self.received_on < self.issued_on:
            yield Wrong(
                "received_on", f"签收日期 {self.received_on} 早于日期 {self.issued_on}", "核对两个日期"
            )

    @rule("reports_a_quarter")
    def check_reports(self, _day: date) -> Iterator[Wrong]:
        """Progress is reported at least once a quarter."""
        if self.reports_a_quarter < 1:
            yield Wrong("reports_a_quarter", "每季度报告不足 1 次", "写 1 以上，如每月1次写 3")
