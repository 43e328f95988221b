"""The ledger as workbooks: a table of items, counts with their charts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from tongzhi.ledger.exporting import STATS_HEADER, TARGETS_HEADER
from tongzhi.ledger.slips import RANK_HEADER
from tongzhi.ledger.stats import DIMENSIONS, CountTable, StatsTarget
from tongzhi.write.workbook import cell_value, save_workbook

_WIDE = {
    "隐患描述": 48,
    "整改措施": 36,
    "单位名称": 28,
    "隐患编号": 24,
    "整改进展": 30,
    "整改责任单位": 24,
    "备注": 30,
}


def render_table(title: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Give a table as a workbook with frozen header, filter and widths."""
    book = Workbook(write_only=True)
    _write_sheet(book, title, header, rows)
    return save_workbook(book)


def _write_sheet(book: Workbook, title: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Any:

    sheet: Any = book.create_sheet(title)
    for at, name in enumerate(header, 1):
        sheet.column_dimensions[get_column_letter(at)].width = _WIDE.get(name, max(len(name) * 2 + 4, 12))
    sheet.freeze_panes = "B2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    thin = Side(style="thin", color="BFBFBF")
    edge = Border(left=thin, right=thin, top=thin, bottom=thin)
    fill, bold = PatternFill("solid", fgColor="D9E2F3"), Font(name="黑体", size=11, bold=True)
    plain, wrap = Font(name="宋体", size=11), Alignment(wrap_text=True, vertical="center")

    def cells(values: Iterable[Any], font: Font) -> Iterator[Any]:
        for value in values:
            cell = WriteOnlyCell(sheet, value=cell_value(value))
            if isinstance(value, str):
                # text that begins with = is no formula
                cell.data_type = "s"
            if isinstance(value, float):
                cell.number_format = "0.0%"
            cell.font, cell.border, cell.alignment = font, edge, wrap
            if font is bold:
                cell.fill = fill
            yield cell

    sheet.append(list(cells(header, bold)))
    count = 1
    for row in rows:
        sheet.append(list(cells(row, plain)))
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(header))}{count}"
    return sheet


def render_stats(
    tables: Sequence[CountTable], targets: Sequence[StatsTarget], *, ranks: Sequence[Sequence[str]] = ()
) -> bytes:
    """Give counts as a workbook: a sheet with a chart for each dimension, one for 三下降一杜绝; a ranking first."""
    book = Workbook(write_only=True)
    if ranks:
        _write_sheet(book, "县区排名", RANK_HEADER, ranks)
    for table in tables:
        name = DIMENSIONS[table.dimension]
        rows = [
            [count.name, count.total, count.cleared, count.rate, count.open, count.overdue, count.major,
             count.major_open, count.before, count.change]
            for count in (*table.rows, table.total)
        ]  # fmt: skip
        sheet = _write_sheet(book, f"按{name}", (name, *STATS_HEADER), rows)
        chart: Any = LineChart() if table.dimension == "month" else BarChart()
        chart.title = f"隐患整改情况（按{name}）"
        chart.height, chart.width = 9, 18
        last = len(table.rows) + 1
        for column in (2, 3, 9) if table.dimension == "month" else (2, 3, 6):
            chart.add_data(Reference(sheet, min_col=column, min_row=1, max_row=last), titles_from_data=True)
        chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=last))
        if table.rows:
            sheet.add_chart(chart, "L2")
    rows_of_targets = [
        [target.name, target.now, target.before, target.words, "是" if target.reached else "否"]
        for target in targets
    ]
    _write_sheet(book, "三下降一杜绝", TARGETS_HEADER, rows_of_targets)
    return save_workbook(book)
