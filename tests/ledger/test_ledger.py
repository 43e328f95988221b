from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy

from tongzhi.errors import InputError, TongzhiError
from tongzhi.ledger import store, tables
from tongzhi.ledger.importing import Imported
from tongzhi.ledger.ledger import Ledger, open_ledger
from tongzhi.model.item import Item

WRITER = """
import sys
from datetime import datetime
from tongzhi.errors import Place
from tongzhi.ledger import service
from tongzhi.ledger.history import HistorySignature
from tongzhi.ledger.importing import import_batch
from tongzhi.ledger.ledger import open_ledger
from tongzhi.ledger.service import LedgerStep
from tongzhi.ledger.sources import Batch
from tongzhi.read.hazard_rows import Incoming

step = LedgerStep(HistorySignature("张三", datetime(2020, 11, 2)))
ledger = open_ledger(sys.argv[1], create=True)

def rows(start, count):
    for number in range(start, start + count):
        cells = {"hazard_no": f"H-{number}", "description": "排洪涵洞淤堵约三分之一" * 20}
        yield Incoming(Place(file="清单"), cells)
        if number % 2000 == 1999:
            print("row", number, flush=True)

def bring(start, count):
    with ledger.writing() as conn:
        import_batch(conn, Batch("清单", "0" * 64, rows(start, count)), step)
"""


def kill_after(script: str, path: Path, lines: int) -> None:
    """Run a writer, let it say so many lines, and kill it without warning."""
    code = WRITER + textwrap.dedent(script)
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for _ in range(lines):
            assert process.stdout.readline()
        process.kill()


def look(path: Path) -> tuple[str, int, int, int]:
    """Give what SQLite says of the file, and how many items, records and entries of history it has."""
    opened = open_ledger(str(path))
    with opened.reading() as conn:
        whole = conn.exec_driver_sql("PRAGMA integrity_check").scalar_one()
        counts = [
            conn.execute(sqlalchemy.select(sqlalchemy.func.count()).select_from(table)).scalar_one()
            for table in (tables.items, tables.records, tables.history)
        ]
    opened.close()
    return str(whole), counts[0], counts[1], counts[2]


@pytest.mark.parametrize("lines", [2, 4])
def test_killed_in_the_middle_of_an_import_the_file_is_as_it_was_before(tmp_path: Path, lines: int) -> None:
    path = tmp_path / "台账.db"
    script = """
    bring(0, 3)
    ledger.engine.dispose()
    # a cache of ten pages makes SQLite write into the file long before the end
    import sqlalchemy
    sqlalchemy.event.listen(ledger.engine, "connect", lambda c, _: c.execute("PRAGMA cache_size=10"))
    bring(100, 100_000)
    """
    kill_after(script, path, lines)
    assert look(path) == ("ok", 3, 3, 3)


@pytest.mark.parametrize("lines", [1, 3, 8, 15])
def test_killed_between_steps_every_told_step_is_there_with_its_history(tmp_path: Path, lines: int) -> None:
    path = tmp_path / "台账.db"
    script = """
    bring(0, 1)
    for count in range(1, 1000):
        with ledger.writing() as conn:
            service.edit(conn, "H-0", step, values={"备注": f"第{count}次"})
        print(count, flush=True)
    """
    kill_after(script, path, lines)
    whole, items, records, entries = look(path)
    assert (whole, items, records) == ("ok", 1, 1)
    opened = open_ledger(str(path))
    with opened.reading() as conn:
        stored = store.find(conn, "H-0")
    opened.close()
    assert entries == stored.version > lines
    assert stored.item.remark == f"第{entries - 1}次"


def test_reader_needs_a_ledger_and_makes_none(tmp_path: Path) -> None:
    path = tmp_path / "没有.db"
    with pytest.raises(InputError, match="还没有台账"):
        open_ledger(str(path))
    assert not path.exists()


def test_other_files_are_refused(tmp_path: Path) -> None:
    text, other = tmp_path / "文字.db", tmp_path / "别的.db"
    text.write_text("这不是数据库" * 100, encoding="utf-8")
    with sqlite3.connect(other) as conn:
        conn.execute("CREATE TABLE t (a)")
    conn.close()
    with pytest.raises(InputError, match="不是台账"):
        open_ledger(str(text))
    with pytest.raises(InputError, match="还没有台账"):
        open_ledger(str(other))
    with pytest.raises(InputError, match="不支持 mysql"):
        open_ledger("mysql://a/b")
    with pytest.raises(InputError, match="写法不对"):
        open_ledger("://")


@pytest.mark.parametrize("target", [":memory:", "sqlite://", "sqlite:///:memory:"])
def test_ledger_that_would_not_be_kept_is_refused(target: str) -> None:
    with pytest.raises(InputError, match="没有写明文件"):
        open_ledger(target, create=True)


def test_password_is_never_shown() -> None:
    with pytest.raises(TongzhiError) as caught:
        open_ledger("postgresql://u:geheim@127.0.0.1:1/x")
    assert "geheim" not in str(caught.value)


def test_first_version_is_brought_up_to_date_with_its_rows(
    ledger: Ledger, bring: Callable[..., Imported], whole: Callable[..., Item]
) -> None:
    bring(whole())
    with ledger.writing() as conn:
        for table in ("population", "inspections", "accidents"):
            conn.exec_driver_sql(f"DROP TABLE {table}")
        conn.exec_driver_sql("UPDATE meta SET value = '1' WHERE key = 'version'")
    again = Ledger(ledger.engine, ledger.name)
    from tongzhi.ledger.ledger import _settle

    _settle(again, create=False)
    with ledger.reading() as conn:
        assert tables.version_of(conn) == tables.VERSION
        assert sqlalchemy.inspect(conn).has_table("accidents")
        assert store.find(conn, "H-1").item == whole()
    if ledger.engine.dialect.name == "sqlite":  # a copy of what it was stands beside it
        old = Path(ledger.name).with_name("整改台账.升级前-版本1.db")
        kept = sqlite3.connect(old)
        assert kept.execute("SELECT value FROM meta WHERE key = 'version'").fetchone() == ("1",)
        kept.close()


def test_migrated_tables_are_those_of_a_new_ledger(tmp_path: Path) -> None:
    """The first version as it was, brought up to date, beside a ledger made today."""
    new, old = tmp_path / "新.db", tmp_path / "旧.db"
    open_ledger(str(new), create=True).close()
    shutil.copy(new, old)
    with sqlite3.connect(old) as conn:
        for table in ("population", "inspections", "accidents"):
            conn.execute(f"DROP TABLE {table}")
        conn.execute("UPDATE meta SET value = '1'")
    conn.close()
    open_ledger(str(old)).close()

    def schema(path: Path) -> list[str]:
        conn = sqlite3.connect(path)
        found = sorted(
            str(row[0]) for row in conn.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        )
        conn.close()
        return found

    assert schema(old) == schema(new)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE records SET data = '{'",
        """UPDATE records SET data = '{"due": "zz"}'""",
        "UPDATE meta SET value = 'x'",
    ],
)
def test_damaged_record_is_told_in_chinese(
    change: str, ledger: Ledger, bring: Callable[..., Imported], whole: Callable[..., Item]
) -> None:
    bring(whole())
    with ledger.writing() as conn:
        conn.exec_driver_sql(change)

    def read() -> None:
        with ledger.reading() as conn:
            tables.version_of(conn)
            store.find(conn, "H-1")

    with pytest.raises(InputError, match="已损坏"):
        read()


def test_ledger_of_a_newer_version_is_left_alone(ledger: Ledger) -> None:
    with ledger.writing() as conn:
        conn.exec_driver_sql("UPDATE meta SET value = '99' WHERE key = 'version'")
    from tongzhi.ledger.ledger import _settle

    with pytest.raises(InputError, match="先升级 tongzhi"):
        _settle(ledger, create=True)
    assert list(Path(ledger.name).parent.glob("*升级前*")) == []


def test_writer_waits_for_the_other_and_sees_what_it_wrote(tmp_path: Path) -> None:
    path = tmp_path / "台账.db"
    code = WRITER + "\nbring(int(sys.argv[2]), 300)\n"
    both = [subprocess.Popen([sys.executable, "-c", code, str(path), start]) for start in ("0", "150")]
    assert [process.wait() for process in both] == [0, 0]
    assert look(path)[1] == 450
