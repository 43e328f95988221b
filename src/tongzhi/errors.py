"""Errors a user can cause, as values: where it is, what was found, what to write instead."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import ClassVar, Self

DONE, PARTLY, NOTHING, INTERRUPTED, TERMINATED = 0, 1, 2, 130, 143
"""Exit codes of every command."""


_LONG_QUOTE = re.compile(r"“([^”]{120,})")
_LONGEST = 600


def _short(words: str) -> str:
    """Give one line of a message; what it quotes from a file may be a cell of any length."""
    words = _LONG_QUOTE.sub(lambda found: f"“{found[1][:40]}…", " ".join(words.splitlines()))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands. Every part may be missing; numbers count from 1.

    `rows` names several rows in words (第8行、第12行) where one thing is said of all of them; `row` is then the first.
    """

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    line: int | None = None
    field: str | None = None
    paragraph: int | None = None
    rows: str | None = None

    def __str__(self) -> str:
        """Give the place as a reader says it, outermost first."""
        parts = (
            self.file,
            self.sheet and f"工作表“{self.sheet}”",
            self.rows or (self.row and f"第{self.row}行"),
            self.line and f"第{self.line}行",
            self.paragraph and f"第{self.paragraph}段",
            self.field and f"“{self.field}”",
        )
        return " ".join(str(part) for part in parts if part)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong (or merely unusual): place, what was found, what to write instead."""

    place: Place
    found: str
    instead: str = ""
    source: str = ""

    def __str__(self) -> str:
        """Give one Chinese sentence: place：found；instead（source）。"""
        where = _short(str(self.place))
        text = f"{where}：{_short(self.found)}" if where else _short(self.found)
        if self.instead:
            text += f"；{_short(self.instead)}"
        if self.source:
            text += f"（{self.source}）"
        return text if text.endswith(("。", "？", "！", "）")) else text + "。"


@dataclass(eq=False)
class TongzhiError(Exception):
    """Base of every error that a user's input or machine can cause; carries one or more problems."""

    problems: list[Problem] = field(default_factory=list)
    exit_code: ClassVar[int] = NOTHING

    def __str__(self) -> str:
        """Give one problem per line."""
        return "\n".join(str(problem) for problem in self.problems)

    @classmethod
    def one(cls, found: str, instead: str = "", *, place: Place | None = None, source: str = "") -> Self:
        """Make the error from a single problem."""
        return cls([Problem(place or Place(), found, instead, source)])


class InputError(TongzhiError):
    """Input that cannot be used: a wrong field, an unreadable file, a call that does not fit."""


class TemplateError(TongzhiError):
    """A Word template that cannot be filled."""


class LimitError(TongzhiError):
    """Input beyond a limit of size, time or nesting."""


class OutputExistsError(TongzhiError):
    """A file of that name is there already and `--force` was not given."""


class MissingToolError(TongzhiError):
    """An optional part (LibreOffice, WPS, a face) is not on this machine."""
