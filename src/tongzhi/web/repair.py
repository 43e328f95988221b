"""Work whose files were damaged from outside (a cut cable, a cloud drive, an editor): put together again from what is left."""

from __future__ import annotations

import json
import secrets
from datetime import datetime
from pathlib import Path
from typing import Any

from tongzhi.web import history
from tongzhi.write.files import write_file


def read_json(path: Path) -> dict[str, Any]:
    """Give what a file holds; empty when it is not there.

    Raises:
        ValueError: it holds no such thing.
    """
    if not path.is_file():
        return {}
    held = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(held, dict):
        raise ValueError(path.name)  # noqa: TRY004  damaged, as text that is no JSON is
    return held


def write_json(path: Path, values: dict[str, Any]) -> None:
    """Write values whole or not at all."""
    write_file(path, json.dumps(values, ensure_ascii=False).encode("utf-8", "backslashreplace"), force=True)


def recover_state(path: Path, past: Path, inputs: Path) -> dict[str, Any]:
    """Give the last state that can still be read, and put what is damaged aside.

    Args:
        path: the file of the state; it is gone or cannot be read.
        past: the folder of what was before each act.
        inputs: the folder of what was dropped: without any history the work begins anew with its first file.
    """
    if path.is_file():
        path.replace(path.with_name(f"{path.stem}.读不出-{secrets.token_hex(3)}{path.suffix}"))
    state = history.newest(past)
    if state is None:
        first = next((one.name for one in sorted(inputs.glob("*")) if one.is_file()), "")
        state = {"source": first} if first else {}
    return state


def make_meta(name: str, kind: str, title: str, place: Path) -> dict[str, Any]:
    """Give what the first screen lists of a work whose own note of it is damaged."""
    at = datetime.fromtimestamp(place.stat().st_mtime).replace(microsecond=0).isoformat()
    return {"id": name, "kind": kind, "title": title, "at": at}
