from __future__ import annotations

from typing import Any

import pytest

from tongzhi.papers.plan import Plan
from tongzhi.papers.profile import Profile

from .conftest import Judge

TASK = {"重点领域": "矿山", "重点任务": "排查尾矿库", "牵头单位": "市应急管理局", "完成时限": "2026-12-30"}
PHASES = [
    {"阶段": "动员", "开始": "2026-12-01", "结束": "2026-12-10"},
    {"阶段": "整治", "开始": "2026-12-11", "结束": "2026-12-31"},
]

PLAN_ERRORS: list[tuple[dict[str, Any], str]] = [
    ({"重点任务": [{**TASK, "完成时限": "尽快"}]}, "不是明确的时限"),
    ({"重点任务": [{**TASK, "完成时限": "长期坚持"}]}, "没有标为长期任务"),
    ({"重点任务": [{**TASK, "牵头单位": ""}]}, "牵头单位”：没有填写"),
    ({"重点任务": [{**TASK, "完成时限": "2027-05-01"}], "时间步骤": PHASES}, "超出方案截止日期 2026-12-31"),
    ({"重点任务": [{**TASK, "完成时限": "2026-11-01"}], "时间步骤": PHASES}, "早于方案起始日期 2026-12-01"),
    ({"重点任务": [{**TASK, "序号": 1}, {**TASK, "序号": 1}]}, "序号不连续"),
    ({"时间步骤": [PHASES[0], {**PHASES[1], "开始": "2026-12-05"}]}, "重叠"),
    ({"时间步骤": [{**PHASES[0], "结束": "2026-11-30"}]}, "结束日期早于开始日期"),
    ({"截止日期": "2026-12-20", "起始日期": "2026-12-01", "时间步骤": PHASES, "重点任务": [{**TASK, "完成时限": "待定"}]}, "超出方案截止日期"),
    ({"起草依据": "上级文件"}, "没有写明是哪份文件"),
    ({"信息报送": [{"内容": "汇总表", "频次": "每月"}]}, "没有写哪一天"),
    ({"信息报送": [{"内容": "汇总表", "频次": "每月", "时间": "25日前"}]}, "没有写报给谁"),
    ({"组织领导": {"组长": "张三（副市长）", "副组长": "张三（副市长）"}}, "写了两次"),
    ({"组织领导": None}, "“组织领导”：没有填写"),
    ({"起始日期": "2026-12-31", "截止日期": "2026-12-01", "时间步骤": PHASES, "重点任务": [{**TASK, "完成时限": "待定"}]}, "截止日期早于起始日期"),
    ({"起始日期": "2026-12-05", "截止日期": "2026-12-31", "时间步骤": PHASES, "重点任务": [{**TASK, "完成时限": "待定"}]}, "早于方案起始日期 2026-12-05"),
    ({"成文日期": "2026-11-23", "时间步骤": None, "重点任务": [{**TASK, "完成时限": "2026-11-01"}]}, "完成时限 2026-11-01 早于成文日期 2026-11-23"),
]  # fmt: skip

PLAN_WARNINGS: list[tuple[dict[str, Any], str]] = [
    ({"重点任务": [{**TASK, "牵头单位": "甲局、乙局", "完成时限": "待定"}]}, "牵头单位有 2 家"),
    ({"重点任务": [{**TASK, "完成时限": "待定"}, {**TASK, "完成时限": "待定"}]}, "与第1项重复"),
    ({"重点任务": [{**TASK, "完成时限": "待定"}]}, "未定事项：重点任务 第1项 完成时限"),
    ({"时间步骤": [PHASES[0], {**PHASES[1], "开始": "2026-12-20"}], "重点任务": [{**TASK, "完成时限": "待定"}]}, "中间有空档"),
    ({"信息报送": [{"内容": "情况", "频次": "每周", "时间": "周五", "报送至": "安委办"}]}, "一般不要求日报、周报"),
    ({"工作要求": ["各单位每日报送进展"]}, "一般不要求日报、周报"),
    ({"方案名称": "大排查大整治通知"}, "不以“方案”结尾"),
    ({"附件": ["汇总表"]}, "附件里没有任务分解表"),
    ({"时间步骤": [{"阶段": "整治", "开始": "2026-10-01", "结束": "2026-12-31"}], "重点任务": [{**TASK, "完成时限": "2026-11-01", "状态": "推进中"}]}, "完成时限 2026-11-01 已过，状态还是“推进中”"),
    ({"组织领导": {"组长": "张三（副市长）", "成员": "李四", "办公室设在": "市应急管理局"}}, "成员“李四”没有写全单位和职务"),
    ({"总体要求": "坚持人民至上。" * 700}, "一般不超过 4000 字"),
    ({"起草依据": [{"文件名称": "某意见", "文号": "八十八号"}]}, "写法少见"),
]  # fmt: skip

MINUTES_ERRORS: list[tuple[dict[str, Any], str]] = [
    ({"期号": "五"}, "期号“五”写法不对"),
    ({"成文日期": "2026-11-01"}, "早于会议日期"),
    ({"结束时间": "2026-11-18 08:00"}, "结束时间不晚于会议时间"),
    ({"议定事项": None}, "“议定事项”：没有填写"),
    ({"议定事项": [{"序号": 2, "事项": "甲"}]}, "序号不连续"),
]
MINUTES_WARNINGS: list[tuple[dict[str, Any], str]] = [
    ({"议定事项": ["全面排查"]}, "责任或时限未明确"),
    ({"议定事项": [{"事项": "排查", "责任单位": "市局", "时限": "2026-11-01"}]}, "早于会议日期"),
]
MEETING_ERRORS: list[tuple[dict[str, Any], str]] = [
    ({"结束时间": "2026-11-25 08:00"}, "结束时间不晚于会议时间"),
    ({"会议时间": "2026-11-25"}, "缺少钟点"),
    ({"讲话人": None}, "“讲话人”：没有填写"),
    ({"联系人": "陈某"}, "分项写：姓名: …、电话: …"),
]


@pytest.mark.parametrize(
    ("key", "changes", "says"),
    [
        *(("plan", *case) for case in PLAN_ERRORS),
        *(("minutes", *case) for case in MINUTES_ERRORS),
        *(("meeting", *case) for case in MEETING_ERRORS),
    ],
)
def test_contradiction_is_an_error(judge: Judge, key: str, changes: dict[str, Any], says: str):
    errors, _ = judge(key, **changes)
    assert any(says in line for line in errors), errors


@pytest.mark.parametrize(
    ("key", "changes", "says"),
    [*(("plan", *case) for case in PLAN_WARNINGS), *(("minutes", *case) for case in MINUTES_WARNINGS)],
)
def test_unusual_thing_is_a_warning(judge: Judge, key: str, changes: dict[str, Any], says: str):
    errors, warnings = judge(key, **changes)
    assert errors == []
    assert any(says in line for line in warnings), warnings


@pytest.mark.parametrize("due", ["持续推进", "按季度", "每月25日前", "待定", "2026年12月30日前"])
def test_time_limit_of_a_task_may_be_standing_recurring_or_open(judge: Judge, due: str):
    errors, _ = judge("plan", 重点任务=[{**TASK, "完成时限": due}])
    assert errors == []


def test_time_limit_from_the_speech_outside_the_plan_only_warns(judge: Judge):
    row = {**TASK, "完成时限": {"值": "2027-05-01", "出处": "推算"}, "来源": {"起": 1, "止": 9}}
    errors, warnings = judge("plan", 重点任务=[row], 时间步骤=PHASES)
    assert errors == []
    assert any("超出方案截止日期" in line for line in warnings)


def test_plan_knows_its_annexes_and_counts_its_tasks_by_field():
    plan = Plan.model_construct(attachments=[], tasks=[])
    assert plan.annexes == ["任务分解表"]
    assert plan.count_by_field == []


def test_basis_is_read_from_one_line(judge: Judge):
    errors, warnings = judge("plan", 起草依据="国务院办公厅《关于印发方案的通知》（国办发〔2016〕88号）")
    assert (errors, warnings) == ([], [])


def test_unit_outside_the_address_list_is_told(judge: Judge):
    office = Profile.model_validate(
        {"单位名称": "市安委办", "单位名录": ["临江市应急管理局（市应急管理局）"]}
    )
    _, warnings = judge(
        "plan",
        office,
        重点任务=[{**TASK, "完成时限": "待定", "责任单位": ["市天文局", "各县（市、区）", "某公司"]}],
    )
    told = [line for line in warnings if "不在单位名录里" in line]
    assert len(told) == 1
    assert "市天文局" in told[0]
    assert "市应急管理局" not in told[0]
