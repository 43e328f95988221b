"""Files written whole and known again: fingerprints, the half-written file, the rename."""

from __future__ import annotations

import hashlib
import os

TEMPORARY = ".tongzhi-"
"""What the name of a half-written file begins with."""

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def write_bytes(path: str, data: bytes) -> None:
    """Write bytes to a path, all of them; by the system calls, for a batch writes thousands."""
    number = os.open(path, _FLAGS, 0o666)
    try:
        written = os.write(number, data)
        while written < len(data):
            written += os.write(number, data[written:])
    finally:
        os.close(number)


def holds_bytes(path: str, data: bytes) -> bool:
    """Tell whether a file holds exactly these bytes."""
    try:
        with open(path, "rb", buffering=0) as stream:  # noqa: PTH123  the hot path
            return os.fstat(stream.fileno()).st_size == len(data) and stream.read() == data
    except OSError:
        return False


def fingerprint(data: bytes) -> str:
    """Give the fingerprint under which the state file knows a document."""
    return hashlib.sha256(data).hexdigest()[:32]
