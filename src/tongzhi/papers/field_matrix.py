"""领导分工与领域责任表: who leads which field, which department heads it, which one supports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Annotated

from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.official import split_units
from tongzhi.model.types import AsList, Count, Text, Texts


class FieldRow(Part):
    """One field and who answers for it."""

    no: Count | None = labelled("序号", default=None)
    field: Text = labelled("重点领域", also=("领域", "行业领域"), example="矿山")
    leader: Text = labelled("分管领导", also=("责任领导",), example="副市长李某")
    lead: Text = labelled("牵头单位", also=("牵头部门",), example="市应急管理局")
    support: Texts = labelled("配合单位", factory=list, example=["市自然资源局"])
    duty: Text = labelled("职责", default="", example="监督非煤矿山、尾矿库隐患排查整治")


class FieldMatrix(Document):
    """领导分工与领域责任表."""

    key, label, template, rows = "field_matrix", "领域责任分工表", "field_matrix.docx", "fields"

    title: Text = labelled("标题", default="安全生产重点领域责任分工表")
    unit: Text = labelled("单位", also=("发文机关",), example="临江市安全生产委员会")
    wanted: Texts = labelled("应有领域", factory=list, note="用来核对一个不漏", example=["矿山"])
    fields: Annotated[list[FieldRow], AsList] = labelled(
        "分工",
        min_length=1,
        example=[
            {
                "重点领域": "矿山",
                "分管领导": "副市长李某",
                "牵头单位": "市应急管理局",
                "配合单位": ["市自然资源局"],
            }
        ],
    )

    @rule("fields", source="安全生产法 第三条")
    def check_lead(self, _day: date) -> Iterator[Wrong]:
        """管行业必须管安全: every field has exactly one lead."""
        counts = Counter(row.field for row in self.fields)
        for position, row in enumerate(self.fields):
            if len(split_units(row.lead)) != 1:
                yield Wrong(
                    ("fields", position, "lead"), f"“{row.field}”有多个牵头单位：{row.lead}", "只留一家牵头"
                )
            if counts[row.field] > 1:
                yield Wrong(
                    ("fields", position, "field"), f"“{row.field}”写了 {counts[row.field]} 次", "合并成一行"
                )

    @rule("fields", "wanted")
    def check_cover(self, _day: date) -> Iterator[Wrong]:
        """No field is forgotten."""
        named = {row.field for row in self.fields}
        missing = [field for field in self.wanted if field not in named]
        if missing:
            yield Wrong("fields", f"没有分工的领域：{'、'.join(missing)}", "每个领域都要有分管领导和牵头单位")
