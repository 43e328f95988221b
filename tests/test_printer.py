"""Papers go to the printer as they are written, moved on preprinted sheets, and never in other faces."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import pytest

from tongzhi import printer
from tongzhi.cli.main import run
from tongzhi.diagnosis import FACES
from tongzhi.errors import InputError, MissingToolError
from tongzhi.printer import PrintJob, faces_of
from tongzhi.word.document import WordDocument
from tongzhi.word.shift import shift_pages
from tongzhi.word.sizes import Mm


class Queue:
    """Stands in for `lp`: keeps what it was asked to print."""

    def __init__(self, code: int = 0, words: bytes = b"") -> None:
        self.code, self.words = code, words
        self.commands: list[list[str]] = []

    def __call__(self, command: list[str], **more: Any) -> SimpleNamespace:
        self.commands.append(command)
        return SimpleNamespace(returncode=self.code, stdout=b"", stderr=self.words)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TONGZHI_TODAY", "2026-11-23")
    monkeypatch.setattr("tongzhi.read.profile.settings_folder", lambda: tmp_path / "none")
    monkeypatch.setattr(printer.sys, "platform", "linux")
    assert run(["new", "notice", "-o", "通知.yaml"]) == 0


@pytest.fixture
def cups(monkeypatch: pytest.MonkeyPatch) -> Queue:
    queue = Queue()
    faces = {name.casefold() for names in FACES.values() for name in names[:1]}
    monkeypatch.setattr("tongzhi.diagnosis.installed_faces", lambda: faces)
    monkeypatch.setattr(printer.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(
        printer, "subprocess", SimpleNamespace(run=queue, TimeoutExpired=subprocess.TimeoutExpired)
    )
    monkeypatch.setattr(
        printer, "to_pdf", lambda papers, folder: [folder / f"{paper.stem}.pdf" for paper in papers]
    )
    return queue


def test_a_paper_is_printed_in_its_true_size(cups: Queue, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fill", "notice", "通知.yaml", "--print", "--printer", "三楼"]) == 0
    (command,) = cups.commands
    assert command[:3] == ["/usr/bin/lp", "-d", "三楼"]
    assert "print-scaling=none" in command
    assert command[-1].endswith("通知.pdf")
    said = capsys.readouterr().err
    assert "已送打印机“三楼”：通知.docx" in said
    assert "长边翻转" in said


def test_a_missing_face_stops_the_printing(
    cups: Queue, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tongzhi.diagnosis.installed_faces", lambda: {"宋体", "黑体", "楷体"})
    assert run(["fill", "notice", "通知.yaml", "--print"]) == MissingToolError.exit_code
    assert not cups.commands
    said = capsys.readouterr().err
    assert "没有字体 " in said
    assert "仿宋_GB2312" in said
    assert "方正小标宋简体" in said
    assert "楷体_GB2312" not in said  # 楷体 is the same design
    assert Path("通知.docx").is_file()


def test_preprinted_sheets_are_met_by_a_moved_copy(cups: Queue) -> None:
    assert run(["fill", "notice", "通知.yaml", "--head", "留白", "--print", "--shift", "1.5,-2"]) == 0
    plain = docx.Document("通知.docx").sections[0]
    moved = docx.Document("通知（套印）.docx").sections[0]
    assert moved.left_margin.mm - plain.left_margin.mm == pytest.approx(1.5, abs=0.02)
    assert moved.top_margin.mm - plain.top_margin.mm == pytest.approx(-2, abs=0.02)
    assert moved.bottom_margin.mm - plain.bottom_margin.mm == pytest.approx(2, abs=0.02)
    assert cups.commands[0][-1].endswith("通知（套印）.pdf")


@pytest.mark.parametrize("typed", ["1.5", "左,上", "30,0", "1,2,3", "nan,0"])
def test_a_shift_that_cannot_be_is_told(typed: str, cups: Queue, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fill", "notice", "通知.yaml", "--print", "--shift", typed]) == InputError.exit_code
    assert "毫米" in capsys.readouterr().err
    assert not cups.commands
    assert not Path("通知.docx").exists()


def test_options_of_printing_need_printing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fill", "notice", "通知.yaml", "--printer", "三楼"]) == InputError.exit_code
    assert "--print" in capsys.readouterr().err
    assert run(["fill", "notice", "通知.yaml", "--print", "--text"]) == InputError.exit_code


def test_what_the_printer_says_is_told(cups: Queue, capsys: pytest.CaptureFixture[str]) -> None:
    cups.code, cups.words = 1, b"lp: The printer or class does not exist.\n"
    assert run(["fill", "notice", "通知.yaml", "--print", "--printer", "x"]) == InputError.exit_code
    assert "does not exist" in capsys.readouterr().err


def test_a_machine_without_a_printing_system_says_so(
    cups: Queue, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(printer.shutil, "which", lambda name: None)
    assert run(["fill", "notice", "通知.yaml", "--print"]) == MissingToolError.exit_code
    assert "CUPS" in capsys.readouterr().err


def test_windows_prints_by_its_verb(cups: Queue, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Any, ...]] = []
    monkeypatch.setattr(printer.sys, "platform", "win32")
    monkeypatch.setattr(printer.os, "startfile", lambda *given: asked.append(given), raising=False)
    PrintJob().send([written()])
    PrintJob("三楼 彩色").send([written()])
    assert asked == [(written(), "print"), (written(), "printto", '"三楼 彩色"')]


def written() -> Path:
    path = Path("纸.docx")
    if not path.exists():
        document = docx.Document()
        document.add_paragraph("关于会议的通知")
        for run_ in document.paragraphs[0].runs:
            run_.font.name = "宋体"
            run_._element.rPr.rFonts.set(docx.oxml.ns.qn("w:eastAsia"), "宋体")
        document.save(str(path))
    return path


def test_a_batch_is_printed_in_its_order(cups: Queue) -> None:
    Path("名册.csv").write_text(
        "县区,问题,整改要求,整改期限\n青川县,通道堵塞,清理通道,2026-12-05\n白水县,无证上岗,持证上岗,2026-12-06\n",
        encoding="utf-8",
    )
    common = ["--set", "发文机关=临江市安全生产委员会办公室"]
    assert run(["batch", "circular", "名册.csv", "-o", "通报", *common, "--print"]) == 0
    assert len(cups.commands) == 2
    assert "青川县" in cups.commands[0][-1]
    assert "白水县" in cups.commands[1][-1]


def test_a_batch_with_a_failed_row_is_not_printed(cups: Queue, capsys: pytest.CaptureFixture[str]) -> None:
    Path("名册.csv").write_text(
        "县区,问题,整改要求,整改期限\n青川县,通道堵塞,清理通道,2026-12-05\n,无证上岗,持证上岗,2026-12-06\n",
        encoding="utf-8",
    )
    common = ["--set", "发文机关=临江市安全生产委员会办公室"]
    assert run(["batch", "circular", "名册.csv", "-o", "通报", *common, "--print"]) != 0
    assert not cups.commands
    assert "没有打印" in capsys.readouterr().err


def test_only_faces_that_are_seen_count() -> None:
    document = docx.Document()
    document.add_paragraph("Only Latin")
    hidden = document.add_paragraph().add_run("隐藏的字")
    hidden.font.hidden = True
    buffer = io.BytesIO()
    document.save(buffer)
    assert faces_of(buffer.getvalue()) == []


def test_every_section_moves_and_no_line_does() -> None:
    document = docx.Document()
    document.add_paragraph("第一节")
    document.add_section()
    buffer = io.BytesIO()
    document.save(buffer)
    before = WordDocument(buffer.getvalue()).sections
    after = WordDocument(shift_pages(buffer.getvalue(), Mm(3), Mm(2))).sections
    assert [section.left for section in after] == [section.left + Mm(3) for section in before]
    assert [section.text_width for section in after] == [section.text_width for section in before]
    assert [section.text_height for section in after] == [section.text_height for section in before]
