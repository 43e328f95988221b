"""--explain says how each slot was found."""

from __future__ import annotations

from datetime import date

from tongzhi.extract.tasks import extract_tasks
from tongzhi.render.tasklist import render_tasks

TEXT = (
    "一、矿山安全\n由县应急局牵头，12月5日前完成31座尾矿库的排查。要建立台账，逐库销号。\n"
    "二、燃气安全\n月底前对全部餐饮场所开展一次燃气检查，建立台账。\n"
)
LIST = extract_tasks(TEXT, meeting_date=date(2026, 11, 30))


def _how(text: str, slot: str) -> str:
    return next(
        found.how
        for sentence in LIST.sentences
        for found in sentence.slots
        if (found.slot, found.text) == (slot, text)
    )


def test_each_slot_says_how_it_was_found():
    assert _how("县应急局", "责任单位") == "原文“由”之后，原文说“牵头”"
    assert _how("12月5日前", "时限") == "日期，推算为2026-12-05"
    assert _how("31座尾矿库", "数量") == "数 31，量词“座”"
    assert "尾矿库" in _how("矿山", "领域")
    assert any("部门对照表" in found.how for one in LIST.sentences for found in one.slots)


def test_every_slot_of_every_task_is_explained():
    for task in LIST.tasks:
        sentence = next(one for one in LIST.sentences if one.task == task.id)
        said = [found.slot for found in sentence.slots]
        assert said.count("责任单位") == len(task.owners)
        assert said.count("时限") == len(task.deadlines)
        assert said.count("数量") == len(task.quantities)
        assert said.count("领域") == (task.field is not None)


def test_screen_and_json_show_it_only_when_asked():
    shown = render_tasks(LIST, "table", explain=True).decode()
    assert "责任单位“县应急局”：原文“由”之后" in shown
    assert "量词" not in render_tasks(LIST, "table").decode()
    assert '"how"' in render_tasks(LIST, "json", explain=True).decode()
    assert '"how"' not in render_tasks(LIST, "json").decode()
