"""A 台账 or 隐患清单 as an office keeps it → items; one reading for `ledger import` and for `fill 整改清单`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from tongzhi.errors import InputError, Place, Problem
from tongzhi.model.hazard_laws import claimed_state
from tongzhi.model.item import (
    HAZARD,
    STAGES,
    TASK,
    WAITING,
    Delay,
    Evidence,
    Item,
    State,
    label_of,
    names,
    read_values,
)
from tongzhi.model.item_cells import is_blank, read_day
from tongzhi.model.types import is_at_once, is_open
from tongzhi.papers.hazard import OPEN, hazard_values
from tongzhi.read.account import Account
from tongzhi.read.ledger_columns import EXTENDED, REASON, Columns, take_columns
from tongzhi.read.ledger_tables import SPLITS
from tongzhi.read.listdates import dates_in, day_of_list, read_serial, settle
from tongzhi.read.meanings import read_status
from tongzhi.read.roster import Roster, read_roster
from tongzhi.read.tables import Fault
from tongzhi.zh.places import is_place

_TASK_HEADERS = frozenset(("任务", "重点任务", "任务原文", "任务标题", "任务序号", "任务编号"))
_HAZARD_HEADERS = frozenset(
    ("隐患描述", "隐患编号", "问题描述", "隐患内容", "存在问题", "隐患部位", "隐患等级", "隐患")
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One row: cells under English keys of `Item`, as written; `fault` when it could not be read at all."""

    place: Place
    cells: dict[str, Any]
    kind: str = HAZARD
    fault: str = ""


_MAJOR_TITLE = re.compile(r"(?<!非)重大(?:事故|安全|火灾)?(?:安全)?隐患.*(?:清单|台账|表|汇总|情况)")


class TableRows:
    """The rows of a table as incoming items, made when asked for."""

    def __init__(self, roster: Roster, columns: Columns, kind: str) -> None:
        self._roster, self.columns, self._kind = roster, columns, kind
        self.all_major = "level" not in columns.filled and any(
            _MAJOR_TITLE.search(words) for words in roster.around if len(words) <= 40
        )

    def __iter__(self) -> Iterator[Incoming]:
        for row in self._roster.rows:
            place = self._roster.place(row.number)
            # a formula that was never calculated costs its cell (the reader tells it), not the row
            values = {name: value for name, value in row.values.items() if not _is_formula(value)}
            cells = self.columns.cells(values)
            if self.all_major:
                cells["level"] = "重大"
            if row.heading:
                self._take_heading(row.heading, cells)
            faulty = [
                f"“{name}”是 {value}"
                for name, value in values.items()
                if isinstance(value, Fault) and name in self.columns.takes
            ]
            yield Incoming(place, cells, kind_of_row(cells, self._kind), row.fault or "；".join(faulty))

    def _take_heading(self, heading: str, cells: dict[str, Any]) -> None:
        """Take a small heading for the place or the field of the rows below it, where no column says those."""
        words = re.sub(r"^[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?|[（(].*[）)]$", "", heading).strip()
        if is_place(words):
            if "region" not in self.columns.filled:
                cells.setdefault("region", words)
        elif "field" not in self.columns.filled and len(words) <= 10:
            cells.setdefault("field", words)


def _is_formula(value: Any) -> bool:
    return isinstance(value, Fault) and value.startswith("=")


def kind_of_row(cells: Mapping[str, Any], usual: str) -> str:
    """Give 隐患 or 任务, as the row says or as its table is."""
    given = str(cells.get("kind", "")).strip()
    return given if given in (HAZARD, TASK) else usual


def kind_of_table(columns: Iterable[str]) -> str:
    """Tell by its headings whether a table lists hazards or tasks."""
    headers = set(columns)
    return TASK if headers & _TASK_HEADERS and not headers & _HAZARD_HEADERS else HAZARD


_MAP = "核对表头，或加 --map 列=隐患描述"


@dataclass(slots=True)
class Sheets:
    """The rows of all tables of a file that list hazards or tasks.

    Attributes:
        rows: the rows, in order; may be gone through again.
        notes: what the reader must be told, unknown columns among it.
        account: how many lines of the file were no rows, by the rule that says so.
        around: the words above and below the tables.
        filled: English keys of the fields that some column is for.
    """

    rows: Iterable[Incoming] = ()
    notes: list[Problem] = field(default_factory=list)
    account: Account = field(default_factory=lambda: Account("条"))
    around: list[str] = field(default_factory=list)
    filled: set[str] = field(default_factory=set)


def read_tables(
    roster: Roster, name: str, mapping: Mapping[str, str] | None = None, *, remedy: str = _MAP
) -> Sheets:
    """Take every table of a file that has a column for what is wrong (or to be done).

    Args:
        roster: the first table, with the others of the file.
        name: the file's name.
        mapping: heading → field, as the office has confirmed it.
        remedy: what helps when no table has such a column.

    Raises:
        InputError: no table has such a column.
    """
    made = Sheets()
    parts = []
    for part in (roster, *roster.others):
        columns = take_columns(part, mapping)
        if not {"description", "hazard_no", "隐患描述"} & columns.filled:
            made.account.leave_out("不是清单的表", part.place(), "没有隐患描述一列，没有导入")
            made.notes.append(
                Problem(
                    part.place(),
                    "没有隐患描述（或任务、问题）一列，没有导入",
                    "是清单就改表头，或加 --map 列=隐患描述",
                )
            )
            continue
        rows = TableRows(part, columns, kind_of_table(columns.takes))
        parts.append(rows)
        if rows.all_major:
            made.notes.append(Problem(part.place(), "没有隐患等级一列，按表题都列为重大", "不是就加上这一列"))
            made.filled.add("level")
        made.notes.extend([*part.notes, *columns.notes])
        made.account.add(part.account)
        made.around.extend(part.around)
        made.filled |= columns.filled
    if not parts:
        raise InputError.one(
            "文件里没有带“隐患描述”表头的表格"
            if name.lower().endswith(".docx")
            else "表里没有“隐患描述”（或“任务”“问题”）一列",
            f"{remedy}；样子见 tongzhi new rectification -o 整改清单.xlsx",
            place=Place(file=name, sheet=roster.sheet or None),
        )
    made.rows = _Chained(parts)
    return made


class _Chained:
    """The rows of several tables, one after the other."""

    def __init__(self, parts: Sequence[Iterable[Incoming]]) -> None:
        self._parts = parts

    def __iter__(self) -> Iterator[Incoming]:
        return chain.from_iterable(self._parts)


@dataclass(frozen=True, slots=True)
class RowRead:
    """One row as an item.

    Attributes:
        item: what the row says, in the state that it says or that its dates say; `None` when a cell cannot be read.
        given: English keys of the fields that the row fills.
        status: the state in the row's own words, empty when it says none.
        told: what was assumed.
        wrong: the cells that cannot be read.
    """

    item: Item | None
    given: frozenset[str] = frozenset()
    status: str = ""
    told: tuple[Problem, ...] = ()
    wrong: tuple[Problem, ...] = ()


def day_of_rows(around: Sequence[str], rows: Sequence[Incoming], today: date) -> date:
    """Give the day of a list, from which its dates without a year are read."""
    dates = [
        value
        for incoming in rows
        for key in ("found_on", "done_on")
        if isinstance(value := incoming.cells.get(key), date)
    ]
    return day_of_list(around, dates, today)[0]


_DATES = ("found_on", "due", "done_on", "verified_on", "closed_on", EXTENDED)


def read_row(incoming: Incoming, list_day: date | None) -> RowRead:
    """Read a row as an item; dates without a year are read from the day of the list, or are wrong."""
    place = incoming.place
    if incoming.fault:
        return RowRead(None, wrong=(Problem(place, incoming.fault, "改好这一行再导入"),))
    cells = dict(incoming.cells)
    proof = cells.pop("evidence", None)
    delays = tuple(_delays(str(cells.pop("extensions", None) or "")))
    _dates_in_state(cells)
    problems, wrong = _settle_dates(cells, place, list_day) if list_day else ([], [])
    _keep_other_days(cells, place, problems)
    _part_words(cells, place, problems)
    status = _take_status(cells, place, problems)
    delay, reason = _delay_of(cells, place, problems), str(cells.pop(REASON, "") or "")
    values, unread = read_values(cells)
    wrong += [Problem(at(place, each.label), found, instead) for each, found, instead in unread]
    if wrong:
        return RowRead(None, told=tuple(problems), wrong=tuple(wrong))
    values["kind"] = incoming.kind if incoming.kind in (HAZARD, TASK) else HAZARD
    if "level" in values and (written := str(cells.get("level", "")).strip()) not in ("一般", "重大"):
        values["local_level"] = written
    if proof:
        values["evidence"] = (Evidence(str(proof)),)
    if delays:
        values["extensions"] = delays
    if not delays:
        _put_off(values, delay, reason, place, problems)
    state = _state_of(status, values)
    given = frozenset(values) | {"state"} if status else frozenset(values)
    return RowRead(Item(**{**values, "state": state}), given, status, tuple(problems))


def _delay_of(cells: dict[str, Any], place: Place, problems: list[Problem]) -> date | None:
    """Take the day a limit was put off to; what is no day is told and stays as 整改进展."""
    said = cells.pop(EXTENDED, None)
    if said is None or is_blank(said):
        return None
    try:
        return read_day(said)
    except ValueError:
        cells.setdefault("progress", f"{EXTENDED}：{said}")
        problems.append(
            Problem(at(place, EXTENDED), f"“{said}”不是日期，记在整改进展里", "写成 2026-10-31 的样子")
        )
        return None


def _put_off(
    values: dict[str, Any], delay: date | None, reason: str, place: Place, problems: list[Problem]
) -> None:
    """Make the day a limit was put off to the limit, with the old one in the extensions."""
    if delay is None:
        return
    due = values.get("due")
    if due is None or delay > due:
        if due is not None:
            values["extensions"] = (Delay("", reason, str(due), str(delay), ""),)
        values["due"] = delay
    elif delay < due:
        problems.append(
            Problem(at(place, EXTENDED), f"{delay} 早于整改时限 {due}，没有当作延期", "核对两个日期")
        )


_DELAY = re.compile(r"(\d{4}-\d\d-\d\d)→(\d{4}-\d\d-\d\d)（(.*)，([^，]*)批准）")


def _delays(cell: str) -> Iterator[Delay]:
    """Read the delays as an export shows them: 2026-11-09→2026-11-30（设备未到，赵某批准）."""
    for part in cell.split("；"):
        found = _DELAY.fullmatch(part.strip())
        if found is not None:
            yield Delay("", found[3], found[1], found[2], found[4])


def _settle_dates(cells: dict[str, Any], place: Place, day: date) -> tuple[list[Problem], list[Problem]]:
    """Read the dates of a row in place, those without a year from the day of the list; gives what to say, what is wrong."""
    said, wrong = list[Problem](), list[Problem]()
    for key in _DATES:
        if key not in cells:
            continue
        label = EXTENDED if key == EXTENDED else label_of(key)
        settled = settle(read_serial(cells[key]), day, ahead=key in ("due", EXTENDED))
        cells[key] = settled.value
        if settled.wrong:
            del cells[key]
            wrong.append(Problem(at(place, label), settled.wrong, "核对月份和日子"))
        elif settled.added:
            said.append(Problem(at(place, label), settled.added, settled.rule(day)))
    return said, wrong


_DAY_SAID = r"((?:20\d\d\s*[年.\-/]\s*)?\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*日?)"
_SAME_DAY = re.compile(r"(?:检查|发现|排查)?当[日天场](?:整改|完成)?|立行立改|即查即改|立即整改|现场整改")
_KEPT = ("found_on", "done_on", "verified_on", "closed_on")


def _keep_other_days(cells: dict[str, Any], place: Place, said: list[Problem]) -> None:
    """Keep what stands in a column of days and is none: 当日 is the day of finding, the rest stays as 整改进展."""
    found_on = cells.get("found_on")
    for key in _KEPT:
        value = cells.get(key)
        if not isinstance(value, str) or is_blank(value):
            continue
        if re.search(_DAY_SAID, value) or re.search(r"\d{8}", value):
            continue
        where = at(place, label_of(key))
        if key in ("done_on", "verified_on") and isinstance(found_on, date) and _SAME_DAY.fullmatch(value):
            cells[key] = found_on
            said.append(Problem(where, f"“{value}”是发现的那一天", f"按 {found_on:%Y-%m-%d} 记"))
            continue
        del cells[key]
        held = str(cells.get("progress") or "").strip()
        cells["progress"] = "；".join(part for part in (held, f"{label_of(key)}：{value}") if part)
        said.append(Problem(where, f"“{value[:20]}”不是日期，记在整改进展里", "写成 2026-10-31 的样子"))


_NOTED = "，记在时限说明里"


def _part_words(cells: dict[str, Any], place: Place, said: list[Problem]) -> None:
    """Keep a limit that is no date in its own words."""
    due = cells.get("due")
    if (
        isinstance(due, str)
        and not is_blank(due)
        and not re.search(_DAY_SAID, due)
        and not re.search(r"\d{5}", due)
    ):
        cells.pop("due")
        cells.setdefault("due_note", due)
        said.append(Problem(at(place, "整改时限"), f"“{due}”不是日期{_NOTED}", "有日期就补上"))


_PUT_OFF = re.compile(rf"(?:延|展|顺延)[期长]?(?:整改)?(?:至|到)\s*{_DAY_SAID}")
_CLOSED = re.compile(
    rf"(?:已?(?:销号|销账|闭环|办结)[（(：:]?\s*{_DAY_SAID})|(?:{_DAY_SAID}\s*(?:已|予以)?(?:销号|销账|闭环|办结))"
)


def _dates_in_state(cells: dict[str, Any]) -> None:
    """Take the day out of 延期至2026.12.30 and 已销号（12月3日） in the column of states, where no column of its own has it."""
    word = cells.get("state")
    if not isinstance(word, str):
        return
    if (found := _PUT_OFF.search(word)) is not None:
        cells.setdefault(EXTENDED, found[1])
    if (found := _CLOSED.search(word)) is not None:
        cells.setdefault("closed_on", found[1] or found[2])


def _take_status(cells: dict[str, Any], place: Place, problems: list[Problem]) -> str:
    """Take the word for the state out of the cells; what is no state stays as 整改进展 and is told."""
    written = cells.pop("state", None)
    if written is None and str(cells.get("progress")).strip() in STAGES:
        written = cells.pop("progress")  # what a list shows when nobody has reported
    if isinstance(written, State):
        return written.value
    word = str(written or "").strip()
    if not word or is_blank(word):
        return ""
    found = read_status(word)
    if not found:
        cells.setdefault("progress", word)
        problems.append(
            Problem(
                at(place, "状态"),
                f"“{word[:20]}”看不出是哪种状态，按日期列，原文记在整改进展",
                "写 未整改、整改中、已整改、已销号",
            )
        )
    elif len(word) > 8:
        cells.setdefault("progress", word)
    return found


def _state_of(status: str, values: dict[str, Any]) -> State:
    """Give the state of a row: what it says, else what its dates say."""
    if status in (WAITING, State.VERIFIED.value) and "closed_on" in values:
        return State.CLEARED  # 是否整改到位 是, and the day it was struck off
    if status == WAITING:
        if "done_on" not in values:
            values["awaiting"] = True
        return State.HANDLING
    if status:
        return State(status)
    if "closed_on" in values:
        return State.CLEARED
    if "verified_on" in values and values.get("verdict") != "不合格":
        return State.VERIFIED
    return State.HANDLING if "done_on" in values else State.LISTED


def at(place: Place, label: str) -> Place:
    """Give a place with the field it is about."""
    return replace(place, field=label or place.field)


Record = tuple[Place, dict[str, Any], list[Problem]]


def read_hazards(path: Path, day: date | None = None) -> tuple[list[Record], list[Problem]]:
    """Give the rows of a kept list as those of a 整改清单, each with its place and what is wrong with it.

    A column that the list has not is 待定 in every row. A limit that is left blank, or says no day and not that it is
    put right at once, is wrong: it is never filled in.

    Args:
        path: the file.
        day: the day that counts as today; dates without a year are read from the day of the list, else from it.

    Returns:
        The rows; what the reader must be told.

    Raises:
        InputError: the file is unreadable or holds no such list.
    """
    roster = read_roster(path, known={*names(), *SPLITS})
    sheets = read_tables(roster, path.name, remedy="核对表头，写上“隐患描述”")
    rows = list(sheets.rows)
    seen = [stated for words in sheets.around for stated in dates_in(words)]
    seen += [value for row in rows for value in row.cells.values() if type(value) is date]
    near = day or max(seen, default=None)
    list_day = day_of_rows(sheets.around, rows, near) if near else None
    made: list[Record] = []
    notes = list(_said_once(sheets.notes))
    for incoming in rows:
        read = read_row(incoming, list_day)
        notes += [each for each in read.told if not each.found.endswith(_NOTED)]
        if read.item is None:
            # the cell is told; its row must not be told again for lacking everything else
            made.append((incoming.place, hazard_values(Item(hazard_no=OPEN)), list(read.wrong)))
            continue
        made.append((incoming.place, _printed(read), list(_limitless(read.item, incoming, sheets.filled))))
    return made, notes


def _said_once(notes: Iterable[Problem]) -> Iterator[Problem]:
    """Give the notes of a file without what is to be done about them in the ledger; columns left out are one."""
    unused: list[str] = []
    first: Problem | None = None
    for each in notes:
        if each.found.endswith("没有导入") and each.place.field:
            first = first or each
            unused.append(each.place.field)
        else:
            yield replace(each, instead="")
    if first is not None:
        yield Problem(
            replace(first.place, field=None), f"没有用上的列：{'、'.join(unused)}", "要印就改表头，或并进备注"
        )


def _printed(read: RowRead) -> dict[str, Any]:
    """Give the row as it is printed; what the list does not say is no 一般 and no 列单."""
    assert read.item is not None
    row = hazard_values(read.item)
    if "level" not in read.given:
        row[label_of("level")] = OPEN
    if not read.item.progress and not read.status and claimed_state(read.item) is State.LISTED:
        row[label_of("progress")] = OPEN
    if "hazard_no" not in read.given:
        row[label_of("hazard_no")] = OPEN
    return row


def _limitless(item: Item, incoming: Incoming, filled: set[str]) -> Iterator[Problem]:
    written = str(incoming.cells.get("due") or "").strip()
    if "due" not in filled or item.due is not None or item.state is State.CLEARED or is_open(written):
        return
    if is_at_once(item.due_note):
        return
    found = f"“{item.due_note}”不是明确的时限" if item.due_note else "没有填写"
    yield Problem(at(incoming.place, label_of("due")), found, "写日期，或 立行立改；还不知道写 待定")
