"""Where the slots of each unit stand: who must act, by when, how many of what.

The one place that finds spans. What is made of them (owners and their names, parts, inheritance) is the caller's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tongzhi.extract.actors import body_ending, find_actors
from tongzhi.extract.classify import Reading
from tongzhi.extract.deadlines import find_deadlines
from tongzhi.extract.directory import Directory
from tongzhi.extract.guards import settle_actors
from tongzhi.extract.named import is_person
from tongzhi.extract.outline import OutlineLine
from tongzhi.extract.people import find_marked, find_pronouns, trails
from tongzhi.extract.quantities import find_quantities
from tongzhi.extract.subjects import subjects_without_names
from tongzhi.extract.tagger import Marks, shipped_tagger
from tongzhi.extract.verdicts import Verdict
from tongzhi.model.task_slots import Deadline, DeadlineKind, Quantity, Span
from tongzhi.zh.dates import read_alone

LEADS = ("：", ":")
"""Marks with which a line leads to what stands under it."""


@dataclass(slots=True)
class Slots:
    """The slots of one unit; all offsets are code points of the whole text."""

    actors: list[tuple[int, int]] = field(default_factory=list)
    """Who is told to act, in the order of the text."""
    pronouns: list[tuple[int, int]] = field(default_factory=list)
    """你 and the like, told to act; they count only where nobody is named in the unit or before it."""
    deadlines: list[Deadline] = field(default_factory=list)
    """The binding one first."""
    quantities: list[Quantity] = field(default_factory=list)


def find_slots(
    reading: Reading, verdicts: Sequence[Verdict], day: date | None, directory: Directory | None = None
) -> list[Slots]:
    """Find the slots of every unit of a text; `day` is the day that 明天 counts from, `directory` the office's list.

    Units that are no task have actors alone, and only where they govern what follows: headings and leads.
    """
    found = [
        _find(reading, index, line, verdict, day, directory)
        for index, (line, verdict) in enumerate(zip(reading.lines, verdicts, strict=True))
    ]
    _hand_times_on(reading, verdicts, found, day)
    return found


_DUE = re.compile(
    r"(?:完成|办结|整改|办理|落实|闭环|上报|报送)?(?:时间|时限|期限|日期)[：:]|截止(?:时间|日期)?[：:]|限期[：:]"
)
_ITS_TASK = re.compile(r"[\s　]*(?:工作|具体|主要|重点)?(?:任务|内容|事项|措施|要求)[：:]")


def _hand_times_on(
    reading: Reading, verdicts: Sequence[Verdict], found: Sequence[Slots], day: date | None
) -> None:
    """Give the time of a line that only says who and by when (责任人：田工 完成时间：12月10日) to its task.

    That is the task that the next words are named (任务：…), else the one before, in its own or the next line.
    """
    for index, line in enumerate(reading.lines):
        shadow = reading.shadow[line.body : line.unit.end]
        label = _DUE.search(shadow)
        if label is None or not (label.start() == 0 or trails(shadow)) or verdicts[index] == "action":
            continue
        base = line.body + label.end()
        times = [
            _restore(one, reading.text)
            for one in find_deadlines(shadow[label.end() :], base, day)
            if one.date
        ]
        target = _task_of_label(reading, verdicts, index)
        if times and target is not None and not any(one.date for one in found[target].deadlines):
            found[target].deadlines = [times[0], *found[target].deadlines]


def _task_of_label(reading: Reading, verdicts: Sequence[Verdict], index: int) -> int | None:
    line = reading.lines[index]
    if index + 1 < len(verdicts) and verdicts[index + 1] == "action":
        after = reading.lines[index + 1]
        if after.paragraph == line.paragraph and _ITS_TASK.match(
            reading.shadow, after.unit.start, after.unit.end
        ):
            return index + 1
    before = index - 1
    while before >= 0 and trails(reading.shadow[reading.lines[before].body : reading.lines[before].unit.end]):
        before -= 1
    if (
        before >= 0
        and verdicts[before] == "action"
        and line.paragraph - reading.lines[before].paragraph <= _LINES
    ):
        return before
    return None


_LINES = 2
"""Lines under a task that may say who has it and by when."""


def _find(
    reading: Reading,
    index: int,
    line: OutlineLine,
    verdict: Verdict,
    day: date | None,
    directory: Directory | None,
) -> Slots:
    shadow = reading.shadow[line.body : line.unit.end]
    leads = shadow.rstrip().endswith(LEADS)
    governs = leads or trails(shadow)
    if verdict != "none":
        found = rule_slots(reading, index, day, directory)
        if not line.heading or leads:
            known = directory.find(shadow) if directory else []
            found = learned_slots(reading, index, day, found, known)
        if verdict == "action":
            further = subjects_without_names(shadow, _moved(found.actors, -line.body))
            found.actors = sorted([*found.actors, *_moved(further, line.body)])
    else:
        found = Slots()
        if line.heading or governs:
            listed = directory.find(shadow) if directory else []
            acting = line.heading or leads
            spans = find_actors(shadow, [], reading.words[index], line.body, listed) if acting else []
            found.actors = _moved(_settled(shadow, spans, line), line.body)
    if line.heading and not governs and not _names_owner(shadow, _moved(found.actors, -line.body)):
        found.actors = []
    if verdict != "action" or found.actors:
        found.pronouns = []
    return found


def _moved(spans: Sequence[tuple[int, int]], by: int) -> list[tuple[int, int]]:
    return [(start + by, end + by) for start, end in spans]


def _settled(shadow: str, spans: Sequence[tuple[int, int]], line: OutlineLine) -> list[tuple[int, int]]:
    """Give the actors that stand the guards, and those that the form of the unit marks (责任人：…)."""
    marked = find_marked(shadow, listed=line.level > 0)
    kept = settle_actors(shadow, [one for one in spans if not _meets(one, marked)])
    return sorted([*marked, *(one for one in kept if not _meets(one, marked))])


def _meets(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def rule_slots(reading: Reading, index: int, day: date | None, directory: Directory | None = None) -> Slots:
    """Find the slots of one task by rules alone."""
    line = reading.lines[index]
    place = slice(line.body, line.unit.end)
    shadow, words = reading.shadow[place], reading.words[index]
    found = Slots()
    found.deadlines = [
        _restore(deadline, reading.text) for deadline in find_deadlines(shadow, line.body, day)
    ]
    skips = [(start - line.body, end - line.body) for start, end in _places(found.deadlines)]
    listed = directory.find(shadow) if directory else []
    spans = find_actors(shadow, skips, words, line.body, listed)
    found.actors = _moved(_settled(shadow, spans, line), line.body)
    found.pronouns = _moved(find_pronouns(shadow), line.body)
    counted = find_quantities(shadow, reading.text[place], line.body, words)
    found.quantities = [quantity for quantity in counted if not _is_taken(quantity, found)]
    return found


def _places(found: Sequence[Deadline] | Sequence[Quantity]) -> list[tuple[int, int]]:
    return [(one.source.start, one.source.end) for one in found if one.source]


def marks_of(reading: Reading, index: int, rules: Slots) -> Marks:
    """Give what the tagger looks at in one unit."""
    line = reading.lines[index]
    back = -line.body
    return Marks(
        reading.shadow[line.body : line.unit.end],
        reading.words[index],
        reading.clauses[index],
        line.body,
        {
            "actors": _moved(rules.actors, back),
            "deadlines": _moved(_places(rules.deadlines), back),
            "quantities": _moved(_places(rules.quantities), back),
            "pronouns": _moved(rules.pronouns, back),
        },
    )


def learned_slots(
    reading: Reading, index: int, day: date | None, rules: Slots, known: Sequence[tuple[int, int]] = ()
) -> Slots:
    """Let the tagger correct what the rules found in a task; actors on the office's own list (`known`) stay."""
    line = reading.lines[index]
    shadow = reading.shadow[line.body : line.unit.end]
    spans = shipped_tagger().tag(marks_of(reading, index, rules))
    found = Slots(pronouns=rules.pronouns)
    ends = sorted(word.end - line.body for word in reading.words[index])
    starts = [0, *sorted(word.start - line.body for word in reading.words[index])]
    by_rule = _moved(rules.actors, -line.body)
    heads = {start for start, _ in by_rule}
    whole = [
        (
            start if start in heads else starts[bisect_right(starts, start) - 1],
            ends[bisect_left(ends, end)],
            end,
        )
        for start, end in spans["actors"]
    ]
    whole_names = [
        (start, tagged if (start, tagged) in by_rule else end)
        for start, end, tagged in whole
        if end == tagged or (start, tagged) in by_rule or body_ending(shadow[start:end])
    ]  # no name ends inside a word: 员 in 员工 is 员工, 领导 in 领导带班制度 is nobody
    times = {start - line.body for start, _ in _places(rules.deadlines)}
    # 检修车间12月8日前更换水泵: a body that opens the unit just before its time acts, whatever its name looks like
    sure = [
        span
        for span in by_rule
        if span in known or (span[0] == 0 and span[1] in times) or _GIVEN_OUT.search(shadow[: span[0]])
    ]
    tagged_names = [span for span in whole_names if not _meets(span, sure)]
    actors = sorted([*sure, *_believed(shadow, tagged_names, by_rule)])
    actors = sorted([*actors, *_overlooked(shadow, by_rule, actors)])
    found.actors = _moved(_settled(shadow, actors, line), line.body)
    found.deadlines = _deadlines(reading, _moved(spans["deadlines"], line.body), rules, day)
    found.quantities = _quantities(_moved(spans["quantities"], line.body), rules)
    return found


_GIVEN_OUT = re.compile(r"(?:承?包|分|派|分配|分派|压)给$")
_LED_IN = re.compile(
    r"(?:^|[，,。；;：:！!？?\s])[^，,。；;：:！!？?\s]*(?:[对把将向给被在从跟到]|针对|围绕|关于)[^，,。；;：:！!？?\s]*$"
)
_YOU = ("你", "你们", "您")


def _believed(
    shadow: str, tagged: Sequence[tuple[int, int]], rules: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Leave out whom only the tagger sees and a word leads in as an object or a place (对全市56座加油站要逐一排查).

    你们 after a name is the one named (王总，你们周五前装好).
    """
    kept = [span for span in tagged if _meets(span, rules) or not _LED_IN.search(shadow[: span[0]])]
    kept = [_shortened(shadow, span, rules) for span in kept]
    named = [span for span in kept if shadow[slice(*span)] not in _YOU]
    return named or kept


_MARKS_OF_CLAUSES = re.compile(r"[，,；;。：:]")
_NAMED_SO = re.compile(r"(?:局|办|科|处|队|站|所|镇|乡|街道|社区|公司|集团|中心|委)$")


def _overlooked(
    shadow: str, rules: Sequence[tuple[int, int]], kept: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Give the bodies that open a clause of a sentence in which another clause has an actor that the tagger sees.

    市场办管里头，城管中队管外头: the second shows what the first is.
    """
    found = []
    for start, end in rules:
        before = shadow[:start].rstrip()
        if kept and (not before or _MARKS_OF_CLAUSES.search(before[-1])) and not _meets((start, end), kept):
            stop = _MARKS_OF_CLAUSES.search(shadow, end)
            stop_at = stop.start() if stop else len(shadow)
            alone = not any(start <= one < stop_at for one, _ in kept)
            if (
                alone
                and stop_at - end > 1
                and (_NAMED_SO.search(shadow[start:end]) or is_person(shadow[start:end]))
            ):
                found.append((start, end))
    return found


_LONGEST_REST = 6


def _shortened(shadow: str, span: tuple[int, int], rules: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """End where the rule ends, unless what the tagger adds ends a name (市排水 + 公司); 厂长 + 现场 does not."""
    for start, end in rules:
        longer = start == span[0] and end < span[1]
        if longer and (span[1] - end > _LONGEST_REST or not body_ending(shadow[start : span[1]])):
            return start, end
    return span


def _deadlines(
    reading: Reading, spans: Sequence[tuple[int, int]], rules: Slots, day: date | None
) -> list[Deadline]:
    """Read what each tagged stretch means: as the rule that covers it, else by its own words."""
    found: list[tuple[int, Deadline]] = []
    for start, tagged in spans:
        end = tagged
        own = [
            (place, deadline)
            for place, deadline in enumerate(rules.deadlines)
            if deadline.source and start < deadline.source.end and deadline.source.start < end
        ]
        words = reading.text[start:end]
        if own:
            place, deadline = own[0]  # the binding one
            assert deadline.source is not None  # it overlaps
            if deadline.source.start == start and not _TIME_END.search(words):
                end = min(end, deadline.source.end)  # 本周内 + 到库
                words = reading.text[start:end]
            found.append((place, replace(deadline, text=words, source=Span(start, end))))
            continue
        if not _TIMELY.search(words):
            continue
        found.append((_AFTER_RULES, _read_alone(reading, Span(start, end), day)))
    found.sort(key=lambda pair: (pair[0], pair[1].source.start if pair[1].source else 0))
    return [deadline for _, deadline in found]


def _read_alone(reading: Reading, span: Span, day: date | None) -> Deadline:
    """Read a stretch that the tagger takes for a time and the rules do not, by its own words."""
    words, shadow = reading.text[span.start : span.end], reading.shadow[span.start : span.end]
    read = find_deadlines(shadow, span.start, day)
    if read and (read[0].date or read[0].kind != "date"):
        return replace(read[0], text=words, source=span)
    alone = read_alone(shadow, day)
    if alone and alone.day:
        return Deadline(words, "date", alone.day, alone.note, span)
    return (
        replace(read[0], text=words, source=span)
        if read
        else Deadline(words, _kind_of(shadow), None, "", span)
    )


_TIME_END = re.compile(r"(?:[前后後内內时時起止底间間天日周月年旬号號点點分秒晚早夜班次遍末初]|\d)$")
_TIMELY = re.compile(r"[^\W\x00-\xff]{2}|\d\s*[^\W\x00-\xff]|[^\W\x00-\xff]\s*\d|\d[:：/.-]\d")
"""What can be a time: two characters, or a figure with one; 80 alone is a mark in a test."""
_AFTER_RULES = 99
"""Deadlines that rules read bind before those that only the tagger saw."""
_REPEATED = re.compile(r"每|逐[日月周]|一[天日周月][一二两三四五六七八九十\d]")
_LASTING = re.compile(
    r"(?:[\d一二两三四五六七八九十几半]+(?:个)?(?:小时|钟头|分钟|天|日|周|星期|礼拜|月|季度|年))(?:之?内|以内)?$"
)
_HASTE = re.compile(r"[快早速急先]|抓紧|及时|实时|随时|马上|立[即刻]|限[期时]")


def _kind_of(words: str) -> DeadlineKind:
    """Say what kind of time words are that no rule reads; none of them has a day."""
    if _REPEATED.search(words):
        return "recurring"
    if _LASTING.search(words):
        return "duration"
    return "vague" if _HASTE.search(words) else "event"


def _quantities(spans: Sequence[tuple[int, int]], rules: Slots) -> list[Quantity]:
    """Keep the counts that rules and tagger both see; what one alone sees is mostly no object."""
    return [
        quantity
        for quantity, (start, end) in zip(rules.quantities, _places(rules.quantities), strict=True)
        if any(first < end and start < last for first, last in spans)
    ]


_OWNED = re.compile(
    r"(?:责任单位|牵头单位|责任部门)?(?:总?牵头|负责)?(?:的)?(?:工作|重点|主要)?(?:任务|事项|职责|工作|分工)?"
)


def _names_owner(heading: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a heading only names who the work under it belongs to: 一、市应急管理局, （二）市住建局牵头的任务."""
    rest, end = "", 0
    for start, stop in spans:
        rest += heading[end:start]
        end = stop
    rest = re.sub(r"[\s、，：:。（）()和及与]", "", rest + heading[end:])
    return bool(spans) and _OWNED.fullmatch(rest) is not None


def _restore(deadline: Deadline, text: str) -> Deadline:
    assert deadline.source is not None  # it was found in the text
    return replace(deadline, text=text[deadline.source.start : deadline.source.end])


def _is_taken(quantity: Quantity, found: Slots) -> bool:
    """三家通信公司 as the actor counts nothing, nor does 二把 in 下周二把."""
    if quantity.source is None:
        return False
    taken = [*found.actors, *((d.source.start, d.source.end) for d in found.deadlines if d.source)]
    return any(start <= quantity.source.start < end for start, end in taken)
