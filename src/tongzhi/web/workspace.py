"""The work done on the page: one folder a meeting in the office's folder, saved at every change, never removed by itself.

公文/2026年/全市安全生产工作会议/讲话/工作.json   what the list on the first screen shows
                                     内容.json   everything that was entered
                                     原件/       what was dropped
                                     成稿/       what was made
                                     历史/       what was before each act
公文/废件箱/                                      what was put away, until somebody brings it back
"""

from __future__ import annotations

import json
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from threading import RLock
from typing import Any

from flask import abort, current_app

from tongzhi.errors import TongzhiError
from tongzhi.web import history
from tongzhi.web.repair import make_meta, read_json, recover_state, write_json
from tongzhi.web.scratch import Scratch
from tongzhi.write.names import DistinctNames, safe_name

FOLDER, TRASH = "公文", "废件箱"
META, STATE, INPUTS, RESULTS, HISTORY = "工作.json", "内容.json", "原件", "成稿", "历史"
KINDS = {"notice": "通知", "desk": "回执", "speech": "讲话", "batch": "批量", "check": "核稿", "feedback": "反馈", "compare": "比对"}  # fmt: skip
"""Kinds of work and the folder of each below its meeting; other kinds are passing and lie among the temporary files."""
SCHEMA = "tongzhi.work/1"

GONE = "这件工作的文件夹不在原处了。改过“公文”文件夹的名字，就改回来再刷新；不然从首页打开。"
_ID = re.compile(r"[0-9a-f]{32}")
_LOCK = RLock()
"""Held while a state is read, changed and written, so that parallel changes all count."""


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work as the first screen lists it."""

    id: str
    kind: str
    title: str
    at: str
    step: int = 1
    steps: int = 3
    said: str = ""
    ask: bool = False
    trashed: bool = False

    @property
    def moment(self) -> datetime:
        """Give when it was last changed."""
        try:
            return datetime.fromisoformat(self.at)
        except ValueError:
            return datetime.min

    def when(self, today: date) -> str:
        """Give when it was last changed, as one says it."""
        days = (today - self.moment.date()).days
        clock = f"{self.moment.hour}:{self.moment.minute:02d}"
        if days in (0, 1):
            return f"{'今天' if days == 0 else '昨天'} {clock}"
        year = "" if self.moment.year == today.year else f"{self.moment.year}年"
        return f"{year}{self.moment.month}月{self.moment.day}日"


class Workspace:
    """All work of an office, and the temporary files of the running page."""

    def __init__(self, office: Path, day: Callable[[], date] = date.today) -> None:
        self.folder = office / FOLDER
        self.scratch = Scratch()
        self._day = day
        self._places: dict[str, Path] = {}
        self._known: dict[Path, tuple[int, Work]] = {}
        self._busy: set[str] = set()

    def start(self, work: Callable[[], None], name: str = "") -> None:
        """Do something in the background for a job; it should call `go_on` now and then."""

        def run() -> None:
            try:
                work()
            finally:
                self._busy.discard(name)

        self._busy.add(name)
        self.scratch.start(run)

    def is_busy(self, name: str) -> bool:
        """Tell whether something is being done for a job; a page that was killed left it undone."""
        return name in self._busy

    def go_on(self) -> None:
        """End the calling thread when the page is being closed."""
        self.scratch.go_on()

    def close(self) -> None:
        """Stop what runs in the background; the work stays, the temporary files go."""
        self.scratch.close()

    def now(self) -> datetime:
        """Give the moment a change is made."""
        return datetime.combine(self._day(), datetime.now().time().replace(microsecond=0))

    def open_job(self, kind: str, title: str = "", **values: Any) -> OfficeWork:
        """Begin a piece of work; one that only passes (a kind without a folder) lies among the temporary files.

        Args:
            kind: what it is, one of `KINDS` or a passing one.
            title: the meeting it belongs to, which names its folder; given later by `Job.entitle`.
            values: what is known of it from the start.
        """
        name = secrets.token_hex(16)
        if kind in KINDS:
            with _LOCK:
                place = self._new_place(kind, title)
                place.mkdir(parents=True, mode=0o700)
                with suppress(OSError):
                    self.folder.chmod(0o700)
        else:
            place = self.scratch.folder / name
            place.mkdir(mode=0o700)
        self._places[name] = place
        job = OfficeWork(self, name)
        job.save(kind=kind, title=title, **values)
        return job

    def begin_job(self, kind: str, name: str, **values: Any) -> OfficeWork:
        """Begin a piece of work that is called after its file until the name of its meeting is known."""
        job = self.open_job(kind, name, **values)
        job.save(provisional=True)
        return job

    def _new_place(self, kind: str, title: str) -> Path:
        day = self._day()
        meeting = safe_name(title)[:60].rstrip(". ") if title.strip() else f"没起名 {day.month}月{day.day}日"
        above = self.folder / f"{day.year}年" / meeting
        names = DistinctNames()
        for there in above.iterdir() if above.is_dir() else ():
            names.take(there.name)
        return above / names.take(KINDS[kind])

    def job(self, name: str, kind: str) -> OfficeWork:
        """Give a job of this kind (any, when empty); other names are 404, so that no file of the machine is reachable."""
        if not _ID.fullmatch(name):
            abort(404)
        place = self._places.get(name)
        if place is None or not (place / META).is_file():
            self.works()
            if name not in self._places or not self._places[name].is_dir():
                abort(404, GONE)
        job = OfficeWork(self, name)
        if kind and job.meta.get("kind") != kind:
            abort(404)
        return job

    def place(self, name: str) -> Path:
        """Give the folder of a job."""
        return self._places[name]

    def move(self, name: str, target: Path) -> None:
        """Move the folder of a job; where Windows holds one of its files, it stays."""
        with _LOCK:
            source = self._places[name]
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                source.rename(target)
            except OSError:
                return
            self._places[name] = target
            self._known.pop(source, None)
            with suppress(OSError):
                source.parent.rmdir()  # only when nothing else of the meeting is left in it

    def works(self, *, trashed: bool = False) -> list[Work]:
        """Give all work, newest first; `trashed` gives what was put away."""
        found = []
        with _LOCK:
            for place in self._all_places():
                work = self._read_work(place)
                if work is not None and work.trashed == trashed:
                    found.append(work)
        return sorted(found, key=lambda one: one.at, reverse=True)

    def _all_places(self) -> Iterator[Path]:
        for path in sorted(self.folder.glob(f"*/*/*/{META}")):
            if path.parts[-4] != TRASH:
                yield path.parent
        for path in sorted((self.folder / TRASH).glob(f"*/{META}")):
            yield path.parent

    def _read_work(self, place: Path) -> Work | None:
        try:
            stamp = (place / META).stat().st_mtime_ns
            known = self._known.get(place)
            if known is not None and known[0] == stamp and self._places.get(known[1].id) == place:
                return known[1]
            try:
                meta = read_json(place / META)
            except ValueError:
                meta = self.mend_meta(place)
            name = str(meta["id"])
            other = self._places.get(name)
            if other is not None and other != place and (other / META).is_file():
                name = meta["id"] = secrets.token_hex(16)  # a folder copied by hand is a work of its own
                write_json(place / META, meta)
            self._places[name] = place
            work = Work(
                name, str(meta["kind"]), str(meta.get("title", "")), str(meta.get("at", "")), int(meta.get("step", 1)),
                int(meta.get("steps", 3)), str(meta.get("said", "")), bool(meta.get("ask")), place.parent == self.folder / TRASH,
            )  # fmt: skip
        except (OSError, ValueError, KeyError, TypeError):
            return None
        self._known[place] = (stamp, work)
        return work

    def recover(self, place: Path) -> dict[str, Any]:
        """Put the state of a work together from what is left of it, and keep it."""
        state = recover_state(place / STATE, place / HISTORY, place / INPUTS)
        meta = read_json(place / META)
        state = {"title": meta.get("title", ""), **state, "kind": meta.get("kind", "")}
        write_json(place / STATE, state)
        return state

    def mend_meta(self, place: Path) -> dict[str, Any]:
        """Write anew what the first screen lists of a work."""
        try:
            state = read_json(place / STATE)
        except ValueError:
            state = {}
        kind = str(state.get("kind", "")) or next(
            (kind for kind, word in KINDS.items() if place.name.startswith(word)), "speech"
        )
        name = next((one for one, there in self._places.items() if there == place), secrets.token_hex(16))
        meta = {
            "schema": SCHEMA,
            **make_meta(name, kind, str(state.get("title", "")) or place.parent.name, place),
        }
        write_json(place / META, meta)
        return meta

    @contextmanager
    def trying(self, job: OfficeWork) -> Iterator[None]:
        """Read what a work begins with; when that cannot be read, the work is put away again.

        Raises:
            TongzhiError: what was raised inside.
        """
        try:
            yield
        except TongzhiError:
            job.put_away()
            raise


@dataclass(frozen=True, slots=True)
class OfficeWork:
    """One piece of work: its uploads, results and what is known of it."""

    space: Workspace
    id: str

    @property
    def folder(self) -> Path:
        """Give where it lies."""
        return self.space.place(self.id)

    @property
    def meta(self) -> dict[str, Any]:
        """Give what the list shows of it."""
        try:
            return read_json(self.folder / META)
        except ValueError:
            return self.space.mend_meta(self.folder)

    @property
    def state(self) -> dict[str, Any]:
        """Give what was saved."""
        folder = self.folder
        try:
            state = read_json(folder / STATE)
        except ValueError:
            state = {}
        if not state and (folder / META).is_file():  # a new work has neither yet
            with _LOCK:
                state = self.space.recover(folder)
        return state

    @property
    def saved_at(self) -> str:
        """Give when it was last saved, 14:03."""
        moment = datetime.fromisoformat(str(self.meta.get("at", "")) or self._stamp())
        return f"{moment.hour}:{moment.minute:02d}"

    @property
    def version(self) -> int:
        """Give how often it was changed, by which two windows know of each other."""
        return int(self.state.get("version", 0))

    def knows(self, name: str) -> OfficeWork:
        """Give the job itself when `name` was saved in it; before its first page was shown there is nothing to go on from: 404."""
        if name not in self.state:
            abort(404)
        return self

    def save(self, **values: Any) -> None:
        """Keep values; written whole, so that a reload sees the old or the new."""
        self.change(lambda state: state.update(values))

    def change(self, function: Callable[[dict[str, Any]], Any], *, act: str = "", merge: str = "") -> Any:
        """Change what was saved in one go and give what the function gives; parallel changes come one by one.

        Args:
            function: changes the state that it is given.
            act: what is done, as the user reads it; with it the change can be undone.
            merge: what it is done to, so that typing in one field is one act.
        """
        with _LOCK:
            state = self.state
            before = json.dumps(state, ensure_ascii=False)
            answer = function(state)
            after = json.dumps(state, ensure_ascii=False)
            if after != before:
                if act:
                    history.push(self.folder / HISTORY, json.loads(before), state, act, merge, self._stamp())
                self._write(state)
        return answer

    def undo(self) -> str | None:
        """Undo the last act and give what it was; `None` when there is nothing to undo."""
        return self._step(history.undo)

    def redo(self) -> str | None:
        """Do again what was undone last and give what it was."""
        return self._step(history.redo)

    def _step(self, function: Callable[[Path, dict[str, Any]], str | None]) -> str | None:
        with _LOCK:
            state = self.state
            done = function(self.folder / HISTORY, state)
            self._write(state)
        return done

    def _write(self, state: dict[str, Any]) -> None:
        state["version"] = int(state.get("version", 0)) + 1
        write_json(self.folder / STATE, state)
        meta = self.meta
        told = {
            "title": state.get("title", ""),
            "at": self._stamp(),
            "kind": state.get("kind", meta.get("kind", "")),
        }
        write_json(self.folder / META, {"schema": SCHEMA, "id": self.id, **meta, **told})

    def _stamp(self) -> str:
        return self.space.now().isoformat()

    def tell(self, step: int, steps: int, said: str, *, ask: bool = False) -> None:
        """Note how far it is, for the list: the step of so many, in words, and whether somebody is waited for."""
        with _LOCK:
            meta = self.meta
            told = {"step": step, "steps": steps, "said": said, "ask": ask}
            if any(meta.get(key) != value for key, value in told.items()):
                write_json(self.folder / META, {**meta, **told})

    def entitle(self, title: str) -> None:
        """Give it the name of its meeting, and move its folder there as long as it has none."""
        title = title.strip()
        old = str(self.state.get("title", ""))
        if not title or title == old:
            return
        free = not old or bool(self.state.get("provisional"))
        self.save(title=title, provisional=False)
        if free and self.state.get("kind") in KINDS:
            self.space.move(self.id, self.space._new_place(str(self.state["kind"]), title))  # noqa: SLF001

    def put_away(self) -> None:
        """Put it into the trash."""
        target = (
            self.space.folder
            / TRASH
            / f"{self.meta.get('title') or KINDS.get(str(self.meta.get('kind')), '')}-{self.id[:6]}"
        )
        self.space.move(self.id, target.with_name(safe_name(target.name)))

    def bring_back(self) -> None:
        """Bring it back from the trash."""
        state = self.state
        self.space.move(self.id, self.space._new_place(str(state["kind"]), str(state.get("title", ""))))  # noqa: SLF001

    @property
    def out(self) -> Path:
        """Give the folder of what may be downloaded."""
        return self._below(RESULTS)

    @property
    def inputs(self) -> Path:
        """Give the folder of what was dropped."""
        return self._below(INPUTS)

    @property
    def pages(self) -> Path:
        """Give the folder of page pictures, among the temporary files: they can be made again."""
        place = self.space.scratch.folder / "pages" / self.id
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        return place

    def _below(self, name: str) -> Path:
        place = self.folder / name
        place.mkdir(exist_ok=True)
        return place

    @property
    def source(self) -> Path:
        """Give the file that was dropped."""
        return self.file(f"{INPUTS}/{self.state.get('source', '')}")

    def file(self, name: str) -> Path:
        """Give the path of a file of the job; names that lead elsewhere are 404."""
        path = (self.folder / name).resolve()
        if self.folder.resolve() not in path.parents:
            abort(404)
        return path

    def result(self, name: str) -> Path:
        """Give the path of a result; names that lead elsewhere are 404."""
        return self.file(f"{RESULTS}/{name}")

    def keep_upload(self, upload: Any, fallback: str = "文件") -> Path:
        """Save an uploaded file under a safe form of its own name; a second one of that name stands beside the first."""
        path = self.new_source(Path(str(upload.filename or fallback).replace("\\", "/")).name or fallback)
        upload.save(path)
        return path

    def keep_file(self, source: Path) -> Path:
        """Take over a file that lies among the temporary ones."""
        path = self.new_source(source.name)
        shutil.copyfile(source, path)
        return path

    def new_source(self, name: str) -> Path:
        """Give an empty file among the uploads, named after `name`."""
        with _LOCK:
            place = self.inputs
            names = DistinctNames()
            for there in place.iterdir():
                names.take(there.name)
            path = place / names.take(safe_name(name))
            path.touch()
        return path


def workspace() -> Workspace:
    """Give the workspace of the running page."""
    found = current_app.extensions["tongzhi.workspace"]
    assert isinstance(found, Workspace)
    return found
