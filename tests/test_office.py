from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tongzhi import office
from tongzhi.errors import InputError, MissingToolError


def test_missing_program_is_told_with_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    paper = tmp_path / "通知.docx"
    paper.write_bytes(b"PK")
    monkeypatch.setattr(office, "find_libreoffice", lambda: None)
    monkeypatch.setattr(office.sys, "platform", "linux")
    with pytest.raises(MissingToolError, match=r"没有 LibreOffice.*libreoffice-writer"):
        office.to_pdf([paper], tmp_path)


def test_missing_document_is_told_by_name(tmp_path: Path):
    with pytest.raises(InputError, match=r"没有.docx.*没有这个文件"):
        office.to_pdf([tmp_path / "没有.docx"], tmp_path)


def test_program_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    paper = tmp_path / "通知.docx"
    paper.write_bytes(b"PK")

    def hang(*_args: object, **_more: object) -> None:
        raise subprocess.TimeoutExpired("soffice", 1)

    monkeypatch.setattr(office, "find_libreoffice", lambda: Path("/bin/true"))
    monkeypatch.setattr(office.subprocess, "run", hang)
    with pytest.raises(InputError, match="已停止"):
        office.to_pdf([paper], tmp_path)


def test_document_that_could_not_be_converted_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    paper = tmp_path / "通知.docx"
    paper.write_bytes(b"PK")
    monkeypatch.setattr(office, "find_libreoffice", lambda: Path("/bin/true"))
    with pytest.raises(InputError, match=r"通知.docx：转不成 .pdf"):
        office.to_pdf([paper], tmp_path / "出")


def test_named_program_is_used_only_when_it_is_there(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TONGZHI_SOFFICE", "/nowhere/soffice")
    assert office.find_libreoffice() is None


@pytest.mark.office
def test_old_format_becomes_a_docx(tmp_path: Path):
    source = tmp_path / "讲话.rtf"
    source.write_bytes(rb"{\rtf1\ansi hello}")
    made = office.to_docx(source, tmp_path / "出")
    assert made.read_bytes()[:2] == b"PK"
