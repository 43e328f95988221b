"""整改清单: a list across, one row for each hazard with the five 落实 in sight."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.engine.values import Blocks
from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.official import remark, title_lines
from tongzhi.layout.sentences import end_sentence, soft_date
from tongzhi.layout.tables import Column, filled_table
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.rectification import Rectification

_COLUMNS = (
    ("序号", 2.2, "{{ 项.序号 }}"),
    ("隐患编号", 4.8, "{{ 项.隐患编号 }}"),
    ("所属地区及领域", 4.6, "{{ 项.所属地区 }}\n{{ 项.行业领域 }}"),
    ("单位名称及隐患部位", 7.4, "{{ 项.单位名称 }}：{{ 项.隐患部位 }}"),
    ("隐患描述", 9.2, "{{ 项.描述 }}"),
    ("隐患等级", 2.6, "{{ 项.隐患等级 }}"),
    ("发现日期及方式", 6.2, "{{ 项.发现 }}"),
    ("整改措施", 8.2, "{{ 项.措施 }}"),
    ("整改责任单位、责任人", 5.8, "{{ 项.责任 }}"),
    ("监管责任单位、责任人", 5.4, "{{ 项.监管 }}"),
    ("整改资金（万元）", 3.2, "{{ 项.资金 }}"),
    ("整改时限", 5.6, "{{ 项.时限 }}"),
    ("临时管控措施及应急预案", 5.6, "{{ 项.管控 }}"),
    ("整改进展", 5.6, "{{ 项.进展 }}"),
    ("备注", 2.8, "{{ 项.备注 }}"),
)
"""Widths in characters of the cells' size, more or less, with the white beside them."""
_LEFT = frozenset((3, 4, 7, 12))


def make(s: Standard) -> rc.Draft:
    """Lay out the list: title, who and when, the table, totals."""
    widths = rc.fit(tuple(width for _, width, _ in _COLUMNS), s.page.area_height)
    rows = rc.head_row(tuple(label for label, _, _ in _COLUMNS), widths, st.DENSE_HEAD)
    cells = tuple(words for _, _, words in _COLUMNS)
    rows += rc.loop_row("项", "隐患", cells, widths, _LEFT, (st.DENSE, st.DENSE_LEFT))
    hazards = (
        rc.plain("填报单位：{{ 发文机关 }}\t填报日期：{{ 填报日期 }}", st.LIST_LINE)
        + rc.grid(s, widths, rows, margin=28)
        + rc.plain("{{ 合计句 }}", st.TABLE_NOTE)
        + rc.when("底数句", rc.plain("{{ 底数句 }}", st.TABLE_NOTE))
        + rc.plain("填报人：{{ 填报人 }}\t审核人：{{ 审核人 }}", st.LIST_LINE)
    )
    body = (
        rc.when("附件序号", rc.plain("{{ 附件序号 }}", st.ANNEX_LABEL) + rc.blank())
        + rc.plain("{{ 标题分行 }}", st.ANNEX_TITLE)
        + rc.when("说明", rc.text("{{ 说明句 }}"))
        + rc.when("隐患", hazards)
        + rc.each("表", "清单表", rc.when("表.题", rc.heading1("{{ 表.题 }}")) + rc.block("表.表格"))
        + rc.when("清单注", rc.plain("{{ 清单注 }}", st.TABLE_NOTE))
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
        "说明句": end_sentence(values["说明"]),
        "清单表": _lists(values, s),
        "清单注": _note(document),
        "合计句": words,
        "底数句": f"排查底数：{checked}。" if checked else "",
    }


_BLANK = ("已查数", "发现隐患", "其中重大")
"""Columns that people fill in."""


def _lists(values: Mapping[str, Any], s: Standard) -> list[dict[str, Any]]:
    """Give the tables of old faults, of what is there to be checked, and of the common questions, as far as filled."""
    stock, rows = values["存量问题"], values["排查任务"]
    questions = values["检查要点"]
    found: list[tuple[str, Blocks]] = []
    if stock:
        columns = [
            Column("序号", 2.2, list(range(1, len(stock) + 1))),
            *(_column(label, width, stock, left=left) for label, width, left in _STOCK),
            *(Column(label, 2.8, [""] * len(stock), keep=True) for label in ("已复查", "已整改")),
        ]
        found.append(("存量问题整改", filled_table(s, columns, s.page.area_height, balance=True)))
    if rows:
        columns = [
            Column("序号", 2.2, list(range(1, len(rows) + 1))),
            *(_column(label, width, rows, left=left) for label, width, left in _INSPECTION),
            *(Column(label, 2.8, [""] * len(rows), keep=True) for label in _BLANK),
        ]
        found.append(("逐项排查", filled_table(s, columns, s.page.area_height, balance=True)))
    if questions:
        columns = [
            Column("序号", 2.2, list(range(1, len(questions) + 1))),
            Column("检查要点", 14, questions, left=True),
            *(Column(label, width, [""] * len(questions), keep=True) for label, width in _ANSWERS),
        ]
        found.append(("共同检查要点", filled_table(s, columns, s.page.area_height)))
    titled = len(found) > 1
    return [{"题": title if titled else "", "表格": table} for title, table in found]


_STOCK = (
    ("对象", 7, True), ("数量", 3.4, False), ("存在问题", 7, True), ("整改要求", 10, True), ("责任单位", 5, False), ("时限", 4.2, False),
)  # fmt: skip
_INSPECTION = (
    ("领域", 3.6, False), ("排查对象", 7, True), ("应查数", 3.4, False), ("排查整治内容", 10, True), ("责任单位", 5, False), ("时限", 4.2, False),
)  # fmt: skip
_ANSWERS = (("是", 2), ("否", 2), ("问题及处理", 8))


def _column(label: str, width: float, rows: list[Mapping[str, Any]], *, left: bool) -> Column:
    return Column(label, width, [row[label] for row in rows], left=left)


def _note(document: Rectification) -> str:
    if not (document.stock or document.inspections):
        return ""
    return "注：应查数为讲话所列，空格由责任单位按底数填报。"


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
        "时限": _limit(entry),
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


def _limit(entry: Mapping[str, Any]) -> str:
    """Give the limit as first set, and under it the day to which it was put off."""
    granted = [each["新时限"] for each in entry["延期"] if str(each["是否同意"]) == "是"]
    return _lines(soft_date(entry["整改时限"]), _said("延期至", soft_date(granted[-1])) if granted else "")


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
    if str(moved["人数"] or "") == "":
        return remark(moved["去向"], moved.values())
    where = f"至{moved['去向']}" if moved["去向"] else ""
    return remark(f"转移{moved['人数']}人{where}", moved.values())


def _percent(text: Any) -> str:
    words = str(text)
    return remark(f"{words}%", [text]) if words.replace(".", "", 1).isdigit() else text
