"""A task list that people have edited (.xlsx .json .csv .md), with ids and provenance as far as cells were not touched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from tongzhi.errors import InputError, LimitError, Place
from tongzhi.model.json_fields import FieldKindError
from tongzhi.model.task import READ_SCHEMAS, SCHEMA, Task, TaskList
from tongzhi.model.task_cells import COLUMNS, Cells, cell_text, is_taken, join_rows, read_task
from tongzhi.read.delimited import csv_rows
from tongzhi.read.encoding import TABLE, decode
from tongzhi.read.sheets import read_workbook
from tongzhi.read.strict import parse_json
from tongzhi.read.tables import Line

SUFFIXES = (".xlsx", ".json", ".csv", ".md")
MAX_BYTES = 50_000_000
_NEEDED = ("任务", "内容")
_COMMENT = re.compile(r"<!--\s*tongzhi\.tasks\s+(\{.*?\})\s*-->", re.DOTALL)


def read_tasklist(path: Path, meeting_date: date | None = None) -> TaskList:
    """Give the task list of a file; `meeting_date` reads typed deadlines where the file states no meeting day.

    Rows may have been added, removed or moved. A changed cell is `typed`; rows with 采用 否 are left out.

    Raises:
        InputError: it is missing, of another kind, or holds no task table.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise LimitError.one(f"文件超过 {MAX_BYTES // 1_000_000} MB", place=Place(file=str(path)))
        data = path.read_bytes()
    except OSError as error:
        found = "打不开这个文件" if path.exists() else "找不到这个文件"
        raise InputError.one(found, "检查文件名和所在文件夹", place=Place(file=str(path))) from error
    suffix = path.suffix.lower()
    if suffix == ".json":
        return _from_json(data, str(path))
    if suffix == ".xlsx":
        return _from_workbook(path, meeting_date)
    if suffix == ".csv":
        text = decode(data, str(path), instead=TABLE).text
        return _from_rows(_csv_rows(text, str(path)), TaskList(meeting_date=meeting_date), str(path))
    if suffix == ".md":
        return _from_markdown(decode(data, str(path)).text, str(path), meeting_date)
    raise InputError.one(
        f"任务清单不能是 {suffix or '没有后缀的'} 文件",
        "给 tongzhi extract 生成的 .xlsx .json .csv 或 .md",
        place=Place(file=str(path)),
    )


def _from_json(data: bytes, name: str) -> TaskList:
    try:
        record = parse_json(_json_text(data, name), name)
        if not isinstance(record, dict) or not str(record.get("schema", SCHEMA)).startswith("tongzhi.tasks/"):
            raise _no_table(name)
        if record.get("schema", SCHEMA) not in READ_SCHEMAS:
            raise InputError.one(
                f"任务清单的格式是 {record['schema']}，这一版还不认识",
                f"用这一版的 tongzhi extract 重新生成，格式是 {SCHEMA}",
                place=Place(file=name),
            )
        return TaskList.from_json(record)
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError) as error:
        found = "有一项的写法不对"
        if isinstance(error, KeyError):
            found = f"缺少“{error.args[0]}”"
        elif isinstance(error, FieldKindError):
            found = f"的“{error.args[0]}”应是文字（或文字的列表），却是别的东西"
        raise InputError.one(
            f"任务清单{found}", "按 tongzhi extract --format json 的样子写", place=Place(file=name)
        ) from error


def _json_text(data: bytes, name: str) -> str:
    try:
        return data.decode(json.detect_encoding(data))
    except UnicodeDecodeError as error:
        raise InputError.one("文字编码认不出", "用记事本另存为 UTF-8", place=Place(file=name)) from error


def _from_workbook(path: Path, day: date | None) -> TaskList:
    tables = {table.name: list(table.lines()) for table in read_workbook(path)}
    try:
        rest = _rest([cell for _, row in tables.get("说明", []) for cell in row], day)
    except InputError as error:
        place = Place(file=str(path), sheet="说明")
        raise InputError([replace(problem, place=place) for problem in error.problems]) from error
    rows: list[tuple[Place, Cells]] = []
    for title, lines in tables.items():
        rows.extend((Place(file=str(path), sheet=title, row=row), cells) for row, cells in _named(lines))
    return _from_rows(rows, rest, str(path))


def _rest(cells: Iterable[Any], day: date | None) -> TaskList:
    for cell in cells:
        if isinstance(cell, str) and cell.startswith('{"schema"'):
            try:
                found = TaskList.from_json(json.loads(cell))
            except (ValueError, OverflowError, KeyError, TypeError, AttributeError, RecursionError):
                continue
            return found if found.meeting_date else replace(found, meeting_date=day)
    return TaskList(meeting_date=day)


def _named(lines: list[Line]) -> list[tuple[int, Cells]]:
    """Give the rows under the first row that has the table's headers; the columns may stand in any order."""
    for at, (_, row) in enumerate(lines):
        headers = [cell_text(cell).strip() for cell in row]
        if any(need in headers for need in _NEEDED) and len(set(headers) & set(COLUMNS)) >= 2:
            found = []
            for number, cells in lines[at + 1 :]:
                named = {
                    header: cell_text(cell) for header, cell in zip(headers, cells, strict=False) if header
                }
                if any(named.get(need, "").strip() for need in (*_NEEDED, "原始数据")):
                    found.append((number, named))
            return found
    return []


def _csv_rows(text: str, name: str) -> list[tuple[Place, Cells]]:
    first = text.split("\n", 1)[0]
    delimiter = max((",", "\t", ";", "，"), key=first.count)
    values: list[Line] = [(number, list(cells)) for number, cells in csv_rows(text, delimiter, name)]
    rows = _named(values)
    # our own guard against formulas comes off again
    return [
        (
            Place(file=name, row=number),
            {header: re.sub(r"^'(?=[=+\-@\t\r])", "", cell) for header, cell in cells.items()},
        )
        for number, cells in rows
    ]


def _from_markdown(text: str, name: str, day: date | None) -> TaskList:
    comment = _COMMENT.search(text)
    kept: dict[str, Any] = {}
    if comment:
        try:
            kept = json.loads(comment[1])
        except (ValueError, RecursionError):
            kept = {}
    try:
        originals = dict(kept.pop("rows", {}))
        rest = TaskList.from_json(kept) if kept else TaskList()
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError):
        originals, rest = {}, TaskList()
    values = [_split_pipe(line) for line in text.split("\n") if line.lstrip().startswith("|")]
    rows = []
    for number, cells in _named(list(enumerate(values, 1))):
        if set("".join(cells.values())) <= set("-: "):
            continue
        original = originals.get(cells.get("编号", ""))
        packed = json.dumps(original, ensure_ascii=False) if original else ""
        rows.append((Place(file=name, row=number), cells | {"原始数据": packed}))
    return _from_rows(rows, rest if rest.meeting_date else replace(rest, meeting_date=day), name)


def _split_pipe(line: str) -> list[Any]:
    cells = re.split(r"(?<!\\)(?:\\\\)*\|", line.strip())[1:]
    if cells and not cells[-1].strip():
        cells.pop()
    return [_plain(cell.strip().replace("<br>", "\n")) for cell in cells]


def _plain(cell: str) -> str:
    words = re.sub(r"\\([\\|(])", r"\1", cell)
    return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _from_rows(rows: list[tuple[Place, Cells]], rest: TaskList, name: str) -> TaskList:
    if not rows:
        raise _no_table(name)
    taken: list[tuple[Task, Cells]] = []
    used: set[str] = set()
    added = 0
    for _, cells in rows:
        if not is_taken(cells):
            continue
        number, fresh = cells.get("编号", "").strip(), ""
        if not number or number in used or number.startswith("句"):
            # a copied row is a new task, not a second one of the same number
            while not fresh or fresh in used:
                added += 1
                fresh = f"补{added}"
        task = read_task(cells, rest.meeting_date, fresh=fresh)
        used.add(task.id)
        taken.append((task, cells))
    return replace(rest, tasks=tuple(join_rows(taken)))


def _no_table(name: str) -> InputError:
    return InputError.one(
        "里面没有任务清单",
        "表头要有“任务”或“内容”、“责任单位”等列，可用 tongzhi extract 讲话 -o 任务清单.xlsx 生成",
        place=Place(file=name),
    )
