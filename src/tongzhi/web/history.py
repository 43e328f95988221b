"""What was before each act, kept with the work: undo and redo survive reload, restart and crash."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tongzhi.write.files import write_file

KEPT = 300
"""So many acts can be undone."""
UNDONE_NOT = ("past", "future", "run", "version")
"""Keys of a state that are not the user's work."""

State = dict[str, Any]


def push(folder: Path, before: Mapping[str, Any], state: State, act: str, merge: str, at: str) -> None:
    """Keep what was before an act; acts that follow each other on the same thing (typing) are one.

    Args:
        folder: where the history of the work lies.
        before: the state before the act.
        state: the state after it, which is told of it.
        act: what was done, as the user reads it.
        merge: what it was done to; empty when it never runs together with the act before.
        at: when.
    """
    past = list(state.get("past", []))
    if merge and past and past[-1].get("merge") == merge and not state.get("future"):
        past[-1] = {**past[-1], "at": at}
    else:
        number = max((one["number"] for one in (*past, *state.get("future", []))), default=0) + 1
        _write(folder, number, before)
        past.append({"number": number, "act": act, "merge": merge, "at": at})
    for gone in past[:-KEPT]:
        _path(folder, gone["number"]).unlink(missing_ok=True)
    state["past"] = past[-KEPT:]
    state["future"] = []


def undo(folder: Path, state: State) -> str | None:
    """Put back what was before the last act; give what was undone, `None` when there is nothing."""
    return _move(folder, state, "past", "future")


def redo(folder: Path, state: State) -> str | None:
    """Do again what was undone; give what it was, `None` when there is nothing."""
    return _move(folder, state, "future", "past")


def _move(folder: Path, state: State, source: str, target: str) -> str | None:
    steps = list(state.get(source, []))
    if not steps:
        return None
    step = steps.pop()
    there = _read(folder, step["number"])
    if there is None:  # a file of the history was removed by hand: what stands stays
        state[source] = steps
        return None
    _write(folder, step["number"], state)
    kept = {key: state[key] for key in UNDONE_NOT if key in state}
    state.clear()
    state.update(there, **kept)
    state[source] = steps
    state[target] = [*state.get(target, []), {**step, "merge": ""}]
    return str(step["act"])


def newest(folder: Path) -> State | None:
    """Give the latest state that is kept and can be read; `None` when there is none."""
    for path in sorted(folder.glob("*.json.z"), reverse=True):
        if path.name[:5].isdigit() and (state := _read(folder, int(path.name[:5]))) is not None:
            return state
    return None


def _path(folder: Path, number: int) -> Path:
    return folder / f"{number:05d}.json.z"


def _write(folder: Path, number: int, state: Mapping[str, Any]) -> None:
    kept = {key: value for key, value in state.items() if key not in UNDONE_NOT}
    data = zlib.compress(json.dumps(kept, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)
    write_file(_path(folder, number), data, force=True)


def _read(folder: Path, number: int) -> State | None:
    try:
        data = zlib.decompress(_path(folder, number).read_bytes())
        return dict(json.loads(data.decode("utf-8", "surrogatepass")))
    except (OSError, ValueError, zlib.error):
        return None
