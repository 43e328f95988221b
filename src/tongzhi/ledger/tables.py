"""The tables of the ledger and how older versions of them become the present one."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import (
    Column,
    Connection,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    inspect,
    select,
)

from tongzhi.errors import InputError

VERSION = 2
"""The present version of the tables; `meta` holds the version of a file."""

metadata = MetaData()

meta = Table(
    "meta", metadata, Column("key", String(40), primary_key=True), Column("value", Text, nullable=False)
)

items = Table(
    "items",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("hazard_no", String(120), nullable=False, unique=True),
    Column("identity", String(80), nullable=False),
    Column("content", String(80), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("state", String(8), nullable=False),
    Column("version", Integer, nullable=False),
    Column("region", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("level", String(8), nullable=False),
    Column("resp_unit", Text, nullable=False),
    Column("resp_person", Text, nullable=False),
    Column("found_on", Date),
    Column("due", Date),
    Column("due_rank", Date, nullable=False),
    Column("done_on", Date),
    Column("closed_on", Date),
    Column("description", Text, nullable=False),
)
"""What lists filter and show.

`due_rank` is the due date, or the end of days, so that an index can sort by it. `identity` stays what it was when the
item came in, so that its list is recognised after edits; `content` follows them.
"""
Index("items_identity", items.c.identity)
Index("items_content", items.c.content)
Index("items_due", items.c.due_rank, items.c.id)
Index("items_state", items.c.state, items.c.due_rank, items.c.id)
Index("items_region", items.c.region, items.c.field, items.c.state, items.c.due_rank, items.c.id)
Index("items_field", items.c.field, items.c.state, items.c.due_rank, items.c.id)
Index("items_owner", items.c.resp_unit, items.c.state, items.c.due_rank, items.c.id)

searches = Table(
    "searches",
    metadata,
    Column("item_id", ForeignKey("items.id"), primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
)
"""Number, unit, words and person of an item in lower case; apart from `items` so that a search reads little."""

records = Table(
    "records",
    metadata,
    Column("item_id", ForeignKey("items.id"), primary_key=True, autoincrement=False),
    Column("data", Text, nullable=False),
)
"""All fields of an item as JSON, apart from `items` so that lists read little."""

history = Table(
    "history",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("item_id", ForeignKey("items.id"), nullable=False, index=True),
    Column("at", DateTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("action", String(20), nullable=False),
    Column("before", String(8), nullable=False),
    Column("after", String(8), nullable=False),
    Column("note", Text, nullable=False),
    Column("fields", Text, nullable=False),
)

imports = Table(
    "imports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("added", Integer, nullable=False),
    Column("known", Integer, nullable=False),
    Column("updated", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
)

counters = Table(
    "counters",
    metadata,
    Column("prefix", String(120), primary_key=True),
    Column("last", Integer, nullable=False),
)
"""The last running number given out for a prefix of 隐患编号."""

population = Table(
    "population",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("region", Text, nullable=False),
    Column("identity", String(80), nullable=False, unique=True),
)
"""Who must be inspected: 114家非煤矿山企业, one row each, under the name of the whole."""

inspections = Table(
    "inspections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("entity", Text, nullable=False, index=True),
    Column("on", Date, nullable=False),
    Column("inspector", Text, nullable=False),
    Column("found", Integer, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("identity", String(80), nullable=False, unique=True),
)
"""Inspections that took place, with the number of hazards found (0 is told for a second look)."""

accidents = Table(
    "accidents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("accident_no", String(120), nullable=False, index=True),
    Column("report_no", Integer, nullable=False),
    Column("occurred_at", DateTime, nullable=False),
    Column("region", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("deaths", Integer, nullable=False),
    Column("missing", Integer, nullable=False),
    Column("injuries", Integer, nullable=False),
    Column("loss", String(40), nullable=False),
    Column("grade", String(20), nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("by", Text, nullable=False),
)
"""Reports of accidents (0 is the first, then 续报); the newest of an accident holds its figures."""
Index("accidents_report", accidents.c.accident_no, accidents.c.report_no, unique=True)

KEPT = ("history", "items", "records", "searches", "imports", "population", "inspections", "accidents")
"""Tables from which no row is ever deleted."""
FROZEN = ("history", "imports", "inspections", "accidents")
"""Tables whose rows are never changed either."""


def create(conn: Connection) -> None:
    """Make the tables of the present version in an empty database."""
    metadata.create_all(conn)
    _guard(conn, KEPT, FROZEN)
    conn.execute(meta.insert().values(key="version", value=str(VERSION)))


def version_of(conn: Connection) -> int | None:
    """Give the version of the tables there, `None` if there is no ledger.

    Raises:
        InputError: the version is no number.
    """
    if not inspect(conn).has_table("meta"):
        return None
    value = conn.execute(select(meta.c.value).where(meta.c.key == "version")).scalar()
    if value is not None and not value.isdecimal():
        raise InputError.one(f"台账的版本是“{value}”，文件已损坏", "还原备份")
    return int(value) if value is not None else None


def migrate(conn: Connection, version: int) -> None:
    """Bring tables of an older version to the present one, step by step.

    Raises:
        InputError: the ledger was made by a newer tongzhi.
    """
    if version > VERSION:
        raise InputError.one(
            f"这个台账是更新版本的 tongzhi 建的（台账版本 {version}，这里只认到 {VERSION}）",
            "先升级 tongzhi 再打开",
        )
    for step in range(version + 1, VERSION + 1):
        _STEPS[step](conn)
    conn.execute(meta.update().where(meta.c.key == "version").values(value=str(VERSION)))


def _add_population_and_accidents(conn: Connection) -> None:
    new = (population, inspections, accidents)
    metadata.create_all(conn, tables=list(new))
    names = tuple(table.name for table in new)
    _guard(conn, names, tuple(name for name in names if name in FROZEN))


_STEPS: dict[int, Callable[[Connection], None]] = {2: _add_population_and_accidents}
"""Version → what leads to it from the one before."""


def _guard(conn: Connection, kept: tuple[str, ...], frozen: tuple[str, ...]) -> None:
    if conn.dialect.name == "postgresql":
        conn.exec_driver_sql(
            "CREATE OR REPLACE FUNCTION tongzhi_keep() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'tongzhi: rows are kept'; END $$"
        )
    for word, tables in (("DELETE", kept), ("UPDATE", frozen)):
        for table in tables:
            name = f"{table}_no_{word.lower()}"
            if conn.dialect.name == "postgresql":
                conn.exec_driver_sql(
                    f"CREATE TRIGGER {name} BEFORE {word} ON {table} "
                    "FOR EACH ROW EXECUTE FUNCTION tongzhi_keep()"
                )
            else:
                conn.exec_driver_sql(
                    f"CREATE TRIGGER {name} BEFORE {word} ON {table} "
                    "BEGIN SELECT RAISE(ABORT, 'tongzhi: rows are kept'); END"
                )
