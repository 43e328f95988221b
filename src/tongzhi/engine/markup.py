"""The XML of a template's part, with its tags as processing instructions in the place where they stand.

lxml is needed here and nowhere else of the engine; a compiled template does without.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from tongzhi.engine.stops import Stop
from tongzhi.engine.tags import CLOSERS, ESCAPES, Tag, TagSpan, find_escapes, find_tags, unescape_braces
from tongzhi.errors import TemplateError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BRACES = re.compile(r"\{[{%#]|[}%#]\}")
TARGET = "tongzhi"
MAX_JOINED = 50
"""Paragraphs that one tag may reach over."""

Element = Any


@dataclass(slots=True)
class Site:
    """A tag and where it stands.

    `paragraph` counts from 1 in its part and `text` is that paragraph; `where` is `text` (in a `w:t`), `run`,
    `block`, `attribute` or `plain`; `run_style` and `paragraph_style` are `w:rPr` and `w:pPr` as XML,
    `paragraph_style` being `None` where a value cannot start a new paragraph; `path` names the elements around it.
    """

    tag: Tag
    paragraph: int = 0
    text: str = ""
    where: str = "plain"
    run_style: str = ""
    paragraph_style: str | None = None
    path: tuple[str, ...] = ()
    node: Element = field(default=None, repr=False)
    owner: Element = field(default=None, repr=False)
    """The element whose attribute the tag stands in."""


def parse_xml(raw: bytes, name: str) -> Element:
    """Parse a part.

    Raises:
        TemplateError: it is no well-formed XML or declares a document type.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise TemplateError.one(f"部件 {name} 的 XML 已损坏", "用 Word 打开后另存为 .docx") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise TemplateError.one(f"部件 {name} 带有 DTD，不予打开", "用 Word 打开后另存为 .docx")
    return root


def snippet(element: Element | None) -> str:
    """Give an element as XML for inside the same part (its namespaces are declared at the root)."""
    if element is None:
        return ""
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return re.sub(r'\sxmlns(:\w+)?="[^"]*"', "", text)


class Markup:
    """One part: `root`, the `sites` of its tags by number, and the mark that stands for a tag in attributes."""

    def __init__(self, raw: bytes, name: str) -> None:
        self.root = parse_xml(raw, name)
        for foreign in self.root.xpath(f"//processing-instruction('{TARGET}')"):  # would be taken for a tag
            if foreign.getparent() is not None:
                detach(foreign)
        self.sites: list[Site] = []
        self._raw_text = False
        self.changed = False
        """Escaped braces were written as what they mean."""
        mark = "tongzhi-tag"
        while mark.encode() in raw:
            mark += "-"
        self.mark = mark
        self.word = etree.QName(self.root).namespace in (W[1:-1], _STRICT)
        self.w = f"{{{etree.QName(self.root).namespace}}}" if self.word else W
        if self.word:
            self._read_paragraphs()
        else:
            self._read_texts()
        self._read_attributes()

    def add(self, tag: Tag, like: Site | None = None) -> int:
        """Register a tag and give its number; its place is that of `like`."""
        site = Site(tag) if like is None else Site(tag, like.paragraph, like.text)
        self.sites.append(site)
        return len(self.sites) - 1

    def node(self, number: int) -> Element:
        """Give a new instruction that stands for tag `number`."""
        node = etree.ProcessingInstruction(TARGET, str(number))
        self.sites[number].node = node
        return node

    def attribute(self, number: int, owner: Element) -> str:
        """Give what stands for tag `number` inside an attribute of `owner`."""
        self.sites[number].owner = owner
        return f"{self.mark}{number};"

    def _read_paragraphs(self) -> None:
        number = 0
        for paragraph in list(self.root.iter(f"{self.w}p")):
            if next(paragraph.iterancestors(_MC_FALLBACK), None) is None:
                number += 1
            if paragraph.getparent() is None:
                continue
            for name in (f"{self.w}t", f"{self.w}instrText", _MATH_TEXT):
                self._read_paragraph(paragraph, number, name)

    def _read_paragraph(self, paragraph: Element, number: int, name: str) -> None:
        for _ in range(MAX_JOINED):
            pieces = list(self._texts(paragraph, name))
            text = "".join(said for _, said in pieces)
            if not pieces or ("{" not in text and "}" not in text):
                return
            spans, unfinished = find_tags(text)
            following = paragraph.getnext()
            if (
                unfinished is None
                or self._raw_text
                or not self._ends_below(paragraph, text[unfinished : unfinished + 2])
            ):
                break
            _append_paragraph(paragraph, following, self.w)
        self._place(pieces, text, [span for span in spans if self._counts(span)], number)

    def _ends_below(self, paragraph: Element, opener: str) -> bool:
        """Give whether a tag that begins in this paragraph ends in one of the next, before another tag begins."""
        following = paragraph.getnext()
        for _ in range(MAX_JOINED):
            if following is None or following.tag != paragraph.tag:
                return False
            found = _BRACES.search("".join(following.itertext()))
            if found:
                return found[0] == CLOSERS[opener]
            following = following.getnext()
        return False

    def _texts(self, paragraph: Element, name: str) -> Any:
        """Give the text elements of this paragraph, not of text boxes in it, and the breaks between them."""
        w = self.w
        breaks = (
            (f"{w}br", f"{w}tab", f"{w}cr", f"{w}noBreakHyphen", f"{w}softHyphen") if name == f"{w}t" else ()
        )
        for element in paragraph.iter(name, *breaks):
            around = next(element.iterancestors(f"{w}p", f"{w}del", f"{w}moveFrom", f"{w}tabs"))
            if around is not paragraph:
                continue
            if element.tag == name:
                yield element, element.text or ""
            else:
                yield element, "\n"

    def _counts(self, span: TagSpan) -> bool:
        if self._raw_text:
            if span.tag.keyword == "endraw":
                self._raw_text = False
                span.tag.kind = "{#"
                return True
            return False
        if span.tag.keyword == "raw":
            self._raw_text = True
            span.tag.kind = "{#"
        return True

    def _place(self, pieces: list[tuple[Element, str]], text: str, spans: list[TagSpan], number: int) -> None:
        cuts: list[tuple[int, int, int | str]] = []
        for span in spans:
            site = Site(span.tag, number, text[:80])
            self.sites.append(site)
            cuts.append((span.start, span.end, len(self.sites) - 1))
        covered = [(start, end) for start, end, _ in cuts]
        cuts.extend(
            (found.start(), found.end(), ESCAPES[found[0]])
            for found in find_escapes(text)
            if not any(start <= found.start() < end for start, end in covered)
        )
        self.changed = self.changed or bool(cuts)
        cuts.sort()
        start = 0
        for element, said in pieces:
            end = start + len(said)
            inside = [cut for cut in cuts if cut[0] < end and cut[1] > start]
            if inside and said == "\n" and element.text is None:
                element.getparent().remove(element)
            elif inside:
                self._rebuild(element, text, start, end, inside)
            start = end

    def _rebuild(
        self, element: Element, text: str, start: int, end: int, cuts: list[tuple[int, int, int | str]]
    ) -> None:
        element.text = ""
        element.set(_SPACE, "preserve")
        last: Element | None = None
        position = start

        def write(words: str) -> None:
            if last is None:
                element.text += words
            else:
                last.tail = (last.tail or "") + words

        for cut_start, cut_end, what in cuts:
            write(text[position : max(position, cut_start)])
            if cut_start >= start:
                if isinstance(what, str):
                    write(what)
                else:
                    last = self.node(what)
                    element.append(last)
            position = min(cut_end, end)
        write(text[position:end])

    def _read_texts(self) -> None:
        for element in list(self.root.iter(etree.Element)):
            text = element.text
            if text and "{" in text and not len(element):
                spans, _ = find_tags(text)
                self._place([(element, text)], text, [span for span in spans if self._counts(span)], 0)
                if element.get(_SPACE):
                    del element.attrib[_SPACE]

    def _read_attributes(self) -> None:
        for element in self.root.iter(etree.Element):
            for name, value in element.items():
                if "{{" in value or "{%" in value or "{_" in value:
                    self._read_attribute(element, name, value)

    def _read_attribute(self, element: Element, name: str, value: str) -> None:
        out = []
        position = 0
        for span in find_tags(value)[0]:
            if span.tag.problem:
                break
            out.append(unescape_braces(value[position : span.start]))
            span.tag.level = ""
            out.append(self.attribute(self.add(span.tag), element))
            self.sites[-1].text = value[:80]
            position = span.end
        out.append(unescape_braces(value[position:]))
        element.set(name, "".join(out))


def _append_paragraph(paragraph: Element, following: Element, w: str) -> None:
    for child in list(following):
        if child.tag != f"{w}pPr":
            paragraph.append(child)
    following.getparent().remove(following)


def detach(node: Element) -> None:
    """Take an instruction out of its text; the text after it stays."""
    parent = node.getparent()
    tail, node.tail = node.tail or "", None
    before = node.getprevious()
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
    parent.remove(node)


def refuse(site: Site, found: str, instead: str = "") -> None:
    """Note that a tag cannot stand where it does."""
    site.tag.problem = site.tag.problem or Stop(found, instead)
