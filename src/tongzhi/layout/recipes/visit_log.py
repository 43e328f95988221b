"""领导带队检查台账: a list across."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.visit_log import VisitLog


_ROWS = (
    sh.Column("序号", 2, "{{ 项.序号 }}"),
    sh.Column("领导", 5, "{{ 项.领导 }}"),
    sh.Column("分管领域", 5, "{{ 项.分管领域 }}"),
    sh.Column("日期", 6, "{{ 项.日期 }}"),
    sh.Column("企业或现场", 9, "{{ 项.企业或现场 }}", running=True),
    sh.Column("发现问题", 10, "{{ 项.发现问题 }}", running=True),
    sh.Column("处置情况", 9, "{{ 项.处置情况 }}", running=True),
    sh.Column("跟踪落实", 6, "{{ 项.跟踪落实 }}", running=True),
)


def make(s: Standard) -> rc.Draft:
    """Lay out the list."""
    body = (
        sh.heading()
        + sh.note("填报单位：{{ 填报单位 }}")
        + sh.entries(s, "项", "检查情况", _ROWS, turned=True)
        + rc.when("未检查", sh.note("还没有检查记录：{{ 未检查 }}"))
    )
    return rc.Draft("领导带队检查台账", body, turned=True)


def prepare(document: VisitLog, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the rows with their numbers and who has not gone yet."""
    rows = [{**row, "序号": row["序号"] or number} for number, row in enumerate(values["检查情况"], 1)]
    return {
        "标题分行": title_lines(values["标题"], s),
        "检查情况": rows,
        "未检查": "、".join(document.missing),
    }
