"""Times of a meeting against each other: day, clock, deadlines of replies and materials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tongzhi.anatomy.paper import Paper
from tongzhi.check.days import Mention, find_days, say, year_of
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import sentence
from tongzhi.model.finding import PRACTICE
from tongzhi.word.blocks import Paragraph

_MEETING = re.compile(
    r"(?:会议|召开|开会|培训|演练|活动|考试|竞赛|比赛|观摩|集训)时间|^[（(]?[一二三四五六七八九十\d]*[）)、.．]?\s*时间[：:]"
)
_HELD = re.compile(r"(?:定于|决定于|拟于|将于|兹定于)(?=[^。；]{0,60}(?:召开|举行|举办))")
_REPLY = re.compile(r"回执|报名|参会人员名单|参会名单|报送名单|人员名单|参会人员信息")
_MATERIAL = re.compile(r"发言材料|会议材料|书面材料|汇报材料|交流材料")
_TEST = re.compile(r"调试|测试|联调|试线")
_KINDS = (("报名（回执）截止", _REPLY), ("报送材料截止", _MATERIAL), ("设备调试", _TEST))


@dataclass(frozen=True, slots=True)
class Event:
    """A thing that happens on a day: the meeting or a deadline before it."""

    name: str
    line: Paragraph
    mention: Mention


def meeting_of(paper: Paper) -> Event | None:
    """Give the meeting that a notice calls, with its day."""
    return next(_meetings(paper), None)


def _meetings(paper: Paper) -> Iterator[Event]:
    year = year_of(paper)
    lines = [line for line in paper.body if line.in_body]
    for position, line in enumerate(lines):
        text = line.text
        label = _MEETING.search(text.strip())
        held = _HELD.search(text)
        if label is None and held is None:
            continue
        start = held.end() if held else text.find(label[0]) if label else 0
        mention = next((one for one in find_days(text, year) if one.start >= start), None)
        if mention is None and label is not None and position + 1 < len(lines) and len(line.stripped) <= 14:
            line = lines[position + 1]  # noqa: PLW2901  the label stands alone, its day in the next paragraph
            mention = next(find_days(line.text, year), None)
        if mention is not None and (held is None or mention.start - held.end() <= 8 or label is not None):
            yield Event("会议", line, mention)


def deadlines(paper: Paper) -> Iterator[Event]:
    """Give the deadlines before the meeting: reply, materials, test."""
    year = year_of(paper)
    for line in paper.body:
        for part in re.finditer(r"[^。；\n]+", line.text):
            for name, pattern in _KINDS:
                if pattern.search(part[0]) is None:
                    continue
                for mention in find_days(line.text, year):
                    inside = part.start() <= mention.start < part.end()
                    after = line.text[mention.end : mention.end + 10]
                    if inside and re.match(
                        r"[^，。；]{0,6}前|之前|[^，。]{0,4}(?:进行|开展|组织)?(?:调试|测试|联调)", after
                    ):
                        yield Event(name, line, mention)
                        break
                break


def _is_meeting_notice(paper: Paper) -> bool:
    """Whether the paper calls a meeting; one that passes on a plan to carry out what a meeting said calls none."""
    title = re.sub(r"《[^》]*》", "", paper.title_text)
    return bool(re.search(r"会.{0,20}通知$", title)) and not re.search(
        r"精神|印发|转发|批转|贯彻|落实", title
    )


@rule("two-meeting-dates", clause="时间", strength="规定", source=PRACTICE)
def two_meeting_dates(paper: Paper) -> Iterator[Remark]:
    """同一会议的日期、时刻前后一致。"""
    if not _is_meeting_notice(paper):
        return
    held = list(_meetings(paper))
    for event in held[1:]:
        first = held[0].mention
        mention = event.mention
        days = (first.month, first.dom) != (mention.month, mention.dom)
        times = first.minutes is not None and mention.minutes is not None and first.minutes != mention.minutes
        if days or times:
            yield Remark(
                event.line, f"前面写会议在“{first.text}”，这里是“{mention.text}”", "两处写同一时间",
                quote=sentence(event.line.text, mention.start, mention.end),
            )  # fmt: skip


@rule("one-date-two-events", clause="时间", strength="一般", source=PRACTICE)
def one_date_two_events(paper: Paper) -> Iterator[Remark]:
    """报名、报材料、调试与会议写成同一天同一时刻（或同一天而没有时刻），多半有一处写错。"""
    meeting = meeting_of(paper)
    if meeting is None:
        return
    for event in deadlines(paper):
        one, other = meeting.mention, event.mention
        if event.line is meeting.line and other.start == one.start:
            continue
        same_day = one.day is not None and one.day == other.day
        if same_day and (other.minutes is None or one.minutes is None or other.minutes == one.minutes):
            found = f"{event.name}与会议都在{one.month}月{one.dom}日"
            yield Remark(
                event.line,
                found,
                "核对，截止时间应早于会议",
                quote=sentence(event.line.text, other.start, other.end),
            )


@rule("deadline-after-meeting", clause="时间", strength="规定", source=PRACTICE)
def deadline_after_meeting(paper: Paper) -> Iterator[Remark]:
    """报名、报材料、调试的时间不晚于会议。"""
    meeting = meeting_of(paper)
    if meeting is None or meeting.mention.day is None:
        return
    for event in deadlines(paper):
        day, minutes = event.mention.day, event.mention.minutes
        if day is None:
            continue
        later = day > meeting.mention.day or (
            day == meeting.mention.day
            and minutes is not None
            and meeting.mention.minutes is not None
            and minutes > meeting.mention.minutes
        )
        if later:
            found = f"{event.name}“{event.mention.text}”晚于会议“{meeting.mention.text}”"
            yield Remark(
                event.line, found, f"改到 {say(meeting.mention.day)} 会议之前",
                quote=sentence(event.line.text, event.mention.start, event.mention.end),
            )  # fmt: skip


_ENTRY = re.compile(
    r"(?<!日)(?<!\d)(?P<hour>\d{1,2})[:：](?P<minute>\d{2})(?:之)?前(?:全部|统一)?(?:入场|签到|到会|就座|入座|报到|到场|进场|到达会场)"
)
_CHECK_IN = re.compile(r"^[^。；\d]{0,8}(?:报到|签到)")


@rule("entry-after-start", clause="时间", strength="一般", source=PRACTICE)
def entry_after_start(paper: Paper) -> Iterator[Remark]:
    """入场、签到、报到的时间不晚于开始的时间。"""
    meeting = meeting_of(paper)
    if meeting is None or meeting.mention.day is None:
        return
    clocks = [
        event.mention.minutes
        for event in _meetings(paper)
        if event.mention.day == meeting.mention.day and event.mention.minutes is not None
    ]
    starts = clocks[0] if clocks else None
    for line in paper.body:
        for match in _ENTRY.finditer(line.text):
            entry = int(match["hour"]) * 60 + int(match["minute"])
            if starts is not None and starts < entry < starts + 240:
                found = f"“{match[0]}”晚于开始时间“{meeting.mention.text}”"
                yield Remark(line, found, "核对时间", quote=sentence(line.text, *match.span()))
        for mention in find_days(line.text, year_of(paper)):
            late = mention.day is not None and mention.day > meeting.mention.day
            if late and _CHECK_IN.match(line.text[mention.end :]):
                found = f"报到“{mention.text}”晚于开始的“{meeting.mention.text}”"
                yield Remark(line, found, "核对日期", quote=sentence(line.text, mention.start, mention.end))


@rule("meeting-time", clause="时间", strength="一般", source=PRACTICE)
def meeting_time(paper: Paper) -> Iterator[Remark]:
    """会议时间要写明年份和几点。"""
    if not _is_meeting_notice(paper):
        return
    for event in _meetings(paper):
        text = event.line.text
        if not _MEETING.search(text.strip()) and event.line.text.find("时间") < 0:
            continue
        mention = event.mention
        quote = sentence(text, mention.start, mention.end)
        rest = text[mention.end : mention.end + 24]
        if mention.minutes is None and not re.search(
            r"\d\s*[时点:：]|[一二三四五六七八九十]+\s*[时点]", rest
        ):
            yield Remark(
                event.line, f"会议时间“{mention.text}”没有写几点", f"{mention.text}上午9:00", quote=quote
            )
        if mention.year is None and year_of(paper) is None:
            yield Remark(
                event.line, f"会议时间“{mention.text}”没有年份", f"××××年{mention.text}", quote=quote
            )
        elif mention.year is None and not any(
            one.year for other in _meetings(paper) for one in (other.mention,) if other is not event
        ):
            yield Remark(
                event.line,
                f"会议时间“{mention.text}”没有年份",
                f"{year_of(paper)}年{mention.text}",
                quote=quote,
            )


@rule("meeting-place", clause="时间地点", strength="一般", source=PRACTICE)
def meeting_place(paper: Paper) -> Iterator[Remark]:
    """会议通知要写明时间和地点。"""
    if (
        not _is_meeting_notice(paper)
        or not paper.body
        or re.search("改期|变更|取消|补充|调整|延期", paper.title_text)
    ):
        return
    text = "".join(line.text for line in paper.everything)
    if not re.search(r"地点|会议室|会场|礼堂|线上|腾讯会议|视频会议系统|会议中心|报告厅", text):
        yield Remark(paper.title[-1], "会议通知没有写地点", "写明会议地点，具体到会议室")
    said = "".join(
        line.text for line in paper.everything if line is not paper.date and line not in paper.imprint
    )
    if not re.search(r"\d+\s*月\s*\d+\s*日|时间", said):
        yield Remark(paper.title[-1], "会议通知没有写时间", "写明年、月、日、星期和几点")
