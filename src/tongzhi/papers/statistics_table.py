"""情况汇总表: figures of a campaign by county, with totals recomputed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated

from tongzhi.model import facts
from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.types import Amount, AsList, Count, Day, Text

HALF_A_PERCENT = 0.5
"""How far a rate may be off by rounding."""


class CountyFigures(Part):
    """The figures of one county."""

    unit: Text = labelled("单位", also=("县区", "地区"), example="青川县")
    teams: Count = labelled("检查组数", default=0, ge=0, example=6)
    checked: Count = labelled("检查单位数", default=0, ge=0, example=42)
    hazards: Count = labelled("排查隐患", ge=0, example=80)
    major: Count = labelled("重大隐患", default=0, also=("其中重大",), ge=0, example=1)
    fixed: Count = labelled("已整改", ge=0, example=76)
    stopped: Count = labelled("停产停业", default=0, ge=0, example=1)
    fined: Amount = labelled(
        "罚款", default=Decimal(0), also=("罚款（万元）",), ge=0, note="万元", example="3.5"
    )
    exposed: Count = labelled("曝光", default=0, ge=0)
    talks: Count = labelled("约谈", default=0, ge=0)
    illegal: Count = labelled("打非治违", default=0, ge=0, note="查处违法违规行为数")

    stated_rate: Text = labelled("整改率", default="", note="可不写，自动算；写了就核对")

    @property
    def rate(self) -> str:
        """Give 整改率, recomputed."""
        return f"{self.fixed * 100 / self.hazards:.1f}%" if self.hazards else "—"

    @rule("stated_rate", "hazards", "fixed")
    def check_rate(self, _day: date) -> Iterator[Wrong]:
        """A rate that is given agrees with the figures."""
        found = re.search(r"\d+(?:\.\d+)?", self.stated_rate)
        if found and self.hazards and abs(float(found[0]) - self.fixed * 100 / self.hazards) > HALF_A_PERCENT:
            yield Wrong(
                "stated_rate", f"整改率写的是 {self.stated_rate}，按数字算是 {self.rate}", f"改为 {self.rate}"
            )

    @rule("hazards", "fixed", "major")
    def check_sum(self, _day: date) -> Iterator[Wrong]:
        """Not more is fixed than was found."""
        if self.fixed > self.hazards:
            yield Wrong("fixed", f"已整改 {self.fixed} 多于排查隐患 {self.hazards}", "核对两个数")
        if self.major > self.hazards:
            yield Wrong("major", f"重大隐患 {self.major} 多于排查隐患 {self.hazards}", "核对两个数")


class StatisticsTable(Document):
    """情况汇总表."""

    key, label, template, rows = "statistics_table", "情况汇总表", "statistics_table.docx", "figures"

    title: Text = labelled("标题", default="安全生产排查整治情况汇总表")
    unit: Text = labelled("填报单位", also=("发文机关",), example="临江市安全生产委员会办公室")
    upto: Day = labelled("截止日期", also=("统计截止",), example="2026-10-25")
    frequency: Text = labelled("频次", default="每月", example="每月")
    figures: Annotated[list[CountyFigures], AsList] = labelled(
        "各地情况",
        min_length=1,
        example=[
            {
                "单位": "青川县",
                "检查组数": 6,
                "检查单位数": 42,
                "排查隐患": 80,
                "重大隐患": 1,
                "已整改": 76,
                "停产停业": 1,
            }
        ],
    )

    def total(self, name: str) -> str:
        """Give the sum of a column."""
        return f"{sum((Decimal(getattr(row, name)) for row in self.figures), Decimal(0)):f}"

    @property
    def total_rate(self) -> str:
        """Give 整改率 over all."""
        hazards, fixed = int(self.total("hazards")), int(self.total("fixed"))
        return f"{fixed * 100 / hazards:.1f}%" if hazards else "—"

    @rule("frequency", level="warning", source=facts.RELIEF)
    def check_frequency(self, _day: date) -> Iterator[Wrong]:
        """Daily and weekly forms burden the lower levels."""
        if self.frequency.startswith(("每日", "每天", "每周")):
            yield Wrong("frequency", f"要求{self.frequency}报送", "一般不要求日报、周报")

    @rule("figures")
    def check_doubles(self, _day: date) -> Iterator[Wrong]:
        """One row a unit."""
        names = [row.unit for row in self.figures]
        for position, name in enumerate(names):
            if names.index(name) != position:
                yield Wrong(("figures", position, "unit"), f"“{name}”写了两次", "合并成一行")
