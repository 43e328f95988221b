from __future__ import annotations

from tongzhi.extract.verdicts import decide


def test_a_text_full_of_orders_asks_more_of_a_doubtful_sentence_than_one_with_few():
    orders = [(0.9, 0.95)] * 40 + [(0.36, 0.5)]
    talk = [(0.02, 0.05)] * 40 + [(0.36, 0.5)]
    assert decide(orders)[-1] == "requirement"
    assert decide(talk)[-1] == "action"


def test_a_sentence_alone_is_judged_by_the_usual_chance():
    assert decide([(0.34, 0.3)]) == ["none"]
    assert decide([(0.38, 0.3)]) == ["action"]
    assert decide([(0.2, 0.45)]) == ["requirement"]


def test_nothing_is_judged_in_nothing():
    assert decide([]) == []
