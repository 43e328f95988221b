"""What of a sentence is said to one county, in the words of a paper to it: never another one's matter, never the whole city's number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongzhi.draft.classes import Utterance, retell
from tongzhi.draft.compose import plan_words
from tongzhi.draft.plan import Outline
from tongzhi.draft.rectification import is_population
from tongzhi.draft.rewrite import clauses_of, drop_narration, end, still_spoken, tidy
from tongzhi.draft.wordings import any_pattern
from tongzhi.model.task import TaskPart
from tongzhi.zh.script import simplified


def uncounted(lead: str) -> str:
    """Give a heading without the whole city's number: 61座老旧塘坝。"""
    return re.sub(r"^\d[\d.]*万?(?:座|家|处|户|所|栋|个|条|艘|间)(?=[一-鿿]{2})", "", lead)


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


EVERY = r"各(?:个)?(?:市县(?!区)|县（市、区）|县\(市、区\)|县（市）|市县区|县市区|区县|县区|县|区|地区?|市（州）|市州|市|乡镇（街道）|乡镇街道|乡镇|镇街|镇|街道|村)"


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
    return own_clauses(text, county, others)


def _names_another(part: TaskPart, county: str, others: Sequence[str]) -> bool:
    return any(names(simplified(part.text), other) for other in others if other != county)


def _is_others(part: TaskPart) -> bool:
    """Tell whether a part is the matter of somebody who is named, and nobody of a county."""
    said = [owner for owner in part.owners if owner.origin in ("stated", "typed")]
    return bool(said) and not falls_here(part)


def own_clauses(text: str, county: str, others: Sequence[str]) -> str:
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


def for_county(one: Utterance, outline: Outline, county: str, group: str, others: Sequence[str] = ()) -> str:
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
        return named_words(_with_told(words, told, county), told, county, your)
    words = re.sub(r"^除[^，。]{2,60}?外，(?:其他|其余)?", "", words)
    words = re.sub(rf"^(?:沿海|沿江|沿黄|沿线|有关|相关)(?={EVERY})", "", words)
    words = re.sub(rf"^{EVERY}(?=书记|党委书记|主要负责|乡镇长|镇长|党政)", your, words)
    words = re.sub(
        rf"^{EVERY}(?:人民政府|政府|党委政府|党委、政府)?(?:也|都)?(?:要|必须|务必|应当)?(?:在(?=\d))?(?![、和及与])",
        "",
        words,
    )
    words = re.sub(
        r"^(?:属地)?(?:乡镇|区县|县区|镇街)(?:政府)?(?:也|都)?(?:要|必须|务必|应当)?(?=落实|做好|组织|负责|建立|明确|安排|派|抓)",
        "",
        words,
    )
    words = re.sub(r"^各级党委(?:和|、)?政府(?:都)?要", "", words)
    words = re.sub(EVERY, your, words)
    return _without_totals(words, one, _populations(outline))


def _its_parts(one: Utterance) -> Utterance:
    """Give a sentence without the parts that fall on others than every county: 各县要…，燃气抢险队伍24小时待命."""
    parts = one.task.parts if one.task is not None else ()
    if len(parts) < 2 or one.task is None or "text" in one.task.typed:
        return one
    kept = [part for part in parts if falls_here(part)]
    if not kept or len(kept) == len(parts):
        return one
    return retell(one, "，".join(simplified(part.text).rstrip("，；、。") for part in kept) + "。")


def falls_here(part: TaskPart) -> bool:
    """Tell whether a part of a sentence falls on a county: nobody is named, or who stands for every county."""
    said = [owner for owner in part.owners if owner.origin in ("stated", "typed")]
    general = any_pattern("general-owners.txt")
    return not said or any(
        general.search(simplified(owner.text)) or PEOPLE.search(simplified(owner.text)) for owner in said
    )


PEOPLE = re.compile(
    r"^(?!(?:包保|包联|联系|分管)?[省市县](?:级)?领导)(?!.*(?:企业|公司|集团|厂|矿)).*(?:负责同志|负责人|领导|干部|网格员)$"
)
"""Those who act for the county beside what falls on all: 各地要…，主要负责同志要亲自抓."""


def named_words(words: str, told: str, county: str, your: str) -> str:
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
