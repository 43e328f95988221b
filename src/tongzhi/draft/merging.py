"""Merges what was made then, what people left there, and what is made now; hand-made values win and are told."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from tongzhi.draft.leaves import bare_value, plain_value
from tongzhi.errors import Place, Problem

SHOWN = 12
"""Conflicts that are told one by one."""


class PaperMerge:
    """Merges one paper: what was made then, what stands there now, what is made now."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.count = 0
        self.notes: list[Problem] = []

    def run(self, base: Any, theirs: Any, new: Any, where: str = "") -> Any:
        """Give the merged value; a hand-made one wins over a new one, and both are told."""
        if plain_value(theirs) == plain_value(base) or plain_value(theirs) == plain_value(new):
            return new
        base, theirs, fresh = bare_value(base), bare_value(theirs), bare_value(new)
        if isinstance(theirs, dict) and isinstance(fresh, dict):
            return self._dicts(base if isinstance(base, dict) else {}, theirs, fresh, where)
        if _are_rows(theirs) and _are_rows(fresh):
            return self._rows(base if isinstance(base, list) else [], theirs, fresh, where)
        self.count += 1
        if plain_value(base) != plain_value(new):
            self._tell(where, theirs, fresh)
        return theirs

    def _dicts(
        self, base: Mapping[str, Any], theirs: Mapping[str, Any], new: Mapping[str, Any], where: str
    ) -> Any:
        found = {}
        for key in dict.fromkeys((*new, *theirs)):
            if key == "来源":
                found[key] = new.get(key, theirs.get(key))
                continue
            value = self.run(base.get(key), theirs.get(key), new.get(key), f"{where} {key}".strip())
            if value is not None:
                found[key] = value
        return found

    def _rows(self, base: list[Any], theirs: list[Any], new: list[Any], where: str) -> list[Any]:
        """Merge rows by their 任务编号, title or words; a row added by hand follows the one that it followed."""
        old, hand = _by_identity(base), _by_identity(theirs)
        found: list[Any] = []
        for key, row in _by_identity(new).items():
            if key in old and key not in hand:
                self.count += 1
                if plain_value(old[key]) != plain_value(row):
                    self._tell(f"{where} {key[0][:16]}", "删去", row)
                continue
            found.append(
                self.run(old.get(key), hand[key], row, f"{where} {key[0][:16]}") if key in hand else row
            )
        there = set(_by_identity(new))
        for number, (key, row) in enumerate(hand.items()):
            if key in there:
                continue
            if key in old and plain_value(old[key]) == plain_value(row):
                continue  # untouched, and the speech has it no more
            self.count += 1
            if key in old:
                self._tell(f"{where} {key[0][:16]}", row, "（新的一份没有这一行）")
            found.insert(min(number, len(found)), row)
        return _numbered(found)

    def _tell(self, where: str, theirs: Any, new: Any) -> None:
        if len(self.notes) < SHOWN:
            shown = f"手改“{short_words(theirs)}”，新的是“{short_words(new)}”"
            self.notes.append(
                Problem(Place(file=self.name, field=where), shown, "照手改的印；要用新的，改数据文件")
            )


def short_words(value: Any) -> str:
    """Give a value as a message shows it, at most forty characters."""
    words = value if isinstance(value, str) else json.dumps(plain_value(value), ensure_ascii=False)
    return words if len(words) <= 40 else f"{words[:40]}…"


def _are_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _by_identity(rows: Sequence[Any]) -> dict[tuple[str, int], Any]:
    """Give rows by what names them, counted where several share it."""
    found: dict[tuple[str, int], Any] = {}
    seen: dict[str, int] = {}
    for row in rows:
        name = ""
        if isinstance(row, dict):
            name = next(
                (
                    str(bare_value(row[key]))
                    for key in ("任务编号", "标题", "名称", "姓名", "单位", "内容", "事项")
                    if row.get(key)
                ),
                "",
            )
        seen[name] = seen.get(name, -1) + 1
        found[name, seen[name]] = row
    return found


def _numbered(rows: list[Any]) -> list[Any]:
    """Count 序号 anew where the rows have one."""
    if not any(isinstance(row, dict) and "序号" in row for row in rows):
        return rows
    return [{**row, "序号": number} for number, row in enumerate(rows, start=1)]
