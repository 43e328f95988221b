"""Sets sheet and margins of every section to the paper's target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongzhi.check.target import Target
from tongzhi.word import edit

if TYPE_CHECKING:
    from tongzhi.anatomy.paper import Paper


def set_sections(paper: Paper) -> None:
    """Give each section the sheet and type area of the standard; one across is the portrait page turned."""
    page = paper.standard.page
    target = Target.of(paper)
    if paper.document.sections[0].element is None:
        paper.document.add_section()
    for section in paper.document.sections:
        element = section.element
        assert element is not None
        margins = target.margins
        if section.landscape:
            sides = {
                "top": margins.left,
                "right": margins.top,
                "bottom": margins.right,
                "left": margins.bottom,
            }
            edit.set_section(
                element,
                size=(int(page.height), int(page.width)),
                margins={**sides, "gutter": 0},
                pitch=target.pitch,
            )
            continue
        sides = {"top": margins.top, "right": margins.right, "bottom": margins.bottom, "left": margins.left}
        edit.set_section(
            element,
            size=(int(page.width), int(page.height)),
            margins={**sides, "header": 851, "footer": footer_distance(margins.bottom), "gutter": 0},
            pitch=target.pitch,
        )
    paper.document.touched.add(paper.document.main)
    paper.document.reread_sections()


def footer_distance(bottom: int) -> int:
    """Give the footer distance in twips that puts a number's dash 7 mm below the type area.

    The line of the number is 320 high after a space of 237, and the footer reaches up to the type area.
    """
    return bottom - 237 - 320
