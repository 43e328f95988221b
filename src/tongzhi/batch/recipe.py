"""Everything that is the same for all documents of a batch."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tongzhi import __version__
from tongzhi.batch.columns import RosterColumn
from tongzhi.batch.fieldnames import main_field, record_of
from tongzhi.model.base import Document
from tongzhi.read.headers import plain_name
from tongzhi.resources import template_path
from tongzhi.standard.gbt9704 import GBT9704, Standard
from tongzhi.standard.heads import HeadKind
from tongzhi.zh.places import place_key


@dataclass(frozen=True)
class Recipe:
    """Everything that is the same for all documents of a batch; goes to every worker once.

    Attributes:
        kind: the document type.
        file: the roster's name, for messages.
        columns: sheet → its columns.
        below: values under those of the rows: `--common`, then the profile.
        above: values over those of the rows: `--set`.
        office: the office profile, or `None`.
        template: the bytes of the user's own Word template; `None` for the shipped one.
        template_name: its name, for messages.
        head: 套红, 留白 or 无.
        lenient: drop characters that Word cannot hold.
        confirm: settle every suggested value.
        check: check the format of each document.
        with_empty: make documents for units that have nothing to list.
        day: the day that counts as today.
        standard: the standard, or the office's own style over it.
        knowledge: what the format check knows of the office, or `None`.
        folder: where the files go; `None` gives bytes back instead.
        unwritten: none of the files is there yet.
        rows: the list that the rows of the roster fill.
        list_day: the day of the list, from which dates without a year are read.
    """

    kind: type[Document]
    file: str
    columns: dict[str, list[RosterColumn]]
    below: dict[str, Any] = field(default_factory=dict)
    above: dict[str, Any] = field(default_factory=dict)
    office: Any = None
    template: bytes | None = None
    template_name: str = ""
    head: HeadKind = "套红"
    lenient: bool = False
    confirm: bool = False
    check: bool = False
    with_empty: bool = False
    day: date = date.min
    standard: Standard = GBT9704
    knowledge: Any = None
    folder: Path | None = None
    unwritten: bool = False
    rows: str = ""
    list_day: date = date.min

    def fingerprint(self) -> bytes:
        """Give what changes when anything common to all documents changes."""
        columns = {sheet: [repr(column) for column in used] for sheet, used in self.columns.items()}
        parts = (
            __version__, self.kind.__qualname__, columns, _settled(self.below), _settled(self.above),
            repr(self.office), self.template or _shipped(self.kind), self.head,
            self.lenient, self.confirm, self.with_empty, self.day, self.list_day, self.standard,
        )  # fmt: skip
        return hashlib.sha256(repr(parts).encode("utf-8", "replace")).digest()


def _settled(values: Mapping[str, Any]) -> str:
    return repr(sorted((key, repr(value)) for key, value in values.items()))


def listed_places(recipe: Recipe) -> dict[str, str]:
    """Give the places of the address list: plain name → full name; empty when it has none."""
    made: dict[str, str] = {}
    for unit in recipe.office.units if recipe.office is not None else ():
        for name in (unit.name, unit.short):
            if name:
                made.setdefault(plain_name(place_key(name)), unit.name)
    return made


def _shipped(kind: type[Document]) -> bytes:

    stem = kind.template.partition(".")[0]
    found = sorted(template_path(kind.template).parent.glob(f"{stem}*.docx")) if stem else []
    return b"".join(hashlib.sha256(path.read_bytes()).digest() for path in found)


def has_list(recipe: Recipe) -> bool:
    """Tell whether the roster has a column, or a further sheet, for what is to be listed."""
    name = recipe.rows
    record = record_of(recipe.kind.model_fields[name]) if name else None
    main = main_field(record) if record else ""
    return bool(name) and any(
        slot is not None and slot.field == name and slot.inner in ("", main)
        for used in recipe.columns.values()
        for column in used
        for slot in (column.slot,)
    )
