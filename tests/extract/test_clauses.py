from __future__ import annotations

import pytest

from tongzhi.extract.clauses import read_clauses


def _one(text):
    (clause,) = read_clauses(text)
    return clause


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("各单位必须持证上岗", "must"),
        ("严禁在林区用火", "ban"),
        ("我们看了两个工地", ""),
    ],
)
def test_the_force_of_a_clause_is_its_strongest_word(text, grade):
    assert _one(text).grade == grade


def test_a_sentence_is_cut_at_its_marks_and_offsets_count_from_the_start_given():
    first, second = read_clauses("县教育局牵头，镇里配合", 100)
    assert (first.start, first.end, first.text) == (100, 106, "县教育局牵头")
    assert (second.start, second.text) == (107, "镇里配合")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("把台账报上来", "ba"),
        ("由县水利局去办", "by"),
        ("月底前报县政府", "day"),
        ("抓紧报上来", "vague"),
        ("检查36家企业", "count"),
        ("已经查了一遍", "le"),
        ("发现隐患的立即停产", "condition"),
        ("排查到位", "result"),
    ],
)
def test_marks_of_a_clause(text, mark):
    assert mark in _one(text).marks


@pytest.mark.parametrize("text", ["要深入了解情况", "不得带病运行"])
def test_了解_is_no_past(text):
    assert "le" not in _one(text).marks


def test_an_actor_in_front_and_a_bare_verb_are_told_apart():
    assert _one("各级各部门要排查隐患").actor_first
    assert not _one("各级各部门要排查隐患").bare
    assert _one("排查隐患").bare
    assert _one("同时，").bare is False
