"""Files that hold items (task lists, rectification lists, a ledger's own export) → rows under English keys."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tongzhi.errors import InputError, Place, Problem
from tongzhi.ledger.exporting import HISTORY, LEDGER_SCHEMA
from tongzhi.ledger.history import Change
from tongzhi.model.form_columns import MAIN
from tongzhi.model.item import HAZARD, TASK, names
from tongzhi.model.origins import split_origin
from tongzhi.model.task import READ_SCHEMAS, Task, TaskList
from tongzhi.model.task import SCHEMA as TASKS_SCHEMA
from tongzhi.model.task_slots import Owner
from tongzhi.papers.rectification import Rectification
from tongzhi.read.account import Account
from tongzhi.read.data import read_data
from tongzhi.read.form import read_form
from tongzhi.read.hazard_rows import Incoming, kind_of_row, kind_of_table, read_tables
from tongzhi.read.ledger_columns import key_of
from tongzhi.read.ledger_tables import SPLITS
from tongzhi.read.roster import read_roster
from tongzhi.read.strict import parse_json
from tongzhi.read.tasklist import read_tasklist
from tongzhi.zh.units import in_one_line

MAX_JSON = 1_000_000_000
_TASK_LIST = frozenset(("编号", "内容", "责任单位", "时限", "到期日"))
"""Headers by which the task table of `tongzhi extract` is recognised; one may have been removed."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The rows of a file.

    Attributes:
        file: its name.
        sha256: of its bytes.
        rows: the rows, in order; may be gone through again.
        notes: what the reader must be told, unknown columns among it.
        account: how many lines of the file were no rows, by the rule that says so.
        around: the words above and below the table.
        has_due: a column is for time limits.
        past: number of an item → what happened to it in the ledger that the file was exported from.
    """

    file: str
    sha256: str
    rows: Iterable[Incoming]
    notes: list[Problem] = field(default_factory=list)
    account: Account = field(default_factory=lambda: Account("条"))
    around: list[str] = field(default_factory=list)
    has_due: bool = False
    past: Mapping[str, Sequence[Change]] = field(default_factory=dict)


def read_batch(
    path: Path,
    *,
    sheet: str | None = None,
    all_tasks: bool = False,
    mapping: Mapping[str, str] | None = None,
) -> Batch:
    """Read the items of a file.

    Args:
        path: `.json` (task list, ledger or rows), `.yaml`, `.xlsx` and other tables, `.csv`, `.docx`.
        sheet: the sheet of a workbook.
        all_tasks: take the general requirements (原则要求) of a task list too.
        mapping: heading → field, as the office has confirmed it.

    Raises:
        InputError: the file cannot be read or holds no items.
    """
    digest = _digest(path)
    match path.suffix.lower():
        case ".json":
            return _from_json(path, digest, all_tasks=all_tasks)
        case ".yaml" | ".yml":
            return _from_values(path, digest, read_data(path).values)
        case ".md":
            return _from_task_file(path, digest, all_tasks=all_tasks)
    return _from_table(path, digest, sheet, all_tasks=all_tasks, mapping=mapping)


def _digest(path: Path) -> str:
    place = Place(file=str(path))
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise InputError.one("文件不存在", "核对文件名和所在文件夹", place=place) from error
    except OSError as error:
        found = "这是一个文件夹" if path.is_dir() else "文件打不开，没有权限或正被占用"
        raise InputError.one(found, "写明清单文件", place=place) from error


def _from_json(path: Path, digest: str, *, all_tasks: bool) -> Batch:
    place = Place(file=path.name)
    if path.stat().st_size > MAX_JSON:
        raise InputError.one("文件超过 1 GB", "分成几个文件导入", place=place)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except ValueError as error:
        raise InputError.one("不是 UTF-8 编码的文字", "用记事本另存为 UTF-8", place=place) from error
    values = parse_json(text, path.name)
    if isinstance(values, Mapping) and values.get("schema") in READ_SCHEMAS:
        try:
            tasks = TaskList.from_json(values)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError.one(
                f"任务清单的结构不对（{TASKS_SCHEMA}）", "用 tongzhi extract 重新生成", place=place
            ) from error
        return from_tasks(tasks, path.name, digest, all_tasks=all_tasks)
    if isinstance(values, Mapping) and str(values.get("schema", "")).startswith("tongzhi."):
        if values["schema"] != LEDGER_SCHEMA:
            raise InputError.one(
                f"不认识的格式 {values['schema']}", f"应是 {TASKS_SCHEMA} 或 {LEDGER_SCHEMA}", place=place
            )
        rows = _records(values.get("items"), path.name)
        return Batch(
            path.name,
            digest,
            [_incoming(row, Place(file=path.name, row=at)) for at, row in rows],
            past=dict(_past(row, Place(file=path.name, row=at)) for at, row in rows if row.get(HISTORY)),
        )
    return _from_values(path, digest, values)


def from_tasks(tasks: TaskList, file: str, digest: str, *, all_tasks: bool = False) -> Batch:
    """Give the rows of a task list, one a part; suggested owners are marked as not yet confirmed."""
    chosen = tasks.lines(requirements=all_tasks)
    source = tasks.source.sha256[:16] or tasks.source.file or file
    return Batch(file, digest, [_task(task, tasks, source, file) for task in chosen])


def _task(task: Task, tasks: TaskList, source: str, file: str) -> Incoming:
    cells: dict[str, Any] = {
        "title": task.title,
        "description": in_one_line(task.text),
        "task_id": task.id,
        "source": source,
        "field": task.field or "",
        "found_by": tasks.source.file,
        "found_on": tasks.meeting_date,
    }
    stated = [owner for owner in task.owners if owner.is_sure]
    owners = stated or list(task.owners)
    overseers = [owner for owner in owners if owner.role == "督办"]
    owners = sorted((one for one in owners if one.role != "督办"), key=_place)
    units = [name for owner in owners for name in (owner.names or (owner.text,)) if name]
    if overseers:
        cells["oversight_unit"] = "、".join(owner.label for owner in overseers)
    if units:
        cells["resp_unit"] = units[0]
        cells["support"] = "、".join(units[1:])
        if not stated:
            cells["unconfirmed"] = f"责任单位“{'、'.join(units)}”"
    if task.due is not None:
        cells["due"] = task.due.date
        cells["due_note"] = task.due.text
        if task.due.kind == "recurring":
            cells["due_note"] = f"长期坚持（{task.due.text}）"
    return Incoming(Place(file=file, field=f"任务 {task.id}"), cells, TASK)


def _place(owner: Owner) -> int:
    """Give where an owner stands in a row: who leads first, who supports last, as far as the text says."""
    return {"牵头": 0, "负责": 1, "配合": 3}.get(owner.role or "", 2)


def _from_values(path: Path, digest: str, values: Any) -> Batch:
    found = _rows_in(values)
    if found is None:
        raise InputError.one(
            "没有找到隐患或任务的列表",
            "应是一个列表，每项有“隐患描述”等；样子见 tongzhi new rectification",
            place=Place(file=path.name),
        )
    common, rows, key = found
    notes: list[Problem] = []
    columns = _columns([str(name) for row in rows for name in row], path.name, notes)
    kind = kind_of_table(columns)
    incoming = []
    for at, row in enumerate(rows, 1):
        cells = {**common}
        unconfirmed = []
        for name, given in row.items():
            if str(name) not in columns:
                continue
            value, origin = split_origin(given)
            field_key = columns[str(name)]
            cells[field_key] = value
            if origin is not None and origin.is_open:
                unconfirmed.append(f"{name}“{value}”")
        if unconfirmed:
            cells["unconfirmed"] = "；".join(unconfirmed)
        incoming.append(Incoming(Place(file=path.name, row=at, field=key or None), cells, kind))
    return Batch(path.name, digest, incoming, notes)


def _rows_in(values: Any) -> tuple[dict[str, Any], list[Mapping[Any, Any]], str] | None:
    """Find the list whose records look most like items, and what the file says for all of them."""
    if isinstance(values, list):
        return ({}, [row for row in values if isinstance(row, Mapping)], "") if _score(values) else None
    if not isinstance(values, Mapping):
        return None
    best = max(values.items(), key=lambda pair: _score(pair[1]), default=(None, None))
    if not _score(best[1]):
        return None
    shared = ("inspect_unit", "inspectors", "found_on", "found_by", "region", "field", "oversight_unit")
    common = {
        names()[key].key: value
        for key, value in values.items()
        if key in names() and names()[key].key in shared and not isinstance(value, list | dict)
    }
    assert best[1] is not None
    return common, [row for row in best[1] if isinstance(row, Mapping)], str(best[0])


def _score(rows: Any) -> int:
    if not isinstance(rows, list):
        return 0
    return sum(
        1 for row in rows[:50] if isinstance(row, Mapping) for name in row if key_of(str(name)) is not None
    )


def _from_task_file(path: Path, digest: str, *, all_tasks: bool) -> Batch:

    return from_tasks(read_tasklist(path), path.name, digest, all_tasks=all_tasks)


def _from_table(
    path: Path, digest: str, sheet: str | None, *, all_tasks: bool, mapping: Mapping[str, str] | None
) -> Batch:
    roster = read_roster(path, sheet, known={*names(), *SPLITS})
    headers = {header.name for header in roster.headers}
    if len(headers & _TASK_LIST) >= len(_TASK_LIST) - 1 and path.suffix.lower() in (".xlsx", ".csv"):
        return _from_task_file(path, digest, all_tasks=all_tasks)
    if MAIN in {part.sheet for part in (roster, *roster.others)}:
        return _from_form(path, digest)
    made = read_tables(roster, path.name, mapping)
    return Batch(
        path.name,
        digest,
        made.rows,
        made.notes,
        made.account,
        made.around,
        has_due="due" in made.filled,
    )


def _from_form(path: Path, digest: str) -> Batch:
    form = read_form(path, Rectification)
    if form.problems:
        raise InputError(
            [replace(problem, place=replace(problem.place, file=path.name)) for problem in form.problems]
        )
    return _from_values(path, digest, form.values)


_IGNORED = frozenset(("序号", "no", "任务清单", "合计"))


def _columns(headers: Sequence[str], file: str, notes: list[Problem]) -> dict[str, str]:
    columns: dict[str, str] = {}
    taken: set[str] = set()
    for header in dict.fromkeys(headers):
        key = key_of(header)
        if key is None:
            if header not in _IGNORED:
                notes.append(Problem(Place(file=file, field=header), "台账没有这一列，没有导入"))
            continue
        if key in taken:
            notes.append(
                Problem(Place(file=file, field=header), f"与前面的列同是“{names()[key].label}”，没有导入")
            )
            continue
        taken.add(key)
        columns[header] = key
    return columns


def _records(values: Any, file: str) -> list[tuple[int, Mapping[str, Any]]]:
    if not isinstance(values, list) or not all(isinstance(row, Mapping) for row in values):
        raise InputError.one(
            "台账文件里没有 items 列表", "用 tongzhi ledger export 重新导出", place=Place(file=file)
        )
    return list(enumerate(values, 1))


def _past(row: Mapping[str, Any], place: Place) -> tuple[str, list[Change]]:
    """Give the number of an exported item and its history.

    Raises:
        InputError: the history is not as an export writes it.
    """
    number = str(next((value for name, value in row.items() if key_of(str(name)) == "hazard_no"), ""))
    try:
        return number, [Change.from_json(number, each) for each in row[HISTORY]]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError.one(
            "写法不对", "用 tongzhi ledger export 重新导出，或删去这一项", place=replace(place, field=HISTORY)
        ) from error


def _incoming(row: Mapping[str, Any], place: Place) -> Incoming:
    cells = {key: value for name, value in row.items() if (key := key_of(str(name))) is not None}
    return Incoming(place, cells, kind_of_row(cells, HAZARD))
