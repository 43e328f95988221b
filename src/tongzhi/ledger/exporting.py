"""Items as files: JSON that can be imported again, CSV, Excel with charts."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from tongzhi.ledger.history import Change
from tongzhi.ledger.overdue import Due
from tongzhi.ledger.sources import HISTORY, LEDGER_SCHEMA
from tongzhi.ledger.stats import DIMENSIONS, Count, StatsTarget, Table
from tongzhi.ledger.store import Line
from tongzhi.model.item import Item, fields, label_of
from tongzhi.model.item_cells import show
from tongzhi.write.workbook import save_workbook

if TYPE_CHECKING:
    from openpyxl import Workbook

LINE_HEADER = (
    "隐患编号", "种类", "状态", "所属地区", "行业领域", "单位名称", "隐患等级", "整改责任单位", "整改责任人", "发现日期",
    "整改时限", "整改完成日期", "销号日期", "隐患描述",
)  # fmt: skip
_CORE = (
    "hazard_no", "kind", "state", "region", "field", "entity", "location", "description", "level", "found_on", "measures",
    "resp_unit", "resp_person", "funds", "due", "emergency_plan",
)  # fmt: skip
"""Columns that an export always has."""
_WIDE = {
    "隐患描述": 48,
    "整改措施": 36,
    "单位名称": 28,
    "隐患编号": 24,
    "整改进展": 30,
    "整改责任单位": 24,
    "备注": 30,
}


def line_cells(line: Line) -> list[str]:
    """Give the cells of a line in the order of `LINE_HEADER`."""
    return [show(getattr(line, name)) for name in Line.__dataclass_fields__ if name != "id"]


def render_json(items: Iterable[Item], changes: Iterable[Change] = ()) -> bytes:
    """Give items as JSON (`tongzhi.ledger/1`), one a line, each with its history; it can be imported again."""
    past: dict[str, list[dict[str, Any]]] = {}
    for change in changes:
        past.setdefault(change.hazard_no, []).append(change.to_json())
    rows = ",\n".join(
        json.dumps(
            {**item.to_row(), **({HISTORY: past[item.hazard_no]} if item.hazard_no in past else {})},
            ensure_ascii=False,
        )
        for item in items
    )
    return f'{{"schema": "{LEDGER_SCHEMA}",\n"items": [\n{rows}\n]}}\n'.encode()


def render_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Give a table as CSV with a BOM, so that Excel reads its Chinese."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _harmless(cell: str) -> str:
    # a cell that begins like a formula would be run by Excel
    return (
        f"'{cell}"
        if cell.startswith(("=", "+", "@", "\t")) or (cell.startswith("-") and len(cell) > 1)
        else cell
    )


def export_table(items: Iterable[Item]) -> tuple[list[str], list[list[str]]]:
    """Give header and rows of an export: the usual columns, and the others that any item fills."""
    rows = [item.to_row() for item in items]
    filled = set().union(*rows) if rows else set()
    header = [field.label for field in fields() if field.key in _CORE or field.label in filled]
    return header, [[row.get(label, "") for label in header] for row in rows]


def render_table(title: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Give a table as a workbook with frozen header, filter and widths."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    _write_sheet(book, title, header, rows)
    return save_workbook(book)


def _write_sheet(book: Workbook, title: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

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
            cell = WriteOnlyCell(sheet, value=value)
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


STATS_HEADER = ("总数", "已销号", "完成率", "未销号", "逾期", "重大", "重大未销号", "去年同期", "同比")


def stats_cells(count: Count) -> list[str]:
    """Give the cells of a row of counts in the order of `STATS_HEADER`."""
    return [
        str(count.total),
        str(count.cleared),
        "—" if count.rate is None else f"{count.rate:.1%}",
        str(count.open),
        str(count.overdue),
        str(count.major),
        str(count.major_open),
        str(count.before),
        "—" if count.change is None else f"{count.change:+.1%}",
    ]


def render_stats(
    tables: Sequence[Table], targets: Sequence[StatsTarget], *, ranks: Sequence[Sequence[str]] = ()
) -> bytes:
    """Give counts as a workbook: a sheet with a chart for each dimension, one for 三下降一杜绝; a ranking first."""
    from openpyxl import Workbook
    from openpyxl.chart import BarChart, LineChart, Reference

    from tongzhi.ledger.slips import RANK_HEADER

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
    _write_sheet(book, "三下降一杜绝", ("指标", "今年", "去年同期", "变化", "达到"), rows_of_targets)
    return save_workbook(book)


def describe_fields(change: Change) -> str:
    """Give the changed fields of a history entry in words."""
    hidden = ("state", "evidence", "extensions", "reported_by")
    parts = [
        f"{label_of(key)}：{'空' if old is None else old}→{'空' if new is None else new}"
        for key, (old, new) in change.fields.items()
        if key not in hidden
    ]
    if "evidence" in change.fields:
        parts.append("佐证材料有增加")
    return "，".join(parts)


def change_record(change: Change) -> dict[str, Any]:
    """Give a history entry for JSON."""
    return {
        "隐患编号": change.hazard_no,
        "时间": change.at.isoformat(" ", "seconds"),
        "经办": change.by,
        "动作": change.action,
        "由": change.before,
        "到": change.after,
        "说明": change.note,
        "变化": {label_of(key): {"旧": old, "新": new} for key, (old, new) in change.fields.items()},
    }


def due_cells(due: Due) -> list[str]:
    """Give the cells of a line with how far its limit is."""
    return [*line_cells(due.line), due.remark]


def json_lines(lines: Iterable[Line], total: int, page: int, size: int, day: date) -> bytes:
    """Give one page of a list as JSON."""
    rows = [
        {
            **{label: cell for label, cell in zip(LINE_HEADER, line_cells(line), strict=True) if cell},
            "逾期": line.is_overdue(day),
        }
        for line in lines
    ]
    found = {"schema": "tongzhi.ledger-page/1", "total": total, "page": page, "size": size, "items": rows}
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
