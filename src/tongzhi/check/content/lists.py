"""Lists of names against the number that is said of them; a name twice; a number without its measure word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from tongzhi.anatomy.paper import Paper
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import quoted, sentence
from tongzhi.model.finding import PRACTICE
from tongzhi.word.blocks import Paragraph
from tongzhi.zh.numbers import parse_number

_HEADING = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]?\s*)?(?P<thing>[一-鿿]{2,14})[（(]共?(?P<count>\d{1,4})(?P<unit>个|名|家|人|项|座|处|户|位)[）)][：:]?\s*$"
)
_ITEMS = re.compile(r"^[一-鿿（）()·、，,　 A-Za-z\d]{5,2000}[。；]?$")
LEAST_NAMES = 4
"""Names from which a paragraph of names only is taken for a list."""


def _names(text: str) -> list[str]:
    """Give the names of a paragraph that holds nothing else, else none."""
    if not _ITEMS.match(text.strip()) or text.count("、") < 1:
        return []
    names = [re.sub(r"[\s　]", "", name) for name in re.split(r"、", text.strip().rstrip("。；"))]
    if any(not name or len(name) > 24 or re.search(r"[，,]", name) for name in names):
        return []
    return names


@rule("heading-count", clause="数字", strength="推算", source=PRACTICE)
def heading_count(paper: Paper) -> Iterator[Remark]:
    """名单小标题写的数与下面列的相符（“二、先进个人（5名）”下面是五个名字）。"""
    lines = [line for line in paper.everything if line.stripped]
    for line, below in pairwise(lines):
        heading = _HEADING.match(line.text)
        if heading is None or line.table is not None or below.table is not None:
            continue
        names = _names(below.text)
        listed = names or _column(lines, below)
        if len(listed) >= 2 and len(listed) != int(heading["count"]):
            found = f"写“{heading['count']}{heading['unit']}”，列出的是 {len(listed)} 个"
            yield Remark(line, found, "核对数量和名单", quote=line.stripped)


def _column(lines: list[Paragraph], first: Paragraph) -> list[str]:
    """Give the names that stand one a paragraph from `first` on, numbered."""
    at = next(n for n, line in enumerate(lines) if line is first)
    found: list[str] = []
    for line in lines[at:]:
        numbered = re.match(r"\s*(\d{1,3})[.．、]\s*([一-鿿（）()]{2,24})\s*$", line.text)
        if numbered is None or int(numbered[1]) != len(found) + 1:
            break
        found.append(numbered[2])
    return found


@rule("heading-and-text", clause="数字", strength="一般", source=PRACTICE)
def heading_and_text(paper: Paper) -> Iterator[Remark]:
    """正文说的数与附件小标题写的数相符（“等4个先进单位”，附件“先进单位（4个）”）。"""
    heads = {
        (heading["thing"], heading["unit"]): heading["count"]
        for line in paper.everything
        if (heading := _HEADING.match(line.text)) is not None
    }
    for line in paper.body:
        for (thing, unit), count in heads.items():
            for match in re.finditer(rf"(?<![\d第])(\d{{1,4}}){unit}(?:的)?{thing}", line.text):
                if match[1] != count and not _HEADING.match(line.text):
                    found = f"写“{match[0]}”，名单里是“{thing}（{count}{unit}）”"
                    yield Remark(line, found, "两处写同一个数", quote=sentence(line.text, *match.span()))


@rule("listed-twice", clause="人名", strength="一般", source=PRACTICE)
def listed_twice(paper: Paper) -> Iterator[Remark]:
    """单列成段的名单里，一个名字不出现两次。"""
    for line in paper.shown:
        names = _names(line.text) if line.table is None else []
        if len(names) < LEAST_NAMES or re.match(r"\s*(?:主送|抄送|出席|参加|列席)", line.text):
            continue
        for name, count in Counter(names).items():
            if count > 1 and len(name) >= 2 and not re.search(r"[某×]|^各|^有关", name):
                yield Remark(line, f"名单里“{name}”出现了 {count} 次", "核对是否重复", quote=line.text[:60])


_ETC = re.compile(
    r"(?P<names>[一-鿿（）()]{2,20}(?:、[一-鿿（）()]{2,20})+)等(?P<count>\d{1,2}|[两三四五六七八九十])(?P<unit>个|家|名|位)(?P<noun>[一-鿿]{1,6})"
)


@rule("more-than-said", clause="数字", strength="一般", source=PRACTICE)
def more_than_said(paper: Paper) -> Iterator[Remark]:
    """“甲、乙、丙等N个部门”，逐个写出来的不多于 N（少于 N 是列举未尽，不报）。"""
    for line in paper.running:
        for match in _ETC.finditer(line.text):
            count = parse_number(match["count"].replace("两", "二"))
            names = match["names"].split("、")
            if count is not None and len(names) > count and not quoted(line.text, match.start()):
                found = f"写“等{match['count']}{match['unit']}{match['noun'][:2]}”，列出了 {len(names)} 个"
                yield Remark(line, found, "核对数量", quote=sentence(line.text, *match.span()))


_BARE = re.compile(
    r"(?:(?<=全市)|(?<=全县)|(?<=全区)|(?<=全省)|(?<=派出)|(?<=抽查)|(?<=检查)|(?<=组成)|(?<=现有)|(?<=共有)|(?<=发现)|(?<=整改)|(?<=组织)|(?<=成立)|(?<=关停)|(?<=对))(?P<number>\d{1,5})(?=(?:危险化学品|检查组|督查组|督导组|工作组|企业|单位|隐患|问题|学校|医院|小区|工地|水库|矿山|煤矿|加油站|尾矿库|场所|村庄?|乡镇|街道)(?!级|型|化))"
)


_DOUBLED = re.compile(
    r"(?<=\d)(?P<one>个|家|处|名|起|项|件|座|台|辆|所)(?P<two>个|家|处|名|起|项|件|座|台|辆|人|人次|家次)(?=[，。；、）：（]|$)"
)
_LAWFUL_PAIRS = ("个人", "家人", "个项", "起人")


@rule("measure-word", clause="字词", strength="一般", source=PRACTICE)
def measure_word(paper: Paper) -> Iterator[Remark]:
    """数与名词之间要有一个量词，只有一个（“派出3个检查组”；不写“派出3检查组”“33家处”）。"""
    for line in paper.running:
        for match in _BARE.finditer(line.text):
            near = line.text[match.start() : match.end() + 3]
            quote = sentence(line.text, *match.span())
            yield Remark(line, f"“{near}”少量词", f"{match[0]}个（家、处……）", quote=quote)
        for match in _DOUBLED.finditer(line.text):
            if match[0] not in _LAWFUL_PAIRS and match["one"] != match["two"]:
                quote = sentence(line.text, *match.span())
                yield Remark(line, f"“{match[0]}”是两个量词", f"留一个：{match['two']}", quote=quote)
