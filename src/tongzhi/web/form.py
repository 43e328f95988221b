"""A form made from a model: one control a field, rows for lists, what was posted back to values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tongzhi.errors import Problem
from tongzhi.model.base import Part, field_names, is_blank
from tongzhi.model.official import Person
from tongzhi.model.origins import split_origin
from tongzhi.model.shape import Shape, shapes
from tongzhi.web.look import say_moment
from tongzhi.web.posted import complete_year
from tongzhi.web.words import plain, tell

OPEN, OPEN_KEY, ROW_KEY = "待定", "open!", "__row__"
Pairs = Iterable[tuple[str, str]]


_EXAMPLE_LIMIT = 40


@dataclass(slots=True)
class Control:
    """One field on the page.

    Attributes:
        path: its name in the form, `agenda.0.item`.
        words: where it stands in the words of messages, 会议内容 第1项 事项.
        shape: what the model says of it.
        value: what stands in it, as text.
        is_open: 待定 is ticked.
        tint: why a person must look at it (stale, suggested); empty when there is no reason.
        errors: what is wrong with it.
        parts: the controls of a record.
        rows: those of each record in a list.
        blank: those of a further record.
        other: what another window had written: where it is kept, when it was found, its words.
        brief: its records are written one a line, as long as a line holds all that is known of each.
        wide: it takes the whole width of the form.
        lacking: nothing stands in it though it is wanted; the place is tinted, no words are needed.
    """

    path: str
    words: str
    shape: Shape
    value: str = ""
    is_open: bool = False
    tint: str = ""
    errors: list[str] = field(default_factory=list)
    parts: list[Control] = field(default_factory=list)
    rows: list[list[Control]] = field(default_factory=list)
    blank: list[Control] = field(default_factory=list)
    other: tuple[str, str, str] | None = None
    brief: bool = False
    wide: bool = False
    lacking: bool = False

    @property
    def id(self) -> str:
        """Give its name as an HTML id."""
        return "f-" + self.path.replace(".", "-")

    @property
    def note(self) -> str:
        """Give how it is filled in."""
        return plain(self.shape.note)

    @property
    def example(self) -> str:
        """Give an example to stand in the empty field."""
        example = self.shape.example
        if isinstance(example, list) and all(isinstance(item, str) for item in example):
            return "\n".join(example)
        if self.shape.kind in ("day", "moment"):
            return say_moment(str(example or ""))
        return str(example) if isinstance(example, str | int | float) else ""

    @property
    def input(self) -> str:
        """Give the kind of input: text, lines, choice, yes, record, records; days are typed as they are spoken."""
        kind = self.shape.kind
        if kind == "texts" or "\n" in self.value or (kind == "text" and len(self.example) > _EXAMPLE_LIMIT):
            return "lines"
        if kind == "record" and self.is_person:
            return "person"
        if kind == "records" and self.brief and self.lines is not None:
            return "brief"
        if kind in ("choice", "yes", "record", "records"):
            return kind
        return "text"

    @property
    def is_person(self) -> bool:
        """Tell whether it is a person of whom only name and post are known or asked: one line, 张某，市长."""
        record = self.shape.record
        if record is None or not issubclass(record, Person):
            return False
        return not any(part.is_filled for part in self.parts if part.shape.name not in ("name", "title"))

    @property
    def line(self) -> str:
        """Give a person in one line."""
        known = {part.shape.name: part.value for part in self.parts}
        return "，".join(words for words in (known.get("name", ""), known.get("title", "")) if words)

    @property
    def doubt(self) -> str:
        """Give why a person must look at it, or at what is inside it."""
        return self.tint or next((part.tint for part in self.inner if part.tint), "")

    @property
    def lines(self) -> str | None:
        """Give the records one a line; `None` when a line does not hold all that is known of one."""
        record = self.shape.record
        if record is None:
            return None
        found = []
        for row in self.rows:
            values = {part.shape.label: part.value for part in row if part.value}
            line = record.write_line(values) if values else ""
            if (values and not line) or _record(record, line) != values or any(part.inner for part in row):
                return None
            found.append(line)
        return "\n".join(found)

    @property
    def line_example(self) -> str:
        """Give an example of such a line."""
        record = self.shape.record
        parts = {part.shape.label: part.example for part in self.blank if part.example}
        required = {part.shape.label for part in self.blank if part.shape.required}
        if record is None:
            return ""
        kept = {label: words for label, words in parts.items() if label in required}
        more = {**kept, **({"职务级别": parts["职务级别"]} if "职务级别" in parts else {})}
        return record.write_line(more) or record.write_line(kept)

    @property
    def all_errors(self) -> list[str]:
        """Give what is wrong here and below."""
        return [*self.errors, *(line for part in self.inner for line in part.all_errors)]

    @property
    def shown(self) -> str:
        """Give the value as it stands in the field: a day or moment as it is spoken, 2026年9月24日下午3:00."""
        return say_moment(self.value) if self.shape.kind in ("day", "moment") else self.value

    @property
    def understood(self) -> str:
        """Give back the day or moment that was understood, with its weekday; empty for other fields."""
        return say_moment(self.value, weekday=True) if self.shape.kind in ("day", "moment") else ""

    @property
    def has_error(self) -> bool:
        """Tell whether something is wrong here or below."""
        return bool(self.errors) or any(part.has_error for part in self.inner)

    @property
    def is_filled(self) -> bool:
        """Tell whether something stands here or below."""
        return bool(self.value or self.is_open) or any(part.is_filled for part in self.inner)

    @property
    def inner(self) -> list[Control]:
        """Give the controls of the record or of all records."""
        return [*self.parts, *(part for row in self.rows for part in row)]


def make_controls(
    kind: type[Part],
    values: Mapping[str, Any],
    *,
    names: Sequence[str] | None = None,
    problems: Sequence[Problem] = (),
    stale: Mapping[str, Sequence[str]] | None = None,
) -> tuple[list[Control], list[str]]:
    """Give the controls of a model, and the problems that belong to none of them.

    Args:
        kind: the model.
        values: what stands in the form, by Chinese or English name.
        names: English names of the fields wanted; all by default.
        problems: what is wrong, placed by the words of its field.
        stale: by Chinese label, what must be looked at again.
    """
    made = [
        control for control in _controls(kind, values, "", "") if names is None or control.shape.name in names
    ]
    for control in made:
        marks = (stale or {}).get(control.shape.label, ())
        if marks:
            control.tint = "请核对：" + "、".join(marks)
    rest = [tell(problem) for problem in problems if not _place(made, problem)]
    return made, list(dict.fromkeys(rest))


def _place(controls: list[Control], problem: Problem) -> bool:
    words = problem.place.field or ""
    for control in controls:
        if words == control.words:
            control.errors.append(tell(problem))
            return True
        if words.startswith(control.words + " "):
            if not _place(control.inner, problem):
                control.errors.append(tell(problem, words.removeprefix(control.words).strip()))
            return True
    return False


def _controls(part: type[Part], values: Mapping[str, Any], path: str, words: str) -> list[Control]:
    names = field_names(part)
    known = {names.get(key, str(key)): value for key, value in values.items()}
    return [_control(shape, known.get(shape.name), path, words) for shape in shapes(part)]


def _control(shape: Shape, given: Any, path: str, words: str) -> Control:
    value, origin = split_origin(given)
    control = Control(path + shape.name, f"{words} {shape.label}".strip(), shape)
    if origin is not None and origin.is_open:
        control.tint = "建议值，请核对" + (f"（依据：{origin.basis}）" if origin.basis else "")
    if shape.record is not None and shape.kind == "record":
        control.parts = _controls(
            shape.record, _record(shape.record, value), f"{control.path}.", control.words
        )
    elif shape.record is not None:
        items = value if isinstance(value, list) else [] if is_blank(value) else [value]
        control.rows = [
            _controls(
                shape.record,
                _record(shape.record, item),
                f"{control.path}.{number}.",
                f"{control.words} 第{number + 1}项",
            )
            for number, item in enumerate(items)
        ]
        control.blank = _controls(shape.record, {}, f"{control.path}.{ROW_KEY}.", "")
    else:
        text = _text(value)
        control.is_open = shape.may_be_open and text == OPEN
        control.value = "" if control.is_open else text
    return control


def _record(part: type[Part], value: Any) -> Mapping[str, Any]:
    value, _ = split_origin(value)
    if isinstance(value, Mapping):
        return value
    return {} if is_blank(value) else part.read_line(str(value)) or {shapes(part)[0].label: value}


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list | tuple):
        return "\n".join(_text(split_origin(item)[0]) for item in value)
    if isinstance(value, Mapping):
        return "\n".join(f"{key}：{_text(item)}" for key, item in value.items())
    if hasattr(value, "isoformat"):
        return str(value.isoformat()).replace("T", " ").removesuffix(":00")
    return str(value)


def show_value(value: Any) -> str:
    """Give any value of a paper in one piece of text: parts of a record in a row, records one a line."""
    value, _ = split_origin(value)
    if isinstance(value, Mapping):
        return "　".join(text for inner in value.values() if (text := show_value(inner)))
    if isinstance(value, list | tuple):
        return "\n".join(text for inner in value if (text := show_value(inner)))
    return say_moment(_text(value)) if not is_blank(value) else ""


def read_posted(kind: type[Part], pairs: Pairs, today: date | None = None) -> dict[str, Any]:
    """Give the values of a posted form by Chinese label; rows in the order in which they stood on the page.

    Args:
        kind: the model.
        pairs: names and values as posted.
        today: what a day without a year counts from; without it such a day stays as it was typed.
    """
    split = [(tuple(name.split(".")), value) for name, value in pairs]
    return _gather(kind, split, today)


def _gather(
    part: type[Part], pairs: Sequence[tuple[tuple[str, ...], str]], today: date | None
) -> dict[str, Any]:
    groups: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for path, value in pairs:
        groups.setdefault(path[0], []).append((path[1:], value))
    values: dict[str, Any] = {}
    for shape in shapes(part):
        found = groups.get(shape.name)
        if not found:
            continue
        value = _value(shape, found, today)
        if not is_blank(value):
            values[shape.label] = value
    return values


def _value(shape: Shape, found: Sequence[tuple[tuple[str, ...], str]], today: date | None) -> Any:
    if shape.record is not None:
        deeper = [(path, value) for path, value in found if path]
        line = next((value.strip() for path, value in found if not path and value.strip()), "")
        if shape.kind == "record":
            return (line and shape.record.read_line(line)) or _gather(shape.record, deeper, today)
        if line:  # one record a line
            return [_record(shape.record, each.strip()) for each in line.splitlines() if each.strip()]
        rows: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for path, value in deeper:
            if path[0] != ROW_KEY and len(path) > 1:
                rows.setdefault(path[0], []).append((path[1:], value))
        return [row for row in (_gather(shape.record, each, today) for each in rows.values()) if row]
    if any(path == (OPEN_KEY,) for path, _ in found):
        return OPEN
    text = next((value for path, value in found if not path), "").replace("\r\n", "\n").strip()
    if shape.kind == "texts":
        return [line.strip() for line in text.split("\n") if line.strip()]
    if today is not None and shape.kind in ("day", "moment", "due"):
        text = complete_year(text, today)
    return text.replace("T", " ") if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?", text) else text
