"""版记 (7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tongzhi.check import patterns
from tongzhi.check.measure import has_chinese, same_face
from tongzhi.check.paper import LETTER, MINUTES, Paper
from tongzhi.check.recognition import read_day
from tongzhi.check.registry import Remark, rule
from tongzhi.check.restyle import Restyler
from tongzhi.word.blocks import Paragraph


@rule("imprint-face", clause="7.4.2", strength="一般")
def imprint_face(paper: Paper) -> Iterator[Remark]:
    """版记各要素用 4 号仿宋体。"""
    size = paper.standard.imprint.size.pt
    for line in paper.imprint:
        for run, look in paper.ruler.formats(line):
            wrong = has_chinese(run.text) and not same_face(look.asian, paper.standard.faces.body)
            if wrong or abs(look.size - size) > 0.1:
                found = f"版记是{look.asian} {look.size:g} 磅"
                yield Remark(line, found, f"仿宋 {size:g} 磅（四号）", partial(_set_face, paper, line))
                break


def _set_face(paper: Paper, line: Paragraph) -> None:
    Restyler(paper).imprint_face(line)


@rule("copies-form", clause="7.4.2", strength="规定")
def copies_form(paper: Paper) -> Iterator[Remark]:
    """“抄送”后标全角冒号，最后一个抄送机关名称后标句号。"""
    line = paper.cc
    if line is None:
        return
    match = patterns.CC.fullmatch(line.stripped)
    if match is None:
        return
    last = [other for other in paper.imprint if other is not paper.printed and other.index >= line.index][-1]
    if match["colon"] == ":":
        yield Remark(line, f"“{match['label']}”后是半角冒号", f"{match['label']}：{match['names']}")
    ends = last.stripped if last.table is line.table and _continues(paper, line, last) else line.stripped
    if not ends.endswith("。") and match["names"].strip():
        yield Remark(line, "抄送机关末尾没有句号", ends.rstrip("；;，,、.") + "。")


def _continues(paper: Paper, line: Paragraph, last: Paragraph) -> bool:
    """Whether the lines after 抄送 up to `last` belong to it (names wrapped by hand)."""
    between = paper.imprint[paper.imprint.index(line) + 1 : paper.imprint.index(last) + 1]
    return all(
        not patterns.CC.match(other.stripped) and not patterns.PRINTED.fullmatch(other.stripped)
        for other in between
    )


@rule("copies-indent", clause="7.4.2", strength="规定")
def copies_indent(paper: Paper) -> Iterator[Remark]:
    """抄送机关左右各空一字，回行与冒号后的首字对齐。"""
    line = paper.cc
    if line is None or paper.ruler.alignment(line) in ("center", "right"):
        return
    start = paper.ruler.start(line)
    if start is not None and not 0.5 <= start <= 1.6 and not _padded(line):
        repair = partial(Restyler(paper).imprint, line, left=4, hanging=3)
        yield Remark(line, f"抄送机关左空 {start:.1f} 字", "左空一字", repair)


def _padded(line: Paragraph) -> bool:
    """A cell's own margin may stand for the blank: cannot tell."""
    return line.table is not None


@rule("printing-date", clause="7.4.3", strength="规定")
def printing_date(paper: Paper) -> Iterator[Remark]:
    """印发日期用阿拉伯数字，年份标全称，月、日不编虚位，后加“印发”二字。"""
    line = paper.printed
    if line is None or paper.kind in (MINUTES, LETTER):
        return
    match = patterns.PRINTED.fullmatch(line.stripped)
    if match is None:
        return
    day = read_day(match["date"])
    if day is not None:
        right = f"{day.year}年{day.month}月{day.day}日"
        if patterns.plain(match["date"]) != right:
            yield Remark(line, f"印发日期写成“{match['date']}”", f"{right}印发")
    if re.sub(r"\s", "", match["end"] or "") != "印发":
        shown = f"{match['date']}{match['end'] or ''}"
        yield Remark(line, f"印发日期后不是“印发”：“{shown}”", f"{match['date']}印发")


@rule("printing-order", clause="7.4.3", strength="推算")
def printing_order(paper: Paper) -> Iterator[Remark]:
    """印发日期不早于成文日期。"""
    if paper.printed is None or paper.day is None:
        return
    match = patterns.PRINTED.fullmatch(paper.printed.stripped)
    day = read_day(match["date"]) if match else None
    if day is not None and day < paper.day:
        yield Remark(
            paper.printed, f"印发日期 {day.year}年{day.month}月{day.day}日 早于成文日期", "成文日期当天或之后"
        )


@rule("subject-words", clause="7.4", strength="实务")
def subject_words(paper: Paper) -> Iterator[Remark]:
    """2012 年标准已取消主题词。"""
    for line in paper.everything:
        if re.match(r"主\s*题\s*词\s*[：:]", line.stripped):
            yield Remark(line, "写了主题词", "删去（2012 年起不再标注）")
