"""联络员表: whom each unit can be reached through."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from tongzhi.model.base import Document, Part, Wrong, labelled, rule
from tongzhi.model.official import is_phone
from tongzhi.model.types import AsList, Count, Day, PersonName, Phone, Text, Texts


class Liaison(Part):
    """One unit's contact."""

    no: Count | None = labelled("序号", default=None)
    unit: Text = labelled("单位", example="青川县应急管理局")
    name: PersonName = labelled("姓名", example="陈某")
    title: Text = labelled("职务", example="办公室主任")
    office_phone: Text = labelled("办公电话", default="", example="0971-8230001")
    mobile: Phone = labelled("手机", also=("电话", "联系电话"), example="13800000000")
    account: Text = labelled("政务系统账号", default="", also=("微信", "微信/政务系统账号", "账号"))
    remark: Text = labelled("备注", default="")

    @rule("mobile", "office_phone", level="warning")
    def check_phone(self, _day: date) -> Iterator[Wrong]:
        """Numbers that can be dialled."""
        for name in ("mobile", "office_phone"):
            value = getattr(self, name)
            if value and not is_phone(value):
                yield Wrong(name, f"电话“{value}”不像座机或手机号", "核对号码")


class LiaisonList(Document):
    """联络员表."""

    key, label, template, rows = "liaison_list", "联络员表", "liaison_list.docx", "people"

    title: Text = labelled("标题", default="安全生产工作联络员表")
    unit: Text = labelled("填报单位", also=("发文机关",), example="临江市安全生产委员会办公室")
    upto: Day = labelled("填报日期", also=("日期",), example="2026-10-12")
    wanted: Texts = labelled(
        "应报单位", factory=list, note="用来核对谁还没有报", example=["青川县应急管理局"]
    )
    people: Annotated[list[Liaison], AsList] = labelled(
        "联络员", min_length=1,
        example=[{"单位": "青川县应急管理局", "姓名": "陈某", "职务": "办公室主任", "办公电话": "0971-8230001", "手机": "13800000000"}],
    )  # fmt: skip

    @rule("wanted", "people", level="warning")
    def check_cover(self, _day: date) -> Iterator[Wrong]:
        """Every unit has named somebody."""
        named = {person.unit for person in self.people}
        missing = [unit for unit in self.wanted if unit not in named]
        if missing:
            yield Wrong("people", f"没有报联络员：{'、'.join(missing)}", "催报")

    @rule("people")
    def check_doubles(self, _day: date) -> Iterator[Wrong]:
        """Nobody stands twice for one unit."""
        seen: set[tuple[str, str]] = set()
        for position, person in enumerate(self.people):
            if (person.unit, person.name) in seen:
                yield Wrong(
                    ("people", position, "name"), f"“{person.unit} {person.name}”写了两次", "只留一行"
                )
            seen.add((person.unit, person.name))
