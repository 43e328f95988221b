"""What each column of a ledger or list is taken for: a field of an item, two of them, or a part of the history."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import islice
from typing import Any

from pydantic_core import PydanticCustomError

from tongzhi.errors import InputError, Problem
from tongzhi.model.item import names
from tongzhi.model.item_cells import is_blank, read_fix_now
from tongzhi.read.headers import Header, plain_name
from tongzhi.read.ledger_tables import SPLITS
from tongzhi.read.likely import likely_meaning
from tongzhi.read.meanings import (
    day_and_person,
    hints,
    levels_are,
    meaning_of_path,
    names_of,
    pair_of,
    read_status,
    split_day_person,
    split_unit_person,
    states_are,
)
from tongzhi.read.roster import Roster

LOOKED_AT = 200
"""So many rows are looked at to tell a column of states from one of remarks."""
UNUSED = "不用"
EXTENDED, REASON = "延期至", "延期原因"
_PHONE = "resp_phone"
"""Not a field of its own: the number is kept behind the name of the person."""
_IGNORED = frozenset(("序号", "no", "任务清单", "合计", "项次", "号"))

Cells = dict[str, Any]
Take = Callable[[Any], Cells]


@dataclass(slots=True)
class Columns:
    """How the rows of a table become cells of items.

    Attributes:
        takes: heading → what a cell of that column gives, under English keys.
        keys: heading → the English key, for columns of one field.
        pairs: heading → the keys of unit and person.
        notes: what must be told.
    """

    takes: dict[str, Take] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    pairs: dict[str, tuple[str, str]] = field(default_factory=dict)
    notes: list[Problem] = field(default_factory=list)

    @property
    def filled(self) -> set[str]:
        """Give the keys that some column fills."""
        return {*self.keys.values(), *(key for pair in self.pairs.values() for key in pair)}

    def cells(self, values: Mapping[str, Any]) -> Cells:
        """Give the cells of one row; what stands in the first of two columns of one field stays."""
        made: Cells = {}
        for name, value in values.items():
            take = self.takes.get(name)
            for key, cell in take(value).items() if take else ():
                if cell not in (None, ""):
                    made.setdefault(key, cell)
        phone = made.pop(_PHONE, None)
        if phone is not None:
            person = str(made.get("resp_person", ""))
            made["resp_person"] = person if str(phone) in person else f"{person} {phone}".strip()
        return made


@cache
def _plain_names() -> dict[str, str]:
    known: dict[str, str] = {}
    for name, each in names().items():
        known.setdefault(plain_name(name), each.key)
    return known


def key_of(heading: str) -> str | None:
    """Give the field that a heading names exactly; the inner words of a heading of two lines (整改·责任单位) count."""
    found = _plain_names().get(plain_name(heading))
    if found is None and "·" in heading:
        found = _plain_names().get(plain_name(heading.rsplit("·", 1)[-1]))
    return found


@cache
def _key_of_meaning(word: str) -> str | None:
    if word in (EXTENDED, REASON):
        return word
    return next((key for name in names_of(word) if (key := _plain_names().get(name))), None)


def take_columns(roster: Roster, mapping: Mapping[str, str] | None = None) -> Columns:
    """Take every column of a table for a field: as told, by name, by meaning, by what stands in it.

    Raises:
        InputError: the mapping names a field that items have not.
    """
    made = Columns()
    told = {plain_name(heading): name for heading, name in (mapping or {}).items()}
    sample = [row.values for row in islice(roster.rows, LOOKED_AT)]
    taken: dict[str, str] = {}
    waiting = _take_ticks(made, roster, sample, taken)
    for find in (_told, _exact, _meant):
        rest = []
        for header in waiting:
            found = find(header, told, roster, sample, taken)
            if found is None:
                rest.append(header)
            elif found:
                _take(made, header, found, taken, roster)
        waiting = rest
    _settle(made, waiting, roster, sample, taken)
    return made


_TICKS = frozenset(("√", "✓", "✔", "☑", "●", "■", "1", "是"))


def _take_ticks(
    made: Columns, roster: Roster, sample: Sequence[Mapping[str, Any]], taken: dict[str, str]
) -> list[Header]:
    """Take columns that are named by states (已完成, 整改中, 未整改) and hold ticks; gives the other columns."""
    held = {
        header.name: {str(row[header.name]).strip() for row in sample if header.name in row}
        for header in roster.headers
        if read_status(header.path[-1])
    }
    ticked = [name for name, cells in held.items() if cells <= _TICKS]
    if len(ticked) < 2 or not any(held[name] for name in ticked):
        return list(roster.headers)
    for header in roster.headers:
        if header.name in ticked:
            made.takes[header.name] = partial(_ticked, header.path[-1])
            taken["state"] = header.name
    return [header for header in roster.headers if header.name not in ticked]


def _ticked(word: str, value: Any) -> Cells:
    return {"state": word} if value else {}


Found = tuple[str, ...]
"""The keys a column gives: one; two for a unit and its person; none for a column that is left out."""


def _told(
    header: Header,
    told: Mapping[str, str],
    roster: Roster,
    _sample: Sequence[Mapping[str, Any]],
    _taken: Mapping[str, str],
) -> Found | None:
    name = told.get(plain_name(header.name)) or told.get(plain_name(header.path[-1]))
    if name is None:
        return None
    if name == UNUSED:
        return ()
    key = key_of(name) or _key_of_meaning(meaning_of_path((name,)) or "编号")
    if not key_of(name) and not meaning_of_path((name,)):
        raise InputError.one(
            f"“{name}”不是台账的字段（列“{header.name}”）",
            f"写 --map {header.name}=字段，字段如 隐患描述、整改时限、状态；不用这一列写 {UNUSED}",
            place=roster.place(name=header.name),
        )
    assert key is not None
    return (key,)


def _exact(
    header: Header,
    _told: Mapping[str, str],
    roster: Roster,
    sample: Sequence[Mapping[str, Any]],
    _taken: Mapping[str, str],
) -> Found | None:
    if plain_name(header.name) in _IGNORED or plain_name(header.path[-1]) in _IGNORED:
        return ()
    if header.name in SPLITS and _is_printed(roster):
        return (header.name,)
    paired = _pair(header)
    if paired is not None:
        return paired
    key = key_of(header.name)
    if key == "hazard_no" and _counts(header, sample):
        return ()
    if key in ("progress", "category"):
        return None  # what stands in it decides
    return (key,) if key else None


def _is_printed(roster: Roster) -> bool:
    """Tell whether it is the printed 整改清单, by the headings that only that has."""
    return any(header.name in SPLITS and key_of(header.name) is None for header in roster.headers)


def _pair(header: Header) -> Found | None:
    pair = (
        pair_of(header.path[-1])
        or day_and_person("".join(header.path[-2:]))
        or day_and_person(header.path[-1])
    )
    if pair is None:
        return None
    unit, person = _key_of_meaning(pair.unit), _key_of_meaning(pair.person)
    return (unit, person) if unit and person else None


def _meant(
    header: Header,
    _told: Mapping[str, str],
    _roster: Roster,
    sample: Sequence[Mapping[str, Any]],
    taken: Mapping[str, str],
) -> Found | None:
    word = meaning_of_path(header.path)
    cells = [row.get(header.name) for row in sample]
    if word in ("进展", "状态") and "state" not in taken:
        return ("state",) if word == "状态" or states_are(cells) else ("progress",)
    if word in ("类别", "等级", "") and "level" not in taken and levels_are(cells):
        return ("level",)
    if plain_name(header.path[-1]) in _WAYS and "fix_now" not in taken and _are_ways(cells):
        return ("fix_now",)
    if word == "编号" and _counts(header, sample):
        return ()
    if not word or word == "序号":
        return () if word else None
    key = _key_of_meaning(word)
    return (key,) if key else None


_WAYS = frozenset(
    ("整改方式", "整改类型", "整改形式", "整改性质", "处置方式", "立即限期", "立即/限期", "整改类别")
)


def _are_ways(cells: Sequence[Any]) -> bool:
    """Tell whether every cell says if it is put right at once or by a day (立即, 限期整改)."""
    held = [cell for cell in cells if isinstance(cell, str) and not is_blank(cell)]
    try:
        return bool([read_fix_now(cell) for cell in held])
    except PydanticCustomError:
        return False


def _counts(header: Header, sample: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether a column of numbers only counts the rows: 1, 2, 3, perhaps anew under each small heading."""
    held = [str(row[header.name]).strip() for row in sample if header.name in row]
    return bool(held) and all(re.fullmatch(r"\d{1,4}", cell) for cell in held)


def _take(made: Columns, header: Header, found: Found, taken: dict[str, str], roster: Roster) -> None:
    name = header.name
    fresh = [key for key in found if key not in taken]
    if not fresh and found == ("resp_person",) and re.search("电话|手机|方式|号码", name):
        fresh, found = [_PHONE], (_PHONE,)
    if not fresh:
        label = names()[found[0]].label if found[0] in names() else found[0]
        made.notes.append(Problem(roster.place(name=name), f"与前面的列同是“{label}”，没有导入"))
        return
    taken.update(dict.fromkeys(fresh, name))
    if found[0] in SPLITS and found[0] == name:
        made.takes[name] = SPLITS[name]
        made.keys[name] = key_of(name) or name
    elif len(found) == 2:
        unit, person = found
        made.pairs[name] = (unit, person)
        made.takes[name] = lambda value: _parted(value, unit, person)
    else:
        key = found[0]
        made.keys[name] = key
        made.takes[name] = lambda value: {key: value}


def _parted(value: Any, unit: str, person: str) -> Cells:
    if not isinstance(value, str):
        return {unit: value}
    body, name = (split_day_person if unit.endswith("_on") else split_unit_person)(value)
    return {unit: body, person: name}


def _settle(
    made: Columns,
    waiting: Sequence[Header],
    roster: Roster,
    sample: Sequence[Mapping[str, Any]],
    taken: dict[str, str],
) -> None:
    """Decide what only the other columns or the cells can decide, and tell which columns are left."""
    if "entity" not in taken and "inspect_unit" in taken:
        looked = next(each for each in roster.headers if each.name == taken["inspect_unit"])
        if _before_problem(looked, roster) and len(
            {row.get(looked.name) for row in sample} - {None}
        ) * 2 > len(sample):
            _retake(made, looked, "inspect_unit", "entity", taken, roster)
    if "due" not in taken:
        for key in ("closed_on", "done_on"):
            header_name = taken.get(key, "")
            header = next((each for each in roster.headers if each.name == header_name), None)
            if header is not None and all(row.get(header_name) for row in sample) and "state" in taken:
                _retake(made, header, key, "due", taken, roster)
                break
    if "resp_person" not in taken and "resp_unit" in taken and taken["resp_unit"] in made.keys:
        made.takes[taken["resp_unit"]] = _bracketed
    for header in waiting:
        if _is_phone_of_person(header, roster, taken):
            _take(made, header, (_PHONE,), taken, roster)
            continue
        occupied = {word for word in hints() if (known := _key_of_meaning(word)) is None or known in taken}
        cells = (row.get(header.name) for row in sample)
        word = "" if meaning_of_path(header.path) else likely_meaning(header.path[-1], cells, occupied)
        guess = _key_of_meaning(word) if word else None
        if guess is not None:
            _take(made, header, (guess,), taken, roster)
            made.notes.append(_guessed(header, guess, roster))
            continue
        made.notes.append(
            Problem(
                roster.place(name=header.name),
                "台账没有这一列，没有导入",
                f"要导入就加 --map {header.name}=字段",
            )
        )


def _is_phone_of_person(header: Header, roster: Roster, taken: Mapping[str, str]) -> bool:
    """Tell whether a column of telephone numbers stands right behind that of the person who puts it right."""
    at = roster.headers.index(header)
    return (
        _PHONE not in taken
        and at > 0
        and meaning_of_path(header.path) == "手机"
        and taken.get("resp_person") == roster.headers[at - 1].name
    )


def _bracketed(value: Any) -> Cells:
    """Part 云顶石料厂（牟成林） where no column is for people."""
    text = str(value)
    return (
        _parted(value, "resp_unit", "resp_person")
        if re.search(r"[（(].+[）)]$", text)
        else {"resp_unit": value}
    )


def _before_problem(header: Header, roster: Roster) -> bool:
    """Tell whether what follows a column is the place or the problem: then it names who was looked at, not who looked."""
    at = roster.headers.index(header)
    after = roster.headers[at + 1] if at + 1 < len(roster.headers) else None
    return after is not None and meaning_of_path(after.path) in ("部位", "问题")


def _retake(made: Columns, header: Header, old: str, new: str, taken: dict[str, str], roster: Roster) -> None:
    del taken[old]
    taken[new] = header.name
    made.keys[header.name] = new
    made.takes[header.name] = lambda value: {new: value}
    made.notes.append(_guessed(header, new, roster))


def _guessed(header: Header, key: str, roster: Roster) -> Problem:
    label = names()[key].label if key in names() else key
    return Problem(
        roster.place(name=header.name),
        f"当作“{label}”了",
        f"对就不用管；不对就加 --map {header.name}=字段",
    )
