"""Accidents in the ledger: a first report and those that follow it, none ever altered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import Connection, select

from tongzhi.errors import InputError, Place
from tongzhi.ledger.accident import Harm, grade
from tongzhi.ledger.accident_form import check_change
from tongzhi.ledger.history import HistorySignature
from tongzhi.ledger.rules import told
from tongzhi.ledger.tables import accidents


@dataclass(frozen=True, slots=True)
class AccidentReport:
    """One report of an accident; number 0 is the first, n is 续报n."""

    accident_no: str
    number: int
    occurred: datetime
    region: str
    field: str
    place: str
    harm: Harm
    grade: str
    reason: str
    at: datetime
    by: str


def record(
    conn: Connection,
    accident_no: str,
    sign: HistorySignature,
    *,
    harm: Harm,
    occurred: datetime | None = None,
    region: str = "",
    field: str = "",
    place: str = "",
    reason: str = "",
) -> AccidentReport:
    """Write down a report: the first one of a number, or the next 续报 with its changed figures.

    Raises:
        InputError: a first report without its time, or a figure that became lower without a reason.
    """
    before = reports(conn, accident_no)
    if not before and occurred is None:
        raise InputError.one("首次记录要写发生时间", "--at “2020-09-30 09:10”", place=Place(file=accident_no))
    if before:
        lower = check_change(before[-1].harm, harm, reason)
        if lower:
            raise InputError(told(lower, accident_no))
    last = before[-1] if before else None
    when = occurred or (last.occurred if last else sign.at)
    if when > sign.at and when.date() > sign.at.date():
        raise InputError.one(f"发生时间 {when} 晚于现在", "核对日期", place=Place(file=accident_no))
    report = AccidentReport(
        accident_no,
        last.number + 1 if last else 0,
        when,
        region or (last.region if last else ""),
        field or (last.field if last else ""),
        place or (last.place if last else ""),
        harm,
        grade(harm).grade.name,
        reason,
        sign.at,
        sign.by,
    )
    conn.execute(
        accidents.insert().values(
            accident_no=report.accident_no,
            report_no=report.number,
            occurred_at=report.occurred,
            region=report.region,
            field=report.field,
            place=report.place,
            deaths=harm.deaths,
            missing=harm.missing,
            injuries=harm.injuries,
            loss=str(harm.loss),
            grade=report.grade,
            reason=reason,
            at=sign.at,
            by=sign.by,
        )
    )
    return report


def reports(conn: Connection, accident_no: str) -> list[AccidentReport]:
    """Give all reports of an accident, oldest first."""
    query = select(accidents).where(accidents.c.accident_no == accident_no).order_by(accidents.c.report_no)
    return [
        AccidentReport(
            row.accident_no,
            row.report_no,
            row.occurred_at,
            row.region,
            row.field,
            row.place,
            Harm(row.deaths, row.missing, row.injuries, Decimal(row.loss)),
            row.grade,
            row.reason,
            row.at,
            row.by,
        )
        for row in conn.execute(query)
    ]
