"""问题线索移交单: a form; who reported is never on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.clue_transfer import ClueTransfer


def make(s: Standard) -> rc.Draft:
    """Lay out the form."""
    fields = (
        sh.one("编号"), sh.one("线索来源"), sh.one("移送单位"), sh.one("接收单位"), sh.one("接到日期"), sh.one("移送日期"), sh.wide("线索对象"),
        sh.wide("事实", height=1800), sh.wide("证据", "证据说明"), sh.wide("依据"), sh.wide("移送意见", height=900), sh.one("回复时限"),
        sh.one("联系人", "联系"), sh.one("接收人"), sh.one("接收日期"), sh.wide("办理结果", height=1200),
    )  # fmt: skip
    return rc.Draft("问题线索移交单", sh.heading() + sh.form(s, fields) + sh.note("{{ 保密说明 }}"))


def prepare(document: ClueTransfer, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the evidence in one line, and the reminder of secrecy."""
    return {
        "标题分行": title_lines("问题（举报）线索移交单", s),
        "证据说明": "；".join(map(str, values["证据"])),
        "联系": f"{values['联系人']}　{values['联系电话']}",
        "保密说明": "举报人信息依法保密，不随本单移交。" if document.confidential else "",
    }
