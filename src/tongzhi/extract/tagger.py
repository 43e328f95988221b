"""Learned reading of slots: conditional random fields over the characters of a unit.

The rules' marks are among what they look at. They tag; what a deadline means, rules say.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from threading import Lock
from typing import NamedTuple

import pycrfsuite  # type: ignore[import-untyped]  # has no stubs

from tongzhi.extract.actors import PRONOUNS, body_ending
from tongzhi.extract.clauses import Clause
from tongzhi.extract.lexicon import Lexicon, read_words
from tongzhi.resources import corpus_path
from tongzhi.zh.segment import Word

Stretch = tuple[int, int]
SLOTS = ("actors", "deadlines", "quantities")
_LETTERS = {"actors": "A", "deadlines": "D", "quantities": "Q"}
LABELS = ("O", *(f"{part}-{letter}" for letter in _LETTERS.values() for part in "BI"))
_INSIDE_LABELS = tuple(place for place, label in enumerate(LABELS) if label[0] == "I")
_OUTSIDE = 0.3
"""What the chance of standing in no slot counts in decoding: a slot missed is worse than a border unsure."""
_RULES = {"actors": 0.2, "deadlines": 0.3, "quantities": 0.3}
"""What the rules' own word counts beside the fields' chances."""
_NEVER = 1e-12
_CERTAIN = 0.9995
"""The chance from which a character stands in no slot, whatever stands around it."""


class Marks(NamedTuple):
    """What is known of a unit before it is tagged; offsets begin at the unit's words."""

    text: str
    words: Sequence[Word]
    clauses: Sequence[Clause]
    base: int
    """Where the unit's words begin in the whole text; words and clauses count from there."""
    rules: Mapping[str, Sequence[Stretch]]
    """What the rules found: slot → stretches; `pronouns` beside the slots."""


def read_features(marks: Marks) -> list[list[str]]:
    """Give what the tagger looks at for each character."""
    text = marks.text
    rows = [["1"] for _ in text]
    _add_characters(rows, text)
    _add_words(rows, marks)
    _add_rules(rows, marks.rules)
    _add_clauses(rows, marks)
    return rows


def _kind(char: str) -> str:
    if char.isdigit() or char in "零〇一二两三四五六七八九十百千万亿几":
        return "9"
    if "\u4e00" <= char <= "\u9fff":
        return "c"
    if char.isalpha():
        return "a"
    return "s" if char.isspace() else "p"


def _add_characters(rows: list[list[str]], text: str) -> None:
    plain = re.sub(r"\d", "0", text)
    padded = ["<", "<", *plain, ">", ">"]
    kinds = ["<", "<", *map(_kind, plain), ">", ">"]
    for index in range(len(rows)):
        a, b, c, d, e = padded[index : index + 5]
        rows[index] += (
            f"-2{a}", f"-1{b}", f"0{c}", f"+1{d}", f"+2{e}",
            f"x{a}{b}", f"y{b}{c}", f"z{c}{d}", f"w{d}{e}",
            "k" + "".join(kinds[index : index + 5]),
        )  # fmt: skip


def _add_words(rows: list[list[str]], marks: Marks) -> None:
    words = [(word.start - marks.base, word.text, word.tag) for word in marks.words]
    shown = [_show(text, tag) for _, text, tag in words]
    for index, (start, text, tag) in enumerate(words):
        before = shown[index - 1] if index else ("<", "<", "")
        after = shown[index + 1] if index + 1 < len(words) else (">", ">", "")
        own = shown[index]
        common = [
            f"W{own[0]}", f"T{own[1]}", f"E{text[-1]}", f"F{text[-2:]}",
            f"P{before[0]}", f"Q{before[1]}", f"N{after[0]}", f"M{after[1]}", f"R{before[1]}{own[1]}",
            f"S{own[1]}{after[1]}",
        ]  # fmt: skip
        for mark, ending in (("e", own[2]), ("eP", before[2]), ("eN", after[2])):
            if ending:
                common += (mark, f"{mark}{ending}")
        last = len(text) - 1
        for place in range(len(text)):
            if start + place < len(rows):
                part = "S" if not last else "B" if not place else "E" if place == last else "M"
                rows[start + place] += [*common, f"TP{tag}{part}", f"WP{part}"]


def _show(text: str, tag: str) -> tuple[str, str, str]:
    return re.sub(r"\d", "0", text), tag, body_ending(text) if len(text) > 1 or tag[0] == "n" else ""


def _add_rules(rows: list[list[str]], rules: Mapping[str, Sequence[Stretch]]) -> None:
    found = [""] * (len(rows) + 1)
    for name, letter in (*_LETTERS.items(), ("pronouns", "R")):
        for start, end in rules.get(name, ()):
            for place in range(start, min(end, len(rows))):
                found[place] += letter + ("B" if place == start else "E" if place == end - 1 else "I")
    for index, row in enumerate(rows):
        row.append(f"m{found[index]}")
        row.append(f"n{found[index + 1]}")
        row.append(f"o{found[index - 1] if index else '<'}")


@cache
def _roles() -> Lexicon:
    return Lexicon((word, "role") for word in read_words("role-words.txt"))


def _add_clauses(rows: list[list[str]], marks: Marks) -> None:
    starts = [word.start - marks.base for word in marks.words]
    for number, clause in enumerate(marks.clauses):
        first, end = clause.start - marks.base, min(clause.end - marks.base, len(rows))
        place = bisect_left(starts, first)
        opening = marks.words[place] if place < len(marks.words) else None
        about = (
            f"C{opening.text if opening else ''}",
            f"Cn{min(number, 3)}",
            f"Cl{min((end - first) // 8, 4)}",
        )
        roles = [(first + hit.start, first + hit.end, hit.word) for hit in _roles().find(clause.text)]
        hits = [(first + hit.start, first + hit.end, hit.classes) for hit in clause.hits]
        classes: dict[int, str] = {}
        for start, stop, names in hits:
            shown = "+".join(sorted(names))
            for index in range(start, min(stop, len(rows))):
                classes[index] = shown
        role, nearest = 0, ("<", -9)
        for index in range(first, end):
            while role < len(roles) and roles[role][1] <= index:
                nearest = (roles[role][2], roles[role][1])
                role += 1
            following = roles[role] if role < len(roles) else None
            row = rows[index]
            row += about
            distance = index - first
            row += (
                f"Cd{distance if distance < 4 else 4 + min(distance // 6, 4)}",
                f"r{nearest[0]}",
                f"rd{nearest[0]}{min(index - nearest[1], 3)}",
                f"q{following[2] if following else '>'}",
            )
            if following:
                row.append(f"qd{following[2]}{min(max(0, following[0] - index - 1), 6)}")
            for mark, step in (("g", 0), ("h", 1), ("i", -1)):
                if (name := classes.get(index + step)) is not None:
                    row.append(f"{mark}{name}")


class Tagger:
    """The mean of one or more random fields."""

    def __init__(self, models: Sequence[bytes]) -> None:
        self._fields = []
        self._lock = Lock()  # a field holds the sequence it was set to last
        self._bytes = list(models)  # a field reads from the memory it was opened on
        for model in self._bytes:
            opened = pycrfsuite.Tagger()
            opened.open_inmemory(model)
            there = set(opened.labels())
            self._fields.append((opened, [label for label in LABELS[1:] if label in there]))

    def chances(self, rows: list[list[str]]) -> list[dict[str, float]]:
        """Give the chance of every label at every character."""
        sums = [dict.fromkeys(LABELS, 0.0) for _ in rows]
        items = pycrfsuite.ItemSequence(rows)
        share = 1 / len(self._fields)
        with self._lock:
            for opened, known in self._fields:
                opened.set(items)
                marginal = opened.marginal
                for index, row in enumerate(sums):
                    outside = marginal("O", index)
                    row["O"] += outside * share
                    if outside < _CERTAIN:  # else the rest share next to nothing
                        for label in known:
                            row[label] += marginal(label, index) * share
        return sums

    def tag(self, marks: Marks) -> dict[str, list[Stretch]]:
        """Give the stretches of each slot of a unit, offsets from where its words begin."""
        if not marks.text:
            return {name: [] for name in SLOTS}
        chances = self.chances(read_features(marks))
        found = spans_of(best_labels(weigh_rules(chances, marks.rules)))
        found["actors"] = [span for span in found["actors"] if _is_sure(marks, chances, span)]
        return {name: [whole_stretch(marks.text, span) for span in spans] for name, spans in found.items()}


_SURE = 0.33
"""The least chance of an actor whom no rule sees: of those with less, two in three own nothing."""


def _is_sure(marks: Marks, chances: Sequence[Mapping[str, float]], span: Stretch) -> bool:
    """Tell whether a body is to act by a rule, or surely enough by the fields alone: a wrong one is worse than none."""
    rules = marks.rules.get("actors", ())
    if marks.text[slice(*span)] in PRONOUNS or any(span[0] < end and start < span[1] for start, end in rules):
        return True
    inside = [row["B-A"] + row["I-A"] for row in chances[slice(*span)]]
    return sum(inside) >= _SURE * len(inside)


def weigh_rules(
    chances: Sequence[Mapping[str, float]], rules: Mapping[str, Sequence[Stretch]]
) -> list[dict[str, float]]:
    """Mix what the rules found into the chances, as one more voice."""
    found = [dict(row) for row in chances]
    for name, letter in _LETTERS.items():
        share = _RULES[name]
        for start, end in rules.get(name, ()):
            for place in range(start, min(end, len(found))):
                row = found[place]
                for label in row:
                    row[label] *= 1 - share
                row[f"{'B' if place == start else 'I'}-{letter}"] += share
    return found


def best_labels(chances: Sequence[Mapping[str, float]]) -> list[str]:
    """Give the likeliest row of labels in which a slot goes on only from itself."""
    never = [-math.inf] * (len(LABELS) - 1)
    scores = [0.0, *never]
    back: list[list[int]] = []
    for row in chances:
        if row["O"] >= _CERTAIN:
            top = scores.index(max(scores))
            back.append([top] * len(LABELS))
            scores = [scores[top], *never]
            continue
        logs = [math.log(max(_NEVER, row[label])) for label in LABELS]
        logs[0] = math.log(max(_NEVER, row["O"] * _OUTSIDE))
        top = scores.index(max(scores))
        steps = [top] * len(LABELS)
        new = [scores[top] + value for value in logs]
        for inside in _INSIDE_LABELS:  # goes on from itself or from the beginning just before it
            steps[inside] = inside - 1 if scores[inside - 1] >= scores[inside] else inside
            new[inside] = scores[steps[inside]] + logs[inside]
        scores = new
        back.append(steps)
    place = scores.index(max(scores))
    found = []
    for steps in reversed(back):
        found.append(LABELS[place])
        place = steps[place]
    return found[::-1]


def spans_of(labels: Sequence[str]) -> dict[str, list[Stretch]]:
    """Give the stretches that a row of labels marks."""
    found: dict[str, list[Stretch]] = {name: [] for name in SLOTS}
    names = {letter: name for name, letter in _LETTERS.items()}
    start = -1
    for index, label in enumerate([*labels, "O"]):
        if start >= 0 and label[0] != "I":
            found[names[labels[start][2]]].append((start, index))
            start = -1
        if label[0] == "B":
            start = index
    return found


_RUN = re.compile(r"[0-9A-Za-z]+(?:[.,:/-][0-9A-Za-z]+)*")


def whole_stretch(text: str, span: Stretch) -> Stretch:
    """Widen a stretch that begins or ends inside a figure or a Latin word: 12345热线办, 202座."""
    start, end = span
    for run in _RUN.finditer(text):
        if run.start() < start < run.end():
            start = run.start()
        if run.start() < end < run.end():
            end = run.end()
    return start, end


def labels_of(size: int, spans: Mapping[str, Sequence[Stretch]]) -> list[str]:
    """Give the row of labels for stretches; where two overlap the first stays."""
    found = ["O"] * size
    for name, letter in _LETTERS.items():
        for start, end in spans.get(name, ()):
            if all(label == "O" for label in found[start:end]):
                found[start:end] = [f"B-{letter}", *[f"I-{letter}"] * (end - start - 1)]
    return found


@cache
def shipped_tagger() -> Tagger:
    """Give the tagger that is shipped."""
    folder = corpus_path("extract")
    return Tagger([path.read_bytes() for path in sorted(folder.glob("slots*.crfsuite"))])
