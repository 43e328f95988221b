"""From the flowing text back to the text as it stands: the offsets and words of everything that was found."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from tongzhi.model.speech_notes import Keyword, Sentence
from tongzhi.model.task import Task
from tongzhi.model.task_slots import Span
from tongzhi.zh.flow import Flow

T = TypeVar("T")
_WHOLE = (Task, Sentence)


def restore(found: T, flow: Flow) -> T:
    """Give a finding (task, sentence, keyword, open item, a tuple of them) with the offsets of the original text.

    A task's and a sentence's words are exactly those of the original at their place, breaks and blanks included; an
    owner, deadline or quantity that a line break parts is given in one piece.
    """
    return found if flow.is_original else cast("T", _restore(found, flow))


def _restore(value: Any, flow: Flow) -> Any:
    if isinstance(value, tuple):
        return tuple(_restore(item, flow) for item in value)
    if isinstance(value, Span):
        start, end = flow.span(value.start, value.end)
        return replace(value, start=start, end=end)
    if isinstance(value, Keyword):
        start, end = flow.span(value.start, value.start + len(value.word))
        return replace(value, start=start, word=flow.shown(value.start, value.start + len(value.word)))
    names = _names(type(value))
    if names is None:
        return value
    changed = {}
    for name, given in names:
        inside = getattr(value, name)
        if (given and type(inside) is tuple) or _names(type(inside)) is not None:
            changed[name] = _restore(inside, flow)
    span, words = getattr(value, "source", None), getattr(value, "text", None)
    if isinstance(span, Span) and isinstance(words, str) and flow.text[span.start : span.end] == words:
        whole = isinstance(value, _WHOLE) or hasattr(value, "owners")
        first, last = flow.span(span.start, span.end)
        changed["text"] = flow.original[first:last] if whole else flow.shown(span.start, span.end)
    return replace(cast("Any", value), **changed) if changed else value


_KNOWN: dict[type, tuple[tuple[str, bool], ...] | None] = {}


def _names(kind: type) -> tuple[tuple[str, bool], ...] | None:
    """Give the fields of a record, and whether they are given when it is made; nothing for what is no record."""
    if kind not in _KNOWN:
        _KNOWN[kind] = tuple((one.name, one.init) for one in fields(kind)) if is_dataclass(kind) else None
    return _KNOWN[kind]
