from __future__ import annotations

import pytest

from tongzhi.extract.classify import read_text
from tongzhi.extract.features import context_rows, count_genre, is_banning, is_telling


def _signs(text, index=0):
    return read_text(text).signs[index]


def test_genre_tells_talk_reports_and_manuscripts_apart():
    talk = count_genre("这个事情呢，我觉得可能还是要再看一下吧，对吧？其实那个也行啊。")
    report = count_genre("会议要求，各地要落实责任。会议强调，要抓好整改。会议指出，形势严峻。")
    speech = count_genre("同志们，各级各部门必须落实责任。一是抓排查。二是抓整改。务必到位。")
    assert talk["talk"] > report["talk"]
    assert report["report"] > speech["report"]
    assert report["retold"] == 1.0
    assert speech["speech"] > talk["speech"]


def test_recognition_without_marks_is_seen_as_such():
    assert count_genre("我们现在开会今天主要讲三件事第一件是消防第二件是用电" * 6)["unmarked"] == 1.0
    assert count_genre("我们开会。讲三件事。第一件是消防。")["unmarked"] == 0.0


@pytest.mark.parametrize(
    "text", ["你们查了没有？", "刚才，市应急局通报了情况。", "去年以来我们跑了八个县。", "好。"]
)
def test_what_is_plainly_asked_or_told_is_no_task(text):
    assert _signs(text).telling


@pytest.mark.parametrize(
    "text", ["去年没有整改的，今年3月底前必须整改完。", "刚才通报的问题要在明天前改好。"]
)
def test_a_demand_in_what_is_told_is_one(text):
    assert not _signs(text).telling


@pytest.mark.parametrize(
    ("text", "banned"),
    [
        ("严禁烟花爆竹带入林区。", True),
        ("不得擅自复工。", True),
        ("禁止在消防通道停车。", True),
        ("不得麻痹大意。", False),
        ("会议没有禁止谁发言。", False),
    ],
)
def test_a_plain_ban_names_an_act_or_a_thing(text, banned):
    assert is_banning(read_text(text).clauses[0]) is banned


def test_force_reaches_from_one_clause_to_the_next():
    first, second = _signs("各县区要查隐患，建立台账。").clauses[:2]
    assert "demand" in first
    assert second["force:scope-should"] == 1.0


def test_the_words_around_are_seen_in_the_context():
    lines = read_text("一、检查\n市应急局去检查。\n好。").lines
    rows = context_rows([(0.0, 0.0), (2.0, 3.0), (-4.0, -5.0)], lines)
    assert rows[1]["self-a"] == 2.0
    assert rows[1]["t1"] == -5.0
    assert rows[0]["none-1"] == 1.0
    assert rows[0]["title*next-a"] == 2.0


def test_telling_needs_no_demand_anywhere():
    reading = read_text("昨天去看了，要马上改。")
    line = reading.lines[0]
    assert not is_telling(line, line.words, reading.signs[0].clauses)


@pytest.mark.parametrize("text", ["（五）旅游和大型活动。", "一是危化企业。", "三、矿山"])
def test_a_bare_numbered_title_is_no_task(text):
    assert _signs(f"{text}\n市文旅局要逐家检查。").telling


@pytest.mark.parametrize("text", ["（五）紧盯大型活动。", "一是排查危化企业。", "（二）要紧盯消防安全。"])
def test_an_opener_that_demands_is_judged(text):
    assert not _signs(f"{text}\n市文旅局要逐家检查。").telling
