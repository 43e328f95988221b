"""`doctor`: what this machine has, and the exact words for what it lacks, on any system."""

from __future__ import annotations

import os
import subprocess
import sys
from io import TextIOWrapper
from pathlib import Path
from types import SimpleNamespace

import pytest

from tongzhi import diagnosis
from tongzhi.cli.main import run


def parts() -> dict[str, diagnosis.OptionalPart]:
    return {part.name: part for part in diagnosis.diagnose()}


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with nothing optional."""
    monkeypatch.setattr(diagnosis, "find_libreoffice", lambda: None)
    monkeypatch.setattr(diagnosis, "find_spec", lambda _name: None)
    monkeypatch.setattr(diagnosis.shutil, "which", lambda _name: None)


@pytest.mark.usefixtures("bare")
def test_bare_machine_is_told_what_to_install(capsys: pytest.CaptureFixture[str]) -> None:
    found = parts()
    assert found["tongzhi"].found
    assert [part.found for name, part in found.items() if name.startswith("字体")] == [False] * 5
    assert not found["出 PDF、读 .doc/.wps"].found
    assert found["批量加速"].advice == 'pip install "tongzhi[fast]"'
    assert all(part.advice for part in found.values() if not part.found)
    run(["doctor"])
    said = capsys.readouterr().out
    assert all(part.advice in said for part in found.values() if not part.found)


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("programs", "platform", "words"),
    [
        (("apt-get",), "linux", "sudo apt-get install libreoffice-writer"),
        (("dnf",), "linux", "sudo dnf install libreoffice-writer"),
        (("yum",), "linux", "sudo dnf install libreoffice-writer"),
        ((), "linux", "安装 LibreOffice"),
        ((), "darwin", "拖进“应用程序”"),
    ],
)
def test_advice_fits_the_system(
    monkeypatch: pytest.MonkeyPatch, programs: tuple[str, ...], platform: str, words: str
) -> None:
    monkeypatch.setattr(diagnosis.shutil, "which", lambda name: name if name in programs else None)
    monkeypatch.setattr(diagnosis.sys, "platform", platform)
    assert words in diagnosis._office_words()


def test_libreoffice_is_named_when_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis, "find_libreoffice", lambda: Path("/opt/soffice"))
    assert parts()["出 PDF、读 .doc/.wps"].state == "LibreOffice（/opt/soffice）"


@pytest.mark.parametrize(
    ("encoding", "fits"), [("utf-8", True), ("GBK", True), ("ascii", False), ("cp1252", False)]
)
def test_console_that_cannot_show_chinese_is_told(
    monkeypatch: pytest.MonkeyPatch, encoding: str, fits: bool
) -> None:
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(__import__("io").BytesIO(), encoding=encoding))
    part = diagnosis._console()
    assert part.found is fits
    assert ("chcp 65001" in part.advice) is not fits


def test_faces_are_known_under_any_of_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = "FangSong,仿宋\nFZXiaoBiaoSong-B05S\nKaiTi\n".encode()
    monkeypatch.setattr(diagnosis.shutil, "which", lambda name: name)
    monkeypatch.setattr(diagnosis.subprocess, "run", lambda *_args, **_more: SimpleNamespace(stdout=listed))
    states = {part.name: part.state for part in diagnosis._faces()}
    assert states["字体 仿宋（正文）"] == "仿宋"
    assert states["字体 小标宋（标题、红头）"] == "FZXiaoBiaoSong-B05S"
    assert states["字体 楷体（二级标题）"] == "KaiTi"
    assert states["字体 黑体（一级标题）"].startswith("没有")


@pytest.mark.parametrize("error", [OSError("weg"), subprocess.TimeoutExpired("fc-list", 20)])
def test_listing_of_faces_that_fails_counts_as_none(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_args: object, **_more: object) -> None:
        raise error

    monkeypatch.setattr(diagnosis.shutil, "which", lambda name: name)
    monkeypatch.setattr(diagnosis.subprocess, "run", fail)
    assert diagnosis.installed_faces() == set()


def test_faces_of_windows_are_known_by_their_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = tmp_path / "own" / "Microsoft" / "Windows" / "Fonts"
    for folder, name in ((tmp_path / "Fonts", "SIMFANG.TTF"), (own, "fzxbsjw.ttf")):
        folder.mkdir(parents=True)
        (folder / name).write_bytes(b"")
    monkeypatch.setenv("WINDIR", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "own"))
    assert diagnosis._windows_faces() == {"仿宋", "方正小标宋简体"}


@pytest.mark.usefixtures("bare")
def test_windows_looks_for_wps_and_its_own_faces(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(diagnosis, "_windows_faces", lambda: {"黑体"})
    monkeypatch.setattr(diagnosis, "_is_registered", lambda name: name == "KWPS.Application")
    monkeypatch.setattr(diagnosis, "os", SimpleNamespace(name="nt", environ=os.environ))
    found = parts()
    assert found["出 PDF、读 .doc/.wps"].state == "本机的 WPS 或 Word"
    assert found["字体 黑体（一级标题）"].found
    assert "可选功能" in found["字体 楷体（二级标题）"].advice
    monkeypatch.setattr(diagnosis, "_is_registered", lambda _name: False)
    assert "WPS Office" in parts()["出 PDF、读 .doc/.wps"].advice


def test_other_systems_have_no_registry() -> None:
    if sys.platform != "win32":
        assert not diagnosis._is_registered("Word.Application")
