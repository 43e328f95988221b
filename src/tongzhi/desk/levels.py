"""Is a post of the level that was asked for: 主要负责人, 分管负责人, or a named post."""

from __future__ import annotations

import re

from tongzhi.zh.bodies import find_body

_CHIEF_ASKED = re.compile(
    r"主要负责|主要领导|党政主要|党政正职|一把手|正职|^(?:县|区|市|镇|乡|局)长$|^(?:党委|党组|县委|区委)书记$"
)
_DEPUTY_ASKED = re.compile(r"分管|负责(?:人|同志)|领导|班子成员|副职")
_HEAD = re.compile(
    r"(.*?)(副?)(书记|县长|区长|市长|州长|旗长|镇长|乡长|局长|厅长|主任|部长|院长|校长|园长|总经理|董事长|厂长|矿长|会长|主席|理事长|行长|社长|台长|馆长|总队长|支队长|大队长|中队长|队长"
    r"|关长|检察长|总裁|经理|所长|站长|场长|秘书长|处长|科长|股长|组长|政委|教导员|军代表|负责人|负责同志)$"
)
_BELOW = re.compile(
    r"科员|干事|办事员|工作人员|司机|驾驶员|秘书(?!长)|主任科员|专员|安全员|网格员|联络员|会计|出纳|科长|股长|班长|车间主任|职员|技术员"
)
_PART = re.compile(r"(?:科|处|室|股|部|中心|支队|大队|中队|队|所|站|分局|车间|办公室|办|党支部|工会)$")
_OF_BODY = re.compile(
    r"^(?:党组|党委|党工委|县委|区委|市委|州委|旗委|镇党委|乡党委|党总支|机关党委|政府|人民政府|管委会|委员会|行政|常务|第一|代理?|执行|公司|集团|县|区|市|镇|乡)*$"
)
_BENCH = re.compile(
    r"(?:党组|党委|党工委|班子|领导)成员|党委委员|党工委委员|[县区市州旗]委常委|^常委|党委委员|调研员|巡视员|县级领导|市级领导|党组书记|党委书记"
)
_UNSURE = re.compile(
    r"总工|总经济师|总会计师|总规划师|总监|纪检|监察|工会|督察|组织员|统战|武装部|助理|四级调研员|挂职|负责人"
)


def meets_level(title: str, level: str, unit: str = "") -> bool | None:
    """Tell whether a post satisfies the level asked for; `None` when that must be asked.

    主要负责人 is no deputy; 分管负责人 is the head, a deputy or another member of the leading group, and no head of a
    section (科长, 办公室主任, 执法支队支队长), unless the unit itself is such a body. A deputy who stands in for the head
    （主持工作）, 总工, 纪检组长 and the like are asked about.

    Args:
        title: the post as returned; several joined by 、.
        level: what the notice asks for; several joined by 、 are alternatives.
        unit: the unit's full name, which tells its head from those of its sections.
    """
    level = re.sub(r"(.)[（(](.)[）)](?=长)", r"\1长、\2", level)  # 校（园）长
    wanted = [part for part in re.split(r"[、，,/或和]", level) if part]
    if not wanted:
        return True
    answers = [_meets(title, part, unit) for part in wanted]
    if any(answer is True for answer in answers):
        return True
    return None if None in answers else False


def _meets(title: str, level: str, unit: str) -> bool | None:
    if not title:
        return False
    if _CHIEF_ASKED.search(level) and "分管" not in level:
        ranks = _ranks(title, unit)
        if "chief" in ranks:
            return True
        if "主持" in title or ranks == {"unsure"}:
            return None
        return False
    if re.search(r"副?.长$|主任|书记|总监|经理|总工", level) and not re.search(r"负责|领导", level):
        own = re.search(rf"(?<!副){re.escape(level)}", title) is not None
        return own or (len(level) > 2 and level[-4:] in title)
    if _DEPUTY_ASKED.search(level):
        ranks = _ranks(title, unit)
        if ranks & {"chief", "deputy"}:
            return True
        return None if "unsure" in ranks else False
    return True


def _ranks(title: str, unit: str) -> set[str]:
    """Give the rank of each post of a title: chief, deputy, below, unsure."""
    bare = re.sub(r"[（(].*?[）)]", "", title)
    return {_rank(part, unit) for part in re.split(r"[、，,；;兼\s]+", bare) if part}


def _rank(post: str, unit: str) -> str:
    found = _HEAD.match(post)
    if found and found[3] == "组长" and not re.search(r"纪检", post):
        return "below"
    if found and found[3] not in ("负责人", "负责同志"):
        above = found[1].removesuffix("常务").removesuffix("第一")
        above = above.removeprefix(unit)
        own = _belongs(above, unit)
        if found[2] and own:
            return "deputy"
        if own and found[3] not in ("科长", "股长", "处长") and not _UNSURE.search(post):
            return "chief"
        if _UNSURE.search(post):
            return "unsure"
        if _BENCH.search(post):
            return "deputy"
        return "below"
    if re.fullmatch(r"(?:主要)负责(?:人|同志)", post):
        return "chief"
    if re.fullmatch(r"分管.{0,4}(?:领导|负责人)|.*副总|副职", post) or (
        _BENCH.search(post) and not re.search(r"四级|三级主任", post)
    ):
        return "deputy"
    if _UNSURE.search(post):
        return "unsure"
    return "below" if _BELOW.search(post) else "unsure"


def _belongs(above: str, unit: str) -> bool:
    """Tell whether the words before the head of a post name the unit itself, not a section of it."""
    if not above or _OF_BODY.match(above):
        return True
    if unit and (unit.endswith(above) or _same_kind(above, unit)):
        return True
    if unit and re.search(r"(?:局|委|院|公司|集团|厅)$", above):
        return False
    return not _PART.search(above)


def _same_kind(above: str, unit: str) -> bool:
    """Tell 应急管理局(局长) of 市应急管理局, 办公室(主任) of 市政府办公室, 支队(支队长) of 消防救援支队."""
    if above in ("办公室", "办") and unit.endswith(("办公室", "办")):
        return True
    found = find_body(above, [(unit, "")])
    return found is not None and found.sure
