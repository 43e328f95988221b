"""Rows of a roster → the values of one document."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tongzhi.batch.columns import RosterColumn
from tongzhi.batch.fieldnames import Slot, is_list, key_field, main_field, record_of
from tongzhi.errors import Place, Problem
from tongzhi.model.base import Document, Part, field_names, is_blank
from tongzhi.model.types import read_due
from tongzhi.read.listdates import read_serial, settle
from tongzhi.read.meanings import says_nothing_found, split_unit_person
from tongzhi.read.rosterrows import Row
from tongzhi.read.tables import Fault
from tongzhi.zh.places import is_place, place_key


@dataclass(slots=True)
class Assembled:
    """The values of one document and where each came from.

    Attributes:
        values: by English field name.
        places: (field, item or -1) → the row, and the column of the cell if it is one.
        problems: rows that contradict each other.
        failed: rows that can't be used, each with why.
        doubled: rows that say what an earlier one says, each with that one.
        silent: how many rows say that nothing was found.
        notes: what was added to a cell, to be said.
    """

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[tuple[str, int], tuple[Row, str | None]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    failed: list[tuple[Row, list[Problem]]] = field(default_factory=list)
    doubled: list[tuple[Row, Row]] = field(default_factory=list)
    silent: int = 0
    notes: list[Problem] = field(default_factory=list)

    @property
    def used(self) -> bool:
        """Tell whether any row could be used."""
        return bool(self.values) or bool(self.silent)


_DASHES = ("无", "/", "／", "-", "—", "——")
AHEAD = frozenset(("due", "new_due"))
"""Fields whose dates lie ahead of the list."""


@dataclass(slots=True)
class _Read:
    """The cells of one row by where they go; what is wrong with it, what was added to it."""

    cells: list[tuple[Slot, RosterColumn, Any]] = field(default_factory=list)
    wrong: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    nothing: bool = False


class Assembler:
    """Puts rows together to the values of one document, after the columns of their sheets.

    Args:
        kind: the document type.
        file: the roster's name, for messages.
        columns: sheet → its columns.
        rows: the list that the rows fill.
        day: the day of the list, from which dates without a year are read.
        given: English names of fields that every document has already; a blank cell may stand for those.
    """

    def __init__(
        self,
        kind: type[Document],
        file: str,
        columns: Mapping[str, Sequence[RosterColumn]],
        rows: str,
        day: date = date.min,
        given: Collection[str] = (),
    ) -> None:
        self.kind, self.file, self.rows, self.day, self.given = kind, file, rows, day, given
        self.columns = {
            sheet: [column for column in used if column.slot is not None] for sheet, used in columns.items()
        }
        record = record_of(kind.model_fields[rows]) if rows else None
        self._record_type = record
        self._main = main_field(record) if record else ""
        self.key = key_field(kind)

    def assemble(
        self, rows: Sequence[Row], items: Sequence[Row] = (), without: Collection[int] = ()
    ) -> Assembled:
        """Give the values of the document that these rows make; a row that can't be used is left out and told.

        Args:
            rows: of the roster.
            items: of further sheets.
            without: positions in `rows` and `items` that turned out wrong.
        """
        made = Assembled()
        alone = len(rows) == 1 and not items
        seen: dict[tuple[str, ...], tuple[Row, Any]] = {}
        for position, row in enumerate((*rows, *items)):
            if position in without:
                continue
            read = self._read(row)
            if read.wrong:
                made.failed.append((row, read.wrong))
                continue
            twin = None if alone else self._twin(read, row, seen)
            if twin is not None:
                first, same = twin
                if same:
                    made.doubled.append((row, first))
                else:
                    found = f"与第{first.number}行是同一问题，时限却不同"
                    made.failed.append((row, [Problem(self._place(row), found, "核对后只留一行")]))
                continue
            made.notes += read.notes
            self._take_row(row, read, made, alone=alone, many=not alone)
        return made

    def _read(self, row: Row) -> _Read:
        """Read the cells of one row: what goes where, what can't be used."""
        read = _Read()
        if row.fault:
            read.wrong.append(Problem(self._place(row), row.fault))
            return read
        for column in self.columns.get(row.sheet, ()):
            value = row.values.get(column.header)
            if value is None:
                continue
            slot = column.slot
            assert slot is not None
            if type(value) is Fault:
                if value.startswith("=") and not self._is_needed(slot):
                    continue  # it costs its cell, which the reader of the table has told
                read.wrong.append(_fault(value, self._place(row, column.header)))
                continue
            if slot.inner and isinstance(value, dict | list) and column.second is not None:
                slot = column.second  # 整改要求 as a record of its own, not as the words of one problem
            if column.person is not None and isinstance(value, str):
                unit, person = split_unit_person(value)
                read.cells += [(slot, column, unit)] if unit else []
                read.cells += [(column.person, column, person)] if person else []
                continue
            if slot.dated or slot.field in self.kind.dated_texts:
                value = self._date(value, slot, row, column, read)
            if slot.inner not in ("", self._main) and slot.field == self.rows and value in _DASHES:
                continue
            if slot.field == self.key and not slot.inner and isinstance(value, str) and is_place(value):
                value = place_key(value)
            read.cells.append((slot, column, value))
        self._check_nothing(row, read)
        return read

    def _is_needed(self, slot: Slot) -> bool:
        """Tell whether a row is nothing without this cell: whose it is, what is wrong, till when."""
        name = slot.inner or slot.field
        return slot.field == self.key or name == self._main or name in self.kind.row_needs or slot.dated

    def _date(self, value: Any, slot: Slot, row: Row, column: RosterColumn, read: _Read) -> Any:
        """Give a date with its year; a day number of a spreadsheet and 20261231 are dates too."""
        value = read_serial(value) if slot.dated or isinstance(value, int | float) else value
        if slot.timed and (isinstance(value, datetime) or re.search(r"\d[:：点时]", str(value))):
            return value
        if isinstance(value, str | float | datetime) and self.day != date.min:
            settled = settle(value, self.day, ahead=(slot.inner or slot.field) in AHEAD)
            if settled.wrong:
                read.wrong.append(Problem(self._place(row, column.header), settled.wrong, "核对月份和日子"))
            elif settled.added:
                read.notes.append(
                    Problem(self._place(row, column.header), settled.added, settled.rule(self.day))
                )
            value = settled.value
        if not slot.dated and isinstance(value, date):
            return f"{value.year}年{value.month}月{value.day}日"
        return value

    def _check_nothing(self, row: Row, read: _Read) -> None:
        """Tell rows that say 检查未发现问题, and rows with a problem but without what it needs."""
        if not self._main:
            return
        said = [
            value
            for slot, column, value in read.cells
            if slot.field == self.rows and slot.inner in ("", self._main) and not column.item
        ]
        if said and all(says_nothing_found(value) for value in said):
            read.nothing = True
            read.notes.append(Problem(self._place(row), "说没有问题，没有当作一条印出"))
            read.cells = [cell for cell in read.cells if cell[0].field != self.rows]
            return
        if not said:
            return
        there = {slot.inner or slot.field for slot, _, _ in read.cells}
        for name, general in self.kind.row_needs.items():
            if general not in self.given and name not in self.given:
                continue
            column = next(
                (
                    column
                    for column in self.columns.get(row.sheet, ())
                    for slot in (column.slot,)
                    if slot is not None and (slot.inner or slot.field) == name and slot.dated
                ),
                None,
            )
            wrong = any(problem.place.field == column.header for problem in read.wrong) if column else False
            if column is not None and name not in there and not wrong:
                place = self._place(row, column.header)
                if name in self.given:
                    read.notes.append(Problem(place, "没有填，用了各份共同的"))
                else:
                    read.wrong.append(
                        Problem(place, f"没有填{column.label.split(' ')[-1]}", "写上日期；还不知道写 待定")
                    )

    def _twin(
        self, read: _Read, row: Row, seen: dict[tuple[str, ...], tuple[Row, Any]]
    ) -> tuple[Row, bool] | None:
        """Give the earlier row of the same unit, place and problem, and whether it says the same of the rest."""
        record = {slot.inner or self._main: value for slot, _, value in read.cells if slot.field == self.rows}
        if not isinstance(record.get(self._main), str) or any(column.item for _, column, _ in read.cells):
            return None
        mark = tuple(
            "".join(str(record.get(name, "")).split())
            for name in (self._main, "unit", "place", "entity", "location")
        )
        due = _day(record.get("due"))
        first = seen.setdefault(mark, (row, due))
        return None if first[0] is row else (first[0], first[1] == due)

    def place(self, made: Assembled, name: str, item: int) -> Place | None:
        """Give the place of a value, of one item of it if `item` is not -1."""
        found = made.places.get((name, item)) or made.places.get((name, -1))
        return self._place(*found) if found else None

    def _place(self, row: Row, name: str | None = None) -> Place:
        return Place(file=self.file, sheet=row.sheet or None, row=row.number, field=name)

    def _take_row(self, row: Row, read: _Read, made: Assembled, *, alone: bool, many: bool) -> None:
        records: dict[str, dict[str, Any]] = {}
        wholes: dict[str, list[tuple[int, Any]]] = {}
        made.silent += read.nothing
        for slot, column, value in read.cells:
            if slot.inner:
                records.setdefault(slot.field, {})[slot.inner] = value
            elif slot.many and not (alone and not column.item):
                wholes.setdefault(slot.field, []).append((column.item, value))
            else:
                self._put(made, slot, value, row, column.header)
        self._put_lists(made, records, wholes, row, alone=alone, many=many)

    def _put(self, made: Assembled, slot: Slot, value: Any, row: Row, header: str) -> None:
        name = slot.field
        if name in made.values and made.values[name] != value and name in self.kind.gathered:
            known = str(made.values[name])
            if str(value) not in known.split("、"):
                made.values[name] = f"{known}、{value}"
            return
        if name == self.key and name in made.values and isinstance(value, str):
            # rows are put together by what names mean: 化工园 and 化工园区, the fuller one is printed
            if is_place(value) and not is_place(str(made.values[name])):
                made.values[name] = value
            return
        if name in made.values and made.values[name] != value:
            first, _ = made.places[name, -1]
            made.problems.append(
                Problem(
                    self._place(row, header),
                    f"写的是“{_shown(value)}”，同一单位的第{first.number}行是“{_shown(made.values[name])}”",
                    "两行写成一样，或拆成两个单位",
                )
            )
            return
        made.values.setdefault(name, value)
        made.places.setdefault((name, -1), (row, header))

    def _put_lists(
        self,
        made: Assembled,
        records: dict[str, dict[str, Any]],
        wholes: dict[str, list[tuple[int, Any]]],
        row: Row,
        *,
        alone: bool,
        many: bool,
    ) -> None:
        for name, given in wholes.items():
            if self._take_same(made, name, given, records, row):
                continue
            items = [item for _, value in sorted(given, key=lambda pair: pair[0]) for item in _items(value)]
            if name in records:
                items = self._with(name, items, records.pop(name))
            self._extend(made, name, items, row, once=many and name != self.rows)
        for name, record in records.items():
            field = self.kind.model_fields[name]
            if _holds_list(made, name, field):
                whole = made.values.get(name)
                if alone and whole is not None:
                    made.values[name] = self._with(name, _items(whole), record)
                else:
                    self._extend(made, name, [record], row, once=many and name != self.rows)
            else:
                known = made.values.get(name)
                base = known if isinstance(known, dict) else self._record(name, "；".join(_items(known)))
                made.values[name] = {**base, **record}
                made.places.setdefault((name, -1), (row, None))

    def _take_same(
        self, made: Assembled, name: str, given: list[tuple[int, Any]], records: dict[str, Any], row: Row
    ) -> bool:
        """Keep a list that every row repeats (主送机关) as it was written; tells whether it was one."""
        if name == self.rows or name in records or len(given) > 1 or given[0][0]:
            return False
        value = given[0][1]
        if name not in made.values:
            made.values[name] = value
            made.places[name, -1] = row, None
            return True
        return bool(made.values[name] == value)

    def _with(self, name: str, items: list[Any], record: dict[str, Any]) -> list[dict[str, Any]]:
        """Give the records of what stood in the cell of the list, with what stood in the cells of their fields.

        The lines of a text are one record; the records of a data file stay apart, and what they say themselves wins.
        """
        if not any(isinstance(item, dict) for item in items):
            return [{**self._record(name, "；".join(map(str, items))), **record}]
        return [
            {**record, **self._record(name, item if isinstance(item, dict) else str(item))} for item in items
        ]

    def _record(self, name: str, value: str | dict[str, Any]) -> dict[str, Any]:
        """Give a record, by English field name, of what stood in one cell."""
        kind = record_of(self.kind.model_fields[name])
        assert kind is not None
        assert issubclass(kind, Part)
        if isinstance(value, dict):
            names = field_names(kind)
            return {names.get(key, key): inner for key, inner in value.items()}
        return (kind.read_line(value) or {main_field(kind): value}) if value else {}

    def _extend(self, made: Assembled, name: str, items: list[Any], row: Row, *, once: bool) -> None:
        known = made.values.setdefault(name, [])
        if not isinstance(known, list):
            known = made.values[name] = _items(known)
        for item in items:
            if once and item in known:
                continue
            made.places[name, len(known)] = row, None
            known.append(item)


def _holds_list(made: Assembled, name: str, field: Any) -> bool:
    return isinstance(made.values.get(name), list) or is_list(field)


def _items(value: Any) -> list[Any]:
    """Give the items that stand in one cell: its lines."""
    if isinstance(value, str):
        return [
            line
            for part in re.split(r"[\n；;]", value)
            if (line := part.strip()) and not says_nothing_found(line)
        ]
    if isinstance(value, list):
        return [item for item in value if not is_blank(item)]
    return [] if value is None else [value]


def _day(value: Any) -> Any:
    """Give a limit as a date where it is one: 2026-12-22 as text and as a date are the same day."""
    if not isinstance(value, str):
        return value.date() if isinstance(value, datetime) else value
    try:
        return read_due(value)
    except ValueError:
        return value


def _fault(value: Fault, place: Place) -> Problem:
    if value.startswith("="):
        return Problem(place, "是公式，文件里没有算出的结果", "用 WPS 或 Excel 打开、保存一次，或直接写值")
    return Problem(place, f"是出错的单元格 {value}", "改正公式，或直接写值")


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 20 else text[:20] + "…"
