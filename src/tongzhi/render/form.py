"""A data file as an Excel form: drop-downs, examples, protected labels, a further sheet for every list."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from tongzhi.model.base import is_blank, plain_value
from tongzhi.model.form_columns import (
    CONTENT,
    FIELD,
    HOW,
    MAIN,
    MARK,
    ORIGINS,
    UNITS,
    FormColumn,
    ListSheet,
    form_fields,
    is_provenance,
    value_at,
)
from tongzhi.model.origins import split_origin
from tongzhi.model.shape import Shape, adapter_of, shapes
from tongzhi.render.workbook import save_workbook

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from tongzhi.model.base import Document
    from tongzhi.papers.profile import Profile

ROWS = 500
"""Rows of a list that have drop-downs."""
_HEAD, _TINT, _GREY, _STALE = "FFD9E2F3", "FFFFF2CC", "FF7F7F7F", "FFFCE4D6"


def form_workbook(
    kind: type[Document],
    values: Mapping[str, Any],
    notes: Mapping[str, str] | None = None,
    office: Profile | None = None,
    left: Sequence[str] = (),
) -> bytes:
    """Give the bytes of an .xlsx form.

    Args:
        kind: the document type.
        values: its values by Chinese label, as a data file holds them.
        notes: remarks to a field, by Chinese label (what is stale).
        office: the office profile, whose address list fills the drop-downs of organisations.
        left: what an old paper says that belongs to no field; a sheet of its own, which is not read.
    """
    book = Workbook()
    form = _FormSheet(
        book,
        kind,
        _with_records(kind, values),
        notes or {},
        [unit.name for unit in office.units] if office else [],
    )
    form.write()
    if left:
        sheet = book.create_sheet(LEFT_SHEET)
        sheet.column_dimensions["A"].width = 100
        for position, line in enumerate(("旧文件里没有归到哪一项的话，要用的挪到前面合适的地方", *left), 1):
            _put(sheet.cell(position, 1), line)
    return save_workbook(book)


LEFT_SHEET = "旧文件其余"


def _with_records(kind: type[Document], values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the values with every record spelled out, where a text or a mapping stood for one."""
    spelled = dict(values)
    for shape in shapes(kind):
        bare, origin = split_origin(values.get(shape.label))
        if shape.record is None or is_blank(bare) or origin is not None:
            continue
        try:
            spelled[shape.label] = plain_value(adapter_of(kind, shape.name).validate_python(bare))
        except ValueError:
            continue
    return spelled


class _FormSheet:
    def __init__(
        self,
        book: Workbook,
        kind: type[Document],
        values: Mapping[str, Any],
        notes: Mapping[str, str],
        units: list[str],
    ) -> None:
        self.book, self.kind, self.values, self.notes, self.units = book, kind, values, notes, units
        self.origins: list[tuple[str, int, str, str, str]] = []

    def write(self) -> None:
        rows, sheets = form_fields(self.kind)
        main = self.book.active
        assert main is not None
        main.title = MAIN
        self._write_main(main, rows, sheets)
        for sheet in sheets:
            self._write_list(self.book.create_sheet(sheet.name[:31]), sheet)
        if self.units:
            hidden = self.book.create_sheet(UNITS)
            hidden.sheet_state = "hidden"
            for position, unit in enumerate(self.units, 1):
                _put(hidden.cell(position, 1), unit)
        if self.origins:
            hidden = self.book.create_sheet(ORIGINS)
            hidden.sheet_state = "hidden"
            for position, row in enumerate((("工作表", "行", "字段", "值", "出处"), *self.origins), 1):
                for column, value in enumerate(row, 1):
                    _put(hidden.cell(position, column), value)

    def _write_main(self, sheet: Worksheet, rows: Iterable[FormColumn], sheets: Iterable[ListSheet]) -> None:

        _put(sheet.cell(1, 1), f"{self.kind.label}填写表").font = Font(bold=True, size=14)
        _put(
            sheet.cell(2, 1), "只填“内容”一列；＊ 为必填；多条的一行写一条（Alt+回车换行）；还不知道的写 待定"
        )
        for column, (word, width) in enumerate(((FIELD, 26), (CONTENT, 60), (HOW, 56)), 1):
            _head(sheet.cell(4, column), word)
            sheet.column_dimensions["ABC"[column - 1]].width = width
        line = 5
        wanted = {row.name for row in rows if row.required or not is_blank(value_at(self.values, row.path))}
        first = [row for row in rows if row.name in wanted]
        for row in (*first, None, *(row for row in rows if row.name not in wanted)):
            if row is None:
                _put(sheet.cell(line, 1), "—— 以下可不填 ——").font = Font(color=_GREY)
                line += 1
                continue
            _put(sheet.cell(line, 1), f"{row.name}{'＊' if row.required else ''}").alignment = Alignment(
                vertical="top"
            )
            cell = self._write_value(sheet, line, 2, row, value_at(self.values, row.path))
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            remark = _put(sheet.cell(line, 3), self._how(row))
            remark.font = Font(color=_GREY)
            remark.alignment = Alignment(wrap_text=True, vertical="top")
            if row.path[0] in self.notes:
                remark.fill = _fill(_STALE)
            self._limit(sheet, row.shape, f"B{line}")
            line += 1
        for further in sheets:
            _put(sheet.cell(line, 1), f"{further.name}{'＊' if further.shape.required else ''}")
            _put(sheet.cell(line, 2), f"填在工作表“{further.name[:31]}”")
            sheet.cell(line, 2).font = Font(color=_GREY)
            remark = _put(sheet.cell(line, 3), self.notes.get(further.path[0], "") or further.shape.note)
            if further.path[0] in self.notes:
                remark.fill = _fill(_STALE)
            line += 1
        sheet.freeze_panes = "B5"
        _protect(sheet)

    def _how(self, row: FormColumn) -> str:
        words = [f"★ {self.notes[row.path[0]]}"] if row.path[0] in self.notes else []
        if row.shape.note:
            words.append(row.shape.note)
        elif row.shape.kind != "text" or row.shape.choices:
            words.append(row.shape.format)
        example = row.shape.example
        if isinstance(example, list) and all(isinstance(item, str) for item in example):
            example = "；".join(example)
        if isinstance(example, str) and len(example) <= 40:
            words.append(f"例：{example}")
        return "；".join(words)

    def _write_list(self, sheet: Worksheet, further: ListSheet) -> None:

        given, _ = split_origin(value_at(self.values, further.path))
        rows = given if isinstance(given, list) else [given] if given else []
        records = [_as_record(further.shape, row) for row in rows]
        columns = [
            c for c in further.columns if not is_provenance(c) or any(value_at(r, c.path) for r in records)
        ]
        for position, column in enumerate(columns, 1):
            letter = get_column_letter(position)
            _head(sheet.cell(1, position), f"{column.name}{'＊' if column.required else ''}")
            long = column.shape.kind in ("texts", "records") or len(str(column.shape.example or "")) > 12
            sheet.column_dimensions[letter].width = 30 if long else 16
            sheet.column_dimensions[letter].protection = Protection(locked=False)
            sheet.column_dimensions[letter].hidden = is_provenance(column)
            self._limit(sheet, column.shape, f"{letter}2:{letter}{ROWS}")
        mark = len(columns) + 1
        _head(sheet.cell(1, mark), MARK)
        sheet.column_dimensions[get_column_letter(mark)].hidden = True
        for number, record in enumerate(records, 1):
            for position, column in enumerate(columns, 1):
                cell = self._write_value(
                    sheet, number + 1, position, column, value_at(record, column.path), number
                )
                cell.alignment = Alignment(wrap_text=True, vertical="top")
            _put(sheet.cell(number + 1, mark), number)
        for number in range(len(records) + 2, len(records) + 22):
            for position in range(1, len(columns) + 1):
                blank = sheet.cell(number, position)
                blank.number_format = "@"
                blank.protection = Protection(locked=False)
        sheet.freeze_panes = "A2"
        _protect(sheet)

    def _write_value(
        self, sheet: Worksheet, line: int, position: int, column: FormColumn, value: Any, number: int = 0
    ) -> Cell:

        bare, origin = split_origin(value)
        text = _cell_text(bare)
        cell = _put(sheet.cell(line, position), text)
        cell.number_format = "@"
        cell.protection = Protection(locked=False)
        if origin is not None and text:
            data = origin.as_data(None)
            del data["值"]
            self.origins.append(
                (sheet.title, number, column.name, text, json.dumps(data, ensure_ascii=False))
            )
            if origin.is_open:
                cell.fill = _fill(_TINT)
        return cell

    def _limit(self, sheet: Worksheet, shape: Shape, cells: str) -> None:
        """Put a drop-down on cells: the choices, 是 and 否, or the organisations of the address list."""
        if shape.choices:
            formula, strict = f'"{",".join(shape.choices)}"', True
        elif shape.kind == "yes":
            formula, strict = '"是,否"', not shape.may_be_open
        elif self.units and shape.kind == "text" and shape.label.endswith(("单位", "机关", "地区", "县区")):
            formula, strict = f"={UNITS}!$A$1:$A${len(self.units)}", False
        else:
            return
        found = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=strict)
        found.error, found.errorTitle = "请从下拉列表里选", "不在可选的值里"
        sheet.add_data_validation(found)
        found.add(cells)


def _as_record(shape: Shape, row: Any) -> Any:
    bare, _ = split_origin(row)
    if isinstance(bare, str) and shape.record is not None:
        return shape.record.read_line(bare) or {}
    return bare


def _cell_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list) and all(isinstance(item, str | int | float) for item in value):
        return "\n".join(str(item) for item in value)
    if isinstance(value, Mapping) and all(isinstance(item, str | int | float) for item in value.values()):
        return "\n".join(f"{key}: {item}" for key, item in value.items())
    if isinstance(value, list | Mapping):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _put(cell: Any, value: Any) -> Cell:
    """Put a value into a cell; text that looks like a formula stays text."""
    if value != "":
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    assert cell is not None
    found: Cell = cell
    return found


def _head(cell: Any, word: str) -> None:

    _put(cell, word)
    cell.font = Font(bold=True)
    cell.fill = _fill(_HEAD)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _fill(colour: str) -> Any:

    return PatternFill("solid", start_color=colour, end_color=colour)


def _protect(sheet: Worksheet) -> None:
    """Protect the labels, without a password; rows may be added, removed, sorted and made wider."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    protection = sheet.protection
    protection.sheet = True
    protection.formatColumns = protection.formatRows = protection.formatCells = False
    protection.insertRows = protection.deleteRows = protection.sort = protection.autoFilter = False
