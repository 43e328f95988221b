"""Document types that an office makes itself: a .yaml of fields and named rules beside a .docx, in a folder 文种."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tongzhi.errors import InputError, Place, Problem
from tongzhi.model.base import Document, Part
from tongzhi.papers.index import ENTRIES, PROFILE, TypeEntry
from tongzhi.papers.sheet import DescribedType, make_type, part_name, read_sheet
from tongzhi.resources import settings_folder

FOLDER = "文种"
"""Name of the folder: in the current one, beside 本单位.yaml, or in the settings folder."""
ENDINGS = (".yaml", ".yml")


def own_folders() -> list[Path]:
    """Give the folders that may hold the office's own types, the nearest first."""
    profile = os.environ.get("TONGZHI_PROFILE", "").strip()
    places = [Path(), *([Path(profile).parent] if profile else []), settings_folder()]
    return list(dict.fromkeys((place / FOLDER).absolute() for place in places))


def _descriptions() -> Iterator[Path]:
    seen: set[str] = set()
    for folder in own_folders():
        try:
            found = sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS)
        except OSError:
            continue
        for path in found:
            if path.stem not in seen:
                seen.add(path.stem)
                yield path


def list_own() -> tuple[list[TypeEntry], list[Problem]]:
    """Give the office's own types, and what is wrong with descriptions that cannot be used."""
    entries, faults = list[TypeEntry](), list[Problem]()
    for path in _descriptions():
        try:
            entries.append(_entry(path, _read(path)))
        except InputError as error:
            faults += error.problems
    return entries, faults


def find_own(name: str) -> TypeEntry | None:
    """Find one of the office's own types by key, Chinese name, further name or file name.

    Raises:
        InputError: the description of that name cannot be used.
    """
    for path in _descriptions():
        try:
            entry = _entry(path, _read(path))
        except InputError:
            if path.stem == name:
                raise
            continue
        if name.casefold() == entry.key.casefold() or name in (entry.label, path.stem, *entry.also):
            return entry
    return None


def _entry(path: Path, sheet: DescribedType) -> TypeEntry:
    taken = {known for entry in (*ENTRIES, PROFILE) for known in (entry.key, entry.label, *entry.also)}
    for name in (sheet.key, sheet.label):
        if name in taken:
            raise InputError.one(f"“{name}”是自带文种的名称", "换一个名称", place=Place(file=str(path)))
    return TypeEntry(sheet.key, sheet.label, "", "", sheet.also, sheet.purpose, path)


def _read(path: Path) -> DescribedType:
    stat = path.stat()
    return _read_once(path, stat.st_mtime_ns, stat.st_size)


@cache
def _read_once(path: Path, _changed: int, _size: int) -> DescribedType:
    return read_sheet(path)


@cache
def _make_once(path: Path, _changed: int, _size: int) -> type[Document]:
    template = path.with_suffix(".docx")
    if not template.is_file():
        raise InputError.one(
            f"没有模板 {template.name}", f"把 Word 模板存为 {template}", place=Place(file=str(path))
        )
    made = make_type(read_sheet(path), _code(path), __name__)
    made.own, made.template = template, template.name
    return made


def read_type(path: Path) -> type[Document]:
    """Give the model that a description says; made once as long as the file stays the same.

    Raises:
        InputError: with everything that is wrong in the description, or the template is missing.
    """
    stat = path.stat()
    return _make_once(path.absolute(), stat.st_mtime_ns, stat.st_size)


_MARK = "Own_"


def _code(path: Path) -> str:
    """Give the name of the class: it tells where the description is, so that a worker process finds it again."""
    return _MARK + str(path.absolute()).encode().hex()


def __getattr__(name: str) -> type[Part]:
    """Give a class by its name, as unpickling asks for it."""
    code, _, inner = name.removeprefix(_MARK).partition("__")
    if not name.startswith(_MARK):
        raise AttributeError(name)
    found: Any = read_type(Path(bytes.fromhex(code).decode()))
    return found if not inner else part_name(found, name)
