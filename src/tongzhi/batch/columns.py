"""What each column of a roster is taken for: the field of a document type, or of one of its lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from tongzhi.batch.fieldnames import COUNTERS, Fields, Slot, choices_of, is_chinese, main_field, record_of
from tongzhi.errors import InputError, Place, Problem
from tongzhi.model.base import Document
from tongzhi.read.headers import Header, plain_name
from tongzhi.read.likely import likely_meaning
from tongzhi.read.meanings import hints, meaning_of, meaning_of_path, pair_of
from tongzhi.zh.nearest import nearest

How = Literal["同名", "别名", "指定", "同义", "推测", "相近", "文件名", "未用"]


@dataclass(frozen=True, slots=True)
class RosterColumn:
    """A column and what it is taken for.

    Attributes:
        header: its name in the rows.
        slot: where its values go; `None` when they go nowhere.
        how: by which likeness.
        label: the field in Chinese, as told to the user.
        second: where its values go instead when the rows of one document differ in them.
        second_label: that field in Chinese.
        item: which item of the list (问题1, 问题2), from 1; 0 for none in particular.
        person: where the person goes, when the cells hold a unit and a person (责任单位（责任人）).
    """

    header: str
    slot: Slot | None = None
    how: How = "未用"
    label: str = ""
    second: Slot | None = None
    second_label: str = ""
    item: int = 0
    person: Slot | None = None


def listed_field(kind: type[Document], headers: Sequence[Header]) -> str:
    """Give the list that the rows of a roster fill: that of the type, or another that the columns speak of instead."""
    fields = Fields(kind)
    if not kind.other_rows or any(
        _is_item(slot, kind.rows, fields)
        for column in match_columns(kind, headers)
        for slot in (column.slot, column.second)
    ):
        return kind.rows
    leaves = {plain_name(header.path[-1]) for header in headers}
    scored = [
        (len(leaves & set(fields.inner[name])), name)
        for name in kind.other_rows
        if any(
            _is_item(meant.slot, name, fields)
            for leaf in leaves
            for meant in (fields.top.get(leaf), fields.inner[name].get(leaf))
            if meant is not None
        )
    ]
    return max(scored, key=lambda pair: pair[0], default=(0, kind.rows))[1]


def _is_item(slot: Slot | None, name: str, fields: Fields) -> bool:
    """Tell whether a column says what is listed, not just something about it."""
    if slot is None or slot.field != name:
        return False
    record = record_of(fields.kind.model_fields[name])
    return slot.inner in ("", main_field(record) if record else "")


def match_columns(
    kind: type[Document],
    headers: Sequence[Header],
    rows: str | None = None,
    mapping: Mapping[str, str] | None = None,
    sample: Sequence[Mapping[str, Any]] = (),
) -> list[RosterColumn]:
    """Take every column for a field: as told, by name, by meaning, by neighbours, by the nearest name, by its cells.

    The same field is never taken twice; what is less certain only counts when no column is more certain.

    Args:
        kind: the document type.
        headers: the columns.
        rows: the list that the rows fill; by default that of the type.
        mapping: heading → name of a field, as the office has confirmed it; 不用 leaves a column out.
        sample: values of the first rows, by heading.

    Raises:
        InputError: the mapping names a field that the type has not.
    """
    fields = Fields(kind, rows)
    told = {plain_name(heading): name for heading, name in (mapping or {}).items()}
    siblings: dict[str, list[str]] = {}
    for header in headers:
        if len(header.path) > 1:
            siblings.setdefault(header.path[0], []).append(header.path[-1])
    columns: dict[int, RosterColumn] = {}
    taken: set[tuple[str, str, int]] = set()

    def take(header: Header, column: RosterColumn | None) -> None:
        if column is None:
            return
        if column.slot is None:
            columns[header.column] = column
            return
        key = (*_key(column.slot), column.item)
        if key in taken and column.second and (*_key(column.second), column.item) not in taken:
            column = replace(column, slot=column.second, second=None, label=column.second_label)
            key = (*_key(column.slot), column.item)
            if key[0] == fields.rows and key[1] == _main_of(fields):
                return  # it would take the place of the words of the list itself
        if key not in taken:
            taken.add(key)
            if column.person is not None:
                if (*_key(column.person), 0) in taken:
                    column = replace(column, person=None)
                else:
                    taken.add((*_key(column.person), 0))
            columns[header.column] = column

    for header in headers:
        name = told.get(plain_name(header.name)) or told.get(plain_name(header.path[-1]))
        if name == UNUSED:
            columns[header.column] = RosterColumn(header.name, how="指定", label="不用")
        elif name:
            take(header, _told(fields, header, name))
    for find in (_same,) if kind.by_name else (_paired, _exact, _meant):
        for header in headers:
            if header.column not in columns:
                take(header, find(fields, header, siblings.get(header.path[0], ())))
    for header in headers:
        if header.column not in columns and not kind.by_name:
            take(header, _beside(fields, header, headers, columns) or _near(fields, header))
    for header in headers if sample else ():
        if (header.column not in columns or columns[header.column].slot is None) and not kind.by_name:
            take(header, _likely(fields, header, columns, sample))
    for at, column in columns.items():
        if sample and column.how not in ("指定", "同名") and not _can_hold(fields, column, sample):
            columns[at] = RosterColumn(column.header)
    return [columns.get(header.column) or _unused(header) for header in headers]


def _main_of(fields: Fields) -> str:
    record = record_of(fields.kind.model_fields[fields.rows]) if fields.rows else None
    return main_field(record) if record else ""


def _can_hold(fields: Fields, column: RosterColumn, sample: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether a field with a closed list of values can be meant: some cell is one of them (问题类别 is no 种类)."""
    if column.slot is None or column.slot.inner:
        return True
    choices = choices_of(fields.kind.model_fields[column.slot.field])
    cells = [str(value).strip() for row in sample if (value := row.get(column.header)) is not None]
    return not choices or not cells or any(cell in choices for cell in cells)


UNUSED = "不用"
"""What a mapping says of a column that is to be left out."""


def _told(fields: Fields, header: Header, name: str) -> RosterColumn:
    found = fields.find([name])
    if found is None:
        meant = fields.meant([name])
        found = (*meant, 0) if meant else None
    if found is None:
        near = nearest(name, [field.label for field in fields.top.values()])
        raise InputError.one(
            f"“{name}”不是“{fields.kind.label}”的字段（列“{header.name}”）",
            f"是不是“{near}”？写 --map {header.name}={near or '字段'}；不用这一列写 --map {header.name}={UNUSED}",
            place=Place(field=header.name),
        )
    meant_name, second, item = found
    pair = pair_of(header.name)
    person = fields.of_meaning(pair.person) if pair else None
    return RosterColumn(
        header.name, meant_name.slot, "指定", meant_name.label, second.slot if second else None,
        second.label if second else "", item, person[0].slot if person else None,
    )  # fmt: skip


def _paired(fields: Fields, header: Header, _siblings: Sequence[str]) -> RosterColumn | None:
    """Take a heading that speaks of a unit and of its person for both fields."""
    pair = pair_of(header.path[-1])
    if pair is None:
        return None
    unit, person = fields.of_meaning(pair.unit), fields.of_meaning(pair.person)
    if unit is None or person is None:
        return None
    label = f"{unit[0].label}、{person[0].label.split(' ')[-1]}"
    return RosterColumn(header.name, unit[0].slot, "同义", label, person=person[0].slot)


def _meant(fields: Fields, header: Header, _siblings: Sequence[str]) -> RosterColumn | None:
    if plain_name(header.name) in COUNTERS:
        return None
    found = fields.meant(header.path)
    if found is None:
        return None
    meant, second = found
    return RosterColumn(
        header.name, meant.slot, "同义", meant.label,
        second.slot if second else None, second.label if second else "",
    )  # fmt: skip


def _beside(
    fields: Fields, header: Header, headers: Sequence[Header], columns: Mapping[int, RosterColumn]
) -> RosterColumn | None:
    """Guess by the neighbours: what stands between the place and the problem, and names a unit, is the unit looked at."""
    limit = fields.of_meaning("整改时限")
    if (
        limit is not None
        and meaning_of_path(header.path) == "完成日期"
        and fields.of_meaning("完成日期") is None
        and not any(column.slot in [each.slot for each in limit if each] for column in columns.values())
    ):
        # a list without another day: 整改到位时间 of what is still to be put right is its limit
        meant, second = limit
        return RosterColumn(
            header.name, meant.slot, "推测", meant.label,
            second.slot if second else None, second.label if second else "",
        )  # fmt: skip
    found = fields.of_meaning("单位名称")
    if found is None or any(column.slot == found[0].slot for column in columns.values()):
        return None
    at = list(headers).index(header)
    after = meaning_of(headers[at + 1].path[-1]) if at + 1 < len(headers) else ""
    if "单位" in header.path[-1] and after in ("部位", "问题"):
        return RosterColumn(header.name, found[0].slot, "推测", found[0].label)
    return None


def _likely(
    fields: Fields,
    header: Header,
    columns: Mapping[int, RosterColumn],
    sample: Sequence[Mapping[str, Any]],
) -> RosterColumn | None:
    """Guess by words in the heading and by the cells, where neither is enough alone."""
    if plain_name(header.name) in COUNTERS or meaning_of_path(header.path):
        return None
    used = {_key(column.slot) for column in columns.values()}
    taken = {
        word
        for word in hints()
        if (found := fields.of_meaning(word)) is None
        or any(_key(each.slot) in used for each in found if each)
    }
    word = likely_meaning(header.path[-1], (row.get(header.name) for row in sample), taken)
    found = fields.of_meaning(word) if word else None
    if found is None:
        return None
    meant, second = found
    return RosterColumn(
        header.name, meant.slot, "推测", meant.label,
        second.slot if second else None, second.label if second else "",
    )  # fmt: skip


def _key(slot: Slot | None) -> tuple[str, str]:
    return (slot.field, slot.inner) if slot else ("", "")


def _exact(fields: Fields, header: Header, siblings: Sequence[str]) -> RosterColumn | None:
    found = fields.find(header.path, siblings)
    if found is None:
        return None
    meant, second, item = found
    if second is None and not meant.slot.inner and meant.slot.field != fields.rows:
        # 处理意见 is of the whole paper, and what is to be done about each problem where the rows differ
        second = next(
            (
                each
                for each in fields.meant(header.path) or ()
                if each and each.slot.field == fields.rows and each.slot.inner
            ),
            None,
        )
    how: How = "同名" if meant.is_label else "别名"
    return RosterColumn(
        header.name,
        meant.slot,
        how,
        meant.label,
        second.slot if second else None,
        second.label if second else "",
        item,
    )


def _same(fields: Fields, header: Header, _siblings: Sequence[str]) -> RosterColumn | None:
    """Take a heading for the field of that very name."""
    for name in (header.name, header.path[-1]):
        found = fields.top.get(plain_name(name))
        if found is not None:
            return RosterColumn(header.name, found.slot, "同名", found.label)
    return None


def _near(fields: Fields, header: Header) -> RosterColumn | None:
    if plain_name(header.name) in COUNTERS or meaning_of_path(header.path):
        return None  # what is known to mean something else is no slip of the pen
    meant = fields.near(header.path[-1])
    if meant is None:
        return None
    if not is_chinese(header.path[-1]):
        return RosterColumn(header.name, label=meant.label)  # only suggested
    return RosterColumn(header.name, meant.slot, "相近", meant.label)


def _unused(header: Header) -> RosterColumn:
    counts = plain_name(header.name) in COUNTERS or meaning_of(header.path[-1]) == "序号"
    return RosterColumn(header.name, how="文件名" if counts else "未用")


def tell_columns(columns: Sequence[RosterColumn], place: Place) -> list[Problem]:
    """Give what must be told: columns taken for a field by likeness, and columns that are not used."""
    notes = []
    for column in columns:
        where = replace(place, field=column.header)
        if column.how in ("相近", "推测"):
            notes.append(
                Problem(
                    where,
                    f"没有这个字段，当作“{column.label}”了",
                    f"对就不用管；不对就加 --map {column.header}=字段（或 ={UNUSED}）",
                )
            )
        elif column.how == "未用":
            notes.append(
                Problem(
                    where,
                    "没有这个字段，这一列没有用到",
                    (f"是不是“{column.label}”？" if column.label else "")
                    + f"要用就加 --map {column.header}=字段",
                )
            )
    return notes
