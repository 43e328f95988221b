from __future__ import annotations

from datetime import date

import pytest

from tongzhi.errors import InputError
from tongzhi.papers.index import find_type
from tongzhi.papers.notice import Notice
from tongzhi.render.plain import LIMIT, plain_text, reminder
from tongzhi.render.sample import sample_values

DAY = date(2026, 11, 23)


def notice(**changes: object) -> Notice:
    return Notice.model_validate({**sample_values(Notice, DAY), **changes})


def test_group_notice_tells_name_time_place_who_reply_and_contact():
    text = plain_text(notice())
    for words in (
        "全市安全生产工作会议",
        "2026年11月25日（星期三）上午9:00",
        "市政府三楼会议室",
        "分管负责人",
        "11月24日",
        "陈某 0971-8230001",
    ):
        assert words in text
    assert "*" not in text
    assert "#" not in text


def test_group_notice_never_exceeds_its_limit_and_keeps_name_time_and_place():
    text = plain_text(
        notice(会议内容=["部署重点工作" * 30] * 3, 参会人员=["各单位负责人和有关同志" * 20] * 3)
    )
    assert len(text) <= LIMIT
    assert "2026年11月25日（星期三）上午9:00" in text
    assert "市政府三楼会议室" in text
    assert "0971-8230001" in text


@pytest.mark.parametrize("key", ["rectification", "circular", "plan", "rsvp", "minutes"])
def test_hazards_slips_and_lists_of_people_never_go_to_a_group(key: str):
    kind = find_type(key)
    with pytest.raises(InputError, match="不宜发到群里"):
        plain_text(kind.model_validate(sample_values(kind, DAY)))


@pytest.mark.parametrize("key", ["meeting", "notice_change"])
def test_meeting_and_change_have_a_group_text_too(key: str):
    kind = find_type(key)
    assert "全市安全生产工作会议" in plain_text(kind.model_validate(sample_values(kind, DAY)))


def test_reminder_counts_the_days_and_asks_for_missing_replies():
    assert "（后天）" in reminder(notice(), DAY)
    assert "还没报名的请于" in reminder(notice(), DAY)
    assert "还没报名" not in reminder(notice(), date(2026, 11, 25))


def test_reminder_of_what_is_no_notice_is_refused():
    kind = find_type("minutes")
    with pytest.raises(InputError, match="会议纪要没有提醒"):
        reminder(kind.model_validate(sample_values(kind, DAY)), DAY)


def test_reminder_without_time_and_sign_in_says_what_is_known():
    text = reminder(notice(会议时间="另行通知", 签到时间="", 回执截止=""), DAY)
    assert "全市安全生产工作会议\n" in text
    assert "签到" not in text
    assert "报名" not in text


def test_group_notice_tells_whom_to_ask_for_leave():
    text = plain_text(notice(请假要求={"审批人": "市长", "允许替会": "否"}, 回执截止=""))
    assert "请假：须市长同意，不得替会" in text
    assert "报名" not in text
    assert "不得替会" not in plain_text(notice(请假要求={"审批人": "市长"}))


def change(**changes: object) -> str:
    kind = find_type("notice_change")
    values = {**sample_values(kind, DAY), **changes}
    return plain_text(
        kind.model_validate({name: value for name, value in values.items() if value is not None})
    )


def test_group_text_of_a_cancelled_meeting_tells_when_it_was_to_be():
    text = change(类型="取消", 变更事项=None, 原因=None, 原会议时间="2026年11月25日（星期三）上午9:00")
    assert "【会议取消】全市安全生产工作会议取消" in text
    assert "原定时间：2026年11月25日" in text
    assert "原因" not in text


def test_very_many_changes_are_cut_at_the_limit():
    rows = [{"事项": f"第{n}项议程", "原定": "上午9:00", "改为": "下午3:00"} for n in range(60)]
    text = change(变更事项=rows)
    assert len(text) <= LIMIT
    assert text.startswith("【会议改期】")
