"""Who did what when, and what they changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class HistorySignature:
    """Who acts and when; given from outside, so that nothing here knows a clock."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the history, never altered: who, when, from, to, and the fields with old and new value."""

    hazard_no: str
    at: datetime
    by: str
    action: str
    before: str
    after: str
    note: str
    fields: dict[str, tuple[Any, Any]]

    def to_json(self) -> dict[str, Any]:
        """Give the entry as an export holds it; the item's number stands with the item."""
        return {
            "时间": self.at.isoformat(sep=" "),
            "经办": self.by,
            "动作": self.action,
            "前": self.before,
            "后": self.after,
            "说明": self.note,
            "改动": {key: list(values) for key, values in self.fields.items()},
        }

    @classmethod
    def from_json(cls, hazard_no: str, record: Mapping[str, Any]) -> Self:
        """Read the form of an export.

        Raises:
            ValueError: it is none.
        """
        texts = [record[key] for key in ("经办", "动作", "前", "后", "说明")]
        fields = record["改动"]
        if not all(isinstance(text, str) for text in texts) or not isinstance(fields, Mapping):
            raise ValueError(hazard_no)
        by, action, before, after, note = texts
        made = {str(key): (old, new) for key, (old, new) in fields.items()}
        return cls(
            hazard_no,
            datetime.fromisoformat(record["时间"]),
            by,
            action[:20],
            before[:8],
            after[:8],
            note,
            made,
        )
