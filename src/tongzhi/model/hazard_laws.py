"""What must hold for a hazard: one set of laws under the steps of the ledger and the rows of a 整改清单.

A law is a function from an item to what it finds. Its group says whom it stops:

- `State.LISTED`: dates that cannot be; such a record is no record, it stops always.
- `State.ASSIGNED`, `VERIFIED`, `CLEARED`: what a hazard needs to enter that state (五落实, 验收, 销号).
- `LIST`: what whoever types a list must say or settle; for what the ledger holds already it is told.
- `TOLD`: the merely unusual; it never stops.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal, get_args

from tongzhi.model import facts
from tongzhi.model.item import NO_STOP, Item, State, label_of
from tongzhi.model.law import stop_order_law
from tongzhi.model.types import is_at_once, is_open
from tongzhi.zh.calendar import is_workday, next_workday
from tongzhi.zh.people import has_surname

FIVE = "五落实：整改责任、措施、资金、时限、预案"
INTERIM_DAYS = 15
"""From more than this many days of rectification on, interim measures are asked for (documents §3)."""
FoundBy = Literal[
    "企业自查", "部门检查", "督导组暗访", "上级交办", "群众举报", "媒体曝光", "专家检查", "事故倒查", "待定"
]
Category = Literal["人", "物", "环", "管", "现场管理", "基础管理", "待定"]
LIST: Literal["list"] = "list"
TOLD: Literal["told"] = "told"
Group = State | Literal["list", "told"]

_HOLLOW = re.compile(
    r"(?:加强|强化|加大|严格|落实|抓好|做好|立即|尽快|限期|及时|进一步|切实|继续|认真|高度重视|安全|日常|现场|管理|监管|监督|教育|力度|检查|巡查|"
    r"整改|责任|到位|[，。、；\s])+"
)
_SAYS_NOTHING = ("无", "正常", "存在隐患", "有隐患", "无隐患", "存在安全隐患", "未发现隐患", "良好")
_UNIT = re.compile(
    r"(?:局|委|委员会|办|办公室|公司|厂|矿|政府|中心|支队|大队|站|所|院|学校|集团|部门|企业|单位|科|处)$"
)
_NAME = re.compile(r"[\u3400-\u9fff·]{2,}")


@dataclass(frozen=True, slots=True)
class Broken:
    """What a law finds: the field (English key), the fault, the remedy, the clause it comes from."""

    key: str
    found: str
    instead: str
    source: str = ""


Law = Callable[[Item, date], Iterator[Broken]]


def broken_laws(item: Item, day: date, *groups: Group) -> Iterator[Broken]:
    """Give what the laws of some groups find in a hazard on `day`."""
    for group in groups:
        for law in LAWS[group]:
            yield from law(item, day)


def claimed_state(item: Item) -> State:
    """Give the state that the dates of a hazard say it has; one that failed its check is being worked on again."""
    if item.closed_on is not None:
        return State.CLEARED
    if item.verdict != "不合格" and (item.verified_on is not None or item.verdict):
        return State.VERIFIED
    return State.HANDLING if item.done_on is not None else State.LISTED


def is_late(item: Item, day: date) -> bool:
    """Tell whether the limit in force has passed and the hazard is not cleared (documents §3)."""
    return item.due is not None and item.due < day and item.closed_on is None


def _dates(item: Item, day: date) -> Iterator[Broken]:
    """发现 ≤ 完成 ≤ 复查 ≤ 销号 ≤ today; no limit before the day of finding."""
    steps = [
        (key, value)
        for key in ("found_on", "done_on", "verified_on", "closed_on")
        if (value := getattr(item, key)) is not None
    ]
    for (first, early), (second, late) in pairwise(steps):
        if late < early:
            yield Broken(second, f"{late} 早于{label_of(first)} {early}", "核对这两个日期")
    for key, value in steps:
        if value > day and (item.is_hazard or key != "found_on"):
            yield Broken(key, f"{value} 晚于今天（{day}）", "核对日期")
    if item.found_on and item.due and item.due < item.found_on:
        yield Broken("due", f"{item.due} 早于发现日期 {item.found_on}", "核对这两个日期")


def _funds(item: Item, _day: date) -> Iterator[Broken]:
    """Funds are not negative."""
    if item.funds is not None and item.funds < 0:
        yield Broken("funds", f"整改资金 {item.funds} 是负数", "不需要资金写 0")


def _five(item: Item, _day: date) -> Iterator[Broken]:
    """The 五落实: who, by what means, with what money, by when, with which plan."""
    if not item.resp_unit:
        yield Broken("resp_unit", "五落实缺“责任”：没有整改责任单位", "写整改责任单位", FIVE)
    if not item.resp_person:
        yield Broken("resp_person", "五落实缺“责任”：没有整改责任人", "写姓名", FIVE)
    elif _is_unit(item.resp_person):
        yield Broken("resp_person", f"“{item.resp_person}”是单位，不是人", "责任落实到人，写姓名", FIVE)
    if not item.measures:
        yield Broken("measures", "五落实缺“措施”", "写具体做什么", FIVE)
    elif _HOLLOW.fullmatch(facts.compact(item.measures)):
        yield Broken(
            "measures", f"“{item.measures}”不具体，没有具体做法", "写具体做什么，如 清淤并加固排洪涵洞", FIVE
        )
    if item.funds is None:
        yield Broken("funds", "五落实缺“资金”", "写万元数，如 12.5；不需要资金写 0", FIVE)
    if item.due is None and not is_at_once(item.due_note):
        yield Broken("due", "五落实缺“时限”", "写一个日期", FIVE)
    if not item.emergency_plan:
        yield Broken("emergency_plan", "五落实缺“预案”", "如 现场处置方案", FIVE)


def _is_unit(person: str) -> bool:
    # 李科 and 王处 are people, 村委 and 县局 are bodies
    text = re.sub(r"[\d×*\-\s　]+$", "", person.strip())
    return bool(_UNIT.search(text)) and not (len(text) == 2 and has_surname(text))


def _major(item: Item, _day: date) -> Iterator[Broken]:
    """A major hazard has a basis, and is stopped or under control unless it is made safe at once (安全生产法 §65)."""
    if not item.is_major:
        return
    if not item.basis:
        yield Broken("basis", "重大隐患没有填写判定依据", "写判定标准的名称和条款，不凭字眼认定")
    if not item.fix_now and not _stopped(item) and not item.interim_control:
        yield Broken(
            "stop_order",
            "重大隐患不能立即排除，又没有停产停业（停工、停用），也没有临时管控措施",
            "写 局部停产、全部停产、停工 或 停用；能保证安全的写临时管控措施",
            stop_order_law(),
        )


def _stopped(item: Item) -> bool:
    return item.stop_order not in ("", NO_STOP)


def _accepted(item: Item, _day: date) -> Iterator[Broken]:
    """验收 comes after the work, by somebody else, and says 合格."""
    if item.done_on is None:
        yield Broken("done_on", "还没有报完成，没有整改完成日期", "先补整改完成日期")
    if item.verdict != "合格":
        yield Broken(
            "verdict", f"复查（验收）结论是“{item.verdict or '空'}”", "合格才能进入验收；不合格的退回整改"
        )
    if item.verdict and item.verified_on is None and item.closed_on is None:
        yield Broken("verified_on", "写了复查结论，没有复查日期", "补上复查日期")
    if not item.verifier:
        yield Broken("verifier", "没有复查（验收）人", "写姓名")
        return
    for key in ("resp_person", "reported_by"):
        other = getattr(item, key)
        if other and same_person(item.verifier, other):
            yield Broken(
                "verifier", f"{item.verifier} 就是{label_of(key)}，办理人不能验收自己办的事", "由另一个人验收"
            )
            break


def _checked(item: Item, _day: date) -> Iterator[Broken]:
    """Nothing is cleared without its check, nor resumed after a stop order without its review."""
    if item.verified_on is None:
        source = stop_order_law() if item.is_major else ""
        yield Broken("verified_on", "没有复查（验收）记录，不能销号", "先复查，写复查日期和结论 合格", source)
    if _stopped(item) and not item.resume_ok:
        yield Broken(
            "resume_ok",
            f"已责令{item.stop_order}，没有恢复生产审查，不能销号",
            "写审查日期和文号",
            stop_order_law(),
        )
    if not item.closed_by:
        yield Broken("closed_by", "已销号，没有写审批人", "补上销号审批人")


def _description(item: Item, _day: date) -> Iterator[Broken]:
    """At least 8 characters that name an object and its defect; a place that is more than the unit."""
    text = facts.compact(item.description)
    said = f"隐患描述“{item.description}”"
    if text in _SAYS_NOTHING:
        yield Broken("description", f"{said}没有说清是什么隐患", "写明部位和缺陷，如 排洪涵洞淤堵约1/3")
    elif text and len(re.sub(r"[^一-鿿𠀀-𲎯\d]", "", text)) < 8:
        yield Broken("description", f"{said}不足 8 个字", "写明部位和缺陷，如 排洪涵洞淤堵约三分之一")
    if item.location and item.location == item.entity:
        yield Broken("location", "隐患部位只写了单位名称", "写到具体部位，如 3#尾矿库排洪涵洞")


def _words(item: Item, _day: date) -> Iterator[Broken]:
    """Words out of a list of words: how it was found, of which kind it is."""
    for key, kind in (("found_by", FoundBy), ("category", Category)):
        value = getattr(item, key)
        if value and value not in get_args(kind):
            yield Broken(key, f"“{value}”不在可选的值里", f"只能写：{'、'.join(get_args(kind))}")


def _reference(item: Item, _day: date) -> Iterator[Broken]:
    """What was handed down or reported has a reference number."""
    if item.found_by in ("上级交办", "群众举报") and not item.found_ref:
        yield Broken(
            "found_ref",
            f"发现方式是“{item.found_by}”，没有来源文号",
            "写交办文号或举报编号；还不知道写 待定",
        )


def _progress(item: Item, _day: date) -> Iterator[Broken]:
    """A number is between 0 and 100."""
    found = re.fullmatch(r"(-?\d+(?:\.\d+)?)\s*%?", item.progress)
    if found and not 0 <= float(found[1]) <= 100:
        yield Broken("progress", f"整改进展“{item.progress}”超出 0—100", "写 0 到 100 的数，或一句话")


def _oversight(item: Item, _day: date) -> Iterator[Broken]:
    """Nobody oversees itself."""
    if item.oversight_unit and item.oversight_unit == item.resp_unit and not is_open(item.resp_unit):
        yield Broken(
            "oversight_unit",
            f"监管责任单位与整改责任单位都是“{item.resp_unit}”",
            "监管（督促）单位应是另一家：上级或主管部门",
        )


def _major_words(item: Item, _day: date) -> Iterator[Broken]:
    """A major hazard has a leader in charge and interim control; one that stays is stopped (安全生产法 §65)."""
    if not item.is_major:
        return
    for key, example in (
        ("sponsor", "写包保的领导，如 副县长某某"),
        ("interim_control", "写管控措施，如 停止放矿、专人盯守"),
    ):
        if not getattr(item, key):
            yield Broken(key, f"重大隐患没有填写{label_of(key)}", f"{example}；还不知道写 待定")
    if item.fix_now is False and not _stopped(item) and item.interim_control:
        yield Broken(
            "stop_order",
            "重大隐患不能立即整改，停产停业不能为“无”",
            "写 局部停产、全部停产、停工 或 停用",
            stop_order_law(),
        )


def _interim(item: Item, day: date) -> Iterator[Broken]:
    """Interim control when the limit is more than 15 days off or has passed."""
    if item.interim_control or item.closed_on or item.is_major:
        return
    if is_late(item, day):
        yield Broken(
            "interim_control",
            f"整改时限 {item.due} 已过未销号，没有临时管控措施",
            "写管控措施，如 专人盯守；还不知道写 待定",
        )
        return
    first = date.fromisoformat(item.extensions[0].old_due) if item.extensions else item.due
    if item.found_on and first and first - item.found_on > timedelta(days=INTERIM_DAYS):
        yield Broken(
            "interim_control",
            f"整改时限超过 {INTERIM_DAYS} 天，没有临时管控措施（共 {(first - item.found_on).days} 天）",
            "写管控措施，如 专人盯守；还不知道写 待定",
        )


def _delays(item: Item, _day: date) -> Iterator[Broken]:
    """A delay is applied for before the limit, or after 逾期处置; it leads to a later day."""
    for delay in item.extensions:
        late = delay.applied_on > delay.old_due
        if late and item.verdict != "不合格" and not item.overdue_action:
            yield Broken(
                "extensions",
                f"延期申请 {delay.applied_on} 晚于时限 {delay.old_due}",
                "延期要在到期前申请；已逾期的写明逾期处置",
            )
        if delay.new_due <= delay.old_due:
            yield Broken("extensions", f"新时限 {delay.new_due} 不晚于原时限 {delay.old_due}", "核对两个日期")


def _closing_unit(item: Item, _day: date) -> Iterator[Broken]:
    """What is cleared says which unit has looked."""
    if item.closed_on is not None and not item.verify_unit:
        yield Broken("verify_unit", "已销号，没有写复查单位", "补上")


def _field(item: Item, _day: date) -> Iterator[Broken]:
    """The field is one of the known ones."""
    if (
        item.field
        and not is_open(item.field)
        and not any(known in item.field or item.field in known for known in facts.FIELDS)
    ):
        yield Broken(
            "field", f"“{item.field}”不是常用的行业领域", "如 危险化学品、非煤矿山、消防、道路交通、建筑施工"
        )


def _credit_code(item: Item, _day: date) -> Iterator[Broken]:
    """18 characters with a check character (GB 32100-2015)."""
    code = item.credit_code.upper()
    if code and not facts.is_redacted(code) and not is_open(code) and not facts.is_credit_code(code):
        yield Broken(
            "credit_code",
            f"统一社会信用代码“{item.credit_code}”校验不通过",
            "核对 18 位代码",
            "GB 32100-2015",
        )


def _rest_day(item: Item, _day: date) -> Iterator[Broken]:
    """A limit on a rest day is unusual; it is never moved."""
    if item.due is not None and not is_workday(item.due):
        yield Broken(
            "due",
            f"整改时限 {facts.say_day(item.due)}是休息日（{facts.rest_day(item.due)}）",
            f"顺延的话是 {next_workday(item.due)}；确需如此可不改",
        )


def _overdue(item: Item, day: date) -> Iterator[Broken]:
    """What is overdue was acted upon."""
    if is_late(item, day) and not item.overdue_action:
        yield Broken(
            "overdue_action",
            f"整改时限 {item.due} 已过未销号，没有写逾期处置",
            "如 通报、约谈、立案",
        )


def _near_overseer(item: Item, _day: date) -> Iterator[Broken]:
    """The overseer is not the responsible unit with more words."""
    if item.resp_unit and item.resp_unit != item.oversight_unit and item.resp_unit in item.oversight_unit:
        yield Broken("oversight_unit", "与整改责任单位相同", "监管（督促）单位应是另一家")


def _major_papers(item: Item, _day: date) -> Iterator[Broken]:
    """A major hazard has a filed plan; a stop order asks whether people must move."""
    if item.is_major and not item.plan_filed:
        yield Broken("plan_filed", "重大隐患没有写治理方案报备", "写报备日期和单位")
    if _stopped(item) and not item.evacuated:
        yield Broken("evacuated", "已责令停产停用，没有写撤离人员", "危险区域无人写 0人", stop_order_law())


def _failed(item: Item, _day: date) -> Iterator[Broken]:
    """A failed check starts the work again, with a new limit."""
    if item.verdict == "不合格" and not item.extensions:
        yield Broken("verdict", "复查不合格，没有新的时限", "退回整改，在“延期”里写新时限")


def _undated(item: Item, _day: date) -> Iterator[Broken]:
    """A limit in words leaves no time, and no day that could be watched."""
    if item.due is None and is_at_once(item.due_note) and item.closed_on is None:
        yield Broken("due", f"“{item.due_note}”没有日期，照原话印，不会提醒逾期", "有日期就写日期")


LAWS: dict[Group, tuple[Law, ...]] = {
    State.LISTED: (_dates, _funds),
    State.ASSIGNED: (_five, _major),
    State.HANDLING: (),
    State.VERIFIED: (_accepted,),
    State.CLEARED: (_checked,),
    LIST: (
        _description, _words, _reference, _progress, _oversight, _major_words, _interim, _delays, _closing_unit,
    ),
    TOLD: (_field, _credit_code, _rest_day, _overdue, _near_overseer, _major_papers, _failed, _undated),
}  # fmt: skip
"""Whom each law stops."""


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
