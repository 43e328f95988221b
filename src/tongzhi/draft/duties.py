"""The rows of the task table: one unit's one matter each, who leads, who supports, by when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tongzhi.draft.classes import ORDERS, Utterance
from tongzhi.draft.compose import HELP_ONLY, REFERS, PlanSection, plan_words
from tongzhi.draft.days import fix_days, is_short, say_day
from tongzhi.draft.material import full_label
from tongzhi.draft.rewrite import Ground, clauses_of
from tongzhi.draft.wordings import any_pattern
from tongzhi.extract.actors import PRONOUNS
from tongzhi.extract.roles import find_roles, words_after
from tongzhi.model.task import Deadline, Owner, Part, Task
from tongzhi.zh.script import simplified

_SHORT = 42
"""Characters of a row's matter from which no further clause is added."""

_BY_MAP = "责任部门对照表"

SPEAKER = ("我", "我本人", "本人")


@dataclass(slots=True)
class Duty:
    """One row: the matter, who leads (or does it), who supports, the time, what must be confirmed.

    `basis` tells why leads or supporters are only suggested; empty when the speech names them.
    """

    matter: str
    said: list[Utterance]
    leads: list[str] = field(default_factory=list)
    supports: list[str] = field(default_factory=list)
    when: str = ""
    due: date | None = None
    field_name: str = ""
    basis: str = ""
    supervisors: list[str] = field(default_factory=list)
    spoken: str = ""
    """The words of the part that it was made of, with its actors."""
    lent: bool = False
    """Whether those that lead it only help by the speech's words, because nobody else is named."""


def duties_of(sections: Sequence[PlanSection], ground: Ground, level: str) -> list[Duty]:
    """Give the rows of the task table in the order of the plan."""
    found: list[Duty] = []
    for section in sections:
        for point in section.points:
            before = len(found)
            for number, one in enumerate(point.sentences):
                _take(found, one, ground, level, lead=point.lead, continues=number > 0, titled=point.titled)
            if point.text.startswith("按照") and len(found) == before + 1:
                found[-1].matter = _matter(
                    point.text, ()
                )  # 按照**书记的要求…, where the sentence only says 抓好落实
    _prefer_named(found)
    for row in found:
        row.matter = _without_time(row.matter, row.when)
    return found


def _without_time(matter: str, when: str) -> str:
    """Leave out of a cell the weekday, and the day that the column of times has: 区住建局9月18日前完成鉴定."""
    bare = re.sub(r"（星期.）", "", matter)
    for words in when.split("，"):
        if re.search(r"\d月\d", words) and f"，{words}，" not in bare:
            bare = re.sub(rf"(?:在|于|从)?{re.escape(words)}", "", bare, count=1)
    bare = re.sub(r"(?:^|(?<=[，；]))，", "", bare)
    return bare.strip("，") if re.search(r"[一-鿿]{4}", bare) else matter


_DEPARTMENT = re.compile(r"(?:局|委|办|厅|队|部|科|处|中心)$")


def _prefer_named(rows: Sequence[Duty]) -> None:
    """Suggest for a field whom the speech itself names for it again and again, before what the map says."""
    named: dict[str, Counter[str]] = {}
    for row in rows:
        if row.field_name and row.leads and not row.basis and _DEPARTMENT.search(row.leads[0]):
            named.setdefault(row.field_name, Counter())[row.leads[0]] += 1
    for row in rows:
        known = named.get(row.field_name)
        if row.basis == _BY_MAP and known:
            unit, times = known.most_common(1)[0]
            if times > 1:
                row.leads, row.basis = [unit], "讲话中同一领域的责任单位"


def _take(
    found: list[Duty], one: Utterance, ground: Ground, level: str, *, lead: str, continues: bool, titled: bool
) -> None:
    task = one.task
    if task is None or (one.kind not in ORDERS and not (lead and task.field not in (None, "其他"))):
        return
    for made in _rows(one, task, ground, level, lead):
        if not re.search(r"[一-鿿]{2}", made.matter):
            continue
        before = found[-1] if found else None
        if before is not None and REFERS.match(one.text):
            _join(before, made, one)
        elif before is not None and before.said[-1].paragraph == one.paragraph and HELP_ONLY.match(one.text):
            before.said.append(one)
            before.supports += [
                name
                for name in (*made.leads, *made.supports)
                if name not in (*before.leads, *before.supports)
            ]
        elif before is not None and (
            (continues and not _own(one, task)) or _hangs_on(before, made, one, continues=continues)
        ):
            before.said.append(one)
            if _HANGS.match(one.text):
                _lengthen(before, made.matter.removeprefix(f"{lead.rstrip('。')}："))
        elif before is not None and continues and one.text.startswith("由") and not made.due and made.leads:
            before.said.append(one)  # 谁来教？由燃气企业派人教: what else belongs to it
            _say_who(made)
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


def _own(one: Utterance, task: Task) -> bool:
    """Tell whether a sentence that continues a point has a unit, a day or a number of its own."""
    del one
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
    explains = before.leads and not before.basis and made.basis == _BY_MAP and one.text[:2] in before.matter
    return bool(_HANGS.match(one.text) or explains)  # 复查不是再开一次单: what the row before means


def _is_its_body(before: Duty, made: Duty, one: Utterance) -> bool:
    """Tell whether only the body acts that the row before sets up: 调查组由甲局牵头。调查组要三日内提交报告."""
    (body,) = made.leads if len(made.leads) == 1 else ("",)
    near = before.said[-1].paragraph == one.paragraph
    small = len(made.matter) <= _SHORT // 2 and not (before.due and made.due)
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
    return bool(step) and len(step) <= _STEP and listed is not None and "、" in before.matter


def _lengthen(row: Duty, words: str) -> None:
    """Add a matter to that of a row, as long as the cell stays short."""
    if words not in row.matter and len(row.matter) + len(words) <= _LONGEST:
        row.matter = f"{row.matter}；{words}"


def _join(before: Duty, made: Duty, one: Utterance) -> None:
    before.said.append(one)
    if made.leads and not made.basis:
        before.leads, before.supports, before.basis = made.leads, made.supports, ""
    before.when = "，".join(dict.fromkeys(part for part in (before.when, made.when) if part))
    before.due = made.due or before.due


def _rows(one: Utterance, task: Task, ground: Ground, level: str, lead: str) -> list[Duty]:
    """Give a row a part; what is no matter of its own (带路, 提需求) goes to the row before it."""
    parts = task.parts
    if len(parts) == 1:
        return [_row(one, task, parts[0], ground, level, lead)]
    rows: list[Duty] = []
    for part in parts:
        if part is not parts[-1] and _TOLD.search(part.text) and not _ASKS.search(part.text):
            continue  # 振动值上周到了7.1: why the rest is ordered
        made = _row(one, task, part, ground, level, "")
        whole = plan_words(replace(one, text=part.text), ground).rstrip("。")
        small = len(made.matter) < _SMALL
        if rows and small and not part.quantities and (made.due is None or made.due == rows[-1].due):
            _fold(rows[-1], made, whole, part)
            continue
        if rows and rows[-1].lent and made.leads and not (made.lent or made.basis):
            _take_lead(rows[-1], made)  # 奖金由市财政局保障，市城管局公布举报电话
            continue
        if rows and made.lent and rows[-1].leads and not rows[-1].lent:
            _lend(rows[-1], made)  # 甲部牵头，一厂、二厂参加，演练后提交报告
            continue
        if small and whole:
            made.matter = whole
        if rows and not part.quantities and (_shares(rows[-1], made) or _is_series(rows[-1], made, parts)):
            _gather(rows[-1], made)
            continue
        rows.append(made)
    last = parts[-1].deadlines
    if last and len(parts) >= _ALIKE and not any(row.when for row in rows[:-1]):
        for row in rows[:-1]:  # 甲归一局，乙归二局，丙归三局，下周三前都报上来
            row.when, row.due = rows[-1].when, rows[-1].due
    return rows


_SMALL, _ALIKE, _TINY, _LONGEST, _STEP = 12, 3, 6, 64, 4


def _shares(row: Duty, made: Duty) -> bool:
    """Tell whether a part has no time of its own, so that one row holds it with the part before, actors and all."""
    timed = made.when and made.when != row.when
    room = len(row.matter) + len(made.matter) + len("".join((*row.leads, *made.leads))) <= _LONGEST
    return not timed and (not row.due or row.due == made.due or not made.leads) and room


_TOLD = re.compile(r"(?:到|超过|发生|出现|达到|掉|坏)了|已经|去年|上周|上个?月|昨天")
_ASKS = re.compile(r"要|必须|负责|牵头|不得|务必|立即|[日月底周]前|由")

_SERIES = re.compile(r"^[^，。；]{2,16}由[^，。；]{2,16}(?:负责|牵头)")


def _is_series(row: Duty, made: Duty, parts: Sequence[Part]) -> bool:
    """Tell whether a part goes on with a row of 甲由一局负责，乙由二局负责: all stand in one row, the last time is theirs."""
    alike = bool(made.leads) and made.spoken.startswith((f"{made.leads[0]}负责", f"{made.leads[0]}牵头"))
    series = len(parts) >= _ALIKE and (alike or bool(_SERIES.match(made.spoken)))
    return series and made.leads != row.leads and not row.when and len(row.matter) < _LIST_MOST


def _say_who(row: Duty) -> None:
    """Put the leads before the matter, after a condition that opens it, unless it names one of them."""
    who = "、".join(row.leads)
    if not who or any(name in row.matter for name in row.leads):
        return
    if all(name in row.spoken for name in row.leads):
        row.matter = _cut(row.spoken, ())
        return
    first, mark, rest = row.matter.partition("，")
    opens = bool(mark) and bool(re.match(r"一旦|如|若|遇|发现|发生|接到|[一-鿿]{0,4}期间?|出现", first))
    row.matter = f"{first}，{who}{rest}" if opens else f"{who}{row.matter}"


def _take_lead(row: Duty, made: Duty) -> None:
    """Let a part that says who acts lead the row of a part that only says who helps."""
    row.supports = [name for name in (*row.leads, *row.supports, *made.supports) if name not in made.leads]
    row.leads, row.lent = list(made.leads), False
    row.matter = f"{row.matter}；{made.matter}"
    row.when = "，".join(part for part in (row.when, made.when) if part)
    row.due = row.due or made.due


def _lend(row: Duty, made: Duty) -> None:
    """Let those who only help support the row before, which keeps its lead and what else is to be done."""
    row.supports += [
        name for name in (*made.leads, *made.supports) if name not in (*row.leads, *row.supports)
    ]
    who = re.match(r"(?P<who>[一-鿿、]{0,30}?)(?:参加|配合|协助|支持|参与)，?", made.matter)
    told = who is None or all(name in (*row.leads, *row.supports) for name in who["who"].split("、") if name)
    words = made.matter[who.end() :] if who is not None and told else made.matter
    if len(words) >= _TINY and words not in row.matter:
        row.matter = f"{row.matter}；{words}"
    row.when = "，".join(part for part in (row.when, made.when) if part and part != row.when)
    row.due = row.due or made.due


def _gather(row: Duty, made: Duty) -> None:
    """Put a part into the row of the part before; where another one acts, the matter says who does what."""
    if made.leads and made.leads != row.leads and not (made.basis or row.basis):
        _say_who(row)
        _say_who(made)
        row.leads += [name for name in made.leads if name not in row.leads]
    elif row.basis and made.leads and not made.basis:
        row.leads, row.basis = [*made.leads], ""
    if made.when and not row.when:
        row.when, row.due = made.when, made.due
    row.supports += [name for name in made.supports if name not in (*row.leads, *row.supports)]
    row.supervisors += [name for name in made.supervisors if name not in row.supervisors]
    row.matter = f"{row.matter}；{made.matter}"


def _fold(row: Duty, made: Duty, whole: str, part: Part) -> None:
    """Add a small matter to the row before it: its unit supports, or does its share."""
    helps = any(owner.role == "配合" for owner in part.owners) or bool(
        re.search(r"保障|配合|提需求|带路|协助", part.text)
    )
    if made.leads and made.leads != row.leads and not (helps or made.basis or row.basis):
        _say_who(row)
    if whole and whole not in row.matter:
        row.matter = f"{row.matter}，{whole}"
    group = row.supports if helps else row.leads
    group += [name for name in (*made.leads, *made.supports) if name not in (*row.leads, *row.supports)]


def _row(one: Utterance, task: Task, part: Part, ground: Ground, level: str, lead: str) -> Duty:
    whole = len(task.parts) == 1
    said = plan_words(one if whole else replace(one, text=part.text), ground) or plan_words(one, ground)
    matter = _matter(said, part.owners or task.owners)
    if whole and len(matter) < _TINY:
        matter = said.rstrip("。")
    if lead and lead.rstrip("。") not in matter and len(matter) < 30:
        matter = f"{lead.rstrip('。')}：{matter}"
    made = Duty(matter, [one], field_name=task.field or "", spoken=said)
    _assign(made, part.owners or task.owners, task, ground, level, one.text, part.text)
    deadlines = part.deadlines or (task.deadlines if whole else ())
    made.when = say_when(deadlines, ground.day, simplified(part.text))
    occasion = _OCCASION.match(said)
    if occasion and occasion["what"] not in f"{made.when}{made.matter}":
        made.when = "，".join(part for part in (occasion["what"], made.when) if part)
    spoken = simplified(part.text)
    due = next(
        (
            each
            for each in deadlines
            if not each.starts and each.date and not is_short(each.text) and not _after_event(each, spoken)
        ),
        None,
    )
    made.due = due.date if due else None
    return made


_OCCASION = re.compile(
    r"^(?P<what>(?:国庆|中秋|春节|元旦|五一|节假日|清明|汛期|双节|两节|假日|高考|中考)(?:节|假期|长假)?(?:期间|内))，?"
)
"""The time that a sentence opens with; a cell leaves it to the column of times."""


def _assign(
    made: Duty, owners: Sequence[Owner], task: Task, ground: Ground, level: str, words: str, text: str
) -> None:
    """Sort the owners by what the speech says they do; suggested ones lead only."""
    sure = [owner for owner in owners if owner.is_sure and not is_pronoun(owner)]
    acting = [owner for owner in sure if not _decides(owner, task)]
    others = any(owner.is_sure and not _decides(owner, task) for owner in task.owners)
    if sure and not acting and others:
        return  # 市政府决定…: another part says who carries it out
    sure = acting or sure
    speaks = [owner for owner in owners if simplified(owner.text) in SPEAKER and not owner.names]
    if sure:
        known = roles(sure, task)
        led = any(role == "牵头" for _, role in known)
        for owner, role in known:
            name = _name(owner, level, words)
            if led and role == "负责" and re.search(r"[组班]$", name):
                continue  # 事故调查组由市应急管理局牵头: the body itself
            helps = role == "配合" or (led and role == "负责")
            group = made.supports if helps else made.supervisors if role == "督办" else made.leads
            if name not in group:
                group.append(name)
        if not made.leads:
            made.leads, made.supports = made.supports or made.supervisors, []
            made.lent = True
        _with_partners(made, text, level)
        return
    if speaks and ground.speaker != "**":
        made.leads = [ground.speaker]
        return
    offered = [owner for owner in owners if not is_pronoun(owner) and (level or owner.origin != "suggested")]
    if offered:
        names = [_name(owner, level, words) for owner in offered if _leads(owner)]
        made.leads = list(dict.fromkeys(names)) or [_name(offered[0], level, words)]
        made.basis = _BY_MAP if offered[0].origin == "suggested" else "上文主语"


def _decides(owner: Owner, task: Task) -> bool:
    """Tell whether a body only decides what others carry out: 市委市政府决定…，有关方面要抓好落实."""
    if owner.source is None:
        return False
    after = simplified(task.text)[owner.source.end - task.source.start :]
    return bool(re.match(r"[、和]?(?:[省市县区]?(?:委|政府))?(?:已经?|研究|会议)?决定(?!书)", after))


_PARTNERS = re.compile(
    r"(?:要|负责|，)?会同(?P<who>(?:[一-鿿]{2,14}?(?:局|委|办|厅|部|队|会|公司|集团|县|区|市|镇|乡|街道|中心|所|站)[、和及]?)+)(?=，|。|在|对|把|将|于|\d|开展|完成|逐|组织|倒排|研究|共同|联合|负责|制定|抓)"
)


def _with_partners(made: Duty, text: str, level: str) -> None:
    """Add whom a unit acts together with: 南塘区要会同市住房和城乡建设局 leads with a supporter."""
    found = _PARTNERS.search(text)
    partners = (
        [
            full_label(name, level)
            for name in re.split(r"[、和及](?!城乡|旅游|草原|信息|规划|改革|社会)", found["who"])
            if name
        ]
        if found
        else []
    )
    made.leads = [name for name in (re.sub(r"(?:要|负责)?会同.*$", "", lead) for lead in made.leads) if name]
    made.supports += [name for name in partners if name not in (*made.leads, *made.supports)]


def _leads(owner: Owner) -> bool:
    return owner.role not in ("配合", "督办")


def _name(owner: Owner, level: str, words: str) -> str:
    called = simplified(owner.text) in SPEAKER and owner.names
    if called or owner.origin in ("suggested", "owners-file", "typed") or "“" in owner.text:
        names = owner.names or (owner.text,)
        return "、".join(full_label(re.sub(r"（[^）]*）$", "", name), level) for name in names)
    place = re.sub(r"^([省市县区镇乡])里$", r"\1级", owner.text.strip())
    at = words.find(owner.text)
    rest = _REST_OF_NAME.match(words, at + len(owner.text)) if at >= 0 else None
    if rest is not None and owner.origin == "stated":
        place += rest[0]
    near = re.search(r"[*＊×]{1,3}(?=区|县|市)", words)
    if near and re.match(r"[区县市][一-鿿]{2,6}(?:局|委|办)", place):
        return f"{near[0]}{place}"
    return full_label(place, level)


_REST_OF_NAME = re.compile(
    r"(?<!所)所(?=[、，和及]|要|参加|配合|负责|牵头)|(?:、[一-鿿]{2,4}){1,8}[两三四五六七八九十]个(?:乡镇|镇街|县区|县|区|镇|乡|街道|社区|村)"
)
"""What belongs to a name and was left out of it: 海事(所), 西岭(、沙坪、白石三个乡镇)."""

_NO_UNIT = re.compile(r"的[一-鿿]{0,6}(?:手机号?|号码|电话|名单|情况|方案|费用|经费|问题|台账|报告)$")

_NOBODY = ("", "他们", "任何", "所有", "全部", "全体", "各", "每")
"""What stands where a unit would and names none: 不能有任何闪失."""


def is_pronoun(owner: Owner) -> bool:
    """Tell whether an owner is called by a pronoun, in either script, that a paper can't hand a task to."""
    words = simplified(owner.text)
    if words in SPEAKER and owner.names:
        return False  # the turn of a transcript says who it is
    if re.match(r"我(?![省市县区国镇])|你|您|咱", words):
        return True  # 我会, 你那边
    if _NO_UNIT.search(words) and not owner.names:
        return True  # 带班领导的手机号要写上
    return words in PRONOUNS or words in SPEAKER or (words in _NOBODY and not owner.names)


def roles(owners: Sequence[Owner], task: Task) -> list[tuple[Owner, str]]:
    """Give each owner with its role: that of the task list, else by the words beside it, else 负责.

    Who only lends a hand (带路, 提需求, 具体组织) is no lead of the table either: `helps.txt`.
    """
    base, text = task.source.start, simplified(task.text)
    places = [
        (owner.source.start - base, owner.source.end - base) if owner.source else None for owner in owners
    ]
    spans = [
        place
        for place, owner in zip(places, owners, strict=True)
        if place and text[slice(*place)] == simplified(owner.text)
    ]
    said = dict(zip(spans, zip(find_roles(text, spans), words_after(text, spans), strict=True), strict=True))
    found: list[tuple[Owner, str]] = []
    for owner, place in zip(owners, places, strict=True):
        read, after = said.get(place, (None, "")) if place else (None, "")
        helps = bool(any_pattern("helps.txt").match(after))
        found.append((owner, owner.role or read or ("配合" if helps else "负责")))
    return found


_CLOCK = re.compile(
    r"(?:凌晨|清早|早上|上午|中午|下午|傍晚|晚上|夜里|早|晚)?(?:[\d一二三四五六七八九十]{1,3}[点时](?:半|\d{1,2}分?)?)|(?:下班|放学|上课|供暖)(?=前|之前|以前)|中午|晚上?(?=[前之以])"
)


def say_when(deadlines: Sequence[Deadline], day: date | None, text: str = "") -> str:
    """Give the time limits in the words of a table: 9月26日前, 每半个月, 第一时间; nothing without any.

    Args:
        deadlines: the deadlines of a matter.
        day: the meeting's day.
        text: the matter's sentence; 办到年底 in it means until then, not by then.
    """
    found: list[str] = []
    for deadline in deadlines:
        words = _after_event(deadline, text) or _when(deadline, day)
        if len(deadlines) > 1 and re.search(rf"{re.escape(deadline.text)}(?:之?前|以前)?的[一-鿿]", text):
            continue  # 10月8日之前的值班表: no time of the matter
        if re.search(rf"(?<=[一-鿿])[到至]{re.escape(deadline.text)}(?![前之以内])", text):
            words = f"至{words.removesuffix('前')}"
        if words and words not in found and not any(words in one for one in found):
            found.append(words)
    found.sort(key=lambda words: not words.endswith("起"))
    if "每天" in found and (clock := next((words for words in found if _CLOCK.match(words)), "")):
        found = [f"每天{clock}" if words == "每天" else words for words in found if words != clock]
    return "，".join(found[:3])


def _after_event(deadline: Deadline, text: str) -> str:
    """Give a term that runs from what the words before it say, as said: 演练后3个工作日内, 体检异常的一个月内."""
    at = text.find(deadline.text)
    if deadline.kind != "duration" or at < 0:
        return ""
    before = re.search(r"(?:^|[，；、])(?P<what>[一-鿿]{2,10}(?:后|起|之日起|的))$", text[:at])
    return f"{before['what']}{deadline.text}" if before else ""


def _when(deadline: Deadline, day: date | None) -> str:
    text = deadline.text.strip("“”")
    if is_short(text):
        return text
    if deadline.date is None or re.search(r"期间|每|到|至|[-—]|[一二两三四五六七八九十\d]天$", text):
        fixed = re.sub(r"（星期.）", "", fix_days(text, day))
        return fixed if deadline.kind != "event" or not re.search(r"短时间内$", fixed) else ""
    if deadline.kind == "vague" or text in ("立即", "立刻", "马上", "即刻", "连夜", "当场"):
        return text
    clock = _CLOCK.search(text)
    shown = say_day(deadline.date, day, weekday=False) + (clock[0] if clock else "")
    if deadline.starts:
        return f"{shown}起"
    if re.search(r"后$", text):
        return re.sub(r"（星期.）", "", fix_days(text, day))
    before = deadline.kind == "duration" or re.search(r"前|内|底|末|年内", text)
    return f"{shown}前" if before else shown


_DATED = re.compile(
    r"^(?:从|自|在|于)?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|末|初|中旬|上旬|下旬)(?:（星期.）)?(?:凌晨|上午|中午|下午|晚上?|早|零点)?(?:\d{1,2}点)?(?:之前|以前|前|起|开始|内)?(?:，)?"
)
_ROLE_ONLY = re.compile(r"^[^，。；]{2,60}?(?:牵头|配合|参加|具体组织|负责|督办|提需求)$")
_DUE_ONLY = re.compile(
    r"^(?:(?:国庆|中秋|春节|元旦|五一|汛)(?:节)?前)?(?:要|全部|必须|务必)?(?:完成|办结|到位|完工|落实到位|做完|查完|改完|见到?(?:结果|成效|效果|分晓))$"
)


def _matter(text: str, owners: Sequence[Owner]) -> str:
    """Give act and object for a cell: without the actor before them, the day, what is another column's."""
    said = {owner.text for owner in owners if owner.text and f"{owner.text}由" not in text}
    names = sorted(said, key=len, reverse=True)
    found = _cut(text, names)
    if len(names) > 1 and re.search(
        rf"(?:^|，)(?:{'|'.join(map(re.escape, names))})(?:也|都)?(?:要|必须|应当)", found
    ):
        found = _cut(text, ())  # another one acts further on: the cell says who does what
    return found or text.rstrip("。")


def _cut(text: str, names: Sequence[str]) -> str:
    found = ""
    for clause in _with_lists(clauses_of(text)):
        words = _bare(clause.rstrip("，；：。！"), names)
        if not words or _DUE_ONLY.match(words):
            continue
        if found and len(found) + len(words) > _SHORT:
            return _WAITS.sub("", found)
        found = f"{found}，{words}" if found else words
    return found


_LIST_MOST = 90


def _with_lists(clauses: Sequence[str]) -> list[str]:
    """Join what a colon counts up with what it counts: a cell has all of 三件事：…，…，… or none."""
    found: list[str] = []
    opened = False
    for clause in clauses:
        if opened and len(found[-1]) + len(clause) <= _LIST_MOST:
            found[-1] += clause
        else:
            found.append(clause)
        opened = (
            opened or bool(re.search(r"(?:[两三四五六七八九十几]|以下)[一-鿿]{0,6}：$", clause))
        ) and clause[-1] not in "；。！"
    return found


_WAITS = re.compile(
    r"，(?:(?:没|未|凡|到期|逾期|一旦|如果?|若|遇|再|发现|连续|挖断|查实|查出|超过|不)[^，]{1,14}|[^，]{2,12}(?:[一两二三\d]次|的时候|以后|之后|的))$"
)
"""A condition at the end of a cut matter, whose consequence the cut would leave out."""


def _bare(clause: str, names: Sequence[str]) -> str:
    words = _DATED.sub(
        "",
        re.sub(
            r"^.{0,24}?是(?:第一|主要|直接)责任人$|^(?:国庆|春节|元旦|五一|节假日|清明|汛期|年)(?:节|假期)?(?:期间|内|前)，?$",
            "",
            clause,
        ),
    )
    if names:
        either = "|".join(map(re.escape, names))
        if re.fullmatch(
            rf"由?(?:{either})(?:[、和及与]*(?:{either}))*(?:负责)?(?:要)?(?:牵头|配合|参加|具体组织|提需求|负责|保障)",
            words,
        ):
            return ""
        bare = re.sub(
            rf"^由?(?:[省市县区]?)(?:{either})(?:(?:、|和|及|与|会同|联合)*(?:{either}))*(?:要|必须|务必|应当|也要|都要)?(?:牵头|负责|会同)?，?",
            "",
            words,
        )
        if not re.match(
            r"[、和及与跟同]|[省市县区]?政府|[是的所局站队处科办院校]|[前后]必须", bare
        ):  # somebody who is no owner stands beside them: all of it stays
            words = bare
    words = re.sub(r"（星期.）", "", _DATED.sub("", words))
    words = re.sub(r"^特别是[^，]{2,20}?要", "", words)
    words = re.sub(r"^就?(?:要|必须|务必|应当)(?=[一-鿿]{2})(?!求)", "", words)
    return "" if _ROLE_ONLY.match(words) and re.search(r"配合|参加|具体组织|提需求", words) else words
