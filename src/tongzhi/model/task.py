"""A speech's tasks as values: what is to be done, by whom, by when, and where the speech says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, Self

from tongzhi.errors import InputError
from tongzhi.model.json_fields import FieldKindError, Record, maybe_text, text_of, texts_of
from tongzhi.model.speech_notes import Keyword, OpenItem, Sentence, SpeechSource
from tongzhi.model.task_slots import Deadline, Owner, Passage, Quantity, Span, one_of

SCHEMA = "tongzhi.tasks/2"
"""Name and version of the JSON form; 2 has parts, roles and `replaces`."""

READ_SCHEMAS = ("tongzhi.tasks/1", SCHEMA)
"""The forms that are read; in 1 a task is one part and nobody has a role."""

Kind = Literal["action", "requirement"]

_LONGEST_TITLE = 32


@dataclass(frozen=True, slots=True)
class TaskPart:
    """One unit's one matter inside a task: 医院食堂归市卫健委, in a sentence that tells several what each must do."""

    text: str
    source: Span
    owners: tuple[Owner, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    quantities: tuple[Quantity, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Give the JSON form."""
        return {
            "text": self.text,
            "source": self.source.to_json(),
            "owners": [owner.to_json() for owner in self.owners],
            "deadlines": [deadline.to_json() for deadline in self.deadlines],
            "quantities": [quantity.to_json() for quantity in self.quantities],
        }

    @classmethod
    def from_json(cls, record: Record) -> Self:
        """Read the JSON form."""
        return cls(
            text=text_of(record, "text"),
            source=Span.from_json(record["source"]),
            owners=tuple(map(Owner.from_json, record.get("owners", ()))),
            deadlines=tuple(map(Deadline.from_json, record.get("deadlines", ()))),
            quantities=tuple(map(Quantity.from_json, record.get("quantities", ()))),
        )


@dataclass(frozen=True, slots=True)
class Task:
    """One sentence of the speech that orders something; `text` is exactly what stands in it at `source`.

    `split` holds the parts of a sentence that tells several bodies what each must do; owners, deadlines and
    quantities are then the union of theirs. It is empty where the sentence is one matter.
    """

    id: str
    kind: Kind
    title: str
    text: str
    source: Span
    owners: tuple[Owner, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    field: str | None = None
    section: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    """Names of the fields that a person has changed; `text` then need not stand in the speech."""
    split: tuple[TaskPart, ...] = ()
    replaces: Passage | None = None
    """What the speech had ordered before it corrected itself."""

    @property
    def parts(self) -> tuple[TaskPart, ...]:
        """The matters of the task, one unit's one matter each; without a split the task itself."""
        return self.split or (TaskPart(self.text, self.source, self.owners, self.deadlines, self.quantities),)

    def divided(self, parts: Sequence[TaskPart]) -> Self:
        """Give the task with these parts, and the union of what they hold; one part is no split."""
        return replace(
            self,
            split=tuple(parts) if len(parts) > 1 else (),
            owners=tuple(dict.fromkeys(one for part in parts for one in part.owners)),
            deadlines=tuple(dict.fromkeys(one for part in parts for one in part.deadlines)),
            quantities=tuple(dict.fromkeys(one for part in parts for one in part.quantities)),
        )

    def rows(self) -> tuple[Self, ...]:
        """Give the lines of a checklist: a task for each part, numbered 3.5-1, 3.5-2; the task itself without a split."""
        return tuple(self.row(at) for at in range(len(self.split))) or (self,)

    def row(self, at: int) -> Self:
        """Give the line of one part, counted from 0, as a task of its own."""
        part = self.split[at]
        return replace(
            self,
            id=f"{self.id}-{at + 1}",
            title=part.text.strip("，,、；;。 \n")[:_LONGEST_TITLE],
            text=part.text,
            source=part.source,
            owners=part.owners,
            deadlines=part.deadlines,
            quantities=part.quantities,
            split=(),
        )

    @property
    def deadline(self) -> Deadline | None:
        """The binding deadline, which stands first."""
        return self.deadlines[0] if self.deadlines else None

    @property
    def due(self) -> Deadline | None:
        """The binding deadline by which the work must be done; the day that it begins on is none."""
        return next((deadline for deadline in self.deadlines if not deadline.starts), None)

    @property
    def is_action(self) -> bool:
        """Whether it could be ticked off (刚性任务)."""
        return self.kind == "action"

    def to_json(self) -> dict[str, Any]:
        """Give the JSON form of the contract; `typed` only when a person has changed something."""
        found: dict[str, Any] = {
            "id": self.id,
            "kind": self.kind,
            "title": self.title,
            "text": self.text,
            "owners": [owner.to_json() for owner in self.owners],
            "deadlines": [deadline.to_json() for deadline in self.deadlines],
            "quantities": [quantity.to_json() for quantity in self.quantities],
            "field": self.field,
            "section": list(self.section),
            "keywords": list(self.keywords),
            "why": list(self.why),
            "parts": [part.to_json() for part in self.parts],
            "source": self.source.to_json(),
        }
        if self.typed:
            found["typed"] = list(self.typed)
        if self.replaces:
            found["replaces"] = self.replaces.to_json()
        return found

    @classmethod
    def from_json(cls, record: Record) -> Self:
        """Read the JSON form, of `READ_SCHEMAS` any."""
        parts = tuple(map(TaskPart.from_json, record.get("parts", ())))
        return cls(
            id=text_of(record, "id"),
            kind=one_of(record["kind"], Kind),
            title=text_of(record, "title", ""),
            text=text_of(record, "text"),
            source=Span.from_json(record["source"]),
            owners=tuple(map(Owner.from_json, record.get("owners", ()))),
            deadlines=tuple(map(Deadline.from_json, record.get("deadlines", ()))),
            quantities=tuple(map(Quantity.from_json, record.get("quantities", ()))),
            field=maybe_text(record, "field"),
            section=texts_of(record, "section"),
            keywords=texts_of(record, "keywords"),
            why=texts_of(record, "why"),
            typed=texts_of(record, "typed"),
            split=parts if len(parts) > 1 else (),
            replaces=Passage.from_json(record["replaces"]) if record.get("replaces") else None,
        )


_UNKNOWN = SpeechSource()


@dataclass(frozen=True, slots=True)
class TaskList:
    """All tasks of one speech in its order, actions and requirements, and what it leaves open."""

    tasks: tuple[Task, ...] = ()
    meeting_date: date | None = None
    keywords: tuple[Keyword, ...] = ()
    open: tuple[OpenItem, ...] = ()
    source: SpeechSource = _UNKNOWN
    sentences: tuple[Sentence, ...] = ()

    def lines(self, *, requirements: bool = False) -> tuple[Task, ...]:
        """Give the rows that a list of the tasks has, one a part."""
        return tuple(row for task in (self.tasks if requirements else self.actions) for row in task.rows())

    @property
    def actions(self) -> tuple[Task, ...]:
        """The tasks that could be ticked off."""
        return tuple(task for task in self.tasks if task.is_action)

    @property
    def requirements(self) -> tuple[Task, ...]:
        """The general requirements (原则要求)."""
        return tuple(task for task in self.tasks if not task.is_action)

    def to_json(self, *, requirements: bool = True, explain: bool = False) -> dict[str, Any]:
        """Give the JSON form of the contract.

        `requirements=False` leaves the general requirements out; `explain=True` adds the verdict on every
        unit of the speech as `sentences`.
        """
        tasks = self.tasks if requirements else self.actions
        found: dict[str, Any] = {
            "schema": SCHEMA,
            "source": self.source.to_json(),
            "meeting_date": self.meeting_date.isoformat() if self.meeting_date else None,
            "keywords": [keyword.to_json() for keyword in self.keywords],
            "open": [item.to_json() for item in self.open],
            "tasks": [task.to_json() for task in tasks],
        }
        if explain:
            found["sentences"] = [sentence.to_json() for sentence in self.sentences]
        return found

    @classmethod
    def from_json(cls, record: Record) -> Self:
        """Read the JSON form, of `READ_SCHEMAS` any; a record that names none is taken for the newest.

        Raises:
            InputError: it is of a version that is not known here.
            FieldKindError: a value is of another kind than the form has.
        """
        if record.get("schema", SCHEMA) not in READ_SCHEMAS:
            raise InputError.one(
                f"任务清单的格式是 {str(record['schema'])[:40]}，这一版还不认识",
                f"这里认识 {'、'.join(READ_SCHEMAS)}；升级 tongzhi，或用 tongzhi extract 重新生成",
            )
        for key in ("tasks", "keywords", "open", "sentences"):
            if not isinstance(record.get(key, ()), list | tuple):
                raise FieldKindError(key)
        day = record.get("meeting_date")
        return cls(
            tasks=tuple(map(Task.from_json, record.get("tasks", ()))),
            meeting_date=date.fromisoformat(day) if day else None,
            keywords=tuple(map(Keyword.from_json, record.get("keywords", ()))),
            open=tuple(map(OpenItem.from_json, record.get("open", ()))),
            source=SpeechSource.from_json(record.get("source", {})),
            sentences=tuple(map(Sentence.from_json, record.get("sentences", ()))),
        )
