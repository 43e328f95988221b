"""Work files of the page: one private folder a job, named by chance, removed when the page is closed."""

from __future__ import annotations

import json
import re
import secrets
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any

from flask import abort, current_app

_ID = re.compile(r"[0-9a-f]{32}")
_KEEP = 24 * 3600
"""Seconds after which a job nobody touched is removed."""
_LOCK = RLock()
"""Held while a state is read, changed and written, so that parallel changes all count."""


class Workspace:
    """The folder of all jobs, readable by the user alone."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="tongzhi-page-"))

    def close(self) -> None:
        """Remove every work file."""
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
        """Save an uploaded file under a safe form of its own name."""
        from tongzhi.write.names import safe_name

        name = safe_name(Path(str(upload.filename or fallback).replace("\\", "/")).name) or fallback
        place = self.folder / "in"
        place.mkdir(exist_ok=True)
        path = place / name
        upload.save(path)
        return path


def workspace() -> Workspace:
    """Give the workspace of the running page."""
    found = current_app.extensions["tongzhi.workspace"]
    assert isinstance(found, Workspace)
    return found
