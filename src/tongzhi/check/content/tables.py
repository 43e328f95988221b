"""Tables of the corpus, and tables of papers: totals of rows and columns."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from tongzhi.anatomy.paper import Paper
from tongzhi.check.content.amounts import percent_fits, right_percent, say
from tongzhi.check.registry import Remark, rule
from tongzhi.model.finding import PRACTICE
from tongzhi.resources import corpus_path
from tongzhi.word.blocks import Paragraph
from tongzhi.word.grid import Cell

TOTAL = re.compile(r"(?:合|总|共)\s*计|总数|累计|全[市县区省]")
SUBTOTAL = re.compile(r"小\s*计")
_NUMBER = re.compile(r"[-－−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-－−]?\d+(?:\.\d+)?")
_NO_SUM = re.compile(
    r"序号|编号|率|比|占|平均|人均|增幅|同比|环比|%|％|名次|排名|日期|时间|时限|年份|电话|单价|标准|邮编|文号|面积率|得分|评分"
)


@cache
def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Give the rows of a table of `corpus/check/`, comments left out."""
    lines = corpus_path(f"check/{name}").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))


@dataclass(frozen=True, slots=True)
class _Numbers:
    """A table as numbers: `rows[r][c]` is the number of a cell, `None` where there is none."""

    cells: list[list[Cell | None]]
    rows: list[list[Decimal | None]]


@rule("table-total", clause="数字", strength="推算", source=PRACTICE)
def table_total(paper: Paper) -> Iterator[Remark]:
    """表里的合计、小计与各行、各列相加相符（比率、序号一类的列不加）。"""
    for _, grid in paper.grids:
        if len(grid) >= 3:
            numbers = _Numbers(grid, [[_number(cell) for cell in row] for row in grid])
            yield from _columns(numbers)
            yield from _across(numbers)


def _number(cell: Cell | None) -> Decimal | None:
    text = cell.text.strip() if cell else ""
    return Decimal(re.sub(r"[－−]", "-", text.replace(",", ""))) if _NUMBER.fullmatch(text) else None


def _label(row: list[Cell | None], upto: int) -> str:
    return "".join(
        dict.fromkeys(
            cell.text.strip()
            for cell in row[:upto]
            if cell is not None and not _NUMBER.fullmatch(cell.text.strip())
        )
    )


def _first_number(rows: list[list[Decimal | None]]) -> int:
    return next((at for row in rows for at, value in enumerate(row) if value is not None), 0)


def _heads(table: _Numbers, column: int) -> str:
    """Give the words above the first number of a column."""
    words = []
    for cells, values in zip(table.cells, table.rows, strict=True):
        if column >= len(values):
            continue  # a row that ends sooner
        if values[column] is not None:
            break
        cell = cells[column]
        if cell is not None:
            words.append(cell.text.strip())
    return "".join(dict.fromkeys(words))


def _columns(table: _Numbers) -> Iterator[Remark]:
    """A 合计 row above or below the rows that it adds up; 小计 rows add up what stands since the last one."""
    width = max(len(row) for row in table.rows)
    for column in range(width):
        if _NO_SUM.search(_heads(table, column)):
            continue
        block: list[Decimal] = []
        since: list[Decimal] = []
        subtotals: list[Decimal] = []
        first: tuple[Decimal, Cell] | None = None
        for cells, values in zip(table.cells, table.rows, strict=True):
            value = values[column] if column < len(values) else None
            cell = cells[column] if column < len(cells) else None
            label = _label(cells, column)
            if value is None or cell is None:
                continue
            if SUBTOTAL.search(label):
                if len(since) >= 2 and not _adds(since, value):
                    yield _wrong(cell, "小计", since, value)
                subtotals.append(value)
                since = []
            elif TOTAL.search(label) and len(label) <= 8:
                if not block and first is None:
                    first = (value, cell)
                    continue
                wanted = [*subtotals, *since] if subtotals else block
                if len(wanted) >= 2 and not _adds(wanted, value) and not _adds(block, value):
                    yield _wrong(cell, "合计", wanted, value)
                first = None
                block, since, subtotals = [], [], []
            else:
                block.append(value)
                since.append(value)
        if first is not None and len(block) >= 2 and not subtotals and not _adds(block, first[0]):
            yield _wrong(first[1], "合计", block, first[0])


def _across(table: _Numbers) -> Iterator[Remark]:
    """A 合计 column beside the columns that it adds up, where every number of the row takes part."""
    width = max(len(row) for row in table.rows)
    heads = [_heads(table, column) for column in range(width)]
    totals = [
        column
        for column, head in enumerate(heads)
        if re.search(r"(?:合计|小计|总计|共计)$", head) and not _NO_SUM.search(head)
    ]
    if len(totals) != 1:
        return
    total = totals[0]
    others = [c for c in range(width) if c != total and not _NO_SUM.search(heads[c]) and heads[c]]
    rows = [row for row in table.rows if len(row) == width and row[total] is not None]
    for part in ([c for c in others if c < total], [c for c in others if c > total]):
        used = [c for c in part if any(row[c] is not None for row in rows)]
        fits = [row for row in rows if _adds([row[c] or Decimal(0) for c in used], row[total] or Decimal(0))]
        if len(used) < 2 or len(fits) * 3 < len(rows) * 2 or len(fits) == len(rows):
            continue  # nothing adds up, so these columns are not its parts; or all do
        for cells, row in zip(table.cells, table.rows, strict=True):
            cell = cells[total] if total < len(cells) else None
            value = row[total] if len(row) == width else None
            values = [row[c] or Decimal(0) for c in used] if value is not None else []
            if value is not None and cell is not None and not _adds(values, value):
                yield _wrong(cell, heads[total], values, value)


def _adds(values: list[Decimal], total: Decimal) -> bool:
    step = max(
        (Decimal(1).scaleb(int(value.as_tuple().exponent)) for value in (*values, total)), default=Decimal(1)
    )
    slack = step * len(values) / 2 if step < 1 else Decimal(0)
    return abs(sum(values, Decimal(0)) - total) <= slack


def _wrong(cell: Cell, name: str, values: list[Decimal], total: Decimal) -> Remark:
    added = sum(values, Decimal(0))
    shown = "＋".join(say(value) for value in values) if len(values) <= 6 else f"{len(values)} 个数"
    paragraph: Paragraph | None = cell.paragraphs[0] if cell.paragraphs else None
    return Remark(
        paragraph,
        f"{name}写 {say(total)}，{shown}相加是 {say(added)}",
        say(added),
        quote=cell.text.strip(),
        element=f"表格第{cell.row}行第{cell.column}列",
    )


_RATE_HEAD = re.compile(r"(?<!增长)(?<!下降)(?<!利)(?<!税)(?<!费)率")
_PERCENT_CELL = re.compile(r"(\d+(?:\.\d+)?)\s*[%％]?")
LEAST_RATES = 3
"""Rows of a rate that must fit before the others are called wrong."""


@rule("table-rate", clause="数字", strength="推算", source=PRACTICE)
def table_rate(paper: Paper) -> Iterator[Remark]:
    """表里的整改率、完成率与同一行的两个数相符（多数行都由这两列算出时才核其余的行）。"""
    for _, grid in paper.grids:
        width = max((len(row) for row in grid), default=0)
        numbers = _Numbers(grid, [[_number(cell) for cell in row] for row in grid])
        heads = [_text(grid[0], column) for column in range(width)]
        for column, head in enumerate(heads):
            if _RATE_HEAD.search(head) and "同比" not in head:
                yield from _rates(numbers, column)


def _text(row: list[Cell | None], column: int) -> str:
    cell = row[column] if column < len(row) else None
    return cell.text.strip() if cell is not None else ""


def _rates(table: _Numbers, column: int) -> Iterator[Remark]:
    """Hold a column of rates against the pair of columns that most rows are reckoned from."""
    rows = [
        (cells[column], found[1], values)
        for cells, values in zip(table.cells, table.rows, strict=True)
        if (found := _PERCENT_CELL.fullmatch(_text(cells, column)))
    ]
    best: list[tuple[Cell | None, str, Decimal, Decimal]] = []
    for part, base in itertools.permutations(range(column), 2):
        pairs = [
            (cell, written, values[part], values[base])
            for cell, written, values in rows
            if values[part] is not None and values[base] is not None
        ]
        fits = sum(percent_fits(a, b, written) for _, written, a, b in pairs if a is not None and b)
        if fits >= LEAST_RATES and fits * 3 >= len(pairs) * 2:
            if best:
                return  # two pairs of columns would do: cannot tell
            best = [(cell, written, a, b) for cell, written, a, b in pairs if a is not None and b]
    for cell, written, part_value, base_value in best:
        if cell is not None and not percent_fits(part_value, base_value, written):
            right = right_percent(part_value, base_value, written)
            yield Remark(
                cell.paragraphs[0] if cell.paragraphs else None,
                f"{say(part_value)}占{say(base_value)}是 {right}，表里写“{cell.text.strip()}”",
                right,
                quote=cell.text.strip(),
                element=f"表格第{cell.row}行第{cell.column}列",
            )


_PRICE = re.compile(r"单价|标准|每[人个台套件次天亩米]")
_COUNT = re.compile(r"数量|人数|台数|套数|面积|工程量|天数|次数|件数")
_COST = re.compile(r"金额|小计|总价|费用|合价|经费|资金|预算")
LEAST_PRODUCTS = 2
"""Rows that must multiply before another is called wrong."""


@rule("table-product", clause="数字", strength="推算", source=PRACTICE)
def table_product(paper: Paper) -> Iterator[Remark]:
    """表里的金额等于数量乘单价（多数行都这样算出时才核其余的行）。"""
    for _, grid in paper.grids:
        width = max((len(row) for row in grid), default=0)
        heads = [_text(grid[0], column) for column in range(width)] if grid else []
        places = [
            [at for at, head in enumerate(heads) if kind.search(head)] for kind in (_COUNT, _PRICE, _COST)
        ]
        if all(len(found) == 1 for found in places) and len({found[0] for found in places}) == len(places):
            yield from _products(grid, *(found[0] for found in places))


def _products(grid: list[list[Cell | None]], count: int, price: int, cost: int) -> Iterator[Remark]:
    rows: list[tuple[list[Cell | None], Decimal, Decimal, Decimal]] = []
    for row in grid[1:]:
        one, each, all_ = (_number(row[at]) if at < len(row) else None for at in (count, price, cost))
        if one is not None and each is not None and all_ is not None and not TOTAL.search(_label(row, count)):
            rows.append((row, one, each, all_))
    for scale in (Decimal(1), Decimal(10_000)):  # 单价 in 元, 金额 in 万元
        wrong = [(row, one, each, all_) for row, one, each, all_ in rows if one * each != all_ * scale]
        if wrong and len(rows) - len(wrong) >= max(LEAST_PRODUCTS, len(wrong)):
            for row, one, each, _ in wrong:
                cell = row[cost]
                if cell is not None:
                    yield Remark(
                        cell.paragraphs[0] if cell.paragraphs else None,
                        f"{say(one)}×{say(each)}＝{say(one * each / scale)}，表里写“{cell.text.strip()}”",
                        "核对数量、单价和金额",
                        quote=cell.text.strip(),
                        element=f"表格第{cell.row}行第{cell.column}列",
                    )
            return


@rule("row-numbers", clause="数字", strength="一般", source=PRACTICE)
def row_numbers(paper: Paper) -> Iterator[Remark]:
    """表的序号依次编排，不跳号、不重号（各段从 1 重新编的除外）。"""
    for _, grid in paper.grids:
        if not grid or grid[0][0] is None or grid[0][0].text.strip() != "序号":
            continue
        seen: list[tuple[int, Cell]] = []
        for row in grid[1:]:
            cell = row[0]
            if cell is not None and cell.text.strip().isdigit() and (not seen or seen[-1][1] is not cell):
                seen.append((int(cell.text.strip()), cell))
        for (before, above), (number, cell) in itertools.pairwise(seen):
            if number not in (before + 1, 1) and cell.text.strip() and above.row != cell.row:
                yield Remark(
                    cell.paragraphs[0] if cell.paragraphs else None,
                    f"序号 {before} 后面是 {number}",
                    f"{before + 1}",
                    quote=cell.text.strip(),
                    element=f"表格第{cell.row}行第{cell.column}列",
                )
                break
