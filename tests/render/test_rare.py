from __future__ import annotations

from tongzhi.papers.meeting import Meeting
from tongzhi.papers.profile import Profile
from tongzhi.render.rare import rare_characters

MEETING = {
    "会议名称": "全市安全生产工作会议",
    "会议时间": "2026-09-30 09:00",
    "地点": "市政府三楼会议室",
    "主持人": {"姓名": "李喆", "职务": "市长"},
    "讲话人": {"姓名": "𠮷某", "职务": "书记"},
    "发文机关": "临江市安全生产委员会",
    "联系人": [{"姓名": "陈某", "电话": "0971-8230001"}],
}


def test_characters_outside_the_face_are_listed_with_their_field_and_code():
    said = [str(note) for note in rare_characters(Meeting.model_validate(MEETING))]
    assert len(said) == 2
    assert "“姓名”：“喆”在仿宋_GB2312里可能没有（U+5586）" in said[0]
    assert "U+20BB7" in said[1]


def test_face_with_more_characters_lists_fewer():
    meeting = Meeting.model_validate(MEETING)
    meeting.belong_to(Profile.model_validate({"单位名称": "临江市安全生产委员会", "字体": {"正文": "仿宋"}}))
    assert [note.found[1] for note in rare_characters(meeting)] == ["𠮷"]


def test_usual_characters_give_no_note():
    assert not rare_characters(
        Meeting.model_validate({**MEETING, "主持人": {"姓名": "李某"}, "讲话人": {"姓名": "张某"}})
    )
