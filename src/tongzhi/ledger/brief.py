"""One page on the ledger for whoever leads: figures only from the ledger itself, nothing judged, nothing rounded away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.parts import pack
from tongzhi.ledger import stats, store
from tongzhi.ledger.lamps import count_lamps, lamp_of
from tongzhi.ledger.overdue import measured
from tongzhi.ledger.papers import overview
from tongzhi.ledger.store import Filter
from tongzhi.model.item import MAJOR
from tongzhi.standard.gbt9704 import GBT9704, Standard
from tongzhi.word.fragments import run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from tongzhi.ledger.overdue import Due
    from tongzhi.ledger.stats import Count, CountTable
    from tongzhi.ledger.store import LedgerLine

TITLE = "整改台账简报"
ROWS = 6
"""So many rows of units or counties; what is beyond is summed up in one row, so that the page stays one page."""
NAMED = 2
"""So many items are named one by one; how many there are besides is said."""
WEEK = 7
"""Days that “本周” looks back."""
_HEADER = ("总数", "已销号", "完成率", "逾期", "重大未销号")
_NAMED_SHARES = (9.0, 3.4, 3.2)
_SHARES = (5.0, 2.0, 2.0, 2.0, 2.0, 2.6)
_CUT = 34
"""Characters of a description that a named item keeps."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What the page says.

    Attributes:
        day: the day the figures stand for.
        table: the counts by county, or by responsible unit where the ledger names no county.
        lamps: how many items are late, due within seven days, in time, without a limit, cleared.
        week: how many items came in, were cleared, were urged, were put off in the last seven days.
        late: what is late, the latest first.
        major: major hazards not cleared yet, by time limit.
    """

    day: date
    table: CountTable
    lamps: dict[str, int]
    week: dict[str, int]
    late: list[Due]
    major: list[LedgerLine]


def make_brief(conn: Connection, day: date) -> Brief:
    """Count the ledger as of `day`; `conn` is a reading connection."""
    lines = list(store.lines(conn, Filter()))
    by_county = any(line.region for line in lines)
    table = stats.count_items(conn, "county" if by_county else "owner", day)
    start = datetime.combine(day - timedelta(days=WEEK - 1), time())
    week = dict.fromkeys(("列入", "销号", "督办催办", "延期"), 0)
    for change in store.changes(conn, since=start):
        if change.at.date() > day:
            continue
        if not change.before and change.after:
            week["列入"] += 1
        elif change.after == "清单" and change.before != "清单":
            week["销号"] += 1
        elif change.action in ("提示", "督办", "催办", "约谈"):
            week["督办催办"] += 1
        elif change.action == "延期":
            week["延期"] += 1
    late = sorted(
        (due for due in measured(lines, day) if due.line.is_overdue(day)), key=lambda due: due.line.due or day
    )
    major = [line for line in lines if line.level == MAJOR and line.state != "清单"]
    major.sort(key=lambda line: (line.due is None, line.due or day))
    return Brief(day, table, count_lamps(lines, day), week, late, major)


def brief_lines(brief: Brief) -> list[str]:
    """Give the figures of the whole as sentences."""
    lamps, week = brief.lamps, brief.week
    return [
        overview(brief.table, brief.day),
        (
            f"红灯（逾期）{lamps['r']}项，黄灯（七天内到期）{lamps['y']}项，绿灯（正常）{lamps['g']}项，没定时限{lamps['n']}项。"
            f"近{WEEK}天列入{week['列入']}项，销号{week['销号']}项，督办催办{week['督办催办']}项次，延期{week['延期']}项次。"
        ),
    ]


def named_rows(brief: Brief) -> list[tuple[str, str, str]]:
    """Give what the leader should look at: matter, unit, how it stands; major hazards first, then the latest; none twice."""
    rows: dict[str, tuple[str, str, str]] = {}
    for line in brief.major[:NAMED]:
        rows[line.hazard_no] = (
            _say(line),
            line.resp_unit or "单位待定",
            f"重大，{lamp_of(line, brief.day)[1]}",
        )
    late = [due for due in brief.late if due.line.hazard_no not in rows]
    for due in late[:NAMED]:
        rows[due.line.hazard_no] = (_say(due.line), due.line.resp_unit or "单位待定", f"逾期{-due.days}天")
    return list(rows.values())


def left_out(brief: Brief) -> str:
    """Say how many open major hazards and late items are not named one by one; empty when all are."""
    named = {line.hazard_no for line in brief.major[:NAMED]}
    major = len(brief.major) - len(named)
    late = len([due for due in brief.late if due.line.hazard_no not in named]) - NAMED
    parts = [f"重大隐患另有{major}项"] * (major > 0) + [f"逾期的另有{late}项"] * (late > 0)
    return "，".join(parts) + "，见台账。" if parts else ""


def brief_text(brief: Brief, issuer: str = "") -> str:
    """Give the page as text for the group or a message, the units in lines."""
    lines = [TITLE, *brief_lines(brief), ""]
    lines += [f"{matter}（{unit}）：{how}" for matter, unit, how in named_rows(brief)]
    lines += [word for word in (left_out(brief), "") if word or named_rows(brief)]
    lines += [
        f"{row.name}：{row.total}项，已销号{row.cleared}项，逾期{row.overdue}项"
        for row in shown_rows(brief.table)
    ]
    lines += [issuer] if issuer else []
    return "\n".join(lines) + "\n"


def shown_rows(table: CountTable) -> list[Count]:
    """Give the rows of the page: those with most late first; what is beyond `ROWS` as one row."""
    rows = sorted(
        (row for row in table.rows if row.total),
        key=lambda row: (-row.overdue, -row.open, -row.total, row.name),
    )
    if len(rows) <= ROWS:
        return rows
    rest = rows[ROWS - 1 :]
    figures = ("total", "cleared", "overdue", "major", "major_open", "before")
    summed = {name: sum(getattr(row, name) for row in rest) for name in figures}
    return [*rows[: ROWS - 1], stats.Count(f"其余{len(rest)}个", **summed)]


def render_brief(brief: Brief, issuer: str = "", standard: Standard = GBT9704) -> bytes:
    """Give the page as .docx: the sentences, then the table of counties or units."""
    area = int(standard.page.area_width)
    head = (stats.DIMENSIONS[brief.table.dimension], *_HEADER)
    rows = [
        (
            row.name,
            row.total,
            row.cleared,
            "" if row.rate is None else f"{row.rate:.1%}",
            row.overdue,
            row.major_open,
        )
        for row in (*shown_rows(brief.table), brief.table.total)
    ]
    body = rc.plain(TITLE, st.TITLE) + "".join(rc.text(run(line)) for line in brief_lines(brief))
    body += _grid(standard, head, rows, rc.fit(_SHARES, area))
    named = named_rows(brief)
    if named:
        body += rc.text("要盯住的：")
        body += _grid(standard, ("事项", "责任单位", "情况"), named, rc.fit(_NAMED_SHARES, area), left=2)
    day = brief.day
    foot = left_out(brief) + (f"（{issuer}，{day.year}年{day.month}月{day.day}日）" if issuer else "")
    return pack(rc.Draft(TITLE, body + (rc.text(run(foot)) if foot else "")), standard)


def _grid(
    standard: Standard,
    head: tuple[str, ...],
    rows: Sequence[Sequence[object]],
    widths: list[int],
    left: int = 1,
) -> str:
    cells = rc.head_row(head, widths)
    for row in rows:
        words = [str(value) for value in row]
        cells += rc.fixed_row(
            [
                rc.cell(run(word) if word else "", st.CELL_LEFT if at < left else st.CELL)
                for at, word in enumerate(words)
            ],
            widths,
        )
    return rc.grid(standard, widths, cells)


def _say(line: LedgerLine) -> str:
    about = line.description.rstrip("。") or line.entity
    if len(about) > _CUT:
        about = about[: _CUT - 1] + "…"
    place = "".join(word for word in (line.region, line.entity) if word not in about)
    place = line.entity if line.region in line.entity and line.entity not in about else place
    return place + about
