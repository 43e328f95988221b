from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from tongzhi.papers.notice_change import NoticeChange, change_notice, say_moment
from tongzhi.read.data import Source
from tongzhi.read.validate import assemble, validate

from .conftest import DAY, Judge

OLD = {
    "标题": "关于召开全市会议的通知", "会议名称": "全市会议", "发文字号": "临安办发〔2026〕9号", "会议时间": "2026-11-25 09:00", "地点": "三楼",
    "发文机关": "临江市安委办", "主送机关": ["各县安委会"], "联系人": {"姓名": "陈某", "电话": "0971-8230001"}, "成文日期": "2026-11-20",
}  # fmt: skip


@pytest.mark.parametrize(
    ("key", "changes", "says"),
    [
        ("rsvp", {"参会人员": [{"姓名": "赵某", "职务": "长", "手机": "13800000003"}] * 2}, "是同一人"),
        ("rsvp", {"填报人": None}, "填报人”：没有填写"),
        ("leave_request", {"请假事由": "其他", "事由说明": None}, "没有说明"),
        ("leave_request", {"终止时间": "2026-11-01"}, "终止时间早于起始时间"),
        ("leave_request", {"允许替会": "否", "代会人": "钱某"}, "不允许替会"),
        ("leave_request", {"主要领导审批": "电话同意"}, "没有补单日期"),
        ("leave_request", {"备案时间": "2026-11-26 10:00"}, "备案时间晚于会议时间"),
        ("notice_change", {"变更事项": None}, "没有写变更事项"),
        ("notice_change", {"变更事项": [{"事项": "地点", "原定": "三楼", "改为": "三楼"}]}, "相同"),
    ],
)
def test_contradiction_is_an_error(judge: Judge, key: str, changes: dict[str, Any], says: str):
    errors, _ = judge(key, **changes)
    assert any(says in line for line in errors), errors


def test_odd_mobile_is_a_warning(judge: Judge):
    _, warnings = judge("rsvp", 参会人员=[{"姓名": "赵某", "职务": "长", "手机": "138"}])
    assert any("不像手机" in line for line in warnings)


def test_old_notice_and_a_new_time_make_a_change_notice():
    source = assemble(NoticeChange, Source(OLD), over={"会议时间": "2026-12-02 15:00", "原因": "因工作安排"})
    change = validate(NoticeChange, source, DAY).document
    assert change.kind == "改期"
    assert change.title == "关于全市会议改期的通知"
    assert (change.old_title, change.old_doc_no, change.doc_no) == (OLD["标题"], OLD["发文字号"], "")
    assert [(item.item, item.old, item.new) for item in change.changes] == [
        ("会议时间", "2026年11月25日（星期三）上午9:00", "2026年12月2日（星期三）下午3:00")
    ]
    assert change.reason == "因工作安排"


@pytest.mark.parametrize(
    ("new", "kind", "title"),
    [
        ({"类型": "取消"}, "取消", "关于取消全市会议的通知"),
        ({"地点": "二楼"}, "变更", "关于调整全市会议有关安排的通知"),
        ({"类型": "补充", "其他事项": "请带电脑"}, "补充", "关于召开全市会议的补充通知"),
    ],
)
def test_kind_of_change_and_title(new: dict[str, str], kind: str, title: str):
    change = NoticeChange.model_validate(change_notice(OLD, new))
    assert (change.kind, change.title) == (kind, title)


@pytest.mark.parametrize(
    ("hour", "said"), [(9, "上午9:00"), (12, "中午12:00"), (15, "下午3:00"), (19, "晚上7:00")]
)
def test_moment_is_said_with_weekday_and_half_of_the_day(hour: int, said: str):
    assert say_moment(datetime(2026, 11, 25, hour)) == f"2026年11月25日（星期三）{said}"


@pytest.mark.parametrize(
    ("name", "new", "said"),
    [
        ("会议时间", "待定", "待定"),
        ("地点", "市政府四楼会议室", "市政府四楼会议室"),
        ("会议内容", [{"事项": "通报形势"}, {"事项": "部署工作"}], "通报形势；部署工作"),
        ("会议内容", "", ""),
        (
            "参会人员",
            [{"组别": "各县（市、区）政府", "职务级别": "分管负责人"}],
            "各县（市、区）政府分管负责人",
        ),
    ],
)
def test_new_value_is_said_in_words(name: str, new: Any, said: str):
    made = change_notice(OLD, {name: new})
    assert [change["改为"] for change in made["changes"] if change["事项"].startswith(name)] == [said]


def test_data_of_another_paper_makes_no_change_notice():
    assert NoticeChange.adopt({"会议名称": "全市安全生产工作会议"}, {}) is None
    assert NoticeChange.adopt({**OLD, "类型": "改期"}, {}) is None


def test_leave_filed_afterwards_passes_when_it_says_so(judge: Judge):
    errors, _ = judge("leave_request", 备案时间="2026-11-26 10:00")
    assert any("备案时间晚于会议时间" in line for line in errors)
    assert judge("leave_request", 备案时间="2026-11-26 10:00", 事后补单="是", 补单日期="2026-11-26")[0] == []
