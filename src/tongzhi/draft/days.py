"""Days that a speech counts from its own day (明天, 本周五, 10天内), written as dates with their weekday."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tongzhi.extract.deadlines import find_deadlines
from tongzhi.zh.dates import find_phrases
from tongzhi.zh.numbers import parse_number
from tongzhi.zh.typed import WEEKDAYS

_NEAR = re.compile(
    r"(?P<word>大后|[今明后昨前])(?P<part>[天日](?!后|后)|(?=[早晚晨夜]))"
    r"(?P<rest>(?:的)?(?:一早|清早|早上|早晨|凌晨|上午|中午|下午|傍晚|晚上|晚间|夜里|夜间|后半夜|半夜|早|晚|晨|夜)?)"
)
_OFFSET = {"大后": 3, "后": 2, "明": 1, "今": 0, "昨": -1, "前": -2}
_WEEK = re.compile(
    r"(?:(?P<which>本|这个?|下下个?|下个?|上个?)(?:周|星期|礼拜)|(?<![每一二两三四五六七八九十几0-9本这下上个（(])(?:周|星期|礼拜))"
    r"(?P<day>[一二三四五六日天末底])(?=[^一二三四五六日]|$)(?![至—、]|到(?:周|星期|礼拜|本周|下周|[一二三四五六日])|期)"
)
_THIS_WEEK = re.compile(r"(?P<which>本|这个?|下个?|上个?)(?:周|星期|礼拜)(?P<inside>以?之?内)?")
_DAY_OF_MONTH = re.compile(
    r"(?P<which>本|这个?|下个?|上个?)月(?:份)?(?P<day>[一二三四五六七八九十]{1,3}|\d{1,2})[号日](?!线|楼|院|门)"
)
_SAID_DAY = re.compile(
    r"(?<![月一二三四五六七八九十第至到—、.])(?P<day>[一二三四五六七八九十]{1,3})号(?=之?以?前|起|上午|下午|晚上|早上|中午|当天)"
)
_MONTH = re.compile(r"(?P<which>本|这个?|下个?|上个?)月(?:份)?(?:的)?")
_BARE_END = re.compile(r"(?<![每各当逐\d一二三四五六七八九十个按本])月(?P<end>底|末)")
_BARE_DAY = re.compile(
    r"(?<![月\d第至到—、.])(?P<day>\d{1,2})[日号](?=之?以?前|起|上午|下午|晚|早|中午|当天)"
)
_FROM_NOW = re.compile(r"从?(?:即日|现在|今天|今日)起(?!步)|从(?:现在|今天|今日)开始")
_YEAR = re.compile(
    r"(?P<which>明|后|来|次|去|前)年(?=\d{1,2}月|[一二三四五六七八九十]{1,2}月|年?[底初]|[一二三四]季度|[上下]半年)"
)
_PLACES = re.compile(r"今天的(?=会|讲话|话|布置|部署|任务)|今天(?=讲的|说的|布置|定的|议定|这个?会)")


def say_day(day: date, meeting: date | None = None, *, weekday: bool = True) -> str:
    """Give 9月30日（星期三）; with the year when it is not that of the meeting."""
    year = f"{day.year}年" if meeting is not None and day.year != meeting.year else ""
    week = f"（星期{WEEKDAYS[day.weekday()]}）" if weekday else ""
    return f"{year}{day.month}月{day.day}日{week}"


def fix_days(text: str, meeting: date | None) -> str:
    """Write the days that are counted from the meeting's day as dates; without that day nothing changes.

    民法典 第二百零一条: terms begin on the day after. A term that starts with an event (接报后30分钟内) stays.
    """
    if meeting is None:
        return text
    text = _PLACES.sub("", text)
    text = _terms(text, meeting)
    text = _FROM_NOW.sub(lambda found: _from(found, meeting), text)
    text = _NEAR.sub(lambda found: _near(text, found, meeting), text)
    text = _WEEK.sub(lambda found: _week(found, meeting), text)
    text = _THIS_WEEK.sub(lambda found: _this_week(found, meeting), text)
    text = _DAY_OF_MONTH.sub(lambda found: _day_of_month(found, meeting), text)
    text = _SAID_DAY.sub(lambda found: _said_day(found, meeting), text)
    text = _MONTH.sub(lambda found: _month_in(text, found, meeting), text)
    text = _BARE_END.sub(lambda found: f"{meeting.month}月{found['end']}", text)
    text = _BARE_DAY.sub(lambda found: _bare_day(found, meeting), text)
    return _YEAR.sub(lambda found: f"{meeting.year + _YEARS[found['which']]}年", text)


_YEARS = {"明": 1, "来": 1, "次": 1, "后": 2, "去": -1, "前": -2}


def has_relative_day(text: str) -> bool:
    """Tell whether a day is still counted from the meeting's day."""
    return RELATIVE.search(text) is not None


RELATIVE = re.compile(
    r"(?<![当如于至每])(?:今[天日晚早夜晨]|明[天日晚早晨](?!月)|后天|昨[天日晚夜]|前天)|(?:本|这个?|下个?|上个?)(?:周|星期|礼拜|月(?!饼))"
)


def _terms(text: str, meeting: date) -> str:
    """Write 10天内, 三个工作日内, 48小时内 as the last day, unless they start with an event."""
    limits = {
        (one.source.start, one.source.end): one.date
        for one in find_deadlines(text, 0, meeting)
        if one.source and one.kind == "duration" and one.date
    }
    pieces, last = [], 0
    for phrase in find_phrases(text, meeting):
        day = limits.get((phrase.start, phrase.end))
        words = text[phrase.start : phrase.end]
        if phrase.role != "term" or day is None or not re.search(r"(?:之|以)?内$|里$", words):
            continue
        if is_short(words):
            continue
        if re.search(
            r"(?:各|每|后|起|一旦|连续|近|最近|过去|接到|发现|现场)[^，。；]{0,8}$", text[last : phrase.start]
        ):
            continue
        before = re.sub(r"要?在$", "", text[last : phrase.start])
        pieces += [before, f"{say_day(day, meeting)}前"]
        last = phrase.end
    return "".join([*pieces, text[last:]])


def is_short(words: str) -> bool:
    """Tell whether a term is of fewer hours than two days; it runs from when something happens, and stays as said."""
    found = re.match(r"(?P<number>[\d〇零一二两三四五六七八九十]+)个?(?P<unit>小时|钟头|分钟)", words)
    return found is not None and (found["unit"] == "分钟" or (parse_number(found["number"]) or 0) < _TWO_DAYS)


_TWO_DAYS = 48


def _from(found: re.Match[str], meeting: date) -> str:
    start = "从" if found[0].startswith("从") else ""
    end = "开始" if found[0].endswith("开始") else "起"
    return f"{start}{say_day(meeting, weekday=False)}{end}"


def _near(text: str, found: re.Match[str], meeting: date) -> str:
    before = text[: found.start()]
    if found["word"] == "前" and re.search(r"[\d一二三四五六七八九十几]$|提$|[日天周月年会之以]$", before):
        return found[0]  # 3月20日前天气: no day before yesterday
    day = meeting + timedelta(days=_OFFSET[found["word"]])
    rest = found["rest"].removeprefix("的")
    bare = not rest and found["part"]
    return say_day(day, meeting, weekday=found["word"] in ("明", "后", "大后")) + ("" if bare else rest)


def _monday(which: str, meeting: date) -> date:
    weeks = which.count("下") - which.count("上")
    return meeting - timedelta(days=meeting.weekday()) + timedelta(weeks=weeks)


def _week(found: re.Match[str], meeting: date) -> str:
    number = {"天": 6, "末": 6, "底": 6}.get(found["day"])
    number = WEEKDAYS.index(found["day"]) if number is None else number
    day = _monday(found["which"] or "", meeting) + timedelta(days=number)
    if not found["which"] and day < meeting:
        day += timedelta(weeks=1)
    return say_day(day, meeting)


def _this_week(found: re.Match[str], meeting: date) -> str:
    first = _monday(found["which"], meeting)
    last = first + timedelta(days=6)
    if found["inside"] or found["which"] in ("本", "这", "这个"):
        return say_day(last, meeting) + "前"
    return f"{say_day(first, meeting, weekday=False)}至{say_day(last, meeting, weekday=False)}"


def _month_in(text: str, found: re.Match[str], meeting: date) -> str:
    clause = re.split(r"[，。；]", text[: found.start()])[-1]
    return found[0] if re.search(r"每(?:个)?(?:月|季|周)|按月", clause) else _month(found["which"], meeting)


def _month(which: str, meeting: date) -> str:
    number = meeting.month + which.count("下") - which.count("上")
    year = meeting.year + (number - 1) // 12
    named = f"{year}年" if year != meeting.year else ""
    return f"{named}{(number - 1) % 12 + 1}月"


def _day_of_month(found: re.Match[str], meeting: date) -> str:
    """Write 下个月十号 as its day; a number that no day of the month has stays."""
    number = int(parse_number(found["day"]) or 0)
    month = _month(found["which"], meeting)
    return f"{month}{number}日" if 1 <= number <= _LONGEST_MONTH else found[0]


def _said_day(found: re.Match[str], meeting: date) -> str:
    number = int(parse_number(found["day"]) or 0)
    if not 1 <= number <= _LONGEST_MONTH:
        return found[0]
    month = meeting.month if number >= meeting.day else meeting.month % 12 + 1
    return f"{month}月{number}日"


_LONGEST_MONTH = 31


def _bare_day(found: re.Match[str], meeting: date) -> str:
    number = int(found["day"])
    month = meeting.month if number >= meeting.day else meeting.month % 12 + 1
    return f"{month}月{number}日"
