"""The vocabulary that the shipped templates are made of.

A template is a Word file with named styles and with tags in plain sight. Its recipe is one function in
`tongzhi.layout.recipes` that joins pieces of this vocabulary::

    def make(s: Standard) -> Draft:
        return Draft(
            "会议通知",
            red_head(s)
            + title()
            + addressee()
            + heading1("会议时间和地点")
            + text("时间：{{ 会议时间 }}。")
            + when("附件说明", block("附件说明"))
            + block("落款")
            + imprint(s),
        )

Pieces are strings of WordprocessingML; `+` puts them one after the other.

- text: `text`, `heading1`-`heading2`, `item` (heading run in 楷体, then text), `plain`, `blank`, `title`, `addressee`
- tags: `when` (if / else over paragraphs), `each` (loop over paragraphs), `block` (a prepared fragment, `{{p X }}`)
- tables: `grid` with `head_row`, `loop_row`, `fixed_row`, or `form` (label and value cells)
- heads: `red_head`, `letter_head`, `telegram_head`, `drafting_sheet`
- ends: `closing` (附件说明, 落款, 附注), `imprint`
- pages: `annex` (label, title, body on a new page), `landscape` (its own section), `new_page`

What a template may ask for is prepared by `tongzhi.render.document.context`; the numbers come from the
standard that is handed through. `python -m tongzhi.layout.make` writes all templates.
"""

from __future__ import annotations

from dataclasses import dataclass

from tongzhi.layout.ends import closing, imprint, letter_imprint
from tongzhi.layout.heads import drafting_sheet, letter_head, red_head, telegram_head
from tongzhi.layout.pages import (
    annex,
    body_section,
    landscape,
    new_page,
    section_break,
    turned_section,
    upright,
)
from tongzhi.layout.pieces import (
    SEVERAL,
    Piece,
    addressee,
    blank,
    block,
    cell,
    each,
    fit,
    fixed_row,
    grid,
    head_row,
    heading1,
    heading2,
    item,
    last_text,
    loop_row,
    plain,
    point,
    tag,
    text,
    title,
    when,
    when_row,
)
from tongzhi.standard.gbt9704 import Standard
from tongzhi.word.fragments import CellFragment


@dataclass(frozen=True, slots=True)
class Draft:
    """A template before it is packed: what it is for, its body, and the section that ends it.

    `restart`: this last section is the first one after the drafting sheet, so its pages count from 1.
    """

    title: str
    body: Piece
    turned: bool = False
    letter: bool = False
    restart: bool = False


def official(
    s: Standard,
    name: str,
    body: Piece,
    annexes: Piece = "",
    carrier: str = "红头文件",
    *,
    closing_pieces: bool = True,
) -> Draft:
    """A whole official paper: sheet, head of its carrier, title, addressee, body, ends, attachments, imprint.

    Args:
        s: the standard.
        name: what the template is for.
        body: from under the addressee to the last text paragraph.
        annexes: what follows on new pages.
        carrier: 红头文件, 信函 or 电报.
        closing_pieces: whether 附件说明, 落款 and 附注 follow the body; else they stand in it.
    """
    letter = carrier == "信函"
    heads = {"红头文件": red_head, "信函": letter_head, "电报": telegram_head}
    front = drafting_sheet(s) + heads[carrier](s) + title() + addressee()
    ends = closing() if closing_pieces else ""
    foot = letter_imprint(s) if letter else imprint(s)
    whole = front + body + ends + annexes + foot
    return Draft(name, whole, letter=letter, restart='w:orient="landscape"' not in whole)


__all__ = [
    "SEVERAL",
    "CellFragment",
    "Draft",
    "Piece",
    "addressee",
    "annex",
    "blank",
    "block",
    "body_section",
    "cell",
    "closing",
    "drafting_sheet",
    "each",
    "fit",
    "fixed_row",
    "grid",
    "head_row",
    "heading1",
    "heading2",
    "imprint",
    "item",
    "landscape",
    "last_text",
    "letter_head",
    "letter_imprint",
    "loop_row",
    "new_page",
    "official",
    "plain",
    "point",
    "red_head",
    "section_break",
    "tag",
    "telegram_head",
    "text",
    "title",
    "turned_section",
    "upright",
    "when",
    "when_row",
]
