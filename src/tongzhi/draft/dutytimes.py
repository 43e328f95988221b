"""The column of times: the time limits of a matter in the words of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from tongzhi.draft.days import fix_days, is_short, say_day
from tongzhi.model.task_slots import Deadline

OCCASION = re.compile(
    r"^(?P<what>(?:(?:国庆|中秋|春节|元旦|元宵|端午|五一|节假日|清明|汛期|双节|两节|假日|高考|中考)(?:节|假期|长假)?(?:[、和]|(?=期间|内)))+(?:期间|内))，?"
)
"""The time that a sentence opens with; a cell leaves it to the column of times."""

_CLOCK = re.compile(
    r"(?:凌晨|清早|早上|上午|中午|下午|傍晚|晚上|夜里|早|晚)?(?:[\d一二三四五六七八九十]{1,3}[点时](?:半|\d{1,2}分?)?)|(?:下班|放学|上课|供暖)(?=前|之前|以前)|中午|晚上?(?=[前之以])"
)


_TIMELY = re.compile(r"[日月天周时点年前后内起间期每常随即立马快早晚夜长抓连限先急刻]|第一|当场|逐步|\d")


def say_when(deadlines: Sequence[Deadline], day: date | None, text: str = "") -> str:
    """Give the time limits in the words of a table: 9月26日前, 每半个月, 第一时间; nothing without any.

    Args:
        deadlines: the deadlines of a matter.
        day: the meeting's day.
        text: the matter's sentence; 办到年底 in it means until then, not by then.
    """
    found: list[str] = []
    placed = sorted(deadlines[:3], key=lambda one: one.source.start if one.source else 0)
    for deadline in [*placed, *deadlines[3:]]:
        if deadline.kind == "vague" and not _TIMELY.search(deadline.text):
            continue  # 应急值班: nothing of time
        words = after_event(deadline, text) or _when(deadline, day)
        if (
            deadline.text.endswith("前")
            and re.search(rf"{re.escape(deadline.text)}，?(?:不准|不得|不许|停用|停止|禁止|一律不)", text)
            and not deadline.date
        ):
            continue  # 修好之前不准进人: until when something is banned
        if len(deadlines) > 1 and re.search(rf"{re.escape(deadline.text)}(?:之?前|以前)?的[一-鿿]", text):
            continue  # 10月8日之前的值班表: no time of the matter
        words = _each_time(words, deadline, text)
        if re.search(rf"(?<=[一-鿿])[到至]{re.escape(deadline.text)}(?![前之以内])", text):
            words = f"至{words.removesuffix('前')}"
        if words and words not in found and not any(words in one for one in found):
            found.append(words)
    found.sort(key=lambda words: not words.endswith("起"))
    if "每天" in found and (clock := next((words for words in found if _CLOCK.match(words)), "")):
        found = [f"每天{clock}" if words == "每天" else words for words in found if words != clock]
    return "，".join(found[:3])


def _each_time(words: str, deadline: Deadline, text: str) -> str:
    """Give how often something is done with the words beside it: 30分钟测一次, 每天早中晚三次."""
    at = text.find(deadline.text)
    rest = text[at + len(deadline.text) :] if at >= 0 else ""
    if deadline.kind == "duration" and not deadline.date and (often := re.match(r"[一-鿿]{1,2}一次", rest)):
        return f"{deadline.text}{often[0]}"
    if deadline.text.endswith("早") and (often := re.match(r"中?晚(?:各?[一二三四五\d]次)?", rest)):
        return f"{deadline.text}{often[0]}"
    return words


def after_event(deadline: Deadline, text: str) -> str:
    """Give a term that runs from what the words before it say, as said: 演练后3个工作日内, 体检异常的一个月内."""
    at = text.find(deadline.text)
    if deadline.kind != "duration" or at < 0:
        return ""
    before = re.search(r"(?:^|[，；、])(?P<what>[一-鿿]{2,10}(?:后|起|之日起|的|完|完成|结束))$", text[:at])
    return f"{before['what']}{deadline.text}" if before else ""


def _when(deadline: Deadline, day: date | None) -> str:
    text = deadline.text.strip("“”")
    if is_short(text) or (deadline.kind == "duration" and deadline.date is None):
        return text
    if deadline.date is None or re.search(r"期间|每|到|至|[-—]|[一二两三四五六七八九十\d]天$", text):
        fixed = re.sub(r"（星期.）", "", fix_days(text, day))
        return fixed if deadline.kind != "event" or not re.search(r"短时间内$", fixed) else ""
    if deadline.kind == "vague" or text in ("立即", "立刻", "马上", "即刻", "连夜", "当场"):
        return text
    clock = _CLOCK.search(text) or re.search(r"(?<=[天日])(?:上午|下午|晚上|夜里)$", text)
    if deadline.starts and re.match(r"从?(?:本|这个?)月起?", text):
        return f"{deadline.date.month if day is None else day.month}月起"
    shown = say_day(deadline.date, day, weekday=False) + (clock[0] if clock else "")
    if deadline.starts:
        return f"{shown}起"
    if re.search(r"后$", text):
        return re.sub(r"（星期.）", "", fix_days(text, day))
    before = deadline.kind == "duration" or re.search(r"前|内|底|末|年内", text)
    return f"{shown}前" if before else shown
