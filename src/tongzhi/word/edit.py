"""Changes of a run, paragraph or section: properties set in the order the schema asks for; text is never touched."""

from __future__ import annotations

import copy
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from tongzhi.word.blocks import BLANKS, is_underlined
from tongzhi.word.markup import Element, w

if TYPE_CHECKING:
    from tongzhi.word.blocks import Paragraph
    from tongzhi.word.runs import Run

_RUN_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss",
    "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs",
    "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout",
    "specVanish", "oMath", "rPrChange",
)  # fmt: skip
_PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
    "rPr", "sectPr", "pPrChange",
)  # fmt: skip
_SECTION_ORDER = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders",
    "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter",
    "docGrid", "printerSettings", "sectPrChange",
)  # fmt: skip
_SETTINGS_ORDER = (
    "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries",
    "displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts",
    "embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges",
    "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors",
    "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate", "linkStyles",
    "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge", "revisionView", "trackRevisions",
    "doNotTrackMoves", "doNotTrackFormatting", "documentProtection", "autoFormatOverride", "styleLockTheme",
    "styleLockQFSet", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone",
    "doNotHyphenateCaps", "showEnvelope", "summaryLength", "clickAndTypeStyle", "defaultTableStyle", "evenAndOddHeaders",
)  # fmt: skip


def put(parent: Element, name: str, order: tuple[str, ...]) -> Element:
    """Give the child `w:name`, made at its place in the schema's order if it is missing."""
    found = parent.find(w(name))
    if found is not None:
        return found
    made = etree.Element(w(name))
    later = _later(name, order)
    for position, child in enumerate(parent):
        if child.tag in later or (order is _SETTINGS_ORDER and _is_unknown(child, order)):
            parent.insert(position, made)
            return made
    parent.append(made)
    return made


@cache
def _later(name: str, order: tuple[str, ...]) -> frozenset[str]:
    return frozenset(w(other) for other in order[order.index(name) + 1 :])


def _is_unknown(child: Element, order: tuple[str, ...]) -> bool:
    return isinstance(child.tag, str) and child.tag not in {w(name) for name in order}


def drop(parent: Element, *names: str) -> None:
    """Take child elements away."""
    for name in names:
        for child in parent.findall(w(name)):
            parent.remove(child)


def _unset(element: Element, name: str) -> None:
    if w(name) in element.attrib:
        del element.attrib[w(name)]


def put_value(parent: Element, name: str, order: tuple[str, ...], **values: str) -> Element:
    """Set attributes of a child element, which is made if missing."""
    child = put(parent, name, order)
    for key, value in values.items():
        child.set(w(key), value)
    return child


def run_properties(run: Element) -> Element:
    """Give the `w:rPr` of a run (or of `w:pPr`), made if missing."""
    found = run.find(w("rPr"))
    if found is None:
        found = etree.Element(w("rPr"))
        if run.tag == w("pPr"):
            return put(run, "rPr", _PARAGRAPH_ORDER)
        run.insert(0, found)
    return found


def paragraph_properties(paragraph: Element) -> Element:
    """Give the `w:pPr` of a paragraph, made if missing."""
    found = paragraph.find(w("pPr"))
    if found is None:
        found = etree.Element(w("pPr"))
        paragraph.insert(0, found)
    return found


def set_face(properties: Element, face: str, *, latin: str | None = None) -> None:
    """Set the face in a `w:rPr`; theme faces go, since they would win."""
    fonts = put(properties, "rFonts", _RUN_ORDER)
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        _unset(fonts, name)
    fonts.set(w("hint"), "eastAsia")
    fonts.set(w("ascii"), latin or face)
    fonts.set(w("hAnsi"), latin or face)
    fonts.set(w("eastAsia"), face)


def set_size(properties: Element, half_points: int) -> None:
    """Set the size in a `w:rPr`."""
    put_value(properties, "sz", _RUN_ORDER, val=str(half_points))
    put_value(properties, "szCs", _RUN_ORDER, val=str(half_points))


def set_color(properties: Element, color: str) -> None:
    """Set the colour in a `w:rPr`, RRGGBB or `auto`."""
    element = put_value(properties, "color", _RUN_ORDER, val=color)
    for name in ("themeColor", "themeTint", "themeShade"):
        _unset(element, name)


def set_scale(properties: Element, per_cent: int) -> None:
    """Narrow the glyphs in a `w:rPr` to a part of their width."""
    drop(properties, "w")
    if per_cent < 100:
        put_value(properties, "w", _RUN_ORDER, val=str(per_cent))


def set_spacing(properties: Element, twips: int) -> None:
    """Set the space between characters in a `w:rPr`."""
    put_value(properties, "spacing", _RUN_ORDER, val=str(twips))


def set_plain(properties: Element) -> None:
    """Take bold away in a `w:rPr`."""
    drop(properties, "bCs")
    put_value(properties, "b", _RUN_ORDER, val="0")


def switch_on(properties: Element, name: str) -> None:
    """Switch an on/off property of a `w:pPr` on."""
    drop(properties, name)
    put(properties, name, _PARAGRAPH_ORDER)


def set_alignment(properties: Element, value: str) -> None:
    """Set `w:jc`: both, center, left, right."""
    put_value(properties, "jc", _PARAGRAPH_ORDER, val=value)


def set_indents(
    properties: Element,
    *,
    zi: int,
    left: float = 0,
    right: float = 0,
    first: float = 0,
    in_characters: bool = True,
) -> None:
    """Set all indents of a `w:pPr` in characters of `zi` twips; a negative `first` hangs.

    Indents in characters (which beat those in twips) follow the size of the text; without them `zi` decides.
    """
    drop(properties, "ind")
    element = put(properties, "ind", _PARAGRAPH_ORDER)
    name = "hanging" if first < 0 else "firstLine"
    for side, value in (("left", left), ("right", right), (name, abs(first))):
        element.set(w(f"{side}Chars"), str(round(value * 100)) if in_characters else "0")
        element.set(w(side), str(round(value * zi)))


def set_line(properties: Element, pitch: int) -> None:
    """Set an exact line of `pitch` twips without space before and after; the page's grid is left aside."""
    drop(properties, "spacing")
    put_value(
        properties, "spacing", _PARAGRAPH_ORDER, before="0", after="0", line=str(pitch), lineRule="exact"
    )
    put_value(properties, "snapToGrid", _PARAGRAPH_ORDER, val="0")
    put_value(properties, "widowControl", _PARAGRAPH_ORDER, val="0")
    drop(properties, "contextualSpacing")


def set_single_line(properties: Element) -> None:
    """Let a line be as high as what stands in it."""
    spacing = put(properties, "spacing", _PARAGRAPH_ORDER)
    spacing.set(w("line"), "240")
    spacing.set(w("lineRule"), "auto")


def set_tight_digits(properties: Element) -> None:
    """Leave no extra space between Chinese and digits or letters."""
    put_value(properties, "autoSpaceDE", _PARAGRAPH_ORDER, val="0")
    put_value(properties, "autoSpaceDN", _PARAGRAPH_ORDER, val="0")


def set_bottom_border(properties: Element, *, eighths: int, space: int, color: str) -> None:
    """Set a line under a paragraph."""
    borders = put(properties, "pBdr", _PARAGRAPH_ORDER)
    drop(borders, "bottom")
    bottom = etree.SubElement(borders, w("bottom"))
    for name, value in (("val", "single"), ("sz", str(eighths)), ("space", str(space)), ("color", color)):
        bottom.set(w(name), value)
    order = [w(name) for name in ("top", "left", "bottom", "right", "between", "bar")]
    borders[:] = sorted(borders, key=lambda child: order.index(child.tag) if child.tag in order else 9)


def blank_paragraph(pitch: int, half_points: int, face: str) -> Element:
    """Make an empty paragraph that is one line high."""
    element = etree.Element(w("p"))
    properties = paragraph_properties(element)
    set_line(properties, pitch)
    set_indents(properties, zi=1)
    inner = run_properties(properties)
    set_face(inner, face)
    set_size(inner, half_points)
    return element


def set_section(section: Element, *, size: tuple[int, int], margins: dict[str, int], pitch: int) -> None:
    """Set sheet and margins of a section; headers, columns and kind stay.

    A line grid keeps its pitch, so that tables, forms and covers keep their lines; a grid of characters goes.
    """
    sheet = put_value(section, "pgSz", _SECTION_ORDER, w=str(size[0]), h=str(size[1]))
    if size[0] > size[1]:
        sheet.set(w("orient"), "landscape")
    else:
        _unset(sheet, "orient")
    put_value(section, "pgMar", _SECTION_ORDER, **{name: str(value) for name, value in margins.items()})
    grid = section.find(w("docGrid"))
    if grid is None:
        return
    if grid.get(w("type")) in ("linesAndChars", "snapToChars"):
        grid.set(w("type"), "lines")
        if grid.get(w("linePitch")) is None:
            grid.set(w("linePitch"), str(pitch))
    _unset(grid, "charSpace")


def section_child(section: Element, name: str) -> Element:
    """Make a further child of a section at its place (`footerReference`)."""
    made = etree.Element(w(name))
    later = {w(other) for other in _SECTION_ORDER[_SECTION_ORDER.index(name) + 1 :]}
    for position, child in enumerate(section):
        if child.tag in later:
            section.insert(position, made)
            return made
    section.append(made)
    return made


def switch_on_even_pages(settings: Element) -> None:
    """Let even pages have footers of their own."""
    element = put(settings, "evenAndOddHeaders", _SETTINGS_ORDER)
    _unset(element, "val")


def split_run(run: Run, at: int) -> Element | None:
    """Part a run of plain text before its character `at`; gives the new run after it, `None` if it holds more than text."""
    parts = [child for child in run.element if child.tag != w("rPr")]
    if len(parts) != 1 or parts[0].tag != w("t") or not 0 < at < len(run.text):
        return None
    rest = copy.deepcopy(run.element)
    set_text(run.element, run.text[:at])
    set_text(rest, run.text[at:])
    run.element.addnext(rest)
    return rest


def set_text(run: Element, text: str) -> None:
    """Set the text of a run that holds one `w:t`."""
    part = run.find(w("t"))
    assert part is not None
    part.text = text
    part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def strip_outer_blanks(paragraph: Paragraph) -> bool:
    """Take typed blanks and tabs off both ends of a paragraph; tells whether there were any. A gap to fill in stays."""
    texts = [run for run in paragraph.runs if run.field != "math"]
    changed = False
    for side, order in (("left", texts), ("right", texts[::-1])):
        for run in order:
            if is_underlined(run.element):
                break
            changed |= _strip_run(run.element, side)
            rest = _text_of(run.element)
            if rest or _shows_more(run.element):
                break
    return changed


def _strip_run(run: Element, side: str) -> bool:
    parts = [child for child in run if child.tag in (w("t"), w("tab"))]
    changed = False
    for part in parts if side == "left" else parts[::-1]:
        if _other_before(run, part, side):
            break
        if part.tag == w("tab"):
            run.remove(part)
            changed = True
            continue
        text = part.text or ""
        kept = text.lstrip(BLANKS) if side == "left" else text.rstrip(BLANKS)
        changed |= kept != text
        part.text = kept
        if kept:
            break
    return changed


def _other_before(run: Element, part: Element, side: str) -> bool:
    siblings = list(run)
    position = siblings.index(part)
    between = siblings[:position] if side == "left" else siblings[position + 1 :]
    return any(child.tag not in (w("rPr"), w("t"), w("tab")) for child in between)


def _text_of(run: Element) -> str:
    return "".join(child.text or "" for child in run.iter(w("t")))


def _shows_more(run: Element) -> bool:
    return any(child.tag not in (w("rPr"), w("t"), w("tab")) for child in run)


def drop_outer_space(properties: Element, *, after_only: bool = False) -> None:
    """Take away the space after (and before) a paragraph, where it is given directly."""
    spacing = properties.find(w("spacing"))
    if spacing is None:
        return
    names = ["after", "afterLines", "afterAutospacing"]
    if not after_only:
        names += ["before", "beforeLines", "beforeAutospacing"]
    for name in names:
        _unset(spacing, name)
    spacing.set(w("after"), "0")
    if not after_only:
        spacing.set(w("before"), "0")


def set_footer_line(properties: Element) -> None:
    """Set the line of a page number so that its dash stands 7 mm below the type area (with a footer at 25.2 mm)."""
    put_value(properties, "spacing", _PARAGRAPH_ORDER, before="237", after="0", line="320", lineRule="exact")
    put_value(properties, "snapToGrid", _PARAGRAPH_ORDER, val="0")


def make_runs(text: str, field: str = "") -> list[Element]:
    """Make runs without properties: one of text, or the five of a field."""
    if not field:
        run = etree.Element(w("r"))
        etree.SubElement(run, w("t"))
        set_text(run, text)
        return [run]
    runs = []
    for kind, value in (("begin", ""), ("", f" {field} "), ("separate", ""), ("text", "1"), ("end", "")):
        run = etree.Element(w("r"))
        if kind == "text":
            etree.SubElement(run, w("t")).text = value
        elif kind:
            etree.SubElement(run, w("fldChar")).set(w("fldCharType"), kind)
        else:
            code = etree.SubElement(run, w("instrText"))
            code.text = value
            code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        runs.append(run)
    return runs


def field_runs(paragraph: Element) -> list[Element]:
    """Give the runs of a paragraph that show nothing but make up its fields; Word takes a result's look from them."""
    marks = (w("fldChar"), w("instrText"))
    return [
        run
        for run in paragraph.iterfind(w("r"))
        if run.find(w("t")) is None and any(run.find(mark) is not None for mark in marks)
    ]


FOOT_TABLE = "版记"
"""Caption of the table that holds the 版记; it holds paragraphs that stood in the text before."""


def foot_table(rows: list[list[Element]], *, left: int, width: int, outer: int, inner: int) -> Element:
    """Move paragraphs into a table of one column at the foot of the type area, with rules above, between and below.

    Args:
        rows: the paragraphs of each row.
        left: distance of the type area from the sheet's left edge in twips.
        width: width of the type area in twips.
        outer: thickness of first and last rule in eighths of a point.
        inner: thickness of the rules between.
    """
    table = etree.Element(w("tbl"))
    properties = etree.SubElement(table, w("tblPr"))
    place = etree.SubElement(properties, w("tblpPr"))
    for name, value in (
        ("leftFromText", "0"), ("rightFromText", "0"), ("vertAnchor", "margin"), ("horzAnchor", "page"),
        ("tblpX", str(left)), ("tblpYSpec", "bottom"),
    ):  # fmt: skip
        place.set(w(name), value)
    _sized(properties, "tblW", width)
    etree.SubElement(properties, w("tblLayout")).set(w("type"), "fixed")
    margins = etree.SubElement(properties, w("tblCellMar"))
    _sized(margins, "left", 0)
    _sized(margins, "right", 0)
    etree.SubElement(properties, w("tblCaption")).set(w("val"), FOOT_TABLE)
    grid = etree.SubElement(table, w("tblGrid"))
    etree.SubElement(grid, w("gridCol")).set(w("w"), str(width))
    for position, paragraphs in enumerate(rows):
        cell = etree.SubElement(etree.SubElement(table, w("tr")), w("tc"))
        inside = etree.SubElement(cell, w("tcPr"))
        _sized(inside, "tcW", width)
        borders = etree.SubElement(inside, w("tcBorders"))
        _rule(borders, "top", outer if position == 0 else inner)
        _rule(borders, "bottom", outer if position == len(rows) - 1 else inner)
        for paragraph in paragraphs:
            cell.append(paragraph)
    return table


def _sized(parent: Element, name: str, value: int) -> None:
    made = etree.SubElement(parent, w(name))
    made.set(w("w"), str(value))
    made.set(w("type"), "dxa")


def _rule(parent: Element, side: str, eighths: int) -> None:
    made = etree.SubElement(parent, w(side))
    for name, value in (("val", "single"), ("sz", str(eighths)), ("space", "0"), ("color", "000000")):
        made.set(w(name), value)


def set_cell_rules(table: Element, *, outer: int, inner: int) -> None:
    """Draw the rules of a 版记 that is a table already."""
    rows = table.findall(w("tr"))
    for position, row in enumerate(rows):
        for cell in row.findall(w("tc")):
            inside = cell.find(w("tcPr"))
            if inside is None:
                inside = etree.Element(w("tcPr"))
                cell.insert(0, inside)
            drop(inside, "tcBorders")
            borders = etree.Element(w("tcBorders"))
            later = ("shd", "noWrap", "tcMar", "textDirection", "tcFitText", "vAlign", "hideMark")
            spot = next(
                (at for at, child in enumerate(inside) if child.tag in {w(name) for name in later}),
                len(inside),
            )
            inside.insert(spot, borders)
            _rule(borders, "top", outer if position == 0 else inner)
            _rule(borders, "bottom", outer if position == len(rows) - 1 else inner)


def tiny_paragraph() -> Element:
    """Make the empty paragraph one point high that must follow a table."""
    element = blank_paragraph(20, 2, "宋体")
    put_value(paragraph_properties(element), "spacing", _PARAGRAPH_ORDER, line="20")
    return element


def set_right_tab(properties: Element, position: int) -> None:
    """Have one tab stop, at the right."""
    drop(properties, "tabs")
    stop = etree.SubElement(put(properties, "tabs", _PARAGRAPH_ORDER), w("tab"))
    stop.set(w("val"), "right")
    stop.set(w("pos"), str(position))


def holds_section(paragraph: Element) -> bool:
    """Whether a paragraph ends a section."""
    return paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None
