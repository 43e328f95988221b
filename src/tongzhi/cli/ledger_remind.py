"""`tongzhi ledger remind|brief`: whom to urge this week, and one page on the ledger for whoever leads."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import click

from tongzhi.cli.base import FILE, command, settings
from tongzhi.cli.ledger_base import (
    BY,
    DATABASE,
    issuer_of,
    open_it,
    read_limit,
    refuse_early,
    step_of,
    write_result,
)
from tongzhi.cli.ledger_office import give_slips
from tongzhi.cli.ledger_select import STDOUT
from tongzhi.cli.output import tell
from tongzhi.errors import DONE, InputError
from tongzhi.ledger import slips, store
from tongzhi.ledger.brief import brief_text, make_brief, render_brief
from tongzhi.ledger.lamps import SOON, URGED, to_urge
from tongzhi.ledger.store import Filter


@command(
    "remind",
    examples=("tongzhi ledger remind --week -o 本周催办", "tongzhi ledger remind --within 3天 --preview"),
)
@click.option("--week", is_flag=True, help="逾期的和七天内到期的（不写期限时就是这样）")
@click.option("--within", metavar="期限", help="改成几天内到期的：3天、5个工作日，或到某个日期")
@click.option("--issuer", default="", metavar="单位", help="交办单位（默认本单位.yaml 的发文机关）")
@click.option("--signer", default="", metavar="姓名", help="签发人")
@click.option(
    "-o", "--output", type=FILE, metavar="文件夹", help="每个单位一份 .docx（印发）和一份 .txt（发群）"
)
@click.option("--preview", is_flag=True, help="只看，不记入历史")
@BY
@DATABASE
def remind_command(
    week: bool,
    within: str | None,
    issuer: str,
    signer: str,
    output: Path | None,
    preview: bool,
    by: str | None,
    database: str | None,
) -> int:
    """每周催办：逾期的和快到期的，一个单位一份，记入历史。"""
    if week and within:
        raise InputError.one("--week 和 --within 只能写一个", "--week 就是七天内")
    step = step_of(by)
    until = read_limit(within, step.day, "--within") if within else step.day + timedelta(days=SOON)
    assert until is not None
    with open_it(database).writing() as conn:
        wanted, timeless = to_urge(store.lines(conn, Filter(states=URGED)), step.day, until)
        orphans = [line.hazard_no for line in wanted if not line.resp_unit]
        made = slips.make_slips(
            conn,
            [line.hazard_no for line in wanted if line.resp_unit],
            step,
            issuer=issuer_of(issuer),
            signer=signer,
            record=not preview,
        )
        # inside the transaction, so that nothing is noted down when the files cannot be written
        give_slips(made, output, step.day)
    items = sum(len(slip.items) for slip in made)
    tell(
        f"{len(made)} 个单位，{items} 条" + (f"，已写入 {output}" if output is not None else "")
        if made
        else "没有逾期的，也没有快到期的"
    )
    if orphans:
        tell(
            f"{len(orphans)} 条没有责任单位，没有催：{_some(orphans)}；先 tongzhi ledger edit 编号 --set 责任单位=…"
        )
    if timeless:
        tell(f"{len(timeless)} 条没定时限，没有催：{_some([line.hazard_no for line in timeless])}")
    return DONE


def _some(numbers: list[str]) -> str:
    return "、".join(numbers[:5]) + (" 等" if len(numbers) > 5 else "")


@command("brief", examples=("tongzhi ledger brief", "tongzhi ledger brief -o 台账简报.docx"))
@click.option("--issuer", default="", metavar="单位", help="谁报（默认本单位.yaml 的发文机关）")
@click.option("-o", "--output", type=FILE, metavar="文件", help="写成一页 .docx，或 .txt；不写则打印")
@DATABASE
def brief_command(issuer: str, output: Path | None, database: str | None) -> int:
    """一页简报：给领导看的，数字都出自台账。"""
    refuse_early(output)
    if output is not None and output != STDOUT and output.suffix.lower() not in (".docx", ".txt"):
        raise InputError.one(f"简报写不成 {output.suffix or '没有扩展名的文件'}", "写 .docx 或 .txt")
    with open_it(database).reading() as conn:
        brief = make_brief(conn, settings().day())
    name = issuer_of(issuer)
    if output is not None and output.suffix.lower() == ".docx":
        write_result(output, render_brief(brief, name))
    else:
        write_result(output or STDOUT, brief_text(brief, name).encode())
    return DONE
