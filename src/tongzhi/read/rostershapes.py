"""Shapes of lists in which the unit stands outside the rows, or one row holds several problems.

An office keeps a sheet for each county, writes 单位：甲 above each of several tables, or gives each kind of problem a
column of its own (发现问题 over 消防, 食品, 校车). Each becomes a list with a row a problem and its unit in the row.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tongzhi.errors import Problem
from tongzhi.read.headers import Header, plain_name
from tongzhi.read.meanings import meaning_of, says_nothing_found
from tongzhi.read.rosterrows import PackedRows, Row
from tongzhi.read.tables import is_empty
from tongzhi.zh.places import is_place

if TYPE_CHECKING:
    from tongzhi.read.roster import Roster

COUNTY = "县区"
OUTSIDE = -1
"""Place of a column that stands in no cell of the sheet."""
_OWNERS = (COUNTY, "单位名称")
_SAID = re.compile(r"(?P<label>[^:：]{2,14})[:：]\s*(?P<value>[^:：，。；]{2,30})")
_TITLE = re.compile(
    r"(?P<place>[㐀-鿿]{1,8}?(?:自治县|自治旗|自治州|开发区|园区|新区|街道|县|区|市|旗|州|盟|镇|乡))(?=[㐀-鿿（(])"
)


def owner_said(cells: Iterable[Any]) -> tuple[str, str] | None:
    """Give label and name when a line says only whose the rows below are: 受检单位：甲公司."""
    held = [cell for cell in cells if not is_empty(cell)]
    found = _SAID.fullmatch(held[0].strip()) if len(held) == 1 and isinstance(held[0], str) else None
    if found is None or meaning_of(found["label"]) not in _OWNERS:
        return None
    return plain_name(found["label"]), found["value"].strip()


def has_owner(headers: Sequence[Header]) -> bool:
    """Tell whether some column already says whose a row is."""
    return any(meaning_of(header.path[-1]) in _OWNERS for header in headers)


def with_owners(
    roster: Roster, owners: Sequence[tuple[str, str] | None], rows: Iterable[Row]
) -> Iterator[Row]:
    """Give the rows with the name that stands above them, and their roster the column for it."""
    label = next((owner[0] for owner in owners if owner), "")
    if label:
        roster.headers.append(Header(label, (label,), OUTSIDE))
    for row, owner in zip(rows, owners, strict=True):
        yield replace(row, values={**row.values, label: owner[1]}) if owner else row


def name_by_sheets(rosters: Sequence[Roster]) -> None:
    """Give the rows of sheets that are each a county's the county: by the title over the table, else the sheet's name."""
    if len(rosters) < 2 or any(meaning_of(h.path[-1]) == COUNTY for r in rosters for h in r.headers):
        return
    places = [_place_of(roster) for roster in rosters]
    if not all(places) or len(set(places)) < len(places):
        return
    for roster, place in zip(rosters, places, strict=True):
        roster.headers.append(Header(COUNTY, (COUNTY,), OUTSIDE))
        roster.rows = PackedRows(replace(row, values={**row.values, COUNTY: place}) for row in roster.rows)
        roster.notes.append(
            Problem(roster.place(), f"没有县区一列，一张工作表是一家，当作“{place}”的", "不是就加一列县区")
        )


def _place_of(roster: Roster) -> str:
    sheet = re.sub(r"\s+", "", roster.sheet)
    for words in roster.around:
        found = _TITLE.match(re.sub(r"\s+", "", words))
        if found and (found["place"].startswith(sheet[:2]) or sheet.startswith(found["place"][:2])):
            return found["place"]
    return sheet if is_place(sheet) and meaning_of(sheet) != COUNTY else ""


def one_problem_a_row(roster: Roster) -> None:
    """Part the rows of a list whose kinds of problem have a column each: a row a problem, with its kind."""
    under: dict[str, list[Header]] = {}
    for header in roster.headers:
        if len(header.path) > 1 and not meaning_of(header.path[-1]) and meaning_of(header.path[-2]) == "问题":
            under.setdefault(header.path[-2], []).append(header)
    outer = next((word for word, headers in under.items() if len(headers) > 1), "")
    if not outer or any(meaning_of(header.path[-1]) == "问题" for header in roster.headers):
        return
    kinds = under[outer]
    roster.rows = PackedRows(part for row in roster.rows for part in _parts(row, kinds, outer))
    gone = {header.column for header in kinds}
    at = roster.headers.index(kinds[0])
    rest = [header for header in roster.headers if header.column not in gone]
    roster.headers[:] = [*rest[:at], Header(outer, (outer,), kinds[0].column), *rest[at:]]
    words = "、".join(header.path[-1] for header in kinds)
    roster.notes.append(
        Problem(roster.place(name=outer), f"下面分了几列（{words}），一格算一个问题，列名写在问题前面")
    )


def drop_covered(roster: Roster) -> None:
    """Leave out the columns that a wide heading covers besides its first and in which nothing stands."""
    doubled = [
        header
        for before, header in itertools.pairwise(roster.headers)
        if header.path == before.path and header.name != before.name
    ]
    if doubled:
        held = {name for row in roster.rows for name in row.values}
        roster.headers[:] = [
            header for header in roster.headers if header not in doubled or header.name in held
        ]


def _parts(row: Row, kinds: Sequence[Header], outer: str) -> Iterator[Row]:
    names = {header.name for header in kinds}
    shared = {name: value for name, value in row.values.items() if name not in names}
    said = [(header, row.values[header.name]) for header in kinds if header.name in row.values]
    found = [(header, value) for header, value in said if not says_nothing_found(value)]
    for header, value in found:
        yield replace(row, values={**shared, outer: f"{header.path[-1]}：{value}"})
    if not found:
        yield replace(row, values={**shared, **({outer: said[0][1]} if said else {})})
