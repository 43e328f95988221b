"""One sentence, several bodies, several matters: where one unit's one matter ends and the next one's begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tongzhi.extract.clauses import Clause
from tongzhi.extract.roles import says_only_who
from tongzhi.model.task import Task, TaskPart
from tongzhi.model.task_slots import Deadline, Owner, Span

_STRONG = ("；", ";", "。", "\n")
_HANDED = re.compile(r"\s*(?:由|归|请|交由?)")
_ALL_DONE = re.compile(
    r"[都也须要]?(?:全部|一律|统一)?(?:要|须)?(?:完成|办结|到位|办完|做完|报[送来]?|落实)?(?:到位|完毕)?"
)


@dataclass(slots=True)
class _Piece:
    """A clause with the owners named in it."""

    start: int
    end: int
    owners: list[Owner]
    bare: bool
    """Says who, and no matter."""
    ends_strongly: bool
    handed: bool
    """Begins with 由 or the like."""
    is_topic: bool
    """A few words without an act: what the next clause hands over."""


def divide(task: Task, clauses: Sequence[Clause], shadow: str, body: int) -> Task:
    """Give the task with a part for each body that has a matter of its own; its text is shared out whole.

    Args:
        task: with its owners, deadlines and quantities, each with its place.
        clauses: of its sentence.
        shadow: the whole text in Simplified script.
        body: where the words of the sentence begin.
    """
    stated = [owner for owner in task.owners if owner.origin == "stated" and owner.source]
    if len(stated) < _SEVERAL:
        return task
    pieces = _pieces(clauses, stated, shadow, body, task.source.end)
    begins, only = _begins(pieces)
    if len(begins) < _SEVERAL:
        return task
    starts = [task.source.start, *(pieces[at].start for at in begins[1:])]
    ends = [*starts[1:], task.source.end]
    common = _common(task.deadlines, pieces, shadow)
    parts = [
        _part(task, start, end, common, only.get(number))
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]
    # the task keeps its own order, the binding deadline first
    return replace(task, split=tuple(parts)) if all(part.owners for part in parts) else task


_SEVERAL = 2
_TOPIC = 12
"""Characters that the topic of a clause has at most."""


def _pieces(
    clauses: Sequence[Clause], owners: Sequence[Owner], shadow: str, body: int, end: int
) -> list[_Piece]:
    found = []
    for at, clause in enumerate(clauses):
        start = body if at == 0 else clause.start
        stop = clauses[at + 1].start if at + 1 < len(clauses) else end
        inside = [one for one in owners if one.source and start <= one.source.start < stop]
        spans = [(one.source.start - start, one.source.end - start) for one in inside if one.source]
        bare = bool(inside) and says_only_who(shadow[start:stop], spans)
        found.append(
            _Piece(
                start,
                stop,
                inside,
                bare,
                ends_strongly=shadow[clause.end : stop].strip()[:1] in _STRONG,
                handed=_HANDED.match(shadow, start, stop) is not None,
                is_topic=not (clause.force or clause.acts or clause.lights or clause.duties or clause.marks)
                and clause.end - clause.start <= _TOPIC,
            )
        )
    return found


def _begins(pieces: Sequence[_Piece]) -> tuple[list[int], dict[int, set[str]]]:
    """Give the clauses that parts begin with, and whom alone a part falls on that several were named before.

    甲乡、乙镇，一个慢，一个假，甲乡…，乙镇…: the first part falls on 甲乡 alone.
    """
    begins = [0]
    owners: set[str] = set()
    only: dict[int, set[str]] = {}
    for at, piece in enumerate(pieces):
        names = {owner.text for owner in piece.owners}
        if not names:
            continue
        if len(names) == 1 and names < owners and not piece.bare and not piece.handed:
            owners, only[len(begins) - 1] = set(names), names
            continue
        before = pieces[at - 1] if at else None
        topic = before is not None and not before.owners and at - 1 > begins[-1]
        first = at
        if topic and before is not None and (piece.bare or (piece.handed and before.is_topic)):
            # 伤员救治，由卫健局负责，善后，由民政局负责: what is handed over stands before the comma
            strong = any(one.ends_strongly for one in pieces[begins[-1] : at])
            first = _after_strong(pieces, begins[-1], at) if strong else at - 1
        if owners and not names <= owners and (not piece.bare or (topic and first > begins[-1])):
            begins.append(first)
            owners = set(names)
        else:
            owners |= names
    return begins, {part: names for part, names in only.items() if part + 1 < len(begins)}


def _after_strong(pieces: Sequence[_Piece], low: int, high: int) -> int:
    return max(at + 1 for at in range(low, high) if pieces[at].ends_strongly)


def _common(deadlines: Sequence[Deadline], pieces: Sequence[_Piece], shadow: str) -> list[Deadline]:
    """Give the deadlines that bind every part without one: 月底前，甲…，乙…; 甲…，乙…，月底前全部完成."""
    found: list[Deadline] = []
    for piece in (pieces[0], pieces[-1]):
        inside = [one for one in deadlines if one.source and piece.start <= one.source.start < piece.end]
        words = shadow[piece.start : piece.end].strip("，,。；;！! \n")
        for one in inside:
            words = words.replace(
                shadow[one.source.start : one.source.end] if one.source else one.text, "", 1
            )
        if inside and not piece.owners and _ALL_DONE.fullmatch(words):
            found += inside
    return found


def _part(
    task: Task, start: int, end: int, common: Sequence[Deadline], only: set[str] | None = None
) -> TaskPart:
    def inside(source: Span | None) -> bool:
        return source is not None and start <= source.start < end

    text = task.text[start - task.source.start : end - task.source.start]
    size = len(text.rstrip("，,、 　"))
    own = [one for one in task.deadlines if inside(one.source) and one not in common]
    return TaskPart(
        text[:size] if end < task.source.end else text,
        replace(task.source, start=start, end=start + size if end < task.source.end else end),
        tuple(one for one in task.owners if inside(one.source) and (only is None or one.text in only)),
        tuple(own or common),
        tuple(one for one in task.quantities if inside(one.source)),
    )
