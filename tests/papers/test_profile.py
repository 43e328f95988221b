from __future__ import annotations

from typing import Any

import pytest

from tongzhi.errors import InputError
from tongzhi.papers.meeting import Meeting
from tongzhi.papers.notice import Notice
from tongzhi.papers.profile import Profile
from tongzhi.read.data import Source
from tongzhi.read.validate import validate

from .conftest import DAY

DATA: dict[str, Any] = {
    "单位名称": "临江市安委办",
    "发文机关": [{"名称": "临江市安全生产委员会办公室", "代字": "临安办发", "下一文号": 12, "年份": 2026}],
    "联系人": "陈某 0971-8230001",
    "单位名录": [{"全称": "青川县人民政府", "简称": "青川县", "级别": "县区"}, "临江市应急管理局（市应急局）"],
    "领导分工": [{"姓名": "李某", "职务": "副市长", "分管领域": ["矿山"]}],
    "会议室": [{"名称": "三楼会议室", "座位数": 80}],
    "责任单位对照": {"矿山": "市应急管理局、市自然资源局", "消防": ["市消防救援支队"], "燃气": {"牵头单位": "市住建局"}},
    "字体": {"标题": "华文中宋"},
    "地区": "临江市",
    "涉密机": "否",
    "默认值": {"会议通知": {"会议纪律": ["静音"]}},
}  # fmt: skip


def test_profile_takes_the_keys_and_short_forms_people_write():
    profile = Profile.model_validate(DATA)
    assert profile.main_issuer == "临江市安全生产委员会办公室"
    assert profile.full_name("市应急局") == "临江市应急管理局"
    assert profile.short_names["青川县"] == "青川县人民政府"
    assert [unit.short for unit in profile.counties()] == ["青川县"]
    assert profile.owners_map == {
        "矿山": ["市应急管理局", "市自然资源局"],
        "消防": ["市消防救援支队"],
        "燃气": ["市住建局"],
    }
    assert profile.seats("市政府三楼会议室") == 80
    assert profile.leader_of("矿山").name == "李某"
    assert profile.order_of("不认识") == 2
    assert (profile.faces, profile.region.name, profile.secret_machine) == (
        {"标题": "华文中宋"},
        "临江市",
        False,
    )


def test_defaults_fit_the_type():
    profile = Profile.model_validate(DATA)
    assert profile.defaults(Notice) == {
        "issuer": "临江市安全生产委员会办公室",
        "contact": [{"姓名": "陈某", "电话": "0971-8230001"}],
        "discipline": ["静音"],
    }
    assert profile.defaults(Meeting)["counties"] == ["青川县"]


@pytest.mark.parametrize(
    ("year", "used", "number"),
    [(2026, {}, 12), (2026, {("临安办发", 2026): 20}, 21), (2027, {}, 1), (2027, {("临安办发", 2027): 3}, 4)],
)
def test_next_number_follows_profile_and_register(year: int, used: dict[tuple[str, int], int], number: int):
    profile = Profile.model_validate(DATA)
    profile.remember_numbers(used)
    assert profile.next_doc_no("临江市安全生产委员会办公室", year) == f"临安办发〔{year}〕{number}号"


def test_issuer_without_code_has_no_number():
    assert Profile.model_validate({"单位名称": "甲"}).next_doc_no("", 2026) == ""


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"字体": "华文中宋"}, "应是“名称: 值”的样子"),
        ({"默认值": {"会议通知": "静音"}}, "应按文种分项写"),
        ({"默认值": {"会议通知": {"会议记律": ["静音"]}}}, "没有字段“会议记律”"),
    ],
)
def test_slip_in_the_profile_is_an_error(change: dict[str, Any], says: str):
    with pytest.raises(InputError, match=says):
        validate(Profile, Source({**DATA, **change}), DAY)


def test_two_units_of_one_name_are_told():
    units = [{"全称": "青川县人民政府", "简称": "青川县"}, {"全称": "青川县应急管理局", "简称": "青川县"}]
    warnings = validate(Profile, Source({**DATA, "单位名录": units}), DAY).warnings
    assert any("“青川县”与第1项重名" in str(problem) for problem in warnings)


def test_mark_of_the_issuer_stands_over_its_papers():
    issuer = {
        "名称": "临江市安全生产委员会办公室",
        "代字": "临安办发",
        "发文机关标志": "临江市安全生产委员会办公室文件",
    }
    profile = Profile.model_validate({**DATA, "发文机关": [issuer]})
    assert profile.defaults(Notice)["mark"] == "临江市安全生产委员会办公室文件"
