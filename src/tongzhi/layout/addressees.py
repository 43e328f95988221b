"""主送 and 抄送: units of one kind joined by 、, kinds by ，; and whether they leave room for text on page 1."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from tongzhi.layout.widths import count_zi
from tongzhi.model.official import split_units
from tongzhi.patterns import compile_later
from tongzhi.standard.gbt9704 import Standard

_IMPRINT_LINES = 5
"""Lines kept for the other elements of the imprint."""
_KINDS = (
    compile_later(r"(?:党委|党组|党工委|县委|市委|区委|省委)$"),
    compile_later(r"(?:政府|街道办事处|街道办|管委会|管理委员会|[镇乡街道县市区旗盟州）])$"),
    compile_later(r"(?:安委会|安委办|安全生产委员会|安全生产委员会办公室)$"),
    compile_later(r"(?:局|委|办|厅|部|部门|单位|办公室|中心|委员会|机构|处|科|站|队|支队|大队)$"),
    compile_later(r"(?:公司|集团|厂|矿|企业|银行|场|站点)$"),
    compile_later(r"(?:学校|学院|大学|中学|小学|医院|院|所)$"),
)


def _kind(unit: str) -> int:
    bare = re.sub(r"（[^（）]*）$", "", unit)
    for number, pattern in enumerate(_KINDS):
        if pattern.search(bare):
            return number
    return len(_KINDS)


def join_units(units: Iterable[str]) -> str:
    """Join units as 7.3.2 and practice write them: 、 within a kind, ， between kinds.

    An entry that already holds several units is a group of its own.
    """
    shown = [unit.strip(" 　:：，,、；;。") for unit in units if unit.strip()]
    if not shown:
        return ""
    made = shown[0]
    for former, unit in pairwise(shown):
        together = _kind(former) == _kind(unit) and len(split_units(former)) == len(split_units(unit)) == 1
        made += ("、" if together else "，") + unit
    return made


def leaves_text_on_first_page(addressees: str, title_lines: int, s: Standard, *, head: bool = True) -> bool:
    """Tell whether page 1 shows text under so long an addressee list; else it moves to the imprint (7.3.2).

    A list that would not even fit the imprint of one page stays where it is.
    """
    if head:
        used = (
            s.head.mark_top
            + round(s.head.mark_size * 1.2)
            + (s.head.number_blank_lines + 1 + s.title.blank_lines) * s.grid.pitch
            + s.head.rule_gap
        )
    else:
        used = 0
    used += title_lines * s.title.pitch + s.title.blank_after * s.grid.pitch
    lines = int(-(-(count_zi(addressees) + 1) // (s.grid.characters - 0.5)))
    if used + (lines + 2) * s.grid.pitch <= s.page.area_height:
        return True
    room = s.page.area_width / s.imprint.size - 5
    return (count_zi(addressees) / room + _IMPRINT_LINES) * s.imprint.pitch > s.page.area_height
