"""Replies that are texts: chain messages, saved chats, letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tongzhi.desk.chain import ChainLine, read_line
from tongzhi.desk.chat import messages, shows_picture, unit_of_sender
from tongzhi.desk.formpeople import make_doubt, make_reply
from tongzhi.desk.letters import LetterReading, read_letter
from tongzhi.desk.reading import FormSheet, read_moment, when_filled
from tongzhi.errors import Place, Problem
from tongzhi.zh.bodies import find_body


def read_chain(sheet: FormSheet, lines: Sequence[tuple[int, str]], named: str, *, rows: bool) -> None:
    """Read the lines of a chain message (接龙); a line that names only a unit holds for the lines under it."""
    carried, numbered = "", False
    corrected: set[str] = set()
    outside = sheet.unit or named
    alone: tuple[Place, str] | None = None
    for number, text in [*lines, (0, "")]:
        line = read_line(text, sheet.asked)
        if alone is not None and not (line.kind in ("people", "leave", "unread") and not line.unit):
            sheet.found.lines.leave_out("只有单位名", alone[0], f"只写了单位，没有写谁：{alone[1][:40]}")
        alone = None
        if not number:
            break
        place = sheet.place(row=number) if rows else sheet.place(line=number)
        match line.kind:
            case "aside":
                sheet.found.lines.leave_out(line.why, place, f"没有算人（{line.why}）：{text[:40]}")
            case "unit":
                carried, numbered = line.unit, line.has_ordinal
                alone = place, text
            case "correction":
                corrected.add(line.unit)
                carried, numbered = line.unit, line.has_ordinal
                sheet.found.lines.leave_out("说要更正", place, f"“{line.unit}”说要更正：{text[:40]}")
            case "pending" | "elsewhere":
                sheet.found.lines.leave_out(line.why, place, f"“{line.unit}”{line.why}：{text[:40]}")
            case "unread":
                guess = dict(line.people[0]) if line.people else {}
                guess.setdefault("unit", line.unit or carried or outside)
                sheet.found.doubts.append(
                    make_doubt(sheet, guess, place, text, line.why, "照“单位 姓名 职务 手机”写")
                )
            case _:
                _take_chain_line(
                    sheet,
                    line,
                    place,
                    text,
                    carried if not (numbered and line.has_ordinal) else "",
                    outside,
                    corrected,
                )


_CHANGES = re.compile(r"换成|换为|改成|改为|改派|变更为|调整为|更换为|重新报|以.{0,4}为准|更正")


def read_chat(sheet: FormSheet, named: str) -> None:
    """Read a chat saved as text, message by message; a later message of one sender that changes an earlier one replaces it."""
    for message in messages(sheet.grid.lines):
        if message.number:
            said = f"{message.when} {message.sender}"
            sheet.found.lines.leave_out(
                "聊天记录的发送人和时间", sheet.place(line=message.number), f"是发送人和时间：{said}"
            )
        unit = unit_of_sender(message.sender, sheet.asked)
        kept = []
        for number, text in message.lines:
            if shows_picture(text):
                place = sheet.place(line=number)
                sheet.found.lines.leave_out(
                    "图片和文件", place, f"“{unit or message.sender}”发的图片、文件认不出字：{text[:40]}"
                )
                sheet.found.problems.append(
                    Problem(
                        place,
                        f"“{unit or message.sender}”发的图片、文件认不出字：{text[:40]}",
                        "请单位另报文字",
                    )
                )
            else:
                kept.append((number, text))
        corrects = any(_CHANGES.search(text) for _, text in kept)
        before = len(sheet.found.people)
        own = replace(sheet, unit=unit)
        read_chain(own, kept, unit or named, rows=False)
        if corrects:
            sheet.found.people[before:] = [replace(one, corrects=True) for one in sheet.found.people[before:]]


def _take_chain_line(
    sheet: FormSheet,
    line: ChainLine,
    place: Place,
    text: str,
    carried: str,
    outside: str,
    corrected: set[str],
) -> None:
    for one in line.people:
        values = {**one, "unit": one.get("unit") or line.unit or carried or outside}
        if line.kind == "leave" and not re.search(r"请假|不|无法|缺席|无人|未能", values.get("note", "")):
            values["note"] = " ".join(part for part in (values.get("note", ""), text) if part)
        made = make_reply(values, place, sheet)
        again = values["unit"] in corrected or bool(re.search(r"更正|有误|以.{0,4}为准|改为|变更|原报", text))
        sheet.found.people.append(replace(made, corrects=made.corrects or again))
    said = re.search(r"\+(\d)|(\d|[一二两三四五六七八九])[人位]", text)
    if said and line.kind == "people":
        wanted = _NUMBERS.find((said[1] or said[2]).replace("两", "二")) % 10
        if wanted > len(line.people):
            sheet.found.problems.append(
                Problem(place, f"说有 {wanted} 人，只读出 {len(line.people)} 人：{text[:40]}", "请单位补报")
            )


_NUMBERS = "0123456789零一二三四五六七八九"


def read_letter_sheet(sheet: FormSheet, named: str) -> None:
    """Read a reply written as a letter (复函), signed and dated."""
    letter: LetterReading = read_letter(sheet.grid.lines, sheet.asked)
    listed = [(one.unit, one.short) for one in sheet.asked]
    unit = letter.unit
    if not unit or (listed and named and find_body(unit, listed) is None):
        unit = named or unit
    day = read_moment(letter.date)
    corrects = sheet.corrects or letter.corrects
    sheet.common = replace(
        sheet.common, at=when_filled(day, sheet.common.at) if day else sheet.common.at, corrects=corrects
    )
    sheet.corrects = sheet.corrects or letter.corrects
    sheet.found.unit = sheet.unit = unit
    place = sheet.place()
    for one in (*letter.people, *letter.leave):
        made = make_reply({**one, "unit": unit}, place, sheet)
        away = one in letter.leave
        replaces = tuple(dict.fromkeys((*made.replaces, *letter.replaced))) if not away else ()
        sheet.found.people.append(replace(made, replaces=replaces, away=away))
    for sentence in letter.unread:
        sheet.found.doubts.append(
            make_doubt(
                sheet,
                {"unit": unit},
                place,
                sentence,
                "信里这一句没有认出是谁参会",
                "请单位写明姓名、职务、手机",
            )
        )
