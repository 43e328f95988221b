"""Where a value comes from: the text, a rule, a map of ours, or somebody's hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["stated", "derived", "suggested", "typed"]

WORDS: dict[str, Kind] = {
    "原文": "stated",
    "推算": "derived",
    "建议": "suggested",
    "填写": "typed",
    "确认": "typed",
    "stated": "stated",
    "derived": "derived",
    "suggested": "suggested",
    "typed": "typed",
    "manual": "typed",
}
"""What a data file may write under 出处 → the kind of origin."""

LABELS: dict[Kind, str] = {"stated": "原文", "derived": "推算", "suggested": "建议", "typed": "填写"}


@dataclass(frozen=True, slots=True)
class Origin:
    """The origin of one value.

    Attributes:
        kind: stated in the text, derived by a rule, suggested by a map, or typed by a person.
        basis: the rule or map for derived and suggested values; else empty.
        start: first code point in the decoded speech, for stated values.
        end: code point after the last one.
    """

    kind: Kind
    basis: str = ""
    start: int | None = None
    end: int | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether a person must confirm the value before the paper is issued."""
        return self.kind == "suggested"

    def as_data(self, value: Any) -> dict[str, Any]:
        """Give the value with its origin as a data file writes it."""
        data: dict[str, Any] = {"值": value, "出处": LABELS[self.kind]}
        if self.basis:
            data["依据"] = self.basis
        if self.start is not None:
            data["起"], data["止"] = self.start, self.end
        return data


TYPED = Origin("typed")

_VALUE, _ORIGIN, _BASIS = ("值", "value"), ("出处", "origin"), ("依据", "basis")
_START, _END = ("起", "start"), ("止", "end")
_KEYS = frozenset(_VALUE + _ORIGIN + _BASIS + _START + _END)


def split_origin(data: Any) -> tuple[Any, Origin | None]:
    """Part a value from its origin: `{值: X, 出处: 建议}` gives X and the origin, else itself and `None`."""
    if type(data) is not dict or not (_VALUE[0] in data or _VALUE[1] in data):
        return data, None
    if not (_ORIGIN[0] in data or _ORIGIN[1] in data) or not _KEYS.issuperset(data):
        return data, None
    kind = WORDS.get(str(_first(data, _ORIGIN)).strip(), "suggested")
    origin = Origin(
        kind, str(_first(data, _BASIS) or ""), _number(_first(data, _START)), _number(_first(data, _END))
    )
    return _first(data, _VALUE), origin


def _first(data: dict[str, Any], keys: tuple[str, str]) -> Any:
    return data.get(keys[0], data.get(keys[1]))


def _number(value: Any) -> int | None:
    try:
        return int(value)
    except (TypeError, ValueError):
        return None
