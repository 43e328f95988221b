"""What a speech says besides its tasks: keywords, what it leaves open, the verdict on each sentence, its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, Self

from tongzhi.model.json_fields import Record, maybe_text, text_of, texts_of
from tongzhi.model.task_slots import Span


@dataclass(frozen=True, slots=True)
class Keyword:
    """A domain word of the speech: weight 0–1, how often, and where first."""

    word: str
    weight: float
    count: int
    start: int

    def to_json(self) -> dict[str, Any]:
        """Give the JSON form."""
        return {"word": self.word, "weight": self.weight, "count": self.count, "start": self.start}

    @classmethod
    def from_json(cls, record: Record) -> Self:
        """Read the JSON form."""
        return cls(
            text_of(record, "word"), float(record["weight"]), int(record["count"]), int(record["start"])
        )


@dataclass(frozen=True, slots=True)
class OpenItem:
    """What the speech leaves open.

    Kind `unexpanded`: a counted slogan in quotes, not spelled out; `withdrawn`: an order that the speech takes back;
    `check`: the demand of a field that is listed among others and has no action.
    """

    kind: str
    text: str
    source: Span

    def to_json(self) -> dict[str, Any]:
        """Give the JSON form."""
        return {"kind": self.kind, "text": self.text, "source": self.source.to_json()}

    @classmethod
    def from_json(cls, record: Record) -> Self:
        """Read the JSON form."""
        return cls(text_of(record, "kind"), text_of(record, "text"), Span.from_json(record["source"]))


@dataclass(frozen=True, slots=True)
class Found:
    """How one slot of a task was found: which slot, its words, and how, for a reader."""

    slot: str
    text: str
    how: str

    def to_json(self) -> dict[str, Any]:
        """Give the JSON form."""
        return {"slot": self.slot, "text": self.text, "how": self.how}

    @classmethod
    def from_json(cls, record: Record) -> Self:
        """Read the JSON form."""
        return cls(text_of(record, "slot"), text_of(record, "text"), text_of(record, "how"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """The verdict on one unit, for `--explain`; `score` is 0–1, how sure it is an action."""

    text: str
    kind: Literal["action", "requirement", "none"]
    why: tuple[str, ...]
    source: Span
    score: float = 0.0
    task: str | None = None
    slots: tuple[Found, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Give the JSON form; `task` is the id of the task made from it."""
        return {
            "text": self.text,
            "kind": self.kind,
            "why": list(self.why),
            "score": self.score,
            "task": self.task,
            "slots": [found.to_json() for found in self.slots],
            "source": self.source.to_json(),
        }

    @classmethod
    def from_json(cls, record: Record) -> Self:
        """Read the JSON form."""
        return cls(
            text_of(record, "text"),
            record["kind"],
            texts_of(record, "why"),
            Span.from_json(record["source"]),
            float(record.get("score", 0.0)),
            maybe_text(record, "task"),
            tuple(map(Found.from_json, record.get("slots", ()))),
        )


@dataclass(frozen=True, slots=True)
class SpeechSource:
    """The file that a task list was made from; `chars` counts code points of the decoded text."""

    file: str = ""
    encoding: str = "utf-8"
    sha256: str = ""
    chars: int = 0

    def to_json(self) -> dict[str, Any]:
        """Give the JSON form."""
        return {"file": self.file, "encoding": self.encoding, "sha256": self.sha256, "chars": self.chars}

    @classmethod
    def from_json(cls, record: Record) -> Self:
        """Read the JSON form."""
        return cls(
            text_of(record, "file", ""),
            text_of(record, "encoding", "utf-8"),
            text_of(record, "sha256", ""),
            int(record.get("chars", 0)),
        )
