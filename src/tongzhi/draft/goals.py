"""Aims that can be measured, in the speech's own words."""

from __future__ import annotations

import re
from typing import Any

from tongzhi.draft.material import Material
from tongzhi.model.origins import Origin

_GOAL = re.compile(
    r"(?P<what>[一-鿿“”]{2,12}?(?:事故|死亡|伤亡|起数|人数|总量|火灾|损失)[一-鿿]{0,6}?)"
    r"(?P<how>(?:继续|持续|同比|实现|明显|大幅|分别)*(?:下降|减少|零增长|为零|零发生)(?:\d[\d.]*%|百分之[一-鿿]{1,4})?(?:以上)?)"
    r"|(?P<ban>(?:坚决)?(?:杜绝|遏制)(?:发生)?(?P<event>(?:重特大|特别重大|重大|较大)[一-鿿]{0,4}?事故))"
)


_AIM = re.compile(r"目标|实现|确保|力争|力求|致力|努力|争取|务必|必须|坚决|(?<![重主需只])要")


_TOLD = re.compile(
    r"虽然|尽管|有所|同比|环比|以来|相比|比去年|较去年|[前上]\d*[半个一二三四五六七八九十]*[年月季]|[了过]$"
)


def _is_aimed_at(text: str, start: int) -> bool:
    """Tell whether what stands at `start` is wanted, by the words before it in its sentence, and not told as a fact."""
    before = re.split(r"[。！？!?；;\n]", text[:start])[-1]
    return bool(_AIM.search(before)) and not _TOLD.search(before)


def find_goals(material: Material) -> list[dict[str, Any]]:
    """Find aims that can be measured (事故总量继续下降, 杜绝发生重特大事故) in the speech's own words, each once."""
    rows: dict[str, dict[str, Any]] = {}
    for found in _GOAL.finditer(material.text):
        if not found["ban"] and not _is_aimed_at(material.text, found.start("how")):
            continue
        name = (found["what"] or found["event"]).lstrip("“，、也就是即")
        target = found["how"] or found["ban"].removesuffix(found["event"])
        rows.setdefault(
            name, {"指标": Origin("stated", "", found.start(), found.end()).as_data(name), "目标": target}
        )
    return list(rows.values())
