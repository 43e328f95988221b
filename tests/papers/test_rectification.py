from __future__ import annotations

from typing import Any

import pytest

from tongzhi.model.facts import is_credit_code
from tongzhi.papers.profile import Profile
from tongzhi.papers.rectification import Rectification
from tongzhi.render.sample import sample_values

from .conftest import DAY, Judge

ROW: dict[str, Any] = sample_values(Rectification, DAY)["隐患"][0]
MAJOR = {
    "隐患等级": "重大",
    "判定依据": "某标准第3条",
    "包保领导": "副县长",
    "停产停业": "局部停产",
    "撤离人员": "0人",
    "治理方案报备": "2026-11-22 市局",
}
CLOSED = {
    "整改完成日期": "2026-11-21", "复查单位": "县局", "复查人": "周某", "复查日期": "2026-11-22", "复查结论": "合格", "销号日期": "2026-11-23", "审批人": "李某",
}  # fmt: skip

ERRORS: list[tuple[dict[str, Any], str]] = [
    ({"隐患编号": None}, "隐患编号”：没有填写"),
    ({"隐患描述": "存在隐患"}, "没有说清"),
    ({"隐患描述": "堵了一点"}, "不足 8 个字"),
    ({"隐患部位": "青川县某矿业有限公司"}, "只写了单位名称"),
    ({"整改措施": "加强管理"}, "不具体"),
    ({"整改时限": "尽快"}, "不是日期"),
    ({"整改时限": "2026-11-01"}, "早于发现日期"),
    ({"发现日期": "2026-11-30", "整改时限": "2026-12-01"}, "2026-11-30 晚于今天（2026-11-23）"),
    ({"发现方式": "上级交办"}, "没有来源文号"),
    ({"发现方式": "道听途说"}, "只能写"),
    ({"整改资金": "若干"}, "不是数字"),
    ({"整改资金": "-3"}, "是负数"),
    ({"整改资金": None}, "整改资金”：没有填写"),
    ({"整改责任人": "某矿业有限公司"}, "是单位，不是人"),
    ({"监管责任单位": "青川县某矿业有限公司"}, "与整改责任单位都是"),
    ({"监管责任单位": None}, "没有填写监管责任单位"),
    ({"临时管控措施": None}, "超过 15 天，没有临时管控措施"),
    ({"隐患等级": "重大"}, "重大隐患没有填写判定依据"),
    ({"隐患等级": "重大"}, "重大隐患没有填写包保领导"),
    ({**MAJOR, "停产停业": "无"}, "停产停业不能为“无”"),
    ({"整改进展": "130%"}, "超出 0—100"),
    ({"整改完成日期": "2026-11-01"}, "早于发现日期"),
    ({"整改完成日期": "2026-12-01"}, "晚于今天"),
    ({"复查日期": "2026-11-22"}, "没有整改完成日期"),
    ({"复查结论": "合格"}, "没有复查日期"),
    ({"销号日期": "2026-11-23"}, "没有复查（验收）记录，不能销号"),
    ({**CLOSED, "审批人": None}, "没有写审批人"),
    ({**CLOSED, **MAJOR}, "没有恢复生产审查"),
    ({**CLOSED, "复查人": "王五", "整改责任人": "王五"}, "办理人不能验收自己办的事"),
    ({"延期": {"申请日期": "2027-01-10", "原因": "x", "新时限": "2027-02-01"}}, "延期申请"),
    ({"延期": {"申请日期": "2026-12-01", "原因": "x", "新时限": "2026-12-02"}}, "不晚于原时限"),
]  # fmt: skip
WARNINGS: list[tuple[dict[str, Any], str]] = [
    ({"行业领域": "航天"}, "不是常用的行业领域"),
    ({"统一社会信用代码": "91350100M000100Y44"}, "校验不通过"),
    ({"整改责任人": "王某"}, "没有电话"),
    ({"整改时限": "2026-12-26"}, "休息日"),
    ({**MAJOR, "治理方案报备": None}, "没有写治理方案报备"),
    ({**MAJOR, "撤离人员": None}, "没有写撤离人员"),
    ({"整改时限": "2026-11-22", "整改完成日期": None}, "没有写逾期处置"),
    ({"整改责任人": {"姓名": "王某", "电话": "12"}}, "电话“12”不像座机或手机号"),
    ({"整改完成日期": "2026-11-21", "复查单位": "县局", "复查人": "周某", "复查日期": "2026-11-22", "复查结论": "不合格"}, "复查不合格，没有新的时限"),
    ({"隐患等级": "2级"}, "原等级"),
]  # fmt: skip


def judged(judge: Judge, changes: dict[str, Any]) -> tuple[list[str], list[str]]:
    row = {name: value for name, value in {**ROW, **changes}.items() if value is not None}
    return judge("rectification", 隐患=[row])


@pytest.mark.parametrize(("changes", "says"), ERRORS, ids=[says for _, says in ERRORS])
def test_contradiction_is_an_error(judge: Judge, changes: dict[str, Any], says: str):
    errors, _ = judged(judge, changes)
    assert any(says in line for line in errors), errors


@pytest.mark.parametrize(("changes", "says"), WARNINGS[:-1], ids=[says for _, says in WARNINGS[:-1]])
def test_unusual_thing_is_a_warning(judge: Judge, changes: dict[str, Any], says: str):
    errors, warnings = judged(judge, changes)
    assert errors == []
    assert any(says in line for line in warnings), warnings


@pytest.mark.parametrize(
    "changes",
    [
        MAJOR,
        CLOSED,
        {"整改时限": "2026-12-01", "临时管控措施": None},
        {"整改资金": "无需资金"},
        {"整改资金": "待定", "整改时限": "待定", "发现日期": "待定"},
    ],
)
def test_whole_row_passes(judge: Judge, changes: dict[str, Any]):
    errors, _ = judged(judge, changes)
    assert errors == []


def test_level_of_a_local_scale_is_mapped_as_a_suggestion_and_kept():
    item = Rectification.model_validate({"隐患": [{**ROW, "隐患等级": "1级"}]}).items[0]
    assert (item.level, item.local_level, item.origin("level").is_open) == ("重大", "1级", True)


def test_row_numbers_with_a_gap_are_an_error(judge: Judge):
    errors, _ = judge("rectification", 隐患=[{**ROW, "序号": 1}, {**ROW, "序号": 3, "隐患编号": "X-2"}])
    assert any("序号不连续" in line for line in errors)


def test_region_that_the_address_list_lacks_is_told(judge: Judge):
    office = Profile.model_validate(
        {"单位名称": "甲", "单位名录": [{"全称": "青川县人民政府", "简称": "青川县", "级别": "县区"}]}
    )
    _, warnings = judge("rectification", office, 隐患=[ROW, {**ROW, "隐患编号": "X-2", "所属地区": "白水县"}])
    told = [line for line in warnings if "所属地区" in line]
    assert len(told) == 1
    assert "“白水县”不在单位名录里" in told[0]


def test_list_finds_repeated_numbers_two_limits_and_repeats(judge: Judge):
    errors, _ = judge("rectification", 隐患=[ROW, {**ROW, "整改时限": "2027-01-15"}])
    assert any("隐患编号" in line and "重复" in line for line in errors)
    assert any("是同一隐患，整改时限却是" in line for line in errors)
    _, warnings = judge("rectification", 隐患=[ROW, {**ROW, "隐患编号": "X-2"}])
    assert any("单位、部位、描述相同" in line for line in warnings)


def test_declared_population_is_held_against_what_was_checked(judge: Judge):
    _, warnings = judge("rectification", 排查底数=[{"对象": "尾矿库", "应查": 202, "已查": 180}])
    assert any("已查 180 / 应查 202，还差 22" in line for line in warnings)
    errors, _ = judge("rectification", 排查底数=[{"对象": "尾矿库", "应查": 202, "已查": 203}])
    assert any("多于应查" in line for line in errors)


def test_enterprise_need_not_name_an_overseer(judge: Judge):
    row = {name: value for name, value in ROW.items() if not name.startswith("监管")}
    errors, _ = judge("rectification", 隐患=[row], 发文机关="某矿业有限公司")
    assert errors == []


def test_totals_and_rate():
    document = Rectification.model_validate({"隐患": [ROW, {**ROW, "隐患编号": "2", **CLOSED}]})
    assert document.totals == {"总数": 2, "重大": 0, "已销号": 1}
    assert document.done_rate == "50.0%"
    assert document.count_by("region") == [("青川县", 2)]


@pytest.mark.parametrize(
    ("code", "good"), [("91350100M000100Y43", True), ("91350100M000100Y44", False), ("123", False)]
)
def test_credit_code_is_checked_by_its_last_character(code: str, good: bool):
    assert is_credit_code(code) is good
