"""Numerals (GB/T 15835-2011). All warn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tongzhi.anatomy.paper import Paper
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import corrected, quoted, sentence
from tongzhi.model.finding import NUMERALS
from tongzhi.word.blocks import Paragraph
from tongzhi.zh.prose import is_prose


def _each(
    paper: Paper, pattern: re.Pattern[str], found_words: str, right: Callable[[re.Match[str]], str]
) -> Iterator[Remark]:
    for line in paper.running:
        if line.table is not None or not is_prose(line.text):
            continue  # columns of figures have forms of their own
        for found in pattern.finditer(line.text):
            if not quoted(line.text, found.start()):
                yield _remark(line, found, found_words, right(found))


def _remark(line: Paragraph, found: re.Match[str], words: str, right: str) -> Remark:
    text = line.text
    return Remark(
        line, f"“{found[0]}”{words}", corrected(text, found.start(), found.end(), right),
        quote=sentence(text, *found.span()),
    )  # fmt: skip


_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


@rule("wide-digits", clause="4.1", strength="一般", source=NUMERALS, scope="文稿")
def wide_digits(paper: Paper) -> Iterator[Remark]:
    """阿拉伯数字用半角。"""
    yield from _each(paper, re.compile(r"[０-９]+"), "是全角数字", lambda found: found[0].translate(_WIDE))


@rule("short-year", clause="4.1", strength="一般", source=NUMERALS, scope="文稿")
def short_year(paper: Paper) -> Iterator[Remark]:
    """年份写四位，不简写。"""
    pattern = re.compile(r"(?<![\d.])([12]\d)年(?=\d{1,2}月)")
    yield from _each(paper, pattern, "的年份简写了", lambda found: f"20{found[1]}年")


@rule("dotted-date", clause="日期", strength="一般", source=NUMERALS, scope="文稿")
def dotted_date(paper: Paper) -> Iterator[Remark]:
    """日期不写作 2026.11.23；行文中写“11月23日”，不写“23号”。"""
    dotted = re.compile(r"(?<![\d.])(20\d{2})[.．/](\d{1,2})[.．/](\d{1,2})(?![\d.])")
    yield from _each(
        paper, dotted, "不是规范的日期写法", lambda found: f"{found[1]}年{int(found[2])}月{int(found[3])}日"
    )
    hao = re.compile(r"(\d{1,2}月)(\d{1,2})号(?!文|楼|线|院|厅|会议|公告|令|台)")
    yield from _each(paper, hao, "用了“号”", lambda found: f"{found[1]}{found[2]}日")


@rule("padded-date", clause="日期", strength="实务", source=NUMERALS, scope="文稿")
def padded_date(paper: Paper) -> Iterator[Remark]:
    """行文中的月、日一般不补零。"""
    pattern = re.compile(r"(?<!\d)(?:0(\d)月(\d{1,2})日|([1-9]|1[0-2])月0(\d)日)")
    yield from _each(
        paper,
        pattern,
        "的月、日补了零",
        lambda found: f"{int(found[1] or found[3])}月{int(found[2] or found[4])}日",
    )


@rule("mixed-units", clause="4.1.3", strength="一般", source=NUMERALS, scope="文稿")
def mixed_units(paper: Paper) -> Iterator[Remark]:
    """阿拉伯数字只与“万”“亿”连用，不与“十”“百”“千”连用。"""
    pattern = re.compile(
        r"(?<![\d.])(\d+(?:\.\d+)?)(千|百)(?!分|瓦|米|克|卡|伏|帕|赫|字节|强|货|日|家|余|叶|度|合|年)(?=[一-鿿]{0,1}(?:人|家|户|元|处|起|个|吨|名|台|辆|亩|座|件|万))"
    )

    def right(found: re.Match[str]) -> str:
        value = float(found[1]) * (1000 if found[2] == "千" else 100)
        return f"{value:g}"

    yield from _each(paper, pattern, "把阿拉伯数字与“千”“百”连用", right)
    mixed = re.compile(r"(?<![\d.])(\d+)万(\d+)千(?![瓦米克卡伏帕])")
    yield from _each(paper, mixed, "把万、千连用", lambda found: f"{int(found[1]) + int(found[2]) / 10:g}万")


@rule("percent-range", clause="5.1", strength="一般", source=NUMERALS, scope="文稿")
def percent_range(paper: Paper) -> Iterator[Remark]:
    """百分数、带“万”“亿”的范围，前后两个数的单位都要写。"""
    percent = re.compile(r"(?<![\d.%％])(\d+(?:\.\d+)?)([—～~\-－])(\d+(?:\.\d+)?)([%％])")
    yield from _each(
        paper, percent, "前一个数没有百分号", lambda found: f"{found[1]}{found[4]}{'～'}{found[3]}{found[4]}"
    )
    large = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)([—～~\-－])(\d+(?:\.\d+)?)(万元|亿元)")
    yield from _each(
        paper, large, "前一个数没有单位", lambda found: f"{found[1]}{found[4]}～{found[3]}{found[4]}"
    )


@rule("approximate", clause="5.2", strength="实务", source=NUMERALS, scope="文稿")
def approximate(paper: Paper) -> Iterator[Remark]:
    """“约”“近”与“左右”“多”“余”不并用。"""
    pattern = re.compile(
        r"(大约|约|近|将近)(\d+(?:\.\d+)?[万亿]?)([一-鿿]{0,2}?)(左右|上下)|(大约|约|近|将近)(\d+)(多|余)([一-鿿])"
    )

    def right(found: re.Match[str]) -> str:
        if found[1]:
            return f"{found[1]}{found[2]}{found[3]}"
        return f"{found[5]}{found[6]}{found[8]}"

    yield from _each(paper, pattern, "里约数的词重复", right)


@rule("fixed-words", clause="4.2", strength="一般", source=NUMERALS)
def fixed_words(paper: Paper) -> Iterator[Remark]:
    """固定词语用汉字：星期五、“十四五”、五一。"""
    week = re.compile(
        r"(星期|周)([1-6])(?:(?<=期.)(?![\d年月日个天小项次])|(?=[上下晚早前后至到召开举、，。；）)]|$))"
    )
    yield from _each(
        paper, week, "里用了阿拉伯数字", lambda found: f"{found[1]}{'一二三四五六'[int(found[2]) - 1]}"
    )


@rule("same-form", clause="4.3", strength="实务", source=NUMERALS, scope="文稿")
def same_form(paper: Paper) -> Iterator[Remark]:
    """同类的数用同一种写法（第一季度与第1季度不混用）。"""
    han = re.compile(r"第[一二三四]季度")
    digit = re.compile(r"第[1-4]季度")
    lines = list(paper.running)
    if any(han.search(line.text) for line in lines):
        for line in lines:
            if found := digit.search(line.text):
                right = found[0].translate(str.maketrans("1234", "一二三四"))
                yield _remark(line, found, "与别处“第一季度”的写法不一", right)
                return
