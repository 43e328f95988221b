"""Golden texts: `--update-golden` writes them anew, and takes away those that no test asked for."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

TEXTS = Path(__file__).with_name("texts")


@pytest.fixture(scope="session")
def asked() -> set[str]:
    """The names of the golden texts that tests of this run have asked for."""
    return set()


@pytest.fixture
def golden(request: pytest.FixtureRequest, asked: set[str]) -> Callable[[str, str], None]:
    """Hold a text against the kept one of its name; fails with the difference, or writes it when told to."""

    def hold(name: str, text: str) -> None:
        asked.add(name)
        path = TEXTS / f"{name}.txt"
        text = text.rstrip("\n") + "\n"
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        kept = path.read_text(encoding="utf-8") if path.is_file() else ""
        if kept != text:
            lines = difflib.unified_diff(
                kept.splitlines(), text.splitlines(), "kept", "now", n=1, lineterm=""
            )
            pytest.fail(
                "\n".join(
                    [
                        f"{path.name} changed; look, then pytest tests/golden --update-golden",
                        *list(lines)[:80],
                    ]
                ),
                pytrace=False,
            )

    return hold
