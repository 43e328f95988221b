from __future__ import annotations

import re
from typing import Any

import pytest

from tongzhi.papers.notice import Notice
from tongzhi.papers.profile import Profile
from tongzhi.read.data import Source
from tongzhi.read.validate import assemble, validate

from .conftest import DAY, Judge

# the sample meets on 2026-11-25 09:00; today is 2026-11-23
ERRORS: list[tuple[dict[str, Any], str]] = [
    ({"会议时间": "2026年11月25日（星期一）9:00"}, "星期不符"),
    ({"会议时间": "2026-11-25下午15:00"}, "自相矛盾"),
    ({"会议时间": "2026-02-30 9:00"}, "不存在"),
    ({"结束时间": "2026-11-25 08:00"}, "结束时间不晚于会议时间"),
    ({"成文日期": "2026-11-26"}, "晚于会议日期"),
    ({"签到时间": "2026-11-25 09:30"}, "签到时间不早于会议时间"),
    ({"回执截止": "2026-11-25 10:00"}, "不早于会议时间"),
    ({"回执截止": "2026-11-26"}, "不早于会议时间"),
    ({"报送方式": None}, "没有写报送方式"),
    ({"会议内容": [{"序号": 1, "事项": "甲"}, {"序号": 3, "事项": "乙"}]}, "不连续"),
    ({"会议内容": [{"事项": "甲", "时长": 90}, {"事项": "乙", "时长": 40}], "会期": "2小时"}, "合计 130 分钟，超过会期 120 分钟"),
    ({"会议形式": "视频"}, "视频会议没有写分会场"),
    ({"会议形式": "视频"}, "视频会议没有写技术保障"),
    ({"分会场": [{"地区": "青川县"}, {"地区": "青川县"}]}, "写了两次"),
    ({"参会人员": "各县（市、区）政府主要负责人"}, "没有写请假要求"),
    ({"请假要求": {"审批人": "市长", "截止时间": "2026-11-25 10:00"}}, "请假截止时间不早于会议时间"),
    ({"会议材料": [{"单位": "甲", "材料": "发言", "报送时限": "2026-11-25 09:00"}]}, "报送时限不早于会议时间"),
    ({"技术保障": {"调试结束": "2026-11-25 09:30"}}, "调试结束不早于会议时间"),
    ({"技术保障": {"开通时间": "2026-11-25 09:30"}}, "开通时间晚于会议时间"),
    ({"技术保障": {"调试开始": "2026-11-24 16:00", "调试结束": "2026-11-24 14:00"}}, "不晚于调试开始"),
    ({"抄送机关": "市安委会成员单位"}, "既在主送又在抄送"),
    ({"紧急程度": "特提"}, "只用于电报"),
    ({"发文字号": "临安办发[2026]12号"}, "写法不对"),
    ({"发文字号": "临安办发〔2026〕012号"}, "写法不对"),
    ({"发文字号": "临安办发〔2025〕12号", "成文日期": "2026-11-23"}, "不一致"),
    ({"密级": "秘密", "份号": "000001"}, "未获准制作涉密公文"),
    ({"缘由": "秘密★1年\n为……"}, "未获准处理涉密内容"),
    ({"落款": "别的办公室"}, "与发文机关"),
    ({"会议形式": "线上"}, "只能写：现场、视频、电视电话、现场+视频"),
    ({"会义时间": "x"}, "是不是“会议时间”"),
    ({"会议内容": [{"事项": "甲", "时长": 90}, {"事项": "乙", "时长": 40}], "会期": None, "结束时间": "2026-11-25 11:00"}, "合计 130 分钟，超过会期 120 分钟"),
    ({"会议形式": "视频", "分会场": [{"地区": "青川县"}]}, "视频会议没有写技术保障"),
    ({"会议形式": "视频", "技术保障": {"调试结束": "2026-11-24 16:00"}}, "视频会议没有写分会场"),
]  # fmt: skip

WARNINGS: list[tuple[dict[str, Any], str]] = [
    ({"会议时间": "2026-11-28 09:00", "回执截止": "2026-11-26"}, "休息日（星期六）"),
    ({"会议时间": "2026-10-10 09:00", "回执截止": None}, "已过"),
    ({"会议时间": "2026-11-24 09:00", "回执截止": "2026-11-23 18:00"}, "建议写 特急 或 加急"),
    ({"签到时间": "提前5分钟"}, "签到提前 5 分钟"),
    ({"会议形式": "电视电话"}, "没有写分会场、技术保障"),
    ({"参会人员": "市安委会成员单位"}, "没有写明职务级别"),
    ({"回执截止": "2026-11-23 11:00"}, "不足 4 个工作小时"),
    ({"回执截止": "2026-11-22"}, "休息日"),
    ({"批准依据": None, "缘由": "为部署工作，决定召开会议。"}, "没有写批准依据"),
    (
        {
            "主持人": {"姓名": "李某", "职务": "副市长"},
            "参会人员": "各县（市、区）政府主要负责人",
            "请假要求": "市长",
        },
        "一般不要求下级主要负责同志参加",
    ),
    ({"主送机关": "各县（市、区）人民政府", "批准依据": None, "缘由": "决定开会。"}, "不向下级党委、政府"),
    ({"其他事项": "会后一周内报送贯彻落实情况"}, "一般不要求专门上报贯彻落实情况"),
    ({"成文日期": "2026-11-24"}, "在今天（2026-11-23）之后"),
    ({"发言单位": "青川县", "参会人员": [{"组别": "各县分管负责人", "单位": ["白水县"]}]}, "不在参会单位里"),
    ({"公文载体": "电报"}, "电报报头还缺 发往、签批盖章、等级、编号"),
    ({"发文机关": "临江市安全生产委员会", "发文字号": "临安办发〔2026〕12号"}, "两个机关"),
    ({"联系人": [{"姓名": "陈某", "电话": "12345"}]}, "不像座机或手机号"),
    ({"地点": "待定", "会议时间": "另行通知", "回执截止": None}, "未定事项：会议时间、地点"),
    ({"缘由": "**书记要求……"}, "有遮盖的文字，原样印出：缘由（**）"),
    ({"缘由": "为□□，开会"}, "没填的占位：缘由（□）"),
    ({"签到时间": "2026-11-25 08:00"}, "签到提前 60 分钟"),
]
FINE: list[dict[str, Any]] = [
    {"主持人": {"姓名": "李某", "职务": "副市长"}, "请假要求": "市长", "参会人员": [{"组别": "市直有关部门", "职务级别": "主要负责人"}, {"组别": "各县（市、区）政府", "职务级别": "分管负责人"}]},
    {"会议材料": [{"单位": "青川县", "材料": "发言", "报送时限": "2026-11-24 09:00"}]},
    {"会议时间": "另行通知", "回执截止": None, "技术保障": {"调试结束": "2026-11-24 16:00"}},
    {"发言单位": "青川县", "参会人员": [{"组别": "各县分管负责人", "单位": ["青川县", "白水县"]}]},
]  # fmt: skip


@pytest.mark.parametrize(("changes", "says"), ERRORS, ids=[says for _, says in ERRORS])
def test_contradiction_is_an_error(judge: Judge, changes: dict[str, Any], says: str):
    errors, _ = judge("notice", **changes)
    assert any(says in line for line in errors), errors


@pytest.mark.parametrize(("changes", "says"), WARNINGS, ids=[says for _, says in WARNINGS])
def test_unusual_thing_is_a_warning(judge: Judge, changes: dict[str, Any], says: str):
    errors, warnings = judge("notice", **changes)
    assert errors == []
    assert any(says in line for line in warnings), warnings


@pytest.mark.parametrize("changes", FINE, ids=range(len(FINE)))
def test_what_a_meeting_may_well_be_passes(judge: Judge, changes: dict[str, Any]):
    errors, warnings = judge("notice", **changes)
    assert errors == []
    assert [line for line in warnings if not re.search("未定事项|请假|建议", line)] == []


def test_relief_and_routing_rules_name_their_source(judge: Judge):
    _, warnings = judge("notice", 主送机关="各县（市、区）人民政府", 批准依据=None, 缘由="决定开会。")
    assert any("公文处理工作条例" in line and "基层减负" in line for line in warnings)


def test_approval_by_the_government_settles_routing(judge: Judge):
    _, warnings = judge("notice", 主送机关="各县（市、区）人民政府", 批准依据="经市政府同意")
    assert warnings == []


OFFICE = Profile.model_validate(
    {
        "单位名称": "临江市安全生产委员会办公室",
        "联系人": {"姓名": "陈某", "电话": "0971-8230001"},
        "单位名录": [{"全称": "青川县人民政府", "简称": "青川县", "级别": "县区"}, {"全称": "白水县人民政府", "简称": "白水县", "级别": "县区"}],
        "会议室": [{"名称": "三楼会议室", "座位数": 10}],
    }
)  # fmt: skip


def test_branch_venue_of_a_county_that_is_forgotten_is_told(judge: Judge):
    errors, _ = judge("notice", OFFICE, 分会场=["青川县"], 主送机关="各县（市、区）安委会")
    assert any("分会场缺 白水县人民政府" in line for line in errors)
    _, warnings = judge("notice", OFFICE, 分会场=["青川县", "红岩县"], 主送机关="青川县安委会")
    assert any("“红岩县”不在单位名录里" in line for line in warnings)


def test_branch_venues_of_all_counties_in_one_word_are_enough(judge: Judge):
    errors, _ = judge("notice", OFFICE, 分会场=["各县（市、区）"], 主送机关="各县（市、区）安委会")
    assert errors == []


def derived(**changes: Any) -> Any:
    five = {
        "会议名称": "全市燃气安全工作会议",
        "会议时间": "2026-11-27 15:00",
        "地点": "三楼会议室",
        "参会人员": "各县（市、区）政府分管负责人",
        "回执截止": "2026-11-26 12:00",
        **changes,
    }
    values = {name: value for name, value in five.items() if value is not None}
    return validate(Notice, assemble(Notice, Source(values), OFFICE), DAY, OFFICE).document


def test_nothing_is_derived_from_a_name_that_says_no_matter():
    notice = derived(会议名称="专题会议", 缘由="为研究工作，决定召开专题会议。", 会议内容=["研究工作"])
    assert notice.title == "关于召开专题会议的通知"
    assert [item.item for item in notice.agenda] == ["研究工作"]


def test_without_a_reply_there_is_no_reply_form():
    notice = derived(回执截止=None)
    assert (notice.rsvp_to, notice.attachments) == ("", [])


def test_contact_in_one_line_is_the_reply_channel():
    assert derived(联系人="陈某 0971-8230001").rsvp_to == "陈某 0971-8230001"


def test_notice_of_a_government_goes_to_governments():
    office = OFFICE.model_copy(update={"name": "临江市人民政府办公室"})
    five = {
        "会议名称": "全市燃气安全工作会议",
        "会议时间": "2026-11-27 15:00",
        "地点": "三楼会议室",
        "参会人员": "各县（市、区）政府分管负责人",
    }
    notice = validate(Notice, assemble(Notice, Source(five), office), DAY, office).document
    assert notice.recipients == ["各县（市、区）政府"]


def test_people_beyond_the_seats_of_the_room_are_told(judge: Judge):
    _, warnings = judge(
        "notice", OFFICE, 地点="市政府三楼会议室", 参会人员=[{"组别": "分管负责人", "人数": 40}]
    )
    assert any("只有 10 座" in line for line in warnings)


def test_secret_paper_may_be_made_where_the_profile_allows_it(judge: Judge):
    errors, _ = judge(
        "notice", OFFICE.model_copy(update={"secret_machine": True}), 密级="秘密", 份号="000001"
    )
    assert errors == []


def test_notice_needs_five_values_with_a_profile():
    five = {
        "会议名称": "全市燃气安全工作会议",
        "会议时间": "2026-11-27 15:00",
        "地点": "三楼会议室",
        "参会人员": "各县（市、区）政府分管负责人；市直有关部门主要负责人",
        "回执截止": "2026-11-26 12:00",
    }
    checked = validate(Notice, assemble(Notice, Source(five), OFFICE), DAY, OFFICE)
    notice = checked.document
    assert notice.title == "关于召开全市燃气安全工作会议的通知"
    assert notice.recipients == ["各县（市、区）安全生产委员会", "市直有关部门"]
    assert notice.issuer == OFFICE.name
    assert notice.rsvp_to == "陈某，0971-8230001"
    assert notice.origin("title").kind == "derived"
    assert notice.agenda[0].origin("item").is_open


def test_the_same_five_values_without_a_profile_are_not_enough(judge: Judge):
    errors, _ = judge("notice", 发文机关=None, 联系人=None, 缘由=None, 标题=None)
    assert len([line for line in errors if "没有填写" in line]) == 4


def test_field_names_may_be_english_and_brackets_of_any_width(judge: Judge):
    errors, _ = judge("notice", 地点=None, **{"地点(主会场)": "三楼", "Meeting_Name": "会", "会议名称": None})
    assert errors == []


def test_attendees_and_people_may_be_written_in_one_line():
    notice = Notice.model_validate(
        {"发文机关": "甲", "标题": "乙", "缘由": "丙", "会议名称": "丁", "会议时间": "2026-11-25 9:00", "地点": "戊", "会议内容": "1.通报情况；2.部署工作",
         "参会人员": "各单位负责人", "主持人": "李某（副市长）", "联系人": "陈某，电话：0971-8230001", "附件": "1.参会回执", "请假要求": "向县政府主要领导请假，不得替会"}
    )  # fmt: skip
    assert [(item.no, item.item) for item in notice.agenda] == [(1, "通报情况"), (2, "部署工作")]
    assert (notice.chair.name, notice.chair.title) == ("李某", "副市长")
    assert notice.contact[0].phone == "0971-8230001"
    assert notice.attachments[0].title == "参会回执"
    assert (notice.leave_rule.who_approves, notice.leave_rule.substitute_allowed) == ("县政府主要领导", False)
