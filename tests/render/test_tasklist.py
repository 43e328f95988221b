from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from tongzhi.errors import TongzhiError
from tongzhi.model.speech_notes import Keyword, OpenItem, Sentence, SpeechSource
from tongzhi.model.task import Task, TaskList
from tongzhi.model.task_cells import COLUMNS
from tongzhi.model.task_slots import Deadline, Owner, Quantity, Span
from tongzhi.read.tasklist import read_tasklist
from tongzhi.render.tasklist import FORMATS, render_tasks

DUE = Deadline("明天", "date", date(2020, 10, 13), "", Span(1, 3))
MINE = Task(
    "1", "action", "矿山：隐患排查", "对全市114家矿山，要\u000b加强排查|整治。", Span(10, 32),
    (Owner("各县区", ("甲县", "乙县"), "context", Span(2, 5)),), (DUE, Deadline("每周", "recurring")),
    (Quantity("114家矿山", 114, "家", "矿山"),), "矿山", ("三、重点", "五是矿山。"), ("矿山",), ("force:要",),
)  # fmt: skip
FORMULA = Task(
    "2", "action", "=1+1", "=1+1，各镇张贴公告", Span(50, 61), (Owner("", ("市应急管理局",), "suggested"),)
)
GENERAL = Task("3", "requirement", "提高认识", "要提高认识。", Span(60, 66))
LIST = TaskList(
    (MINE, FORMULA, GENERAL), date(2020, 10, 12), (Keyword("尾矿库", 0.9, 2, 20),),
    (OpenItem("unexpanded", "四个严禁、四个一律", Span(70, 79)),), SpeechSource("讲话.txt", "utf-8", "ab", 100),
    (Sentence(MINE.text, "action", ("force:要",), Span(10, 32), 0.9, "1"), Sentence("镇里月底前要干完。", "none", ("past",), Span(80, 89))),
)  # fmt: skip


def made(tmp_path: Path, form: str, **options: bool) -> Path:
    path = tmp_path / f"任务清单.{form}"
    path.write_bytes(render_tasks(LIST, form, requirements=True, **options))
    return path


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_list_gives_the_same_bytes(form: str) -> None:
    first = render_tasks(LIST, form, text="原文", requirements=True, explain=True)
    assert render_tasks(LIST, form, text="原文", requirements=True, explain=True) == first


@pytest.mark.parametrize("form", ["json", "xlsx", "csv", "md"])
def test_an_untouched_list_comes_back_whole(tmp_path: Path, form: str) -> None:
    found = read_tasklist(made(tmp_path, form), date(2020, 10, 12))
    assert found.tasks == LIST.tasks
    assert found.meeting_date == LIST.meeting_date
    if form != "csv":
        assert (found.open, found.keywords, found.source) == (LIST.open, LIST.keywords, LIST.source)


def edit(path: Path, change: dict[tuple[int, str], object], sheet: str = "任务清单") -> None:
    book = openpyxl.load_workbook(path)
    for (row, column), value in change.items():
        book[sheet].cell(row, COLUMNS.index(column) + 1, value)
    book.save(path)


def test_a_touched_cell_becomes_typed_and_the_others_keep_their_place(tmp_path: Path) -> None:
    path = made(tmp_path, "xlsx")
    edit(
        path,
        {(2, "责任单位"): "甲县、乙县、市林业局", (2, "到期日"): date(2020, 10, 20), (4, "领域"): "消防"},
    )
    mine, _, general = read_tasklist(path).tasks
    assert mine.owners == (*MINE.owners, Owner("市林业局", ("市林业局",), "typed"))
    assert mine.deadlines == (replace(DUE, date=date(2020, 10, 20)), MINE.deadlines[1])
    assert mine.typed == ("owners", "deadlines")
    assert (mine.source, mine.quantities, mine.title) == (MINE.source, MINE.quantities, MINE.title)
    assert (general.field, general.typed) == ("消防", ("field",))


def test_a_typed_deadline_is_read_with_the_meeting_day(tmp_path: Path) -> None:
    path = made(tmp_path, "xlsx")
    edit(path, {(3, "时限"): "本周五前；每月"})
    assert read_tasklist(path).tasks[1].deadlines == (
        Deadline("本周五前", "date", date(2020, 10, 16)),
        Deadline("每月", "recurring"),
    )


def test_rows_may_be_added_removed_moved_and_copied(tmp_path: Path) -> None:
    path = made(tmp_path, "xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book["任务清单"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    new = [None] * len(COLUMNS)
    new[COLUMNS.index("任务")], new[COLUMNS.index("责任单位")] = "新加的任务", "丙县"
    sheet.delete_rows(2, 10)
    for row in (rows[2], rows[0], rows[0], new):
        sheet.append(row)
    book.save(path)
    found = read_tasklist(path).tasks
    assert [task.id for task in found] == ["3", "1", "补1", "补2"]
    assert (found[3].title, found[3].owners[0].origin) == ("新加的任务", "typed")
    assert "title" in found[3].typed


def test_a_row_not_taken_is_left_out(tmp_path: Path) -> None:
    path = made(tmp_path, "xlsx")
    edit(path, {(2, "采用"): "否"})
    assert [task.id for task in read_tasklist(path).tasks] == ["2", "3"]


def test_a_rejected_sentence_can_be_overruled(tmp_path: Path) -> None:
    path = made(tmp_path, "xlsx")
    assert len(read_tasklist(path).tasks) == 3
    edit(path, {(2, "采用"): "是"}, "其余句子")
    task = read_tasklist(path).tasks[-1]
    assert (task.text, task.kind, task.source) == ("镇里月底前要干完。", "action", Span(80, 89))
    assert task.deadlines[0].date == date(2020, 10, 31)
    assert task.owners == ()


def test_markdown_is_ticked_and_edited(tmp_path: Path) -> None:
    path = made(tmp_path, "md", explain=True)
    text = path.read_text(encoding="utf-8")
    text = (
        text.replace("| [x] | 3 |", "| [ ] | 3 |")
        .replace("市应急管理局 |", "市林业局 |")
        .replace("| [ ] | 句1", "| [x] | 句1")
    )
    path.write_text(text, encoding="utf-8")
    found = read_tasklist(path).tasks
    assert [task.id for task in found] == ["1", "2", "补1"]
    assert found[1].owners == (Owner("市林业局", ("市林业局",), "typed"),)
    assert found[0] == MINE


def test_csv_has_a_byte_order_mark_and_no_formula() -> None:
    data = render_tasks(LIST, "csv", requirements=True)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[1]["任务"] == "'=1+1"


def test_workbook_holds_no_formula_and_tints_suggestions() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(render_tasks(LIST, "xlsx", requirements=True)))["任务清单"]
    title, owner = sheet.cell(3, COLUMNS.index("任务") + 1), sheet.cell(3, COLUMNS.index("责任单位") + 1)
    assert (title.value, title.data_type) == ("=1+1", "s")
    assert owner.fill.fgColor.rgb == "00FFF2CC"
    assert sheet.cell(2, COLUMNS.index("责任单位") + 1).fill.fgColor.rgb != "00FFF2CC"
    assert {rule.formula1 for rule in sheet.data_validations.dataValidation} >= {'"是,否"'}


def test_json_is_the_contracts_form() -> None:
    record = json.loads(render_tasks(LIST, "json"))
    assert record["schema"] == "tongzhi.tasks/2"
    assert [task["id"] for task in record["tasks"]] == ["1", "2"]
    assert "sentences" not in record


def test_requirements_and_reasons_appear_only_when_asked_for() -> None:
    plain = render_tasks(LIST, "table").decode()
    assert "提高认识" not in plain
    assert "原则要求 1 项" in plain
    assert "四个严禁、四个一律" in plain
    full = render_tasks(LIST, "table", requirements=True, explain=True).decode()
    assert "提高认识" in full
    assert "past" in full


def test_text_is_the_decoded_text_itself() -> None:
    assert render_tasks(LIST, "text", text="一\r\n二") == "一\r\n二".encode()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.xlsx", b"nothing", "损坏"),
        ("a.json", b"{", "JSON"),
        ("a.json", b"[]", "没有任务清单"),
        ("a.json", b'{"tasks": [{"id": "1"}]}', "kind"),
        ("a.csv", "姓名,电话\n甲,1\n".encode(), "没有任务清单"),
        ("a.md", "# 别的\n".encode(), "没有任务清单"),
        ("a.docx", b"PK", ".docx"),
    ],
)
def test_what_is_no_task_list_is_refused_in_chinese(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(TongzhiError) as error:
        read_tasklist(path)
    assert words in str(error.value)


def test_speech_without_tasks_gives_a_table_that_says_so() -> None:
    empty = TaskList((), date(2020, 10, 12), (), (), LIST.source, ())
    assert render_tasks(empty, "table").decode().startswith("没有找到任务。\n")
    book = docx.Document(io.BytesIO(render_tasks(empty, "docx")))
    assert [cell.text for cell in book.tables[0].rows[1].cells][1] == "待定"


@pytest.mark.parametrize(
    ("cell", "quantity"),
    [
        ("12座尾矿库", Quantity("12座尾矿库", 12, "座", "尾矿库")),
        ("若干家企业", Quantity("若干家企业", None)),
        ("约三十家企业", Quantity("约三十家企业", 30, "家", "企业")),
    ],
)
def test_a_typed_quantity_is_read(tmp_path: Path, cell: str, quantity: Quantity) -> None:
    path = made(tmp_path, "xlsx")
    edit(path, {(2, "数量"): f"114家矿山；{cell}"})
    mine = read_tasklist(path).tasks[0]
    assert mine.quantities == (*MINE.quantities, quantity)
    assert mine.typed == ("quantities",)


def test_cells_as_a_spreadsheet_keeps_them_are_read(tmp_path: Path) -> None:
    from datetime import datetime

    path = made(tmp_path, "xlsx")
    edit(
        path, {(3, "到期日"): datetime(2020, 10, 20), (3, "编号"): 2.0, (2, "采用"): True, (4, "采用"): False}
    )
    first, second = read_tasklist(path).tasks
    assert first.id == "1"
    assert (second.id, second.deadlines) == ("2", (Deadline("2020-10-20", "date", date(2020, 10, 20)),))


def test_blank_rows_between_tasks_and_lines_without_a_closing_mark_do_no_harm(tmp_path: Path) -> None:
    path = made(tmp_path, "xlsx")
    book = openpyxl.load_workbook(path)
    book["任务清单"].insert_rows(3)
    book["任务清单"].cell(3, COLUMNS.index("备注") + 1, "以上已核")
    book.save(path)
    assert [task.id for task in read_tasklist(path).tasks] == ["1", "2", "3"]
    path = made(tmp_path, "md")
    path.write_text(path.read_text(encoding="utf-8").replace(" |\n", "\n"), encoding="utf-8")
    assert [task.id for task in read_tasklist(path).tasks] == ["1", "2", "3"]


def test_list_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tongzhi.errors import TongzhiError
    from tongzhi.read import tasklist

    monkeypatch.setattr(tasklist, "MAX_BYTES", 10)
    with pytest.raises(TongzhiError, match="超过"):
        read_tasklist(made(tmp_path, "json"))
