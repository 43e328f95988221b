"""Periods: first and last day, how long it lasts, deadlines that are past, the years of known campaigns."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator

from tongzhi.anatomy.paper import Paper
from tongzhi.anatomy.patterns import make_date
from tongzhi.check.content.tables import read_rows
from tongzhi.check.days import find_days, say, year_of
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import quoted, sentence, sentences
from tongzhi.model.finding import PRACTICE
from tongzhi.word.blocks import Paragraph
from tongzhi.zh.numbers import parse_number

_TO = r"(?:起|开始)?[，,]?\s*(?:至|到|—|－|-|~|～)\s*"
_SPAN = re.compile(
    r"(?:为期|历时|共计?|利用|用时|会期)(?P<count>\d+|[一二两三四五六七八九十]+)(?P<unit>天|日|个月)"
)
_LONG_SPAN = re.compile(r"(?:为期|历时)(?P<count>\d+|[一二两三四五六七八九十]+)(?P<unit>天|日|个月)")
_LASTED = re.compile(r"历时(?P<count>\d+|[一二两三四五六七八九十]+)(?:天|日)")
_NEAR, _FAR = 16, 44
"""Characters after the last day within which 共3天, or 为期3天, is of these days."""
_SHORT = re.compile(
    rf"(?:(?P<year>\d{{4}})年)?(?P<month>\d{{1,2}})月(?P<first>\d{{1,2}})日{_TO}(?P<last>\d{{1,2}})日(?!内|前)"
)


@rule("days-and-span", clause="日期", strength="推算", source=PRACTICE)
def days_and_span(paper: Paper) -> Iterator[Remark]:
    """起止日期与“为期几天（几个月）”相符；止不早于起。"""
    year = year_of(paper) or 2000
    yield from _told_elsewhere(paper, year)
    for line, text in sentences(paper):
        for first, last in itertools.pairwise(find_days(text, year)):
            if (
                not re.fullmatch(rf"{_TO}", text[first.end : last.start])
                or first.day is None
                or last.day is None
            ):
                continue
            end = last.day
            if last.year is None and end < first.day and first.day.month >= 9 and end.month <= 6:
                end = end.replace(year=end.year + 1)  # over the turn of the year
            yield from _span(line, text, (first.start, last.end), first.day, end)
            yield from _span_before(line, text, (first.start, last.end), first.day, end)
        for match in _SHORT.finditer(text):
            begins = make_date(int(match["year"] or year), int(match["month"]), int(match["first"]))
            ends = make_date(int(match["year"] or year), int(match["month"]), int(match["last"]))
            if begins is not None and ends is not None:
                yield from _span(line, text, match.span(), begins, ends)


def _span_before(
    line: Paragraph, text: str, at: tuple[int, int], first: dt.date, last: dt.date
) -> Iterator[Remark]:
    """Hold 为期三个月 that stands before its only pair of days against them."""
    spans = list(_LONG_SPAN.finditer(text[: at[0]]))
    months = [one for one in spans if one["unit"] == "个月"]
    if len(spans) != 1 or not months or len(list(find_days(text, first.year))) != len("起止") or last < first:
        return
    lasts = (last.year - first.year) * 12 + last.month - first.month
    count = parse_number(months[0]["count"])
    if count is not None and abs(lasts - count) > 1:
        found = f"“{text[at[0] : at[1]]}”是{lasts + 1}个月上下，前面写“{months[0][0]}”"
        yield Remark(line, found, "核对起止日期和时长", quote=text.strip())


def _told_elsewhere(paper: Paper, year: int) -> Iterator[Remark]:
    """Hold 历时3天 against the one pair of days of the paper, where it stands in a sentence without days."""
    spans: list[tuple[str, int]] = []
    lasting: list[tuple[Paragraph, str, re.Match[str]]] = []
    for line, text in sentences(paper):
        for match in _SHORT.finditer(text):
            days = int(match["last"]) - int(match["first"]) + 1
            spans.append((match[0], days))
        if len(list(find_days(text, year))) > 1:
            return  # days that may be another pair
        if "月" not in text and (said := _LASTED.search(text)) is not None:
            lasting.append((line, text, said))
    if len(spans) != 1 or len(lasting) != 1:
        return
    (pair, days), (line, text, said) = spans[0], lasting[0]
    count = parse_number(said["count"])
    if count is not None and days > 0 and count not in (days, days - 1):
        found = f"前面写“{pair}”，是{days}天，这里写“{said[0]}”"
        yield Remark(line, found, f"{days}天", quote=text.strip(), strength="一般")


def _span(line: Paragraph, text: str, at: tuple[int, int], first: dt.date, last: dt.date) -> Iterator[Remark]:
    said = text[at[0] : at[1]]
    if last < first:
        yield Remark(line, f"“{said}”止早于起", "核对起止日期", quote=text.strip())
        return
    rest = text[at[1] : at[1] + _FAR]
    other = re.search(r"\d{1,2}月\d{1,2}日", rest)
    rest = rest[: other.start()] if other else rest
    span = _SPAN.search(rest[:_NEAR]) or _LONG_SPAN.search(rest)
    count = parse_number(span["count"]) if span else None
    if span is None or count is None:
        return
    if span["unit"] == "个月":
        lasts = (last.year - first.year) * 12 + last.month - first.month
        fits, right = abs(lasts - count) <= 1, f"{lasts}个月"
    else:
        lasts = (last - first).days + 1
        fits, right = count in (lasts, lasts - 1), f"{lasts}天"
    if not fits:
        yield Remark(line, f"“{said}”是{right}，写成“{span[0]}”", right, quote=text.strip())


_MONTHS = r"(?:(?P<y1>\d{4})年)?(?P<m1>\d{1,2})月份?\s*(?:至|到|—|－|-|~|～)\s*(?:(?P<y2>\d{4})年)?(?P<m2>\d{1,2})月(?!\d)"
_COUNT = r"(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,2})个月"
_MONTH_SPANS = (
    re.compile(rf"{_COUNT}(?!内|前|后)[^。；\d]{{0,14}}[（(]{_MONTHS}"),
    re.compile(rf"{_MONTHS}[）)]?[^。；\d]{{0,10}}(?:为期|历时|利用|用){_COUNT}"),
)


@rule("months-and-span", clause="日期", strength="推算", source=PRACTICE)
def months_and_span(paper: Paper) -> Iterator[Remark]:
    """起止月份与“几个月”相符（3个月的整治（2026年12月至2027年2月））。"""
    for line, text in sentences(paper):
        for pattern in _MONTH_SPANS:
            for match in pattern.finditer(text):
                first, last = int(match["m1"]), int(match["m2"])
                years = (
                    int(match["y2"]) - int(match["y1"]) if match["y1"] and match["y2"] else int(last < first)
                )
                lasts = years * 12 + last - first + 1
                count = parse_number(match["count"].replace("两", "二"))
                if count is not None and lasts > 0 and count not in (lasts, lasts - 1):
                    found = f"{match['m1']}月到{match['m2']}月是{lasts}个月，写成“{match['count']}个月”"
                    yield Remark(line, found, f"{lasts}个月", quote=text.strip())


_BEFORE = re.compile(r"\s*(?:(?:上午|下午)?\d{1,2}[:：时点]\d{0,2}分?)?(?:之)?前(?![的后夕述沿期期])")
_MONTH_BEFORE = re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?:底|末)?(?:之)?前(?![的后夕述沿期])")
_AHEAD = re.compile(r"请|由|负责|牵头|要|须|务必|限于|确保|力争|负责|报送|完成|整改|反馈|上报")
_PAST = re.compile(
    r"已|曾|应于|原定|原计划|未|逾期|超期|仍|当时|截至|以来|去年|上年|要求[^，。；]{0,12}$|规定|提前"
)
_ORDERS = re.compile(r"(?:通知|通报|方案|意见|函|纪要|通告|计划|要点|批复|决定|公告|安排|打算|总结)$")


@rule("deadline-past", clause="日期", strength="一般", source=PRACTICE)
def deadline_past(paper: Paper) -> Iterator[Remark]:
    """要求办的事，期限不早于成文日期（“请于11月15日前报送”，成文是11月24日）。"""
    titled = re.sub(r"《[^》]*》", "", paper.title_text)
    issued = paper.day or _held(paper)
    if issued is None or not (_ORDERS.search(titled) or "纪要" in paper.mark_text):
        return
    for line in paper.running:
        for start, end, words in _past_deadlines(line.text, issued):
            whole = sentence(line.text, start, end)
            if _AHEAD.search(whole) and not _PAST.search(whole) and not quoted(line.text, start):
                found = f"期限“{words}”早于{'成文日期' if paper.day else '会议日期'} {say(issued)}"
                yield Remark(line, found, "核对期限", quote=whole)


def _held(paper: Paper) -> dt.date | None:
    """Give the day of the meeting that minutes without a date of their own tell of first."""
    if "纪要" not in paper.title_text + paper.mark_text:
        return None
    for line in paper.body[:2]:
        for mention in find_days(line.text, None):
            if mention.year is not None and mention.day is not None:
                return mention.day
    return None


def _past_deadlines(text: str, issued: dt.date) -> Iterator[tuple[int, int, str]]:
    for mention in find_days(text, issued.year):
        turned = mention.year is None and issued.month >= 10 and mention.month <= 4
        told_year = mention.year is not None and mention.day is not None and mention.day.year < issued.year
        this_year = mention.day is not None and mention.day.year == issued.year
        if mention.day is None or turned or not (this_year or told_year) or mention.day >= issued:
            continue
        if after := _BEFORE.match(text, mention.end):
            yield mention.start, after.end(), mention.text + after[0].strip()
    for match in _MONTH_BEFORE.finditer(text):
        if (int(match["year"]), int(match["month"])) < (issued.year, issued.month) and 1 <= int(
            match["month"]
        ) <= 12:
            yield *match.span(), match[0]


_BY_YEAR = re.compile(r"(?:^|[，。；、（])(?:力争|确保)?到(?P<year>20\d{2})年[底末]?[，,]?(?!的|以前|之前)")


@rule("target-year-past", clause="年份", strength="一般", source=PRACTICE)
def target_year_past(paper: Paper) -> Iterator[Remark]:
    """“到某年”的目标年份不早于成文那一年（说已经做到的不报）。"""
    if paper.day is None or not _ORDERS.search(re.sub(r"《[^》]*》", "", paper.title_text)):
        return
    for line in paper.running:
        for match in _BY_YEAR.finditer(line.text):
            whole = sentence(line.text, *match.span())
            if (
                int(match["year"]) < paper.day.year
                and not _PAST.search(whole)
                and not quoted(line.text, match.start())
            ):
                found = f"目标年份{match['year']}年早于成文的{paper.day.year}年"
                yield Remark(line, found, "核对年份", quote=whole)


_YEARS = r"[）)”]{0,2}[^。；，（(]{0,8}[（(](?P<first>20\d{2})年?\s*(?:—|－|-|–|至|~|～)\s*(?P<last>20\d{2})年?[）)]"
_COUNTED = re.compile(rf"(?P<count>[两三四五])年(?:行动|规划|计划|攻坚)(?:方案|计划|纲要)?{_YEARS}")


@rule("campaign-years", clause="年份", strength="一般", source=PRACTICE)
def campaign_years(paper: Paper) -> Iterator[Remark]:
    """三年行动、五年规划的起止年份（表在 corpus/check/periods.tsv；表外的只核有几年）。"""
    known = [
        (re.compile(f"{name}{_YEARS}"), first, last, source)
        for name, first, last, source in read_rows("periods.tsv")
    ]
    for line in paper.running:
        told = False
        for pattern, first, last, source in known:
            for match in pattern.finditer(line.text):
                if (match["first"], match["last"]) != (first, last):
                    found = f"“{match[0]}”的起止年份是 {first}—{last} 年（{source}）"
                    yield Remark(line, found, f"{first}—{last}年", quote=sentence(line.text, *match.span()))
                    told = True
        for match in () if told else _COUNTED.finditer(line.text):
            lasts = int(match["last"]) - int(match["first"]) + 1
            count = parse_number(match["count"].replace("两", "二"))
            if lasts != count:
                found = f"“{match['count']}年”写成 {match['first']}—{match['last']} 年，是 {lasts} 年"
                yield Remark(line, found, "核对起止年份", quote=sentence(line.text, *match.span()))
