"""签到表, 台签 and 座次表 as Word documents."""

from __future__ import annotations

from collections.abc import Sequence

from tongzhi.desk.people import Reply
from tongzhi.desk.seats import Hall, Side, arrange_hall, arrange_platform
from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.cards import name_cards
from tongzhi.layout.parts import pack
from tongzhi.layout.printing import print_name
from tongzhi.standard.gbt9704 import GBT9704, Standard
from tongzhi.word.fragments import CellFragment, all_borders, line, paragraph, row, run, size, table
from tongzhi.word.sizes import Pt


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
                    CellFragment(paragraph(text, style=st.CELL_LEFT if column in (1, 3) else st.CELL))
                    for column, text in enumerate(cells)
                ],
                widths,
                height=600,
            )
        )
    body = rc.plain(title, st.SHEET_TITLE) + rc.grid(s, widths, "".join(rows)) + paragraph(style=st.TINY)
    return pack(rc.Draft(title, body), s)


def render_cards(names: Sequence[str], s: Standard = GBT9704) -> bytes:
    """Give the 台签: one A4 sheet a person, folded across the middle, the name on both faces."""
    return name_cards([print_name(name) for name in names], s)


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


def _seat(text: str) -> CellFragment:
    lines = text.split("\n")
    first = paragraph(run(lines[0], props=size(Pt(11))), style=st.CELL, props=line(280))
    rest = "".join(
        paragraph(run(part, props=size(Pt(8))), style=st.CELL, props=line(200)) for part in lines[1:] if part
    )
    return CellFragment(first + rest)
