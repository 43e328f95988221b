"""What a batch is going to do: the rows, the columns, the documents and the names of their files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any, overload

from tongzhi.batch.columns import RosterColumn
from tongzhi.batch.job import Job
from tongzhi.errors import Problem
from tongzhi.read.account import Account
from tongzhi.read.headers import plain_name
from tongzhi.read.roster import Roster
from tongzhi.read.rosterrows import Row
from tongzhi.zh.places import place_key


@dataclass(slots=True)
class BatchPlan:
    """What a batch is going to do.

    Attributes:
        roster: the rows.
        columns: sheet → its columns.
        rows: the list that the rows fill.
        key: the field by which rows belong together; empty when each row is a document of its own.
        groups: the documents in order: positions of their rows in the roster.
        items: position of a document → its rows on further sheets.
        names: of the files.
        notes: what the user must be told.
        day: the day of the list, from which dates without a year are read.
        account: what became of the lines of the roster that belong to no document.
    """

    roster: Roster
    columns: dict[str, list[RosterColumn]]
    rows: str
    key: str
    groups: list[int | tuple[int, ...]] = field(default_factory=list)
    items: dict[int, list[Row]] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    day: date = date.min
    account: Account = field(default_factory=Account)

    def jobs(self, known: dict[str, tuple[str, str]] | None = None) -> Iterator[Job]:
        """Give the jobs in order; `known` is what the state file says."""
        known = known or {}
        if all(isinstance(group, int) for group in self.groups):
            # one row each and in order: the packed rows are gone through once
            for index, row in enumerate(self.roster.rows):
                yield Job(
                    index,
                    self.names[index],
                    (row,),
                    tuple(self.items.get(index, ())),
                    known.get(self.names[index]),
                )
            return
        for index, group in enumerate(self.groups):
            rows = tuple(
                self.roster.rows[position] for position in ((group,) if isinstance(group, int) else group)
            )
            yield Job(
                index, self.names[index], rows, tuple(self.items.get(index, ())), known.get(self.names[index])
            )

    def merged(self) -> list[tuple[str, int]]:
        """Give name of file and count of rows for each document that several rows make."""
        return [
            (self.names[index], count)
            for index, group in enumerate(self.groups)
            if (count := (1 if isinstance(group, int) else len(group)) + len(self.items.get(index, ()))) > 1
        ]


LOOKED_AT = 200
"""So many rows are looked at to tell what a column is."""


def sample_rows(roster: Roster) -> list[Mapping[str, Any]]:
    """Give the first rows, by which it is told what a column is."""
    return [row.values for row in islice(roster.rows, LOOKED_AT)]


def header_of(columns: Sequence[RosterColumn], key: str) -> str:
    """Give the heading of the column that fills a field; empty when none does."""
    return next(
        (c.header for c in columns if key and c.slot and c.slot.field == key and not c.slot.inner), ""
    )


def plain_key(value: Any) -> str:
    """Give the name of a unit in the form in which two are compared: 石 佛 镇 and 石佛镇人民政府 are one."""
    return plain_name(place_key(str(value)))


class Joined(Sequence[Row]):
    """The rows of several tables as one."""

    def __init__(self, *parts: Sequence[Row]) -> None:
        self._parts = parts

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def __iter__(self) -> Iterator[Row]:
        for part in self._parts:
            yield from part

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[position] for position in range(*index.indices(len(self)))]
        index = index % len(self) if -len(self) <= index < len(self) else index
        for part in self._parts:
            if index < len(part):
                return part[index]
            index -= len(part)
        raise IndexError(index)
