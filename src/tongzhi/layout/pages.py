"""Sections and what begins a page: upright and across, attachments, page breaks."""

from __future__ import annotations

from dataclasses import replace

from tongzhi.layout import styles as st
from tongzhi.layout.mark import LETTER_HEADER
from tongzhi.layout.pieces import Piece, blank, plain
from tongzhi.standard.gbt9704 import Standard
from tongzhi.word.fragments import Section, paragraph

FOOTERS = {"footer default": "rOdd", "footer even": "rEven"}
TURNED_FOOTERS = {"footer default": "rTurnedOdd", "footer even": "rTurnedEven"}
NO_FOOTERS = {"footer default": "rNone", "footer even": "rNone"}
LETTER_PARTS = {
    "header first": "rLetterHead",
    "footer first": "rLetterFoot",
    "header default": "rNoHeader",
    "header even": "rNoHeader",
    **FOOTERS,
}


def new_page(first: Piece) -> Piece:
    """Put the first paragraph of a piece on a new page."""
    return first.replace("/>", "/><w:pageBreakBefore/>", 1)


def annex(label: str, name: str, body: Piece) -> Piece:
    """An attachment on a new page: label on line 1, title on line 3 (7.3.7)."""
    return plain(label, st.ANNEX_LABEL) + blank() + plain(name, st.ANNEX_TITLE) + body


def portrait_section(s: Standard, references: dict[str, str], *, kind: str = "nextPage") -> Section:
    """The upright sheet with its type area; the page number hangs 7 mm under it."""
    return Section(
        s.page.width,
        s.page.height,
        s.page.top,
        s.page.right,
        s.page.bottom,
        s.page.left,
        header=851,
        footer=s.page.bottom - st.PAGE_GAP - st.PAGE_LINE,
        pitch=s.grid.pitch,
        references=references,
        kind=kind,
    )


def body_section(s: Standard, *, letter: bool = False, restart: bool = False, first: bool = True) -> Section:
    """Give the upright section of the text; a letter has its own first page, where the section is its first."""
    section = portrait_section(s, LETTER_PARTS if letter else FOOTERS)
    section = replace(section, start=1 if restart else None)
    if not letter:
        return section
    return replace(section, title_page=first, header=LETTER_HEADER, grid=False)


def turned_section(s: Standard) -> Section:
    """The sheet turned clockwise, its head at the binding edge (clause 8)."""
    return Section(
        s.page.height,
        s.page.width,
        top=s.page.left,
        right=s.page.top,
        bottom=s.page.right,
        left=s.page.bottom,
        header=851,
        footer=851,
        pitch=s.grid.pitch,
        landscape=True,
        references=TURNED_FOOTERS,
        grid=False,
    )


def section_break(s: Standard, references: dict[str, str] | None = None, *, turned: bool = False) -> Piece:
    """End a section; the paragraph is so low that it fits even under a full page."""
    section = turned_section(s) if turned else portrait_section(s, references or FOOTERS)
    return paragraph(style=st.TINY, props=section.xml())


def landscape(s: Standard, body: Piece, *, letter: bool = False) -> Piece:
    """Pages across: ends the upright section before (the first of the paper), holds the body, ends itself."""
    before = body_section(s, letter=letter, restart=True)
    return paragraph(style=st.TINY, props=before.xml()) + body + section_break(s, turned=True)


def upright(s: Standard, body: Piece, *, letter: bool = False) -> Piece:
    """Upright pages of an attachment beside which another one lies across: ends the section before, holds the body."""
    before = body_section(s, letter=letter, restart=True)
    return paragraph(style=st.TINY, props=before.xml()) + body
