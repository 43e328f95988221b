"""Values of the rectification list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tongzhi.draft.counts import bare_fields, populations
from tongzhi.draft.material import (
    OPEN,
    Material,
    core_of,
    derived,
    due_note,
    listed_words,
    owner_value,
    said,
    sources,
)
from tongzhi.model.task import Task

if TYPE_CHECKING:
    from tongzhi.papers.meeting import Meeting


def rectification_values(material: Material, meeting: Meeting, tasks: list[Task]) -> dict[str, Any]:
    """Give the values of the rectification list: the tasks that mend something; none when there is none."""
    chosen = [task for task in tasks if any(word in task.text for word in listed_words("rectify-words.txt"))]
    if not chosen:
        return {}
    data: dict[str, Any] = {
        "标题": derived(f"{core_of(meeting.meeting_name)}问题隐患整改清单", "由会议名称得出"),
        "发文机关": meeting.issuer,
        "排查底数": populations([*chosen, *bare_fields(material.tasks)]),
        "隐患": [_hazard(task, number, material.file) for number, task in enumerate(chosen, start=1)],
    }
    return {label: value for label, value in data.items() if value}


def _hazard(task: Task, number: int, file: str) -> dict[str, Any]:
    deadline = task.due
    row = {
        "序号": number,
        "任务编号": task.id,
        "来源": sources(task, file),
        "隐患编号": OPEN,
        "所属地区": OPEN,
        "行业领域": task.field or OPEN,
        "单位名称": "、".join(quantity.text for quantity in task.quantities) or OPEN,
        "隐患部位": OPEN,
        "隐患描述": OPEN,
        "隐患等级": OPEN,
        "发现日期": OPEN,
        "发现方式": OPEN,
        "检查单位": OPEN,
        "是否立即整改": "是" if deadline and deadline.text in ("立即", "立刻", "马上") else OPEN,
        "整改措施": said(task),
        "整改责任单位": owner_value(task.owners[0] if task.owners else None),
        "整改责任人": {"姓名": OPEN},
        "监管责任单位": OPEN,
        "监管责任人": OPEN,
        "整改资金": OPEN,
        "整改时限": derived(deadline.date.isoformat(), f"原文“{deadline.text}”按会议日期推算")
        if deadline and deadline.date
        else OPEN,
        "临时管控措施": OPEN,
        "应急预案": OPEN,
        "整改进展": "未启动",
        "备注": due_note(task),
    }
    return {label: value for label, value in row.items() if value != ""}
