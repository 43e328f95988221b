"""Where the shipped templates, word lists and samples are, in a checkout and when installed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    installed = _PACKAGE / "data"
    return installed if installed.is_dir() else _PACKAGE.parents[1]


def template_path(name: str) -> Path:
    """Give the path of a shipped file of `templates/` (`notice.docx`)."""
    return _root() / "templates" / name


def corpus_path(name: str) -> Path:
    """Give the path of a shipped file of `corpus/` (`departments.tsv`, `samples/city.txt`)."""
    return _root() / "corpus" / name
