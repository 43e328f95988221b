"""The day that a phrase means: 9月30日前, 月底, 本周五, 明天下班前, 国庆节前, 二季度末, each with a given day.

Conventions: a week begins on Monday (ISO 8601); 月底 is the last day of the month, 上旬 ends on the 10th, 中旬 on
the 20th; 国庆节前 is the last workday before the block of rest days; a date without a year is the nearest to come.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from tongzhi.zh.days import (
    HOLIDAY_NAMES,
    LIMITS,
    Moment,
    Words,
    read_bare_day,
    read_festival,
    read_half_year,
    read_holiday,
    read_lunar_day,
    read_month,
    read_month_day,
    read_near_day,
    read_new_year,
    read_quarter,
    read_this_month,
    read_week,
    read_whole_year,
    read_year_end,
)  # fmt: skip
from tongzhi.zh.festivals import festival_names

DIGITS = r"(?:[0-9０-９]{1,4}|[〇零○一二两三四五六七八九十廿卅]{1,5})"
_MARK = r"(?:[*＊×]{1,4}|[Xx]{1,4}|某)"
_PART = "(?:凌晨|清晨|清早|一早|早上|早晨|早间|上午|中午|正午|午间|下午|午后|傍晚|晚上|晚间|夜间|夜里|半夜|午夜|早|晚)"
CLOCK = rf"(?:{DIGITS}[点时](?:整|钟|半|[一三]刻|{DIGITS}分?)?(?!多)|[0-2]?[0-9][:：][0-5][0-9])"
HOURS = rf"(?:{_PART}?{CLOCK}|{_PART})"
_ACT = "(?:下班|上班|放学|上课|收工|熄灯|供暖|供热|天黑|交班|开学|开工|复工|召开会议|会议)"
LIMIT = "(?:之前|以前|前夕|前(?!后)|之内|以内|内|里|为止|截止|止|起|开始|以后|之后|后|期间)"
_SHARE = r"(?:1/(?:[2-9]|10)|2/[357]|3/[4578]|4/[579]|5/[6-9]|7/(?:[89]|10)|[89]/(?:9|10))(?![0-9])(?!上午|下午|晚上|早上|前|之|起|至|开|到|截)"
"""Fractions; 1/3 can be the third of January where an hour or a limit follows."""
_WEEKDAY = "(?:[（(](?:星期|周)[一二三四五六日天][）)])"
_TAIL = rf"(?P<hours>{HOURS})?(?:(?:的时候)?(?P<act>{_ACT})(?={LIMIT}))?(?P<limit>{LIMIT})?"
_YEAR = r"(?P<year>(?:[12][0-9]{3}|[12２][０-９]{3}|[一二][〇零○一二三四五六七八九]{3})年|今年|明年|后年|来年|次年|翌年|本年度|本年|去年|前年)"
BEFORE_FEAST = (
    "[在于到至从要须应是和及对把前今明局委办部府区县市镇乡村位门业校院所站队组人们家导员级都也再就请]"
)
"""What may stand before 节前 as a word of its own; 电影节前 is another feast."""
_HOLIDAY = rf"[“\"]?(?:{HOLIDAY_NAMES})[”\"]?节?"
_DURING = "期间|前后|之前|以前|前夕|到来之?前|来临之?前|前|之后|以后|后|当天|里|内|开始之?前|起|开始"

Build = Callable[[Words, date], Moment]
_FORMS: tuple[tuple[str, str, Build], ...] = (
    (
        "月",
        rf"{_YEAR}?(?P<month>{DIGITS})月(?:份)?的?(?:(?P<begin>{DIGITS})[日号]?(?:—{{1,2}}|[-~～至到、]))?(?P<day>{DIGITS})[日号](?:{_WEEKDAY}|(?:星期|周|礼拜)[一二三四五六日天])?(?:当天)?",
        read_month_day,
    ),
    (
        "-./",
        r"(?P<year>[12][0-9]{3})[-./](?P<month>[01]?[0-9])[-./](?P<day>[0-3]?[0-9])(?![0-9])",
        read_month_day,
    ),
    (
        "月",
        rf"{_YEAR}?(?<![0-9〇零一二三四五六七八九十第])(?<![0-9一二三四五六七八九十][、—至到-])(?P<month>{DIGITS})月(?P<third>[上中]、下旬|上、中旬|上旬|中上旬|中下旬|中旬|下旬|底|末|初|中(?![^\W\x00-\xff])|(?=份|{LIMIT}|[^一-鿿饼嫂坛])|(?=[^\W\x00-\xff]))(?:份)?",
        read_month,
    ),
    (
        "月初十廿",
        r"(?P<year>)(?:农历|阴历|旧历)?的?(?P<lunar>正月|腊月|冬月|(?<=历)[二三四五六七八九十]{1,2}月)(?P<lunar_day>初[一二三四五六七八九十]|廿[一二三四五六七八九]|[一二三]?十[一二三四五六七八九]?|十)(?!日)(?:当天)?",
        read_lunar_day,
    ),
    (
        "月腊正冬",
        rf"(?P<year>)(?P<lunar>正月|腊月|冬月)(?:里)?(?P<lunar_day>底|末|初)?(?={LIMIT}|底|末|初)(?P<part>底|末|初)?",
        read_lunar_day,
    ),
    (
        "廿卅",
        r"(?P<day>廿[一二三四五六七八九]?|卅)(?![0-9一二三四五六七八九十天个家座处条项人名万千百])(?:[日号])?",
        read_bare_day,
    ),
    (
        # 12日下班前, 于26号搭起来: the day of this month or the next, where a clause begins with it
        "日号",
        rf"(?:(?<![0-9〇零一二三四五六七八九十月第])(?P<day>{DIGITS})[日号](?={_ACT}(?:{LIMIT}))|(?<=[在于，、])(?<![0-9]、)(?P<day2>[12]?[0-9]|3[01])[日号](?=[^\W\x00-\xff])(?![以的起至到上下中、线楼路机门库井桥院厂栋塔炉泵车煤矿]))",
        read_bare_day,
    ),
    (
        "/",
        rf"(?<![0-9/])(?P<year>)(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9/])(?={LIMIT}|日)",
        read_month_day,
    ),
    (
        # 12/5请厂商来, 发放是9/6: a day as it is written in lists; 1/3的企业, 占3/8 are shares
        "/",
        rf"(?<![0-9A-Za-z/.＋+])(?<![占约超达过近率第])(?P<year>)(?!{_SHARE})(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12][0-9]|0?[1-9])(?:[（(][一二三四五六日][）)])?(?![0-9/%％A-Za-z])(?!的?(?:以上|左右|多|人数|时间|比例))",
        read_month_day,
    ),
    (
        # 二十六号晚上八点, 15号上午: a day of this month or the next with its hour
        "日号",
        rf"(?<![0-9〇零一二三四五六七八九十廿月第路街楼栋幢线])(?P<day>{DIGITS})[日号](?={HOURS}(?!班|高峰|市))",
        read_bare_day,
    ),
    (
        # 演练定在28号, 改到30号吧, 是18日验收: after a word that sets a day
        "日号",
        rf"(?<=[定排改推挪放约订][在到于至成为])(?P<day>{DIGITS})[日号](?![楼线路机门库井桥院厂])",
        read_bare_day,
    ),
    ("日号", rf"(?<=[，,]是)(?P<day>{DIGITS})[日号](?![楼线路机门库井桥院厂])", read_bare_day),
    (
        # 二十二号到场, 就5号交: where what is done on it follows
        "号",
        rf"(?<![0-9A-Za-z〇零一二三四五六七八九十廿月第路街楼栋幢线])(?P<day>{DIGITS})号(?=(?:就|要|会|必须|先|再)?(?:到场|到位|到岗|报到|报上来|报给|交上来|交给|交表|开会|开始|集合|出发|进场|上线|发布|完成|交付|交货|出图|出结果|搬|验收|复查|截止|回头|检查|抽查|复核|开|去|来|交|报|办))",
        read_bare_day,
    ),
    (
        "到至",
        r"(?P<year>)(?<=[到至])(?P<festival>{festival})(?![^\W\x00-\xff]?[期节])",
        read_festival,
    ),
    (
        "节日夜会月暑寒露分至春夏秋冬满种降蛰谷双元腊年周重七八六五三灯宵阳夕小伏",
        rf"{_YEAR}?(?P<festival>{{festival}})(?:节|当日|当天|那天|这天)?(?=(?:{LIMIT}|到来|来临|当天|当日))(?:到来|来临)?",
        read_festival,
    ),
    (
        "月",
        rf"(?P<which>本月|当月|次月|这个月|下个月|下月|上个月|上月)(?:份)?(?:的?(?P<day>{DIGITS})[日号]|(?P<third>上旬|中旬|下旬|底|末|初|中(?![^\W\x00-\xff])))?",
        read_this_month,
    ),
    (
        "月",
        r"(?P<which>)(?P<day>)(?<![0-9〇零一二三四五六七八九十个每本当每季逐按])(?P<third>月底|月末|月初|月中|上半月|下半月|月(?=内))",
        read_this_month,
    ),
    (
        "旬",
        rf"(?P<which>)(?P<day>)(?<![月一二三四五六七八九十0-9每])(?P<third>上旬|中旬|下旬)(?={LIMIT}|底|末|[完开进报组召办])",
        read_this_month,
    ),
    (
        "日号",
        rf"(?<![0-9〇零一二三四五六七八九十月第])(?P<day>{DIGITS})[日号](?={HOURS}?{LIMIT})",
        read_bare_day,
    ),
    (
        "周期拜",
        r"(?P<which>本|这个?|下下个?|下个?|上个?)(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末底]|内(?!部))?",
        read_week,
    ),
    (
        "周期拜",
        r"(?P<which>)(?<![每一二两三四五六七八九十几0-9上下本这个])(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末])(?![^\W\x00-\xff]{0,2}工作)",
        read_week,
    ),
    (
        "天日晚早起始晨夜",
        r"(?P<word>大后天|(?:[今明后昨前][天日]|[今明昨后](?=[早晚晨夜])|今明两[天日]|即日(?=起)|现在(?=起|开始)|今早|今晨))",
        read_near_day,
    ),
    ("周", r"(?<![一二两三四五六七八九十0-9几每本这下上])周(?P<weekday>内)(?!部)", read_week),
    ("班", r"(?P<word>下班)(?P<limit>之前|以前|前)", read_near_day),
    (
        "年",
        rf"(?:{_YEAR}(?P<part>年底|年末|年内|年初|年中|底|末|之内|以内|内|初|中(?![^\W\x00-\xff])))",
        read_year_end,
    ),
    (
        "年",
        rf"(?P<year>)(?<![0-9一二三四五六七八九十两几近今明去前同当每半往历]){'(?P<part>年底|年末|年内|年初|年中)'}",
        read_year_end,
    ),
    ("年", rf"{_YEAR}(?={LIMIT})", read_whole_year),
    (
        "季",
        rf"(?:{_YEAR}的?第?|第|(?=本|这个|下|(?<=[于在，到])[一二三四1-4]季度(?!以来|我?[省市县区]|[GＧ]|的)|[一二三四1-4]季度(?:[末底前内之以，。、]|$|开展|完成|组织|启动|建成|验收|投用|实施|拿出|出台|每[家个县区乡镇所]|各))|(?=季度?[末底]))(?P<which>[一二三四1-4]|本|这个|下个?|)季度?(?P<part>末|底|结束|内)?",
        read_quarter,
    ),
    ("半", rf"{_YEAR}?(?P<which>[上下])半年(?P<part>底|末)?", read_half_year),
    (
        # 年前 in winter is before the New Year of the lunar calendar; 三年前 and 多年前 tell of the past
        "年",
        r"(?P<names>)(?<![0-9〇零一二两三四五六七八九十百千几多半数今去明后前本当每近往历早若整周两])(?:大?过)?年(?P<when>之前|以前|前)(?![^\W\x00-\xff]{0,2}(?:已经?|曾|就已|发生|那))",
        read_new_year,
    ),
    (
        "节假前后间天里内起开",
        rf"{_YEAR}?(?P<names>{_HOLIDAY}(?:[、和与及]?{_HOLIDAY})*)(?:(?:[一二三五七八3578]天|小?长假|假期|假日|黄金周|放假|假)?(?P<when>{_DURING})|(?P<whole>[一二三五七八3578]天|小?长假|假期|假日|黄金周))",
        read_holiday,
    ),
    (
        "节假前后间天里内",
        rf"(?P<names>)(?<![季环细情章关调礼佳双两])(?P<when>节(?:日|假日)?(?:{_DURING})|(?:节假期|小?长假|假期|放假|黄金周)(?:{_DURING})|收假后)",
        read_holiday,
    ),
)
"""Marks of which one must stand in the text (so that most forms are never compiled), the form, its meaning."""


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form.replace("{festival}", festival_names()) if "{festival}" in form else form)


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
            if build not in (read_holiday, read_new_year) and (rest := tail.match(text, end)):
                groups, end = {**rest.groupdict(), **groups}, rest.end()
            match = Words(groups, core.start(), end)
            found.append(_undated(match, build) if day is None else _dated(match, build, day))
    return longest(found)


def _dated(match: Words, build: Build, day: date) -> Moment:
    try:
        return build(match, day)
    except (ValueError, OverflowError):  # beyond the last year that the calendar has
        return _undated(match, build)


def _undated(match: Words, build: Build) -> Moment:
    year = match["year"] or ""
    if build is read_month_day and year[:1] in ("1", "2", "一", "二"):
        return build(match, _SOME_DAY)
    if build is read_holiday:
        return Moment(
            match.first,
            match.last,
            limit=LIMITS.get((match["when"] or "期间")[-1], "期间"),
            is_holiday=True,
        )
    moment = build(match, _SOME_DAY)
    past = moment.past and build in (read_near_day, read_week, read_this_month)
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
