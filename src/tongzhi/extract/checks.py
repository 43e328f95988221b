"""Fields of work that a speech lists side by side (一是危化企业…八是…): one that has no action still has a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongzhi.extract.classify import Reading
from tongzhi.extract.fields import score_fields
from tongzhi.extract.quantities import find_quantities
from tongzhi.extract.verdicts import Verdict
from tongzhi.model.speech_notes import OpenItem
from tongzhi.model.task_slots import Span

_SISTERS = 3
_ITEM = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}是|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]{1,2}[，、])"
)


def find_checks(reading: Reading, verdicts: Sequence[Verdict]) -> list[OpenItem]:
    """Give for each field of a list of at least three, under which nothing can be ticked off, the demand to be checked.

    The one that counts something (114家非煤矿山企业) comes first, then one that names the field, then the last.
    """
    under: dict[tuple[int, str], list[int]] = {}
    for index, line in enumerate(reading.lines):
        if line.section and _ITEM.match(line.section[-1][1]) and len(line.section[-1][1]) <= _TITLE:
            under.setdefault(line.section[-1], []).append(index)
    titled = {
        place: units
        for place, units in under.items()
        if max(score_fields(place[1]).values(), default=0.0) >= 1.0
    }
    if len(titled) < _SISTERS:
        return []
    return [
        _open(reading, max(demands, key=lambda at: _weight(reading, at)))
        for units in titled.values()
        if not any(verdicts[at] == "action" for at in units)
        and (demands := [at for at in units if verdicts[at] == "requirement"])
    ]


_TITLE = 24


def _weight(reading: Reading, index: int) -> tuple[bool, bool, int]:
    line = reading.lines[index]
    shadow = reading.shadow[line.body : line.unit.end]
    counted = find_quantities(shadow, shadow, line.body, reading.words[index])
    return bool(counted), bool(score_fields(shadow)), index


def _open(reading: Reading, index: int) -> OpenItem:
    line = reading.lines[index]
    text = reading.text[line.body : line.unit.end].rstrip()
    return OpenItem("check", text, Span(line.body, line.body + len(text)))
