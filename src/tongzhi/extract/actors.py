"""Who is told to act: subjects of clauses, 由…, 请…, 归…; never the object acted upon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tongzhi.extract.lexicon import Lexicon, read_words
from tongzhi.extract.named import read_named
from tongzhi.zh.segment import Word

Stretch = tuple[int, int]

PRONOUNS = frozenset(("你们", "你", "您", "咱们", "我们", "大家", "我"))
_JOINTS = frozenset(("、", "和", "及", "与", "以及", "会同", "跟", "同", "或", "或者", "暨", "还有"))
_MODIFIERS = ("n", "b", "j", "m", "q", "r", "a", "f", "x", "s", "vn", "l", "i", "zg", "g", "k")
_ENDINGS = re.compile(
    r"(?:局|厅|委|委员会|办|办公室|部|处|科|科室|室|所|站|队|支队|大队|中队|中心|公司|集团|厂|分厂|矿|院|校|学校|学院|中学|小学|幼儿园|政府|党委|党组|支部|组|专班|企业|单位|部门|机构|街道|社区|镇|乡|村|县|区"
    r"|州|市|省|员|员工|长|主任|书记|经理|负责人|责任人|同志|干部|领导|职工|用户|业主|店主|人员|老师|志愿者|常委|媒体|银行|商|物业|班组|车间|科学家|医生|护士|社|会|处室|方|团队|小组|个人|所有者|厂家|地|人)$"
)
_NO_ENDING = re.compile(
    r"^(?:全市|全县|全省|全区|全镇|全国|城市|我市|我县|我区|我省|本市|本县|城区|市区|地区|社会|机会|会|人|地|方|处|部|组|长|所|站|办|员|室|矿山?|景区|隐患.*|群众|游客|学生|山区|库区|林区|小区|.*小区|高温区|作业区|危险区|禁火区|重点区|厂区|校园|园区|现场|当地|各方|工地|场所|教会|我会|学会|才会|都会|也会|就会|还会|(?:班前|班后|例|晨|早|晚|周|月|年|调度|碰头|座谈|研判|分析|推进|动员|部署|现场|视频|专题|联席|家长)会|.*场所|会议|座谈会|时间|第一.*|驻地|每地|救援队伍|部署|全部|内部|一部|大部|干部群众|.*通知单|.*会议|老人|行人|他人|别人|本人|每人|有人|没人|成人|工人|商人|年人|.*方式|.*方案|基地|场地|产地|土地|用地|当事人|涉案人员|受伤人员|困难职工|.*措施|学校食堂|伤员|.*病人|.*患者)$"
)
_SINGLE = frozenset("局厂矿村镇乡县区市省队科校院委")
_SKIP = re.compile(
    r"(?:同时|另外|此外|还有|而且|并且|因此|所以|为此|对此|然后|接着|下一步|今后|以后|往后|当前|目前|近期|现在|特别是|尤其是|总之|会上|会后|散会后?|那么?|那个|这个"
    r"|会议(?:要求|强调|指出|决定)|(?:他|她)?(?:要求|强调|指出)|就|也|都|还|这项工作|这件事情?|下面|接下来|最后|首先|其次|一方面|另一方面|届时"
    r"|从(?:今天|今晚|明天|现在|即日|下周[一二三四五六日]?|本周[一二三四五六日]?)(?:开始|起)|涉及的|按(?:规定|要求|职责)|依法"
    r"|[一二三四五六七八九十](?:是|要)|第[一二三四五六七八九十][，、]|至于|(?:对|好|行|嗯|啊|呃)(?=[，,、 ]))[，,、]?\s*"
)
_LEADERS = frozenset(
    ("由", "请", "归", "责令", "要求", "现由", "就由", "交由", "须由", "可由", "仍由", "先由")
)
_HANDED = re.compile(
    r"(?<![理自事经缘因])(?:由(?![于此衷来])|归(?![还档口集零队属类纳结]))|责成|责令|(?:承?包|分|派|分配|分派|压)给"
)
_BLOCKED = re.compile(
    r"(?:对|把|将|在|为了?|以|从|按|根据|结合|围绕|针对|一旦|凡|如果?|若|因|通过|利用|当|向|给|让|使|被|没有?|有的|一些|个别|部分|有些|哪|谁|经|据|受|关于|除|党中央|习近平|会议)"
)
_NOT_DOING = re.compile(
    r"(?:是(?!第一责任人)|有(?!权|关)|归(?!档|集|还|口|零|队)|不在|库里|里头?有|存在|发生|出现|被|受|列入|纳入|免职|停职|撤职|降职|待岗|扣发|死亡|受伤|伤亡|较多|众多|密集|比较|很|不足|不够|不落实|缺失|已经|已|曾|正在|了|的(?!要)|也好|不会|意识|多数|起数|总数|遇难|反映)"
)
_WHILE = frozenset(("期间", "时", "后", "前", "以前", "以后", "之前", "之后", "过程", "中"))
_SHARED = re.compile(r"[两三四五六七八几]个(?:部门|单位)$|^[^\W\x00-\xff]{2,3}等(?:部门|单位)$")
_GENERIC = re.compile(r"(?:部门|单位|个人|人员|企业|学校)$")
_CLAUSE = re.compile(r"[，,。；;：:！!？?\n\r]|——|(?<=[^\W\x00-\xff]) +(?=[^\W\x00-\xff])|$")
_PERSON = re.compile(
    r"[小老阿][^\W\x00-\xff](?=[你把去做整来负牵收跟会明今这统记回要先再马和带也]|下午|上午|$)"
)


_IS_TOPIC = re.compile(
    r"每(?:一?个)?[^\W\x00-\xff]{1,4}(?:不得?少于|不低于|不得?超过)|(?:领导)?干部(?:考察|考核|选拔|任用|评)"
)
"""What looks like an actor and is measured or judged: 每个市不少于两个县, 干部考察."""


_APPOINTED = re.compile(r"任副?(?:组长|主任|指挥长|总指挥)$")


class _Item(NamedTuple):
    start: int
    end: int
    text: str
    kind: str
    """A an actor may end here · M may stand before one · C joins two · L 由、请 · P anything else"""
    noun: bool = False


_PEOPLE = re.compile(
    r"(?:[总支大中]队|中心|办公室|委员会)$|(?:工作)?(?:人员|领导|干部|队伍|责任人|负责人|组|小组|专班|员)$"
)


@cache
def _verbs() -> frozenset[str]:
    listed = {word for name in ("acts", "lights", "duties") for word in read_words(f"{name}.txt")}
    return frozenset(listed - _JOINTS)


@cache
def _listed() -> Lexicon:
    return Lexicon((word, "actor") for word in read_words("actors.txt") if word not in PRONOUNS)


def find_actors(
    text: str,
    skips: Sequence[Stretch],
    words: Sequence[Word],
    base: int,
    listed: Sequence[Stretch] = (),
) -> list[Stretch]:
    """Give the places of the actors in a unit.

    `skips` are stretches that may stand before one (deadlines), `words` the unit's words, which begin at `base`;
    `listed` are names of the office's own list.
    """
    items = _read_items(text, words, base)
    people = [
        (word.start - base, word.end - base)
        for word in words
        if word.tag.startswith("nr") and len(word.text) > 1
    ]
    found: list[Stretch] = []
    for start, end in _clauses(text):
        inside = [item for item in items if start <= item.start and item.end <= end]
        for first in _starts(text, start, end, skips, inside):
            spans: list[Stretch] = []
            # where the deadline before it ends inside a word (月底前报…) no word of a name begins
            if not any(item.start < first < item.end for item in inside):
                spans = _subject(text, [item for item in inside if item.start >= first], end)
            handed = text[:first].endswith(("归", "由", "给"))
            for span in _named(
                spans, read_named(text, first, end, skips, people, listed, handed=handed), listed
            ):
                if _IS_TOPIC.match(text, span[0]) or _APPOINTED.search(text[: span[1]], span[0]):
                    continue
                if not any(span[0] < other[1] and other[0] < span[1] for other in found):
                    found.append(span)
    return sorted(found)


def _named(spans: list[Stretch], others: list[Stretch], listed: Sequence[Stretch]) -> list[Stretch]:
    """Give what the words show, else what the characters do; a name of the office's own list before both."""
    return others if not spans or any(one in listed and one not in spans for one in others) else spans


def _clauses(text: str) -> Iterator[Stretch]:
    position = 0
    for match in _CLAUSE.finditer(text):
        if match.start() > position:
            yield position, match.start()
        position = match.end()


def _read_items(text: str, words: Sequence[Word], base: int) -> list[_Item]:
    """Join words and listed actors into one row; a listed actor takes the words it covers."""
    listed = [(hit.start, hit.end) for hit in _listed().find(text)]
    edges = {word.start - base for word in words} | {word.end - base for word in words}
    listed = [span for span in listed if span[0] in edges and span[1] in edges]
    listed += [match.span() for match in _PERSON.finditer(text)]
    listed.sort()
    items = [_Item(a, b, text[a:b], "A") for a, b in listed]
    for index, word in enumerate(words):
        start, end = word.start - base, word.end - base
        if any(a < end and start < b for a, b in listed):
            continue
        following = words[index + 1].text if index + 1 < len(words) else ""
        if word.text in _verbs() and not _PEOPLE.match(following):
            items.append(_Item(start, end, word.text, "P"))
            continue
        items.append(_Item(start, end, word.text, _kind(word), word.tag[0] in "njs" or word.text == "的"))
    return sorted(items)


def _kind(word: Word) -> str:
    text = word.text
    if text in _JOINTS:
        return "C"
    if text in _LEADERS:
        return "L"
    if text in PRONOUNS or text[0].isdigit():
        return "P"
    if text in '（）()“”"*×' or text in ("的", "非", "「", "」") or (text[0] == "涉" and word.tag == "v"):
        return "M"
    if word.tag.startswith("n") or word.tag in ("j", "nz", "l", "x"):
        if text in _SINGLE or (len(text) > 1 and _ENDINGS.search(text) and not _NO_ENDING.match(text)):
            return "A"
        return "M"
    if word.tag == "t":
        return "P"
    return "M" if word.tag.startswith(_MODIFIERS) else "P"


def _starts(
    text: str, start: int, end: int, skips: Sequence[Stretch], items: Sequence[_Item]
) -> Iterator[int]:
    position = start
    moved = True
    while moved and position < end:
        moved = False
        while position < end and text[position] in " 　":
            position += 1
        skip = _SKIP.match(text, position, end)
        if skip and skip.end() > position:
            position, moved = skip.end(), True
        for first, last in skips:
            if first == position < last <= end:
                position, moved = last, True
    if position < end and not _BLOCKED.match(text, position, end):
        yield position
    for match in _HANDED.finditer(text, start, end):
        if not any(item.kind == "L" and item.end == match.end() for item in items):
            yield match.end()
    for index, item in enumerate(items):
        if (
            item.kind == "L"
            or item.text == "事由"
            or (
                item.text == "、"
                and index
                and re.search(r"(?:牵头|负责|带路|主办|指导|实施)$", items[index - 1].text)
            )
        ):
            yield item.end
        elif (
            index
            and (item.text[:2] == "任何" or (item.text[0] == "各" and items[index - 1].text in _WHILE))
            and _told_to(items[index + 1 : index + 2])
        ):
            yield item.start


def _subject(text: str, items: Sequence[_Item], end: int) -> list[Stretch]:
    """Give the actors of the run of names that begins here, if a predicate follows it."""
    if items and items[0].kind == "L":
        items = items[1:]
    size = 0
    while size < len(items) and items[size].kind in "AMC" and not (size and items[size].text[0] == "每"):
        size += 1
    run = list(items[:size])
    if run and run[-1].kind == "M" and run[0].text[0] == "各" and _told_to(items[size : size + 1]):
        run[-1] = run[-1]._replace(kind="A")  # 各林场要…: whatever it is, there are several and they must act
    if len(run) > 1 and run[-1].text == "会同":
        run.pop()  # 甲局、乙局会同成立专班: together, no third one follows
    while run and run[-1].kind != "A":
        if run[-1].kind == "C" or (run[-1].noun and not _may_follow(run[-1])):
            return []
        run.pop()
    if not run or run[-1].end - run[0].start > 40:
        return []
    after = text[run[-1].end : end]
    place = re.match(r"（[市县区州镇乡街道、社村居]{1,10}）|\([市县区州镇乡街道、]{1,10}\)", after)
    stop = run[-1].end + (place.end() if place else 0)
    after = text[stop:end]
    words = text[run[0].start : stop]
    if _NOT_DOING.match(after) or (
        not after.strip() and ("的" in words or not _stands_alone(text, words, end))
    ):
        return []
    if "的" in words and after.startswith("你"):
        return []  # 收割机的驾驶员你们召集起来: those who are called together
    if "的" in words and not re.match(r"[^的]{1,14}的[^的]{1,8}$", words):
        return []
    return _merge(text, _parts(run, stop))


def _told_to(following: Sequence[_Item]) -> bool:
    return bool(following) and following[0].text in ("要", "必须", "务必", "应当", "负责", "不得")


def _may_follow(item: _Item) -> bool:
    """三家, 60人, 自身: nouns that may stand between the name and its predicate."""
    return bool(
        re.fullmatch(
            r"[0-9一二两三四五六七八九十几]*[家个人名方]|[0-9一二两三四五六七八九十]+|双方|都|全体|全部|一律|统一|轮流|亲自|带头|比照办理|参照执行|照此办理|自身|本身|各自|自己|现场|全员",
            item.text,
        )
    )


def _stands_alone(text: str, words: str, end: int) -> bool:
    """A name before a comma counts when a duty follows it at once (水利站会同下湾村，三天之内…)."""
    rest = text[end + 1 : end + 12]
    return bool(
        re.match(r"各|有关|相关|市|县|区|省|镇", words)
        or "会同" in words
        or re.match(
            r"(?:要|必须|负责|由|今[天晚早明后]|明[天早晚后]|后天|[本下]周|每[天周月]|[一二两三四五六七八九十\d]+[天日个月])",
            rest,
        )
    )


def _parts(run: Sequence[_Item], stop: int) -> list[Stretch]:
    parts: list[Stretch] = []
    begin: int | None = None
    depth = 0
    for index, item in enumerate(run):
        depth += item.text.count("（") + item.text.count("(") - item.text.count("）") - item.text.count(")")
        if item.kind == "C" and not depth and index and run[index - 1].kind == "A" and begin is not None:
            parts.append((begin, run[index - 1].end))
            begin = None
        elif begin is None and item.kind != "C":
            begin = item.start
    assert begin is not None  # the run ends with an actor
    return [*parts, (begin, stop)]


def _merge(text: str, parts: list[Stretch]) -> list[Stretch]:
    """Join what shares one head: 各级政府和部门, **县、**区政府, 住建、交通、水利三个部门."""
    if len(parts) < 2:
        return [_trim(text, part) for part in parts]
    if _SHARED.search(text[parts[-1][0] : parts[-1][1]]):
        return [(parts[0][0], parts[-1][1])]
    found = [parts[0]]
    for part in parts[1:]:
        joint = text[found[-1][1] : part[0]]
        before, words = text[found[-1][0] : found[-1][1]], text[part[0] : part[1]]
        bare = _GENERIC.fullmatch(words) and joint in ("和", "及", "与")
        places = re.fullmatch(r"[*]*[市县区]", before) and re.match(r"[*]*[县区市]政府", words)
        if bare or places:
            found[-1] = (found[-1][0], part[1])
        else:
            found.append(part)
    return [_trim(text, part) for part in found]


def _trim(text: str, part: Stretch) -> Stretch:
    words = text[part[0] : part[1]]
    shorter = re.sub(r"^(?:涉及的|具体|其中|那|就|有(?!关)|请|由|租金|资金|经费|费用)+", "", words)
    return part[1] - len(shorter), part[1]


def body_ending(word: str) -> str:
    """Give the ending that makes a word the name of a body or of people (局, 部门, 负责人); empty without one."""
    match = _ENDINGS.search(word)
    return match.group() if match else ""
