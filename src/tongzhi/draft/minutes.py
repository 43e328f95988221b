"""Values of the minutes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tongzhi.draft.material import (
    OPEN,
    Material,
    derived,
    due_value,
    one_passage,
    owner_value,
    said,
    sources,
    speaker_of,
)
from tongzhi.model.task import Task

if TYPE_CHECKING:
    from tongzhi.papers.meeting import Meeting


def minutes_values(material: Material, meeting: Meeting, tasks: list[Task]) -> dict[str, Any]:
    """Give the values of the minutes."""
    data: dict[str, Any] = {
        "纪要名称": derived(f"{meeting.meeting_name}纪要", "由会议名称得出"),
        "期号": OPEN,
        "制发机关": meeting.issuer,
        "会议名称": meeting.meeting_name,
        "时间": _moment(meeting.start),
        "结束时间": _moment(meeting.end) if meeting.end else None,
        "地点": meeting.main_venue,
        "主持人": meeting.chair.to_data(),
        "出席": list(meeting.attendees) or [OPEN],
        "列席": list(meeting.observers),
        "请假": [{"姓名": name} for name in meeting.absent],
        "议题": [meeting.meeting_name],
        "概述": [f"{speaker_of(meeting)}出席会议并讲话。"] if meeting.speaker.name else [],
        "会议要点": [_point(block, material.file) for block in _passages(material.tasks.requirements)],
        "议定事项": [_decision(task, number, material.file) for number, task in enumerate(tasks, start=1)],
        "分送": list(meeting.recipients) or [OPEN],
        "核稿": OPEN,
        "签发": OPEN,
    }
    return {label: value for label, value in data.items() if value not in (None, [])}


_PASSAGE = 160
"""Characters of a passage of the minutes from which the next sentence begins a new one."""


def _passages(requirements: Iterable[Task]) -> list[list[Task]]:
    """Part the requirements into passages: what stands under one heading of the speech, in paragraphs of some length."""
    found: list[list[Task]] = []
    for task in requirements:
        block = found[-1] if found else None
        if (
            block is None
            or block[-1].section[:1] != task.section[:1]
            or sum(len(one.text) for one in block) >= _PASSAGE
        ):
            found.append([task])
        else:
            block.append(task)
    return found


def _point(block: list[Task], file: str) -> dict[str, Any]:
    """Give a passage of the minutes: the sentences as they were said, one after the other."""
    text = said(block[0]) if len(block) == 1 else derived(one_passage(block), "讲话原句依次连排")
    return {
        "提法": "会议强调",
        "内容": text,
        "任务编号": block[0].id if len(block) == 1 else "",
        "来源": [source for task in block for source in sources(task, file)],
    }


def _moment(value: datetime | str) -> str:
    return value if isinstance(value, str) else value.strftime("%Y-%m-%d %H:%M")


def _decision(task: Task, number: int, file: str) -> dict[str, Any]:
    return {
        "序号": number,
        "任务编号": task.id,
        "来源": sources(task, file),
        "事项": said(task),
        "责任单位": owner_value(task.owners[0] if task.owners else None),
        "时限": due_value(task),
    }
