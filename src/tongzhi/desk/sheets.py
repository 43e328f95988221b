"""Workbooks of the desk: one look for all, cells never taken for formulas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from tongzhi.write.workbook import cell_value, save_workbook

Sheet = tuple[str, Sequence[str], Sequence[Sequence[Any]]]
"""Name, headings, rows."""


def make_workbook(
    sheets: Iterable[Sheet],
    *,
    title: str = "",
    widths: Mapping[str, int] | None = None,
    choices: Mapping[str, Sequence[str]] | None = None,
    given: Sequence[str] = (),
) -> bytes:
    """Give a workbook: a title line if wanted, bold headings that stay in sight, borders, text as text.

    Args:
        sheets: the sheets in order.
        title: stands above the headings of the first sheet.
        widths: heading → width of its column, in characters.
        choices: heading → what may be written there; the cells get a drop-down.
        given: headings whose cells are not to be changed; the sheets are protected, without a password, but for the others.
    """
    book = Workbook()
    thin = Side(style="thin", color="808080")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    for position, (name, headings, rows) in enumerate(sheets):
        sheet = book.active if position == 0 else book.create_sheet()
        assert sheet is not None
        sheet.title = name
        first = 1
        if title and position == 0:
            sheet.cell(1, 1, cell_value(title)).font = Font(size=16, bold=True)
            sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=max(1, len(headings)))
            sheet.cell(1, 1).alignment = Alignment(horizontal="center")
            first = 2
        for column, heading in enumerate(headings, start=1):
            cell = sheet.cell(first, column, cell_value(heading))
            cell.font, cell.border = Font(bold=True), border
            cell.fill = PatternFill("solid", fgColor="EDEDED")
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            width = (widths or {}).get(heading, max(8, 2 * len(heading) + 4))
            sheet.column_dimensions[get_column_letter(column)].width = width
        for number, row in enumerate(rows, start=first + 1):
            for column, value in enumerate(row, start=1):
                cell = sheet.cell(number, column)
                cell.value = cell_value(value)
                if isinstance(value, str):
                    cell.data_type = "s"  # a name such as =张 stays text
                cell.border = border
                cell.alignment = Alignment(vertical="center", wrap_text=True)
                if given:
                    cell.protection = Protection(locked=headings[column - 1] in given)
        for column, heading in enumerate(headings, start=1):
            if rows and heading in (choices or {}):
                letter = get_column_letter(column)
                allowed = DataValidation(
                    type="list",
                    formula1=f'"{",".join((choices or {})[heading])}"',
                    allow_blank=True,
                    errorTitle="不能这样填",
                    error=f"只能选：{'、'.join((choices or {})[heading])}",
                )
                allowed.add(f"{letter}{first + 1}:{letter}{first + len(rows)}")
                sheet.add_data_validation(allowed)
        sheet.protection.sheet = bool(given)
        sheet.freeze_panes = sheet.cell(first + 1, 1)
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
        sheet.print_title_rows = f"{first}:{first}"
    return save_workbook(book)
