"""What was read from a paper typed by hand, and which of its words stand in no value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tongzhi.read.flow import FlowLine
from tongzhi.read.labelled import ITEM
from tongzhi.read.saidtime import DAY, arabic


@dataclass(slots=True)
class ReadValues:
    """The values read from a paper, and what else must be said of it.

    Attributes:
        values: by English name of the field.
        odd: remarks on single values, by English name: a wrong weekday, 下午16:00.
        left: lines and sentences that belong to no field.
        marks: sentences that were understood though their words stand in no value, without marks and blanks.
        open: clauses of the cause that may hold more than was taken from it.
    """

    values: dict[str, Any] = field(default_factory=dict)
    odd: dict[str, str] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    open: list[str] = field(default_factory=list)


def texts_in(value: Any) -> list[str]:
    """Give every text inside a value, however deep."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts_in(inner)]
    return [text for inner in value for text in texts_in(inner)] if isinstance(value, list) else [str(value)]


def sentences(line: FlowLine) -> list[str]:
    """Give the sentences of a line."""
    return [part.strip() for part in re.findall(r"[^。]+。?", line.text) if part.strip("。 　")]


def is_placed(sentence: str, told: ReadValues, found: dict[str, Any]) -> bool:
    """Tell whether a sentence stands in a value, was understood, or says nothing (现将有关事项通知如下)."""
    plain = only_words(sentence)
    if len(plain) < 3 or re.fullmatch(
        r"(?:特此通知|请准时参加|请遵照执行|(?:现)?(?:将|就)?(?:会议)?(?:有关|具体|相关)?(?:事项|事宜)?(?:通知)?如下)",
        plain,
    ):
        return True
    return plain in told.marks or plain in only_words(str(told.values)) or plain in only_words(str(found))


def is_said(clause: str, told: ReadValues) -> bool:
    """Tell whether the values hold what a clause of the cause says: its place, its people, its meeting."""
    values = only_words(str(told.values))
    rest = arabic(clause)
    for known in [str(value) for value in told.values.values() if isinstance(value, str) and len(value) > 1]:
        rest = rest.replace(known.rstrip("。"), "")
    rest = re.sub(rf"{DAY}[^，。]*?(?=在|召开|举行|$)", "", rest)
    rest = re.sub(
        r"^.{0,12}(?:研究|同意)?(?:决定|定于|拟|将)|(?:于|在|以)|召开|举行|举办|全[市县区]|会议|(?:视频|电视电话|现场)?形式|主会场|分会场|设|请|届时|准时|按时|参加|各县（市、区）|当地",
        "",
        rest,
    )
    rest = only_words(rest)
    return len(rest) < 4 or rest in values or only_words(clause) in values


def mark_understood(told: ReadValues, sentence: str) -> None:
    """Note a sentence that was understood though its words stand in no value."""
    told.marks.add(only_words(sentence))


def only_words(text: str) -> str:
    """Give a text without marks and blanks, for comparing."""
    return re.sub(r"[\s　。，；：:、,;（）()'\"\[\]{}]", "", text)


def listed_items(values: Sequence[str]) -> list[str]:
    """Part lines at semicolons into items, without their numbers and closing marks."""
    parts = [
        re.sub(rf"^{ITEM}", "", part.strip()).rstrip("。；;，")
        for value in values
        for part in re.split(r"[；;]", value)
    ]
    return [part for part in parts if part]
