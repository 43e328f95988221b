"""A clone can train: on the project's own labelled texts alone, counted on a part of them that was held out."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("scipy")
pytest.importorskip("sklearn")

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
HELD_OUT, TRAINED = 2, (None, 0)
"""The fold of the speeches, minutes and reports of group n, and the texts trained on: a part, so that the test is quick."""
ROUNDS = 25


@pytest.fixture(scope="module")
def tools():
    sys.path.insert(0, str(BENCHMARKS))
    try:
        import accuracy
        import gold
        import slots
        import training
    finally:
        sys.path.remove(str(BENCHMARKS))
    return argparse.Namespace(accuracy=accuracy, gold=gold, slots=slots, training=training)


@pytest.fixture(scope="module")
def counts(tools):
    texts = [text for text in tools.gold.read_all(None) if text.fold in (*TRAINED, HELD_OUT)]
    options = argparse.Namespace(vectors=None, shipped=False, rules=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tools.training, "PASSAGES", ())
        patch.setattr(tools.slots, "TAGGERS", [{**tools.slots.TAGGERS[0], "max_iterations": ROUNDS}])
        patch.setattr(tools.accuracy.slots_module, "shipped_tagger", None)
        patch.setattr(tools.accuracy.tasks_module, "shipped_judge", None)
        found = tools.accuracy.read_by(texts, options, [HELD_OUT])
    assert len(found) == 11
    whole = {}
    for text in texts:
        if text.name in found:
            for name, one in tools.accuracy.count_text(text, found[text.name], Counter(), "").items():
                whole.setdefault(name, tools.accuracy.Count()).add(one.right, one.extra, one.missed)
    return whole


@pytest.mark.parametrize(
    ("name", "floor"),
    [("A", 0.84), ("AB", 0.86), ("actors", 0.74), ("deadlines", 0.71), ("quantities", 0.50)],
)
def test_models_trained_here_keep_their_floor_on_texts_held_out(counts, name, floor):
    assert counts[name].f1 >= floor


@pytest.mark.parametrize(("name", "floor"), [("field", 0.65), ("date", 0.86)])
def test_fields_and_days_keep_their_floor(counts, name, floor):
    assert counts[name].share >= floor


def test_every_label_lies_on_words_of_its_text(tools):
    for text in tools.gold.read_folder(tools.gold.GOLD):
        for row in text.rows:
            words = text.text[row["start"] : row["end"]]
            assert words.strip(), (text.name, row)
            assert row["label"] in "ABN?"
            for slot in ("actors", "deadlines", "quantities"):
                assert all(piece in words for piece in row.get(slot) or []), (text.name, words, row)


def test_labels_are_counted_on_the_units_of_the_pipeline(tools):
    rows = [
        {"start": 0, "end": 4, "label": "N"},
        {"start": 4, "end": 12, "label": "A", "actors": ["乙局"]},
        {"start": 13, "end": 18, "label": "B"},
    ]
    text = tools.gold.Text("x", "先说情况乙局去查水库吧。\n落实责任。", rows)
    assert text.labels == ["A", "B"]
    assert text.slots[0]["actors"] == ["乙局"]


def test_words_match_as_the_benchmark_says(tools):
    match = tools.accuracy.match
    assert match(["由市应急局"], ["市应急局"]) == (1, 0, 0)
    assert match(["应急局"], ["市应急局"]) == (1, 0, 0)
    assert match(["局"], ["市应急局"]) == (0, 1, 1)
    assert match(["市应急局", "市应急局"], ["市应急局"]) == (1, 0, 0)


def test_slots_are_marked_in_lines_of_labelled_texts(tools, tmp_path):
    path = tmp_path / "some.txt"
    path.write_text(
        "About.\n\n## 会\nA {老吴}<周五前>买^两箱^水。\nN 天气很好。\n\n## 另一会\nA 老吴买水。\n",
        encoding="utf-8",
    )
    first, second = tools.gold.read_sentences(tmp_path)
    assert first.text == "老吴周五前买两箱水。\n天气很好。"
    assert first.slots[0] == {"actors": ["老吴"], "deadlines": ["周五前"], "quantities": ["两箱"]}
    assert (first.marked, second.marked) == (True, False)
    assert [one.wanted["actors"] for one in tools.slots.read_examples([first, second])] == [["老吴"]]
