"""隐患整改通知书: an enforcement authority orders hazards to be put right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from tongzhi.model import facts
from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.types import AsList, Count, Day, PersonName, Text, Texts, When

LAW = "安全生产法 第六十五条、第六十七条"


class FoundHazard(Part):
    """One hazard of the order."""

    line = "隐患"

    no: Count | None = labelled("序号", default=None)
    hazard: Text = labelled(
        "隐患", also=("隐患内容", "隐患描述", "问题"), example="3号尾矿库排洪涵洞淤堵约三分之一"
    )
    basis: Text = labelled(
        "法律依据", default="", also=("依据",), example="《尾矿库安全监督管理规定》第十八条"
    )
    demand: Text = labelled("整改要求", default="", also=("要求",), example="清淤并加固涵洞")
    due: Day | None = labelled("整改时限", default=None, also=("时限",), example="2026-10-30")


class Inspector(Part):
    """Somebody who inspected, with the number of the enforcement card."""

    name: PersonName = labelled("姓名", example="王某")
    card: Text = labelled("证件号", also=("执法证号",), example="ZF0001")

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read 王某 ZF0001."""
        parts = re.split(r"[\s　（(，,]+", text.rstrip("）)"))
        return {"姓名": parts[0], "证件号": parts[1]} if len(parts) == 2 else None


class RectifyOrder(Document):
    """隐患整改通知书（执法部门专用）."""

    key, label, template, rows = "rectify_order", "隐患整改通知书", "rectify_order.docx", "hazards"

    number: Text = labelled("文号", also=("编号",), example="青应急责改〔2026〕18号")
    issuer: Text = labelled(
        "检查单位", also=("发文机关",), note="执法部门专用；其他单位用督办单", example="青川县应急管理局"
    )
    unit: Text = labelled("被检查单位", also=("单位名称",), example="青川县某矿业有限公司")
    checked_at: When = labelled("检查时间", also=("检查日期",), example="2026-09-26 10:00")
    place: Text = labelled("检查地点", also=("地点",), example="3号尾矿库")
    hazards: Annotated[list[FoundHazard], AsList] = labelled(
        "隐患", min_length=1, also=("隐患清单", "问题"),
        example=[{"隐患": "3号尾矿库排洪涵洞淤堵约三分之一", "法律依据": "《尾矿库安全监督管理规定》第十八条", "整改要求": "清淤并加固涵洞"}],
    )  # fmt: skip
    basis: Text = labelled("法律依据", also=("依据",), example="《安全生产法》第六十五条第一款第二项")
    demand: Text = labelled("整改要求", example="按期整改到位，整改情况书面报送我局。")
    due: Day = labelled("整改时限", also=("整改期限", "时限"), example="2026-10-30")
    interim: Text = labelled("临时措施", also=("临时管控措施",), example="停止放矿，24小时专人盯守")
    recheck_on: Day = labelled("复查时间", also=("复查日期",), example="2026-11-02")
    consequence: Text = labelled("逾期后果", example="逾期不改正的，依照《安全生产法》第一百零二条处理。")
    inspectors: Annotated[list[Inspector], AsList] = labelled(
        "检查人员",
        min_length=1,
        also=("检查人",),
        example=[{"姓名": "王某", "证件号": "ZF0001"}, {"姓名": "周某", "证件号": "ZF0002"}],
    )
    issued_on: Day = labelled("日期", also=("成文日期",), example="2026-09-26")
    received_by: PersonName = labelled("签收人", default="", note="被检查单位负责人签收")
    photos: Texts = labelled("现场照片", factory=list)

    @rule("inspectors", source=LAW)
    def check_two(self, _day: date) -> Iterator[Wrong]:
        """Two people inspect, each with a card of his own."""
        if len(self.inspectors) < 2:
            yield Wrong(
                "inspectors", f"只有 {len(self.inspectors)} 名检查人员", "执法检查应有 2 人以上，写证件号"
            )
        cards = [person.card for person in self.inspectors]
        if len(set(cards)) != len(cards):
            yield Wrong("inspectors", "两名检查人员的证件号相同", "核对证件号")

    @rule("checked_at", "issued_on", "due", "recheck_on", "hazards")
    def check_order(self, _day: date) -> Iterator[Wrong]:
        """Inspected, ordered, due, looked at again: in this order."""
        checked = facts.as_moment(self.checked_at, late=False)
        if checked and self.issued_on < checked.date():
            yield Wrong("issued_on", f"日期 {self.issued_on} 早于检查时间 {self.checked_at}", "核对两个日期")
        if self.due < self.issued_on:
            yield Wrong("due", f"整改时限 {self.due} 早于日期 {self.issued_on}", "核对两个日期")
        if self.recheck_on < self.due:
            yield Wrong("recheck_on", f"复查时间 {self.recheck_on} 早于整改时限 {self.due}", "整改到期后复查")
        for position, row in enumerate(self.hazards):
            if row.due and not self.issued_on <= row.due <= self.recheck_on:
                yield Wrong(
                    ("hazards", position, "due"), f"时限 {row.due} 不在日期和复查时间之间", "核对日期"
                )

    @rule("issuer", level="warning", source=LAW)
    def check_issuer(self, _day: date) -> Iterator[Wrong]:
        """Only an authority that enforces the law issues it."""
        if facts.is_office(self.issuer) or facts.is_commission(self.issuer):
            yield Wrong("issuer", f"“{self.issuer}”不是执法部门", "改用督办单（handover），或由执法部门发出")
