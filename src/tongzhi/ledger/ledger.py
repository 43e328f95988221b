"""Opening a ledger: a file of SQLite, or a database by its URL; transactions; errors in the user's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import URL, make_url

from tongzhi.errors import InputError, MissingToolError, Place
from tongzhi.ledger import tables

__all__ = ["DEFAULT", "Connection", "Ledger", "open_ledger"]

DEFAULT = "整改台账.db"
BUSY_SECONDS = 30
"""How long a writer waits for another one."""
_LOCK = 0x746F6E67
"""Key of the lock that writers of PostgreSQL share, so that numbers and imports come one after the other."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """An open ledger."""

    engine: Engine
    name: str

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the ledger."""
        with _explained(self.name), self.engine.connect() as conn, conn.begin():
            yield conn

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes appear together at the end, or not at all; writers come one by one."""
        with _explained(self.name), self.engine.connect() as conn:
            writer = conn.execution_options(tongzhi_write=True)
            with writer.begin():
                if writer.dialect.name == "postgresql":
                    writer.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
                yield writer

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()


def open_ledger(target: str | None = None, *, create: bool = False) -> Ledger:
    """Open a ledger and bring its tables to the present version.

    Args:
        target: a file's path, or a URL (`postgresql://user:password@host/name`); `整改台账.db` by default.
        create: make it if it isn't there.

    Raises:
        InputError: it isn't there (and `create` is off), is no ledger, or cannot be reached.
        MissingToolError: a URL of PostgreSQL was given and its driver isn't installed.
    """
    target = target or DEFAULT
    url = _url(target)
    name = url.render_as_string(hide_password=True) if "://" in target else target
    if url.drivername.startswith("sqlite"):
        if (url.database or ":memory:") == ":memory:":
            raise InputError.one("--db 没有写明文件，台账留不下来", _FORMS)
        _find_file(Path(url.database or ""), name, create=create)
    ledger = Ledger(_engine(url), name)
    try:
        _settle(ledger, create=create)
    except BaseException:
        ledger.close()
        raise
    return ledger


def _url(target: str) -> URL:
    if "://" not in target:
        return URL.create("sqlite", database=target)
    try:
        url = make_url(target)
    except sqlalchemy.exc.ArgumentError as error:
        raise InputError.one(f"--db 的地址“{target}”写法不对", _FORMS) from error
    if url.drivername in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if not url.drivername.startswith(("sqlite", "postgresql+psycopg")):
        raise InputError.one(f"--db 不支持 {url.drivername}", _FORMS)
    return url


_FORMS = "写文件名（整改台账.db），或 postgresql://用户:密码@主机/库名"


def _find_file(path: Path, name: str, *, create: bool) -> None:
    place = Place(file=name)
    if path.is_dir():
        raise InputError.one("这是一个文件夹", "写明台账文件名，如 --db 整改台账.db", place=place)
    if path.exists():
        return
    if not create:
        raise InputError.one(
            "这里还没有台账",
            "先导入：tongzhi ledger import 任务清单.xlsx；台账在别处就用 --db 指明",
            place=place,
        )
    if not path.parent.is_dir():
        raise InputError.one("所在文件夹不存在", "先建好文件夹，或换一个位置", place=place)


def _engine(url: URL) -> Engine:
    if url.drivername.startswith("sqlite"):
        engine = sqlalchemy.create_engine(url, connect_args={"timeout": BUSY_SECONDS})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        return sqlalchemy.create_engine(url, connect_args={"connect_timeout": BUSY_SECONDS})
    except ModuleNotFoundError as error:
        raise MissingToolError.one(
            "连接 PostgreSQL 缺少组件 psycopg", '安装：pip install "tongzhi[postgres]"'
        ) from error


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # the driver's own transactions begin too late for a read that decides a write
    connection.isolation_level = None
    # a rollback journal and not WAL: the ledger stays one file, and offices keep it on a network share
    for pragma in ("journal_mode=DELETE", "synchronous=FULL", "foreign_keys=ON", "cache_size=-65536"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(conn: Connection) -> None:
    write = conn.get_execution_options().get("tongzhi_write")
    conn.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _settle(ledger: Ledger, *, create: bool) -> None:
    with ledger.reading() as conn:
        version = tables.version_of(conn)
    if version == tables.VERSION:
        return
    if version is None and not create:
        raise InputError.one(
            "这个库里还没有台账", "先导入：tongzhi ledger import 任务清单.xlsx", place=Place(file=ledger.name)
        )
    with ledger.writing() as conn:
        version = tables.version_of(conn)
        if version is None:
            tables.create(conn)
        else:
            if version < tables.VERSION:
                _keep_old(ledger, version)
            tables.migrate(conn, version)


def _keep_old(ledger: Ledger, version: int) -> None:
    """Copy an SQLite ledger beside itself before its tables are changed; a copy that is there already stays."""
    if ledger.engine.dialect.name != "sqlite" or not ledger.engine.url.database:
        return
    path = Path(ledger.engine.url.database)
    copy = path.with_name(f"{path.stem}.升级前-版本{version}{path.suffix}")
    if copy.exists():
        return
    source, target = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True), sqlite3.connect(copy)
    try:
        source.backup(target)
    finally:
        source.close()
        target.close()


_WORDS = (
    ("not a database", "这个文件不是台账（或已损坏）", "核对 --db；有备份的先还原备份"),
    ("malformed", "台账文件已损坏", "还原备份"),
    ("locked", "台账正被别人写入，等了半分钟还没有轮到", "稍后再试；Excel、同步盘占着的先退出"),
    ("readonly", "台账文件只读，写不进去", "去掉只读，或换一个能写的位置"),
    ("unable to open", "打不开台账文件", "核对路径和权限"),
    ("disk is full", "磁盘已满，这一步没有写入", "清理磁盘后重试"),
    ("disk I/O", "读写磁盘出错，这一步没有写入", "检查磁盘或网络盘后重试"),
    ("password", "数据库的用户名或密码不对", "核对 --db 的地址"),
    ("does not exist", "数据库或用户不存在", "核对 --db 的地址"),
    ("permission denied", "这个用户没有数据库的权限", "请管理员授权"),
    ("rows are kept", "台账不删除、不改动已有记录", "改错用新的一步更正，历史会留下"),
)


@contextmanager
def _explained(name: str) -> Iterator[None]:
    try:
        yield
    except sqlalchemy.exc.DBAPIError as error:
        said = str(error.orig)
        found, instead = next(
            ((found, instead) for word, found, instead in _WORDS if word in said),
            ("台账数据库出错，这一步没有写入", "核对 --db；加 --debug 可看细节")
            if not isinstance(error, sqlalchemy.exc.OperationalError)
            else ("连不上台账数据库", "核对 --db 的地址和网络"),
        )
        raise InputError.one(found, instead, place=Place(file=name)) from error
