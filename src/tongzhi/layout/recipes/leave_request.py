"""会议请假报备单 filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.official import remark
from tongzhi.layout.recipes.forms import LEAVE_FIELDS, leave_form
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.rsvp import LeaveRequest

_PREPARED = {
    "联系方式（24小时畅通）": "联系方式",
    "会议名称": "会议",
    "请假事由": "事由句",
    "代会人姓名": "代会人姓名",
    "代会人职务": "代会人职务",
    "是否事后补单": "补单",
}


def make(s: Standard) -> rc.Draft:
    """Lay out the slip: a title and the form."""
    labels = [label for pair in LEAVE_FIELDS for label in pair if label]
    shown = {label: "{{ " + _PREPARED.get(label, label) + " }}" for label in labels}
    return rc.Draft(
        "会议请假报备单", rc.plain("会议请假报备单", st.ANNEX_TITLE) + rc.blank() + leave_form(s, shown)
    )


def prepare(document: LeaveRequest, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the fields that are made of two."""
    del s
    cause, more = values["请假事由"], values.get("事由说明", "")
    substitute = values["代会人"] or {
        "姓名": "不得替会" if document.substitute_allowed is False else "",
        "职务": "",
    }
    after = (
        f"是，补单日期：{values['补单日期']}"
        if document.afterwards and values["补单日期"]
        else str(values["事后补单"])
    )
    when = f"（{values['会议时间']}）" if values["会议时间"] else ""
    return {
        "会议": remark(f"{values['会议名称']}{when}", [values["会议名称"], values["会议时间"]]),
        "事由句": remark(f"{cause}：{more}" if more else str(cause), [cause, more]),
        "起止时间": remark(
            f"{values['起始时间']}至{values['终止时间']}", [values["起始时间"], values["终止时间"]]
        ),
        "代会人姓名": substitute["姓名"],
        "代会人职务": substitute["职务"],
        "补单": after,
    }
