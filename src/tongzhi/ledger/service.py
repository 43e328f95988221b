"""The steps of an item: 交单, 办单, 验收, 销号, 退回, 延期; each checks what the step needs and writes its history.

Every step takes a writing connection and gives the item as it is now, with warnings; the web page and the command
line call the same functions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from tongzhi.errors import InputError, Place, Problem
from tongzhi.ledger import store
from tongzhi.ledger.history import HistorySignature
from tongzhi.ledger.rules import Findings, needs_of, told
from tongzhi.ledger.store import Stored
from tongzhi.model.item import Delay, Evidence, Item, State, label_of, names, read_values
from tongzhi.zh.nearest import nearest


@dataclass(frozen=True, slots=True)
class StepOutcome:
    """What a step led to."""

    stored: Stored
    warnings: list[Problem] = field(default_factory=list)

    @property
    def item(self) -> Item:
        """The item as it is now."""
        return self.stored.item


@dataclass(frozen=True, slots=True)
class LedgerStep:
    """What every step needs to know.

    Attributes:
        sign: who acts, when.
        expected: the version the person saw; if the item has another by now, the step is refused.
        note: words for the history.
    """

    sign: HistorySignature
    expected: int | None = None
    note: str = ""

    @property
    def day(self) -> date:
        """The day of the step."""
        return self.sign.at.date()


def assign(
    conn: Connection,
    number: str,
    step: LedgerStep,
    *,
    values: Mapping[str, Any] | None = None,
    confirm: bool = False,
) -> StepOutcome:
    """交单: hand an item to whoever must put it right; needs the 五落实 (tasks: unit and time).

    Args:
        conn: a writing connection.
        number: its 隐患编号.
        step: who and when.
        values: fields to fill in with it, under Chinese or English names.
        confirm: the suggested values are right.
    """
    old = _open(conn, number, step, "交单", (State.LISTED,))
    new = _with(old.item, values)
    if confirm:
        new = replace(new, unconfirmed="")
    return _move(conn, old, new, State.ASSIGNED, step, "交单")


def edit(
    conn: Connection, number: str, step: LedgerStep, *, values: Mapping[str, Any], confirm: bool = False
) -> StepOutcome:
    """改: correct or fill in fields; the time limit only before 交单, later by 延期."""
    old = _open(conn, number, step, "修改", tuple(state for state in State if state is not State.CLEARED))
    new = _with(old.item, values)
    if confirm:
        new = replace(new, unconfirmed="")
    if new.due != old.item.due and old.item.state is not State.LISTED:
        raise _refused(
            old,
            f"已经交单，整改时限（{old.item.due}）不能直接改",
            "申请延期：tongzhi ledger delay",
            field="due",
        )
    if new == old.item:
        return StepOutcome(old)
    return _move(conn, old, new, old.item.state, step, "修改")


def report(
    conn: Connection,
    number: str,
    step: LedgerStep,
    *,
    progress: str = "",
    done_on: date | None = None,
    evidence: Sequence[Evidence] = (),
    values: Mapping[str, Any] | None = None,
) -> StepOutcome:
    """办单: tell progress, hand in evidence, or report the work done (which needs evidence)."""
    old = _open(conn, number, step, "报进展", (State.ASSIGNED, State.HANDLING))
    new = _with(old.item, values)
    new = replace(
        new,
        progress=progress or new.progress,
        done_on=done_on or new.done_on,
        evidence=(*new.evidence, *(each for each in evidence if each not in new.evidence)),
        reported_by=step.sign.by,
    )
    return _move(conn, old, new, State.HANDLING, step, "报完成" if done_on else "报进展")


def verify(
    conn: Connection,
    number: str,
    step: LedgerStep,
    *,
    verifier: str,
    verdict: str = "合格",
    unit: str = "",
    kind: str = "",
    on: date | None = None,
    new_due: date | None = None,
) -> StepOutcome:
    """验收: somebody other than the handler looks; 不合格 leads back to 办单 with a new time limit."""
    old = _open(conn, number, step, "验收", (State.HANDLING,))
    values = {"verifier": verifier, "verify_unit": unit, "verdict": verdict, "verify_kind": kind}
    new = _with(old.item, {key: value for key, value in values.items() if value}, inner=True)
    new = replace(new, verified_on=on or step.day)
    if new.verdict == "合格":
        return _move(conn, old, new, State.VERIFIED, step, "验收")
    found = needs_of(replace(new, verdict="合格"), State.VERIFIED, step.day)
    if found.errors:
        raise InputError(told(found.errors, old.item.hazard_no))
    return _back(conn, old, new, State.HANDLING, step, "验收不合格", new_due)


def clear(
    conn: Connection,
    number: str,
    step: LedgerStep,
    *,
    approver: str,
    resume: str = "",
    on: date | None = None,
) -> StepOutcome:
    """销号: approved by a person, after 验收; stopped production must have been reviewed (安全生产法 §65)."""
    old = _open(conn, number, step, "销号", (State.VERIFIED,))
    new = replace(
        old.item, closed_by=approver.strip(), closed_on=on or step.day, resume_ok=resume or old.item.resume_ok
    )
    return _move(conn, old, new, State.CLEARED, step, "销号")


def send_back(
    conn: Connection, number: str, step: LedgerStep, *, reason: str, new_due: date | None = None
) -> StepOutcome:
    """退回: an assigned item to be assigned anew; a finished, accepted or cleared one to be put right again."""
    old = _open(conn, number, step, "退回", tuple(state for state in State if state is not State.LISTED))
    if not reason.strip():
        raise _refused(old, "退回没有写原因", "--reason 原因")
    note = replace(step, note=reason)
    if old.item.state is State.ASSIGNED or (old.item.state is State.HANDLING and old.item.done_on is None):
        return _move(conn, old, old.item, State.LISTED, note, "退回")
    return _back(conn, old, old.item, State.HANDLING, note, "退回", new_due)


def delay(
    conn: Connection,
    number: str,
    step: LedgerStep,
    *,
    new_due: date,
    reason: str,
    approver: str,
    action: str = "",
) -> StepOutcome:
    """延期: a later time limit, with reason and approval; past the limit only with 逾期处置.

    Documents §3: an extension is applied for before the limit; major hazards keep interim measures meanwhile.
    """
    old = _open(conn, number, step, "延期", (State.ASSIGNED, State.HANDLING))
    found = Findings()
    item = old.item
    if item.due is None:
        raise _refused(old, "没有整改时限，谈不上延期", "用 tongzhi ledger edit 填时限", field="due")
    if new_due <= item.due:
        found.miss("due", f"新时限 {new_due} 不晚于原时限 {item.due}", "--to 写更晚的日期")
    if not reason.strip():
        found.miss("extensions", "没有写延期原因", "--reason 原因")
    if not approver.strip():
        found.miss("extensions", "没有写批准人", "--approver 姓名")
    late = item.due < step.day
    if late and not (action or item.overdue_action):
        found.miss(
            "overdue_action",
            f"整改时限 {item.due} 已过，延期应在时限前申请",
            "先写明逾期怎么处置：--action 通报（或约谈、立案等）",
        )
    if item.is_hazard and item.is_major and not item.interim_control and item.stop_order == "无":
        found.miss(
            "interim_control",
            "重大隐患延期期间没有临时管控措施",
            "先 tongzhi ledger edit --set 临时管控措施=…",
        )
    if found.errors:
        raise InputError(told(found.errors, item.hazard_no))
    granted = Delay(str(step.day), reason.strip(), str(item.due), str(new_due), approver.strip())
    new = replace(
        item,
        due=new_due,
        extensions=(*item.extensions, granted),
        overdue_action=action or item.overdue_action,
    )
    return _move(conn, old, new, item.state, replace(step, note=reason), "延期")


def _open(conn: Connection, number: str, step: LedgerStep, action: str, states: Sequence[State]) -> Stored:
    old = store.find(conn, number, lock=True)
    if step.expected is not None and step.expected != old.version:
        raise store.conflict(conn, old)
    if old.item.state not in states:
        raise _refused(old, f"现在是“{old.item.stage}”，不能{action}{_last(conn, old)}", _next_step(old.item))
    return old


def _last(conn: Connection, old: Stored) -> str:
    last = store.changes(conn, old.item.hazard_no)[-1]
    return f"（{last.by} 于 {last.at:%Y-%m-%d %H:%M} {last.action}）"


_NEXT = {
    State.LISTED: "下一步是交单：tongzhi ledger assign {no} --set …",
    State.ASSIGNED: "下一步是办单：tongzhi ledger report {no} --progress …",
    State.HANDLING: "下一步是报完成：tongzhi ledger report {no} --done 日期 --evidence 材料",
    State.VERIFIED: "下一步是销号：tongzhi ledger clear {no} --approver 姓名",
    State.CLEARED: "已销号；发现反弹的用 tongzhi ledger return {no} --reason 原因",
}


def _next_step(item: Item) -> str:
    if item.state is State.HANDLING and item.done_on is not None:
        return f"下一步是验收：tongzhi ledger verify {item.hazard_no} --verifier 姓名"
    return _NEXT[item.state].format(no=item.hazard_no)


def missing_for_next(item: Item, day: date) -> list[Problem]:
    """Give what an item still lacks for the state that comes next; what the step itself brings is left out."""
    states = list(State)
    if item.state is State.CLEARED:
        return []
    following = states[states.index(item.state) + 1]
    brought = {
        State.VERIFIED: ("verifier", "verdict", "verify_kind"),
        State.CLEARED: ("closed_by",),
    }.get(following, ())
    labels = {label_of(key) for key in brought}
    return [each for each in needs_of(item, following, day).errors if each.place.field not in labels]


def next_step(item: Item) -> str:
    """Give the command that comes next for an item."""
    return _next_step(item)


def _with(item: Item, values: Mapping[str, Any] | None, *, inner: bool = False) -> Item:
    if not values:
        return item
    unknown = [key for key in values if key not in names()]
    if unknown:
        raise InputError([_unknown(key) for key in unknown])
    locked = [names()[key] for key in values if not names()[key].settable]
    if locked and not inner:
        raise InputError(
            [
                Problem(
                    Place(field=each.label),
                    "这一项由办理步骤写入，不能直接改",
                    "用 report、verify、clear、delay",
                )
                for each in locked
            ]
        )
    read, wrong = read_values(values)
    if wrong:
        raise InputError([Problem(Place(field=each.label), found, instead) for each, found, instead in wrong])
    if any(item_key in read for item_key in ("resp_unit", "resp_person")) and item.unconfirmed:
        read.setdefault("unconfirmed", "")
    return replace(item, **read)


def _unknown(key: str) -> Problem:

    near = nearest(key, names())
    return Problem(
        Place(field=key), "台账没有这一项", f"是不是“{near}”？" if near else "字段见 tongzhi ledger show"
    )


def _move(
    conn: Connection, old: Stored, new: Item, state: State, step: LedgerStep, action: str
) -> StepOutcome:
    new = replace(new, state=state)
    found = needs_of(new, state, step.day)
    if found.errors:
        raise InputError(told(found.errors, old.item.hazard_no))
    stored = store.update(conn, old, new, step.sign, action=action, note=step.note)
    return StepOutcome(stored, told(found.warnings, old.item.hazard_no))


def _back(
    conn: Connection,
    old: Stored,
    new: Item,
    state: State,
    step: LedgerStep,
    action: str,
    new_due: date | None,
) -> StepOutcome:
    due = new_due or old.item.due
    if due is not None and due < step.day:
        raise _refused(old, f"{action}后要重新整改，原时限 {due} 已过", "写新的时限：--due 日期", field="due")
    verdict = f"{new.verifier}：{new.verdict}" if action == "验收不合格" else ""
    again = replace(
        new,
        state=state,
        due=due,
        done_on=None,
        awaiting=None,
        verified_on=None,
        verdict="",
        verifier="",
        verify_unit="",
        verify_kind="",
        closed_on=None,
        closed_by="",
        resume_ok="",
    )
    note = "；".join(part for part in (verdict, step.note) if part)
    return StepOutcome(store.update(conn, old, again, step.sign, action=action, note=note))


def _refused(old: Stored, found: str, instead: str, *, field: str = "") -> InputError:
    place = Place(file=old.item.hazard_no, field=label_of(field) if field else None)
    return InputError.one(found, instead, place=place)
