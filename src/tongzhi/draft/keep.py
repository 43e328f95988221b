"""What people have changed by hand in an earlier set survives a re-run: data files, 任务清单, 定稿单, the papers themselves.

The folder keeps a record of what was made (`RECORD`). A value in a data file that differs from it is hand-made, and so
is a paragraph of a paper that differs from the one that was written. Merged are three: what was made then, what stands
there now, what is made now. Where all three differ the hand-made value stays and both are told; the file as it stood is
kept in `COPIES`.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongzhi.draft.drafting import make_paper, paper_files
from tongzhi.draft.names import SHEET, TASKS
from tongzhi.errors import Place, Problem
from tongzhi.read.data import read_data
from tongzhi.word.text import read_text

if TYPE_CHECKING:
    from tongzhi.draft.whole_set import DraftSet

RECORD = ".会后记录.json"
COPIES = "改过的原稿"
_EDITED = "任务清单手改"
_SHOWN = 12
"""Conflicts that are told one by one."""

Steps = tuple[str | int, ...]


@dataclass(slots=True)
class Earlier:
    """An earlier set in its folder: what the program made then, what stands there now."""

    folder: Path
    made: dict[str, Any] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    lines: dict[str, list[str]] = field(default_factory=dict)
    tasks_edited: bool = False
    """Whether the task list that stands there holds what people have edited, now or before the last run."""

    def has_changed(self, name: str) -> bool:
        """Tell whether a file that was written stands there with other bytes."""
        path = self.folder / name
        return name in self.written and path.is_file() and _digest(path.read_bytes()) != self.written[name]

    @property
    def tasks(self) -> Path | None:
        """The task list that people have edited, if they have: since the last run, or before it."""
        path = self.folder / TASKS
        return path if self.has_changed(TASKS) or (self.tasks_edited and path.is_file()) else None

    @property
    def decided(self) -> Path | None:
        """The sheet of decisions of the earlier set; its answers hold until others are given."""
        path = self.folder / SHEET
        return path if SHEET in self.written and path.is_file() else None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def read_earlier(folder: Path) -> Earlier:
    """Give the earlier set of a folder; an empty one where none was made."""
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        return Earlier(
            folder,
            dict(record["数据"]),
            dict(record["文件"]),
            dict(record["段落"]),
            bool(record.get(_EDITED)),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Earlier(folder)


@dataclass(slots=True)
class Kept:
    """What a re-run keeps: the files to write, how many values were made by hand, what people must be told."""

    files: dict[str, bytes]
    count: int = 0
    notes: list[Problem] = field(default_factory=list)


def keep_hand_made(made: DraftSet, earlier: Earlier, *, tasks_given: bool = False) -> Kept:
    """Give the files of a set with what people have changed in the earlier one.

    Args:
        made: the new set.
        earlier: the set that its folder holds.
        tasks_given: whether the set was made from a task list that a person gave; it is taken again by itself.

    Raises:
        InputError: a data file was changed so that it can't be read or fits no paper.
    """
    kept = Kept(dict(made.files))
    generated = {paper.name: paper.document.to_data() for paper in made.papers}
    for place, paper in enumerate(made.papers):
        base = earlier.made.get(paper.name)
        if base is None:
            continue
        theirs, unread = _as_it_stands(earlier, paper.name, base)
        merge = _Merge(paper.name)
        merged = merge.run(base, theirs, generated[paper.name])
        kept.notes += unread + merge.notes
        if not merge.count:
            continue
        kept.count += merge.count
        again = make_paper(paper.name, paper.document.key, merged, made.given.day)
        made.papers[place] = again
        kept.files.update(paper_files([again], lenient=made.given.lenient))
    _keep_copies(kept, earlier)
    _keep_unknown(kept, earlier)
    kept.files[RECORD] = _record(generated, kept.files, edited=tasks_given or earlier.tasks is not None)
    return kept


def first_record(made: DraftSet) -> bytes:
    """Give the record of a set that is made for the first time."""
    return _record({paper.name: paper.document.to_data() for paper in made.papers}, made.files)


def _record(generated: Mapping[str, Any], files: Mapping[str, bytes], *, edited: bool = False) -> bytes:

    ours = {name: data for name, data in files.items() if not name.startswith((RECORD, COPIES))}
    record = {
        "说明": "本文件记录上一次生成的内容，重做时据此认出手改的地方；请不要改，删去后重做认不出手改，只把原来的文件另存",
        **({_EDITED: True} if edited else {}),
        "文件": {name: _digest(data) for name, data in sorted(ours.items())},
        "数据": generated,
        "段落": {
            name: read_text(data).splitlines()
            for name, data in sorted(ours.items())
            if name.endswith(".docx")
        },
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), default=str).encode()


def _keep_copies(kept: Kept, earlier: Earlier) -> None:
    """Keep every file that people have changed as it stands, before it is written over."""
    for name in earlier.written:
        if not earlier.has_changed(name):
            continue
        data = (earlier.folder / name).read_bytes()
        if kept.files.get(name) == data:
            continue
        stem, dot, ending = name.rpartition(".")
        copy = f"{COPIES}/{stem}-{_digest(data)[:6]}{dot}{ending}"
        kept.files[copy] = data
        kept.notes.append(Problem(Place(file=name), "手改过", f"原样另存在 {copy}"))


def _keep_unknown(kept: Kept, earlier: Earlier) -> None:
    """Keep what stands in the folder under the names of the set, but was not written by the last run: the record is lost."""
    found = []
    for name, data in list(kept.files.items()):
        path = earlier.folder / name
        if name == RECORD or name.startswith(COPIES) or name in earlier.written or not path.is_file():
            continue
        old = path.read_bytes()
        if old != data:
            stem, dot, ending = name.rpartition(".")
            kept.files[f"{COPIES}/{stem}-{_digest(old)[:6]}{dot}{ending}"] = old
            found.append(name)
    if found:
        shown = "、".join(found[:3]) + ("等" if len(found) > _NAMED else "")
        kept.notes.append(
            Problem(
                Place(file=str(earlier.folder)),
                f"没有上一次生成的记录，认不出{shown}里有没有手改",
                f"原来的 {len(found)} 个文件原样另存在 {COPIES}；手改过的，从那里抄回来",
            )
        )


_NAMED = 3


def _as_it_stands(earlier: Earlier, name: str, base: Any) -> tuple[Any, list[Problem]]:
    """Give the data of a paper as people have left it: its data file, and over it what they changed in the paper."""
    path = earlier.folder / f"{name}.yaml"
    theirs: Any = _read_yaml(path) if path.is_file() else base
    notes: list[Problem] = []
    paper = f"{name}.docx"
    if earlier.has_changed(paper):
        now = read_text((earlier.folder / paper).read_bytes(), paper).splitlines()
        theirs, lost, both = _with_paper(theirs, base, earlier.lines.get(paper, []), now)
        notes += [
            Problem(
                Place(file=name),
                f"同一处在数据文件里改成“{_short(old)}”，在 Word 里改成“{_short(new)}”",
                f"照 Word 里的印；数据文件的原样在 {COPIES}",
            )
            for old, new in both[:_SHOWN]
        ]
        notes += [
            Problem(
                Place(file=paper),
                f"手改的一段“{words[:24]}”没有对应的栏目",
                f"没有带进新的一份；原稿在 {COPIES}",
            )
            for words in lost[:_SHOWN]
        ]
    return theirs, notes


def _read_yaml(path: Path) -> Any:

    return dict(read_data(path).values)


def _with_paper(
    theirs: Any, base: Any, before: Sequence[str], now: Sequence[str]
) -> tuple[Any, list[str], list[tuple[str, str]]]:
    """Give the data with what was changed in the paper: paragraphs changed, taken out, put in.

    Besides: the new paragraphs that belong to no value, and where data file and paper were changed both.
    """
    lost: list[str] = []
    both: list[tuple[str, str]] = []
    leaves = list(_leaves(base))
    found = theirs
    gone: list[Steps] = []
    added: list[tuple[Steps, list[str]]] = []
    for kind, first, last, start, stop in difflib.SequenceMatcher(
        None, before, now, autojunk=False
    ).get_opcodes():
        new = [line for line in now[start:stop] if line.strip()]
        if kind == "equal":
            continue
        if kind == "delete":
            gone += [row for at in range(first, last) if (row := _row_of(leaves, before, at)) is not None]
        elif kind == "insert":
            row = _row_of(leaves, before, first - 1) if first else None
            if row is not None and new and _POINTS in row:
                added.append((row, new))
            else:
                lost += new
        elif last - first != stop - start:
            lost += new
        else:
            for old, words, at in zip(before[first:last], now[start:stop], range(first, last), strict=True):
                steps, value = _match(leaves, old, words, before[:at])
                if steps is None:
                    lost.append(words)
                    continue
                was, stands = str(_bare(_get(base, steps))), str(_bare(_get(theirs, steps)))
                if stands not in (was, value):
                    both.append((stands, value))
                found = _put(found, steps, value)
    for row, typed in sorted(added, key=lambda one: one[0][-1], reverse=True):
        found = _insert(found, row, [{"内容": _without_number(line)} for line in typed])
    for row in sorted(set(gone), key=str, reverse=True):
        if not any(other == row for other, _ in added):
            found = _drop(found, row)
    return found, lost, both


_POINTS = "条目"
_ROWS = (_POINTS, "重点任务", "交办事项", "排查任务", "存量问题")
"""Lists of rows that may be taken out of a paper one by one."""


def _row_of(leaves: Sequence[tuple[Steps, str]], before: Sequence[str], at: int) -> Steps | None:
    """Give the row of data whose main words a paragraph prints."""
    line = before[at]
    if len(line.strip()) < _WORDS:
        return None
    steps, _ = _match(leaves, line, line, before[:at])
    if steps is None:
        return None
    place = next((n for n in range(len(steps) - 2, -1, -1) if steps[n] in _ROWS), None)
    if (
        place is None
        or not isinstance(steps[place + 1], int)
        or steps[-1] not in ("内容", "重点任务", "事项", "排查整治内容")
    ):
        return None
    return steps[: place + 2]


_WORDS = 8
"""Characters of a paragraph from which it names its row."""


def _without_number(line: str) -> str:
    """Give a paragraph without the number that the paper counts anew."""
    return re.sub(r"^\s*(?:（[一二三四五六七八九十]+）|\d+[.．、])\s*", "", line).strip()


def _get(value: Any, steps: Steps) -> Any:
    for step in steps:
        value = _bare(value)
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _change(value: Any, steps: Steps, act: Callable[[list[Any], int], list[Any]]) -> Any:
    """Give the data with the list that a row stands in changed at the row."""
    bare = _bare(value)
    step, rest = steps[0], steps[1:]
    if isinstance(bare, list) and isinstance(step, int) and step < len(bare):
        if not rest:
            return act(bare, step)
        return [*bare[:step], _change(bare[step], rest, act), *bare[step + 1 :]]
    if isinstance(bare, dict) and rest:
        return {**bare, step: _change(bare.get(step), rest, act)}
    return value


def _insert(value: Any, row: Steps, rows: list[Any]) -> Any:
    return _change(value, row, lambda found, at: [*found[: at + 1], *rows, *found[at + 1 :]])


def _drop(value: Any, row: Steps) -> Any:
    return _change(value, row, lambda found, at: [*found[:at], *found[at + 1 :]])


def _match(
    leaves: Sequence[tuple[Steps, str]], old: str, new: str, earlier: Sequence[str]
) -> tuple[Steps | None, str]:
    """Find the value that a changed paragraph prints, and its new words."""
    exact = [steps for steps, words in leaves if words == old]
    if exact:
        nth = sum(line == old for line in earlier)
        return exact[min(nth, len(exact) - 1)], new
    for steps, words in sorted(leaves, key=lambda leaf: -len(leaf[1])):
        at = old.find(words)
        if len(words) < 4 or at < 0:
            continue
        head, tail = old[:at], old[at + len(words) :]
        if new.startswith(head) and new.endswith(tail) and len(new) >= len(head) + len(tail):
            return steps, new[len(head) : len(new) - len(tail)]
    return None, new


def _leaves(value: Any, steps: Steps = ()) -> Iterator[tuple[Steps, str]]:
    value = _bare(value)
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in ("来源", "任务编号"):
                yield from _leaves(item, (*steps, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _leaves(item, (*steps, number))
    elif isinstance(value, str) and value:
        yield steps, value


def _put(value: Any, steps: Steps, words: str) -> Any:
    """Give the data with other words at a place."""
    if not steps:
        return words
    value = _bare(value)
    step, rest = steps[0], steps[1:]
    if isinstance(value, dict):
        return {**value, step: _put(value.get(step), rest, words)}
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return [*value[:step], _put(value[step], rest, words), *value[step + 1 :]]
    return value


def _bare(value: Any) -> Any:
    """Give a value without its origin."""
    return value["值"] if isinstance(value, dict) and "值" in value and "出处" in value else value


def _plain(value: Any) -> Any:
    """Give a value for comparison: without origins, all as text."""
    value = _bare(value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if key != "来源"}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return "" if value is None else "是" if value is True else "否" if value is False else str(value).strip()


class _Merge:
    """Merges one paper: what was made then, what stands there now, what is made now."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.count = 0
        self.notes: list[Problem] = []

    def run(self, base: Any, theirs: Any, new: Any, where: str = "") -> Any:
        """Give the merged value; a hand-made one wins over a new one, and both are told."""
        if _plain(theirs) == _plain(base) or _plain(theirs) == _plain(new):
            return new
        base, theirs, fresh = _bare(base), _bare(theirs), _bare(new)
        if isinstance(theirs, dict) and isinstance(fresh, dict):
            return self._dicts(base if isinstance(base, dict) else {}, theirs, fresh, where)
        if _are_rows(theirs) and _are_rows(fresh):
            return self._rows(base if isinstance(base, list) else [], theirs, fresh, where)
        self.count += 1
        if _plain(base) != _plain(new):
            self._tell(where, theirs, fresh)
        return theirs

    def _dicts(
        self, base: Mapping[str, Any], theirs: Mapping[str, Any], new: Mapping[str, Any], where: str
    ) -> Any:
        found = {}
        for key in dict.fromkeys((*new, *theirs)):
            if key == "来源":
                found[key] = new.get(key, theirs.get(key))
                continue
            value = self.run(base.get(key), theirs.get(key), new.get(key), f"{where} {key}".strip())
            if value is not None:
                found[key] = value
        return found

    def _rows(self, base: list[Any], theirs: list[Any], new: list[Any], where: str) -> list[Any]:
        """Merge rows by their 任务编号, title or words; a row added by hand follows the one that it followed."""
        old, hand = _by_identity(base), _by_identity(theirs)
        found: list[Any] = []
        for key, row in _by_identity(new).items():
            if key in old and key not in hand:
                self.count += 1
                if _plain(old[key]) != _plain(row):
                    self._tell(f"{where} {key[0][:16]}", "删去", row)
                continue
            found.append(
                self.run(old.get(key), hand[key], row, f"{where} {key[0][:16]}") if key in hand else row
            )
        there = set(_by_identity(new))
        for number, (key, row) in enumerate(hand.items()):
            if key in there:
                continue
            if key in old and _plain(old[key]) == _plain(row):
                continue  # untouched, and the speech has it no more
            self.count += 1
            if key in old:
                self._tell(f"{where} {key[0][:16]}", row, "（新的一份没有这一行）")
            found.insert(min(number, len(found)), row)
        return _numbered(found)

    def _tell(self, where: str, theirs: Any, new: Any) -> None:
        if len(self.notes) < _SHOWN:
            shown = f"手改“{_short(theirs)}”，新的是“{_short(new)}”"
            self.notes.append(
                Problem(Place(file=self.name, field=where), shown, "照手改的印；要用新的，改数据文件")
            )


def _short(value: Any) -> str:
    words = value if isinstance(value, str) else json.dumps(_plain(value), ensure_ascii=False)
    return words if len(words) <= 40 else f"{words[:40]}…"


def _are_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _by_identity(rows: Sequence[Any]) -> dict[tuple[str, int], Any]:
    """Give rows by what names them, counted where several share it."""
    found: dict[tuple[str, int], Any] = {}
    seen: dict[str, int] = {}
    for row in rows:
        name = ""
        if isinstance(row, dict):
            name = next(
                (
                    str(_bare(row[key]))
                    for key in ("任务编号", "标题", "名称", "姓名", "单位", "内容", "事项")
                    if row.get(key)
                ),
                "",
            )
        seen[name] = seen.get(name, -1) + 1
        found[name, seen[name]] = row
    return found


def _numbered(rows: list[Any]) -> list[Any]:
    """Count 序号 anew where the rows have one."""
    if not any(isinstance(row, dict) and "序号" in row for row in rows):
        return rows
    return [{**row, "序号": number} for number, row in enumerate(rows, start=1)]
