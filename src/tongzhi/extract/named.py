"""Names where a subject may stand, read character by character: what a word cutter tears apart or does not know.

地测科, 综掘二队, 12345热线办, A区管委会 end as bodies do, and something that they do follows; 王总, 李局长, 赵某 are
called as persons are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tongzhi.extract.lexicon import grammar, read_words

Stretch = tuple[int, int]

_OFFICE = re.compile(r"(?:科|处|室|队|组|站|中心|部|局|办|所|专班|车间|班组|班|公司|院|委员会|厅|段|点)$")
"""Endings that may follow a verb: 检测中心, 督查科; 检查学校 is what is done to a school."""
_LONGEST = 18
_CLOSED = re.compile(r"[（(][\u4e00-\u9fffA-Za-z0-9、]{1,14}[)）]")
_NOT_IN_NAME = re.compile(
    r"[的了着过是将把从到被给让跟对为以须应没就也都还再先请由归有各每这那些其之于但而若凡即，,。；;：:！!？?、\s]|各自|如果|所有|全部|一律|立即|必须|需要|不得|今[天晚年]|明[天早年]|本[周月年]|下[周月]"
    r"|\d\s*(?:月|日|号|点|年|个|家|名|条|座|处|天|小时|%|元|吨|台|户|米)|[一二三四五六七八九十]+(?:月|日|号|个|家|名|条|座|天|小时|是)"
)
_ALL = re.compile(r"^(?:各(?:有关|相关|级)?|有关|相关)")
_RECIPIENT = re.compile(r"[交报送发转抄][省市县区州镇乡]")
_VOCATIVE = re.compile(r"[，,、 ]?\s*(?:你们?|您|麻烦你们?)(?!的)")
_JOINT = re.compile(r"、|和|及|与|以及|会同|联合|跟|还有|同(?!时|意|样|志|步)")
_PREDICATE = re.compile(
    r"[ 　]*(?:(?:两家|三家|双方|都|也|就|再|先|还|只|一律|统一|分别|各自|共同|一起|具体|主动|全程|逐[个项家户]|轮流|连夜|当场|现场|继续|牢牢|尽量|直接|同步|亲自|自己)*(?:要|须|应|需|必须|务必|不得|不准|负责|牵头|为主|会同|配合|协助|汇总|参照|比照|参加|于\d|在\d|"
    r"每[天日周月晚个季年半]|今[天晚明年]|明[天早晚后年]|后天|[本下这上]周|[本下这]个|立即|马上|尽快|抓紧|及时|迅速|会后|散会|月底|年底|节前|汛前|按照?|根据|[0-9一二三四五六七八九十两]+(?:月|日|号|天|个|点|小时|分钟|时|周)|24小时))"
)
_NOT_BEGUN = re.compile(
    r"[交报送发给向对跟到被让使把将按据经在从为以待找打带用至](?!通|警|管|运|投|委|社|业|育)|[要须应][向对跟到把]|没有|有的|一些|个别|部分|其他|其它|所有|任何|[我你您咱他她它谁]|大家|这|那|怎么|如何|同意|建议|依据|并|既|询问|名单|数据|电话"
    r"|一份|预计|原则|后续|大概|才|麻烦|所谓|请|不|未|已|都|也|还|就|再|先|又|更|最|很|[一二三四五六七八九十0-9]+[个家所处组座名位人份批次项条]|拟|应|可|会|能|去年|昨天|前年|上次|下一|全[市县区省镇乡村]|结果|重点|逐[个项家户]"
)
_NOT_BODY = re.compile(
    r"[未已不会续并来去要再主承协代督既]办$|[0-9一二三四五六七八九十两]+[组处所班队]$(?<![一二三四五六七八九十]队)|[向以]社会$|.{0,6}规则处$"
)
_NOT_FOLLOWED = re.compile(
    r"(?<=处)[理置罚分于以]|(?<=办)[理公事好法完结证案]|(?<=所)[有谓在需属辖得作提以]|(?<=校)[验对准正]|(?<=部)[署分]|(?<=组)[织成]|(?<=科)[学技普]|(?<=室)[内外]|(?<=厅)堂|(?<=区)[域别]|(?<=村)民|(?<=镇)区|(?<=委)托|(?<=队)[伍员]|(?<=局)[部面势长]|(?<=院)[子内]|(?<=站)[长点在]"
)


_DOING = frozenset(("acts", "lights", "duties", "ban", "must", "should"))


@cache
def _end() -> re.Pattern[str]:
    return re.compile("|".join(sorted(read_words("body-ends.txt"), key=len, reverse=True)))


@cache
def _not_names() -> frozenset[str]:
    return frozenset(read_words("not-names.txt"))


@cache
def _short_verbs() -> frozenset[str]:
    return frozenset(read_words("short-verbs.txt"))


@cache
def _person() -> re.Pattern[str]:
    names = "|".join(sorted(read_words("surnames.txt"), key=len, reverse=True))
    titles = "|".join(
        _titled(title) for title in sorted(read_words("person-titles.txt"), key=len, reverse=True)
    )
    return re.compile(
        rf"(?:(?:{names})(?:某[某甲乙丙]?|[^\W\x00-\xff]?(?:{titles}))|[小老阿](?:{names})(?![^\W\x00-\xff]?(?:区|村|镇|乡|城|旧|大|型|事|业)))(?![们的])"
    )


_GOES_ON = {
    "总": "理结体部数量是会书监共", "工": "作人程会地厂商业", "局": "部面势", "处": "理置罚于以", "科": "学技普", "队": "伍员", "站": "点", "所": "有以属在",
    "董": "事",
}  # fmt: skip
"""What follows a short title where it is none."""


def _titled(title: str) -> str:
    return f"{title}(?![{_GOES_ON[title]}])" if title in _GOES_ON else title


def read_named(
    text: str,
    start: int,
    end: int,
    skips: Sequence[Stretch],
    people: Sequence[Stretch] = (),
    listed: Sequence[Stretch] = (),
    *,
    handed: bool = False,
) -> list[Stretch]:
    """Give the bodies and persons, joined by 、 or 和, that begin at `start`, if what they do follows.

    Args:
        text: the unit.
        start: where a subject may begin.
        end: of its clause.
        skips: deadlines, which may follow a subject.
        people: where the word cutter sees names of persons.
        listed: where names of the office's own list stand.
        handed: after 归 or 由 nothing need follow.
    """
    known = dict.fromkeys(listed, True) | {span: span in listed for span in people if _is_person(text, span)}
    return _chain(text, start, end, skips, known, handed, 0)


def _chain(
    text: str,
    start: int,
    end: int,
    skips: Sequence[Stretch],
    known: Mapping[Stretch, bool],
    handed: bool,
    depth: int,
) -> list[Stretch]:
    for stop, sure in _ends(text, start, end, known):
        if _acts(text, stop, end, skips, handed=handed, sure=sure):
            return [(start, stop)]
        joint = _JOINT.match(text, stop, end)
        if joint and depth < _MOST:
            rest = _chain(text, joint.end(), end, skips, known, handed, depth + 1)
            if rest:
                return [(start, stop), *rest]
    return []


_MOST = 8


def _ends(text: str, start: int, end: int, known: Mapping[Stretch, bool]) -> Iterator[tuple[int, bool]]:
    """Give where a name that begins at `start` may end, the nearest first, and whether it looks like one by itself."""
    yield from ((last, sure) for (first, last), sure in known.items() if first == start and last <= end)
    person = _person().match(text, start, end)
    if person:
        yield person.end(), True
    if _NOT_BEGUN.match(text, start):
        return
    position = start + 1
    while match := _end().search(text, position, min(end, start + _LONGEST)):
        words = text[start : match.end()]
        if _NOT_IN_NAME.search(_ALL.sub("", words)) or _RECIPIENT.search(words):
            return
        position = match.end() if match.end() > position else position + 1
        if (
            words in _not_names()
            or any(words.endswith(word) and len(words) <= len(word) + 2 for word in _not_names())
            or _NOT_BODY.search(words)
            or _NOT_FOLLOWED.match(text, match.end())
            or _holds_an_act(words, match.start() - start)
        ):
            continue
        closed = _CLOSED.match(text, match.end(), end)
        if closed:
            yield closed.end(), True
        yield match.end(), True


_FULL_NAME = 3


def _is_person(text: str, span: Stretch) -> bool:
    """Tell whether what the word cutter takes for a person may be one."""
    return span[1] - span[0] <= _FULL_NAME and text[span[0] : span[1]] not in _not_names()


def is_person(words: str) -> bool:
    """Tell whether words call a person: 王总, 张会计, 老周, 赵某."""
    return _person().fullmatch(words) is not None


def _holds_an_act(words: str, ending: int) -> bool:
    """Tell whether a verb and its object stand in the words: 检查学校 is no body, 检测中心 is one."""
    office = bool(_OFFICE.search(words))
    return any(
        len(hit.word) > 1
        and bool(hit.classes & _DOING)
        and (hit.end < ending or (hit.start == 0 and (hit.end > ending or not office)))
        for hit in grammar().find(words)
    )


def _acts(text: str, position: int, end: int, skips: Sequence[Stretch], *, handed: bool, sure: bool) -> bool:
    """Tell whether what stands at `position` is something that those named before it do; more is asked if unsure."""
    if _VOCATIVE.match(text, position):
        return True
    if position >= end:
        return handed
    if any(first == position for first, _ in skips) or _PREDICATE.match(text, position, end):
        return True
    if not sure:
        return handed
    if text[position] in _short_verbs() and (handed if position + 1 == end else text[position + 1] != "的"):
        return True
    hit = next(iter(grammar().find(text[position : min(end, position + 8)])), None)
    return hit is not None and hit.start == 0 and bool(hit.classes & _DOING)


def starts_acting(text: str) -> bool:
    """Tell whether a text begins with what is to be done, without a subject: 分到各个所, 建立台账."""
    if text[:1] in _short_verbs() and "的" not in text[:3]:
        return True
    hit = next(iter(grammar().find(text[:8])), None)
    return hit is not None and hit.start == 0 and bool(hit.classes & _DOING)
