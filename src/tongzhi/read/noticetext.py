"""A meeting notice typed by hand → its values: time, place, who, agenda, reply."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from tongzhi.model.types import read_moment, read_when

DATE_LINE = re.compile(
    r"(?:二〇[〇一二三四五六七八九]{2}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日|\d{4}年\d{1,2}月\d{1,2}日)"
)
_ITEM = r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])?\s*"
_LABELLED = re.compile(rf"{_ITEM}([一-鿿]{{2,8}}?)\s*[：:。]\s*(.+)$")
_HEADING = re.compile(r"[一二三四五六七八九十]+、\s*(.*)$")
_DAY = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日"


def body_end(lines: Sequence[str]) -> int:
    """Give the position of the signature's date or of the first annex, whichever comes first after the title."""
    for position, line in enumerate(lines):
        bare = re.sub(r"\s", "", line)
        if position > 3 and (
            re.match(r"附件(?:\d*$|[：:])", bare) or DATE_LINE.fullmatch(bare) or bare == "年月日"
        ):
            return position
    return len(lines)


def read_sections(lines: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Part the text at 一、二、三、; what stands on the heading's own line after a full stop or colon is text."""
    parts: list[tuple[str, list[str]]] = []
    for line in lines:
        found = _HEADING.match(line)
        if found:
            split = re.match(r"(.{2,14}?)[：:。](.+)$", found[1])
            heading, rest = (split[1], split[2]) if split else (found[1], "")
            parts.append((heading.strip("。：: "), [rest.strip()] if rest.strip() else []))
        elif parts:
            parts[-1][1].append(line)
    return parts


def read_notice(lines: Sequence[str], found: dict[str, Any]) -> dict[str, Any]:
    """Give the values of a notice, by English name; `found` are those all official papers have."""
    lines = lines[: body_end(lines)]
    text, title = "\n".join(lines), str(found.get("title", ""))
    year = str(found.get("issued_on", ""))[:4]
    values: dict[str, Any] = {}
    if named := re.search(r"关于召开(.+?)的(?:紧急|补充)?通知", title):
        values["meeting_name"] = named[1].strip("“”《》")
    _read_cause(lines, title, text, values)
    _read_when_and_where(lines, text, year, values)
    for heading, passage in read_sections(lines):
        _take_section(heading, passage, values)
    _read_reply(text, year, found, values)
    for word in ("电视电话", "视频"):
        if word in values.get("meeting_name", "") or re.search(
            rf"(?:形式[：:。]|采取|以).{{0,6}}{word}", text
        ):
            values["form"] = word
            break
    return values


def _read_cause(lines: Sequence[str], title: str, text: str, values: dict[str, Any]) -> None:
    heads = [at for at, line in enumerate(lines) if len(line) > 2 and title.endswith(re.sub(r"\s", "", line))]
    for line in lines[(heads[0] + 1 if heads else 0) :][:4]:
        if re.match(r"为|根据|按照|经|鉴于|近期|日前|定于|兹定于", line):
            cause = re.sub(
                r"[，,。]?(?:现)?(?:将)?(?:有关|具体|相关)?(?:事项|事宜)(?:通知)?如下[：:。]?$", "", line
            )
            values["purpose"] = f"{cause}。" if cause and not cause.endswith("。") else cause
            break
    if approved := re.search(r"(经[^，。\n]{2,20}?(?:研究|同意|批准)(?:同意)?)[，,]", text):
        values["approved_by"] = approved[1]


def _read_when_and_where(lines: Sequence[str], text: str, year: str, values: dict[str, Any]) -> None:
    labelled: dict[str, str] = {}
    for line in lines:
        if hit := _LABELLED.match(line):
            labelled.setdefault(hit[1], hit[2])
    when = next(
        (labelled[key] for key in ("会议时间", "时间", "开会时间", "召开时间") if key in labelled), ""
    )
    where = next((labelled[key] for key in ("会议地点", "地点", "主会场", "召开地点") if key in labelled), "")
    inline = re.search(rf"定于({_DAY}[^，。,\n]*?)在([^，。,\n]{{2,40}}?)(?:以.{{2,8}}形式)?召开", text)
    if not when and inline:
        when = inline[1]
    if not where and inline:
        where = inline[2]
    if when:
        first, _, rest = re.sub(r"[（(]会期.*?[）)]", "", when).partition("，")
        values["start"] = say_moment(first.split("。")[0], year)
        if held := re.search(r"会期([^，。；]{1,6})", when):
            values["duration"] = held[1]
        if early := re.search(r"提前(?:半小时|\d+\s*分钟)", rest):
            values["sign_in"] = early[0].replace(" ", "")
    if where:
        values["main_venue"] = where.rstrip("。；")


_SECTIONS: tuple[tuple[str, str], ...] = (
    (r"时间|地点", ""),
    (r"内容|议程|议题", "agenda"),
    (r"分会场参", "branch_attendees"),
    (r"参会|参加|出席|人员|对象|范围", "attendees"),
    (r"有关|要求|事项|纪律|其他", "others"),
)
_ELSEWHERE = re.compile(
    r"(?:报名|回执|参会回执)(?:回执)?[。：:]|联系人|附件[：:]|请.{0,20}前.{0,30}(?:回执|报名)"
)


def _take_section(heading: str, passage: list[str], values: dict[str, Any]) -> None:
    name = next((name for pattern, name in _SECTIONS if re.search(pattern, heading)), "")
    if not name:
        return
    texts = [re.sub(rf"^{_ITEM}", "", line).rstrip("。；") for line in passage]
    texts = [
        text
        for text in texts
        if text and not re.fullmatch(r"[一-鿿]{4,30}(?:办公室|委员会|局|政府|公司)", text)
    ]
    if name == "others":
        rest = []
        for text in texts:
            label = re.match(r"(会议纪律|纪律|请假|请假要求|报名回执)[。：:]\s*(.+)$", text)
            if label and "纪律" in label[1]:
                values.setdefault("discipline", []).append(label[2])
            elif label and label[1].startswith("请假"):
                values["leave_rule"] = label[2]
            elif not _ELSEWHERE.match(text):
                rest.append(text)
        if rest:
            values.setdefault("others", rest)
        return
    if name == "agenda":
        for text in list(texts):
            if chaired := re.match(r"会议由(.+?)主持$", text):
                values["chair"] = split_person(chaired[1])
                texts.remove(text)
    parts = [part for text in texts for part in re.split(r"[；;]", text) if part]
    if parts:
        values.setdefault(name, parts)


def split_person(text: str) -> dict[str, str]:
    """Give 职务 and 姓名 of 常务副市长李某; the post ends where a word for posts ends."""
    found = re.match(r"(.*(?:书记|长|主任|委员|常委|主席|经理|总监))([一-鿿·*×]{1,4}?)(?:同志)?$", text)
    return {"姓名": found[2], "职务": found[1]} if found else {"姓名": text}


def _read_reply(text: str, year: str, found: dict[str, Any], values: dict[str, Any]) -> None:
    due = re.search(
        rf"({_DAY}[^。；\n]{{0,14}}?)(?:之|以)?前[^。\n]{{0,40}}?(?:报送|回执|报名|报至|反馈|传真)", text
    )
    if due is None:
        return
    values["rsvp_due"] = say_moment(due[1], year)
    channel = re.search(r"回执(?:传真|报送|报|发)(?:至|到|送)?([^。\n]{4,60})", text[due.end() - 2 :])
    people = found.get("contact") or []
    if channel:
        values["rsvp_to"] = channel[1].strip("至到，")
    elif people:
        values["rsvp_to"] = f"{people[0]['姓名']}，{people[0]['电话']}"


def say_moment(said: str, year: str) -> str:
    """Give 2020-09-30 09:00 for what a paper says; what cannot be read stays as it was said."""
    text = said.strip(" 。；，")
    if year and not re.match(r"\d{4}", text):
        text = f"{year}年{text}"
    text = re.sub(r"(?<=\d)\s*[—\-－至]\s*\d{1,2}[:：]\d{2}$", "", text)
    try:
        return read_moment(text).strftime("%Y-%m-%d %H:%M")
    except ValueError:
        pass
    try:
        return read_when(text).isoformat()[:10]
    except ValueError:
        return said
