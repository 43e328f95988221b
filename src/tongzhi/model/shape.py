"""What the fields of a document type look like to people: for `types`, samples, forms and the JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, TypeAdapter
from pydantic.fields import FieldInfo

from tongzhi.model import types
from tongzhi.model.base import Document, Part, also_of, label_of, note_of

Kind = Literal[
    "text", "texts", "day", "moment", "due", "count", "amount", "yes", "choice", "record", "records", "values"
]

WORDS: dict[Kind, str] = {
    "text": "文字",
    "texts": "文字，可多条",
    "day": "日期 2026-09-30",
    "moment": "日期加钟点 2026-09-30 09:00",
    "due": "日期，或 待定",
    "count": "整数",
    "amount": "数字",
    "yes": "是 或 否",
    "choice": "选一个",
    "record": "分项",
    "records": "分项，可多条",
    "values": "名称: 值",
}
"""The format of a kind of value, in words."""

_KINDS: dict[Any, Kind] = {
    types.read_text: "text",
    types.read_person_name: "text",
    types.read_phone: "text",
    types.read_person_names: "texts",
    types.read_texts: "texts",
    types.read_units: "texts",
    types.read_day: "day",
    types.read_moment: "moment",
    types.read_when: "moment",
    types.read_sign_in: "text",
    types.read_due: "due",
    types.read_due_day: "due",
    types.read_fix_due: "due",
    types.read_start: "due",
    types.read_count: "count",
    types.read_amount: "amount",
    types.read_yes: "yes",
    types.read_fix_now: "yes",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """One field: its names, whether it must be there, what it holds."""

    name: str
    label: str
    also: tuple[str, ...]
    note: str
    required: bool
    kind: Kind
    choices: tuple[str, ...]
    record: type[Part] | None
    example: Any
    may_be_open: bool

    @property
    def format(self) -> str:
        """Give the format in words: 选一个：一般、重大."""
        if self.choices:
            return "、".join(self.choices)
        words = WORDS[self.kind]
        return f"{words}，或 待定" if self.may_be_open and "待定" not in words else words


@cache
def shapes(part: type[Part]) -> tuple[Shape, ...]:
    """Give the fields of a record in their order."""
    return tuple(_shape(name, field) for name, field in part.model_fields.items())


def _shape(name: str, field: FieldInfo) -> Shape:
    found = list(_parts(field))
    record = next((item for item in found if isinstance(item, type) and issubclass(item, Part)), None)
    choices = tuple(item for item in found if isinstance(item, str))
    readers = [
        getattr(item.func, "__wrapped__", item.func) for item in found if isinstance(item, BeforeValidator)
    ]
    is_list = any(item is list for item in found)
    kind: Kind
    if record is not None:
        kind = "records" if is_list else "record"
    elif choices:
        kind = "choice"
    else:
        kinds = [_KINDS[reader] for reader in readers if reader in _KINDS]
        kind = kinds[0] if kinds else ("values" if any(item is dict for item in found) else "text")
        kind = "texts" if is_list and kind == "day" else kind
    return Shape(
        name,
        label_of(field, name),
        tuple(also_of(field)),
        note_of(field),
        field.is_required(),
        kind,
        choices,
        record,
        field.examples[0] if field.examples else None,
        any(hasattr(item.func, "__wrapped__") for item in found if isinstance(item, BeforeValidator)),
    )


def _parts(field: FieldInfo) -> Iterator[Any]:
    """Give every type, literal and validator inside an annotation, outermost first."""
    waiting: list[Any] = [field.annotation, *field.metadata]
    while waiting:
        current = waiting.pop(0)
        origin = get_origin(current)
        if origin is not None:
            yield origin
        if hasattr(current, "__metadata__"):
            waiting[:0] = [current.__origin__, *current.__metadata__]
            continue
        yield current
        if origin in (list, dict) or origin is not None:
            waiting[:0] = [item for item in get_args(current) if item is not type(None)]


def adapter_of(part: type[BaseModel], name: str) -> TypeAdapter[Any]:
    """Give what reads and checks one field alone."""
    field = part.model_fields[name]
    if not field.metadata:
        return TypeAdapter(field.annotation)  # type: ignore[arg-type]  # a field always has one
    return TypeAdapter(Annotated[(field.annotation, *field.metadata)])  # type: ignore[arg-type]


def example_of(part: type[Part], *, whole: bool = False) -> dict[str, Any]:
    """Give a record made of the examples of its required fields; `whole`: of all that have one."""
    return {
        shape.label: example_value(shape)
        for shape in shapes(part)
        if shape.required or (whole and shape.example is not None)
    }


def example_value(shape: Shape) -> Any:
    """Give an example for a field, put together from its parts where it has none of its own."""
    if shape.example is not None:
        return shape.example
    if shape.record is not None:
        made = example_of(shape.record, whole=True)
        return [made] if shape.kind == "records" else made
    if shape.kind == "choice":
        return shape.choices[0]
    known: dict[Kind, Any] = {
        "yes": "否", "count": 1, "amount": 0, "texts": ["待定"], "day": "2026-09-28", "moment": "2026-09-28 09:00",
    }  # fmt: skip
    return known.get(shape.kind, "待定")


def schema_of(kind: type[Document]) -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a type: Chinese property names, the English ones in `x-key`."""
    schema = kind.model_json_schema(by_alias=True)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:tongzhi:{kind.key}",
        **schema,
        "title": kind.label,
        "description": "字段名写中文（properties）或英文（x-key）都行，也认 x-also 里的别名；"
        "任何值都可写成 {值: …, 出处: 填写|原文|推算|建议, 依据: …}。",
    }
    named = {part.__name__: part for part in _records(kind)}
    _name_fields(schema, kind)
    for name, definition in list(schema.get("$defs", {}).items()):
        if name in named:
            _name_fields(definition, named[name])
            definition["title"] = name
            definition.pop("description", None)
            if _reads_text(named[name]):
                schema["$defs"][name] = {"anyOf": [{"type": "string"}, definition]}
    required_by_kind = getattr(kind, "required_by_kind", None)
    if required_by_kind is not None:
        schema["allOf"] = required_by_kind()
    return schema


def _reads_text(part: type[Part]) -> bool:
    """Tell whether a plain text may stand for the record."""
    return bool(part.line) or part.read_line.__func__ is not Part.read_line.__func__  # type: ignore[attr-defined]  # class methods


def _records(part: type[BaseModel]) -> set[type[Part]]:
    found: set[type[Part]] = set()
    waiting: list[type[Part]] = [part] if issubclass(part, Part) else []
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting += [shape.record for shape in shapes(current) if shape.record is not None]
    return found


def _name_fields(schema: dict[str, Any], part: type[Part]) -> None:
    """Add English key, further names and note to each property; drop titles and defaults that say nothing."""
    for shape in shapes(part):
        found = schema["properties"][shape.label]
        extra = {"x-key": shape.name}
        found.pop("title", None)
        found.pop("also", None)
        found.pop("note", None)
        if found.get("default", ...) in (None, "", [], {}):
            found.pop("default")
        if shape.also:
            extra["x-also"] = list(shape.also)  # type: ignore[assignment]  # a list among texts
        if shape.note:
            found["description"] = shape.note
        found |= extra
