"""The output folder of a batch: one run at a time, no half-written files, and what earlier runs made."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from tongzhi.batch.results import NAME
from tongzhi.batch.whole import TEMPORARY
from tongzhi.errors import InputError, Place
from tongzhi.write.files import unwritable
from tongzhi.write.locks import take_lock

LOCK = f"{TEMPORARY}batch.lock"
STATE = f"{TEMPORARY}batch.state"
_VERSION = {"tongzhi": "batch/1"}


_held: set[int] = set()


def _let_go() -> None:
    """Close locks in a forked worker, so that none outlives the run that holds it."""
    for number in _held:
        os.close(number)
    _held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)


class BatchFolder:
    """The folder of a running batch; use it in a `with` block.

    Entering makes the folder, locks it against other runs and removes what a killed run left half-written.
    Leaving removes lock and temporary files, and the folder itself if this run made it and it is empty.

    Raises:
        InputError: it can't be made or written, or another run is at work in it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: IO[str] | None = None
        self._state: IO[str] | None = None
        self._made: list[Path] = []

    def __enter__(self) -> Self:
        missing = [self.path, *self.path.parents]
        self._made = [path for path in missing if not path.exists()]
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            self._take_lock()
        except OSError as error:
            self._remove_made()
            raise unwritable(self.path / NAME, error) from error
        self._clean()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close_state()
        self._clean()
        assert self._lock is not None
        _held.discard(self._lock.fileno())
        self._remove(self.path / LOCK)
        self._lock.close()
        self._remove(self.path / LOCK)  # where an open file can't be removed
        self._remove_made()

    def _close_state(self) -> None:
        if self._state is not None:
            with suppress(OSError):  # a full disk: the state is only a help, hashes decide
                self._state.close()
            self._state = None

    def _remove_made(self) -> None:
        for path in self._made:
            try:
                path.rmdir()
            except OSError:
                return

    @staticmethod
    def _remove(path: Path) -> None:
        with suppress(OSError):  # still open, as Windows has it; the next run removes it
            path.unlink(missing_ok=True)

    def _take_lock(self) -> None:
        path = self.path / LOCK
        while True:
            stream = path.open("a+", encoding="utf-8")
            if not take_lock(stream):
                stream.close()
                raise InputError.one(
                    "另一个 tongzhi 正在这个文件夹里生成",
                    "等它做完，或换一个文件夹（-o）",
                    place=Place(file=str(self.path)),
                )
            try:
                same = _is_same(stream, path)
            except OSError:
                same = False
            if same:
                self._lock = stream
                _held.add(stream.fileno())
                return
            stream.close()

    def _clean(self) -> None:
        for path in self.path.glob(f"{TEMPORARY}*.tmp"):
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                self._remove(path)

    def present(self, names: Iterable[str]) -> list[str]:
        """Give those of `names` that are in the folder already."""
        there = {entry.name.casefold() for entry in os.scandir(self.path)}
        return [name for name in names if name.casefold() in there]

    def read_state(self) -> dict[str, tuple[str, str]]:
        """Give file name → fingerprints of input and bytes, as far as an earlier run got; torn lines are passed over."""
        known: dict[str, tuple[str, str]] = {}
        try:
            with (self.path / STATE).open(encoding="utf-8", errors="replace") as stream:
                for line in stream:
                    try:
                        name, source, digest = json.loads(line)
                    except (ValueError, TypeError):
                        continue
                    known[str(name)] = (str(source), str(digest))
        except OSError:
            return {}
        return known

    def open_state(self, *, afresh: bool) -> None:
        """Begin to note what is made; `afresh` forgets what was noted.

        Raises:
            InputError: the folder can't be written.
        """
        path = self.path / STATE
        try:
            torn = not afresh and path.exists() and not path.read_bytes().endswith(b"\n")
            self._state = path.open("w" if afresh else "a", encoding="utf-8", newline="\n")
            if torn:
                self._state.write("\n")
            if afresh:
                self._state.write(json.dumps(_VERSION) + "\n")
            self._state.flush()
        except OSError as error:
            raise unwritable(path, error) from error

    def note(self, entries: Iterable[tuple[str, str, str]]) -> None:
        """Note documents that are whole in the folder: name, fingerprints of input and bytes."""
        assert self._state is not None
        lines = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)
        with suppress(
            OSError
        ):  # a full disk is told where documents are written; without the note they are compared
            self._state.write(lines)
            self._state.flush()

    def keep(self, entries: Iterable[tuple[str, str, str]]) -> None:
        """Note files that are made of documents; they stand at the end of a settled state."""
        path = self.path / STATE
        with suppress(OSError), path.open("a", encoding="utf-8", newline="\n") as stream:  # as in `note`
            stream.write("".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries))

    def settle_state(self, entries: Iterable[tuple[str, str, str]]) -> None:
        """Write the state anew in the order of the roster, so that it depends on the roster alone."""
        self._close_state()
        temporary = self.path / f"{TEMPORARY}state.tmp"
        try:
            with temporary.open("w", encoding="utf-8", newline="\n") as stream:
                stream.write(json.dumps(_VERSION) + "\n")
                for entry in entries:
                    stream.write(json.dumps(entry, ensure_ascii=False) + "\n")
            temporary.replace(self.path / STATE)
        except OSError:
            self._remove(temporary)

    def forget(self) -> None:
        """Remove the state, when nothing was made."""
        self._close_state()
        self._remove(self.path / STATE)


def _is_same(stream: IO[str], path: Path) -> bool:
    """Tell whether the lock that was taken is still the one others will find."""
    if sys.platform == "win32":
        return True
    return os.path.samestat(os.fstat(stream.fileno()), path.stat())
