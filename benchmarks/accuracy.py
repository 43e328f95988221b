"""How well tasks are found in texts whose source nobody trained on: the whole pipeline, in five folds by source.

    python benchmarks/accuracy.py [DATA] [--vectors vectors.npz] [--models FOLDER] [--rules] [--shipped] [--per-file]
        [--errors SLOT]

Each text is read by a judge and a tagger that have seen nothing of its fold (`SOURCES` in benchmarks/gold.py: no
series and no writer on both sides), then counted against its own labelled sentences, missed and extra tasks included.
Without DATA only the project's own texts (`gold/`) are counted. `--shipped` counts what is shipped instead, which has
seen these texts. `--models` keeps what was trained for each fold, and takes it from there the next time: right while
neither labels nor signs change. `--rules` leaves the tagger out. Slots count over all labelled actions; an actor counts where the
sentence states it. `field` and `date` count over the actions that were found and have one. The last column is a 95 %
interval of A-F1 over texts (bootstrap). Needs the extra `bench`.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gold import GROUPS, KINDS, Text, group_of, kind_of, read_all

from tongzhi.extract import slots as slots_module
from tongzhi.extract import tasks as tasks_module
from tongzhi.extract.judge import Judge
from tongzhi.extract.tagger import Tagger
from tongzhi.model.task import Task

if TYPE_CHECKING:
    from slots import Example, Settings
    from training import Trainer

SLOTS = ("actors", "deadlines", "quantities")
_MARKS = " \t\r\n　,，。.;；:：、!！?？\"'“”‘’()（）《》〈〉[]【】"


class Count:
    """Right, extra, missed."""

    def __init__(self) -> None:
        self.right = self.extra = self.missed = 0

    def add(self, right: int, extra: int, missed: int) -> None:
        """Count on."""
        self.right, self.extra, self.missed = self.right + right, self.extra + extra, self.missed + missed

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; nothing to find and nothing found is 1."""
        wrong = self.extra + self.missed
        return 2 * self.right / (2 * self.right + wrong) if self.right or wrong else 1.0

    @property
    def share(self) -> float:
        """Right ones of all asked."""
        return self.right / max(1, self.right + self.missed)


Counts = dict[str, Count]


def bare(words: str) -> str:
    """Leave out the marks around words and a leading 由, 请, 要求, 要."""
    plain = words.strip(_MARKS)
    for lead in ("由", "请", "要求", "要"):
        if plain.startswith(lead):
            return plain[len(lead) :]
    return plain


def alike(one: str, other: str) -> bool:
    """The same, or one holds the other and is at most half as long again."""
    shorter, longer = sorted((bare(one), bare(other)), key=len)
    return shorter == longer or (bool(shorter) and shorter in longer and len(shorter) * 3 >= len(longer) * 2)


def match(said: Iterable[str], wanted: Sequence[str]) -> tuple[int, int, int]:
    """Give how many words are right, extra, missed."""
    left, said = list(wanted), list(dict.fromkeys(said))
    for words in said:
        found = next((other for other in left if alike(words, other)), None)
        if found is not None:
            left.remove(found)
    right = len(wanted) - len(left)
    return right, len(said) - right, len(left)


def hits(row: dict[str, Any], tasks: Sequence[Task]) -> list[Task]:
    """Give the tasks that share at least half of the shorter with a labelled sentence."""
    start, end = row["start"], row["end"]
    return [
        task
        for task in tasks
        if 2 * (min(end, task.source.end) - max(start, task.source.start))
        >= max(1, min(end - start, task.source.end - task.source.start))
    ]


def count_text(text: Text, tasks: Sequence[Task], errors: Counter[str], shown: str) -> Counts:
    """Count one text."""
    found: Counts = defaultdict(Count)
    for name, labels, kinds in (("A", "A", ("action",)), ("AB", "AB", ("action", "requirement"))):
        made = [task for task in tasks if task.kind in kinds]
        used: set[str] = set()
        spared: set[str] = set()
        for row in text.rows:
            inside = {task.id for task in hits(row, made)}
            if row["label"] in labels:
                used |= inside
                found[name].add(bool(inside), 0, not inside)
            elif row["label"] == "?":
                spared |= inside
        found[name].add(0, len(made) - len(used | spared), 0)
    actions = [task for task in tasks if task.kind == "action"]
    for row in text.rows:
        if row["label"] == "A":
            _count_slots(text.name, row, hits(row, actions), found, errors, shown)
    return found


def _count_slots(
    name: str, row: dict[str, Any], inside: Sequence[Task], found: Counts, errors: Counter[str], shown: str
) -> None:
    said = {
        "actors": [o.text for task in inside for o in task.owners if o.origin == "stated"],
        "deadlines": [d.text for task in inside for d in task.deadlines],
        "quantities": [q.text for task in inside for q in task.quantities],
    }
    for slot in SLOTS:
        result = match(said[slot], row.get(slot) or [])
        found[slot].add(*result)
        if slot == shown and (result[1] or result[2]):
            errors[f"{name}\t{said[slot]}\t{row.get(slot)}\t{'; '.join(t.text for t in inside)}"] += 1
    for key, values in (
        ("field", [str(task.field) for task in inside]),
        ("date", [str(d.date) for task in inside for d in task.deadlines]),
    ):
        if inside and row.get(key):
            right = row[key] in values
            found[key].add(right, 0, not right)
            if key == shown and not right:
                errors[f"{name}\t{values}\t{row[key]}\t{'; '.join(t.text for t in inside)}"] += 1


def read_by(
    texts: Sequence[Text], options: argparse.Namespace, folds: Sequence[int] = range(5)
) -> dict[str, Sequence[Task]]:
    """Give the tasks of each text of some folds, read by models that have not seen its fold."""
    found: dict[str, Sequence[Task]] = {}
    if options.rules:
        slots_module.learned_slots = lambda _reading, _index, _day, rules, _known=(): rules
    models = None if options.shipped else Models(texts, options)
    for fold in folds:
        if models is not None:
            judge = models.judge(fold)
            tasks_module.shipped_judge = lambda judge=judge: judge
            if not options.rules:
                tagger = models.tagger(fold)
                slots_module.shipped_tagger = lambda tagger=tagger: tagger
        for text in texts:
            if text.fold == fold:
                found[text.name] = tasks_module.extract_tasks(text.text, meeting_date=text.day).tasks
    return found


class Models:
    """The models of each fold, trained without it, or taken from a folder where they were kept."""

    def __init__(self, texts: Sequence[Text], options: argparse.Namespace) -> None:
        self._texts = texts
        self._vectors: Path | None = options.vectors
        self._folder: Path | None = getattr(options, "models", None)

    @cached_property
    def _trainer(self) -> Trainer:
        from training import Trainer, Vectors

        return Trainer(self._texts, Vectors.read(self._vectors))

    @cached_property
    def _examples(self) -> list[Example]:
        from slots import read_examples

        return read_examples(self._texts)

    def judge(self, fold: int) -> Judge:
        """Give the judge that has not seen a fold."""
        return Judge.from_text(
            self._kept(f"judge{fold}.jsonl", lambda: self._trainer.judge(fold).to_text().encode()).decode()
        )

    def tagger(self, fold: int) -> Tagger:
        """Give the tagger that has not seen a fold."""
        from slots import TAGGERS

        return Tagger(
            [
                self._kept(f"slots{fold}-{number}.crfsuite", partial(self._train, fold, settings))
                for number, settings in enumerate(TAGGERS)
            ]
        )

    def _train(self, fold: int, settings: Settings) -> bytes:
        from slots import train_tagger

        return train_tagger([one for one in self._examples if one.fold != fold], settings)

    def _kept(self, name: str, make: Callable[[], bytes]) -> bytes:
        if self._folder is None:
            return make()
        path = self._folder / name
        if not path.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(make())
        return path.read_bytes()


def interval(counts: Sequence[Counts]) -> tuple[float, float]:
    """Give the 95 % interval of A-F1 over texts."""
    chance = random.Random(7)
    values = []
    for _ in range(1000):
        whole = Count()
        for one in chance.choices(counts, k=len(counts)):
            whole.add(one["A"].right, one["A"].extra, one["A"].missed)
        values.append(whole.f1)
    values.sort()
    return values[25], values[974]


def show(title: str, counts: Sequence[Counts]) -> dict[str, float]:
    """Print one line of the table."""
    whole: Counts = defaultdict(Count)
    for one in counts:
        for name, count in one.items():
            whole[name].add(count.right, count.extra, count.missed)
    shown = {name: whole[name].f1 for name in ("A", "AB", *SLOTS)}
    shown |= {name: whole[name].share for name in ("field", "date")}
    low, high = interval(counts)
    cells = "".join(f"{value:11.3f}" for value in shown.values())
    print(f"{title:14s}{len(counts):4d}{cells}   {low:.3f}…{high:.3f}")
    return shown


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path)
    parser.add_argument("--vectors", type=Path)
    parser.add_argument("--models", type=Path, help="where the models of each fold are kept")
    parser.add_argument("--rules", action="store_true", help="without the tagger of slots")
    parser.add_argument("--shipped", action="store_true", help="what is shipped, which has seen the texts")
    parser.add_argument("--per-file", action="store_true")
    parser.add_argument(
        "--errors", default="", help="list the errors of actors, deadlines, quantities, field or date"
    )
    parser.add_argument("--json", type=Path, help="write the figures of every line")
    options = parser.parse_args()
    texts = read_all(options.data)
    errors: Counter[str] = Counter()
    counts = {
        name: count_text(next(t for t in texts if t.name == name), tasks, errors, options.errors)
        for name, tasks in read_by(texts, options).items()
    }
    print(f"{'':14s}{'n':>4s}" + "".join(f"{name:>11s}" for name in ("A", "AB", *SLOTS, "field", "date")))
    figures = {}
    for key, names in ((group_of, GROUPS), (kind_of, [name for name, _ in KINDS][::-1])):
        for one in names:
            if inside := [counts[name] for name in counts if key(name) == one]:
                figures[one] = show(one, inside)
    figures["all"] = show("all", list(counts.values()))
    if options.per_file:
        for name in sorted(counts):
            show(name[:14], [counts[name]])
    for line in errors:
        print(line)
    if options.json:
        options.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
