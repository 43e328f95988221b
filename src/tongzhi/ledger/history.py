"""Who did what when, and what they changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Signature:
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
