"""`tongzhi check` and `tongzhi format` from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from tongzhi.cli.main import run


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    book = docx.Document()
    for line in (
        "关于做好尾矿库安全工作的通知",
        "各县（市、区）人民政府：",
        "请于下午15:00前报送尾矿库,非煤矿山情况。",
    ):
        book.add_paragraph(line)
    path = tmp_path / "草稿.docx"
    book.save(str(path))
    return path


def test_check_says_errors_and_exits_one(untidy, capsys):
    assert run(["check", str(untidy)]) == 1
    said = capsys.readouterr().out
    assert "下午15:00" in said
    assert "GB/T 9704-2012 5.1，规定）[page-size]" in said


def test_check_gives_json(untidy, capsys):
    assert run(["check", str(untidy), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == "tongzhi.findings/1"
    finding = next(each for each in told["files"][0]["findings"] if each["rule"] == "clock")
    assert finding["place"]["paragraph"] == 3
    assert finding["level"] == "error"
    assert finding["instead"].startswith("请于下午3:00前")


def test_check_lists_its_rules(capsys):
    assert run(["check", "--rules"]) == 0
    said = capsys.readouterr().out
    assert "title-face  提醒（一般）  GB/T 9704-2012 7.3.1" in said
    assert "papers-sentence" in said


def test_rules_as_json_have_unique_ids(capsys):
    run(["check", "--rules", "--format", "json"])
    rows = json.loads(capsys.readouterr().out)["rules"]
    assert len({row["rule"] for row in rows}) == len(rows) > 100
    assert all(row["clause"] and row["source"] and row["says"] for row in rows)


def test_warnings_pass_unless_strict(tmp_path, capsys):
    book = docx.Document()
    book.add_paragraph("请将情况报市安监局。")
    section = book.sections[0]
    section.page_width, section.page_height = docx.shared.Mm(210), docx.shared.Mm(297)
    section.top_margin, section.bottom_margin = docx.shared.Mm(37), docx.shared.Mm(35)
    section.left_margin, section.right_margin = docx.shared.Mm(28), docx.shared.Mm(26)
    book.paragraphs[0].paragraph_format.first_line_indent = docx.shared.Pt(22)
    path = tmp_path / "段落.docx"
    book.save(str(path))
    assert run(["check", str(path)]) == 0
    assert run(["check", str(path), "--strict"]) == 1


def test_format_writes_beside_and_does_not_overwrite(untidy, capsys):
    assert run(["format", str(untidy)]) == 0
    made = untidy.with_name("草稿.公文.docx")
    assert made.is_file()
    assert run(["format", str(untidy)]) == 2
    assert run(["format", str(untidy), "--force"]) == 0
    assert untidy.read_bytes() != made.read_bytes()


def test_format_lists_changes_of_text(untidy, tmp_path, capsys):
    out = tmp_path / "通知.docx"
    assert run(["format", str(untidy), "-o", str(out), "--fix-text"]) == 0
    assert "“,”→“，”" in capsys.readouterr().err
    assert "尾矿库，非煤矿山" in "".join(line.text for line in docx.Document(str(out)).paragraphs)


def test_format_of_a_folder_goes_on_after_a_broken_file(untidy, tmp_path, capsys):
    folder = tmp_path / "材料"
    folder.mkdir()
    (folder / "甲.docx").write_bytes(untidy.read_bytes())
    (folder / "坏.docx").write_bytes(b"x")
    out = tmp_path / "排好"
    assert run(["format", str(folder), "-o", str(out)]) == 1
    assert [path.name for path in out.iterdir()] == ["甲.公文.docx"]


@pytest.mark.parametrize("arguments", [["check"], ["check", "没有.docx"], ["format", "没有.docx"]])
def test_wrong_calls_exit_two_in_chinese(arguments, capsys):
    assert run(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("错误：")


def test_papers_of_one_name_from_two_folders_are_set_beside_each_other(untidy, tmp_path, capsys):
    papers = []
    for name in "甲", "乙":
        (tmp_path / name).mkdir()
        papers.append(tmp_path / name / "通知.docx")
        papers[-1].write_bytes(untidy.read_bytes())
    out = tmp_path / "排好"
    assert run(["format", *map(str, papers), "-o", str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["通知-2.公文.docx", "通知.公文.docx"]
    assert run(["format", *map(str, papers), "-o", str(tmp_path / "一个.docx")]) == 2
    assert "-o 只写了一个文件名；-o 写文件夹名" in capsys.readouterr().err


def test_open_places_are_reminded_of(tmp_path, capsys):
    paper = docx.Document()
    for line in (
        "关于召开会议的通知",
        "各县区人民政府：",
        "会议时间：待定。",
        "某市人民政府",
        "2026年9月28日",
    ):
        paper.add_paragraph(line)
    paper.save(str(tmp_path / "通知.docx"))
    run(["check", str(tmp_path / "通知.docx")])
    assert "提醒：有待定或未核定的内容，印发前要定下来" in capsys.readouterr().err
