"""Reading and writing the tables: items in and out, pages, history. All other modules ask here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, and_, func, select

from tongzhi.errors import InputError, Place
from tongzhi.ledger import identity
from tongzhi.ledger.history import Change, HistorySignature
from tongzhi.ledger.tables import counters, history, imports, items, records, searches
from tongzhi.model.item import Item, State

END_OF_DAYS = date(9999, 12, 31)
CHUNK = 500
"""Rows per statement; SQLite binds at most 32,766 values in one."""


@dataclass(frozen=True, slots=True)
class Stored:
    """An item with its place in the ledger; `version` counts its changes."""

    id: int
    version: int
    item: Item


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """What a list shows of an item."""

    id: int
    hazard_no: str
    kind: str
    state: str
    region: str
    field: str
    entity: str
    level: str
    resp_unit: str
    resp_person: str
    found_on: date | None
    due: date | None
    done_on: date | None
    closed_on: date | None
    description: str

    def is_overdue(self, day: date) -> bool:
        """Tell whether its time is over and it is not cleared (documents: due < today and not closed)."""
        return self.due is not None and self.due < day and self.state != State.CLEARED


@dataclass(frozen=True, slots=True)
class Filter:
    """Which items are meant; what is empty does not narrow."""

    states: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    level: str = ""
    kind: str = ""
    text: str = ""
    overdue_on: date | None = None
    due_until: date | None = None
    due_from: date | None = None
    open_only: bool = False
    found_from: date | None = None
    found_until: date | None = None


def find(conn: Connection, number: str, *, lock: bool = False) -> Stored:
    """Give the item of a 隐患编号 (or of a running number, `#12`).

    Raises:
        InputError: there is none; numbers like it are named.
    """
    query = select(items.c.id, items.c.version, records.c.data).join(records)
    if lock:
        query = query.with_for_update()
    wanted = number.strip()
    row = conn.execute(query.where(items.c.hazard_no == wanted)).first()
    if row is None and wanted.lstrip("#").isdecimal():
        row = conn.execute(query.where(items.c.id == min(int(wanted.lstrip("#")), 2**31 - 1))).first()
    if row is None:
        near = conn.execute(
            select(items.c.hazard_no)
            .where(items.c.hazard_no.contains(wanted, autoescape=True))
            .order_by(items.c.id)
            .limit(3)
        ).scalars()
        hint = "、".join(near)
        raise InputError.one(
            f"台账里没有编号“{number}”",
            f"是不是 {hint}？" if hint else "用 tongzhi ledger list 查编号",
            place=Place(field="隐患编号"),
        )
    return Stored(row.id, row.version, Item.from_json(row.data))


def insert(
    conn: Connection,
    new: Sequence[tuple[Item, str, str]],
    sign: HistorySignature,
    *,
    action: str,
    note: str,
    first: Mapping[str, tuple[str, str]] | None = None,
    past: Mapping[str, Sequence[Change]] | None = None,
) -> None:
    """Add items (each with its identity and content), each with the first entry of its history.

    `first` gives another action and note for some numbers, `past` what happened to them in the ledger they come from.
    """
    told = first or {}
    lowest = (conn.execute(select(func.max(items.c.id))).scalar() or 0) + 1
    item_rows, search_rows, record_rows, history_rows = [], [], [], []
    for at, (item, identity_key, content_key) in enumerate(new, lowest):
        item_rows.append({"id": at, "version": 1, "identity": identity_key, **_columns(item, content_key)})
        search_rows.append({"item_id": at, "text": _searched(item)})
        record_rows.append({"item_id": at, "data": item.to_json()})
        earlier = (past or {}).get(item.hazard_no, ())
        history_rows += [_entry(at, change) for change in earlier]
        history_rows.append(
            {
                "item_id": at,
                "at": sign.at,
                "by": sign.by,
                "action": told.get(item.hazard_no, (action, note))[0],
                "before": item.state.value if earlier else "",
                "after": item.state.value,
                "note": told.get(item.hazard_no, (action, note))[1],
                "fields": "{}",
            }
        )
    for table, rows in (
        (items, item_rows),
        (searches, search_rows),
        (records, record_rows),
        (history, history_rows),
    ):
        _insert_many(conn, table, rows)


def _entry(item_id: int, change: Change) -> dict[str, Any]:
    return {
        "item_id": item_id,
        "at": change.at,
        "by": change.by,
        "action": change.action,
        "before": change.before,
        "after": change.after,
        "note": change.note,
        "fields": json.dumps(
            {key: list(values) for key, values in change.fields.items()}, ensure_ascii=False
        ),
    }


def _insert_many(conn: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows of the same columns by the driver itself, twice as fast; dates go as ISO texts to both databases."""
    mark = "?" if conn.dialect.name == "sqlite" else "%s"
    quote = conn.dialect.identifier_preparer.quote
    columns = list(rows[0])
    values = [
        tuple(str(value) if isinstance(value, date) else value for value in map(row.__getitem__, columns))
        for row in rows
    ]
    conn.exec_driver_sql(
        f"INSERT INTO {quote(table.name)} ({', '.join(map(quote, columns))}) VALUES ({', '.join([mark] * len(columns))})",  # noqa: S608  names of our own tables
        values,
    )


def update(
    conn: Connection, old: Stored, new: Item, sign: HistorySignature, *, action: str, note: str = ""
) -> Stored:
    """Write the changed item and the entry of its history.

    Raises:
        InputError: somebody else changed it since `old` was read; nothing was written.
    """
    done = conn.execute(
        items.update()
        .where(items.c.id == old.id, items.c.version == old.version)
        .values(version=old.version + 1, **_columns(new, identity.content(new)))
    )
    if done.rowcount != 1:
        raise conflict(conn, old)
    if _searched(new) != _searched(old.item):
        conn.execute(searches.update().where(searches.c.item_id == old.id).values(text=_searched(new)))
    conn.execute(records.update().where(records.c.item_id == old.id).values(data=new.to_json()))
    conn.execute(
        history.insert().values(
            item_id=old.id,
            at=sign.at,
            by=sign.by,
            action=action,
            before=old.item.state.value,
            after=new.state.value,
            note=note,
            fields=json.dumps(differences(old.item, new), ensure_ascii=False),
        )
    )
    return Stored(old.id, old.version + 1, new)


def conflict(conn: Connection, old: Stored) -> InputError:
    """Make the error for an item that changed since `old` was read, naming who changed it."""
    last = conn.execute(
        select(history).where(history.c.item_id == old.id).order_by(history.c.id.desc()).limit(1)
    ).one()
    moved = f"由{last.before}改为{last.after}" if last.before != last.after else "改过内容"
    return InputError.one(
        f"刚被 {last.by} 于 {last.at:%Y-%m-%d %H:%M} {last.action}（{moved}），您的这一步没有写入",
        f"先看现状：tongzhi ledger show {old.item.hazard_no}，需要时再办",
        place=Place(file=old.item.hazard_no),
    )


def differences(old: Item, new: Item) -> dict[str, list[Any]]:
    """Give the fields that differ: English key → [old, new] as JSON holds them."""
    before, after = json.loads(old.to_json()), json.loads(new.to_json())
    keys = [*before, *(key for key in after if key not in before)]
    return {key: [before.get(key), after.get(key)] for key in keys if before.get(key) != after.get(key)}


def _columns(item: Item, content: str) -> dict[str, Any]:
    return {
        "hazard_no": item.hazard_no,
        "content": content,
        "kind": item.kind,
        "state": item.state.value,
        "region": item.region,
        "field": item.field,
        "entity": item.entity,
        "level": item.level,
        "resp_unit": item.resp_unit,
        "resp_person": item.resp_person,
        "found_on": item.found_on,
        "due": item.due,
        "due_rank": item.due or END_OF_DAYS,
        "done_on": item.done_on,
        "closed_on": item.closed_on,
        "description": item.title or item.description,
    }


def _searched(item: Item) -> str:
    words = (item.hazard_no, item.entity, item.title, item.description, item.resp_person)
    return "\n".join(words).lower()


def page(
    conn: Connection, wanted: Filter, *, size: int = 50, number: int = 1
) -> tuple[list[LedgerLine], int]:
    """Give one page of a list in order of due dates, and how many items there are in all."""
    total = conn.execute(_narrow(conn, select(func.count()).select_from(items), wanted)).scalar_one()
    query = _narrow(conn, select(*_shown()), wanted).order_by(items.c.due_rank, items.c.id)
    rows = conn.execute(query.limit(size).offset((number - 1) * size))
    return [_line(row) for row in rows], total


def lines(conn: Connection, wanted: Filter) -> Iterator[LedgerLine]:
    """Give all lines that are meant, in order of due dates."""
    query = _narrow(conn, select(*_shown()), wanted).order_by(items.c.due_rank, items.c.id)
    for row in conn.execute(query):
        yield _line(row)


def each(conn: Connection, wanted: Filter) -> Iterator[Stored]:
    """Give all items that are meant with all their fields, in the order they were listed."""
    query = _narrow(conn, select(items.c.id, items.c.version, records.c.data).join(records), wanted)
    for row in conn.execute(query.order_by(items.c.id)):
        yield Stored(row.id, row.version, Item.from_json(row.data))


def _shown() -> list[Any]:
    return [items.c[name] for name in LedgerLine.__dataclass_fields__]


def _line(row: Row[Any]) -> LedgerLine:
    return LedgerLine(*tuple(row))


def _narrow(conn: Connection, query: Select[Any], wanted: Filter) -> Select[Any]:
    conditions: list[ColumnElement[bool]] = []
    for column, values in (
        (items.c.state, wanted.states),
        (items.c.field, wanted.fields),
        (items.c.region, wanted.regions),
        (items.c.resp_unit, wanted.owners),
    ):
        if values:
            conditions.append(column.in_(values))
    if wanted.level:
        conditions.append(items.c.level == wanted.level)
    if wanted.kind:
        conditions.append(items.c.kind == wanted.kind)
    if wanted.text:
        # instr of SQLite, strpos of PostgreSQL: several times faster than LIKE '%…%', and % is no wildcard
        find_in = func.instr if conn.dialect.name == "sqlite" else func.strpos
        hits = select(searches.c.item_id).where(find_in(searches.c.text, wanted.text.lower()) > 0)
        conditions.append(items.c.id.in_(hits))
    if wanted.overdue_on:
        conditions.append(and_(items.c.due_rank < wanted.overdue_on, items.c.state != State.CLEARED.value))
    if wanted.open_only:
        conditions.append(items.c.state != State.CLEARED.value)
    if wanted.due_from:
        conditions.append(items.c.due_rank >= wanted.due_from)
    if wanted.due_until:
        conditions.append(items.c.due_rank <= wanted.due_until)
    if wanted.found_from:
        conditions.append(items.c.found_on >= wanted.found_from)
    if wanted.found_until:
        conditions.append(items.c.found_on <= wanted.found_until)
    return query.where(*conditions) if conditions else query


_COLUMNS = {"region": items.c.region, "field": items.c.field, "resp_unit": items.c.resp_unit}


def distinct(conn: Connection, column: str) -> list[str]:
    """Give the values that a column (region, field, resp_unit) has, sorted."""
    return sorted(conn.execute(select(_COLUMNS[column]).distinct()).scalars())


def changes(
    conn: Connection, number: str | None = None, *, limit: int | None = None, since: datetime | None = None
) -> list[Change]:
    """Give the history, oldest first: of one item, or the last `limit` entries of all, or those from `since` on."""
    query = select(history, items.c.hazard_no).join(items)
    if number is not None:
        query = query.where(history.c.item_id == find(conn, number).id)
    if since is not None:
        # SQLite holds days and times as text, some without a fraction: the second before, then exactly
        query = query.where(history.c.at >= since - timedelta(seconds=1))
    query = query.order_by(history.c.id.desc())
    rows = conn.execute(query if limit is None else query.limit(limit)).all()
    return [
        Change(
            row.hazard_no,
            row.at,
            row.by,
            row.action,
            row.before,
            row.after,
            row.note,
            {key: (old, new) for key, (old, new) in json.loads(row.fields).items()},
        )
        for row in reversed(rows)
        if since is None or row.at >= since
    ]


def known(conn: Connection, numbers: Iterable[str], identities: Iterable[str]) -> dict[str, Stored]:
    """Give the items that are in the ledger already, by number and by identity."""
    found: dict[str, Stored] = {}
    for column, keys in ((items.c.hazard_no, numbers), (items.c.identity, identities)):
        ordered = sorted(set(keys))
        for start in range(0, len(ordered), CHUNK):
            query = select(items.c.id, items.c.version, column, records.c.data).join(records)
            for row in conn.execute(query.where(column.in_(ordered[start : start + CHUNK]))):
                found[row[2]] = Stored(row[0], row[1], Item.from_json(row[3]))
    return found


def contents(conn: Connection, wanted: Iterable[str]) -> dict[str, str]:
    """Give content → 隐患编号 for those contents that the ledger has."""
    ordered = sorted(set(wanted))
    found: dict[str, str] = {}
    for start in range(0, len(ordered), CHUNK):
        query = select(items.c.content, items.c.hazard_no).where(
            items.c.content.in_(ordered[start : start + CHUNK])
        )
        for content, number in conn.execute(query):
            found.setdefault(content, number)
    return found


class Numbers:
    """Running numbers for items that came without a 隐患编号; written back by `save`."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self._last: dict[str, int] = {}
        self._taken: set[str] = set()

    def next(self, prefix: str) -> str:
        """Give the next number of a prefix: 青川县-矿山-2020-001."""
        if prefix not in self._last:
            query = select(counters.c.last).where(counters.c.prefix == prefix)
            self._last[prefix] = self._conn.execute(query).scalar() or 0
            alike = items.c.hazard_no.startswith(f"{prefix}-", autoescape=True)
            self._taken.update(self._conn.execute(select(items.c.hazard_no).where(alike)).scalars())
        while True:
            self._last[prefix] += 1
            number = f"{prefix}-{self._last[prefix]:03d}"
            if number not in self._taken:
                return number

    def save(self) -> None:
        """Write the last number of each prefix."""
        for prefix, last in self._last.items():
            done = self._conn.execute(counters.update().where(counters.c.prefix == prefix).values(last=last))
            if done.rowcount == 0:
                self._conn.execute(counters.insert().values(prefix=prefix, last=last))


def note_import(conn: Connection, sign: HistorySignature, values: Mapping[str, Any]) -> None:
    """Write down that a file was imported."""
    conn.execute(imports.insert().values(at=sign.at, by=sign.by, **values))


def settle(conn: Connection) -> None:
    """Let SQLite look at how values are spread, after many rows came in, so that it picks the right index."""
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql("PRAGMA analysis_limit=2000")
        conn.exec_driver_sql("ANALYZE items")
