"""Who was asked: from the notice, else from the address list."""

from __future__ import annotations

from typing import Any

import pytest

from tongzhi.desk.asked import asked_by
from tongzhi.papers.notice import Notice
from tongzhi.papers.profile import Profile

OFFICE = Profile.model_validate({
    "单位名称": "临江市人民政府办公室",
    "单位名录": [
        {"全称": "临江市应急管理局", "简称": "市应急局", "级别": "市直部门"},
        {"全称": "临江市公安局", "简称": "市公安局", "级别": "市直部门"},
        {"全称": "青川县人民政府", "简称": "青川县", "级别": "县区"},
        {"全称": "剑阁县人民政府", "简称": "剑阁县", "级别": "县区"},
    ],
})  # fmt: skip


def notice(*groups: dict[str, Any], **more: Any) -> Notice:
    values = {
        "标题": "关于召开会议的通知",
        "缘由": "为部署工作，决定召开会议。", "会议名称": "会议", "会议时间": "2026-12-10 09:00", "地点": "三楼会议室", "会议内容": ["领导讲话"],
        "发文机关": "临江市人民政府办公室", "主送机关": ["市应急局", "青川县"], "参会人员": list(groups), "联系人": [{"姓名": "陈某", "电话": "0971-8230001"}],
    }  # fmt: skip
    return Notice.model_validate({**values, **more})


def test_without_a_notice_the_whole_address_list_is_asked():
    assert [one.unit for one in asked_by(None, OFFICE)][:2] == ["临江市应急管理局", "临江市公安局"]
    assert asked_by(None, None) == []


def test_collective_names_stand_for_the_units_of_the_address_list_in_official_order():
    paper = notice(
        {"组别": "各县区", "职务级别": "分管负责人"}, {"组别": "市直有关部门", "职务级别": "主要负责人"}
    )
    asked = asked_by(paper, OFFICE)
    assert [one.unit for one in asked] == [
        "临江市应急管理局",
        "临江市公安局",
        "青川县人民政府",
        "剑阁县人民政府",
    ]
    assert [one.level for one in asked] == ["主要负责人", "主要负责人", "分管负责人", "分管负责人"]


def test_units_named_one_by_one_get_their_full_names():
    asked = asked_by(
        notice({"组别": "部门", "职务级别": "主要负责人", "单位": ["市公安局", "市应急局"]}), OFFICE
    )
    assert [(one.unit, one.short) for one in asked] == [
        ("临江市应急管理局", "市应急局"),
        ("临江市公安局", "市公安局"),
    ]


@pytest.mark.parametrize(("count", "quota"), [(None, 1), (1, 1), (2, 1), (4, 2)])
def test_number_of_people_is_for_all_units_unless_it_is_smaller_than_theirs(count: int | None, quota: int):
    group = {"组别": "部门", "职务级别": "负责人", "单位": ["市公安局", "市应急局"], "人数": count}
    (one, _) = asked_by(notice({key: value for key, value in group.items() if value}), OFFICE)
    assert one.quota == quota


def test_without_an_address_list_the_named_recipients_are_asked():
    asked = asked_by(notice({"组别": "各成员单位", "职务级别": "负责人"}), None)
    assert [one.unit for one in asked] == ["市应急局", "青川县"]


def test_groups_of_townships_named_units_and_branch_venues():
    towns = Profile.model_validate({
        "单位名称": "青川县人民政府",
        "单位名录": [{"全称": "乔庄镇人民政府", "简称": "乔庄镇", "级别": "乡镇"}, {"全称": "青川县公安局", "简称": "县公安局", "级别": "县直部门"}],
    })  # fmt: skip
    paper = notice({"组别": "各乡镇", "职务级别": "主要负责人"})
    assert [one.unit for one in asked_by(paper, towns)] == ["乔庄镇人民政府"]
    paper = notice({"组别": "青川县公安局领导班子", "职务级别": "负责人"})
    assert [one.unit for one in asked_by(paper, towns)] == ["青川县公安局"]
    paper = notice({"组别": "青川县、市应急局", "职务级别": "负责人"})
    assert [one.unit for one in asked_by(paper, None)] == ["市应急局", "青川县"]
    venues = {"会议形式": "现场+视频", "分会场": [{"地区": "旺苍县", "地点": "县政府会议室"}]}
    paper = notice({"组别": "各县分管负责同志", "职务级别": "负责人"}, **venues)
    assert [one.unit for one in asked_by(paper, None)] == ["旺苍县"]
