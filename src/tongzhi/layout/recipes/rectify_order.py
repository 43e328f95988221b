"""隐患整改通知书: a form with the hazards one by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.rectify_order import RectifyOrder


_ROWS = (
    sh.Column("序号", 2, "{{ 项.序号 }}"),
    sh.Column("隐患", 10, "{{ 项.隐患 }}", running=True),
    sh.Column("法律依据", 7, "{{ 项.法律依据 }}", running=True),
    sh.Column("整改要求", 7, "{{ 项.整改要求 }}", running=True),
    sh.Column("整改时限", 5, "{{ 项.整改时限 }}"),
)


def make(s: Standard) -> rc.Draft:
    """Lay out the order."""
    above = (
        sh.one("文号"),
        sh.one("检查单位"),
        sh.wide("被检查单位"),
        sh.one("检查时间"),
        sh.one("检查地点"),
    )
    below = (
        sh.wide("法律依据"), sh.wide("整改要求", height=900), sh.one("整改时限"), sh.one("复查时间"), sh.wide("临时措施"), sh.wide("逾期后果"),
        sh.wide("检查人员", "检查人员名单", height=700), sh.one("签收人"), sh.one("日期"),
    )  # fmt: skip
    body = (
        sh.heading()
        + sh.form(s, above)
        + rc.plain("", st.TINY)
        + sh.entries(s, "项", "隐患", _ROWS)
        + rc.plain("", st.TINY)
        + sh.form(s, below)
        + sh.note("本通知书一式两份，一份送被检查单位，一份留存。")
    )
    return rc.Draft("隐患整改通知书", body)


def prepare(_document: RectifyOrder, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the hazards numbered, each with its limit, and the inspectors with their cards."""
    rows = [
        {**row, "序号": row["序号"] or number, "整改时限": row["整改时限"] or values["整改时限"]}
        for number, row in enumerate(values["隐患"], 1)
    ]
    people = "；".join(f"{person['姓名']}（证件号{person['证件号']}）" for person in values["检查人员"])
    return {"标题分行": title_lines("隐患整改通知书", s), "隐患": rows, "检查人员名单": people}
