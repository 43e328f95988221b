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
from tongzhi.zh import calendar
from tongzhi.zh.calendar import UNPUBLISHED
from tongzhi.zh.days import Moment, add_months
from tongzhi.zh.flow import without_blanks
from tongzhi.zh.lengths import LENGTH, read_length
from tongzhi.zh.moments import BEFORE_FEAST, CLOCK, DIGITS, HOURS, LIMIT, find_moments
from tongzhi.zh.numbers import parse_number, plain_zeros
from tongzhi.zh.script import simplified
from tongzhi.zh.vocabulary import CN_NUMERALS

Kind = Literal["date", "duration", "recurring", "event", "vague"]
Role = Literal["due", "start", "range", "instant", "term", "hours", "repeat", "duty", "event", "haste"]


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


_FIGURE = rf"(?:{DIGITS}(?:\.[0-9])?|半|几|两三|三五)"
_UNIT = "(?:个?工作日|个?小时|个?钟头|分钟|[天日](?!常)|个?(?:星期|礼拜)|周|个?半?月(?!份)|个?季度|年(?!度|行动|规划)|个?学期)"
_TERM = rf"(?P<length>{LENGTH})"
_FEW = f"[0-9０-９{CN_NUMERALS}几半数]{{1,5}}"
_COUNT = rf"(?:{DIGITS}|几|两)(?:次|遍|趟|轮|场|回|报|个|份)"
_DONE = "(?:[一-鿿]{1,2}(?:完|毕|结|齐|好|到位|出来?|清|上)|(?:必须|要|务必)[一-鿿]{0,4}(?:出动|到场|到位|完成|办结))"
_PERIOD = (
    "(?:个?工作日|天|日|周|星期|礼拜|月|年|季度|季|旬|学期|班(?![组子次])|餐|晚|早|晨|夜|小时|钟头|分钟)"
)


@cache
def _repeats() -> re.Pattern[str]:
    days = rf"{DIGITS}[日号]?(?:[、和及]{DIGITS}[日号]?)*[日号]"
    weekdays = "[一二三四五六日天末](?:[、和及](?:周|星期|礼拜)?[一二三四五六日天])*(?![一-鿿]?[个次遍天])"
    when = rf"(?:(?:凌晨|早上|上午|中午|下午|晚上)?{CLOCK}|上午|下午)?(?:下班|上班)?(?:{LIMIT})?"
    listed = (
        # 每月5日、20日前, 每周二、四前, 逢周一, 每季度末月25日前, 每年12月底前, 按月于25日前
        rf"(?:每(?:个)?月|逢)的?(?:{days}|月?[底末]){when}"
        rf"|(?:每(?:个)?|每?逢(?:每)?)(?:周|星期|礼拜){weekdays}{when}"
        rf"|每(?:个)?季(?:度)?末月?(?:底|{DIGITS}[日号])?{when}"
        rf"|每年(?:的)?{DIGITS}月(?:份)?(?:{DIGITS}[日号]|底|末|初|[上中下]旬)?{when}"
        rf"|按(?:日|周|旬|月|季度|季(?!节)|年)(?:于|在)?(?:当月|次月|季末月?|月)?(?:底|末|{days}){when}"
        rf"|(?:日报告|周报告|月报告)(?:、零报告)?|零报告"
        rf"|工作日每[天日]{when}|每隔?{_FEW}(?:个?工作日|[天日周月年]|个?星期|个?礼拜|个?小时|个?月)(?:一次)?"
        rf"|每个?半个?月"
    )
    every = (
        rf"每(?:隔)?(?:{_FIGURE})?个?(?:半个?)?(?:{_PERIOD})(?:[一二三四五六日天末](?![^\W\x00-\xff]?[个次遍天]))?"
        rf"(?:的?{DIGITS}[日号]|[底初末]|[上中下]旬|年底)?(?:{HOURS}(?:(?:到|至|—+|-|~){HOURS})?)?(?:下班|上班)?(?:{LIMIT})?"
    )
    rest = (
        rf"按(?:日|周|旬|月(?!份)|季度|季(?!节))|逐[日周月](?!期)|(?<!不)定期(?!限)|早中晚|早晚各?(?:{_FIGURE}(?:{_UNIT}))?"
        rf"|一(?:天|日|周|个星期|个月|月|个季度|季度(?!每[家个县区乡镇所]|各)|年)(?=[^，。；！？]{{0,7}}?{_COUNT})(?:至少)?"
        rf"|(?:{_FIGURE})(?:{_UNIT})一(?:次|报|通报|调度|巡|查|碰头|会商|更新|汇总|清零?|演练|排查)|隔[天日周](?!离)"
        r"|(?:每逢)(?:周|星期|礼拜)[一二三四五六日天]|(?:周|星期|礼拜)[一二三四五六]至(?:周|星期|礼拜)?[二三四五六日天]"
        r"|全天候|常态化|昼夜(?:不间断)?|(?<![0-9])7[×xX*]24小时"
    )
    return re.compile(f"{listed}|{every}|{rest}")


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


_LENGTHS = re.compile(
    rf"[0-9０-９{CN_NUMERALS}半几数多来余]个?半?(?:工作|小时|钟头|分钟|刻钟|[天日周星礼月半季年学昼旬])"
)
_LIMITED = "之内|以内|内(?![部容外])|里(?=[一-鿿])"


@cache
def _term_form() -> re.Pattern[str]:
    """A length of time with what may lead to it and end it; `_is_term` says where it is a term."""
    return re.compile(
        rf"(?P<lead>(?:接下来|未来|今后|会议?(?:结束)?后|散会(?:之|以)?后)的?)?{_TERM}(?P<limit>{_LIMITED}|的?时间)?"
    )


@cache
def _done() -> re.Pattern[str]:
    return re.compile(_DONE)


_NO_TERM_AFTER = "第近前去超满每足续岗延迟隔了0123456789两几数点"
"""第三天, 近两年内, 每三天: what stands before a length that is no term."""
_TERM_AFTER = "用花限给期"
"""用三天, 限期五天: what makes a bare length a term."""


def _term_matches(text: str) -> Iterator[re.Match[str]]:
    """Give the lengths of a text that say by when: 三天内, 会后两周, 限五天, 三天时间, 五天办结."""
    if not _LENGTHS.search(text):
        return
    form, position = _term_form(), 0
    while match := form.search(text, position):
        if _is_term(text, match):
            yield match
            position = match.end()
        else:
            position = match.start() + 1 if not match["lead"] else match.start("length")


def _is_term(text: str, match: re.Match[str]) -> bool:
    lead, limit, before = match["lead"] or "", match["limit"] or "", text[: match.start()][-2:]
    if lead and not lead.startswith("今后"):
        return True
    if before[-1:] and before[-1] in _TERM_AFTER and not lead:
        return True
    if before[-1:] and before[-1] in _NO_TERM_AFTER:
        return False
    if limit and not limit.endswith("时间"):
        return True
    if lead or before.endswith("等"):
        return False
    if limit:
        return not text.startswith(("以上", "里", "之"), match.end())
    if before == "隐患" and text[match.end() : match.end() + 1] in ("，", "。", "；", "、"):
        return True
    return not before.endswith("提") and _done().match(text, match.end()) is not None


@cache
def _events() -> re.Pattern[str]:
    node = any_of("节点")
    return re.compile(
        rf"[“\"]?{node}[”\"]?(?:开始|结束|来临|到来)?(?:之前|以前|前(?:{_FIGURE}{_UNIT}|(?!期|景|后|检查|准备|排查|隐患))|之后|以后|后(?!期)|期间|里|内)"
        r"|(?:秋收|夏收|春耕|汛期)结束"
        rf"|(?:活动|会议|比赛|演出|开工|开业|开考|开始|施工|作业|入场|放假)前(?:{_FIGURE})(?:{_UNIT})|提前(?:{_FIGURE})(?:{_UNIT})|(?<![社协大年例])会[前后](?![^\W\x00-\xff]?半)|(?:散会|会议结束)(?:以|之)?后|{any_of('相对')}(?!的)"
        r"|(?:到期|期满|逾期|满期|到点)(?=即|后?(?:立即|自动|一律|就))"
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
    flow = without_blanks(simplified(text))
    if flow.is_original:
        return _find(plain_zeros(flow.text), day)
    found = []
    for phrase in _find(plain_zeros(flow.text), day):
        start, end = flow.span(phrase.start, phrase.end)
        found.append(replace(phrase, start=start, end=end))
    return found


_AS_LIMITS = ("末", "内", "前")
_NEAR_FIRST_MONTH = timedelta(60)


def read_alone(text: str, day: date | None) -> Phrase | None:
    """Read words that are known to be a time and that no rule reads where they stand: 二十四号晚上, 12/5, 一季度, 初六.

    Each is read as if something were due by then.
    """
    if day is None:
        return None
    words = plain_zeros(without_blanks(simplified(text)).text)
    for suffix in _AS_LIMITS:
        for moment in find_moments(words + suffix, day):
            if moment.start == 0 and moment.end == len(words) + 1 and moment.last and not moment.past:
                return replace(_day_phrase(moment), end=len(text), bounds=False)
    if words.startswith("初"):
        found = read_alone(f"正月{words}", day)
        if found and found.day and found.day - day < _NEAR_FIRST_MONTH:
            return replace(found, end=len(text))
    return None


def _find(plain: str, day: date | None) -> list[Phrase]:
    moments = find_moments(plain, day)
    found = [
        *_all(_repeats, "每按逐期早一全常昼7隔周星礼逢报", plain, "recurring", "repeat"),
        *_all(_duty, "时", plain, "recurring", "duty"),
        *_ranges(plain, moments, day),
        *(_term(match, day) for match in _term_matches(plain)),
        *map(_day_phrase, moments),
        *_all(_events, "前后间里内当次翌同二结期春冬到逾", plain, "event", "event"),
        *_all(_hours, "点时:：", plain, "recurring", "hours"),
        *(Phrase(m.start(), m.end(), "date", "instant", day) for m in _haste()[0].finditer(plain)),
        *(Phrase(m.start(), m.end(), "vague", "haste") for m in _haste()[1].finditer(plain)),
    ]
    found += [
        phrase
        for phrase in _all(_feasts, "节", plain, "event", "event")
        if all(phrase.end <= moment.start or phrase.start >= moment.end for moment in moments)
    ]
    return _untangle(found)


@cache
def _feasts() -> re.Pattern[str]:
    """A feast that no calendar tells (荷花节前)."""
    return re.compile(
        rf"[^\W\x00-\xff]{{1,2}}(?!{BEFORE_FEAST}|[季环细情章关调礼佳])[^\W\x00-\xff]节(?:之前|以前|前夕|前|期间|当天)"
    )


def _all(
    pattern: Callable[[], re.Pattern[str]], marks: str, text: str, kind: Kind, role: Role
) -> Iterator[Phrase]:
    """Give the pattern's phrases; unless one of `marks` stands in the text it is not even compiled."""
    if any(mark in text for mark in marks):
        for match in pattern().finditer(text):
            yield Phrase(match.start(), match.end(), kind, role)


def _day_phrase(moment: Moment) -> Phrase:
    if moment.is_event:
        return Phrase(moment.start, moment.end, "event", "event", note=moment.note, past=moment.past)
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
    length = read_length(match["length"])
    phrase = Phrase(match.start(), match.end(), "duration", "term", bounds=bool(match["limit"]))
    if day is None or length is None:
        return phrase
    # fewer than a day's hours run from the moment that something happens, not from the meeting
    if length.is_under_a_day:
        # from the end of the meeting they run on its day
        return replace(phrase, day=day) if "会" in (match["lead"] or "") else phrase
    try:
        due = length.after(day)
    except (ValueError, OverflowError):  # 9000年内: beyond the last year that the calendar has
        return phrase
    notes = [ABOUT] if length.is_about else []
    if length.workdays and not _published(due.year):
        notes.append(UNPUBLISHED)
    return replace(phrase, day=due, note="；".join(notes))


ABOUT = "约数，按最长的算"
"""The note for a term that is given as from so many to so many (两三天内)."""


def _published(year: int) -> bool:

    return calendar.published(year)


def _untangle(found: list[Phrase]) -> list[Phrase]:
    """Keep of overlapping phrases the longer; of equal ones the first listed."""
    kept: list[Phrase] = []
    for phrase in sorted(found, key=lambda one: one.start - one.end):
        if all(phrase.end <= other.start or phrase.start >= other.end for other in kept):
            kept.append(phrase)
    return sorted(kept, key=lambda one: one.start)
