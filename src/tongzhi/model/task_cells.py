"""A task as the cells of a table that people edit, and edited cells as a task again.

Every row carries its task as JSON in the last column, so that a row may be moved, sorted or removed, and a cell
that was not touched keeps its provenance. A touched cell becomes `typed`. A task of several parts has a row for
each; its rows become one task again while all are there and only who, when and how many was changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from tongzhi.model.speech_notes import OpenItem, Sentence
from tongzhi.model.task import Kind, Task, TaskPart
from tongzhi.model.task_slots import Deadline, Owner, Quantity, Role, Span
from tongzhi.zh.dates import find_phrases
from tongzhi.zh.numbers import NUMBER, parse_number
from tongzhi.zh.units import in_one_line

COLUMNS = (
    "采用", "编号", "类别", "任务", "内容", "责任单位", "时限", "到期日", "数量", "领域", "备注", "章节", "出处", "责任来源",
    "判定依据", "原始数据",
)  # fmt: skip
"""Headers in order; from 章节 on they tell where a row comes from and are not to be edited."""

PROVENANCE = COLUMNS[COLUMNS.index("章节") :]
KINDS: dict[str, str] = {"action": "任务", "requirement": "要求", "none": "其他"}
FIELDS = (
    "危险化学品", "旅游", "道路交通", "消防", "森林防火", "矿山", "建筑施工", "食品安全", "疫情防控", "燃气", "特种设备", "校园", "水上交通",
    "农业机械", "电力", "工贸", "防汛抗旱", "自然灾害", "大型活动", "城市运行", "铁路民航", "药品", "其他",
)  # fmt: skip
OPEN = "待定"
ORIGINS = {
    "stated": "原文", "context": "上下文", "owners-file": "责任单位对照", "suggested": "建议", "typed": "填写",
}  # fmt: skip

_OPEN_WORDS = {
    "unexpanded": "讲话未展开，需补原文",
    "withdrawn": "讲话已收回，未列入",
    "check": "并列的领域里没有可勾选的任务，请核对",
}
_SHOWN_ROLES: tuple[Role, ...] = ("牵头", "配合", "督办")
"""负责 is what the column says of everybody in it."""
_ROLE = re.compile(rf"[（(]({'|'.join(_SHOWN_ROLES)})[）)]$")
_LOOSE = frozenset(("owners", "deadlines", "quantities"))
"""What may be changed in the row of a part without making it a task of its own."""

_YES = ("是", "√", "✓", "✔", "x", "X", "1", "y", "Y", "采用", "TRUE", "True", "true")
_JOINTS = re.compile(r"[；;\n]+")
_UNITS = re.compile(r"[、，,；;\n]+")
_COUNTED = re.compile(rf"(?:约|近|至少|不少于|不超过)?({NUMBER})(多)?(.)?(.*)")

Cells = dict[str, str]


def show_rows(tasks: Iterable[Task]) -> list[Cells]:
    """Give the rows of tasks, one a part."""
    found: list[Cells] = []
    for task in tasks:
        rows = [show_task(row) for row in task.rows()]
        if task.split:
            whole = task.to_json()
            for at, cells in enumerate(rows):
                record = {"whole": whole, "part": at}
                cells["原始数据"] = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        found += rows
    return found


def join_rows(rows: Iterable[tuple[Task, Mapping[str, str]]]) -> list[Task]:
    """Make the tasks of rows that were read, each with its cells; parts of one sentence become one task again."""
    found: list[Task] = []
    kept: list[Task] = []
    whole: Task | None = None
    for row, cells in rows:
        before, at = _whole(cells)
        if before is None or before != whole or at != len(kept):
            found += kept
            kept, whole = [], before if at == 0 else None
        if whole is None:
            found.append(row)
            continue
        kept.append(row)
        if len(kept) == len(whole.split):
            found += put_rows(whole, kept)
            kept, whole = [], None
    return found + kept


def put_rows(whole: Task, rows: Sequence[Task]) -> list[Task]:
    """Give a task with the rows of its parts as they were changed; rows that no longer fit it stand by themselves."""
    for at, row in enumerate(rows):
        now = whole.row(at)
        same = (row.title, row.text, row.kind, row.field, row.section, row.id) == (
            now.title, now.text, now.kind, now.field, now.section, now.id,
        )  # fmt: skip
        if not same or not set(row.typed) - set(whole.typed) <= _LOOSE:
            return list(rows)
    parts = [TaskPart(row.text, row.source, row.owners, row.deadlines, row.quantities) for row in rows]
    typed = dict.fromkeys((*whole.typed, *(name for row in rows for name in row.typed)))
    return [replace(whole.divided(parts), typed=tuple(typed))]


def _whole(cells: Mapping[str, str]) -> tuple[Task | None, int]:
    """Give the task that a row is a part of, and which part."""
    try:
        record = json.loads(cells.get("原始数据", "").lstrip("'"))
        return Task.from_json(record["whole"]), int(record["part"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None, 0


def say_open(item: OpenItem) -> str:
    """Say what the speech leaves open: 讲话未展开，需补原文：“四个严禁”."""
    return f"{_OPEN_WORDS.get(item.kind, '待补')}：“{item.text.strip()}”"


def say_owner(owner: Owner) -> str:
    """Give an owner as a table shows it, with the role that the text gives: 市应急管理局（牵头）."""
    return f"{owner.label}（{owner.role}）" if owner.role in _SHOWN_ROLES else owner.label


def show_task(task: Task) -> Cells:
    """Give what each column shows for a task of one part; a missing owner or deadline is 待定."""
    whole = json.dumps(task.to_json(), ensure_ascii=False, separators=(",", ":"))
    return {**show_cells(task), "原始数据": whole}


def show_cells(task: Task) -> Cells:
    """Give what the columns that people read show for a task of one part."""
    deadline = task.due
    time = f" {task.source.time}" if task.source.time else ""
    place = f"{task.source.start}-{task.source.end}{time}" if task.source.end else "填写"
    return {
        "采用": "是",
        "编号": task.id,
        "类别": KINDS.get(task.kind, KINDS["action"]),
        "任务": task.title,
        "内容": in_one_line(task.text),
        "责任单位": "、".join(map(say_owner, task.owners)) or OPEN,
        "时限": "；".join(one.text for one in task.deadlines) or OPEN,
        "到期日": deadline.date.isoformat() if deadline and deadline.date else "",
        "数量": "；".join(quantity.text for quantity in task.quantities),
        "领域": task.field or "",
        "备注": "；".join(_remarks(task)),
        "章节": " / ".join(task.section),
        "出处": place,
        "责任来源": "、".join(dict.fromkeys(ORIGINS[owner.origin] for owner in task.owners)),
        "判定依据": " ".join(task.why),
    }


def _remarks(task: Task) -> list[str]:
    found = [f"{one.text}：{one.note}" for one in task.deadlines if one.note]
    return [*found, f"更正了前面的“{task.replaces.text.strip()}”"] if task.replaces else found


def show_sentence(sentence: Sentence, number: int) -> Cells:
    """Give the row of a sentence that is no task, so that a reader can overrule by writing 是 under 采用."""
    task = Task(f"句{number}", "action", sentence.text[:24], sentence.text, sentence.source, why=sentence.why)
    cells = dict.fromkeys(COLUMNS, "") | show_task(task)
    return cells | {"采用": "否", "类别": KINDS["none"], "任务": "", "责任单位": "", "时限": ""}


def is_taken(cells: Mapping[str, str]) -> bool:
    """Say whether a row is to be used: 采用 is 是, or the column is missing or blank on a row that has words."""
    mark = cells.get("采用", "").strip().strip("[]").strip()
    if mark or "[" in cells.get("采用", ""):
        return mark in _YES
    return cells.get("类别", "") != KINDS["none"] and bool(cells.get("任务") or cells.get("内容"))


def read_task(cells: Mapping[str, str], day: date | None, *, fresh: str = "") -> Task:
    """Make the task of a row; `day` is the meeting's, `fresh` the id of a row that has none.

    Cells as they were shown keep what stood behind them; a changed one is `typed`.
    """
    before = _original(cells)
    if before is None:
        before = Task(fresh or cells.get("编号", ""), "action", "", "", Span(0, 0))
        shown = dict.fromkeys(COLUMNS, "")
    else:
        shown = show_task(before)
        if before.id.startswith("句"):
            before, shown = _adopted(before, day, fresh), show_sentence(_sentence(before), 0)
    task, typed = before, list(before.typed)
    for column, name, change in _CHANGES:
        if column in cells and _plain(cells[column]) != _plain(shown[column]):
            task = change(task, cells[column].strip(), day)
            if name and name not in typed:
                typed.append(name)
    number = fresh or cells.get("编号", "").strip() or task.id
    return replace(
        task, id=number, title=task.title or task.text[:24], text=task.text or task.title, typed=tuple(typed)
    )


def _original(cells: Mapping[str, str]) -> Task | None:
    whole, at = _whole(cells)
    if whole is not None:
        return whole.row(at) if at < len(whole.split) else None
    try:
        return Task.from_json(json.loads(cells.get("原始数据", "").lstrip("'")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _sentence(task: Task) -> Sentence:
    return Sentence(task.text, "none", task.why, task.source)


def _adopted(task: Task, day: date | None, fresh: str) -> Task:
    """Make a task of a sentence that a reader has ticked: its own time words, owners open."""
    return replace(
        task, id=fresh or task.id, deadlines=_deadlines(task.text, task.source.start, day), typed=("kind",)
    )


def _deadlines(text: str, base: int, day: date | None) -> tuple[Deadline, ...]:
    return tuple(
        Deadline(
            text[one.start : one.end], one.kind, one.day, one.note, Span(base + one.start, base + one.end)
        )
        for one in find_phrases(text, day)
        if not one.past
    )


def _plain(text: str) -> str:
    found = re.sub(r"\s+", "", text.lstrip("'"))
    return "" if found == OPEN else found


Change = Callable[[Task, str, date | None], Task]


def _set_kind(task: Task, text: str, _day: date | None) -> Task:
    kind: Kind = "requirement" if text == KINDS["requirement"] else "action"
    return replace(task, kind=kind)


def _set_owners(task: Task, text: str, _day: date | None) -> Task:
    names = [name for name in (piece.strip() for piece in _UNITS.split(text)) if name and name != OPEN]
    kept: list[tuple[int, Owner]] = []
    for owner in task.owners:
        own = [piece.strip() for piece in _UNITS.split(say_owner(owner))]
        if own and set(own) <= set(names):
            kept.append((names.index(own[0]), owner))
            names = ["" if name in own else name for name in names]
    kept += [(at, _typed_owner(name)) for at, name in enumerate(names) if name]
    return replace(task, owners=tuple(owner for _, owner in sorted(kept, key=lambda one: one[0])))


def _typed_owner(text: str) -> Owner:
    """Read 市应急管理局（牵头）."""
    match = _ROLE.search(text)
    role: Role | None = next((one for one in _SHOWN_ROLES if match and match[1] == one), None)
    name = _ROLE.sub("", text).strip()
    return Owner(name, (name,), "typed", role=role)


def _set_deadlines(task: Task, text: str, day: date | None) -> Task:
    known = {one.text: one for one in task.deadlines}
    pieces = [piece.strip() for piece in _JOINTS.split(text) if piece.strip() and piece.strip() != OPEN]
    return replace(task, deadlines=tuple(known.get(piece) or _deadline(piece, day) for piece in pieces))


def _deadline(text: str, day: date | None) -> Deadline:
    iso = _day(text)
    if iso:
        return Deadline(text, "date", iso)
    found = [one for one in find_phrases(text, day) if not one.past]
    return Deadline(text, found[0].kind, found[0].day) if found else Deadline(text, "vague")


def _set_due(task: Task, text: str, day: date | None) -> Task:
    due = _deadline(text, day).date if text else None
    if not task.deadlines:
        return replace(task, deadlines=(Deadline(text, "date", due),) if text else ())
    first = task.deadlines[0]
    kind = "date" if due and first.kind in ("vague", "event") else first.kind
    return replace(task, deadlines=(replace(first, date=due, kind=kind, note=""), *task.deadlines[1:]))


def _day(text: str) -> date | None:
    text = text.strip().removesuffix(" 00:00:00").replace("/", "-").replace(".", "-")
    match = re.fullmatch(r"(\d{4})(?:-|年)(\d{1,2})(?:-|月)(\d{1,2})日?", text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _set_quantities(task: Task, text: str, _day: date | None) -> Task:
    known = {one.text: one for one in task.quantities}
    pieces = [piece.strip() for piece in _JOINTS.split(text) if piece.strip()]
    return replace(task, quantities=tuple(known.get(piece) or _quantity(piece) for piece in pieces))


def _quantity(text: str) -> Quantity:
    match = _COUNTED.fullmatch(text)
    if not match:
        return Quantity(text, None)
    return Quantity(text, parse_number(match[1]), match[3] or "", match[4])


_CHANGES: tuple[tuple[str, str, Change], ...] = (
    ("类别", "kind", _set_kind),
    ("任务", "title", lambda task, text, _day: replace(task, title=text)),
    ("内容", "text", lambda task, text, _day: replace(task, text=text)),
    ("责任单位", "owners", _set_owners),
    ("时限", "deadlines", _set_deadlines),
    ("到期日", "deadlines", _set_due),
    ("数量", "quantities", _set_quantities),
    ("领域", "field", lambda task, text, _day: replace(task, field=text or None)),
    ("章节", "", lambda task, text, _day: replace(task, section=tuple(filter(None, text.split(" / "))))),
)


def cell_text(value: Any) -> str:
    """Give the words of a cell as a spreadsheet reader hands it over."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value)
