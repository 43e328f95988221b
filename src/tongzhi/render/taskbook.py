"""任务清单.xlsx: the task list to edit in Excel or WPS and to give back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from tongzhi.model.task import TaskList
from tongzhi.model.task_cells import (
    COLUMNS,
    FIELDS,
    KINDS,
    PROVENANCE,
    Cells,
    say_open,
    show_rows,
    show_sentence,
)
from tongzhi.render.tasklist import listed, rejected
from tongzhi.render.workbook import save_workbook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SHEET, OTHERS, ABOUT = "任务清单", "其余句子", "说明"
_WIDTHS = {
    "采用": 6, "编号": 8, "类别": 7, "任务": 24, "内容": 48, "责任单位": 20, "时限": 16, "到期日": 11, "数量": 16, "领域": 10,
    "备注": 20, "章节": 24, "出处": 14, "责任来源": 12, "判定依据": 26, "原始数据": 10,
}  # fmt: skip
_SPARE_ROWS = 200
_TINT = PatternFill("solid", fgColor="FFF2CC")
_HEAD, _GREY = PatternFill("solid", fgColor="D9E2F3"), PatternFill("solid", fgColor="F2F2F2")
_LINE = Side(style="thin", color="BFBFBF")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ROW, _WRAPPED = 16, ("任务", "内容", "责任单位", "时限", "数量", "备注")
_LONGEST = 32_000
"""A cell holds 32,767 characters."""

_HELP = (
    "怎样用：在“任务清单”里改字、改单位、改时限；不要的行把“采用”改为“否”或整行删除；可以加行、换序。",
    "“其余句子”是没有列为任务的句子，认为是任务的，把“采用”改为“是”。",
    "浅黄的单元格是按对照表建议的责任单位，请核对；“待定”是讲话没有说的，请补上。",
    "灰色各列和隐藏列记着出处，请不要改；没有动过的单元格仍记原文出处，动过的记为“填写”。",
    "改好后：tongzhi draft 讲话 --meeting 会议.yaml --tasks 任务清单.xlsx",
)


def render_workbook(tasks: TaskList, *, requirements: bool = False) -> bytes:
    """Give the workbook: the tasks, the sentences that became none, and a page on how to use it."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = SHEET
    shown = listed(tasks, requirements=requirements)
    lines = [row for task in shown for row in task.rows()]
    suggested = {row.id for row in lines if any(one.origin == "suggested" for one in row.owners)}
    _fill(sheet, show_rows(shown), suggested)
    others = [show_sentence(one, number) for number, one in enumerate(rejected(tasks, shown), start=1)]
    if others:
        _fill(workbook.create_sheet(OTHERS), others, set())
    _about(workbook.create_sheet(ABOUT), tasks)
    return save_workbook(workbook)


def _fill(sheet: Worksheet, rows: Iterable[Cells], suggested: set[str]) -> None:
    for column, name in enumerate(COLUMNS, start=1):
        cell = sheet.cell(1, column, name)
        cell.font, cell.fill, cell.border = Font(bold=True), _HEAD, _BOX
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS[name]
    sheet.column_dimensions[get_column_letter(len(COLUMNS))].hidden = True
    last = 1
    for last, row in enumerate(rows, start=2):
        _fill_row(sheet, last, row, tinted=row["编号"] in suggested)
    sheet.freeze_panes = "D2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{last}"
    _add_choices(sheet, last + _SPARE_ROWS)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.print_area = f"A1:{get_column_letter(COLUMNS.index('备注') + 1)}{last}"


def _fill_row(sheet: Worksheet, number: int, row: Cells, *, tinted: bool) -> None:
    # a row without a height is not fitted to wrapped text by every program that opens it
    sheet.row_dimensions[number].height = _ROW * max(
        _count_lines(row[name], _WIDTHS[name]) for name in _WRAPPED
    )
    for column, name in enumerate(COLUMNS, start=1):
        value = _CONTROL.sub("", row[name])
        cell = sheet.cell(number, column)
        if name == "到期日" and value:
            cell.value, cell.number_format = date.fromisoformat(value), "yyyy-mm-dd"
        elif value and not (name == "原始数据" and len(value) > _LONGEST):
            # set as text, so that “=…” in a speech never becomes a formula
            cell.value, cell.data_type, cell.number_format = value, "s", "@"
            cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
        centred = name in ("采用", "编号", "类别", "到期日", "领域")
        cell.alignment = Alignment(
            horizontal="center" if centred else "left", vertical="center", wrap_text=name != "原始数据"
        )
        cell.border = _BOX
        if name in PROVENANCE:
            cell.font, cell.fill = Font(color="7F7F7F", size=9), _GREY
        elif name == "责任单位" and tinted:
            cell.fill = _TINT


def _count_lines(text: str, width: int) -> int:
    room = max(1, width - 1)
    return sum(-(-sum(1 + (char > "\x7f") for char in line) // room) or 1 for line in text.split("\n"))


def _add_choices(sheet: Worksheet, last: int) -> None:
    choices = {"采用": ("是", "否"), "类别": tuple(KINDS.values()), "领域": FIELDS}
    for name, values in choices.items():
        rule = DataValidation("list", formula1=f'"{",".join(values)}"', allow_blank=True)
        rule.errorTitle, rule.error = name, f"请从列表中选一个{name}"
        letter = get_column_letter(COLUMNS.index(name) + 1)
        rule.add(f"{letter}2:{letter}{last}")
        sheet.add_data_validation(rule)


def _about(sheet: Worksheet, tasks: TaskList) -> None:
    lines = [
        *_HELP,
        "",
        f"讲话：{tasks.source.file or '未注明'}",
        f"会议日期：{tasks.meeting_date.isoformat() if tasks.meeting_date else '未注明'}",
        *map(say_open, tasks.open),
    ]
    for number, line in enumerate(lines, start=1):
        cell = sheet.cell(number, 1, _CONTROL.sub("", line))
        cell.data_type, cell.alignment = "s", Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width = 100
    rest = TaskList(
        meeting_date=tasks.meeting_date, keywords=tasks.keywords, open=tasks.open, source=tasks.source
    )
    packed = json.dumps(rest.to_json(), ensure_ascii=False, separators=(",", ":"))
    cell = sheet.cell(1, 2, packed[:_LONGEST] if len(packed) <= _LONGEST else "")
    cell.data_type = "s"
    sheet.column_dimensions["B"].hidden = True
