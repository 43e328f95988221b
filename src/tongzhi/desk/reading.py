"""What one returned file says, while it is read and after."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from tongzhi.desk.grids import FormGrid
from tongzhi.desk.people import Asked, Doubt, Reply
from tongzhi.errors import Place, Problem
from tongzhi.read.account import Account


@dataclass(slots=True)
class FileReading:
    """What one returned file says.

    Attributes:
        people: those who come or ask for leave.
        doubts: what looks like a person or a reply but was not understood, each with a guess.
        problems: things to be told beside people who were read.
        lines: rows and lines that are no people, by rule.
        empty: a form was found in which nobody is written; the unit if it is known.
    """

    people: list[Reply] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lines: Account = field(default_factory=lambda: Account("行"))
    has_form: bool = False
    unit: str = ""
    said: str = ""
    """What a unit said without naming anybody: 说以后再报, 说已另报."""

    def add(self, other: FileReading) -> None:
        """Take over what another table of the same file says."""
        self.people += other.people
        self.doubts += other.doubts
        self.problems += other.problems
        self.lines.add(other.lines)
        self.has_form = self.has_form or other.has_form
        self.unit = self.unit or other.unit
        self.said = self.said or other.said


@dataclass(slots=True)
class FormSheet:
    """One table while it is read: what stands around it, and what was found so far."""

    grid: FormGrid
    asked: list[Asked]
    unit: str
    common: Reply
    corrects: bool
    found: FileReading

    def place(self, row: int | None = None, line: int | None = None) -> Place:
        """Give a place in this sheet."""
        return Place(file=self.grid.place.file, sheet=self.grid.place.sheet, row=row, line=line)


def when_filled(filled: datetime | None, changed: datetime) -> datetime:
    """Give when a form was filled in: as it says; its file's time when that is of the same day and so more exact."""
    if filled is None or (filled.date() == changed.date() and not (filled.hour or filled.minute)):
        return changed
    return filled


def shorten(cells: Sequence[str]) -> str:
    """Give the cells of a row as one line of at most forty characters, for a message."""
    text = " ".join(dict.fromkeys(cell.replace("\n", " ") for cell in cells if cell))
    return text if len(text) <= 40 else f"{text[:40]}…"


_NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def read_moment(text: str) -> datetime | None:
    """Read day and hour as people fill them in: 2026年9月3日 14:30, 二〇二六年九月三日; None for others."""
    if re.match(r"[二〇○零一]", text):
        text = _arabic(text)
    found = re.search(r"(\d{4})\D(\d{1,2})\D(\d{1,2})\D*(?:(\d{1,2})[:：时点](\d{1,2})?)?", text)
    if not found:
        return None
    try:
        return datetime(*(int(part) if part else 0 for part in found.groups()))  # type: ignore[arg-type]
    except ValueError:
        return None


def _arabic(text: str) -> str:
    def small(part: str) -> str:
        tens, mark, ones = part.partition("十")
        if not mark:
            return part.translate(_NUMERALS)
        return (tens.translate(_NUMERALS) or "1") + (ones.translate(_NUMERALS) or "0")

    return "-".join(small(part) for part in re.split(r"[年月日]", text)[:3])
