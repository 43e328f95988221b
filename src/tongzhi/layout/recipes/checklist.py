"""检查表: who checked whom, the points with their results, the gaps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.checklist import Checklist


_ITEMS = (
    sh.Column("序号", 2, "{{ 项.序号 }}"),
    sh.Column("类别", 5, "{{ 项.类别 }}"),
    sh.Column("检查内容", 10, "{{ 项.内容 }}", running=True),
    sh.Column("结果", 3, "{{ 项.结果 }}"),
    sh.Column("发现问题", 6, "{{ 项.问题 }}", running=True),
    sh.Column("佐证", 4, "{{ 项.佐证 }}"),
)
_GAPS = (
    sh.Column("短板类别", 4, "{{ 项.类别 }}"),
    sh.Column("短板", 9, "{{ 项.短板 }}", running=True),
    sh.Column("补齐措施", 10, "{{ 项.补齐措施 }}", running=True),
    sh.Column("完成时限", 6, "{{ 项.完成时限 }}"),
)


def make(s: Standard) -> rc.Draft:
    """Lay out the sheet."""
    above = (
        sh.one("被检查单位"),
        sh.one("检查单位"),
        sh.one("检查人", "检查人名单"),
        sh.one("检查日期"),
        sh.one("行业领域"),
        sh.one("上一级检查单位"),
    )
    body = (
        sh.heading()
        + sh.form(s, above)
        + rc.plain("", st.TINY)
        + sh.entries(s, "项", "检查内容", _ITEMS)
        + sh.note("{{ 合计句 }}")
        + rc.when("短板", sh.entries(s, "项", "短板", _GAPS) + rc.plain("", st.TINY))
        + sh.form(
            s,
            (
                sh.wide("检查意见", height=900),
                sh.one("检查人签名", "空"),
                sh.one("负责人签名", "被检查单位负责人"),
            ),
        )
    )
    return rc.Draft("安全检查表", body)


def prepare(document: Checklist, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the rows with their numbers and the count of results."""
    counts = document.counts
    total = f"共{len(document.items)}项，合格{counts['合格']}项，不合格{counts['不合格']}项，不涉及{counts['不涉及']}项。"
    return {
        "标题分行": title_lines(document.heading, s),
        "检查人名单": "、".join(map(str, values["检查人"])),
        "检查内容": [
            {**row, "序号": row["序号"] or number} for number, row in enumerate(values["检查内容"], 1)
        ],
        "合计句": total,
        "空": "",
    }
