"""`tongzhi ledger slip|cover|accident`: urging, population cover, accidents."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from pydantic_core import PydanticCustomError

from tongzhi.cli.base import FILE, Day, command, settings
from tongzhi.cli.given import read_assignments
from tongzhi.cli.grid import draw
from tongzhi.cli.ledger_base import (
    BY,
    DATABASE,
    issuer_of,
    local_limits,
    now,
    open_it,
    refuse_early,
    step_of,
    write_result,
)
from tongzhi.cli.output import say, tell, warn
from tongzhi.errors import DONE, PARTLY, InputError, Problem
from tongzhi.ledger import accident, accident_book, accident_form, cover, papers, slips
from tongzhi.ledger.lamps import URGED
from tongzhi.ledger.overdue import list_overdue
from tongzhi.ledger.store import Filter
from tongzhi.model.item_cells import read_amount
from tongzhi.model.types import read_moment
from tongzhi.write.files import write_files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from decimal import Decimal

    from tongzhi.ledger.accident import Harm, Verdict
    from tongzhi.ledger.slips import Slip


@command(
    "slip",
    examples=(
        "tongzhi ledger slip --overdue --issuer 市安委会办公室 -o 督办单",
        "tongzhi ledger slip QC-FKS-2020-017 --kind 催办",
    ),
)
@click.argument("numbers", nargs=-1, metavar="[隐患编号…]")
@click.option("--overdue", is_flag=True, help="全部逾期的，一个单位一份")
@click.option(
    "--kind",
    type=click.Choice(["提示", "督办", "催办"]),
    default=None,
    metavar="种类",
    help="提示、督办、催办（默认看催过几次）",
)
@click.option("--issuer", default="", metavar="单位", help="交办单位（默认本单位.yaml 的发文机关）")
@click.option("--signer", default="", metavar="姓名", help="签发人")
@click.option("--answer-by", type=Day(), metavar="日期", help="要求反馈的时限（默认三个工作日）")
@click.option(
    "-o",
    "--output",
    type=FILE,
    metavar="文件夹",
    help="每份写成 .docx（督办单）和 .txt（催办文字）",
)
@click.option("--preview", is_flag=True, help="只看，不记入历史")
@BY
@DATABASE
def slip_command(
    numbers: tuple[str, ...],
    overdue: bool,
    kind: str | None,
    issuer: str,
    signer: str,
    answer_by: date | None,
    output: Path | None,
    preview: bool,
    by: str | None,
    database: str | None,
) -> int:
    """督办单和催办：按责任单位各出一份，记入历史。"""
    if bool(numbers) == overdue:
        raise InputError.one("写明督办哪几条", "写隐患编号，或用 --overdue 督办全部逾期的")
    step = step_of(by)
    with open_it(database).writing() as conn:
        if overdue:
            late = list_overdue(conn, step.day, Filter(states=URGED))
            numbers = tuple(due.line.hazard_no for due in late)
        made = slips.make_slips(
            conn,
            numbers,
            step,
            kind=kind or "",
            issuer=issuer_of(issuer),
            signer=signer,
            answer_by=answer_by,
            record=not preview,
        )
        # inside the transaction, so that nothing is noted down when the files cannot be written
        give_slips(made, output, step.day)
    tell(
        f"{len(made)} 份" + (f"，已写入 {output}" if output is not None else "")
        if made
        else "没有已交单而逾期的"
    )
    return DONE


def give_slips(made: Sequence[Slip], folder: Path | None, day: date) -> None:
    """Write each slip as .docx and as text for the group, all or none; without a folder print the texts."""
    if folder is None:
        for slip in made:
            say(slip.to_text())
        return

    files: dict[Path, bytes] = {}
    told: dict[str, Problem] = {}
    for slip in made:
        name = papers.file_name(slip.number, slip.unit)
        files[folder / f"{name}.txt"] = slip.to_text().encode()
        files[folder / f"{name}.docx"], notes = papers.render_slip(slip, day, lenient=settings().lenient)
        told.update((str(note), note) for note in notes)
    warn(list(told.values()))
    write_files(files, force=settings().force)


@command(
    "cover",
    examples=(
        "tongzhi ledger cover 非煤矿山企业 --list 应查名单.xlsx --declared 114",
        "tongzhi ledger cover 非煤矿山企业 --inspected 检查记录.xlsx",
        "tongzhi ledger cover",
    ),
)
@click.argument("name", required=False, metavar="[名称]")
@click.option("--list", "roster", type=FILE, metavar="文件", help="应查名单（单位名称、县区）")
@click.option("--inspected", type=FILE, metavar="文件", help="检查记录（单位名称、检查日期、检查人、隐患数）")
@click.option("--declared", type=click.IntRange(min=0), metavar="N", help="文件或讲话里说的应查数，如 114")
@click.option("--since", type=Day(), metavar="日期", help="只算这天起的检查")
@BY
@DATABASE
def cover_command(
    name: str | None,
    roster: Path | None,
    inspected: Path | None,
    declared: int | None,
    since: date | None,
    by: str | None,
    database: str | None,
) -> int:
    """排查覆盖：已查 n/应查 N，没有查到的点名；台账里有隐患的算查过。"""
    step = step_of(by)
    ledger = open_it(database, create=roster is not None or inspected is not None)
    if roster is not None:
        if not name:
            raise InputError.one("应查名单没有名称", "写 tongzhi ledger cover 非煤矿山企业 --list 文件")
        with ledger.writing() as conn:
            new, known, notes = cover.add_population(conn, name, roster)
        warn(notes)
        tell(f"应查名单“{name}”：新列 {new} 家，已有 {known} 家")
    if inspected is not None:
        with ledger.writing() as conn:
            new, known, notes = cover.add_inspections(conn, inspected, step.sign)
        warn(notes)
        tell(f"检查记录：新记 {new} 条，已有 {known} 条")
    with ledger.reading() as conn:
        names = [name] if name else cover.list_populations(conn)
        found = [cover.measure_cover(conn, each, declared=declared, since=since) for each in names]
    if not found:
        tell("还没有应查名单：tongzhi ledger cover 名称 --list 应查名单.xlsx")
    for each in found:
        say(f"{each.name}：已查 {each.inspected}/{each.target}")
        if each.unlisted:
            say(f"  名单只有 {each.members} 家，比应查数少 {each.unlisted} 家")
        for entity, region in each.missing:
            say(f"  未查：{entity}" + (f"（{region}）" if region else ""))
        if each.zero:
            say(f"  零隐患，建议复核：{'、'.join(each.zero)}")
    return PARTLY if any(each.missing or each.unlisted for each in found) else DONE


@command(
    "accident",
    examples=(
        "tongzhi ledger accident --deaths 1 --injuries 2 --loss 300 --at '2020-09-30 09:10' --told '2020-09-30 09:20'",
        "tongzhi ledger accident --deaths 2 --missing 1 --at '2020-09-30 09:10' --record SG-2020-01 --county 青川县",
        "tongzhi ledger accident --deaths 1 --at '2020-09-30 09:10' --form 事故信息.yaml",
    ),
)
@click.option("--deaths", type=click.IntRange(min=0), default=0, metavar="人", help="死亡")
@click.option("--missing", type=click.IntRange(min=0), default=0, metavar="人", help="下落不明")
@click.option(
    "--injuries", type=click.IntRange(min=0), default=0, metavar="人", help="重伤（含急性工业中毒）"
)
@click.option("--loss", default="0", metavar="万元", help="直接经济损失")
@click.option("--at", "occurred", metavar="时间", help="发生时间：2020-09-30 09:10")
@click.option("--told", metavar="时间", help="单位负责人接到报告的时间")
@click.option("--received", multiple=True, metavar="层级=时间", help="县级、市级、省级接到报告的时间，可多次")
@click.option("--kind", default="", metavar="类别", help="事故类别（道路交通、火灾的补报期不同）")
@click.option(
    "--limit",
    "local",
    multiple=True,
    metavar="环节=分钟",
    help="本地更严的时限：单位=20、逐级=30（也可写在本单位.yaml 的限额：单位报送分钟）",
)
@click.option("--record", metavar="事故编号", help="记入台账：第一次是初报，以后是续报")
@click.option("--county", default="", metavar="县区", help="事故发生地")
@click.option("--field", default="", metavar="领域", help="行业领域")
@click.option("--reason", default="", metavar="文字", help="数字减少的原因")
@click.option(
    "--form",
    "form",
    type=FILE,
    metavar="文件",
    help="写出事故信息报送单：.docx，或 .yaml（数据，可改后再 fill）",
)
@click.option(
    "--set", "assignments", multiple=True, metavar="字段=值", help="报送单的字段：简要经过、已采取措施等"
)
@BY
@DATABASE
def accident_command(
    deaths: int,
    missing: int,
    injuries: int,
    loss: str,
    occurred: str | None,
    told: str | None,
    received: tuple[str, ...],
    kind: str,
    local: tuple[str, ...],
    record: str | None,
    county: str,
    field: str,
    reason: str,
    form: Path | None,
    assignments: tuple[str, ...],
    by: str | None,
    database: str | None,
) -> int:
    """事故：等级、谁在何时前报给谁（倒计时）、调查机关和提级、报送单。"""
    refuse_early(form)
    harm = accident.Harm(deaths, missing, injuries, _amount(loss))
    verdict = accident.grade(harm)
    say(f"等级（初步）：{verdict.grade.name}。{verdict.why}（{verdict.source}）")
    if missing:
        worse = accident.grade(harm, with_missing=True)
        say(f"下落不明计入死亡：{worse.grade.name}。{worse.why}（{worse.source}）")
        # the report goes where the graver reading leads
        verdict = max((verdict, worse), key=lambda one: -accident.grades().index(one.grade))
    when = _moment(occurred, "--at") if occurred else None
    if when is not None:
        _say_duties(verdict, harm, when, told, received, kind, {**local_limits(), **read_assignments(local)})
    given = read_assignments(assignments)
    if given and form is None:
        raise InputError.one("--set 只用于报送单", "加 --form 文件")
    papers.complete_report({}, given)
    before, number = None, 0
    if record:
        step = step_of(by)
        with open_it(database, create=True).writing() as conn:
            report = accident_book.record(
                conn, record, step.sign, harm=harm, occurred=when, region=county, field=field, reason=reason
            )
            earlier = accident_book.reports(conn, record)[:-1]
        tell(f"已记入台账：{record} {'初报' if report.number == 0 else f'续报{report.number}'}")
        number, when = report.number, report.occurred
        before = earlier[-1].harm if earlier else None
    if form is not None:
        if when is None:
            raise InputError.one("报送单要写发生时间", "--at “2020-09-30 09:10”")
        made = accident_form.make_form(
            harm,
            when,
            told=_moment(told, "--told") if told else None,
            now=now(),
            number=number,
            before=before,
            reason=reason,
            kind=kind,
        )
        _write_form(form, papers.complete_report(made, given))
    return DONE


def _write_form(path: Path, data: dict[str, Any]) -> None:

    warn(accident_form.check_form(data))
    if path.suffix.lower() == ".docx":
        made, notes = papers.render_report(data, settings().day(), lenient=settings().lenient)
        warn(notes)
    else:
        made = papers.render_yaml(data)
    write_result(path, made)
    tell(f"已写 {path}")


def _say_duties(
    verdict: Verdict,
    harm: Harm,
    when: datetime,
    told: str | None,
    received: tuple[str, ...],
    kind: str,
    local: dict[str, str],
) -> None:

    _, _, notes = accident.limits(local)
    warn(notes)
    moments = {
        level: _moment(text, f"--received {level}") for level, text in read_assignments(received).items()
    }
    unknown = [level for level in moments if level not in accident.levels()]
    if unknown:
        raise InputError.one(f"没有“{unknown[0]}”这一层级", f"写 {'、'.join(accident.levels())}")
    times = accident.Times(when, _moment(told, "--told") if told else None, moments)
    duties = accident.duties(verdict, times, now(), local=local)
    rows = [[duty.who, duty.to, f"{duty.by:%m-%d %H:%M}", duty.words, duty.source] for duty in duties]
    say(draw(("谁", "报给", "最迟", "倒计时", "依据"), rows, widest=60))
    found = accident.investigation(verdict, when.date(), harm)
    say(f"调查：{found.normal}；提升一级：{found.raised}")
    for note in found.notes:
        say(f"  {note}")
    say(f"调查报告：{found.report_by} 前，经批准最迟 {found.extended_to}")
    say(f"伤亡人数变化补报：{accident.supplement_until(when.date(), kind)} 前")


def _amount(text: str) -> Decimal:

    try:
        return read_amount(text)
    except PydanticCustomError as error:
        context = error.context or {}
        raise InputError.one(f"--loss：{context.get('found')}", str(context.get("instead", ""))) from error


def _moment(text: str, name: str) -> datetime:

    try:
        return read_moment(text)
    except PydanticCustomError as error:
        context = error.context or {}
        raise InputError.one(f"{name}：{context.get('found')}", str(context.get("instead", ""))) from error
