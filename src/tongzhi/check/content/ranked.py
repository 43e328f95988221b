"""Sentences that rank the rows of a table, or give several of them at once, against that table; totals told in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongzhi.anatomy.paper import Paper
from tongzhi.check.content.against_table import TOTAL_ROW, FigureColumn, all_columns
from tongzhi.check.content.amounts import (
    find_amounts,
    percent_fits,
    right_percent,
    say,
)
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import sentences
from tongzhi.model.finding import PRACTICE

_NAMES = r"(?P<names>[一-鿿]{2,16}(?:[、和及][一-鿿]{2,16}){0,9})"
_TOP = re.compile(
    r"(?P<head>[一-鿿]{2,10}?)(?:居|列|排|位居|位列|排名|处于)?(?P<way>前|后)(?P<count>[两三四五六七八九]|\d)(?:位|名)的?"
    rf"(?:县|区|市|乡镇|单位|部门|地区|企业|（|）)*(?:依次|分别)?[是为：:]{_NAMES}"
)
_EACH = re.compile(
    rf"{_NAMES}[，,]?(?:依次|分别)(?:是|为|有|达|发生|完成|发现|整改)?(?P<list>[\d、.%％一-鿿，和]{{3,80}})"
)
_MOST = re.compile(
    r"(?P<head>[一-鿿]{1,10}?)(?:数|量|率|额|值)?最(?P<way>高|多|大|低|少|小)的(?:县|区|市|乡镇|单位|部门|地区|企业)?[是为](?P<name>[一-鿿]{2,16})"
)
_UP = "高多大前"


def _rows(column: FigureColumn) -> dict[str, Decimal]:
    return {name: value for name, value in column.values.items() if not TOTAL_ROW.search(name)}


def _split(text: str, column: FigureColumn) -> list[str]:
    """Give the rows that a list of names tells, empty when one of them is none; the last may go on into the sentence."""
    rows = _rows(column)
    pieces = re.split(r"[、和及]", text)
    found = []
    for piece in pieces:
        name = next(
            (one for one in rows if piece == one or (piece.startswith(one) and piece is pieces[-1])), ""
        )
        if not name:
            return []
        found.append(name)
    return found


def _fitting(head: str, columns: list[FigureColumn]) -> FigureColumn | None:
    """Give the one column whose head the words end with, its measure word aside (立案起数 and 立案（起））."""
    plain = re.sub(r"(?:总)?[数量率额]$", "", head)
    found = [
        column
        for column in columns
        if any(one.endswith((column.head, column.head + column.unit)) for one in (head, plain, head + "数"))
    ]
    return found[0] if len(found) == 1 else None


@rule("ranked-against-table", clause="数字", strength="一般", source=PRACTICE)
def ranked_against_table(paper: Paper) -> Iterator[Remark]:
    """正文说居前（后）几位、最多（少）的是哪几家，与表里的排名相符。"""
    columns = all_columns(paper)
    for line, text in sentences(paper) if columns else ():
        if line.table is not None:
            continue
        for match in _TOP.finditer(text):
            column = _fitting(match["head"], columns)
            if column is not None:
                found = _misranked(match, column)
                if found:
                    yield Remark(line, found, "核对排名", quote=text.strip())
        for match in _MOST.finditer(text):
            column = _fitting(match["head"], columns)
            named = _split(match["name"], column) if column is not None else []
            if column is None or len(named) != 1 or match["head"].endswith(column.head):
                continue  # the plain form is `highest_and_lowest`'s
            values = _rows(column)
            most = (max if match["way"] in _UP else min)(values.values())
            if values[named[0]] != most:
                right = "、".join(name for name, value in values.items() if value == most)
                found = f"{column.head}最{match['way']}写“{named[0]}”，表里是{right}（{say(most)}）"
                yield Remark(line, found, right, quote=text.strip())


def _misranked(match: re.Match[str], column: FigureColumn) -> str:
    named = _split(match["names"], column)
    rows = _rows(column)
    if len(named) < 2 or len(rows) <= len(named):
        return ""
    values = sorted(rows.values(), reverse=match["way"] in _UP)[: len(named)]
    if sorted(rows[name] for name in named) == sorted(values):
        return ""
    right = [name for name, _ in sorted(rows.items(), key=lambda row: row[1], reverse=match["way"] in _UP)]
    return f"{column.head}{match['way']}{len(named)}位写“{'、'.join(named)}”，表里是{'、'.join(right[: len(named)])}"


@rule("several-against-table", clause="数字", strength="一般", source=PRACTICE)
def several_against_table(paper: Paper) -> Iterator[Remark]:
    """正文一句里说几家“分别为”几个数，与表里这几行相符（只有一列对得上时才核）。"""
    columns = all_columns(paper)
    for line, text in sentences(paper) if columns else ():
        if line.table is not None:
            continue
        for match in _EACH.finditer(text):
            said = find_amounts(match["list"])
            before = match["names"]
            for start in range(len(before) - 1):  # words may stand before the first name
                told = _told(
                    before[start:], [amount.value for amount in said], said[0].unit if said else "", columns
                )
                if told is not None:
                    if told:
                        yield Remark(line, told, "两处写同一个数", quote=text.strip())
                    break


def _told(names: str, numbers: list[Decimal], unit: str, columns: list[FigureColumn]) -> str | None:
    """Give what differs, nothing when all agree, `None` when no column is meant."""
    best: tuple[int, FigureColumn, list[str]] | None = None
    for column in columns:
        named = _split(names, column)
        if len(named) < 2 or len(named) != len(numbers) or (column.unit and column.unit != unit):
            continue
        fits = sum(column.values[name] == number for name, number in zip(named, numbers, strict=True))
        if fits == len(named):
            return ""
        if best is None or fits > best[0]:
            best = (fits, column, named)
    if best is None or best[0] == 0:
        return None
    wrong = next(
        (name, number)
        for name, number in zip(best[2], numbers, strict=True)
        if best[1].values[name] != number
    )
    return f"正文写{wrong[0]}{say(wrong[1])}{unit}，表里{best[1].head}是 {say(best[1].values[wrong[0]])}"


_SHARE = re.compile(
    r"(?P<name>[一-鿿]{2,16}?)[，,]占(?:全[市县区省镇])(?:总数|总量)?的?(?P<percent>\d+(?:\.\d+)?)[%％]"
)


@rule("share-of-table", clause="数字", strength="一般", source=PRACTICE)
def share_of_table(paper: Paper) -> Iterator[Remark]:
    """“最多的是某县，占全市的几成”，与表里这一行占合计的比例相符。"""
    columns = all_columns(paper)
    for line, text in sentences(paper) if columns else ():
        for match in _SHARE.finditer(text):
            before = text[: match.start("percent")]
            meant = [
                (column, name)
                for column in columns
                for name in _rows(column)
                if not column.percent and column.head in before and match["name"].endswith(name)
            ]
            if len(meant) != 1:
                continue
            column, name = meant[0]
            whole = next((value for row, value in column.values.items() if TOTAL_ROW.search(row)), None)
            part = column.values[name]
            if whole and not percent_fits(part, whole, match["percent"]):
                right = right_percent(part, whole, match["percent"])
                found = f"表里{name}{column.head} {say(part)}，占 {say(whole)} 的 {right}，写成“{match['percent']}%”"
                yield Remark(line, found, right, quote=text.strip())


_NEEDS = re.compile(r"(?:所需|共需|总计|合计|预算|估算|需)(?:经费|资金|费用|金额)?(?:共|约|为|总额)?$")
_MONEY = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
LARGEST_SLIP = 3
"""Times by which a sum of the text may differ from the table's and still be the same thing mistyped."""


@rule("sum-and-table", clause="数字", strength="一般", source=PRACTICE)
def sum_and_table(paper: Paper) -> Iterator[Remark]:
    """正文写的所需经费与表里金额的合计相符（万元、元换算后核）。"""
    totals = [
        value * _MONEY[column.unit]
        for column in all_columns(paper)
        if column.unit in _MONEY and not re.search("单价|标准|均", column.head)
        for name, value in column.values.items()
        if TOTAL_ROW.search(name)
    ]
    if len(set(totals)) != 1:
        return
    for line, text in sentences(paper):
        for amount in find_amounts(text):
            if line.table is not None or amount.unit != "元" or amount.rough:
                continue
            near = totals[0] / LARGEST_SLIP < amount.value < totals[0] * LARGEST_SLIP
            near = near or amount.value * 10 == totals[0] or amount.value == totals[0] * 10
            if _NEEDS.search(text[: amount.start]) and near and abs(amount.value - totals[0]) >= amount.step:
                found = f"正文写“{amount.text}”，表里合计是 {say(totals[0])} 元"
                yield Remark(line, found, "两处写同一个数", quote=text.strip())
