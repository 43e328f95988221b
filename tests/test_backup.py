"""What an office cannot make again, in one file, and back; nothing is touched before all is verified."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from tongzhi.backup import LISTING, read_backup
from tongzhi.cli.main import run

LIST = (
    "隐患编号,所属地区,行业领域,单位名称,隐患部位,隐患描述,隐患等级,发现日期,整改措施,整改责任单位,整改责任人,整改资金,整改时限,应急预案\n"
    "B-1,南屏县,矿山,砚山矿业公司,2号库,排洪涵洞淤堵,一般,2026-10-20,清淤,砚山矿业公司,韩某,0,2026-12-30,现场处置方案\n"
)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "单位"
    (place / "公文" / "2026年" / "会议" / "讲话").mkdir(parents=True)
    (place / "公文" / "2026年" / "会议" / "讲话" / "工作.json").write_text(
        '{"title": "会议"}', encoding="utf-8"
    )
    (place / "本单位.yaml").write_text("单位名称: 云岭市安委办\n", encoding="utf-8")
    (place / "文号登记.csv").write_text("发文字号,文种,标题,日期,文件\n", encoding="utf-8")
    (place / "清单.csv").write_text(LIST, encoding="utf-8")
    monkeypatch.chdir(place)
    monkeypatch.setenv("TONGZHI_TODAY", "2026-11-23")
    monkeypatch.setenv("TONGZHI_BY", "韩某")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    for name in ("TONGZHI_PROFILE", "TONGZHI_DB"):
        monkeypatch.delenv(name, raising=False)
    assert run(["ledger", "import", "清单.csv"]) == 0
    return place


def test_office_moves_to_another_folder_whole(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    assert run(["backup", "-o", str(tmp_path / "备份.zip")]) == 0
    assert "4 个文件" in capfd.readouterr().out
    new = tmp_path / "新机器"
    new.mkdir()
    monkeypatch.chdir(new)
    assert run(["restore", str(tmp_path / "备份.zip")]) == 0
    for name in ("本单位.yaml", "文号登记.csv", "公文/2026年/会议/讲话/工作.json"):
        assert (new / name).read_bytes() == (office / name).read_bytes()
    capfd.readouterr()
    assert run(["ledger", "history", "B-1"]) == 0
    assert "列单" in capfd.readouterr().out


def test_ledger_is_kept_while_somebody_writes(office: Path, tmp_path: Path):
    writer = sqlite3.connect(office / "整改台账.db")
    writer.execute("BEGIN IMMEDIATE")
    try:
        assert run(["backup", "-o", str(tmp_path / "备份.zip")]) == 0
    finally:
        writer.rollback()
        writer.close()
    assert "整改台账.db" in read_backup((tmp_path / "备份.zip").read_bytes(), "备份.zip")


def test_restoring_over_other_files_asks_first_and_keeps_them(
    office: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
):
    assert run(["backup", "-o", str(tmp_path / "备份.zip")]) == 0
    changed = "单位名称: 改过的单位\n"
    (office / "本单位.yaml").write_text(changed, encoding="utf-8")
    assert run(["restore", str(tmp_path / "备份.zip")]) == 2
    assert "本单位.yaml" in capfd.readouterr().err
    assert (office / "本单位.yaml").read_text(encoding="utf-8") == changed
    assert run(["restore", str(tmp_path / "备份.zip"), "--force"]) == 0
    assert "云岭市" in (office / "本单位.yaml").read_text(encoding="utf-8")
    (copy,) = office.glob("恢复前的备份-*.zip")
    assert read_backup(copy.read_bytes(), copy.name)["本单位.yaml"].decode() == changed
    assert run(["restore", str(tmp_path / "备份.zip")]) == 0  # the same files again are no conflict


def spoiled(data: bytes, how: str) -> bytes:
    files = {
        name: zipfile.ZipFile(io.BytesIO(data)).read(name)
        for name in zipfile.ZipFile(io.BytesIO(data)).namelist()
    }
    listing = json.loads(files[LISTING])
    if how == "content":
        files["本单位.yaml"] = b"x" * len(files["本单位.yaml"])
    elif how == "newer":
        listing["schema"] = "tongzhi.backup/2"
    elif how == "outside":
        listing["files"].append(
            {
                "path": "../evil.txt",
                "bytes": 1,
                "sha256": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
            }
        )
        files["../evil.txt"] = b"x"
    elif how == "missing":
        del files["本单位.yaml"]
    files[LISTING] = json.dumps(listing).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()[: 200 if how == "cut" else None]


@pytest.mark.parametrize("how", ["content", "newer", "outside", "missing", "cut"])
def test_spoiled_backup_is_refused_whole(
    office: Path, tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch
):
    assert run(["backup", "-o", str(tmp_path / "备份.zip")]) == 0
    (tmp_path / "坏.zip").write_bytes(spoiled((tmp_path / "备份.zip").read_bytes(), how))
    empty = tmp_path / "空"
    empty.mkdir()
    monkeypatch.chdir(empty)
    assert run(["restore", str(tmp_path / "坏.zip")]) == 2
    assert list(empty.iterdir()) == []
    assert not (tmp_path / "evil.txt").exists()


def test_nothing_to_keep_and_wrong_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    assert run(["backup"]) == 2
    assert run(["backup", "--db", "没有.db"]) == 2
    assert run(["restore", "没有.zip"]) == 2
    Path("文.zip").write_bytes(b"no zip")
    assert run(["restore", "文.zip"]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["文.zip"]
