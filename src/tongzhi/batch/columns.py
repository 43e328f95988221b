"""What each column of a roster is taken for: the field of a document type, or of one of its lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tongzhi.errors import Place, Problem
from tongzhi.model.base import Document, also_of, field_names, label_of
from tongzhi.read.headers import Header, plain_name

How = Literal["同名", "别名", "相近", "文件名", "未用"]
COUNTERS = ("序号", "编号", "no", "no.", "№")
_DIGITS = {mark: number for number, mark in enumerate("一二三四五六七八九十", 1)}
_NUMBERED = re.compile(r"^(.*?)[\s(（]*(\d{1,2}|[一二三四五六七八九十])[)）]?$")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value: a field, or a field of the records in a list.

    Attributes:
        field: English name of the document's field.
        inner: English name in the record it holds; empty for the field as a whole.
        many: the field is a list.
        dated: numbers are dates as spreadsheets count them.
    """

    field: str
    inner: str = ""
    many: bool = False
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it is taken for.

    Attributes:
        header: its name in the rows.
        slot: where its values go; `None` when they go nowhere.
        how: by which likeness.
        label: the field in Chinese, as told to the user.
        second: where its values go instead when the rows of one document differ in them.
        second_label: that field in Chinese.
        item: which item of the list (问题1, 问题2), from 1; 0 for none in particular.
    """

    header: str
    slot: Slot | None = None
    how: How = "未用"
    label: str = ""
    second: Slot | None = None
    second_label: str = ""
    item: int = 0


@dataclass(frozen=True, slots=True)
class _Name:
    slot: Slot
    label: str
    is_label: bool


@cache
def _record_in(annotation: Any) -> type[BaseModel] | None:
    waiting: list[Any] = [annotation]
    while waiting:
        current = waiting.pop()
        if isinstance(current, type) and issubclass(current, BaseModel):
            return current
        waiting.extend(get_args(current))
    return None


def record_of(field: FieldInfo) -> type[BaseModel] | None:
    """Give the record type inside an annotation: `list[Item]`, `Item | None`."""
    annotation: Any = field.annotation
    return _record_in(annotation)


def is_list(field: FieldInfo) -> bool:
    """Tell whether a field holds a list."""
    waiting: list[Any] = [field.annotation]
    while waiting:
        current = waiting.pop()
        if get_origin(current) is list:
            return True
        waiting.extend(get_args(current))
    return False


def _is_dated(field: FieldInfo) -> bool:
    waiting: list[Any] = [field.annotation]
    while waiting:
        current = waiting.pop()
        if isinstance(current, type) and issubclass(current, date):
            return True
        waiting.extend(get_args(current))
    return False


class Fields:
    """The names under which a roster may speak of the fields of a document type.

    Args:
        kind: the document type.
        rows: the list that its rows fill; by default that of the type.
    """

    def __init__(self, kind: type[Document], rows: str | None = None) -> None:
        self.kind = kind
        self.rows = kind.rows if rows is None else rows
        self.top: dict[str, _Name] = {}
        self.inner: dict[str, dict[str, _Name]] = {}
        for name, field in kind.model_fields.items():
            slot = Slot(name, "", is_list(field), _is_dated(field))
            for known in _names(name, field):
                self.top.setdefault(
                    known, _Name(slot, label_of(field, name), known == plain_name(label_of(field, name)))
                )
            record = record_of(field)
            if record is not None:
                self.inner[name] = dict(_inner_names(slot, label_of(field, name), record))

    def known(self) -> set[str]:
        """Give every name a column may have."""
        names = set(self.top)
        for inner in self.inner.values():
            names.update(inner)
        return names

    def find(self, path: Sequence[str]) -> tuple[_Name, _Name | None, int] | None:
        """Give what a heading stands for exactly, what it may stand for besides, and the number it bears."""
        leaf = plain_name(path[-1])
        for outer in path[:-1]:
            field = self.top.get(plain_name(outer))
            if field and leaf in self.inner.get(field.slot.field, {}):
                return self.inner[field.slot.field][leaf], None, 0
        within = self.inner.get(self.rows, {})
        if leaf in self.top:
            return (*self._ranked(self.top[leaf], within.get(leaf)), 0)
        if leaf in within and leaf not in COUNTERS:
            return within[leaf], None, 0
        parts = [part for part in re.split(r"[.．·・/／:：\-—|]", path[-1]) if part.strip()]
        if len(parts) > 1 and len(path) == 1:
            return self.find(parts)
        return self._numbered(path) or self._elsewhere(leaf)

    def _ranked(self, whole: _Name, within: _Name | None) -> tuple[_Name, _Name | None]:
        """Give both meanings of a heading; in a list of records it rather means a field of those than another record."""
        if within is not None and whole.slot.field != self.rows and whole.slot.field in self.inner:
            return within, whole
        return whole, within

    def _numbered(self, path: Sequence[str]) -> tuple[_Name, _Name | None, int] | None:
        found = _NUMBERED.match(path[-1].strip())
        if not found or not found[1].strip():
            return None
        number = _DIGITS.get(found[2]) or int(found[2])
        meant = self.find([*path[:-1], found[1]])
        return (meant[0], None, number) if meant and meant[0].slot.many else None

    def _elsewhere(self, leaf: str) -> tuple[_Name, _Name | None, int] | None:
        """Give the field of some record that alone bears the name."""
        found = [names[leaf] for names in self.inner.values() if leaf in names]
        return (found[0], None, 0) if len(found) == 1 and len(leaf) > 1 else None

    def near(self, heading: str) -> _Name | None:
        """Give what a heading very likely stands for."""
        from rapidfuzz import fuzz, process

        names = {**self.inner.get(self.rows, {}), **self.top}
        word = plain_name(heading)
        if len(word) < 2:
            return None
        best = process.extractOne(word, list(names), scorer=fuzz.ratio, score_cutoff=66)
        if best is None or _is_chinese(word) != _is_chinese(best[0]):
            return None
        return names[best[0]]


def _is_chinese(text: str) -> bool:
    return any("一" <= mark <= "鿿" for mark in text)


def _names(name: str, field: FieldInfo) -> list[str]:
    return [plain_name(known) for known in (label_of(field, name), name, *also_of(field))]


def _inner_names(outer: Slot, label: str, record: type[BaseModel]) -> Iterator[tuple[str, _Name]]:
    seen: set[str] = set()
    for name, field in record.model_fields.items():
        slot = Slot(outer.field, name, outer.many, _is_dated(field))
        inner_label = label_of(field, name)
        for known in _names(name, field):
            if known not in seen:
                seen.add(known)
                yield known, _Name(slot, f"{label} {inner_label}", known == plain_name(inner_label))


def listed_field(kind: type[Document], headers: Sequence[Header]) -> str:
    """Give the list that the rows of a roster fill: that of the type, or another that the columns speak of instead."""
    fields = Fields(kind)
    if not kind.other_rows or any(
        _is_item(slot, kind.rows, fields)
        for column in match_columns(kind, headers)
        for slot in (column.slot, column.second)
    ):
        return kind.rows
    leaves = {plain_name(header.path[-1]) for header in headers}
    scored = [
        (len(leaves & set(fields.inner[name])), name)
        for name in kind.other_rows
        if any(
            _is_item(meant.slot, name, fields)
            for leaf in leaves
            for meant in (fields.top.get(leaf), fields.inner[name].get(leaf))
            if meant is not None
        )
    ]
    return max(scored, key=lambda pair: pair[0], default=(0, kind.rows))[1]


def _is_item(slot: Slot | None, name: str, fields: Fields) -> bool:
    """Tell whether a column says what is listed, not just something about it."""
    if slot is None or slot.field != name:
        return False
    record = record_of(fields.kind.model_fields[name])
    return slot.inner in ("", main_field(record) if record else "")


def match_columns(kind: type[Document], headers: Sequence[Header], rows: str | None = None) -> list[Column]:
    """Take every column for a field: by its name, by another name of the field, or by the nearest.

    The same field is never taken twice; what is nearest only counts when no column bears the name itself.
    """
    fields = Fields(kind, rows)
    columns: dict[int, Column] = {}
    taken: set[tuple[str, str, int]] = set()
    for exact in (True, False):
        for header in headers:
            if header.column in columns:
                continue
            column = _exact(fields, header) if exact else _near(fields, header)
            if column is None or column.slot is None:
                continue
            key = (column.slot.field, column.slot.inner, column.item)
            if key in taken and column.second and (*_key(column.second), column.item) not in taken:
                column = replace(column, slot=column.second, second=None, label=column.second_label)
                key = (*_key(column.slot), column.item) if column.slot else key
            if key in taken:
                continue
            taken.add(key)
            columns[header.column] = column
    return [columns.get(header.column) or _unused(header) for header in headers]


def _key(slot: Slot | None) -> tuple[str, str]:
    return (slot.field, slot.inner) if slot else ("", "")


def _exact(fields: Fields, header: Header) -> Column | None:
    found = fields.find(header.path)
    if found is None:
        return None
    meant, second, item = found
    how: How = "同名" if meant.is_label else "别名"
    return Column(
        header.name,
        meant.slot,
        how,
        meant.label,
        second.slot if second else None,
        second.label if second else "",
        item,
    )


def _near(fields: Fields, header: Header) -> Column | None:
    if plain_name(header.name) in COUNTERS:
        return None
    meant = fields.near(header.path[-1])
    return Column(header.name, meant.slot, "相近", meant.label) if meant else None


def _unused(header: Header) -> Column:
    return Column(header.name, how="文件名" if plain_name(header.name) in COUNTERS else "未用")


def tell_columns(columns: Sequence[Column], place: Place) -> list[Problem]:
    """Give what must be told: columns taken for a field by likeness, and columns that are not used."""
    notes = []
    for column in columns:
        where = replace(place, field=column.header)
        if column.how == "相近":
            notes.append(Problem(where, f"没有这个字段，当作“{column.label}”了", "不对就改列名"))
        elif column.how == "未用":
            notes.append(Problem(where, "没有这个字段，这一列没有用到", "tongzhi types 可看有哪些字段"))
    return notes


@cache
def main_field(record: type[BaseModel]) -> str:
    """Give the English name of the field that a plain text in place of a record stands for."""
    names = field_names(record)
    line = names.get(getattr(record, "line", ""))
    return line or next((name for name, field in record.model_fields.items() if field.is_required()), "")


def key_field(kind: type[Document]) -> str:
    """Give the field by which rows belong to one document (县区); empty when the type has none."""
    named: str = getattr(kind, "row_key", "")
    names = field_names(kind)
    return named or next((names[word] for word in ("县区", "承办单位", "单位") if names.get(word)), "")
