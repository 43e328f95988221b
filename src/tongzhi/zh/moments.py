"""The day that a phrase means: 9月30日前, 月底, 本周五, 明天下班前, 国庆节前, 二季度末, each with a given day.

Conventions: a week begins on Monday (ISO 8601); 月底 is the last day of the month, 上旬 ends on the 10th, 中旬 on
the 20th; 国庆节前 is the last workday before the block of rest days; a date without a year is the nearest to come.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from tongzhi.zh.numbers import parse_number

DIGITS = r"(?:[0-9０-９]{1,4}|[〇零一二两三四五六七八九十廿]{1,5})"
_MARK = r"(?:[*＊×]{1,4}|[Xx]{1,4}|某)"
_PART = "(?:凌晨|清晨|清早|一早|早上|早晨|早间|上午|中午|正午|午间|下午|午后|傍晚|晚上|晚间|夜间|夜里|半夜|午夜|早|晚)"
CLOCK = rf"(?:{DIGITS}[点时](?:整|钟|半|[一三]刻|{DIGITS}分?)?(?!多)|[0-2]?[0-9][:：][0-5][0-9])"
HOURS = rf"(?:{_PART}?{CLOCK}|{_PART})"
_ACT = "(?:下班|上班|放学|上课|收工|熄灯|供暖|供热|天黑|交班|开学|开工|复工|召开会议|会议)"
LIMIT = "(?:之前|以前|前夕|前|之内|以内|内|里|为止|止|起|开始|以后|之后|后|期间)"
_TAIL = rf"(?P<hours>{HOURS})?(?:(?:的时候)?(?P<act>{_ACT})(?={LIMIT}))?(?P<limit>{LIMIT})?"
_YEAR = r"(?P<year>(?:[12][0-9]{3}|[12２][０-９]{3}|[一二][〇零○一二三四五六七八九]{3})年|今年|明年|后年|来年|本年度|本年|去年|前年)"
_NAMES = "元旦|春节|除夕|清明|五一|劳动|端午|中秋|国庆|十一|双|两"
_HOLIDAY = rf"[“\"]?(?:{_NAMES})[”\"]?节?"
_DURING = "期间|之前|以前|前夕|到来之?前|来临之?前|前|之后|以后|后|当天|里|内"

PAST, NO_SUCH_DAY = "早于会议日期，请核对", "没有这一天，请核对"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """What a phrase means: `first` to `last` day; `starts` when work begins then; `note` for the reader.

    `past` says that it tells of what was; both days are `None` if the given day is unknown or none is meant.
    """

    start: int
    end: int
    first: date | None = None
    last: date | None = None
    limit: str = ""
    note: str = ""
    past: bool = False
    is_holiday: bool = False

    @property
    def starts(self) -> bool:
        """Whether it says from when on (起, 开始)."""
        return self.limit in ("起", "开始")

    @property
    def bounds(self) -> bool:
        """Whether it says until when (前, 内, 底)."""
        return self.limit in ("前", "内", "止")


@dataclass(frozen=True, slots=True)
class _Found:
    """A day's words and the hour and limit after them, as one match."""

    groups: dict[str, str | None]
    first: int
    last: int

    def __getitem__(self, name: str) -> str | None:
        return self.groups.get(name)


Build = Callable[[_Found, date], Moment]
_LIMITS = {
    "之前": "前", "以前": "前", "前夕": "前", "前": "前", "之内": "内", "以内": "内", "内": "内", "里": "内",
    "为止": "止", "止": "止", "起": "起", "开始": "起", "以后": "后", "之后": "后", "后": "后", "期间": "期间",
}  # fmt: skip


def month_end(day: date) -> date:
    """Give the last day of the month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, count: int) -> date:
    """Give the same day `count` months on, or the month's last if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _number(text: str | None) -> int | None:
    found = parse_number(text) if text else None
    return int(found) if found is not None else None


def _limit(match: _Found) -> str:
    return _LIMITS.get(match["limit"] or "", "")


def _plain(match: _Found, first: date | None, last: date | None, note: str = "") -> Moment:
    return Moment(match.first, match.last, first, last, _limit(match), note)


def _year_of(text: str | None, day: date) -> int | None:
    words = {"今年": 0, "本年": 0, "本年度": 0, "明年": 1, "来年": 1, "后年": 2, "去年": -1, "前年": -2}
    if not text:
        return None
    return day.year + words[text] if text in words else _number(text.removesuffix("年"))


def _month_day(match: _Found, day: date) -> Moment:
    year, month, number = _year_of(match["year"], day), _number(match["month"]), _number(match["day"])
    bounds = _limit(match) in ("前", "内", "止")
    for candidate in (year,) if year else (day.year, day.year + 1):
        try:
            found = date(candidate, month or 0, number or 0)
        except ValueError:
            if year or candidate > day.year:
                return _plain(match, None, None, NO_SUCH_DAY)
            continue
        moment = _plain(match, found, found)
        late = (day - found).days
        if late <= 0:
            return moment
        if year:
            return replace(moment, past=not bounds, note=PAST)
        if bounds and late <= 31:
            return replace(moment, note=PAST)
        if not bounds and late <= 180:
            return replace(moment, past=True)
    return moment


def _month(match: _Found, day: date) -> Moment:
    year, month, part = _year_of(match["year"], day), _number(match["month"]) or 0, match["third"] or ""
    if not 1 <= month <= 12:
        return _plain(match, None, None, NO_SUCH_DAY)
    bounds = bool(part) or _limit(match) in ("前", "内", "止")
    start = date(year or day.year, month, 1)
    if not year and month_end(start) < day:
        if (day - month_end(start)).days <= 120 and not bounds:
            return replace(_plain(match, None, None), past=True)
        if (day - month_end(start)).days > 31 or not bounds:
            start = add_months(start, 12)
    moment = _within_month(match, start, part)
    late = moment.last is not None and moment.last < day
    return replace(moment, note=PAST, past=not bounds) if late else _near_end(moment, day, part)


def _within_month(match: _Found, start: date, part: str) -> Moment:
    end = month_end(start)
    first, last = {
        "上旬": (1, 10), "中上旬": (1, 20), "中旬": (11, 20), "中下旬": (11, end.day), "下旬": (21, end.day), "初": (1, 10),
        "中": (11, 20), "底": (end.day, end.day), "末": (end.day, end.day), "上半月": (1, 15), "下半月": (16, end.day),
    }.get(part.replace("月", "") if len(part) < 3 else part, (1, end.day))  # fmt: skip
    if not part and _limit(match) == "前":
        return _plain(match, start - DAY, start - DAY)
    return _plain(match, start.replace(day=first), start.replace(day=last))


def _near_end(moment: Moment, day: date, part: str) -> Moment:
    if part in ("底", "末", "月底", "月末") and moment.last and (moment.last - day).days <= 3:
        return replace(moment, note="离月底不足三天，请核对是否指下月底")
    return moment


def _this_month(match: _Found, day: date) -> Moment:
    step = {"下": 1, "上": -1}.get(match["which"][0] if match["which"] else "", 0)
    start = add_months(day.replace(day=1), step)
    number, part = _number(match["day"]), match["third"] or ""
    if number is not None:
        if not 1 <= number <= month_end(start).day:
            return _plain(match, None, None, NO_SUCH_DAY)
        found = start.replace(day=number)
        return _plain(match, found, found, PAST if found < day else "")
    moment = _within_month(match, start, part)
    if match["which"] and match["which"][0] == "上":
        return replace(moment, past=True)
    return _near_end(moment, day, part or "")


def _bare_day(match: _Found, day: date) -> Moment:
    number = _number(match["day"]) or 0
    for step in (0, 1, 2):
        start = add_months(day.replace(day=1), step)
        if 1 <= number <= month_end(start).day and start.replace(day=number) >= day:
            found = start.replace(day=number)
            return _plain(match, found, found)
    return _plain(match, None, None, NO_SUCH_DAY)


def _week(match: _Found, day: date) -> Moment:
    which, weekday = match["which"] or "", match["weekday"] or ""
    step = 2 if which.startswith("下下") else {"下": 1, "上": -1}.get(which[:1], 0)
    monday = day - DAY * day.weekday() + DAY * 7 * step
    if weekday in ("", "末", "内", "底"):
        if _limit(match) == "前" and not weekday:
            return _plain(match, monday - DAY, monday - DAY)
        first = monday + DAY * 5 if weekday == "末" else monday
        return replace(_plain(match, first, monday + DAY * 6), past=step < 0)
    found = monday + DAY * "一二三四五六日".index(weekday.replace("天", "日"))
    if not which and found < day:
        found += DAY * 7
    if found < day:
        return replace(_plain(match, found, found, PAST), past=step < 0)
    note = "会议在周末，请核对“本周”" if which and not step and day.weekday() > 4 else ""
    return _plain(match, found, found, note)


def _near_day(match: _Found, day: date) -> Moment:
    word = match["word"] or "今"
    step = (
        3
        if word[0] == "大"
        else {"今": 0, "即": 0, "现": 0, "下": 0, "明": 1, "后": 2, "昨": -1, "前": -2}[word[0]]
    )
    found = day + DAY * step
    hours = match["hours"] or ""
    past = step < 0 or (
        word in ("今天", "今日") and hours in ("上午", "早上", "早晨", "凌晨") and not match["limit"]
    )
    return replace(_plain(match, found, found), past=past or word in ("今早", "今晨"))


def _year_end(match: _Found, day: date) -> Moment:
    year, part = _year_of(match["year"], day) or day.year, match["part"]
    if part in ("初", "年初"):
        return _plain(match, date(year, 1, 1), date(year, 1, 31))
    if part in ("中", "年中"):
        return _plain(match, date(year, 6, 1), date(year, 6, 30))
    if part in ("内", "年内", "以内", "之内"):
        return replace(_plain(match, date(year, 1, 1), date(year, 12, 31)), limit="内")
    moment = _plain(match, date(year, 12, 31), date(year, 12, 31))
    return replace(moment, past=year < day.year)


def _whole_year(match: _Found, day: date) -> Moment:
    year = _year_of(match["year"], day) or day.year
    if _limit(match) == "前":
        return _plain(match, date(year - 1, 12, 31), date(year - 1, 12, 31))
    return _plain(match, date(year, 1, 1), date(year, 12, 31))


def _quarter(match: _Found, day: date) -> Moment:
    year, which = _year_of(match["year"], day), match["which"] or ""
    current = (day.month - 1) // 3
    number = {"本": current, "这个": current, "下": current + 1, "下个": current + 1, "": current}.get(which)
    if number is None:
        number = (_number(which) or 1) - 1
    start = add_months(date(year or day.year, 1, 1), number * 3)
    end = month_end(add_months(start, 2))
    if not year and end < day:
        start, end = add_months(start, 12), month_end(add_months(end, 12))
    if _limit(match) == "前" and not match["part"]:
        return _plain(match, start - DAY, start - DAY)
    return _plain(match, end if match["part"] else start, end)


def _half_year(match: _Found, day: date) -> Moment:
    year = _year_of(match["year"], day) or day.year
    first, last = (
        (date(year, 1, 1), date(year, 6, 30))
        if match["which"] == "上"
        else (date(year, 7, 1), date(year, 12, 31))
    )
    return replace(_plain(match, first, last), past=last < day)


def _holiday(match: _Found, day: date) -> Moment:
    from tongzhi.zh import calendar

    year = _year_of(match["year"], day)
    after = date(year, 1, 1) if year and year > day.year else day + DAY
    words = re.findall(_NAMES, match["names"] or "")
    named = [block for word in words if (block := calendar.holiday_block(word, after))]
    if words and set(words) & {"双", "两"}:
        named = []
    ahead = [block for block in calendar.holiday_blocks(after) if block.start > day]
    block = min(named or ahead, key=lambda found: found.start, default=None)
    if block is None:
        return _plain(match, None, None)
    final = max((found.end for found in named), default=block.end)
    notes = [] if calendar.published(block.start.year) else [calendar.UNPUBLISHED]
    if not words and len(ahead) > 1 and (ahead[1].start - block.end).days <= 10:
        notes.append("十天内有两个假期，请核对是哪一个")
    when = match["when"] or "期间"
    limit = "前" if when.endswith(("前", "前夕")) else "后" if when.endswith("后") else "期间"
    if limit == "前":
        first = last = calendar.last_workday_before(block)
        if last < day:
            notes.append(PAST)
    elif limit == "后":
        first = last = calendar.first_workday_after(block)
    else:
        first, last = block.start, final
        notes.append(f"{first.month}月{first.day}日至{last.month}月{last.day}日")
    return Moment(match.first, match.last, first, last, limit, "；".join(notes), is_holiday=True)


_FORMS: tuple[tuple[str, str, Build], ...] = (
    ("月", rf"{_YEAR}?(?P<month>{DIGITS})月(?:份)?的?(?P<day>{DIGITS})[日号](?:当天)?", _month_day),
    (
        "-./",
        r"(?P<year>[12][0-9]{3})[-./](?P<month>[01]?[0-9])[-./](?P<day>[0-3]?[0-9])(?![0-9])",
        _month_day,
    ),
    (
        "月",
        rf"{_YEAR}?(?<![0-9〇零一二三四五六七八九十第])(?<![0-9一二三四五六七八九十][、—至到-])(?P<month>{DIGITS})月(?P<third>上旬|中上旬|中下旬|中旬|下旬|底|末|初|中(?![一-鿿])|(?=份|{LIMIT}|[^一-鿿饼嫂坛])|(?=[一-鿿]))(?:份)?",
        _month,
    ),
    (
        "月",
        rf"(?P<which>本月|这个月|下个月|下月|上个月|上月)(?:份)?(?:的?(?P<day>{DIGITS})[日号]|(?P<third>上旬|中旬|下旬|底|末|初|中(?![一-鿿])))?",
        _this_month,
    ),
    (
        "月",
        r"(?P<which>)(?P<day>)(?<![0-9〇零一二三四五六七八九十个每本当])(?P<third>月底|月末|月初|月中|上半月|下半月|月(?=内))",
        _this_month,
    ),
    ("日号", rf"(?<![0-9〇零一二三四五六七八九十月第])(?P<day>{DIGITS})[日号](?={HOURS}?{LIMIT})", _bare_day),
    (
        "周期拜",
        r"(?P<which>本|这个?|下下个?|下个?|上个?)(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末底]|内(?!部))?",
        _week,
    ),
    (
        "周期拜",
        r"(?P<which>)(?<![每一二两三四五六七八九十几0-9上下本这个])(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末])(?![一-鿿]{0,2}工作)",
        _week,
    ),
    (
        "天日晚早起始晨夜",
        r"(?P<word>大后天|(?:[今明后昨前][天日]|[今明昨后](?=[早晚晨夜])|即日(?=起)|现在(?=起|开始)|今早|今晨))",
        _near_day,
    ),
    ("班", r"(?P<word>下班)(?P<limit>之前|以前|前)", _near_day),
    (
        "年",
        rf"(?:{_YEAR}(?P<part>年底|年末|年内|年初|年中|底|末|之内|以内|内|初|中(?![一-鿿])))",
        _year_end,
    ),
    (
        "年",
        rf"(?P<year>)(?<![0-9一二三四五六七八九十两几近今明去前同当每半往历]){'(?P<part>年底|年末|年内|年初|年中)'}",
        _year_end,
    ),
    ("年", rf"{_YEAR}(?={LIMIT})", _whole_year),
    (
        "季",
        rf"(?:{_YEAR}的?第?|第|(?=本|这个|下|[一二三四1-4]季度[末底前内之以])|(?=季度?[末底]))(?P<which>[一二三四1-4]|本|这个|下个?|)季度?(?P<part>末|底|结束|内)?",
        _quarter,
    ),
    ("半", rf"{_YEAR}?(?P<which>[上下])半年(?P<part>底|末)?", _half_year),
    (
        "节假前后间天里内",
        rf"{_YEAR}?(?P<names>{_HOLIDAY}(?:[、和与及]?{_HOLIDAY})*)(?:(?:[一二三五七八3578]天|小?长假|假期|假日|黄金周|放假|假)?(?P<when>{_DURING})|(?P<whole>[一二三五七八3578]天|小?长假|假期|假日|黄金周))",
        _holiday,
    ),
    (
        "节假前后间天里内",
        rf"(?P<names>)(?<![季环细情章关调礼佳双两])(?P<when>节(?:日|假日)?(?:{_DURING})|(?:节假期|小?长假|假期|放假|黄金周)(?:{_DURING})|收假后)",
        _holiday,
    ),
)
"""Marks of which one must stand in the text (so that most forms are never compiled), the form, its meaning."""


_compiled = cache(re.compile)


_MASKED = rf"(?:{_MARK}年)?{_MARK}月(?:{_MARK}日)?(?:{LIMIT}|底前?)?"
_SOME_DAY = date(2001, 1, 1)


def find_moments(text: str, day: date | None) -> list[Moment]:
    """Give every phrase of `text` that means a day, the longest at each place, in order."""
    found = [Moment(match.start(), match.end()) for match in _compiled(_MASKED).finditer(text)]
    tail = _compiled(_TAIL)
    for marks, form, build in _FORMS:
        if not any(mark in text for mark in marks):
            continue
        for core in _compiled(form).finditer(text):
            groups, end = core.groupdict(), core.end()
            if build is not _holiday and (rest := tail.match(text, end)):
                groups, end = {**rest.groupdict(), **groups}, rest.end()
            match = _Found(groups, core.start(), end)
            found.append(_undated(match, build) if day is None else build(match, day))
    return longest(found)


def _undated(match: _Found, build: Build) -> Moment:
    year = match["year"] or ""
    if build is _month_day and year[:1] in ("1", "2", "一", "二"):
        return build(match, _SOME_DAY)
    if build is _holiday:
        return Moment(
            match.first,
            match.last,
            limit=_LIMITS.get((match["when"] or "期间")[-1], "期间"),
            is_holiday=True,
        )
    moment = build(match, _SOME_DAY)
    past = moment.past and build in (_near_day, _week, _this_month)
    return Moment(match.first, match.last, limit=moment.limit, past=past or year in ("去年", "前年"))


def longest(found: list[Moment]) -> list[Moment]:
    """Keep the longest of overlapping moments, the earlier of equals."""
    kept: list[Moment] = []
    for moment in sorted(found, key=lambda one: (one.start, -one.end)):
        if kept and moment.start < kept[-1].end:
            if moment.end - moment.start > kept[-1].end - kept[-1].start:
                kept[-1] = moment
            continue
        kept.append(moment)
    return kept
