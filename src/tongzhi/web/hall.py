"""The hall on the page: who sits where, seats exchanged by hand, late comers put on free seats, the papers that show it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tongzhi.desk.papers import render_cards, render_seats, render_sign_in
from tongzhi.desk.people import Reply as Kind
from tongzhi.desk.seats import Hall as Seats
from tongzhi.desk.seats import arrange_hall, below_platform, read_platform, size_hall
from tongzhi.errors import InputError
from tongzhi.web.replies import as_reply, is_sure

if TYPE_CHECKING:
    from tongzhi.desk.people import Reply

Hall = dict[str, Any]
"""`stage` names of the platform by rank; `rule`; `filling`; `seats` rows of people's ids (`None` for an empty seat); `hand` ids set by hand."""
FILLINGS, RULES = ("居中", "左起", "右起", "蛇形"), ("左为上", "右为上")
MOST_ROWS, MOST_COLUMNS = 200, 60


def seated(people: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Give who can have a seat: who has a name."""
    return [one for one in people if str(one.get("name", "")).strip()]


def arrange(
    people: Sequence[Mapping[str, Any]],
    stage: str,
    rows: str,
    columns: str,
    filling: str,
    rule: str,
    before: Hall | None = None,
) -> Hall:
    """Seat people in their order; those of the platform are left out below, those set by hand stay where they are.

    Raises:
        InputError: rows and columns do not hold them, or are no numbers.
    """
    people = seated(people)
    platform = read_platform(stage)
    order = [str(people[at]["id"]) for at in below_platform([str(one["name"]) for one in people], platform)]
    chosen = filling if filling in FILLINGS else FILLINGS[0]
    size = size_hall(
        max(1, len(order)),
        _count(rows, MOST_ROWS),
        _count(columns, MOST_COLUMNS),
        chosen,  # type: ignore[arg-type]  # one of them, as the page offers
    )
    hand = [one for one in (before or {}).get("hand", []) if one in order]
    fixed = (
        {
            where: who
            for who, where in places(before).items()
            if who in hand and where[0] < size.rows and where[1] < size.columns
        }
        if before
        else {}
    )
    free = [one for one in order if one not in fixed.values()]
    pattern = arrange_hall(range(size.rows * size.columns), size)
    ordered = sorted(
        (
            (number, (r, c))
            for r, row in enumerate(pattern)
            for c, number in enumerate(row)
            if number is not None
        ),
        key=lambda one: one[0],
    )
    seats: list[list[str | None]] = [[None] * size.columns for _ in range(size.rows)]
    for (r, c), who in fixed.items():
        seats[r][c] = who
    open_places = [where for _, where in ordered if where not in fixed]
    for who, (r, c) in zip(free, open_places, strict=False):
        seats[r][c] = who
    return {
        "stage": platform,
        "rule": rule if rule in RULES else RULES[0],
        "filling": chosen,
        "seats": seats,
        "hand": hand,
    }


def _count(text: str, most: int) -> int | None:
    if not text.strip():
        return None
    if not text.strip().isdecimal() or not 1 <= int(text) <= most:
        raise InputError.one(f"“{text[:10]}”不能用", f"写 1 到 {most} 的整数")
    return int(text)


def read_hall(state: Mapping[str, Any]) -> Hall:
    """Give the hall of a job; at first everybody is seated by the usual rules. Those who are no longer there leave their seat."""
    people = state.get("people", [])
    kept = state.get("hall")
    if not kept:
        return arrange(people, "", "", "", "居中", "左为上")
    there = {one["id"] for one in people}
    return {**kept, "seats": [[who if who in there else None for who in row] for row in kept["seats"]]}


def places(hall: Hall | None) -> dict[str, tuple[int, int]]:
    """Give where each sits."""
    return {
        who: (r, c) for r, row in enumerate((hall or {}).get("seats", [])) for c, who in enumerate(row) if who
    }


def unseated(people: Sequence[Mapping[str, Any]], hall: Hall) -> list[Mapping[str, Any]]:
    """Give those who came later and have no seat yet."""
    people = seated(people)
    there = set(places(hall))
    below = below_platform([str(one["name"]) for one in people], hall["stage"])
    return [people[at] for at in below if people[at]["id"] not in there]


def free_seats(hall: Hall) -> list[tuple[int, int]]:
    """Give the empty seats, from the front."""
    return [(r, c) for r, row in enumerate(hall["seats"]) for c, who in enumerate(row) if who is None]


def put(hall: Hall, who: str, where: str = "") -> Hall:
    """Seat somebody on a free seat (the first, when none is named); nobody else moves.

    Raises:
        InputError: no seat is free.
    """
    seats = [list(row) for row in hall["seats"]]
    free = free_seats(hall)
    target = _seat(seats, where) if where else (free[0] if free else None)
    if target is None:
        seats.append([None] * len(seats[0]))
        target = (len(seats) - 1, 0)
    if seats[target[0]][target[1]] is not None:
        raise InputError.one("这个座位有人了", "选一个空座")
    seats[target[0]][target[1]] = who
    return {**hall, "seats": seats}


def swap(hall: Hall, one: str, other: str) -> Hall:
    """Exchange two seats, each `row-column` from 0; who was moved counts as set by hand.

    Raises:
        InputError: there is no such seat.
    """
    seats = [list(row) for row in hall["seats"]]
    (a, b), (c, d) = _seat(seats, one), _seat(seats, other)
    moved = [who for who in (seats[a][b], seats[c][d]) if who]
    seats[a][b], seats[c][d] = seats[c][d], seats[a][b]
    return {**hall, "seats": seats, "hand": list(dict.fromkeys([*hall.get("hand", []), *moved]))}


def _seat(seats: Sequence[Sequence[Any]], name: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,3})-(\d{1,3})", name)
    if found is None or int(found[1]) >= len(seats) or int(found[2]) >= len(seats[0]):
        raise InputError.one("没有这个座位", "刷新页面再试")
    return int(found[1]), int(found[2])


def papers(people: Sequence[Mapping[str, Any]], hall: Hall, title: str) -> dict[str, bytes]:
    """Give 签到表, 台签 and 座次表 as they are arranged, without those who are not confirmed: name → bytes."""
    sure = {str(person["id"]): as_reply(dict(person)) for person in people if is_sure(dict(person))}
    replies: list[Reply] = list(sure.values())
    stage: list[str] = hall["stage"]
    below = [replies[number] for number in below_platform([one.name for one in replies], stage)]
    empty = Kind("", "")
    seats = hall["seats"]
    order: list[Reply] = [sure.get(who or "", empty) for row in seats for who in row]
    size = Seats(len(seats), len(seats[0]), "左起")
    return {
        "签到表.docx": render_sign_in(replies, f"{title}签到表"),
        "台签.docx": render_cards([*stage, *(one.name for one in below)]),
        "座次表.docx": render_seats(stage, order, size, hall["rule"], f"{title}座次表"),
    }
