"""The columns of the printed 整改清单, which hold several fields each."""

from __future__ import annotations

import re
from collections.abc import Callable

from tongzhi.read.meanings import split_unit_person

Split = Callable[[str], dict[str, str]]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _place(text: str) -> dict[str, str]:
    lines = [*_lines(text), "", ""]
    return {"region": lines[0], "field": lines[1]}


def _entity(text: str) -> dict[str, str]:
    entity, _, location = text.partition("：")
    return {"entity": entity.strip(), "location": location.strip()}


def _description(text: str) -> dict[str, str]:
    words, _, basis = text.partition("判定依据：")
    return {"description": words.strip(), "basis": basis.strip()}


_DATE = re.compile(r"\s*(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)")


def _found(text: str) -> dict[str, str]:
    day = _DATE.match(text)
    lines = [*_lines(text[day.end() :] if day else text), "", ""]
    if day is None and lines[2]:  # 待定, or nothing that is a date, stands where the date does
        lines = lines[1:]
    return {"found_on": day[1] if day else "", "found_by": lines[0], "inspect_unit": lines[1]}


def _responsible(text: str) -> dict[str, str]:
    lines = _lines(text)
    if len(lines) == 1:  # typed in one line: 大巴扎物业 艾力·肉孜
        unit, person = split_unit_person(lines[0])
        return {"resp_unit": unit, "resp_person": person}
    return {"resp_unit": lines[0] if lines else "", "resp_person": " ".join(lines[1:])}


def _oversight(text: str) -> dict[str, str]:
    rest, _, sponsor = text.partition("包保领导：")
    lines = [*_lines(rest), "", ""]
    return {"oversight_unit": lines[0], "oversight_person": lines[1], "sponsor": sponsor.strip()}


def _funds(text: str) -> dict[str, str]:
    lines = [*_lines(text), "", ""]
    return {"funds": lines[0], "funds_source": lines[1].strip("（）")}


def _control(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _lines(text):
        if line.startswith("预案："):
            found["emergency_plan"] = line.removeprefix("预案：")
        elif re.match(r"转移\d+人", line):
            found["evacuated"] = line.removeprefix("转移")
        elif line.startswith(("局部停产", "全部停产", "停工", "停用")):
            found["stop_order"] = line
        else:
            found["interim_control"] = "\n".join(filter(None, (found.get("interim_control"), line)))
    return found


def _limit(text: str) -> dict[str, str]:
    first, _, later = text.partition("延期至")
    return {"due": first.strip(), "延期至": later.strip()}


def _progress(text: str) -> dict[str, str]:
    words, _, closed = text.partition("销号：")
    return {"progress": words.strip(), "closed_on": closed.strip()}


SPLITS: dict[str, Split] = {
    "所属地区及领域": _place,
    "单位名称及隐患部位": _entity,
    "隐患描述": _description,
    "发现日期及方式": _found,
    "整改责任单位、责任人": _responsible,
    "监管责任单位、责任人": _oversight,
    "整改资金（万元）": _funds,
    "临时管控措施及应急预案": _control,
    "整改时限": _limit,
    "整改进展": _progress,
}
