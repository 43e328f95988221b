"""Files of every version that we ever wrote: older ones are read whole, newer ones refused with a word."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tongzhi.cli.main import run
from tongzhi.errors import InputError
from tongzhi.extract.tasks import extract_tasks
from tongzhi.ledger import exporting, store
from tongzhi.ledger.history import HistorySignature
from tongzhi.ledger.importing import import_batch
from tongzhi.ledger.ledger import open_ledger
from tongzhi.ledger.service import LedgerStep
from tongzhi.ledger.sources import read_batch
from tongzhi.model.task import READ_SCHEMAS, SCHEMA, TaskList
from tongzhi.read.tasklist import read_tasklist
from tongzhi.resources import corpus_path
from tongzhi.word.embedded import PART, extract_data

KEPT = Path(__file__).parent / "versions"
SPEECHES = sorted(path.name for path in corpus_path("samples").glob("*.txt"))


def kept(name: str) -> Any:
    return json.loads((KEPT / name).read_text(encoding="utf-8"))


def test_every_version_of_the_task_list_has_a_kept_example():
    assert {f"tongzhi.tasks/{path.stem[6:]}" for path in KEPT.glob("tasks-*.json")} == set(READ_SCHEMAS)


@pytest.mark.parametrize("name", ["tasks-1.json", "tasks-2.json"])
def test_older_task_list_is_read_whole(name: str):
    tasks = read_tasklist(KEPT / name)
    first = kept(name)["tasks"][0]
    assert tasks.meeting_date == date(2026, 9, 21)
    assert [task.id for task in tasks.tasks] == [task["id"] for task in kept(name)["tasks"]]
    [owner] = tasks.tasks[0].owners
    assert owner.names == tuple(first["owners"][0]["names"])
    assert tasks.tasks[0].deadlines[0].date == date(2026, 9, 30)
    again = tasks.to_json()
    assert again["schema"] == SCHEMA
    for key, value in first.items():
        if key not in ("owners", "parts"):
            assert again["tasks"][0][key] == value


def test_present_task_list_comes_back_as_it_was():
    assert TaskList.from_json(kept("tasks-2.json")).to_json() == kept("tasks-2.json")


@pytest.mark.parametrize("name", SPEECHES)
def test_task_list_of_a_speech_loses_nothing_on_its_way(name: str):
    text = corpus_path(f"samples/{name}").read_text(encoding="utf-8")
    made = extract_tasks(text, meeting_date=date(2026, 9, 21))
    record = json.loads(json.dumps(made.to_json(explain=True), ensure_ascii=False))
    assert TaskList.from_json(record) == made
    assert TaskList.from_json(record).to_json(explain=True) == record


@pytest.mark.parametrize("version", ["tongzhi.tasks/3", "tongzhi.tasks/10", "tongzhi.ledger/1", "", None, 2])
def test_unknown_version_of_a_task_list_is_refused(version: object, tmp_path: Path):
    record = {**kept("tasks-2.json"), "schema": version}
    with pytest.raises(InputError, match="还不认识"):
        TaskList.from_json(record)
    (tmp_path / "新.json").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(InputError, match=r"新\.json"):
        read_tasklist(tmp_path / "新.json")


@pytest.mark.parametrize("key", ["tasks", "keywords", "open"])
@pytest.mark.parametrize("value", [{}, {"id": "1"}, "", 0])
def test_mapping_is_no_list_of_tasks(key: str, value: object, tmp_path: Path):
    (tmp_path / "坏.json").write_text(json.dumps({**kept("tasks-2.json"), key: value}), encoding="utf-8")
    with pytest.raises(InputError, match=key):
        read_tasklist(tmp_path / "坏.json")


def test_edited_workbook_of_a_newer_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("讲话.txt").write_text("市应急管理局要在9月30日前完成尾矿库排查。", encoding="utf-8")
    assert run(["extract", "讲话.txt", "-o", "任务.xlsx"]) == 0
    read_tasklist(Path("任务.xlsx"))
    with zipfile.ZipFile("任务.xlsx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile("新.xlsx", "w") as package:
        for name, data in parts.items():
            package.writestr(name, data.replace(b"tongzhi.tasks/2", b"tongzhi.tasks/9"))
    with pytest.raises(InputError, match=r"新.xlsx.*tongzhi.tasks/9"):
        read_tasklist(Path("新.xlsx"))


def test_ledger_of_the_first_version_is_opened_with_its_rows_and_kept_beside(tmp_path: Path):
    path = tmp_path / "整改台账.db"
    with sqlite3.connect(path) as conn:
        conn.executescript((KEPT / "ledger-1.sql").read_text(encoding="utf-8"))
    conn.close()
    opened = open_ledger(str(path))
    with opened.reading() as conn:
        stored = store.find(conn, "DJ-1")
        changes = store.changes(conn, "DJ-1")
    opened.close()
    assert stored.item.description == "排洪涵洞淤堵约三分之一"
    assert [change.action for change in changes] == ["列单", "交单"]
    assert (tmp_path / "整改台账.升级前-版本1.db").is_file()


def test_export_of_the_first_version_is_imported(tmp_path: Path):
    opened = open_ledger(str(tmp_path / "新.db"), create=True)
    with opened.writing() as conn:
        done = import_batch(conn, read_batch(KEPT / "ledger-1.json"), _step())
    opened.close()
    assert done.added == ["DJ-1"]


def _step() -> LedgerStep:
    return LedgerStep(HistorySignature("张三", datetime(2026, 11, 2, 9, 30)))


def test_export_and_import_keep_the_history(tmp_path: Path):
    with sqlite3.connect(tmp_path / "旧.db") as raw:
        raw.executescript((KEPT / "ledger-1.sql").read_text(encoding="utf-8"))
    raw.close()
    old, new = open_ledger(str(tmp_path / "旧.db")), open_ledger(str(tmp_path / "新.db"), create=True)
    with old.reading() as conn:
        items, before = [stored.item for stored in store.each(conn, store.Filter())], store.changes(conn)
    (tmp_path / "台账.json").write_bytes(exporting.render_json(items, before))
    with new.writing() as conn:
        done = import_batch(conn, read_batch(tmp_path / "台账.json"), _step())
        again = import_batch(conn, read_batch(tmp_path / "台账.json"), _step())
    with new.reading() as conn:
        after = store.changes(conn)
        assert [stored.item for stored in store.each(conn, store.Filter())] == items
    old.close()
    new.close()
    assert (done.added, done.refused, again.added, again.known) == (["DJ-1"], [], [], 1)
    assert after[:-1] == before
    assert len(before) == 2
    assert (after[-1].action, after[-1].note) == ("导入", "导入 台账.json，连同 2 条经过")


@pytest.mark.parametrize("past", [[{}], [7], "甲", [{"时间": "昨天"}], {"时间": 1}])
def test_history_that_is_none_is_refused(past: object, tmp_path: Path):
    record = kept("ledger-1.json")
    record["items"][0]["经过"] = past
    (tmp_path / "坏.json").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(InputError, match=r"坏\.json.*经过"):
        read_batch(tmp_path / "坏.json")


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert run(["new", "notice", "-o", "通知.yaml", "--today", "2026-09-17"]) == 0
    assert run(["fill", "notice", "通知.yaml", "-o", "通知.docx", "--today", "2026-09-17"]) == 0
    return tmp_path / "通知.docx"


def _with_part(paper: Path, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(paper) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert old in parts[PART]
    parts[PART] = parts[PART].replace(old, new)
    other = paper.with_name("改.docx")
    with zipfile.ZipFile(other, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return other.read_bytes()


def test_paper_of_before_versions_gives_its_data(paper: Path):
    now = extract_data(paper.read_bytes())
    assert now is not None
    assert now.is_untouched
    assert extract_data(_with_part(paper, b' version="1"', b"")) == now


def test_paper_with_data_of_a_newer_version_is_refused(paper: Path, capsys: pytest.CaptureFixture[str]):
    _with_part(paper, b' version="1"', b' version="2"')
    assert run(["new", "notice", "--from", "改.docx", "-o", "新.yaml"]) == 2
    assert "先升级 tongzhi" in capsys.readouterr().err
    assert not Path("新.yaml").exists()
