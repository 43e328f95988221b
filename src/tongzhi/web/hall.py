"""The hall on the page: who sits where, two seats exchanged, the papers that show it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tongzhi.errors import InputError

if TYPE_CHECKING:
    from tongzhi.desk.people import Reply

Hall = dict[str, Any]
"""`stage` names of the platform by rank; `rule`; `filling`; `seats` rows of numbers of people (`None` for an empty seat)."""
FILLINGS, RULES = ("居中", "左起", "右起", "蛇形"), ("左为上", "右为上")
MOST_ROWS, MOST_COLUMNS = 200, 60


def arrange(
    people: Sequence[Mapping[str, str]], stage: str, rows: str, columns: str, filling: str, rule: str
) -> Hall:
    """Seat people in their order; those of the platform are left out below.

    Raises:
        InputError: rows and columns do not hold them, or are no numbers.
    """
    from tongzhi.desk.seats import arrange_hall, below_platform, read_platform, size_hall

    platform = read_platform(stage)
    below = below_platform([one["name"] for one in people], platform)
    chosen = filling if filling in FILLINGS else FILLINGS[0]
    size = size_hall(
        max(1, len(below)),
        _count(rows, MOST_ROWS),
        _count(columns, MOST_COLUMNS),
        chosen,  # type: ignore[arg-type]  # one of them, as the page offers
    )
    seats = arrange_hall(below, size)
    return {"stage": platform, "rule": rule if rule in RULES else RULES[0], "filling": chosen, "seats": seats}


def _count(text: str, most: int) -> int | None:
    if not text.strip():
        return None
    if not text.strip().isdecimal() or not 1 <= int(text) <= most:
        raise InputError.one(f"“{text[:10]}”不能用", f"写 1 到 {most} 的整数")
    return int(text)


def read_hall(state: Mapping[str, Any]) -> Hall:
    """Give the hall of a job; at first everybody is seated by the usual rules."""
    return state.get("hall") or arrange(state.get("people", []), "", "", "", "居中", "左为上")


def swap(hall: Hall, one: str, other: str) -> Hall:
    """Exchange two seats, each `row-column` from 0.

    Raises:
        InputError: there is no such seat.
    """
    seats = [list(row) for row in hall["seats"]]
    (a, b), (c, d) = _seat(seats, one), _seat(seats, other)
    seats[a][b], seats[c][d] = seats[c][d], seats[a][b]
    return {**hall, "seats": seats}


def _seat(seats: Sequence[Sequence[Any]], name: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,3})-(\d{1,3})", name)
    if found is None or int(found[1]) >= len(seats) or int(found[2]) >= len(seats[0]):
        raise InputError.one("没有这个座位", "刷新页面再试")
    return int(found[1]), int(found[2])


def papers(people: Sequence[Mapping[str, str]], hall: Hall, title: str) -> dict[str, bytes]:
    """Give 签到表, 台签 and 座次表 as they are arranged: name → bytes."""
    from tongzhi.desk.papers import render_cards, render_seats, render_sign_in
    from tongzhi.desk.people import Reply
    from tongzhi.desk.seats import Hall as Seats
    from tongzhi.desk.seats import below_platform

    replies = [Reply(**person) for person in people]  # type: ignore[arg-type]  # only texts were kept
    stage: list[str] = hall["stage"]
    below = [replies[number] for number in below_platform([one.name for one in replies], stage)]
    empty = Reply("", "")
    seats = hall["seats"]
    order: list[Reply] = [replies[number] if number is not None else empty for row in seats for number in row]
    size = Seats(len(seats), len(seats[0]), "左起")
    return {
        "签到表.docx": render_sign_in(replies, f"{title}签到表"),
        "台签.docx": render_cards([*stage, *(one.name for one in below)]),
        "座次表.docx": render_seats(stage, order, size, hall["rule"], f"{title}座次表"),
    }
