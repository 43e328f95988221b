"""Sections: paper, margins, grid, and which header and footer each kind of page has. Lengths in twips."""

from __future__ import annotations

from dataclasses import dataclass, field

from tongzhi.word.markup import Element, attribute, integer, is_on, r, w

MM = 1440 / 25.4
"""Twips in a millimetre."""


@dataclass(slots=True)
class PageSection:
    """One section with what it inherits resolved; `footers` maps default/even/first to a relationship id."""

    element: Element | None = None
    width: int = 12240
    height: int = 15840
    landscape: bool = False
    top: int = 1440
    bottom: int = 1440
    left: int = 1440
    right: int = 1440
    gutter: int = 0
    header: int = 720
    footer: int = 720
    title_page: bool = False
    kind: str = "nextPage"
    grid: str = ""
    line_pitch: int = 0
    char_space: int = 0
    columns: int = 1
    headers: dict[str, str] = field(default_factory=dict)
    footers: dict[str, str] = field(default_factory=dict)
    own_footers: dict[str, str] = field(default_factory=dict)

    @property
    def text_width(self) -> int:
        """Width of the type area."""
        return self.width - self.left - self.right - self.gutter

    @property
    def text_height(self) -> int:
        """Height of the type area."""
        return self.height - abs(self.top) - abs(self.bottom)

    @property
    def has_line_grid(self) -> bool:
        """Whether lines snap to a grid."""
        return self.grid in ("lines", "linesAndChars", "snapToChars") and self.line_pitch > 0


def read_sections(body: Element) -> list[PageSection]:
    """Give the sections of a document in order; there is always at least one."""
    found: list[PageSection] = []
    for element in body.iter(w("sectPr")):
        parent = element.getparent()
        if parent is None or parent.tag not in (w("pPr"), w("body")):
            continue
        section = _read_section(element)
        if found:
            section.headers = found[-1].headers | section.headers
            section.footers = found[-1].footers | section.footers
        found.append(section)
    return found or [PageSection()]


def _read_section(element: Element) -> PageSection:
    section = PageSection(element)
    size = element.find(w("pgSz"))
    section.width = integer(attribute(size, "w")) or section.width
    section.height = integer(attribute(size, "h")) or section.height
    section.landscape = attribute(size, "orient") == "landscape" or section.width > section.height
    margins = element.find(w("pgMar"))
    for name in ("top", "bottom", "left", "right", "gutter", "header", "footer"):
        value = integer(attribute(margins, name))
        if value is not None:
            setattr(section, name, value)
    section.title_page = bool(is_on(element.find(w("titlePg"))))
    section.kind = attribute(element.find(w("type"))) or "nextPage"
    grid = element.find(w("docGrid"))
    section.grid = attribute(grid, "type") or ""
    section.line_pitch = integer(attribute(grid, "linePitch")) or 0
    section.char_space = integer(attribute(grid, "charSpace")) or 0
    section.columns = integer(attribute(element.find(w("cols")), "num")) or 1
    for name, into in (("headerReference", section.headers), ("footerReference", section.footers)):
        for reference in element.iterfind(w(name)):
            into[attribute(reference, "type") or "default"] = str(reference.get(r("id")) or "")
    section.own_footers = dict(section.footers)
    return section
