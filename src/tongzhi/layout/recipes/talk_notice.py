"""约谈通知 and 警示函: an official paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout.official import title_lines
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.talk_notice import TalkNotice


def make(s: Standard) -> rc.Draft:
    """Lay out notice and letter; the kind decides which passages are printed."""
    when_where = (
        rc.heading1("约谈时间和地点")
        + rc.text("时间：{{ 约谈时间 }}。")
        + rc.text("地点：{{ 约谈地点 }}。")
        + rc.heading1("约谈人和被约谈人")
        + rc.text("约谈人：{{ 约谈人名单 }}。")
        + rc.text("被约谈人：{{ 被约谈人名单 }}。")
        + rc.when("参加人员", rc.text("参加人员：{{ 参加名单 }}。"))
    )
    facts = rc.heading1("主要问题") + rc.each(
        "条文", "问题事实", rc.text("{% if loop.length > 1 %}（{{ 节 }}）{% endif %}{{ 条文 }}")
    )
    body = (
        rc.text("{{ 开头段 }}")
        + rc.when("是约谈", when_where)
        + rc.when("问题事实", facts)
        + rc.heading1("有关要求")
        + rc.each("条文", "要求", rc.text("{% if loop.length > 1 %}（{{ 节 }}）{% endif %}{{ 条文 }}"))
        + rc.when("报告时限", rc.text("请于{{ 报告时限 }}前书面报告整改情况。"))
        + rc.each("项", "联系人", rc.text("联系人：{{ 项.姓名 }}，电话：{{ 项.电话 }}。"))
    )
    return rc.official(s, "约谈通知", body)


def prepare(document: TalkNotice, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the opening, names with posts, and each passage with its full stop."""
    units = "、".join(map(str, values["主送机关"]))
    reason = str(values["事由"]).rstrip("。")
    talk = document.kind == "约谈通知"
    opening = (
        f"因{reason}，决定对{units}进行约谈。现将有关事项通知如下："
        if talk
        else f"鉴于{reason}，现对{units}予以警示。"
    )
    return {
        "标题分行": title_lines(document.heading, s),
        "是约谈": talk,
        "开头段": opening,
        "约谈人名单": "、".join(f"{row['单位']}{row['职务']}{row['姓名']}" for row in values["约谈人"]),
        "被约谈人名单": "、".join(map(str, values["被约谈人"])),
        "参加名单": "、".join(map(str, values["参加人员"])),
        **{name: [f"{str(text).rstrip('。')}。" for text in values[name]] for name in ("问题事实", "要求")},
    }
