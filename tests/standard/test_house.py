from __future__ import annotations

import pytest

from tongzhi.errors import InputError
from tongzhi.standard.gbt9704 import GBT9704
from tongzhi.standard.house import house_standard


def test_empty_house_style_is_the_standard():
    assert house_standard({}, {}) == GBT9704


def test_values_of_the_office_lie_over_the_standard():
    house = house_standard({"小标宋": "华文中宋"}, {"上边距": 35, "标题字号": "小二", "红色": "#c00000"})
    assert house.faces.title == "华文中宋"
    assert house.page.top.mm == pytest.approx(35, abs=0.02)
    assert house.title.size.pt == 18
    assert house.head.red == "C00000"
    assert house.body == GBT9704.body


def test_every_wrong_name_and_value_is_told_at_once():
    with pytest.raises(InputError) as caught:
        house_standard({"草书": "行楷"}, {"行距": "宽", "天头": 37})
    said = str(caught.value)
    assert "草书" in said
    assert "天头" in said
    assert "“格式 行距”：写的是“宽”；这里写磅数" in said


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("上边距", -5), ("上边距", 0), ("左边距", ".inf"), ("左边距", float("inf")), ("版心宽", float("nan")), ("行距", 0), ("行距", -3),
        ("正文字号", 5000), ("每页行数", 0), ("每行字数", 10**9), ("印章前空行", -1),
    ],
)  # fmt: skip
def test_size_that_no_sheet_has_is_told(name: str, value: object):
    with pytest.raises(InputError, match=f"“格式 {name}”"):
        house_standard({}, {name: value})


@pytest.mark.parametrize("values", [{"左边距": 60}, {"版心高": 290}, {"上边距": 20, "版心高": 280}])
def test_type_area_that_leaves_the_sheet_is_told(values: dict[str, object]):
    with pytest.raises(InputError, match="超出 A4 纸"):
        house_standard({}, values)


@pytest.mark.parametrize(
    ("name", "value"), [("红色", "#c000"), ("红色", "红"), ("页码位置", "右下角"), ("每页行数", "很多")]
)
def test_value_of_the_house_style_that_means_nothing_is_told(name: str, value: str):
    with pytest.raises(InputError, match=f"“格式 {name}”：写的是“{value}”"):
        house_standard({}, {name: value})


def test_blank_values_of_the_house_style_leave_the_standard():
    assert house_standard({"标题": " "}, {"上边距": None, "行距": ""}) == GBT9704
