"""A small form or list as data: what stands on it from top to bottom, and the one recipe that reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.official import title_lines
from tongzhi.layout.recipes import sheets as sh
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.model.base import Document

Values = Callable[[Any, Mapping[str, Any]], dict[str, Any]]
"""What a form needs beyond its fields: from the paper and its printed values to further values."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """Labelled boxes, a line of the text for each row of the form.

    `编号 | 线索来源` are two boxes side by side, one alone takes the row; `证据=证据说明` is the label and the name of the
    value; `事实 @1800` is 1800 twips high.
    """

    text: str

    def lay_out(self, s: Standard) -> rc.Piece:
        """Give the ruled form."""
        return sh.form(s, [box for line in self.text.strip().splitlines() for box in _boxes(line)])


def _boxes(line: str) -> list[sh.Box]:
    parts = [part.strip() for part in line.split("|")]
    made = []
    for part in parts:
        words, _, height = part.partition("@")
        label, _, name = words.strip().partition("=")
        more = {"height": int(height)} if height else {}
        made.append(sh.Box(label, sh.tag(name or label), wide=len(parts) == 1, **more))
    return made


@dataclass(frozen=True, slots=True)
class Rows:
    """A ruled table with a row for each entry of a list.

    `交办事项=事项 13*` is a column: heading, name of the value, width in parts, `*` for running text.
    """

    values: str
    columns: str
    loop: str = "项"
    turned: bool = False
    totals: str = ""
    """The name of the sums that stand under the first column's 合计."""

    def lay_out(self, s: Standard) -> rc.Piece:
        """Give the table."""
        columns = [_column(each, self.loop) for each in self.columns.split("|")]
        foot = ""
        if self.totals:
            widths = sh.column_widths(s, columns, turned=self.turned)
            sums = [column.tag.replace(f"{self.loop}.", f"{self.totals}.") for column in columns[1:]]
            foot = rc.fixed_row([rc.cell("合计", st.CELL_HEAD), *map(rc.cell, sums)], widths)
        return sh.entries(s, self.loop, self.values, columns, turned=self.turned, foot=foot)


def _column(text: str, loop: str) -> sh.ListColumn:
    words, width = text.strip().rsplit(maxsplit=1)
    label, _, name = words.partition("=")
    tag = name if name.startswith("{{") else sh.tag(f"{loop}.{name or label}")
    return sh.ListColumn(label, float(width.rstrip("*")), tag, running=width.endswith("*"))


@dataclass(frozen=True, slots=True)
class Caption:
    """A line of small type; `spread` puts its parts (parted by a tab) at both ends."""

    text: str
    spread: bool = False

    def lay_out(self, _s: Standard) -> rc.Piece:
        """Give the line."""
        return sh.ends(self.text) if self.spread else sh.note(self.text)


@dataclass(frozen=True, slots=True)
class Gap:
    """The least white between two tables."""

    def lay_out(self, _s: Standard) -> rc.Piece:
        """Give the line of one point."""
        return rc.plain("", st.TINY)


@dataclass(frozen=True, slots=True)
class When:
    """What is printed when a value says so, and what otherwise."""

    test: str
    then: tuple[Block, ...]
    otherwise: tuple[Block, ...] = ()

    def lay_out(self, s: Standard) -> rc.Piece:
        """Give both."""
        return rc.when(
            self.test, _joined(self.then, s), *([_joined(self.otherwise, s)] if self.otherwise else [])
        )


@dataclass(frozen=True, slots=True)
class Each:
    """A line of small type for each entry of a list."""

    loop: str
    values: str
    text: str

    def lay_out(self, _s: Standard) -> rc.Piece:
        """Give the lines."""
        return rc.each(self.loop, self.values, sh.note(self.text))


Block = Boxes | Rows | Caption | Gap | When | Each


def _joined(blocks: tuple[Block, ...], s: Standard) -> rc.Piece:
    made: rc.Piece = ""
    for block in blocks:
        made += block.lay_out(s)
    return made


@dataclass(frozen=True, slots=True)
class SmallForm:
    """One form.

    Attributes:
        name: what the template is for.
        blocks: what stands under the title.
        title: its title, `{document.…}` filled in; without one the paper's own 标题.
        turned: whether the sheet lies across.
        numbered: lists whose rows are counted where nobody numbered them.
        joined: name of a text → the list whose entries it joins, what stands between them.
        values: further values that are computed.
    """

    name: str
    blocks: tuple[Block, ...]
    title: str = ""
    turned: bool = False
    numbered: tuple[str, ...] = ()
    joined: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    values: Values | None = None

    def make(self, s: Standard) -> rc.Draft:
        """Lay the form out."""
        return rc.Draft(self.name, sh.heading() + _joined(self.blocks, s), turned=self.turned)

    def prepare(self, document: Document, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
        """Give the title lines, numbered rows, joined texts and what is computed."""
        title = self.title.format(document=document) if self.title else values["标题"]
        return {
            "标题分行": title_lines(title, s),
            **{label: count_rows(values[label]) for label in self.numbered},
            **{name: between.join(map(str, values[label])) for name, (label, between) in self.joined.items()},
            **(self.values(document, values) if self.values else {}),
        }


def count_rows(rows: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Give the rows with their numbers."""
    return [{**row, "序号": row["序号"] or number} for number, row in enumerate(rows, 1)]
