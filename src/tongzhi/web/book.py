"""The ledger as the page opens it, and who acts in it."""

from __future__ import annotations

import getpass
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from tongzhi.errors import InputError, TongzhiError
from tongzhi.ledger.history import HistorySignature
from tongzhi.ledger.importing import import_batch
from tongzhi.ledger.ledger import DEFAULT, open_ledger
from tongzhi.ledger.service import LedgerStep
from tongzhi.ledger.sources import read_batch
from tongzhi.ledger.withdraw import last_entry, put_back, snapshot
from tongzhi.web.words import say_all

if TYPE_CHECKING:
    from tongzhi.ledger.ledger import Ledger
    from tongzhi.ledger.sources import Batch
    from tongzhi.web.office import Office


def has_book(office: Office) -> bool:
    """Tell whether there is a ledger already."""
    return "://" in _target(office) or (office.folder / _target(office)).is_file()


def _target(office: Office) -> str:

    return os.environ.get("TONGZHI_DB", "").strip() or str(office.folder / DEFAULT)


@contextmanager
def open_book(office: Office, *, create: bool = False) -> Iterator[Ledger]:
    """Open the office's ledger and let go of its file at the end.

    Raises:
        InputError: it isn't there (and `create` is off), or cannot be used.
    """
    book = open_ledger(_target(office), create=create)
    try:
        yield book
    finally:
        book.close()


def step_by(office: Office, name: str, *, expected: int | None = None, note: str = "") -> LedgerStep:
    """Give who acts and when.

    Raises:
        InputError: nobody is named and the machine does not know its user.
    """
    moment = datetime.combine(office.today, time()) if office.today else datetime.now().replace(microsecond=0)
    return LedgerStep(HistorySignature(name.strip() or user_name(), moment), expected, note)


def user_name() -> str:
    """Give the user of this machine.

    Raises:
        InputError: the machine does not know it.
    """
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise InputError.one("不知道是谁在办", "填上经办人") from error


def enter_list(office: Office, path: Path, keep: Path, by: str = "") -> dict[str, Any]:
    """Enter a dropped list and give what was done: words to say, notes, and how it is taken back.

    Args:
        office: where the page works.
        path: the list.
        keep: a folder that lasts as long as the batch can be taken back.
        by: who enters it.

    Raises:
        InputError: the list cannot be read, or none of its rows can be used.
    """
    return enter_batch(office, read_batch(path), keep, by)


def enter_batch(office: Office, batch: Batch, keep: Path, by: str = "") -> dict[str, Any]:
    """Enter a batch; see `enter_list`."""
    ledger = ledger_file(office)
    before = keep / f"台账-{secrets.token_hex(4)}.db"
    if ledger is not None:
        before.write_bytes(snapshot(ledger))
    with open_book(office, create=True) as book, book.writing() as conn:
        done = import_batch(conn, batch, step_by(office, by))
    name = PurePath(batch.file).name
    said = f"{name}：新列 {len(done.added)} 条，已有 {done.known} 条"
    said += f"，未导入 {done.refused_rows} 条" if done.refused_rows else ""
    notes = say_all([*batch.notes, *done.refused, *done.warnings])[:200]
    last = last_entry(ledger) if ledger is not None else 0
    return {
        "file": name,
        "said": said,
        "notes": notes,
        "before": before.name if ledger is not None else "",
        "last": last,
    }


def take_out(office: Office, entered: dict[str, Any], keep: Path) -> list[str]:
    """Take a batch out of the ledger again and give what stays, and why."""
    ledger = ledger_file(office)
    before = keep / str(entered.get("before", ""))
    if ledger is None or not before.is_file():
        return [f"{entered['file']}：这种台账撤不了一批。"]
    try:
        put_back(ledger, before.read_bytes(), int(entered["last"]))
    except TongzhiError as error:
        return say_all(error.problems)
    return []


def ledger_file(office: Office) -> Path | None:
    """Give the file of the ledger; `None` when it is kept on a server."""
    return None if "://" in _target(office) else office.folder / _target(office)
