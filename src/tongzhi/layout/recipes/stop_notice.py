"""停产停工停用通知单: a form that quotes the law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.stop_notice import StopNotice


def make(s: Standard) -> rc.Draft:
    """Lay out the notice."""
    fields = (
        sh.one("编号"), sh.one("发出单位"), sh.wide("单位名称"), sh.wide("重大隐患", height=1200), sh.wide("判定依据"), sh.one("措施"), sh.one("起始时间"),
        sh.wide("停止范围"), sh.wide("人员转移", "转移说明"), sh.wide("整改要求", height=1200), sh.one("整改时限"), sh.one("日期"),
        sh.wide("临时管控措施"), sh.wide("恢复条件"), sh.one("签发人"), sh.one("签收人"),
    )  # fmt: skip
    body = (
        sh.heading()
        + sh.form(s, fields)
        + sh.note("依据：《中华人民共和国安全生产法》第六十五条第一款第三项。")
    )
    return rc.Draft("停产停工停用通知单", body)


def prepare(document: StopNotice, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give how many people were moved where."""
    moved = (
        f"转移{document.evacuated}人" + (f"至{values['转移去向']}" if document.where else "")
        if document.evacuated
        else "无"
    )
    return {"标题分行": title_lines("停产停工停用通知单", s), "转移说明": moved}
