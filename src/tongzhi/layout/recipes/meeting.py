"""会议信息: one sheet that sums a meeting up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.addressees import join_units
from tongzhi.layout.official import remark, title_lines
from tongzhi.layout.printing import print_span
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.meeting import Meeting


def make(s: Standard) -> rc.Draft:
    """Lay out the sheet: a title and a form."""
    widths = rc.fit((5, 23), s.page.area_width)

    def field(label: str, words: str, test: str = "") -> str:
        row = rc.fixed_row([rc.cell(label, st.CELL_LABEL), rc.cell(words, st.CELL_LEFT)], widths, 620)
        return rc.when_row(test, row, widths) if test else row

    people = "{% for 人 in LIST %}{{ 人 }}{% if not loop.last %}；{% endif %}{% endfor %}"
    rows = (
        field("会议名称", "{{ 会议名称 }}")
        + field("会议时间", "{{ 会议时段 }}")
        + field("地点", "{{ 地点 }}")
        + field("会议形式", "{{ 会议形式 }}")
        + field("主持人", "{{ 主持人.单位 }}{{ 主持人.职务 }}{{ 主持人.姓名 }}")
        + field("讲话人", "{{ 讲话人.单位 }}{{ 讲话人.职务 }}{{ 讲话人.姓名 }}")
        + field("出席", people.replace("LIST", "出席"), "出席")
        + field("列席", people.replace("LIST", "列席"), "列席")
        + field("请假", people.replace("LIST", "请假"), "请假")
        + field("发文机关", "{{ 发文机关 }}")
        + field("单位视角", "{{ 单位视角 }}", "单位视角")
        + field("主送机关", "{{ 主送 }}", "主送")
        + field("发文字号", "{{ 发文字号 }}", "发文字号")
        + field("成文日期", "{{ 成文日期 }}", "成文日期")
        + field("目标", "{{ 目标句 }}", "目标")
        + field("组织领导", "{{ 组织领导句 }}", "组织领导")
        + field("时间步骤", "{{ 时间步骤句 }}", "时间步骤")
        + field(
            "联系人",
            "{% for 人 in 联系人 %}{{ 人.职务 }}{{ 人.姓名 }}　{{ 人.电话 }}{% if not loop.last %}；{% endif %}{% endfor %}",
        )
        + field("县区名册", "{{ 县区句 }}", "县区名册")
        + field("附件", "{{ 附件句 }}", "附件")
    )
    return rc.Draft(
        "会议信息", rc.plain("{{ 标题分行 }}", st.ANNEX_TITLE) + rc.blank() + rc.grid(s, widths, rows)
    )


def prepare(document: Meeting, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the lists of the form as text."""
    group = values["组织领导"] or {"组长": [], "副组长": [], "成员": [], "办公室设在": ""}
    leaders = [
        f"{label}："
        + "、".join(f"{person['单位']}{person['职务']}{person['姓名']}" for person in group[label])
        for label in ("组长", "副组长", "成员")
        if group[label]
    ]
    leaders += [f"办公室设在{group['办公室设在']}"] if group["办公室设在"] else []
    return {
        "标题分行": title_lines(remark(f"{values['会议名称']}会议信息", [values["会议名称"]]), s),
        "会议时段": _when(document, values),
        "主送": remark(join_units(map(str, values["主送机关"])), values["主送机关"]),
        "目标句": _listed(values["目标"], ("指标", "目标", "完成时限")),
        "组织领导句": "\n".join(leaders),
        "时间步骤句": "\n".join(
            remark(f"{phase['阶段']}（{phase['开始']}—{phase['结束']}）{phase['工作内容']}", phase.values())
            for phase in values["时间步骤"]
        ),
        "县区句": remark("、".join(map(str, values["县区名册"])), values["县区名册"]),
        "附件句": "；".join(str(entry["名称"]) for entry in values["附件"]),
    }


def _when(document: Meeting, values: Mapping[str, Any]) -> str:
    if isinstance(document.start, datetime) and isinstance(document.end, datetime):
        return print_span(document.start, document.end)
    return "—".join(str(part) for part in (values["会议时间"], values["结束时间"]) if part)


def _listed(entries: list[dict[str, Any]], names: tuple[str, ...]) -> str:
    flat = [value for entry in entries for value in entry.values()]
    return remark("；".join("".join(str(entry[name]) for name in names) for entry in entries), flat)
