"""What a heading means, whatever an office calls it; the words stand in `corpus/headings.yaml`.

A meaning is named by its Chinese word (县区, 整改时限). A document type or the ledger takes a heading for a field when
one of the names of that meaning is a name of the field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from tongzhi.read.headers import plain_name
from tongzhi.resources import corpus_path

PERSON = re.compile(r"[㐀-鿿]{2,4}|[㐀-鿿]{1,8}(?:·[㐀-鿿]{1,8})+")
_BRACKETED = re.compile(r"^(?P<before>.+?)[(（](?P<inside>[^()（）]*)[)）]$", re.DOTALL)
_BETWEEN = re.compile(r"[\s　、，,；;：:/／]+")


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning: its word, the names a heading may have, and how further ones look."""

    word: str
    names: tuple[str, ...]
    shapes: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A heading whose cells hold a unit and a person (责任单位（责任人）)."""

    unit: str
    person: str


@cache
def _file() -> dict[str, Any]:

    text = corpus_path("headings.yaml").read_text(encoding="utf-8")
    # the loader in C is ten times as fast, and every batch begins with this file
    found: dict[str, Any] = (
        yaml.load(text, Loader=yaml.CSafeLoader) if yaml.__with_libyaml__ else yaml.safe_load(text)
    )
    return found


@cache
def _classes() -> dict[str, str]:
    """Give the classes of words that shapes name in angle brackets, each as an alternative, longer words first."""
    return {
        name: f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"
        for name, words in _file()["词类"].items()
    }


def _shape(text: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"<([㐀-鿿])>", lambda found: _classes()[found[1]], text))


@cache
def meanings() -> tuple[Meaning, ...]:
    """Give all meanings in the order in which they are tried."""
    return tuple(
        Meaning(
            word,
            tuple(dict.fromkeys(plain_name(name) for name in (word, *entry.get("名", ())))),
            tuple(_shape(shape) for shape in entry.get("形", ())),
        )
        for word, entry in _file()["意思"].items()
    )


@cache
def _by_word() -> dict[str, Meaning]:
    return {meaning.word: meaning for meaning in meanings()}


def names_of(word: str) -> tuple[str, ...]:
    """Give the plain names that headings of this meaning may have, the word itself first."""
    return _by_word()[word].names


@cache
def _by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for meaning in meanings():
        found.setdefault(meaning.names[0], meaning.word)
    for meaning in meanings():
        for name in meaning.names:
            found.setdefault(name, meaning.word)
    return found


@cache
def meaning_of(heading: str) -> str:
    """Give the word of what a heading means; empty when it is not known."""
    plain = plain_name(heading)
    known = _by_name().get(plain)
    if known:
        return known
    # what stands in brackets may be part of the name: 监管(督促)责任单位
    whole = re.sub(r"[()（）\s　]", "", heading)
    for text in dict.fromkeys((plain, plain_name(whole))):
        if text in _by_name():
            return _by_name()[text]
        for meaning in meanings():
            if any(shape.fullmatch(text) for shape in meaning.shapes):
                return meaning.word
    halves = (
        {meaning_of(half) for half in re.split(r"[/／、]", heading) if half.strip()}
        if "/" in plain_marks(heading)
        else set()
    )
    return halves.pop() if len(halves) == 1 else ""


def plain_marks(heading: str) -> str:
    """Give a heading with one mark for what parts two names of one thing (隐患部位／地点)."""
    return heading.replace("／", "/").replace("、", "/")


@cache
def meaning_of_path(path: tuple[str, ...]) -> str:
    """Give what a heading of several lines means; a general last word (单位, 时间) is read with what is above it."""
    leaf = path[-1]
    if len(path) > 1 and plain_name(leaf) in _file()["泛称"]:
        joined = meaning_of(path[-2] + leaf)
        if not joined:  # 整改责任 over 单位 is 整改责任单位; 检查情况 over 时间 is 检查时间
            joined = meaning_of(re.sub(r"(?:情况|要求|信息|落实|环节|阶段)$", "", path[-2]) + leaf)
        if joined:
            return joined
    return meaning_of(leaf)


_PAIRED = re.compile(
    r"(?P<unit>.*?(?:单位|部门|主体|机关|属地|企业))(?:名称)?(?:[(（、/／和与及,，\s]+)"
    r"(?P<person>[^()（）]*?(?:人|人员|负责人|领导|姓名|联系人)(?:姓名|签字)?)[)）]?"
)


_DAY_AND_WHO = re.compile(
    r"(?P<of>.*?)(?P<day>时间|日期)[(（、／/和与及,，]+(?P<who>.{0,4}?(?:人|人员|签字|签名))[)）]?"
)
_DAY_SAID = re.compile(
    r"(?:20)?\d{2}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*日?|\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*日?"
)


@cache
def day_and_person(heading: str) -> Pair | None:
    """Tell whether a heading speaks of a day and of a person: 核验时间/人, 复查日期（签字）; the day stands for the unit."""
    found = _DAY_AND_WHO.fullmatch("".join(heading.split()))
    if found is None:
        return None
    day = meaning_of(found["of"] + found["day"])
    who = meaning_of(found["who"]) or meaning_of(found["of"] + "人")
    return Pair(day, who) if day and who and day != who else None


def split_day_person(text: str) -> tuple[str, str]:
    """Give day and person of one cell: 2026.10.20 汪洋; what is neither stays with the person."""
    found = _DAY_SAID.search(text)
    if found is None:
        return "", text.strip()
    return found[0].strip(), (text[: found.start()] + " " + text[found.end() :]).strip(
        " 　/／、，,;；()（）\n"
    )


@cache
def pair_of(heading: str) -> Pair | None:
    """Tell whether a heading speaks of a unit and of its person: 监管(督促)责任单位、责任人."""
    text = re.sub(r"[(（](?!.{0,12}[)）]?$)([^()（）]*)[)）](?=.)", r"\1", "".join(heading.split()))
    found = _PAIRED.fullmatch(text)
    if found is None:
        return None
    unit = meaning_of(found["unit"])
    person = _file()["单位与人"].get(unit)
    return Pair(unit, person) if person else None


@cache
def _unit_end() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(sorted(_file()['单位词尾'], key=len, reverse=True))})$")


def ends_as_unit(text: str) -> bool:
    """Tell whether a few words end as the name of a unit does: 局, 公司, 村."""
    return len(text) <= 25 and _unit_end().search(text) is not None


@cache
def hints() -> dict[str, re.Pattern[str]]:
    """Give for a meaning the words that speak for it when they stand anywhere in a heading."""
    return {word: re.compile("|".join(parts)) for word, parts in _file()["旁证"].items()}


@cache
def _unit_inside() -> re.Pattern[str]:
    ends = [word for word in _file()["单位词尾"] if len(word) > 1]
    ends += ["局", "厂", "镇", "乡", "村", "站", "所", "院", "队"]
    words = "|".join(sorted(ends, key=len, reverse=True))
    return re.compile(f"(?P<unit>.+(?:{words}))(?P<person>[㐀-鿿]{{2,3}})")


@cache
def _post() -> re.Pattern[str]:
    words = "|".join(sorted(_file()["职务词"], key=len, reverse=True))
    return re.compile(f"(?:{words})")


def looks_like_person(text: str) -> bool:
    """Tell whether a few words are a person's name (with a post or a telephone), not that of a body."""
    bare = re.sub(r"[\d\s　\-—－()（）:：]+", "", text)
    name = _post().sub("", bare) if len(bare) > 3 else bare
    return bool(PERSON.fullmatch(name)) and not (len(bare) > 2 and _unit_end().search(bare) and bare == name)


def split_unit_person(text: str) -> tuple[str, str]:
    """Give unit and person of one cell: 云顶石料厂（牟成林）, 县应急管理局 谈笑之, 兴达化工公司 and below it 汲深.

    A cell with one of the two gives the other empty; nothing of the text is lost.
    """
    text = text.strip()
    found = _BRACKETED.match(text)
    if found and _post().fullmatch(found["inside"]) and looks_like_person(found["before"]):
        return "", text
    if found and looks_like_person(found["inside"]):
        return found["before"].strip(), found["inside"].strip()
    if found and looks_like_person(found["before"]) and not looks_like_person(found["inside"]):
        return found["inside"].strip(), found["before"].strip()
    parts = [part for part in _BETWEEN.split(text) if part]
    if len(parts) > 1:
        joined = _join_spaced(parts)
        if len(joined) == 1:
            return ("", text) if looks_like_person(joined[0]) else (text, "")
        if looks_like_person(joined[0]) and not any(map(looks_like_person, joined[1:])):
            return "、".join(joined[1:]), joined[0]
        at = next((at for at, part in enumerate(joined) if at and looks_like_person(part)), len(joined))
        if at < len(joined):
            return "、".join(joined[:at]), " ".join(joined[at:])
        return text, ""
    if looks_like_person(text):
        return "", text
    inside = _unit_inside().fullmatch(text)
    if inside and not _unit_end().search(text) and looks_like_person(inside["person"]):
        return inside["unit"], inside["person"]
    return text, ""


def _join_spaced(parts: list[str]) -> list[str]:
    """Join a name of two characters that is written with a blank: 赵, 敏."""
    made: list[str] = []
    for part in parts:
        if made and len(part) == 1 and len(made[-1]) == 1:
            made[-1] += part
        else:
            made.append(part)
    return made


@cache
def _total() -> re.Pattern[str]:
    words = "|".join(sorted((plain_name(word) for word in _file()["合计"]), key=len, reverse=True))
    return re.compile(
        rf"(?:本|该|全)?(?:[㐀-鿿]{{0,8}}?)(?:{words})[:：]?(?:共|为)?(?:\d+(?:\.\d+)?)?(?:条|项|处|个|家|件|份|人)?"
        r"(?:问题|隐患)?"
    )


def is_total(cell: Any) -> bool:
    """Tell whether a cell says that its line is a sum: 合计, 三岔镇小计, 本页合计：5条."""
    if not isinstance(cell, str) or len(cell) > 20:
        return False
    return _total().fullmatch("".join(cell.split())) is not None


@cache
def _nothing() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(shape) for shape in _file()["没有问题"])


def says_nothing_found(cell: Any) -> bool:
    """Tell whether a cell says that there is no problem: 无, 检查未发现问题, 本次督查未发现明显隐患."""
    if not isinstance(cell, str) or len(cell) > 30:
        return False
    text = "".join(cell.split()).rstrip("。.！!；;")
    if len(text) > 3 and not any(mark in text for mark in "未没无"):
        return False  # every longer way of saying it denies something
    return any(shape.fullmatch(text) for shape in _nothing())


@cache
def _outside() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(shape, re.DOTALL) for shape in _file()["表外的话"])


def is_outside(cell: Any) -> bool:
    """Tell whether a cell belongs to the words around a table: 注：…, 填报人：…, 检查人签字："""
    if not isinstance(cell, str):
        return False
    text = cell.strip()
    return any(shape.fullmatch(text) for shape in _outside())


@cache
def _old() -> re.Pattern[str]:
    return re.compile(_file()["旧表"], re.IGNORECASE)


def is_old_sheet(name: str) -> bool:
    """Tell by its name whether a sheet is an old one, a copy, or no table of data: 旧版, 备份, 填表说明."""
    return _old().fullmatch(name.strip()) is not None


@cache
def _states() -> dict[str, str]:
    return {plain_name(word): state for state, words in _file()["状态"].items() for word in words}


def read_status(cell: str) -> str:
    """Give the state that a word of an office stands for (列单 … 待验收 … 清单); empty when it is none.

    A date or a remark behind it does not matter: 已销号（12月3日）, 整改完成，待验收.
    """
    text = "".join(cell.split()).rstrip("。.；;")
    if re.search("待[^，,。；;]{0,5}(?:验收|复查|核查|复核|销号)", text):
        return WAITING
    known = _states().get(plain_name(text))
    if known:
        return known
    pieces = [piece for piece in re.split(r"[(（)）,，;；:：。、/]", text) if piece]
    states = [state for piece in pieces if (state := _states().get(piece, ""))]
    if states:
        return WAITING if WAITING in states else states[-1]
    if re.search("[%％]", text):
        return _by_shape(text)
    bare = re.sub(r"^(?:目前|当前|现|现已|已经|该隐患|隐患|问题|于)*(?:\d+年)?(?:\d+月)?(?:\d+日)?", "", text)
    bare = re.sub(r"(?:\d+%|百分之.+|\d{1,4}[年月.\-/].*)$", "", bare)
    return _states().get(bare, "") or _by_shape(text)


@cache
def _state_shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((state, re.compile(shape)) for state, shape in _file()["状态的话"].items())


def _by_shape(text: str) -> str:
    """Give the state of a few words by what stands in them: 100%，已核查销号; of a share by how much is done."""
    if len(text) <= 24:
        for state, shape in _state_shapes():
            if shape.search(text):
                return state
    share = re.search(r"(\d+(?:\.\d+)?)[%％]", text)
    if share is not None:
        return WAITING if float(share[1]) >= 100 else "办单"
    return ""


WAITING = "待验收"


def states_are(cells: Iterable[Any]) -> bool:
    """Tell whether the cells of a column are states: at least half of what stands there, and more than one in a long one."""
    held = [str(cell) for cell in cells if isinstance(cell, str) and cell.strip()]
    read = sum(bool(read_status(cell)) for cell in held)
    return bool(held) and read * 2 > len(held)


def levels_are(cells: Iterable[Any]) -> bool:
    """Tell whether the cells of a column are levels of a hazard (一般, 重大)."""
    held = [str(cell).strip() for cell in cells if isinstance(cell, str) and cell.strip()]
    known = {*_file()["重大"], *_file()["一般"]}
    return bool(held) and all(cell in known for cell in held)
