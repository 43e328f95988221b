"""台签: a name on both faces of a folded sheet, drawn as WordArt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.parts import pack
from tongzhi.standard.gbt9704 import Standard
from tongzhi.word.fragments import CellFragment, border, escape, line, paragraph, row, table
from tongzhi.word.package import pack_parts, read_parts
from tongzhi.word.sizes import Mm, Pt

_FULL_CARD = 150
"""Points of a name of up to three characters on a card."""
_CARD_WIDTH = 430
"""Points that a name may take across a card."""


def card_size(name: str) -> Pt:
    """Give the size of a name on its card: 150 pt, smaller when the name is long."""
    return Pt(min(_FULL_CARD, int(_CARD_WIDTH / max(1, len(name)))))


def name_cards(names: Sequence[str], s: Standard) -> bytes:
    """Give one A4 sheet for each name, folded across the middle, the name on both faces.

    The upper face is turned by 180°, so that both read upright when the sheet stands; it is drawn as WordArt, which Word, WPS
    and LibreOffice all turn.
    """
    pages = [_card(name, s, number=number) for number, name in enumerate(names)]
    body = "".join(page if number == 0 else rc.new_page(page) for number, page in enumerate(pages))
    return _without_numbers(pack(rc.Draft("台签", body), s))


def _card(name: str, s: Standard, *, number: int) -> str:
    half = int(Mm(297) / 2 - s.page.top)
    lower = int(Mm(297) / 2 - s.page.bottom - Mm(16))
    width = [int(s.page.area_width)]
    fold = border("bottom", eighths=4, kind="dashed", colour="808080")
    upper_cell = CellFragment(_word_art(name, s, number=2 * number, turned=True), borders=fold)
    lower_cell = CellFragment(_word_art(name, s, number=2 * number + 1, turned=False))
    rows = [row([upper_cell], width, height=half), row([lower_cell], width, height=lower)]
    return paragraph(style=st.TINY) + table(rows, width) + paragraph(style=st.TINY)


def _word_art(name: str, s: Standard, *, number: int, turned: bool) -> str:
    size_pt = card_size(name).pt
    width = size_pt * len(name)
    turn = ";rotation:180" if turned else ""
    face = escape(s.faces.heading1)
    shape = (
        '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
        '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
        '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>'
        '<v:f eqn="if @0 @4 21600"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="card{number}" alt="{escape(name)}" type="#_x0000_t136" fillcolor="black" stroked="f" '
        f'style="width:{width:.0f}pt;height:{size_pt:.0f}pt{turn}">'
        f'<v:textpath on="t" fitshape="t" style="font-family:&quot;{face}&quot;;font-size:{size_pt:.0f}pt" string="{escape(name)}"/>'
        "</v:shape></w:pict></w:r>"
    )
    return paragraph(shape, style=st.CELL, props=line(240, rule="auto"))


def _without_numbers(data: bytes) -> bytes:
    """Take the page number off, and the line grid, which would push the fold off the middle: a card is no page of a paper."""
    parts = read_parts(data)
    for name, part in parts.items():
        if name.startswith("word/footer"):
            start, end = part.index(b"<w:p>"), part.rindex(b"</w:p>") + len(b"</w:p>")
            parts[name] = part[:start] + b"<w:p/>" + part[end:]
    parts["word/document.xml"] = re.sub(rb"<w:docGrid[^>]*/>", b"", parts["word/document.xml"])
    return pack_parts(parts)
