"""The deadlines of one unit: what binds, by when, with the Chinese calendar.

Day counts leave out the day they begin on (民法典 第二百零一条); 以内 includes the number (第一千二百五十九条). A due
date on a rest day is never moved, only noted (第二百零三条 would let it run to the next workday).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from tongzhi.model.task_slots import STARTS, Deadline, Span
from tongzhi.zh import calendar
from tongzhi.zh.dates import Phrase, any_of, find_phrases

_TOLD = re.compile(
    r"以来|(?:的)?(?:事故|火灾|爆炸|坍塌)|(?:，|　|)?(?:发生|召开了|印发的|出台的|下发的|通过的|开过|举行了|公布的|就已)"
)
_TALK = re.compile(
    r"的?(?:会议?|说|提|布置|安排|强调|这|我|大家|在座|讲|开|是|我们|各位|话|任务|部署|情况|培训|参会|到会|到这|来的|听)"
)
_UNTIL_NOW = re.compile(r"(?:截至|截止|截止到|到|等到|拖到|留到|等|过去的?|最近|近)$")
_WAIT = re.compile(r"(?:等到|拖到|留到|推到|别等|不等)$")
_BAN = re.compile(r"(?:不得|不准|不许|禁止|不能再|不再)")
_LENGTH = re.compile(
    r"(?:待岗|停产|停业|拘留|保存|留存|任职|工作|等待|延后|延期|超过|满|不足|连续|累计|近|过去|最近)$"
)
_AFTER_MEETING = re.compile(r"(?:会议?(?:结束)?后|散会(?:之|以)?后)[^。；]{0,12}$")
"""散会以后，请各单位在3天之内: the clock starts with the meeting, not with an event."""
_TODAY = ("今天", "今日")


@cache
def _trigger() -> re.Pattern[str]:
    return re.compile(any_of("触发") + r"|[^，。；]{1,6}的(?=$)|不能$|一旦")


def find_deadlines(text: str, base: int = 0, meeting_date: date | None = None) -> list[Deadline]:
    """Give every deadline of one unit, the binding one first.

    `base` is where the unit stands in the whole text; the deadlines' spans count from the text's start.
    `meeting_date` is the day that 明天 or 月底前 are read from; without it only full dates have a day.
    What only tells of the past (去年、今天上午、8月份以来) is left out.
    """
    found = [
        phrase for phrase in find_phrases(text, meeting_date) if not _is_told(text, phrase, meeting_date)
    ]
    if not any(phrase.role == "repeat" for phrase in found):
        found = [_today(text, phrase, meeting_date) for phrase in found]
    found = [_after_act(text, phrase, found) for phrase in found]
    ranked = sorted(found, key=lambda phrase: (_rank(text, phrase), phrase.start))
    return [_deadline(text, base, phrase, meeting_date) for phrase in ranked]


_OF_IT = re.compile(r"(?:情况|结果|总结|报告|照片|数据|记录|名单)[^，。；]{0,4}$")


def _after_act(text: str, phrase: Phrase, found: list[Phrase]) -> Phrase:
    """Read a term for the report on an act that is due later than the term as running from that act.

    各区7月底前演练一次，演练情况在3个工作日内报专班: three days after the drill, not after the meeting.
    """
    if phrase.role != "term" or not phrase.day or not _OF_IT.search(text[: phrase.start]):
        return phrase
    later = any(
        other.end <= phrase.start and other.role == "due" and other.day and other.day > phrase.day
        for other in found
    )
    return replace(phrase, day=None, note="从事发或接报起算") if later else phrase


def _today(text: str, phrase: Phrase, day: date | None) -> Phrase:
    """Read 18时前 without a day, and without anything that recurs, as an hour of the meeting's day."""
    if phrase.role != "hours" or not text[: phrase.end].endswith("前"):
        return phrase
    # 凌晨4点前 of a meeting by day is the next morning's
    next_day = day + timedelta(1) if day and text[phrase.start :].startswith("凌晨") else day
    return replace(phrase, kind="date", role="due", day=next_day, bounds=True)


def _is_told(text: str, phrase: Phrase, day: date | None) -> bool:
    before, words, after = text[: phrase.start], text[phrase.start : phrase.end], text[phrase.end :]
    if phrase.past or _WAIT.search(before):
        return True
    if phrase.role == "due" and not phrase.bounds:
        if _TOLD.match(after) or (
            before.endswith(("截至", "截止")) and (not phrase.day or not day or phrase.day <= day)
        ):
            return True
        if words in _TODAY:
            return bool(_TALK.match(after))
    if phrase.role == "term":
        return bool(_LENGTH.search(before) or (phrase.bounds and _BAN.match(after)))
    if words in ("年底", "年终", "月底"):
        return after.startswith(("考核", "评先", "评优", "述职", "总结", "奖金", "绩效"))
    return False


_RANKS = {
    "due": 1, "range": 2, "term": 2, "start": 3, "instant": 4, "repeat": 5, "duty": 5, "event": 6, "hours": 7,
}  # fmt: skip
"""What binds a reader first: a day, a term, a start, at once, again and again, an event, an hour; haste comes last."""


def _rank(text: str, phrase: Phrase) -> int:
    if phrase.bounds and (phrase.role == "due" or (phrase.role == "term" and phrase.day)):
        return 0
    if phrase.role == "event" and text[: phrase.end].endswith("前"):
        return 4
    return _RANKS.get(phrase.role, 8)


def _deadline(text: str, base: int, phrase: Phrase, day: date | None) -> Deadline:
    words = text[phrase.start : phrase.end]
    found = Deadline(
        words, phrase.kind, phrase.day, phrase.note, Span(base + phrase.start, base + phrase.end)
    )
    if phrase.role in ("instant", "term", "haste") and _is_triggered(text, phrase):
        if phrase.role == "term":
            return replace(found, date=None, note="从事发或接报起算")
        # 一旦出事第一时间 is a trigger; 及时, 尽快 stay what they are, haste without a day
        kind = found.kind if phrase.role == "haste" and not words.startswith(("第一", "最")) else "event"
        return replace(found, kind=kind, date=None, note="遇有情形即办")
    if phrase.role == "start":
        return replace(found, note=_join(STARTS, phrase.note))
    if phrase.role == "due" and phrase.day and not phrase.is_holiday and day:
        return replace(found, note=_join(phrase.note, _rest_note(phrase.day, day)))
    return found


_AFTER = re.compile(
    r"[^\W\x00-\xff]{2}(?:以|之)?后$|[^\W\x00-\xff](?:完|完成|结束|出来)(?:(?:以|之)?后)?，?(?:的?)$"
)
_AFTER_NOW = re.compile(r"(?:会|会议|散会|会议结束|今|此|往|从今|从此|即日|通知下发|文件下发)(?:以|之)?后$")
_THOSE = re.compile(r"[^，。；]{1,6}的$")
_CLAUSES = 2


def _is_triggered(text: str, phrase: Phrase) -> bool:
    """Whether the words before say that the clock starts with an event, not with the meeting.

    Terms of whole days count from the meeting unless the event stands close by (开学后一周内).
    """
    before = re.split(r"[。；！？\n]", text[: phrase.start])[-1]
    words = text[phrase.start : phrase.end]
    if _AFTER_MEETING.match(before) or words.startswith(("会", "散会")):
        return False
    if phrase.role == "term" and _AFTER.search(before) and not _AFTER_NOW.search(before):
        return True
    if phrase.role == "term" and phrase.day:
        near = "，".join(re.split("[，,]", before.rstrip("，,"))[-_CLAUSES:])
        return bool(_trigger().search(_THOSE.sub("", near)))
    return bool(_trigger().search(before))


def _rest_note(due: date, day: date) -> str:
    """Note a due date that is a rest day, and the workday before it; moving it is the reader's choice."""
    if due.year == day.year and calendar.is_ordinary(due):
        return ""
    if not calendar.published(due.year):
        return calendar.UNPUBLISHED
    if calendar.is_workday(due):
        return ""
    return f"这一天是休息日，前一个工作日是{calendar.last_workday(due).isoformat()}"


def _join(*notes: str) -> str:
    return "；".join(note for note in notes if note)
