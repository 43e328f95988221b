"""A roster made ready: names of sheets and small headings for the addressee, blanks that repeat the cell above."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from tongzhi.batch.columns import RosterColumn, match_columns
from tongzhi.batch.fieldnames import Slot, key_field
from tongzhi.batch.planned import LOOKED_AT, BatchPlan, header_of, plain_key
from tongzhi.errors import Problem
from tongzhi.model.base import Document, label_of
from tongzhi.read.headers import Header, plain_name
from tongzhi.read.roster import Roster
from tongzhi.read.rosterrows import PackedRows, Row
from tongzhi.zh.bodies import find_body
from tongzhi.zh.places import place_key

if TYPE_CHECKING:
    from tongzhi.papers.profile import Profile


SHEET = "工作表"
"""What the name of a sheet is called when it stands in for a column."""


def with_sheet_names(
    kind: type[Document], roster: Roster, office: Profile | None, mapping: Mapping[str, str]
) -> Roster:
    """Take the names of sheets for the addressee (each township has its own), if all are in the address list.

    A sheet that has a column for it, or whose name is no place of the list, stays as it is.
    """
    key = key_field(kind)
    known = {
        plain_key(name)
        for unit in (office.units if office else ())
        for name in (unit.name, unit.short)
        if name
    }
    if not key or not known or plain_key(roster.sheet) not in known:
        return roster
    label = label_of(kind.model_fields[key], key)

    def named(each: Roster) -> Roster:
        there = header_of(match_columns(kind, each.headers, None, mapping), key)
        if there or plain_key(each.sheet) not in known:
            return each
        rows = (replace(row, values={SHEET: place_key(each.sheet), **row.values}) for row in each.rows)
        return replace(each, headers=[*each.headers, Header(SHEET, (label,), 16_384)], rows=PackedRows(rows))

    return replace(named(roster), others=[named(other) for other in roster.others])


_AS_ABOVE = re.compile(r"\s*[（(]\s*(?:空格)?同上\s*[）)]$")


def part_mapping(mapping: Mapping[str, str] | None) -> tuple[dict[str, str], set[str]]:
    """Part a mapping 属地=县区（同上） into the mapping itself and the columns whose blanks repeat the cell above."""
    plain = {heading: _AS_ABOVE.sub("", name) for heading, name in (mapping or {}).items()}
    return plain, {plain_name(heading) for heading, name in (mapping or {}).items() if _AS_ABOVE.search(name)}


def filled_down(roster: Roster, headings: Collection[str]) -> Roster:
    """Give the roster with the blanks of some columns filled from the row above, as the office has confirmed."""
    columns = [header.name for header in roster.headers if plain_name(header.name) in headings]

    def rows() -> Iterator[Row]:
        last: dict[str, Any] = {}
        for row in roster.rows:
            last |= {name: row.values[name] for name in columns if name in row.values}
            missing = {name: last[name] for name in columns if name in last and name not in row.values}
            yield replace(row, values={**row.values, **missing}) if missing else row

    return replace(roster, rows=PackedRows(rows()))


_LOCAL = re.compile(r"社区|村|居|园|区|镇|乡|县|市|州|旗|街|属地|辖|片|单位|企业|学校|所在|归属|管委会")
"""Words in the heading of a column that says whose a row is."""
_MOST = 0.6


def listed_addressee(
    kind: type[Document], roster: Roster, columns: Sequence[RosterColumn], office: Profile | None
) -> str:
    """Give the heading of the column whose cells are units of the office's address list, when no column is the addressee.

    Nearly any word may head it (社区 / 村, 所属园区, 受检单位): what stands below settles it, with a word in the heading
    that speaks for it. Two such columns are a question, not an answer.
    """
    key = key_field(kind)
    units = office.units if office else ()
    if not key or header_of(columns, key) or not units:
        return ""
    if _all_listed({row.heading for row in islice(roster.rows, LOOKED_AT)}, office):
        return ""  # the small headings say whose the rows are
    found = []
    for header in roster.headers:
        cells = {
            plain_key(value)
            for row in islice(roster.rows, LOOKED_AT)
            if isinstance(value := row.values.get(header.name), str)
        }
        if not cells or not _LOCAL.search(header.path[-1]):
            continue
        if sum(_is_listed(cell, office) for cell in cells) >= _MOST * len(cells):
            found.append(header.name)
    return found[0] if len(found) == 1 else ""


def _all_listed(headings: Collection[str], office: Profile | None) -> bool:
    return bool(headings) and all(_is_listed(bare_heading(each), office) for each in headings)


def _is_listed(name: str, office: Profile | None) -> bool:
    """Tell whether a name surely means a unit of the address list: by its full or short name, or as people call it."""
    listed = tuple((unit.name, unit.short) for unit in (office.units if office else ()))
    key = plain_key(name)
    if any(key == plain_key(each) for names in listed for each in names if each):
        return True
    found = find_body(key, listed)
    return found is not None and found.sure


HEADING = "小标题"
"""What the small headings of a list are called when they stand in for a column."""


def take_headings(
    kind: type[Document], plan: BatchPlan, key: str, office: Profile | None, mapping: Mapping[str, str] | None
) -> bool:
    """Take the small headings for the addressee, if all of them are in the address list, or a person has said so."""
    label = label_of(kind.model_fields[key], key)
    headings = {row.heading for row in plan.roster.rows}
    told = (mapping or {}).get(HEADING) == label
    if "" in headings or not (told or _all_listed(headings, office)):
        return False
    if not told:
        found = f"小标题写的是单位名录里的单位，当作“{label}”了"
        plan.notes.append(Problem(plan.roster.place(), found, "不对就加一列写明"))
    rows = (
        replace(row, values={HEADING: place_key(bare_heading(row.heading)), **row.values})
        for row in plan.roster.rows
    )
    plan.roster = replace(plan.roster, rows=PackedRows(rows))
    plan.columns[plan.roster.sheet].append(
        RosterColumn(HEADING, Slot(key), "推测" if not told else "指定", label)
    )
    return True


def bare_heading(heading: str) -> str:
    """Give the unit of a small heading: 青川县 of 一、青川县（5项）."""
    return re.sub(r"^[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?|[（(].*[）)]$", "", heading).strip()
