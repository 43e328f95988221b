"""Paragraphs, tags and tables that templates are made of; each piece is a string of WordprocessingML."""

from __future__ import annotations

from tongzhi.layout import styles as st
from tongzhi.standard.gbt9704 import Standard
from tongzhi.word.fragments import CellFragment, paragraph, row, run, table

Piece = str
SEVERAL = "{% if loop.length > 1 %}（{{ 节 }}）{% endif %}"
"""The number of a point in a loop, when there are several."""


def text(content: str) -> Piece:
    """A paragraph of the text, indented by two characters."""
    return paragraph(content, style=st.TEXT)


def plain(content: str, style: str) -> Piece:
    """A paragraph in any named style."""
    return paragraph(content, style=style)


def blank(count: int = 1) -> Piece:
    """Blank lines."""
    return paragraph(style=st.BLANK) * count


def last_text(content: str) -> Piece:
    """The last paragraph of the text; it stays with 附件说明, organ and date."""
    return paragraph(content, style=st.TEXT, props="<w:keepNext/>")


def heading1(words: str, number: str = "{{ 章 }}、") -> Piece:
    """A heading 一、 in 黑体; the number is counted when the document is made, so that none is skipped."""
    return paragraph(number + words, style=st.HEADING1)


def heading2(words: str, number: str = "（{{ 节 }}）") -> Piece:
    """A heading （一） in 楷体 on its own line."""
    return paragraph(number + words, style=st.HEADING2)


def item(lead: str, rest: str, number: str = "（{{ 节 }}）", *, last: bool = False) -> Piece:
    """A paragraph that begins with a numbered heading in 楷体 and runs on in the text face.

    The `last` one of the text stays with 附件说明, organ and date.
    """
    runs = run(number + lead, style=st.KAI) + (run(rest) if rest else "")
    return paragraph(runs, style=st.TEXT, props="<w:keepNext/>" if last else "")


def point(name: str) -> Piece:
    """A point of a looped list with heading 题 and text 文; numbered when there are several."""
    return item("{{ " + name + ".题 }}", "{{ " + name + ".文 }}", SEVERAL)


def title(tag: str = "{{ 标题分行 }}") -> Piece:
    """The title and the blank line under it (7.3.1, 7.3.2)."""
    return paragraph(tag, style=st.TITLE) + blank()


def addressee() -> Piece:
    """主送机关, unless it was moved to the imprint (7.3.2)."""
    return when("主送", paragraph("{{ 主送 }}：", style=st.ADDRESSEE))


def tag(words: str) -> Piece:
    """A paragraph that holds nothing but a tag; it leaves no trace in the document."""
    return paragraph("{%p " + words + " %}", style=st.TAG)


def when(test: str, yes: Piece, no: Piece = "") -> Piece:
    """Paragraphs that are printed when the test holds, and others when it does not."""
    return tag(f"if {test}") + yes + (tag("else") + no if no else "") + tag("endif")


def each(name: str, values: str, body: Piece) -> Piece:
    """Paragraphs that are printed once for every value of a list."""
    return tag(f"for {name} in {values}") + body + tag("endfor")


def block(name: str) -> Piece:
    """A prepared fragment whose form depends on the values: 落款, 附件说明, free text in several paragraphs."""
    return paragraph("{{p " + name + " }}", style=st.TEXT)


def cell(content: str, style: str = st.CELL, **more: object) -> CellFragment:
    """A cell with one paragraph."""
    return CellFragment(paragraph(content, style=style), **more)  # type: ignore[arg-type]


def fit(widths: tuple[float, ...], whole: int) -> list[int]:
    """Give the column widths in twips for parts of the whole."""
    scale = whole / sum(widths)
    found = [round(part * scale) for part in widths]
    found[-1] += whole - sum(found)
    return found


def head_row(labels: tuple[str, ...], widths: list[int], style: str = st.CELL_HEAD) -> str:
    """The row of column names, repeated on every page."""
    return row([cell(label, style) for label in labels], widths, header=True, height=500)


def loop_row(
    name: str,
    values: str,
    cells: tuple[str, ...],
    widths: list[int],
    left: frozenset[int] = frozenset(),
    styles: tuple[str, str] = (st.CELL, st.CELL_LEFT),
) -> str:
    """A row that is printed once for every value of a list; columns in `left` hold running text.

    `styles` are those of a short cell and of one with running text.
    """
    made = [cell(words, styles[column in left]) for column, words in enumerate(cells)]
    return (
        _tag_row(f"for {name} in {values}", widths)
        + row(made, widths, height=454)
        + _tag_row("endfor", widths)
    )


def when_row(test: str, rows: str, widths: list[int]) -> str:
    """Rows that are printed when the test holds."""
    return _tag_row(f"if {test}", widths) + rows + _tag_row("endif", widths)


def _tag_row(words: str, widths: list[int]) -> str:
    return row([cell("{%tr " + words + " %}", st.TAG, span=len(widths))], widths)


def fixed_row(cells: list[CellFragment], widths: list[int], height: int = 454) -> str:
    """A row as it stands."""
    return row(cells, widths, height=height)


def grid(s: Standard, widths: list[int], rows: str, *, margin: int = 57) -> Piece:
    """A ruled table with rows given as text; `margin` is the white beside the text of a cell in twips."""
    return table([rows], widths, borders=st.table_borders(s), margin=margin)
