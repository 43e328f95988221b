"""The rows of the task table: one unit's one matter each; which sentences and parts make a row of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tongzhi.draft.classes import ORDERS, Utterance
from tongzhi.draft.compose import HELP_ONLY, REFERS, PlanSection, plan_words
from tongzhi.draft.days import is_short
from tongzhi.draft.duty import (
    ALIKE,
    SMALL,
    STEP,
    TINY,
    Duty,
    fold,
    gather,
    is_series,
    join_row,
    lend,
    lengthen,
    say_who,
    shares,
    take_lead,
)
from tongzhi.draft.dutymatters import ENOUGH, MENDED, from_its_name, matter_of, without_time
from tongzhi.draft.dutyowners import BY_MAP, assign
from tongzhi.draft.dutytimes import OCCASION, after_event, say_when
from tongzhi.draft.faults import split_at_fault
from tongzhi.draft.rewrite import Ground
from tongzhi.draft.wordings import any_pattern
from tongzhi.model.task import Task, TaskPart
from tongzhi.zh.script import simplified


def duties_of(sections: Sequence[PlanSection], ground: Ground, level: str) -> list[Duty]:
    """Give the rows of the task table in the order of the plan."""
    found: list[Duty] = []
    for section in sections:
        for point in section.points:
            before = len(found)
            for number, one in enumerate(point.sentences):
                _take(found, one, ground, level, lead=point.lead, continues=number > 0, titled=point.titled)
            if point.text.startswith("按照") and len(found) == before + 1:
                found[-1].matter = matter_of(
                    point.text, ()
                )  # 按照**书记的要求…, where the sentence only says 抓好落实
    _prefer_named(found)
    for row in found:
        row.matter = without_time(row.matter, row.when)
    return found


_DEPARTMENT = re.compile(r"(?:局|委|办|厅|队|部|科|处|中心)$")


def _prefer_named(rows: Sequence[Duty]) -> None:
    """Suggest for a field whom the speech itself names for it again and again, before what the map says."""
    named: dict[str, Counter[str]] = {}
    for row in rows:
        if row.field_name and row.leads and not row.basis and _DEPARTMENT.search(row.leads[0]):
            named.setdefault(row.field_name, Counter())[row.leads[0]] += 1
    for before, row in zip([None, *rows], rows, strict=False):
        if (
            not row.leads
            and re.match(r"其余|余下|剩下", row.matter)
            and before is not None
            and _goes_on(before, row)
        ):
            row.leads, row.basis = before.leads[:1], "同段上文的责任单位"
            continue
        if row.basis == BY_MAP and before is not None and _goes_on(before, row):
            row.leads, row.basis = before.leads[:1], "同段上文的责任单位"
            continue
        if row.basis == BY_MAP and re.match(r"(?:决定)?成立|抽调", row.matter):
            row.leads, row.basis = [], ""  # who brings the body together, no map of fields knows
            continue
        if row.basis == BY_MAP and re.search(r"考核|否决|问责|追责|免职", row.matter):
            row.leads, row.basis = [], ""
            continue
        known = named.get(row.field_name)
        if row.basis == BY_MAP and known:
            unit, times = known.most_common(1)[0]
            if times > 1:
                row.leads, row.basis = [unit], "讲话中同一领域的责任单位"


def _goes_on(before: Duty, row: Duty) -> bool:
    """Tell whether a row that names nobody stands in the paragraph of one whose department the speech names, about one field."""
    if re.search(r"考核|否决|问责|追责|免职", row.matter):
        return False
    near = before.said[-1].paragraph == row.said[0].paragraph
    named = before.basis in ("", "同段上文的责任单位") and bool(before.leads)
    return (
        near and named and before.field_name == row.field_name and bool(_DEPARTMENT.search(before.leads[0]))
    )


def _take(
    found: list[Duty], one: Utterance, ground: Ground, level: str, *, lead: str, continues: bool, titled: bool
) -> None:
    task = one.task
    helps = bool(found) and found[-1].said[-1].paragraph == one.paragraph and bool(HELP_ONLY.match(one.text))
    if task is None or (
        one.kind not in ORDERS and not helps and not (lead and task.field not in (None, "其他"))
    ):
        return
    for number, made in enumerate(_rows(one, task, ground, level, lead)):
        if not re.search(r"[一-鿿]{2}", made.matter):
            continue
        before = found[-1] if found else None
        if before is not None and number == 0 and REFERS.match(one.text):
            join_row(before, made, one)
        elif before is not None and before.said[-1].paragraph == one.paragraph and HELP_ONLY.match(one.text):
            before.said.append(one)
            before.supports += [
                name
                for name in (*made.leads, *made.supports)
                if name not in (*before.leads, *before.supports)
            ]
        elif before is not None and (
            (continues and not _own(task)) or _hangs_on(before, made, one, continues=continues)
        ):
            before.said.append(one)
            if _HANGS.match(one.text):
                lengthen(before, made.matter.removeprefix(f"{lead.rstrip('。')}："))
        elif before is not None and continues and one.text.startswith("由") and not made.due and made.leads:
            before.said.append(one)  # 谁来教？由燃气企业派人教: what else belongs to it
            say_who(made)
            before.matter = f"{before.matter}；{made.matter}"
            before.supports += [name for name in made.leads if name not in (*before.leads, *before.supports)]
        elif before is not None and _is_its_body(before, made, one):
            before.said.append(one)
            before.matter = f"{before.matter}；{made.matter}"
            before.when = "，".join(part for part in (before.when, made.when) if part)
            before.due = before.due or made.due
        elif before is not None and _is_step(before, lead):
            before.said.append(one)
            step = lead.rstrip("。")
            before.matter += f"；{step}{made.when.replace('，', '、')}" if made.when else ""
            if not made.basis:
                before.supports += [
                    name for name in made.leads if name not in (*before.leads, *before.supports)
                ]
        elif (one.kind == "P" or not made.when) and not made.leads and not (titled and not continues):
            continue  # nobody and no time: the plan's text says it
        else:
            found.append(made)


def _own(task: Task) -> bool:
    """Tell whether a sentence that continues a point has a unit, a day or a number of its own."""
    return bool(
        any(owner.origin in ("stated", "typed", "suggested", "owners-file") for owner in task.owners)
        or any(deadline.date for deadline in task.deadlines)
    )


_HANGS = re.compile(
    r"^(?:没|未|凡|到期|逾期|查实|查出|发现|对(?:没|未|查|拒|逾|到期))[^，。]{0,14}的(?:，|[一-鿿])"
)
"""What becomes of those that fail what the sentence before asks: 没改的立即停止用气."""


def _hangs_on(before: Duty, made: Duty, one: Utterance, *, continues: bool) -> bool:
    """Tell whether a sentence without a unit and a day of its own only says what follows from the row before."""
    near = continues or before.said[-1].paragraph == one.paragraph
    owned = bool(made.leads) and not made.basis
    if not near or owned or made.due is not None:
        return False
    explains = before.leads and not before.basis and made.basis == BY_MAP and one.text[:2] in before.matter
    return bool(_HANGS.match(one.text) or explains)  # 复查不是再开一次单: what the row before means


def _is_its_body(before: Duty, made: Duty, one: Utterance) -> bool:
    """Tell whether only the body acts that the row before sets up: 调查组由甲局牵头。调查组要三日内提交报告."""
    (body,) = made.leads if len(made.leads) == 1 else ("",)
    near = before.said[-1].paragraph == one.paragraph
    small = len(made.matter) <= ENOUGH // 2 and not (before.due and made.due)
    return (
        near
        and small
        and bool(re.search(r"[组班队]$", body))
        and body in before.matter
        and bool(before.leads)
    )


def _is_step(before: Duty, lead: str) -> bool:
    """Tell whether a point under a heading is a step of the row before, which lists it: 列单、交单、办单、清单."""
    step = lead.rstrip("。")
    listed = re.search(rf"(?:^|[、：]|实行|按照?“?){re.escape(step)}(?:[、；”]|$)", before.matter)
    return bool(step) and len(step) <= STEP and listed is not None and "、" in before.matter


def _rows(one: Utterance, task: Task, ground: Ground, level: str, lead: str) -> list[Duty]:
    """Give a row a part; what is no matter of its own (带路, 提需求) goes to the row before it."""
    parts = _at_faults(task.parts)
    if len(parts) == 1:
        return [_row(one, task, parts[0], ground, level, lead)]
    rows: list[Duty] = []
    carried = ""
    for at, said in enumerate(parts):
        part = said
        if carried:
            part, carried = replace(said, text=f"{carried}，{said.text}"), ""
        if (
            at + 1 < len(parts)
            and _is_fault_only(simplified(part.text))
            and MENDED.search(simplified(parts[at + 1].text))
        ):
            carried = part.text.rstrip("，；")
            continue
        if said is not parts[-1] and (left := _CASE.search(simplified(part.text))):
            carried = left["case"]  # …，压力不够的地方，乙局加装增压泵: a case belongs to what is done then
            part = replace(part, text=part.text[: left.start()])
        timed = any(one.date for one in part.deadlines)
        if said is not parts[-1] and not timed and _TOLD.search(part.text) and not _ASKS.search(part.text):
            continue  # 振动值上周到了7.1: why the rest is ordered
        if rows and _AGAIN.match(part.text):
            before = rows[-1]
            before.matter = f"{before.matter}，{part.text.rstrip('。；，')}"
            continue
        made = _row(one, task, part, ground, level, "")
        whole = plan_words(replace(one, text=part.text), ground).rstrip("。")
        small = len(made.matter) < SMALL
        if rows and small and not part.quantities and (made.due is None or made.due == rows[-1].due):
            fold(rows[-1], made, whole, part)
            continue
        if rows and rows[-1].lent and made.leads and not (made.lent or made.basis):
            take_lead(rows[-1], made)  # 奖金由市财政局保障，市城管局公布举报电话
            continue
        if rows and made.lent and rows[-1].leads and not rows[-1].lent:
            lend(rows[-1], made)  # 甲部牵头，一厂、二厂参加，演练后提交报告
            continue
        if len(made.matter) < TINY + 2 and whole:
            made.matter = from_its_name(whole, part.owners)
        if rows and not part.quantities and (shares(rows[-1], made) or is_series(rows[-1], made, parts)):
            gather(rows[-1], made)
            continue
        rows.append(made)
    last = parts[-1].deadlines
    if last and len(parts) >= ALIKE and not any(row.when for row in rows[:-1]):
        for row in rows[:-1]:  # 甲归一局，乙归二局，丙归三局，下周三前都报上来
            row.when, row.due = rows[-1].when, rows[-1].due
    return rows


_CASE = re.compile(r"，(?P<case>[^，。；]{2,14}的(?:地方|单位|企业|路段|部位|场所|学校|门店)?)，?$")
_AGAIN = re.compile(r"第[二三四五]次|再次|再(?:有|犯|发现)")
"""What follows when it happens again: it goes on with the row before, whoever is meant."""


def _at_faults(parts: Sequence[TaskPart]) -> list[TaskPart]:
    """Cut a part where it goes on to faults that are to be mended by another day; who does that is not said again."""
    found = []
    for part in parts:
        before, after = split_at_fault(simplified(part.text))
        inside = [one for one in part.deadlines if after and simplified(one.text) in after]
        rest = [one for one in part.deadlines if one not in inside]
        if not after or not inside or not rest:
            found.append(part)
            continue
        named = [one for one in part.owners if simplified(one.text) in after]
        carried = [replace(one, origin="context") for one in part.owners if one not in named][:1]
        found.append(replace(part, text=before, deadlines=tuple(rest)))
        found.append(
            replace(part, text=after, owners=tuple(named or carried), deadlines=tuple(inside), quantities=())
        )
    return found


def _is_fault_only(words: str) -> bool:
    """Tell whether a part only says what is wrong where; what is done about it stands in the next one."""
    return (
        bool(any_pattern("faults.txt").search(words)) and not _ASKS.search(words) and not MENDED.search(words)
    )


_TOLD = re.compile(r"(?:到|超过|发生|出现|达到|掉|坏)了|已经|去年|上周|上个?月|昨天")

_ASKS = re.compile(r"要|必须|负责|牵头|不得|务必|立即|[日月底周]前|由")


def _row(one: Utterance, task: Task, part: TaskPart, ground: Ground, level: str, lead: str) -> Duty:
    whole = len(task.parts) == 1 and part.text == task.parts[0].text
    said = plan_words(one if whole else replace(one, text=part.text), ground) or plan_words(one, ground)
    matter = matter_of(said, part.owners or task.owners)
    if whole and len(matter) < TINY:
        matter = said.rstrip("。")
    if lead and lead.rstrip("。") not in matter and len(matter) < 30:
        matter = f"{lead.rstrip('。')}：{matter}"
    made = Duty(matter, [one], field_name=task.field or "", spoken=said)
    assign(made, part.owners or task.owners, task, ground, level, one.text, part.text)
    deadlines = part.deadlines or (task.deadlines if whole else ())
    made.when = say_when(deadlines, ground.day, simplified(part.text))
    occasion = OCCASION.match(said)
    if occasion and (last := re.split(r"[、和]", occasion["what"])[-1]) in made.when:
        made.when = made.when.replace(last, occasion["what"], 1)
    if occasion and occasion["what"] not in f"{made.when}{made.matter}":
        made.when = "，".join(part for part in (occasion["what"], made.when) if part)
    spoken = simplified(part.text)
    due = next(
        (
            each
            for each in deadlines
            if not each.starts and each.date and not is_short(each.text) and not after_event(each, spoken)
        ),
        None,
    )
    made.due = due.date if due else None
    return made
