"""The only acts on a sentence: leave out, move whole, join, split, replace by the closed tables (docs/drafting.md)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tongzhi.draft.days import fix_days, has_relative_day
from tongzhi.draft.wordings import any_pattern, listed_words, patterns

_SPOKEN = re.compile(r"(?<![自敌])我(?!国)|你们?|大家|咱们?|同志们")
SPOKEN = re.compile(
    r"刚才|^下面|(?<=[，。；])下面，|同志们|大家|(?<![自])我们|(?<![自敌忘])我(?!国)|你们|咱们|需要强调的是|接下来"
)
"""Frames and pronouns that no paper may hold."""

_CLAUSE = re.compile(r"[^，；：。！？]+[，；：。！？]*")
_FRESH = re.compile(
    r"\d|[一二三四五六七八九十两]+(?:次|遍|家|座|处|人|天|小时|分钟)|[月日周]前|节前|进驻|到场|第一时间"
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a sentence is rewritten by.

    Attributes:
        day: the meeting's day, from which 明天 counts.
        speaker: the speaker by name and post, `**` when nobody is named.
        me: whom 我 stands for all through the text; empty where several speak or nobody is named.
        issuer: who issues the papers, which 我们局 stands for.
        place: the county or city whose office that is, which 我县 stands for after 在 and 到.
    """

    day: date | None = None
    speaker: str = "**"
    me: str = ""
    issuer: str = ""
    place: str = ""


def tidy(text: str, ground: Ground, named: Iterable[str] = ()) -> str:
    """Give a sentence as any paper may print it: without frames and pronouns, days as dates, spoken words replaced.

    Args:
        text: the sentence.
        ground: the meeting's day and speaker.
        named: the units that 你们 stands for, the nearest before it.
    """
    text = re.sub(r"\s*[\r\n]+\s*", "", text)
    text = re.sub(r"^\d{1,2}(?:\.\d{1,2}){1,2}[\s、．.]+(?=[一-鿿\d])", "", text.strip())
    text = re.sub(r"[（(](?:笑|掌声|众笑|停顿|翻页)[）)]", "", text.strip())
    text = re.sub(r"(?<=[一-鿿，。]) +(?=[一-鿿])", "，", text)
    text = re.sub(r"——不对，[^，。；]{1,12}，", "，", text)
    text = _TAKEN_BACK.sub("", text)
    text = _WORD_TAKEN_BACK.sub(r"\g<head>", text)
    text = _our(text, ground)
    before = None
    while before != text:
        before = text
        for pattern, instead in patterns("frames.tsv"):
            text = (
                pattern.sub(instead, text, count=1)
                if pattern.pattern.startswith("^")
                else pattern.sub(instead, text)
            )
    text = _pronouns(text, ground, "、".join(named))
    for pattern, instead in patterns("colloquial.tsv"):
        text = pattern.sub(instead, text)
    text = fix_days(text, ground.day)
    text = _join_marks(text)
    return text if text.strip("，；。：、！") else ""


_OUR_BODY = re.compile(
    r"我们?(?P<kind>局|委|厅|公司|集团|厂|矿|校|学校|医院|街道|开发区|管委会)(?![里长内属机])"
)
_OUR_PLACE = re.compile(
    r"(?<=[在到来赴对])我们?(?P<kind>[省市县区])(?=[调视检考督暗][研察查导访]|召开|举行|进行)"
)


def _our(text: str, ground: Ground) -> str:
    """Give the name for 我们局 and for 我县 where somebody comes there; other 我县 are 全县."""
    text = _OUR_BODY.sub(lambda m: ground.issuer if ground.issuer.endswith(m["kind"]) else m[0], text)
    return _OUR_PLACE.sub(lambda m: ground.place if ground.place.endswith(m["kind"]) else m[0], text)


_SAID = r"(?:\d{1,5}|[〇零一二三四五六七八九十百千万两]{1,6}|(?:[本下这]?个?周|星期|礼拜)[一二三四五六日天]|[今明后]天)"
_TAKEN_BACK = re.compile(
    rf"{_SAID}(?P<unit>[号日月个台家点天座处人名辆块万]?)(?:之?前|以前)?[，。]?(?:哦|噢|啊|嗯|呃)?[，。]?"
    rf"(?:不对|说错了|讲错了|错了|不是|更正一下|口误)[，。](?:应该)?(?:是)?(?={_SAID}(?P=unit))"
)
"""A number or a day that the speaker takes back at once, up to the right one: 二十八号，不对，二十六号."""


_WORD_TAKEN_BACK = re.compile(
    r"(?P<head>[一-鿿]{0,3}?)(?P<word>[一-鿿]{2,6})，不对，不是(?P=word)，(?:而)?是(?P=head)"
)
"""A word that the speaker takes back: 当场剪掉，不对，不是剪掉，是当场拆除."""


def _join_marks(text: str) -> str:
    text = re.sub(r"[，、；：](?=[，；。！])", "", text)
    text = re.sub(r"(?<=[。；])[，；。]+", "", text)
    return text.lstrip("，；。：、！ ").strip()


def _pronouns(text: str, ground: Ground, named: str) -> str:
    if not _SPOKEN.search(text):
        return text
    speaker = ground.speaker
    text = re.sub(
        r"(?<=[由报交给向请找对跟])我(?:本人|个人)?(?=[。，；约主亲牵审批签同负、一个答名回准材]|$)",
        speaker,
        text,
    )
    text = re.sub(r"我(?:本人)?(?=任(?:组长|总指挥|指挥长|主任))", speaker, text)
    text = re.sub(r"(?:报给|交给|告诉|送给)(?:我)(?=$|[，。；、和])", lambda m: m[0][:-1] + speaker, text)
    text = re.sub(
        r"(?:^|(?<=[，；：。]))(?:(?:你们|你|您|大家)(?:[两三四五六几]家|几个|自己|各自)?(?:也|都|就|可以|回去|会后|马上)*(?:要|得|把(?=[一-鿿]))?"
        r"|(?:咱们|我们|我)(?:也|都|就|自己)*(?:要|得|把))(?=[一-鿿])",
        lambda m: "把" if m[0].endswith("把") else "",
        text,
    )
    text = re.sub(r"(?:发|讲|说)?给大家(?=[，。；]|$)", "", text)
    text = re.sub(
        r"(?<=[一-鿿\d）])(?:我们|咱们?|大家)(?:自己)?(?=再|就|都|统一|一起|会后|回去|马上|先|去|来(?=[一-鿿]))",
        "",
        text,
    )
    if not named or len(named) > 30:
        return text
    there = named.split("、", maxsplit=1)[0]

    def stand_in(found: re.Match[str]) -> str:
        before = text[: found.start()]
        return "" if there in before and not re.search(r"[由给跟请对向找和为]$", before) else named

    return re.sub(r"你们(?:自己|几家|[两三四五]家)?", stand_in, text)


_ME = re.compile(r"(?<![自敌忘你])我(?:本人|自己)?(?![们国省市县区镇乡街校院厂矿党军方家])")
_MY = re.compile(r"我(?:心里|看到|看见|想起|觉得|晓得|知道|听说|记得|也不|不想|不讲|不说|讲|说|再说|问|就问)")


def name_me(text: str, me: str) -> str:
    """Write the speaker's name where he says what he himself will do: 我下午去约谈 → 王某下午去约谈.

    Nothing changes where nobody is named, or where he only tells what he thinks or feels.
    """
    if not me or _MY.search(text):
        return text
    first = _ME.sub(me, text, count=1)
    return _ME.sub("本人", first) if _ME.search(first) else first


def clauses_of(text: str) -> list[str]:
    """Cut a sentence into its clauses, marks kept; what stands in quotes or brackets is not cut."""
    found, depth, start = [], 0, 0
    for index, mark in enumerate(text):
        depth += mark in "“（《"
        depth -= mark in "”）》"
        if mark in "，；：。！？" and depth <= 0:
            found.append(text[start : index + 1])
            start = index + 1
    if text[start:]:
        found.append(text[start:])
    return found


def is_tail(clause: str) -> bool:
    """Tell whether a clause only wishes a result: no number, day, actor or concrete act in it."""
    words = clause.strip("，；。：！")
    return bool(any_pattern("tails.txt").search(words)) and not _FRESH.search(words)


def drop_tails(text: str) -> str:
    """Leave out the clauses that only wish a result; a sentence that is nothing else stays."""
    kept = clauses_of(text)
    while len(kept) > 1 and is_tail(kept[-1]):
        kept.pop()
    rest = [kept[0], *(one for one in kept[1:-1] if not is_tail(one)), *kept[-1:]] if len(kept) > 2 else kept
    made = end("".join(rest))
    return end(text) if _BY_ONLY.match(made) else made


_BY_ONLY = re.compile(r"^(?:都?要|必须)?(?:按照|根据|围绕|对照|本着)[^，；]*[。]$")
"""A sentence of which only 按照…的要求 is left says nothing; its tail stays."""


def drop_spoken(text: str) -> str:
    """Leave out the clauses that still speak of me and you; nothing is left when all do."""
    kept = [clause for clause in clauses_of(text) if not SPOKEN.search(clause) and not _SPOKEN.search(clause)]
    return end(_join_marks("".join(kept))) if kept else ""


_PAST = re.compile(r"(?<!除)(?:了(?!解|结|如|断|却|不)|过(?=[，。]|[这一两三])|已经|去年|前年|上个?月)")
_STRONG = re.compile(r"要|必须|不得|不准|严禁|务必|负责|牵头|前|立即|一律|由")


def drop_narration(text: str) -> str:
    """Leave out leading clauses that tell what has happened, when what follows stands by itself."""
    kept = clauses_of(text)
    while (
        len(kept) > 1
        and _PAST.search(kept[0])
        and not _STRONG.search(kept[0])
        and not re.search(r"的[一-鿿]{0,8}，$|^[一-鿿]{0,3}(?:到|对|凡)", kept[0])
        and _stands(kept[1])
    ):
        kept.pop(0)
    whole = "".join(kept)
    told = _TOLD_FIRST.match(whole)
    if told and not re.search(r"要|必须|务必|不得|牵头", told["told"]):
        whole = whole[told.end() :]
    return end(whole)


_TOLD_FIRST = re.compile(
    r"(?P<who>[一-鿿*＊×]{1,8}?(?:县|区|市|镇|乡|街道|项目部|公司|矿|厂|局|学校|中学|小学))"
    r"(?P<told>[^。；]*?(?:上次|去年|上个?月|昨[天晚]|连续|点名|排在|最后|不到|登记|发现|反映|查出|出过|已经|不够|不足)[^。；]*?)，"
    r"(?=(?:今年|这次|今后|现在)?(?P=who)(?:也|就|都|和|、|要|必须|务必|应当|在\d|\d|国庆|春节|元旦|[今明本下]))"
)
"""甲县上次被查出…，甲县要…: what is told of the one who is then told to act."""


_STANDS = re.compile(
    r"^请[一-鿿]{2,12}(?:局|委|办|部|厅|队|会)|^(?:关键是)?(?:要|必须|务必|不得|严禁|由|各|市|县|区|省|镇|全|有关|相关)|^[一-鿿]{2,10}(?:局|委|办|厅|公司|集团|部门|单位)(?=要|在|把|对|负责|牵头|会同|\d)"
)


def _stands(clause: str) -> bool:
    return bool(_STANDS.search(clause))


def end(text: str) -> str:
    """Give the sentence with one full stop."""
    words = text.strip().rstrip("，、；：,;。.！!")
    if not words:
        return ""
    return words if words[-1] in "？?" else f"{words}。"


_BY_DUTY = re.compile(
    r"^(?P<what>[^，。；：由对]{2,22})由(?P<who>[^，。；：]{2,40}?)(?P<does>负责|牵头)(?=[，。；]|$)"
)
_CONDITION = re.compile(
    r"^(?:没|未|对|凡|接到|发现|一旦|如|若|遇|发生|出现|这项|此项|上述|有)|[前后时组班会]$|的$|要|应|上午|成立"
)


def front_actor(text: str) -> str:
    """X由Y负责 → Y负责X, 由Y牵头 → Y牵头; a condition stays in front; 请 before who acts goes."""
    text = re.sub(r"^请(?=[一-鿿、]{2,24}(?:局|委|办|部|厅|队|会|科|公司)(?!的))", "", text)
    text = re.sub(
        r"^由(?=[一-鿿、]{2,24}?(?:局|委|办|厅|队|会|公司|集团|中心|街道|镇|乡)(?:负责|牵头))", "", text
    )
    found = _BY_DUTY.match(text)
    if found is None or _CONDITION.search(found["what"]) or len(re.findall(r"由[^，。]{2,20}负责", text)) > 1:
        return text
    return f"{found['who']}{found['does']}{found['what']}{text[found.end() :]}"


def drop_should(text: str) -> str:
    """Leave out 要 at the beginning of a point, where nobody stands before it."""
    text = re.sub(r"^(?:就是|关键是|关键(?=要))", "", text)
    return re.sub(r"^(?:一定|务必|必须)?要(?=[一-鿿]{2})(?!求|素|害|点|么|闻|道|件|是)", "", text)


_LEAD = re.compile(r"^(?P<lead>[一-鿿]{4,10})，(?P<rest>.{8,})$", re.DOTALL)


_LABEL = re.compile(r"^(?P<lead>[一-鿿“”]{2,4})，(?=谁[一-鿿]{1,3}谁|一般|重大|必须由|每[一-鿿]{1,4}要)")
"""列单，谁检查谁列: a step and what it is."""


def split_lead(text: str) -> tuple[str, str]:
    """Give the heading of a point and the rest: 全面排查安全隐患，抓紧组织… → 全面排查安全隐患。/ 抓紧组织…"""
    label = _LABEL.match(text)
    if label is not None:
        return f"{label['lead']}。", text[label.end() :]
    found = _LEAD.match(drop_should(text))
    if found is None or not found["lead"].startswith(listed_words("lead-verbs.txt")):
        return "", text
    if (
        re.search(r"[把对由将]|局|部门|单位|企业|同志|干部|期间|以前|之前", found["lead"])
        or len(found["lead"]) < 4
    ):
        return "", text
    return f"{found['lead']}。", found["rest"]


def still_spoken(text: str) -> bool:
    """Tell whether a sentence still holds what no paper may: frames, pronouns, days counted from the meeting, a question."""
    return bool(SPOKEN.search(text) or has_relative_day(text) or text.rstrip("”").endswith(("？", "?")))
