"""Work on many files ends with a result workbook, when one is asked for."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tongzhi.cli.main import run


@pytest.fixture
def speeches(tmp_path: Path) -> Path:
    folder = tmp_path / "讲话"
    folder.mkdir()
    (folder / "甲.txt").write_text("各县区要在9月30日前排查全部尾矿库，建立隐患台账。\n", encoding="utf-8")
    (folder / "乙.txt").write_bytes(b"\x00\x01\x02" * 50)
    return folder


def rows(path: Path) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    return [row[1:] for row in sheet.iter_rows(min_row=2, values_only=True)]


def test_extract_tells_of_every_file_what_became_of_it(speeches: Path, tmp_path: Path):
    book = tmp_path / "结果.xlsx"
    assert run(["extract", str(speeches), "-o", str(tmp_path / "出"), "--results", str(book)]) == 1
    states = {Path(str(path)).name: (state, message) for path, state, _, message in rows(book)}
    assert states["甲.txt"][0] == "完成"
    assert states["乙.txt"][0] == "失败"
    assert "不是文本" in str(states["乙.txt"][1])


def test_text_version_goes_where_it_is_asked_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert run(["new", "notice", "-o", "通知.yaml", "--today", "2026-09-17"]) == 0
    command = ["fill", "notice", "通知.yaml", "--text", "--today", "2026-09-17"]
    capsys.readouterr()
    assert run(command) == 0
    said = capsys.readouterr().out
    assert run([*command, "-o", "通知.txt"]) == 0
    assert (tmp_path / "通知.txt").read_text(encoding="utf-8") == said
    assert capsys.readouterr().out == ""
    assert run([*command, "-o", "通知.txt"]) == 2
    assert run([*command, "-o", "通知.docx"]) == 2
    assert not (tmp_path / "通知.docx").exists()


def test_check_and_format_write_the_same_workbook(tmp_path: Path):
    for name in ("一", "二"):
        assert run(["new", "notice", "-o", str(tmp_path / f"{name}.yaml"), "--today", "2026-09-20"]) == 0
        assert run(["fill", "notice", str(tmp_path / f"{name}.yaml"), "--today", "2026-09-20"]) == 0
    papers = [str(tmp_path / f"{name}.docx") for name in ("一", "二")]
    for command in (["check", *papers], ["format", *papers, "-o", str(tmp_path / "排好")]):
        book = tmp_path / f"{command[0]}.xlsx"
        assert run([*command, "--results", str(book)]) == 0
        assert [row[1] for row in rows(book)] == ["完成", "完成"]


def test_existing_result_workbook_is_kept_without_force(speeches: Path, tmp_path: Path):
    book = tmp_path / "结果.xlsx"
    book.write_bytes(b"old")
    assert run(["extract", str(speeches), "-o", str(tmp_path / "出"), "--results", str(book)]) == 2
    assert book.read_bytes() == b"old"
