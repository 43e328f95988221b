"""A roster and a document type → the documents to be made, with their names, in order."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from tongzhi.batch.columns import RosterColumn, listed_field, match_columns, tell_columns
from tongzhi.batch.fieldnames import Fields, key_field
from tongzhi.batch.filenames import name_files
from tongzhi.batch.further_sheets import attach_rows, says_the_list, take_sheet
from tongzhi.batch.grouping import group_rows, settle_columns, tell_strangers
from tongzhi.batch.planned import LOOKED_AT, BatchPlan, header_of, sample_rows
from tongzhi.batch.ready_rows import (
    HEADING,
    bare_heading,
    filled_down,
    listed_addressee,
    part_mapping,
    take_headings,
    with_sheet_names,
)
from tongzhi.errors import InputError, Place, Problem
from tongzhi.model.base import Document, label_of
from tongzhi.papers.asked import need_asked
from tongzhi.read.listdates import day_of_list
from tongzhi.read.meanings import meaning_of
from tongzhi.read.roster import Roster
from tongzhi.zh.places import is_place, place_key

if TYPE_CHECKING:
    from tongzhi.papers.profile import Profile


def make_plan(
    kind: type[Document],
    roster: Roster,
    pattern: str | None = None,
    *,
    mapping: Mapping[str, str] | None = None,
    given: Collection[str] = (),
    office: Profile | None = None,
    day: date = date.min,
) -> BatchPlan:
    """Decide which rows make which document, what each column means, and what the files are called.

    Args:
        kind: the document type.
        roster: the rows.
        pattern: of the file names.
        mapping: heading → field, as confirmed.
        given: English names of the fields that every document has already (`--common`, `--set`, the profile).
        office: the office profile, whose address list knows the places.
        day: the day that counts as today.

    Raises:
        InputError: no column fits the document type, none says for whom the papers are, or the name pattern names
            an unknown column.
    """
    mapping, repeated = part_mapping(mapping)
    if repeated:
        roster = filled_down(roster, repeated)
    roster = with_sheet_names(kind, roster, office, mapping)
    listed = listed_field(kind, [header for each in (roster, *roster.others) for header in each.headers])
    columns = {roster.sheet: match_columns(kind, roster.headers, listed, mapping, sample_rows(roster))}
    by_list = listed_addressee(kind, roster, columns[roster.sheet], office) if listed else ""
    if by_list:
        mapping = {**mapping, by_list: label_of(kind.model_fields[key_field(kind)], key_field(kind))}
        columns[roster.sheet] = match_columns(kind, roster.headers, listed, mapping, sample_rows(roster))
    if not any(column.slot for column in columns[roster.sheet]):
        raise InputError.one(
            f"没有一列是“{kind.label}”的字段",
            f"列名用字段名，如 {'、'.join(_some_labels(kind))}；或用 --map 列=字段 指明；tongzhi types {kind.key} 可看全部",
            place=roster.place(),
        )
    plan = BatchPlan(roster, columns, listed, "", notes=list(roster.notes))
    plan.account.add(roster.account)
    key = key_field(kind)
    if by_list:
        found = f"写的是单位名录里的单位，当作“{label_of(kind.model_fields[key], key)}”了"
        instead = f"对就不用管；不对就加 --map {by_list}=字段"
        plan.notes.append(Problem(roster.place(name=by_list), found, instead))
    header = header_of(columns[roster.sheet], key)
    if key and not header and listed and take_headings(kind, plan, key, office, mapping):
        header = HEADING
    if key and not header and listed:
        _need_addressee(kind, plan, key, given, office)
    if kind.by_name:
        _need_names(kind, plan, given)
    others = [take_sheet(kind, other, key, plan, mapping) for other in roster.others]
    plan.account.meet(len(plan.roster.rows))
    if header:
        group_rows(plan, header, key, office)
        plan.key = key
        for other in others:
            if other is not None:
                attach_rows(plan, header, other)
    elif (
        key
        and key in given
        and listed
        and len(plan.roster.rows) > 1
        and says_the_list(columns[roster.sheet], listed, Fields(kind, listed))
    ):
        # one county is given for all rows: they are its list
        plan.groups = [tuple(range(len(plan.roster.rows)))]
    else:
        plan.groups = list(range(len(plan.roster.rows)))
    settle_columns(plan)
    if header and office is not None:
        tell_strangers(plan, header, office)
    if "team" in given:
        _keep_team(plan)
    plan.day = _day_of(plan, day)
    plan.notes += tell_columns(plan.columns[roster.sheet], roster.place())
    name_files(kind, plan, pattern, header, key)
    return plan


_PARTY = re.compile(r"第?[一二三四五六七八九十\dA-Za-zＡ-Ｚ甲乙丙丁]{1,3}(?:小|大|片区?)?组")


def _keep_team(plan: BatchPlan) -> None:
    """Leave a column of 第一组, 第二组 unused where the common file says who inspected: it parts the list, no more."""
    for sheet, used in plan.columns.items():
        for at, column in enumerate(used):
            if (
                column.slot is None
                or column.slot.field != "team"
                or column.how not in ("同义", "推测", "相近")
            ):
                continue
            cells = [
                value
                for row in islice(plan.roster.rows, LOOKED_AT)
                if (value := row.values.get(column.header))
            ]
            if cells and all(_PARTY.fullmatch(str(cell).strip()) for cell in cells):
                used[at] = RosterColumn(column.header, None, "文件名")
                plan.notes.append(
                    Problem(
                        Place(file=plan.roster.file, sheet=sheet or None, field=column.header),
                        "是分组，督查组用了各份共同的",
                        f"要用这一列就加 --map {column.header}=督查组",
                    )
                )


def _need_names(kind: type[Document], plan: BatchPlan, given: Collection[str]) -> None:
    """Refuse a roster that lacks a column the template asks for.

    Raises:
        InputError: with each of them and the nearest heading.
    """
    columns = plan.columns[plan.roster.sheet]
    there = {column.slot.field for column in columns if column.slot} | set(given)
    spare = [column.header for column in columns if column.slot is None]
    need_asked(kind, there, spare, plan.roster.place(), "一列")


def _day_of(plan: BatchPlan, today: date) -> date:
    """Give the day of the list: by its title and notes, else by its dates of finding, else today."""
    if today == date.min:
        return today
    found = [
        column.header
        for column in plan.columns[plan.roster.sheet]
        if meaning_of(column.header) in ("发现日期", "完成日期")
    ]
    dates = (
        value
        for row in islice(plan.roster.rows, LOOKED_AT)
        for header in found
        if isinstance(value := row.values.get(header), date)
    )
    return day_of_list(plan.roster.around, dates, today)[0]


def _need_addressee(
    kind: type[Document], plan: BatchPlan, key: str, given: Collection[str], office: Profile | None
) -> None:
    """Refuse papers for nobody: no column says whose they are, and nothing common to all does.

    Raises:
        InputError: with the column that looks like it, to be confirmed.
    """
    used = {column.slot.field for column in plan.columns[plan.roster.sheet] if column.slot}
    if plan.rows not in used or {key, "recipients"} & {*used, *given}:
        return
    label = label_of(kind.model_fields[key], key)
    rows = list(islice(plan.roster.rows, LOOKED_AT))
    known = {
        place_key(name)
        for unit in (office.units if office else ())
        for name in (unit.name, unit.short)
        if name
    }
    best, likeness = "", 0.5
    for column in plan.columns[plan.roster.sheet]:
        cells = [str(value) for row in rows if (value := row.values.get(column.header)) is not None]
        share = sum(is_place(cell) or place_key(cell) in known for cell in cells) / len(cells) if cells else 0
        if share > likeness:
            best, likeness = column.header, share
    headings = {row.heading for row in rows if row.heading}
    if best:
        instead = f"“{best}”这一列像是{label}：对就加 --map {best}={label}，以后同样的表不必再写"
    elif headings and all(is_place(bare_heading(each)) for each in headings):
        instead = f"{label}写在小标题里（{'、'.join(sorted(headings)[:3])}）：对就加 --map {HEADING}={label}"
    else:
        instead = f"表里加一列{label}，或用 --map 列={label} 指明"
    raise InputError.one(f"没有一列是{label}，看不出每行给谁", instead, place=plan.roster.place())


def known_names(kind: type[Document]) -> set[str]:
    """Give the names that help to find the header of a roster."""
    return Fields(kind).known() | {"序号"}


def _some_labels(kind: type[Document]) -> list[str]:
    return [label_of(field, name) for name, field in kind.model_fields.items() if field.is_required()][:4]
