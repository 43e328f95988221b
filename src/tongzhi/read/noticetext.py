"""A meeting notice typed by hand → its values: time, place, who, agenda, reply, contact."""

from __future__ import annotations

import re
from typing import Any

from tongzhi.read.flow import Flow, FlowLine
from tongzhi.read.labelled import Labelled, read_labelled
from tongzhi.read.noticeparts import body_of, day_near
from tongzhi.read.noticepeople import read_agenda, read_people
from tongzhi.read.noticereply import ELSEWHERE, read_contacts, read_reply
from tongzhi.read.noticerest import free_reading, tell_rest
from tongzhi.read.noticewhen import read_cause, read_when_and_where
from tongzhi.read.told import ReadValues, is_placed, is_said, listed_items, sentences


def read_notice(flow: Flow, found: dict[str, Any]) -> ReadValues:
    """Give the values of a notice; `found` are those all official papers have, by English name."""
    told = ReadValues()
    body = body_of(flow, found)
    title, near = str(found.get("title", "")), day_near(found, flow)
    if named := re.search(
        r"关于(?:组织|举办|联合)?(?:召开|举行|举办|开好|参加)(.+?)的(?:紧急|补充|预备)?(?:通知|预通知|通告|函)",
        title,
    ):
        told.values["meeting_name"] = named[1].strip("“”《》")
    elif "meeting_name" not in told.values:
        for line in (item.text for item in body if isinstance(item, FlowLine)):
            if held := re.search(r"开(?:一[个次场]|好)?([^，。：:\s]{3,24}会(?:议)?)(?=[，。,；]|$)", line):
                told.values["meeting_name"] = held[1].removeprefix("展").strip("“”《》")
                break
    labelled = read_labelled(body, "notice", elsewhere=ELSEWHERE)
    free = [line for line in labelled.free if line.text]
    read_cause(free, told)
    read_when_and_where(labelled, free, near, told)
    read_people(labelled, free, told)
    read_agenda(labelled, free, told)
    read_contacts(labelled, free, found, told)
    read_reply(labelled, free, near, found, told)
    _read_more(labelled, free, found, told)
    told.left += [
        sentence for line in free for sentence in sentences(line) if not is_placed(sentence, told, found)
    ]
    told.left += [clause for clause in told.open if not is_said(clause, told)]
    tell_rest(labelled, told, found)
    told.left += [
        "　".join(cell for cell in row if cell) for table in labelled.tables for row in table.rows if any(row)
    ]
    return told


def _read_more(labelled: Labelled, free: list[FlowLine], found: dict[str, Any], told: ReadValues) -> None:
    for entry in labelled.all("discipline"):
        told.values.setdefault("discipline", []).extend(listed_items(entry.values))
    if (leave := labelled.first("leave_rule")) is not None:
        told.values["leave_rule"] = leave.text.rstrip("。")
    for key in ("doc_no", "urgency"):
        said = labelled.first(key)
        if said is not None and key not in found:
            told.values[key] = re.sub(r"\s", "", said.text).replace("[", "〔").replace("]", "〕")
    addressed = labelled.first("recipients")
    if addressed is not None and "recipients" not in found:
        told.values["recipients"] = [
            part for part in re.split(r"[，,；;]", addressed.text.rstrip("：:。")) if part
        ]
    named = labelled.first("meeting_name")
    if named is not None:
        told.values.setdefault("meeting_name", named.text.strip("“”《》。"))
    others = list[str]()
    for entry in (*labelled.all("others"), *labelled.all("materials")):
        for text in listed_items(entry.values):
            label = re.match(r"(会议纪律|纪律|请假|请假要求)[。：:]\s*(.+)$", text)
            if label and "纪律" in label[1]:
                told.values.setdefault("discipline", []).append(label[2])
            elif label:
                told.values["leave_rule"] = label[2]
            elif not is_placed(text, told, found) and not ELSEWHERE.search(text):
                others.append(text)
    for entry in labelled.entries:
        if entry.name == "" and (entry.values or entry.tables or entry.label):
            told.left += [
                part
                for part in (
                    [
                        f"{entry.label}：{entry.text}"
                        if entry.label and entry.values
                        else entry.label or entry.text
                    ]
                )
                if part and not is_placed(part, told, found) and not free_reading(entry, told, found)
            ]
    if others:
        told.values["others"] = others
    text = " ".join(
        [
            str(told.values.get("meeting_name", "")),
            *(line.text for line in free),
            *(entry.text for entry in labelled.entries),
        ]
    )
    form = labelled.first("form")
    for word in ("电视电话", "视频"):
        if (
            (form is not None and word in form.text)
            or word in told.values.get("meeting_name", "")
            or re.search(rf"(?:形式[：:。]|采取|采用|以|通过).{{0,6}}{word}", text)
        ):
            told.values["form"] = word
            break
