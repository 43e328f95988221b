"""What the papers of one meeting share: the data of its notice as a starting point."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tongzhi.model.base import field_names
from tongzhi.model.origins import split_origin
from tongzhi.papers.notice import Notice

NOTICE_ONLY = ("main_venue", "agenda", "attendees", "rsvp_due", "rsvp_to", "leave_rule")
"""Fields by which the data of a notice is known."""


def notice_values(values: Mapping[str, Any], own: tuple[str, ...]) -> dict[str, Any] | None:
    """Give the values of a notice by English name; `None` when the data is that of another paper.

    Args:
        values: what a data file says.
        own: names, in any language, of fields that the asking paper alone has.
    """
    if any(key in own for key in values):
        return None
    names = field_names(Notice)
    known = {
        names.get(key): split_origin(value)[0] if isinstance(value, dict) else value
        for key, value in values.items()
    }
    if sum(name in known for name in NOTICE_ONLY) < 2:
        return None
    return {str(name): value for name, value in known.items() if name}


def as_rows(value: Any) -> list[Any]:
    """Give a list, whatever stands there: nothing, one value, several."""
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def agenda_rows(value: Any) -> list[dict[str, str]]:
    """Give the agenda of a notice as items with their speakers."""
    names = field_names(Notice.model_fields["agenda"].annotation.__args__[0])  # type: ignore[union-attr]
    rows = []
    for row in as_rows(value):
        if not isinstance(row, Mapping):
            rows.append({"事项": str(row)})
            continue
        known = {names.get(key): given for key, given in row.items()}
        kept = {"事项": str(known.get("item") or ""), "发言人": str(known.get("speaker") or "")}
        rows.append({label: text for label, text in kept.items() if text})
    return rows


def group_words(value: Any) -> list[str]:
    """Give who takes part as it is said: 市安委会成员单位主要负责人."""
    words = []
    for row in as_rows(value):
        if not isinstance(row, Mapping):
            words.append(str(row))
            continue
        known = [row.get(name) for name in ("组别", "对象", "人员", "group")]
        level = [row.get(name) for name in ("职务级别", "职务", "级别", "level")]
        group = next((str(word) for word in known if word), "")
        words.append(group + next((str(word) for word in level if word), ""))
    return [word for word in words if word]
