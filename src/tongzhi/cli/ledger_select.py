"""What the commands that look at the ledger share: which items, in which form, and the short row of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tongzhi.cli.base import FILE
from tongzhi.cli.output import tell
from tongzhi.errors import InputError
from tongzhi.ledger.exporting import render_csv
from tongzhi.ledger.store import Filter, distinct
from tongzhi.model.item import read_state
from tongzhi.read.meanings import read_status

if TYPE_CHECKING:
    from tongzhi.ledger.ledger import Connection
    from tongzhi.ledger.store import LedgerLine

STDOUT = Path("-")
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "xlsx"]),
    default=None,
    help="默认看 -o 的扩展名，否则 table",
)
OUTPUT = click.option("-o", "--output", type=FILE, metavar="文件", help="写入文件；- 为标准输出")

_FILTERS = (
    click.option("--state", multiple=True, metavar="状态", help="列单、交单、办单、验收、清单；可多次"),
    click.option("--field", multiple=True, metavar="领域", help="行业领域，可多次"),
    click.option("--county", multiple=True, metavar="县区", help="所属地区，可多次"),
    click.option("--owner", multiple=True, metavar="单位", help="责任单位，写一部分也行"),
    click.option("--level", type=click.Choice(["一般", "重大"]), metavar="等级", help="一般 或 重大"),
    click.option("--kind", type=click.Choice(["隐患", "任务"]), metavar="种类", help="隐患 或 任务"),
    click.option("--text", default="", metavar="文字", help="编号、单位、描述、责任人里含有的文字"),
)


def filtered(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that narrow a list."""
    for option in reversed(_FILTERS):
        function = option(function)
    return function


def render_as(form: str, title: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Give a table as `csv` or `xlsx`."""
    if form == "csv":
        return render_csv(header, rows)
    from tongzhi.ledger.workbooks import render_table  # a list on the screen does not wait for openpyxl

    return render_table(title, header, rows)


def make_filter(
    conn: Connection,
    state: Sequence[str],
    field: Sequence[str],
    county: Sequence[str],
    owner: Sequence[str],
    level: str | None,
    kind: str | None,
    text: str,
    **more: Any,
) -> Filter:
    """Give the filter of the options; part of a name stands for all names that contain it."""
    unknown = [word for word in state if not read_status(word)]
    if unknown:
        raise InputError.one(f"没有“{unknown[0]}”这种状态", "写 列单、交单、办单、验收、清单")
    return Filter(
        states=tuple(read_state(read_status(word)).value for word in state),
        fields=_matching(conn, "field", "领域", field),
        regions=_matching(conn, "region", "县区", county),
        owners=_matching(conn, "resp_unit", "责任单位", owner),
        level=level or "",
        kind=kind or "",
        text=text,
        **more,
    )


def _matching(conn: Connection, column: str, label: str, wanted: Sequence[str]) -> tuple[str, ...]:

    if not wanted:
        return ()
    there = distinct(conn, column)
    chosen: list[str] = []
    for word in wanted:
        found = [name for name in there if name == word] or [name for name in there if word in name]
        if not found:
            shown = "、".join(name for name in there[:10] if name)
            tell(f"提醒：台账里没有{label}“{word}”" + (f"；有 {shown}" if shown else ""))
        chosen += found or [word]
    return tuple(dict.fromkeys(chosen))


def chosen_form(form: str | None, output: Path | None) -> str:
    """Give the form that is asked for, else that of the file's ending, else a table.

    Raises:
        InputError: the ending means no form.
    """
    if form is not None:
        return form
    ending = output.suffix.lower().lstrip(".") if output is not None else ""
    if ending in ("", "txt"):
        return "table"
    if ending not in ("json", "csv", "xlsx"):
        raise InputError.one(f"不会写 .{ending} 文件", "文件名以 .xlsx .csv .json .txt 结尾，或写明 --format")
    return ending


def short_cells(line: LedgerLine, day: date, remark: str = "") -> list[str]:
    """Give the cells under `SHORT` for an item."""
    late = f"逾期{(day - line.due).days}天" if line.is_overdue(day) and line.due else ""
    waiting = "（待验收）" if line.state == "办单" and line.done_on else ""
    return [
        line.hazard_no,
        line.state + waiting,
        line.level if line.kind == "隐患" else line.kind,
        line.region,
        line.field,
        line.entity,
        line.resp_unit,
        line.due.isoformat() if line.due else "",
        remark or late,
        line.description,
    ]


SHORT = ("编号", "状态", "等级", "地区", "领域", "单位名称", "责任单位", "时限", "期限情况", "内容")
