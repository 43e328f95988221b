"""联络员表: a list across."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.liaison_list import LiaisonList


_ROWS = (
    sh.Column("序号", 2, "{{ 项.序号 }}"),
    sh.Column("单位", 10, "{{ 项.单位 }}", running=True),
    sh.Column("姓名", 4, "{{ 项.姓名 }}"),
    sh.Column("职务", 6, "{{ 项.职务 }}", running=True),
    sh.Column("办公电话", 7, "{{ 项.办公电话 }}"),
    sh.Column("手机", 7, "{{ 项.手机 }}"),
    sh.Column("政务系统账号", 6, "{{ 项.政务系统账号 }}"),
    sh.Column("备注", 4, "{{ 项.备注 }}"),
)


def make(s: Standard) -> rc.Draft:
    """Lay out the list."""
    body = (
        sh.heading()
        + sh.ends("填报单位：{{ 填报单位 }}\t填报日期：{{ 填报日期 }}")
        + sh.entries(s, "项", "联络员", _ROWS, turned=True)
        + sh.note("内部使用，请勿外传。")
    )
    return rc.Draft("联络员表", body, turned=True)


def prepare(_document: LiaisonList, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the rows with their numbers."""
    rows = [{**row, "序号": row["序号"] or number} for number, row in enumerate(values["联络员"], 1)]
    return {"标题分行": title_lines(values["标题"], s), "联络员": rows}
