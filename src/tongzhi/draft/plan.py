"""Values of the deployment plan with its task table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tongzhi.draft.counts import bare_fields, scope
from tongzhi.draft.goals import find_goals
from tongzhi.draft.material import (
    OPEN,
    Material,
    common_values,
    core_of,
    derived,
    due_note,
    due_value,
    is_pronoun,
    one_passage,
    owner_value,
    said,
    sources,
    speaker_of,
    words_of,
)
from tongzhi.model.origins import Origin
from tongzhi.model.task import Task

if TYPE_CHECKING:
    from tongzhi.papers.meeting import Meeting

BARE = "讲话为原则要求，措施待细化"


FYI = "仅供了解"


def plan_values(material: Material, meeting: Meeting, own: list[Task], others: list[Task]) -> dict[str, Any]:
    """Give the values of the plan; the tasks of `others` are for information only."""
    bare = bare_fields(material.tasks)
    requirements = [task for task in material.tasks.requirements if task not in bare]
    general, rest = _general(requirements)
    data = {
        **common_values(meeting),
        "方案名称": derived(f"{core_of(meeting.meeting_name)}重点任务工作方案", "由会议名称得出"),
        "起草依据": [{"文件名称": f"{speaker_of(meeting)}在{meeting.meeting_name}上的讲话"}],
        "总体要求": one_passage(general) or OPEN,
        "工作目标": [goal.to_data() for goal in meeting.goals] or find_goals(material) or [{"指标": OPEN}],
        "整治范围": scope([*own, *others, *bare]) or [{"对象": OPEN}],
        "组织领导": meeting.leadership.to_data()
        if meeting.leadership
        else {"组长": [{"姓名": OPEN}], "办公室设在": OPEN},
        "重点任务": [_plan_task(task, material.file) for task in own]
        + [_plan_task(task, material.file, note=FYI) for task in others]
        + [_plan_task(task, material.file, note=BARE) for task in bare],
        "时间步骤": [phase.to_data() for phase in meeting.phases]
        or [{"阶段": OPEN, "开始": OPEN, "结束": OPEN}],
        "工作要求": [words_of(task) for task in rest] or [OPEN],
    }
    for number, task in enumerate(data["重点任务"], start=1):
        task["序号"] = number
    return data


def _general(requirements: list[Task]) -> tuple[list[Task], list[Task]]:
    """Part the requirements: the first three under a heading and without redactions are the 总体要求."""
    fit = [task for task in requirements if task.section and not re.search(r"[*＊×]", task.text)]
    head = fit[:3] or requirements[:1]
    return head, [task for task in requirements if task not in head]


def _plan_task(task: Task, file: str, note: str = "") -> dict[str, Any]:
    owners = list(task.owners)
    row: dict[str, Any] = {
        "任务编号": task.id,
        "来源": sources(task, file),
        "重点领域": task.field or "",
        "重点任务": said(task),
        "牵头单位": owner_value(owners[0] if owners else None),
        "完成时限": due_value(task),
    }
    helpers = [owner for owner in owners[1:] if not is_pronoun(owner)]
    supporters = [word for owner in helpers for word in (owner.names or (owner.text,)) if word]
    if supporters and all(owner.origin in ("suggested", "context") for owner in helpers):
        basis = "责任部门对照表" if helpers[0].origin == "suggested" else "上文主语"
        row["责任单位"] = Origin("suggested", basis).as_data(supporters)
    elif supporters:
        row["责任单位"] = supporters
    remark = "；".join(part for part in (note, due_note(task)) if part)
    if remark:
        row["备注"] = remark
    return {label: value for label, value in row.items() if value != ""}
