"""Owners files: fields and names of bodies → the departments that are responsible."""

from __future__ import annotations

from pathlib import Path

from tongzhi.errors import InputError, Place, Problem
from tongzhi.read.data import parse_values, read_bytes
from tongzhi.read.strict import refuse_halves

MAX_BYTES = 5_000_000
_LEAD, _SUPPORT = ("牵头", "牵头单位", "lead"), ("配合", "配合单位", "support")


def read_owners(path: Path) -> dict[str, tuple[str, ...]]:
    """Read a YAML or JSON file such as `矿山: 市应急管理局、市自然资源局` or `消防: {牵头: …, 配合: […]}`.

    The map may stand under 责任单位对照, as in the office profile. The leading department comes first.

    Raises:
        InputError: it cannot be read, or an entry names no department.
    """
    values, lines = parse_values(
        read_bytes(path, MAX_BYTES), str(path), is_json=path.suffix.lower() == ".json"
    )
    refuse_halves(values, str(path))
    if isinstance(values, dict) and isinstance(values.get("责任单位对照"), dict):
        values = values["责任单位对照"]
    if not isinstance(values, dict):
        raise InputError.one(
            "责任单位对照应是“领域: 单位”", "如 矿山: 市应急管理局、市自然资源局", place=Place(file=str(path))
        )
    found: dict[str, tuple[str, ...]] = {}
    problems = []
    for key, value in values.items():
        names = _names(value)
        if not names:
            place = Place(file=str(path), line=lines.get((key,)), field=str(key))
            problems.append(Problem(place, "没有写单位", "写成 单位全称，几个用顿号隔开"))
        found[str(key).strip()] = names
    if problems:
        raise InputError(problems)
    return found


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, dict):
        parts = [value[key] for keys in (_LEAD, _SUPPORT) for key in keys if key in value]
        return tuple(name for part in parts for name in _names(part))
    if isinstance(value, list):
        return tuple(name for part in value for name in _names(part))
    if isinstance(value, str):
        for mark in ("，", ",", "；", ";", "\n"):
            value = value.replace(mark, "、")
        return tuple(name.strip() for name in value.split("、") if name.strip())
    return ()
