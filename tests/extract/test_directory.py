"""What an office has listed serves extraction: its bodies, its leaders, and who leads which field."""

from __future__ import annotations

from typing import Any

import pytest
from tests.extract.conftest import Told

from tongzhi.extract.directory import directory_of
from tongzhi.extract.speech import list_tasks
from tongzhi.papers.profile import Profile

OFFICE = Profile.model_validate(
    {
        "单位名称": "临江市安委办",
        "单位名录": [
            {"全称": "临江市水务投资有限公司", "简称": "江投水务", "级别": "企业"},
            {"全称": "临江市青川县人民政府", "简称": "青川", "级别": "县区"},
            {"全称": "临江市应急管理局", "简称": "市应急局", "级别": "市直部门"},
        ],
        "领导分工": [
            {"姓名": "李建国", "职务": "常务副市长", "分管领域": ["矿山"]},
            {"姓名": "王海", "职务": "副市长", "分管领域": ["消防"]},
            {"姓名": "王敏", "职务": "副市长", "分管领域": ["旅游"]},
        ],
        "责任单位对照": {"矿山": "临江市矿山安全监管局"},
    }
)


@pytest.mark.parametrize(
    ("text", "name", "full"),
    [
        ("江投水务12月5日前修复三处管网。", "江投水务", "临江市水务投资有限公司"),
        ("由青川组织转移群众，今晚完成。", "青川", "临江市青川县人民政府"),
        ("市应急局每周通报一次进度。", "市应急局", "临江市应急管理局"),
        ("请李副市长明天带队检查尾矿库。", "李副市长", "李建国"),
    ],
)
def test_listed_body_or_leader_is_an_owner(text: str, name: str, full: str, told: Told):
    (task,) = told(text, directory=directory_of(OFFICE))
    assert [(owner.text, owner.names, owner.origin) for owner in task.owners] == [(name, (full,), "stated")]


def test_name_of_two_leaders_is_nobodys():
    assert directory_of(OFFICE).full_name("王副市长") == ""
    assert directory_of(OFFICE).full_name("王海") == "王海"


def test_without_a_profile_nothing_is_listed():
    assert directory_of(None).find("江投水务负责") == []


def test_body_only_spoken_of_is_not_made_an_owner_by_being_listed(told: Told):
    (task,) = told("月底前对江投水务开展一次检查。", directory=directory_of(OFFICE))
    assert [owner.text for owner in task.owners if owner.origin == "stated"] == []


def test_subject_that_nobody_knows_leaves_the_owner_open(told: Told):
    (task,) = told("宏运负责清运尾矿库周边的矿渣。")
    assert not any(owner.origin == "suggested" for owner in task.owners)


def test_map_works_under_headings():
    text = "一、矿山安全\n月底前逐库排查，建立台账。\n"
    found = list_tasks(text, profile=OFFICE)
    assert [owner.label for task in found.actions for owner in task.owners] == ["临江市矿山安全监管局"]


def test_speaker_of_a_turn_is_who_says_i(told: Told):
    tasks: list[Any] = told("00:01 周主任：我下周一前把方案交上来。\n00:09 说话人2：我明天去现场。")
    assert [(one.text, one.names) for one in tasks[0].owners] == [("我", ("周主任",))]
    assert [(one.text, one.names) for one in tasks[1].owners] == [("我", ())]
