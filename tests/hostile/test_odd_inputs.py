"""Inputs that are no file of the wrong kind, but hold what nobody means: each is read, or refused with a word."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import Workbook, load_workbook

from tongzhi.read import scan, sheets

from .conftest import Call

ESC = "\x1b[31m红"


def _notice(desk: Path, key: str, value: str) -> str:
    """Write the notice's data with the lines of one field replaced."""
    kept: list[str] = []
    inside = False
    for line in (desk / "通知.yaml").read_text(encoding="utf-8").splitlines():
        inside = line.startswith(f"{key}:") or (inside and line.startswith((" ", "-")))
        if not inside:
            kept.append(line)
    (desk / "改.yaml").write_text("\n".join([*kept, f"{key}: {value}"]) + "\n", encoding="utf-8")
    return "改.yaml"


@pytest.mark.parametrize(
    ("written", "read"),
    [("13800000000.0", "13800000000"), ("09718230001.0", "09718230001"), ("8230001.00", "8230001")],
)
def test_phone_that_a_script_wrote_as_decimal_is_a_phone(written: str, read: str, desk: Path, call: Call):
    data = _notice(desk, "联系人", f"[{{姓名: 陈某, 电话: {written}}}]")
    outcome = call("fill", "notice", data, "--text")
    assert outcome.code == 0
    assert f"{read}\n" in outcome.out
    assert written not in outcome.out
    assert "不像" not in outcome.err


@pytest.mark.parametrize("value", ["12345", "12.5", "[1, 2]", "[[张三]]", "{甲: 1}", "true", "[null]"])
def test_what_is_no_person_is_refused_where_one_is_meant(value: str, desk: Path, call: Call):
    outcome = call("fill", "notice", _notice(desk, "联系人", value), "-o", "出.docx")
    assert outcome.code == 2
    assert "改.yaml" in outcome.err
    assert "联系人" in outcome.err


def _tasks(desk: Path, change: Callable[[dict[str, Any]], None]) -> str:
    record = json.loads((desk / "任务.json").read_text(encoding="utf-8"))
    change(record["tasks"][0])
    (desk / "坏.json").write_text(json.dumps(record), encoding="utf-8")
    return "坏.json"


READERS = [
    ["draft", "讲话.txt", "--meeting", "会议.yaml", "--tasks", "坏.json", "-o", "出"],
    ["feedback", "split", "坏.json", "-o", "出"],
    ["ledger", "import", "坏.json", "--db", "出.db"],
]


@pytest.mark.parametrize("command", READERS, ids=[line[0] for line in READERS])
@pytest.mark.parametrize("key", ["id", "title", "text", "field"])
@pytest.mark.parametrize("value", [float("nan"), float("inf"), 7, ["甲"], {"甲": 1}, "\ud800", "甲\udc00乙"])
def test_task_list_with_a_value_of_another_kind_is_refused(
    command: list[str], key: str, value: object, desk: Path, call: Call
):
    _tasks(desk, lambda task: task.__setitem__(key, value))
    outcome = call(*command)
    assert outcome.code == 2, outcome
    assert "坏.json" in outcome.err
    assert not (desk / "出").exists()


@pytest.mark.parametrize("key", ["section", "keywords", "why"])
def test_one_text_is_no_list_of_its_characters(key: str, desk: Path, call: Call):
    _tasks(desk, lambda task: task.__setitem__(key, "矿山"))
    outcome = call("feedback", "split", "坏.json", "-o", "出")
    assert outcome.code == 2
    assert key in outcome.err


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e400"])
def test_number_that_is_none_is_refused(number: str, desk: Path, call: Call):
    call("new", "notice", "-o", "通知.json")
    text = (desk / "通知.json").read_text(encoding="utf-8")
    (desk / "坏.json").write_text(f'{{"会议名称": {number},\n{text.lstrip()[1:]}', encoding="utf-8")
    (desk / "行.json").write_text(f'[{{"县区": "青川县", "存在问题": {number}}}]', encoding="utf-8")
    (desk / "行.jsonl").write_text(f'{{"县区": "青川县", "存在问题": {number}}}\n', encoding="utf-8")
    for command in (
        ["fill", "notice", "坏.json", "-o", "出.docx"],
        ["fill", "notice", "通知.yaml", "--profile", "坏.json", "-o", "出.docx"],
        ["draft", "讲话.txt", "--meeting", "坏.json", "-o", "出"],
        ["extract", "讲话.txt", "--owners", "坏.json", "-o", "出.json"],
        ["batch", "circular", "行.json", "--common", "公共.yaml", "-o", "出"],
        ["batch", "circular", "行.jsonl", "--common", "公共.yaml", "-o", "出"],
        ["ledger", "import", "行.json", "--db", "出.db"],
    ):
        outcome = call(*command)
        assert outcome.code == 2, (command, outcome)
        assert f"{number} 不是数" in outcome.err
        assert not (desk / "出").exists()


@pytest.mark.parametrize("ending", ["toml", "numbers", "ini", "pages"])
def test_ending_that_is_not_known_is_refused(ending: str, desk: Path, call: Call):
    name = f"名册.{ending}"
    (desk / name).write_text("县区,存在问题\n青川县,台账不全\n", encoding="utf-8")
    (desk / f"数据.{ending}").write_bytes((desk / "通知.yaml").read_bytes())
    for command in (
        ["batch", "circular", name, "--common", "公共.yaml", "-o", "出"],
        ["draft", "讲话.txt", "--meeting", "会议.yaml", "--roster", name, "-o", "出"],
        ["ledger", "import", name, "--db", "出.db"],
        ["new", "profile", "--units", name, "-o", "出.yaml"],
        ["rsvp", name, "-o", "出.xlsx"],
        ["fill", "notice", f"数据.{ending}", "-o", "出.docx"],
        ["draft", "讲话.txt", "--meeting", f"数据.{ending}", "-o", "出"],
        ["batch", "circular", "名册.csv", "--common", f"数据.{ending}", "-o", "出"],
    ):
        outcome = call(*command)
        assert outcome.code == 2, (command, outcome)
        assert f".{ending} 文件" in outcome.err


@pytest.mark.parametrize(
    "text",
    [
        '县区,存在问题,整改时限\n青川县,"台账不全,2026-09-30\n平川县,值班缺岗,2026-09-30\n',
        '县区,存在问题,整改时限\n青川县,台账不全,2026-09-30\n"平川县,值班缺岗,2026-09-30',
        '县区\t存在问题\t整改时限\n青川县\t"台账不全\t2026-09-30\n平川县\t缺岗\t2026-09-30\n',
    ],
)
def test_quote_that_is_never_closed_is_told_with_its_line(text: str, desk: Path, call: Call):
    (desk / "名册.csv").write_text(text, encoding="utf-8")
    line = text[: text.index('"')].count("\n") + 1
    for command in (
        ["batch", "circular", "名册.csv", "--common", "公共.yaml", "-o", "出"],
        ["ledger", "import", "名册.csv", "--db", "出.db"],
        ["rsvp", "名册.csv", "-o", "出.xlsx"],
    ):
        outcome = call(*command)
        assert outcome.code == 2, (command, outcome)
        assert f"第{line}行：这一行的引号没有成对" in outcome.err
    (desk / "名册.csv").write_text('县区,存在问题,整改时限\n青川县,"甲\n乙",2026-09-30', encoding="utf-8")
    assert call("batch", "circular", "名册.csv", "--common", "公共.yaml", "-o", "出").code == 0


def test_quote_in_an_edited_task_list_is_told(desk: Path, call: Call):
    (desk / "任务.csv").write_text(
        '编号,任务,责任单位\n1,"值班,市应急局\n2,排查,市应急局\n', encoding="utf-8"
    )
    outcome = call("feedback", "split", "任务.csv", "-o", "出")
    assert outcome.code == 2
    assert "第2行：这一行的引号没有成对" in outcome.err


@pytest.mark.parametrize(
    "command",
    [
        ["fill", "notice", "通知.yaml", "--set", f"会议时间={ESC}", "-o", "出.docx"],
        ["fill", "notice", f"{ESC}.yaml", "-o", "出.docx"],
        ["types", ESC],
        ["extract", "讲话.txt", "--date", "\x9b31m"],
        ["check", "a\x07b\u202e.docx"],
    ],
)
def test_what_a_terminal_obeys_is_quoted(command: list[str], desk: Path, call: Call):
    outcome = call(*command)
    assert outcome.code == 2
    assert not set("\x1b\x07\x9b\u202e") & set(outcome.err + outcome.out)
    assert "\\u00" in outcome.err


def test_result_table_quotes_what_a_terminal_obeys(desk: Path, call: Call):
    outcome = call("fill", "notice", "通知.yaml", "--set", f"会议名称={ESC}", "--text")
    assert "\x1b" not in outcome.out
    assert "红" in outcome.out


def test_long_cell_is_quoted_short(desk: Path, call: Call):
    long = "隐" * 400_000
    (desk / "名册.csv").write_text(f"县区,存在问题,整改时限\n{long},台账不全,{long}\n", encoding="utf-8")
    for command in (
        ["batch", "circular", "名册.csv", "--common", "公共.yaml", "-o", "出"],
        ["fill", "notice", "通知.yaml", "--set", f"会议时间={long[:90_000]}", "-o", "出.docx"],
        ["types", long[:90_000]],
    ):
        outcome = call(*command)
        assert outcome.code == 2, outcome
        assert max(map(len, outcome.err.splitlines())) < 1_000


MARKED = "各县区要在9月30日前完成<b>隐患</b>排查，![图](http://a.b/c)，落实A&amp;B制度<script>x</script>。"


def test_html_and_links_are_shown_in_markdown_not_obeyed(desk: Path, call: Call):
    (desk / "讲话.txt").write_text(MARKED, encoding="utf-8")
    for command in (["extract", "讲话.txt", "-o", "出.md"], ["tidy", "讲话.txt", "-o", "稿.md"]):
        assert call(*command).code == 0
        shown = (desk / command[-1]).read_text(encoding="utf-8").split("<!--")[0]
        assert "<b>" not in shown
        assert "<script" not in shown
        assert "](" not in shown
        assert "&lt;b&gt;隐患" in shown
    # the list read back says what the speech says
    assert call("feedback", "split", "出.md", "-o", "反馈").code == 0
    from tongzhi.read.tasklist import read_tasklist

    (task,) = read_tasklist(desk / "出.md").tasks
    assert task.text.rstrip("。") in MARKED
    assert not task.typed


def _run(*arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "tongzhi", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **more},
    )


@pytest.mark.parametrize("command", [["types"], ["fill", "notice", "没有.yaml"], ["fill", "--help"]])
def test_ascii_terminal_gets_numbers_of_characters(command: list[str], desk: Path):
    done = _run(*command, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode in (0, 2)
    said = (done.stdout + done.stderr).decode("ascii")
    assert "\\u" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "command", [["types"], ["keywords", "讲话.txt"], ["--help"], ["extract", "讲话.txt"]]
)
def test_closed_pipe_ends_quietly(command: list[str], desk: Path):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tongzhi", *command], stdout=writing, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writing)
    assert done.returncode == 0
    assert not done.stderr


def test_names_that_look_like_options_are_made_harmless(
    desk: Path, call: Call, monkeypatch: pytest.MonkeyPatch
):
    (desk / "名册.csv").write_text(
        "县区,存在问题,整改时限\n-rf,台账不全,2026-09-30\n--force,甲,2026-09-30\n－f,乙,2026-09-30\n",
        encoding="utf-8",
    )
    outcome = call(
        "batch", "circular", "名册.csv", "--common", "公共.yaml", "--name", "{县区}.docx", "-o", "出"
    )
    assert outcome.code == 0
    made = [path.name for path in (desk / "出").glob("*.docx")]
    assert len(made) == 3
    assert not any(name.startswith(("-", "－")) for name in made)
    (desk / "-rf.docx").write_bytes((desk / "出" / made[0]).read_bytes())
    for word in ("check", "format", "extract"):
        monkeypatch.setattr(sys, "argv", ["tongzhi", word, "-rf.docx"])
        outcome = call(word, "-rf.docx")
        assert outcome.code == 2
        assert "./-rf.docx" in outcome.err


def _bomb(path: Path, lines: int) -> None:
    """Write a workbook of so many short lines, which packs to next to nothing."""
    book = Workbook()
    book.active.append(["县区", "存在问题"])
    book.save(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = "xl/worksheets/sheet1.xml"
    cell = b'<c t="inlineStr"><is><t>a</t></is></c>'
    rows = b"<row>" + cell * 2 + b"</row>"
    parts[name] = parts[name].replace(b"</sheetData>", rows * lines + b"</sheetData>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for each, data in parts.items():
            package.writestr(each, data)


def test_bomb_of_lines_is_not_unpacked(desk: Path, call: Call, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(scan, "MAX_LINES", 20_000)
    monkeypatch.setattr(sheets, "MAX_LINES", 20_000)
    _bomb(desk / "弹.xlsx", 40_000)
    _bomb(desk / "小.xlsx", 3)
    for command in (
        ["batch", "circular", "弹.xlsx", "--common", "公共.yaml", "-o", "出"],
        ["ledger", "import", "弹.xlsx", "--db", "出.db"],
        ["rsvp", "弹.xlsx", "-o", "出.xlsx"],
        ["draft", "讲话.txt", "--meeting", "会议.yaml", "--tasks", "弹.xlsx", "-o", "出"],
    ):
        outcome = call(*command)
        assert outcome.code in (1, 2), outcome
        assert "万行" in outcome.err
    assert call("batch", "circular", "小.xlsx", "--dry-run", "--common", "公共.yaml").code == 0


@pytest.mark.parametrize("far", ["XFD1048576", "A900000", "XFD800000", "AAA700000"])
def test_stray_cell_far_off_is_left_out_and_told(far: str, desk: Path, call: Call):
    book = Workbook()
    book.active.append(["县区", "存在问题", "整改时限"])
    book.active.append(["青川县", "台账不全", "2026-09-30"])
    book.active[far] = "误"
    book.save(desk / "远.xlsx")
    outcome = call("batch", "circular", "远.xlsx", "--common", "公共.yaml", "-o", "出")
    assert outcome.code == 0, outcome
    assert far in outcome.err
    assert len(list((desk / "出").glob("*.docx"))) == 1
    outcome = call("ledger", "import", "远.xlsx", "--db", "出.db")
    assert outcome.code == 0, outcome
    assert far in outcome.err


def test_stray_cell_in_a_reply_and_in_a_form_is_told(desk: Path, call: Call):
    book = Workbook()
    book.active.append(["单位", "姓名", "职务", "联系电话"])
    book.active.append(["青川县应急管理局", "张三", "局长", "13800000001"])
    book.active["XFD1048576"] = "误"
    book.save(desk / "回执.xlsx")
    outcome = call("rsvp", "回执.xlsx", "-o", "汇总.xlsx")
    assert outcome.code == 0, outcome
    assert "XFD1048576" in outcome.err
    assert call("new", "notice", "-o", "通知.xlsx").code == 0
    form = load_workbook(desk / "通知.xlsx")
    form.worksheets[0]["XFD1048576"] = "误"
    form.save(desk / "远.xlsx")
    outcome = call("fill", "notice", "远.xlsx", "-o", "出.docx")
    assert outcome.code == 0, outcome
    assert "XFD1048576" in outcome.err


def test_second_table_far_off_is_no_slip_and_refused(desk: Path, call: Call):
    book = Workbook()
    book.active.append(["县区", "存在问题"])
    book.active.append(["青川县", "台账不全"])
    for line in range(900_000, 900_100):
        book.active.cell(line, 16_000, "剑阁县")
    book.save(desk / "远.xlsx")
    outcome = call("batch", "circular", "远.xlsx", "--common", "公共.yaml", "-o", "出")
    assert outcome.code == 2, outcome
    assert "离表太远" in outcome.err


HALVES = ['{"A": "市\\ud800局"}', '{"A\\udc00": "市局"}', '{"A": ["市局", "\\udbff"]}']


@pytest.mark.parametrize("text", HALVES)
def test_half_of_a_character_in_a_file_beside_the_data_names_the_file(text: str, desk: Path, call: Call):
    (desk / "坏.json").write_text(text.replace("A", "矿山"), encoding="utf-8")
    outcome = call("extract", "讲话.txt", "--owners", "坏.json", "-o", "出.json")
    assert outcome.code == 2, outcome
    assert "坏.json：有半个字符" in outcome.err
    (desk / "坏.json").write_text(text.replace("A", "单位名称"), encoding="utf-8")
    outcome = call("fill", "notice", "通知.yaml", "--profile", "坏.json", "-o", "出.docx")
    assert outcome.code == 2, outcome
    assert "坏.json：有半个字符" in outcome.err
    assert not list(desk.glob(".*.lock"))


@pytest.mark.parametrize("half", [b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xed\xa0\xbd\xed\xba\xa7"])
def test_half_of_a_character_written_as_bytes_is_not_read_as_another_encoding(
    half: bytes, desk: Path, call: Call
):
    (desk / "坏.yaml").write_bytes("单位名称: 市@局\n".encode().replace(b"@", half))
    (desk / "坏.csv").write_bytes("县区,存在问题\n青川@县,台账不全\n".encode().replace(b"@", half))
    for command in (
        ["fill", "notice", "通知.yaml", "--profile", "坏.yaml", "-o", "出.docx"],
        ["extract", "讲话.txt", "--owners", "坏.yaml", "-o", "出.json"],
        ["batch", "circular", "坏.csv", "--common", "公共.yaml", "-o", "出"],
    ):
        outcome = call(*command)
        assert outcome.code == 2, outcome
        assert "有半个字符" in outcome.err


@pytest.mark.parametrize(
    "value",
    ["[{姓名: 陈某, 电话: .nan}]", "[{姓名: 陈某, 电话: true}]", "[{姓名: true, 电话: 13800000000}]", "[{姓名: -.Inf, 电话: 1}]"],
)  # fmt: skip
def test_value_of_no_kind_is_neither_a_name_nor_a_number(value: str, desk: Path, call: Call):
    outcome = call("fill", "notice", _notice(desk, "联系人", value), "-o", "出.docx")
    assert outcome.code == 2, outcome
    assert "改.yaml" in outcome.err
    assert "不是" in outcome.err


@pytest.mark.parametrize("key", ["主持人", "列席", "签发人"])
@pytest.mark.parametrize("value", ["true", "False", ".nan", "[张某, true]"])
def test_nobody_is_called_true(key: str, value: str, desk: Path, call: Call):
    outcome = call("fill", "notice", _notice(desk, key, value), "-o", "出.docx")
    assert outcome.code == 2, outcome
    assert "改.yaml" in outcome.err


def test_null_character_in_a_table_is_told_with_its_line(desk: Path, call: Call):
    (desk / "空.csv").write_bytes("县区,存在问题\n青川县,台账不全\n剑阁\0县,值班脱岗\n".encode())
    for command in (
        ["batch", "circular", "空.csv", "--common", "公共.yaml", "-o", "出"],
        ["ledger", "import", "空.csv", "--db", "出.db"],
        ["rsvp", "空.csv", "-o", "出.xlsx"],
    ):
        outcome = call(*command)
        assert outcome.code == 2, outcome
        assert "空.csv 第3行：这一行有空字符（U+0000），不是文字" in outcome.err
        assert "讲话" not in outcome.err


def test_long_cell_is_quoted_short_by_replies_and_ledger(desk: Path, call: Call):
    long = "隐" * 400_000
    (desk / "回执.csv").write_text(
        f"单位,姓名,职务,电话\n青川县应急局,{long},局长,{long}\n青川县应急局,,局长,{long}\n合计,{long},,\n",
        encoding="utf-8",
    )
    (desk / "隐患.csv").write_text(f"县区,存在问题,整改时限\n{long},台账不全,{long}\n", encoding="utf-8")
    for command in (
        ["rsvp", "回执.csv", "-o", "出.xlsx"],
        ["ledger", "import", "隐患.csv", "--db", "出.db"],
        ["ledger", "list", "--db", "出.db"],
    ):
        outcome = call(*command)
        assert max(map(len, outcome.err.splitlines()), default=0) < 1_000


@pytest.mark.parametrize("text", ["隐" * 400_000, "7" * 60_000, "安全A1" * 9_000 + "。"])
def test_paragraph_without_an_end_is_told_with_its_place(text: str, desk: Path, call: Call):
    paper = docx.Document()
    for line in ("关于安全生产的通知", text):
        paper.add_paragraph(line)
    paper.save("长.docx")
    for command in (["check", "长.docx"], ["format", "长.docx", "-o", "出.docx"]):
        outcome = call(*command)
        assert outcome.code in (1, 2), outcome
        assert "长.docx 第2段：连着" in outcome.err
        assert not (desk / "出.docx").exists()


def test_long_paragraph_with_marks_is_checked(desk: Path, call: Call):
    paper = docx.Document()
    for line in ("关于安全生产的通知", "各县区要抓好排查，" * 2_000):
        paper.add_paragraph(line)
    paper.save("长.docx")
    assert call("check", "长.docx").code in (0, 1)
    assert "连着" not in call("check", "长.docx").err


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. 青川县应急局 张\x1b[31m三 局长 13800000001\n", "\\u001b"),
        ("1. 平川县应急局 李\x07四 局长 13800000002\n", "\\u0007"),
        ("1. 白水县应急局 王五\x0b 副局长 13800000003\n", "王五"),
    ],
)
def test_control_in_a_reply_is_shown_in_the_summary(text: str, shown: str, desk: Path, call: Call):
    (desk / "接龙.txt").write_text(text, encoding="utf-8")
    outcome = call("rsvp", "接龙.txt", "-o", "汇总.xlsx")
    assert outcome.code in (0, 1), outcome
    book = load_workbook(desk / "汇总.xlsx")
    cells = [str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert any(shown in cell for cell in cells)


@pytest.mark.parametrize("mark", ["\x1b[31m", "\x9b5m", "\u202e"])
def test_control_in_the_ledger_is_quoted_in_lists_and_kept_in_workbooks(mark: str, desk: Path, call: Call):
    (desk / "清单.csv").write_text(
        f"受检单位,隐患描述,整改时限\n甲{mark}厂,台账不全,2026-12-30\n", encoding="utf-8"
    )
    assert call("ledger", "import", "清单.csv", "--by", "甲").code in (0, 1)
    for command in (
        ["list"],
        ["due", "--within", "900天"],
        ["list", "-o", "表.xlsx"],
        ["export", "-o", "出.xlsx"],
    ):
        outcome = call("ledger", *command)
        assert outcome.code == 0, outcome
        assert not set("\x1b\x9b\u202e") & set(outcome.out + outcome.err)


@pytest.mark.parametrize(
    "command",
    [
        ["rsvp", "名册.csv", "-o", "出.txt"],
        ["format", "稿.docx", "-o", "出.txt"],
        ["compare", "稿.docx", "稿.docx", "-o", "出.pdf"],
        ["compare", "稿.docx", "稿.docx", "-o", "出"],
    ],
)
def test_output_of_another_ending_is_refused(command: list[str], desk: Path, call: Call):
    paper = docx.Document()
    paper.add_paragraph("关于安全生产的通知")
    paper.save("稿.docx")
    outcome = call(*command)
    assert outcome.code == 2, outcome
    assert "不会写" in outcome.err
    assert not (desk / command[-1]).exists()
