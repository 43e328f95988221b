"""Slips, rosters, forms and records: what each requires and what its rules find."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tongzhi.model.base import label_of, rules_of
from tongzhi.papers.duty_roster import DutyRoster
from tongzhi.papers.event_approval import EventApproval
from tongzhi.papers.handover import Handover
from tongzhi.papers.incident_report import IncidentReport
from tongzhi.papers.index import find_type
from tongzhi.papers.profile import Profile
from tongzhi.papers.statistics_table import StatisticsTable
from tongzhi.papers.supervision_plan import SupervisionPlan
from tongzhi.read.data import Source
from tongzhi.read.validate import assemble, validate
from tongzhi.render.sample import sample_values

from .conftest import DAY, Judge

KEYS = (
    "handover", "supervision_plan", "duty_roster", "spot_check", "leave_record", "visit_log", "field_matrix", "checklist", "stop_notice",
    "statistics_table", "progress_circular", "incident_report", "event_approval", "implementation_report", "responsibility_letter",
    "host_script", "handbook", "rectify_order", "listing_notice", "hazard_request", "clue_transfer", "talk_notice", "liaison_list",
)  # fmt: skip

LEADER = {"姓名": "李某", "职务": "副县长", "手机": "13800000000"}
STAFF = [{"姓名": "周某", "手机": "13800000001"}, {"姓名": "吴某", "手机": "13800000002"}]


def duty(day: str, **more: Any) -> dict[str, Any]:
    return {"日期": day, "带班领导": LEADER, "值班人员": STAFF, **more}


def team(no: str, regions: list[str], **more: Any) -> dict[str, Any]:
    leader = {"姓名": f"组长{no}", "职务": "副局长", "单位": "市应急管理局"}
    return {"组号": no, "组长": leader, "负责地区": regions, "进驻日期": "2026-11-10", **more}


def teams(*rows: dict[str, Any], **more: Any) -> dict[str, Any]:
    period = {"督导开始": "2026-11-10", "督导结束": "2026-11-16", "应督导地区": ["青川县", "剑阁县"]}
    return {**period, "分组": list(rows), **more}


def shifts(
    *rows: dict[str, Any], start: str = "2026-11-10", end: str = "2026-11-10", **more: Any
) -> dict[str, Any]:
    return {"开始日期": start, "结束日期": end, "值班安排": list(rows), **more}


PERIOD = {"开始日期": "2026-11-10", "结束日期": "2026-11-11"}
SUM = {"单位": "青川县", "排查隐患": 10, "已整改": 8}
PROGRESS = {"单位": "青川县", "任务数": 4, "已完成": 3}
CALL = {"单位": "某镇", "抽查时间": "2026-11-10 20:00", "结果": "在岗"}
ON_LEAVE = {
    "姓名": "赵某", "单位职务": "副县长", "起始日期": "2026-11-10", "截止日期": "2026-11-12", "去向": "省城", "联系电话": "13800000000",
    "返岗所需时间": "3小时",
}  # fmt: skip
MINE = {"重点领域": "矿山", "分管领导": "副市长李某", "牵头单位": "市应急管理局"}
TIMES = {"事发时间": "2026-11-20 14:00", "接报时间": "2026-11-20 14:20", "报送时间": "2026-11-20 14:50"}
GUEST = {"单位": "青川县人民政府", "姓名": "赵某", "座位": "1排1座"}
ORDER = {
    "检查时间": "2026-11-10 10:00",
    "日期": "2026-11-10",
    "整改时限": "2026-11-20",
    "复查时间": "2026-11-21",
}
DONE = {
    "种类": "销号", "申请人": "王某", "申请日期": "2026-11-10", "完成日期": "2026-11-09", "证明材料": ["照片"], "验收人": "周某",
    "新时限": None, "临时管控措施": None,
}  # fmt: skip
LIAISON = {"单位": "县局", "姓名": "陈某", "职务": "主任", "手机": "13800000000"}
BIG = {
    "活动时间": "2026-12-30 09:00",
    "结束时间": None,
    "申请日期": "2026-11-20",
    "预计人数": 1200,
    "场所核定人数": 3000,
}

ERRORS: list[tuple[str, dict[str, Any], str]] = [
    ("handover", {"类型": "督办"}, "督办单没有写前单编号"),
    ("handover", {"类型": "催办"}, "催办单没有写前单编号"),
    ("handover", {"发出时间": "2026-11-20 09:00", "办理时限": "2026-11-20 08:00"}, "不晚于发出时间"),
    ("handover", {"发出时间": "2026-11-20 09:00", "来源日期": "2026-11-21"}, "晚于发出时间"),
    ("handover", {"承办单位": "甲局", "协办单位": ["甲局"]}, "既是承办单位又是协办单位"),
    ("handover", {"承办单位": "甲局", "交办单位": "甲局"}, "承办单位与交办单位都是"),
    ("handover", {"是否销号": "是"}, "没有核查人或核查结论"),
    ("handover", {"承办负责人": "王某", "核查人": "王某"}, "核查人与承办负责人都是"),
    ("handover", {"发出时间": "2026-11-20 09:00", "完成时间": "2026-11-19 09:00"}, "早于发出时间"),
    ("handover", {"发出时间": "2026-11-20 09:00", "签收时间": "2026-11-20 08:00"}, "签收时间"),
    ("handover", {"立行立改": "是", "完成时间": "2027-01-20 10:00"}, "立行立改已完成，没有佐证"),
    ("handover", {"类型": "通知"}, "只能写"),
    ("supervision_plan", teams(team("一", ["青川县"]), team("二", ["青川县", "剑阁县"])), "分给了 2 个组"),
    ("supervision_plan", teams(team("一", ["青川县"])), "没有组负责：剑阁县"),
    ("supervision_plan", teams(team("一", ["青川县", "剑阁县", "苍溪县"])), "不在应督导地区里：苍溪县"),
    ("supervision_plan", teams(team("一", ["青川县、剑阁县"], 组长={"姓名": "赵某", "职务": "青川县副县长"})), "来自被督导的青川县"),
    ("supervision_plan", teams(team("一", ["青川县", "剑阁县"], 组长={"姓名": "赵某", "单位": "青川应急局"})), "来自被督导的青川县"),
    ("supervision_plan", teams(team("一", ["青川县", "剑阁县"]), 最迟进驻日期="2026-11-09"), "晚于要求的"),
    ("supervision_plan", teams(team("一", ["青川县", "剑阁县"], 进驻日期="2026-11-20")), "不在督导时间"),
    ("supervision_plan", teams(team("一", ["青川县", "剑阁县"]), 督导结束="2026-11-01"), "督导结束早于督导开始"),
    ("supervision_plan", teams(team("一", ["青川县"]), team("一", ["剑阁县"])), "“一”写了两次"),
    ("supervision_plan", teams(team("一", ["青川县"], 成员=["周某"]), team("二", ["剑阁县"], 成员=["周某"])), "同时在一和二"),
    ("duty_roster", {**PERIOD, "值班安排": [duty("2026-11-10")]}, "没有排班：11月11日"),
    ("duty_roster", shifts(duty("2026-11-10"), duty("2026-11-10")), "11月10日排了 2 次"),
    ("duty_roster", shifts(duty("2026-11-10"), duty("2026-11-12")), "不在值班时段内"),
    ("duty_roster", shifts(duty("2026-11-10"), end="2026-11-01"), "结束日期早于开始日期"),
    (
        "duty_roster",
        shifts(duty("2026-11-10", 时段="08:00-18:00"), duty("2026-11-10", 时段="20:00-次日08:00")),
        "18:00至11月10日20:00没有人值班",
    ),
    ("duty_roster", shifts(duty("2026-11-10", 时段="08:00-20:00")), "11月10日20:00以后没有人值班"),
    ("duty_roster", shifts(duty("2026-11-10", 时段="白天")), "看不懂"),
    ("duty_roster", {**PERIOD, "值班安排": [duty("2026-11-10"), duty("2026-11-11", 时段="08:00-20:00")]}, "11月11日00:00至11月11日08:00没有人值班"),
    ("notice_change", {"类型": "补充", "变更事项": None, "其他事项": None}, "补充通知没有写补充的内容"),
    ("duty_roster", shifts(duty("2026-11-10", 带班领导={"姓名": "李某", "手机": "13800000000"})), "没有写职务"),
    ("duty_roster", shifts(duty("2026-11-10", 带班领导={"姓名": "李某", "职务": "副县长"})), "没有写手机"),
    ("duty_roster", shifts(duty("2026-11-10", 值班人员=[{"姓名": "周某"}])), "没有写电话"),
    (
        "duty_roster",
        shifts(duty("2026-11-10"), 请假备案=[{"姓名": "李某", "起": "2026-11-09", "止": "2026-11-11"}]),
        "李某已请假",
    ),
    ("spot_check", {"抽查情况": [CALL, CALL]}, "同一时间写了两次"),
    ("leave_record", {"请假人员": [{**ON_LEAVE, "截止日期": "2026-11-01"}]}, "截止日期早于起始日期"),
    ("leave_record", {"请假人员": [{**ON_LEAVE, "联系电话": "不详"}]}, "不像电话号码"),
    ("leave_record", {"请假人员": [{**ON_LEAVE, "去向": None}]}, "去向”：没有填写"),
    ("field_matrix", {"分工": [{**MINE, "牵头单位": "市应急管理局、市公安局"}]}, "有多个牵头单位"),
    ("field_matrix", {"分工": [MINE, MINE]}, "“矿山”写了 2 次"),
    ("field_matrix", {"分工": [MINE], "应有领域": ["矿山", "消防"]}, "没有分工的领域：消防"),
    ("checklist", {"检查内容": [{"内容": "制度", "结果": "不合格"}]}, "没有写问题"),
    ("stop_notice", {"危险区域有人员": "是"}, "没有写转移人数和去向"),
    ("stop_notice", {"日期": "2026-11-20", "整改时限": "2026-11-01"}, "早于日期"),
    ("statistics_table", {"各地情况": [{**SUM, "已整改": 11}]}, "已整改 11 多于排查隐患 10"),
    ("statistics_table", {"各地情况": [{**SUM, "重大隐患": 11}]}, "重大隐患 11 多于"),
    ("statistics_table", {"各地情况": [SUM, SUM]}, "“青川县”写了两次"),
    ("statistics_table", {"各地情况": [{**SUM, "整改率": "90%"}]}, "按数字算是 80.0%"),
    ("progress_circular", {"各单位进展": [{**PROGRESS, "未反馈": 2}]}, "各项合计多于任务数"),
    ("progress_circular", {"各单位进展": [PROGRESS, PROGRESS]}, "写了两次"),
    ("incident_report", {**TIMES, "接报时间": "2026-11-20 13:00"}, "接报时间早于事发时间"),
    ("incident_report", {**TIMES, "报送时间": "2026-11-20 14:10"}, "报送时间早于接报时间"),
    ("incident_report", {**TIMES, "报送时间": "2026-12-20 14:10"}, "之后"),
    ("incident_report", {"类型": "续报"}, "没有写续报次数"),
    ("incident_report", {"类型": "续报一", "上次报告伤亡": "2/0/1/2", "死亡": 1}, "死亡由 2 减为 1，没有写原因"),
    ("incident_report", {"初步原因": "违章作业"}, "原因写成了定论"),
    ("incident_report", {"死亡": None}, "死亡”：没有填写"),
    ("event_approval", BIG, "没有公安许可号"),
    ("event_approval", {"预计人数": 900, "场所核定人数": 800}, "超过场所核定人数"),
    ("event_approval", {**BIG, "公安许可号": "1", "申请日期": "2026-12-20"}, "距活动不足 20 日"),
    ("event_approval", {**BIG, "预计人数": 100, "申请日期": "2026-12-31"}, "晚于活动时间"),
    ("event_approval", {"活动时间": "2026-12-30 09:00", "结束时间": "2026-12-30 08:00"}, "结束时间不晚于"),
    ("event_approval", {"临时搭建": "是"}, "没有写搭建单位资质"),
    ("implementation_report", {"主送机关": ["甲委员会", "乙委员会"]}, "2 个主送机关"),
    ("implementation_report", {"下步打算": ["恳请市里支持资金。"]}, "报告里有请示事项"),
    ("responsibility_letter", {"甲方": "甲", "乙方": "甲"}, "甲方和乙方相同"),
    ("responsibility_letter", {"开始日期": "2026-01-01", "截止日期": "2025-12-31"}, "截止日期早于开始日期"),
    ("responsibility_letter", {"开始日期": "2026-01-01", "截止日期": "2026-12-31", "签订日期": "2027-02-01"}, "不在考核期内"),
    ("handbook", {"参会人员": [GUEST, GUEST]}, "“赵某”写了两次"),
    ("handbook", {"参会人员": [GUEST, {**GUEST, "姓名": "钱某"}]}, "座位“1排1座”安排了两人"),
    ("rectify_order", {"检查人员": ["王某 ZF1"]}, "只有 1 名检查人员"),
    ("rectify_order", {"检查人员": ["王某 ZF1", "周某 ZF1"]}, "证件号相同"),
    ("rectify_order", {**ORDER, "日期": "2026-11-09"}, "早于检查时间"),
    ("rectify_order", {**ORDER, "整改时限": "2026-11-09"}, "整改时限 2026-11-09 早于日期"),
    ("rectify_order", {**ORDER, "复查时间": "2026-11-19"}, "早于整改时限"),
    ("rectify_order", {**ORDER, "隐患": [{"隐患": "涵洞淤堵", "整改时限": "2026-12-30"}]}, "不在日期和复查时间之间"),
    ("listing_notice", {"日期": "2026-11-10", "方案报备期限": "2026-11-01"}, "方案报备期限 2026-11-01 早于日期"),
    ("listing_notice", {"方案报备期限": "2026-11-10", "治理完成期限": "2026-11-01"}, "早于方案报备期限"),
    ("listing_notice", {"日期": "2026-11-10", "签收日期": "2026-11-01"}, "签收日期 2026-11-01 早于日期"),
    ("listing_notice", {"每季度报告次数": 0}, "每季度报告不足 1 次"),
    ("hazard_request", {"新时限": None}, "新时限”：没有填写（延期必填）"),
    ("hazard_request", {"临时管控措施": None}, "临时管控措施”：没有填写（延期必填）"),
    ("hazard_request", {"原时限": "2026-12-31", "新时限": "2026-12-31"}, "不晚于原时限"),
    ("hazard_request", {"原时限": "2026-11-01", "申请日期": "2026-11-10"}, "晚于原时限"),
    ("hazard_request", {**DONE, "完成日期": None}, "完成日期”：没有填写（销号必填）"),
    ("hazard_request", {**DONE, "证明材料": None}, "证明材料”：没有填写（销号必填）"),
    ("hazard_request", {**DONE, "验收人": None}, "验收人”：没有填写（销号必填）"),
    ("hazard_request", {**DONE, "验收人": "王某"}, "验收人与申请人都是“王某”"),
    ("hazard_request", {**DONE, "完成日期": "2026-11-20"}, "晚于申请日期"),
    ("hazard_request", {"审批意见": [{"单位": "县局", "意见": "不同意"}]}, "不同意，没有写说明"),
    ("clue_transfer", {"接到日期": "2026-11-10", "移送日期": "2026-11-01"}, "早于接到日期"),
    ("clue_transfer", {"移送日期": "2026-11-10", "回复时限": "2026-11-10"}, "不晚于移送日期"),
    ("clue_transfer", {"移送日期": "2026-11-10", "接收日期": "2026-11-01"}, "早于移送日期"),
    ("clue_transfer", {"移送单位": "甲", "接收单位": "甲"}, "移送单位和接收单位都是"),
    ("clue_transfer", {"接收单位": "某厂", "线索对象": "某厂"}, "移交给了被反映的"),
    ("talk_notice", {"被约谈人": None}, "没有填写（约谈通知必填）"),
    ("talk_notice", {"约谈人": None}, "没有填写（约谈通知必填）"),
    ("talk_notice", {"种类": "警示函", "报告时限": "2026-12-30"}, "没有填写（警示函必填）"),
    ("talk_notice", {"种类": "警示函", "问题事实": ["逾期"]}, "没有填写（警示函必填）"),
    ("talk_notice", {"成文日期": "2027-02-01", "约谈时间": "2027-01-20 09:00"}, "早于成文日期"),
    ("talk_notice", {"约谈时间": "2027-01-20 09:00", "报告时限": "2027-01-10"}, "早于约谈时间"),
    ("liaison_list", {"联络员": [LIAISON, LIAISON]}, "“县局 陈某”写了两次"),
    ("responsibility_letter", {"事故控制指标": [{"指标": "死亡", "控制数": "2"}]}, "没有单位"),
]  # fmt: skip

WARNINGS: list[tuple[str, dict[str, Any], str]] = [
    ("handover", {"类型": "催办", "前单编号": "1", "催办次数": 3}, "已是第 3 次催办"),
    ("supervision_plan", {"督导方式": ["暗访"]}, "不发被督导县区"),
    ("duty_roster", {**PERIOD, "值班安排": [duty("2026-11-10"), duty("2026-11-11")]}, "连值两个24小时班"),
    ("duty_roster", shifts(duty("2026-11-10", 值班人员=STAFF[:1])), "只有 1 名值班人员"),
    ("duty_roster", shifts(duty("2026-11-10"), 报送时限="2026-11-10 10:00"), "报送时限不早于值班开始"),
    (
        "duty_roster",
        shifts(duty("2026-10-01"), start="2026-10-01", end="2026-10-01", 报送时限="2026-09-28 10:00"),
        "距节日值班只有 3 天",
    ),
    ("duty_roster", shifts(duty("2026-11-10", 带班领导={**LEADER, "手机": "12"})), "不像座机或手机号"),
    ("visit_log", {"应检查领导": ["副市长李某", "副市长王某"]}, "还没有检查记录"),
    (
        "visit_log",
        {"检查情况": [{"领导": "甲", "分管领域": "矿山", "日期": "2026-11-10", "企业或现场": "某矿", "发现问题": "淤堵"}]},
        "没有写处置情况",
    ),
    ("checklist", {"种类": "属地检查", "检查人": ["王某"]}, "只有 1 名检查人"),
    ("checklist", {"检查内容": ["制度", "设备"]}, "没有涉及：人员是否到位并尽责"),
    ("checklist", {"检查内容": [{"内容": "制度、设备、人员", "结果": "合格"}]}, "零问题"),
    ("statistics_table", {"频次": "每周"}, "要求每周报送"),
    ("incident_report", {**TIMES, "报送时间": "2026-11-20 18:00"}, "超过 2 小时"),
    ("incident_report", {**TIMES, "类型": "续报", "续报次数": 2, "事发时间": "2026-11-10 10:00"}, "事发已超过 7 日"),
    ("event_approval", {**BIG, "公安许可号": "1", "方案要素": ["应急预案"]}, "安全工作方案缺"),
    ("event_approval", {"联系电话": "12"}, "不像座机"),
    ("notice_change", {"变更事项": [{"事项": "会议时间", "原定": "2026-11-10 9:00", "改为": "2026-11-12 9:00"}]}, "新的会议时间 2026-11-12 已过"),
    ("responsibility_letter", {}, "责任状正在清理规范"),
    ("host_script", {"议程": ["领导讲话"]}, "没有写发言人"),
    ("handbook", {"议程": ["领导讲话"]}, "没有写发言人"),
    ("handbook", {"参会人员": [GUEST], "应到人数": 2}, "应到 2 人，名单上 1 人"),
    ("rectify_order", {"检查单位": "市安全生产委员会办公室"}, "不是执法部门"),
    ("hazard_request", {"原时限": "2026-12-31", "申请日期": "2026-12-25", "新时限": "2027-03-01"}, "距原时限不足 15 个工作日"),
    ("clue_transfer", {"事实": "举报人：张三反映超采。"}, "事实里写了举报人"),
    ("clue_transfer", {"联系电话": "12"}, "不像座机"),
    ("liaison_list", {"联络员": [{**LIAISON, "手机": "12"}]}, "不像座机"),
    ("liaison_list", {"联络员": [LIAISON], "应报单位": ["县局", "乡政府"]}, "没有报联络员：乡政府"),
]  # fmt: skip


def identify(case: tuple[str, dict[str, Any], str]) -> str:
    return f"{case[0]}-{case[2]}"


@pytest.mark.parametrize("case", ERRORS, ids=identify)
def test_contradiction_is_an_error(judge: Judge, case: tuple[str, dict[str, Any], str]):
    key, changes, says = case
    errors, _ = judge(key, **changes)
    assert any(says in line for line in errors), errors


@pytest.mark.parametrize("case", WARNINGS, ids=identify)
def test_unusual_thing_is_a_warning(judge: Judge, case: tuple[str, dict[str, Any], str]):
    key, changes, says = case
    errors, warnings = judge(key, **changes)
    assert errors == []
    assert any(says in line for line in warnings), warnings


@pytest.mark.parametrize("key", KEYS)
def test_every_required_field_is_missed(judge: Judge, key: str):
    kind = find_type(key)
    for name, field in kind.model_fields.items():
        if field.is_required():
            label = label_of(field, name)
            errors, _ = judge(key, **{label: None})
            assert any(f"“{label}”：没有填写" in line for line in errors), (label, errors)


@pytest.mark.parametrize("key", KEYS)
def test_sample_passes_unchanged(judge: Judge, key: str):
    assert judge(key)[0] == []


def test_every_rule_says_what_it_holds():
    for key in KEYS:
        for mark, method in rules_of(find_type(key)):
            assert method.__doc__, (key, mark.name)


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        ("duty_roster", shifts(duty("2026-11-10", 时段="08:00-20:00"), duty("2026-11-10", 时段="20:00-次日08:00"))),
        ("duty_roster", shifts(duty("2026-11-10", 时段="8时至20时"), duty("2026-11-10", 时段="20时至8时"))),
        ("handover", {"类型": "督办", "前单编号": "临安交〔2026〕8号"}),
        ("incident_report", {"类型": "续报一", "上次报告伤亡": "2/0/1/2", "死亡": 1, "数字变动原因": "复核更正"}),
        ("incident_report", {"初步原因": "初步分析为违章作业"}),
        ("event_approval", {**BIG, "公安许可号": "公安许〔2026〕1号"}),
        ("event_approval", {**BIG, "政府直接举办": "是"}),
        ("stop_notice", {"危险区域有人员": "是", "转移人数": 12, "转移去向": "镇中学"}),
        ("responsibility_letter", {"开始日期": "2026-03-01", "截止日期": "2026-12-31", "签订日期": "2026-01-20"}),
        ("responsibility_letter", {"签订日期": "待定"}),
        ("statistics_table", {"各地情况": [{**SUM, "整改率": "80%"}]}),
        ("hazard_request", DONE),
        ("hazard_request", {"审批意见": [{"单位": "县局", "意见": "不同意", "说明": "材料不全，补正后再报"}]}),
        ("event_approval", {**BIG, "公安许可号": "1", "方案要素": ["活动组织方式", "安全工作人员", "消防措施", "场所容量", "缓冲区域", "票证安检", "车辆疏导", "现场秩序", "应急预案"]}),
        ("talk_notice", {"种类": "警示函", "问题事实": ["逾期"], "报告时限": "2027-03-01", "被约谈人": None}),
    ],
)  # fmt: skip
def test_what_keeps_the_rules_passes(judge: Judge, key: str, changes: dict[str, Any]):
    assert judge(key, **changes)[0] == []


def test_short_county_names_of_the_address_list_count_as_the_full_ones(judge: Judge):
    office = Profile.model_validate(
        {"单位名称": "市安委办", "单位名录": [{"全称": "青川县人民政府", "简称": "青川县"}]}
    )
    changes = teams(team("一", ["青川县人民政府"]), team("二", ["青川县"]), 应督导地区=["青川县"])
    errors, _ = judge("supervision_plan", office, **changes)
    assert any("分给了 2 个组" in line for line in errors)


@pytest.mark.parametrize(
    ("expected", "more", "permit"),
    [
        (999, {}, ""),
        (1000, {}, "县级公安机关"),
        (4999, {}, "县级公安机关"),
        (5000, {}, "设区的市级公安机关"),
        (5000, {"跨省举办": True}, "公安部"),
        (5000, {"政府直接举办": True}, ""),
    ],
)
def test_who_permits_an_event_goes_by_its_size(expected: int, more: dict[str, Any], permit: str):
    values = {**sample_values(EventApproval, DAY), "预计人数": expected, **more}
    assert EventApproval.model_validate(values).permit_by == permit


@pytest.mark.parametrize(
    ("dead", "missing", "serious", "loss", "grade", "worst"),
    [
        (0, 0, 9, None, "一般", "一般"),
        (3, 0, 0, None, "较大", "较大"),
        (2, 1, 0, None, "一般", "较大"),
        (0, 0, 10, None, "较大", "较大"),
        (0, 0, 0, "5000", "重大", "重大"),
        (30, 0, 0, None, "特别重大", "特别重大"),
    ],
)
def test_grade_of_an_accident(
    dead: int, missing: int, serious: int, loss: str | None, grade: str, worst: str
):
    figures = {"死亡": dead, "失联": missing, "重伤": serious, "直接经济损失": loss}
    report = IncidentReport.model_validate({**sample_values(IncidentReport, DAY), **figures})
    assert (report.grade, report.grade_with_missing) == (grade, worst)


def test_time_of_a_first_report_is_counted_down():
    values = {**sample_values(IncidentReport, DAY), **TIMES}
    assert IncidentReport.model_validate(values).limit_words == "接报后30分钟报送，余90分钟"
    late = {**values, "报送时间": "2026-11-20 16:30"}
    assert IncidentReport.model_validate(late).limit_words == "接报后130分钟报送，超时10分钟"
    later = IncidentReport.model_validate({**values, "类型": "续报（二）"})
    assert (later.heading, later.limit_words) == ("续报二", "")


def test_who_is_on_duty_may_be_written_in_one_line():
    rows = [duty("2026-11-10", 带班领导="李某 副县长 13800000000", 值班人员=["周某 13800000001", "吴某"])]
    days = DutyRoster.model_validate({**sample_values(DutyRoster, DAY), **shifts(*rows)}).days
    assert (days[0].leader.name, days[0].leader.title, days[0].leader.mobile) == (
        "李某",
        "副县长",
        "13800000000",
    )
    assert [(person.name, person.mobile) for person in days[0].staff] == [
        ("周某", "13800000001"),
        ("吴某", ""),
    ]


def test_slip_finished_after_its_limit_is_late():
    values = {**sample_values(Handover, DAY), "发出时间": "2026-11-01 09:00", "办理时限": "2026-11-10 18:00"}
    assert Handover.model_validate({**values, "完成时间": "2026-11-11 09:00"}).is_late
    assert not Handover.model_validate({**values, "完成时间": "2026-11-10 17:00"}).is_late


def test_totals_are_recomputed():
    table = StatisticsTable.model_validate(
        {
            **sample_values(StatisticsTable, DAY),
            "各地情况": [SUM, {**SUM, "单位": "剑阁县", "排查隐患": 30, "罚款": "1.5"}],
        }
    )
    assert (table.total("hazards"), table.total("fined"), table.total_rate) == ("40", "1.5", "40.0%")


def test_day_of_duty_names_its_weekday_and_holiday():
    roster = DutyRoster.model_validate({**sample_values(DutyRoster, DAY), **shifts(duty("2026-10-01"))})
    assert roster.days[0].weekday == "星期四（国庆节）"


def test_counties_may_stand_in_one_line():
    plan = SupervisionPlan.model_validate(
        {**sample_values(SupervisionPlan, DAY), **teams(team("一", ["青川县、剑阁县"]))}
    )
    assert [line for rule in (plan.check_cover,) for line in rule(date(2026, 11, 23))] == []


NOTICE = {
    "会议名称": "全市安全生产工作会议",
    "发文机关": "临江市安全生产委员会办公室",
    "会议时间": "2026-12-10 09:00",
    "地点": "市政府三楼会议室",
    "会议内容": [{"事项": "通报形势", "发言人": "市应急管理局"}, "领导讲话"],
    "主持人": {"姓名": "李某", "职务": "常务副市长"},
    "参会人员": [{"组别": "市安委会成员单位", "职务级别": "主要负责人"}],
    "会议纪律": ["手机静音"],
    "联系人": [{"姓名": "陈某", "电话": "0971-8230001"}],
}


def adopted(key: str, **changes: Any) -> Any:
    kind = find_type(key)
    return validate(kind, assemble(kind, Source({**NOTICE}), over=changes), DAY).document


def test_script_of_the_chair_is_made_from_the_notice():
    script = adopted("host_script")
    assert script.chair.full == "常务副市长李某"
    assert [(step.item, step.speaker) for step in script.steps] == [
        ("通报形势", "市应急管理局"),
        ("领导讲话", ""),
    ]
    assert (script.present, script.discipline) == (["市安委会成员单位主要负责人"], "手机静音。")
    assert script.opening == "现在召开全市安全生产工作会议。"


def test_handbook_is_made_from_the_notice():
    book = adopted("handbook", 参会人员=[GUEST])
    assert (book.place, book.issuer, book.agenda[1].item) == (
        "市政府三楼会议室",
        "临江市安全生产委员会办公室",
        "领导讲话",
    )
    assert [guest.name for guest in book.people] == ["赵某"]
    assert book.discipline == ["手机静音"]


def test_data_of_the_paper_itself_is_not_taken_for_a_notice():
    for key in ("host_script", "handbook"):
        kind = find_type(key)
        assert kind.adopt(sample_values(kind, DAY), {}) is None
        assert kind.adopt({"会议名称": "全市安全生产工作会议", "发文机关": "甲"}, {}) is None


def test_notice_whose_people_are_named_is_no_source_of_a_handbook():
    assert find_type("handbook").adopt({**NOTICE, "参会人员": [GUEST]}, {}) is None


def test_who_takes_part_may_be_said_in_words():
    kind = find_type("host_script")
    values = {
        **NOTICE,
        "参会人员": ["市安委会成员单位主要负责人", {"组别": "各县（市、区）政府", "职务级别": "分管负责人"}],
    }
    script = validate(kind, assemble(kind, Source(values)), DAY).document
    assert script.present == ["市安委会成员单位主要负责人", "各县（市、区）政府分管负责人"]  # type: ignore[attr-defined]
