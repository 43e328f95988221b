from __future__ import annotations

import pytest

from tongzhi.extract.classify import read_text
from tongzhi.extract.judge import Forest, Judge, character_grams, shipped_judge, stacked_rows


def _chances(text):
    reading = read_text(text)
    return shipped_judge().scores(reading.signs, reading.lines)


def test_runs_of_characters_know_the_ends_and_take_every_digit_for_one():
    grams = character_grams("3月8日前")
    assert {"^0月", "0日前", "前$", "月"} <= grams
    assert character_grams("5月1日前") == grams


def test_an_order_is_likelier_an_action_than_a_slogan_and_a_report_of_what_was_done():
    order, slogan, done = _chances(
        "市教育局三天内把校车逐辆查一遍，结果报市政府。\n要进一步提高政治站位，压紧压实责任。\n去年我们一共检查了校车八百辆次。"
    )
    assert order[0] > 0.5 > slogan[0] > done[0]
    assert slogan[1] > 0.5 > done[1]


def test_a_question_is_no_task_and_a_plain_ban_is_one():
    asked, banned = _chances("这项工作做得怎么样？\n严禁携带火种进山。")
    assert asked == (0.0, 0.0)
    assert banned[0] >= 0.6


def test_text_gives_the_same_judge_back():
    judge = Judge.from_text(shipped_judge().to_text())
    assert judge == shipped_judge()


def test_the_second_step_sees_the_scores_of_both_judges_and_the_place_once():
    reading = read_text("请大家坐好。\n市应急局明天去矿上检查。")
    rows = stacked_rows([(3.0, 3.0), (6.0, 6.0)], [(-3.0, 0.0), (9.0, 9.0)], reading.lines, reading.signs)
    assert rows[1]["self-a"] == pytest.approx(2.0)
    assert rows[1]["c:self-a"] == pytest.approx(3.0)
    assert rows[1]["c:a-1"] == pytest.approx(-1.0)
    assert "place" in rows[1]
    assert not {"c:place", "c:bias", "c:title"} & rows[1].keys()


def test_trees_add_up_what_their_leaves_say():
    forest = Forest(
        ["x", "y"], {"a": [[[500]], [[0, 0.5, 1, 2], [-1000], [1, 2.0, 3, 4], [0], [3000]]], "t": [[[0]]]}
    )
    assert forest.scores([{"x": 0.5}]) == [(-0.5, 0.0)]
    assert forest.scores([{"x": 1.0, "y": 2.5}, {"x": 0.5}]) == [(3.5, 0.0), (-0.5, 0.0)]


def test_the_second_step_sees_genre_and_lists_but_no_single_words_of_them():
    reading = read_text("遗留问题：\n- 搜索页面布局")
    row = stacked_rows([(0.0, 0.0)] * 2, [(0.0, 0.0)] * 2, reading.lines, reading.signs)[1]
    assert {"u:to-do", "m:listed", "g:talk"} <= row.keys()
    assert not any("=" in name for name in row)


def test_long_texts_are_judged_in_stretches_as_if_at_once(monkeypatch):
    reading = read_text("请大家坐好。\n市应急局明天去矿上检查。\n各乡镇要压实责任。\n天很冷。\n" * 3)
    whole = shipped_judge().scores(reading.signs, reading.lines)
    monkeypatch.setattr("tongzhi.extract.judge._STRETCH", 5)
    assert shipped_judge().scores(reading.signs, reading.lines) == whole
    assert len(whole) == 12
