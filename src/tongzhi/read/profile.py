"""The office profile: where it is, and how it is read."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongzhi.errors import InputError, Place, Problem
from tongzhi.read.strict import refuse_halves
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
    """Read the office profile, `None` when there is none; see `read_profile`.

    Raises:
        InputError: it is missing where it was said to be, or cannot be read at all.
    """
    found = find_profile(path)
    return None if found is None else read_profile(found)


def read_profile(path: Path) -> Profile:
    """Read a profile from `.yaml` or `.json`, or its address list from an Excel file.

    Bad entries are left out and told by `Profile.faults`; a command that needs one of them stops with `Profile.need`.

    Raises:
        InputError: the file cannot be read, or not a single entry of it.
    """
    from tongzhi.papers.profile import Profile
    from tongzhi.read.register import register_path, used_numbers
    from tongzhi.read.salvage import salvage, salvage_source
    from tongzhi.read.sources import read_source

    problems: list[Problem] = []
    if path.suffix.lower() in (".yaml", ".yml"):
        source, problems = salvage_source(path)
    else:
        source = read_source(path, Profile)
    refuse_halves(source.values, path.name)
    profile, faults = salvage(source)
    if problems or source.problems:
        faults = {"": [*source.problems, *problems], **faults}
    _check_style(profile, path.name, faults)
    profile.remember_faults(faults)
    profile.remember_numbers(used_numbers(register_path(path)), register_path(path))
    return profile


def _check_style(profile: Profile, name: str, faults: dict[str, list[Problem]]) -> None:
    """Take out a house style that cannot be used; papers then are not printed, but checked by the standard."""
    from tongzhi.standard.house import house_standard

    try:
        house_standard(profile.faces, profile.format)
    except InputError as error:
        told = [replace(one, place=replace(one.place, file=name)) for one in error.problems]
        faults["format"] = [*faults.get("format", []), *told]
        profile.faces, profile.format = {}, {}


LEVELS = ("县区", "乡镇", "市直部门", "县直部门", "企业")


def import_units(path: Path, sheet: str | None = None) -> list[dict[str, Any]]:
    """Read the office's address list from Excel or CSV: one row a unit, in its order.

    Columns by their meaning: 全称 (单位, 单位名称), 简称 (规范化简称), 级别 (类别), 联系人 (联络员), 电话 (办公电话, 手机), 备注. A unit
    without 级别 gets one from its name; names of groups, notes and older sheets are no units.

    Raises:
        InputError: the file has no column of names.
    """
    from tongzhi.model.base import field_names
    from tongzhi.papers.profile import Unit
    from tongzhi.read.meanings import meaning_of
    from tongzhi.read.roster import read_roster
    from tongzhi.read.tables import Fault

    names = field_names(Unit)
    units: dict[str, dict[str, Any]] = {}
    roster = read_roster(path, sheet, known=tuple(names))
    for row in (row for part in roster.parts() for row in part.rows):
        unit: dict[str, Any] = {}
        numbers, others = list[str](), list[str]()
        for header, value in row.values.items():
            name = names.get(header) or next(
                (known for words, known in _MEANT if re.search(words, header)),
                "name" if meaning_of(header) == "单位名称" else "",
            )
            text = re.sub(
                r"\s+", " ", "" if value is None or isinstance(value, Fault) else str(value)
            ).strip()
            if name == "phone" and text:
                numbers.append(_plain_number(text))
            elif not name and text and not re.fullmatch(r"序号?|编号|№|no\.?", header.strip(), re.IGNORECASE):
                others.append(f"{header}：{text}")
            elif name and text:
                unit.setdefault(
                    Unit.model_fields[name].alias or name,
                    re.sub(r"(?<=[㐀-鿿]) (?=[㐀-鿿])", "", text) if name != "note" else text,
                )
        if numbers:
            unit["电话"] = "、".join(dict.fromkeys(numbers))
        if others:
            unit["备注"] = "；".join(part for part in (unit.get("备注", ""), *others) if part)
        named = unit.get("全称", "")
        if named and named not in units and _is_unit(named, unit):
            unit.setdefault("级别", guess_level(named))
            units[named] = {key: value for key, value in unit.items() if value}
    if not units:
        raise InputError.one(
            "表里没有单位", "要有“全称”（或“单位名称”）一列，每行一个单位", place=Place(file=str(path))
        )
    return list(units.values())


def import_profile(path: Path, sheet: str | None = None) -> tuple[dict[str, Any], dict[str, str]]:
    """Give the values of a profile begun from an address list, and what must be said to them: nothing is made up.

    Raises:
        InputError: the file has no column of names.
    """
    values = {"单位名称": "", "单位名录": import_units(path, sheet)}
    return values, {
        "单位名称": "通讯录里没有，填本单位全称；发文机关、联系人等照 tongzhi types profile 的样子补"
    }


_MEANT = (
    (r"简称|别名", "short"), (r"联络员|联系人|联络人", "contact"), (r"电话|手机|联系方式|号码", "phone"),
    (r"类别|级别|类型|分类|层级|组别", "level"), (r"备注|说明", "note"), (r"单位|机构|部门|全称", "name"),
)  # fmt: skip
"""Words in a heading of an address list → the field it means, the first that fits."""


def _is_unit(name: str, unit: dict[str, Any]) -> bool:
    """Tell a unit from the name of a group (一、县（市、区）) and a note below the list."""
    if re.match(
        r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|(?:备注|注|说明|合计|小计|填报|联系人)[：:]?",
        name,
    ):
        return False
    return (
        len(name) <= 40
        and not re.search(r"[。；！？]", name)
        and (len(unit) > 1 or bool(re.search(r"[㐀-鿿]{2}", name)))
    )


def _plain_number(text: str) -> str:
    """Give 13800000000 for 138 0000 0000 and 13800000000.0."""
    text = re.sub(r"\.0$", "", text)
    return re.sub(r"[ \-]", "", text) if re.fullmatch(r"1\d\d[ \-]?\d{4}[ \-]?\d{4}", text) else text


_OF = re.compile(r"[㐀-鿿]{2,8}?(自治州|州(?!市)|盟|市|自治旗|旗|自治县|县|区)|([州盟市旗县区])")


def guess_level(name: str) -> str:
    """Give the level that a unit's name shows: 县区, 乡镇, 市直部门, 企业; empty when it shows none."""
    if re.search(r"(?:公司|集团|厂|矿)$", name):
        return "企业"
    if re.search(r"(?:乡|镇|街道)(?:人民政府|办事处|党委)?$", name):
        return "乡镇"
    if re.search(r"(?:县|区|旗|市)(?:人民政府|委|管委会|管理委员会)?$", name) and not re.search(
        r"局|处$", name
    ):
        return "县区"
    if re.search(r"(?:局|委员会|委|办公室|支队|中心|处|院)$", name):
        found = _OF.match(name)
        of = (found[1] or found[2])[-1:] if found else ""
        return f"{of}直部门" if of else "县直部门"
    return ""
