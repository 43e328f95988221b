"""The names of the files of a batch, from a pattern over its columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tongzhi.batch.planned import BatchPlan, header_of
from tongzhi.errors import InputError, Place, Problem
from tongzhi.model.base import Document, field_names
from tongzhi.read.headers import plain_name
from tongzhi.read.rosterrows import Row
from tongzhi.write.names import DistinctNames, NamePattern, safe_name
from tongzhi.zh.nearest import nearest
from tongzhi.zh.places import is_place, place_key

MISSING = "未填"
"""Stands in a file name for a cell that is empty."""


def name_files(kind: type[Document], plan: BatchPlan, pattern: str | None, header: str, key: str) -> None:
    """Give every document its file name: distinct, safe, in the order of the roster."""
    if kind.by_name:  # no field says for whom a paper is: the first column names it
        header = next((c.header for c in plan.columns[plan.roster.sheet] if c.slot), "")
    if pattern is None:
        pattern = (
            "{序号:03d}-"
            + (f"{{{header}}}-" if header and "{" not in header and "}" not in header else "")
            + kind.label
        )
    made = NamePattern(pattern)
    sources = {wanted: _source(kind, plan, wanted) for wanted in made.fields()}
    given = DistinctNames()
    key_header = header_of(plan.columns[plan.roster.sheet], key)
    rows: Iterator[tuple[int, Row]] = (
        (index, plan.roster.rows[group if isinstance(group, int) else group[0]])
        for index, group in enumerate(plan.groups)
    )
    for index, row in rows:

        def value(wanted: str, index: int = index, row: Row = row) -> Any:
            header = sources[wanted]
            if header is None:
                return index + 1
            found = row.values.get(header)
            if header == key_header:
                if found is None:  # on a further table the column has another name
                    found = row.values.get(header_of(plan.columns.get(row.sheet, ()), key))
                if isinstance(found, str) and is_place(found):
                    return place_key(found)
            return MISSING if found is None else found

        raw = made.fill(value)
        safe = safe_name(raw)
        name = given.take(safe)
        place = Place(file=plan.roster.file, sheet=row.sheet or None, row=row.number)
        if safe != raw:
            plan.notes.append(Problem(place, f"文件名“{raw[:60]}”不能用", f"改成了“{safe}”"))
        if name != safe:
            plan.notes.append(Problem(place, f"文件名“{safe}”与前面的相同", f"改成了“{name}”"))
        plan.names.append(name)


def _source(kind: type[Document], plan: BatchPlan, wanted: str) -> str | None:
    """Give the heading of the column a name pattern means; `None` for the count of documents."""
    columns = plan.columns[plan.roster.sheet]
    plain = plain_name(wanted)
    for column in columns:
        if plain_name(column.header) == plain:
            return column.header
    name = field_names(kind).get(wanted)
    for column in columns:
        if name and column.slot and column.slot.field == name and not column.slot.inner:
            return column.header
    if plain in ("序号", "no", "n"):
        return None

    known = [column.header for column in columns]
    near = nearest(wanted, known)
    raise InputError.one(
        f"--name 里的“{wanted}”不是名册的列",
        f"是不是“{near}”？" if near else f"可用：序号、{'、'.join(known[:8])}",
    )
