"""The one road from a speech to its task list."""

from __future__ import annotations

from datetime import date

from tongzhi.extract.speech import list_tasks
from tongzhi.extract.tasks import extract_tasks
from tongzhi.papers.profile import Profile
from tongzhi.read.speech import Speech

TEXT = (
    "全县防汛工作会议讲话\n（2026年6月3日）\n县水利局6月10日前完成全县31座水库的隐患排查。要提高思想认识。\n"
)


def test_text_and_read_speech_give_the_same_tasks():
    read = Speech(TEXT, "讲话.txt", "gb18030", "ab" * 32, (), date(2026, 6, 3))
    plain, found = list_tasks(TEXT), list_tasks(read)
    assert found.tasks == plain.tasks == extract_tasks(TEXT).tasks
    assert found.keywords == plain.keywords
    assert found.keywords


def test_source_is_that_of_the_file():
    read = Speech(TEXT, "讲话.txt", "gb18030", "ab" * 32, (), None)
    source = list_tasks(read).source
    assert (source.file, source.encoding, source.sha256, source.chars) == (
        "讲话.txt", "gb18030", "ab" * 32, len(TEXT),
    )  # fmt: skip


def test_given_day_comes_before_that_of_the_head():
    read = Speech("请县教育局明天报送名单。", "讲话.txt", meeting_date=date(2026, 6, 3))
    assert list_tasks(read).meeting_date == date(2026, 6, 3)
    given = list_tasks(read, meeting_date=date(2026, 7, 1))
    assert given.tasks[0].deadlines[0].date == date(2026, 7, 2)


def test_owners_are_added_to_those_of_the_profile():
    office = Profile.model_validate(
        {"单位名称": "青川县安委办", "责任单位对照": {"矿山": "县矿管中心", "燃气": "县城管局"}}
    )
    text = (
        "一、矿山安全\n月底前排查全部尾矿库的隐患，建立台账。\n"
        "二、燃气安全\n月底前要对餐饮场所的燃气管线开展一次排查，建立台账。\n"
    )
    plain = [task.owners[0].label for task in list_tasks(text, profile=office).actions]
    assert plain == ["县矿管中心", "县城管局"]
    given = list_tasks(text, profile=office, owners={"矿山": ("县应急管理局",)}).actions
    assert [task.owners[0].label for task in given] == ["县应急管理局", "县城管局"]
