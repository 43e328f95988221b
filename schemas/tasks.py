"""The JSON Schema of a task list, `tongzhi.tasks/2`."""

from __future__ import annotations

from typing import Any, get_args

from tongzhi.extract.fields import field_names
from tongzhi.model.task import SCHEMA, Kind
from tongzhi.model.task_slots import DeadlineKind, OwnerOrigin, Role

TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}
NUMBER = {"type": "integer", "minimum": 0}
SPAN = {"$ref": "#/$defs/span"}


def record(
    required: dict[str, Any], optional: dict[str, Any] | None = None, note: str = ""
) -> dict[str, Any]:
    """Give the schema of a record without further keys."""
    made = {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }
    return {**made, "description": note} if note else made


def some(item: dict[str, Any]) -> dict[str, Any]:
    """Give the schema of a list."""
    return {"type": "array", "items": item}


def task_schema() -> dict[str, Any]:
    """Give the schema of what `tongzhi extract --format json` prints."""
    day = {"type": ["string", "null"], "format": "date"}
    owner = record(
        {
            "text": TEXT,
            "names": TEXTS,
            "from": {"enum": list(get_args(OwnerOrigin))},
            "role": {"enum": [*get_args(Role), None]},
        },
        {"source": SPAN},
        "text 是原话，按对照表推出的为空；names 是全称；from 说明来历；role 只在原话写明时有",
    )  # fmt: skip
    deadline = record(
        {"text": TEXT, "kind": {"enum": list(get_args(DeadlineKind))}, "date": day}, {"note": TEXT, "source": SPAN},
        "起约束作用的排在第一",
    )  # fmt: skip
    quantity = record(
        {"text": TEXT, "number": {"type": ["number", "null"]}, "unit": TEXT, "object": TEXT}, {"source": SPAN}
    )
    part = record(
        {
            "text": TEXT,
            "source": SPAN,
            "owners": some(owner),
            "deadlines": some(deadline),
            "quantities": some(quantity),
        },
        note="一家单位的一件事；一句话没有分给几家的，只有一项，就是全句",
    )
    task = record(
        {
            "id": TEXT,
            "kind": {"enum": list(get_args(Kind)), "description": "action 刚性任务，requirement 原则要求"},
            "title": TEXT,
            "text": TEXT,
            "owners": some(owner),
            "deadlines": some(deadline),
            "quantities": some(quantity),
            "field": {"enum": [*field_names(), None]},
            "section": TEXTS,
            "keywords": TEXTS,
            "why": TEXTS,
            "parts": {**some(part), "minItems": 1},
            "source": SPAN,
        },
        {
            "typed": TEXTS,
            "replaces": record({"text": TEXT, "source": SPAN}, note="讲话后来更正了的原话"),
        },
        "text 就是原文 source.start 到 source.end 的字；owners、deadlines、quantities 是 parts 各项的合并",
    )
    sentence = record(
        {
            "text": TEXT,
            "kind": {"enum": ["action", "requirement", "none"]},
            "why": TEXTS,
            "score": {"type": "number"},
            "task": {"type": ["string", "null"]},
            "slots": some(record({"slot": TEXT, "text": TEXT, "how": TEXT}, note="每一项是怎样找到的")),
            "source": SPAN,
        }
    )
    keyword = record({"word": TEXT, "weight": {"type": "number"}, "count": NUMBER, "start": NUMBER})
    made = record(
        {
            "schema": {"const": SCHEMA},
            "source": record({"file": TEXT, "encoding": TEXT, "sha256": TEXT, "chars": NUMBER}),
            "meeting_date": day,
            "keywords": some(keyword),
            "open": some(record({"kind": TEXT, "text": TEXT, "source": SPAN})),
            "tasks": some(task),
        },
        {"sentences": some(sentence)},
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:tongzhi:tasks:2",
        "title": "任务清单",
        **made,
        "$defs": {
            "span": record(
                {"start": NUMBER, "end": NUMBER}, {"time": TEXT}, "起止按字数，不含止；time 是字幕的起点"
            )
        },
    }
