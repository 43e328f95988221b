"""One hazard of a rectification list: the printed row of the record in `model.item`, under the laws of `model.hazard_laws`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from tongzhi.model.base import Part, Wrong, field_names, labelled, rule
from tongzhi.model.hazard_laws import (
    LIST,
    TOLD,
    Broken,
    Category,
    FoundBy,
    Group,
    broken_laws,
    claimed_state,
)
from tongzhi.model.item import MAJOR, NO_STOP, Delay, Item, State, fields
from tongzhi.model.item_cells import show
from tongzhi.model.official import Grounded, is_phone
from tongzhi.model.types import (
    AmountOrOpen,
    AsList,
    Count,
    Day,
    DayOrOpen,
    FixDue,
    FixNow,
    PersonName,
    Phone,
    Pick,
    Text,
    Texts,
    Yes,
    is_at_once,
    is_open,
)

StopKind = Literal["无", "局部停产", "全部停产", "停工", "停用"]
Stage = Literal["列单", "交单", "办单", "办单（待验收）", "验收", "清单"]
OPEN = "待定"


class Responsible(Part):
    """A person who answers for the rectification, with a telephone."""

    name: PersonName = labelled("姓名", example="王某")
    phone: Phone = labelled("电话", default="", also=("联系电话", "手机"), example="13800000002")

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read 王某 13800000002 and a bare name."""
        found = re.search(r"[\s　，,（(]*((?:0\d{2,3}[-－—])?[\d×*]{7,11})[）)]?$", text)
        return (
            {"姓名": text[: found.start()], "电话": found[1]} if found and found.start() else {"姓名": text}
        )

    @rule("phone", level="warning")
    def check_phone(self, _day: date) -> Iterator[Wrong]:
        """An odd telephone number."""
        if self.phone and not is_phone(self.phone) and not is_open(self.phone):
            yield Wrong("phone", f"电话“{self.phone}”不像座机或手机号", "核对号码，如 13800000000")


class StopOrder(Part):
    """停产停业、停工、停用."""

    line = "类型"

    kind: Annotated[StopKind, Pick] = labelled("类型", example="局部停产")
    doc_no: Text = labelled("文号", default="", example="青应急停〔2026〕3号")
    on: Day | None = labelled("日期", default=None, example="2026-09-26")


class Evacuated(Part):
    """People moved out of danger."""

    count: Count | None = labelled("人数", default=None, ge=0, example=12)
    where: Text = labelled("去向", default="", also=("安置地点",), example="镇中心小学")

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read 12人, 12人，镇中心小学, 已撤离12人; words without a number stay as they are."""
        found = re.match(r"(?:已?(?:撤离|转移|疏散))?\s*(\d+)\s*人?[，,、\s]*", text)
        return {"人数": found[1], "去向": text[found.end() :]} if found else {"去向": text}


class Filing(Part):
    """A filing or a review: when, with whom, under which number."""

    on: Day | None = labelled("日期", default=None, example="2026-09-28")
    to: Text = labelled("报备单位", default="", also=("单位",), example="市应急管理局")
    doc_no: Text = labelled("文号", default="")

    @classmethod
    def read_line(cls, text: str) -> dict[str, Any] | None:
        """Read 2026-09-28 市应急管理局."""
        found = re.match(r"\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?", text)
        return (
            {"日期": found[0], "报备单位": text[found.end() :].strip("，, ")} if found else {"报备单位": text}
        )


class Extension(Part):
    """延期."""

    applied_on: Day | None = labelled("申请日期", default=None, example="2026-10-20")
    reason: Text = labelled("原因", example="设备到货推迟")
    new_due: Day = labelled("新时限", also=("延期至",), example="2026-11-30")
    approved_by: PersonName = labelled("批准人", default="", also=("审批人",), example="县应急管理局")
    agreed: Yes | None = labelled("是否同意", default=None, example="是")


class SupervisedListing(Part):
    """挂牌督办."""

    level: Text = labelled("级别", default="", example="市级")
    unit: Text = labelled("督办单位", example="市安委会办公室")
    doc_no: Text = labelled("文号", default="")
    on: Day | None = labelled("日期", default=None, also=("挂牌日期",))
    due: Day | None = labelled("期限", default=None, also=("督办期限",))
    delisted_on: Day | None = labelled("摘牌日期", default=None)


_SCALE = re.compile(r"([1-6一二三四五六ⅠⅡⅢⅣⅤⅥI]|I{2,3}|I?VI?)\s*级(?:隐患)?")
"""Local scales of four or six levels; the first is the gravest."""


_FIELDS = {field.key: field for field in fields()}


def _of(key: str, *also: str, **more: Any) -> Any:
    """Declare a field of the record under its label and names there, and `also` under further ones."""
    field = _FIELDS[key]
    return labelled(field.label, also=(*field.also, *also), **more)


class Hazard(Grounded):
    """One row of the list."""

    no: Count | None = labelled("序号", default=None, example=1)
    hazard_no: Text = _of("hazard_no", example="DJ-FKS-2020-017")
    state: Annotated[Stage | None, Pick] = _of(
        "state", default=None, note="台账导出的才有；写了就按台账的记录核对"
    )
    region: Text = _of("region", "所属乡镇", example="青川县")
    field: Text = _of("field", example="非煤矿山")
    entity: Text = _of("entity", "单位", note="登记的全称", example="青川县某矿业有限公司")
    credit_code: Text = _of("credit_code", default="")
    location: Text = _of("location", example="3#尾矿库排洪涵洞")
    description: Text = _of("description", example="排洪涵洞淤堵约1/3")
    category: Annotated[Category | str | None, Pick] = _of("category", default=None, example="现场管理")
    level: Annotated[Literal["一般", "重大", "待定"], Pick] = _of("level", example="一般")
    local_level: Text = _of("local_level", default="", note="各地 1—4 级等原来的写法")
    basis: Text = _of("basis", default="", note="重大隐患必填：标准名称和条款")
    found_on: DayOrOpen = _of("found_on", "发现时间", example="2026-09-26")
    found_by: Annotated[FoundBy | str, Pick] = _of("found_by", "来源方式", "发现来源", example="督导组暗访")
    found_ref: Text = _of("found_ref", default="", note="上级交办、群众举报必填")
    inspect_unit: Text = _of("inspect_unit", example="市应急管理局")
    inspectors: Texts = _of("inspectors", factory=list, example=["李某"])
    fix_now: FixNow = _of("fix_now", example="否")
    measures: Text = _of("measures", "整改要求", example="清淤并加固")
    resp_unit: Text = _of("resp_unit", example="青川县某矿业有限公司")
    resp_person: Responsible = _of("resp_person", example={"姓名": "王某", "电话": "13800000002"})
    oversight_unit: Text = _of("oversight_unit", default="", example="青川县应急管理局")
    oversight_person: Text = _of("oversight_person", default="", example="赵某")
    sponsor: Text = _of("sponsor", default="", note="重大隐患必填")
    funds: AmountOrOpen = _of("funds", note="万元；不需要写 0", example="12.50")
    funds_source: Text = _of("funds_source", default="", example="企业自筹")
    due: FixDue = _of("due", note="日期；立行立改的照写", example="2026-10-31")
    interim_control: Text = _of("interim_control", "防控措施", default="", example="停止放矿、专人盯守")
    stop_order: StopOrder | None = _of("stop_order", default=None)
    evacuated: Evacuated | None = _of("evacuated", default=None)
    emergency_plan: Text = _of("emergency_plan", example="现场处置方案")
    plan_filed: Filing | None = _of("plan_filed", default=None)
    progress: Text = _of("progress", note="0—100 或一句话", example="正在清淤")
    done_on: Day | None = _of("done_on", default=None)
    photo_before: Texts = _of("photo_before", factory=list)
    photo_after: Texts = _of("photo_after", factory=list)
    verify_unit: Text = _of("verify_unit", default="")
    verifier: Text = _of("verifier", default="")
    verified_on: Day | None = _of("verified_on", default=None)
    verdict: Annotated[Literal["合格", "不合格"] | None, Pick] = _of("verdict", default=None)
    resume_ok: Filing | None = _of("resume_ok", default=None)
    closed_on: Day | None = _of("closed_on", default=None)
    closed_by: Text = _of("closed_by", default="")
    extension: Annotated[list[Extension], AsList] = _of("extensions", factory=list)
    listed: SupervisedListing | None = _of("listed", default=None)
    overdue_action: Text = _of("overdue_action", default="", note="通报、约谈、立案")
    remark: Text = _of("remark", default="")

    @classmethod
    def prepare(cls, data: Mapping[str, Any]) -> Mapping[str, Any]:
        """Turn a level of a local scale (2级) into 一般 or 重大, as a suggestion; the original is kept."""
        names = field_names(cls)
        for key, value in data.items():
            found = (
                _SCALE.fullmatch(value.strip())
                if names.get(key) == "level" and isinstance(value, str)
                else None
            )
            if found:
                level = "重大" if found[1] in "1一ⅠI" else "一般"
                basis = f"由原等级“{value.strip()}”换算"
                return {"原等级": value.strip(), **data, key: {"值": level, "出处": "建议", "依据": basis}}
        return data

    @property
    def current_due(self) -> date | str:
        """Give the time limit in force, extensions that were agreed included."""
        agreed = [item.new_due for item in self.extension if item.agreed]
        return agreed[-1] if agreed else self.due

    @property
    def is_record(self) -> bool:
        """Whether the row comes out of a ledger: it tells what has happened, with all that was left open."""
        return self.state is not None

    def to_item(self) -> Item:
        """Give the record of this row; what is 待定 counts as not given."""
        values: dict[str, Any] = {}
        for name in _PLAIN:
            value = getattr(self, name)
            if value not in ("", None) and not is_open(value):
                values[name] = value
        due = self.current_due
        return Item(
            **values,
            fix_now=self.fix_now if isinstance(self.fix_now, bool) else None,
            resp_person="" if is_open(self.resp_person.name) else self.resp_person.name,
            due=due if isinstance(due, date) else None,
            due_note=due if isinstance(due, str) and is_at_once(due) else "",
            stop_order=_joined(self.stop_order) or NO_STOP,
            evacuated=_joined(self.evacuated),
            plan_filed=_joined(self.plan_filed),
            resume_ok=_joined(self.resume_ok),
            extensions=tuple(self._delays()),
        )

    def _delays(self) -> Iterator[Delay]:
        old = self.due
        for each in self.extension:
            if isinstance(old, date):
                applied = str(each.applied_on or "")
                yield Delay(applied, each.reason, str(old), str(each.new_due), each.approved_by)
            old = each.new_due if each.agreed else old

    def _asked(self) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
        """Give the laws that stop this row, and those that are told.

        Whoever types a list answers for all of it. What a ledger holds has passed its steps, or came in as it stood in
        mid-life: only what cannot be stops it, and of what is cleared only the clearing is still told.
        """
        order = list(State)
        reached = State(self.state[:2]) if self.state is not None else claimed_state(self.to_item())
        steps = tuple(order[1 : order.index(reached) + 1])
        if not self.is_record:
            return (State.LISTED, State.ASSIGNED, LIST, *steps[1:]), (TOLD,)
        if reached is State.CLEARED:
            return (State.LISTED,), (State.VERIFIED, State.CLEARED)
        return (State.LISTED,), (State.ASSIGNED, *steps[1:], LIST, TOLD)

    @rule("hazard_no")
    def check_laws(self, day: date) -> Iterator[Wrong]:
        """The laws that stop a row hold."""
        yield from self._wrongs(self._asked()[0], day, masked=False)

    @rule("hazard_no", level="warning")
    def tell_laws(self, day: date) -> Iterator[Wrong]:
        """What is unusual is told; of the records of a ledger the list tells it all together."""
        if self.is_record:
            return
        stops, told = self._asked()
        yield from self._wrongs(told, day)
        yield from self._wrongs(stops, day, masked=True)

    def lacking(self, day: date) -> Iterator[Broken]:
        """Give what the record of a ledger was left without, and what is unusual about it."""
        if self.is_record:
            yield from self._broken(self._asked()[1], day)

    def _broken(self, groups: tuple[Group, ...], day: date) -> Iterator[Broken]:
        for each in broken_laws(self.to_item(), day, *groups):
            value = getattr(self, _KEYS.get(each.key, each.key))
            if not is_open(value.name if isinstance(value, Responsible) else value):
                yield each

    def _wrongs(self, groups: tuple[Group, ...], day: date, *, masked: bool | None = None) -> Iterator[Wrong]:
        for each in self._broken(groups, day):
            # 王某 and 王某 need not be one person
            if masked is None or masked is self._is_masked(each):
                yield Wrong(_path(each.key), each.found, each.instead, each.source)

    def _is_masked(self, each: Broken) -> bool:
        return each.key == "verifier" and "某" in self.verifier

    @rule("resp_person", level="warning")
    def check_person_phone(self, _day: date) -> Iterator[Wrong]:
        """The person can be reached."""
        if not self.resp_person.phone and not is_open(self.resp_person.name) and not self.is_record:
            yield Wrong(("resp_person", "phone"), f"整改责任人“{self.resp_person.name}”没有电话", "补上电话")


_KEYS = {"extensions": "extension"}
_PLAIN = (
    "hazard_no", "region", "field", "entity", "credit_code", "location", "description", "category", "level", "local_level",
    "basis", "found_on", "found_by", "found_ref", "inspect_unit", "measures", "resp_unit", "oversight_unit",
    "oversight_person", "sponsor", "funds", "funds_source", "interim_control", "emergency_plan", "progress", "done_on",
    "verify_unit", "verifier", "verified_on", "verdict", "closed_on", "closed_by", "overdue_action", "remark",
)  # fmt: skip
"""Fields that are one value in the row and in the record."""


def _path(key: str) -> str | tuple[str | int, ...]:
    return ("resp_person", "name") if key == "resp_person" else _KEYS.get(key, key)


def _joined(part: Part | None) -> str:
    """Give the parts of a record as the one text that the ledger keeps."""
    if part is None:
        return ""
    values = [getattr(part, name) for name in type(part).model_fields]
    return " ".join(str(value) for value in values if value not in (None, ""))


def hazard_values(item: Item) -> dict[str, Any]:
    """Give the row of a 整改清单 for an item of the ledger; what the list needs and nobody filled in is 待定."""
    row: dict[str, Any] = {}
    for key, field in Hazard.model_fields.items():
        value = _value(item, key)
        if value not in ("", None, []):
            row[field.alias or key] = value
        elif field.is_required():
            row[field.alias or key] = OPEN
    return row


def _value(item: Item, key: str) -> Any:
    match key:
        case "task_id" | "sources" | "no":
            return None
        case "state":
            return item.stage
        case "stop_order":
            return _stop(item)
        case "inspectors":
            return [part for part in re.split(r"[、，,；;\s]+", item.inspectors) if part]
        case "extension":
            return _extensions(item)
        case "listed":
            return {"督办单位": item.listed} if item.listed else None
        case "due":
            return _first_due(item)
        case "photo_before" | "photo_after":
            return [part for part in getattr(item, key).split("；") if part]
        case "progress":
            return item.progress or item.stage
        case "remark":
            return _remark(item)
    return show(getattr(item, key, ""))


def _first_due(item: Item) -> str:
    """Give the limit as first set, whose extensions follow it; in words when the record has it in words."""
    if item.due is None:
        return item.due_note if is_at_once(item.due_note) else ""
    return item.extensions[0].old_due if _extensions(item) else item.due.isoformat()


def _extensions(item: Item) -> list[dict[str, str]]:
    """Give the delays, and the new limit of a hazard that was sent back after them; they end in the limit in force."""
    if not item.extensions or item.due is None:
        return []
    made = [
        {
            "申请日期": each.applied_on,
            "原因": each.reason or OPEN,
            "新时限": each.new_due,
            "批准人": each.approved_by,
            "是否同意": "是",
        }
        for each in item.extensions
    ]
    last, now = made[-1]["新时限"], item.due.isoformat()
    if now < last:  # it was listed anew with an earlier limit
        return []
    if now > last:
        made.append({"原因": "退回重新整改", "新时限": now, "是否同意": "是"})
    return made


def _remark(item: Item) -> str:
    noted = item.due_note if item.due is None and not is_at_once(item.due_note) else ""
    return "；".join(filter(None, (item.remark, noted and f"时限原文“{noted}”")))


def _stop(item: Item) -> dict[str, str] | None:
    kind = next(
        (word for word in ("局部停产", "全部停产", "停工", "停用") if item.stop_order.startswith(word)), ""
    )
    if not kind:
        return {"类型": NO_STOP} if item.level == MAJOR else None
    rest = " ".join(filter(None, (item.stop_order.removeprefix(kind).strip(), item.stop_order_no)))
    day = re.search(r"\d{4}-\d{2}-\d{2}", rest)
    found = {
        "类型": kind,
        "文号": rest.replace(day.group(), "").strip() if day else rest,
        "日期": day.group() if day else "",
    }
    return {label: value for label, value in found.items() if value}
