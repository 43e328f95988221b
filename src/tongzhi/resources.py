"""Where things are: shipped templates, word lists and samples; the settings folder of the user."""

from __future__ import annotations

import os
import sys
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


def settings_folder() -> Path:
    """Give the user's settings folder for tongzhi: %APPDATA%, ~/Library/Application Support or ~/.config."""
    if os.name == "nt":
        base = os.environ.get("APPDATA")
        return Path(base) / "tongzhi" if base else Path.home() / "AppData" / "Roaming" / "tongzhi"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "tongzhi"
    base = os.environ.get("XDG_CONFIG_HOME")
    return Path(base) / "tongzhi" if base else Path.home() / ".config" / "tongzhi"
