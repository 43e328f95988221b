"""The last meetings and how far they are, kept beside the office's other files."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from tongzhi.web.app import Office

FILE = "最近会议.json"
KEPT, SHOWN = 100, 6
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting: its name, when it is, how many replied of how many asked, and how many tasks wait for an answer."""

    name: str
    when: str = ""
    asked: int = 0
    replied: int | None = None
    waiting: int | None = None

    @property
    def state(self) -> str:
        """Give its state in a few words: 回执 23/31，任务 12 待反馈."""
        parts = []
        if self.replied is not None:
            parts.append(f"回执 {self.replied}/{self.asked}" if self.asked else f"回执 {self.replied}")
        if self.waiting is not None:
            parts.append(f"任务 {self.waiting} 待反馈" if self.waiting else "任务已全部反馈")
        return "，".join(parts) or "通知已拟"


def recent_meetings(office: Office) -> list[Meeting]:
    """Give the last meetings, newest first."""
    return _read(office.folder / FILE)[:SHOWN]


def remember(office: Office, name: str, **values: Any) -> None:
    """Note what became of a meeting; it moves to the top of the list."""
    from tongzhi.write.files import write_file

    if not name.strip():
        return
    with _LOCK:
        known = _read(office.folder / FILE)
        old = next((one for one in known if one.name == name), Meeting(name))
        rest = [one for one in known if one.name != name]
        listed = [replace(old, **values), *rest][:KEPT]
        text = json.dumps([asdict(one) for one in listed], ensure_ascii=False, indent=1)
        write_file(office.folder / FILE, text.encode(), force=True)


def _read(path: Path) -> list[Meeting]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return [Meeting(**row) for row in rows]
    except (OSError, ValueError, TypeError):
        return []
