"""What a typed notice says besides its values, so that nothing of it is lost unsaid."""

from __future__ import annotations

import re
from typing import Any

from tongzhi.read.flow import FlowLine
from tongzhi.read.labelled import Labelled, LabelledEntry
from tongzhi.read.noticepeople import agenda_items
from tongzhi.read.noticereply import PHONE
from tongzhi.read.saidtime import DAY, arabic
from tongzhi.read.told import ReadValues, is_placed, only_words, sentences, texts_in

_ONCE = ("start", "when_where", "main_venue")

_READ_APART = (
    *_ONCE,
    "contact",
    "phone",
    "reply",
    "duration",
    "sign_in",
    "form",
    "chair",
    "others",
    "materials",
    "doc_no",
    "urgency",
    "recipients",
    "",
)
"""Labels whose words are turned into values of another form; what they say besides is told where they are read."""


def tell_rest(labelled: Labelled, told: ReadValues, found: dict[str, Any]) -> None:
    """List what stands under a label and in no value: a second meeting, a label that no field keeps."""
    moments = [entry for name in ("start", "when_where") for entry in labelled.all(name) if entry.text]
    places = [entry for entry in labelled.all("main_venue") if entry.text]
    if len(moments) > 1:
        told.odd["start"] = "；".join(
            part
            for part in (
                told.odd.get("start", ""),
                f"原文有{len(moments)}个会议时间，取了第一个，其余列在文件末尾",
            )
            if part
        )
    said = [f"{entry.label}：{entry.text}" for entry in (*moments[1:], *places[1:])]
    for entry in labelled.entries:
        if entry.name not in _READ_APART:
            said += [
                f"{entry.label}：{value}" if entry.name == "ignored" else value
                for value in entry.values
                if not all(
                    is_placed(re.sub(r"^(?:主会场|分会场)[：:]", "", part), told, found)
                    for part in agenda_items([value])
                )
            ]
    for entry in labelled.entries:
        if entry.name in _TURNED:
            said += [value for value in entry.values if _remains(value, told)]
    told.left += [line for line in said if not is_placed(line, told, found)]


_TURNED = ("reply", "contact", "phone", "duration", "sign_in", "form", "chair", "others", "materials")
"""Labels whose words are turned into values of another form; a line of them of which much remains is told."""


def _remains(value: str, told: ReadValues) -> bool:
    """Tell whether a line says more than the values have taken of it: dates, names, numbers, where to send it."""
    if only_words(value) in told.marks:
        return False
    rest = arabic(value)
    for known in sorted(texts_in(told.values), key=len, reverse=True):
        rest = rest.replace(known.strip("。"), "") if len(known) > 1 else rest
    rest = re.sub(rf"{DAY}(?:[^，。；]{{0,14}}?(?:前|止|截至|截止))?", "", rest)
    rest = re.sub(rf"{PHONE}|\d{{1,2}}\s*[:：时点]\s*\d{{0,2}}分?", "", rest)
    rest = re.sub(
        r"联系人?|电话|手机|传真|邮箱|办公室|请|各单位|将|于|及|参会|参加|人员|名单|回执|报送?|反馈|发?至|到|前|会期|提前|签到|主持|由|星期.|上午|下午|中午|以|采取|形式",
        "",
        rest,
    )
    return len(only_words(rest)) > 3


def free_reading(entry: LabelledEntry, told: ReadValues, found: dict[str, Any]) -> bool:
    """Tell whether all that a heading of no label says was understood as sentences."""
    return bool(entry.text) and all(
        is_placed(sentence, told, found) for value in entry.values for sentence in sentences(FlowLine(value))
    )
