"""Bodies by their endings, and those of an address list by what people call them."""

from __future__ import annotations

import pytest

from tongzhi.zh.bodies import find_body, head_body, is_body

LISTED = [
    ("青川县人民政府", "青川县"),
    ("白水市人民政府", "白水市"),
    ("临江经济技术开发区管理委员会", "临江经开区"),
    ("临江市应急管理局", "市应急局"),
    ("临江市市场监督管理局", ""),
    ("临江市文化广电和旅游局", ""),
    ("临江市卫生健康委员会", ""),
    ("临江市人力资源和社会保障局", ""),
    ("临江市残疾人联合会", "市残联"),
    ("临江市消防救援支队", ""),
    ("国网临江供电公司", ""),
    ("临江市水务局", ""),
]


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("青川", "青川县人民政府"),
        ("青川县委办公室", "青川县人民政府"),
        ("青川县府办", "青川县人民政府"),
        ("白水市政府", "白水市人民政府"),
        ("经开区管委会", "临江经济技术开发区管理委员会"),
        ("应急局（盖章）", "临江市应急管理局"),
        ("市监局", "临江市市场监督管理局"),
        ("市场监管局", "临江市市场监督管理局"),
        ("文旅局", "临江市文化广电和旅游局"),
        ("文广旅局", "临江市文化广电和旅游局"),
        ("卫健委", "临江市卫生健康委员会"),
        ("人社局", "临江市人力资源和社会保障局"),
        ("消防支队", "临江市消防救援支队"),
        ("供电公司", "国网临江供电公司"),
    ],
)
def test_body_of_the_list_is_found_under_what_people_call_it(written: str, full: str):
    found = find_body(written, LISTED)
    assert found is not None
    assert (LISTED[found.index][0], found.sure) == (full, True)


@pytest.mark.parametrize(
    ("written", "full"), [("临江市文化广电和旅由局", "临江市文化广电和旅游局"), ("水利局", "临江市水务局")]
)
def test_one_wrong_letter_is_a_guess(written: str, full: str):
    found = find_body(written, LISTED)
    assert found is not None
    assert (LISTED[found.index][0], found.sure) == (full, False)


@pytest.mark.parametrize("written", ["市档案馆", "教育局", "市政府办公室", "苍溪县", "局"])
def test_body_that_is_not_listed_is_not_found(written: str):
    assert find_body(written, LISTED) is None


@pytest.mark.parametrize(
    "text",
    [
        "市残联", "县侨联", "市妇联", "市工商联", "市科协", "团市委", "市总工会", "市红十字会", "国网临江供电公司", "县武警中队", "市纪委监委", "市委办",
        "市政协", "城关镇", "中国移动临江分公司", "临江日报社", "市一中", "市人民医院", "高新区管委会", "市供销社", "大石沟煤矿", "临江银行", "市邮政",
        "市消防", "省地矿四队", "市法院", "临江海关", "县人武部", "机场", "城区粮库",
    ],
)  # fmt: skip
def test_endings_of_bodies(text: str):
    assert is_body(text)


@pytest.mark.parametrize("text", ["王会", "张部", "欧阳修", "副局长", "收到"])
def test_people_and_words_are_no_bodies(text: str):
    assert not is_body(text)


def test_body_at_the_head_of_a_run():
    assert head_body("应急局副局长张三", LISTED) == ("应急局", "副局长张三")
    assert head_body("执法支队支队长", LISTED) == ("", "执法支队支队长")
