"""Rows of a roster → the values of one document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from tongzhi.batch.columns import Column, Slot, is_list, main_field, record_of
from tongzhi.errors import Place, Problem
from tongzhi.model.base import Document, Part, field_names, is_blank
from tongzhi.read.roster import Row
from tongzhi.read.tables import Fault

NOTHING = frozenset(("无", "/", "／", "-", "—", "——", "没有", "未发现", "未发现问题", "无问题", "无。"))
"""What offices write into a cell of a list to say that there is nothing to list."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """The values of one document and where each came from.

    Attributes:
        values: by English field name.
        places: (field, item or -1) → the row, and the column of the cell if it is one.
        problems: cells that can't be used, rows that contradict each other.
    """

    values: dict[str, Any]
    places: dict[tuple[str, int], tuple[Row, str | None]]
    problems: list[Problem]


class Assembler:
    """Puts rows together to the values of one document, after the columns of their sheets.

    Args:
        kind: the document type.
        file: the roster's name, for messages.
        columns: sheet → its columns.
        rows: the list that the rows fill.
    """

    def __init__(
        self, kind: type[Document], file: str, columns: Mapping[str, Sequence[Column]], rows: str
    ) -> None:
        self.kind, self.file, self.rows = kind, file, rows
        self.columns = {
            sheet: [column for column in used if column.slot is not None] for sheet, used in columns.items()
        }

    def assemble(self, rows: Sequence[Row], items: Sequence[Row] = ()) -> Assembled:
        """Give the values of the document that these rows make."""
        made = Assembled({}, {}, [])
        if len(rows) == 1 and not items:
            self._take_row(rows[0], made, self.columns.get(rows[0].sheet, ()), alone=True, many=False)
            return made
        for row in (*rows, *items):
            columns = self.columns.get(row.sheet, ())
            self._take_row(row, made, columns, alone=False, many=len(rows) > 1 or bool(items))
        return made

    def place(self, made: Assembled, name: str, item: int) -> Place | None:
        """Give the place of a value, of one item of it if `item` is not -1."""
        found = made.places.get((name, item)) or made.places.get((name, -1))
        return self._place(*found) if found else None

    def _place(self, row: Row, name: str | None = None) -> Place:
        return Place(file=self.file, sheet=row.sheet or None, row=row.number, field=name)

    def _take_row(
        self, row: Row, made: Assembled, columns: Iterable[Column], *, alone: bool, many: bool
    ) -> None:
        if row.fault:
            made.problems.append(Problem(self._place(row), row.fault))
            return
        records: dict[str, dict[str, Any]] = {}
        wholes: dict[str, list[tuple[int, Any]]] = {}
        for column in columns:
            value = row.values.get(column.header)
            if value is None:
                continue
            slot = column.slot
            assert slot is not None
            if type(value) is Fault:
                made.problems.append(_fault(value, self._place(row, column.header)))
                continue
            if slot.dated:
                value = read_serial(value)
            if slot.inner and isinstance(value, dict | list) and column.second is not None:
                slot = column.second  # 整改要求 as a record of its own, not as the words of one problem
            if slot.inner:
                if not (isinstance(value, str) and value in NOTHING and slot.field == self.rows):
                    records.setdefault(slot.field, {})[slot.inner] = value
            elif slot.many and not (alone and not column.item):
                wholes.setdefault(slot.field, []).append((column.item, value))
            elif not (slot.field == self.rows and isinstance(value, str) and value in NOTHING):
                self._put(made, slot, value, row, column.header)
        self._put_lists(made, records, wholes, row, alone=alone, many=many)

    def _put(self, made: Assembled, slot: Slot, value: Any, row: Row, header: str) -> None:
        name = slot.field
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
            line for part in re.split(r"[\n；;]", value) if (line := part.strip()) and line not in NOTHING
        ]
    if isinstance(value, list):
        return [item for item in value if not is_blank(item)]
    return [] if value is None else [value]


def _fault(value: Fault, place: Place) -> Problem:
    if value.startswith("="):
        return Problem(place, "是公式，文件里没有算出的结果", "用 WPS 或 Excel 打开、保存一次，或直接写值")
    return Problem(place, f"是出错的单元格 {value}", "改正公式，或直接写值")


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 20 else text[:20] + "…"


_FIRST, _LAST = 20_000, 80_000
"""Serial numbers of 1954 and 2119: whole numbers between them in a date column are dates as spreadsheets count."""


def read_serial(value: Any) -> Any:
    """Give the date that a spreadsheet's day number stands for; anything else as it is."""
    if isinstance(value, str) and len(value) == 5 and value.isdecimal():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not _FIRST <= value <= _LAST:
        return _compact(value) if isinstance(value, int | str) else value
    moment = datetime(1899, 12, 30) + timedelta(days=value)
    if moment.time() == datetime.min.time():
        return moment.date()
    return (moment + timedelta(milliseconds=500)).replace(microsecond=0)


def _compact(value: int | str) -> Any:
    """Give the date of 20201031; anything else as it is."""
    text = str(value)
    if len(text) == 8 and text.isdecimal() and text[:2] in ("19", "20"):
        try:
            return date(int(text[:4]), int(text[4:6]), int(text[6:]))
        except ValueError:
            return value
    return value
