"""The last word counts: dates and orders that the same text corrects or takes back, and answers that the chair accepts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from tongzhi.extract.classify import Reading
from tongzhi.extract.deadlines import find_deadlines
from tongzhi.extract.slots import Slots
from tongzhi.extract.verdicts import Verdict
from tongzhi.model.task_slots import Deadline, Passage, Span

_CHANGED = re.compile(
    r"不对(?![的劲头称等外应路付])|不不|(?<=[，,。])不[，,]|不是(?=[^，。；]{1,8}[，,]是)|变一?下|变[更成到为]|说错|讲错|记错|口误|更正|纠正|(?<![一二三四五六七八九十改])错了|(?<![整修更])改[到成为在至]|(?<![整修更])改一?下|改期|推[迟后]?[到至]|延[期后长]{0,2}[到至]|提前[到至]|顺延|放到|挪到|调整[到为至]|往[后前][推挪提]"
)
_AT_HEAD = re.compile(
    r"[，,。\s]*(?:(?:哦|噢|啊|嗯|呃|诶|那个|这个|等一?下|等等|刚才|刚刚|前面|上面|对了|不好意思|补充一下|我)[，,、\s]*)*(?:[^，。；]{0,10}(?:来不及|不行|太紧|太赶|不够|有事|冲突|赶不上|没空)[了吧啊]?[，,])?(?:说的|讲的|那个|这个|时间|日期|期限|时限|就)?[，,、\s]*(?:不对|不不|变一?下|变[更成到为]|说错|讲错|记错|口误|更正|纠正|错了|改[到成为在至]|改一?下|改期|推[迟后]?[到至]|延[期后]{0,2}[到至]|提前[到至]|顺延)"
)
_REFERS = re.compile(r"(?:刚才|刚刚|前面|上面|先前|原来|原定).{0,24}")
_TAKEN_BACK = re.compile(
    r"(?:不用|不必|先不|暂时不|不要|就不|都不)(?:再|用|要)?(?P<act>搞|办|报|做|查|发|开|弄|写|来|去|填|统计|印|签|送|跑|检查|组织|开展|上报|安排)[^，。；]{0,6}了(?!解)|(?:作废|取消|收回|不算|划掉|删掉|算了|不提了)(?:[了吧啊]|$|(?=[，。；！]))"
)
_NEVER_MIND = re.compile(r"[，,。\s]*(?:那)?算了[吧啊]?[，,]")
"""算了，下周二之前建好就行: with a day, the day is changed and nothing is taken back."""
_DROPPED = re.compile(
    r"[，,](?:我看|还是|就|那就|那)?(?:算了[吧啊]?|不[做搞办弄建买修查开要]了|取消[了吧]?|作罢|作废)(?:[，,。！]|$)(?![^。]{0,20}(?:改[成为]|换成|由|前))"
)
"""上次让信息中心做的看板，算了: an order that its own sentence takes back."""
_THIS = re.compile(r"(?:这|那|上|前)(?:一|面)?(?:那)?(?:条|项|个|件|句|段|件事|个事情?)")
_ACCEPTS = re.compile(
    r"[\s（(]*(?:好(?:的|嘞|吧)?|行|可以|成|没问题|那就|就这么定|就按|就定|记下来|记上|同意|嗯)(?=[，,。！!、\s]|就|那|$|[0-9一二三四五六七八九十下本这明后周礼月年])"
)
_ASKS = re.compile(r"(?:什么时候|啥时候|哪天|几号|多久|多长时间|几天|何时|多少天|什么时间)|[？?]\s*$")
_NEAR, _FAR = 3, 12
_IN_A_CASE = re.compile(r"(?:前后|期间|时|[以之]?后|情况下|的话?)，?$")
"""台风登陆前后改为每小时一报: another day for another case corrects nothing."""
_CLOSE = 10
"""Characters between the word that corrects and the day that counts."""
_SHORT = 36


@dataclass(slots=True)
class LastWords:
    """What the end of a text does to its beginning; all numbers are those of units."""

    deadlines: dict[int, list[Deadline]] = field(default_factory=dict)
    """Units whose deadlines are others than those they name."""
    replaces: dict[int, Passage] = field(default_factory=dict)
    """What the word of a unit stands instead of."""
    merged: set[int] = field(default_factory=set)
    """Units that only change an earlier one, or whose order is given anew later: no tasks of their own."""
    withdrawn: dict[int, int] = field(default_factory=dict)
    """Orders that are taken back → the unit that does so."""


def find_last_words(
    reading: Reading, verdicts: Sequence[Verdict], slots: Sequence[Slots], day: date | None
) -> LastWords:
    """Read a text for corrections, withdrawals and accepted answers; `day` is what 明天 counts from."""
    found = LastWords()
    for index in range(len(reading.lines)):
        shadow = _shadow(reading, index)
        _change_inside(reading, index, slots[index].deadlines, found)
        if verdicts[index] == "action" and _DROPPED.search(shadow) and not slots[index].deadlines:
            found.withdrawn[index] = index
            continue
        changes = _CHANGED.search(shadow)
        if (changes and (_AT_HEAD.match(shadow) or _REFERS.match(shadow))) or (
            _NEVER_MIND.match(shadow) and _dated(reading, index, day)
        ):
            _change_before(reading, verdicts, slots, index, day, found)
        elif _TAKEN_BACK.search(shadow):
            _take_back(reading, verdicts, index, found)
        elif _ACCEPTS.match(shadow):
            _accept(reading, verdicts, slots, index, day, found)
    return found


def _shadow(reading: Reading, index: int) -> str:
    line = reading.lines[index]
    return reading.shadow[line.body : line.unit.end]


def _change_inside(reading: Reading, index: int, deadlines: Sequence[Deadline], found: LastWords) -> None:
    """Read 周三前报，不对，是下周三前 inside one unit: the later day counts."""
    ordered = sorted((one for one in deadlines if one.source), key=_start)
    for first, later in pairwise(ordered):
        if first.source is None or later.source is None:
            continue
        marks = list(_CHANGED.finditer(reading.shadow, first.source.end, later.source.start))
        case = _IN_A_CASE.search(reading.shadow, first.source.end, marks[-1].start()) if marks else None
        if marks and case is None and later.source.start - marks[-1].end() <= _CLOSE:
            kept = [one for one in found.deadlines.get(index, deadlines) if one not in (first, later)]
            found.deadlines[index] = [later, *kept]
            found.replaces.setdefault(index, Passage(first.text, first.source))


def _start(deadline: Deadline) -> int:
    return deadline.source.start if deadline.source else -1


def _dated(reading: Reading, index: int, day: date | None, after: int = 0) -> list[Deadline]:
    """Give the deadlines of a unit, whatever was thought of it; of its words from `after` on."""
    line = reading.lines[index]
    found = find_deadlines(_shadow(reading, index)[after:], line.body + after, day)
    return [_restored(one, reading.text) for one in found if one.kind in ("date", "duration", "recurring")]


def _restored(deadline: Deadline, text: str) -> Deadline:
    return (
        replace(deadline, text=text[deadline.source.start : deadline.source.end])
        if deadline.source
        else deadline
    )


def _change_before(
    reading: Reading,
    verdicts: Sequence[Verdict],
    slots: Sequence[Slots],
    index: int,
    day: date | None,
    found: LastWords,
) -> None:
    """Let a unit that corrects a day or an order change the one that it means."""
    marks = list(_CHANGED.finditer(_shadow(reading, index)))
    dated = sorted(
        (marks and _dated(reading, index, day, marks[-1].end())) or _dated(reading, index, day), key=_start
    )
    target = _meant(reading, verdicts, index, found, dated=bool(dated), slots=slots)
    if target is None:
        return
    short = len(_shadow(reading, index).strip()) <= _SHORT
    if dated:
        before = found.deadlines.get(target, slots[target].deadlines)
        old = next((one for one in before if one.kind in ("date", "duration", "recurring")), None)
        if old is None or old.source is None:
            return
        found.deadlines[target] = [dated[-1], *(one for one in before if one is not old)]
        found.replaces[target] = Passage(old.text, old.source)
        if short:
            found.merged.add(index)
    elif verdicts[index] == "action":
        line = reading.lines[target]
        found.replaces[index] = Passage(
            reading.text[line.body : line.unit.end], Span(line.body, line.unit.end)
        )
        found.merged.add(target)


def _take_back(reading: Reading, verdicts: Sequence[Verdict], index: int, found: LastWords) -> None:
    shadow = _shadow(reading, index)
    target = _meant(reading, verdicts, index, found, dated=False, slots=())
    acts = [match["act"] for match in _TAKEN_BACK.finditer(shadow) if match["act"]]
    if target is None or len(shadow.strip()) > _SHORT:
        return
    named = (
        len(_shared(reading, index, target)) > (index - target > _NEAR)
        or _THIS.search(shadow)
        or _REFERS.match(shadow)
    )
    same = any(act in _shadow(reading, target) for act in acts)
    if named or (same and index - target <= _NEAR):
        found.withdrawn[target] = index
        found.merged.add(index)


def _meant(
    reading: Reading,
    verdicts: Sequence[Verdict],
    index: int,
    found: LastWords,
    *,
    dated: bool,
    slots: Sequence[Slots],
) -> int | None:
    """Give the earlier order that a unit means: one that shares a word with it, else the one just before."""
    orders = [
        place
        for place in _before(index, _FAR)
        if verdicts[place] != "none"
        and place not in found.merged
        and place not in found.withdrawn
        and (
            not dated or any(one.kind in ("date", "duration", "recurring") for one in slots[place].deadlines)
        )
    ]
    shared = [(len(_shared(reading, index, place)), place) for place in orders]
    best = max(shared, default=(0, -1))
    if best[0]:
        return best[1]
    near = [place for place in orders if index - place <= _NEAR]
    return near[0] if near else None


def _before(index: int, reach: int) -> Iterator[int]:
    yield from range(index - 1, max(-1, index - 1 - reach), -1)


def _shared(reading: Reading, one: int, other: int) -> set[str]:
    """Give the pairs of characters, of things and acts, that two units have in common."""
    first, second = (_pairs(_shadow(reading, place)) for place in (one, other))
    return (first & second) - _COMMON


def _pairs(text: str) -> set[str]:
    """Give the pairs of characters that may be of a thing's name; the word cutter is of no help with 夜查."""
    return {
        pair
        for pair in map("".join, pairwise(text))
        if not _FUNCTION.search(pair) and "\u4e00" <= pair[0] <= "\u9fff" and "\u4e00" <= pair[1] <= "\u9fff"
    }


_FUNCTION = re.compile(
    r"[的了着过是在把将对从到被让给和与及或都也就还再先不没这那各每个一二三四五六七八九十两几要须应可能会前后内月日号天周年点上下本中有以为由请向等于之其所]"
)
_COMMON = frozenset(
    (
        "完成",
        "开展",
        "工作",
        "落实",
        "要求",
        "时间",
        "情况",
        "必须",
        "应该",
        "需要",
        "组织",
        "进行",
        "可以",
        "没有",
        "问题",
        "取消",
        "安排",
        "大家",
        "改成",
    )
)


def _accept(
    reading: Reading,
    verdicts: Sequence[Verdict],
    slots: Sequence[Slots],
    index: int,
    day: date | None,
    found: LastWords,
) -> None:
    """Let a day that was asked for, answered and accepted (好, 记下来, 那就) be that of the order asked about."""
    asked = next(
        (place for place in _before(index, _NEAR + 1) if _ASKS.search(_shadow(reading, place))), None
    )
    if asked is None:
        return
    answers = [place for place in range(index, asked, -1) if len(_shadow(reading, place).strip()) <= _SHORT]
    told = next((dated[0] for place in answers if (dated := _dated(reading, place, day))), None)
    if told is None:
        return
    for target in (index, *range(index - 1, max(-1, asked - _NEAR), -1)):
        own = found.deadlines.get(target, slots[target].deadlines)
        if verdicts[target] == "action" and not any(one.kind in ("date", "duration") for one in own):
            found.deadlines[target] = [told, *(one for one in own if one != told)]
            return
