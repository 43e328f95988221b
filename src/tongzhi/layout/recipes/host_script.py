"""会议主持词: what the chair says, in the order of the agenda."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard
from tongzhi.zh.numbers import to_chinese

if TYPE_CHECKING:
    from tongzhi.papers.host_script import HostScript


def make(_s: Standard) -> rc.Draft:
    """Lay out the script."""
    step = rc.text(
        "{{ 项.序 }}，{% if 项.发言人 %}请{{ 项.发言人 }}{{ 项.谓 }}{% else %}{{ 项.事项 }}{% endif %}。"
    ) + rc.when("项.串词", rc.text("{{ 项.串词 }}"))
    body = (
        rc.title()
        + sh.note("时间：{{ 会议时间 }}　主持人：{{ 主持 }}")
        + rc.plain("{{ 称呼 }}", "主送机关")
        + rc.text("{{ 开场白 }}")
        + rc.when("出席", rc.text("出席今天会议的有：{{ 出席 }}。"))
        + rc.when("会场纪律", rc.text("{{ 会场纪律 }}"))
        + rc.text("今天的会议共有{{ 项数 }}项议程。")
        + rc.each("项", "议程", step)
        + rc.each("条文", "总结要求", rc.text("{{ 条文 }}"))
        + rc.text("{{ 结束语 }}")
    )
    return rc.Draft("会议主持词", body)


def prepare(document: HostScript, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the items with their ordinals and the verb that follows the speaker."""
    count = len(document.steps)
    chair = values["主持人"]
    return {
        "标题分行": title_lines(f"{values['会议名称']}主持词", s),
        "主持": f"{chair['单位']}{chair['职务']}{chair['姓名']}",
        "出席": "、".join(map(str, values["出席人员"])),
        "项数": to_chinese(count),
        "议程": [
            {**row, "序": _ordinal(number, count), "谓": _verb(str(row["事项"]))}
            for number, row in enumerate(values["议程"], 1)
        ],
    }


def _ordinal(number: int, count: int) -> str:
    if number == 1:
        return "首先"
    return "最后" if number == count else f"第{to_chinese(number)}项"


def _verb(matter: str) -> str:
    """Give 讲话 for 市政府领导讲话, else the matter itself."""
    return "讲话" if matter.endswith("讲话") else matter
