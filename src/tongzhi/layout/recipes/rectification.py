"""整改清单: a list across, one row for each hazard with the five 落实 in sight."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.official import remark, title_lines
from tongzhi.layout.sentences import soft_date
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.rectification import Rectification

_COLUMNS = (
    ("序号", 2.1, "{{ 项.序号 }}"),
    ("隐患编号", 4.6, "{{ 项.隐患编号 }}"),
    ("所属地区及领域", 4.2, "{{ 项.所属地区 }}\n{{ 项.行业领域 }}"),
    ("单位名称及隐患部位", 6, "{{ 项.单位名称 }}：{{ 项.隐患部位 }}"),
    ("隐患描述", 7.4, "{{ 项.描述 }}"),
    ("隐患等级", 2.7, "{{ 项.隐患等级 }}"),
    ("发现日期及方式", 4.6, "{{ 项.发现 }}"),
    ("整改措施", 8.6, "{{ 项.措施 }}"),
    ("整改责任单位、责任人", 5.8, "{{ 项.责任 }}"),
    ("监管责任单位、责任人", 5.4, "{{ 项.监管 }}"),
    ("整改资金（万元）", 3.4, "{{ 项.资金 }}"),
    ("整改时限", 4.6, "{{ 项.时限 }}"),
    ("临时管控措施及应急预案", 6, "{{ 项.管控 }}"),
    ("整改进展", 4.4, "{{ 项.进展 }}"),
    ("备注", 3, "{{ 项.备注 }}"),
)
_LEFT = frozenset((3, 4, 7, 12))


def make(s: Standard) -> rc.Draft:
    """Lay out the list: title, who and when, the table, totals."""
    widths = rc.fit(tuple(width for _, width, _ in _COLUMNS), s.page.area_height)
    rows = rc.head_row(tuple(label for label, _, _ in _COLUMNS), widths)
    rows += rc.loop_row("项", "隐患", tuple(words for _, _, words in _COLUMNS), widths, _LEFT)
    body = (
        rc.when("附件序号", rc.plain("{{ 附件序号 }}", st.ANNEX_LABEL) + rc.blank())
        + rc.plain("{{ 标题分行 }}", st.ANNEX_TITLE)
        + rc.plain("填报单位：{{ 发文机关 }}\t填报日期：{{ 填报日期 }}", st.LIST_LINE)
        + rc.grid(s, widths, rows, margin=28)
        + rc.plain("{{ 合计句 }}", st.TABLE_NOTE)
        + rc.when("底数句", rc.plain("{{ 底数句 }}", st.TABLE_NOTE))
        + rc.plain("填报人：{{ 填报人 }}\t审核人：{{ 审核人 }}", st.LIST_LINE)
    )
    return rc.Draft("隐患整改清单", body, turned=True)


def prepare(document: Rectification, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the rows as they are printed and the totals."""
    totals = document.totals
    words = f"合计{totals['总数']}项，其中重大隐患{totals['重大']}项；已销号{totals['已销号']}项，完成率{document.done_rate}。"
    checked = "；".join(
        f"{entry['领域']}{entry['对象']}应查{entry['应查']}{entry['单位']}、已查{entry['已查']}{entry['单位']}"
        for entry in values["排查底数"]
    )
    return {
        "标题分行": title_lines(values["标题"], s),
        "隐患": [_row(number, entry) for number, entry in enumerate(values["隐患"], 1)],
        "合计句": words,
        "底数句": f"排查底数：{checked}。" if checked else "",
    }


def _row(number: int, entry: Mapping[str, Any]) -> dict[str, Any]:
    person = entry["整改责任人"]
    return {
        **entry,
        "序号": entry["序号"] or number,
        "描述": _lines(entry["隐患描述"], _said("判定依据：", entry["判定依据"])),
        "发现": _lines(soft_date(entry["发现日期"]), entry["发现方式"], entry["检查单位"]),
        "措施": _lines(
            entry["整改措施"],
            "（立即整改）" if entry["是否立即整改"] and str(entry["是否立即整改"]) == "是" else "",
        ),
        "责任": _lines(entry["整改责任单位"], person["姓名"], person["电话"]),
        "监管": _lines(entry["监管责任单位"], entry["监管责任人"], _said("包保领导：", entry["包保领导"])),
        "资金": _funds(entry),
        "时限": soft_date(entry["整改时限"]),
        "管控": _lines(
            entry["临时管控措施"],
            _stop(entry["停产停业"]),
            _evacuated(entry["撤离人员"]),
            _said("预案：", entry["应急预案"]),
        ),
        "进展": _lines(_percent(entry["整改进展"]), _said("销号：", soft_date(entry["销号日期"]))),
    }


def _lines(*parts: Any) -> str:
    shown = [part for part in parts if str(part or "")]
    return remark("\n".join(str(part) for part in shown), shown)


def _said(label: str, value: Any) -> str:
    return remark(f"{label}{value}", [value]) if value else ""


def _funds(entry: Mapping[str, Any]) -> str:
    amount, source = entry["整改资金"], entry["资金来源"]
    words = "无需资金" if str(amount) in ("0", "0.00", "0.0") else str(amount)
    return remark(f"{words}\n（{source}）" if source else words, [amount, source])


def _stop(order: Any) -> str:
    if not order or str(order["类型"]) == "无":
        return ""
    number = f"（{order['文号']}）" if order["文号"] else ""
    return remark(f"{order['类型']}{number}", order.values())


def _evacuated(moved: Any) -> str:
    if not moved:
        return ""
    where = f"至{moved['去向']}" if moved["去向"] else ""
    return remark(f"转移{moved['人数']}人{where}", moved.values())


def _percent(text: Any) -> str:
    words = str(text)
    return remark(f"{words}%", [text]) if words.replace(".", "", 1).isdigit() else text
