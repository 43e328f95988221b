"""Where things are: shipped templates, word lists and samples; the settings folder of the user."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


_INSTALLED = _PACKAGE / "data"


@cache
def _root() -> Path:
    return _PACKAGE.parents[1] if is_checkout() else _INSTALLED


@cache
def is_checkout() -> bool:
    """Tell whether this runs out of a checkout, where what a build would make is made when first needed."""
    return not _INSTALLED.is_dir()


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
