"""会议手册 from the notice, the replies and the seats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tongzhi.desk.people import Reply
from tongzhi.desk.seats import Hall, arrange_hall


def seat_names(people: Sequence[Reply], hall: Hall | None) -> dict[int, str]:
    """Give the seat of each person by his place in the list: 1排3座, counted from the left as the hall sees it."""
    if hall is None:
        return {}
    rows = arrange_hall(range(len(people)), hall)
    return {
        person: f"{row}排{column}座"
        for row, seats in enumerate(rows, start=1)
        for column, person in enumerate(seats, start=1)
        if person is not None
    }


def handbook_people(people: Sequence[Reply], hall: Hall | None) -> list[dict[str, str]]:
    """Give the people as the booklet lists them: no telephone numbers."""
    seats = seat_names(people, hall)
    return [
        {
            "单位": one.unit or "待定",
            "姓名": one.name,
            "职务": one.title,
            "会场": one.venue,
            "座位": seats.get(number, ""),
        }
        for number, one in enumerate(people)
    ]


def handbook_changes(
    people: Sequence[Reply], hall: Hall | None, platform: Sequence[str]
) -> Mapping[str, Any]:
    """Give what the replies add to the data of the notice."""
    changes: dict[str, Any] = {"参会人员": handbook_people(people, hall)}
    return {**changes, "主席台就座": list(platform)} if platform else changes
