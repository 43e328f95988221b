"""Tags that act on their row, cell, paragraph or run: moved to where a loop or test must begin and end.

The forms and their meaning are docxtpl's: `{%tr %}` stands for its row, `{%tc %}` its cell, `{%p %}` its
paragraph, `{%r %}` its run; `cellbg`, `colspan`, `hm`, `vm` change their cell; `{%-` and `-%}` join paragraphs.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import takewhile

from lxml import etree

from tongzhi.engine.markup import Element, Markup, Site, detach, refuse, snippet
from tongzhi.engine.tags import Tag

_BEFORE_SHADE = ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders")
_BEFORE_SPAN = ("cnfStyle", "tcW")
_BEFORE_MERGE = (*_BEFORE_SPAN, "gridSpan", "hMerge")
_CELL_TAGS = ("cellbg", "colspan", "hm", "vm")
RESTART = ("restart", "重新编号")


def arrange(markup: Markup) -> None:
    """Move every tag of the part to where it acts."""
    sites = list(markup.sites)
    for site in sites:
        if site.tag.kind == "{#" and not site.tag.level and site.node is not None:
            detach(site.node)
    for site in sites:
        if site.node is not None and (site.tag.joins_before or site.tag.joins_after):
            _join(markup, site)
    for site in sites:
        if site.node is not None and site.tag.keyword in _CELL_TAGS:
            _change_cell(markup, site)
        elif site.node is not None and site.tag.keyword in RESTART:
            _restart_list(markup, site)
    for level in ("tr", "tc", "p"):
        _lift(markup, sites, level)
    for site in sites:
        if site.tag.level == "r" and _attached(site):
            _split_run(markup, site)
    for site in markup.sites:
        _describe(markup, site)


def _attached(site: Site) -> bool:
    return site.node is not None and site.node.getparent() is not None


def _around(site: Site, *names: str) -> Element | None:
    return next(site.node.iterancestors(*names), None)


def _join(markup: Markup, site: Site) -> None:
    w = markup.w
    paragraph = _around(site, f"{w}p")
    if site.tag.kind == "{{" or paragraph is None:
        _trim_around(site)
        return
    if site.tag.joins_before:
        before = paragraph.getprevious()
        if before is not None and before.tag == paragraph.tag and not _said_before(site.node, paragraph):
            for child in list(paragraph):
                if child.tag != f"{w}pPr":
                    before.append(child)
            paragraph.getparent().remove(paragraph)
            paragraph = before
    if site.tag.joins_after and not _said_after(site.node, paragraph):
        after = paragraph.getnext()
        if after is not None and after.tag == paragraph.tag:
            for child in list(after):
                if child.tag != f"{w}pPr":
                    paragraph.append(child)
            after.getparent().remove(after)


def _trim_around(site: Site) -> None:
    node = site.node
    if site.tag.joins_after and node.tail:
        node.tail = node.tail.lstrip()
    if site.tag.joins_before:
        before = node.getprevious()
        if before is not None:
            before.tail = (before.tail or "").rstrip()
        else:
            node.getparent().text = (node.getparent().text or "").rstrip()


def _said_before(node: Element, paragraph: Element) -> bool:
    for element in takewhile(lambda element: element is not node, paragraph.iter()):
        words = element.text if isinstance(element.tag, str) else f"x{element.tail or ''}"
        if (words or "").strip():
            return True
    return False


def _said_after(node: Element, paragraph: Element) -> bool:
    seen = False
    for element in paragraph.iter():
        if element is node:
            seen = True
            if (element.tail or "").strip():
                return True
        elif seen and (not isinstance(element.tag, str) or (element.text or "").strip()):
            return True
    return False


def _change_cell(markup: Markup, site: Site) -> None:
    w = markup.w
    cell = _around(site, f"{w}tc")
    keyword, rest = site.tag.keyword, site.tag.rest
    if cell is None:
        refuse(site, f"{{% {keyword} %}} 不在表格的格子里", "移到要改的格子里")
        return
    if keyword in ("cellbg", "colspan") and not rest:
        refuse(site, f"{{% {keyword} %}} 缺少内容", f"写成 {{% {keyword} 名称 %}}")
        return
    _drop_tag_run(markup, site)
    if keyword == "cellbg":
        shade = _cell_property(markup, cell, "shd", _BEFORE_SHADE)
        shade.set(f"{w}val", "clear")
        shade.set(f"{w}color", "auto")
        _print_in(markup, shade, "fill", rest, site, "colour")
    elif keyword == "colspan":
        span = _cell_property(markup, cell, "gridSpan", _BEFORE_SPAN)
        _print_in(markup, span, "val", rest, site, "span")
    elif keyword == "hm":
        _merge_across(markup, cell, site)
    else:
        _merge_down(markup, cell, rest, site)


def _drop_tag_run(markup: Markup, site: Site) -> None:
    run = _around(site, f"{markup.w}r")
    detach(site.node)
    site.node = None
    if run is not None and not any(
        child.tag != f"{markup.w}rPr" and (child.tag != f"{markup.w}t" or child.text or len(child))
        for child in run
    ):
        run.getparent().remove(run)


def _cell_property(markup: Markup, cell: Element, name: str, before: tuple[str, ...]) -> Element:
    """Give a new `w:tcPr` child, in the order of the schema (ECMA-376 17.4.69), in place of an old one."""
    w = markup.w
    properties = cell.find(f"{w}tcPr")
    if properties is None:
        properties = etree.Element(f"{w}tcPr")
        cell.insert(0, properties)
    for old in properties.findall(f"{w}{name}"):
        properties.remove(old)
    element = etree.Element(f"{w}{name}")
    position = 0
    for index, child in enumerate(properties, 1):
        if etree.QName(child).localname in before:
            position = index
    properties.insert(position, element)
    return element


def _print_in(markup: Markup, element: Element, name: str, code: str, site: Site, where: str) -> None:
    number = markup.add(Tag(site.tag.text, "{{", code), site)
    markup.sites[number].where = where
    element.set(f"{markup.w}{name}", markup.attribute(number, element))


def _block(markup: Markup, code: str, site: Site) -> int:
    return markup.add(Tag(site.tag.text, "{%", code), site)


def _merge_across(markup: Markup, cell: Element, site: Site) -> None:
    w = markup.w
    old = cell.find(f"{w}tcPr/{w}gridSpan")
    width = old.get(f"{w}val", "1") if old is not None else "1"
    span = _cell_property(markup, cell, "gridSpan", _BEFORE_SPAN)
    if markup.mark in width:
        span.set(f"{w}val", width)
    else:
        _print_in(
            markup, span, "val", f"{int(width) if width.isdecimal() else 1} * loop.length", site, "span"
        )
    cell.addprevious(markup.node(_block(markup, "if loop.first", site)))
    cell.addnext(markup.node(_block(markup, "endif", site)))


def _merge_down(markup: Markup, cell: Element, keys: str, site: Site) -> None:
    """Merge the cell with the one above while it repeats: in every round but the first, or while `keys` are equal."""
    w = markup.w
    merge = _cell_property(markup, cell, "vMerge", _BEFORE_MERGE)
    name = f"_tz_first_{len(markup.sites)}"
    if keys:
        table = next(cell.iterancestors(f"{w}tbl"), None)
        if table is not None:
            table.addprevious(markup.node(_block(markup, f"set _tz_reset = _tz_forget('{name}')", site)))
        first = f"_tz_changed('{name}', {keys})"
    else:
        first = "loop.first"
    cell.addprevious(markup.node(_block(markup, f"set {name} = {first}", site)))
    words = [
        markup.attribute(_block(markup, f"if {name}", site), merge),
        "restart",
        markup.attribute(_block(markup, "else", site), merge),
        "continue",
        markup.attribute(_block(markup, "endif", site), merge),
    ]
    merge.set(f"{w}val", "".join(words))
    _show_once(markup, cell, name, site)


def _show_once(markup: Markup, cell: Element, name: str, site: Site) -> None:
    w = markup.w
    content = [child for child in cell if child.tag != f"{w}tcPr"]
    empty = etree.Element(f"{w}p")
    style = next((p.find(f"{w}pPr") for p in content if p.tag == f"{w}p"), None)
    if style is not None:
        empty.append(deepcopy(style))
    if not content:
        cell.append(empty)
        return
    content[0].addprevious(markup.node(_block(markup, f"if {name}", site)))
    cell.append(markup.node(_block(markup, "else", site)))
    cell.append(empty)
    cell.append(markup.node(_block(markup, "endif", site)))


def _restart_list(markup: Markup, site: Site) -> None:
    w = markup.w
    paragraph = _around(site, f"{w}p")
    number = paragraph.find(f"{w}pPr/{w}numPr/{w}numId") if paragraph is not None else None
    if paragraph is None or number is None:
        refuse(site, f"{{% {site.tag.keyword} %}} 不在自动编号的段落里", "移到要从 1 开始编号的那一段")
        return
    _drop_tag_run(markup, site)
    code = f"set _tz_list = _tz_restart('{number.get(f'{w}val')}')"
    paragraph.addprevious(markup.node(_block(markup, code, site)))


def _lift(markup: Markup, sites: list[Site], level: str) -> None:
    """Put the tags of a level in place of their container; with several tags in one, what is between them stays."""
    name = f"{markup.w}{level}"
    found: dict[Element, list[Site]] = {}
    for site in sites:
        if site.tag.level != level or not _attached(site):
            continue
        container = _around(site, name)
        if container is None:
            words = {"tr": "表格的行", "tc": "表格的格子", "p": "段落"}[level]
            refuse(site, f"标签要占一个{words}，但不在{words}里", f"去掉开头的 {level}，或移到{words}里")
        else:
            found.setdefault(container, []).append(site)
    for container, members in found.items():
        _replace_container(markup, container, members)


def _replace_container(markup: Markup, container: Element, members: list[Site]) -> None:
    w = markup.w
    for site in members:
        run = _around(site, f"{w}r")
        paragraph = _around(site, f"{w}p")
        site.run_style = snippet(run.find(f"{w}rPr")) if run is not None else ""
        site.paragraph_style = _paragraph_style(markup, paragraph)
    before: list[Site] = []
    after: list[Site] = []
    between = False
    if len(members) > 1:
        own = {site.node: site for site in members}
        for element in container.iter():
            if element in own:
                (after if between and own[element].tag.kind != "{#" else before).append(own[element])
                between = between or bool((element.tail or "").strip())
            elif not isinstance(element.tag, str) or (
                element.tag in (f"{w}t", f"{w}drawing", f"{w}pict", f"{w}object")
                and ((element.text or "").strip() or element.tag != f"{w}t")
            ):
                between = True
        for site in members:
            detach(site.node)
    else:
        before = members
        detach(members[0].node)
    for site in before:
        if site.tag.kind != "{#":
            container.addprevious(site.node)
    for site in reversed(after):
        container.addnext(site.node)
    if not (between and len(members) > 1):
        _drop(container)


def _drop(container: Element) -> None:
    container.getparent().remove(container)


def _paragraph_style(markup: Markup, paragraph: Element | None) -> str | None:
    if paragraph is None:
        return None
    style = paragraph.find(f"{markup.w}pPr")
    if style is None:
        return ""
    style = deepcopy(style)
    for name in ("sectPr", "pPrChange"):
        for child in style.findall(f"{markup.w}{name}"):
            style.remove(child)
    return snippet(style)


def _split_run(markup: Markup, site: Site) -> None:
    w = markup.w
    run = _around(site, f"{w}r")
    if run is None:
        refuse(site, "标签前的 r 表示占一个文字段，这里没有", "去掉开头的 r")
        return
    style = run.find(f"{w}rPr")
    site.run_style = snippet(style)
    parent = run.getparent()
    site.paragraph_style = _paragraph_style(markup, parent) if parent.tag == f"{w}p" else None
    after = etree.Element(f"{w}r", run.attrib)
    if style is not None:
        after.append(deepcopy(style))
    text = site.node.getparent()
    rest = etree.SubElement(after, text.tag, text.attrib)
    rest.text = site.node.tail
    site.node.tail = None
    for sibling in list(site.node.itersiblings()):
        rest.append(sibling)
    for sibling in list(text.itersiblings()):
        after.append(sibling)
    text.remove(site.node)
    run.addnext(after)
    run.addnext(site.node)
    for piece in (run, after):
        for words in piece.findall(text.tag):
            if not words.text and not len(words):
                piece.remove(words)
        if not any(child.tag != f"{w}rPr" for child in piece):
            parent.remove(piece)


def _describe(markup: Markup, site: Site) -> None:
    """Say where a print stands, so that its value is written the way that place needs."""
    w = markup.w
    if site.owner is not None:
        site.where = site.where if site.where in ("colour", "span") else "attribute"
        return
    if site.node is None or site.node.getparent() is None:
        return
    if site.tag.level in ("tr", "tc", "p"):
        site.where = "block"
        return
    if site.tag.level == "r":
        site.where = "run"
        return
    text = site.node.getparent()
    run = text.getparent()
    if text.tag != f"{w}t" or run is None or run.tag != f"{w}r":
        return
    site.where = "text"
    site.run_style = snippet(run.find(f"{w}rPr"))
    paragraph = run.getparent()
    site.paragraph_style = _paragraph_style(markup, paragraph) if paragraph.tag == f"{w}p" else None
