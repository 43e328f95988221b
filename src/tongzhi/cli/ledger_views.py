"""`tongzhi ledger list|show|history`: looking at items of the ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from tongzhi.cli.base import command, settings
from tongzhi.cli.grid import draw
from tongzhi.cli.ledger_base import DATABASE, open_it, refuse_early, write_result
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
from tongzhi.cli.output import say, tell
from tongzhi.ledger import store
from tongzhi.ledger.exporting import (
    LINE_HEADER,
    change_record,
    describe_fields,
    item_record,
    json_lines,
    line_cells,
)
from tongzhi.ledger.service import missing_for_next, next_step


@command(
    "list",
    examples=(
        "tongzhi ledger list --state 办单 --county 青川县",
        "tongzhi ledger list --overdue --format xlsx -o 逾期.xlsx",
        "tongzhi ledger list --text 尾矿库 --page 2",
    ),
)
@filtered
@click.option("--overdue", is_flag=True, help="只看逾期的")
@click.option("--open", "open_only", is_flag=True, help="只看没有销号的")
@click.option("--page", type=click.IntRange(min=1), default=1, metavar="N", help="第几页")
@click.option("--size", type=click.IntRange(1, 100_000), default=50, metavar="N", help="每页几条（默认 50）")
@FORMAT
@OUTPUT
@DATABASE
def list_command(
    state: tuple[str, ...],
    field: tuple[str, ...],
    county: tuple[str, ...],
    owner: tuple[str, ...],
    level: str | None,
    kind: str | None,
    text: str,
    overdue: bool,
    open_only: bool,
    page: int,
    size: int,
    form: str | None,
    output: Path | None,
    database: str | None,
) -> int:
    """列出台账，按时限先后。"""
    refuse_early(output)
    day = settings().day()
    with open_it(database).reading() as conn:
        wanted = make_filter(
            conn, state, field, county, owner, level, kind, text,
            overdue_on=day if overdue else None, open_only=open_only,
        )  # fmt: skip
        lines, total = store.page(conn, wanted, size=size, number=page)
    pages = max((total + size - 1) // size, 1)
    match chosen_form(form, output):
        case "json":
            data = json_lines(lines, total, page, size, day)
        case "csv" | "xlsx" as chosen:
            data = render_as(chosen, "台账", LINE_HEADER, map(line_cells, lines))
        case _:
            table = draw(SHORT, [short_cells(line, day) for line in lines], widest=32)
            data = (table + "\n").encode() if lines else b""
    write_result(output or STDOUT, data)
    tell(f"共 {total} 条，第 {page}/{pages} 页" if total else "没有符合的项目")
    return 0


@command("show", examples=("tongzhi ledger show QC-FKS-2020-017",))
@click.argument("number", metavar="隐患编号")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="text（默认）或 json"
)
@DATABASE
def show_command(number: str, form: str, database: str | None) -> int:
    """看一条：全部字段、下一步、还缺什么、历史。"""
    with open_it(database).reading() as conn:
        stored = store.find(conn, number)
        past = store.changes(conn, stored.item.hazard_no)
    if form == "json":
        say(json.dumps(item_record(stored, past), ensure_ascii=False, indent=1))
        return 0
    for label, value in stored.item.to_row().items():
        say(f"{label}：{stored.item.stage if label == '状态' else value}")
    say(f"版本：{stored.version}")
    say(next_step(stored.item))
    for problem in missing_for_next(stored.item, settings().day()):
        say(f"  还缺 {problem}")
    say("历史：")
    for change in past:
        say(f"  {_history_line(change)}")
    return 0


def _history_line(change: Any) -> str:

    moved = f"{change.before}→{change.after}" if change.before != change.after else change.after
    words = "；".join(part for part in (change.note, describe_fields(change)) if part)
    return f"{change.at:%Y-%m-%d %H:%M} {change.by} {change.action}（{moved.lstrip('→')}）{words}"


@command("history", examples=("tongzhi ledger history QC-FKS-2020-017", "tongzhi ledger history --last 20"))
@click.argument("number", required=False, metavar="[隐患编号]")
@click.option(
    "--last", type=click.IntRange(1, 100_000), default=50, metavar="N", help="不写编号时，最近几条（默认 50）"
)
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", help="table（默认）或 json"
)
@DATABASE
def history_command(number: str | None, last: int, form: str, database: str | None) -> int:
    """历史：谁、何时、从哪到哪、改了什么。"""
    with open_it(database).reading() as conn:
        past = store.changes(conn, number, limit=None if number else last)
    if form == "json":
        say(json.dumps([change_record(change) for change in past], ensure_ascii=False, indent=1))
        return 0
    for change in past:
        say(_history_line(change) if number else f"{change.hazard_no} {_history_line(change)}")
    return 0
