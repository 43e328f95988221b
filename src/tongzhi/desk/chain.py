"""接龙: a line of a chain message → the people it names, or what else it says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from tongzhi.desk.linewords import (
    CORRECTION,
    ELSEWHERE,
    HINTS,
    LEAVE,
    PENDING,
    PHONE,
    PLATE,
    Tokens,
    is_listed,
)
from tongzhi.desk.people import NOBODY, Asked
from tongzhi.zh.bodies import Listed, is_body
from tongzhi.zh.names import normalize_name
from tongzhi.zh.people import has_surname, people_in

Kind = Literal["people", "leave", "pending", "elsewhere", "correction", "unit", "aside", "unread"]


@dataclass(slots=True)
class ChainLine:
    """What a line says.

    Attributes:
        kind: people: it names who comes; leave: nobody comes, or somebody asks for leave; pending: the reply follows
            later; elsewhere: it was sent in another form; correction: an earlier line is to be replaced; unit: a unit
            alone, for the lines below; aside: talk, titles, examples; unread: something else.
        people: a mapping of field names of a reply for each person.
        unit: the unit as written, empty when it says none.
        why: for aside the rule's name, for unread the reason.
    """

    kind: Kind
    people: list[dict[str, str]] = field(default_factory=list)
    unit: str = ""
    why: str = ""
    has_ordinal: bool = False


_CIRCLED = str.maketrans(
    {chr(0x2460 + at): f" {at + 1}. " for at in range(20)} | {chr(0x2776 + at): f" {at + 1}. " for at in range(10)}
    | {chr(0x2488 + at): f" {at + 1}. " for at in range(20)} | {chr(0x2474 + at): f" {at + 1}. " for at in range(20)}
    | {chr(0xFF10 + at): str(at) for at in range(10)} | {"＋": "+", "（": "（", "(": "（", ")": "）", "\u00a0": " ", "\t": " ", "＃": "#", "．": "."}
)  # fmt: skip
_ORDINAL = re.compile(
    r"^\s*(?:[（]\s*\d{1,3}\s*[）]|\d{1,3}\s*(?:[.．、，,:：)）]|楼|号(?=[ :：、])|(?=\s)|(?![月日年点时分人位个家号名条项楼层])(?=[㐀-鿿（]))|第\d{1,3}[位名个][:：、 ]?|[一二三四五六七八九十]{1,3}[、.．]|[*•\-—◆●○■]\s*)\s*"
)
_EXAMPLE = re.compile(
    r"^\s*[（【\[]?\s*(?:例如|示例|样例|填写示例|举例|范例|例(?=[\s:：，,、.．）】\]\d])|格式|模板|参考格式|填报格式|接龙格式|报名格式|如[:：])"
)
_CHAT = re.compile(
    r"^(?:收到|好的|好|谢谢|感谢|辛苦|明白|知道了|OK|ok|嗯|可以|以上|以上是?全部|完毕|接龙|#|\[|【?图片】?|撤回|请问|各位|大家|@|抱歉|不好意思|早上好|下午好|领导好)"
)
_TALK = re.compile(
    r"请.{0,20}(?:接龙|报名|报送|填报|填写|回复|按)|(?:接龙|报名|参会人员|参会)(?:开始|名单|统计|接龙|如下)?[：:。！!]?$|格式[：:]|截止|^.{0,4}关于.{2,40}(?:通知|会议)|^.{2,40}(?:会议|大会|推进会|培训班|座谈会)(?:参会)?(?:人员)?(?:报名|接龙|名单|回执)?$"
)
_SENDER = re.compile(
    r"^.{1,24}\s+(?:\d{2,4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s+)?(?:上午|下午|晚上)?\d{1,2}:\d{2}(?::\d{2})?[:：]?$|^[-—=]{3,}|^(?:\d{4}[-/年.])?\d{1,2}[-/月.]\d{1,2}日?(?:\s*\d{1,2}:\d{2})?$"
)
_STANDS_IN = re.compile(
    r"同[上前]|如[上前]|〃|[暂待未另尚].{1,5}|名单.*|.*(?:确定|通知|再报|后报|另报|不变|照旧)|无|没有"
)
"""Words that stand where a name should."""
_REPLACES = re.compile(r"(?:代替|代为|顶替|接替|替换|替|代|原报|原定|原为|原)([^，,；;。（）\s]{2,20})")
_HINT = re.compile("|".join(f"(?P<{name}>(?:{words}))" for name, words in HINTS.items()))
LONGEST = 4_000
"""Characters of a line that can still be somebody's reply; what is longer is no line of a chain and is told unread."""


def read_line(line: str, asked: Iterable[Asked] = ()) -> ChainLine:
    """Read one line of a chain message: `3. 青川县 张三 副县长 13800000000`.

    Several people may stand in a line, a name may be written with a blank in it, marks and their order are free.
    """
    if len(line) > LONGEST:
        return ChainLine("unread", why=f"这一行有{len(line)}个字，不像报名；一家一行")
    listed: Listed = [(one.unit, one.short) for one in asked]
    text = line.translate(_CIRCLED).strip(" \t　\r\n")
    ordinal = _ORDINAL.match(text)
    rest = (text[ordinal.end() :] if ordinal and not re.match(r"0\d", text) else text).strip(" 　")
    has_ordinal = bool(ordinal) and rest != text
    rest = re.sub(r"^(?:补报|增报|补充|新增|追加|更新|重报)\s*[:：]\s*", "", rest)
    if not re.search(r"[㐀-鿿A-Za-z\d]", text):
        return ChainLine("aside", why="空行和符号")
    if _EXAMPLE.match(text) or _EXAMPLE.match(rest):
        return ChainLine("aside", why="样例")
    if _SENDER.match(text):
        return ChainLine("aside", why="聊天记录的发送人和时间")
    if re.match(r"#\s*接龙", text):
        return ChainLine("aside", why="标题和说明")
    found = _corrected(rest, listed, has_ordinal=has_ordinal) or _read(rest, listed, has_ordinal=has_ordinal)
    found.has_ordinal = has_ordinal
    return found


_CORRECTED = re.compile(
    r"(?P<before>.{4,}?)[，,；;。\s]*[（(【]?\s*(?:(?:更正|变更|修改|调整)\s*[:：，,]?\s*)?(?:现|更)?(?:改为|改由|改成|换为|换成|变更为|更正为|调整为)\s*[:：]?\s*(?P<after>[^（(）)】]+(?:[（(][^（）()]*[）)][^（(）)】]*)?)[）)】]?\s*"
)


def _corrected(rest: str, listed: Listed, *, has_ordinal: bool) -> ChainLine | None:
    """Read a line that takes back what it says first: 水运中心 张仪 副主任（更正：改为主任范雎，手机13800000000）."""
    found = _CORRECTED.fullmatch(rest)
    if found is None:
        return None
    before = _read(found["before"], listed, has_ordinal=has_ordinal)
    if before.kind != "people":
        return None
    reader = Tokens(listed, with_units=False)
    reader.take(found["after"])
    people = reader.people()
    if not reader.has("name") or not people:
        return None
    gone = "、".join(one["name"] for one in before.people if one.get("name"))
    for one in people:
        _take_remarks(one)
        one["note"] = " ".join(part for part in (one.get("note", ""), f"原报{gone}") if part)
        one.setdefault("unit", before.unit)
    return ChainLine("people", people, before.unit)


def _read(rest: str, listed: Listed, *, has_ordinal: bool) -> ChainLine:
    has_phone = bool(PHONE.search(rest))
    if not has_phone and not has_ordinal:
        if re.match(r"(?:填报人|填表人|填表|联系人|经办人|制表|审核人?)[:：]", rest):
            return ChainLine("aside", why="填报人和联系人")
        if (_TALK.search(rest) or _CHAT.match(rest)) and not LEAVE.search(rest):
            return ChainLine("aside", why="闲话" if _CHAT.match(rest) else "标题和说明")
    if re.match(
        r"[>＞]?\s*(?:填报人|填表人|联系人|经办人|会务联系人|发起人|发布人|创建人|接龙发起人?|群主|记录人|整理人)\s*[:：]",
        rest,
    ):
        return ChainLine("aside", why="填报人和联系人")
    reader = Tokens(listed)
    reader.take(rest)
    unit = reader.first_unit()
    if not reader.has("name"):
        if LEAVE.search(rest) and unit:
            return ChainLine("leave", [{"unit": unit, "name": NOBODY, "note": reader.notes() or rest}], unit)
        if unit and not has_phone:
            if CORRECTION.search(rest):
                return ChainLine("correction", unit=unit)
            if ELSEWHERE.search(rest):
                return ChainLine("elsewhere", unit=unit, why="说已另报")
            if PENDING.search(rest):
                return ChainLine("pending", unit=unit, why="说以后再报")
            if not reader.has("title") and not reader.has("note"):
                return ChainLine("unit", unit=unit)
        if not has_phone and (
            _CHAT.match(rest) or (not unit and not has_ordinal and not reader.has("title"))
        ):
            return ChainLine("aside", why="闲话")
        return ChainLine("unread", _guess(reader, unit), unit, "这一行没有认出姓名")
    people = reader.people()
    for one in people:
        _take_remarks(one)
    if any(_STANDS_IN.fullmatch(one["name"]) for one in people):
        if unit and PENDING.search(rest):
            return ChainLine("pending", unit=unit, why="说以后再报")
        return ChainLine("unread", [{"unit": unit}], unit, "这一行没有写姓名")
    enough = (
        has_phone
        or has_ordinal
        or (unit and (reader.has("title") or LEAVE.search(rest)))
        or any(one.get("title") for one in people)
    )
    if not enough:
        if unit and has_surname(people[0]["name"]):
            return ChainLine("people", people, unit)
        return (
            ChainLine("aside", why="闲话")
            if not is_body(unit) and not is_listed(unit, listed)
            else ChainLine("unread", people, unit, "这一行不像报名")
        )
    if LEAVE.search(rest) and not re.search(r"替|代(?!表)|(?<![事理因])由", rest):
        return ChainLine("leave", people, unit)
    return ChainLine("people", people, unit)


def _guess(reader: Tokens, unit: str) -> list[dict[str, str]]:
    values = {
        "unit": unit,
        "name": "",
        "title": reader.joined("title"),
        "mobile": reader.joined("mobile"),
        "note": reader.notes(),
    }
    return [{name: value for name, value in values.items() if value}]


def _take_remarks(one: dict[str, str]) -> None:
    """Move sex, people, plate, venue and whose place somebody takes from the remarks to where they belong."""
    kept = []
    for remark in one.get("note", "").split(" "):
        if remark in ("男", "女"):
            one.setdefault("sex", remark)
        elif re.fullmatch(r"[㐀-鿿]{1,4}族", remark):
            one.setdefault("ethnicity", remark)
        elif plate := PLATE.fullmatch(remark):
            one.setdefault("plate", plate[1])
        elif remark in ("主会场", "分会场"):
            one.setdefault("venue", remark)
        elif remark:
            kept.append(remark)
    one.pop("note", None)
    if kept:
        one["note"] = " ".join(kept)


def replaced_names(text: str) -> list[str]:
    """Give the names of those whose place is taken: 替云起时副局长, 代副局长司马某参会, 原报张三."""
    names: list[str] = []
    for found in _REPLACES.finditer(text):
        said = re.sub(r"参会|参加|出席|开会|同志", "", found[1])
        named = [name for name, _ in people_in(said)]
        if not named and has_surname(said):
            named = [said]
        names += named
    return list(dict.fromkeys(normalize_name(name) for name in names))


def read_chain_line(line: str, asked: Iterable[Asked] = ()) -> dict[str, str]:
    """Give the first person of a line; empty when it names nobody who comes or asks for leave."""
    found = read_line(line, asked)
    return found.people[0] if found.kind in ("people", "leave") and found.people else {}


def read_tokens(text: str, asked: Iterable[Asked] = (), *, with_units: bool = True) -> list[dict[str, str]]:
    """Give the people whom a run of words names, without judging whether it is a line of a chain message.

    Without units a body before a post belongs to the post: 县应急管理局局长.
    """
    reader = Tokens([(one.unit, one.short) for one in asked], with_units=with_units)
    reader.take(text.translate(_CIRCLED).strip(" 　"))
    people = reader.people()
    for one in people:
        _take_remarks(one)
    return people
