"""Items as files: JSON that can be imported again, CSV, Excel with charts."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from tongzhi.ledger.history import Change
from tongzhi.ledger.overdue import Due
from tongzhi.ledger.stats import DIMENSIONS, Count, CountTable, StatsTarget
from tongzhi.ledger.store import LedgerLine, Stored
from tongzhi.model.item import Item, fields, label_of
from tongzhi.model.item_cells import show

LEDGER_SCHEMA = "tongzhi.ledger/1"
HISTORY = "经过"
"""Key of an exported item under which its history stands."""

LINE_HEADER = (
    "隐患编号", "种类", "状态", "所属地区", "行业领域", "单位名称", "隐患等级", "整改责任单位", "整改责任人", "发现日期",
    "整改时限", "整改完成日期", "销号日期", "隐患描述",
)  # fmt: skip
_CORE = (
    "hazard_no", "kind", "state", "region", "field", "entity", "location", "description", "level", "found_on", "measures",
    "resp_unit", "resp_person", "funds", "due", "emergency_plan",
)  # fmt: skip
"""Columns that an export always has."""


def line_cells(line: LedgerLine) -> list[str]:
    """Give the cells of a line in the order of `LINE_HEADER`."""
    return [show(getattr(line, name)) for name in LedgerLine.__dataclass_fields__ if name != "id"]


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


STATS_HEADER = ("总数", "已销号", "完成率", "未销号", "逾期", "重大", "重大未销号", "去年同期", "同比")


TARGETS_HEADER = ("指标", "今年", "去年同期", "变化", "达到")


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


def stats_table(table: CountTable) -> tuple[tuple[str, ...], list[list[str]]]:
    """Give the header and the rows of counts, the whole last."""
    header = (DIMENSIONS[table.dimension], *STATS_HEADER)
    return header, [[count.name, *stats_cells(count)] for count in (*table.rows, table.total)]


def targets_table(targets: Iterable[StatsTarget]) -> tuple[tuple[str, ...], list[list[str]]]:
    """Give the header and the rows of 三下降一杜绝."""
    rows = [
        [target.name, str(target.now), str(target.before), target.words, "是" if target.reached else "否"]
        for target in targets
    ]
    return TARGETS_HEADER, rows


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


def item_record(stored: Stored, past: Iterable[Change]) -> dict[str, Any]:
    """Give one item with its version and history for JSON."""
    return {
        "version": stored.version,
        "item": stored.item.to_row(),
        "history": [change_record(change) for change in past],
    }


def due_cells(due: Due) -> list[str]:
    """Give the cells of a line with how far its limit is."""
    return [*line_cells(due.line), due.remark]


def json_lines(lines: Iterable[LedgerLine], total: int, page: int, size: int, day: date) -> bytes:
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
