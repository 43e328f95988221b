"""Conversion on Windows without LibreOffice: Word or WPS over COM, driven by PowerShell (a stand-in here)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tongzhi import office
from tongzhi.errors import InputError, MissingToolError


class Shell:
    """Stands in for PowerShell: notes what it was asked and does it."""

    def __init__(self, code: int = 0) -> None:
        self.code = code
        self.script = ""

    def __call__(self, command: list[str], **more: Any) -> SimpleNamespace:
        self.script = command[-1]
        for job in json.loads(Path(more["env"]["TONGZHI_JOBS"]).read_text(encoding="utf-8")):
            if self.code == 0:
                Path(job["to"]).write_bytes(Path(job["from"]).read_bytes() + b" made")
        return SimpleNamespace(returncode=self.code)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(office, "find_libreoffice", lambda: None)
    monkeypatch.setattr(office, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(office.shutil, "which", lambda name: name if name == "powershell" else None)
    return monkeypatch


def source(folder: Path) -> Path:
    path = folder / "通知'1.docx"
    path.write_bytes(b"paper")
    return path


def test_paths_travel_in_a_file_and_macros_stay_off(windows: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shell = Shell()
    windows.setattr(office.subprocess, "run", shell)
    made = office.to_pdf([source(tmp_path)], tmp_path / "out")
    assert [path.read_bytes() for path in made] == [b"paper made"]
    assert "通知" not in shell.script
    assert "AutomationSecurity = 3" in shell.script
    assert "KWPS.Application" in shell.script
    assert office.pdf_bytes(b"x") == b"x made"


def test_machine_without_word_or_wps_or_shell_is_told(windows: pytest.MonkeyPatch, tmp_path: Path) -> None:
    windows.setattr(office.subprocess, "run", Shell(3))
    with pytest.raises(MissingToolError, match="没有 WPS 或 Word"):
        office.to_pdf([source(tmp_path)], tmp_path)
    windows.setattr(office.shutil, "which", lambda _name: None)
    with pytest.raises(MissingToolError, match="没有 PowerShell"):
        office.to_pdf([source(tmp_path)], tmp_path)


def test_program_that_waits_for_a_click_is_stopped(windows: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def wait(*_args: object, **_more: object) -> None:
        raise subprocess.TimeoutExpired("powershell", 1)

    windows.setattr(office.subprocess, "run", wait)
    with pytest.raises(InputError, match="提示窗口"):
        office.to_pdf([source(tmp_path)], tmp_path)


def test_program_that_cannot_start_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("no program")
    monkeypatch.setenv("TONGZHI_SOFFICE", str(program))
    with pytest.raises(MissingToolError, match="启动不了"):
        office.to_pdf([source(tmp_path)], tmp_path / "out")


def test_libreoffice_is_looked_for_in_its_usual_places(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "soffice"
    program.write_text("")
    monkeypatch.delenv("TONGZHI_SOFFICE", raising=False)
    monkeypatch.setattr(office.shutil, "which", lambda _name: None)
    monkeypatch.setattr(office, "_PLACES", (str(tmp_path / "weg"), str(program)))
    assert office.find_libreoffice() == program
    monkeypatch.setattr(office, "_PLACES", ())
    assert office.find_libreoffice() is None


def test_nothing_to_convert_starts_nothing(tmp_path: Path) -> None:
    assert office.to_pdf([], tmp_path / "out") == []
    assert not (tmp_path / "out").exists()
