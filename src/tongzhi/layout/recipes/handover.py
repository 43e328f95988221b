"""督办单 (交办单, 提示单, 催办单): a form with the matters, the limit and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.handover import Handover


_MATTERS = (
    sh.Column("序号", 2, "{{ 项.序号 }}"),
    sh.Column("交办事项", 13, "{{ 项.事项 }}", running=True),
    sh.Column("具体要求", 13, "{{ 项.具体要求 }}", running=True),
)


def make(s: Standard) -> rc.Draft:
    """Lay out the slip."""
    above = (
        sh.one("类型", "单名"), sh.one("编号"), sh.wide("交办来源", "来源说明"), sh.one("交办单位"), sh.one("承办单位"),
        sh.wide("协办单位"), sh.one("办理时限"), sh.one("反馈形式"), sh.one("签发人"), sh.one("发出时间"),
    )  # fmt: skip
    below = (
        sh.one("签收人"), sh.one("签收时间"), sh.wide("办理情况", height=1400), sh.wide("佐证", "佐证说明"), sh.one("完成时间"),
        sh.one("承办负责人"), sh.one("核查人"), sh.one("核查结论"), sh.one("立行立改"), sh.one("是否销号"), sh.wide("延期"), sh.wide("备注"),
    )  # fmt: skip
    body = (
        sh.heading()
        + sh.form(s, above)
        + rc.plain("", st.TINY)
        + sh.entries(s, "项", "交办事项", _MATTERS)
        + rc.when("领导批示", sh.note("领导批示：{{ 领导批示 }}"))
        + rc.plain("", st.TINY)
        + sh.form(s, below)
    )
    return rc.Draft("督办单", body)


def prepare(document: Handover, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the slip's name, where the matter comes from, and the rows with their numbers."""
    follows = f"，跟{document.follows}" if document.follows else ""
    times = f"（第{document.times}次）" if document.times else ""
    return {
        "标题分行": title_lines(f"{document.kind}单", s),
        "单名": f"{document.kind}单{times}",
        "来源说明": f"{values['交办来源']}（{values['来源日期']}）{follows}",
        "交办事项": [
            {**row, "序号": row["序号"] or number} for number, row in enumerate(values["交办事项"], 1)
        ],
        "佐证说明": "；".join(map(str, values["佐证"])),
    }
