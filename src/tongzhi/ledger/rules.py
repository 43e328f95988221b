"""What an item needs before it may enter a state; pure functions from an item to what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from tongzhi.errors import Place, Problem
from tongzhi.ledger.item import DEPARTMENT, EXPERT, NO_STOP, Item, State, label_of
from tongzhi.ledger.law import stop_order_law
from tongzhi.zh.calendar import is_workday, next_workday

FIVE = "五落实：整改责任、措施、资金、时限、预案"
STANDING = ("长期坚持", "持续推进", "持续", "长期", "按季度", "常态化", "每日", "每周", "每月", "每季度")
"""Time limits of tasks that are no day (documents: 长期坚持 | 持续推进 | 按季度)."""
INTERIM_DAYS = 15
"""From this many days of rectification on, interim measures are asked for."""

_HOLLOW = re.compile(
    r"(?:加强|强化|严格|落实|抓好|做好|立即|尽快|限期|及时|进一步|切实|认真|高度重视|安全|管理|监管|监督|整改|责任|到位|[，。、；\s])+"
)
_UNIT = re.compile(
    r"(?:局|委|委员会|办|办公室|公司|厂|矿|政府|中心|支队|大队|站|所|院|集团|部门|企业|单位|科|处)$"
)
_NAME = re.compile(r"[\u3400-\u9fff·]{2,}")


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
    check = {
        State.LISTED: _check_listed,
        State.ASSIGNED: _check_assigned,
        State.HANDLING: _check_handling,
        State.VERIFIED: _check_verified,
        State.CLEARED: _check_cleared,
    }[state]
    check(item, day, found)
    return found


def _check_listed(item: Item, day: date, found: Findings) -> None:
    if not item.description:
        found.miss("description", "没有填", "写明是什么问题（或任务），如“排洪涵洞淤堵约三分之一”")
    if item.is_hazard and item.found_on and item.found_on > day:
        found.miss("found_on", f"{item.found_on} 晚于今天（{day}）", "核对日期")
    _check_order(item, day, found)


def _check_order(item: Item, day: date, found: Findings) -> None:
    order = [
        (key, value)
        for key in ("found_on", "done_on", "verified_on", "closed_on")
        if (value := getattr(item, key)) is not None
    ]
    for (first, early), (second, late) in pairwise(order):
        if late < early:
            found.miss(second, f"{late} 早于{label_of(first)} {early}", "核对这两个日期")
    for key, value in order:
        if key != "found_on" and value > day:
            found.miss(key, f"{value} 晚于今天（{day}）", "核对日期")
    if item.found_on and item.due and item.due < item.found_on:
        found.miss("due", f"{item.due} 早于发现日期 {item.found_on}", "核对这两个日期")


def _check_assigned(item: Item, day: date, found: Findings) -> None:
    _check_order(item, day, found)
    if item.unconfirmed:
        found.miss(
            "unconfirmed",
            f"{item.unconfirmed} 是按对照表建议的，还没有人确认",
            "核对后加 --confirm，或用 --set 改成对的",
        )
    if item.is_hazard:
        _check_five(item, found)
        if item.is_major:
            _check_major(item, found)
    else:
        _check_task(item, found)
    if item.due is not None and not is_workday(item.due):
        found.warn("due", f"{item.due} 是休息日", f"顺延的话是 {next_workday(item.due)}")
    if item.resp_unit and item.oversight_unit and item.resp_unit in item.oversight_unit:
        found.warn("oversight_unit", "与整改责任单位相同", "监管（督促）单位应是另一家")


def _check_five(item: Item, found: Findings) -> None:
    if not item.resp_unit:
        found.miss("resp_unit", "五落实缺“责任”：没有整改责任单位", "--set 整改责任单位=…", FIVE)
    if not item.resp_person:
        found.miss("resp_person", "五落实缺“责任”：没有整改责任人", "--set 整改责任人=姓名", FIVE)
    elif _UNIT.search(item.resp_person.strip()):
        found.miss("resp_person", f"写的是单位“{item.resp_person}”", "责任落实到人，写姓名", FIVE)
    if not item.measures:
        found.miss("measures", "五落实缺“措施”", "--set 整改措施=…，写具体做什么", FIVE)
    elif _HOLLOW.fullmatch(item.measures):
        found.miss("measures", f"“{item.measures}”没有具体做法", "写具体做什么，如“清淤并加固排洪涵洞”", FIVE)
    if item.funds is None:
        found.miss("funds", "五落实缺“资金”", "--set 整改资金=12.5（万元；不需要资金写 0）", FIVE)
    if item.due is None:
        found.miss("due", "五落实缺“时限”", "--set 整改时限=2020-10-31，写一个日期", FIVE)
    if not item.emergency_plan:
        found.miss("emergency_plan", "五落实缺“预案”", "--set 应急预案=…，如“现场处置方案”", FIVE)
    if item.due and item.found_on and (item.due - item.found_on) > timedelta(days=INTERIM_DAYS):
        long = (item.due - item.found_on).days
        if not item.interim_control and not item.is_major:
            found.warn("interim_control", f"整改期 {long} 天，没有临时管控措施", "--set 临时管控措施=…")


def _check_major(item: Item, found: Findings) -> None:
    if not item.basis:
        found.miss("basis", "重大隐患没有判定依据", "写判定标准的名称和条款，不凭字眼认定")
    if not item.fix_now and item.stop_order == NO_STOP and not item.interim_control:
        found.miss(
            "stop_order",
            "重大隐患不能立即排除，又没有停产停业（停工、停用），也没有临时管控措施",
            "--set 停产停业=局部停产（或全部停产、停工、停用），能保证安全的写 --set 临时管控措施=…",
            stop_order_law(),
        )
    if item.stop_order != NO_STOP and not item.evacuated:
        found.warn("evacuated", "已停产停业，没有写撤离人员", "写撤离人数和去处，没有写 0", stop_order_law())
    if not item.sponsor:
        found.warn("sponsor", "重大隐患没有包保领导", "--set 包保领导=姓名 职务")
    if not item.plan_filed:
        found.warn("plan_filed", "重大隐患没有治理方案报备", "报备后 --set 治理方案报备=日期 报送单位")


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


def _check_handling(item: Item, day: date, found: Findings) -> None:
    _check_order(item, day, found)
    if item.done_on is not None and not item.evidence:
        found.miss("evidence", "报完成没有佐证材料", "--evidence 照片或文件，或 --evidence “说明文字”")


def _check_verified(item: Item, day: date, found: Findings) -> None:
    _check_order(item, day, found)
    if item.done_on is None:
        found.miss("done_on", "还没有报完成", "先 tongzhi ledger report 编号 --done 日期 --evidence 材料")
    if not item.evidence:
        found.miss(
            "evidence", "没有佐证材料，不能验收", "先 tongzhi ledger report 编号 --evidence 照片或文件"
        )
    _check_verifier(item, found)
    if item.verdict != "合格":
        found.miss("verdict", f"验收结论是“{item.verdict or '空'}”", "合格才能进入验收；不合格的退回整改")


def _check_verifier(item: Item, found: Findings) -> None:
    if not item.verifier:
        found.miss("verifier", "没有验收人", "--verifier 姓名")
        return
    for key in ("resp_person", "reported_by"):
        other = getattr(item, key)
        if other and same_person(item.verifier, other):
            found.miss(
                "verifier",
                f"{item.verifier} 就是{label_of(key)}，办理人不能验收自己办的事",
                "由另一个人验收：--verifier 姓名",
            )
            break
    if item.is_hazard and item.is_major and item.verify_kind not in (DEPARTMENT, EXPERT):
        found.miss(
            "verify_kind",
            f"重大隐患的验收方式是“{item.verify_kind or '空'}”",
            "重大隐患由部门或专家验收：--kind 部门验收 或 --kind 专家验收",
            stop_order_law(),
        )


def _check_cleared(item: Item, day: date, found: Findings) -> None:
    _check_verified(item, day, found)
    if item.verified_on is None:
        source = stop_order_law() if item.is_major else ""
        found.miss("verified_on", "没有复查（验收）记录，不能销号", "先 tongzhi ledger verify 编号 …", source)
    if item.stop_order != NO_STOP and not item.resume_ok:
        found.miss(
            "resume_ok",
            f"已责令{item.stop_order}，没有恢复生产审查，不能销号",
            "审查同意后 --resume “日期 文号”",
            stop_order_law(),
        )
    if not item.closed_by:
        found.miss("closed_by", "没有销号审批人", "--approver 姓名")


def names_in(text: str) -> Iterator[str]:
    """Give the names of people in a cell: runs of Han characters that are no unit; 张　三 is 张三."""
    joined = re.sub(
        r"(?<![\u3400-\u9fff])([\u3400-\u9fff])[ \u3000]+([\u3400-\u9fff])(?![\u3400-\u9fff])", r"\1\2", text
    )
    joined = re.sub("[•．‧・]", "·", joined)
    for found in _NAME.findall(joined):
        if not _UNIT.search(found):
            yield found


def same_person(one: str, other: str) -> bool:
    """Tell whether two cells name one person: spacing, the dot in names, phones and units do not count."""
    first, second = set(names_in(one)), set(names_in(other))
    if not first or not second:
        return re.sub(r"\s", "", one).casefold() == re.sub(r"\s", "", other).casefold()
    return bool(first & second)


def furthest(item: Item, wanted: State, day: date) -> tuple[State, list[Problem]]:
    """Give the last state up to `wanted` that an imported item may enter, and what stopped it before."""
    reached = State.LISTED
    if wanted is reached:
        return reached, []
    for state in list(State)[1 : list(State).index(wanted) + 1]:
        missing = needs_of(item, state, day).errors
        if missing:
            return reached, missing
        reached = state
    return reached, []


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
