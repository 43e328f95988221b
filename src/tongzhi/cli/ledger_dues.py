"""`tongzhi ledger overdue|due|stats`: how the ledger stands against its time limits and last year."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongzhi.cli.base import FILE, Day, command, settings
from tongzhi.cli.grid import draw
from tongzhi.cli.ledger_base import DATABASE, open_it, read_limit, refuse_early, write_result
from tongzhi.cli.ledger_select import (
    FORMAT,
    OUTPUT,
    SHORT,
    STDOUT,
    chosen_form,
    filtered,
    make_filter,
    render_as,
    short_cells,
)
from tongzhi.cli.output import tell
from tongzhi.ledger import exporting, stats
from tongzhi.ledger.calendar_file import render_calendar
from tongzhi.ledger.exporting import LINE_HEADER, due_cells, json_lines
from tongzhi.ledger.overdue import list_due, list_overdue

if TYPE_CHECKING:
    from tongzhi.ledger.overdue import Due


def _show_dues(dues: list[Due], form: str | None, output: Path | None, day: date) -> None:

    header = (*LINE_HEADER, "期限情况")
    match chosen_form(form, output):
        case "json":
            data = json_lines([due.line for due in dues], len(dues), 1, len(dues), day)
        case "csv" | "xlsx" as chosen:
            data = render_as(chosen, "期限", header, map(due_cells, dues))
        case _:
            rows = [short_cells(due.line, day, due.remark) for due in dues]
            data = (draw(SHORT, rows, widest=36) + "\n").encode() if dues else b""
    write_result(output or STDOUT, data)


@command(
    "overdue", examples=("tongzhi ledger overdue", "tongzhi ledger overdue --county 青川县 -o 逾期.xlsx")
)
@filtered
@FORMAT
@OUTPUT
@DATABASE
def overdue_command(
    state: tuple[str, ...],
    field: tuple[str, ...],
    county: tuple[str, ...],
    owner: tuple[str, ...],
    level: str | None,
    kind: str | None,
    text: str,
    form: str | None,
    output: Path | None,
    database: str | None,
) -> int:
    """逾期：时限已过、没有销号的，逾期最久的在前。"""
    refuse_early(output)
    day = settings().day()
    with open_it(database).reading() as conn:
        wanted = make_filter(conn, state, field, county, owner, level, kind, text)
        dues = list_overdue(conn, day, wanted)
    _show_dues(dues, form, output, day)
    tell(f"逾期 {len(dues)} 条；发督办单：tongzhi ledger slip --overdue" if dues else "没有逾期的")
    return 0


@command(
    "due",
    examples=("tongzhi ledger due --within 7天", "tongzhi ledger due --within 5个工作日 --ics 提醒.ics"),
)
@filtered
@click.option(
    "--within", default="7天", metavar="期限", help="几天内：7天、5个工作日，或到某个日期（默认 7天）"
)
@click.option("--ics", type=FILE, metavar="文件", help="写成日历提醒（.ics），逾期的也在内")
@FORMAT
@OUTPUT
@DATABASE
def due_command(
    state: tuple[str, ...],
    field: tuple[str, ...],
    county: tuple[str, ...],
    owner: tuple[str, ...],
    level: str | None,
    kind: str | None,
    text: str,
    within: str,
    ics: Path | None,
    form: str | None,
    output: Path | None,
    database: str | None,
) -> int:
    """到期：近期要到时限、还没有销号的；按工作日历算还剩几天。"""
    refuse_early(output)
    refuse_early(ics)
    day = settings().day()
    until = read_limit(within, day, "--within")
    assert until is not None
    with open_it(database).reading() as conn:
        wanted = make_filter(conn, state, field, county, owner, level, kind, text)
        dues = list_due(conn, day, until, wanted)
        late = list_overdue(conn, day, wanted) if ics is not None else []
    if ics is not None:
        write_result(ics, render_calendar([*late, *dues], day))
        tell(f"已写 {ics}：{len(late) + len(dues)} 条提醒，导入日历即可")
    if ics is None or output is not None or form is not None:
        _show_dues(dues, form, output, day)
    tell(f"{until} 前到期 {len(dues)} 条")
    return 0


@command(
    "stats",
    examples=(
        "tongzhi ledger stats --by county",
        "tongzhi ledger stats --by month --since 2020-01-01",
        "tongzhi ledger stats -o 统计.xlsx",
    ),
)
@click.option(
    "--by",
    "dimension",
    type=click.Choice(["field", "county", "owner", "level", "month", "state", "accident"]),
    default="county",
    help="按领域、县区、责任单位、等级、月份、状态；accident 为三下降一杜绝",
)
@click.option("--since", type=Day(), metavar="日期", help="只统计这天起发现的")
@FORMAT
@OUTPUT
@DATABASE
def stats_command(
    dimension: str, since: date | None, form: str | None, output: Path | None, database: str | None
) -> int:
    """统计：与去年同期比；-o 统计.xlsx 出全部各表和图。"""
    refuse_early(output)
    day = settings().day()
    chosen = chosen_form(form, output)
    every = chosen == "xlsx"
    with open_it(database).reading() as conn:
        names = list(stats.DIMENSIONS) if every else [] if dimension == "accident" else [dimension]
        tables = [stats.count_items(conn, name, day, start=since) for name in names]
        targets = stats.count_accidents(conn, day) if every or dimension == "accident" else []
    if every:
        from tongzhi.ledger.workbooks import (
            render_stats,  # the charts of openpyxl take longer than the counts
        )

        write_result(output or STDOUT, render_stats(tables, targets))
        return 0
    if tables:
        header, rows = exporting.stats_table(tables[0])
    else:
        header, rows = exporting.targets_table(targets)
    if chosen == "json":
        records = [dict(zip(header, row, strict=True)) for row in rows]
        data = (json.dumps(records, ensure_ascii=False, indent=1) + "\n").encode()
    elif chosen == "csv":
        data = exporting.render_csv(header, rows)
    else:
        data = (draw(header, rows) + "\n").encode()
    write_result(output or STDOUT, data)
    return 0
