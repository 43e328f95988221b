"""督导组工作方案: text by headings and the table of teams."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.attachments import attachment_note
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.layout.signature import signature
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.supervision_plan import SupervisionPlan


_TEAMS = (
    sh.ListColumn("组号", 3, "{{ 组.组号 }}"),
    sh.ListColumn("组长", 6, "{{ 组.组长说明 }}", running=True),
    sh.ListColumn("成员", 9, "{{ 组.成员说明 }}", running=True),
    sh.ListColumn("联络员", 5, "{{ 组.联络员说明 }}"),
    sh.ListColumn("负责地区", 5, "{{ 组.负责地区 }}"),
    sh.ListColumn("进驻日期", 5, "{{ 组.进驻日期 }}"),
)


def _section(title: str, name: str) -> rc.Piece:
    return rc.when(name, rc.heading1(title) + rc.each("条文", name, rc.text("（{{ 节 }}）{{ 条文 }}")))


def make(s: Standard) -> rc.Draft:
    """Lay out the plan."""
    body = (
        rc.title()
        + rc.heading1("督导时间")
        + rc.text(
            "{{ 督导开始 }}至{{ 督导结束 }}。{% if 最迟进驻日期 %}各组须于{{ 最迟进驻日期 }}前进驻。{% endif %}"
        )
        + _section("督导任务", "督导任务")
        + _section("督导方式", "督导方式")
        + _section("督导内容", "督导内容")
        + rc.heading1("督导分组")
        + sh.entries(s, "组", "分组", _TEAMS)
        + rc.plain("", st.TINY)
        + _section("问题处置", "问题处置")
        + rc.heading1("反馈与报告")
        + rc.each(
            "项",
            "反馈与报告",
            rc.text("（{{ 节 }}）{{ 项.内容 }}{% if 项.时限 %}：{{ 项.时限 }}{% endif %}。"),
        )
        + _section("配合事项", "配合事项")
        + _section("工作纪律", "工作纪律")
        + rc.when("经费保障", rc.heading1("经费保障") + rc.text("{{ 经费保障 }}"))
        + rc.when("附件说明", rc.block("附件说明"))
        + rc.blank(2)
        + rc.block("落款")
    )
    return rc.Draft("督导组工作方案", body)


def prepare(_document: SupervisionPlan, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the title lines, each passage with its full stop, the teams in words, and organ and date."""
    passages = ("督导任务", "督导方式", "督导内容", "问题处置", "配合事项", "工作纪律")
    return {
        "标题分行": title_lines(values["标题"], s),
        "落款": signature([values["发文机关"]], str(values["成文日期"]), s, sealed=True),
        "附件说明": attachment_note([str(row["名称"]) for row in values["附件"]], s),
        "分组": [_team(row) for row in values["分组"]],
        **{name: [_stopped(str(text)) for text in values[name]] for name in passages},
    }


def _stopped(text: str) -> str:
    return text if text.endswith(("。", "！", "？")) else f"{text}。"


def _team(row: Mapping[str, Any]) -> dict[str, Any]:
    members = [*row["副组长"], *row["成员"]]
    liaison = row["联络员"] or {"姓名": "", "电话": ""}
    return {
        **row,
        "组长说明": _person(row["组长"]),
        "成员说明": "、".join(_person(person) for person in members),
        "联络员说明": f"{liaison['姓名']}{liaison['电话']}",
    }


def _person(person: Mapping[str, Any]) -> str:
    return f"{person['单位']}{person['职务']}{person['姓名']}"
