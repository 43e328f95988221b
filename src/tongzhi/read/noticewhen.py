"""The cause of a typed notice, its time and its places."""

from __future__ import annotations

import re
from datetime import date

from tongzhi.read.flow import FlowLine
from tongzhi.read.labelled import ITEM, Labelled
from tongzhi.read.saidtime import DAY, arabic, find_said
from tongzhi.read.told import ReadValues, mark_understood, only_words, sentences


def read_cause(free: list[FlowLine], told: ReadValues) -> None:
    """Take the sentence that opens the notice: why the meeting is held, what it is called, who approved it."""
    for line in free[:4]:
        text = line.text
        if not re.match(
            r"为|根据|按照|经|鉴于|近期|日前|定于|兹定于|兹|依据|遵照|结合|今年|当前|入[春夏秋冬汛]", text
        ):
            continue
        said: list[str] = []
        for sentence in sentences(line):
            said.append(sentence)
            mark_understood(told, sentence)
            if re.search(r"召开|举行|举办|如下", sentence):
                break
        told.values["purpose"] = _tidy_cause("".join(said))
        told.open += [
            clause
            for clause in re.split(r"[，,；;。]", "".join(said))
            if re.search(r"召开|举行|参加|地点|会场", clause)
        ]
        if approved := re.search(r"(经[^，。\n]{2,20}?(?:研究|同意|批准)(?:同意|决定)?)[，,]", text):
            told.values["approved_by"] = approved[1].removesuffix("决定")
        if "meeting_name" not in told.values and (
            named := re.search(r"召开([^，。]{4,40}?(?:会议|会|大会))[，。]", text)
        ):
            told.values["meeting_name"] = named[1].strip("“”《》")
        break


def _tidy_cause(text: str) -> str:
    """Give the cause without the words that lead over to the particulars, and without time and place, which have fields."""
    cause = re.sub(
        r"[，,。；;]?(?:请.{0,8}准时参加。)?(?:现)?(?:就|将)?(?:会议)?(?:有关|具体|相关)?(?:事项|事宜|情况)?(?:通知|安排)?如下[：:。]?$",
        "",
        text,
    )
    cause = re.sub(r"[，,。]?请(?:各单位)?(?:按时|准时)参加。?$", "", cause)
    cause = re.sub(
        rf"(?:兹定于|拟定于|定于|拟于|将于|决定于)\s*{DAY.replace('?P<y>', '?:').replace('?P<m>', '?:').replace('?P<d>', '?:')}[^，。]{{0,60}}?(召开|举行|举办)([^，。]*).*$",
        r"决定\1\2", arabic(cause),
    )  # fmt: skip
    cause = cause.rstrip("，,；;。：: ")
    return f"{cause}。" if cause else ""


_PLACE = r"([^，。,；;\n]{2,40}?)"


def read_when_and_where(
    labelled: Labelled, free: list[FlowLine], near: date | None, told: ReadValues
) -> None:
    """Take time, place, length, sign-in and branch venues; labels come before sentences."""
    entry = labelled.first("start", "when_where")
    if entry is not None:
        _take_when(
            entry.text,
            near,
            told,
            with_place=entry.name == "when_where",
        )
    where = labelled.first("main_venue")
    if where is not None:
        _take_venues(where.text, told)
    for line in free:
        for sentence in sentences(line):
            if (
                "start" not in told.values
                and (
                    hit := re.search(
                        r"(?:定于|兹定于|拟于|将于|决定于|于|[今明后]天[（(]?|^)\s*((?:\d{4}年)?\d{1,2}月\d{1,2}日.+)",
                        arabic(sentence),
                    )
                )
                and re.search(r"召开|举行|举办|开会|开(?:一[个次场])?[^，。]{2,24}会", sentence)
            ):
                _take_when(hit[1], near, told, with_place=True)
                mark_understood(told, sentence)
                told.open += [
                    clause for clause in re.split(r"[，,；;。]", sentence) if not re.search(DAY, clause)
                ]
            if "main_venue" not in told.values and (
                hit := re.search(rf"主会场(?:设在|设于|在|为|地点为)[：:]?{_PLACE}(?=[，。；,;]|$)", sentence)
            ):
                told.values["main_venue"] = _tidy_place(hit[1])
                mark_understood(told, sentence)
            if "duration" not in told.values and (
                held := re.search(r"会期(?:为|约|预计)?([^，。；]{1,8})", sentence)
            ):
                told.values["duration"] = held[1]
                mark_understood(told, sentence)
    for name in ("duration", "sign_in"):
        if (length := labelled.first(name)) is not None:
            told.values[name] = length.text.rstrip("。；")
    if (branch := labelled.first("branch_venues")) is not None:
        told.values.setdefault(
            "branch_venues",
            [
                part.rstrip("。")
                for value in branch.values
                for part in re.split(r"[；;]", value)
                if part.strip("。 ")
            ],
        )


_TWO_VENUES = re.compile(
    r"(?:主会场)(?:设在|设于|设|在|为|[：:])?(?P<main>[^；;。]{2,40})[；;。，,]\s*(?:各)?分会场(?:设在|设于|设|在|为|[：:])?(?P<branch>[^；;。]{2,60})"
)


def _take_venues(text: str, told: ReadValues) -> None:
    """Take the place; 主会场设…；分会场设… are two."""
    both = _TWO_VENUES.search(text)
    if both is None:
        told.values["main_venue"] = _tidy_place(text)
        return
    told.values["main_venue"] = _tidy_place(both["main"])
    told.values.setdefault("branch_venues", [both["branch"].strip("。；， ")])
    if rest := (text[: both.start()] + text[both.end() :]).strip("。；， "):
        told.left.append(rest)


def _take_when(text: str, near: date | None, told: ReadValues, *, with_place: bool) -> None:
    """Take time, end, length and sign-in of what stands under 时间; and the place if it stands there too."""
    text = arabic(text)
    bare = re.sub(rf"^{ITEM}", "", text)
    # 14:00签到，14:30正式开会: people sign in before it begins
    early_clock = (
        r"(\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分?)?))\s*(?:前|起|开始)?(?:签到|报到|入场)[，,、；;]?\s*"
    )
    if (signs := re.search(early_clock + r"(?=.*\d{1,2}[:：时点])", bare)) is not None:
        told.values["sign_in"] = signs[1]
        bare = bare[: signs.start()] + bare[signs.end() :]
    said = find_said(bare, near, with_clock=True)
    if said is None:
        told.values.setdefault("start", bare.rstrip("。；"))
        return
    told.values["start"] = said.value
    if said.until:
        told.values["end"] = said.until
    if said.odd:
        told.odd["start"] = said.odd
    rest = bare[said.end :]
    if held := re.search(r"会期(?:为|约|预计)?([^，。；）)]{1,8})", bare):
        told.values["duration"] = held[1]
    if early := re.search(r"提前(?:半小时|\d+\s*分钟)", rest):
        told.values["sign_in"] = early[0].replace(" ", "")
    if not with_place:
        over = re.sub(
            r"会期(?:为|约|预计)?[^，。；）)]{1,8}|请?提前(?:半小时|\d+\s*分钟)[^，。；]{0,8}|[（(]?(?:星期|周).[）)]?|召开|准时|开始",
            "",
            rest,
        )
        told.open += [clause for clause in re.split(r"[，,；;。]", over) if len(only_words(clause)) > 3]
    where = (
        re.search(
            rf"(?:^|[，,。；;\s]|会议地点[：:]?|地点[：:])(?:在|于)?{_PLACE}(?:以.{{2,10}}(?:形式|方式))?(?:组织)?(?:召开|举行|举办|开会|开(?=(?:一[个次场])?[^，。]{{2,24}}会))",
            rest,
        )
        if with_place
        else None
    )
    if where is None and with_place:
        where = re.search(rf"(?:地点[：:]|在){_PLACE}(?=[，。；]|$)", rest)
    if where is not None and where[1].strip("在于 "):
        told.values.setdefault("main_venue", _tidy_place(re.sub(r"^(?:在|于)", "", where[1])))


def _tidy_place(text: str) -> str:
    place = re.sub(rf"^{ITEM}", "", text).rstrip("。；;，")
    return re.sub(r"^(?:设在|设于)|(?:召开|举行)$", "", place)
