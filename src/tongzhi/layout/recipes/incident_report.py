"""事故信息报送单: a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.incident_report import IncidentReport


def make(s: Standard) -> rc.Draft:
    """Lay out the form."""
    fields = (
        sh.one("报送单位"), sh.one("报送类型", "报送类型"), sh.one("报送时间"), sh.one("签发人"), sh.one("接报时间"), sh.one("信息来源"),
        sh.one("事发时间"), sh.one("事件类别"), sh.wide("事发地点"), sh.wide("事发单位概况", height=640), sh.wide("简要经过", height=1200),
        sh.wide("伤亡情况"), sh.one("直接经济损失", "损失"), sh.one("初步等级"), sh.wide("现场情况", height=640), sh.wide("发展趋势"),
        sh.wide("已采取措施", height=640), sh.wide("领导到位情况"), sh.wide("需协调事项"), sh.wide("初步原因"), sh.wide("报送用时"), sh.one("联系人"), sh.one("电话"),
    )  # fmt: skip
    return rc.Draft("事故信息报送单", sh.heading() + sh.form(s, fields))


def prepare(document: IncidentReport, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the casualties in one line and the provisional grade."""
    missing = document.grade_with_missing
    grade = document.grade + (f"（计入失联为{missing}）" if missing != document.grade else "")
    casualties = f"死亡{document.dead}人、失联{document.missing}人、重伤{document.serious}人、轻伤{document.slight}人、被困{document.trapped}人"
    reason = f"（{values['数字变动原因']}）" if values["数字变动原因"] else ""
    return {
        "标题分行": title_lines(f"突发事件信息报送单（{document.heading}）", s),
        "报送类型": document.heading,
        "伤亡情况": casualties + reason,
        "损失": f"初步估计{values['直接经济损失']}万元" if values["直接经济损失"] else "",
        "报送用时": document.limit_words,
        "初步等级": f"初步判断为{grade}事故",
    }
