"""What words for a day mean: the first and last day of a month's third, a week, a quarter, a holiday block.

The words come cut up by `tongzhi.zh.moments`; here they meet the calendar and the given day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tongzhi.zh import calendar
from tongzhi.zh.festivals import festival_day, lunar_day, next_festival
from tongzhi.zh.numbers import parse_number

HOLIDAY_NAMES = "元旦|春节|除夕|清明|五一|劳动|端午|中秋|国庆|十一|双|两"
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
    is_event: bool = False
    """A named time whose day no calendar tells (泼水节前)."""

    @property
    def starts(self) -> bool:
        """Whether it says from when on (起, 开始)."""
        return self.limit in ("起", "开始")

    @property
    def bounds(self) -> bool:
        """Whether it says until when (前, 内, 底)."""
        return self.limit in ("前", "内", "止")


@dataclass(frozen=True, slots=True)
class Words:
    """A day's words and the hour and limit after them, as one match."""

    groups: dict[str, str | None]
    first: int
    last: int

    def __getitem__(self, name: str) -> str | None:
        return self.groups.get(name)


LIMITS = {
    "之前": "前", "以前": "前", "前夕": "前", "前": "前", "之内": "内", "以内": "内", "内": "内", "里": "内",
    "为止": "止", "截止": "止", "止": "止", "起": "起", "开始": "起", "以后": "后", "之后": "后", "后": "后", "期间": "期间",
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


def _limit(match: Words) -> str:
    return LIMITS.get(match["limit"] or "", "")


def _plain(match: Words, first: date | None, last: date | None, note: str = "") -> Moment:
    return Moment(match.first, match.last, first, last, _limit(match), note)


def _year_of(text: str | None, day: date) -> int | None:
    words = {
        "今年": 0,
        "本年": 0,
        "本年度": 0,
        "明年": 1,
        "来年": 1,
        "次年": 1,
        "翌年": 1,
        "后年": 2,
        "去年": -1,
        "前年": -2,
    }
    if not text:
        return None
    return day.year + words[text] if text in words else _number(text.removesuffix("年"))


def read_month_day(match: Words, day: date) -> Moment:
    """Read 9月30日前, 2026年3月1日: the nearest to come unless the year stands there."""
    year, month, number = _year_of(match["year"], day), _number(match["month"]), _number(match["day"])
    begin = _number(match["begin"])
    bounds = _limit(match) in ("前", "内", "止")
    for candidate in (year,) if year else (day.year, day.year + 1):
        try:
            found = date(candidate, month or 0, number or 0)
        except ValueError:
            if year or candidate > day.year:
                return _plain(match, None, None, NO_SUCH_DAY)
            continue
        if begin and found.day < begin:  # 28日至4日 ends in the month that follows
            found = add_months(found, 1)
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


def read_month(match: Words, day: date) -> Moment:
    """Read 10月, 6月底前, 11月上旬, 10月前 (which ends with the month before)."""
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


def _within_month(match: Words, start: date, part: str) -> Moment:
    end = month_end(start)
    part = part.replace("、", "")
    first, last = {
        "上下旬": (1, end.day), "上中旬": (1, 20), "上旬": (1, 10), "中上旬": (1, 20), "中旬": (11, 20), "中下旬": (11, end.day), "下旬": (21, end.day), "初": (1, 10),
        "中": (11, 20), "底": (end.day, end.day), "末": (end.day, end.day), "上半月": (1, 15), "下半月": (16, end.day),
    }.get(part.replace("月", "") if len(part) < 3 else part, (1, end.day))  # fmt: skip
    if not part and _limit(match) == "前":
        return _plain(match, start - DAY, start - DAY)
    return _plain(match, start.replace(day=first), start.replace(day=last))


def _near_end(moment: Moment, day: date, part: str) -> Moment:
    if part in ("底", "末", "月底", "月末") and moment.last and (moment.last - day).days <= 3:
        return replace(moment, note="离月底不足三天，请核对是否指下月底")
    return moment


def read_this_month(match: Words, day: date) -> Moment:
    """Read 月底, 本月20日前, 下月中旬."""
    step = {"下": 1, "次": 1, "上": -1}.get(match["which"][0] if match["which"] else "", 0)
    start = add_months(day.replace(day=1), step)
    number, part = _number(match["day"]), match["third"] or ""
    if number is not None:
        if not 1 <= number <= month_end(start).day:
            return _plain(match, None, None, NO_SUCH_DAY)
        found = start.replace(day=number)
        return _plain(match, found, found, PAST if found < day else "")
    moment = _within_month(match, start, part)
    if not match["which"] and part in ("上旬", "中旬", "下旬") and moment.last and moment.last < day:
        moment = _within_month(match, add_months(start, 1), part)
    if match["which"] and match["which"][0] == "上":
        return replace(moment, past=True)
    return _near_end(moment, day, part or "")


def read_festival(match: Words, day: date) -> Moment:
    """Read 教师节前, 元宵节期间, 冬至前: that day and no other; without a day where each place or year sets its own."""
    name, year = match["festival"] or "", _year_of(match["year"], day)
    found = festival_day(name, year) if year else next_festival(name, day)
    if found is None:
        return replace(_plain(match, None, None), is_event=True)
    late = found < day
    return replace(_plain(match, found, found, PAST if late else ""), past=late and _limit(match) != "前")


def read_lunar_day(match: Words, day: date) -> Moment:
    """Read 腊月廿三前, 正月十五前, 正月底前: the next such day of the lunar calendar, and its day in ours."""
    month = {"正月": 1, "冬月": 11, "腊月": 12}.get(match["lunar"] or "") or _number(
        (match["lunar"] or "").removesuffix("月")
    )
    part = match["lunar_day"] or match["part"] or "底"
    number = {"底": 0, "末": 0, "初": 10}.get(part)
    if number is None:
        number = _number(part.removeprefix("初"))
    for year in (day.year - 1, day.year, day.year + 1):
        found = (
            (lunar_day(year, month or 1, 30) or lunar_day(year, month or 1, 29))
            if number == 0
            else lunar_day(year, month or 1, number or 1)
        )
        if found is not None and found >= day:
            return _plain(match, found, found, f"公历{found.month}月{found.day}日")
    return _plain(match, None, None, NO_SUCH_DAY)


def read_bare_day(match: Words, day: date) -> Moment:
    """Read 25日前: this month's if it is to come, else the next month's that has such a day."""
    number = _number(match["day"] or match["day2"]) or 0
    for step in (0, 1, 2):
        start = add_months(day.replace(day=1), step)
        if 1 <= number <= month_end(start).day and start.replace(day=number) >= day:
            found = start.replace(day=number)
            return _plain(match, found, found)
    return _plain(match, None, None, NO_SUCH_DAY)


def read_week(match: Words, day: date) -> Moment:
    """Read 本周五, 下周, 周末前, 周四以前 (the next Thursday)."""
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


def read_near_day(match: Words, day: date) -> Moment:
    """Read 今天, 明晚, 大后天, 即日, 下班前; 今天上午 tells of the past."""
    word = match["word"] or "今"
    if word.startswith("今明"):
        return _plain(match, day, day + DAY)
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


def read_year_end(match: Words, day: date) -> Moment:
    """Read 年底前, 年内, 明年初."""
    year, part = _year_of(match["year"], day) or day.year, match["part"]
    if part in ("初", "年初"):
        moment = _plain(match, date(year, 1, 1), date(year, 1, 31))
        return replace(moment, past=not match["year"] and date(year, 1, 31) < day)
    if part in ("中", "年中"):
        return _plain(match, date(year, 6, 1), date(year, 6, 30))
    if part in ("内", "年内", "以内", "之内"):
        return replace(_plain(match, date(year, 1, 1), date(year, 12, 31)), limit="内")
    moment = _plain(match, date(year, 12, 31), date(year, 12, 31))
    return replace(moment, past=year < day.year)


def read_whole_year(match: Words, day: date) -> Moment:
    """Read 明年起, 2027年前."""
    year = _year_of(match["year"], day) or day.year
    if _limit(match) == "前":
        return _plain(match, date(year - 1, 12, 31), date(year - 1, 12, 31))
    return _plain(match, date(year, 1, 1), date(year, 12, 31))


def read_quarter(match: Words, day: date) -> Moment:
    """Read 三季度末, 明年一季度, 本季度内."""
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


def read_half_year(match: Words, day: date) -> Moment:
    """Read 下半年, 明年上半年."""
    year = _year_of(match["year"], day) or day.year
    first, last = (
        (date(year, 1, 1), date(year, 6, 30))
        if match["which"] == "上"
        else (date(year, 7, 1), date(year, 12, 31))
    )
    return replace(_plain(match, first, last), past=last < day)


def read_holiday(match: Words, day: date) -> Moment:
    """Read 国庆节前 (last workday before the block), 节日期间 (the block), 节后 (first workday after)."""
    year = _year_of(match["year"], day)
    after = date(year, 1, 1) if year and year > day.year else day + DAY
    words = re.findall(HOLIDAY_NAMES, match["names"] or "")
    named = [block for word in words if (block := calendar.holiday_block(word, after))]
    ahead = [block for block in calendar.holiday_blocks(after) if block.start > day]
    block = min(named or ahead, key=lambda found: found.start, default=None)
    if block is None:
        return _plain(match, None, None)
    final = max((found.end for found in named), default=block.end)
    notes = [] if calendar.published(block.start.year) else [calendar.UNPUBLISHED]
    if not words and len(ahead) > 1 and (ahead[1].start - block.end).days <= 10:
        notes.append("十天内有两个假期，请核对是哪一个")
    when = match["when"] or "期间"
    when = "期间" if when.endswith("前后") else when
    limit = _holiday_limit(when)
    if limit == "前":
        first = last = calendar.last_workday_before(block)
        if last < day:
            notes.append(PAST)
    elif limit == "后":
        first = last = calendar.first_workday_after(block)
    elif limit == "起":
        first = last = block.start
    else:
        first, last = block.start, final
        notes.append(f"{first.month}月{first.day}日至{last.month}月{last.day}日")
    return Moment(match.first, match.last, first, last, limit, "；".join(notes), is_holiday=True)


def _holiday_limit(when: str) -> str:
    if when.endswith(("前", "前夕")):
        return "前"
    return "后" if when.endswith("后") else "起" if when in ("起", "开始") else "期间"


_WINTER = (11, 12, 1, 2)


def read_new_year(match: Words, day: date) -> Moment:
    """Read 年前, 过年前: before the next 春节 where that is near; at other times nobody can tell which year is meant."""
    block = calendar.holiday_block("春节", day + DAY)
    if block is None or day.month not in _WINTER or (block.start - day).days > _NEAR_NEW_YEAR:
        return replace(_plain(match, None, None), is_event=True)
    return read_holiday(Words({**match.groups, "names": "春节", "when": "前"}, match.first, match.last), day)


_NEAR_NEW_YEAR = 100
