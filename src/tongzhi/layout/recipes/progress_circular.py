"""进展通报: totals, the ranking of units, problems, demands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.progress_circular import ProgressCircular

_COLUMNS = (
    sh.ListColumn("排名", 3, "{{ 项.排名 }}"),
    sh.ListColumn("单位", 9, "{{ 项.单位 }}"),
    sh.ListColumn("任务数", 4, "{{ 项.任务数 }}"),
    sh.ListColumn("已完成", 4, "{{ 项.已完成 }}"),
    sh.ListColumn("推进中", 4, "{{ 项.推进中 }}"),
    sh.ListColumn("逾期", 3, "{{ 项.逾期 }}"),
    sh.ListColumn("未反馈", 4, "{{ 项.未反馈 }}"),
    sh.ListColumn("完成率", 4, "{{ 项.完成率 }}"),
)


def make(s: Standard) -> rc.Draft:
    """Lay out the circular."""
    body = (
        rc.text("现将{{ 会议名称 }}任务落实进展情况（截至{{ 统计截止 }}）通报如下：")
        + rc.heading1("总体情况")
        + rc.text("{{ 总体 }}")
        + rc.heading1("各单位进展")
        + sh.entries(s, "项", "各单位进展", _COLUMNS)
        + rc.plain("", st.TINY)
        + rc.when("未反馈单位", rc.text("未反馈的单位：{{ 未反馈单位 }}。"))
        + rc.when("存在问题", rc.heading1("存在问题") + rc.each("条文", "存在问题", rc.text("{{ 条文 }}")))
        + rc.when("工作要求", rc.heading1("工作要求") + rc.each("条文", "工作要求", rc.text("{{ 条文 }}")))
    )
    return rc.official(s, "进展通报", body)


def prepare(document: ProgressCircular, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the ranking, the totals in a sentence and who did not report."""
    totals = document.totals
    rate = f"{totals['已完成'] * 100 / totals['任务数']:.1f}%" if totals["任务数"] else "—"
    rows = [
        {
            "排名": number, "单位": unit.unit, "任务数": unit.total, "已完成": unit.done, "推进中": unit.running, "逾期": unit.late,
            "未反馈": unit.silent, "完成率": f"{unit.rate * 100:.1f}%",
        }
        for number, unit in enumerate(document.ranked, 1)
    ]  # fmt: skip
    title = str(values["标题"]) or f"关于{values['会议名称']}任务落实进展情况的通报"
    names = ("存在问题", "工作要求")
    return {
        "标题分行": title_lines(title, s),
        "总体": f"共{totals['任务数']}项任务，已完成{totals['已完成']}项，推进中{totals['推进中']}项，逾期{totals['逾期']}项，"
        f"未反馈{totals['未反馈']}项，完成率{rate}。",
        "各单位进展": rows,
        "未反馈单位": "、".join(unit.unit for unit in document.units if unit.silent),
        **{name: [f"{str(text).rstrip('。')}。" for text in values[name]] for name in names},
    }
