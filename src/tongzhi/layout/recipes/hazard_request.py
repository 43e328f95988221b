"""隐患治理申请审批表: a form with the opinions one by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.hazard_request import HazardRequest


_OPINIONS = (
    sh.Column("审批单位", 8, "{{ 项.单位 }}"),
    sh.Column("意见", 4, "{{ 项.意见 }}"),
    sh.Column("说明", 9, "{{ 项.说明 }}", running=True),
    sh.Column("签字", 5, "{{ 项.签字 }}"),
    sh.Column("日期", 5, "{{ 项.日期 }}"),
)


def make(s: Standard) -> rc.Draft:
    """Lay out the form; the kind decides which rows are printed."""
    above = (
        sh.one("种类"), sh.one("编号"), sh.one("申请单位"), sh.one("申请人"), sh.wide("隐患编号"), sh.wide("隐患描述", height=900), sh.one("原时限"),
        sh.one("申请日期"), sh.wide("申请理由", height=1200),
    )  # fmt: skip
    delay = sh.form(s, (sh.one("新时限"), sh.one("", "空"), sh.wide("临时管控措施", height=900)))
    done = sh.form(s, (sh.one("完成日期"), sh.one("验收人"), sh.wide("证明材料", "材料说明", height=900)))
    body = (
        sh.heading()
        + sh.form(s, above)
        + rc.plain("", st.TINY)
        + rc.when("是延期", delay, done)
        + rc.plain("", st.TINY)
        + sh.entries(s, "项", "审批意见", _OPINIONS)
    )
    return rc.Draft("隐患治理申请审批表", body)


def prepare(document: HazardRequest, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the title by kind, the evidence in one line; without opinions two blank rows to sign in."""
    blank = {"单位": "", "意见": "", "说明": "", "签字": "", "日期": ""}
    return {
        "标题分行": title_lines(f"隐患治理{document.kind}申请审批表", s),
        "是延期": document.kind == "延期",
        "材料说明": "；".join(map(str, values["证明材料"])),
        "审批意见": values["审批意见"] or [blank, blank],
        "空": "",
    }
