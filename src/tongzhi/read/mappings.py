"""What an office has confirmed of its headings: 本单位/表头.yaml, beside the profile."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from tongzhi.errors import InputError, Place
from tongzhi.read.data import read_data
from tongzhi.read.profile import find_profile

FOLDER, NAME = "本单位", "表头.yaml"
COMMENT = "# 各种表的列名是哪个字段；用 --map 列=字段 确认过的记在这里，下次照用。不用的列写 不用。\n"


def mapping_path(profile: Path | None, folder: Path | None = None) -> Path:
    """Give where the mappings lie: in 本单位 beside the profile in use, else in `folder` (the current one)."""
    found = find_profile(profile, folder)
    return (found.parent if found else folder or Path()) / FOLDER / NAME


def read_mapping(profile: Path | None, kind: str, folder: Path | None = None) -> dict[str, str]:
    """Give heading → field for one kind of table (通报, 整改台账); empty when nothing is remembered.

    Raises:
        InputError: the file is wrongly written.
    """
    path = mapping_path(profile, folder)
    if not path.is_file():
        return {}
    found = read_data(path).values.get(kind) or {}
    if not isinstance(found, Mapping):
        raise InputError.one(
            f"“{kind}”下面应是“列: 字段”的样子", "每列一行", place=Place(file=str(path), field=kind)
        )
    return {str(heading): str(name) for heading, name in found.items() if name}


def extend_mapping(
    profile: Path | None, kind: str, mapping: Mapping[str, str], folder: Path | None = None
) -> tuple[Path, bytes]:
    """Give the file that remembers what was confirmed, with what is known of other tables, and what is to stand in it.

    Raises:
        InputError: the file is wrongly written.
    """
    path = mapping_path(profile, folder)
    known = dict(read_data(path).values) if path.is_file() else {}
    known[kind] = {**(known.get(kind) or {}), **mapping}
    return path, (COMMENT + yaml.safe_dump(known, allow_unicode=True, sort_keys=False)).encode()
