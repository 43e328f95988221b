"""Work files of the page: one private folder a job, named by chance, removed when the page is closed."""

from __future__ import annotations

import json
import re
import secrets
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, RLock, Thread
from typing import Any

from flask import abort, current_app

_ID = re.compile(r"[0-9a-f]{32}")
_KEEP = 24 * 3600
"""Seconds after which a job nobody touched is removed."""
_WAIT = 10.0
"""Seconds that work in the background is given to end when the page is closed."""
_LOCK = RLock()
"""Held while a state is read, changed and written, so that parallel changes all count."""


class _Closing(BaseException):
    """Ends work in the background; no `except Exception` on the way may hold it."""


class Workspace:
    """The folder of all jobs, readable by the user alone."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="tongzhi-page-"))
        self._stopping = Event()
        self._threads: list[Thread] = []

    def start(self, work: Callable[[], None]) -> None:
        """Do something in the background; it should call `go_on` now and then."""

        def run() -> None:
            with suppress(_Closing):
                work()

        thread = Thread(target=run, daemon=True, name="tongzhi-work")
        self._threads = [*(one for one in self._threads if one.is_alive()), thread]
        thread.start()

    def go_on(self) -> None:
        """End the calling thread when the page is being closed."""
        if self._stopping.is_set():
            raise _Closing

    def close(self) -> None:
        """Stop what runs in the background and remove every work file."""
        self._stopping.set()
        limit = time.monotonic() + _WAIT
        for thread in self._threads:
            thread.join(max(0.0, limit - time.monotonic()))
        shutil.rmtree(self.folder, ignore_errors=True)

    def open_job(self, kind: str) -> Job:
        """Make the folder of a new job."""
        self._sweep()
        job = Job(self.folder / secrets.token_hex(16))
        job.folder.mkdir(mode=0o700)
        job.save(kind=kind)
        return job

    def job(self, name: str, kind: str) -> Job:
        """Give a job of this kind (any, when empty); other names are 404, so that no file of the machine is reachable."""
        if not _ID.fullmatch(name) or not (self.folder / name).is_dir():
            abort(404)
        job = Job(self.folder / name)
        if kind and job.state.get("kind") != kind:
            abort(404)
        return job

    def _sweep(self) -> None:
        limit = time.time() - _KEEP
        for folder in self.folder.iterdir():
            try:
                old = folder.stat().st_mtime < limit
            except OSError:
                continue  # another request has just removed it
            if old:
                shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Job:
    """One job: its uploads, results and what is known of it."""

    folder: Path

    @property
    def id(self) -> str:
        """Give the name in addresses."""
        return self.folder.name

    @property
    def state(self) -> dict[str, Any]:
        """Give what was saved."""
        path = self.folder / "state.json"
        return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}

    def knows(self, name: str) -> Job:
        """Give the job itself when `name` was saved in it; before its first page was shown there is nothing to go on from: 404."""
        if name not in self.state:
            abort(404)
        return self

    def save(self, **values: Any) -> None:
        """Keep values; written whole, so that a reload sees the old or the new."""
        self.change(lambda state: state.update(values))

    def change(self, function: Callable[[dict[str, Any]], Any]) -> Any:
        """Change what was saved in one go and give what the function gives; parallel changes come one by one."""
        with _LOCK:
            state = self.state
            answer = function(state)
            path = self.folder / "state.json"
            temporary = self.folder / f"state-{secrets.token_hex(4)}.tmp"
            temporary.write_text(json.dumps(state, ensure_ascii=False), encoding="utf-8")
            temporary.replace(path)
        return answer

    @property
    def out(self) -> Path:
        """Give the folder of what may be downloaded."""
        place = self.folder / "out"
        place.mkdir(exist_ok=True)
        return place

    @property
    def source(self) -> Path:
        """Give the file that was dropped."""
        return self.file("in/" + str(self.state.get("source", "")))

    def file(self, name: str) -> Path:
        """Give the path of a file of the job; names that lead elsewhere are 404."""
        path = (self.folder / name).resolve()
        if self.folder.resolve() not in path.parents:
            abort(404)
        return path

    def keep_upload(self, upload: Any, fallback: str = "文件") -> Path:
        """Save an uploaded file under a safe form of its own name; a second one of that name stands beside the first."""
        path = self.new_source(Path(str(upload.filename or fallback).replace("\\", "/")).name or fallback)
        upload.save(path)
        return path

    def new_source(self, name: str) -> Path:
        """Give an empty file among the uploads, named after `name`."""
        from tongzhi.write.names import DistinctNames, safe_name

        place = self.folder / "in"
        with _LOCK:
            place.mkdir(exist_ok=True)
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
