"""Temporary files of the running page, and who owns them: another start finds the running page, and clears what nobody owns."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import IO

PREFIX = "tongzhi-page-"
OWNER, LOCK, READY = "owner.json", "owner.lock", "ready"
"""Where the page runs, what it holds as long as it runs, and that it holds it: until then another start lets it be."""
_WAIT = 0.5
"""Seconds that work in the background is given to end when the page is closed; the page must stop within one."""
_ASK = 10.0
"""Seconds within which a running page answers another start."""
AGAIN, AGAIN_KEY = "/again", "X-Tongzhi-Again"


class _Closing(BaseException):
    """Ends work in the background; no `except Exception` on the way may hold it."""


class Scratch:
    """A private folder of the running page, gone when it ends; threads that work in the background."""

    def __init__(self) -> None:
        clear_orphans()
        self.folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        self.again_key = secrets.token_urlsafe(24)
        self._lock = (self.folder / LOCK).open("w", encoding="ascii")
        _hold_soon(self._lock)
        (self.folder / READY).touch()
        self._stopping = Event()
        self._threads: list[Thread] = []

    def announce(self, office: Path, port: int) -> None:
        """Leave word, readable by the user alone, where the page runs, so that another start can open it."""
        told = {"office": str(office.resolve()), "port": port, "key": self.again_key}
        place = self.folder / OWNER
        place.touch(mode=0o600)
        place.write_text(json.dumps(told), encoding="utf-8")

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
        """Stop what runs in the background and remove the folder."""
        self._stopping.set()
        limit = time.monotonic() + _WAIT
        for thread in self._threads:
            thread.join(max(0.0, limit - time.monotonic()))
        self._lock.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def clear_orphans() -> None:
    """Remove the temporary folders of pages that were killed; those of running ones are held and stay."""
    for folder in _folders():
        with suppress(OSError):
            if not is_held(folder):
                shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Running:
    """A page that runs already: its port and the key that another start shows it."""

    port: int
    key: str

    def ask(self) -> str | None:
        """Give a fresh token for the running page; `None` when it does not answer."""
        asked = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{AGAIN}", method="POST", headers={AGAIN_KEY: self.key}, data=b""
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(asked, timeout=_ASK) as answer:
                return str(answer.read().decode("ascii"))
        except (OSError, ValueError):
            return None


def find_running(office: Path, port: int) -> Running | None:
    """Give the page that already runs for this folder at this port."""
    wanted = str(office.resolve())
    for folder in _folders():
        try:
            told = json.loads((folder / OWNER).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if told.get("office") == wanted and told.get("port") == port and is_held(folder):
            return Running(port, str(told.get("key", "")))
    return None


def _folders() -> Iterator[Path]:
    """Give the folders that pages of this user made; those of others are left alone."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            own = not hasattr(os, "getuid") or folder.lstat().st_uid == os.getuid()
            if own and folder.is_dir() and not folder.is_symlink():
                yield folder


def is_held(folder: Path) -> bool:
    """Tell whether the page that made the folder still runs: it holds the lock until it ends, however it ends."""
    path = folder / LOCK
    if not (folder / READY).is_file() or not path.is_file():
        return time.time() - folder.stat().st_mtime < 60  # just being made
    with path.open("a", encoding="ascii") as stream:
        try:
            _hold(stream)
        except OSError:
            return True
    return False


def _hold_soon(stream: IO[str]) -> None:
    """Lock a file of one's own; another start that looks whether it is held has it for a moment.

    Raises:
        OSError: it stays held.
    """
    for _ in range(100):
        with suppress(OSError):
            return _hold(stream)
        time.sleep(0.02)
    return _hold(stream)


def _hold(stream: IO[str]) -> None:
    """Lock a file for this process.

    Raises:
        OSError: another one holds it.
    """
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
