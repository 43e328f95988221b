"""Acts in the ledger that can be taken back: the file as it stood before each, as long as nothing else was done in it since."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from tongzhi.errors import InputError
from tongzhi.ledger.withdraw import last_entry, put_back, snapshot
from tongzhi.web.book import ledger_file, open_book
from tongzhi.write.files import write_file

if TYPE_CHECKING:
    from tongzhi.ledger.ledger import Connection
    from tongzhi.web.office import Office
    from tongzhi.web.scratch import Scratch

KEPT = 30
"""So many acts can be taken back."""
_LIST = "acts.json"
_LOCK = RLock()
"""Held during an act, so that the file before it and the entry after it belong together."""


@contextmanager
def acting(office: Office, scratch: Scratch, words: str, number: str = "") -> Iterator[Connection]:
    """Open the ledger for one act that can be taken back.

    Args:
        office: where the page works.
        scratch: of the running page, where the files before each act are kept as long as it runs.
        words: what is done, as the user reads it.
        number: of the item it is done to; empty when it is more than one.
    """
    with _LOCK:
        ledger = ledger_file(office)
        before = snapshot(ledger) if ledger is not None else b""
        with open_book(office) as book, book.writing() as conn:
            yield conn
        if ledger is not None:
            _note(_folder(scratch), ledger, before, words, number)


def _note(folder: Path, ledger: Path, before: bytes, words: str, number: str) -> None:
    acts = _read(folder)
    past = [*acts["past"], _keep(folder, before, words, number, last_entry(ledger))]
    for gone in [*past[:-KEPT], *acts["future"]]:
        (folder / gone["file"]).unlink(missing_ok=True)
    _write(folder, past[-KEPT:], [])


def _keep(folder: Path, data: bytes, words: str, number: str, last: int) -> dict[str, Any]:
    acts = _read(folder)
    name = f"{max((int(one['file'][:6]) for one in (*acts['past'], *acts['future'])), default=0) + 1:06d}.z"
    write_file(folder / name, zlib.compress(data, 1), force=True)
    return {"file": name, "act": words, "no": number, "last": last}


def last_acts(office: Office, scratch: Scratch) -> tuple[str, str]:
    """Give what would be undone and what would be done again, in words; empty for nothing."""
    with _LOCK:
        ledger = ledger_file(office)
        if ledger is None or not ledger.is_file():
            return "", ""
        acts, now = _read(_folder(scratch)), last_entry(ledger)
    found = [
        next((one["act"] for one in acts[side][-1:] if one["last"] == now), "") for side in ("past", "future")
    ]
    return found[0], found[1]


def step_back(office: Office, scratch: Scratch, *, again: bool = False) -> tuple[str, str]:
    """Undo the last act (do again what was undone last) and give what it was and the number of its item.

    Raises:
        InputError: there is nothing to be undone, or something else was done in the ledger since.
    """
    source, target = ("future", "past") if again else ("past", "future")
    with _LOCK:
        ledger, folder = ledger_file(office), _folder(scratch)
        acts = _read(folder)
        if ledger is None or not acts[source]:
            raise InputError.one("没有可以撤销的" if not again else "没有可以重做的", "要改哪一条，点开它改")
        act = acts[source][-1]
        now = snapshot(ledger)
        put_back(ledger, zlib.decompress((folder / act["file"]).read_bytes()), act["last"])
        other = _keep(folder, now, act["act"], act["no"], last_entry(ledger))
        (folder / act["file"]).unlink(missing_ok=True)
        acts[source].pop()
        acts[target].append(other)
        _write(folder, acts["past"], acts["future"])
    return str(act["act"]), str(act["no"])


def _folder(scratch: Scratch) -> Path:
    place = scratch.folder / "ledger"
    place.mkdir(exist_ok=True, mode=0o700)
    return place


def _read(folder: Path) -> dict[str, list[dict[str, Any]]]:
    try:
        return dict(json.loads((folder / _LIST).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {"past": [], "future": []}


def _write(folder: Path, past: list[dict[str, Any]], future: list[dict[str, Any]]) -> None:
    told = json.dumps({"past": past, "future": future}, ensure_ascii=False).encode()
    write_file(folder / _LIST, told, force=True)
