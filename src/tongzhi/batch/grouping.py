"""Which rows of a roster belong to one paper, and which unit each of them means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from tongzhi.batch.planned import BatchPlan, header_of, plain_key
from tongzhi.errors import Problem
from tongzhi.read.headers import plain_name
from tongzhi.read.rosterrows import Row
from tongzhi.zh.places import bare_place, is_place, place_key

if TYPE_CHECKING:
    from tongzhi.papers.profile import Profile


def tell_strangers(plan: BatchPlan, header: str, office: Profile) -> None:
    """Name the places that the address list does not have, with the nearest it has; the cell's own name is used."""
    known = {
        plain_key(name): unit.short or unit.name
        for unit in office.units
        for name in (unit.short, unit.name)
        if name
    }
    if not any(is_place(unit.short or unit.name) for unit in office.units):
        return
    told = set[str]()
    short = _short_of_places(plan, header, office)
    for row in plan.roster.rows:
        value = row.values.get(header)
        key = plain_key(value) if isinstance(value, str) else ""
        key = short.get(key, key)
        if not key or key in known or not is_place(str(value)) or key in told:
            continue
        told.add(key)
        best = process.extractOne(key, list(known), scorer=fuzz.ratio, score_cutoff=70)
        near = f"像是“{known[best[0]]}”；" if best else ""
        plan.notes.append(
            Problem(
                plan.roster.place(row.number, header),
                f"“{value}”不在单位名录里，{near}主送就用这个名称",
                "核对名称；是新单位就加进名录",
            )
        )


def settle_columns(plan: BatchPlan) -> None:
    """Take a column for a field of the listed records where the rows of some unit differ in it."""
    used = plan.columns[plan.roster.sheet]
    open_columns = {column.header for column in used if column.second is not None}
    groups = [group for group in plan.groups if isinstance(group, tuple)]
    differing = set[str]()
    for group in groups if open_columns else ():
        rows = [plan.roster.rows[position].values for position in group]
        for header in open_columns - differing:
            if len({str(row[header]) for row in rows if header in row}) > 1:
                differing.add(header)
    plan.columns[plan.roster.sheet] = [
        replace(column, slot=column.second, second=column.slot, label=column.second_label)
        if column.header in differing and column.second is not None and column.slot and not column.slot.inner
        else column
        for column in used
    ]


def group_rows(plan: BatchPlan, header: str, key_name: str, office: Profile | None) -> None:
    """Put the rows of one unit together, for types that have a list for what the rows say."""
    listed = bool(plan.rows) and any(
        slot is not None and slot.field == plan.rows
        for column in plan.columns[plan.roster.sheet]
        for slot in (column.slot, column.second)
    )
    scalars = [
        column.header
        for column in plan.columns[plan.roster.sheet]
        if column.slot and column.slot.field != plan.rows and column.header != header
    ]
    full = _short_of_places(plan, header, office)
    headers = {sheet: header_of(columns, key_name) for sheet, columns in plan.columns.items()}
    where: dict[str, int] = {}
    groups: list[list[int] | int] = []
    guesses = not plan.roster.rows[0].sheet  # text files know no merged cells
    for position, row in enumerate(plan.roster.rows):
        value = row.values.get(headers.get(row.sheet) or header)
        key = plain_key(value) if value is not None else ""
        key = full.get(key, key)
        if listed and not key and guesses and groups and _continues(row, scalars):
            _join(groups, len(groups) - 1, position)
            continue
        if listed and key and key in where:
            _join(groups, where[key], position)
            continue
        if key:
            where.setdefault(key, len(groups))
        groups.append(position)
    plan.groups = [tuple(group) if isinstance(group, list) else group for group in groups]


def _short_of_places(plan: BatchPlan, header: str, office: Profile | None) -> dict[str, str]:
    """Give names without 镇, 县 … → the one place they can mean (石佛 → 石佛镇), by the list itself and the profile."""
    full = {
        place_key(str(value))
        for row in plan.roster.rows
        if (value := row.values.get(header)) is not None and is_place(str(value))
    }
    full |= {place_key(unit.short or unit.name) for unit in (office.units if office else ())}
    ends: dict[str, set[str]] = {}
    for name in full:
        if is_place(name):
            ends.setdefault(bare_place(name), set()).add(name)
    return {
        plain_name(short): plain_name(next(iter(names)))
        for short, names in ends.items()
        if len(names) == 1 and len(short) > 1 and not is_place(short)
    }


def _continues(row: Row, scalars: Sequence[str]) -> bool:
    """Tell, where merged cells are unknown, whether a row goes on with the unit above: all but its list is blank."""
    return bool(scalars) and bool(row.values) and not any(header in row.values for header in scalars)


def _join(groups: list[list[int] | int], index: int, position: int) -> None:
    group = groups[index]
    if isinstance(group, list):
        group.append(position)
    else:
        groups[index] = [group, position]
