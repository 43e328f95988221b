"""Values of the circular that hands a county its tasks, and which tasks go to a county."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.draft.material import (
    Material,
    due_note,
    due_value,
    listed_words,
    owner_value,
    said,
    sources,
    speaker_of,
)
from tongzhi.model.base import field_names
from tongzhi.model.task import Task

if TYPE_CHECKING:
    from tongzhi.papers.meeting import Meeting


def concerns(task: Task, county: str, counties: list[str]) -> bool:
    """Tell whether a task goes to a county: it names the county or no one, or is meant for all."""
    said = "".join(
        f"{owner.text}{''.join(owner.names)}"
        for owner in task.owners
        if owner.origin in ("stated", "context")
    )
    if not said:
        return not _names_other(task.text, county, counties)
    if _short(county) in said:
        return True
    if _names_other(said, county, counties):
        return False
    return any(word in said for word in listed_words("general-owners.txt"))


def _names_other(text: str, county: str, counties: list[str]) -> bool:
    others = [_short(other) for other in counties if other != county]
    return any(other in text for other in others) and _short(county) not in text


def _short(county: str) -> str:
    """Give the name of a county without 县/区/市 when two characters or more are left."""
    bare = re.sub(r"(?:自治县|县|区|市|旗)$", "", county)
    return bare if len(bare) > 1 else county


def circular_values(
    material: Material, meeting: Meeting, row: Mapping[str, Any], tasks: list[Task]
) -> dict[str, Any]:
    """Give the values of a county's circular: its row of the roster and the tasks that go to it."""
    from tongzhi.papers.circular import Circular

    county = str(row["县区"])
    data: dict[str, Any] = {
        "种类": "交办",
        "发文机关": meeting.issuer,
        "县区": county,
        "会议名称": meeting.meeting_name,
        "交办来源": f"{speaker_of(meeting)}在{meeting.meeting_name}上的讲话",
        "联系人": [contact.to_data() for contact in meeting.contact],
        "交办事项": [_assigned(task, number, material.file) for number, task in enumerate(tasks, start=1)],
    }
    names = field_names(Circular)
    taken = {names.get(label) for label in data}
    known = {label: value for label, value in row.items() if label in names and names.get(label) not in taken}
    return {**known, **data}


def _assigned(task: Task, number: int, file: str) -> dict[str, Any]:
    row = {
        "序号": number,
        "任务编号": task.id,
        "来源": sources(task, file),
        "事项": said(task),
        "重点领域": task.field or "",
        "具体要求": due_note(task),
        "责任单位": owner_value(task.owners[0] if task.owners else None),
        "办理时限": due_value(task),
    }
    return {label: value for label, value in row.items() if value != ""}
