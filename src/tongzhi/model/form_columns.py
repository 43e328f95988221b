"""How the fields of a type are laid out in an Excel form: rows of the first sheet, columns of the further ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tongzhi.model.base import Part
from tongzhi.model.official import SpeechPlace
from tongzhi.model.shape import Shape, shapes

MAIN, ORIGINS, UNITS = "填写", "_出处", "_名录"
"""Names of the first sheet, and of the hidden ones with origins and with the address list."""
DOT = "·"
MARK = "_行"
"""The hidden column by which a row is known again after sorting."""
FIELD, CONTENT, HOW = "字段", "内容", "填写说明"


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One cell to fill in: its name in the form, where its value goes, what it holds."""

    name: str
    path: tuple[str, ...]
    shape: Shape
    required: bool


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A further sheet: one list of records."""

    name: str
    path: tuple[str, ...]
    shape: Shape
    columns: tuple[FormColumn, ...]


@cache
def form_fields(part: type[Part]) -> tuple[tuple[FormColumn, ...], tuple[ListSheet, ...]]:
    """Give the rows of the first sheet and the further sheets of a type."""
    rows, sheets = list[FormColumn](), list[ListSheet]()
    for shape in shapes(part):
        _spread(shape, (shape.label,), shape.required, rows, sheets)
    return tuple(rows), tuple(sheets)


def _spread(
    shape: Shape, path: tuple[str, ...], required: bool, rows: list[FormColumn], sheets: list[ListSheet]
) -> None:
    if shape.kind == "records" and shape.record is not None:
        sheets.append(ListSheet(DOT.join(path), path, shape, record_columns(shape.record)))
    elif shape.kind == "record" and shape.record is not None:
        for inner in shapes(shape.record):
            _spread(inner, (*path, inner.label), required and inner.required, rows, sheets)
    else:
        rows.append(FormColumn(DOT.join(path), path, shape, required))


@cache
def record_columns(record: type[Part]) -> tuple[FormColumn, ...]:
    """Give the columns of the sheet of a record; records in it are flattened, lists in it stand in one cell."""
    return tuple(_columns(record, (), required=True))


def _columns(record: type[Part], path: tuple[str, ...], *, required: bool) -> Iterator[FormColumn]:
    for shape in shapes(record):
        inner = (*path, shape.label)
        if shape.kind == "record" and shape.record is not None:
            yield from _columns(shape.record, inner, required=required and shape.required)
        else:
            yield FormColumn(DOT.join(inner), inner, shape, required and shape.required)


def is_provenance(column: FormColumn) -> bool:
    """Tell whether a column only holds where a row comes from; such columns are hidden."""
    return column.shape.record is SpeechPlace


def value_at(values: Any, path: tuple[str, ...]) -> Any:
    """Give the value under a path of labels, `None` where there is none."""
    for step in path:
        if not isinstance(values, Mapping):
            return None
        values = values.get(step)
    return values


def put_at(values: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    """Put a value under a path of labels."""
    for step in path[:-1]:
        values = values.setdefault(step, {})
    values[path[-1]] = value
