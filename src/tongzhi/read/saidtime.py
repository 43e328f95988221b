"""Days and clock times as papers typed by hand say them → ISO, with what is odd about them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time

_NUMERALS = "〇○零一二三四五六七八九"
_FULL = re.compile(
    r"(二[〇○零][〇○零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
DAY = r"(?:(?P<y>\d{4})\s*[年.\-/]\s*)?(?P<m>\d{1,2})\s*[月.\-/]\s*(?P<d>\d{1,2})\s*[日号]?"
_WEEKDAY = r"(?:\s*[（(]?\s*(?:星期|周|礼拜)(?P<w>[一二三四五六日天])\s*[）)]?|\s*[）)](?=\s*(?:凌晨|早上|早晨|上午|中午|下午|晚|\d)))?"
_CLOCK = r"(?:\s*[，,]?\s*(?P<half>凌晨|早上|早晨|上午|中午|下午|晚上|晚)?\s*(?P<h>\d{1,2}|[一二三四五六七八九十两]{1,3})\s*(?:[:：]\s*(?P<min>\d{2})|[时点]\s*(?:(?P<min2>\d{1,2}|[一二三四五六七八九十]{1,3})\s*分?|(?P<part>半|整|钟|一刻|三刻))?))?"
_MOMENT = re.compile(rf"{DAY}{_WEEKDAY}{_CLOCK}")
_UNTIL = re.compile(
    r"\s*(?:[—–\-－~～至到]+)\s*(?P<half>上午|中午|下午|晚上)?\s*(?P<h>\d{1,2})\s*[:：时点]\s*(?P<min>\d{2})?分?"
)
_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Said:
    """A moment as a paper says it.

    Attributes:
        value: ISO day, or day and time; as written when the year is nowhere to be found.
        start: where it begins in the text.
        end: where it ends.
        until: ISO time at which it ends, of 9:00—11:00.
        odd: what is wrong about it: a weekday of another day, 下午16:00.
    """

    value: str
    start: int
    end: int
    until: str = ""
    odd: str = ""


def arabic(text: str) -> str:
    """Give 2018年11月2日 for 二〇一八年十一月二日 wherever it stands; the rest as it is."""

    def put(found: re.Match[str]) -> str:
        year = "".join(str(max(0, _NUMERALS.index(mark) - 2)) for mark in found[1])
        return f"{year}年{_small(found[2])}月{_small(found[3])}日"

    return _FULL.sub(put, text)


def _small(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, mark, ones = text.replace("两", "二").partition("十")
    digit = {word: number for number, word in enumerate("零一二三四五六七八九")}
    if not mark:
        return digit[text.replace("两", "二")]
    return (digit[tens] if tens else 1) * 10 + (digit[ones] if ones else 0)


def find_said(text: str, near: date | None = None, *, with_clock: bool = False) -> Said | None:
    """Give the first day in a text, with its time if it has one.

    Args:
        text: the words.
        near: a day of the same paper; one without a year takes its year, or the next if that lies further ahead than
            behind (a meeting in January in a paper of December).
        with_clock: only a day with a time counts, if there is any.
    """
    text = arabic(text)
    found = [one for one in _MOMENT.finditer(text) if _is_day(one)]
    if with_clock:
        found = [one for one in found if one["h"]] or found
    if not found:
        return None
    hit = found[0]
    year = int(hit["y"]) if hit["y"] else _year(hit, near)
    if year is None:
        return Said(hit[0].strip(), hit.start(), hit.end())
    try:
        day = date(year, int(hit["m"]), int(hit["d"]))
    except ValueError:
        return Said(hit[0].strip(), hit.start(), hit.end(), odd="日历上没有这一天")
    odd = ""
    said = (hit["w"] or "").replace("天", "日")
    if said and said != _WEEKDAYS[day.weekday()]:
        odd = f"原文写星期{said}，{day.year}年{day.month}月{day.day}日是星期{_WEEKDAYS[day.weekday()]}"
    clock, faulty = _clock(hit)
    odd = "；".join(part for part in (odd, faulty) if part)
    until = _UNTIL.match(text, hit.end()) if clock else None
    end = until.end() if until else hit.end()
    value = datetime.combine(day, clock).strftime("%Y-%m-%d %H:%M") if clock else day.isoformat()
    return Said(value, hit.start(), end, _until(until, day, clock) if until and clock else "", odd)


def _is_day(found: re.Match[str]) -> bool:
    written = found[0]
    return bool(found["y"] or "月" in written) and 1 <= int(found["m"]) <= 12 and 1 <= int(found["d"]) <= 31


def _year(found: re.Match[str], near: date | None) -> int | None:
    if near is None:
        return None
    month = int(found["m"])
    return (
        near.year + 1 if near.month - month > 6 else near.year - 1 if month - near.month > 10 else near.year
    )


def _clock(found: re.Match[str]) -> tuple[time | None, str]:
    if not found["h"]:
        return None, ""
    hour = _small(found["h"])
    minute = int(found["min"] or 0)
    if found["min2"]:
        minute = _small(found["min2"])
    minute = {"半": 30, "一刻": 15, "三刻": 45}.get(found["part"] or "", minute)
    half, odd = found["half"] or "", ""
    if half in ("下午", "晚上", "晚"):
        if hour > 12:
            odd = f"原文写{half}{hour}:{minute:02d}，按 {hour}:{minute:02d} 取"
        elif hour < 12:
            hour += 12
    elif half == "中午" and hour < 3:
        hour += 12
    try:
        return time(hour, minute), odd
    except ValueError:
        return None, "钟点不存在"


def _until(found: re.Match[str], day: date, start: time) -> str:
    hour = int(found["h"])
    if (found["half"] in ("下午", "晚上") and hour < 12) or (
        not found["half"] and hour < start.hour and hour + 12 < 24
    ):
        hour += 12
    try:
        return datetime.combine(day, time(hour, int(found["min"] or 0))).strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return ""
