"""Labelled texts: the project's own (`gold/`) and those of a further folder, on the units that the pipeline cuts.

A folder has `speeches/NAME.txt`, `speeches/index.tsv` (file, level, style, meeting date) and one row a sentence with
its label (A action, B requirement, N none, ? undecided) and slots: `labels/NAME.jsonl` with `start` and `end`, or
`units/NAME.jsonl` and `gold/NAME.jsonl` row by row. `gold/sentences/*.txt` are labelled without slots.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from tongzhi.extract.classify import Reading, read_text

HERE = Path(__file__).resolve().parent
GOLD = HERE.parent / "gold"
DATA = HERE.parents[1] / "shared" / "data"

SOURCES: tuple[tuple[int, str], ...] = (
    (4, "s0* s1[0-9]* s2* s30* 13*"),
    (3, "a* k16* s6* s57* s58* s59* s70* k13* k14*"),
    (2, "n* k05* k06* k07* k09* s39* s4[0-5]* 14* p58* p68*"),
    (1, "m* p3* p40* p42* p43* p44* p45* p46* 09* 10* s47* s49* s50* k10* k12*"),
    (0, "*"),
)
"""Five folds by source, so that no series and no writer stands on both sides; the first pattern counts."""

GROUPS = ("m", "n", "a", "p", "k", "s", "00-08", "09-14")
KINDS: tuple[tuple[str, str], ...] = (
    ("minutes", "n47* n49* n50* n52* k* s44* s45* s47* s49* s5* s6* s70*"),
    ("reports", "n53* n54* n56* p* 09* 10* 11* 12*"),
    ("raw speech", "a* 05* 06*"),
    ("talk", "s* 13* 14*"),
    ("manuscripts", "*"),
)


def _first(table: Iterable[tuple[Any, str]], name: str) -> Any:
    return next(key for key, patterns in table if any(fnmatch(name, one) for one in patterns.split()))


def fold_of(name: str) -> int:
    """Give which of the five folds a text of a known source belongs to."""
    return int(_first(SOURCES, name))


def kind_of(name: str) -> str:
    """Give the kind of text: manuscripts, minutes, reports, raw speech, talk."""
    return str(_first(KINDS, name))


def group_of(name: str) -> str:
    """Give the group of the collection that a text stands in."""
    return name[0] if name[0].isalpha() else "00-08" if name[:2] <= "08" else "09-14"


@dataclass
class Text:
    """A text with its labels: `rows` as read, `labels` and `slots` on the units of the pipeline."""

    name: str
    text: str
    rows: list[dict[str, Any]]
    day: date | None = None
    fold: int | None = None
    """None: always trained on."""
    reading: Reading = field(init=False)
    labels: list[str] = field(init=False)
    slots: list[dict[str, Any]] = field(init=False)
    marked: bool = True
    """Whether its slots are labelled too."""
    passages: list[Text] = field(default_factory=list)
    """Passages of it, each read as if it were a whole text."""

    def __post_init__(self) -> None:
        self.reading = read_text(self.text)
        self.labels, self.slots = [], []
        for line in self.reading.lines:
            label, slots = _project(self.rows, *self.reading.flow.span(line.unit.start, line.unit.end))
            self.labels.append(label)
            self.slots.append(slots)


def _project(rows: Sequence[dict[str, Any]], start: int, end: int) -> tuple[str, dict[str, Any]]:
    """Give the label of a stretch: the highest of the rows that share at least half of the shorter with it."""
    inside = [
        row
        for row in rows
        if 2 * (min(end, row["end"]) - max(start, row["start"]))
        >= max(1, min(end - start, row["end"] - row["start"]))
    ]
    labels = {row["label"] for row in inside}
    label = next((one for one in "A?BN" if one in labels), "N")
    slots: dict[str, Any] = {}
    for row in inside:
        if row["label"] == "A":
            for key in ("actors", "deadlines", "quantities"):
                slots.setdefault(key, []).extend(row.get(key) or [])
    return label, slots


def read_folder(folder: Path) -> list[Text]:
    """Read a folder of labelled speeches."""
    index = (folder / "speeches" / "index.tsv").read_text("utf-8").splitlines()[1:]
    days = {row.split("\t")[0].removesuffix(".txt"): row.split("\t")[3] for row in index}
    found = []
    for name, day in days.items():
        with (folder / "speeches" / f"{name}.txt").open(newline="", encoding="utf-8") as file:
            text = file.read()
        when = None if day == "-" else date.fromisoformat(day)
        found.append(Text(name, text, _read_rows(folder, name), when, fold_of(name)))
    return found


def _read_rows(folder: Path, name: str) -> list[dict[str, Any]]:
    if (folder / "labels").is_dir():
        return _lines(folder / "labels" / f"{name}.jsonl")
    places = _lines(folder / "units" / f"{name}.jsonl")
    labels = _lines(folder / "gold" / f"{name}.jsonl")
    return [
        {"start": place["start"], "end": place["end"], **label}
        for place, label in zip(places, labels, strict=True)
    ]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def read_sentences(folder: Path = GOLD / "sentences") -> list[Text]:
    """Read texts of labelled lines: `## name`, then `A sentence` a line; a small letter goes on in the same line.

    Where a text marks its slots, who acts stands in {}, by when in <>, what is counted in ^^.
    """
    found = []
    for path in sorted(folder.glob("*.txt")):
        for block in path.read_text("utf-8").split("\n## ")[1:]:
            head, *lines = [row for row in block.split("\n") if row.strip()]
            text, rows = "", []
            for line in lines:
                text += "" if line[0].islower() or not text else "\n"
                words, slots = _read_marked(line[2:])
                rows.append(
                    {"start": len(text), "end": len(text) + len(words), "label": line[0].upper(), **slots}
                )
                text += words
            marked = any(row.get(name) for row in rows for name, _ in _MARKED)
            found.append(Text(f"{path.stem}/{head}", text, rows, marked=marked))
    return found


_MARKED = (
    ("actors", re.compile(r"\{([^{}]+)\}")),
    ("deadlines", re.compile(r"<([^<>]+)>")),
    ("quantities", re.compile(r"\^([^^]+)\^")),
)


def _read_marked(line: str) -> tuple[str, dict[str, Any]]:
    """Give the words of a line without its marks, and what they marked."""
    slots: dict[str, Any] = {name: pattern.findall(line) for name, pattern in _MARKED}
    for _, pattern in _MARKED:
        line = pattern.sub(r"\1", line)
    return line, slots


def read_all(extra: Path | None) -> list[Text]:
    """Read `gold/` and, where given, a further folder; a text that stands in both is read once."""
    found = read_folder(GOLD)
    names = {text.name for text in found}
    if extra is not None:
        found += [text for text in read_folder(extra) if text.name not in names]
    return found + read_sentences()


def cut_passages(texts: Sequence[Text], sizes: Sequence[int]) -> None:
    """Give every text its passages of so many units, each read as if it were a text."""
    for text in texts:
        text.passages = [passage for size in sizes for passage in _cut(text, size)]


def _cut(text: Text, size: int) -> list[Text]:
    lines, found = text.reading.lines, []
    for first in range(0, len(lines), size):
        inside = lines[first : first + size]
        places = [text.reading.flow.span(line.unit.start, line.unit.end) for line in inside]
        start, end = places[0][0], places[-1][1]
        rows = [
            {"start": a - start, "end": b - start, "label": label}
            for (a, b), label in zip(places, text.labels[first : first + size], strict=True)
        ]
        if len(inside) < len(lines):
            found.append(Text(f"{text.name}#{first}", text.text[start:end], rows))
    return found
