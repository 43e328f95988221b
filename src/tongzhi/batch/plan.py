"""A roster and a document type → the documents to be made, with their names, in order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, overload

from rapidfuzz import fuzz, process

from tongzhi.batch.columns import (
    Column,
    Fields,
    How,
    Slot,
    key_field,
    listed_field,
    main_field,
    match_columns,
    record_of,
    tell_columns,
)
from tongzhi.batch.job import Job
from tongzhi.errors import InputError, Place, Problem
from tongzhi.model.base import Document, field_names, label_of
from tongzhi.papers.asked import need_asked
from tongzhi.read.account import Account
from tongzhi.read.headers import Header, plain_name
from tongzhi.read.listdates import day_of_list
from tongzhi.read.meanings import meaning_of
from tongzhi.read.roster import PackedRows, Roster, Row
from tongzhi.write.names import DistinctNames, NamePattern, safe_name
from tongzhi.zh.nearest import nearest
from tongzhi.zh.places import is_place, place_key

if TYPE_CHECKING:
    from tongzhi.papers.profile import Profile

MISSING = "未填"
"""Stands in a file name for a cell that is empty."""


@dataclass(slots=True)
class Plan:
    """What a batch is going to do.

    Attributes:
        roster: the rows.
        columns: sheet → its columns.
        rows: the list that the rows fill.
        key: the field by which rows belong together; empty when each row is a document of its own.
        groups: the documents in order: positions of their rows in the roster.
        items: position of a document → its rows on further sheets.
        names: of the files.
        notes: what the user must be told.
        day: the day of the list, from which dates without a year are read.
        account: what became of the lines of the roster that belong to no document.
    """

    roster: Roster
    columns: dict[str, list[Column]]
    rows: str
    key: str
    groups: list[int | tuple[int, ...]] = field(default_factory=list)
    items: dict[int, list[Row]] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    day: date = date.min
    account: Account = field(default_factory=Account)

    def jobs(self, known: dict[str, tuple[str, str]] | None = None) -> Iterator[Job]:
        """Give the jobs in order; `known` is what the state file says."""
        known = known or {}
        if all(isinstance(group, int) for group in self.groups):
            # one row each and in order: the packed rows are gone through once
            for index, row in enumerate(self.roster.rows):
                yield Job(
                    index,
                    self.names[index],
                    (row,),
                    tuple(self.items.get(index, ())),
                    known.get(self.names[index]),
                )
            return
        for index, group in enumerate(self.groups):
            rows = tuple(
                self.roster.rows[position] for position in ((group,) if isinstance(group, int) else group)
            )
            yield Job(
                index, self.names[index], rows, tuple(self.items.get(index, ())), known.get(self.names[index])
            )

    def merged(self) -> list[tuple[str, int]]:
        """Give name of file and count of rows for each document that several rows make."""
        return [
            (self.names[index], count)
            for index, group in enumerate(self.groups)
            if (count := (1 if isinstance(group, int) else len(group)) + len(self.items.get(index, ()))) > 1
        ]


def make_plan(
    kind: type[Document],
    roster: Roster,
    pattern: str | None = None,
    *,
    mapping: Mapping[str, str] | None = None,
    given: Collection[str] = (),
    office: Profile | None = None,
    day: date = date.min,
) -> Plan:
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
    mapping, repeated = _repeated(mapping)
    if repeated:
        roster = _filled_down(roster, repeated)
    roster = _with_sheet_names(kind, roster, office, mapping)
    listed = listed_field(kind, [header for each in (roster, *roster.others) for header in each.headers])
    columns = {roster.sheet: match_columns(kind, roster.headers, listed, mapping, _sample(roster))}
    if not any(column.slot for column in columns[roster.sheet]):
        raise InputError.one(
            f"没有一列是“{kind.label}”的字段",
            f"列名用字段名，如 {'、'.join(_some_labels(kind))}；或用 --map 列=字段 指明；tongzhi types {kind.key} 可看全部",
            place=roster.place(),
        )
    plan = Plan(roster, columns, listed, "", notes=list(roster.notes))
    plan.account.add(roster.account)
    key = key_field(kind)
    header = _header_of(columns[roster.sheet], key)
    if key and not header and listed and _headings_say(kind, plan, key, office, mapping):
        header = HEADING
    if key and not header and listed:
        _need_addressee(kind, plan, key, given, office)
    if kind.by_name:
        _need_names(kind, plan, given)
    others = [_take_sheet(kind, other, key, plan, mapping) for other in roster.others]
    plan.account.meet(len(plan.roster.rows))
    if header:
        _group(plan, header, key, office)
        plan.key = key
        for other in others:
            if other is not None:
                _attach(plan, header, other)
    elif (
        key
        and key in given
        and listed
        and len(plan.roster.rows) > 1
        and _lists(columns[roster.sheet], listed, Fields(kind, listed))
    ):
        # one county is given for all rows: they are its list
        plan.groups = [tuple(range(len(plan.roster.rows)))]
    else:
        plan.groups = list(range(len(plan.roster.rows)))
    _settle_columns(plan)
    if header and office is not None:
        _tell_strangers(plan, header, office)
    if "team" in given:
        _keep_team(plan)
    plan.day = _day_of(plan, day)
    plan.notes += tell_columns(plan.columns[roster.sheet], roster.place())
    _name(kind, plan, pattern, header, key)
    return plan


LOOKED_AT = 200
"""So many rows are looked at to tell what a column is."""


def _sample(roster: Roster) -> list[Mapping[str, Any]]:
    return [row.values for row in islice(roster.rows, LOOKED_AT)]


SHEET = "工作表"
"""What the name of a sheet is called when it stands in for a column."""


def _with_sheet_names(
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
        there = _header_of(match_columns(kind, each.headers, None, mapping), key)
        if there or plain_key(each.sheet) not in known:
            return each
        rows = (replace(row, values={SHEET: place_key(each.sheet), **row.values}) for row in each.rows)
        return replace(each, headers=[*each.headers, Header(SHEET, (label,), 16_384)], rows=PackedRows(rows))

    return replace(named(roster), others=[named(other) for other in roster.others])


_AS_ABOVE = re.compile(r"\s*[（(]\s*(?:空格)?同上\s*[）)]$")


def _repeated(mapping: Mapping[str, str] | None) -> tuple[dict[str, str], set[str]]:
    """Part a mapping 属地=县区（同上） into the mapping itself and the columns whose blanks repeat the cell above."""
    plain = {heading: _AS_ABOVE.sub("", name) for heading, name in (mapping or {}).items()}
    return plain, {plain_name(heading) for heading, name in (mapping or {}).items() if _AS_ABOVE.search(name)}


def _filled_down(roster: Roster, headings: Collection[str]) -> Roster:
    """Give the roster with the blanks of some columns filled from the row above, as the office has confirmed."""
    columns = [header.name for header in roster.headers if plain_name(header.name) in headings]

    def rows() -> Iterator[Row]:
        last: dict[str, Any] = {}
        for row in roster.rows:
            last |= {name: row.values[name] for name in columns if name in row.values}
            missing = {name: last[name] for name in columns if name in last and name not in row.values}
            yield replace(row, values={**row.values, **missing}) if missing else row

    return replace(roster, rows=PackedRows(rows()))


_PARTY = re.compile(r"第?[一二三四五六七八九十\dA-Za-zＡ-Ｚ甲乙丙丁]{1,3}(?:小|大|片区?)?组")


def _keep_team(plan: Plan) -> None:
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
                used[at] = Column(column.header, None, "文件名")
                plan.notes.append(
                    Problem(
                        Place(file=plan.roster.file, sheet=sheet or None, field=column.header),
                        "是分组，督查组用了各份共同的",
                        f"要用这一列就加 --map {column.header}=督查组",
                    )
                )


def _tell_strangers(plan: Plan, header: str, office: Profile) -> None:
    """Name the places that the address list does not have, with the nearest it has; the cell's own name is used."""
    known = {
        plain_key(name): unit.short or unit.name
        for unit in office.units
        for name in (unit.short, unit.name)
        if name
    }
    if not any(is_place(unit.short or unit.name) for unit in office.units):
        return
    told = set[str]()
    short = _short_of_places(plan, header, office)
    for row in plan.roster.rows:
        value = row.values.get(header)
        key = plain_key(value) if isinstance(value, str) else ""
        key = short.get(key, key)
        if not key or key in known or not is_place(str(value)) or key in told:
            continue
        told.add(key)
        best = process.extractOne(key, list(known), scorer=fuzz.ratio, score_cutoff=70)
        near = f"像是“{known[best[0]]}”；" if best else ""
        plan.notes.append(
            Problem(
                plan.roster.place(row.number, header),
                f"“{value}”不在单位名录里，{near}主送就用这个名称",
                "核对名称；是新单位就加进名录",
            )
        )


def _need_names(kind: type[Document], plan: Plan, given: Collection[str]) -> None:
    """Refuse a roster that lacks a column the template asks for.

    Raises:
        InputError: with each of them and the nearest heading.
    """
    columns = plan.columns[plan.roster.sheet]
    there = {column.slot.field for column in columns if column.slot} | set(given)
    spare = [column.header for column in columns if column.slot is None]
    need_asked(kind, there, spare, plan.roster.place(), "一列")


HEADING = "小标题"
"""What the small headings of a list are called when they stand in for a column."""


def _headings_say(
    kind: type[Document], plan: Plan, key: str, office: Profile | None, mapping: Mapping[str, str] | None
) -> bool:
    """Take the small headings for the addressee, if all of them are in the address list, or a person has said so."""
    label = label_of(kind.model_fields[key], key)
    headings = {row.heading for row in plan.roster.rows}
    known = {
        place_key(name)
        for unit in (office.units if office else ())
        for name in (unit.name, unit.short)
        if name
    }
    told = (mapping or {}).get(HEADING) == label
    if "" in headings or not (told or all(place_key(_bare(each)) in known for each in headings)):
        return False
    rows = (
        replace(row, values={HEADING: place_key(_bare(row.heading)), **row.values})
        for row in plan.roster.rows
    )
    plan.roster = replace(plan.roster, rows=PackedRows(rows))
    plan.columns[plan.roster.sheet].append(Column(HEADING, Slot(key), "推测" if not told else "指定", label))
    return True


def _bare(heading: str) -> str:
    return re.sub(r"^[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?|[（(].*[）)]$", "", heading).strip()


def _day_of(plan: Plan, today: date) -> date:
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
    kind: type[Document], plan: Plan, key: str, given: Collection[str], office: Profile | None
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
    elif headings and all(is_place(_bare(each)) for each in headings):
        instead = f"{label}写在小标题里（{'、'.join(sorted(headings)[:3])}）：对就加 --map {HEADING}={label}"
    else:
        instead = f"表里加一列{label}，或用 --map 列={label} 指明"
    raise InputError.one(f"没有一列是{label}，看不出每行给谁", instead, place=plan.roster.place())


def _settle_columns(plan: Plan) -> None:
    """Take a column for a field of the listed records where the rows of some unit differ in it."""
    used = plan.columns[plan.roster.sheet]
    open_columns = {column.header for column in used if column.second is not None}
    groups = [group for group in plan.groups if isinstance(group, tuple)]
    differing = set[str]()
    for group in groups if open_columns else ():
        rows = [plan.roster.rows[position].values for position in group]
        for header in open_columns - differing:
            if len({str(row[header]) for row in rows if header in row}) > 1:
                differing.add(header)
    plan.columns[plan.roster.sheet] = [
        replace(column, slot=column.second, second=column.slot, label=column.second_label)
        if column.header in differing and column.second is not None and column.slot and not column.slot.inner
        else column
        for column in used
    ]


def known_names(kind: type[Document]) -> set[str]:
    """Give the names that help to find the header of a roster."""
    return Fields(kind).known() | {"序号"}


def _some_labels(kind: type[Document]) -> list[str]:
    return [label_of(field, name) for name, field in kind.model_fields.items() if field.is_required()][:4]


def _header_of(columns: Sequence[Column], key: str) -> str:
    return next(
        (c.header for c in columns if key and c.slot and c.slot.field == key and not c.slot.inner), ""
    )


def plain_key(value: Any) -> str:
    """Give the name of a unit in the form in which two are compared: 石 佛 镇 and 石佛镇人民政府 are one."""
    return plain_name(place_key(str(value)))


def _group(plan: Plan, header: str, key_name: str, office: Profile | None) -> None:
    """Put the rows of one unit together, for types that have a list for what the rows say."""
    listed = bool(plan.rows) and any(
        slot is not None and slot.field == plan.rows
        for column in plan.columns[plan.roster.sheet]
        for slot in (column.slot, column.second)
    )
    scalars = [
        column.header
        for column in plan.columns[plan.roster.sheet]
        if column.slot and column.slot.field != plan.rows and column.header != header
    ]
    full = _short_of_places(plan, header, office)
    headers = {sheet: _header_of(columns, key_name) for sheet, columns in plan.columns.items()}
    where: dict[str, int] = {}
    groups: list[list[int] | int] = []
    guesses = not plan.roster.rows[0].sheet  # text files know no merged cells
    for position, row in enumerate(plan.roster.rows):
        value = row.values.get(headers.get(row.sheet) or header)
        key = plain_key(value) if value is not None else ""
        key = full.get(key, key)
        if listed and not key and guesses and groups and _continues(row, scalars):
            _join(groups, len(groups) - 1, position)
            continue
        if listed and key and key in where:
            _join(groups, where[key], position)
            continue
        if key:
            where.setdefault(key, len(groups))
        groups.append(position)
    plan.groups = [tuple(group) if isinstance(group, list) else group for group in groups]


def _short_of_places(plan: Plan, header: str, office: Profile | None) -> dict[str, str]:
    """Give names without 镇, 县 … → the one place they can mean (石佛 → 石佛镇), by the list itself and the profile."""
    full = {
        place_key(str(value))
        for row in plan.roster.rows
        if (value := row.values.get(header)) is not None and is_place(str(value))
    }
    full |= {place_key(unit.short or unit.name) for unit in (office.units if office else ())}
    ends: dict[str, set[str]] = {}
    for name in full:
        if is_place(name):
            ends.setdefault(re.sub(r"(?:街道|[县区市旗镇乡])$", "", name), set()).add(name)
    return {
        plain_name(short): plain_name(next(iter(names)))
        for short, names in ends.items()
        if len(names) == 1 and len(short) > 1 and not is_place(short)
    }


def _continues(row: Row, scalars: Sequence[str]) -> bool:
    """Tell, where merged cells are unknown, whether a row goes on with the unit above: all but its list is blank."""
    return bool(scalars) and bool(row.values) and not any(header in row.values for header in scalars)


def _join(groups: list[list[int] | int], index: int, position: int) -> None:
    group = groups[index]
    if isinstance(group, list):
        group.append(position)
    else:
        groups[index] = [group, position]


class Joined(Sequence[Row]):
    """The rows of several tables as one."""

    def __init__(self, *parts: Sequence[Row]) -> None:
        self._parts = parts

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def __iter__(self) -> Iterator[Row]:
        for part in self._parts:
            yield from part

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[position] for position in range(*index.indices(len(self)))]
        index = index % len(self) if -len(self) <= index < len(self) else index
        for part in self._parts:
            if index < len(part):
                return part[index]
            index -= len(part)
        raise IndexError(index)


def _lists(columns: Sequence[Column], rows: str, fields: Fields) -> bool:
    """Tell whether columns say what the rows list."""
    record = record_of(fields.kind.model_fields[rows]) if rows else None
    main = main_field(record) if record else ""
    return any(
        column.slot and column.slot.field == rows and column.slot.inner in ("", main) for column in columns
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    roster: Roster
    header: str


def _take_sheet(
    kind: type[Document], other: Roster, key: str, plan: Plan, mapping: Mapping[str, str] | None
) -> _Sheet | None:
    """Take a further sheet for a list of the document, if it is keyed by the same units.

    A sheet that lists the same as the roster itself (each township has its own) goes on with it.
    """
    fields = Fields(kind, plan.rows)
    target = _list_of(fields, other)
    matched = match_columns(kind, other.headers, plan.rows, mapping, _sample(other))
    header = _header_of(matched, key)
    if (
        header
        and _lists(plan.columns[plan.roster.sheet], plan.rows, fields)
        and _lists(matched, plan.rows, fields)
    ):
        plan.columns[other.sheet] = matched
        plan.notes += other.notes + tell_columns(matched, other.place())
        plan.account.add(other.account)
        plan.notes.append(
            Problem(
                other.place(),
                f"与“{plan.roster.sheet or '前一张表'}”是同样的表，{len(other.rows)} 行一起用了",
                "只要一张就用 --sheet 写明",
            )
        )
        plan.roster = replace(plan.roster, rows=Joined(plan.roster.rows, other.rows))
        return None
    if not target or not header:
        plan.notes.append(Problem(other.place(), "这个工作表没有用到", "它要有县区一列和清单的各列"))
        plan.account.leave_out("没有用到的工作表", other.place(), "这个工作表没有用到")
        return None
    inner = fields.inner.get(target, {})
    columns = []
    for column, heading in zip(matched, other.headers, strict=True):
        meant = inner.get(plain_name(heading.path[-1]))
        if column.header == header:
            columns.append(Column(column.header, None, "同名", label_of(kind.model_fields[key], key)))
        elif meant is not None:
            how: How = "同名" if meant.is_label else "别名"
            columns.append(Column(column.header, meant.slot, how, meant.label))
        elif column.slot and column.slot.field == target:
            columns.append(column)
        else:
            columns.append(
                replace(column, slot=None, second=None, how="文件名" if column.how == "文件名" else "未用")
            )
    plan.columns[other.sheet] = columns
    plan.notes += other.notes + tell_columns(columns, other.place())
    return _Sheet(other, header)


def _list_of(fields: Fields, other: Roster) -> str:
    """Give the list that a further sheet fills: the one it is named after, else the one with most of its columns."""
    named = fields.top.get(plain_name(other.sheet)) or fields.top.get(
        plain_name(other.sheet.removesuffix("清单").removesuffix("表"))
    )
    if named and named.slot.many:
        return named.slot.field
    leaves = {plain_name(header.path[-1]) for header in other.headers}
    lists = [
        name
        for name in fields.inner
        if fields.inner[name] and next(iter(fields.inner[name].values())).slot.many
    ]
    scored = [
        (
            len(leaves & {*fields.inner[name], plain_name(label_of(fields.kind.model_fields[name], name))}),
            name == fields.rows,
            name,
        )
        for name in lists
    ]
    score, _, best = max(scored, default=(0, False, ""))
    return best if score else ""


def _attach(plan: Plan, header: str, other: _Sheet) -> None:
    where: dict[str, int] = {}
    for index, group in enumerate(plan.groups):
        first = plan.roster.rows[group if isinstance(group, int) else group[0]]
        if header in first.values:
            where.setdefault(plain_key(first.values[header]), index)
    plan.account.meet(len(other.roster.rows))
    plan.account.add(other.roster.account)
    for row in other.roster.rows:
        value = row.values.get(other.header)
        position = where.get(plain_key(value)) if value is not None else None
        if position is None:
            plan.account.settle("没有用到")
            found = (
                f"“{value}”不在名册里，这一行没有用到" if value is not None else "没有写单位，这一行没有用到"
            )
            plan.notes.append(
                Problem(other.roster.place(row.number, other.header), found, "名称与名册写成一样")
            )
        else:
            plan.items.setdefault(position, []).append(row)


def _name(kind: type[Document], plan: Plan, pattern: str | None, header: str, key: str) -> None:
    """Give every document its file name: distinct, safe, in the order of the roster."""
    if kind.by_name:  # no field says for whom a paper is: the first column names it
        header = next((c.header for c in plan.columns[plan.roster.sheet] if c.slot), "")
    if pattern is None:
        pattern = (
            "{序号:03d}-"
            + (f"{{{header}}}-" if header and "{" not in header and "}" not in header else "")
            + kind.label
        )
    made = NamePattern(pattern)
    sources = {wanted: _source(kind, plan, wanted) for wanted in made.fields()}
    given = DistinctNames()
    key_header = _header_of(plan.columns[plan.roster.sheet], key)
    rows: Iterator[tuple[int, Row]] = (
        (index, plan.roster.rows[group if isinstance(group, int) else group[0]])
        for index, group in enumerate(plan.groups)
    )
    for index, row in rows:

        def value(wanted: str, index: int = index, row: Row = row) -> Any:
            header = sources[wanted]
            if header is None:
                return index + 1
            found = row.values.get(header)
            if header == key_header:
                if found is None:  # on a further table the column has another name
                    found = row.values.get(_header_of(plan.columns.get(row.sheet, ()), key))
                if isinstance(found, str) and is_place(found):
                    return place_key(found)
            return MISSING if found is None else found

        raw = made.fill(value)
        safe = safe_name(raw)
        name = given.take(safe)
        place = Place(file=plan.roster.file, sheet=row.sheet or None, row=row.number)
        if safe != raw:
            plan.notes.append(Problem(place, f"文件名“{raw[:60]}”不能用", f"改成了“{safe}”"))
        if name != safe:
            plan.notes.append(Problem(place, f"文件名“{safe}”与前面的相同", f"改成了“{name}”"))
        plan.names.append(name)


def _source(kind: type[Document], plan: Plan, wanted: str) -> str | None:
    """Give the heading of the column a name pattern means; `None` for the count of documents."""
    columns = plan.columns[plan.roster.sheet]
    plain = plain_name(wanted)
    for column in columns:
        if plain_name(column.header) == plain:
            return column.header
    name = field_names(kind).get(wanted)
    for column in columns:
        if name and column.slot and column.slot.field == name and not column.slot.inner:
            return column.header
    if plain in ("序号", "no", "n"):
        return None

    known = [column.header for column in columns]
    near = nearest(wanted, known)
    raise InputError.one(
        f"--name 里的“{wanted}”不是名册的列",
        f"是不是“{near}”？" if near else f"可用：序号、{'、'.join(known[:8])}",
    )
