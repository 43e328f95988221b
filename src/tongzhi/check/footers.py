"""Page numbers in footers: where they are, what they look like, and setting them right."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from lxml import etree

from tongzhi.check.sections import footer_distance, set_sections
from tongzhi.check.target import readings
from tongzhi.word import edit, markup
from tongzhi.word.blocks import Paragraph
from tongzhi.word.markup import Element, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongzhi.anatomy.paper import Paper
    from tongzhi.word.document import Story
    from tongzhi.word.page import PageSection

_PAGE = re.compile(r"\bPAGE\b", re.IGNORECASE)
_FOOTER_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"
_FOOTER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_SETTINGS_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings"
_SETTINGS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"


def is_number(paragraph: Paragraph) -> bool:
    """Whether a paragraph holds a PAGE field."""
    element = paragraph.element
    codes = [part.text or "" for part in element.iter(w("instrText"))]
    codes += [str(part.get(w("instr")) or "") for part in element.iter(w("fldSimple"))]
    return any(_PAGE.search(code) for code in codes) or next(element.iter(w("pgNum")), None) is not None


def _stories(paper: Paper) -> Iterator[tuple[PageSection, Story]]:
    for section in paper.document.sections:
        for story in (*paper.document.footers(section), *paper.document.headers(section)):
            yield section, story


def numbers(paper: Paper) -> list[tuple[Paragraph, str]]:
    """Give the paragraphs with a page number and what they print, the number as it was last shown."""
    found: dict[int, tuple[Paragraph, str]] = {}
    for _, story in _stories(paper):
        boxed = any(is_number(line) for line in story.paragraphs if line.box)
        for line in story.paragraphs:
            # a paragraph that anchors a box shows its number only through the box
            if is_number(line) and (line.box or not boxed):
                found.setdefault(id(line.element), (line, line.text))
    return list(found.values())


def has_numbers(paper: Paper) -> bool:
    """Whether any page shows its number."""
    return bool(numbers(paper))


def misplaced(paper: Paper) -> Iterator[tuple[str, str]]:
    """Give kind of page and words for each page number that is not on the outer side."""
    said: set[str] = set()
    for _section, story in _stories(paper):
        for line in story.paragraphs:
            if not is_number(line) or story.kind == "first" or _in_frame(line):
                continue
            side = side_of(paper, line)
            wanted = "left" if story.kind == "even" else "right"
            if side in (None, wanted) or story.kind in said:
                continue
            said.add(story.kind)
            words = {"center": "居中", "left": "居左", "right": "居右"}[side]
            yield story.kind, f"{'双' if story.kind == 'even' else '单'}页码{words}"
    if numbers(paper) and not paper.document.even_and_odd and "default" not in said and _shows_even(paper):
        yield "even", "单双页页码在同一侧（没有设“奇偶页不同”）"


def _shows_even(paper: Paper) -> bool:
    """Whether there surely is an even page, so that a number on one side only is wrong."""
    lines = sum(max(1, -(-len(line.text) // 28)) for line in paper.document.paragraphs)
    later = paper.document.paragraphs[1:]
    return lines > 26 or any(line.page_break or line.properties.get("pageBreakBefore") for line in later)


def _in_frame(line: Paragraph) -> bool:
    """A number in a frame or box is placed by that; its own alignment says nothing."""
    return line.box or line.table is not None or "frame" in line.properties


def side_of(paper: Paper, line: Paragraph) -> str | None:
    """Give left, center or right, where a page number stands by its own alignment; `None` where that does not tell."""
    if "\t" in line.text:
        return None
    align = paper.ruler.alignment(line)
    return "left" if align == "both" else align


# ---------------------------------------------------------------- setting them right


def set_numbers(paper: Paper) -> None:
    """Give every section footers with the number on the outer side; other words in footers stay where they are."""
    document = paper.document
    section = document.sections[0]
    if section.element is None:
        set_sections(paper)
        section = document.sections[0]
    centred = paper.standard.page_number.place != "外侧"
    if not centred:
        edit.switch_on_even_pages(_settings(paper))
    settings = document.related("settings")
    assert settings is not None
    document.touched.add(settings)
    document.forget_settings()
    document.reread_sections()
    for position, each in enumerate(document.sections):
        for kind in ("default", "even"):
            _set_kind(paper, each, position, kind, centred=centred)
        document.reread_sections()
    if paper.cover and section.element is not None and not section.title_page:
        edit.section_child(section.element, "titlePg")  # a first page of its own, without a number
        document.reread_sections()
    _set_distance(paper)
    document.touched.add(document.main)


def _set_distance(paper: Paper) -> None:
    tolerance = int(paper.standard.page.margin_tolerance) + 1
    for section in paper.document.sections:
        fits = any(abs(section.bottom - each.bottom) <= tolerance for each in readings(paper.standard))
        if section.element is not None and not section.landscape and fits:
            margins = section.element.find(w("pgMar"))
            if margins is not None:
                margins.set(w("footer"), str(footer_distance(section.bottom)))


def _set_kind(paper: Paper, section: PageSection, position: int, kind: str, *, centred: bool) -> None:
    document = paper.document
    key = section.footers.get(kind)
    relationship = document.relationships(document.main).get(key or "")
    if relationship is not None and relationship.target in document.parts:
        if key in section.own_footers.values():
            _set_story(paper, relationship.target, kind, centred=centred)
        return
    if position > 0 and kind in document.sections[position - 1].footers:
        return
    part = _new_part(paper)
    document.add_part(part, _EMPTY_FOOTER)
    _set_story(paper, part, kind, centred=centred)
    key = _relate(paper, part, _FOOTER_KIND)
    assert section.element is not None
    reference = edit.section_child(section.element, "footerReference")
    reference.set(w("type"), kind)
    reference.set(markup.r("id"), key)


_EMPTY_FOOTER = f'<w:ftr xmlns:w="{markup.W}" xmlns:r="{markup.R}"/>'.encode()


def _set_story(paper: Paper, part: str, kind: str, *, centred: bool) -> None:
    """Put the number into a footer: into the paragraph that holds it, else into an empty or a new one."""
    document = paper.document
    root = document.root(part)
    document.touched.add(part)
    holders = [element for element in root.iter(w("p")) if _holds_number(element)]
    if holders:
        element = holders[-1]
        if (
            not _only_number(element)
            or next(element.iterancestors(w("txbxContent"), w("tbl")), None) is not None
        ):
            outer = _outermost(element, root)
            if outer is None or not _only_number(outer):
                return
            element = outer
        for other in [child for child in element if child.tag != w("pPr")]:
            element.remove(other)
    else:
        empty = [
            child
            for child in root.findall(w("p"))
            if not "".join(part.text or "" for part in child.iter(w("t"))).strip()
        ]
        element = empty[-1] if empty else etree.SubElement(root, w("p"))
        for other in [child for child in element if child.tag != w("pPr")]:
            element.remove(other)
    _fill(paper, element, kind, centred=centred)


def _outermost(element: Element, root: Element) -> Element | None:
    found = None
    for parent in takewhile(lambda parent: parent is not root, element.iterancestors()):
        if parent.tag == w("p"):
            found = parent
    return found


def _holds_number(element: Element) -> bool:
    return is_number(Paragraph(element, 0))


def _only_number(element: Element) -> bool:
    shown = "".join(part.text or "" for part in element.iter(w("t")))
    return not re.sub(r"[\s\d—–―－\-·•第页共/~～]", "", shown)


def _fill(paper: Paper, element: Element, kind: str, *, centred: bool) -> None:
    number = paper.standard.page_number
    properties = edit.paragraph_properties(element)
    for child in list(properties):
        if child.tag != w("rPr"):
            properties.remove(child)
    align = "center" if centred else "left" if kind == "even" else "right"
    left = number.blank if align == "left" else 0
    right = number.blank if align == "right" else 0
    edit.set_alignment(properties, align)
    edit.set_indents(properties, zi=int(number.size), left=left, right=right)
    edit.set_footer_line(properties)
    for text, field in ((f"{number.dash} ", ""), ("", "PAGE"), (f" {number.dash}", "")):
        for run in edit.make_runs(text, field):
            inner = edit.run_properties(run)
            edit.set_face(inner, paper.standard.faces.song)
            edit.set_size(inner, number.size.half_points)
            element.append(run)


def _new_part(paper: Paper) -> str:
    folder = paper.document.main.rpartition("/")[0]
    number = 1
    while f"{folder}/footer{number}.xml" in paper.document.parts:
        number += 1
    return f"{folder}/footer{number}.xml"


def _settings(paper: Paper) -> Element:
    document = paper.document
    part = document.related("settings")
    if part is None:
        part = f"{document.main.rpartition('/')[0]}/settings.xml"
        document.add_part(part, f'<w:settings xmlns:w="{markup.W}"/>'.encode())
        _relate(paper, part, _SETTINGS_KIND, _SETTINGS_TYPE)
    return document.root(part)


def _relate(paper: Paper, part: str, kind: str, content_type: str = _FOOTER_TYPE) -> str:
    """Make a relationship from the main part and name the content type; gives the relationship's id."""
    document = paper.document
    folder, _, base = document.main.rpartition("/")
    name = f"{folder}/_rels/{base}.rels"
    if name not in document.parts:
        document.add_part(name, f'<Relationships xmlns="{markup.PACKAGE_RELATIONSHIPS}"/>'.encode())
    root = document.root(name)
    used = {str(child.get("Id")) for child in root}
    number = 1
    while f"rIdTz{number}" in used:
        number += 1
    made = etree.SubElement(root, f"{{{markup.PACKAGE_RELATIONSHIPS}}}Relationship")
    made.set("Id", f"rIdTz{number}")
    made.set("Type", kind)
    made.set("Target", part.rpartition("/")[2])
    document.touched.add(name)
    types = document.root("[Content_Types].xml")
    override = etree.SubElement(types, f"{{{markup.CONTENT_TYPES}}}Override")
    override.set("PartName", f"/{part}")
    override.set("ContentType", content_type)
    document.touched.add("[Content_Types].xml")
    document.forget_relationships(document.main)
    return f"rIdTz{number}"
