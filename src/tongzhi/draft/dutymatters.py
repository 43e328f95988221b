"""The column of matters: act and object, without actor, day and what is another column's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongzhi.draft.rewrite import clauses_of
from tongzhi.draft.wordings import any_pattern
from tongzhi.model.task_slots import Owner

ENOUGH = 42
"""Characters of a row's matter from which no further clause is added."""


def without_time(matter: str, when: str) -> str:
    """Leave out of a cell the weekday, and the day that the column of times has: 区住建局9月18日前完成鉴定."""
    bare = re.sub(r"（星期.）", "", matter)
    for words in when.split("，"):
        if re.search(r"\d月\d", words) and f"，{words}，" not in bare:
            bare = re.sub(rf"(?:在|于|从)?{re.escape(words)}", "", bare, count=1)
    if bare != matter:
        bare = re.sub(r"(?<![一-鿿])就(?=[把将拨派由])|(?<=[学局镇乡区县部])就(?=[把将])", "", bare)
        bare = re.sub(r"(?<![一-鿿])限(?=改|整改|完成|拆|清)", "", bare)
    bare = re.sub(r"(?:^|(?<=[，；]))，", "", bare)
    if any(len(part) == 1 for part in re.split("[，；]", bare)):
        return matter
    return bare.strip("，") if re.search(r"[一-鿿]{4}", bare) else matter


_DATE = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:（星期.）)?"
_DATED = re.compile(
    rf"^(?:从|自)?{_DATE}(?:起|开始)?[到至]{_DATE}(?:，|$)|"
    r"^(?:从|自|在|于)?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|末|初|中旬|上旬|下旬)(?:（星期.）)?(?:凌晨|上午|中午|下午|晚上?|早|零点)?(?:\d{1,2}点)?(?:之前|以前|前|起|开始|内)?(?:，)?"
)

_ROLE_ONLY = re.compile(r"^[^，。；]{2,60}?(?:牵头|配合|参加|具体组织|负责|督办|提需求)$")

_DUE_ONLY = re.compile(
    r"^(?:(?:国庆|中秋|春节|元旦|五一|汛)(?:节)?前)?(?:要|全部|必须|务必)?(?:完成|办结|到位|完工|落实到位|做完|查完|改完|见到?(?:结果|成效|效果|分晓))$"
)


def matter_of(text: str, owners: Sequence[Owner]) -> str:
    """Give act and object for a cell: without the actor before them, the day, what is another column's."""
    text = from_its_name(text, owners)
    said = {owner.text for owner in owners if owner.text and f"{owner.text}由" not in text}
    names = sorted(said, key=len, reverse=True)
    if re.match(r"[一-鿿]{0,8}?(?:决定)?成立", text):  # who is what in the body: all of it stays
        first = next((name for name in names if text.startswith(name)), "")
        return cut_matter(text.removeprefix(first), ()) or text.rstrip("。")
    found = cut_matter(text, names)
    if len(names) > 1 and re.search(
        rf"(?:^|，)(?:{'|'.join(map(re.escape, names))})(?:也|都)?(?:要|必须|应当)", found
    ):
        found = cut_matter(text, ())  # another one acts further on: the cell says who does what
    return found or text.rstrip("。")


def from_its_name(text: str, owners: Sequence[Owner]) -> str:
    """Leave out what is only told of the one who is then told to act: 甲乡、乙镇，一个慢，一个假，甲乡必须…; 甲区总量最大，要…."""
    for name in dict.fromkeys(owner.text for owner in owners if len(owner.text) > 1):
        last = max((at for at in (text.rfind(f"，{name}"), text.rfind(f"；{name}")) if at >= 0), default=-1)
        if (
            last > 0
            and name in text[:last]
            and _JUDGED.search(text[:last])
            and not _ORDERS.search(text[:last])
        ):
            return text[last + 1 :]
        told = re.match(rf"{re.escape(name)}(?P<told>[^，。；\d]{{1,14}})，(?=要|必须|务必)", text)
        if told and not _ORDERS.search(told["told"]):
            return name + text[told.end() :]
    return text


_ONLY_WHO = re.compile(r"由[^，；。]{2,30}(?:负责|牵头|落实|承担)[，；。]?$")
_JUDGED = re.compile(r"慢|快|假|最|不到|排|落后|差|点名|上次|去年|总量|问题|没|空|虚")
_ORDERS = re.compile(r"要|必须|务必|不得|负责|牵头|前|由|把|将")


def cut_matter(text: str, names: Sequence[str]) -> str:
    """Give the clauses of a matter, as many as a cell holds, without actors and days."""
    found = ""
    mends = bool(MENDED.search(text))
    for clause in _with_lists(clauses_of(text)):
        handed = (
            bool(found) and clause.startswith("由") and not _ONLY_WHO.match(clause)
        )  # 到期没改的，由属地政府查封: who does that alone
        words = _bare(clause.rstrip("，；：。！"), () if handed else names)
        if len(words) == 1:
            words = clause.rstrip("，；：。！")  # 2个工作日内签: nothing is left without its time
        if not words or _DUE_ONLY.match(words):
            continue
        if found and len(found) + len(words) > (
            LIST_MOST if mends and not MENDED.search(_without_faults(found)) else ENOUGH
        ):
            return _WAITS.sub("", found)
        found = f"{found}，{words}" if found else words
    return found


def _without_faults(words: str) -> str:
    """Leave out the words for what is wrong, which may sound like what is done about it: 喷水系统停用."""
    return any_pattern("faults.txt").sub("", words)


LIST_MOST = 90
MENDED = re.compile(
    r"整改(?!照片|清单|台账|报告|方案|情况|通知|单|率|结果|前)|消除|改造|维修|修[好复]|更换|换[掉齐下好]|拆除|拆掉|补齐|补上|补[装办]|清零|销号|改到位|改完|改正|完工|堵完|封堵|治理|停产|停用|停止|停工|关停|取缔|立案|除险加固|复查"
    r"|(?:运|搬|清|移|挪|撤)(?:走|完|出去|出来|干净)|分开|盖起来|摘[了掉]|打开|装[好上]|移到|恢复"
)
"""What is done about a fault."""


def _with_lists(clauses: Sequence[str]) -> list[str]:
    """Join what a colon counts up with what it counts: a cell has all of 三件事：…，…，… or none."""
    found: list[str] = []
    opened = False
    for clause in clauses:
        if opened and len(found[-1]) + len(clause) <= LIST_MOST:
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
            rf"^由?(?:[省市县区]?)(?:{either})(?:(?:、|和|及|与|会同|联合)*(?:{either}))*(?:要|必须|务必|应当|也要|都要)?(?:牵头|具体(?:负责|组织)(?=，|$)|负责|会同)?，?",
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
