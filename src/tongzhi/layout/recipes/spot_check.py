"""值班抽查记录表: one row a unit, and the count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.spot_check import SpotCheck


_CALLS = (
    sh.Column("序号", 2, "{{ 项.序号 }}"),
    sh.Column("单位", 9, "{{ 项.单位 }}", running=True),
    sh.Column("带班值班人员", 5, "{{ 项.带班值班人员 }}"),
    sh.Column("抽查时间", 6, "{{ 项.抽查时间 }}"),
    sh.Column("结果", 3, "{{ 项.结果 }}"),
    sh.Column("备注", 4, "{{ 项.备注 }}"),
)


def make(s: Standard) -> rc.Draft:
    """Lay out the record."""
    body = (
        sh.heading()
        + sh.note(
            "抽查单位：{{ 抽查单位 }}　抽查时段：{{ 抽查时段 }}　方式：{{ 方式 }}　抽样办法：{{ 抽样办法 }}"
        )
        + sh.entries(s, "项", "抽查情况", _CALLS)
        + sh.note("{{ 合计句 }}")
        + sh.ends("抽查人：{{ 抽查人名单 }}\t")
    )
    return rc.Draft("值班抽查记录表", body)


def prepare(document: SpotCheck, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the rows with their numbers and the count."""
    counts = document.counts
    return {
        "标题分行": title_lines(values["标题"], s),
        "抽查情况": [
            {**row, "序号": row["序号"] or number} for number, row in enumerate(values["抽查情况"], 1)
        ],
        "合计句": f"共抽查{counts['抽查']}个单位，正常{counts['正常']}个，不在岗或未接{counts['不在岗或未接']}个。",
        "抽查人名单": "、".join(map(str, values["抽查人"])),
    }
