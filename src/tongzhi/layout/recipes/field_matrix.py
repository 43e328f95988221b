"""领域责任分工表: a list, one row a field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.field_matrix import FieldMatrix


_ROWS = (
    sh.Column("序号", 2, "{{ 项.序号 }}"),
    sh.Column("重点领域", 5, "{{ 项.重点领域 }}"),
    sh.Column("分管领导", 6, "{{ 项.分管领导 }}"),
    sh.Column("牵头单位", 7, "{{ 项.牵头单位 }}"),
    sh.Column("配合单位", 9, "{{ 项.配合 }}", running=True),
    sh.Column("职责", 10, "{{ 项.职责 }}", running=True),
)


def make(s: Standard) -> rc.Draft:
    """Lay out the list."""
    body = (
        sh.heading()
        + sh.note("单位：{{ 单位 }}")
        + sh.entries(s, "项", "分工", _ROWS)
        + rc.plain("", st.TINY)
    )
    return rc.Draft("领域责任分工表", body)


def prepare(_document: FieldMatrix, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the rows with their numbers."""
    rows = [
        {**row, "序号": row["序号"] or number, "配合": "、".join(map(str, row["配合单位"]))}
        for number, row in enumerate(values["分工"], 1)
    ]
    return {"标题分行": title_lines(values["标题"], s), "分工": rows}
