"""Rows of a file into the ledger: new ones are added, known ones are not; the same file twice adds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection

from tongzhi.errors import InputError, Place, Problem
from tongzhi.ledger import identity, store
from tongzhi.ledger.cells import is_blank, read_day
from tongzhi.ledger.columns import EXTENDED, REASON
from tongzhi.ledger.item import (
    HAZARD,
    TASK,
    WAITING,
    Evidence,
    Extension,
    Item,
    State,
    label_of,
    read_values,
)
from tongzhi.ledger.rules import needs_of, told
from tongzhi.ledger.service import Step
from tongzhi.ledger.sources import Batch, Incoming
from tongzhi.read.account import Account
from tongzhi.read.listdates import day_of_list, read_serial, settle
from tongzhi.read.meanings import read_status

PORTION = 2000
"""Rows that are looked up and written together."""
_BY_STEPS = (
    "state",
    "due",
    "done_on",
    "verified_on",
    "closed_on",
    "verdict",
    "verifier",
    "closed_by",
    "extensions",
)
_BETWEEN = r"\s*[、，,；;\n]\s*"
_OWN = ("hazard_no", "kind", "source", "task_id", "evidence", "reported_by", "unconfirmed", "local_level")


@dataclass(slots=True)
class Imported:
    """What an import did; `refused` and `warnings` name their rows."""

    added: list[str] = field(default_factory=list)
    known: int = 0
    updated: list[str] = field(default_factory=list)
    differing: list[Problem] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    refused_rows: int = 0
    warnings: list[Problem] = field(default_factory=list)
    account: Account = field(default_factory=lambda: Account("条"))


@dataclass(frozen=True, slots=True)
class _Row:
    place: Place
    item: Item
    given: frozenset[str]
    identity: str
    content: str
    said: str = ""

    @property
    def key(self) -> str:
        """The number, else what the row says."""
        return self.item.hazard_no or self.identity


def import_batch(conn: Connection, batch: Batch, step: Step, *, update: bool = False) -> Imported:
    """Bring the rows of a file into the ledger.

    A row is known by its 隐患编号, else by unit, place, description and day (a task by its speech and words). A
    known row changes nothing, unless `update` is on: then its filled cells replace the item's, with history, and a
    state that is further than the item's is taken with its dates; an item is then known by unit, place and
    description too. A row that says it is further (整改中, 已销号 …) comes in with that state: a list in mid-life is a
    record of what has happened. What the rules of the ledger would ask for besides is told.

    Args:
        conn: a writing connection.
        batch: the rows.
        step: who and when.
        update: let known rows replace cells.

    Raises:
        InputError: no row of the file can be used.
    """
    done = Imported()
    numbers = store.Numbers(conn)
    seen: dict[str, _Row] = {}
    rows = _read(batch, step, done)
    while portion := list(islice(rows, PORTION)):
        _take(conn, portion, step, done, numbers, seen, batch, update=update)
    if done.refused and not (done.added or done.known):
        raise InputError(done.refused)
    done.account.add(batch.account)
    numbers.save()
    if len(done.added) > PORTION:
        store.settle(conn)
    store.note_import(
        conn,
        step.sign,
        {
            "file": batch.file,
            "sha256": batch.sha256,
            "added": len(done.added),
            "known": done.known,
            "updated": len(done.updated),
            "refused": done.refused_rows,
        },
    )
    return done


def _read(batch: Batch, step: Step, done: Imported) -> Iterator[_Row]:
    done.account.fates = {"新列": 0, "已有": 0, "更新": 0, "重复": 0, "失败": 0}
    rows = iter(batch.rows)
    first = list(islice(rows, 200))
    day = _day_of(batch, first, step.day)
    for incoming in chain(first, rows):
        done.account.meet()
        row, problems = _item(incoming, step.day, day, has_due=batch.has_due)
        if row is None:
            done.refused += problems
            done.refused_rows += 1
            done.account.settle("失败")
            continue
        done.warnings += problems
        yield row


def _day_of(batch: Batch, rows: Sequence[Incoming], today: date) -> date:
    """Give the day of a list, from which its dates without a year are read."""
    dates = [
        value
        for incoming in rows
        for key in ("found_on", "done_on")
        if isinstance(value := incoming.cells.get(key), date)
    ]
    return day_of_list(batch.around, dates, today)[0]


_DATES = ("found_on", "due", "done_on", "verified_on", "closed_on", EXTENDED)


def _item(
    incoming: Incoming, day: date, list_day: date, *, has_due: bool = False
) -> tuple[_Row | None, list[Problem]]:
    place = incoming.place
    if incoming.fault:
        return None, [Problem(place, incoming.fault, "改好这一行再导入")]
    cells = dict(incoming.cells)
    proof = cells.pop("evidence", None)
    cells.pop("extensions", None)
    _dates_in_state(cells)
    problems, wrong = _settle_dates(cells, place, list_day)
    status = _take_status(cells, place, problems)
    delay, reason = _delay_of(cells, place, problems), str(cells.pop(REASON, "") or "")
    values, unread = read_values(cells)
    wrong += [Problem(_at(place, each.label), found, instead) for each, found, instead in unread]
    if wrong:
        return None, wrong
    values["kind"] = incoming.kind if incoming.kind in (HAZARD, TASK) else HAZARD
    if "level" in values and (written := str(cells.get("level", "")).strip()) not in ("一般", "重大"):
        values["local_level"] = written
    if proof:
        values["evidence"] = (Evidence(str(proof)),)
    _put_off(values, delay, reason, place, problems)
    state = _state_of(status, values)
    values.pop("state", None)
    item = Item(**values)
    checked = needs_of(item, State.LISTED, day)
    if checked.errors:
        return None, [
            Problem(_at(place, each.place.field or ""), each.found, each.instead, each.source)
            for each in checked.errors
        ]
    if state is not State.LISTED:
        item = replace(item, state=state)
        lacking = _lacking(item, state, day)
        if lacking:
            problems.append(
                Problem(
                    place,
                    f"按表列为“{item.stage}”；台账还缺：{'、'.join(lacking)}",
                    "补上用 tongzhi ledger edit",
                )
            )
    if has_due and item.due is None and not item.due_note and state is not State.CLEARED and item.is_hazard:
        problems.append(Problem(_at(place, "整改时限"), "没有填，不会提醒逾期", "补上用 tongzhi ledger edit"))
    return _Row(
        place,
        item,
        frozenset(values) | {"state"} if status else frozenset(values),
        *identity.both(item),
        status,
    ), problems


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
            Problem(_at(place, EXTENDED), f"“{said}”不是日期，记在整改进展里", "写成 2026-10-31 的样子")
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
            values["extensions"] = (Extension("", reason, str(due), str(delay), ""),)
        values["due"] = delay
    elif delay < due:
        problems.append(
            Problem(_at(place, EXTENDED), f"{delay} 早于整改时限 {due}，没有当作延期", "核对两个日期")
        )


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
            wrong.append(Problem(_at(place, label), settled.wrong, "核对月份和日子"))
        elif settled.added:
            said.append(Problem(_at(place, label), settled.added, f"按{day.year}年{day.month}月的清单读"))
    due = cells.get("due")
    if isinstance(due, str) and not re.search(r"\d", due) and not is_blank(due):
        cells.pop("due")
        cells.setdefault("due_note", due)
        said.append(Problem(_at(place, "整改时限"), f"“{due}”不是日期，记在时限说明里", "有日期就补上"))
    return said, wrong


_DAY_SAID = r"((?:20\d\d\s*[年.\-/]\s*)?\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*日?)"
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
    written = cells.get("state")
    if isinstance(written, State):
        return written.value
    word = str(written or "").strip()
    if not word or is_blank(word):
        cells.pop("state", None)
        return ""
    found = read_status(word)
    if not found:
        cells.pop("state")
        cells.setdefault("progress", word)
        problems.append(
            Problem(
                _at(place, "状态"),
                f"“{word[:20]}”看不出是哪种状态，按日期列，原文记在整改进展",
                "写 未整改、整改中、已整改、已销号",
            )
        )
    elif len(word) > 8:
        cells.setdefault("progress", word)
    return found


def _state_of(status: str, values: dict[str, Any]) -> State:
    """Give the state of a row: what it says, else what its dates say."""
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


def _lacking(item: Item, state: State, day: date) -> list[str]:
    """Give the labels of what the rules would have asked for on the way to a state."""
    order = list(State)
    missing = (
        each.place.field or ""
        for passed in order[1 : order.index(state) + 1]
        for each in needs_of(item, passed, day).errors
    )
    return list(dict.fromkeys(missing))


def _at(place: Place, label: str) -> Place:
    return replace(place, field=label or place.field)


def _take(
    conn: Connection,
    portion: list[_Row],
    step: Step,
    done: Imported,
    numbers: store.Numbers,
    seen: dict[str, _Row],
    batch: Batch,
    *,
    update: bool,
) -> None:
    there = store.known(
        conn,
        (row.item.hazard_no for row in portion if row.item.hazard_no),
        (row.identity for row in portion if not row.item.hazard_no),
    )
    fresh = [row for row in portion if row.item.is_hazard and row.key not in there]
    alike = store.contents(conn, [row.content for row in fresh])
    new: list[tuple[Item, str, str]] = []
    first: dict[str, tuple[str, str]] = {}
    for row in portion:
        if row.key in seen:
            _double(row, seen[row.key], done)
            continue
        seen[row.key] = row
        same = alike.get(row.content)
        old = there.get(row.key)
        if old is None and update and same is not None and row.item.is_hazard:
            old = store.find(conn, same)
        if old is not None:
            done.known += 1
            _meet(conn, old, row, step, done, update=update)
            continue
        if same is not None and row.item.is_hazard:
            done.warnings.append(
                Problem(
                    row.place,
                    f"与台账 {same} 的单位、部位、描述相同",
                    "核对是否重复列单；是同一条就加 --update",
                )
            )
        item = row.item
        if not item.hazard_no:
            item = replace(item, hazard_no=numbers.next(_prefix(item, step)))
        new.append((item, row.identity, row.content))
        if item.state is not State.LISTED:
            first[item.hazard_no] = ("导入", f"导入 {batch.file}，表中列为“{item.stage}”")
        done.added.append(item.hazard_no)
        done.account.settle("新列")
    if new:
        store.insert(conn, new, step.sign, action="列单", note=f"导入 {batch.file}", first=first)


def _double(row: _Row, first: _Row, done: Imported) -> None:
    """Note a row that bears the key of an earlier one: it says the same, or it is another hazard under its number."""
    if row.content == first.content:
        done.known += 1
        done.account.settle("重复")
        done.warnings.append(Problem(row.place, f"与{first.place}相同，只列一次"))
        return
    done.refused.append(
        Problem(
            _at(row.place, label_of("hazard_no")),
            f"编号“{row.item.hazard_no}”与{first.place}相同，内容不同",
            "每条一个编号；改好这一行再导入",
        )
    )
    done.refused_rows += 1
    done.account.settle("失败")


def _prefix(item: Item, step: Step) -> str:
    year = (item.found_on or step.day).year
    if item.kind == TASK:
        return f"任务-{year}"
    # documents §3: 地区-领域-年份-流水
    return f"{item.region or '本地'}-{item.field or '综合'}-{year}"


def _meet(
    conn: Connection, old: store.Stored, row: _Row, step: Step, done: Imported, *, update: bool
) -> None:
    """Compare a row with the item it is about; with `update` its filled cells win."""
    changed: dict[str, Any] = {
        key: value
        for key in sorted(row.given)
        if key not in (*_BY_STEPS, *_OWN)
        and not _alike(value := getattr(row.item, key), getattr(old.item, key))
    }
    if "due" in row.given and row.item.due != old.item.due and old.item.state is State.LISTED:
        changed["due"] = row.item.due
    elif "due" in row.given and row.item.due != old.item.due and not old.item.extensions:
        done.warnings.append(
            Problem(
                _at(row.place, "整改时限"),
                f"{old.item.hazard_no} 在台账里是 {old.item.due}，表里是 {row.item.due}，同一隐患有两个时限",
                "改时限用 tongzhi ledger delay",
            )
        )
    if update:
        changed |= _further(old.item, row, done)
    if not changed:
        done.account.settle("已有")
        return
    labels = "、".join(label_of(key) for key in changed)
    if not update or old.item.state is State.CLEARED:
        done.differing.append(Problem(row.place, f"{old.item.hazard_no} 的{labels}与台账不同，没有改"))
        done.account.settle("已有")
        return
    new = replace(old.item, **_confirmed(changed))
    # an item that came in further than the rules allow lacks something already; only what the change breaks counts
    asked = State.LISTED if "state" in changed else old.item.state
    before = needs_of(old.item, asked, step.day).errors
    broken = [each for each in needs_of(new, asked, step.day).errors if each not in before]
    if broken:
        done.refused += told(broken, f"{row.place} {old.item.hazard_no}")
        done.refused_rows += 1
        done.account.settle("失败")
        return
    done.account.settle("更新")
    store.update(conn, old, new, step.sign, action="按表更新", note=f"{row.place}")
    done.updated.append(old.item.hazard_no)


_TRAVELLED = (
    "done_on",
    "verify_unit",
    "verifier",
    "verified_on",
    "verdict",
    "closed_on",
    "closed_by",
    "awaiting",
)


def _further(old: Item, row: _Row, done: Imported) -> dict[str, Any]:
    """Give the state and the dates of a row that is further than the item; one that is behind is told."""
    if not row.said:
        return {}
    order = list(State)
    ahead = (order.index(row.item.state), row.item.is_waiting) > (order.index(old.state), old.is_waiting)
    if ahead:
        given = {key: value for key in _TRAVELLED if (value := getattr(row.item, key)) not in (None, "", ())}
        return {"state": row.item.state, **given}
    if (row.item.state, row.item.is_waiting) != (old.state, old.is_waiting):
        done.warnings.append(
            Problem(
                _at(row.place, "状态"),
                f"{old.hazard_no} 在台账里已是“{old.stage}”，表里是“{row.item.stage}”，没有改",
                "退回用 tongzhi ledger return",
            )
        )
    return {}


def _alike(one: Any, other: Any) -> bool:
    # lists in one cell: 李某、周某, a line each, or 李某；周某, by the kind of file
    if isinstance(one, str) and isinstance(other, str):
        return one == other or re.split(_BETWEEN, one) == re.split(_BETWEEN, other)
    return bool(one == other)


def _confirmed(changed: dict[str, Any]) -> dict[str, Any]:
    return {**changed, "unconfirmed": ""} if "resp_unit" in changed else changed
