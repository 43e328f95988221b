"""What goes in and out of the work for one document: values that cross processes and machines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tongzhi.errors import Problem
from tongzhi.read.rosterrows import Row

State = Literal["已生成", "失败", "跳过"]
Item = tuple[str, Row]
"""A row of a further sheet: the name of its sheet, and the row."""


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be made.

    Attributes:
        index: its place in the roster's order, from 0.
        name: of its file.
        rows: the rows that go into it.
        items: rows of further sheets that belong to it.
        known: from the state file: fingerprint of its input and of its bytes; empty when unknown.
    """

    index: int
    name: str
    rows: tuple[Row, ...]
    items: tuple[Row, ...] = ()
    known: tuple[str, str] | None = None


@dataclass(slots=True)
class Made:
    """What became of one document.

    Attributes:
        index: of its job.
        name: of its file.
        place: sheet and numbers of its rows, as told to the user.
        state: made, failed, or skipped because there is nothing to report.
        fresh: it was written in this run, not found whole from an earlier one.
        problems: why it failed, or what `--check` found.
        warnings: what is merely unusual.
        source: fingerprint of its input.
        digest: fingerprint of its bytes.
        data: the bytes, when the one who made it can't write them.
        flawed: `--check` found errors in it.
        rows: how many rows went into it.
        lost: how many of them could not be used, though the document was made.
        doubled: how many of them say what another says.
        silent: how many of them say that nothing was found.
    """

    index: int
    name: str
    place: str
    state: State
    fresh: bool = False
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    source: str = ""
    digest: str = ""
    data: bytes | None = None
    flawed: bool = False
    rows: int = 1
    lost: int = 0
    doubled: int = 0
    silent: int = 0
