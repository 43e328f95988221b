"""Rows of a file into the ledger: new ones are added, known ones are not; the same file twice adds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from tongzhi.errors import InputError, Place, Problem
from tongzhi.ledger import identity, store
from tongzhi.ledger.item import HAZARD, TASK, Evidence, Item, State, label_of, read_values
from tongzhi.ledger.rules import furthest, needs_of, told
from tongzhi.ledger.service import Step
from tongzhi.ledger.sources import Batch, Incoming

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


@dataclass(frozen=True, slots=True)
class _Row:
    place: Place
    item: Item
    given: frozenset[str]
    identity: str
    content: str

    @property
    def key(self) -> str:
        """The number, else what the row says."""
        return self.item.hazard_no or self.identity


def import_batch(conn: Connection, batch: Batch, step: Step, *, update: bool = False) -> Imported:
    """Bring the rows of a file into the ledger.

    A row is known by its 隐患编号, else by unit, place, description and day (a task by its speech and words). A
    known row changes nothing, unless `update` is on: then its filled cells replace the item's, with history;
    states and dates of the steps stay. A row that says it is further (整改中, 已销号 …) enters the last state whose
    needs it meets.

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
    seen: dict[str, Place] = {}
    rows = _read(batch, step, done)
    while portion := list(islice(rows, PORTION)):
        _take(conn, portion, step, done, numbers, seen, batch, update=update)
    if done.refused and not (done.added or done.known):
        raise InputError(done.refused)
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
    for incoming in batch.rows:
        row, problems = _item(incoming, step.day)
        if row is None:
            done.refused += problems
            done.refused_rows += 1
            continue
        done.warnings += problems
        yield row


def _item(incoming: Incoming, day: date) -> tuple[_Row | None, list[Problem]]:
    place = incoming.place
    if incoming.fault:
        return None, [Problem(place, incoming.fault, "改好这一行再导入")]
    cells = dict(incoming.cells)
    proof = cells.pop("evidence", None)
    cells.pop("extensions", None)
    values, wrong = read_values(cells)
    problems = [Problem(_at(place, each.label), found, instead) for each, found, instead in wrong]
    if problems:
        return None, problems
    values["kind"] = incoming.kind if incoming.kind in (HAZARD, TASK) else HAZARD
    if "level" in values and (written := str(cells.get("level", "")).strip()) not in ("一般", "重大"):
        values["local_level"] = written
    if proof:
        values["evidence"] = (Evidence(str(proof)),)
    wanted = values.pop("state", State.LISTED)
    item = Item(**values)
    checked = needs_of(item, State.LISTED, day)
    if checked.errors:
        return None, [
            Problem(_at(place, each.place.field or ""), each.found, each.instead, each.source)
            for each in checked.errors
        ]
    state, missing = furthest(item, wanted, day)
    if missing:
        said = f"写的状态是“{wanted.value}”，只能列到“{state.value}”：{missing[0].found}"
        problems.append(Problem(_at(place, "状态"), said, missing[0].instead))
    if state is not State.LISTED:
        item = replace(item, state=state)
    return _Row(place, item, frozenset(values), *identity.both(item)), problems


def _at(place: Place, label: str) -> Place:
    return replace(place, field=label or place.field)


def _take(
    conn: Connection,
    portion: list[_Row],
    step: Step,
    done: Imported,
    numbers: store.Numbers,
    seen: dict[str, Place],
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
    for row in portion:
        if row.key in seen:
            done.known += 1
            done.warnings.append(Problem(row.place, f"与{seen[row.key]}相同，只列一次"))
            continue
        seen[row.key] = row.place
        old = there.get(row.key)
        if old is not None:
            done.known += 1
            _meet(conn, old, row, step, done, update=update)
            continue
        same = alike.get(row.content)
        if same is not None and row.item.is_hazard:
            done.warnings.append(
                Problem(row.place, f"与台账 {same} 的单位、部位、描述相同", "核对是否重复列单")
            )
        item = row.item
        if not item.hazard_no:
            item = replace(item, hazard_no=numbers.next(_prefix(item, step)))
        new.append((item, row.identity, row.content))
        done.added.append(item.hazard_no)
    if new:
        store.insert(conn, new, step.sign, action="列单", note=f"导入 {batch.file}")


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
    changed = {
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
    if not changed:
        return
    labels = "、".join(label_of(key) for key in changed)
    if not update or old.item.state is State.CLEARED:
        done.differing.append(Problem(row.place, f"{old.item.hazard_no} 的{labels}与台账不同，没有改"))
        return
    new = replace(old.item, **_confirmed(changed))
    checked = needs_of(new, old.item.state, step.day)
    if checked.errors:
        done.refused += told(checked.errors, f"{row.place} {old.item.hazard_no}")
        done.refused_rows += 1
        return
    store.update(conn, old, new, step.sign, action="按表更新", note=f"{row.place}")
    done.updated.append(old.item.hazard_no)


def _alike(one: Any, other: Any) -> bool:
    # lists in one cell: 李某、周某, a line each, or 李某；周某, by the kind of file
    if isinstance(one, str) and isinstance(other, str):
        return one == other or re.split(_BETWEEN, one) == re.split(_BETWEEN, other)
    return bool(one == other)


def _confirmed(changed: dict[str, Any]) -> dict[str, Any]:
    return {**changed, "unconfirmed": ""} if "resp_unit" in changed else changed
