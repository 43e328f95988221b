"""Trains the tagger of slots on the labelled actions: what it looks at holds the rules' marks, as in the pipeline."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite
from gold import Text

from tongzhi.extract.slots import marks_of, rule_slots
from tongzhi.extract.tagger import SLOTS, Marks, Stretch, labels_of, read_features

Settings = Mapping[str, float]
TAGGERS: tuple[Settings, ...] = ({"c1": 0.1, "c2": 0.02, "max_iterations": 60, "feature.minfreq": 2},)
"""Of each field that ships; the tagger takes their mean."""


@dataclass
class Example:
    """One action with its labels."""

    name: str
    fold: int | None
    marks: Marks
    features: list[list[str]]
    labels: list[str]
    words: str
    """Its words as they stand."""
    wanted: Mapping[str, list[str]]


def read_examples(texts: Sequence[Text]) -> list[Example]:
    """Give every action of texts that are labelled with slots."""
    found = []
    for text in texts:
        for index, (line, label) in enumerate(zip(text.reading.lines, text.labels, strict=True)):
            if label != "A" or not text.marked:
                continue
            marks = marks_of(text.reading, index, rule_slots(text.reading, index, text.day))
            words = text.reading.text[line.body : line.unit.end]
            spans = {
                name: _place(words, text.slots[index].get(name) or [], marks.rules[name], marks)
                for name in SLOTS
            }
            found.append(
                Example(
                    text.name, text.fold, marks, read_features(marks), labels_of(len(words), spans), words,
                    {name: text.slots[index].get(name) or [] for name in SLOTS},
                )
            )  # fmt: skip
    return found


def _place(words: str, wanted: Sequence[str], rules: Sequence[Stretch], marks: Marks) -> list[Stretch]:
    """Say where labelled words stand: where a rule marks them, else where they keep the borders of words."""
    borders = {word.start - marks.base for word in marks.words} | {
        word.end - marks.base for word in marks.words
    }
    taken: list[Stretch] = []
    for labelled in wanted:
        piece = (
            labelled if labelled in words else re.sub(r"\s", "", labelled)
        )  # the pipeline leaves blanks out
        places = [(m.start(), m.start() + len(piece)) for m in re.finditer(re.escape(piece), words)]
        places = [(a, b) for a, b in places if not any(a < d and c < b for c, d in taken)]
        if places:
            taken.append(
                max(
                    places,
                    key=lambda place: (
                        any(place[0] < end and start < place[1] for start, end in rules),
                        (place[0] in borders) + (place[1] in borders),
                        -place[0],
                    ),
                )
            )
    return taken


def train_tagger(examples: Sequence[Example], settings: Settings = TAGGERS[0]) -> bytes:
    """Train one field."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params(dict(settings))
    for example in examples:
        if example.features:
            trainer.append(pycrfsuite.ItemSequence(example.features), example.labels)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        return path.read_bytes()
