"""Items and counts as the values of papers: 整改清单 and 通报, as data files or filled documents."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

from tongzhi.errors import InputError, Problem
from tongzhi.ledger.cells import show
from tongzhi.ledger.item import Item
from tongzhi.ledger.slips import Rank, as_rows
from tongzhi.ledger.stats import Table
from tongzhi.zh.calendar import add_workdays

if TYPE_CHECKING:
    from tongzhi.model.base import Document

OPEN = "待定"
ANSWER_WORKDAYS = 10


def file_name(number: str, unit: str) -> str:
    """Give a file's name for a slip: its number and its unit, without characters that a system forbids."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", f"{number}-{unit or '未定单位'}")[:80].rstrip(". ")


def render_yaml(data: Mapping[str, Any]) -> bytes:
    """Give values as a data file that `tongzhi fill` reads."""
    import yaml

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
    data: dict[str, Any] = {"填报日期": day.isoformat(), "隐患": [_hazard(item) for item in hazards]}
    if title:
        data["标题"] = title
    if issuer:
        data["填报单位"] = issuer
    return data


def _hazard(item: Item) -> dict[str, Any]:
    from tongzhi.papers.hazard import Hazard

    row: dict[str, Any] = {}
    for key, field in Hazard.model_fields.items():
        label = field.alias or key
        value = _value(item, key)
        if value not in ("", None, []):
            row[label] = value
        elif field.is_required():
            row[label] = OPEN
    return row


def _value(item: Item, key: str) -> Any:
    match key:
        case "task_id" | "sources" | "no":
            return None
        case "found_by" | "category":
            return _pick(key, getattr(item, key))
        case "stop_order":
            return _stop(item)
        case "inspectors":
            return [part for part in re.split(r"[、，,；;\s]+", item.inspectors) if part]
        case "extension":
            return [
                {
                    "申请日期": each.applied_on,
                    "原因": each.reason,
                    "新时限": each.new_due,
                    "批准人": each.approved_by,
                    "是否同意": "是",
                }
                for each in item.extensions
            ]
        case "listed":
            return {"级别": OPEN, "督办单位": item.listed} if item.listed else None
        case "due" if item.extensions:
            # the list shows the limit as first set, and its extensions after it
            return item.extensions[0].old_due
        case "photo_before" | "photo_after":
            return [part for part in getattr(item, key).split("；") if part]
        case "progress":
            return item.progress or item.stage
    return show(getattr(item, key, ""))


def _pick(key: str, value: str) -> str:
    from tongzhi.papers import hazard

    known = get_args(hazard.FoundBy if key == "found_by" else hazard.Category)
    return value if value in known else OPEN if key == "found_by" else ""


def _stop(item: Item) -> dict[str, str] | None:
    kind = next(
        (word for word in ("局部停产", "全部停产", "停工", "停用") if item.stop_order.startswith(word)), ""
    )
    if not kind:
        return {"类型": "无"} if item.is_major else None
    rest = " ".join(filter(None, (item.stop_order.removeprefix(kind).strip(), item.stop_order_no)))
    day = re.search(r"\d{4}-\d{2}-\d{2}", rest)
    found = {
        "类型": kind,
        "文号": rest.replace(day.group(), "").strip() if day else rest,
        "日期": day.group() if day else "",
    }
    return {label: value for label, value in found.items() if value}


def render_rectification(
    items: Sequence[Item], day: date, *, title: str = "", issuer: str = "", lenient: bool = False
) -> tuple[bytes, list[Problem]]:
    """Give the 整改清单 as .docx, with notes on what its own rules find."""
    from tongzhi.papers.rectification import Rectification

    return _filled(
        Rectification, rectification_data(items, day, title=title, issuer=issuer), day, lenient=lenient
    )


def overview(table: Table, day: date) -> str:
    """Give the whole in one sentence of figures."""
    whole = table.total
    return (
        f"截至{day.year}年{day.month}月{day.day}日，台账列入{whole.total}项，已销号{whole.cleared}项，"
        f"完成率{whole.rate or 0:.1%}；未销号{whole.open}项，其中逾期{whole.overdue}项；"
        f"重大隐患{whole.major}项，未销号{whole.major_open}项。"
    )


def circular_data(
    table: Table, ranks: Sequence[Rank], day: date, *, due: date | None = None, issuer: str = ""
) -> dict[str, Any]:
    """Give the values of a 督查通报 on the state of the ledger, with the ranking in words.

    Raises:
        InputError: no county has items.
    """
    if not ranks:
        raise InputError.one(
            "台账里没有写明县区的项目，排不出名次", "先补填所属地区：tongzhi ledger edit --set 所属地区=…"
        )
    limit = (due or add_workdays(day, ANSWER_WORKDAYS)).isoformat()
    places = "；".join(f"第{row.place}名{row.count.name}（完成率{row.count.rate or 0:.1%}）" for row in ranks)
    problems = [
        {
            "单位": row.count.name,
            "问题": f"逾期未销号{row.count.overdue}项，完成率{row.count.rate or 0:.1%}，列第{row.place}名",
            "严重程度": "重大" if row.count.major_open else "一般",
            "整改要求": "逐项销号，逾期的说明原因",
            "整改时限": limit,
        }
        for row in ranks
        if row.count.overdue
    ]
    if not problems:
        last = ranks[-1].count
        problems = [
            {"单位": last.name, "问题": f"未销号{last.open}项", "整改要求": "按时限销号", "整改时限": limit}
        ]
    data: dict[str, Any] = {
        "种类": "督查",
        "标题": "关于安全生产隐患整改进展情况的通报",
        "发文机关": issuer,
        "主送机关": [row.count.name for row in sorted(ranks, key=lambda row: row.count.name)],
        "督查时间": f"截至{day.year}年{day.month}月{day.day}日",
        "督查组": issuer or OPEN,
        "方式": "核对整改台账",
        "对象及数量": f"{len(ranks)}个县（市、区）、{table.total.total}项",
        "总体情况": f"{overview(table, day)}完成率排名：{places}。",
        "存在问题": problems,
        "整改要求": {
            "单位": "各县（市、区）",
            "时限": limit,
            "报送至": issuer or OPEN,
            "内容": "对账销号，举一反三",
        },
    }
    return {label: value for label, value in data.items() if value}


def render_circular(
    data: Mapping[str, Any], ranks: Sequence[Rank], day: date, *, lenient: bool = False
) -> tuple[bytes, list[Problem]]:
    """Give the 通报 as .docx, its ranking also as a table."""
    from tongzhi.papers.circular import Circular

    names = {name for name, field in Circular.model_fields.items() if field.alias == "排名"}
    values = {**data, "排名": as_rows(ranks)} if names else dict(data)
    return _filled(Circular, values, day, lenient=lenient)


def _filled(
    kind: type[Document], data: dict[str, Any], day: date, *, lenient: bool
) -> tuple[bytes, list[Problem]]:
    from tongzhi.read.data import Source
    from tongzhi.read.validate import validate
    from tongzhi.render.document import render

    try:
        checked = validate(kind, Source(data, name=kind.label), day)
        return render(checked.document, lenient=lenient), list(checked.warnings)
    except InputError as error:
        from pydantic import ValidationError

        # the ledger's own data may break a rule of the paper (a late hazard without interim measures);
        # the paper is made and says so, unless a value could not even be read
        try:
            document = kind.model_validate(data)
        except ValidationError:
            raise error from None
        return render(document, lenient=lenient), error.problems
