"""Sentences against the table of the same paper: the number of a row, the highest and the lowest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tongzhi.anatomy.paper import Paper
from tongzhi.check.content.amounts import say
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import sentences
from tongzhi.model.finding import PRACTICE
from tongzhi.word.grid import Cell

_CELL = re.compile(r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<percent>[%％])?")
_UNIT = re.compile(r"[（(](?P<unit>[^（）()]{1,4})[）)]$")
_SERIAL = re.compile(r"序号|编号|名次|排名")
TOTAL_ROW = re.compile(r"(?:合|总|共|小)\s*计")
_COMPARED = re.compile(r"同比|环比|上月|上年|去年|增加|减少|上升|下降|其中|重大|剩余|未")
LEAST_LABEL = 2
"""Characters that the name of a row needs to be looked for in the text."""


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column of numbers: its head without the unit, the unit, and the number of each named row."""

    head: str
    unit: str
    percent: bool
    values: dict[str, Decimal]


def _columns(grid: list[list[Cell | None]]) -> list[FigureColumn]:
    if len(grid) < 3:
        return []
    heads = [cell.text.strip().replace("\n", "") if cell else "" for cell in grid[0]]
    label = next((at for at, head in enumerate(heads) if head and not _SERIAL.search(head)), None)
    if label is None or len(set(heads)) != len(heads):
        return []  # two rows of heads, or none
    found = []
    for column in range(label + 1, len(heads)):
        cells = [(_text(row, label), _CELL.fullmatch(_text(row, column))) for row in grid[1:]]
        named = [(name, cell) for name, cell in cells if cell is not None and len(name) >= LEAST_LABEL]
        names = [name for name, _ in named]
        if len(named) < 2 or len(set(names)) != len(names):
            continue
        unit = _UNIT.search(heads[column])
        percent = any(cell["percent"] for _, cell in named) or heads[column].endswith(("率", "占比"))
        values = {name: Decimal(cell["number"].replace(",", "")) for name, cell in named}
        head = _UNIT.sub("", heads[column]).strip()
        if len(head) >= LEAST_LABEL:
            found.append(FigureColumn(head, unit["unit"] if unit else "", percent, values))
    return found


def _text(row: list[Cell | None], column: int) -> str:
    cell = row[column] if column < len(row) else None
    return cell.text.strip() if cell is not None else ""


def all_columns(paper: Paper) -> list[FigureColumn]:
    """Give the columns of numbers of every table with one row of heads and a column of names."""
    return [column for _, grid in paper.grids for column in _columns(grid)]


@rule("text-and-table", clause="数字", strength="一般", source=PRACTICE)
def text_and_table(paper: Paper) -> Iterator[Remark]:
    """正文点名一行、一列的数，与表里这一格相符（“桐溪县发现隐患75处”，表里桐溪县一行“发现隐患”是77）。"""
    columns = all_columns(paper)
    if not columns:
        return
    for line, text in sentences(paper):
        if line.table is not None:
            continue
        for column in columns:
            yield from (
                Remark(line, found, "两处写同一个数", quote=text.strip()) for found in _differs(text, column)
            )


def _differs(text: str, column: FigureColumn) -> Iterator[str]:
    rows = [name for name in column.values if not TOTAL_ROW.search(name) and name in text]
    if len(rows) != 1 or text.count(column.head) != 1:
        return
    name, at = rows[0], text.index(column.head)
    start = text.index(name)
    if start > at or _COMPARED.search(
        text[start : at + len(column.head)].replace(name, "").replace(column.head, "")
    ):
        return
    said = re.match(
        r"(?:是|为|达|达到|数|共|了)?(?P<number>\d+(?:\.\d+)?)(?P<unit>[%％]|[一-鿿])",
        text[at + len(column.head) :],
    )
    if said is None or (said["unit"] in "%％") != column.percent:
        return
    if column.unit and not column.percent and not column.unit.startswith(said["unit"]):
        return
    value = column.values[name]
    if Decimal(said["number"]) != value:
        yield f"正文写{name}{column.head}{said['number']}{said['unit']}，表里是 {say(value)}"


_EXTREME = re.compile(
    r"(?P<head>[一-鿿]{2,8}?)(?:最|数最)(?P<way>高|多|大|低|少|小)的(?:县|区|市|乡镇|单位|部门|地区|企业)?[是为](?P<rest>[^。；]{2,40})"
)
_UP = "高多大"


@rule("highest-and-lowest", clause="数字", strength="一般", source=PRACTICE)
def highest_and_lowest(paper: Paper) -> Iterator[Remark]:
    """正文说最高、最低的，与表里这一列相符。"""
    columns = all_columns(paper)
    if not columns:
        return
    for line, text in sentences(paper):
        for match in _EXTREME.finditer(text):
            fitting = [column for column in columns if match["head"].endswith(column.head)]
            if len(fitting) != 1:
                continue
            values = {name: value for name, value in fitting[0].values.items() if not TOTAL_ROW.search(name)}
            named = [name for name in values if match["rest"].startswith(name)]
            if len(named) != 1:
                continue
            most = (max if match["way"] in _UP else min)(values.values())
            if values[named[0]] != most:
                right = "、".join(name for name, value in values.items() if value == most)
                found = f"{fitting[0].head}最{match['way']}写“{named[0]}”，表里是{right}（{say(most)}）"
                yield Remark(line, found, right, quote=text.strip())
