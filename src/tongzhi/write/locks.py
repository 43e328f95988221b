"""Locks of the operating system: one process at a time, and gone with the process however it ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from tongzhi.errors import InputError, Place

PATIENCE = 60.0
"""Seconds to wait for another process."""


def take_lock(stream: IO[str]) -> bool:
    """Take the lock of the operating system, which goes with the process however it ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        import errno

        return error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True


@contextmanager
def waiting_lock(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold a lock file while others wait for it; where no file can be made, nothing is locked.

    Args:
        path: the lock file; it is removed when nobody waits for it.
        patience: seconds to wait for it.

    Raises:
        InputError: another process holds it for longer.
    """
    until = time.monotonic() + patience
    stream = None
    while stream is None:
        try:
            opened = path.open("a", encoding="utf-8")
        except OSError:
            yield
            return
        if take_lock(opened) and _stands(path, opened):
            stream = opened
            continue
        opened.close()
        if time.monotonic() > until:
            raise InputError.one(
                "另一个程序一直占着文号登记", "等它做完，或关掉它再试", place=Place(file=str(path))
            )
        time.sleep(0.05)
    with stream:
        try:
            yield
        finally:
            if sys.platform != "win32":
                _remove(path)
    if sys.platform == "win32":
        _remove(path)  # an open file can't be removed there; where another waits for it, it stays


def _stands(path: Path, stream: IO[str]) -> bool:
    """Tell whether the file that was locked is still the one of that name; whoever held it before may have removed it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(stream.fileno()))
    except OSError:
        return False


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
