"""Who a unit without an actor of its own falls on: named just before it, or in the heading or lead above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongzhi.extract.classify import Reading
from tongzhi.extract.slots import LEADS, Slots

Stretch = tuple[int, int]

_REACH = 2
"""Sentences of one paragraph that an actor named before them still governs, unless it stands in their heading."""
_NEW_SUBJECT = re.compile(
    r"每[个位名]?人|大家|谁|哪[个位家]|会议(?:指出|强调|认为)|.{2,10}(?:指出|强调)[，：]"
)


@dataclass(frozen=True, slots=True)
class Inherited:
    """Where the actors of a unit come from: the unit that names them, and how it governs this one."""

    unit: int
    how: str


def find_inherited(reading: Reading, slots: Sequence[Slots]) -> list[Inherited | None]:
    """Give for each unit without an actor of its own the unit that plainly names who it falls on."""
    found: list[Inherited | None] = []
    named = -1
    for index, own in enumerate(slots):
        line = reading.lines[index]
        if own.actors:
            named = index
            found.append(None)
        elif named >= 0 and not _NEW_SUBJECT.match(reading.shadow, line.body, line.unit.end):
            how = _governs(reading, named, index)
            found.append(Inherited(named, how) if how else None)
        else:
            found.append(None)
    return found


def _governs(reading: Reading, named: int, index: int) -> str:
    """Say how the actor of the unit `named` is that of the later unit `index` too; empty when it is not."""
    first, line = reading.lines[named], reading.lines[index]
    if any(place == named for place, _ in line.section):
        return "标题"
    if first.section != line.section and first.paragraph != line.paragraph:
        return ""
    leads = reading.shadow[first.unit.start : first.unit.end].rstrip().endswith(LEADS)
    if leads and all(
        one.level or one.paragraph == line.paragraph for one in reading.lines[named + 1 : index]
    ):
        return "引出各项的句子"
    near = index - named <= (_REACH if first.paragraph == line.paragraph else 1)
    return "上文" if near else ""
