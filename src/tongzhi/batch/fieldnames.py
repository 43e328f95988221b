"""The names under which a roster may speak of the fields of a document type."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from rapidfuzz import fuzz, process

from tongzhi.model.base import Document, also_of, field_names, label_of
from tongzhi.read.headers import plain_name
from tongzhi.read.meanings import meaning_of_path, names_of

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
        timed: the time of day belongs to it.
    """

    field: str
    inner: str = ""
    many: bool = False
    dated: bool = False
    timed: bool = False


@dataclass(frozen=True, slots=True)
class FieldMeant:
    """A field that a heading stands for: where its values go, what users see, and whether the heading is just that."""

    slot: Slot
    label: str
    is_label: bool


def _types_in(annotation: Any) -> Iterator[Any]:
    """Give an annotation and everything it is made of: `list[Item] | None`, `list[Item]`, `Item`."""
    waiting: list[Any] = [annotation]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(get_args(current))


@cache
def _record_in(annotation: Any) -> type[BaseModel] | None:
    return next(
        (each for each in _types_in(annotation) if isinstance(each, type) and issubclass(each, BaseModel)),
        None,
    )


def record_of(field: FieldInfo) -> type[BaseModel] | None:
    """Give the record type inside an annotation: `list[Item]`, `Item | None`."""
    annotation: Any = field.annotation
    return _record_in(annotation)


def choices_of(field: FieldInfo) -> tuple[str, ...]:
    """Give the values of a field that may hold no others; empty for a free one."""
    return next((get_args(each) for each in _types_in(field.annotation) if get_origin(each) is Literal), ())


def is_list(field: FieldInfo) -> bool:
    """Tell whether a field holds a list."""
    return any(get_origin(each) is list for each in _types_in(field.annotation))


def _is_timed(field: FieldInfo) -> bool:
    return any(each is datetime for each in _types_in(field.annotation))


def _is_dated(field: FieldInfo) -> bool:
    return any(isinstance(each, type) and issubclass(each, date) for each in _types_in(field.annotation))


class Fields:
    """The names under which a roster may speak of the fields of a document type.

    Args:
        kind: the document type.
        rows: the list that its rows fill; by default that of the type.
    """

    def __init__(self, kind: type[Document], rows: str | None = None) -> None:
        self.kind = kind
        self.rows = kind.rows if rows is None else rows
        self.top: dict[str, FieldMeant] = {}
        self.inner: dict[str, dict[str, FieldMeant]] = {}
        for name, field in kind.model_fields.items():
            slot = Slot(name, "", is_list(field), _is_dated(field), _is_timed(field))
            for known in _names(name, field):
                self.top.setdefault(
                    known, FieldMeant(slot, label_of(field, name), known == plain_name(label_of(field, name)))
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

    def find(
        self, path: Sequence[str], siblings: Sequence[str] = ()
    ) -> tuple[FieldMeant, FieldMeant | None, int] | None:
        """Give what a heading stands for exactly, what it may stand for besides, and the number it bears.

        Args:
            path: its words, the outer first.
            siblings: the innermost words of all headings under the same outer one.
        """
        leaf = plain_name(path[-1])
        if len(path) > 1 and siblings and not self._under(path, siblings):
            inner = self.inner.get(self.rows, {})
            if leaf in inner and leaf not in COUNTERS:
                return inner[leaf], None, 0
        for outer in path[:-1] if not siblings or self._under(path, siblings) else ():
            field = self.top.get(plain_name(outer))
            if field and leaf in self.inner.get(field.slot.field, {}):
                return self.inner[field.slot.field][leaf], None, 0
        within = self.inner.get(self.rows, {})
        if re.search(r"[（(]\s*(?:\d{1,2}|[一二三四五六七八九十])\s*[）)]$", path[-1]) and (
            numbered := self._numbered(path)
        ):
            return numbered  # 存在问题（一） beside 存在问题（二）
        if leaf in self.top:
            return (*self._ranked(self.top[leaf], within.get(leaf)), 0)
        if leaf in within and leaf not in COUNTERS:
            return within[leaf], None, 0
        parts = [part for part in re.split(r"[.．·・/／:：\-—|]", path[-1]) if part.strip()]
        if len(parts) > 1 and len(path) == 1:
            return self.find(parts)
        return self._numbered(path) or self._elsewhere(leaf)

    def _ranked(self, whole: FieldMeant, within: FieldMeant | None) -> tuple[FieldMeant, FieldMeant | None]:
        """Give both meanings of a heading; in a list of records it rather means a field of those than another record."""
        if within is not None and whole.slot.field != self.rows and whole.slot.field in self.inner:
            return within, whole
        return whole, within

    def _numbered(self, path: Sequence[str]) -> tuple[FieldMeant, FieldMeant | None, int] | None:
        found = _NUMBERED.match(path[-1].strip())
        if not found or not found[1].strip():
            return None
        number = _DIGITS.get(found[2]) or int(found[2])
        meant = self.find([*path[:-1], found[1]])
        return (meant[0], None, number) if meant and meant[0].slot.many else None

    def _elsewhere(self, leaf: str) -> tuple[FieldMeant, FieldMeant | None, int] | None:
        """Give the field of some record that alone bears the name."""
        if leaf in COUNTERS:
            return None
        found = [names[leaf] for names in self.inner.values() if leaf in names]
        return (found[0], None, 0) if len(found) == 1 and len(leaf) > 1 else None

    def _under(self, path: Sequence[str], siblings: Sequence[str]) -> bool:
        """Tell whether an outer heading is a record of the paper: all headings below it are fields of that record.

        整改要求 over 单位 and 时限 is one; over 整改期限, 责任单位 and 责任人 it only groups the columns of the list.
        """
        field = self.top.get(plain_name(path[0]))
        known = self.inner.get(field.slot.field, {}) if field else {}
        return all(plain_name(leaf) in known for leaf in siblings)

    def meant(self, path: Sequence[str]) -> tuple[FieldMeant, FieldMeant | None] | None:
        """Give what a heading stands for by its meaning (发现的问题 is 存在问题), and what it may stand for besides."""
        word = meaning_of_path(tuple(path))
        return self.of_meaning(word) if word else None

    def of_meaning(self, word: str) -> tuple[FieldMeant, FieldMeant | None] | None:
        """Give the field that bears one of the names of a meaning."""
        within = self.inner.get(self.rows, {})
        for name in names_of(word):
            if name in COUNTERS:
                continue
            if name in self.top:
                return self._ranked(self.top[name], within.get(name))
            if name in within:
                return within[name], None
        return None

    def near(self, heading: str) -> FieldMeant | None:
        """Give what a heading very likely stands for."""
        word = plain_name(heading)
        if len(word) < 2:
            return None
        # the last word says what kind of thing a heading names: 检查日 is no 检查组
        known = {**self.inner.get(self.rows, {}), **self.top}
        names = {name: meant for name, meant in known.items() if len(word) > 3 or name[-1] == word[-1]}
        best = process.extractOne(word, list(names), scorer=fuzz.ratio, score_cutoff=66)
        if best is None or is_chinese(word) != is_chinese(best[0]):
            return None
        return names[best[0]]


def is_chinese(text: str) -> bool:
    """Tell a text with Chinese characters."""
    return any("一" <= mark <= "鿿" for mark in text)


def _names(name: str, field: FieldInfo) -> list[str]:
    return [plain_name(known) for known in (label_of(field, name), name, *also_of(field))]


def _inner_names(outer: Slot, label: str, record: type[BaseModel]) -> Iterator[tuple[str, FieldMeant]]:
    seen: set[str] = set()
    for name, field in record.model_fields.items():
        slot = Slot(outer.field, name, outer.many, _is_dated(field), _is_timed(field))
        inner_label = label_of(field, name)
        for known in _names(name, field):
            if known not in seen:
                seen.add(known)
                yield known, FieldMeant(slot, f"{label} {inner_label}", known == plain_name(inner_label))


@cache
def main_field(record: type[BaseModel]) -> str:
    """Give the English name of the field that a plain text in place of a record stands for."""
    names = field_names(record)
    line = names.get(getattr(record, "line", ""))
    return line or next((name for name, field in record.model_fields.items() if field.is_required()), "")


def key_field(kind: type[Document]) -> str:
    """Give the field by which rows belong to one document (县区); empty when the type has none."""
    if kind.by_name:
        return ""
    names = field_names(kind)
    return kind.row_key or next((names[word] for word in ("县区", "承办单位", "单位") if names.get(word)), "")
