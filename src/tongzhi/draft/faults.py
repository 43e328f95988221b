"""Faults that a speech names: at which place or unit, and what is wrong there; read clause by clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongzhi.draft.dutymatters import MENDED
from tongzhi.draft.rewrite import clauses_of
from tongzhi.draft.wordings import any_pattern

_END = (
    r"(?:公寓|养护院|养老院|敬老院|福利中心|护理院|疗养院|加工场|生活区|料场|搅拌站|大街|商业街|步行街|庙会|社火|工区|标段|街道|社区|村|小区|公司|厂区|工厂|[砖纸药钢糖酒电水]厂|煤矿|石矿|矿区|学校|小学|中学|幼儿园|医院|卫生院|商场|市场|超市|大厦|广场|隧道|大桥|水库|路段|码头|浮桥|景区|酒店|宾馆|电站|泵站|尾矿库|养老院|福利院"
    r"|培训中心|批发中心|购物中心|托管班|培训机构|车间|仓库|冷库|门店|加油站|白液槽|水池|污水池|浆塔|罐区|锅炉房|[一-鿿]桥|[一-鿿]{1,3}路(?![口径灯线])|工地|项目部|物流园|产业园|[一二三四五六七八九十]中(?!学)|[一-鿿]食品|[一-鿿]水产|[一-鿿]化工|[一-鿿]新能源)"
)
_PLACE = re.compile(rf"(?P<place>[一-鿿\d*＊×A-Za-z]{{1,14}}?{_END})")
_LIST = re.compile(rf"[、和](?=[一-鿿\d*＊×]{{1,14}}?{_END})")
_CONDITIONAL = re.compile(r"[^，。；]{0,4}?的(?:，|一律|立即|要|马上|当场|当班|不得|限|今|明|\d|$)")
"""After a fault: only a case that may turn up (无证的一律关停), not a fault that has been found."""
_ASKED = re.compile(
    r"要|必须|务必|不得|严禁|负责|牵头|限(?![位速高载流])|(?:^|[，、])[把将对]|一律|立即|确保|督促"
)
_TOLD = re.compile(
    r"事故|死亡|[死伤]了?[\d一二三两]|起火|爆炸|爆燃|滑塌|坍塌|已经?(?:整改|改完|修好|拆)|改了|查下来"
)
_NO_PLACE = re.compile(r"没|未|说的|有的|无|有些|个别|一些|查|问题")
_ASIDE = re.compile(r"^(?:其中|比如|例如|像|还有|念几[条个]：?|我念几条：?)|^[^：]{0,12}：")


@dataclass(frozen=True, slots=True)
class NamedFault:
    """One place or unit, and what is wrong there, in the speech's words."""

    place: str
    fault: str


def is_fault_clause(clause: str) -> bool:
    """Tell whether a clause only says what is wrong: it orders nothing, and no case is meant that may turn up."""
    words = clause.strip("，；。：、！")
    found = any_pattern("faults.txt").search(words)
    rest = any_pattern("faults.txt").sub("，", words)
    return (
        found is not None
        and not _ASKED.search(words)
        and not MENDED.search(rest)
        and not _CONDITIONAL.match(words, found.end())
        and not _TOLD.search(words)
        and not re.search(r"(?:没有|未|尚未)(?:整改|改)", words)
        and not re.match(r"一旦|如|凡|遇|发现|有没有|是否|隐患|问题|重大隐患", words)
    )


def named_fault(clause: str) -> NamedFault | None:
    """Give place and fault of a clause: 第三小学食堂蒸箱压力表过期半年; nothing where no place is named."""
    words = _ASIDE.sub("", clause.strip("，；。：、！"))
    if not is_fault_clause(words):
        return None
    found = _PLACE.match(words)
    if found is None or _NO_PLACE.match(found["place"]):
        return None
    end = found.end()
    fault = any_pattern("faults.txt").search(words)
    while (
        fault
        and (more := _LIST.search(words, end, fault.start()))
        and not any_pattern("faults.txt").search(words[end : more.start()])
    ):
        further = _PLACE.match(words, more.end())
        if further is None or further.end() > fault.start():
            break
        end = further.end()
    rest = words[end:].removeprefix("的").strip("，、")
    return NamedFault(words[:end], rest) if len(rest) > 2 else None


def named_faults(text: str) -> list[NamedFault]:
    """Give every place with its fault that a sentence names; two in one clause are told apart at 、."""
    found = []
    for clause in clauses_of(text):
        pieces = [clause]
        cut = next((each for each in re.finditer("、", clause) if _PLACE.match(clause, each.end())), None)
        if cut and named_fault(clause[: cut.start()]) and named_fault(clause[cut.end() :]):
            pieces = [clause[: cut.start()], clause[cut.end() :]]
        found += [one for piece in pieces if (one := named_fault(piece))]
    return found


def split_at_fault(text: str) -> tuple[str, str]:
    """Cut a sentence that orders one thing and then names faults to be mended by another day; the second is empty else.

    县教体局开学前查一遍，甲中心安全出口上锁，限3天之内改完 → 县教体局开学前查一遍 / 甲中心安全出口上锁，限3天之内改完.
    """
    parts = clauses_of(text)
    at = next((number for number, part in enumerate(parts) if number and named_faults(part)), None)
    if at is None:
        return text, ""
    before, after = "".join(parts[:at]), "".join(parts[at:])
    mended = MENDED.search(after)
    checked = any_pattern("check-verbs.txt").search(before) or re.search(r"完成|要|必须", before)
    return (before.rstrip("，；"), after) if mended and checked else (text, "")


def mends(text: str, fault: NamedFault) -> bool:
    """Tell whether an order is to put a fault right: it names the place, and mends, or speaks of the same thing."""
    place = fault.place
    town = re.match(r"[一-鿿]{1,4}?[镇乡县区](?=[一-鿿]{2})", place)
    if place not in text and place[:4] not in text and not (town and town[0] in text and MENDED.search(text)):
        return False
    same = any(fault.fault[at : at + 2] in text for at in range(len(fault.fault) - 1))
    return bool(MENDED.search(text)) or same


def mends_all(texts: Sequence[str]) -> int | None:
    """Give which of some orders says that whatever was named is to be put right: 余下25条问题，涉及的学校16日前改完."""
    form = re.compile(
        r"(?:余下|其余|剩下|剩余|以上|上述|刚才|念到|点到|通报|这些|这)[^，。]{0,14}(?:问题|隐患|学校|企业|单位|地方)[^。]{0,40}(?:改完|整改|改到位|销号|消除|清零)"
    )
    return next((number for number, text in enumerate(texts) if form.search(text)), None)
