"""Counts of the ledger by field, county, owner, level or month, beside last year's; accidents likewise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, case, func, select

from tongzhi.errors import InputError
from tongzhi.ledger.tables import accidents, items
from tongzhi.model.item import MAJOR, State

DIMENSIONS = {
    "field": "行业领域",
    "county": "县区",
    "owner": "责任单位",
    "level": "等级",
    "month": "月份",
    "state": "状态",
}
UNSET = "（未填）"


@dataclass(frozen=True, slots=True)
class Count:
    """The figures of one group of items; `before` is how many the same span of last year had."""

    name: str
    total: int
    cleared: int
    overdue: int
    major: int
    major_open: int
    before: int

    @property
    def open(self) -> int:
        """Items not yet cleared."""
        return self.total - self.cleared

    @property
    def rate(self) -> float | None:
        """Share of cleared items (完成率 = 已销号/总数); `None` without items."""
        return self.cleared / self.total if self.total else None

    @property
    def change(self) -> float | None:
        """Change against last year, 0.1 is 10 % more; `None` when last year had none."""
        return (self.total - self.before) / self.before if self.before else None


@dataclass(frozen=True, slots=True)
class CountTable:
    """Counts of all groups, most first (months in order), and of the whole."""

    dimension: str
    start: date | None
    end: date
    rows: list[Count]
    total: Count


def year_before(day: date) -> date:
    """Give the same day of last year; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def count_items(conn: Connection, dimension: str, day: date, *, start: date | None = None) -> CountTable:
    """Count the items that were found from `start` to `day`.

    Args:
        conn: a reading connection.
        dimension: field, county, owner, level, month or state.
        day: today; decides what is late.
        start: first day of the span; by default all items count, and the year to date is held against last year's.

    Raises:
        InputError: no such dimension.
    """
    if dimension not in DIMENSIONS:
        raise InputError.one(f"没有“{dimension}”这种统计", f"写 {'、'.join(DIMENSIONS)}")
    now = _groups(conn, dimension, day, start, day)
    this_year = start or day.replace(month=1, day=1)
    last = _totals(conn, dimension, year_before(this_year), year_before(day))
    if dimension == "month":
        last = {_next_year(name): count for name, count in last.items()}
    rows = [
        Count(name, *now.get(name, (0, 0, 0, 0, 0)), before=last.get(name, 0))
        for name in (now if dimension == "month" else {**now, **last})
    ]
    rows.sort(key=(lambda row: row.name) if dimension == "month" else (lambda row: (-row.total, row.name)))
    return CountTable(dimension, start, day, rows, _sum(rows, sum(last.values())))


def _sum(rows: list[Count], before: int) -> Count:
    return Count(
        "合计",
        sum(row.total for row in rows),
        sum(row.cleared for row in rows),
        sum(row.overdue for row in rows),
        sum(row.major for row in rows),
        sum(row.major_open for row in rows),
        before,
    )


def _next_year(month: str) -> str:
    return f"{int(month[:4]) + 1}{month[4:]}" if month[:4].isdecimal() else month


_COLUMNS = {
    "field": items.c.field,
    "county": items.c.region,
    "owner": items.c.resp_unit,
    "level": items.c.level,
    "state": items.c.state,
    "month": items.c.found_on,
}


def _name(dimension: str) -> Callable[[object], str]:
    if dimension == "month":
        return lambda value: f"{value:%Y-%m}" if isinstance(value, date) else UNSET
    return lambda value: str(value or UNSET)


def _groups(
    conn: Connection, dimension: str, day: date, start: date | None, end: date
) -> dict[str, tuple[int, int, int, int, int]]:
    column = _COLUMNS[dimension]
    cleared = case((items.c.state == State.CLEARED.value, 1), else_=0)
    late = case(((items.c.due_rank < day) & (items.c.state != State.CLEARED.value), 1), else_=0)
    major = case((items.c.level == MAJOR, 1), else_=0)
    major_open = case(((items.c.level == MAJOR) & (items.c.state != State.CLEARED.value), 1), else_=0)
    query = select(
        column, func.count(), func.sum(cleared), func.sum(late), func.sum(major), func.sum(major_open)
    ).group_by(column)
    if start is not None:
        query = query.where(items.c.found_on >= start, items.c.found_on <= end)
    name = _name(dimension)
    found: dict[str, tuple[int, int, int, int, int]] = {}
    for value, *figures in conn.execute(query):
        old = found.get(name(value), (0, 0, 0, 0, 0))
        a, b, c, d, e = (int(one) + int(other) for one, other in zip(old, figures, strict=True))
        found[name(value)] = (a, b, c, d, e)
    return found


def _totals(conn: Connection, dimension: str, start: date, end: date) -> dict[str, int]:
    column = _COLUMNS[dimension]
    query = (
        select(column, func.count())
        .where(items.c.found_on >= start, items.c.found_on <= end)
        .group_by(column)
    )
    name = _name(dimension)
    found: dict[str, int] = {}
    for value, count in conn.execute(query):
        found[name(value)] = found.get(name(value), 0) + count
    return found


@dataclass(frozen=True, slots=True)
class StatsTarget:
    """One of the four targets of 三下降一杜绝, with this year's and last year's figure."""

    name: str
    now: int
    before: int
    must_be_zero: bool = False

    @property
    def reached(self) -> bool:
        """Whether it fell below last year's (or is none at all, where none is the target)."""
        return self.now == 0 if self.must_be_zero else self.now < self.before or self.now == self.before == 0

    @property
    def words(self) -> str:
        """What a table says: 下降 25.0%, 上升 …, 持平, 未发生, 发生 n 起."""
        if self.must_be_zero:
            return "未发生" if self.now == 0 else f"发生{self.now}起"
        if self.now == self.before:
            return "持平"
        direction = "下降" if self.now < self.before else "上升"
        if not self.before:
            return f"{direction}（上年同期为0）"
        return f"{direction}{abs(self.now - self.before) / self.before:.1%}"


def count_accidents(conn: Connection, day: date) -> list[StatsTarget]:
    """Give 三下降一杜绝 for the year to `day` beside the same span of last year.

    事故总量, 较大事故, 死亡人数 must fall, 重特大事故 must not happen; the newest report of each accident counts.
    """
    now = _accidents(conn, day.replace(month=1, day=1), day)
    before = _accidents(conn, year_before(day.replace(month=1, day=1)), year_before(day))
    names = ("事故总量（起）", "较大事故（起）", "死亡人数（人）", "重特大事故（起）")
    return [
        StatsTarget(name, one, other, must_be_zero=at == 3)
        for at, (name, one, other) in enumerate(zip(names, now, before, strict=True))
    ]


def _accidents(conn: Connection, start: date, end: date) -> tuple[int, int, int, int]:
    newest = (
        select(accidents.c.accident_no, func.max(accidents.c.report_no).label("report_no"))
        .group_by(accidents.c.accident_no)
        .subquery()
    )
    query = select(accidents.c.grade, accidents.c.deaths, accidents.c.occurred_at).join(
        newest,
        (accidents.c.accident_no == newest.c.accident_no) & (accidents.c.report_no == newest.c.report_no),
    )
    rows = [row for row in conn.execute(query) if start <= row.occurred_at.date() <= end]
    return (
        len(rows),
        sum(row.grade == "较大事故" for row in rows),
        sum(row.deaths for row in rows),
        sum(row.grade in ("重大事故", "特别重大事故") for row in rows),
    )


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many items had been listed, and how many cleared, by the end of a day."""

    day: date
    listed: int
    cleared: int


def count_days(conn: Connection, day: date, days: int = 7) -> list[DayCount]:
    """Give the sums of what was listed (发现日期) and cleared (销号日期) by each of the last days, `day` the last of them."""
    shown = [day - timedelta(days=back) for back in reversed(range(days))]
    found = []
    for each in shown:
        listed = func.sum(case((items.c.found_on <= each, 1), else_=0))
        cleared = func.sum(case((items.c.closed_on <= each, 1), else_=0))
        row = conn.execute(select(listed, cleared)).one()
        found.append(DayCount(each, int(row[0] or 0), int(row[1] or 0)))
    return found
