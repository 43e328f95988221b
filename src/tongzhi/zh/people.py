"""Names and posts of people in running text and in the lines of lists: 党组成员、副局长张三, 张三（副局长）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tongzhi.resources import corpus_path
from tongzhi.zh.names import normalize_name

_HAN = "㐀-鿿豈-﫿\U00020000-\U000323af〇"
_DOTTED = re.compile(rf"[{_HAN}]{{1,12}}(?:[·•．‧・][{_HAN}]{{1,12}}){{1,6}}")
_NO_NAME = re.compile(
    r"参[会加]|出席|请假|住宿|用餐|午餐|不吃|忌口|清真|自驾|自带|司机|收到|好的|谢谢|联系|电话|手机|姓名|职务|单位|备注|会场|会议|人员|领导|代表"
    r"|同志|负责|分管|主要|合计|小计|共计|另报|已报|稍后|待定|邮箱|邮件|已发|已交|暂无|没有|随行|陪同|列席|说明|填报|汉族|回族|满族|壮族|苗族|土家|藏族|彝族|蒙古族|党员|群众"
    r"|本人|公出|出差|培训|学习|住院|休假|外出|有事|更正|更改|变更|改一下|附件|表格|车牌|工作|通知|名单|回执|接龙|报名|安全|生产|主持|委托|经研究"
    r"|同意|知悉|照办|收悉|补报|增报|其[他它]|都是|不是|原[报定拟]|以上|如下|特此|此致|敬礼|根据|按照|关于|现将|为做|我[局县市区镇委办单厅公]|贵[局办委]|上午|下午|全程|准时|按时|届时|人数|一行|视频|现场"
)


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    lines = corpus_path("surnames.txt").read_text(encoding="utf-8").splitlines()
    single, double = (line.split() for line in lines if line and not line.startswith("#"))
    return frozenset(single), frozenset(double)


_BODY_WORDS = frozenset(
    (
        "公司",
        "图片",
        "文件",
        "语音",
        "表情",
        "链接",
        "单位",
        "部门",
        "机关",
        "集团",
        "车间",
        "项目部",
        "安监部",
        "安环部",
        "管委会",
        "居委会",
        "村委会",
        "党支部",
    )
)
"""Words that begin like a surname and name a body: 公司副总经理."""


def is_name_like(text: str) -> bool:
    """Tell whether a word can be somebody's name: two to four Han characters, or parts joined by dots; no common word."""
    text = normalize_name(text)
    if _DOTTED.fullmatch(text):
        return True
    if _head_pattern().fullmatch(text) or text in _BODY_WORDS:
        return False
    return bool(
        re.fullmatch(rf"[{_HAN}]{{2,4}}|[{_HAN}]{{1,2}}[*＊×某]{{1,2}}", text)
    ) and not _NO_NAME.search(text)


def has_surname(text: str) -> bool:
    """Tell whether a name-like word begins with a surname and is as long as such names are."""
    text = normalize_name(text)
    single, double = _surnames()
    if _DOTTED.fullmatch(text):
        return True
    if not is_name_like(text):
        return False
    return (text[:2] in double and len(text) >= 3) or (text[0] in single and len(text) <= 3)


@cache
def _heads() -> str:
    lines = corpus_path("posts.txt").read_text(encoding="utf-8").splitlines()
    words = {word for line in lines if line and not line.startswith("#") for word in line.split()}
    listed = "|".join(sorted(words, key=lambda word: (-len(word), word)))
    return f"{listed}|副总(?![队监经工编裁会规干])|(?<![{_HAN}])(?:站|所|院|校|队|班)长"


_TAIL = r"(?:[（(][^（()）]{1,12}[）)])?"
_JOIN = r"\s*[、，,兼和]\s*"
_FIELD = (
    r"(?:副|安全|技术|生产|运行|行政|人事|财务|工会|纪检|监察|综合|业务|应急|保卫|后勤|工程|项目|车间|值班|安监|安环|环保|机电|通风|办公|执法|监管|法规|规划|产业"
    r"|消防|交通|治安|危化|矿山|宣教|信息|统计|督查|党政|武装|人武|人大|政协|政法|组织|宣传|统战|妇联|团委|机关|常务|总务|调度|计划|经营)"
)
_ABOVE = (
    r"(?:常务副|第一副|副|第一|代理?|执行|专职|兼职|党组|党委|党工委|党总支|党支部|机关党委|县委|市委|区委|镇党委|乡党委|政府|总|主|二级|一级|三级|四级"
    rf"|正[处科县厅]级|副[处科县厅]级|分管[{_HAN}]{{0,6}}?|[{_HAN}A-Z0-9]{{1,14}}?(?:科|股|处|室|办|部|中心|大队|支队|中队|总队|站|所|院|会|局|委|公司|集团|组|厅|分局|车间"
    r"|县|区|市|镇|乡|街道|政府|工会|班)|" + _FIELD + ")"
)


@cache
def _head_pattern() -> re.Pattern[str]:
    return re.compile(_heads())


@cache
def _post_pattern() -> re.Pattern[str]:
    one = rf"{_ABOVE}{{0,4}}(?:{_heads()}){_TAIL}"
    return re.compile(rf"{one}(?:(?:{_JOIN})?{one}){{0,4}}")


def is_post(text: str) -> bool:
    """Tell whether a text is a post and nothing else: 副局长, 党组成员、副局长, 安全监督科科长（主持工作）."""
    return _post_pattern().fullmatch(text.strip()) is not None


def holds_post(text: str) -> bool:
    """Tell whether a post is named anywhere in a text."""
    return _head_pattern().search(text) is not None


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text: a name, a post, or other words."""

    kind: Literal["name", "post", "rest"]
    text: str


_AFTER = (
    r"(?=同志|先生|女士|参[会加]|出席|到会|与会|列席|替会|代会|前往|赴会|替|代|因|已|将|为|的|率|带|和|及|与|等|$|[^"
    + _HAN
    + "·])"
)


def split_person(text: str, *, glued: bool = False) -> list[Piece]:
    """Part a run of text without blanks at its posts: 副局长张三同志 → 副局长, 张三; 张三副局长 → 张三, 副局长.

    What stands before a post and is no part of it, and no name, is left as rest (often the unit: 市应急局副局长张三).

    Args:
        text: the run.
        glued: a name is looked for before the words of a post even if these could all be its own (王刚安监股股长); for
            a run that must name somebody.
    """
    pieces: list[Piece] = []
    at = 0
    heads = list(_head_pattern().finditer(text))
    number = 0
    while number < len(heads):
        first = heads[number]
        if first.start() < at:
            number += 1
            continue
        end = first.end()
        # posts that follow one another are one: 党组成员、副局长; 县委常委、常务副县长
        while True:
            tail = re.compile(_TAIL).match(text, end)
            closed = tail.end() if tail and holds_remark(tail[0]) else end
            follow = re.compile(rf"(?:{_JOIN})?{_ABOVE}{{0,4}}(?:{_heads()})").match(text, closed)
            if follow is None or (not re.match(_JOIN, text[closed:]) and _name_at(text, closed)):
                end = closed
                break
            end = follow.end()
        before = text[at : first.start()]
        name, above = _name_before(before, glued=glued)
        rest, above = _part_above(above)
        if name:
            pieces.append(Piece("name", name))
        elif rest:
            pieces.append(Piece("rest", rest))
        pieces.append(Piece("post", above + text[first.start() : end]))
        at = end
        if not name and (after := _name_at(text, end)):
            pieces.append(Piece("name", after))
            at = end + text[end:].index(after) + len(after)
            at += len(re.match(r"(?:同志|先生|女士)?", text[at:])[0])  # type: ignore[index]  # it always matches
        number += 1
    if text[at:]:
        pieces.append(Piece("rest", text[at:]))
    return pieces


def holds_remark(text: str) -> bool:
    """Tell a remark on a post in brackets from a person: （主持工作）, （正处级）."""
    return bool(re.search(r"主持|级|代理|试用|挂职|兼|分管|聘任|[一二三四]岗", text))


def _name_at(text: str, start: int) -> str:
    """Give the name that follows a post."""
    after = text[start:]
    dotted = _DOTTED.match(after)
    if dotted:
        return dotted[0]
    found: list[str] = []
    for length in (2, 3, 4):
        part = re.match(rf"([{_HAN}]{{{length}}}){_AFTER}", after)
        if part and is_name_like(part[1]):
            found.append(part[1])
    if not found:
        return ""
    whole = [name for name in found if not re.match(f"[{_HAN}]", after[len(name) :])]
    known = [name for name in whole or found if has_surname(name)]
    return known[0] if known else (whole or found)[0]


def _name_before(before: str, *, glued: bool) -> tuple[str, str]:
    """Give the name with which the words before a post begin, and what is left for the post: 张三安监股 → 张三, 安监股."""
    dotted = _DOTTED.match(before)
    if dotted:
        name = re.sub(r"(?:常务)?副$|党[组委]$", "", dotted[0])
        return name, before[len(name) :]
    above = re.compile(rf"{_ABOVE}{{1,4}}")
    if (above.fullmatch(before) and not glued) or not re.fullmatch(rf"[{_HAN}]+", before):
        return "", before
    found: list[tuple[str, str]] = []
    for length in (3, 2, 4):
        name, rest = before[:length], before[length:]
        fits = len(name) == length and has_surname(name) and (not rest or above.fullmatch(rest))
        if fits and not re.search(r"[副代总局委办县区市镇乡科股处室队站所部院会]$", name):
            found.append((name, rest))
    # of 王刚安/监股 and 王刚/安监股 the one whose rest begins with a word of posts
    known = [pair for pair in found if re.match(_FIELD, pair[1])]
    return (known or found or [("", before)])[0]


def _part_above(before: str) -> tuple[str, str]:
    """Part what stands before the head of a post into other words and what belongs to the post."""
    found = re.compile(rf"{_ABOVE}{{1,4}}$").search(before)
    if found is None:
        return before, ""
    return before[: found.start()], before[found.start() :]


def people_in(text: str) -> Iterator[tuple[str, str]]:
    """Give name and post of everybody whom a sentence names with a post next to the name."""
    pieces = split_person(text)
    for number, piece in enumerate(pieces):
        if piece.kind != "name":
            continue
        before = pieces[number - 1] if number else None
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        if (
            before
            and before.kind == "post"
            and not (after and after.kind == "post" and re.search(r"负责人|负责同志|领导", before.text))
        ):
            yield piece.text, before.text
        elif after and after.kind == "post":
            yield piece.text, after.text
