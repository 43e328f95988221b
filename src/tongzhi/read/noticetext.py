"""A meeting notice typed by hand → its values: time, place, who, agenda, reply, contact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tongzhi.read.flow import Flow, FlowLine, FlowTable
from tongzhi.read.labelled import ITEM, Entry, Labelled, label_of, plain_label, read_labelled
from tongzhi.read.saidtime import DAY, arabic, find_said
from tongzhi.zh.bodies import is_body
from tongzhi.zh.people import has_surname, people_in

DATE_LINE = re.compile(
    r"(?:二[〇○零][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日|\d{4}年\d{1,2}月\d{1,2}日)"
)
_HEADING = re.compile(r"[一二三四五六七八九十]+、\s*(.*)$")


@dataclass(slots=True)
class Told:
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


_REPLY = r"(?:报送|回执|报名|报至|反馈|传真|名单|发至|发到|报到|上报|回复|提交|接龙|报)"
_ELSEWHERE = re.compile(
    rf"{DAY}[^。；\n]{{0,16}}?(?:之|以)?前[^。\n]{{0,60}}?{_REPLY}|^(?:会务)?联系人|^附件[：:]|请.{{0,30}}前.{{0,30}}(?:回执|报名)|^请各(?:单位|地)[^，。]{{0,20}}(?:回执|报名)"
)


def read_notice(flow: Flow, found: dict[str, Any]) -> Told:
    """Give the values of a notice; `found` are those all official papers have, by English name."""
    told = Told()
    body = _body(flow, found)
    title, near = str(found.get("title", "")), _near(found, flow)
    if named := re.search(
        r"关于(?:组织|举办|联合)?(?:召开|举行|举办|开好|参加)(.+?)的(?:紧急|补充|预备)?通知", title
    ):
        told.values["meeting_name"] = named[1].strip("“”《》")
    elif "meeting_name" not in told.values:
        for line in (item.text for item in body if isinstance(item, FlowLine)):
            if held := re.search(r"开(?:一[个次场]|好)?([^，。：:\s]{3,24}会(?:议)?)(?=[，。,；]|$)", line):
                told.values["meeting_name"] = held[1].removeprefix("展").strip("“”《》")
                break
    labelled = read_labelled(body, "notice", elsewhere=_ELSEWHERE)
    free = [line for line in labelled.free if line.text]
    _read_cause(free, told)
    _read_when_and_where(labelled, free, near, told)
    _read_people(labelled, free, told)
    _read_agenda(labelled, free, told)
    _read_contacts(labelled, free, found, told)
    _read_reply(labelled, free, near, found, told)
    _read_more(labelled, free, found, told)
    told.left += [
        sentence for line in free for sentence in sentences(line) if not is_placed(sentence, told, found)
    ]
    told.left += [clause for clause in told.open if not _is_said(clause, told)]
    _tell_rest(labelled, told, found)
    told.left += [
        "　".join(cell for cell in row if cell) for table in labelled.tables for row in table.rows if any(row)
    ]
    return told


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


def _tell_rest(labelled: Labelled, told: Told, found: dict[str, Any]) -> None:
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
                    for part in _agenda_items([value])
                )
            ]
    for entry in labelled.entries:
        if entry.name in _TURNED:
            said += [value for value in entry.values if _remains(value, told)]
    told.left += [line for line in said if not is_placed(line, told, found)]


_TURNED = ("reply", "contact", "phone", "duration", "sign_in", "form", "chair", "others", "materials")
"""Labels whose words are turned into values of another form; a line of them of which much remains is told."""


def _remains(value: str, told: Told) -> bool:
    """Tell whether a line says more than the values have taken of it: dates, names, numbers, where to send it."""
    if _plain(value) in told.marks:
        return False
    rest = arabic(value)
    for known in sorted(_texts(told.values), key=len, reverse=True):
        rest = rest.replace(known.strip("。"), "") if len(known) > 1 else rest
    rest = re.sub(rf"{DAY}(?:[^，。；]{{0,14}}?(?:前|止|截至|截止))?", "", rest)
    rest = re.sub(rf"{PHONE}|\d{{1,2}}\s*[:：时点]\s*\d{{0,2}}分?", "", rest)
    rest = re.sub(
        r"联系人?|电话|手机|传真|邮箱|办公室|请|各单位|将|于|及|参会|参加|人员|名单|回执|报送?|反馈|发?至|到|前|会期|提前|签到|主持|由|星期.|上午|下午|中午|以|采取|形式",
        "",
        rest,
    )
    return len(_plain(rest)) > 3


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _texts(inner)]
    return [text for inner in value for text in _texts(inner)] if isinstance(value, list) else [str(value)]


_WHOLE_DAY = re.compile(r"(20\d\d)\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})")


def _near(found: dict[str, Any], flow: Flow) -> date | None:
    """Give the day of the paper: that of its signature, else the last whole day it states, else the year of its title."""
    issued = str(found.get("issued_on", ""))
    try:
        return date.fromisoformat(issued)
    except ValueError:
        texts = [arabic(item.text) for item in flow if isinstance(item, FlowLine)]
        for stated in reversed([day for text in texts for day in _WHOLE_DAY.findall(text)]):
            try:
                return date(*map(int, stated))
            except ValueError:
                continue
        year = re.search(r"(20\d{2})年?", str(found.get("title", "")))
        return date(int(year[1]), 7, 1) if year else None


def _body(flow: Flow, found: dict[str, Any]) -> Flow:
    """Give what stands between the addressee (or the title) and the signature; a table above it may hold values too."""
    texts = [item.text if isinstance(item, FlowLine) else "" for item in flow]
    end = body_end(texts) if any(texts) else len(flow)
    start = 0
    title = re.sub(r"\s", "", str(found.get("title", "")))
    recipients = re.sub(r"[\s，,；;、]", "", "".join(found.get("recipients") or []))
    for at, text in enumerate(texts[:end]):
        bare = re.sub(r"\s", "", text)
        if bare and title and title.endswith(bare) and len(bare) > 2:
            start = max(start, at + 1)
        if recipients and bare and re.sub(r"[，,；;、：:]", "", bare) == recipients:
            start = at + 1
    organ = re.sub(r"\s", "", str(found.get("issuer", "")))
    while end > start and texts[end - 1] and re.sub(r"\s", "", texts[end - 1]) == organ:
        end -= 1
    above = [item for item in flow[:start] if isinstance(item, FlowTable)]
    return [*above, *flow[start:end]]


def sentences(line: FlowLine) -> list[str]:
    """Give the sentences of a line."""
    return [part.strip() for part in re.findall(r"[^。]+。?", line.text) if part.strip("。 　")]


def is_placed(sentence: str, told: Told, found: dict[str, Any]) -> bool:
    """Tell whether a sentence stands in a value, was understood, or says nothing (现将有关事项通知如下)."""
    plain = _plain(sentence)
    if len(plain) < 3 or re.fullmatch(
        r"(?:特此通知|请准时参加|请遵照执行|(?:现)?(?:将|就)?(?:会议)?(?:有关|具体|相关)?(?:事项|事宜)?(?:通知)?如下)",
        plain,
    ):
        return True
    return plain in told.marks or plain in _plain(str(told.values)) or plain in _plain(str(found))


def _is_said(clause: str, told: Told) -> bool:
    """Tell whether the values hold what a clause of the cause says: its place, its people, its meeting."""
    values = _plain(str(told.values))
    rest = arabic(clause)
    for known in [str(value) for value in told.values.values() if isinstance(value, str) and len(value) > 1]:
        rest = rest.replace(known.rstrip("。"), "")
    rest = re.sub(rf"{DAY}[^，。]*?(?=在|召开|举行|$)", "", rest)
    rest = re.sub(
        r"^.{0,12}(?:研究|同意)?(?:决定|定于|拟|将)|(?:于|在|以)|召开|举行|举办|全[市县区]|会议|(?:视频|电视电话|现场)?形式|主会场|分会场|设|请|届时|准时|按时|参加|各县（市、区）|当地",
        "",
        rest,
    )
    rest = _plain(rest)
    return len(rest) < 4 or rest in values or _plain(clause) in values


def _mark(told: Told, sentence: str) -> None:
    told.marks.add(_plain(sentence))


def _plain(text: str) -> str:
    return re.sub(r"[\s　。，；：:、,;（）()'\"\[\]{}]", "", text)


# ---------------------------------------------------------------- cause, time, place


def _read_cause(free: list[FlowLine], told: Told) -> None:
    for line in free[:4]:
        text = line.text
        if not re.match(
            r"为|根据|按照|经|鉴于|近期|日前|定于|兹定于|兹|依据|遵照|结合|今年|当前|入[春夏秋冬汛]", text
        ):
            continue
        said: list[str] = []
        for sentence in sentences(line):
            said.append(sentence)
            _mark(told, sentence)
            if re.search(r"召开|举行|举办|如下", sentence):
                break
        told.values["purpose"] = _tidy_cause("".join(said))
        told.open += [
            clause
            for clause in re.split(r"[，,；;。]", "".join(said))
            if re.search(r"召开|举行|参加|地点|会场", clause)
        ]
        if approved := re.search(r"(经[^，。\n]{2,20}?(?:研究|同意|批准)(?:同意|决定)?)[，,]", text):
            told.values["approved_by"] = approved[1].removesuffix("决定")
        if "meeting_name" not in told.values and (
            named := re.search(r"召开([^，。]{4,40}?(?:会议|会|大会))[，。]", text)
        ):
            told.values["meeting_name"] = named[1].strip("“”《》")
        break


def _tidy_cause(text: str) -> str:
    """Give the cause without the words that lead over to the particulars, and without time and place, which have fields."""
    cause = re.sub(
        r"[，,。；;]?(?:请.{0,8}准时参加。)?(?:现)?(?:就|将)?(?:会议)?(?:有关|具体|相关)?(?:事项|事宜|情况)?(?:通知|安排)?如下[：:。]?$",
        "",
        text,
    )
    cause = re.sub(r"[，,。]?请(?:各单位)?(?:按时|准时)参加。?$", "", cause)
    cause = re.sub(
        rf"(?:兹定于|拟定于|定于|拟于|将于|决定于)\s*{DAY.replace('?P<y>', '?:').replace('?P<m>', '?:').replace('?P<d>', '?:')}[^，。]{{0,60}}?(召开|举行|举办)([^，。]*).*$",
        r"决定\1\2", arabic(cause),
    )  # fmt: skip
    cause = cause.rstrip("，,；;。：: ")
    return f"{cause}。" if cause else ""


_PLACE = r"([^，。,；;\n]{2,40}?)"


def _read_when_and_where(labelled: Labelled, free: list[FlowLine], near: date | None, told: Told) -> None:
    entry = labelled.first("start", "when_where")
    if entry is not None:
        _take_when(
            entry.text,
            near,
            told,
            with_place=entry.name == "when_where",
        )
    where = labelled.first("main_venue")
    if where is not None:
        _take_venues(where.text, told)
    for line in free:
        for sentence in sentences(line):
            if (
                "start" not in told.values
                and (
                    hit := re.search(
                        r"(?:定于|兹定于|拟于|将于|决定于|于|[今明后]天[（(]?|^)\s*((?:\d{4}年)?\d{1,2}月\d{1,2}日.+)",
                        arabic(sentence),
                    )
                )
                and re.search(r"召开|举行|举办|开会|开(?:一[个次场])?[^，。]{2,24}会", sentence)
            ):
                _take_when(hit[1], near, told, with_place=True)
                _mark(told, sentence)
                told.open += [
                    clause for clause in re.split(r"[，,；;。]", sentence) if not re.search(DAY, clause)
                ]
            if "main_venue" not in told.values and (
                hit := re.search(rf"主会场(?:设在|设于|在|为|地点为)[：:]?{_PLACE}(?=[，。；,;]|$)", sentence)
            ):
                told.values["main_venue"] = _tidy_place(hit[1])
                _mark(told, sentence)
            if "duration" not in told.values and (
                held := re.search(r"会期(?:为|约|预计)?([^，。；]{1,8})", sentence)
            ):
                told.values["duration"] = held[1]
                _mark(told, sentence)
    for name in ("duration", "sign_in"):
        if (length := labelled.first(name)) is not None:
            told.values[name] = length.text.rstrip("。；")
    if (branch := labelled.first("branch_venues")) is not None:
        told.values.setdefault(
            "branch_venues",
            [
                part.rstrip("。")
                for value in branch.values
                for part in re.split(r"[；;]", value)
                if part.strip("。 ")
            ],
        )


_TWO_VENUES = re.compile(
    r"(?:主会场)(?:设在|设于|设|在|为|[：:])?(?P<main>[^；;。]{2,40})[；;。，,]\s*(?:各)?分会场(?:设在|设于|设|在|为|[：:])?(?P<branch>[^；;。]{2,60})"
)


def _take_venues(text: str, told: Told) -> None:
    """Take the place; 主会场设…；分会场设… are two."""
    both = _TWO_VENUES.search(text)
    if both is None:
        told.values["main_venue"] = _tidy_place(text)
        return
    told.values["main_venue"] = _tidy_place(both["main"])
    told.values.setdefault("branch_venues", [both["branch"].strip("。；， ")])
    if rest := (text[: both.start()] + text[both.end() :]).strip("。；， "):
        told.left.append(rest)


def _take_when(text: str, near: date | None, told: Told, *, with_place: bool) -> None:
    """Take time, end, length and sign-in of what stands under 时间; and the place if it stands there too."""
    text = arabic(text)
    bare = re.sub(rf"^{ITEM}", "", text)
    # 14:00签到，14:30正式开会: people sign in before it begins
    early_clock = (
        r"(\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分?)?))\s*(?:前|起|开始)?(?:签到|报到|入场)[，,、；;]?\s*"
    )
    if (signs := re.search(early_clock + r"(?=.*\d{1,2}[:：时点])", bare)) is not None:
        told.values["sign_in"] = signs[1]
        bare = bare[: signs.start()] + bare[signs.end() :]
    said = find_said(bare, near, with_clock=True)
    if said is None:
        told.values.setdefault("start", bare.rstrip("。；"))
        return
    told.values["start"] = said.value
    if said.until:
        told.values["end"] = said.until
    if said.odd:
        told.odd["start"] = said.odd
    rest = bare[said.end :]
    if held := re.search(r"会期(?:为|约|预计)?([^，。；）)]{1,8})", bare):
        told.values["duration"] = held[1]
    if early := re.search(r"提前(?:半小时|\d+\s*分钟)", rest):
        told.values["sign_in"] = early[0].replace(" ", "")
    if not with_place:
        over = re.sub(
            r"会期(?:为|约|预计)?[^，。；）)]{1,8}|请?提前(?:半小时|\d+\s*分钟)[^，。；]{0,8}|[（(]?(?:星期|周).[）)]?|召开|准时|开始",
            "",
            rest,
        )
        told.open += [clause for clause in re.split(r"[，,；;。]", over) if len(_plain(clause)) > 3]
    where = (
        re.search(
            rf"(?:^|[，,。；;\s]|会议地点[：:]?|地点[：:])(?:在|于)?{_PLACE}(?:以.{{2,10}}(?:形式|方式))?(?:组织)?(?:召开|举行|举办|开会|开(?=(?:一[个次场])?[^，。]{{2,24}}会))",
            rest,
        )
        if with_place
        else None
    )
    if where is None and with_place:
        where = re.search(rf"(?:地点[：:]|在){_PLACE}(?=[，。；]|$)", rest)
    if where is not None and where[1].strip("在于 "):
        told.values.setdefault("main_venue", _tidy_place(re.sub(r"^(?:在|于)", "", where[1])))


def _tidy_place(text: str) -> str:
    place = re.sub(rf"^{ITEM}", "", text).rstrip("。；;，")
    return re.sub(r"^(?:设在|设于)|(?:召开|举行)$", "", place)


# ---------------------------------------------------------------- people and agenda


def _read_people(labelled: Labelled, free: list[FlowLine], told: Told) -> None:
    main, branch = list[str](), list[str]()
    for name, into in (("attendees", main), ("main_attendees", main), ("branch_attendees", branch)):
        for entry in labelled.all(name):
            _part_venues(entry, main, branch if into is main else into, is_branch=into is branch)
    if not main and not branch:
        for line in free:
            for sentence in sentences(line):
                if _attending(sentence, main, branch):
                    _mark(told, sentence)
    if main:
        told.values["attendees"] = main
    if branch:
        told.values["branch_attendees"] = branch
    for entry in labelled.all("observers"):
        told.values.setdefault("observers", []).extend(_items(entry.values))


def _part_venues(entry: Entry, main: list[str], branch: list[str], *, is_branch: bool) -> None:
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
            (branch if to_branch else main).extend(_items([text]))


def _items(values: Sequence[str]) -> list[str]:
    parts = [
        re.sub(rf"^{ITEM}", "", part.strip()).rstrip("。；;，")
        for value in values
        for part in re.split(r"[；;]", value)
    ]
    return [part for part in parts if part]


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
        if (
            hit
            and re.search(r"负责|领导|人员|局长|主任|同志|单位|县长|区长|代表", hit[1])
            and not re.search(r"^各单位$|有关人员按时$", hit[1])
        ):
            main.append(hit[1])
            taken = True
    return taken


_ACTS = r"(?:传达|通报|安排|部署|学习|总结|研究|听取|观看|宣读|审议|讨论|分析|表彰|解读|讲评|点评|汇报|贯彻|动员|签订)"


def _read_agenda(labelled: Labelled, free: list[FlowLine], told: Told) -> None:
    items: list[Any] = []
    for entry in labelled.all("agenda"):
        for text in _agenda_items(entry.values):
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
                    _mark(told, sentence)
    if items:
        told.values["agenda"] = items
    if (chair := labelled.first("chair")) is not None:
        told.values["chair"] = split_person(chair.text.rstrip("。"))
    for line in free:
        for sentence in sentences(line):
            if "chair" not in told.values and (chaired := re.search(r"会议由(.+?)主持", sentence)):
                told.values["chair"] = split_person(chaired[1])
                _mark(told, sentence)


def _agenda_items(values: Sequence[str]) -> list[str]:
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


# ---------------------------------------------------------------- reply and contact

PHONE = r"(?<!\d)(?:1[3-9]\d{9}|1[3-9]\d[ \-]\d{4}[ \-]\d{4}|(?:[（(]?0\d{2,3}[）)]?[\-－— ]?)?\d{7,8}(?:\s*[转\-－]\s*\d{1,6})?|0\d{2,3}-[×*\d]{7,8})(?!\d)"
_PHONES = rf"{PHONE}(?:\s*[、，,/]\s*{PHONE})*"
_NAMED_PHONE = re.compile(
    rf"(?P<name>[㐀-鿿·]{{2,4}}|[㐀-鿿][某×*]{{1,2}})\s*(?:同志|先生|女士|科长|主任|处长)?\s*[，,、；;：:（(\s　]*(?:联系)?(?:电话|手机|方式|办公电话)?(?:号码)?[：:\s　（(]*(?P<phone>{_PHONES})"
)
_PHONE_NAMED = re.compile(
    rf"(?P<phone>{PHONE})\s*[，,]?\s*[（(](?:联系人[：:]?)?(?P<name>[㐀-鿿·]{{2,4}}|[㐀-鿿][某×*]{{1,2}})[）)]"
)


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
            found.append({"姓名": name, "电话": hit["phone"].strip()})
    alone = re.search(r"联系人[：:]?\s*([㐀-鿿·]{2,4}|[㐀-鿿][某×*]{1,2})(?![㐀-鿿])", text)
    numbers = re.findall(PHONE, text)
    if not found and alone and len(numbers) == 1 and _is_contact(alone[1]):
        found.append({"姓名": alone[1], "电话": numbers[0]})
    return [one for at, one in enumerate(found) if one not in found[:at]]


def _is_contact(name: str) -> bool:
    return bool(re.search(r"[某×*]", name)) or has_surname(name) or bool(re.fullmatch(r"[小老][㐀-鿿]", name))


def _read_contacts(labelled: Labelled, free: list[FlowLine], found: dict[str, Any], told: Told) -> None:
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
            if re.fullmatch(r"[㐀-鿿·某×*]{2,6}", name) and not is_body(name) and not label_of("notice", name)
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
                _mark(told, sentence)
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


def _month_of(told: Told, near: date | None) -> int | None:
    """Give the month that a day without one is of: that of the meeting, else that of the paper."""
    start = re.match(r"\d{4}-(\d{2})", str(told.values.get("start", "")))
    return int(start[1]) if start else near.month if near is not None else None


def _read_reply(
    labelled: Labelled, free: list[FlowLine], near: date | None, found: dict[str, Any], told: Told
) -> None:
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
        _mark(told, text)
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


def _read_more(labelled: Labelled, free: list[FlowLine], found: dict[str, Any], told: Told) -> None:
    for entry in labelled.all("discipline"):
        told.values.setdefault("discipline", []).extend(_items(entry.values))
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
        for text in _items(entry.values):
            label = re.match(r"(会议纪律|纪律|请假|请假要求)[。：:]\s*(.+)$", text)
            if label and "纪律" in label[1]:
                told.values.setdefault("discipline", []).append(label[2])
            elif label:
                told.values["leave_rule"] = label[2]
            elif not is_placed(text, told, found) and not _ELSEWHERE.search(text):
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
                if part and not is_placed(part, told, found) and not _free_reading(entry, told, found)
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


def _free_reading(entry: Entry, told: Told, found: dict[str, Any]) -> bool:
    """Tell whether all that a heading of no label says was understood as sentences."""
    return bool(entry.text) and all(
        is_placed(sentence, told, found) for value in entry.values for sentence in sentences(FlowLine(value))
    )


def say_moment(said: str, year: str) -> str:
    """Give 2020-09-30 09:00 for what a paper says; what cannot be read stays as it was said."""
    near = date(int(year), 7, 1) if year.isdigit() else None
    found = find_said(said, near)
    return found.value if found else said


__all__ = [
    "DATE_LINE",
    "Told",
    "body_end",
    "label_of",
    "read_notice",
    "read_sections",
    "say_moment",
    "split_person",
]
