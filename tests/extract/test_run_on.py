from __future__ import annotations

from tongzhi.extract.tasks import extract_tasks


def test_actors_joined_without_a_mark_are_one_sentence():
    text = "同志们：\n对排查出的安全隐患，各级各部门各企业要建立台账，一件一件对账销号。\n"
    assert [task.text for task in extract_tasks(text).tasks] == [
        "对排查出的安全隐患，各级各部门各企业要建立台账，一件一件对账销号。"
    ]
