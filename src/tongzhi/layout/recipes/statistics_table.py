"""情况汇总表: figures by county across, totals under them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.statistics_table import StatisticsTable


_NAMES = (
    "检查组数",
    "检查单位数",
    "排查隐患",
    "重大隐患",
    "已整改",
    "整改率",
    "停产停业",
    "打非治违",
    "罚款",
    "曝光",
    "约谈",
)
_ROWS = (
    sh.Column("单位", 7, "{{ 项.单位 }}"),
    *(sh.Column("罚款（万元）" if name == "罚款" else name, 4, "{{ 项." + name + " }}") for name in _NAMES),
)


def make(s: Standard) -> rc.Draft:
    """Lay out the table."""
    widths = sh.column_widths(s, _ROWS, turned=True)
    cells = [rc.cell("合计", st.CELL_HEAD), *(rc.cell("{{ 合计." + name + " }}") for name in _NAMES)]
    body = (
        sh.heading()
        + sh.ends("填报单位：{{ 填报单位 }}\t统计截止：{{ 截止日期 }}")
        + sh.entries(s, "项", "各地情况", _ROWS, turned=True, foot=rc.fixed_row(cells, widths))
        + rc.plain("", st.TINY)
    )
    return rc.Draft("情况汇总表", body, turned=True)


def prepare(document: StatisticsTable, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the rates and totals, recomputed from the rows."""
    keys = {
        "检查组数": "teams", "检查单位数": "checked", "排查隐患": "hazards", "重大隐患": "major", "已整改": "fixed", "停产停业": "stopped",
        "打非治违": "illegal", "罚款": "fined", "曝光": "exposed", "约谈": "talks",
    }  # fmt: skip
    totals = {label: document.total(name) for label, name in keys.items()} | {"整改率": document.total_rate}
    rows = [
        {**row, "整改率": figures.rate}
        for row, figures in zip(values["各地情况"], document.figures, strict=True)
    ]
    return {"标题分行": title_lines(values["标题"], s), "各地情况": rows, "合计": totals}
