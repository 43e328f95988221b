from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tongzhi.extract import tasks
from tongzhi.model.task import Task

Told = Callable[..., list[Task]]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """Give the tasks of a text of which every sentence counts as an order, so that only its slots are tried."""

    def make(text: str, **given: Any) -> list[Task]:
        with monkeypatch.context() as patch:
            patch.setattr(tasks, "decide", lambda scores: ["action"] * len(scores))
            return list(
                tasks.extract_tasks(text, meeting_date=given.pop("day", date(2026, 11, 30)), **given).tasks
            )

    return make
