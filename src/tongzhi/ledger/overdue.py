"""What is late and what falls due, on the workday calendar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection

from tongzhi.errors import InputError
from tongzhi.ledger import store
from tongzhi.ledger.store import Filter, LedgerLine
from tongzhi.zh.calendar import add_workdays, count_workdays, is_workday, next_workday

ALL = Filter()


@dataclass(frozen=True, slots=True)
class Due:
    """A line with how far its time limit is.

    Attributes:
        line: the item.
        days: calendar days left; negative when late.
        workdays: workdays left; negative when late.
        postponed: the next workday if the limit is a rest day (民法典 第二百零三条), told and never applied.
    """

    line: LedgerLine
    days: int
    workdays: int
    postponed: date | None

    @property
    def remark(self) -> str:
        """What a list says: 逾期 3 天（2 个工作日） or 还有 5 天（3 个工作日）."""
        head = (
            f"逾期{-self.days}天（{-self.workdays}个工作日）"
            if self.days < 0
            else ("今天到期" if self.days == 0 else f"还有{self.days}天（{self.workdays}个工作日）")
        )
        return f"{head}；时限是休息日，顺延为{self.postponed}" if self.postponed else head


def measure(line: LedgerLine, day: date) -> Due:
    """Give how far the time limit of a line is on `day`; the line has one."""
    assert line.due is not None
    postponed = None if is_workday(line.due) else next_workday(line.due)
    return Due(line, (line.due - day).days, count_workdays(day, line.due), postponed)


def list_overdue(conn: Connection, day: date, wanted: Filter = ALL) -> list[Due]:
    """Give what is late on `day` and not cleared, the latest first (documents §3: due < today and not closed)."""
    return measured(store.lines(conn, replace(wanted, overdue_on=day)), day)


def list_due(conn: Connection, day: date, until: date, wanted: Filter = ALL) -> list[Due]:
    """Give what falls due from `day` to `until` and is not cleared."""
    return measured(store.lines(conn, replace(wanted, due_from=day, due_until=until, open_only=True)), day)


def measured(lines: Iterable[LedgerLine], day: date) -> list[Due]:
    """Give those lines that have a time limit, with how far it is."""
    return [measure(line, day) for line in lines if line.due is not None]


_TERM = re.compile(r"(\d{1,4})\s*(个工作日|工作日|天|日)(?:内|以内)?$")


def read_term(text: str, start: date) -> date | None:
    """Give the day of `15个工作日` or `30天` counted from `start`, which does not count (民法典 第二百零一条).

    Returns:
        `None` when the text is no such term.

    Raises:
        InputError: the term leads beyond the calendar.
    """
    found = _TERM.fullmatch(text.strip())
    if found is None:
        return None
    count = int(found[1])
    try:
        return add_workdays(start, count) if "工作" in found[2] else start + timedelta(days=count)
    except OverflowError as error:
        raise InputError.one(f"“{text}”太长", "写一个日期") from error
