"""值班抽查记录表: who was called or visited, and who answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.types import AsList, Count, Moment, PersonName, PersonNames, Phone, Pick, Text


class Call(Part):
    """One unit that was checked."""

    no: Count | None = labelled("序号", default=None)
    unit: Text = labelled("单位", example="青川县人民政府办公室")
    person: PersonName = labelled("带班值班人员", default="", also=("人员",), example="李某")
    at: Moment = labelled("抽查时间", example="2026-10-01 20:15")
    phone: Phone = labelled("电话", default="", example="0971-8230001")
    result: Annotated[Literal["在岗", "不在岗", "未接", "替班"], Pick] = labelled("结果", example="在岗")
    remark: Text = labelled("备注", default="")


class SpotCheck(Document):
    """值班抽查记录表."""

    key, label, template, rows = "spot_check", "值班抽查记录表", "spot_check.docx", "calls"

    title: Text = labelled("标题", default="带班值班抽查记录表")
    unit: Text = labelled("抽查单位", also=("发文机关",), example="临江市人民政府办公室总值班室")
    period: Text = labelled("抽查时段", example="2026年10月1日20时至22时")
    method: Annotated[Literal["电话", "现场", "视频点名"], Pick] = labelled("方式", example="电话")
    sampling: Text = labelled("抽样办法", default="随机抽取", example="随机抽取")
    calls: Annotated[list[Call], AsList] = labelled(
        "抽查情况",
        min_length=1,
        example=[
            {
                "单位": "青川县人民政府办公室",
                "带班值班人员": "李某",
                "抽查时间": "2026-10-01 20:15",
                "结果": "在岗",
            }
        ],
    )
    checkers: PersonNames = labelled("抽查人", min_length=1, example=["周某"])

    @property
    def counts(self) -> dict[str, int]:
        """Give how many answered, how many did not."""
        return {
            "抽查": len(self.calls),
            "正常": sum(call.result in ("在岗", "替班") for call in self.calls),
            "不在岗或未接": sum(call.result in ("不在岗", "未接") for call in self.calls),
        }

    @rule("calls")
    def check_doubles(self, _day: date) -> Iterator[Wrong]:
        """One unit is checked once at one time."""
        seen: set[tuple[str, object]] = set()
        for position, call in enumerate(self.calls):
            if (call.unit, call.at) in seen:
                yield Wrong(("calls", position, "unit"), f"“{call.unit}”同一时间写了两次", "只留一行")
            seen.add((call.unit, call.at))
