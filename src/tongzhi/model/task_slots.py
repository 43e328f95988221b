"""The slots of a task: who, by when, how many, each with the place in the speech where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, Self, get_args

from tongzhi.model.json_fields import Record, maybe_text, text_of, texts_of

DeadlineKind = Literal["date", "duration", "recurring", "event", "vague"]

OwnerOrigin = Literal["stated", "context", "owners-file", "suggested", "typed"]
"""`typed` only comes from a list that a person has edited."""

Role = Literal["牵头", "配合", "负责", "督办"]
"""What an owner is by the words of the text; nobody has one that the text does not give him."""

STARTS = "自这一天起"
"""Note of a day that a work begins on; it is no day to be done by."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the decoded text in code points, end excluded; `time` is a cue's start."""

    start: int
    end: int
    time: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Give the JSON form; `time` only when there is one."""
        found: dict[str, Any] = {"start": self.start, "end": self.end}
        return found if self.time is None else {**found, "time": self.time}

    @classmethod
    def from_json(cls, record: Record) -> Self:
        """Read the JSON form."""
        return cls(int(record["start"]), int(record["end"]), maybe_text(record, "time"))


def one_of(word: Any, allowed: Any) -> Any:
    """Give the word when it is one of those the JSON form knows.

    Raises:
        ValueError: it is none of them.
    """
    if word not in get_args(allowed):
        raise ValueError(word)
    return word


def _span(record: Record) -> Span | None:
    return Span.from_json(record["source"]) if record.get("source") else None


def _with_source(found: dict[str, Any], source: Span | None) -> dict[str, Any]:
    return found if source is None else {**found, "source": source.to_json()}


@dataclass(frozen=True, slots=True)
class Owner:
    """Who must do it: `text` as it stands (empty when suggested), `names` the full names where known."""

    text: str
    names: tuple[str, ...] = ()
    origin: OwnerOrigin = "stated"
    source: Span | None = None
    role: Role | None = None

    @property
    def is_sure(self) -> bool:
        """Whether no person need look at it: not taken from the words before nor from the map of departments."""
        return self.origin not in ("context", "suggested")

    @property
    def label(self) -> str:
        """What a table shows: the full names, else the words of the speech."""
        return "、".join(self.names) or self.text

    def to_json(self) -> dict[str, Any]:
        """Give the JSON form; the origin's key is `from`."""
        found = {"text": self.text, "names": list(self.names), "from": self.origin, "role": self.role}
        return _with_source(found, self.source)

    @classmethod
    def from_json(cls, record: Record) -> Self:
        """Read the JSON form."""
        return cls(
            text_of(record, "text", ""),
            texts_of(record, "names"),
            one_of(record.get("from", "stated"), OwnerOrigin),
            _span(record),
            one_of(record["role"], Role) if record.get("role") else None,
        )


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when or how often: the words, their kind, the day if one is meant, and a note for the reader."""

    text: str
    kind: DeadlineKind
    date: date | None = None
    note: str = ""
    source: Span | None = None

    @property
    def starts(self) -> bool:
        """Whether the work only begins then (从今晚起24小时值班)."""
        return self.note.startswith(STARTS)

    def to_json(self) -> dict[str, Any]:
        """Give the JSON form; `note` only when there is one."""
        found: dict[str, Any] = {
            "text": self.text,
            "kind": self.kind,
            "date": self.date.isoformat() if self.date else None,
        }
        if self.note:
            found["note"] = self.note
        return _with_source(found, self.source)

    @classmethod
    def from_json(cls, record: Record) -> Self:
        """Read the JSON form."""
        day = record.get("date")
        return cls(
            text_of(record, "text"),
            one_of(record.get("kind", "vague"), DeadlineKind),
            date.fromisoformat(day) if day else None,
            text_of(record, "note", ""),
            _span(record),
        )


@dataclass(frozen=True, slots=True)
class Quantity:
    """Counted objects: `114家非煤矿山企业` is number 114, unit 家, object 非煤矿山企业."""

    text: str
    number: int | float | None
    unit: str = ""
    object: str = ""
    source: Span | None = None

    def to_json(self) -> dict[str, Any]:
        """Give the JSON form."""
        found = {"text": self.text, "number": self.number, "unit": self.unit, "object": self.object}
        return _with_source(found, self.source)

    @classmethod
    def from_json(cls, record: Record) -> Self:
        """Read the JSON form."""
        return cls(
            text_of(record, "text"),
            record.get("number"),
            text_of(record, "unit", ""),
            text_of(record, "object", ""),
            _span(record),
        )


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the speech and where they stand."""

    text: str
    source: Span

    def to_json(self) -> dict[str, Any]:
        """Give the JSON form."""
        return {"text": self.text, "source": self.source.to_json()}

    @classmethod
    def from_json(cls, record: Record) -> Self:
        """Read the JSON form."""
        return cls(text_of(record, "text"), Span.from_json(record["source"]))
