"""签到表, 台签 and 座次表 as Word documents."""

from __future__ import annotations

from collections.abc import Sequence

from tongzhi.desk.replies import Reply
from tongzhi.desk.seats import Hall, Side, arrange_hall, arrange_platform
from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.parts import pack
from tongzhi.layout.printing import print_name
from tongzhi.standard.gbt9704 import GBT9704, Standard
from tongzhi.word.fragments import Cell, all_borders, faces, line, paragraph, row, run, size, table
from tongzhi.word.sizes import Mm, Pt

_FULL_CARD = 180
"""Points of a name of two or three characters on a card 210 mm wide."""
_CARD_WIDTH = 520
"""Points that a name may take on a card."""


def render_sign_in(people: Sequence[Reply], title: str, s: Standard = GBT9704) -> bytes:
    """Give the 签到表: every person with room for a signature, headings on every page."""
    widths = rc.fit((6, 26, 14, 22, 18, 14), int(s.page.area_width))
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
    """Give the size of a name on its card: 180 pt, smaller when the name is long."""
    return Pt(min(_FULL_CARD, int(_CARD_WIDTH / max(2.6, len(name) * 1.02))))


def render_cards(names: Sequence[str], s: Standard = GBT9704) -> bytes:
    """Give the 台签: one A4 sheet a person, folded across the middle, the name on both faces (the upper one upside down).

    The upper half is turned by a text box rotated by 180°, which Word, WPS and LibreOffice all draw.
    """
    height = int((Mm(297) - s.page.top - Mm(30)) / 2)
    pages = []
    for number, name in enumerate(names):
        letters = print_name(name)
        large = card_size(letters)
        pages.append(_card(letters, large, height, s, number=number, last=number == len(names) - 1))
    return pack(rc.Draft("台签", "".join(pages)), s)


def _card(name: str, large: Pt, height: int, s: Standard, *, number: int, last: bool) -> str:
    face = faces(s.faces.heading1) + size(large)
    pitch = line(int(large * 1.25))
    words = paragraph(run(name, props=face), style=st.CELL, props=pitch)
    turned = _turned_box(run(name, props=face), int(s.page.area_width), height, number)
    rule = '<w:pBdr><w:bottom w:val="dashed" w:sz="4" w:space="0" w:color="808080"/></w:pBdr>'
    fold = paragraph(style=st.TINY, props=rule)
    ending = "" if last else paragraph('<w:r><w:br w:type="page"/></w:r>', style=st.TINY)
    lower = table(
        [row([Cell(words)], [int(s.page.area_width)], height=height)],
        [int(s.page.area_width)],
        borders="",
        centred=True,
    )
    return (
        paragraph(turned, style=st.TINY, props=line(height))
        + fold
        + lower
        + paragraph(style=st.TINY)
        + ending
    )


def _turned_box(content: str, width: int, height: int, number: int) -> str:
    emu = 635
    wide, tall = width * emu, height * emu
    return (
        '<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{wide}" cy="{tall}"/><wp:wrapNone/><wp:docPr id="{number + 1}" name="台签{number + 1}"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:cNvSpPr txBox="1"/>'
        f'<wps:spPr><a:xfrm rot="10800000"><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f'<wps:txbx><w:txbxContent><w:p><w:pPr><w:pStyle w:val="{st.CELL}"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>{content}</w:p></w:txbxContent></wps:txbx>'
        '<wps:bodyPr rot="10800000" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr" upright="0"/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


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
