"""What a column very likely is when its heading is no known word: by words inside the heading and by its cells.

Both must speak for it: 发现的不安全情形 over sentences is 问题, 何时改好 over dates is 整改时限. For whom a paper is made (县区)
is never guessed here; that is asked.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date, time
from functools import cache
from typing import Any

from tongzhi.read.headers import plain_name
from tongzhi.read.meanings import (
    ends_as_unit,
    hints,
    levels_are,
    looks_like_person,
    read_status,
    says_nothing_found,
)
from tongzhi.zh.people import has_surname

ENOUGH = 0.6
"""Share of the cells that must be of the kind."""
_DATE = re.compile(
    r"(?:20)?\d{2}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*日?.{0,4}|\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*[日号]?.{0,4}"
    r"|.{0,3}[月年周旬]?(?:底|末|内|前){1,2}|立行立改|即知即改|立即.{0,4}|当[场日天].{0,4}|即时.{0,2}|长期|\d+\s*(?:个工作日|日|天|小时)内?"
)
_KINDS = {
    "date": ("整改时限", "完成日期", "销号日期", "发现日期", "验收日期", "延期至"),
    "text": ("问题", "措施"),
    "unit": ("单位名称", "责任单位", "监管单位", "检查单位"),
    "person": ("责任人", "包保领导", "监管人"),
    "state": ("状态",),
    "level": ("等级",),
}
"""What the cells of a column are → the meanings it may then have, the likelier first."""


def likely_meaning(heading: str, cells: Iterable[Any], taken: Collection[str]) -> str:
    """Give the word of what a column very likely means; empty when nothing speaks for it clearly.

    Args:
        heading: its innermost words.
        cells: what stands in it, blanks left out or not.
        taken: words that other columns have already.
    """
    held = [cell for cell in cells if cell not in (None, "")]
    if not held:
        return ""
    kind = _kind(held)
    plain = plain_name(heading)
    for word in _KINDS.get(kind, ()):
        if word not in taken and (hint := hints().get(word)) is not None and hint.search(plain):
            return word
    return ""


def _kind(cells: list[Any]) -> str:
    """Give what most of the cells are: date, state, level, person, unit, text; empty when they are mixed."""
    if levels_are(cells):
        return "level"
    counts: dict[str, int] = {}
    said = [cell for cell in cells if not says_nothing_found(cell)]
    for cell in said:
        kind = _kind_of(cell)
        counts[kind] = counts.get(kind, 0) + 1
    best, count = max(counts.items(), key=lambda pair: pair[1], default=("", 0))
    return best if count >= ENOUGH * len(said) else ""


def _kind_of(cell: Any) -> str:
    if isinstance(cell, date | time):
        return "date"
    return _kind_of_text(cell.strip()) if isinstance(cell, str) else "number"


@cache
def _kind_of_text(text: str) -> str:
    if _DATE.fullmatch(text):
        return "date"
    if re.fullmatch(r"[\d\W]+", text):
        return "number"
    if read_status(text):
        return "state"
    if ends_as_unit(text):
        return "unit"
    if len(text) <= 3 and looks_like_person(text) and has_surname(text):
        return "person"
    return "text" if len(text) >= 4 else ""
