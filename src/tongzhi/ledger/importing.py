"""Rows of a file into the ledger: new ones are added, known ones are not; the same file twice adds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection

from tongzhi.errors import InputError, Place, Problem
from tongzhi.ledger import identity, store
from tongzhi.ledger.rules import needs_of, told
from tongzhi.ledger.service import LedgerStep
from tongzhi.ledger.sources import Batch
from tongzhi.model.item import (
    TASK,
    Item,
    State,
    label_of,
)
from tongzhi.read.account import Account
from tongzhi.read.hazard_rows import Incoming, at, day_of_rows, read_row

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


def import_batch(conn: Connection, batch: Batch, step: LedgerStep, *, update: bool = False) -> Imported:
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


def _read(batch: Batch, step: LedgerStep, done: Imported) -> Iterator[_Row]:
    done.account.fates = {"新列": 0, "已有": 0, "更新": 0, "重复": 0, "失败": 0}
    rows = iter(batch.rows)
    first = list(islice(rows, 200))
    day = day_of_rows(batch.around, first, step.day)
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


def _item(
    incoming: Incoming, day: date, list_day: date, *, has_due: bool = False
) -> tuple[_Row | None, list[Problem]]:
    place = incoming.place
    read = read_row(incoming, list_day)
    if read.item is None:
        return None, list(read.wrong)
    problems, item = list(read.told), read.item
    checked = needs_of(item, State.LISTED, day)
    if checked.errors:
        return None, [
            Problem(at(place, each.place.field or ""), each.found, each.instead, each.source)
            for each in checked.errors
        ]
    if item.state is not State.LISTED:
        lacking = _lacking(item, item.state, day)
        if lacking:
            problems.append(
                Problem(
                    place,
                    f"按表列为“{item.stage}”；台账还缺：{'、'.join(lacking)}",
                    "补上用 tongzhi ledger edit",
                )
            )
    cleared = item.state is State.CLEARED
    if has_due and item.due is None and not item.due_note and not cleared and item.is_hazard:
        problems.append(Problem(at(place, "整改时限"), "没有填，不会提醒逾期", "补上用 tongzhi ledger edit"))
    return _Row(place, item, read.given, *identity.both(item), read.status), problems


def _lacking(item: Item, state: State, day: date) -> list[str]:
    """Give the labels of what the rules would have asked for on the way to a state."""
    order = list(State)
    missing = (
        each.place.field or ""
        for passed in order[1 : order.index(state) + 1]
        for each in needs_of(item, passed, day).errors
    )
    return list(dict.fromkeys(missing))


def _take(
    conn: Connection,
    portion: list[_Row],
    step: LedgerStep,
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
        if item.hazard_no in batch.past:
            count = len(batch.past[item.hazard_no])
            first[item.hazard_no] = ("导入", f"导入 {batch.file}，连同 {count} 条经过")
        elif item.state is not State.LISTED:
            first[item.hazard_no] = ("导入", f"导入 {batch.file}，表中列为“{item.stage}”")
        done.added.append(item.hazard_no)
        done.account.settle("新列")
    if new:
        store.insert(
            conn, new, step.sign, action="列单", note=f"导入 {batch.file}", first=first, past=batch.past
        )


def _double(row: _Row, first: _Row, done: Imported) -> None:
    """Note a row that bears the key of an earlier one: it says the same, or it is another hazard under its number."""
    if row.content == first.content:
        done.known += 1
        done.account.settle("重复")
        done.warnings.append(Problem(row.place, f"与{first.place}相同，只列一次"))
        return
    done.refused.append(
        Problem(
            at(row.place, label_of("hazard_no")),
            f"编号“{row.item.hazard_no}”与{first.place}相同，内容不同",
            "每条一个编号；改好这一行再导入",
        )
    )
    done.refused_rows += 1
    done.account.settle("失败")


def _prefix(item: Item, step: LedgerStep) -> str:
    year = (item.found_on or step.day).year
    if item.kind == TASK:
        return f"任务-{year}"
    # documents §3: 地区-领域-年份-流水
    return f"{item.region or '本地'}-{item.field or '综合'}-{year}"


def _meet(
    conn: Connection, old: store.Stored, row: _Row, step: LedgerStep, done: Imported, *, update: bool
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
                at(row.place, "整改时限"),
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
                at(row.place, "状态"),
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
