"""The ledger on the page: lamps, filters by unit and lamp, the board of the four lists, whom to urge this week."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from tongzhi.ledger import store
from tongzhi.ledger.lamps import LAMPS, URGED, lamp_of
from tongzhi.ledger.slips import KINDS
from tongzhi.model.item import NO_STOP
from tongzhi.web.look import full_day_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tongzhi.ledger.ledger import Connection
    from tongzhi.ledger.store import LedgerLine

LISTS = (
    ("列单", ("列单",), "还没交出去"),
    ("交单", ("交单",), "等单位接"),
    ("办单", ("办单", "验收"), "正在办"),
    ("清单", ("清单",), "已销号"),
)
"""The four lists of the board, the states that stand in each (what is accepted waits in 办单 to be cleared), and what that means."""
CARDS = 60
"""So many cards a list; the search and the filters find the others."""


@dataclass(frozen=True, slots=True)
class BoardCard:
    """One item: its line and its lamp."""

    line: LedgerLine
    lamp: str
    said: str


@dataclass(slots=True)
class BoardUnit:
    """A unit with what it has in hand: late, within seven days, the rest; and when it was urged last."""

    name: str
    late: list[str] = field(default_factory=list)
    soon: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    urged: str = ""

    @property
    def due(self) -> list[str]:
        """Give the items it should be urged for."""
        return [*self.late, *self.soon]


@dataclass(slots=True)
class Board:
    """The board.

    Attributes:
        lists: name, what it means, its first cards, how many there are.
        lamps: how many items of each lamp a click on it shows: of the unit and with the words chosen, whatever the lamp.
        units: whom to urge, those with something due first.
        names: all units that answer for something.
        shown: how many the filters leave.
        unsent: how many are late or due today and not handed over yet, so that nobody can be urged.
    """

    lists: list[tuple[str, str, list[BoardCard], int]]
    lamps: dict[str, int]
    units: list[BoardUnit]
    names: list[str]
    shown: int
    unsent: int = 0

    @property
    def to_urge(self) -> list[BoardUnit]:
        """Give the units with something late or due within seven days."""
        return [unit for unit in self.units if unit.due]


def make_board(
    conn: Connection,
    day: date,
    *,
    text: str = "",
    unit: str = "",
    lamp: str = "",
    region: str = "",
    cards: int = CARDS,
) -> Board:
    """Go through the ledger once and give what the board shows.

    Args:
        conn: a reading connection.
        day: today.
        text: words to be found.
        unit: only what this unit answers for.
        lamp: only items of this lamp; `due` for what is late or due today.
        region: only items of this region.
        cards: how many cards a list shows.
    """
    wanted = store.Filter(regions=(region,) if region else ())
    found = {line.id for line in store.lines(conn, store.Filter(text=text))} if text else None
    lists: dict[str, list[BoardCard]] = {state: [] for _, states, _ in LISTS for state in states}
    counts = dict.fromkeys(lists, 0)
    lamps = dict.fromkeys(LAMPS, 0)
    units: dict[str, BoardUnit] = {}
    shown = unsent = 0
    names = set[str]()
    for line in store.lines(conn, wanted):
        color, said = lamp_of(line, day)
        names.add(line.resp_unit)
        unsent += line.state == "列单" and line.due is not None and line.due <= day
        if line.state in URGED and line.resp_unit:
            own = units.setdefault(line.resp_unit, BoardUnit(line.resp_unit))
            (own.late if color == "r" else own.soon if color == "y" else own.rest).append(line.hazard_no)
        if (unit and line.resp_unit != unit) or (found is not None and line.id not in found):
            continue
        lamps[color] += 1
        if (
            lamp
            and lamp != color
            and not (lamp == "due" and line.due is not None and line.due <= day and color != "done")
        ):
            continue
        shown += 1
        counts[line.state] = counts.get(line.state, 0) + 1
        own_list = lists.setdefault(line.state, [])
        if len(own_list) < cards:
            own_list.append(BoardCard(line, color, said))
    listed = [
        (
            name,
            about,
            [card for state in states for card in lists[state]][:cards],
            sum(counts[state] for state in states),
        )
        for name, states, about in LISTS
    ]
    ordered = sorted(units.values(), key=lambda one: (-len(one.late), -len(one.soon), -len(one.rest)))
    return Board(
        listed,
        lamps,
        ordered,
        sorted(names - {""}),
        shown,
        unsent,
    )


_OF_TASKS = {
    "行业领域": "领域", "隐患描述": "内容", "发现日期": "列入日期", "发现方式": "从哪里来", "整改责任单位": "责任单位", "整改责任人": "责任人",
    "整改时限": "到期日", "时限说明": "时限原话", "整改措施": "措施", "整改完成日期": "完成日期",
}  # fmt: skip
"""What the columns of the ledger are called where the item is a task of a meeting, no hazard."""
_SHOWN_ELSEWHERE = ("状态", "来源文件")
_NO_TASKS = ("隐患编号", "种类", "隐患等级", "任务标题")


def facts_of(row: Mapping[str, str]) -> list[tuple[str, str]]:
    """Give what the page of an item shows: label and value, days in full; a task's in the words of tasks, without what only hazards have."""
    task = row.get("种类") == "任务"
    found = []
    for label, value in row.items():
        idle = label == "停产停业" and value == NO_STOP
        if label in _SHOWN_ELSEWHERE or (task and (label in _NO_TASKS or idle)):
            continue
        found.append((_OF_TASKS.get(label, label) if task else label, full_day_of(value)))
    return found


def last_urged(conn: Connection, units: list[BoardUnit]) -> None:
    """Note when each unit was urged last."""
    of = {number: unit for unit in units for number in (*unit.late, *unit.soon, *unit.rest)}
    for change in store.changes(conn, limit=3000):
        if change.action in KINDS and change.hazard_no in of:
            of[change.hazard_no].urged = f"{change.at.month}月{change.at.day}日"


def people(conn: Connection) -> list[str]:
    """Give who acted in the ledger, the latest first."""
    return list(dict.fromkeys(change.by for change in reversed(store.changes(conn, limit=500)) if change.by))[
        :20
    ]
