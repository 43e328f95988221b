"""The record of a hazard to be put right or a task to be done: what the ledger keeps and the 整改清单 prints.

The labels and names of a hazard's fields stand here and nowhere else; `papers.hazard` takes them for the printed row,
`model.hazard_laws` says what must hold.
"""

# ruff: noqa: RUF009  _label makes a dataclasses.field, which is what the rule asks for
from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any

from pydantic_core import PydanticCustomError

from tongzhi.errors import InputError
from tongzhi.model.item_cells import (
    is_blank,
    read_amount,
    read_day,
    read_fix_now,
    read_found_by,
    read_level,
    read_progress,
    read_stop_order,
    read_text,
    read_verdict,
    read_yes,
    show,
)


class State(StrEnum):
    """Where an item stands on its way to 销号."""

    LISTED = "列单"
    ASSIGNED = "交单"
    HANDLING = "办单"
    VERIFIED = "验收"
    CLEARED = "清单"


WAITING = "待验收"
"""What is done and not yet accepted is still 办单."""
STAGES = (*(state.value for state in State), f"{State.HANDLING.value}（{WAITING}）")
"""The words by which tables show a state."""


def read_state(value: Any) -> State:
    """Read a state in the words of `STAGES`, or 待验收; what an office calls it is read with its sheet.

    Raises:
        KeyError: the word stands for no state.
    """
    word = value.value if isinstance(value, State) else read_text(value).replace("(", "（").replace(")", "）")
    if word in (WAITING, STAGES[-1]):
        return State.HANDLING
    try:
        return State(word)
    except ValueError as error:
        raise KeyError(value) from error


HAZARD, TASK = "隐患", "任务"
GENERAL, MAJOR = "一般", "重大"
NO_STOP = "无"
DEPARTMENT, EXPERT = "部门验收", "专家验收"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A proof that the work was done: a file (with its SHA-256 when it could be read) or words."""

    text: str
    file: str = ""
    sha256: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Delay:
    """A granted delay (延期); `applied_on` and `approved_by` are empty when a sheet does not say."""

    applied_on: str
    reason: str
    old_due: str
    new_due: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class Field:
    """What is known of one field: English key, Chinese label, further names, how a cell is read.

    `of_tasks` are the names that only tables of tasks use.
    """

    key: str
    label: str
    read: Callable[[Any], Any]
    also: tuple[str, ...] = ()
    settable: bool = True
    of_tasks: tuple[str, ...] = ()


def _label(
    label: str,
    read: Callable[[Any], Any] = read_text,
    *also: str,
    default: Any = "",
    settable: bool = True,
    of_tasks: tuple[str, ...] = (),
) -> Any:
    extra = {"label": label, "read": read, "also": also, "settable": settable, "of_tasks": of_tasks}
    return dataclasses.field(default=default, metadata=extra)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item with all its fields; texts are empty and other values `None` when not given."""

    hazard_no: str = _label("隐患编号", read_text, "编号", "问题编号", settable=False)
    kind: str = _label("种类", read_text, default=HAZARD, settable=False)
    state: State = _label(
        "状态",
        read_state,
        "整改状态",
        "办理状态",
        "当前状态",
        default=State.LISTED,
        settable=False,
    )
    region: str = _label(
        "所属地区", read_text, "所属地区/乡镇", "地区", "县区", "县（市、区）", "县(市、区)", "乡镇", "属地"
    )
    field: str = _label("行业领域", read_text, "领域", "重点领域", "行业")
    entity: str = _label("单位名称", read_text, "企业名称", "被检查单位", "隐患单位", "受检单位")
    credit_code: str = _label("统一社会信用代码", read_text, "信用代码")
    location: str = _label("隐患部位", read_text, "隐患部位/地点", "部位", "隐患地点", "地点")
    description: str = _label(
        "隐患描述",
        read_text,
        "问题描述",
        "隐患内容",
        "存在问题",
        "问题",
        "隐患",
        of_tasks=("任务原文", "重点任务", "任务"),
    )
    category: str = _label("隐患类别", read_text, "类别")
    level: str = _label("隐患等级", read_level, "等级", "隐患级别", default=GENERAL)
    local_level: str = _label("原等级", read_text)
    basis: str = _label("判定依据", read_text)
    found_on: date | None = _label("发现日期", read_day, "检查日期", "检查时间", "排查日期", default=None)
    found_by: str = _label("发现方式", read_found_by, "发现方式/来源", "来源", "隐患来源")
    found_ref: str = _label("来源文号", read_text, "来文编号", "交办文号", "举报编号")
    inspect_unit: str = _label("检查单位", read_text, "检查单位、检查人", "排查单位", "inspector")
    inspectors: str = _label("检查人", read_text, "检查人员")
    fix_now: bool | None = _label("是否立即整改", read_fix_now, "立即整改", default=None)
    measures: str = _label("整改措施", read_text, "措施", "工作措施")
    resp_unit: str = _label(
        "整改责任单位", read_text, "责任单位", "整改单位", of_tasks=("牵头单位", "承办单位")
    )
    resp_person: str = _label("整改责任人", read_text, "责任人", of_tasks=("承办人",))
    support: str = _label("配合单位", read_text, "责任（配合）单位", "协办单位")
    oversight_unit: str = _label(
        "监管责任单位",
        read_text,
        "监管（督促）责任单位、责任人",
        "监管责任单位、责任人",
        "监管（督促）责任单位",
        "督促责任单位",
        "监管单位",
        "督办单位",
        "oversight",
    )
    oversight_person: str = _label("监管责任人", read_text, "督促责任人")
    sponsor: str = _label("包保领导", read_text, "包保（挂钩）领导", "挂钩领导", "责任领导")
    funds: Decimal | None = _label(
        "整改资金", read_amount, "整改资金（万元）", "资金", "资金（万元）", default=None
    )
    due: date | None = _label("整改时限", read_day, "整改期限", "完成时限", "时限", "办理时限", default=None)
    due_note: str = _label("时限说明", read_text, "时限原文")
    funds_source: str = _label("资金来源", read_text)
    interim_control: str = _label("临时管控措施", read_text, "管控措施", "临时措施")
    stop_order: str = _label(
        "停产停业", read_stop_order, "停产停业/停工/停用", "停产停工停用", "停产措施", default=NO_STOP
    )
    stop_order_no: str = _label("停产文书", read_text, "停产文号")
    evacuated: str = _label("撤离人员", read_text, "撤离/转移人员", "转移人员")
    emergency_plan: str = _label("应急预案", read_text, "预案")
    plan_filed: str = _label("治理方案报备", read_text)
    listed: str = _label("挂牌督办", read_text)
    progress: str = _label("整改进展", read_progress, "进展", "办理情况", "整改情况")
    photo_before: str = _label("整改前照片", read_text)
    photo_after: str = _label("整改后照片", read_text)
    awaiting: bool | None = _label("待验收", read_yes, default=None, settable=False)
    done_on: date | None = _label(
        "整改完成日期", read_day, "完成日期", "完成时间", default=None, settable=False
    )
    evidence: tuple[Evidence, ...] = _label("佐证材料", read_text, "佐证", "证据", default=(), settable=False)
    reported_by: str = _label("填报人", read_text, "上报人", settable=False)
    verify_unit: str = _label("复查单位", read_text, "验收单位", "复查（验收）单位", settable=False)
    verifier: str = _label(
        "复查人", read_text, "验收人", "复查（验收）人", "复查（验收）单位、人", "复查人员", settable=False
    )
    verify_kind: str = _label("验收方式", read_text, settable=False)
    verified_on: date | None = _label("复查日期", read_day, "验收日期", default=None, settable=False)
    verdict: str = _label("复查结论", read_verdict, "验收结论", "结论", settable=False)
    resume_ok: str = _label("恢复生产审查", read_text, "复产审查")
    closed_on: date | None = _label("销号日期", read_day, default=None, settable=False)
    closed_by: str = _label("审批人", read_text, "销号审批人", settable=False)
    extensions: tuple[Delay, ...] = _label("延期", read_text, "extension", default=(), settable=False)
    overdue_action: str = _label("逾期处置", read_text)
    unconfirmed: str = _label("待确认", read_text)
    title: str = _label("任务标题", read_text, "标题")
    task_id: str = _label("任务编号", read_text, "任务序号", "任务号")
    source: str = _label("来源文件", read_text)
    remark: str = _label("备注", read_text)

    @property
    def is_major(self) -> bool:
        """Whether it is a 重大事故隐患."""
        return self.level == MAJOR

    @property
    def is_hazard(self) -> bool:
        """Whether it is a hazard, for which the 五落实 are asked; else a task."""
        return self.kind == HAZARD

    @property
    def stage(self) -> str:
        """The state as tables show it; a finished 办单 waits for 验收."""
        return f"{self.state.value}（{WAITING}）" if self.is_waiting else self.state.value

    @property
    def is_waiting(self) -> bool:
        """Whether the work is reported done and waits for 验收."""
        return self.state is State.HANDLING and (self.done_on is not None or bool(self.awaiting))

    def to_row(self) -> dict[str, str]:
        """Give the filled fields as texts under their Chinese labels."""
        row = {
            field.label: show(getattr(self, field.key))
            for field in fields()
            if field.key != "awaiting" and show(getattr(self, field.key))
        }
        return {**row, label_of("state"): self.stage}

    def to_json(self) -> str:
        """Give the item as one line of JSON; empty fields are left out."""
        return _encode(_packed(self))

    @classmethod
    def from_json(cls, text: str) -> Item:
        """Read what `to_json` gave.

        Raises:
            InputError: it is damaged.
        """
        try:
            return _unpacked(json.loads(text))
        except (ValueError, TypeError, AttributeError, ArithmeticError) as error:
            raise InputError.one("台账里有一条记录已损坏", "还原备份") from error


@cache
def fields() -> tuple[Field, ...]:
    """Give all fields of an item in the order of the list."""
    return tuple(
        Field(
            each.name,
            each.metadata["label"],
            each.metadata["read"],
            each.metadata["also"],
            each.metadata["settable"],
            each.metadata["of_tasks"],
        )
        for each in dataclasses.fields(Item)
    )


@cache
def names() -> dict[str, Field]:
    """Give every name of a field (English, Chinese, further) → the field."""
    found: dict[str, Field] = {}
    for field in fields():
        for name in (field.key, field.label, *field.also, *field.of_tasks):
            found.setdefault(name, field)
    return found


def label_of(key: str) -> str:
    """Give the Chinese label of a field."""
    return names()[key].label


def read_values(row: Mapping[str, Any]) -> tuple[dict[str, Any], list[tuple[Field, str, str]]]:
    """Read the cells of a row under English keys.

    Returns:
        The values that could be read (blank cells and 待定 are left out), and for each that could not the field, what
        was found, and what to write instead.
    """
    values: dict[str, Any] = {}
    wrong: list[tuple[Field, str, str]] = []
    known = names()
    for key, cell in row.items():
        field = known[key]
        if is_blank(cell):
            continue
        try:
            values[field.key] = field.read(cell)
        except PydanticCustomError as error:
            found = error.context or {}
            wrong.append((field, str(found.get("found", "")), str(found.get("instead", ""))))
        except KeyError:
            states = "、".join(state.value for state in State)
            wrong.append((field, f"没有“{cell}”这种状态", f"写 {states}"))
    return values, wrong


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_DEFAULTS = tuple((each.name, each.default) for each in dataclasses.fields(Item))
_VALUES = attrgetter(*(name for name, _ in _DEFAULTS))


def _packed(item: Item) -> dict[str, Any]:
    packed: dict[str, Any] = {}
    for (key, default), value in zip(_DEFAULTS, _VALUES(item), strict=True):
        if value is default or value == default:
            continue
        if isinstance(value, tuple):
            packed[key] = [dataclasses.asdict(part) for part in value]
        elif isinstance(value, date | Decimal):
            packed[key] = str(value)
        else:
            packed[key] = value
    return packed


_DATES = ("found_on", "due", "done_on", "verified_on", "closed_on")


def _unpacked(packed: dict[str, Any]) -> Item:
    values = dict(packed)
    for key in _DATES:
        if key in values:
            values[key] = date.fromisoformat(values[key])
    if "funds" in values:
        values["funds"] = Decimal(values["funds"])
    if "state" in values:
        values["state"] = State(values["state"])
    values["evidence"] = tuple(Evidence(**part) for part in values.get("evidence", ()))
    values["extensions"] = tuple(Delay(**part) for part in values.get("extensions", ()))
    return Item(**values)
