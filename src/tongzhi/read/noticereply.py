"""The reply that a typed notice asks for: by when, to whom, and the contacts."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from tongzhi.read.flow import FlowLine
from tongzhi.read.labelled import Labelled, label_of
from tongzhi.read.saidtime import DAY, arabic, find_said
from tongzhi.read.told import ReadValues, mark_understood, sentences
from tongzhi.zh.bodies import is_body
from tongzhi.zh.people import has_surname

_REPLY = r"(?:报送|回执|报名|报至|反馈|传真|名单|发至|发到|报到|上报|回复|提交|接龙|报)"

ELSEWHERE = re.compile(
    rf"{DAY}[^。；\n]{{0,16}}?(?:之|以)?前[^。\n]{{0,60}}?{_REPLY}|^(?:会务)?联系人|^附件[：:]|请.{{0,30}}前.{{0,30}}(?:回执|报名)|^请各(?:单位|地)[^，。]{{0,20}}(?:回执|报名)"
)

PHONE = r"(?<!\d)(?:1[3-9]\d{9}|1[3-9]\d[ \-]\d{4}[ \-]\d{4}|(?:[（(]?0\d{2,3}[）)]?[\-－— ]?)?\d{7,8}(?:\s*[转\-－]\s*\d{1,6})?|0\d{2,3}-[×*\d]{7,8})(?!\d)"

_PHONES = rf"{PHONE}(?:\s*(?:[（(](?:办|办公|手机|座机|宅)[）)])?\s*[、，,/]?\s*{PHONE})*"
_PERSON = r"[㐀-鿿]{1,8}(?:[·•・][㐀-鿿]{1,12}){1,4}|[㐀-鿿·]{2,4}|[㐀-鿿][某×*]{1,2}"

_NAMED_PHONE = re.compile(
    rf"(?P<name>{_PERSON})\s*(?:同志|先生|女士|科长|主任|处长)?\s*[，,、；;：:（(\s　]*(?:联系)?(?:电话|手机|方式|办公电话)?(?:号码)?[：:\s　（(]*(?P<phone>{_PHONES})"
)

_PHONE_NAMED = re.compile(rf"(?P<phone>{PHONE})\s*[，,]?\s*[（(](?:联系人[：:]?)?(?P<name>{_PERSON})[）)]")


def find_contacts(text: str) -> list[dict[str, str]]:
    """Give names with their telephone numbers; a fax number is none."""
    text = re.sub(rf"传真(?:号码?|电话)?[^\d，。；]{{0,4}}{PHONE}", " ", text)
    text = re.sub(rf"技术(?:联系人|保障|支持)[^，。；]{{0,14}}{PHONE}", " ", text)
    found = [
        {"姓名": hit["name"], "电话": hit["phone"].strip()}
        for hit in _PHONE_NAMED.finditer(text)
        if _is_contact(hit["name"])
    ]
    for hit in _NAMED_PHONE.finditer(_PHONE_NAMED.sub(" ", text)):
        name = re.sub(r"^(?:联系人|会务|系人|人)", "", hit["name"])
        if _is_contact(name):
            found.append({"姓名": name, "电话": "、".join(re.findall(PHONE, hit["phone"]))})
    alone = re.search(
        r"联系人[：:]?\s*([㐀-鿿]{1,8}(?:[·•・][㐀-鿿]{1,12})+|[㐀-鿿·]{2,4}|[㐀-鿿][某×*]{1,2})(?![㐀-鿿])",
        text,
    )
    numbers = re.findall(PHONE, text)
    if not found and alone and len(numbers) == 1 and _is_contact(alone[1]):
        found.append({"姓名": alone[1], "电话": numbers[0]})
    return [one for at, one in enumerate(found) if one not in found[:at]]


def _is_contact(name: str) -> bool:
    return bool(re.search(r"[某×*]", name)) or has_surname(name) or bool(re.fullmatch(r"[小老][㐀-鿿]", name))


def read_contacts(labelled: Labelled, free: list[FlowLine], found: dict[str, Any], told: ReadValues) -> None:
    """Take the contacts, each with its number; names without a number are told, for a contact must be reachable."""
    contacts: list[dict[str, str]] = []
    names = labelled.all("contact")
    phones = labelled.all("phone")
    for entry in names:
        both = find_contacts(f"{entry.text}")
        if both:
            contacts += both
            continue
        people = [
            name
            for name in re.split(
                r"[、，,；;\s　]+", re.sub(rf"{PHONE}|[（(].*?[）)]|联系电话.*", " ", entry.text).rstrip("。")
            )
            if re.fullmatch(r"[㐀-鿿·某×*]{2,6}|[㐀-鿿]{1,8}(?:[·•・][㐀-鿿]{1,12})+", name)
            and not is_body(name)
            and not label_of("notice", name)
        ]
        numbers = re.findall(PHONE, " ".join(one.text for one in phones) if phones else entry.text)
        for at, name in enumerate(people[:4]):
            own = numbers if len(people) == 1 else numbers[at : at + 1] or numbers[:1]
            contacts.append({"姓名": name, **({"电话": "、".join(own)} if own else {})})
    if not names:
        for entry in phones:
            contacts += find_contacts(entry.text)
    for line in free:
        for sentence in sentences(line):
            if re.search(r"联系|电话|会务|咨询", sentence) and (more := find_contacts(sentence)):
                contacts += more
                mark_understood(told, sentence)
    text = "　".join(entry.text for name in ("reply", "others") for entry in labelled.all(name))
    if re.search(r"联系|电话", text):
        contacts += find_contacts(text)
    seen: list[dict[str, str]] = []
    for one in contacts:
        if one.get("电话") and not any(one["姓名"] == other["姓名"] for other in seen):
            seen.append(one)
    if seen:
        told.values["contact"] = seen
        found["contact"] = seen
    elif contacts:
        told.odd["contact"] = f"原文的联系人 {'、'.join(one['姓名'] for one in contacts)} 没有电话"


_DAY_ALONE = re.compile(
    rf"(?<![\d月年/.\-])\d{{1,2}}日(?=[^。；\n]{{0,18}}?(?:之|以)?(?:前|截止)[^。\n]{{0,60}}?{_REPLY})"
)


def _month_of(told: ReadValues, near: date | None) -> int | None:
    """Give the month that a day without one is of: that of the meeting, else that of the paper."""
    start = re.match(r"\d{4}-(\d{2})", str(told.values.get("start", "")))
    return int(start[1]) if start else near.month if near is not None else None


def read_reply(
    labelled: Labelled, free: list[FlowLine], near: date | None, found: dict[str, Any], told: ReadValues
) -> None:
    """Take the day by which the reply is due and where it goes, wherever the notice says so."""
    sources = [(value, True) for entry in labelled.all("reply") for value in entry.values]
    sources += [(sentence, False) for line in free for sentence in sentences(line)]
    sources += [
        (value, False)
        for name in ("others", "attendees", "contact")
        for entry in labelled.all(name)
        for value in entry.values
    ]
    for written, is_label in sources:
        text = arabic(written)
        due = re.search(rf"{DAY}[^。；\n]{{0,18}}?(?:之|以)?(?:前|截止|截至)[^。\n]{{0,60}}?{_REPLY}", text)
        if due is None and is_label:
            due = re.search(DAY, text)
        if due is None:
            due = re.search(rf"{_REPLY}[^。\n]{{0,12}}(?:截止|时限|截至)[^。\n]{{0,8}}{DAY}", text)
        if due is None and (bare := _DAY_ALONE.search(text)) is not None and (month := _month_of(told, near)):
            text = f"{text[: bare.start()]}{month}月{text[bare.start() :]}"
            due = re.search(DAY, text[bare.start() :]) and re.compile(DAY).search(text, bare.start())
        if due is None:
            continue
        said = find_said(text[due.start() :], near)
        if said is None:
            continue
        told.values["rsvp_due"] = said.value
        if said.odd:
            told.odd["rsvp_due"] = said.odd
        mark_understood(told, text)
        channel = re.search(
            r"(传真|报送|发送|反馈|提交|上报|报|发)(?:至|到|给|送至)?([^。；\n]{3,60})",
            text[max(0, due.end() - 4) :],
        )
        said_to = re.sub(r"[，,]?(?:联系人|联系电话).*$", "", channel[2]).strip("至到，,") if channel else ""
        said_to = re.sub(r"^(?:参会)?(?:人员)?(?:名单|回执)+(?:[，,]|$)", "", said_to)
        if channel and len(said_to) > 3:
            told.values["rsvp_to"] = f"{'传真至' if channel[1] == '传真' else ''}{said_to}"
        break
    if "rsvp_due" in told.values and "rsvp_to" not in told.values:
        people = found.get("contact") or []
        if people:
            told.values["rsvp_to"] = f"{people[0]['姓名']}，{people[0].get('电话', '')}".rstrip("，")
