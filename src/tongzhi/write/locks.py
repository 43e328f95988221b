"""Locks of the operating system: one process at a time, and gone with the process however it ends."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
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
        path: the lock file; it stays, empty.
        patience: seconds to wait for it.

    Raises:
        InputError: another process holds it for longer.
    """
    try:
        stream = path.open("a", encoding="utf-8")
    except OSError:
        yield
        return
    with stream:
        until = time.monotonic() + patience
        while not take_lock(stream):
            if time.monotonic() > until:
                raise InputError.one(
                    "另一个程序一直占着文号登记", "等它做完，或关掉它再试", place=Place(file=str(path))
                )
            time.sleep(0.05)
        yield
