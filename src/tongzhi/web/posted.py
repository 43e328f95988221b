"""Days and numbers as forms post them."""

from __future__ import annotations

from datetime import date

from tongzhi.errors import InputError


def read_day(text: str) -> date | None:
    """Give the day of a field; `None` when it is empty.

    Raises:
        InputError: it is no day.
    """
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise InputError.one(f"日期“{text[:20]}”不存在", "写成 2026-10-31 的样子") from error


def read_number(text: str) -> int:
    """Give the number that a page's own control sends; -1, which counts nothing, for anything else."""
    return int(text) if text.isdecimal() and len(text) < 10 else -1
