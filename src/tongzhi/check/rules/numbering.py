"""Numbers of levels: their order, gaps and marks (7.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongzhi.anatomy.paper import Paper
from tongzhi.anatomy.patterns import LEVELS, chinese_number, level_of, to_chinese
from tongzhi.check.registry import Remark, rule
from tongzhi.word.blocks import Paragraph


def _numbered(paper: Paper) -> Iterator[list[tuple[Paragraph, int, int]]]:
    """Give, for the text and each attachment, its numbered paragraphs with level and value."""
    for lines in [paper.body, *(annex.body for annex in paper.annexes)]:
        found = []
        for line in lines:
            text = line.full_text
            level = level_of(text)
            if not level:
                continue
            match = LEVELS[level - 1].match(text)
            value = chinese_number(match["no"]) if match else None
            if value is not None and not _is_quantity(text):
                found.append((line, level, value))
        yield found


def _is_quantity(text: str) -> bool:
    return bool(re.match(r"\d+[.．]\d|\d{4}[.．、]", text))


LEAST_GONE_ON = 2
"""Number of a higher level that a number of this one goes on with (（二） and then 3.) when its mark is mistaken."""


@rule("number-gap", clause="7.3.3", strength="推算", scope="文稿")
def number_gap(paper: Paper) -> Iterator[Remark]:
    """层次序数依次编排，不跳号、不重号。"""
    for numbered in _numbered(paper):
        last: dict[int, int] = {}
        for line, level, value in numbered:
            for deeper in [other for other in last if other > level]:
                del last[deeper]
            expected = last.get(level, 0) + 1
            shown = _show(level, value)
            if value != expected and not (value == 1 and level not in last):
                if value == 1:
                    pass  # a list that starts anew: cannot tell
                elif level not in last:
                    higher = next((last[one] for one in (level - 1, level - 2) if one in last), 0)
                    if level <= 2 or (higher >= LEAST_GONE_ON and value == higher + 1):
                        yield Remark(
                            line, f"“{shown}”前没有“{_show(level, 1)}”", f"从“{_show(level, 1)}”编起"
                        )
                elif value == last[level]:
                    yield Remark(line, f"“{shown}”重号", f"“{_show(level, expected)}”")
                else:
                    found = f"“{_show(level, last[level])}”之后是“{shown}”"
                    yield Remark(line, found, f"“{_show(level, expected)}”")
            last[level] = value


def _show(level: int, value: int) -> str:
    return {
        1: f"{to_chinese(value)}、",
        2: f"（{to_chinese(value)}）",
        3: f"{value}.",
        4: f"（{value}）",
    }[level]


@rule("number-order", clause="7.3.3", strength="可以", scope="文稿")
def number_order(paper: Paper) -> Iterator[Remark]:
    """层次依次为“一、”“（一）”“1.”“（1）”，不倒用。"""
    for numbered in _numbered(paper):
        seen: set[int] = set()
        for line, level, value in numbered:
            if value == 1 and level == 2 and 3 in seen and not seen & {1, 2}:
                yield Remark(line, "“（一）”在“1.”之下", "层次依次为 一、 （一） 1. （1）")
            seen.add(level)


@rule("number-mark", clause="7.3.3", strength="一般", scope="文稿")
def number_mark(paper: Paper) -> Iterator[Remark]:
    """“一、”后用顿号，“1.”后用下脚点，“（一）”“（1）”后不加标点。"""
    for line in paper.texts:
        text = line.stripped
        level = 0 if line.label else level_of(text)
        if not level:
            continue
        match = LEVELS[level - 1].match(text)
        assert match is not None
        value = chinese_number(match["no"])
        wrong = {
            1: match["mark"] != "、",
            2: bool(match["mark"]),
            3: match["mark"] != ".",
            4: bool(match["mark"]),
        }
        half = level in (2, 4) and (text[0] == "(" or ")" in match[0])
        if (wrong[level] or half) and value is not None and not _is_quantity(text):
            yield Remark(line, f"序号写成“{match[0]}”", f"“{_show(level, value)}”")
