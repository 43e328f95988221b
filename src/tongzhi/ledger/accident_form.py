"""The report form of an accident (documents §9) and the rules for its wording."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tongzhi.errors import Place, Problem
from tongzhi.ledger.accident import CODE, Harm
from tongzhi.model.item_cells import is_blank

CONTENT = (
    ("事发单位概况", "第十二条第一项"),
    ("事发时间", "第十二条第二项"),
    ("事发地点", "第十二条第二项"),
    ("现场情况", "第十二条第二项"),
    ("简要经过", "第十二条第三项"),
    ("已采取措施", "第十二条第五项"),
)
"""What a report must contain (第十二条); figures are always there, 0 written."""

_CAUSE = re.compile(r"(?:由于|因为|系因|原因(?:是|为|系))")
_SETTLED = re.compile(
    r"(?:责任在|负(?:有)?(?:主要|全部|直接)?责任|应(?:当)?负|违规(?:操作|作业)(?:导致|造成|引发)|认定为)"
)
_SOFT = re.compile(r"初步|疑似|待调查|正在调查|尚未查明|原因不明")
_VAGUE = re.compile(r"(?:若干|多|数|几)(?:人|名)|(?:左右|大概|大约)")


def make_form(
    harm: Harm,
    occurred: datetime,
    *,
    told: datetime | None = None,
    now: datetime,
    number: int,
    before: Harm | None = None,
    reason: str = "",
    kind: str = "",
) -> dict[str, Any]:
    """Give what is known for an 事故信息报送单 under its labels; figures of nobody are written 0.

    Args:
        harm: the figures.
        occurred: when it happened.
        told: when the unit's head was told.
        now: when it is reported.
        number: 0 for 初报, n for 续报n.
        before: the figures of the report before.
        reason: why a figure became lower than in the report before.
        kind: category of the event.
    """
    form: dict[str, Any] = {
        "类型": "初报" if number == 0 else "续报",
        "续报次数": number or None,
        "报送时间": now.isoformat(" ", "minutes"),
        "接报时间": (told or occurred).isoformat(" ", "minutes"),
        "事发时间": occurred.isoformat(" ", "minutes"),
        "事件类别": kind,
        "死亡": harm.deaths,
        "失联": harm.missing,
        "重伤": harm.injuries,
        "轻伤": 0,
        "被困": 0,
        "直接经济损失": str(harm.loss),
        "上次报告伤亡": f"{before.deaths}/{before.missing}/{before.injuries}" if before else "",
        "数字变动原因": reason,
    }
    return {label: value for label, value in form.items() if value not in (None, "")}


def check_form(form: Mapping[str, Any]) -> list[Problem]:
    """Give what a report lacks (第十二条) and wording that runs ahead of the investigation."""
    problems = [
        Problem(Place(field=label), "没有填", "报告应当包括这一项", f"{CODE}{clause}")
        for label, clause in CONTENT
        if is_blank(form.get(label))
    ]
    for label in ("简要经过", "现场情况", "初步原因"):
        text = "" if is_blank(form.get(label)) else str(form[label])
        if _SETTLED.search(text):
            problems.append(
                Problem(
                    Place(field=label),
                    "调查结论前写了责任或定性",
                    "只写事实；责任和性质由事故调查组认定",
                    f"{CODE}第二十五条",
                )
            )
        elif (_CAUSE.search(text) or (label == "初步原因" and text)) and not _SOFT.search(text):
            problems.append(
                Problem(Place(field=label), "写了原因，没有写“初步”", "写“初步分析……”或“原因正在调查”")
            )
        found = _VAGUE.search(text)
        if found:
            problems.append(
                Problem(
                    Place(field=label),
                    f"“{found.group()}”不准确",
                    "写数字，没有的写 0",
                    f"{CODE}第四条第一款",
                )
            )
    return problems


def check_change(before: Harm, now: Harm, reason: str) -> list[Problem]:
    """Give the figures that became lower without a reason; a casualty figure is never lowered silently."""
    if reason.strip():
        return []
    labels = (("死亡", "deaths"), ("重伤", "injuries"), ("直接经济损失", "loss"))
    lower = [
        Problem(
            Place(field=label),
            f"由 {getattr(before, key)} 减为 {getattr(now, key)}，没有写原因",
            "--reason 数字变动的原因",
            f"{CODE}第四条第一款",
        )
        for label, key in labels
        if getattr(now, key) < getattr(before, key)
    ]
    fewer = before.deaths + before.missing - now.deaths - now.missing
    if fewer > 0 and not lower:
        lower.append(
            Problem(
                Place(field="失联"),
                f"死亡与失联合计减少 {fewer} 人，没有写原因",
                "--reason 写明，如“已找到，均生还”",
            )
        )
    return lower
