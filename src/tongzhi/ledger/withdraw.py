"""A batch that was entered by mistake is taken back: the ledger becomes what it was before, as long as nothing has been done since.

Records of a ledger are never deleted one by one; what is put back is the whole file as it stood a moment ago.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tongzhi.errors import InputError
from tongzhi.write.files import write_file


def snapshot(ledger: Path) -> bytes:
    """Give a ledger's file as it stands; empty when there is none yet."""
    if not ledger.is_file():
        return b""
    with (
        closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(":memory:")) as copy,
    ):
        source.backup(copy)
        return bytes(copy.serialize())


def last_entry(ledger: Path) -> int:
    """Give the number of the last entry of the history, by which one tells whether anything was done since."""
    with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as source:
        return int(source.execute("SELECT COALESCE(MAX(id), 0) FROM history").fetchone()[0])


def put_back(ledger: Path, before: bytes, last: int) -> None:
    """Put a ledger back to what `snapshot` gave.

    Args:
        ledger: its file.
        before: the snapshot.
        last: the last entry after the batch was entered.

    Raises:
        InputError: something has been done in the ledger since.
    """
    if last_entry(ledger) != last:
        raise InputError.one("台账里后来又办过事，这批撤不了", "不要的条目一条一条退回")
    for ending in ("-wal", "-shm"):
        ledger.with_name(ledger.name + ending).unlink(missing_ok=True)
    if before:
        write_file(ledger, before, force=True)
    else:
        ledger.unlink(missing_ok=True)
