"""Proofs that work was done: a file with its digest, or words."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import Path

from tongzhi.errors import InputError, Place
from tongzhi.model.item import Evidence

_FILE_NAME = re.compile(r"[^\s，。；]+\.[A-Za-z0-9]{1,5}$")


def read_evidence(given: str, day: date) -> Evidence:
    """Give the proof that `given` is: a file's path, or words that describe it.

    Raises:
        InputError: it looks like a file's name and no such file is there, or it is empty.
    """
    text = given.strip()
    if not text:
        raise InputError.one("佐证材料是空的", "写文件名，或一句说明")
    path = Path(text)
    try:
        is_file = path.is_file()
    except (OSError, ValueError):
        is_file = False
    if is_file:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return Evidence(path.name, str(path), digest, day.isoformat())
    if _FILE_NAME.fullmatch(text):
        raise InputError.one("佐证文件不存在", "核对文件名；没有文件就写一句说明", place=Place(file=text))
    return Evidence(text, on=day.isoformat())
