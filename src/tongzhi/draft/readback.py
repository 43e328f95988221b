"""What people changed in the printed paper, read back into its data: paragraphs changed, taken out, put in."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from typing import Any

from tongzhi.draft.leaves import Steps, bare_value, drop_row, insert_rows, leaves_of, put_value, value_at


def with_paper(
    theirs: Any, base: Any, before: Sequence[str], now: Sequence[str]
) -> tuple[Any, list[str], list[tuple[str, str]]]:
    """Give the data with what was changed in the paper: paragraphs changed, taken out, put in.

    Besides: the new paragraphs that belong to no value, and where data file and paper were changed both.
    """
    lost: list[str] = []
    both: list[tuple[str, str]] = []
    leaves = list(leaves_of(base))
    found = theirs
    gone: list[Steps] = []
    added: list[tuple[Steps, list[str]]] = []
    for kind, first, last, start, stop in difflib.SequenceMatcher(
        None, before, now, autojunk=False
    ).get_opcodes():
        new = [line for line in now[start:stop] if line.strip()]
        if kind == "equal":
            continue
        if kind == "delete":
            gone += [row for at in range(first, last) if (row := _row_of(leaves, before, at)) is not None]
        elif kind == "insert":
            row = _row_of(leaves, before, first - 1) if first else None
            if row is not None and new and _POINTS in row:
                added.append((row, new))
            else:
                lost += new
        elif last - first != stop - start:
            lost += new
        else:
            for old, words, at in zip(before[first:last], now[start:stop], range(first, last), strict=True):
                steps, value = _match(leaves, old, words, before[:at])
                if steps is None:
                    lost.append(words)
                    continue
                was, stands = str(bare_value(value_at(base, steps))), str(bare_value(value_at(theirs, steps)))
                if stands not in (was, value):
                    both.append((stands, value))
                found = put_value(found, steps, value)
    for row, typed in sorted(added, key=lambda one: one[0][-1], reverse=True):
        found = insert_rows(found, row, [{"内容": _without_number(line)} for line in typed])
    for row in sorted(set(gone), key=str, reverse=True):
        if not any(other == row for other, _ in added):
            found = drop_row(found, row)
    return found, lost, both


_POINTS = "条目"

_ROWS = (_POINTS, "重点任务", "交办事项", "排查任务", "存量问题")
"""Lists of rows that may be taken out of a paper one by one."""


def _row_of(leaves: Sequence[tuple[Steps, str]], before: Sequence[str], at: int) -> Steps | None:
    """Give the row of data whose main words a paragraph prints."""
    line = before[at]
    if len(line.strip()) < _WORDS:
        return None
    steps, _ = _match(leaves, line, line, before[:at])
    if steps is None:
        return None
    place = next((n for n in range(len(steps) - 2, -1, -1) if steps[n] in _ROWS), None)
    if (
        place is None
        or not isinstance(steps[place + 1], int)
        or steps[-1] not in ("内容", "重点任务", "事项", "排查整治内容")
    ):
        return None
    return steps[: place + 2]


_WORDS = 8
"""Characters of a paragraph from which it names its row."""


def _without_number(line: str) -> str:
    """Give a paragraph without the number that the paper counts anew."""
    return re.sub(r"^\s*(?:（[一二三四五六七八九十]+）|\d+[.．、])\s*", "", line).strip()


def _match(
    leaves: Sequence[tuple[Steps, str]], old: str, new: str, earlier: Sequence[str]
) -> tuple[Steps | None, str]:
    """Find the value that a changed paragraph prints, and its new words."""
    exact = [steps for steps, words in leaves if words == old]
    if exact:
        nth = sum(line == old for line in earlier)
        return exact[min(nth, len(exact) - 1)], new
    for steps, words in sorted(leaves, key=lambda leaf: -len(leaf[1])):
        at = old.find(words)
        if len(words) < 4 or at < 0:
            continue
        head, tail = old[:at], old[at + len(words) :]
        if new.startswith(head) and new.endswith(tail) and len(new) >= len(head) + len(tail):
            return steps, new[len(head) : len(new) - len(tail)]
    return None, new
