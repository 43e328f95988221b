"""定稿单.xlsx: the decisions on one page, to be filled in once and given back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from tongzhi.draft.decisions import Decision
from tongzhi.draft.material import meeting_day
from tongzhi.errors import InputError, Place
from tongzhi.read.sheets import read_workbook
from tongzhi.write.workbook import save_workbook

if TYPE_CHECKING:
    from tongzhi.papers.meeting import Meeting

COLUMNS = (("序号", 7), ("要定的事", 44), ("会出现在哪里", 28), ("可选的写法", 46), ("定为", 30), ("编码", 8))
ABOUT = "加★的不定不能发；其余不定，就照现在这样印。在“定为”一栏填写，存盘后：tongzhi draft 讲话 --meeting 会议 --decisions 定稿单.xlsx"
_ANSWER, _KEY = "定为", "编码"


def write_sheet(asked: Sequence[Decision], meeting: Meeting, answers: Mapping[str, str]) -> bytes:
    """Give the sheet: a line for each decision, with what was answered so far; earlier answers that no line asks for stay.

    Args:
        asked: the decisions.
        meeting: the meeting, for the heading.
        answers: every answer given so far.
    """
    book = Workbook()
    sheet = book.active
    assert sheet is not None  # a new workbook has one
    sheet.title = "定稿单"
    day = meeting_day(meeting)
    when = f"（{day.year}年{day.month}月{day.day}日）" if day else ""
    sheet.append([f"定稿单：{meeting.meeting_name}{when}"])
    sheet.append([ABOUT])
    sheet.append([label for label, _ in COLUMNS])
    known = {one.key for one in asked}
    rows = [
        [
            f"{'★' if one.must else ''}{number}",
            one.question,
            one.where,
            "\n".join(one.options),
            one.answer,
            one.key,
        ]
        for number, one in enumerate(asked, start=1)
    ]
    rows += [
        ["", f"以前定过：{key}", "", "", answer, key]
        for key, answer in answers.items()
        if key not in known and answer
    ]
    line = Side(style="thin", color="808080")
    for row in rows:
        sheet.append(row)
    for number, (_, width) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.column_dimensions[get_column_letter(len(COLUMNS))].hidden = True
    for cells in sheet.iter_rows(min_row=3, max_row=sheet.max_row, max_col=len(COLUMNS)):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            cell.number_format = "@"
            if cell.row == 3:
                cell.font = Font(bold=True)
            elif cell.column == 5:
                cell.fill = PatternFill("solid", fgColor="FFF2CC")
    for top in (1, 2):
        sheet.merge_cells(start_row=top, start_column=1, end_row=top, end_column=len(COLUMNS) - 1)
        sheet.cell(top, 1).alignment = Alignment(wrap_text=True, vertical="center")
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    sheet.row_dimensions[2].height = 32
    sheet.freeze_panes = "A4"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return save_workbook(book)


def read_answers(path: Path) -> dict[str, str]:
    """Give what was filled in: key of the decision → answer; lines left open are left out.

    Raises:
        InputError: the file is missing or no sheet of decisions.
    """
    if not path.is_file():
        raise InputError.one("找不到这个文件", "检查文件名和所在文件夹", place=Place(file=str(path)))
    for table in read_workbook(path):
        lines = [[str(cell).strip() if cell is not None else "" for cell in row] for _, row in table.lines()]
        for number, row in enumerate(lines):
            if _ANSWER in row and _KEY in row:
                at, key = row.index(_ANSWER), row.index(_KEY)
                return {
                    cells[key]: cells[at]
                    for cells in lines[number + 1 :]
                    if len(cells) > max(at, key) and cells[key] and cells[at]
                }
    raise InputError.one(
        "里面没有定稿单",
        "要有“定为”和“编码”两列；给 tongzhi draft 生成的 定稿单.xlsx",
        place=Place(file=str(path)),
    )
