"""活动安全审批表: a form with the opinions of departments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.event_approval import EventApproval


_OPINIONS = (
    sh.Column("部门", 8, "{{ 项.单位 }}"),
    sh.Column("意见", 11, "{{ 项.意见 }}", running=True),
    sh.Column("签字", 5, "{{ 项.签字 }}"),
    sh.Column("日期", 5, "{{ 项.日期 }}"),
)


def make(s: Standard) -> rc.Draft:
    """Lay out the form."""
    fields = (
        sh.wide("活动名称"), sh.one("主办单位"), sh.one("承办单位"), sh.one("批准单位"), sh.one("类型"), sh.wide("活动时间", "活动时段"),
        sh.wide("活动地点"), sh.one("预计人数", "预计"), sh.one("核定人数", "核定"), sh.one("临时搭建"), sh.one("搭建单位资质"),
        sh.one("安全责任人"), sh.one("联系电话"), sh.wide("安全工作方案", "方案说明", height=640), sh.wide("风险评估"), sh.wide("应急预案及演练"),
        sh.one("安保人数", "安保"), sh.one("保险"), sh.wide("现场指挥部"), sh.one("公安许可", "许可"), sh.one("申请日期"),
    )  # fmt: skip
    body = (
        sh.heading()
        + sh.form(s, fields)
        + rc.plain("", st.TINY)
        + rc.when("部门意见", sh.entries(s, "项", "部门意见", _OPINIONS) + rc.plain("", st.TINY))
        + sh.form(s, (sh.wide("属地意见", height=640), sh.wide("批准意见", "空", height=640)))
        + sh.note("谁批准谁负责，谁主办谁负责。时间、地点、规模变更的，重新报批。")
    )
    return rc.Draft("活动安全审批表", body)


def prepare(document: EventApproval, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give times, numbers with their unit, and the state of the permit."""
    permit = str(values["公安许可号"]) or ("不需要" if not document.permit_by else "")
    return {
        "标题分行": title_lines("活动安全审批表", s),
        "活动时段": "至".join(str(part) for part in (values["活动时间"], values["结束时间"]) if part),
        "预计": f"{values['预计人数']}人",
        "核定": f"{values['场所核定人数']}人",
        "方案说明": "；".join((str(values["安全工作方案"]), *map(str, values["方案要素"]))),
        "安保": f"{values['安保人数']}人",
        "许可": permit,
        "空": "",
    }
