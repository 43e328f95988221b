"""What a JSON record holds under a key, of the kind that is meant, or an error that names the key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Record = Mapping[str, Any]


class FieldKindError(TypeError):
    """A value of another kind than is meant; `args` hold the key."""


def text_of(record: Record, key: str, default: str | None = None) -> str:
    """Give a text; `default` where the key is missing or null.

    Raises:
        KeyError: it is missing and there is no default.
        FieldKindError: it is a number, a list or a mapping.
    """
    value = record[key] if default is None else record.get(key)
    if value is None and default is not None:
        return default
    if not isinstance(value, str):
        raise FieldKindError(key)
    return value


def maybe_text(record: Record, key: str) -> str | None:
    """Give a text, or `None` where there is none; see `text_of`."""
    return None if record.get(key) is None else text_of(record, key)


def texts_of(record: Record, key: str) -> tuple[str, ...]:
    """Give a list of texts, empty where the key is missing; one text alone is no list of its characters.

    Raises:
        FieldKindError: it is no list, or one of its items is no text.
    """
    value = record.get(key) or ()
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise FieldKindError(key)
    return tuple(value)
