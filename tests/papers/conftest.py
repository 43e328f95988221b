from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tongzhi.errors import InputError
from tongzhi.papers.index import find_type
from tongzhi.papers.profile import Profile
from tongzhi.read.data import Source
from tongzhi.read.validate import assemble, validate
from tongzhi.render.sample import sample_values

DAY = date(2026, 11, 23)
Judge = Callable[..., tuple[list[str], list[str]]]


@pytest.fixture
def judge() -> Judge:
    """Give errors and warnings of a sample with some values changed (None: left out)."""

    def found(key: str, office: Profile | None = None, **changes: Any) -> tuple[list[str], list[str]]:
        kind = find_type(key)
        values = {**sample_values(kind, DAY), **changes}
        values = {name: value for name, value in values.items() if value is not None}
        try:
            checked = validate(kind, assemble(kind, Source(values), office), DAY, office)
        except InputError as error:
            return [str(problem) for problem in error.problems], []
        return [], [str(problem) for problem in checked.warnings]

    return found
