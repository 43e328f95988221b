"""Two windows of one form: every field is kept by itself; where both wrote the same one, the newer counts and the older stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from flask import request

from tongzhi.model.base import Part, is_blank
from tongzhi.model.shape import shapes
from tongzhi.web.form import Control, show_value

State = dict[str, Any]
OTHERS, STAMPS = "others", "stamps"
"""Keys of a state: what another window had written in a field, and with which version each field was changed last."""


def seen() -> int:
    """Give the version of the work that the asking window shows; a very large one when it does not tell."""
    last = request.headers.get("X-Seen", "").rpartition(" ")[2]
    return int(last) if last.isdecimal() and len(last) < 10 else 10**9


def label_of(kind: type[Part], kept: str) -> str | None:
    """Give the label of the field that `kept`, the name of a control (agenda.0.item), belongs to; `None` for none."""
    name = kept.split(".", maxsplit=1)[0]
    return next((shape.label for shape in shapes(kind) if shape.name == name), None)


def take(
    state: State, part: str, posted: Mapping[str, Any], labels: Iterable[str], version: int, at: str
) -> None:
    """Take over what a window posted for some fields of a part of the state.

    Args:
        state: of the work; `state[part]` holds values by label.
        part: the name of that part.
        posted: all values of the form.
        labels: the fields that were changed in it.
        version: what the window had seen.
        at: now, as it is told of the older value later.
    """
    values = dict(state.get(part, {}))
    stamps, others = dict(state.get(STAMPS, {})), dict(state.get(OTHERS, {}))
    for label in labels:
        place, now, new = f"{part}.{label}", values.get(label), posted.get(label)
        if now == new:
            continue
        if stamps.get(place, 0) > version:
            others[place] = {"value": now, "at": at}
        if is_blank(new):
            values.pop(label, None)
        else:
            values[label] = new
        stamps[place] = int(state.get("version", 0)) + 1
    state.update({part: values, STAMPS: stamps, OTHERS: others})


def take_all(state: State, part: str, posted: Mapping[str, Any], version: int) -> None:
    """Take over a whole form; what another window has changed since is newer than what this one shows, and stays."""
    values, stamps = state.get(part, {}), state.get(STAMPS, {})
    newer = {label for label in {*values, *posted} if stamps.get(f"{part}.{label}", 0) > version}
    state[part] = {
        **{label: value for label, value in posted.items() if label not in newer},
        **{label: values[label] for label in newer if label in values},
    }


def choose(state: State, place: str, *, theirs: bool) -> None:
    """Settle a field that two windows wrote: take the other's value, or leave this one's."""
    others = dict(state.get(OTHERS, {}))
    other = others.pop(place, None)
    part, _, label = place.partition(".")
    if other is not None and theirs:
        values = dict(state.get(part, {}))
        values.pop(label, None)
        state[part] = values if is_blank(other["value"]) else {**values, label: other["value"]}
        state[STAMPS] = {**state.get(STAMPS, {}), place: int(state.get("version", 0)) + 1}
    state[OTHERS] = others


def show_others(controls: Sequence[Control], state: Mapping[str, Any], part: str) -> None:
    """Put the older values beside the fields of a form."""
    for control in controls:
        other = state.get(OTHERS, {}).get(f"{part}.{control.shape.label}")
        if other is not None:
            control.other = (
                f"{part}.{control.shape.label}",
                str(other["at"])[11:16],
                show_value(other["value"]),
            )
