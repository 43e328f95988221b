"""Who sits where: the platform by rank, the hall by the official order. Practice varies, so every rule is an option."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from tongzhi.errors import InputError
from tongzhi.zh.names import normalize_name

Side = Literal["左为上", "右为上"]
Filling = Literal["居中", "左起", "右起", "蛇形"]
_T = TypeVar("_T")


def read_platform(text: str) -> list[str]:
    """Read names in order of rank: parted by commas, or by blanks where no comma stands (张 三 is one name)."""
    parts = re.split(r"[,，、]+" if re.search(r"[,，、]", text) else r"\s+", text.strip())
    return [name for name in map(normalize_name, parts) if name]


def below_platform(names: Sequence[str], platform: Sequence[str]) -> list[int]:
    """Give who sits in the hall, by position; of several of one name the first goes on the platform."""
    above, below = list(platform), []
    for position, name in enumerate(names):
        if normalize_name(name) in above:
            above.remove(normalize_name(name))
        else:
            below.append(position)
    return below


def arrange_platform(people: Sequence[_T], side: Side = "左为上") -> list[_T]:
    """Order people of falling rank along the platform.

    The first sits in the middle, the second at the hand that counts as higher, the third at the other, and so on outwards;
    with an even number the first two share the middle.

    Args:
        people: in order of rank.
        side: which hand of those who sit there counts as higher; 左为上 is the practice of Party and government meetings.

    Returns:
        From left to right as those on the platform see it (台上视角); reverse it for the view from the hall.
    """
    line: list[_T] = []
    for position, person in enumerate(people):
        left = position % 2 == 1 if side == "左为上" else position % 2 == 0
        if position == 0:
            line.append(person)
        elif left:
            line.insert(0, person)
        else:
            line.append(person)
    return line


@dataclass(frozen=True, slots=True)
class Hall:
    """The seats below the platform: rows from the front, seats a row, how a row is filled, columns left free as aisles."""

    rows: int
    columns: int
    filling: Filling = "居中"


def size_hall(count: int, rows: int | None, columns: int | None, filling: Filling = "居中") -> Hall:
    """Give a hall for so many people; what is not given is chosen.

    Raises:
        InputError: the rows and columns given do not hold them.
    """
    wide = columns or (-(-count // rows) if rows else min(12, max(6, round(count**0.5 * 1.4))))
    deep = rows or max(1, -(-count // wide))
    if deep * wide < count:
        raise InputError.one(
            f"{deep} 排 × {wide} 列只有 {deep * wide} 座，要坐 {count} 人", "增加 --rows 或 --columns"
        )
    return Hall(deep, wide, filling)


def arrange_hall(people: Sequence[_T], hall: Hall) -> list[list[_T | None]]:
    """Seat people of falling order row by row from the front.

    Returns:
        Rows from the front, seats from left to right as those in the hall see the platform; `None` is an empty seat.
    """
    seats: list[list[_T | None]] = []
    for number in range(hall.rows):
        part = list(people[number * hall.columns : (number + 1) * hall.columns])
        order = _order(hall.columns, hall.filling, number)
        row: list[_T | None] = [None] * hall.columns
        for person, place in zip(part, order, strict=False):
            row[place] = person
        seats.append(row)
    return seats


def _order(columns: int, filling: Filling, number: int) -> list[int]:
    """Give the places of a row in the order in which they are taken."""
    if filling == "左起" or (filling == "蛇形" and number % 2 == 0):
        return list(range(columns))
    if filling in ("右起", "蛇形"):
        return list(reversed(range(columns)))
    middle = (columns - 1) / 2
    return sorted(range(columns), key=lambda place: (abs(place - middle), place))
