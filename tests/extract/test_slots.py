from __future__ import annotations

from datetime import date

import pytest

from tongzhi.extract import slots
from tongzhi.extract.classify import read_text
from tongzhi.extract.slots import Slots, find_slots, learned_slots, rule_slots
from tongzhi.extract.tagger import SLOTS

DAY = date(2026, 3, 4)


class _Fixed:
    """A tagger that gives what the test says."""

    def __init__(self, **spans):
        self._spans = {key: [] for key in SLOTS} | spans

    def tag(self, marks):
        return self._spans


def _learned(monkeypatch, text, **words):
    reading = read_text(text)
    spans = {name: [(text.index(w), text.index(w) + len(w)) for w in found] for name, found in words.items()}
    monkeypatch.setattr(slots, "shipped_tagger", lambda: _Fixed(**spans))
    return learned_slots(reading, 0, DAY, rule_slots(reading, 0, DAY))


def test_what_a_rule_reads_in_a_tagged_deadline_is_kept(monkeypatch):
    (found,) = _learned(monkeypatch, "名单3月9日前交来。", deadlines=["3月9日前"]).deadlines
    assert (found.text, found.kind, found.date) == ("3月9日前", "date", date(2026, 3, 9))


def test_what_is_done_then_is_no_part_of_a_deadline(monkeypatch):
    (found,) = _learned(monkeypatch, "包保领导3月9日前到库看一遍。", deadlines=["3月9日前到库"]).deadlines
    assert (found.text, found.date) == ("3月9日前", date(2026, 3, 9))


def test_a_longer_tagged_deadline_keeps_the_day_of_the_rule_inside(monkeypatch):
    (found,) = _learned(monkeypatch, "名单最晚3月9日前交来。", deadlines=["最晚3月9日前"]).deadlines
    assert (found.text, found.date) == ("最晚3月9日前", date(2026, 3, 9))
    assert found.source.start == 2


@pytest.mark.parametrize(
    ("words", "kind"),
    [("雨一停", "event"), ("逐周", "recurring"), ("越快越好", "vague"), ("两个钟头", "duration")],
)
def test_times_that_no_rule_reads_have_a_kind_and_no_day(monkeypatch, words, kind):
    found = _learned(monkeypatch, f"{words}把沟清了。", deadlines=[words]).deadlines
    assert [(one.text, one.kind, one.date) for one in found] == [(words, kind, None)]


def test_a_count_that_both_see_is_read_by_the_rules(monkeypatch):
    (found,) = _learned(monkeypatch, "对36家非煤矿山企业逐家检查。", quantities=["36家"]).quantities
    assert (found.text, found.number, found.object) == ("36家非煤矿山企业", 36, "非煤矿山企业")


@pytest.mark.parametrize("tagged", [[], ["那些旧床"]])
def test_a_count_that_only_one_of_rules_and_tagger_sees_is_none(monkeypatch, tagged):
    assert not _learned(monkeypatch, "把那些旧床和36张新床搬走。", quantities=tagged).quantities


def test_a_bare_figure_is_no_time(monkeypatch):
    assert not _learned(monkeypatch, "考80以下的再考。", deadlines=["80"]).deadlines


def test_offsets_count_from_the_start_of_the_text():
    text = "同志们：\n一、消防\n请市消防救援支队3月9日前查完36家商场。"
    reading = read_text(text)
    found = find_slots(reading, ["none", "none", "action"], DAY)[2]
    assert [text[a:b] for a, b in found.actors] == ["市消防救援支队"]
    assert [text[d.source.start : d.source.end] for d in found.deadlines] == ["3月9日前"]
    assert [text[q.source.start : q.source.end] for q in found.quantities] == ["36家商场"]


def test_a_sentence_that_is_no_task_has_no_slots():
    reading = read_text("昨天市应急局查了36家商场。")
    assert find_slots(reading, ["none"], DAY) == [Slots()]


def test_a_heading_that_only_names_a_body_governs_what_stands_under_it():
    reading = read_text("一、市应急管理局\n查矿山。\n二、加强市应急管理局建设\n查矿山。")
    found = find_slots(reading, ["none", "action", "none", "action"], DAY)
    assert len(found[0].actors) == 1
    assert found[2].actors == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("对全市56座加油站要逐一排查。", "加油站"),
        ("把客运公司的车逐辆查一遍。", "客运公司"),
        ("在城东派出所设一个点。", "城东派出所"),
    ],
)
def test_whom_only_the_tagger_sees_behind_a_word_that_leads_in_an_object_is_no_actor(monkeypatch, text, word):
    assert not _learned(monkeypatch, text, actors=[word]).actors


def test_you_after_a_name_is_the_one_named(monkeypatch):
    text = "王总，你们周五前把护栏装好。"
    found = _learned(monkeypatch, text, actors=["王总", "你们"]).actors
    assert [text[a:b] for a, b in found] == ["王总"]


@pytest.mark.parametrize(
    ("text", "tagged", "kept"),
    [
        ("由厂长现场签批作业票。", "厂长现场", "厂长"),
        ("各班组长要会讲、员工要会做。", "员工", "员工"),
        ("县应急局当天去现场核实。", "县应急局当天", "县应急局"),
        ("由市政府督查室约谈县政府分管负责人。", "市政府督查室约谈县政府分管负责人", "市政府督查室"),
    ],
)
def test_a_name_ends_where_the_rule_ends_unless_the_rest_ends_a_name(monkeypatch, text, tagged, kept):
    found = _learned(monkeypatch, text, actors=[tagged]).actors
    assert [text[a:b] for a, b in found] == [kept]
