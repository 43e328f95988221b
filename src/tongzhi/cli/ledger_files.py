"""`tongzhi ledger import|export|circular`: files in and out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from tongzhi.cli.base import FILE, Day, command, settings
from tongzhi.cli.grid import draw
from tongzhi.cli.ledger_base import (
    BY,
    DATABASE,
    issuer_of,
    keep_mapping,
    open_it,
    refuse_early,
    step_of,
    write_result,
)
from tongzhi.cli.ledger_select import filtered, make_filter
from tongzhi.cli.output import fail, say, tell, warn
from tongzhi.errors import DONE, PARTLY, InputError, Problem
from tongzhi.ledger import papers, slips, stats, store, workbooks
from tongzhi.ledger.importing import import_batch
from tongzhi.ledger.sources import read_batch
from tongzhi.read.account import gather

SHOWN = 20
"""So many warnings of one kind are shown; the rest is counted."""


@command(
    "import",
    examples=(
        "tongzhi ledger import 任务清单.xlsx",
        "tongzhi ledger import 整改清单.docx 整改清单.yaml --by 张三",
        "tongzhi extract 讲话.txt -o 任务.json && tongzhi ledger import 任务.json",
    ),
)
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="文件…")
@click.option("--sheet", metavar="工作表", help="Excel 里的哪张表")
@click.option("--all", "all_tasks", is_flag=True, help="任务清单里的原则要求也列入")
@click.option(
    "--map",
    "mapped",
    multiple=True,
    metavar="列=字段",
    help="这一列是哪个字段（不要的写 列=不用），可写多次；记住下次用",
)
@click.option("--update", is_flag=True, help="已在台账的，按表里填了的内容更新（留历史）")
@BY
@DATABASE
def import_command(
    files: tuple[Path, ...],
    sheet: str | None,
    all_tasks: bool,
    mapped: tuple[str, ...],
    update: bool,
    by: str | None,
    database: str | None,
) -> int:
    """列单：导入任务清单（.json .xlsx）、整改清单（.xlsx .yaml .docx .csv）；重复导入不会重复。"""
    mapping = keep_mapping("整改台账", mapped)
    batches = [read_batch(path, sheet=sheet, all_tasks=all_tasks, mapping=mapping) for path in files]
    step = step_of(by)
    ledger = open_it(database, create=True)
    code = DONE
    for batch in batches:
        _warn_some(gather(batch.notes))
        with ledger.writing() as conn:
            done = import_batch(conn, batch, step, update=update)
        _warn_some(gather(done.warnings))
        _warn_some(gather(done.differing))
        if done.differing:
            tell("要按表更新：加 --update 再导入一次")
        refused = gather(done.refused)
        for problem in refused[:SHOWN]:
            fail(str(problem))
        if len(refused) > SHOWN:
            fail(f"另有 {len(refused) - SHOWN} 处问题")
        code = PARTLY if done.refused else code
        said = f"{batch.file}：新列 {len(done.added)} 条，已有 {done.known} 条"
        said += f"，更新 {len(done.updated)} 条" if update else ""
        say(said + (f"，未导入 {done.refused_rows} 条" if done.refused_rows else ""))
        tell(done.account.last_line())
    return code


def _warn_some(problems: list[Problem]) -> None:
    warn(problems[:SHOWN])
    if len(problems) > SHOWN:
        tell(f"提醒：另有 {len(problems) - SHOWN} 条类似的")


@command(
    "export",
    examples=(
        "tongzhi ledger export -o 整改台账.xlsx",
        "tongzhi ledger export --county 青川县 -o 青川县整改清单.docx",
    ),
)
@click.option(
    "-o",
    "--output",
    type=FILE,
    required=True,
    metavar="文件",
    help=".xlsx .csv .json .docx .yaml；- 为 JSON 到标准输出",
)
@filtered
@click.option("--overdue", is_flag=True, help="只要逾期的")
@click.option("--title", default="", metavar="标题", help=".docx 的标题")
@click.option("--issuer", default="", metavar="单位", help=".docx 的编制单位")
@DATABASE
def export_command(
    output: Path,
    state: tuple[str, ...],
    field: tuple[str, ...],
    county: tuple[str, ...],
    owner: tuple[str, ...],
    level: str | None,
    kind: str | None,
    text: str,
    overdue: bool,
    title: str,
    issuer: str,
    database: str | None,
) -> int:
    """导出：.xlsx、.csv、.json（可再导入）、.docx（整改清单）、.yaml（整改清单的数据）。"""
    refuse_early(output)
    ending = output.suffix.lower()
    if ending not in (".xlsx", ".csv", ".json", ".docx", ".yaml") and str(output) != "-":
        raise InputError.one(
            f"不会写 {ending or '没有扩展名的'} 文件", "文件名以 .xlsx .csv .json .docx .yaml 结尾"
        )
    day = settings().day()
    with open_it(database).reading() as conn:
        wanted = make_filter(
            conn, state, field, county, owner, level, kind, text, overdue_on=day if overdue else None
        )
        items = [stored.item for stored in store.each(conn, wanted)]
        past = store.changes(conn) if ending not in (".xlsx", ".csv", ".docx", ".yaml") else []
    if not items:
        tell("没有符合的项目，导出的是空表")
    data, notes = papers.export_items(
        items, ending.lstrip(".") or "json", day,
        past=past, title=title, issuer=issuer_of(issuer) if ending in (".docx", ".yaml") else "", lenient=settings().lenient,
    )  # fmt: skip
    _warn_some(notes)
    write_result(output, data)
    left_out = sum(not item.is_hazard for item in items) if ending in (".docx", ".yaml") else 0
    tell(
        f"导出 {len(items) - left_out} 条"
        + (f"；{left_out} 条任务不进整改清单，用 -o 任务.xlsx 导出" if left_out else "")
    )
    return 0


@command(
    "circular",
    examples=(
        "tongzhi ledger circular",
        "tongzhi ledger circular -o 整改通报.yaml --due 2020-11-10 && tongzhi fill 进展通报 整改通报.yaml",
    ),
)
@click.option(
    "-o",
    "--output",
    type=FILE,
    metavar="文件",
    help=".yaml（通报的数据）、.docx（通报）、.xlsx（排名表和统计图）",
)
@click.option("--since", type=Day(), metavar="日期", help="只统计这天起发现的")
@click.option("--due", type=Day(), metavar="日期", help="要求整改完成的时限")
@click.option("--issuer", default="", metavar="单位", help="发文机关")
@click.option("--about", default="", metavar="名称", help="什么会议或行动的整改，写进标题")
@DATABASE
def circular_command(
    output: Path | None, since: date | None, due: date | None, issuer: str, about: str, database: str | None
) -> int:
    """通报：各县（市、区）整改进度排名、逾期和要求。"""
    refuse_early(output)
    day = settings().day()
    with open_it(database).reading() as conn:
        table = stats.count_items(conn, "county", day, start=since)
        every = [stats.count_items(conn, name, day, start=since) for name in stats.DIMENSIONS]
        targets = stats.count_accidents(conn, day)
    ranks = slips.rank(table)
    if output is None:
        say(draw(slips.RANK_HEADER, [slips.rank_cells(row) for row in ranks]))
        say(papers.overview(table, day))
        return 0
    sender = issuer_of(issuer)
    if not sender and output.suffix.lower() == ".docx":
        raise InputError.one("通报没有发文机关", "--issuer 单位，或在本单位.yaml 设一次")
    data = papers.circular_data(table, ranks, day, due=due, issuer=sender, about=about)
    match output.suffix.lower():
        case ".yaml":
            made = papers.render_yaml(data)
        case ".docx":
            made, notes = papers.render_circular(data, day, lenient=settings().lenient)
            _warn_some(notes)
        case ".xlsx":
            made = workbooks.render_stats(every, targets, ranks=[slips.rank_cells(row) for row in ranks])
        case ending:
            raise InputError.one(f"不会写 {ending or '没有扩展名的'} 文件", "文件名以 .yaml .docx .xlsx 结尾")
    write_result(output, made)
    return 0
