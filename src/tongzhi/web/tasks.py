"""A speech on the page: its text in stretches, its tasks, and what a person changes in them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from tongzhi.errors import InputError
from tongzhi.model.task import Task, TaskList
from tongzhi.model.task_cells import FIELDS, OPEN, ORIGINS, put_rows, read_task, show_sentence, show_task
from tongzhi.web.posted import read_day

REASONS = {
    "force": "要求用语", "act": "动作", "object": "对象", "actor": "责任主体", "deadline": "时限", "general": "一般提法", "heading": "标题",
    "past": "说的是已做的事", "told": "转述", "fact": "陈述情况", "no-demand": "", "bare": "", "praise": "肯定成绩", "hope": "希望",
    "state": "陈述情况", "reason": "说明原因", "greeting": "礼节用语",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the speech: a sentence with its number and what became of it, or what stands between."""

    text: str
    number: int | None = None
    kind: str = "none"
    task: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A task as the list shows it."""

    id: str
    number: int
    title: str
    text: str
    kind: str
    owner: str
    owner_from: str
    due: str
    day: str
    field: str
    suggested: bool
    changed: bool


def stretches(text: str, tasks: TaskList) -> list[Stretch]:
    """Give the whole text in pieces, sentences with the task that was made of each."""
    pieces: list[Stretch] = []
    at = 0
    for number, sentence in enumerate(tasks.sentences):
        start, end = sentence.source.start, sentence.source.end
        if start < at:
            continue
        if start > at:
            pieces.append(Stretch(text[at:start]))
        task = _task_at(tasks, number)
        pieces.append(
            Stretch(text[start:end], number, task.kind if task else "none", task.rows()[0].id if task else "")
        )
        at = end
    if at < len(text):
        pieces.append(Stretch(text[at:]))
    return pieces


def task_rows(tasks: TaskList) -> list[Row]:
    """Give the tasks in the order of the speech, a row a part."""
    ordered = sorted(tasks.tasks, key=lambda task: task.source.start)
    return [_row(row, tasks) for task in ordered for row in task.rows()]


def _row(task: Task, tasks: TaskList) -> Row:
    cells = show_task(task)
    number = next(
        (
            n
            for n, one in enumerate(tasks.sentences)
            if one.source.start <= task.source.start < one.source.end
        ),
        -1,
    )
    return Row(
        task.id,
        number,
        task.title,
        task.text,
        task.kind,
        "" if cells["责任单位"] == OPEN else cells["责任单位"],
        cells["责任来源"],
        "" if cells["时限"] == OPEN else cells["时限"],
        cells["到期日"],
        task.field or "",
        is_suggested(task),
        bool(task.typed),
    )


def rejected_rows(tasks: TaskList) -> list[tuple[int, str, str]]:
    """Give the sentences that became no task: number, words, reason."""
    return [
        (number, sentence.text, say_reasons(sentence.why))
        for number, sentence in enumerate(tasks.sentences)
        if _task_at(tasks, number) is None
    ]


def say_reasons(why: tuple[str, ...]) -> str:
    """Give reason codes as words: 陈述情况（已经）."""
    said = []
    for code in why:
        name, _, word = code.partition(":")
        label = REASONS.get(name, "")
        said.append(f"{label}“{word}”" if label and word else word or label)
    return "、".join(dict.fromkeys(part for part in said if part)) or "没有要求做什么"


def is_suggested(task: Task) -> bool:
    """Tell whether a person must still confirm who is responsible."""
    return any(owner.origin == "suggested" for owner in task.owners)


def count_suggested(tasks: TaskList) -> int:
    """Give how many actions wait to be confirmed."""
    return sum(is_suggested(task) for task in tasks.actions)


def _task_at(tasks: TaskList, number: int) -> Task | None:
    span = tasks.sentences[number].source
    return next((task for task in tasks.tasks if span.start <= task.source.start < span.end), None)


def turn(tasks: TaskList, original: TaskList, number: int) -> TaskList:
    """Turn a sentence into a task, or the tasks of a sentence out of the list; what was found in it comes back with it.

    Raises:
        InputError: there is no such sentence.
    """
    if not 0 <= number < len(tasks.sentences):
        raise InputError.one("没有这一句", "刷新页面再试")
    sentence = tasks.sentences[number]
    inside = [
        task for task in tasks.tasks if sentence.source.start <= task.source.start < sentence.source.end
    ]
    if any(task.is_action for task in inside):
        return replace(tasks, tasks=tuple(task for task in tasks.tasks if task not in inside))
    known = [
        task for task in original.tasks if sentence.source.start <= task.source.start < sentence.source.end
    ]
    if known:
        back = [
            task
            if task.is_action
            else replace(task, kind="action", typed=tuple(dict.fromkeys((*task.typed, "kind"))))
            for task in known
        ]
    else:
        cells = show_sentence(sentence, number) | {"采用": "是"}
        back = [
            replace(
                read_task(cells, tasks.meeting_date, fresh=_fresh(tasks)),
                kind="action",
                source=sentence.source,
            )
        ]
    kept = [task for task in tasks.tasks if task not in inside]
    return replace(tasks, tasks=tuple(sorted((*kept, *back), key=lambda task: task.source.start)))


def _fresh(tasks: TaskList) -> str:
    taken = {task.id for task in tasks.tasks}
    return next(f"补{number}" for number in range(1, len(taken) + 2) if f"补{number}" not in taken)


COLUMNS = {"owner": "责任单位", "due": "时限", "day": "到期日", "field": "领域", "title": "任务"}


def edit(tasks: TaskList, task_id: str, changes: dict[str, str], *, confirm: bool = False) -> TaskList:
    """Give the list with one task changed; `confirm` settles its suggestions.

    Raises:
        InputError: there is no such task, or a value cannot be used.
    """
    place = next(
        ((one, at) for one in tasks.tasks for at, row in enumerate(one.rows()) if row.id == task_id), None
    )
    if place is None:
        raise InputError.one("清单里没有这一项", "刷新页面再试")
    if changes.get("field", "") not in ("", *FIELDS):
        raise InputError.one(f"没有领域“{changes['field']}”", "从列出的领域里选")
    read_day(changes.get("day", ""))
    whole, at = place
    rows = list(whole.rows())
    task = rows[at]
    cells = show_task(task) | {COLUMNS[name]: value for name, value in changes.items() if name in COLUMNS}
    made = replace(read_task(cells, tasks.meeting_date), source=task.source)
    if confirm:
        owners = tuple(
            replace(owner, origin="typed", text=owner.text or owner.label)
            if owner.origin == "suggested"
            else owner
            for owner in made.owners
        )
        made = replace(made, owners=owners)
    rows[at] = made
    changed = put_rows(whole, rows) if whole.split else rows
    return replace(
        tasks, tasks=tuple(row for one in tasks.tasks for row in (changed if one is whole else [one]))
    )


def confirm_all(tasks: TaskList) -> TaskList:
    """Settle every suggestion."""
    for task in tasks.lines(requirements=True):
        if is_suggested(task):
            tasks = edit(tasks, task.id, {}, confirm=True)
    return tasks


def pack(tasks: TaskList) -> str:
    """Give a list as text that is kept in a job."""
    return json.dumps(tasks.to_json(explain=True), ensure_ascii=False)


def unpack(packed: Any) -> TaskList:
    """Read what `pack` gave."""
    return TaskList.from_json(json.loads(packed))


def owner_origins() -> dict[str, str]:
    """Give the words for where an owner comes from."""
    return dict(ORIGINS)
