"""Who was asked to a meeting: from its notice, else from the address list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tongzhi.desk.people import Asked
from tongzhi.model.official import split_units

if TYPE_CHECKING:
    from tongzhi.papers.notice import Notice
    from tongzhi.papers.profile import Profile

COLLECTIVE = re.compile(r"^各|成员单位|有关部门|相关部门|各部门|有关单位|直属|企业$")


def asked_by(notice: Notice | None, office: Profile | None) -> list[Asked]:
    """Give the units in official order; a collective name (各县区) stands for the units of the address list."""
    if notice is None:
        return [Asked(unit.name, unit.short) for unit in office.units] if office else []
    asked: dict[str, Asked] = {}
    for group in (*notice.attendees, *notice.branch_attendees):
        units = group.units or _units_of(group.group, notice, office)
        for unit in units:
            name = office.full_name(unit) if office else unit
            short = next((one.short for one in office.units if one.name == name), "") if office else ""
            asked.setdefault(
                name, Asked(name, short, group.level or group.group, _quota(group.count, len(units)))
            )
    if office:
        return sorted(asked.values(), key=lambda one: office.order_of(one.unit))
    return list(asked.values())


def _quota(count: int | None, units: int) -> int:
    """Give the people a unit sends: a number below that of the units is meant for each, else for all together."""
    if not count or not units:
        return 1
    return count if count < units else max(1, count // units)


def _units_of(group: str, notice: Notice, office: Profile | None) -> list[str]:
    """Give the units that a group of attendees stands for."""
    known = [unit for unit in office.units if _belongs(unit.level, unit.name, group)] if office else []
    if known:
        return [unit.name for unit in known]
    named = [unit for line in notice.recipients for unit in split_units(line) if not COLLECTIVE.search(unit)]
    venues = [venue.region for venue in notice.branch_venues]
    if re.search(r"县|区|乡|镇", group) and venues:
        return venues
    inside = [unit for unit in named if unit in group]
    if inside:
        return inside
    return named if COLLECTIVE.search(group) else []


def _belongs(level: str, name: str, group: str) -> bool:
    if name in group:
        return True
    if re.search(r"各县|各区|县（市、区）|县\(市", group):
        return bool(re.search(r"县|区|旗", level))
    if re.search(r"各乡|各镇|乡镇|街道", group):
        return bool(re.search(r"乡|镇|街道", level))
    return bool(COLLECTIVE.search(group)) and bool(re.search(r"部门|成员单位|市直|县直|区直|企业", level))
