"""Values of the circular that hands a county what falls on it, and which words of the speech go to a county."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tongzhi.draft.classes import ORDERS, Utterance
from tongzhi.draft.compose import HELP_ONLY, REFERS, PlanPoint, explains
from tongzhi.draft.countywords import (
    EVERY,
    for_county,
    named_words,
    names,
    own_clauses,
    short_name,
    uncounted,
    you,
)
from tongzhi.draft.days import say_day
from tongzhi.draft.material import Material, contacts_of, retold, sources, task_ids
from tongzhi.draft.plan import Outline
from tongzhi.draft.rewrite import drop_spoken, end, still_spoken, tidy
from tongzhi.draft.wordings import any_pattern
from tongzhi.model.base import field_names
from tongzhi.model.task import TaskPart
from tongzhi.papers.circular import Circular
from tongzhi.zh.script import simplified

if TYPE_CHECKING:
    from tongzhi.papers.meeting import Meeting


_RULES = 2
"""Requirements on everybody that a county's circular repeats."""

_KNOWN = 4
"""Matters that a county is only told of."""


@dataclass(slots=True)
class Share:
    """What of a speech goes to one county: what names it, what falls on every county, what it should know."""

    named: list[tuple[str, list[Utterance]]] = field(default_factory=list)
    general: list[tuple[str, list[Utterance]]] = field(default_factory=list)
    known: list[tuple[str, list[Utterance]]] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing falls on the county; what others do is no reason for a paper."""
        return not (self.named or self.general)


def share_of(outline: Outline, county: str, counties: Sequence[str]) -> Share:
    """Give what of a speech goes to a county.

    Args:
        outline: the speech made ready.
        county: the county's name.
        counties: the names of all counties of the roster.
    """
    found = Share()
    rules = 0
    together, above = "", list[Utterance]()
    for point in [*_named_first(outline, county), *(one for part in outline.sections for one in part.points)]:
        said = [one for one in point.sentences if one.task is not None]
        head = next(iter(said), None)
        if head is None:
            continue
        head = above[0] if explains(head, above) else head
        above = [head, *said]
        goes = [_goes(one, county, counties, head=head) for one in said]
        if _TOGETHER.search(head.text) and goes[0] == "general":
            together = head.text
        elif point.lead and point.lead.rstrip("。") in together and not any(goes):
            goes = ["general"] * len(said)  # 列单、交单、办单、清单: a step of what all do alike
        for at in range(1, len(said)):
            if (
                HELP_ONLY.match(said[at].text)
                and goes[at] == "general"
                and goes[at - 1] not in ("named", "general")
            ):
                goes[at - 1 : at + 1] = ["known", "known"]  # who leads the way for a company's people
            if REFERS.match(said[at].text) and goes[at] in ("named", "general"):
                goes[at - 1] = goes[at]
        for group, rows in (("named", found.named), ("general", found.general), ("known", found.known)):
            chosen = [one for one, where in zip(said, goes, strict=True) if where == group]
            if not chosen:
                continue
            if group == "general" and all(one.kind == "R" for one in chosen):
                rules += 1
                if rules > _RULES:
                    continue
            if group == "known" and len(found.known) >= _KNOWN:
                continue
            words = "".join(for_county(one, outline, county, group, counties) for one in chosen)
            lead = uncounted(point.lead) if chosen[0] is said[0] and group != "known" else ""
            bare = lead.rstrip("。")
            if bare and words.startswith(bare):
                words = words[len(bare) :].lstrip("，。")
            if words:
                rows.append((f"{lead}{words}", chosen))
    if _FIRM.search(outline.ground.issuer) and re.search(r"[县区市镇乡]$", county):
        found.general, found.known = [], []  # 各单位 of a company are no counties
    found.named = [*_faults_told(outline, county, counties), *found.named]
    return found


_FIRM = re.compile(r"(?:公司|集团|厂|矿|股份|学校|医院)$")


def _faults_told(outline: Outline, county: str, counties: Sequence[str]) -> list[tuple[str, list[Utterance]]]:
    """Give what the speech tells of a county's own faults, where no order says it again: 甲乡排在最后，装了不到四成."""
    found = []
    for one in outline.sentences:
        if one.task is not None or one.kind not in ("F", "N", "J", "S") or not names(one.text, county):
            continue
        words = own_clauses(end(tidy(one.text, outline.ground)), county, counties)
        if still_spoken(words):
            words = drop_spoken(words)
        told = _BAD.search(words) and not _SAD.search(words) and not re.search(r"[？?]|其中|分别", words)
        if told and names(words, county) and len(words) <= _TOLD_MOST:
            found.append((named_words(words, words, county, you(county)), [one]))
    return found[:2]


_TOLD_MOST = 80
"""Characters of a told fault; longer ones are stories."""

_BAD = re.compile(
    r"最后|最慢|靠后|不到[一二三四五六七八九十\d]|没有(?!问题|发生)|未(?:完成|整改|落实|到位)|不(?:力|实|到位|落实|及时|规范|清)|虚报|瞒报|迟报|漏报|落后|滞后|问题|隐患|是空的|没人|缺|最低|最差|垫底|倒数|只有[\d一二两三四五]|违规|违法"
)

_SAD = re.compile(
    r"死亡|[死伤](?:亡|了|一|两|三|[，。])|起火|爆|家属|抢救|表扬|肯定|不错|很好|最好|第一|辛苦"
)


def _named_first(outline: Outline, county: str) -> list[PlanPoint]:
    """Give what the speech says to a county before its sections begin: **区作了表态发言，关键是要吸取教训."""
    taken = {id(one) for part in outline.sections for point in part.points for one in point.sentences}
    return [
        PlanPoint("", "", [one])
        for chapter in outline.chapters
        for one in chapter.sentences
        if one.task is not None
        and id(one) not in taken
        and one.kind in (*ORDERS, "R")
        and names(one.text, county)
    ]


def _goes(one: Utterance, county: str, counties: Sequence[str], *, head: Utterance) -> str:
    """Give the group of a sentence for a county: named, general, known; nothing when it is none of its business."""
    task = one.task
    if task is None or one.kind not in (*ORDERS, "R"):
        return ""
    text = re.sub(r"\s", "", one.text)
    if names(text, county):
        return "named"
    if re.search(rf"除[^，。]{{0,40}}{re.escape(short_name(county))}[^，。]{{0,40}}(?:外|以外|之外)", text):
        return ""
    if any(names(text, other) for other in counties if other != county):
        return "general" if re.search(r"除[^，。]{2,60}?外", text) and _is_general(one) else ""
    if one is not head and not any(owner.origin == "stated" for owner in task.owners):
        return _goes(head, county, counties, head=head)
    if re.search(r"[*＊×]{1,3}[县区市]", text):
        return ""
    if _is_general(one):
        return "general"
    return "known" if one.kind in ORDERS and _CONCERNS.search(text) else ""


_CONCERNS = re.compile(
    r"(?:督导|督查|检查|暗访|巡查|工作)组[^。]{0,30}(?:各|县|区|乡|镇)|各(?:区县|县|区|市|地|乡镇|镇)|县（市|提升一级|带班带岗|通报[^，。]{0,6}(?:一次|排名)"
)

_TOGETHER = re.compile(r"(?:全[市县区省]|各地)[^，。]{0,12}(?:统一|一律|全面)(?:实行|执行|推行)")
"""What everybody does alike from now on: 全市燃气隐患统一实行列单、交单、办单、清单."""


def _is_general(one: Utterance) -> bool:
    """Tell whether a sentence falls on every county: by its actors, or without any on everybody."""
    task = one.task
    assert task is not None
    if _EVERY_FIRST.match(one.text):
        return True
    if len(task.parts) > 1 and any(_is_generals(part) for part in task.parts):
        return True
    said = [owner for owner in task.owners if owner.origin in ("stated", "typed")]
    if said:
        lead = next((owner for owner in said if owner.role == "牵头"), said[0])
        organised = any(re.search(r"^各(?:县|区|市|乡|镇|地)", owner.text) for owner in said)
        return organised or bool(any_pattern("general-owners.txt").search(lead.text))
    if _TOGETHER.search(one.text):
        return True
    if any(owner.origin == "suggested" for owner in task.owners) and task.field:
        return False
    return bool(re.search(r"各级|各地|本辖区|各行各业|各单位", one.text) or _TOGETHER.search(one.text))


def _is_generals(part: TaskPart) -> bool:
    """Tell whether a part of a sentence falls on every county: 县水利局公示名单，乡镇落实巡查员."""
    if re.match(r"第[二三四]次|再次", part.text):
        return False  # it goes on with what somebody else does the first time
    return any(
        owner.origin in ("stated", "typed")
        and any_pattern("general-owners.txt").search(simplified(owner.text))
        and owner.role not in ("配合", "督办")
        for owner in part.owners
    )


_EVERY_FIRST = re.compile(
    rf"(?:沿海|沿江|沿黄|沿线|有关|相关)?{EVERY}(?:人民政府|政府|党委政府)?(?:都|也)?(?:要|必须|务必|应当)"
)
"""沿海各市县政府要…: whatever bodies are named after them."""


def circular_values(
    outline: Outline, material: Material, meeting: Meeting, row: Mapping[str, Any], share: Share
) -> dict[str, Any]:
    """Give the values of a county's circular: its row of the roster and what goes to it."""
    county = str(row["县区"])
    your = you(county)
    day = outline.ground.day
    when = f"{day.year}年{say_day(day, weekday=False)}，" if day else ""
    groups = (
        (f"会议点名{your}的事项", share.named),
        (f"{your}负责落实的事项", share.general),
        (f"请{your}知悉的事项", share.known),
    )
    items = [
        {
            "栏目": title,
            "事项": retold(words, said, material.text),
            "任务编号": task_ids(said),
            "来源": sources(said, material.text, material.file),
        }
        for title, rows in groups
        for words, said in rows
    ]
    data: dict[str, Any] = {
        "种类": "交办",
        "发文机关": meeting.issuer,
        "标题": f"关于交办{meeting.meeting_name}部署事项的通报",
        "县区": county,
        "会议名称": meeting.meeting_name,
        "开头语": f"{when}{meeting.meeting_name}召开。现将会议部署中由{your}落实的事项交办如下，请认真抓好落实。",
        "联系人": contacts_of(meeting),
        "交办事项": [{"序号": number, **item} for number, item in enumerate(items, start=1)],
    }
    labels = field_names(Circular)
    taken = {labels.get(label) for label in data}
    known = {
        label: value for label, value in row.items() if label in labels and labels.get(label) not in taken
    }
    leader = next(
        (
            str(value)
            for label, value in row.items()
            if re.search(r"责任领导|负责人|包保领导|分管领导", str(label))
            and str(value).strip() not in ("", "无", "-", "—", "/")
        ),
        "",
    )
    addressee = _addressee(county, meeting)
    data["主送机关"] = [addressee]
    # who answers is said in the paper itself: it is passed on within the county without its envelope
    data["结语"] = f"以上事项责任单位：{addressee}。" + (f"{your}责任领导：{leader}。" if leader else "")
    return {**known, **data}


def _addressee(county: str, meeting: Meeting) -> str:
    """Give whom a county's circular goes to: its government, where a party office writes its party committee, else its commission."""
    if not re.search(r"[县区市旗镇乡]$|街道$", county):
        return county
    issuer = meeting.issuer
    asked = next((name for name in meeting.recipients if re.match(r"各", name)), "")
    if "政府" in issuer or (asked.endswith("人民政府") and "安" not in issuer):
        return f"{county}办事处" if county.endswith("街道") else f"{county}人民政府"
    if "安全生产委员会" in issuer or "安委" in issuer:
        return f"{county}安全生产委员会"
    if re.match(r"(?:中国共产党|中共).*委", issuer):
        return (
            f"{county}党工委"
            if county.endswith("街道")
            else f"{county}{'党委' if county[-1] in '镇乡' else '委'}"
        )
    return county if asked else f"{county}安全生产委员会"
