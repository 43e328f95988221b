"""Minutes as people type them: tables and lines of labels → topics, who was there, what was decided."""

from __future__ import annotations

import re
from typing import Any

from tongzhi.read.flow import Flow, FlowLine
from tongzhi.read.labelled import ITEM, Labelled, LabelledEntry, read_labelled
from tongzhi.read.noticepeople import split_person
from tongzhi.read.saidtime import find_said
from tongzhi.read.told import ReadValues

_BETWEEN = " 　，,、；;。"
"""What stands between time and place on one line."""
_ACTS = r"(?:会议|与会人员)?(?:听取|指出|强调|要求|决定|明确|认为|研究|审议|传达|通报|学习|讨论)"


def read_minutes(flow: Flow, found: dict[str, Any]) -> ReadValues:
    """Give the values of minutes; `found` are those all official papers have, by English name.

    The wording stays as it is: nothing is sorted into decisions that does not stand under such a heading.
    """
    told = ReadValues()
    title = re.sub(r"\s", "", str(found.get("title", "")))
    body = _without_head(flow, title, found, told)
    labelled = read_labelled(body, "minutes")
    _read_frame(labelled, told)
    _read_opening(labelled, told)
    for name in ("attendees", "observers", "absent", "cc"):
        people = [one for entry in labelled.all(name) for one in _people(entry, name)]
        if people:
            told.values[name] = people
    topics = [text for entry in labelled.all("topics") for text in _items(entry)]
    if topics:
        told.values["topics"] = topics
    resolutions = [text for entry in labelled.all("resolutions") for text in _items(entry)]
    if resolutions:
        told.values["decisions"] = [{"事项": text.rstrip("；")} for text in resolutions]
    summary = [text for entry in labelled.all("summary") for text in _items(entry)]
    summary += [line.text for line in labelled.free if re.match(_ACTS, line.text)]
    if summary:
        told.values["overview"] = summary
    _leave(labelled, told)
    return told


def _without_head(flow: Flow, title: str, found: dict[str, Any], told: ReadValues) -> Flow:
    """Leave out title, number, organ and date; a first line without any label names the meeting."""
    kept: Flow = []
    known = {re.sub(r"[\s　]", "", str(found.get(name, ""))) for name in ("title", "issuer", "doc_no")} - {""}
    for item in flow:
        if isinstance(item, FlowLine):
            bare = re.sub(r"[\s　]", "", item.text)
            number = re.fullmatch(r"[（(]?(第\s*\d+\s*期|〔\d{4}〕\d+号)[)）]?", item.text.strip())
            if number:
                told.values["number"] = number[1].replace(" ", "")
                continue
            if (
                bare in known
                or (title and title.endswith(bare) and len(bare) > 3)
                or re.fullmatch(r"\d{4}年\d{1,2}月\d{1,2}日", bare)
            ):
                continue
            if (
                not kept
                and "meeting_name" not in told.values
                and 2 < len(bare) <= 30
                and not re.search(r"[。：:|]", bare)
                and re.search(r"会$|会议$|例会|纪要$|记录$", bare)
            ):
                told.values["meeting_name"] = re.sub(r"(?:会议)?(?:纪要|记录)$", "", bare) or bare
                continue
        kept.append(item)
    return kept


def _read_frame(labelled: Labelled, told: ReadValues) -> None:
    when = labelled.first("start", "when_where")
    if when is not None:
        said = find_said(when.text)
        told.values["start"] = said.value if said else when.text.rstrip("。")
        if said and said.until:
            told.values["end"] = said.until
        if said and said.odd:
            told.odd["start"] = said.odd
        rest = when.text[said.end :] if said else ""
        if when.name == "when_where" and (
            place := re.search(r"在?([㐀-鿿\d]{3,30}(?:室|厅|楼|中心|会场|礼堂))", rest)
        ):
            told.values["place"] = place[1].removeprefix("在")
        elif when.name == "when_where" and (
            place := re.fullmatch(r"[在于]?([^。；，,]{2,30})", rest.strip(_BETWEEN))
        ):
            told.values["place"] = place[1].strip(_BETWEEN)
    for name in ("place", "meeting_name"):
        if (entry := labelled.first(name)) is not None:
            told.values[name] = entry.text.rstrip("。；")
    for name in ("chair", "recorder"):
        if (entry := labelled.first(name)) is not None:
            person = split_person(entry.text.rstrip("。"))
            told.values[name] = person if name == "chair" and person.get("职务") else entry.text.rstrip("。")


_OPENING = re.compile(
    r"(?P<chair>[^，。；、]{2,24}?)?(?:主持)?(?:召开|召集|主持)(?:了)?(?P<meeting>[^，。；]{2,30}?(?:会议|会))(?=[，。；,]|$)"
)


def _read_opening(labelled: Labelled, told: ReadValues) -> None:
    """Take meeting, day and who presided from the sentence with which minutes begin: 某日，局长张某主持召开安全例会。"""
    for line in labelled.free[:4]:
        for sentence in re.findall(r"[^。]+", line.text):
            found = _OPENING.search(sentence)
            if found is None:
                continue
            told.values.setdefault("meeting_name", found["meeting"])
            said = find_said(sentence[: found.start()] + sentence[found.start() : found.start("meeting")])
            if said is not None:
                told.values.setdefault("start", said.value)
            if found["chair"] and "主持" in sentence[: found.start("meeting")]:
                person = split_person(found["chair"])
                if person.get("职务") and person.get("姓名"):
                    told.values.setdefault("chair", person)
            return


def _people(entry: LabelledEntry, name: str) -> list[str]:
    """Give people or organs one by one; 指导：张三，成员：李四 keeps its words, groups of organs stay apart."""
    values: list[str] = []
    for value in entry.values:
        if name == "cc" or re.search(r"[；;]", value):
            parts = re.split(r"[；;]", value)
        elif re.search(r"[：:]", value):
            parts = re.split(r"[，,](?=[^，,；;：:]{1,8}[：:])", value)
        elif re.search(r"[、，,]", value):
            parts = re.split(r"[、，,](?![^（(]*[）)])", value)
        elif split_person(value.strip()).get("职务"):
            parts = [value]  # 副市长 沈浩 is one person
        else:
            parts = re.split(r"[\s　]+", value)
        values += [re.sub(rf"^{ITEM}", "", part.strip()).rstrip("。、") for part in parts]
    return [value for value in values if value]


def _items(entry: LabelledEntry) -> list[str]:
    """Give what stands under a heading, an item a line, without its number."""
    lines = [re.sub(rf"^{ITEM}", "", line.strip()).strip() for line in entry.values]
    rows = [
        "　".join(cell.replace("\n", "") for cell in row if cell)
        for table in entry.tables
        for row in table.rows
    ]
    return [line for line in [*lines, *rows] if line]


def _leave(labelled: Labelled, told: ReadValues) -> None:
    """List what belongs to no field."""
    told.left += [line.text for line in labelled.free if not re.match(_ACTS, line.text)]
    for entry in labelled.entries:
        if entry.name in ("", "ignored"):
            told.left.append("：".join(part for part in (entry.label, entry.text) if part))
    told.left += [
        "　".join(cell for cell in row if cell) for table in labelled.tables for row in table.rows if any(row)
    ]
