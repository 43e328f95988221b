"""值班安排表: a list across, one row a day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.duty_roster import DutyRoster


_DAYS = (
    sh.Column("日期", 6, "{{ 日.日期 }}{% if 日.时段 %}\n{{ 日.时段 }}{% endif %}"),
    sh.Column("星期", 4, "{{ 日.星期 }}"),
    sh.Column("带班领导", 8, "{{ 日.带班 }}"),
    sh.Column("带班领导电话", 8, "{{ 日.带班电话 }}"),
    sh.Column("值班人员", 9, "{{ 日.值班 }}"),
    sh.Column("值班人员电话", 8, "{{ 日.值班电话 }}"),
    sh.Column("备班", 5, "{{ 日.备班 }}"),
)


def make(s: Standard) -> rc.Draft:
    """Lay out the roster."""
    body = (
        sh.heading()
        + sh.ends("填报单位：{{ 单位 }}\t报送时限：{{ 报送时限 }}")
        + sh.note(
            "值班地点：{{ 值班地点 }}　固定电话：{{ 固定电话 }}　传真：{{ 传真 }}{% if 总带班领导 %}　总带班领导：{{ 总带班领导 }}{% endif %}"
        )
        + sh.entries(s, "日", "值班安排", _DAYS, turned=True)
        + rc.each("队", "应急队伍待命", sh.note("应急队伍待命：{{ 队 }}"))
        + rc.each("车", "驾驶员车辆", sh.note("驾驶员、车辆：{{ 车 }}"))
        + rc.each(
            "假",
            "请假备案",
            sh.note(
                "请假备案：{{ 假.姓名 }}，{{ 假.起 }}至{{ 假.止 }}{% if 假.去向 %}，{{ 假.去向 }}{% endif %}{% if 假.电话 %}，电话{{ 假.电话 }}{% endif %}{% if 假.返岗所需时间 %}，返岗需{{ 假.返岗所需时间 }}{% endif %}"
            ),
        )
        + sh.ends("填报人：{{ 填报人 }}\t审核人：{{ 审核人 }}")
    )
    return rc.Draft("值班安排表", body, turned=True)


def prepare(document: DutyRoster, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the days with weekday, names and numbers."""
    rows = [_day(day.weekday, row) for day, row in zip(document.days, values["值班安排"], strict=True)]
    return {"标题分行": title_lines(document.heading, s), "值班安排": rows}


def _day(weekday: str, row: Mapping[str, Any]) -> dict[str, Any]:
    leader, staff = row["带班领导"], row["值班人员"]
    return {
        **row,
        "星期": weekday,
        "带班": f"{leader['姓名']}\n{leader['职务']}" if leader["职务"] else leader["姓名"],
        "带班电话": _phones(leader),
        "值班": "\n".join(f"{person['姓名']}{person['职务']}" for person in staff),
        "值班电话": "\n".join(_phones(person).replace("\n", "、") for person in staff),
    }


def _phones(person: Mapping[str, Any]) -> str:
    return "\n".join(str(person[name]) for name in ("办公电话", "手机") if person[name])
