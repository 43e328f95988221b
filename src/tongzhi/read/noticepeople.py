"""Who attends by a typed notice, and what is on its agenda."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from tongzhi.read.flow import FlowLine, FlowTable
from tongzhi.read.labelled import ITEM, Labelled, LabelledEntry, plain_label
from tongzhi.read.told import ReadValues, listed_items, mark_understood, sentences
from tongzhi.zh.people import has_surname, people_in


def read_people(labelled: Labelled, free: list[FlowLine], told: ReadValues) -> None:
    """Take the people who attend: at the main venue, at the branch venues, by label or by sentence."""
    main, branch = list[str](), list[str]()
    for name, into in (("attendees", main), ("main_attendees", main), ("branch_attendees", branch)):
        for entry in labelled.all(name):
            _part_venues(entry, main, branch if into is main else into, is_branch=into is branch)
    if not main and not branch:
        for line in free:
            for sentence in sentences(line):
                if _attending(sentence, main, branch):
                    mark_understood(told, sentence)
    if main:
        told.values["attendees"] = main
    if branch:
        told.values["branch_attendees"] = branch
    for entry in labelled.all("observers"):
        told.values.setdefault("observers", []).extend(listed_items(entry.values))


def _part_venues(entry: LabelledEntry, main: list[str], branch: list[str], *, is_branch: bool) -> None:
    """Take groups of people; 主会场：…；分会场：… part them, on one line or on two levels."""
    to_branch = is_branch
    for value in [
        *entry.values,
        *(" ".join(cell for cell in row if cell) for table in entry.tables for row in table.rows),
    ]:
        parts = re.split(
            r"(?=[（(][一二三四五六七八九十\d]+[）)])|(?=(?:^|(?<=[；;。]))(?:主会场|分会场)[^；;。]{0,6}[：:])",
            value,
        )
        for part in parts:
            text = re.sub(rf"^{ITEM}", "", part.strip())
            venue = re.match(
                r"(?:在)?(主会场|分会场)(?:参加人员|参会人员|人员|参会范围)?(?:（[^）]*）)?(?:$|[：:。]\s*)",
                text,
            )
            if venue:
                to_branch = venue[1] == "分会场"
                text = text[venue.end() :]
            (branch if to_branch else main).extend(listed_items([text]))


_SENT = re.compile(
    r"负责|领导|人员|同志|单位|代表|总监|副?总(?:$|[、和])|经理|[县区市镇乡局处科站所院园队部厂矿]长|主任|书记|专干|专员"
)
"""Words for those who are asked to come."""


def _attending(sentence: str, main: list[str], branch: list[str]) -> bool:
    """Read 请甲到主会场参会，乙在当地分会场参会; 请各单位主要负责人参加."""
    taken = False
    for clause in re.split(r"[，,；;。]", sentence):
        hit = re.match(
            r"(?:请|届时请|参会人员为|参加人员为)?(.{4,60}?)(?:分别)?(?:到|在)(?:当地|所在地|各地|市|县|本地)?(主会场|分会场)(?:参会|参加|出席|收听收看)",
            clause,
        )
        if hit:
            (branch if hit[2] == "分会场" else main).append(hit[1])
            taken = True
            continue
        hit = re.match(r"(?:请|届时请)(.{4,60}?)(?:按时|准时|届时)?(?:参加|参会|出席)(?:会议)?$", clause)
        if hit and _SENT.search(hit[1]) and not re.search(r"^各单位$|有关人员按时$", hit[1]):
            main.append(hit[1])
            taken = True
    return taken


_ACTS = r"(?:传达|通报|安排|部署|学习|总结|研究|听取|观看|宣读|审议|讨论|分析|表彰|解读|讲评|点评|汇报|贯彻|动员|签订)"


def read_agenda(labelled: Labelled, free: list[FlowLine], told: ReadValues) -> None:
    """Take the items of the agenda and who chairs: from a list, a table, or a sentence (会议传达…，部署…)."""
    items: list[Any] = []
    for entry in labelled.all("agenda"):
        for text in agenda_items(entry.values):
            if chaired := re.match(r"会议由(.+?)主持$", text):
                told.values["chair"] = split_person(chaired[1])
            else:
                items.append(text)
        for table in entry.tables:
            items += _agenda_rows(table)
    for table in list(labelled.tables):
        rows = _agenda_rows(table) if not items else []
        if rows:
            items += rows
            labelled.tables.remove(table)
    if not items:
        for line in free:
            for sentence in sentences(line):
                hit = re.search(rf"(?:^|[，,])会议(?:将|主要)?(?:内容(?:是|为))?({_ACTS}[^。]+)", sentence)
                if hit:
                    items += [
                        part.strip()
                        for part in re.split(rf"[，,；;](?={_ACTS}|并{_ACTS})", hit[1].rstrip("。"))
                    ]
                    mark_understood(told, sentence)
    if items:
        told.values["agenda"] = items
    if (chair := labelled.first("chair")) is not None:
        told.values["chair"] = split_person(chair.text.rstrip("。"))
    for line in free:
        for sentence in sentences(line):
            if "chair" not in told.values and (chaired := re.search(r"会议由(.+?)主持", sentence)):
                told.values["chair"] = split_person(chaired[1])
                mark_understood(told, sentence)


def agenda_items(values: Sequence[str]) -> list[str]:
    """Give the items of an agenda: one a line, or several numbered in a line."""
    items: list[str] = []
    for value in values:
        parts = re.split(
            r"[；;。]\s*(?=\S)|(?<=[^\d])(?=(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)]|[①-⑳])\s*[㐀-鿿])", value
        )
        items += [
            re.sub(rf"^{ITEM}", "", part.strip()).rstrip("。；;，,") for part in parts if part.strip("；;。 ")
        ]
    return [item for item in items if item]


def _agenda_rows(table: FlowTable) -> list[dict[str, str]]:
    """Read the rows of an agenda kept as a table: 序号, 议程, 发言单位, 用时."""
    rows = [row for row in table.rows if any(row)]
    if len(rows) < 2:
        return []
    columns: dict[int, str] = {}
    for column, cell in enumerate(rows[0]):
        head = plain_label(cell.replace("\n", ""))
        name = next((name for name, pattern in _AGENDA_HEADS if re.search(pattern, head)), "")
        if name and name not in columns.values():
            columns[column] = name
    if "事项" not in columns.values():
        return []
    made = []
    for row in rows[1:]:
        one = {
            name: row[column].replace("\n", "")
            for column, name in columns.items()
            if column < len(row) and row[column]
        }
        if "时长" in one:
            minutes = re.search(r"\d+", one["时长"])
            one = (
                {**one, "时长": minutes[0]}
                if minutes and "小时" not in one["时长"]
                else {k: v for k, v in one.items() if k != "时长"}
            )
        if one.get("事项"):
            made.append(one)
    return made


_AGENDA_HEADS = (
    ("事项", r"议程|内容|议题|事项|环节|项目"),
    ("发言人", r"发言|汇报|讲话|负责|主讲|单位|领导|人员"),
    ("时长", r"用时|时长|时限|分钟|时间"),
)


def split_person(text: str) -> dict[str, str]:
    """Give 职务 and 姓名 of 常务副市长李某."""
    text = re.sub(r"[\s　]+|同志$", "", text)
    for name, title in people_in(text):
        if has_surname(name):
            return {"姓名": name, "职务": title}
    found = re.match(r"(.*(?:书记|长|主任|委员|常委|主席|经理|总监))([一-鿿·*×]{1,4}?)$", text)
    return {"姓名": found[2], "职务": found[1]} if found and found[2] else {"姓名": text}
