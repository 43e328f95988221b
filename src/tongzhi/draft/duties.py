"""The rows of the task table: one unit's one matter each, who leads, who supports, by when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tongzhi.draft.classes import ORDERS, Utterance
from tongzhi.draft.compose import REFERS, PlanSection, plan_words
from tongzhi.draft.days import fix_days, is_short, say_day
from tongzhi.draft.material import full_label
from tongzhi.draft.rewrite import Ground, clauses_of
from tongzhi.extract.actors import PRONOUNS
from tongzhi.model.task import Deadline, Owner, Part, Task
from tongzhi.zh.script import simplified

_SHORT = 42
"""Characters of a row's matter from which no further clause is added."""

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


def duties_of(sections: Sequence[PlanSection], ground: Ground, level: str) -> list[Duty]:
    """Give the rows of the task table in the order of the plan."""
    found: list[Duty] = []
    for section in sections:
        for point in section.points:
            before = len(found)
            for number, one in enumerate(point.sentences):
                _take(found, one, ground, level, lead=point.lead, continues=number > 0)
            if point.text.startswith("按照") and len(found) == before + 1:
                found[-1].matter = _matter(
                    point.text, ()
                )  # 按照**书记的要求…, where the sentence only says 抓好落实
    return found


def _take(
    found: list[Duty], one: Utterance, ground: Ground, level: str, *, lead: str, continues: bool
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
        elif before is not None and before.said[-1].paragraph == one.paragraph and _HELP_ONLY.match(one.text):
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
        elif (one.kind == "P" or not made.when) and not made.leads:
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


_HELP_ONLY = re.compile(
    r"^(?:[一-鿿]{2,8}(?:、[一-鿿]{2,8})*(?:要|做好|予以|积极|全力)*(?:带路|配合|协助|提需求|保障资金)[，；、。]?)+$"
)
"""A sentence that only says who helps with what the one before orders: 街道、社区网格员带路，物业配合。"""

_HANGS = re.compile(
    r"^(?:没|未|凡|到期|逾期|查实|查出|发现|对(?:没|未|查|拒|逾|到期))[^，。]{0,14}的(?:，|[一-鿿])"
)
"""What becomes of those that fail what the sentence before asks: 没改的立即停止用气."""


def _hangs_on(before: Duty, made: Duty, one: Utterance, *, continues: bool) -> bool:
    """Tell whether a sentence without a unit and a day of its own only says what follows from the row before."""
    near = continues or before.said[-1].paragraph == one.paragraph
    owned = bool(made.leads) and not made.basis
    return near and not owned and made.due is None and bool(_HANGS.match(one.text))


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
        made = _row(one, task, part, ground, level, "")
        whole = plan_words(replace(one, text=part.text), ground).rstrip("。")
        small = len(made.matter) < _SMALL
        if rows and small and not part.quantities and (made.due is None or made.due == rows[-1].due):
            _fold(rows[-1], made, whole, part)
            continue
        if small and whole:
            made.matter = whole
        if rows and not part.quantities and _shares(rows[-1], made):
            _gather(rows[-1], made)
            continue
        rows.append(made)
    last = parts[-1].deadlines
    if last and len(parts) >= _ALIKE and not any(row.when for row in rows[:-1]):
        for row in rows[:-1]:  # 甲归一局，乙归二局，丙归三局，下周三前都报上来
            row.when, row.due = rows[-1].when, rows[-1].due
    return rows


_SMALL, _ALIKE, _TINY, _LONGEST = 12, 3, 6, 64


def _shares(row: Duty, made: Duty) -> bool:
    """Tell whether a part has no time of its own, so that one row holds it with the part before, actors and all."""
    timed = made.when and made.when != row.when
    room = len(row.matter) + len(made.matter) + len("".join((*row.leads, *made.leads))) <= _LONGEST
    return not timed and (not row.due or row.due == made.due or not made.leads) and room


def _say_who(row: Duty) -> None:
    """Put the leads before the matter, after a condition that opens it, unless it names one of them."""
    who = "、".join(row.leads)
    if not who or any(name in row.matter for name in row.leads):
        return
    first, mark, rest = row.matter.partition("，")
    opens = bool(mark) and bool(re.match(r"一旦|如|若|遇|发现|发生|接到|[一-鿿]{0,4}期间?|出现", first))
    row.matter = f"{first}，{who}{rest}" if opens else f"{who}{row.matter}"


def _gather(row: Duty, made: Duty) -> None:
    """Put a part into the row of the part before; where another one acts, the matter says who does what."""
    if made.leads and made.leads != row.leads and not (made.basis or row.basis):
        _say_who(row)
        _say_who(made)
        row.leads += [name for name in made.leads if name not in row.leads]
    elif row.basis and made.leads and not made.basis:
        row.leads, row.basis = [*made.leads], ""
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
    made = Duty(matter, [one], field_name=task.field or "")
    _assign(made, part.owners or task.owners, task, ground, level, one.text, part.text)
    deadlines = part.deadlines or (task.deadlines if whole else ())
    made.when = say_when(deadlines, ground.day)
    due = next(
        (each for each in deadlines if not each.starts and each.date and not is_short(each.text)), None
    )
    made.due = due.date if due else None
    return made


def _assign(
    made: Duty, owners: Sequence[Owner], task: Task, ground: Ground, level: str, words: str, text: str
) -> None:
    """Sort the owners by what the speech says they do; suggested ones lead only."""
    sure = [owner for owner in owners if owner.is_sure and not is_pronoun(owner)]
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
        _with_partners(made, text, level)
        return
    if speaks and ground.speaker != "**":
        made.leads = [ground.speaker]
        return
    offered = [owner for owner in owners if not is_pronoun(owner)]
    if offered:
        names = [_name(owner, level, words) for owner in offered if _leads(owner)]
        made.leads = list(dict.fromkeys(names)) or [_name(offered[0], level, words)]
        made.basis = "责任部门对照表" if offered[0].origin == "suggested" else "上文主语"


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
    near = re.search(r"[*＊×]{1,3}(?=区|县|市)", words)
    if near and re.match(r"[区县市][一-鿿]{2,6}(?:局|委|办)", place):
        return f"{near[0]}{place}"
    return full_label(place, level)


def is_pronoun(owner: Owner) -> bool:
    """Tell whether an owner is called by a pronoun, in either script, that a paper can't hand a task to."""
    words = simplified(owner.text)
    if words in SPEAKER and owner.names:
        return False  # the turn of a transcript says who it is
    return words in PRONOUNS or words in SPEAKER or (words in ("他们", "") and not owner.names)


_SUPPORT = re.compile(
    r"^[一-鿿]{0,4}?(?:配合|参加|协助|协同|协办|支持|提需求|带路|具体组织|参与|保障(?=[，。；]|资金|经费))"
)


def roles(owners: Sequence[Owner], task: Task) -> list[tuple[Owner, str]]:
    """Give each owner with its role by the words beside it: 牵头, 配合, 督办, else 负责."""
    found: list[tuple[Owner, str]] = []
    for index, owner in enumerate(owners):
        if owner.role is not None or owner.source is None:
            found.append((owner, owner.role or "负责"))
            continue
        found.append((owner, _role(owners, index, task)))
    return found


def _role(owners: Sequence[Owner], index: int, task: Task) -> str:
    text, base = task.text, task.source.start
    first = owners[index].source
    assert first is not None
    before = text[: first.start - base]
    stop = first.end - base
    for later in owners[index + 1 :]:
        if later.source is None or not re.fullmatch(
            r"[、和及与，以]*", text[stop : later.source.start - base]
        ):
            break
        stop = later.source.end - base
    after = text[stop:]
    earlier = owners[:index]
    joined = [one for one in earlier if one.source is not None]
    start = first.start - base
    for one in reversed(joined):
        assert one.source is not None
        gap = text[one.source.end - base : start]
        if not re.fullmatch(r"[、和及与以]*", gap):
            break
        start = one.source.start - base
    lead_in = text[:start]
    if re.search(r"(?:会同|联合|协调|商请|配合)$", lead_in) and joined:
        return "配合"
    if re.match(r"(?:要)?(?:总?牵头|为主)", after):
        return "牵头"
    if _SUPPORT.match(after):
        return "配合"
    if re.match(r"(?:要)?(?:督办|督促)", after):
        return "督办"
    del before
    return "负责"


_CLOCK = re.compile(
    r"(?:凌晨|清早|早上|上午|中午|下午|傍晚|晚上|夜里|早|晚)?(?:[\d一二三四五六七八九十]{1,3}[点时](?:半|\d{1,2}分?)?)|(?:下班|放学|上课|供暖)(?=前|之前|以前)|中午|晚上?(?=[前之以])"
)


def say_when(deadlines: Sequence[Deadline], day: date | None) -> str:
    """Give the time limits in the words of a table: 9月26日前, 每半个月, 第一时间; nothing without any."""
    found: list[str] = []
    for deadline in deadlines:
        words = _when(deadline, day)
        if words and words not in found and not any(words in one for one in found):
            found.append(words)
    found.sort(key=lambda words: not words.endswith("起"))
    return "，".join(found[:3])


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
_DUE_ONLY = re.compile(r"^(?:要|全部|必须|务必)?(?:完成|办结|到位|完工|落实到位|做完|查完|改完)$")


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
    for clause in clauses_of(text):
        words = _bare(clause.rstrip("，；：。！"), names)
        if not words or _DUE_ONLY.match(words):
            continue
        if found and len(found) + len(words) > _SHORT:
            return _WAITS.sub("", found)
        found = f"{found}，{words}" if found else words
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
        if not re.match(r"[、和及与]", bare):  # somebody who is no owner stands beside them: all of it stays
            words = bare
    words = _DATED.sub("", words)
    words = re.sub(r"^特别是[^，]{2,20}?要", "", words)
    words = re.sub(r"^(?:要|必须|务必|应当)(?=[一-鿿]{2})(?!求)", "", words)
    return "" if _ROLE_ONLY.match(words) and re.search(r"配合|参加|具体组织|提需求", words) else words
