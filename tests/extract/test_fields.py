from __future__ import annotations

import pytest

from tongzhi.extract.fields import choose_field, departments, field_names, find_topic

CLOSED = (
    "危险化学品 旅游 道路交通 消防 森林防火 矿山 建筑施工 食品安全 疫情防控 燃气 特种设备 校园 水上交通 农业机械 电力 工贸 "
    "防汛抗旱 自然灾害 大型活动 城市运行 铁路民航 药品 其他"
)


def test_field_names_are_the_closed_list():
    assert sorted(field_names()) == sorted(CLOSED.split())
    assert set(departments()) == set(field_names()) - {"其他"}


@pytest.mark.parametrize(
    ("unit", "headings", "topic", "field"),
    [
        ("对全市加油站、化工企业逐家检查", [], None, "危险化学品"),
        ("每天夜查一次", ["五是矿山安全。"], None, "矿山"),
        ("每天夜查一次", [], "燃气", "燃气"),
        ("每天夜查一次", [], None, None),
        ("逐校检查食堂后厨和留样", [], None, "食品安全"),
        ("市政府和县市政协派人督查", [], None, None),
        ("市政设施逐处检查", [], None, "城市运行"),
        ("有效防范化解重大风险", [], None, None),
        ("人流、车流、物流高度集中", [], None, None),
        ("对尾矿库、加油站、建筑工地、商场消防、学校食堂逐一检查", [], None, "其他"),
    ],
)
def test_field_comes_from_the_unit_its_headings_and_the_topic(unit, headings, topic, field):
    assert choose_field(unit, headings, topic) == field


def test_topic_is_named_in_the_head():
    assert find_topic(["在全县森林防灭火会议上的讲话"], "森林防火要抓紧，林区禁火。") == "森林防火"
