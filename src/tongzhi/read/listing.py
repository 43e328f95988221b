"""A list as an office keeps it (整改台账, 隐患清单) → the records of a paper's main list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tongzhi.errors import Place, Problem
from tongzhi.model.base import Part, field_names, label_of
from tongzhi.read.headers import plain_name
from tongzhi.read.listdates import dates_in, read_serial, settle
from tongzhi.read.meanings import meaning_of_path, names_of, pair_of, split_unit_person
from tongzhi.read.roster import Roster, read_roster
from tongzhi.read.tables import Fault

_DATED = {"发现日期": False, "整改时限": True, "完成日期": False, "验收日期": False, "销号日期": False}
"""Meanings of columns of dates, and whether they lie ahead of the list."""

Record = tuple[Place, dict[str, Any], list[Problem]]


def read_listing(path: Path, kind: type[Part]) -> list[Record]:
    """Give the records of a list, each with its place and what is wrong with its cells; none when nothing fits.

    Raises:
        InputError: the file is unreadable or holds no table.
    """
    names = {
        plain_name(name): label_of(kind.model_fields[key], key) for name, key in field_names(kind).items()
    }
    roster = read_roster(path, known=names)
    made: list[Record] = []
    for part in (roster, *roster.others):
        columns = {header.name: found for header in part.headers if (found := _labels(header.path, names))}
        if len(columns) >= max(2, len(part.headers) // 3):
            made += _records(part, columns)
    return made


def _labels(path: tuple[str, ...], names: Mapping[str, str]) -> tuple[str, ...]:
    """Give the labels of the fields that a column fills: two for a unit and its person."""

    def label(word: str) -> str:
        return next((names[name] for name in names_of(word) if name in names), "")

    pair = pair_of(path[-1])
    if pair is not None and label(pair.unit) and label(pair.person):
        return label(pair.unit), label(pair.person)
    exact = names.get(plain_name(path[-1]))
    if exact:
        return (exact,)
    word = meaning_of_path(path)
    found = label(word) if word else ""
    return (found,) if found else ()


def _records(part: Roster, columns: Mapping[str, tuple[str, ...]]) -> Iterator[Record]:
    words = {header.name: meaning_of_path(header.path) for header in part.headers}
    dates = (value for row in part.rows for value in row.values.values() if isinstance(value, date))
    stated = [day for said in part.around for day in dates_in(said)]
    day = max(stated, default=max((_day(value) for value in dates), default=date.min))
    for row in part.rows:
        record: dict[str, Any] = {}
        wrong: list[Problem] = []
        for name, labels in columns.items():
            value = row.values.get(name)
            if value is None:
                continue
            if isinstance(value, Fault):
                wrong.append(
                    Problem(part.place(row.number, name), f"单元格是错误值 {value}", "改成确定的内容")
                )
                continue
            if words[name] in _DATED and day != date.min:
                settled = settle(read_serial(value), day, ahead=_DATED[words[name]])
                if settled.wrong:
                    wrong.append(Problem(part.place(row.number, name), settled.wrong, "核对月份和日子"))
                value = settled.value
            parts = split_unit_person(value) if len(labels) == 2 and isinstance(value, str) else (value,)
            for label, cell in zip(labels, parts, strict=False):
                if cell not in ("", None):
                    record.setdefault(label, cell)
        if record or wrong:
            yield part.place(row.number), record, wrong


def _day(value: date) -> date:
    return date(value.year, value.month, value.day)
