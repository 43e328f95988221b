"""Values of the circular that hands a county what falls on it, and which words of the speech go to a county."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tongzhi.draft.classes import ORDERS, Utterance, retell
from tongzhi.draft.compose import HELP_ONLY, REFERS, PlanPoint, explains, plan_words
from tongzhi.draft.days import say_day
from tongzhi.draft.material import Material, contacts_of, retold, sources, task_ids
from tongzhi.draft.plan import Outline
from tongzhi.draft.rectification import is_population
from tongzhi.draft.rewrite import clauses_of, drop_narration, drop_spoken, end, still_spoken, tidy
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
            words = "".join(_for_county(one, outline, county, group, counties) for one in chosen)
            lead = _uncounted(point.lead) if chosen[0] is said[0] and group != "known" else ""
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


def _uncounted(lead: str) -> str:
    """Give a heading without the whole city's number: 61座老旧塘坝。"""
    return re.sub(r"^\d[\d.]*万?(?:座|家|处|户|所|栋|个|条|艘|间)(?=[一-鿿]{2})", "", lead)


def _faults_told(outline: Outline, county: str, counties: Sequence[str]) -> list[tuple[str, list[Utterance]]]:
    """Give what the speech tells of a county's own faults, where no order says it again: 甲乡排在最后，装了不到四成."""
    found = []
    for one in outline.sentences:
        if one.task is not None or one.kind not in ("F", "N", "J", "S") or not names(one.text, county):
            continue
        words = _own_clauses(end(tidy(one.text, outline.ground)), county, counties)
        if still_spoken(words):
            words = drop_spoken(words)
        told = _BAD.search(words) and not _SAD.search(words) and not re.search(r"[？?]|其中|分别", words)
        if told and names(words, county) and len(words) <= _TOLD_MOST:
            found.append((_named_words(words, words, county, you(county)), [one]))
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


def names(text: str, county: str) -> bool:
    """Tell whether a text names a county, by its whole name, or by its short one among others; blanks don't count."""
    said, whole = re.sub(r"\s", "", text), re.sub(r"\s", "", county)
    if whole in said:
        return not re.search(rf"除[^，。]{{0,40}}{re.escape(whole)}[^，。]{{0,40}}(?:外|以外|之外)", said)
    short = short_name(whole)
    near = rf"(?:(?<=[、，。和及与除])|^){re.escape(short)}(?=[、，和及与要等的在\d一两三四五六七八九十几])"
    return len(short) >= 2 and short != whole and bool(re.search(near, said))


def short_name(county: str) -> str:
    """Give the name of a county without 县/区/市 when two characters or more are left."""
    bare = re.sub(r"(?:自治县|县|区|市|旗|镇|乡|街道)$", "", county)
    return bare if len(bare) > 1 else county


def you(county: str) -> str:
    """Give 你县, 你区, 你镇 by what a county is."""
    found = re.search(r"(县|区|市|旗|镇|乡|街道|集团|公司|局|州|盟|矿|厂|校|院)$", re.sub(r"\s", "", county))
    return f"你{found[1]}" if found else "你单位"


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


_EVERY = r"各(?:个)?(?:市县(?!区)|县（市、区）|县\(市、区\)|县（市）|市县区|县市区|区县|县区|县|区|地区?|市（州）|市州|市|乡镇（街道）|乡镇街道|乡镇|镇街|镇|街道|村)"


_EVERY_FIRST = re.compile(
    rf"(?:沿海|沿江|沿黄|沿线|有关|相关)?{_EVERY}(?:人民政府|政府|党委政府)?(?:都|也)?(?:要|必须|务必|应当)"
)
"""沿海各市县政府要…: whatever bodies are named after them."""


def _shares_of(one: Utterance, county: str, others: Sequence[str]) -> str:
    """Give of a sentence what is said to one county: not the parts of others before, nor what other counties are told.

    甲乡、乙镇，一个慢，一个假，甲乡1日前补齐，乙镇重新核 gives 甲乡 only its clause; what several do together stays.
    """
    parts = one.task.parts if one.task is not None and "text" not in one.task.typed else ()
    text = one.text
    if len(parts) > 1:
        mine = [number for number, part in enumerate(parts) if names(simplified(part.text), county)]
        if mine:
            first = mine[0]
            while first and re.match(r"[这那][两几三四五六七八九十\d些]", simplified(parts[first].text)):
                first -= 1  # 这两家由甲区负责: which they are stands before it
            kept = [
                simplified(part.text)
                for number, part in enumerate(parts)
                if number >= first
                and (
                    number in mine
                    or number < mine[0]
                    or not (_names_another(part, county, others) or _is_others(part))
                )
            ]
            text = "，".join(each.rstrip("，；、。") for each in kept) + "。"
    return _own_clauses(text, county, others)


def _names_another(part: TaskPart, county: str, others: Sequence[str]) -> bool:
    return any(names(simplified(part.text), other) for other in others if other != county)


def _is_others(part: TaskPart) -> bool:
    """Tell whether a part is the matter of somebody who is named, and nobody of a county."""
    said = [owner for owner in part.owners if owner.origin in ("stated", "typed")]
    return bool(said) and not _falls_here(part)


def _own_clauses(text: str, county: str, others: Sequence[str]) -> str:
    """Leave out the clauses, and the items of a list with 的, that only speak of other counties."""
    rest = [other for other in others if other != county and names(text, other)]
    if not rest:
        return text
    for other in rest:  # 甲乡的砂石矿、乙镇的砖厂越界开采
        bare = re.escape(re.sub(r"\s", "", other))
        text = re.sub(
            rf"、{bare}的[一-鿿]{{2,10}}(?:矿|厂|公司|企业|场|站|店|学校|工地|村|水库|桥)", "", text
        )
        text = re.sub(
            rf"(?:^|(?<=，)){bare}的[一-鿿]{{2,10}}?(?:矿|厂|公司|企业|场|站|店|学校|工地|村|水库|桥)、(?={re.escape(county)})",
            "",
            text,
        )
    parts = clauses_of(text)
    alone = [part for part in parts if names(part, county) and not any(names(part, other) for other in rest)]
    if not alone:
        return _without_others(parts, county, rest) or text
    kept, mine = [], False
    for part in parts:
        here, there = names(part, county), any(names(part, other) for other in rest)
        if here and there and len(alone) < len(parts):
            mine = False  # 甲乡、乙镇，一个慢，一个假: each is told its own after that
            continue
        mine = here or (mine and not there)
        if mine:
            kept.append(part)
    return end("".join(kept)) or text


def _without_others(parts: Sequence[str], county: str, rest: Sequence[str]) -> str:
    """Give the clauses without those that name other counties alone, and what hangs on them: 甲镇的牌楼移开，乙镇、丙乡那两处去复查."""
    kept, mine = [], True
    for part in parts:
        here, there = names(part, county), any(names(part, other) for other in rest)
        mine = here or (mine and not there)
        if mine:
            kept.append(part)
    return end("".join(kept)) if any(names(part, county) for part in kept) else ""


def _with_told(words: str, told: str, county: str) -> str:
    """Give an order with the fault told before it, which its county must know: 你县去年三次被点名，….

    What other papers leave out as told stays here, when it names the county and holds no thanks or praise.
    """
    if words.rstrip("。") == told.rstrip("。") or not told.endswith(words):
        return words
    before = told[: len(told) - len(words)]
    if not names(before, county) or not _FAULT_TOLD.search(before) or still_spoken(before):
        return words
    return told


_FAULT_TOLD = re.compile(
    r"点名|排在|最后|不到|没有|未|登记|问题|隐患|险|漏|慢|假|差|空|落后|下降|虚|瞒|迟|拖"
)


def _for_county(one: Utterance, outline: Outline, county: str, group: str, others: Sequence[str] = ()) -> str:
    """Give a sentence as its county reads it: 你县 for its name and for 各县, no total of the whole city."""
    named = [owner.text for owner in (one.task.owners if one.task else ()) if owner.origin == "stated"]
    if group == "general":
        one = _its_parts(one)
    words = plan_words(one, outline.ground, named)
    if group == "known":
        return words
    your = you(county)
    if group == "named":
        told = end(tidy(_shares_of(one, county, others), outline.ground, named))
        words = plan_words(retell(one, _shares_of(one, county, others)), outline.ground, named) or words
        return _named_words(_with_told(words, told, county), told, county, your)
    words = re.sub(r"^除[^，。]{2,60}?外，(?:其他|其余)?", "", words)
    words = re.sub(rf"^(?:沿海|沿江|沿黄|沿线|有关|相关)(?={_EVERY})", "", words)
    words = re.sub(rf"^{_EVERY}(?=书记|党委书记|主要负责|乡镇长|镇长|党政)", your, words)
    words = re.sub(
        rf"^{_EVERY}(?:人民政府|政府|党委政府|党委、政府)?(?:也|都)?(?:要|必须|务必|应当)?(?:在(?=\d))?(?![、和及与])",
        "",
        words,
    )
    words = re.sub(
        r"^(?:属地)?(?:乡镇|区县|县区|镇街)(?:政府)?(?:也|都)?(?:要|必须|务必|应当)?(?=落实|做好|组织|负责|建立|明确|安排|派|抓)",
        "",
        words,
    )
    words = re.sub(r"^各级党委(?:和|、)?政府(?:都)?要", "", words)
    words = re.sub(_EVERY, your, words)
    return _without_totals(words, one, _populations(outline))


def _its_parts(one: Utterance) -> Utterance:
    """Give a sentence without the parts that fall on others than every county: 各县要…，燃气抢险队伍24小时待命."""
    parts = one.task.parts if one.task is not None else ()
    if len(parts) < 2 or one.task is None or "text" in one.task.typed:
        return one
    kept = [part for part in parts if _falls_here(part)]
    if not kept or len(kept) == len(parts):
        return one
    return retell(one, "，".join(simplified(part.text).rstrip("，；、。") for part in kept) + "。")


def _falls_here(part: TaskPart) -> bool:
    said = [owner for owner in part.owners if owner.origin in ("stated", "typed")]
    general = any_pattern("general-owners.txt")
    return not said or any(
        general.search(simplified(owner.text)) or _PEOPLE.search(simplified(owner.text)) for owner in said
    )


_PEOPLE = re.compile(
    r"^(?!(?:包保|包联|联系|分管)?[省市县](?:级)?领导)(?!.*(?:企业|公司|集团|厂|矿)).*(?:负责同志|负责人|领导|干部|网格员)$"
)
"""Those who act for the county beside what falls on all: 各地要…，主要负责同志要亲自抓."""


def _named_words(words: str, told: str, county: str, your: str) -> str:
    """Give a sentence that names a county with 你县 for its name; where only the told clause named it, before the order."""
    whole = re.sub(r"\s", "", county)
    if not names(words, county):
        rest = re.sub(r"^(?:关键|重点)(?:就)?是", "", end(drop_narration(told)))
        return f"{your}{rest}" if re.match(r"要|必须|务必", rest) else words
    words = re.sub(re.escape(whole), your, re.sub(r"(?<=[一-鿿])\s+(?=[一-鿿])", "", words))
    if your not in words:
        short = short_name(whole)
        words = re.sub(rf"(?:(?<=[、，。和及与])|^){re.escape(short)}(?=[、，和及与要等的在\d])", your, words)
    return words


def _populations(outline: Outline) -> list[str]:
    """Give the counts of the whole city that the speech tells, the longest first: 6800户, 412户, 2147家."""
    found = {
        match[0]
        for one in outline.sentences
        if one.kind == "F"
        for match in re.finditer(r"\d[\d.]*万?(?:户|家|座|处|所|栋|艘|间)", one.text)
    }
    return sorted(found, key=len, reverse=True)


def _without_totals(words: str, one: Utterance, totals: Sequence[str] = ()) -> str:
    """Leave out counts of the whole city, which are not the county's."""
    for total in totals:
        words = re.sub(
            rf"(?:全[市县区省]|这)?(?<![\d.]){re.escape(total)}(?!以上|以下|[一二三四五六七八九十]次)",
            "",
            words,
        )
    for quantity in one.task.quantities if one.task else ():
        if not is_population(quantity, one.task) or not isinstance(quantity.number, int):  # type: ignore[arg-type]
            continue
        number = quantity.text.removesuffix(quantity.object) if quantity.object else quantity.text
        words = re.sub(rf"，(?:一共|共|共计|总共){re.escape(number)}(?=[，。])", "", words)
        words = re.sub(rf"(?:全[市县区省]|这)?{re.escape(number)}(?=[一-鿿]{{2}})", "", words)
    return re.sub(r"[把将](?=一([处家座个栋户条])一\1)", "", words)


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
