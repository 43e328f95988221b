"""请假备案台账: leaders on approved leave, how to reach them and how fast they are back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.official import is_phone
from tongzhi.model.types import AsList, Count, Day, PersonName, Phone, Text


class LeaveRow(Part):
    """One leader on leave."""

    no: Count | None = labelled("序号", default=None)
    name: PersonName = labelled("姓名", example="赵某")
    title: Text = labelled("单位职务", also=("职务",), example="青川县副县长")
    start: Day = labelled("起始日期", also=("起", "开始"), example="2026-10-02")
    end: Day = labelled("截止日期", also=("止", "结束"), example="2026-10-05")
    where: Text = labelled("去向", example="成都市")
    phone: Phone = labelled("联系电话", also=("电话", "手机"), example="13800000000")
    back_in: Text = labelled("返岗所需时间", example="3小时")
    deputy: PersonName = labelled("代管人员", default="", example="副县长钱某")
    approved_by: PersonName = labelled("批准人", default="", example="县长孙某")
    tested: Text = labelled("通讯抽查", default="", note="抽查日期和结果")

    @rule("start", "end")
    def check_order(self, _day: date) -> Iterator[Wrong]:
        """Leave ends after it starts."""
        if self.end < self.start:
            yield Wrong("end", "截止日期早于起始日期", "核对两个日期")

    @rule("phone")
    def check_phone(self, _day: date) -> Iterator[Wrong]:
        """Whoever is on leave can be reached."""
        if not is_phone(self.phone):
            yield Wrong("phone", f"联系电话“{self.phone}”不像电话号码", "写24小时畅通的号码")


class LeaveRecord(Document):
    """请假备案台账."""

    key, label, template, rows = "leave_record", "请假备案台账", "leave_record.docx", "leaves"

    title: Text = labelled("标题", default="领导干部请假备案台账")
    unit: Text = labelled("备案单位", also=("发文机关",), example="临江市人民政府办公室")
    leaves: Annotated[list[LeaveRow], AsList] = labelled(
        "请假人员", min_length=1,
        example=[{"姓名": "赵某", "单位职务": "青川县副县长", "起始日期": "2026-10-02", "截止日期": "2026-10-05", "去向": "成都市",
                  "联系电话": "13800000000", "返岗所需时间": "3小时", "代管人员": "副县长钱某"}],
    )  # fmt: skip
