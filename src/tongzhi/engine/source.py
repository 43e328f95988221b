r"""A part of a template as fixed pieces of XML and tags between them, checked for what cannot work.

`prepare_part` gives what both the generator and jinja2 read: a small jinja2 source in which `\\0n\\0` stands for
fixed piece n, so that no XML passes through jinja2's lexer, and each tag has a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from tongzhi.engine.markup import TARGET, Element, Markup, Site
from tongzhi.engine.stops import Stop
from tongzhi.engine.structure import arrange
from tongzhi.engine.tags import Tag

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_BLOCKS = ("for", "if", "macro", "call", "filter", "set", "with", "autoescape", "block")
_MIDDLES = {"else": ("for", "if"), "elif": ("if",)}


@dataclass(slots=True)
class Prepared:
    """A part ready for compiling: `pieces` are fixed XML or numbers of `sites`; `lines` maps source line → site."""

    sites: list[Site]
    pieces: list[str | int]
    source: str
    fixed: list[str]
    lines: dict[int, int]
    cells: bool = False
    """A cell may lose all its paragraphs, or a table its rows: the output needs a look."""
    grid: bool = False
    """The number of cells in a row is known only in the output."""
    drawings: bool = False
    """A picture stands in a loop: its id must be made unique."""
    problems: list[tuple[Site, Stop]] = field(default_factory=list)


def prepare_part(raw: bytes, name: str, numbered: Mapping[str, str] | None = None) -> Prepared | None:
    """Prepare a part; `None` if it has no tags and nothing else to change.

    `numbered` maps paragraph styles to the list they number by.

    Raises:
        TemplateError: its XML is damaged or declares a document type.
    """
    markup = Markup(raw, name)
    if not markup.sites and not markup.changed:
        return None
    if markup.word:
        arrange(markup)
        _clear_placeholders(markup)
        _number_lists(markup, numbered or {})
    prepared = _serialize(markup)
    _match_blocks(markup, prepared)
    return prepared


def _clear_placeholders(markup: Markup) -> None:
    """Content controls filled by a tag no longer show their placeholder (ECMA-376 17.5.2.39)."""
    for site in markup.sites:
        if site.node is not None and site.node.getparent() is not None:
            for control in site.node.iterancestors(f"{markup.w}sdt"):
                for mark in control.findall(f"{markup.w}sdtPr/{markup.w}showingPlcHdr"):
                    mark.getparent().remove(mark)


def _number_lists(markup: Markup, numbered: Mapping[str, str]) -> None:
    """Let a numbered list that is filled by a loop inside another loop begin anew in each round of the outer one."""
    w = markup.w
    loops: list[Site] = []
    lists: dict[str, list[tuple[Element, list[Site]]]] = {}
    for element in markup.root.iter():
        if not isinstance(element.tag, str):
            _follow_loops(markup, element, loops)
            continue
        if loops:
            for attribute in (f"{_W14}paraId", f"{_W14}textId"):
                element.attrib.pop(attribute, None)
        if element.tag == f"{w}pPr" and loops:
            number = element.find(f"{w}numPr/{w}numId")
            style = element.find(f"{w}pStyle")
            if number is not None:
                lists.setdefault(number.get(f"{w}val", ""), []).append((element, list(loops)))
            elif style is not None and style.get(f"{w}val") in numbered:
                lists.setdefault(numbered[style.get(f"{w}val", "")], []).append((element, list(loops)))
    for number, places in lists.items():
        outer = {id(stack[-2]): stack[-2] for _, stack in places if len(stack) > 1}
        for loop in outer.values():
            inside = [(style, stack) for style, stack in places if any(one is loop for one in stack)]
            if number.isdigit() and all(stack[-1] is not loop for _, stack in inside):
                _restart_in(markup, loop, number, [style for style, _ in inside])


def _follow_loops(markup: Markup, node: Element, loops: list[Site]) -> None:
    site = _site_of(markup, node)
    if site is None:
        return
    if site.tag.keyword == "for":
        loops.append(site)
    elif site.tag.keyword == "endfor" and loops:
        loops.pop()


def _site_of(markup: Markup, node: Element) -> Site | None:
    if getattr(node, "target", None) == TARGET and (node.text or "").isdigit():
        return markup.sites[int(node.text)]
    return None


def _restart_in(markup: Markup, loop: Site, number: str, styles: list[Element]) -> None:
    w = markup.w
    tag = Tag(loop.tag.text, "{%", f"set _tz_list = _tz_restart('{number}')")
    loop.node.addnext(markup.node(markup.add(tag, loop)))
    for style in styles:
        place = style.find(f"{w}numPr/{w}numId")
        if place is None:
            numbering = etree.Element(f"{w}numPr")
            etree.SubElement(numbering, f"{w}ilvl").set(f"{w}val", "0")
            place = etree.SubElement(numbering, f"{w}numId")
            style.insert(_after_keeps(style, w), numbering)
        if markup.mark in place.get(f"{w}val", ""):
            continue
        printed = markup.add(Tag(loop.tag.text, "{{", f"_tz_number('{number}')"), loop)
        place.set(f"{w}val", markup.attribute(printed, place))
        markup.sites[printed].where = "attribute"


def _after_keeps(style: Element, w: str) -> int:
    early = {
        f"{w}{name}"
        for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
    }
    return sum(1 for child in style if child.tag in early)


def _serialize(markup: Markup) -> Prepared:
    prepared = Prepared(markup.sites, [], "", [], {})
    for site in markup.sites:
        place = site.owner if site.owner is not None else site.node
        if place is not None:
            around = [etree.QName(one).localname for one in place.iterancestors()]
            own = [f"@{etree.QName(place).localname}"] if site.owner is not None else []
            site.path = (*own, *around)
    if markup.word:
        _note_risks(markup, prepared)
    text = etree.tostring(markup.root, encoding="unicode", with_tail=False)
    mark = re.compile(rf"<\?{TARGET} (\d+)\?>|{re.escape(markup.mark)}(\d+);")
    position = 0
    for found in mark.finditer(text):
        _add_piece(prepared, text[position : found.start()])
        prepared.pieces.append(int(found[1] or found[2]))
        position = found.end()
    _add_piece(prepared, text[position:])
    first = prepared.pieces[0]
    assert isinstance(first, str)  # the part's own tag stands before everything
    prepared.pieces[0] = DECLARATION + first
    return prepared


def _add_piece(prepared: Prepared, text: str) -> None:
    if text:
        prepared.pieces.append(text)


def _note_risks(markup: Markup, prepared: Prepared) -> None:
    w = markup.w
    depth = 0
    for element in markup.root.iter():
        site = None if isinstance(element.tag, str) else _site_of(markup, element)
        if site is not None:
            depth += {"for": 1, "endfor": -1}.get(site.tag.keyword, 0)
            parent = element.getparent()
            if parent.tag in (f"{w}tr", f"{w}tc", f"{w}tbl", f"{w}txbxContent", f"{w}hdr", f"{w}ftr"):
                prepared.cells = prepared.cells or _may_be_empty(markup, parent)
            prepared.grid = prepared.grid or parent.tag == f"{w}tr"
        elif element.tag == _DOC_PR and depth:
            prepared.drawings = True
        elif element.tag == f"{w}gridSpan" and markup.mark in element.get(f"{w}val", ""):
            prepared.grid = True


def _may_be_empty(markup: Markup, parent: Element) -> bool:
    """Give whether every paragraph (in a table: every row, in a row: every cell) of `parent` stands between tags."""
    wanted = markup.w + {f"{markup.w}tbl": "tr", f"{markup.w}tr": "tc"}.get(parent.tag, "p")
    depth = 0
    for child in parent:
        site = None if isinstance(child.tag, str) else _site_of(markup, child)
        if site is not None and site.tag.kind == "{%":
            depth += (
                -1
                if site.tag.keyword.startswith("end")
                else site.tag.keyword in ("for", "if", "macro", "call")
            )
        elif child.tag == wanted and not depth:
            return False
    return True


def _match_blocks(markup: Markup, prepared: Prepared) -> None:
    """Write the source, and find tags whose beginning and end are missing or not on one level of the document."""
    open_blocks: list[tuple[str, Site]] = []
    out: list[str] = []
    line = 1
    for piece in prepared.pieces:
        if isinstance(piece, str):
            out.append(f"\0{len(prepared.fixed)}\0")
            prepared.fixed.append(piece)
            continue
        site = markup.sites[piece]
        if site.tag.problem:
            prepared.problems.append((site, site.tag.problem))
            continue
        if site.tag.kind == "{#":
            continue
        line += 1
        prepared.lines[line] = piece
        out.append(
            "\n" + (f"{{{{ {site.tag.code} }}}}" if site.tag.kind == "{{" else f"{{% {site.tag.code} %}}")
        )
        problem = _follow_blocks(site, open_blocks)
        if problem:
            prepared.problems.append((site, problem))
    prepared.problems += [
        (site, Stop(f"{{% {keyword} %}} 没有结束", f"在后面补上 {{% end{keyword} %}}"))
        for keyword, site in open_blocks
    ]
    written = {number for number in prepared.pieces if isinstance(number, int)}
    for number, site in enumerate(markup.sites):
        if number not in written and site.tag.problem:
            prepared.problems.append((site, site.tag.problem))
    prepared.source = "".join(out)


def _follow_blocks(site: Site, open_blocks: list[tuple[str, Site]]) -> Stop | None:
    keyword = site.tag.keyword
    if keyword in _MIDDLES:
        if not open_blocks or open_blocks[-1][0] not in _MIDDLES[keyword]:
            return Stop(f"{{% {keyword} %}} 前面没有对应的 {{% {_MIDDLES[keyword][-1]} %}}", "检查前面的标签")
        return _level_problem(open_blocks[-1][1], site)
    if keyword.startswith("end"):
        wanted = keyword.removeprefix("end")
        if not open_blocks:
            return Stop(f"{{% {keyword} %}} 前面没有 {{% {wanted} %}}", "删去它，或补上开头")
        if open_blocks[-1][0] != wanted:
            opener = open_blocks[-1]
            return Stop(
                f"{{% {keyword} %}} 收不住前面的 {opener[1].tag.text}", f"这里应先写 {{% end{opener[0]} %}}"
            )
        _, opener_site = open_blocks.pop()
        return _level_problem(opener_site, site)
    if keyword in _BLOCKS and not (keyword == "set" and "=" in site.tag.code):
        open_blocks.append((keyword, site))
    return None


def _level_problem(opener: Site, site: Site) -> Stop | None:
    if opener.path == site.path:
        return None
    return Stop(
        f"{site.tag.text} 与前面的 {opener.tag.text} 不在同一层（一个在表格、文本框或另一种段落里）",
        "整行循环用 {%tr … %}，整段用 {%p … %}，开头结尾放在同一层",
    )
