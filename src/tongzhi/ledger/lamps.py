"""红黄绿: how near an item is to its time limit; the page, the lists and the reminders all look at the same lamps."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tongzhi.ledger.store import LedgerLine

SOON = 7
"""Days within which an item is yellow."""
LAMPS = {"r": "逾期", "y": "七天内到期", "g": "正常", "n": "没定时限", "done": "已销号"}
URGED = ("交单", "办单", "验收")
"""States in which a unit can be urged: what is not handed over yet is nobody's, what is cleared is done."""


def lamp_of(line: LedgerLine, day: date) -> tuple[str, str]:
    """Give the lamp of an item and its words: late, due within seven days, in time, without a limit, cleared."""
    if line.state == "清单":
        return "done", "已销号"
    if line.due is None:
        return "n", "没定时限"
    days = (line.due - day).days
    if days < 0:
        return "r", f"逾期{-days}天"
    if days <= SOON:
        return "y", "今天到期" if days == 0 else f"还有{days}天"
    return "g", f"还有{days}天"


def count_lamps(lines: Iterable[LedgerLine], day: date) -> dict[str, int]:
    """Give how many items show each lamp of `LAMPS`."""
    counts = dict.fromkeys(LAMPS, 0)
    for line in lines:
        counts[lamp_of(line, day)[0]] += 1
    return counts


def to_urge(lines: Iterable[LedgerLine], day: date, until: date) -> tuple[list[LedgerLine], list[LedgerLine]]:
    """Give the items in hand that are late on `day` or due by `until`, and those in hand that have no time limit."""
    wanted: list[LedgerLine] = []
    timeless: list[LedgerLine] = []
    for line in lines:
        if line.state in URGED:
            if line.due is None:
                timeless.append(line)
            elif line.due < day or line.due <= until:
                wanted.append(line)
    return wanted, timeless
