"""重大事故隐患挂牌督办通知书: a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.listing_notice import ListingNotice


def make(s: Standard) -> rc.Draft:
    """Lay out the notice."""
    fields = (
        sh.one("字号"), sh.one("挂牌级别"), sh.one("督办单位"), sh.one("签发人"), sh.wide("单位名称"), sh.wide("隐患描述", height=1200),
        sh.wide("依据"), sh.one("治理完成期限"), sh.one("方案报备期限"), sh.one("进展报告频次"), sh.one("日期"), sh.wide("防控措施", height=900),
        sh.wide("验收申请规则", height=700), sh.wide("延期申请规则", height=700), sh.one("送达人"), sh.one("份数"), sh.one("签收人"), sh.one("签收日期"),
    )  # fmt: skip
    body = sh.heading() + sh.form(s, fields) + sh.note("治理完成并经验收合格后摘牌。督办单位盖章：")
    return rc.Draft("挂牌督办通知书", body)


def prepare(_document: ListingNotice, _values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the title lines."""
    return {"标题分行": title_lines("重大事故隐患挂牌督办通知书", s)}
