"""What people have changed by hand in an earlier set survives a re-run: data files, 任务清单, 定稿单, the papers themselves.

The folder keeps a record of what was made (`RECORD`). A value in a data file that differs from it is hand-made, and so
is a paragraph of a paper that differs from the one that was written. Merged are three: what was made then, what stands
there now, what is made now. Where all three differ the hand-made value stays and both are told; the file as it stood is
kept in `COPIES`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongzhi.draft.drafting import make_paper, paper_files
from tongzhi.draft.merging import SHOWN, PaperMerge, short_words
from tongzhi.draft.names import SHEET, TASKS
from tongzhi.draft.readback import with_paper
from tongzhi.errors import InputError, Place, Problem
from tongzhi.read.data import read_data
from tongzhi.word.text import read_text

if TYPE_CHECKING:
    from tongzhi.draft.whole_set import DraftSet


RECORD = ".会后记录.json"

COPIES = "改过的原稿"

_EDITED = "任务清单手改"


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
class KeptWork:
    """What a re-run keeps: the files to write, how many values were made by hand, what people must be told."""

    files: dict[str, bytes]
    count: int = 0
    notes: list[Problem] = field(default_factory=list)


def keep_hand_made(made: DraftSet, earlier: Earlier, *, tasks_given: bool = False) -> KeptWork:
    """Give the files of a set with what people have changed in the earlier one.

    Args:
        made: the new set.
        earlier: the set that its folder holds.
        tasks_given: whether the set was made from a task list that a person gave; it is taken again by itself.

    Raises:
        InputError: a data file was changed so that it can't be read or fits no paper.
    """
    kept = KeptWork(dict(made.files))
    generated = {paper.name: paper.document.to_data() for paper in made.papers}
    for place, paper in enumerate(made.papers):
        base = earlier.made.get(paper.name)
        if base is None:
            continue
        theirs, unread = _as_it_stands(earlier, paper.name, base)
        merge = PaperMerge(paper.name)
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


def _keep_copies(kept: KeptWork, earlier: Earlier) -> None:
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


def _keep_unknown(kept: KeptWork, earlier: Earlier) -> None:
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
        try:
            now = read_text((earlier.folder / paper).read_bytes(), paper).splitlines()
        except InputError as error:
            words = error.problems[0].found
            return theirs, [
                Problem(
                    Place(file=paper), f"读不了：{words}", f"Word 里手改的没有带进新的一份；原稿在 {COPIES}"
                )
            ]
        theirs, lost, both = with_paper(theirs, base, earlier.lines.get(paper, []), now)
        notes += [
            Problem(
                Place(file=name),
                f"同一处在数据文件里改成“{short_words(old)}”，在 Word 里改成“{short_words(new)}”",
                f"照 Word 里的印；数据文件的原样在 {COPIES}",
            )
            for old, new in both[:SHOWN]
        ]
        notes += [
            Problem(
                Place(file=paper),
                f"手改的一段“{words[:24]}”没有对应的栏目",
                f"没有带进新的一份；原稿在 {COPIES}",
            )
            for words in lost[:SHOWN]
        ]
    return theirs, notes


def _read_yaml(path: Path) -> Any:

    return dict(read_data(path).values)
