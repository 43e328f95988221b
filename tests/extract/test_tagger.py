from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tongzhi.extract.classify import read_text
from tongzhi.extract.slots import marks_of, rule_slots
from tongzhi.extract.tagger import (
    LABELS,
    Marks,
    Tagger,
    best_labels,
    labels_of,
    read_features,
    shipped_tagger,
    spans_of,
    weigh_rules,
    whole_stretch,
)


def _row(**chances):
    return dict.fromkeys(LABELS, 0.0) | {name.replace("_", "-"): value for name, value in chances.items()}


def test_labels_and_stretches_say_the_same():
    spans = {"actors": [(0, 3)], "deadlines": [(3, 6)], "quantities": []}
    labels = labels_of(7, spans)
    assert labels == ["B-A", "I-A", "I-A", "B-D", "I-D", "I-D", "O"]
    assert spans_of(labels) == spans


def test_two_of_a_kind_side_by_side_stay_two():
    assert spans_of(["B-A", "I-A", "B-A", "O"])["actors"] == [(0, 2), (2, 3)]


def test_a_slot_never_goes_on_from_nothing_or_from_another():
    rows = [_row(O=1.0), _row(I_A=0.9, O=0.1), _row(B_D=0.8, O=0.2), _row(I_A=0.9, I_D=0.1)]
    labels = best_labels(rows)
    assert labels == ["O", "O", "B-D", "I-D"]


def test_standing_in_no_slot_weighs_less_than_standing_in_one():
    assert best_labels([_row(O=0.6, B_A=0.4)]) == ["B-A"]
    assert best_labels([_row(O=0.9, B_A=0.1)]) == ["O"]


def test_the_rules_are_one_more_voice():
    rows = [_row(O=0.8, B_A=0.2)]
    (mixed,) = weigh_rules(rows, {"actors": [(0, 1)]})
    assert mixed["B-A"] > 0.2
    assert sum(mixed.values()) == pytest.approx(1.0)
    assert rows == [_row(O=0.8, B_A=0.2)]


@pytest.mark.parametrize(
    ("text", "span", "whole"),
    [
        ("12345热线办去查", (3, 8), "12345热线办"),
        ("查202座尾矿库", (1, 3), "202"),
        ("A区管委会牵头", (1, 5), "区管委会"),
        ("10:30前报", (3, 6), "10:30前"),
    ],
)
def test_figures_and_latin_words_are_never_cut(text, span, whole):
    assert text[slice(*whole_stretch(text, span))] == whole


def test_every_character_has_a_row_and_the_rules_stand_in_it():
    reading = read_text("市水利局月底前清淤。")
    marks = marks_of(reading, 0, rule_slots(reading, 0, None))
    rows = read_features(marks)
    assert len(rows) == len(reading.shadow)
    assert "mAB" in rows[0]
    assert "mAI" in rows[1]
    assert "mDB" in rows[4]


def test_the_shipped_tagger_reads_who_and_when():
    text = "请老周和综合科小刘明天下班前把名单发给我。"
    reading = read_text(text)
    found = shipped_tagger().tag(marks_of(reading, 0, rule_slots(reading, 0, None)))
    assert {text[a:b] for a, b in found["deadlines"]} == {"明天下班前"}
    assert any("老周" in text[a:b] for a, b in found["actors"])


def test_nothing_is_tagged_in_nothing():
    reading = read_text("一、")
    assert shipped_tagger().tag(marks_of(reading, 0, rule_slots(reading, 0, None)))["actors"] == []


def test_threads_that_tag_at_once_find_what_each_finds_alone():
    sentences = [
        "市应急管理局要在10月15日前完成36座尾矿库排查整治。",
        "各县区要排查。",
        "请市教育局牵头，市公安局、市交通运输局配合，每周五前报送校车隐患台账，12月底前全部销号。",
    ]
    marks = []
    for sentence in sentences:
        reading = read_text(sentence)
        marks.append(marks_of(reading, 0, rule_slots(reading, 0, None)))
    alone = [shipped_tagger().tag(one) for one in marks]
    often = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(8) as pool:
            together = list(pool.map(shipped_tagger().tag, marks * 60))
    finally:
        sys.setswitchinterval(often)
    assert together == alone * 60


def test_a_body_that_the_fields_alone_half_see_owns_nothing(monkeypatch):
    tagger = Tagger([])
    marks = Marks("渡口办管着渡口我去看", [], [], 0, {})
    body = [{**dict.fromkeys(LABELS, 0.0), "O": 0.05, "B-A": 0.3} for _ in "渡"]
    body += [{**dict.fromkeys(LABELS, 0.0), "O": 0.05, "I-A": 0.25} for _ in "口办"]
    rest = [{**dict.fromkeys(LABELS, 0.0), "O": 1.0} for _ in "管着渡口我去看"]
    monkeypatch.setattr(tagger, "chances", lambda _: [*body, *rest])
    assert tagger.tag(marks)["actors"] == []
    assert tagger.tag(marks._replace(rules={"actors": [(0, 3)]}))["actors"] == [(0, 3)]
    sure = [{name: 2 * chance for name, chance in row.items()} for row in body]
    monkeypatch.setattr(tagger, "chances", lambda _: [*sure, *rest])
    assert tagger.tag(marks)["actors"] == [(0, 3)]
