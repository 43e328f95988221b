"""Where the slots of each unit stand: who must act, by when, how many of what.

The one place that finds spans. What is made of them (owners and their names, parts, inheritance) is the caller's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tongzhi.extract.actors import find_actors
from tongzhi.extract.classify import Reading
from tongzhi.extract.deadlines import find_deadlines
from tongzhi.extract.directory import Directory
from tongzhi.extract.guards import settle_actors
from tongzhi.extract.outline import Line
from tongzhi.extract.people import find_marked, find_pronouns, trails
from tongzhi.extract.quantities import find_quantities
from tongzhi.extract.verdicts import Verdict
from tongzhi.model.task import Deadline, Quantity

LEADS = ("：", ":")
"""Marks with which a line leads to what stands under it."""


@dataclass(slots=True)
class Slots:
    """The slots of one unit; all offsets are code points of the whole text."""

    actors: list[tuple[int, int]] = field(default_factory=list)
    """Who is told to act, in the order of the text."""
    pronouns: list[tuple[int, int]] = field(default_factory=list)
    """你 and the like, told to act; they count only where nobody is named in the unit or before it."""
    deadlines: list[Deadline] = field(default_factory=list)
    """The binding one first."""
    quantities: list[Quantity] = field(default_factory=list)


def find_slots(
    reading: Reading, verdicts: Sequence[Verdict], day: date | None, directory: Directory | None = None
) -> list[Slots]:
    """Find the slots of every unit of a text; `day` is the day that 明天 counts from, `directory` the office's list.

    Units that are no task have actors alone, and only where they govern what follows: headings and leads.
    """
    return [
        _find(reading, index, line, verdict, day, directory)
        for index, (line, verdict) in enumerate(zip(reading.lines, verdicts, strict=True))
    ]


def _find(
    reading: Reading, index: int, line: Line, verdict: Verdict, day: date | None, directory: Directory | None
) -> Slots:
    place = slice(line.body, line.unit.end)
    shadow, words, task = reading.shadow[place], reading.words[index], verdict != "none"
    found = Slots()
    if task:
        found.deadlines = [
            _restore(deadline, reading.text) for deadline in find_deadlines(shadow, line.body, day)
        ]
    skips = [
        (deadline.source.start - line.body, deadline.source.end - line.body)
        for deadline in found.deadlines
        if deadline.source
    ]
    leads = shadow.rstrip().endswith(LEADS)
    acting = task or line.heading or leads
    listed = directory.find(shadow) if directory else []
    spans = find_actors(shadow, skips, words, line.body, listed) if acting else []
    marked = find_marked(shadow, listed=line.level > 0) if acting or trails(shadow) else []
    spans = settle_actors(shadow, [one for one in spans if not _meets(one, marked)])
    spans = sorted([*marked, *(one for one in spans if not _meets(one, marked))])
    if line.heading and not leads and not trails(shadow) and not _names_owner(shadow, spans):
        spans = []
    found.actors = [(line.body + start, line.body + end) for start, end in spans]
    if verdict == "action" and not spans:
        found.pronouns = [(line.body + start, line.body + end) for start, end in find_pronouns(shadow)]
    if task:
        counted = find_quantities(shadow, reading.text[place], line.body, words)
        found.quantities = [quantity for quantity in counted if not _is_taken(quantity, found)]
    return found


def _meets(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


_OWNED = re.compile(
    r"(?:责任单位|牵头单位|责任部门)?(?:总?牵头|负责)?(?:的)?(?:工作|重点|主要)?(?:任务|事项|职责|工作|分工)?"
)


def _names_owner(heading: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a heading only names who the work under it belongs to: 一、市应急管理局, （二）市住建局牵头的任务."""
    rest, end = "", 0
    for start, stop in spans:
        rest += heading[end:start]
        end = stop
    rest = re.sub(r"[\s、，：:。（）()和及与]", "", rest + heading[end:])
    return bool(spans) and _OWNED.fullmatch(rest) is not None


def _restore(deadline: Deadline, text: str) -> Deadline:
    assert deadline.source is not None  # it was found in the text
    return replace(deadline, text=text[deadline.source.start : deadline.source.end])


def _is_taken(quantity: Quantity, found: Slots) -> bool:
    """三家通信公司 as the actor counts nothing, nor does 二把 in 下周二把."""
    if quantity.source is None:
        return False
    taken = [*found.actors, *((d.source.start, d.source.end) for d in found.deadlines if d.source)]
    return any(start <= quantity.source.start < end for start, end in taken)
