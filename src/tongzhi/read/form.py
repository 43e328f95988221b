"""An Excel form that was filled in, or a plain list of rows → the values of a paper."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongzhi.errors import InputError, Place, Problem
from tongzhi.model.base import Part, bare_name, field_names, label_of
from tongzhi.model.base import Path as ValuePath
from tongzhi.model.form_columns import (
    CONTENT,
    FIELD,
    MAIN,
    MARK,
    ORIGINS,
    UNITS,
    FormColumn,
    ListSheet,
    form_fields,
    put_at,
    record_columns,
)
from tongzhi.model.shape import shapes
from tongzhi.papers.hazard import Hazard
from tongzhi.read.data import MAX_BYTES, Source, read_bytes
from tongzhi.read.hazard_rows import read_hazards
from tongzhi.read.listing import read_listing
from tongzhi.read.sheets import read_workbook
from tongzhi.read.tables import Fault, Line, SheetTable, is_empty

if TYPE_CHECKING:
    from tongzhi.model.base import Document


@dataclass(slots=True)
class _Found:
    values: dict[str, Any] = field(default_factory=dict)
    cells: dict[ValuePath, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def read_form(path: Path, kind: type[Document], day: date | None = None) -> Source:
    """Read a form made by `tongzhi new TYPE -o X.xlsx`, or a sheet whose columns are those of the type's list.

    Values keep the origin that the form remembers as long as their cell was not changed.

    Raises:
        InputError: it is no workbook, or holds neither the form nor such a list.
    """
    read_bytes(path, MAX_BYTES)
    tables = [] if path.suffix.lower() in (".csv", ".tsv") else read_workbook(path, tells_far=True)
    by_name = {table.name: table for table in tables}
    origins = _read_origins(by_name.get(ORIGINS))
    found = _Found()
    found.notes += [
        Problem(Place(file=path.name, sheet=table.name), words, "不是误填就移到表里")
        for table in tables
        if (words := table.far_words())
    ]
    rows, sheets = form_fields(kind)
    main = by_name.get(MAIN) or next(
        (t for t in tables if not t.hidden and _head_of(t, FIELD, CONTENT)), None
    )
    if main is not None:
        _read_main(main, rows, sheets, origins, found)
        for sheet in sheets:
            table = by_name.get(sheet.name[:31])
            if table is not None:
                _read_list(table, sheet.path, sheet.columns, origins, found)
    else:
        _read_plain(tables, kind, origins, found, path, day)
    if not found.values and not found.problems:
        raise InputError.one("表里没有填任何内容", f"填“{CONTENT}”一列", place=Place(file=path.name))
    return Source(found.values, {}, path.name, found.cells, tuple(found.problems), notes=tuple(found.notes))


Origins = dict[tuple[str, int, str], tuple[str, dict[str, Any]]]


def _read_origins(table: SheetTable | None) -> Origins:
    origins: Origins = {}
    for _, line in list(table.lines())[1:] if table is not None else ():
        if len(line) >= 5 and isinstance(line[4], str):
            try:
                data = json.loads(line[4])
            except ValueError:
                continue
            if isinstance(data, dict):
                origins[str(line[0]), int(line[1] or 0), str(line[2])] = str(line[3]), data
    return origins


def _with_origin(value: Any, key: tuple[str, int, str], origins: Origins) -> Any:
    text, data = origins.get(key, ("", None))
    if data is None or str(value).strip() != text.strip():
        return value
    return {"值": value, **data}


def _head_of(table: SheetTable, *words: str) -> int | None:
    """Give the position of the line that holds all the words."""
    for position, (_, cells) in enumerate(table.lines()):
        if position > 12:
            return None
        if set(words) <= {str(cell).strip() for cell in cells if cell is not None}:
            return position
    return None


def _read_main(
    table: SheetTable,
    rows: tuple[FormColumn, ...],
    sheets: tuple[ListSheet, ...],
    origins: Origins,
    found: _Found,
) -> None:
    lines = list(table.lines())
    head = _head_of(table, FIELD, CONTENT)
    if head is None:
        found.problems.append(
            Problem(
                Place(sheet=table.name), f"找不到“{FIELD}”“{CONTENT}”两列", "用 tongzhi new 重新生成填写表"
            )
        )
        return
    titles = [str(cell).strip() if cell is not None else "" for cell in lines[head][1]]
    name_at, value_at = titles.index(FIELD), titles.index(CONTENT)
    known = {bare_name(row.name): row for row in rows}
    elsewhere = {bare_name(sheet.name) for sheet in sheets}
    for number, cells in lines[head + 1 :]:
        name = str(cells[name_at] or "").strip(" ＊*") if name_at < len(cells) else ""
        value = cells[value_at] if value_at < len(cells) else None
        if not name or is_empty(value) or bare_name(name) in elsewhere:
            continue
        row = known.get(bare_name(name))
        path = row.path if row is not None else (name,)
        place = Place(sheet=table.name, row=number)
        _take(path, _read_cell(value, row, place, name, found), (table.name, 0, name), origins, found)
        for end in range(1, len(path) + 1):
            found.cells.setdefault(path[:end], place)


def _take(
    path: tuple[str, ...], value: Any, key: tuple[str, int, str], origins: Origins, found: _Found
) -> None:
    if value is not None:
        put_at(found.values, path, _with_origin(value, key, origins))


def _read_cell(value: Any, column: FormColumn | None, place: Place, name: str, found: _Found) -> Any:
    if isinstance(value, Fault):
        found.problems.append(
            Problem(
                Place(sheet=place.sheet, row=place.row, field=name),
                f"单元格是错误值 {value}",
                "改成确定的内容",
            )
        )
        return None
    if isinstance(value, str) and column is not None:
        if column.shape.kind == "records" and value.lstrip().startswith("["):
            try:
                return json.loads(value)
            except ValueError:
                return value
        if column.shape.kind == "values":
            pairs = (line.replace("：", ":").partition(":") for line in value.splitlines() if line.strip())
            return {key.strip(): item.strip() for key, _, item in pairs}
    return value


def _read_list(
    table: SheetTable, path: tuple[str, ...], columns: tuple[FormColumn, ...], origins: Origins, found: _Found
) -> None:
    lines = list(table.lines())
    if not lines:
        return
    names = [str(cell or "").replace("\n", "").strip(" ＊*") for cell in lines[0][1]]
    records = list(_read_records(table.name, lines[1:], names, columns, origins, found, path))
    if records:
        put_at(found.values, path, records)


def _read_records(
    sheet: str,
    lines: list[Line],
    names: list[str],
    columns: tuple[FormColumn, ...],
    origins: Origins,
    found: _Found,
    path: tuple[str, ...],
) -> Iterator[dict[str, Any]]:
    known = {bare_name(column.name): column for column in columns}
    count = 0
    for number, cells in lines:
        record: dict[str, Any] = {}
        pairs = list(zip(names, cells, strict=False))
        mark = next((int(cell) for name, cell in pairs if name == MARK and isinstance(cell, int | float)), 0)
        place = Place(sheet=sheet, row=number)
        for name, cell in pairs:
            if not name or name == MARK or is_empty(cell):
                continue
            column = known.get(bare_name(name))
            value = _read_cell(cell, column, place, name, found)
            if value is not None:
                inner = column.path if column is not None else (name,)
                put_at(
                    record,
                    inner,
                    _with_origin(value, (sheet, mark, column.name if column else name), origins),
                )
        if record and not _is_total(record):
            found.cells[*path, count] = place
            count += 1
            yield record


def _is_total(record: dict[str, Any]) -> bool:
    first = str(next(iter(record.values())))
    return first in ("合计", "总计", "小计", "说明", "注") or (len(record) == 1 and len(first) > 40)


_NEEDED = frozenset(inner.label for inner in shapes(Hazard) if inner.required)


def _is_whole(labels: list[str]) -> bool:
    """Tell whether a list has every column that a row needs, in our words; states are read as offices write them."""
    plain = {label.split(" ")[0] for label in labels}
    return plain >= _NEEDED and label_of(Hazard.model_fields["state"]) not in plain


def _read_plain(
    tables: list[SheetTable],
    kind: type[Document],
    origins: Origins,
    found: _Found,
    path: Path,
    day: date | None,
) -> None:
    """Read a list whose header names fields of the type's main list, such as an 整改清单 kept in Excel."""
    by_shape = {shape.name: shape for shape in shapes(kind)}
    shape = by_shape.get(kind.rows)
    if shape is None or shape.record is None:
        raise InputError.one(
            f"找不到工作表“{MAIN}”",
            f"用 tongzhi new {kind.key} -o 表.xlsx 生成填写表",
            place=Place(file=path.name),
        )
    names, columns = field_names(shape.record), record_columns(shape.record)
    labels = {inner.name: inner.label for inner in shapes(shape.record)}
    for table in tables:
        if table.hidden or table.name in (ORIGINS, UNITS):
            continue
        lines = list(table.lines())
        for position, (_, cells) in enumerate(lines[:12]):
            heads = [str(cell or "").replace("\n", "").strip(" ＊*") for cell in cells]
            mapped = [labels.get(str(names.get(head)), head) if head else "" for head in heads]
            if shape.record is Hazard and not _is_whole(mapped):
                continue  # a list as offices keep it
            hits = sum(label in labels.values() or any(c.name == label for c in columns) for label in mapped)
            held = [head for head in heads if head and head != MARK]
            if hits >= max(2, len(held)):
                rows = _read_records(
                    table.name, lines[position + 1 :], mapped, columns, origins, found, (shape.label,)
                )
                found.values[shape.label] = list(rows)
                return
    if shape.record is Hazard:
        records, notes = read_hazards(path, day)
        found.notes += notes
    else:
        records = read_listing(path, shape.record) if issubclass(shape.record, Part) else []
    if records:
        for count, (place, _, wrong) in enumerate(records):
            found.cells[shape.label, count] = place
            found.problems += wrong
        found.values[shape.label] = [record for _, record, _ in records]
        return
    raise InputError.one(
        "表里既没有填写表，也没有认得出的列名",
        f"用 tongzhi new {kind.key} -o 表.xlsx 生成填写表",
        place=Place(file=path.name),
    )
