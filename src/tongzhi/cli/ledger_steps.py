"""`tongzhi ledger assign|edit|report|verify|clear|return|delay`: the steps of an item."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from tongzhi.cli.base import Day, command
from tongzhi.cli.given import read_assignments
from tongzhi.cli.ledger_base import (
    BY,
    DATABASE,
    EXPECTED,
    NOTE,
    NUMBERS,
    SET,
    act_on_each,
    open_it,
    option_values,
    read_limit,
    step_of,
)
from tongzhi.cli.output import say
from tongzhi.errors import Problem
from tongzhi.ledger import service
from tongzhi.ledger.evidence import read_evidence
from tongzhi.ledger.service import next_step

if TYPE_CHECKING:
    from collections.abc import Callable

    from tongzhi.ledger.ledger import Connection
    from tongzhi.ledger.service import LedgerStep, StepOutcome


def _run(
    database: str | None,
    numbers: Sequence[str],
    step: LedgerStep,
    act: Callable[[Connection, str, LedgerStep], StepOutcome],
) -> int:

    ledger = open_it(database)

    def one(number: str) -> list[Problem]:
        with ledger.writing() as conn:
            outcome = act(conn, number, step)
        say(f"{outcome.item.hazard_no}：{outcome.item.stage}。{next_step(outcome.item)}")
        return outcome.warnings

    return act_on_each(numbers, one)


@command(
    "assign",
    examples=(
        "tongzhi ledger assign QC-FKS-2020-017 --set 整改责任人=王某 --set 整改资金=12.5 --due 15个工作日",
        "tongzhi ledger assign 任务-2020-001 --unit 市应急管理局 --due 2020-10-31 --by 张三",
    ),
)
@NUMBERS
@click.option("--unit", metavar="单位", help="整改责任单位（牵头单位）")
@click.option("--person", metavar="姓名", help="整改责任人")
@click.option("--due", metavar="日期", help="整改时限：日期，或 15个工作日、30天")
@click.option("--confirm", is_flag=True, help="建议的责任单位等已经核对，是对的")
@SET
@NOTE
@EXPECTED
@BY
@DATABASE
def assign_command(
    numbers: tuple[str, ...],
    unit: str | None,
    person: str | None,
    due: str | None,
    confirm: bool,
    assignments: tuple[str, ...],
    note: str,
    expected: int | None,
    by: str | None,
    database: str | None,
) -> int:
    """交单：责任、措施、资金、时限、预案“五落实”齐了才能交。"""
    step = step_of(by, expected=expected, note=note)
    values = read_assignments(assignments)
    values |= option_values(整改责任单位=unit, 整改责任人=person, 整改时限=read_limit(due, step.day, "--due"))
    return _run(
        database,
        numbers,
        step,
        lambda conn, number, step: service.assign(conn, number, step, values=values, confirm=confirm),
    )


@command("edit", examples=("tongzhi ledger edit QC-FKS-2020-017 --set 临时管控措施=停止放矿、专人盯守",))
@NUMBERS
@SET
@click.option("--confirm", is_flag=True, help="建议的责任单位等已经核对，是对的")
@NOTE
@EXPECTED
@BY
@DATABASE
def edit_command(
    numbers: tuple[str, ...],
    assignments: tuple[str, ...],
    confirm: bool,
    note: str,
    expected: int | None,
    by: str | None,
    database: str | None,
) -> int:
    """修改、补填字段，旧值留在历史里。"""
    values = read_assignments(assignments)
    return _run(
        database,
        numbers,
        step_of(by, expected=expected, note=note),
        lambda conn, number, step: service.edit(conn, number, step, values=values, confirm=confirm),
    )


@command(
    "report",
    examples=(
        "tongzhi ledger report QC-FKS-2020-017 --progress 清淤完成一半",
        "tongzhi ledger report QC-FKS-2020-017 --done 2020-10-20 --evidence 整改后.jpg",
    ),
)
@NUMBERS
@click.option("--progress", default="", metavar="文字", help="进展：百分数或一句话")
@click.option("--done", type=Day(), metavar="日期", help="报完成：整改完成的日期")
@click.option("--evidence", multiple=True, metavar="文件或文字", help="佐证材料，可多次")
@SET
@NOTE
@EXPECTED
@BY
@DATABASE
def report_command(
    numbers: tuple[str, ...],
    progress: str,
    done: date | None,
    evidence: tuple[str, ...],
    assignments: tuple[str, ...],
    note: str,
    expected: int | None,
    by: str | None,
    database: str | None,
) -> int:
    """办单：报进展、交佐证、报完成（报完成要有佐证）。"""
    values = read_assignments(assignments)
    step = step_of(by, expected=expected, note=note)
    proofs = [read_evidence(each, step.day) for each in evidence]
    return _run(
        database,
        numbers,
        step,
        lambda conn, number, step: service.report(
            conn, number, step, progress=progress, done_on=done, evidence=proofs, values=values
        ),
    )


@command(
    "verify",
    examples=(
        "tongzhi ledger verify QC-FKS-2020-017 --verifier 李某 --unit 县应急管理局 --kind 部门验收",
        "tongzhi ledger verify QC-FKS-2020-017 --verifier 李某 --verdict 不合格 --due 2020-11-15 --note 仍有淤堵",
    ),
)
@NUMBERS
@click.option("--verifier", required=True, metavar="姓名", help="验收（复查）人，不能是办理人")
@click.option("--unit", default="", metavar="单位", help="验收单位")
@click.option(
    "--kind",
    type=click.Choice(["部门验收", "专家验收", "自行验收"]),
    default=None,
    metavar="方式",
    help="部门验收、专家验收、自行验收；重大隐患由部门或专家",
)
@click.option(
    "--verdict",
    type=click.Choice(["合格", "不合格"]),
    default="合格",
    metavar="结论",
    help="合格（默认）或 不合格",
)
@click.option("--on", "on", type=Day(), metavar="日期", help="验收日期（默认今天）")
@click.option("--due", metavar="日期", help="不合格时新的整改时限")
@NOTE
@EXPECTED
@BY
@DATABASE
def verify_command(
    numbers: tuple[str, ...],
    verifier: str,
    unit: str,
    kind: str | None,
    verdict: str,
    on: date | None,
    due: str | None,
    note: str,
    expected: int | None,
    by: str | None,
    database: str | None,
) -> int:
    """验收：由办理人以外的人复查；不合格退回整改。"""
    step = step_of(by, expected=expected, note=note)
    new_due = read_limit(due, step.day, "--due")
    return _run(
        database,
        numbers,
        step,
        lambda conn, number, step: service.verify(
            conn,
            number,
            step,
            verifier=verifier,
            verdict=verdict,
            unit=unit,
            kind=kind or "",
            on=on,
            new_due=new_due,
        ),
    )


@command("clear", examples=("tongzhi ledger clear QC-FKS-2020-017 --approver 赵某",))
@NUMBERS
@click.option("--approver", required=True, metavar="姓名", help="销号审批人")
@click.option("--resume", default="", metavar="文字", help="恢复生产审查：日期和文号（责令过停产停业的必填）")
@click.option("--on", "on", type=Day(), metavar="日期", help="销号日期（默认今天）")
@NOTE
@EXPECTED
@BY
@DATABASE
def clear_command(
    numbers: tuple[str, ...],
    approver: str,
    resume: str,
    on: date | None,
    note: str,
    expected: int | None,
    by: str | None,
    database: str | None,
) -> int:
    """清单：对账销号，只销验收合格的。"""
    return _run(
        database,
        numbers,
        step_of(by, expected=expected, note=note),
        lambda conn, number, step: service.clear(conn, number, step, approver=approver, resume=resume, on=on),
    )


@command("return", examples=("tongzhi ledger return QC-FKS-2020-017 --reason 不属本单位职责",))
@NUMBERS
@click.option("--reason", required=True, metavar="文字", help="退回原因")
@click.option("--due", metavar="日期", help="原时限已过时，新的整改时限")
@EXPECTED
@BY
@DATABASE
def return_command(
    numbers: tuple[str, ...],
    reason: str,
    due: str | None,
    expected: int | None,
    by: str | None,
    database: str | None,
) -> int:
    """退回：交错的重新交单；报了完成、验收、销号又反弹的重新整改。"""
    step = step_of(by, expected=expected)
    new_due = read_limit(due, step.day, "--due")
    return _run(
        database,
        numbers,
        step,
        lambda conn, number, step: service.send_back(conn, number, step, reason=reason, new_due=new_due),
    )


@command(
    "delay",
    examples=("tongzhi ledger delay QC-FKS-2020-017 --to 2020-11-30 --reason 设备未到货 --approver 赵某",),
)
@NUMBERS
@click.option("--to", "to", required=True, metavar="日期", help="新时限：日期，或 10个工作日（从今天起）")
@click.option("--reason", required=True, metavar="文字", help="延期原因")
@click.option("--approver", required=True, metavar="姓名", help="批准人")
@click.option("--action", default="", metavar="文字", help="已逾期的，写明逾期处置（通报、约谈、立案等）")
@EXPECTED
@BY
@DATABASE
def delay_command(
    numbers: tuple[str, ...],
    to: str,
    reason: str,
    approver: str,
    action: str,
    expected: int | None,
    by: str | None,
    database: str | None,
) -> int:
    """延期：在时限前申请，写明原因和批准人。"""
    step = step_of(by, expected=expected)
    new_due = read_limit(to, step.day, "--to")
    assert new_due is not None
    return _run(
        database,
        numbers,
        step,
        lambda conn, number, step: service.delay(
            conn, number, step, new_due=new_due, reason=reason, approver=approver, action=action
        ),
    )
