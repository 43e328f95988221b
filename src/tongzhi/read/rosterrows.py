"""Rows of a roster, and many of them packed."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, overload

_PACK = 500


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a roster.

    Attributes:
        sheet: the sheet it stands in; empty for text files.
        number: its line there, from 1.
        values: header → cell; blank cells are left out. A cell without a usable value is a `Fault`.
        fault: why the row as a whole could not be read; empty when it could.
        heading: the small heading above it (一、道路交通); empty when there is none.
    """

    sheet: str
    number: int
    values: dict[str, Any]
    fault: str = ""
    heading: str = ""


class PackedRows(Sequence[Row]):
    """Rows kept as packed pages: a hundred thousand of them cost little memory."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._pages: list[bytes] = []
        self._length = 0
        self._open: tuple[int, list[Row]] = (-1, [])
        iterator = iter(rows)
        while page := [
            (row.sheet, row.number, row.values, row.fault, row.heading) for row in islice(iterator, _PACK)
        ]:
            self._pages.append(pickle.dumps(page, pickle.HIGHEST_PROTOCOL))
            self._length += len(page)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Row]:
        for page in range(len(self._pages)):
            yield from self._unpack(page)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[position] for position in range(*index.indices(self._length))]
        if not -self._length <= index < self._length:
            raise IndexError(index)
        page, position = divmod(index % self._length, _PACK)
        if self._open[0] != page:
            self._open = (page, self._unpack(page))
        return self._open[1][position]

    def _unpack(self, page: int) -> list[Row]:
        return [Row(*parts) for parts in pickle.loads(self._pages[page])]  # noqa: S301  packed by this object
