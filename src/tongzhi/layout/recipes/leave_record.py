"""请假备案台账: a list across."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.leave_record import LeaveRecord


_ROWS = (
    sh.Column("序号", 2, "{{ 项.序号 }}"),
    sh.Column("姓名", 4, "{{ 项.姓名 }}"),
    sh.Column("单位职务", 8, "{{ 项.单位职务 }}", running=True),
    sh.Column("起始日期", 6, "{{ 项.起始日期 }}"),
    sh.Column("截止日期", 6, "{{ 项.截止日期 }}"),
    sh.Column("去向", 5, "{{ 项.去向 }}"),
    sh.Column("联系电话", 6, "{{ 项.联系电话 }}"),
    sh.Column("返岗所需时间", 4, "{{ 项.返岗所需时间 }}"),
    sh.Column("代管人员", 5, "{{ 项.代管人员 }}"),
    sh.Column("批准人", 5, "{{ 项.批准人 }}"),
    sh.Column("通讯抽查", 5, "{{ 项.通讯抽查 }}"),
)


def make(s: Standard) -> rc.Draft:
    """Lay out the list."""
    body = (
        sh.heading()
        + sh.note("备案单位：{{ 备案单位 }}")
        + sh.entries(s, "项", "请假人员", _ROWS, turned=True)
        + sh.note("请假期间保持通讯畅通，遇有情况及时返岗。")
    )
    return rc.Draft("请假备案台账", body, turned=True)


def prepare(_document: LeaveRecord, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the rows with their numbers."""
    rows = [{**row, "序号": row["序号"] or number} for number, row in enumerate(values["请假人员"], 1)]
    return {"标题分行": title_lines(values["标题"], s), "请假人员": rows}
