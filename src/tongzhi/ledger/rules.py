"""What an item needs before it may enter a state: the laws of `model.hazard_laws`, and what the step itself must bring."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from tongzhi.errors import Place, Problem
from tongzhi.model.hazard_laws import LIST, TOLD, Broken, Group, broken_laws
from tongzhi.model.item import DEPARTMENT, EXPERT, Item, State, label_of
from tongzhi.model.law import stop_order_law
from tongzhi.zh.calendar import is_workday, next_workday

STANDING = ("长期坚持", "持续推进", "持续", "长期", "按季度", "常态化", "每日", "每周", "每月", "每季度")
"""Time limits of tasks that are no day (documents: 长期坚持 | 持续推进 | 按季度)."""
_ASKED: dict[State, tuple[Group, ...]] = {
    State.LISTED: (State.LISTED,),
    State.ASSIGNED: (State.LISTED, State.ASSIGNED),
    State.HANDLING: (State.LISTED, State.HANDLING),
    State.VERIFIED: (State.LISTED, State.VERIFIED),
    State.CLEARED: (State.LISTED, State.VERIFIED, State.CLEARED),
}
"""The laws that stop a step; those of earlier steps are not asked again, a list in mid-life may lack some of it."""
_OF_HAZARDS = frozenset((State.ASSIGNED, LIST, TOLD))


@dataclass(slots=True)
class Findings:
    """What is missing (it stops the step) and what is merely unusual (it is told)."""

    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def miss(self, key: str, found: str, instead: str, source: str = "") -> None:
        """Note something that stops the step."""
        self.errors.append(Problem(Place(field=label_of(key)), found, instead, source))

    def warn(self, key: str, found: str, instead: str, source: str = "") -> None:
        """Note something unusual."""
        self.warnings.append(Problem(Place(field=label_of(key)), found, instead, source))


def needs_of(item: Item, state: State, day: date) -> Findings:
    """Give what `item` lacks to enter `state` on `day`; the item already holds what the step brings."""
    found = Findings()
    if not item.description:
        found.miss("description", "没有填", "写明是什么问题（或任务），如“排洪涵洞淤堵约三分之一”")
    if state is State.ASSIGNED and item.unconfirmed:
        found.miss(
            "unconfirmed",
            f"{item.unconfirmed} 是按对照表建议的，还没有人确认",
            "核对后加 --confirm，或用 --set 改成对的",
        )
    for each in broken_laws(item, day, *_groups(item, _ASKED[state])):
        found.miss(each.key, each.found, _command(each, state), each.source)
    _check_step(item, state, found)
    if state is State.ASSIGNED:
        for each in broken_laws(item, day, *_groups(item, (LIST, TOLD))):
            found.warn(each.key, each.found, each.instead, each.source)
    return found


def _groups(item: Item, groups: tuple[Group, ...]) -> tuple[Group, ...]:
    return groups if item.is_hazard else tuple(each for each in groups if each not in _OF_HAZARDS)


_OPTIONS = {
    "done_on": "先 tongzhi ledger report 编号 --done 日期 --evidence 材料",
    "verifier": "--verifier 姓名",
    "verified_on": "先 tongzhi ledger verify 编号 …",
    "resume_ok": "--resume “日期 文号”",
    "closed_by": "--approver 姓名",
}
"""Field → how a step is told it."""


def _command(each: Broken, state: State) -> str:
    """Give the remedy with the option that brings it."""
    if state in (State.VERIFIED, State.CLEARED) and each.key in _OPTIONS:
        return f"{each.instead}：{_OPTIONS[each.key]}"
    return f"{each.instead}：--set {label_of(each.key)}=…" if state is State.ASSIGNED else each.instead


def _check_step(item: Item, state: State, found: Findings) -> None:
    """What is asked of the step beside the hazard itself: evidence, the kind of acceptance, who leads a task."""
    match state:
        case State.ASSIGNED if not item.is_hazard:
            _check_task(item, found)
        case State.HANDLING if item.done_on is not None and not item.evidence:
            found.miss("evidence", "报完成没有佐证材料", "--evidence 照片或文件，或 --evidence “说明文字”")
        case State.VERIFIED | State.CLEARED:
            if not item.evidence:
                found.miss(
                    "evidence",
                    "没有佐证材料，不能验收",
                    "先 tongzhi ledger report 编号 --evidence 照片或文件",
                )
            if item.is_hazard and item.is_major and item.verify_kind not in (DEPARTMENT, EXPERT):
                found.miss(
                    "verify_kind",
                    f"重大隐患的验收方式是“{item.verify_kind or '空'}”",
                    "重大隐患由部门或专家验收：--kind 部门验收 或 --kind 专家验收",
                    stop_order_law(),
                )


def _check_task(item: Item, found: Findings) -> None:
    if not item.resp_unit:
        found.miss("resp_unit", "交单缺“责任”：没有牵头（责任）单位", "--set 责任单位=…")
    standing = item.due_note.startswith(STANDING)
    if item.due is None and not standing:
        said = f"，原文只说“{item.due_note}”" if item.due_note else ""
        found.miss(
            "due",
            f"交单缺“时限”：没有完成时限{said}",
            "--set 完成时限=2020-10-31；确属长期的 --set 时限说明=长期坚持",
        )
    if item.due is not None and not is_workday(item.due):
        found.warn("due", f"{item.due} 是休息日", f"顺延的话是 {next_workday(item.due)}")


def told(problems: Iterable[Problem], number: str) -> list[Problem]:
    """Give the problems with the item's number in front of their place."""
    return [
        Problem(
            Place(file=each.place.file or number, row=each.place.row, field=each.place.field),
            each.found,
            each.instead,
            each.source,
        )
        for each in problems
    ]
