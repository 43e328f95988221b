"""Who leads a row of the task table and who supports it, and how a unit is called there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongzhi.draft.duty import Duty
from tongzhi.draft.material import full_label
from tongzhi.draft.rewrite import Ground
from tongzhi.draft.wordings import any_pattern
from tongzhi.extract.actors import PRONOUNS
from tongzhi.extract.roles import find_roles, words_after
from tongzhi.model.task import Task
from tongzhi.model.task_slots import Owner
from tongzhi.zh.script import simplified

BY_MAP = "责任部门对照表"

SPEAKER = ("我", "我本人", "本人")


def assign(
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
            name = call_owner(owner, level, words)
            if len(known) == 1 and _only_checks(owner, text):
                made.supports = [name]
                opening = _OPENS_WITH.match(text)
                if opening:
                    made.leads, made.basis = [opening["who"]], "句首点到的单位"
                return
            if _is_other_side(owner, task) and len(known) > 1:
                continue  # 各校与家长签一遍告知书
            if led and role == "负责" and re.search(r"[组班]$", name):
                continue  # 事故调查组由市应急管理局牵头: the body itself
            helps = role == "配合" or (led and role == "负责") or (bool(made.leads) and _is_sent(owner, task))
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
    if (seat := _SEAT.search(words)) and not any(owner.origin == "context" for owner in owners):
        made.leads, made.basis = [full_label(seat["who"], level)], "办公室所在单位"
        return
    offered = [owner for owner in owners if not is_pronoun(owner) and (level or owner.origin != "suggested")]
    if offered:
        if offered[0].origin == "suggested" and (place := _OPENS_WITH.match(text)):
            made.leads, made.basis = [place["who"]], "句首点到的单位"
            return
        names = [call_owner(owner, level, words) for owner in offered if _leads(owner)]
        made.leads = list(dict.fromkeys(names)) or [call_owner(offered[0], level, words)]
        made.basis = BY_MAP if offered[0].origin == "suggested" else "上文主语"


_SEAT = re.compile(r"办公室设在(?P<who>[一-鿿]{2,12}?(?:局|委|办|部|厅|队|会|科|公司|办公室))(?=[，。；])")
"""成立专班，办公室设在市消防救援支队: who most likely brings the body together."""
_OPENS_WITH = re.compile(
    r"(?P<who>(?!各|全|对|把|将|由)[一-鿿\d]{1,8}?(?:小学|中学|学校|幼儿园|医院|公司|集团|煤矿|酒店|商场|项目部|\d*标(?:段|项目部)?(?!准|识|志|杆)|[一二三四五六七八九十]中(?!学)))(?![长生的、和们])"
)
"""第三小学蒸箱压力表周五前换好: whose thing it is."""


def _is_other_side(owner: Owner, task: Task) -> bool:
    """Tell whether people only are the other side of an act: 与家长签告知书, 向群众公布."""
    if owner.source is None or not re.search(
        r"家长|群众|居民|业主|住户|用户|商户|客户|村民|学生|游客", owner.text
    ):
        return False
    before = simplified(task.text)[: owner.source.start - task.source.start]
    return before.endswith(("与", "和", "同", "跟"))


def _only_checks(owner: Owner, text: str) -> bool:
    """Tell whether who is named only checks at the end what somebody else does: …，由第三方监测单位复核."""
    return bool(
        re.search(rf"[^，]{{4,}}，由{re.escape(owner.text)}(?:复核|验收|审核|抽查|签字|监督)[。；，]?$", text)
    )


def _is_sent(owner: Owner, task: Task) -> bool:
    """Tell whether those named before set an owner to work: 各县区每晚组织街道、派出所检查."""
    if owner.source is None:
        return False
    before = simplified(task.text)[: owner.source.start - task.source.start]
    return bool(re.search(r"(?:组织(?!部)|发动|督促|协调|指导)[一-鿿、]{0,16}$", before))


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


def call_owner(owner: Owner, level: str, words: str) -> str:
    """Give an owner as the table's cell calls it: in full, with the place that the speech covers (**区), never by a pronoun."""
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
