"""What is told as past against the day of the paper, and spans that run backwards."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from tongzhi.anatomy.paper import Paper
from tongzhi.anatomy.patterns import make_date
from tongzhi.check.days import say
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import quoted, sentence
from tongzhi.model.finding import PRACTICE
from tongzhi.zh.numbers import parse_number

_DAY = re.compile(
    r"(?:^|[，。；：:“（]|自|于|在)(?:(?P<year>20\d{2})年|今年)(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|(?P<third>[上中下])旬)(?![前起内至到—－-])"
)
_HAPPENED = re.compile(
    r"发生|主持召开(?!的)|组织召开|召开了|进行了|监督检查|检查发现|检查时|造成|遭遇|接到|收到|作出了?|突然|死亡|受伤|出现|印发了|开展了|实施了|调查组|坠落|起火"
)
_TO_COME = re.compile(
    r"将|拟|请|定于|预计|计划|起施行|起执行|之前|以前|要(?!求)|须|届时|如(?!下)|举行|力争|确保|若"
)
_THIRD = {"上": 1, "中": 11, "下": 21}


@rule("told-before", clause="日期", strength="一般", source=PRACTICE)
def told_before(paper: Paper) -> Iterator[Remark]:
    """说已经发生的事（检查、会议、事故、汛情），日子不晚于成文日期。"""
    if paper.day is None:
        return
    for line in paper.body:
        for match in _DAY.finditer(line.text):
            whole = sentence(line.text, match.start("month"), match.end())
            day = make_date(
                int(match["year"] or paper.day.year),
                int(match["month"]),
                int(match["day"]) if match["day"] else _THIRD[match["third"]],
            )
            if day is None or day <= paper.day or quoted(line.text, match.start("month")):
                continue
            head = whole[: whole.find(match[0][-6:]) + 80]
            if _HAPPENED.search(head) and not _TO_COME.search(head):
                said = match[0].lstrip("，。；：:“（自于在")
                yield Remark(line, f"“{said}”的事晚于成文日期 {say(paper.day)}", "核对日期", quote=whole)
                return


_PERIOD = re.compile(
    r"(?P<year>20\d{2})年(?:度)?(?P<part>上半年|下半年|第?[一二三四]季度|(?P<m1>\d{1,2})(?:月)?[—－-]+(?P<m2>\d{1,2})月|(?P<month>\d{1,2})月份?)?"
)
_REPORTED = re.compile(
    r"(?:情况|工作|整改|执行|进展)(?:情况)?的?(?:报告|通报|总结|汇报)$|工作总结$|情况通报$"
)
_STARTS = {"上半年": 1, "下半年": 7, "一": 1, "二": 4, "三": 7, "四": 10}


@rule("reported-before", clause="日期", strength="一般", source=PRACTICE)
def reported_before(paper: Paper) -> Iterator[Remark]:
    """报告、通报、总结的是哪一段时间，成文日期就不在它前头（标题“2026年上半年……报告”，成文在2025年）。"""
    title = re.sub(r"《[^》]*》", "", paper.title_text)
    match = _PERIOD.search(title)
    if paper.day is None or match is None or not _REPORTED.search(title):
        return
    part = match["part"] or ""
    starts = int(
        match["m1"]
        or match["month"]
        or _STARTS.get(part, 0)
        or next((month for word, month in _STARTS.items() if word in part), 1)
    )
    first = make_date(int(match["year"]), starts, 1)
    if first is not None and paper.day < first and paper.date is not None:
        yield Remark(paper.date, f"标题说的是{match[0]}，成文日期是 {say(paper.day)}", "核对成文日期的年份")


_MONTHS = re.compile(
    r"(?P<year>20\d{2})年(?P<m1>\d{1,2})月(?:份)?\s*(?:至|到|—|－|-)\s*(?P<m2>\d{1,2})月(?!\d)(?!\d{0,2}日)"
)
_HOURS = re.compile(
    r"(?<![\d月])(?P<h1>\d{1,2})时(?P<n1>\d{1,2})?分?\s*(?:至|到|—|－)\s*(?P<next>次日|翌日|第二天)?(?P<h2>\d{1,2})时(?P<n2>\d{1,2})?分?"
)
_YEARS = re.compile(
    r"(?:自|从)(?P<y1>20\d{2})年(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日起(?:施行|执行|实施|生效)?[，,]?(?:有效期|试行期|期限|任期)(?:为)?(?P<count>\d{1,2}|[一二两三四五六七八九十])年[，,]?(?:至|到)(?P<y2>20\d{2})年(?P<m2>\d{1,2})月(?P<d2>\d{1,2})日"
)


@rule("span-reversed", clause="日期", strength="一般", source=PRACTICE)
def span_reversed(paper: Paper) -> Iterator[Remark]:
    """起止月份、钟点，止不早于起（“2026年4月至2月”“6时至5时30分”；跨年、夜班的除外）；有效期几年与起止日期相符。"""
    for line in paper.running:
        text = line.text
        for match in _MONTHS.finditer(text):
            if int(match["m2"]) < int(match["m1"]):
                yield Remark(
                    line,
                    f"“{match[0]}”止早于起",
                    "核对月份（跨年的写出“次年”）",
                    quote=sentence(text, *match.span()),
                )
        for match in _HOURS.finditer(text):
            first, last = (int(match[f"h{n}"]) * 60 + int(match[f"n{n}"] or 0) for n in (1, 2))
            night = int(match["h1"]) >= 16 and int(match["h2"]) <= 12
            if last < first and not match["next"] and not night:
                yield Remark(
                    line, f"“{match[0]}”止早于起", "核对起止时间", quote=sentence(text, *match.span())
                )
        for match in _YEARS.finditer(text):
            yield from (
                Remark(line, found, right, quote=sentence(text, *match.span()))
                for found, right in _valid(match)
            )


def _valid(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    first, last = (make_date(*(int(match[f"{part}{n}"]) for part in "ymd")) for n in (1, 2))
    count = parse_number(match["count"].replace("两", "二"))
    if first is None or last is None or count is None:
        return
    try:
        whole = first.replace(year=first.year + int(count))
    except ValueError:  # 29 February
        return
    if last not in (whole, whole - dt.timedelta(days=1)):
        yield (
            f"自{say(first)}起{match['count']}年，写成至{say(last)}",
            f"至{say(whole - dt.timedelta(days=1))}",
        )
