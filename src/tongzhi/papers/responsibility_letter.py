"""安全生产责任书: what one side answers for to the other in a period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated

from tongzhi.model import facts
from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.types import AsList, Count, Day, DayOrOpen, Text, Texts


class Cap(Part):
    """A cap on accidents: the indicator and its number with unit."""

    line = "指标"

    indicator: Text = labelled("指标", example="生产安全事故死亡人数")
    cap: Text = labelled("控制数", default="", also=("上限",), example="不超过2人")

    @rule("cap")
    def check_unit(self, _day: date) -> Iterator[Wrong]:
        """A number carries its unit."""
        if re.fullmatch(r"\d+(?:\.\d+)?", self.cap):
            yield Wrong("cap", f"控制数“{self.cap}”没有单位", "写明单位，如 2人、1起、5%")


class ResponsibilityLetter(Document):
    """安全生产责任书（状）."""

    key, label, template, rows = (
        "responsibility_letter",
        "安全生产责任书",
        "responsibility_letter.docx",
        "caps",
    )

    title: Text = labelled("标题", default="安全生产责任书")
    party_a: Text = labelled("甲方", also=("上级",), example="临江市人民政府")
    party_b: Text = labelled("乙方", also=("责任单位",), example="青川县人民政府")
    period: Text = labelled("考核期", also=("年度", "年度/考核期"), example="2026年度")
    period_start: Day = labelled("开始日期", example="2026-01-01")
    period_end: Day = labelled("截止日期", also=("结束日期",), example="2026-12-31")
    caps: Annotated[list[Cap], AsList] = labelled(
        "事故控制指标",
        min_length=1,
        example=[
            {"指标": "生产安全事故死亡人数", "控制数": "不超过2人"},
            {"指标": "较大以上事故", "控制数": "0起"},
        ],
    )
    aims: Texts = labelled("工作目标", min_length=1, example=["重大事故隐患按期整改率100%"])
    duties: Texts = labelled(
        "职责", min_length=1, example=["健全安全生产责任制，主要负责同志每季度研究一次安全生产工作"]
    )
    assessment: Text = labelled("考核办法", example="实行百分制考核，发生较大以上责任事故的一票否决。")
    rewards: Text = labelled("奖惩", also=("奖惩办法",), example="考核结果作为评先评优的依据。")
    succession: Text = labelled(
        "责任人变更", default="", example="责任人变动的，由继任者承担本责任书规定的责任。"
    )
    copies: Count = labelled("份数", default=2, ge=1)
    signed_on: DayOrOpen = labelled("签订日期", also=("日期",), note="未定写 待定", example="2026-01-20")

    @rule("party_a", "party_b")
    def check_parties(self, _day: date) -> Iterator[Wrong]:
        """The two sides differ."""
        if self.party_a == self.party_b:
            yield Wrong("party_b", "甲方和乙方相同", "乙方写责任单位")

    @rule("signed_on", "period_start", "period_end")
    def check_dates(self, _day: date) -> Iterator[Wrong]:
        """It is signed inside the period."""
        if self.period_end < self.period_start:
            yield Wrong("period_end", "截止日期早于开始日期", "核对两个日期")
        if isinstance(self.signed_on, str):
            return
        early = self.signed_on.year == self.period_start.year and self.signed_on < self.period_start
        if not early and not self.period_start <= self.signed_on <= self.period_end:
            yield Wrong("signed_on", f"签订日期 {self.signed_on} 不在考核期内", "核对日期")

    @rule("title", level="warning", source=facts.RELIEF)
    def check_need(self, _day: date) -> Iterator[Wrong]:
        """Signing such letters is being cut back."""
        yield Wrong("title", "责任状正在清理规范", "确有依据再签，一般不层层签订")
