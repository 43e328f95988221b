"""Time phrases of a text: days, terms, repetitions, events and words of haste, each with its place.

The vocabulary is `corpus/time_words.tsv`; days are the business of `tongzhi.zh.moments`. Traditional script is read
as it stands; offsets are always into the given text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Literal

from tongzhi.resources import corpus_path
from tongzhi.zh.days import Moment, add_months
from tongzhi.zh.moments import CLOCK, DIGITS, HOURS, LIMIT, find_moments
from tongzhi.zh.numbers import parse_number

Kind = Literal["date", "duration", "recurring", "event", "vague"]
Role = Literal["due", "start", "range", "instant", "term", "hours", "repeat", "duty", "event", "haste"]

_TRADITIONAL = str.maketrans(
    "開從個週禮號後兩內點鐘時當連見國慶節這來間馬儘盡離際訂現會歲勞動陽際發舉領達結齊終過檢補報壹貳參",
    "开从个周礼号后两内点钟时当连见国庆节这来间马尽尽离际订现会岁劳动阳际发举领达结齐终过检补报一二三",
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time phrase: where it stands, its kind, the day it ends on (or starts on for `start`), a note.

    `days` is the length of a term counted in days from the given day, `None` if it is in hours or minutes.
    `past` marks what only tells of the past.
    """

    start: int
    end: int
    kind: Kind
    role: Role
    day: date | None = None
    note: str = ""
    past: bool = False
    bounds: bool = False
    is_holiday: bool = False


@cache
def words(name: str) -> tuple[str, ...]:
    """Give the words of one class of `corpus/time_words.tsv`, longest first."""
    lines = corpus_path("time_words.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(sorted((word for found, word in rows if found == name), key=len, reverse=True))


def any_of(name: str) -> str:
    """Give a regular expression for the words of one class."""
    return "(?:" + "|".join(map(re.escape, words(name))) + ")"


_FIGURE = rf"(?:{DIGITS}(?:\.[0-9])?|半)"
_UNIT = "(?:个?工作日|个?小时|个?钟头|分钟|[天日](?!常)|个?(?:星期|礼拜)|周|个?半?月(?!份)|个?季度|年(?!度|行动|规划)|个?学期)"
_TERM = rf"(?P<number>{_FIGURE})(?P<unit>{_UNIT})"
_COUNT = rf"(?:{DIGITS}|几|两)(?:次|遍|趟|轮|场|回|报|个|份)"
_DONE = "(?:[一-鿿]{1,2}(?:完|毕|结|齐|好|到位|出来?|清|上)|(?:必须|要|务必)[一-鿿]{0,4}(?:出动|到场|到位|完成|办结))"
_PERIOD = "(?:天|日|周|星期|礼拜|月|年|季度|季|旬|学期|班(?![组子次])|餐|晚|早|晨|夜|小时|钟头|分钟)"


@cache
def _repeats() -> re.Pattern[str]:
    every = (
        rf"每(?:隔)?(?:{_FIGURE})?个?(?:半个?)?(?:{_PERIOD})(?:[一二三四五六日天末](?![一-鿿]?[个次遍天]))?"
        rf"(?:的?{DIGITS}[日号]|[底初末]|[上中下]旬|年底)?(?:{HOURS}(?:(?:到|至|—+|-|~){HOURS})?)?(?:下班|上班)?(?:{LIMIT})?"
    )
    rest = (
        rf"按(?:日|周|旬|月(?!份)|季度|季(?!节))|逐[日周月](?!期)|(?<!不)定期(?!限)|早中晚|早晚各?(?:{_FIGURE}(?:{_UNIT}))?"
        rf"|一(?:天|日|周|个星期|个月|月|个?季度|年)(?=[^，。；！？]{{0,7}}?{_COUNT})(?:至少)?"
        rf"|(?:{_FIGURE})(?:{_UNIT})一(?:次|报|通报|调度|巡|查|碰头|会商|更新|汇总|清零?|演练|排查)|隔[天日周](?!离)"
        r"|(?:每逢)(?:周|星期|礼拜)[一二三四五六日天]|(?:周|星期|礼拜)[一二三四五六]至(?:周|星期|礼拜)?[二三四五六日天]"
        r"|全天候|常态化|昼夜(?:不间断)?|(?<![0-9])7[×xX*]24小时"
    )
    return re.compile(f"{every}|{rest}")


@cache
def _duty() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![0-9提前])(?:24|２４|二十四)个?小时(?!之?以?内)(?=[^，。；]{{0,10}}?{any_of('常态')})"
    )


@cache
def _hours() -> re.Pattern[str]:
    part = "(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜间|夜里|早|晚)"
    clock = rf"(?:{part}{CLOCK}|(?<![0-9:：]){CLOCK}(?={LIMIT}))"
    return re.compile(rf"(?<![0-9:：]){clock}(?:(?:到|至|—+|-|~|～){part}?{CLOCK})?(?:{LIMIT})?")


_LENGTHS = re.compile(rf"{DIGITS[:-1]}|半)个?(?:工作|小时|钟头|分钟|[天日周星礼月半季年学])")
_TERMS = (
    rf"(?<![第近前去超满每足续岗延迟隔了])(?P<lead>接下来(?:的)?|未来(?:的)?|今后)?{_TERM}(?P<limit>之内|以内|内(?![部容外])|里(?=[一-鿿]))",
    rf"(?P<lead>接下来(?:的)?|未来(?:的)?){_TERM}",
    rf"(?<=[用花限给期])(?P<lead>){_TERM}(?P<limit>(?:的)?时间)?",
    rf"(?<![第近前去超满每足续岗延迟隔了等])(?P<lead>){_TERM}(?P<limit>的?时间)(?!以上|[里之])",
    rf"(?<![第近前去超满每足续岗延迟隔了等提])(?P<lead>){_TERM}(?={_DONE})",
    rf"(?<=隐患)(?P<lead>){_TERM}(?=[，。；、])",
)


@cache
def _terms() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _TERMS))


@cache
def _events() -> re.Pattern[str]:
    node = any_of("节点")
    return re.compile(
        rf"[“\"]?{node}[”\"]?(?:开始|结束|来临|到来)?(?:之前|以前|前(?:{_FIGURE}{_UNIT}|(?!期|景|后|检查|准备|排查|隐患))|之后|以后|后(?!期)|期间|里|内)"
        r"|(?:秋收|夏收|春耕|汛期)结束"
        rf"|(?:活动|会议|比赛|演出|开工|开业|开考|开始|施工|作业|入场|放假)前(?:{_FIGURE})(?:{_UNIT})|提前(?:{_FIGURE})(?:{_UNIT})|(?<![社协大年例])会[前后](?![一-鿿]?半)|(?:散会|会议结束)(?:以|之)?后|{any_of('相对')}(?!的)"
        r"|主?汛期(?=[^，。；]{0,6}(?:每|必须|要|不得|24))|今冬明春|岁末年初|年末岁初|秋冬季(?:节)?期间"
    )


@cache
def _haste() -> tuple[re.Pattern[str], re.Pattern[str]]:
    # 监测预警及时、处置到位 praises or wishes; it orders no haste
    instant = re.compile(any_of("立即") + "(?!就?[要到是又]|进入)")
    return instant, re.compile(any_of("从速") + "(?!性)(?<!及时(?=[、，。；]))")


def find_phrases(text: str, day: date | None) -> list[Phrase]:
    """Give every time phrase of `text`, read from the given day, in the order of the text.

    Past references are among them, marked `past`, so that a reader of the list can tell them from deadlines.
    """
    plain = text.translate(_TRADITIONAL)
    moments = find_moments(plain, day)
    found = [
        *_all(_repeats, "每按逐期早一全常昼7隔周星礼", plain, "recurring", "repeat"),
        *_all(_duty, "时", plain, "recurring", "duty"),
        *_ranges(plain, moments, day),
        *(
            _term(match, day)
            for pattern in (_terms() if _LENGTHS.search(plain) else ())
            for match in pattern.finditer(plain)
        ),
        *map(_day_phrase, moments),
        *_all(_events, "前后间里内当次翌同二结期春冬", plain, "event", "event"),
        *_all(_hours, "点时:：", plain, "recurring", "hours"),
        *(Phrase(m.start(), m.end(), "date", "instant", day) for m in _haste()[0].finditer(plain)),
        *(Phrase(m.start(), m.end(), "vague", "haste") for m in _haste()[1].finditer(plain)),
    ]
    return _untangle(found)


def _all(
    pattern: Callable[[], re.Pattern[str]], marks: str, text: str, kind: Kind, role: Role
) -> Iterator[Phrase]:
    """Give the pattern's phrases; unless one of `marks` stands in the text it is not even compiled."""
    if any(mark in text for mark in marks):
        for match in pattern().finditer(text):
            yield Phrase(match.start(), match.end(), kind, role)


def _day_phrase(moment: Moment) -> Phrase:
    role: Role = (
        "start" if moment.starts else "range" if moment.is_holiday and moment.limit == "期间" else "due"
    )
    return Phrase(
        moment.start, moment.end, "date", role, moment.first if role == "start" else moment.last, moment.note,
        moment.past, moment.bounds, moment.is_holiday,
    )  # fmt: skip


_TO = re.compile(r"(?:之间)?\s*(?:到|至|—{1,2}|–|-|~|～)\s*")
_UNTIL = re.compile(rf"(?P<day>{DIGITS})[日号](?:{HOURS})?(?:{LIMIT})?")


def _ranges(text: str, moments: list[Moment], day: date | None) -> list[Phrase]:
    """Join 3月28日到4月7日, 即日起至9月30日, 10月1日至8日: due on the last day."""
    found = []
    by_start = {moment.start: moment for moment in moments}
    for moment in moments:
        joint = _TO.match(text, moment.end)
        if not joint:
            continue
        other = by_start.get(joint.end())
        if other is not None:
            last = other.last
            if moment.first and last and last < moment.first and not (other.past and moment.past):
                last = _again(last, moment.first)
            past = moment.past and (other.past or last is None or (day is not None and last < day))
            found.append(Phrase(moment.start, other.end, "date", "due", last, other.note, past, bounds=True))
        elif (until := _UNTIL.match(text, joint.end())) and moment.last is not None:
            number = int(parse_number(until["day"]) or 0)
            # 28日至4日 ends in the month that follows
            month = moment.last if number >= moment.last.day else add_months(moment.last.replace(day=1), 1)
            last = _safe(month, number)
            found.append(Phrase(moment.start, until.end(), "date", "due", last, "", moment.past, bounds=True))
    return found


def _again(last: date, first: date) -> date | None:
    """Give the next such day after `first`: a week on, or a year."""
    try:
        return last + timedelta(7) if (first - last).days < 7 else add_months(last, 12)
    except (ValueError, OverflowError):
        return None


def _safe(day: date, number: int) -> date | None:
    try:
        return day.replace(day=number)
    except ValueError:
        return None


def _term(match: re.Match[str], day: date | None) -> Phrase:
    number, unit = parse_number(match["number"]), match["unit"].lstrip("个")
    phrase = Phrase(
        match.start(), match.end(), "duration", "term", bounds=bool(match.groupdict().get("limit"))
    )
    if day is None or not number:
        return phrase
    try:
        return _due(phrase, day, number, unit)
    except (ValueError, OverflowError):  # 9000年内: beyond the last year that the calendar has
        return phrase


def _due(phrase: Phrase, day: date, number: float, unit: str) -> Phrase:
    from tongzhi.zh import calendar

    if unit == "工作日":
        due = calendar.add_workdays(day, int(number))
        note = "" if calendar.published(due.year) else calendar.UNPUBLISHED
        return replace(phrase, day=due, note=note)
    if unit.endswith("月") or unit in ("季度", "年"):
        months = number * {"季度": 3, "年": 12}.get(unit, 0.5 if unit == "半月" else 1)
        whole = add_months(day, int(months))
        return replace(phrase, day=whole + timedelta(round(30 * (months % 1))))
    hours = number * {"小时": 1, "钟头": 1, "天": 24, "日": 24, "周": 168, "星期": 168, "礼拜": 168}.get(
        unit, 0
    )
    # fewer than a day's hours run from the moment that something happens, not from the meeting
    return replace(phrase, day=day + timedelta(days=int(-(-hours // 24)))) if hours >= 24 else phrase


def _untangle(found: list[Phrase]) -> list[Phrase]:
    """Keep of overlapping phrases the longer; of equal ones the first listed."""
    kept: list[Phrase] = []
    for phrase in sorted(found, key=lambda one: one.start - one.end):
        if all(phrase.end <= other.start or phrase.start >= other.end for other in kept):
            kept.append(phrase)
    return sorted(kept, key=lambda one: one.start)
