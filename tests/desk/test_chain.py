"""Lines of chain messages in the habits of different groups."""

from __future__ import annotations

import pytest

from tongzhi.desk.chain import read_line
from tongzhi.desk.people import Asked

ASKED = [Asked("临江市气象局", "市气象局"), Asked("国网临江供电公司"), Asked("临江市文化广电和旅游局")]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("1. 市公安局 赵 敏 支队长 13900000003", [("市公安局", "赵敏", "支队长", "13900000003")]),
        ("2. 赵 敏 市司法局 局长 13900000005", [("市司法局", "赵敏", "局长", "13900000005")]),
        ("3）文旅局，计 然，党组成员、副局长，138 0000 2125", [("文旅局", "计然", "党组成员、副局长", "13800002125")]),
        ("④气象局：副局长殷野13800002120，随行法规科科长车里13800002121", [("气象局", "殷野", "副局长", "13800002120"), ("气象局", "车里", "法规科科长", "13800002121")]),
        ("5.供电公司 总经理顾亭13800002133/安全总监秦岳13800002134", [("供电公司", "顾亭", "总经理", "13800002133"), ("供电公司", "秦岳", "安全总监", "13800002134")]),
        ("【县财政局】周小川/局长/13812345678/分会场", [("县财政局", "周小川", "局长", "13812345678")]),
        ("县水利局——钱多多（副局长）、孙少平（水保股股长）", [("县水利局", "钱多多", "副局长", ""), ("县水利局", "孙少平", "水保股股长", "")]),
        ("13900000020 市残联 王娟", [("市残联", "王娟", "", "13900000020")]),
        ("市人社局 王五 李六 13900000007", [("市人社局", "王五", "", "13900000007"), ("市人社局", "李六", "", "")]),
        ("7. 市体育局 司马光 局长（不吃辣，住宿）13900000014", [("市体育局", "司马光", "局长", "13900000014")]),
        ("机场 王北 经理 13900000030", [("机场", "王北", "经理", "13900000030")]),
        ("1.青川县人民政府副县长李大为，13800000000，司机王强，车牌川H12345", [("青川县人民政府", "李大为", "副县长", "13800000000"), ("青川县人民政府", "王强", "司机", "")]),
        ("赵德柱 县农业农村局 党组书记、局长 138-1234-5678 参会", [("县农业农村局", "赵德柱", "党组书记、局长", "13812345678")]),
    ],
)  # fmt: skip
def test_people_of_a_line(line: str, people: list[tuple[str, str, str, str]]):
    found = read_line(line, ASKED)
    assert found.kind == "people"
    assert [
        tuple(one.get(name, "") for name in ("unit", "name", "title", "mobile")) for one in found.people
    ] == people


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("例 应急局 张三 局长 13800000000", "aside"),
        ("格式：单位+姓名+职务+电话", "aside"),
        ("好的，谢谢", "aside"),
        ("王工 2026/12/11 09:32:11", "aside"),
        ("全市安全生产工作会议，请各单位12月14日12:00前接龙", "aside"),
        ("6. 气象局改一下", "correction"),
        ("③财政局稍后报", "pending"),
        ("②市公安局 已另报表格", "elsewhere"),
        ("7. 县卫健局请假", "leave"),
        ("4. 商务局：无人参加", "leave"),
        ("3.市残联 李健康 13800001111 （请假，事由：因公出差）", "leave"),
        ("4. 市统计局 2人", "unread"),
        ("10. 市妇联 主席 13900000012", "unread"),
        ("市水务局：", "unit"),
    ],
)
def test_lines_that_say_something_else(line: str, kind: str):
    assert read_line(line, ASKED).kind == kind


def test_remarks_go_where_they_belong():
    (one,) = read_line("15. 市医保局 赵敏 女 汉族 局长 川A·12345 替孙权局长 13900000015").people
    assert (one["sex"], one["ethnicity"], one["plate"], one["note"]) == (
        "女",
        "汉族",
        "川A·12345",
        "替孙权局长",
    )


@pytest.mark.parametrize(
    ("line", "unit", "name", "title", "note"),
    [
        ("5. 体育局局长隋远去市里开会，副局长冉竹参加13900001008", "体育局", "冉竹", "副局长", "局长隋远去市里开会"),
        ("6. 气象局局长隋远外出学习，副局长冉竹参加", "气象局", "冉竹", "副局长", "局长隋远外出学习"),
        ("4. 气象局 局长 柴静舟 13900001007 司机老周", "气象局", "柴静舟", "局长", "司机老周"),
        ("4. 气象局 局长 柴静舟 13900001007 司机周师傅", "气象局", "柴静舟", "局长", "司机周师傅"),
        ("10. 更正：气象局改为副局长 茅山月 13900001015", "气象局", "茅山月", "副局长", "更正"),
    ],
)  # fmt: skip
def test_what_is_said_beside_the_person_is_a_remark(line: str, unit: str, name: str, title: str, note: str):
    found = read_line(line, ASKED)
    assert [tuple(one.get(key, "") for key in ("unit", "name", "title", "note")) for one in found.people] == [
        (unit, name, title, note)
    ]


@pytest.mark.parametrize(
    "line", ["8. 我们气象局还没定，明天报", "8. 气象局人员未定，下午报", "我们供电公司明天报"]
)
def test_reply_that_follows_later_names_nobody(line: str):
    assert read_line(line, ASKED).kind == "pending"


@pytest.mark.parametrize("said", ["暂未确定", "待定", "同上", "尚未研究", "名单后报"])
def test_words_in_the_place_of_a_name_are_nobody(said: str):
    found = read_line(f"4. 气象局 {said}", ASKED)
    assert found.kind in ("pending", "unread")
    assert not any(one.get("name") for one in found.people)


@pytest.mark.parametrize(
    ("line", "name", "mobile"),
    [
        ("1. 气象局-副局长-韩江雪-13700001001", "韩江雪", "13700001001"),
        ("15、气象局：分管副局长冯春 13700001012、联络员小李 13700009012", "冯春", "13700001012"),
        ("7. 气象局 副局长 格日勒图 13700001013", "格日勒图", "13700001013"),
    ],
)
def test_name_and_number_of_one_person(line: str, name: str, mobile: str):
    [one] = read_line(line, ASKED).people
    assert (one["name"], one["mobile"]) == (name, mobile)


def test_line_too_long_for_a_reply_is_told_unread_at_once():
    said = "市应急局 张三 局长 13800000000，"
    assert read_line(said).kind == "people"
    long = read_line(said * 400)
    assert (long.kind, long.people) == ("unread", [])
    assert f"{len(said) * 400}个字" in long.why
