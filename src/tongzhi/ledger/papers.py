"""Items and counts as the values of papers: 整改清单 and 通报, as data files or filled documents."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import yaml

from tongzhi.errors import InputError, Problem
from tongzhi.ledger import exporting, workbooks
from tongzhi.ledger.history import Change
from tongzhi.ledger.slips import Rank, Slip
from tongzhi.ledger.stats import CountTable
from tongzhi.model.base import Document, field_names
from tongzhi.model.item import Item
from tongzhi.papers.handover import Handover
from tongzhi.papers.hazard import OPEN, hazard_values
from tongzhi.papers.incident_report import IncidentReport
from tongzhi.papers.progress_circular import ProgressCircular
from tongzhi.papers.rectification import Rectification
from tongzhi.read.data import Source
from tongzhi.read.validate import validate
from tongzhi.render.document import render
from tongzhi.zh.calendar import add_workdays
from tongzhi.zh.nearest import nearest

ANSWER_WORKDAYS = 10


def file_name(number: str, unit: str) -> str:
    """Give a file's name for a slip: its number and its unit, without characters that a system forbids."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", f"{number}-{unit or '未定单位'}")[:80].rstrip(". ")


def render_yaml(data: Mapping[str, Any]) -> bytes:
    """Give values as a data file that `tongzhi fill` reads."""
    return yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, width=1000).encode()


def rectification_data(
    items: Sequence[Item], day: date, *, title: str = "", issuer: str = ""
) -> dict[str, Any]:
    """Give the values of an 整改清单 with these hazards; what the list needs and nobody filled in is 待定.

    Raises:
        InputError: there is no hazard among the items.
    """
    hazards = [item for item in items if item.is_hazard]
    if not hazards:
        raise InputError.one("没有隐患可列（任务不进整改清单）", "换一个筛选条件；任务用 -o 任务.xlsx 导出")
    data: dict[str, Any] = {"填报日期": day.isoformat(), "隐患": [hazard_values(item) for item in hazards]}
    if title:
        data["标题"] = title
    if issuer:
        data["填报单位"] = issuer
    return data


def render_rectification(
    items: Sequence[Item], day: date, *, title: str = "", issuer: str = "", lenient: bool = False
) -> tuple[bytes, list[Problem]]:
    """Give the 整改清单 as .docx, with notes on what its own rules find."""
    return _filled(
        Rectification, rectification_data(items, day, title=title, issuer=issuer), day, lenient=lenient
    )


def export_items(
    items: Sequence[Item],
    form: str,
    day: date,
    *,
    past: Sequence[Change] = (),
    title: str = "",
    issuer: str = "",
    lenient: bool = False,
) -> tuple[bytes, list[Problem]]:
    """Give items as a file, with notes on it: json (with `past`, their history), csv, xlsx, docx and yaml (整改清单).

    Raises:
        InputError: there is no such form, or no hazard for an 整改清单.
    """
    match form:
        case "json":
            return exporting.render_json(items, past), []
        case "xlsx":
            header, rows = exporting.export_table(items)
            return workbooks.render_table("整改台账", header, rows), []
        case "csv":
            return exporting.render_csv(*exporting.export_table(items)), []
        case "docx":
            return render_rectification(items, day, title=title, issuer=issuer, lenient=lenient)
        case "yaml":
            return render_yaml(rectification_data(items, day, title=title, issuer=issuer)), []
    raise InputError.one(f"不会写 {form} 文件", "写 xlsx、csv、json、docx、yaml")


def overview(table: CountTable, day: date) -> str:
    """Give the whole in one sentence of figures."""
    whole = table.total
    return (
        f"截至{day.year}年{day.month}月{day.day}日，台账列入{whole.total}项，已销号{whole.cleared}项，"
        f"完成率{whole.rate or 0:.1%}；未销号{whole.open}项，其中逾期{whole.overdue}项；"
        f"重大隐患{whole.major}项，未销号{whole.major_open}项。"
    )


def circular_data(
    table: CountTable,
    ranks: Sequence[Rank],
    day: date,
    *,
    due: date | None = None,
    issuer: str = "",
    about: str = "",
) -> dict[str, Any]:
    """Give the values of a 进展通报 on the state of the ledger, its ranking table included.

    Raises:
        InputError: no county has items.
    """
    if not ranks:
        raise InputError.one(
            "台账里没有写明县区的项目，排不出名次", "先补填所属地区：tongzhi ledger edit --set 所属地区=…"
        )
    limit = due or add_workdays(day, ANSWER_WORKDAYS)
    late = [row.count for row in ranks if row.count.overdue]
    problems = [f"{count.name}逾期未销号{count.overdue}项，完成率{count.rate or 0:.1%}。" for count in late]
    if table.total.major_open:
        problems.append(f"重大隐患还有{table.total.major_open}项未销号。")
    data: dict[str, Any] = {
        "会议名称": about or "安全生产隐患整改",
        "标题": f"关于{about or '安全生产'}隐患整改进展情况的通报",
        "发文机关": issuer,
        "主送机关": sorted(row.count.name for row in ranks),
        "统计截止": day.isoformat(),
        "各单位进展": [
            {
                "单位": row.count.name,
                "任务数": row.count.total,
                "已完成": row.count.cleared,
                "推进中": row.count.open - row.count.overdue,
                "逾期": row.count.overdue,
            }
            for row in ranks
        ],
        "存在问题": [overview(table, day), *problems],
        "工作要求": [
            f"逾期未销号的，{limit.month}月{limit.day}日前逐项销号，说明原因。",
            "未到期的按时限销号，验收合格一项、销号一项。",
        ],
    }
    return {label: value for label, value in data.items() if value}


def render_circular(
    data: Mapping[str, Any], day: date, *, lenient: bool = False
) -> tuple[bytes, list[Problem]]:
    """Give the 进展通报 as .docx."""
    return _filled(ProgressCircular, dict(data), day, lenient=lenient)


def render_slip(slip: Slip, day: date, *, lenient: bool = False) -> tuple[bytes, list[Problem]]:
    """Give a 督办单 as .docx."""
    return _filled(Handover, slip.to_data(), day, lenient=lenient)


def complete_report(form: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Lay typed fields over the values of an 事故信息报送单; what it needs and nobody gave is 待定.

    Raises:
        InputError: a field that the form has not; the nearest is named.
    """
    known = field_names(IncidentReport)
    unknown = [name for name in given if name not in known]
    if unknown:
        near = nearest(unknown[0], known)
        raise InputError.one(
            f"报送单没有“{unknown[0]}”这一项",
            f"是不是“{near}”？" if near else "字段见 tongzhi types incident_report",
        )
    labels = {name: field.alias or name for name, field in IncidentReport.model_fields.items()}
    merged = {labels[known[name]]: value for name, value in {**form, **given}.items()}
    filled = {}
    for name, field in IncidentReport.model_fields.items():
        value = merged.get(labels[name])
        if value not in (None, ""):
            filled[labels[name]] = value
        elif field.is_required():
            filled[labels[name]] = OPEN
    return filled


def render_report(data: dict[str, Any], day: date, *, lenient: bool = False) -> tuple[bytes, list[Problem]]:
    """Give an 事故信息报送单 as .docx."""
    return _filled(IncidentReport, data, day, lenient=lenient)


def _filled(
    kind: type[Document], data: dict[str, Any], day: date, *, lenient: bool
) -> tuple[bytes, list[Problem]]:
    checked = validate(kind, Source(data, name=kind.label), day)
    return render(checked.document, lenient=lenient), list(checked.warnings)
