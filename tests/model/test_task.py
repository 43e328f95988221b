from __future__ import annotations

import json
from datetime import date

from tongzhi.model.speech_notes import Keyword, OpenItem, SpeechSource
from tongzhi.model.task import Task, TaskList
from tongzhi.model.task_slots import Deadline, Owner, Quantity, Span

TASKS = TaskList(
    tasks=(
        Task(
            id="1.1",
            kind="action",
            title="矿山：排查",
            text="各县区要排查114家矿山。",
            source=Span(3, 15, "00:00:01,000"),
            owners=(Owner("各县区", ("甲县", "乙区"), "stated", Span(3, 6)),),
            deadlines=(
                Deadline("明天", "date", date(2020, 10, 13)),
                Deadline("尽快", "vague", note="请定日期"),
            ),
            quantities=(Quantity("114家矿山", 114, "家", "矿山"),),
            field="矿山",
            section=("一、重点",),
            keywords=("矿山",),
            why=("force:要",),
        ),
        Task(id="1.2", kind="requirement", title="认识", text="要提高认识。", source=Span(15, 21)),
    ),
    meeting_date=date(2020, 10, 12),
    keywords=(Keyword("矿山", 1.0, 2, 8),),
    open=(OpenItem("unexpanded", "四个严禁", Span(0, 4)),),
    source=SpeechSource("讲话.txt", "utf-8", "00", 21),
)


def test_json_form_is_read_back_as_it_was():
    assert TaskList.from_json(json.loads(json.dumps(TASKS.to_json(explain=True)))) == TASKS


def test_json_form_has_the_keys_of_the_contract():
    record = TASKS.to_json()
    assert list(record) == ["schema", "source", "meeting_date", "keywords", "open", "tasks"]
    assert list(record["tasks"][0]) == [
        "id", "kind", "title", "text", "owners", "deadlines", "quantities", "field", "section", "keywords", "why",
        "parts", "source",
    ]  # fmt: skip
    assert record["tasks"][0]["owners"][0]["from"] == "stated"


def test_requirements_can_be_left_out():
    assert [task["id"] for task in TASKS.to_json(requirements=False)["tasks"]] == ["1.1"]
    assert [task.id for task in TASKS.requirements] == ["1.2"]
