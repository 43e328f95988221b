from __future__ import annotations

import pytest

from tongzhi.extract.fields import (
    Themes,
    choose_field,
    departments,
    field_names,
)

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
        ("每天夜查一次", [], {"燃气": 6.0}, "燃气"),
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


def fields(*units, chapters=None, head=()):
    themes = Themes(units, chapters or ["一"] * len(units), head)
    return [themes.field(index, []) for index in range(len(units))]


def test_a_unit_without_words_of_its_own_is_about_what_the_text_is_about():
    units = ["森林防火要抓紧，林区禁火。", "护林员上岗。", "每户发一张明白纸。"]
    assert fields(*units, head=["在全县森林防灭火会议上的讲话"]) == ["森林防火"] * 3


def test_a_text_without_trigger_words_has_no_topic():
    assert fields("大家好。", "下周把账目报来。", head=["讲话"]) == [None, None]


def test_a_text_that_is_about_no_field_gets_none_from_a_word_in_passing():
    talk = ["我们把网站的首页再改一版，文档也要补。", "下次例会讨论版本的发布节奏。"] * 20
    assert set(fields(*talk, "插座坏了两个，换一下。", "会后把纪要发群里。")) == {None}


def test_units_beside_one_in_the_same_chapter_tell_of_it():
    units = ["锅炉和电梯逐台检验。", "查完的贴标签。", "幼儿园门口要有护学岗。", "名单报上来。"]
    assert fields(*units, chapters=["一", "一", "二", "二"]) == ["特种设备", "特种设备", "校园", "校园"]


@pytest.mark.parametrize(
    ("unit", "field"),
    [
        ("文旅局和交警大队把灶台上的软管换掉", "燃气"),
        ("市消防救援支队派人去渡口守着", "水上交通"),
        ("旅游协会先通风，再清掏化粪池", "工贸"),
    ],
)
def test_the_name_of_a_body_tells_little_of_the_field(unit, field):
    assert choose_field(unit, [], None) == field
