"""Who sits where, on paper too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tongzhi.desk.handbook import handbook_people, seat_names
from tongzhi.desk.papers import render_cards, render_seats, render_sign_in
from tongzhi.desk.people import Reply
from tongzhi.desk.seats import (
    Filling,
    Hall,
    Side,
    arrange_hall,
    arrange_platform,
    below_platform,
    read_platform,
    size_hall,
)
from tongzhi.errors import InputError
from tongzhi.layout.cards import card_size

MM = 25.4 / 72


@pytest.mark.parametrize(
    ("count", "side", "line"),
    [
        (1, "左为上", [1]),
        (2, "左为上", [2, 1]),
        (3, "左为上", [2, 1, 3]),
        (4, "左为上", [4, 2, 1, 3]),
        (5, "左为上", [4, 2, 1, 3, 5]),
        (6, "左为上", [6, 4, 2, 1, 3, 5]),
        (3, "右为上", [3, 1, 2]),
        (4, "右为上", [3, 1, 2, 4]),
    ],
)
def test_platform_as_those_who_sit_there_see_it(count: int, side: Side, line: list[int]):
    assert arrange_platform(range(1, count + 1), side) == line


@pytest.mark.parametrize(
    ("filling", "rows"),
    [
        ("左起", [[1, 2, 3, 4], [5, 6, None, None]]),
        ("右起", [[4, 3, 2, 1], [None, None, 6, 5]]),
        ("蛇形", [[1, 2, 3, 4], [None, None, 6, 5]]),
        ("居中", [[3, 1, 2, 4], [None, 5, 6, None]]),
    ],
)
def test_hall_is_filled_as_asked(filling: Filling, rows: list[list[int | None]]):
    assert arrange_hall(range(1, 7), Hall(2, 4, filling)) == rows


def test_hall_is_sized_for_its_people():
    assert size_hall(30, None, 10) == Hall(3, 10)
    assert size_hall(30, 2, None) == Hall(2, 15)
    made = size_hall(100, None, None)
    assert made.rows * made.columns >= 100
    with pytest.raises(InputError, match=r"只有 20 座，要坐 30 人"):
        size_hall(30, 2, 10)


PEOPLE = [Reply(f"单位{number}", f"张{number}", "局长", mobile="13800000000") for number in range(1, 7)]


def test_seats_of_the_handbook_are_those_of_the_plan():
    assert seat_names(PEOPLE, Hall(2, 4, "左起"))[4] == "2排1座"
    listed = handbook_people(PEOPLE, Hall(2, 4, "左起"))
    assert listed[0] == {"单位": "单位1", "姓名": "张1", "职务": "局长", "会场": "", "座位": "1排1座"}
    assert "13800000000" not in str(listed)


def test_long_names_shrink():
    sizes = [card_size("张" * length).pt for length in (2, 3, 4, 9, 15)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[2]
    assert sizes[-1] * 15 <= 430


def test_papers_have_the_same_bytes_each_time():
    assert render_cards(["张某"]) == render_cards(["张某"])
    assert render_sign_in(PEOPLE, "签到表") == render_sign_in(PEOPLE, "签到表")


@pytest.mark.office
def test_printed_papers(to_pdf: Callable[[Mapping[str, bytes]], dict[str, Any]]):
    long_name = "阿卜杜拉·买买提·吐尔逊江"
    made = to_pdf({
        "cards": render_cards(["张某", "欧阳某某", long_name]),
        "sign": render_sign_in([*PEOPLE] * 10, "会议签到表"),
        "seats": render_seats(["甲某", "乙某"], PEOPLE, Hall(2, 4, "左起"), "左为上", "座次表"),
    })  # fmt: skip
    assert len(made["cards"]) == 3
    assert all(round(page.height) == 297 for page in made["cards"])
    for page in made["cards"]:
        fold = next(box["rect"].y0 for box in page._page.get_drawings() if box["rect"].height < 1)
        assert fold * MM == pytest.approx(297 / 2, abs=1)
        faces = [box["rect"] for box in page._page.get_drawings() if box["rect"].height > 1]
        assert [face.y1 < fold for face in faces] == [True, False]
        assert all(face.width * MM <= 156 for face in faces)
    assert len(made["sign"]) > 1
    assert all(page.line("序号") for page in made["sign"])
    hall, stage = made["seats"]
    assert "观众视角" in hall.text
    assert "台上视角" in stage.text
    # from the hall the first of the platform sits left of the second; from the platform it is the other way round
    assert hall.line("甲").left < hall.line("乙").left
    assert stage.line("甲").left > stage.line("乙").left
    assert hall.line("张1").left < hall.line("张4").left
    assert stage.line("张1").left > stage.line("张4").left
    assert hall.line("甲").top < hall.line("张1").top
    assert stage.line("甲").top > stage.line("张1").top


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("张 三,李四", ["张三", "李四"]),
        ("张三 李四", ["张三", "李四"]),
        ("买买提•吐尔逊、李四，", ["买买提·吐尔逊", "李四"]),
        ("", []),
    ],
)
def test_platform_as_people_type_it(text: str, names: list[str]):
    assert read_platform(text) == names


def test_namesake_of_the_platform_keeps_a_seat_in_the_hall():
    assert below_platform(["张三", "李 四", "张三", "王五"], ["张三", "李四"]) == [2, 3]
