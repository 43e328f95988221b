"""会议手册: a cover page, then agenda, schedule, people and discipline."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard
from tongzhi.word.fragments import indent, paragraph

if TYPE_CHECKING:
    from tongzhi.papers.handbook import Handbook

_SCHEDULE = (
    sh.ListColumn("时间", 7, "{{ 项.时间 }}"),
    sh.ListColumn("事项", 12, "{{ 项.事项 }}", running=True),
    sh.ListColumn("地点", 9, "{{ 项.地点 }}", running=True),
)
_PEOPLE = (
    sh.ListColumn("序号", 2, "{{ loop.index }}"),
    sh.ListColumn("单位", 10, "{{ 人.单位 }}", running=True),
    sh.ListColumn("姓名", 5, "{{ 人.姓名 }}"),
    sh.ListColumn("职务", 7, "{{ 人.职务 }}", running=True),
    sh.ListColumn("会场", 4, "{{ 人.会场 }}"),
    sh.ListColumn("座位", 4, "{{ 人.座位 }}"),
)


def _middle(words: str) -> rc.Piece:
    return paragraph(words, style=st.TEXT, props=indent(first=0) + '<w:jc w:val="center"/>')


def make(s: Standard) -> rc.Draft:
    """Lay out the booklet."""
    cover = (
        rc.blank(5)
        + rc.plain("{{ 标题分行 }}", st.TITLE)
        + rc.blank()
        + rc.plain("会　议　手　册", st.TITLE)
        + rc.blank(9)
        + _middle("{{ 会务单位 }}")
        + _middle("{{ 会议时间 }}")
    )
    body = (
        rc.heading1("会议时间和地点")
        + rc.text("时间：{{ 会议时间 }}。")
        + rc.text("地点：{{ 地点 }}。")
        + rc.when("主持", rc.text("主持：{{ 主持 }}。"))
        + rc.heading1("会议议程")
        + rc.each(
            "项",
            "议程",
            rc.text("（{{ 节 }}）{{ 项.事项 }}{% if 项.发言人 %}（{{ 项.发言人 }}）{% endif %}。"),
        )
        + rc.when(
            "日程", rc.heading1("会务安排") + sh.entries(s, "项", "日程", _SCHEDULE) + rc.plain("", st.TINY)
        )
        + rc.when("台上", rc.heading1("主席台就座") + rc.text("{{ 台上 }}（以职务为序）。"))
        + rc.heading1("参会人员名单")
        + sh.entries(s, "人", "参会人员", _PEOPLE)
        + sh.note("共{{ 人数 }}人。")
        + rc.when(
            "会议纪律",
            rc.heading1("会议纪律") + rc.each("条文", "会议纪律", rc.text("（{{ 节 }}）{{ 条文 }}")),
        )
        + rc.when(
            "联系人",
            rc.heading1("会务联系")
            + rc.each("项", "联系人", rc.text("{{ 项.姓名 }}，电话：{{ 项.电话 }}。")),
        )
    )
    return rc.Draft("会议手册", cover + rc.new_page(body))


def prepare(document: Handbook, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the title lines, the chair, names with posts, and each rule of discipline with its full stop."""
    chair = values["主持人"]
    return {
        "标题分行": title_lines(values["会议名称"], s),
        "主持": f"{chair['单位']}{chair['职务']}{chair['姓名']}" if chair else "",
        "台上": "、".join(map(str, values["主席台就座"])),
        "人数": len(document.people),
        "会议纪律": [f"{str(text).rstrip('。')}。" for text in values["会议纪律"]],
    }
