"""Subjects that neither rules of names nor the tagger see: told of first and ordered then, general bodies, unlisted offices."""

from __future__ import annotations

import re
from collections.abc import Sequence

Stretch = tuple[int, int]

_TIME = r"\d{1,4}[年月日号点]|[一二三四五六七八九十]+月|[本下这]个?[周月]|今[天晚]|明[天晚]|后天|月底|年底|[省市县]?[里]"
_ORDERED = r"(?:也|都|就|再|还|今后)?(?:要(?!求|素|害|点|是|么|闻)|必须|务必|应当)"
_PLACE_THEN = re.compile(
    rf"(?P<who>(?!全|各|本|该|有的|个别|每)[一-鿿*＊×]{{1,6}}?(?:自治县|县|区|镇|乡|街道))(?=[^县区镇乡，。；：的里内]{{1,18}}，{_ORDERED})"
)
"""老城区总量最大，要在22日前拿出作战图: who is told of first and ordered then."""
_SCHOOL = r"(?:[一二三四五六七八九十]中|[一二三四五六七八九十]小|小学|中学|学校|幼儿园|医院|煤矿|酒店|商场)"
_FIRM_TIMED = re.compile(
    rf"(?P<who>(?!各|对|把|将|在|全|由|请)[一-鿿]{{1,8}}?{_SCHOOL})(?=(?:{_TIME})[^，。；]{{0,10}}?(?:前|内|之前|以前|起)(?:把|将|要|必须|完成|拿出))"
)
"""实验一中本周四前把混放的药品分开."""
_OFFICE_ACTS = re.compile(
    r"(?P<who>(?!各|对|把|将|全|由|请|当|结|布|格|原|不|大|委|无|以|干)[一-鿿]{1,3}(?:发|建|管|环|安|监|工|商|经|信|财|教|卫|农|水|林|交|住|招|规)[一-鿿]?局)"
    r"(?=(?:负责|牵头|会同|组织|摸清|查清|核实|核查|汇总|制定|拿出|落实|完成|建立|把|将|对|抓紧|尽快|立即))"
)
"""经发局摸清…: a department of a park that no list knows."""
_MANY = re.compile(
    r"(?:^|(?<=[，；]))(?P<who>(?:全部|全市|全县|全区|这)?\d{1,4}家[一-鿿]{0,8}?(?:企业|单位|矿山|门店|商户|学校|公司))(?=(?:都|全部)?(?:对照|要|必须|自查|立即|马上))"
)
"""19家企业对照规范自己查: those told to act are counted."""
_AFTER_THOSE = re.compile(
    rf"[这那][几两三四五六七八九十\d]+[处项个件条](?P<who>[一-鿿]{{2,6}}(?:部|局|科|办|车间|公司|大队|支队))(?={_TIME}|要|必须|负责)"
)
"""这三处设备部本周内修好: the body after what is pointed to."""
_GENERAL = re.compile(
    r"(?:^|(?<=[，；。])|(?<=由)|(?<=的)(?=包保|包联|联系))(?P<who>"
    r"(?:各|有关|相关|有[一-鿿]{1,6}的|涉及的)?(?:乡镇|镇街|区县|县区)(?:（街道）|街道|财政|党委|政府|党委政府)?(?:主要负责同志|主要负责人|分管负责同志|干部)?"
    r"|属地(?:政府|乡镇|街道|派出所|县区|区县|镇街|镇村)|(?:包保|包联|分管|联系)[省市县区乡镇]?级?领导(?:干部)?)"
    r"(?=(?:也|都|再|还|自己)?(?:要|必须|务必|应当|负责|落实|做好|组织|配合|设(?!施|备|计)|成立|每|派[员人]|安排|明确|依法|兜底|带路|抓好|抓紧|建立|把|将|对(?![^，。]{0,12}(?:通报|问责|考核|约谈))))"
)
"""乡镇落实巡查员, 由属地政府依法临时查封, …的包保县领导要…: they act, and fall on every county."""


def subjects_without_names(text: str, found: Sequence[Stretch]) -> list[Stretch]:
    """Give the further actors of a unit, in order, none of which meets those that were found.

    Args:
        text: the unit, in Simplified script.
        found: the actors that were found already.
    """
    patterns = [_GENERAL, _AFTER_THOSE] if found else [_GENERAL, _AFTER_THOSE, _MANY]
    made = [match.span("who") for pattern in patterns for match in pattern.finditer(text)]
    if not found:
        opening = (pattern.match(text) for pattern in (_PLACE_THEN, _FIRM_TIMED, _OFFICE_ACTS))
        made += [match.span("who") for match in opening if match]
    taken: list[Stretch] = list(found)
    for start, end in sorted(made):
        if not any(start < last and first < end for first, last in taken):
            taken.append((start, end))
    return sorted(set(taken) - set(found))
