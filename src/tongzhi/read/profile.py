"""The office profile: where it is, and how it is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongzhi.errors import InputError, Place
from tongzhi.resources import settings_folder

if TYPE_CHECKING:
    from tongzhi.papers.profile import Profile

NAME = "本单位.yaml"


def find_profile(path: Path | None = None, folder: Path | None = None) -> Path | None:
    """Find the profile: `path` if given, else 本单位.yaml in `folder` (the current one), else in the settings folder.

    Raises:
        InputError: `path` was given and there is no such file.
    """
    if path is not None:
        if not path.is_file():
            raise InputError.one(
                "找不到本单位配置",
                "核对 --profile 或 TONGZHI_PROFILE；tongzhi new profile 可生成",
                place=Place(file=str(path)),
            )
        return path
    for place in (folder or Path(), settings_folder()):
        found = place / NAME
        try:
            if found.is_file():
                return found
        except OSError:
            continue
    return None


def load_profile(path: Path | None = None) -> Profile | None:
    """Read the office profile, `None` when there is none.

    Raises:
        InputError: it is missing where it was said to be, or wrongly filled in.
    """
    found = find_profile(path)
    return None if found is None else read_profile(found)


def read_profile(path: Path) -> Profile:
    """Read a profile from `.yaml` or `.json`, or its address list from an Excel file.

    Raises:
        InputError: it cannot be read or is wrongly filled in.
    """
    from tongzhi.papers.profile import Profile
    from tongzhi.read.register import register_path, used_numbers
    from tongzhi.read.sources import read_source
    from tongzhi.read.validate import validate

    profile = validate(Profile, read_source(path, Profile), date.max).document
    profile.remember_numbers(used_numbers(register_path(path)))
    return profile


LEVELS = ("县区", "乡镇", "市直部门", "县直部门", "企业")


def import_units(path: Path, sheet: str | None = None) -> list[dict[str, Any]]:
    """Read the office's address list from Excel or CSV: one row a unit, in its order.

    Columns: 全称 (单位, 单位名称), 简称, 级别 (类别), 联系人, 电话. A unit without 级别 gets one from its name.

    Raises:
        InputError: the file has no column of names.
    """
    from tongzhi.model.base import field_names
    from tongzhi.papers.profile import Unit
    from tongzhi.read.roster import read_roster

    names = field_names(Unit)
    more = {"单位": "name", "机构": "name", "机构名称": "name", "手机": "phone", "办公电话": "phone"}
    units: dict[str, dict[str, Any]] = {}
    for row in read_roster(path, sheet).rows:
        unit: dict[str, Any] = {}
        for header, value in row.values.items():
            name = names.get(header) or more.get(header.strip())
            text = str(value if value is not None else "").strip()
            if name and text:
                unit.setdefault(Unit.model_fields[name].alias or name, text)
        if unit.get("全称") and unit["全称"] not in units:
            unit.setdefault("级别", guess_level(unit["全称"]))
            units[unit["全称"]] = {key: value for key, value in unit.items() if value}
    if not units:
        raise InputError.one(
            "表里没有单位", "要有“全称”（或“单位名称”）一列，每行一个单位", place=Place(file=str(path))
        )
    return list(units.values())


def guess_level(name: str) -> str:
    """Give the level that a unit's name shows: 县区, 乡镇, 市直部门, 企业; empty when it shows none."""
    import re

    if re.search(r"(?:公司|集团|厂|矿)$", name):
        return "企业"
    if re.search(r"(?:乡|镇|街道)(?:人民政府|办事处|党委)?$", name):
        return "乡镇"
    if re.search(r"(?:县|区|旗)(?:人民政府|委|管委会)?$", name) and not re.search(r"局|处$", name):
        return "县区"
    if re.search(r"(?:局|委员会|委|办公室|支队|中心|处|院)$", name):
        return "市直部门" if "市" in name else "县直部门"
    return ""
