"""`tongzhi ledger list|show|overdue|due|stats|history`: looking at the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tongzhi.cli.base import FILE, Day, command, settings
from tongzhi.cli.grid import draw
from tongzhi.cli.ledger_base import DATABASE, open_it, read_limit, refuse_early, write_result
from tongzhi.cli.output import say, tell
from tongzhi.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tongzhi.ledger.ledger import Connection
    from tongzhi.ledger.overdue import Due
    from tongzhi.ledger.store import Filter, Line

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
    from tongzhi.ledger.item import STATE_WORDS
    from tongzhi.ledger.store import Filter

    unknown = [word for word in state if word not in STATE_WORDS]
    if unknown:
        raise InputError.one(f"没有“{unknown[0]}”这种状态", "写 列单、交单、办单、验收、清单")
    return Filter(
        states=tuple(STATE_WORDS[word].value for word in state),
        fields=_matching(conn, "field", "领域", field),
        regions=_matching(conn, "region", "县区", county),
        owners=_matching(conn, "resp_unit", "责任单位", owner),
        level=level or "",
        kind=kind or "",
        text=text,
        **more,
    )


def _matching(conn: Connection, column: str, label: str, wanted: Sequence[str]) -> tuple[str, ...]:
    from tongzhi.ledger.store import distinct

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


def _form(form: str | None, output: Path | None) -> str:
    if form is not None:
        return form
    ending = output.suffix.lower().lstrip(".") if output is not None else ""
    if ending in ("", "txt"):
        return "table"
    if ending not in ("json", "csv", "xlsx"):
        raise InputError.one(f"不会写 .{ending} 文件", "文件名以 .xlsx .csv .json .txt 结尾，或写明 --format")
    return ending


def _short(line: Line, day: date, remark: str = "") -> list[str]:
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


_SHORT = ("编号", "状态", "等级", "地区", "领域", "单位名称", "责任单位", "时限", "期限情况", "内容")


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
    from tongzhi.ledger import store
    from tongzhi.ledger.exporting import LINE_HEADER, json_lines, line_cells, render_csv, render_table

    refuse_early(output)
    day = settings().day()
    with open_it(database).reading() as conn:
        wanted = make_filter(
            conn, state, field, county, owner, level, kind, text,
            overdue_on=day if overdue else None, open_only=open_only,
        )  # fmt: skip
        lines, total = store.page(conn, wanted, size=size, number=page)
    pages = max((total + size - 1) // size, 1)
    match _form(form, output):
        case "json":
            data = json_lines(lines, total, page, size, day)
        case "csv":
            data = render_csv(LINE_HEADER, map(line_cells, lines))
        case "xlsx":
            data = render_table("台账", LINE_HEADER, map(line_cells, lines))
        case _:
            table = draw(_SHORT, [_short(line, day) for line in lines], widest=32)
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
    from tongzhi.ledger import store
    from tongzhi.ledger.service import missing_for_next, next_step

    with open_it(database).reading() as conn:
        stored = store.find(conn, number)
        past = store.changes(conn, stored.item.hazard_no)
    if form == "json":
        import json

        from tongzhi.ledger.exporting import change_record

        found = {
            "version": stored.version,
            "item": stored.item.to_row(),
            "history": [change_record(change) for change in past],
        }
        say(json.dumps(found, ensure_ascii=False, indent=1))
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
    from tongzhi.ledger.exporting import describe_fields

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
    from tongzhi.ledger import store

    with open_it(database).reading() as conn:
        past = store.changes(conn, number, limit=None if number else last)
    if form == "json":
        import json

        from tongzhi.ledger.exporting import change_record

        say(json.dumps([change_record(change) for change in past], ensure_ascii=False, indent=1))
        return 0
    for change in past:
        say(_history_line(change) if number else f"{change.hazard_no} {_history_line(change)}")
    return 0


def _show_dues(dues: list[Due], form: str | None, output: Path | None, day: date) -> None:
    from tongzhi.ledger.exporting import LINE_HEADER, due_cells, json_lines, render_csv, render_table

    header = (*LINE_HEADER, "期限情况")
    match _form(form, output):
        case "json":
            data = json_lines([due.line for due in dues], len(dues), 1, len(dues), day)
        case "csv":
            data = render_csv(header, map(due_cells, dues))
        case "xlsx":
            data = render_table("期限", header, map(due_cells, dues))
        case _:
            rows = [_short(due.line, day, due.remark) for due in dues]
            data = (draw(_SHORT, rows, widest=36) + "\n").encode() if dues else b""
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
    from tongzhi.ledger.overdue import list_overdue

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
    from tongzhi.ledger.overdue import list_due, list_overdue

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
        from tongzhi.ledger.calendar_file import render_calendar

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
    from tongzhi.ledger import exporting, stats

    refuse_early(output)
    day = settings().day()
    chosen = _form(form, output)
    every = chosen == "xlsx"
    with open_it(database).reading() as conn:
        names = list(stats.DIMENSIONS) if every else [] if dimension == "accident" else [dimension]
        tables = [stats.count_items(conn, name, day, start=since) for name in names]
        targets = stats.count_accidents(conn, day) if every or dimension == "accident" else []
    if every:
        write_result(output or STDOUT, exporting.render_stats(tables, targets))
        return 0
    if tables:
        header: tuple[str, ...] = (stats.DIMENSIONS[dimension], *exporting.STATS_HEADER)
        rows = [[count.name, *exporting.stats_cells(count)] for count in (*tables[0].rows, tables[0].total)]
    else:
        header = ("指标", "今年", "去年同期", "变化", "达到")
        rows = [
            [target.name, str(target.now), str(target.before), target.words, "是" if target.reached else "否"]
            for target in targets
        ]
    if chosen == "json":
        import json

        records = [dict(zip(header, row, strict=True)) for row in rows]
        data = (json.dumps(records, ensure_ascii=False, indent=1) + "\n").encode()
    elif chosen == "csv":
        data = exporting.render_csv(header, rows)
    else:
        data = (draw(header, rows) + "\n").encode()
    write_result(output or STDOUT, data)
    return 0
