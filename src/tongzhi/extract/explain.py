"""For --explain: how each slot of a task was found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongzhi.extract.fields import trigger_words
from tongzhi.extract.inherit import Inherited
from tongzhi.model.speech_notes import Found
from tongzhi.model.task import Task
from tongzhi.model.task_slots import Deadline, Owner

_HANDED = re.compile(r"(由|归|请|责成|责令|会同|联合|@|＠|[^\W\x00-\xff]{2,6}[：:])\s*$")
_KINDS = {
    "date": "日期",
    "duration": "期限",
    "recurring": "周期",
    "event": "以事情为准",
    "vague": "只说快慢，没有日子",
}
_SHORT = 20


def say_slots(
    task: Task, shadow: str, headings: Sequence[str], inherited: Inherited | None, above: str
) -> tuple[Found, ...]:
    """Give how each owner, deadline, quantity and the field of a task was found.

    Args:
        task: with its slots.
        shadow: its sentence in Simplified script.
        headings: above it.
        inherited: how another unit governs it, if one does.
        above: the words of that unit.
    """
    found = [
        Found("责任单位", one.text or one.label, _owner(one, task, inherited, above)) for one in task.owners
    ]
    found += [Found("时限", one.text, _deadline(one, task)) for one in task.deadlines]
    found += [Found("数量", one.text, f"数 {one.number}，量词“{one.unit}”") for one in task.quantities]
    if task.field:
        found.append(Found("领域", task.field, _field(shadow, headings)))
    return tuple(found)


def _owner(owner: Owner, task: Task, inherited: Inherited | None, above: str) -> str:
    if owner.origin == "context":
        return f"承接{inherited.how if inherited else '上文'}“{above.strip()[:_SHORT]}”"
    if owner.origin == "owners-file":
        return f"责任单位对照里“{task.field or '名称'}”一项"
    if owner.origin == "suggested":
        return f"按领域“{task.field}”的部门对照表建议，须确认"
    role = f"，原文说“{owner.role}”" if owner.role else ""
    start = owner.source.start - task.source.start if owner.source else 0
    before = _HANDED.search(task.text[:start])
    if before:
        return f"原文“{before.group().strip()}”之后{role}"
    if owner.text in ("我", "我们", "你", "你们", "您", "大家", "各位", "咱们", "我本人"):
        return f"代词{f'，说话的是{owner.names[0]}' if owner.names else ''}"
    return f"原文里动作的主体{role}"


def _deadline(deadline: Deadline, task: Task) -> str:
    how = _KINDS[deadline.kind]
    if deadline.date:
        how += f"，推算为{deadline.date.isoformat()}"
    if task.replaces and task.deadlines and deadline == task.deadlines[0]:
        how += f"，更正了“{task.replaces.text.strip()[:_SHORT]}”"
    return how


def _field(shadow: str, headings: Sequence[str]) -> str:
    words = list(dict.fromkeys(word for _, word in trigger_words(shadow)))[:3]
    if words:
        return f"句中“{'、'.join(words)}”"
    title = next((one for one in reversed(headings) if trigger_words(one)), "")
    return f"标题“{title.strip()[:_SHORT]}”" if title else "全篇的主题"
