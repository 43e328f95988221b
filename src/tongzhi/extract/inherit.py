"""Who a unit without an actor of its own falls on: named just before it, or in the heading or lead above it.

A wrong owner is worse than none, so a unit takes over the actor before it only while nothing new begins: it has no
subject of its own, stands in the same paragraph and turn, and is not about another field.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongzhi.extract.classify import Reading
from tongzhi.extract.fields import score_fields
from tongzhi.extract.named import starts_acting
from tongzhi.extract.people import trails
from tongzhi.extract.roles import is_one_run
from tongzhi.extract.slots import LEADS, Slots

_CONNECTORS = re.compile(
    r"(?:(?:同时|另外|此外|还有|并且|而且|然后|接着|随后|之后|最后|再就是|再一个|其次|也|还|再|并|且|又|就|都|那么?|所以|因此|为此|对此|[一二三四五六七八九十]是|第[一二三四五六七八九十])[，,、 ]?)*"
)
_SUBJECTLESS = re.compile(
    r"要|须|必须|应当|务必|不得|不准|严禁|禁止|一律|坚决|切实|认真|抓紧|尽快|及时|立即|马上|把|将(?!来|军)|对.{2,20}?(?:要|进行|开展|一律|逐|实[施行])|按照?.{2,14}(?:要求|规定|原则|标准)，|根据.{2,14}，|一旦|发现|遇有?|逐"
)
_ANOTHER = re.compile(
    r"每[个位名]?人|大家|谁|哪[个位家]|有的|个别|一些|有人|会议(?:指出|强调|认为|要求|决定)|.{2,10}(?:指出|强调|说|表示)[，：:]|今年|去年|我[^们]|我们|你们?"
)


@dataclass(frozen=True, slots=True)
class Inherited:
    """Where the actors of a unit come from: the unit that names them, and how it governs this one."""

    unit: int
    how: str


def find_inherited(reading: Reading, slots: Sequence[Slots]) -> list[Inherited | None]:
    """Give for each unit without an actor of its own the unit that plainly names who it falls on."""
    found: list[Inherited | None] = []
    named = carried = -1
    for index, own in enumerate(slots):
        line = reading.lines[index]
        shadow = reading.shadow[line.body : line.unit.end]
        if own.actors:
            named = carried = index
            found.append(None)
            continue
        how = _from_above(reading, slots, index)
        above = how[0] if how else named
        words = how[1] if how else ""
        if not how and named >= 0 and is_one_run(reading.shadow, slots[named].actors):
            words = _from_before(reading, named, carried, index, shadow)
        if words and not how:
            carried = index
        found.append(Inherited(above, words) if words and not _ANOTHER.match(shadow) else None)
    return _from_answer(reading, slots, _from_behind(reading, slots, found))


def _from_above(reading: Reading, slots: Sequence[Slots], index: int) -> tuple[int, str] | None:
    """Give the heading, or the lead that ends in a colon, that names who the unit falls on."""
    line = reading.lines[index]
    for place, _ in reversed(line.section):
        if slots[place].actors:
            return place, "标题"
    for place in range(index - 1, -1, -1):
        first = reading.lines[place]
        if first.section != line.section and first.paragraph != line.paragraph:
            return None
        leads = reading.shadow[first.unit.start : first.unit.end].rstrip().endswith(LEADS)
        if slots[place].actors:
            between = reading.lines[place + 1 : index]
            inside = all(one.level or one.paragraph == line.paragraph for one in between)
            return (
                (place, "引出各项的句子")
                if leads and inside and (line.level or first.paragraph == line.paragraph)
                else None
            )
    return None


def _from_before(reading: Reading, named: int, carried: int, index: int, shadow: str) -> str:
    """Say that the actor named before still governs; empty where something new begins."""
    first, line = reading.lines[named], reading.lines[index]
    if first.paragraph != line.paragraph or first.section != line.section or index - carried > 1:
        return ""
    ended = sum(one.unit.text.rstrip().endswith(_ENDS) for one in reading.lines[named:index])
    if ended > _REACH or index - named > _FURTHEST:
        return ""
    if first.speaker != line.speaker:
        return ""
    about, own = (
        score_fields(reading.shadow[first.body : first.unit.end]),
        score_fields(shadow),
    )
    if own and about and not set(own) & set(about):
        return ""
    begins = _CONNECTORS.match(shadow)
    rest = shadow[begins.end() if begins else 0 :]
    return "同段上文的主体" if _SUBJECTLESS.match(rest) or starts_acting(rest) else ""


_REACH, _FURTHEST = 2, 6
"""Sentences and, where commas or pauses part the units, units that an actor named before them still governs."""
_ENDS = ("。", "！", "？", "；", "!", "?", ";")


def _from_behind(
    reading: Reading, slots: Sequence[Slots], found: list[Inherited | None]
) -> list[Inherited | None]:
    """Hand the owners of a unit that only says who has the one before it (责任人：张某 on a line of its own) to that one."""
    for index in range(1, len(found)):
        line = reading.lines[index]
        if (
            slots[index].actors
            and trails(reading.shadow[line.body : line.unit.end])
            and not slots[index - 1].actors
        ):
            found[index - 1] = Inherited(index, "下一行的责任人")
    return found


_REQUESTS = re.compile(r"能不能|能否|可不可以|可否|行不行|好不好|[？?吗]\s*$")
_PROMISES = re.compile(
    r"[\s（(]*(?:(?:好|行|可以|成|没问题|嗯|收到|明白|同意)[的嘞吧啊]?[，,。！!、\s]+)+[^。？?]{0,14}?(?P<who>我们?)(?![国省市县区校厂院司觉认想看听说知])"
)
_ANSWERED_WITHIN = 2


def _from_answer(
    reading: Reading, slots: Sequence[Slots], found: list[Inherited | None]
) -> list[Inherited | None]:
    """Hand a request without an owner to whoever else in the talk accepts it: 能不能周三交？ / 李工：好，我来交."""
    for index, line in enumerate(reading.lines):
        if slots[index].actors or found[index] or not line.speaker:
            continue
        if not _REQUESTS.search(reading.shadow[line.body : line.unit.end]):
            continue
        for place in range(index + 1, min(index + 1 + _ANSWERED_WITHIN, len(slots))):
            other = reading.lines[place]
            if not other.speaker or other.speaker == line.speaker:
                continue
            promise = _PROMISES.match(reading.shadow, other.body, other.unit.end)
            if promise:
                slots[place].pronouns = [promise.span("who")]
                found[index] = Inherited(place, "对方的应答")
            break
    return found
