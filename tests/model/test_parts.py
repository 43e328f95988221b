"""A task of several parts: its JSON, its rows, and the rows back again."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tongzhi.desk.feedback import items_of
from tongzhi.ledger.sources import from_tasks
from tongzhi.model.task import Task, TaskList, TaskPart
from tongzhi.model.task_cells import put_rows, show_task
from tongzhi.model.task_slots import Deadline, Owner, Passage, Span
from tongzhi.read.tasklist import read_tasklist
from tongzhi.render.tasklist import render_tasks
from tongzhi.web.task_acts import edit
from tongzhi.web.tasks import make_cards

TEXT = "粮库归县发改局，冷库月底前归县商务局。"
GRAIN = TaskPart("粮库归县发改局", Span(0, 7), (Owner("县发改局", (), "stated", Span(3, 7), "牵头"),))
COLD = TaskPart(
    "冷库月底前归县商务局",
    Span(8, 18),
    (Owner("县商务局", (), "stated", Span(14, 18)),),
    (Deadline("月底前", "date", date(2026, 11, 30), "", Span(10, 13)),),
)
WHOLE = Task("2.1", "action", "粮库和冷库", TEXT, Span(0, 19), field="消防").divided([GRAIN, COLD])
PLAIN = Task("2.2", "action", "报送", "县教育局报送名单。", Span(19, 28), (Owner("县教育局", (), "stated"),))
LIST = TaskList((WHOLE, PLAIN), date(2026, 11, 20))


def test_slots_of_the_task_are_the_union_of_its_parts():
    assert [owner.text for owner in WHOLE.owners] == ["县发改局", "县商务局"]
    assert [one.text for one in WHOLE.deadlines] == ["月底前"]
    assert WHOLE.parts == (GRAIN, COLD)


def test_task_without_split_is_one_part():
    (part,) = PLAIN.parts
    assert (part.text, part.source, part.owners) == (PLAIN.text, PLAIN.source, PLAIN.owners)
    assert PLAIN.divided([part]) == PLAIN
    assert PLAIN.rows() == (PLAIN,)


def test_json_has_parts_and_roles_and_is_read_back():
    record = LIST.to_json()
    assert record["schema"] == "tongzhi.tasks/2"
    assert [part["text"] for part in record["tasks"][0]["parts"]] == [GRAIN.text, COLD.text]
    assert [part["owners"][0]["role"] for part in record["tasks"][0]["parts"]] == ["牵头", None]
    assert [part["text"] for part in record["tasks"][1]["parts"]] == [PLAIN.text]
    assert TaskList.from_json(json.loads(json.dumps(record))) == LIST


def test_what_is_replaced_is_told():
    task = replace(PLAIN, replaces=Passage("周三报送", Span(3, 7)))
    assert task.to_json()["replaces"] == {"text": "周三报送", "source": {"start": 3, "end": 7}}
    assert Task.from_json(task.to_json()) == task
    assert "周三报送" in show_task(task)["备注"]
    assert "replaces" not in PLAIN.to_json()


def test_first_form_is_still_read(tmp_path: Path):
    record = LIST.to_json()
    record["schema"] = "tongzhi.tasks/1"
    for task in record["tasks"]:
        del task["parts"]
        for owner in task["owners"]:
            del owner["role"]
    path = tmp_path / "旧.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    first, second = read_tasklist(path).tasks
    assert len(first.parts) == 1
    assert [owner.role for owner in first.owners] == [None, None]
    assert second == PLAIN


def test_unknown_form_is_refused(tmp_path: Path):
    from tongzhi.errors import InputError

    path = tmp_path / "新.json"
    path.write_text('{"schema": "tongzhi.tasks/9", "tasks": []}', encoding="utf-8")
    with pytest.raises(InputError, match="tasks/9"):
        read_tasklist(path)


@pytest.mark.parametrize("form", ["xlsx", "csv", "md", "json"])
def test_lists_give_the_same_tasks_back(form: str, tmp_path: Path):
    path = tmp_path / f"清单.{form}"
    path.write_bytes(render_tasks(LIST, form))
    assert read_tasklist(path, LIST.meeting_date).tasks == LIST.tasks


@pytest.mark.parametrize("form", ["md", "csv", "table"])
def test_text_forms_have_a_row_a_part(form: str):
    shown = render_tasks(LIST, form).decode()
    assert "2.1-1" in shown
    assert "2.1-2" in shown
    assert "县发改局（牵头）" in shown


def test_workbook_has_a_row_a_part():
    sheet = openpyxl.load_workbook(io.BytesIO(render_tasks(LIST, "xlsx")))["任务清单"]
    rows = [(row[1], row[4], row[5], row[6]) for row in sheet.iter_rows(2, values_only=True)]
    assert rows == [
        ("2.1-1", GRAIN.text, "县发改局（牵头）", "待定"),
        ("2.1-2", COLD.text, "县商务局", "月底前"),
        ("2.2", PLAIN.text, "县教育局", "待定"),
    ]


def _changed(tmp_path: Path, change: dict[str, str], row: int) -> tuple[Task, ...]:
    book = openpyxl.load_workbook(io.BytesIO(render_tasks(LIST, "xlsx")))
    sheet = book["任务清单"]
    headers = [cell.value for cell in sheet[1]]
    for name, value in change.items():
        sheet.cell(row, headers.index(name) + 1, value)
    path = tmp_path / "改.xlsx"
    book.save(path)
    return read_tasklist(path).tasks


def test_another_owner_of_a_part_keeps_the_sentence_whole(tmp_path: Path):
    whole, _ = _changed(tmp_path, {"责任单位": "县粮储中心（督办）、县发改局（牵头）"}, 2)
    assert [(owner.text, owner.role) for owner in whole.parts[0].owners] == [
        ("县粮储中心", "督办"),
        ("县发改局", "牵头"),
    ]
    assert whole.parts[1] == COLD
    assert whole.typed == ("owners",)
    assert len(whole.owners) == 3


def test_a_part_that_is_left_out_leaves_the_other_by_itself(tmp_path: Path):
    only, plain = _changed(tmp_path, {"采用": "否"}, 2)
    assert (only.id, only.text, only.owners) == ("2.1-2", COLD.text, COLD.owners)
    assert plain == PLAIN


def test_changed_words_make_the_parts_tasks_of_their_own(tmp_path: Path):
    found = _changed(tmp_path, {"内容": "粮库归县粮储中心"}, 2)
    assert [(task.id, task.text) for task in found] == [
        ("2.1-1", "粮库归县粮储中心"), ("2.1-2", COLD.text), ("2.2", PLAIN.text),
    ]  # fmt: skip


def test_rows_put_back_unchanged_are_the_task():
    assert put_rows(WHOLE, WHOLE.rows()) == [WHOLE]


def test_page_shows_and_changes_a_row_a_part():
    shown = [card.id for kind in ("action", "requirement") for card in make_cards(LIST, kind)]
    assert shown == ["2.1-1", "2.1-2", "2.2"]
    changed = edit(LIST, "2.1-2", {"owner": "县供销社"})
    assert [owner.text for owner in changed.tasks[0].owners] == ["县发改局", "县供销社"]
    assert changed.tasks[1] == PLAIN


def test_ledger_and_feedback_have_a_row_a_part():
    rows = list(from_tasks(LIST, "讲话.txt", "00").rows)
    assert [(row.cells["task_id"], row.cells["resp_unit"], row.cells.get("due")) for row in rows] == [
        ("2.1-1", "县发改局", None), ("2.1-2", "县商务局", date(2026, 11, 30)), ("2.2", "县教育局", None),
    ]  # fmt: skip
    assert [(item.id, item.unit) for item in items_of(LIST)] == [
        ("2.1-1", "县发改局"), ("2.1-2", "县商务局"), ("2.2", "县教育局"),
    ]  # fmt: skip


def test_ledger_puts_each_by_his_role():
    owners = (
        Owner("县住建局", (), "stated", None, "配合"),
        Owner("县政府督查室", (), "stated", None, "督办"),
        Owner("县城管局", (), "stated", None, "牵头"),
    )
    (row,) = from_tasks(TaskList((replace(PLAIN, owners=owners),)), "讲话.txt", "00").rows
    assert (row.cells["resp_unit"], row.cells["support"], row.cells["oversight_unit"]) == (
        "县城管局", "县住建局", "县政府督查室",
    )  # fmt: skip
