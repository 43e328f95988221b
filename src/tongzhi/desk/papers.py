"""签到表, 台签 and 座次表 as Word documents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongzhi.desk.people import Reply
from tongzhi.desk.seats import Hall, Side, arrange_hall, arrange_platform
from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.parts import pack
from tongzhi.layout.printing import print_name
from tongzhi.standard.gbt9704 import GBT9704, Standard
from tongzhi.word.fragments import Cell, all_borders, border, escape, line, paragraph, row, run, size, table
from tongzhi.word.package import pack_parts, read_parts
from tongzhi.word.sizes import Mm, Pt

_FULL_CARD = 150
"""Points of a name of up to three characters on a card."""
_CARD_WIDTH = 430
"""Points that a name may take across a card."""


def render_sign_in(people: Sequence[Reply], title: str, s: Standard = GBT9704) -> bytes:
    """Give the 签到表: every person with room for a signature, headings on every page."""
    widths = rc.fit((8, 25, 14, 21, 18, 14), int(s.page.area_width))
    labels = ("序号", "单位", "姓名", "职务", "联系电话", "签到")
    rows = [rc.head_row(labels, widths)]
    for number, person in enumerate(people, start=1):
        cells = (str(number), person.unit, print_name(person.name), person.title, person.mobile, "")
        rows.append(
            row(
                [
                    Cell(paragraph(text, style=st.CELL_LEFT if column in (1, 3) else st.CELL))
                    for column, text in enumerate(cells)
                ],
                widths,
                height=600,
            )
        )
    body = rc.plain(title, st.SHEET_TITLE) + rc.grid(s, widths, "".join(rows)) + paragraph(style=st.TINY)
    return pack(rc.Draft(title, body), s)


def card_size(name: str) -> Pt:
    """Give the size of a name on its card: 150 pt, smaller when the name is long."""
    return Pt(min(_FULL_CARD, int(_CARD_WIDTH / max(1, len(name)))))


def render_cards(names: Sequence[str], s: Standard = GBT9704) -> bytes:
    """Give the 台签: one A4 sheet a person, folded across the middle, the name on both faces.

    The upper face is turned by 180°, so that both read upright when the sheet stands; it is drawn as WordArt, which Word, WPS
    and LibreOffice all turn.
    """
    pages = [_card(print_name(name), s, number=number) for number, name in enumerate(names)]
    body = "".join(page if number == 0 else rc.new_page(page) for number, page in enumerate(pages))
    return _without_numbers(pack(rc.Draft("台签", body), s))


def _card(name: str, s: Standard, *, number: int) -> str:
    half = int(Mm(297) / 2 - s.page.top)
    lower = int(Mm(297) / 2 - s.page.bottom - Mm(16))
    width = [int(s.page.area_width)]
    fold = border("bottom", eighths=4, kind="dashed", colour="808080")
    upper_cell = Cell(_word_art(name, s, number=2 * number, turned=True), borders=fold)
    lower_cell = Cell(_word_art(name, s, number=2 * number + 1, turned=False))
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


def render_seats(
    platform: Sequence[str],
    people: Sequence[Reply],
    hall: Hall,
    side: Side,
    title: str,
    s: Standard = GBT9704,
) -> bytes:
    """Give the 座次表 in both views: 观众视角 (as the hall sees it) and 台上视角 (as the platform sees it)."""
    line_up = arrange_platform(platform, side)
    seats = arrange_hall([_words(person) for person in people], hall)
    from_hall = _plan(
        title, "观众视角（面向主席台）", list(reversed(line_up)), seats, hall, s, platform_on_top=True
    )
    turned = [list(reversed(part)) for part in reversed(seats)]
    from_stage = _plan(title, "台上视角（面向会场）", line_up, turned, hall, s, platform_on_top=False)
    return pack(rc.Draft(title, from_hall + rc.new_page(from_stage), turned=True), s)


def _words(person: Reply) -> str:
    return f"{print_name(person.name)}\n{person.unit}"


def _plan(
    title: str,
    view: str,
    platform: list[str],
    seats: list[list[str | None]],
    hall: Hall,
    s: Standard,
    *,
    platform_on_top: bool,
) -> str:
    whole = int(s.page.area_height)
    widths = rc.fit((4, *([12] * hall.columns)), whole)
    rows = []
    numbers = range(1, hall.rows + 1) if platform_on_top else range(hall.rows, 0, -1)
    for number, part in zip(numbers, seats, strict=True):
        cells = [_seat(f"{number}排")] + [_seat(seat or "") for seat in part]
        rows.append(row(cells, widths, height=560))
    stage = ""
    if platform:
        wide = rc.fit((1,) * len(platform), min(whole, len(platform) * 1500))
        stage = table(
            [row([_seat(print_name(name)) for name in platform], wide, height=600)],
            wide,
            borders=all_borders(8),
        ) + rc.plain("主席台", st.CELL)
    hall_table = table(rows, widths, borders=st.table_borders(s), margin=20)
    head = rc.plain(title, st.SHEET_TITLE) + rc.plain(view, st.CELL)
    parts = [stage, hall_table] if platform_on_top else [hall_table + paragraph(style=st.CELL), stage]
    return head + (parts[0] + paragraph(style=st.TINY)) + parts[1] + paragraph(style=st.TINY)


def _seat(text: str) -> Cell:
    lines = text.split("\n")
    first = paragraph(run(lines[0], props=size(Pt(11))), style=st.CELL, props=line(280))
    rest = "".join(
        paragraph(run(part, props=size(Pt(8))), style=st.CELL, props=line(200)) for part in lines[1:] if part
    )
    return Cell(first + rest)
