"""Many documents of one template as one .docx to print: each begins on a new sheet, with page 1.

Every document keeps its sections, headers, footers and imprint. What all of them share (styles, settings, faces) is
taken from the first; headers, footers, pictures and links that differ are carried over one by one.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable, Sequence

from lxml import etree

from tongzhi.errors import InputError, Place
from tongzhi.word.markup import Element
from tongzhi.word.package import pack_parts

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MAIN, MAIN_RELS, NUMBERING = "word/document.xml", "word/_rels/document.xml.rels", "word/numbering.xml"
_CARRIED = ("header", "footer", "image", "hyperlink", "chart", "oleObject", "package")
_SHARED = ("footnotes", "endnotes", "comments")
_BEFORE_TYPE = ("headerReference", "footerReference", "footnotePr", "endnotePr")
_BEFORE_NUMBER = (*_BEFORE_TYPE, "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def w(name: str) -> str:
    """Give the qualified name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


class Merger:
    """Takes documents one after another; keeps their bodies as bytes, not as trees."""

    def __init__(self, first: dict[str, bytes]) -> None:
        self._parts = dict(first)
        self._shared = {kind: first.get(f"word/{kind}.xml") for kind in _SHARED}
        root = etree.fromstring(first[MAIN], _PARSER)
        self._open = first[MAIN][: first[MAIN].index(b">", first[MAIN].index(b"body")) + 1]
        self._scope = [f' xmlns:{prefix}="{uri}"'.encode() for prefix, uri in root.nsmap.items() if prefix]
        self._rels = etree.fromstring(
            first.get(MAIN_RELS, f'<Relationships xmlns="{RELS}"/>'.encode()), _PARSER
        )
        self._types = etree.fromstring(first["[Content_Types].xml"], _PARSER)
        self._known: dict[tuple[str, str], str] = {}
        self._bodies: list[bytes] = []
        self._last: Element | None = None
        self._numbering = etree.fromstring(first[NUMBERING], _PARSER) if NUMBERING in first else None
        self._kinds: set[tuple[str, str]] = set()
        self._count = 0
        self._marks = 0

    def add(self, parts: dict[str, bytes], name: str) -> None:
        """Add one document."""
        for kind, shared in self._shared.items():
            if parts.get(f"word/{kind}.xml") != shared:
                raise InputError.one(
                    "脚注、尾注或批注里有每份不同的内容，合不成一个文件",
                    "不用 --merge，改用 --pdf 或 --zip",
                    place=Place(file=name),
                )
        root = etree.fromstring(parts[MAIN], _PARSER)
        body = root.find(w("body"))
        assert body is not None
        self._carry(root, parts)
        self._renumber(body)
        self._rename_marks(body)
        final = self._take_final(body)
        sections = [*body.iter(w("sectPr")), final]
        self._begin(sections)
        self._close()
        self._last = final
        self._bodies.append(b"".join(self._serialised(child) for child in body))
        self._count += 1

    def finish(self) -> bytes:
        """Give the merged document."""
        assert self._last is not None
        parts = dict(self._parts)
        parts[MAIN] = b"".join(
            [self._open, *self._bodies, self._serialised(self._last), b"</w:body></w:document>"]
        )
        parts[MAIN_RELS] = _written(self._rels)
        parts["[Content_Types].xml"] = _written(self._types)
        if self._numbering is not None:
            parts[NUMBERING] = _written(self._numbering)
        return pack_parts(parts)

    def _serialised(self, element: Element) -> bytes:
        text: bytes = etree.tostring(element, encoding="UTF-8")
        for declaration in self._scope:
            text = text.replace(declaration, b"")
        return text

    def _take_final(self, body: Element) -> Element:
        """Take the section of the end out of the body; a document without one gets a plain one."""
        final = body.find(w("sectPr"))
        if final is None:
            return etree.Element(w("sectPr"), nsmap={"w": W})
        body.remove(final)
        return final

    def _close(self) -> None:
        """End the last section so far in a line of its own, one point high.

        Not in the last paragraph there is: an imprint that floats is anchored to it, and LibreOffice would take
        paragraph and imprint over to the next document's first page.
        """
        if self._last is None:
            return
        end = etree.Element(w("p"), nsmap={"w": W})
        props = etree.SubElement(end, w("pPr"))
        spacing = etree.SubElement(props, w("spacing"))
        for key, value in (("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact")):
            spacing.set(w(key), value)
        size = etree.SubElement(etree.SubElement(props, w("rPr")), w("sz"))
        size.set(w("val"), "2")
        props.append(self._last)
        self._bodies.append(self._serialised(end))

    def _begin(self, sections: Sequence[Element]) -> None:
        """Let a document begin on a sheet of its own, with page 1 and without headers of the one before."""
        first = sections[0]
        kind = first.find(w("type"))
        if kind is None:
            kind = etree.Element(w("type"))
            _insert(first, kind, _BEFORE_TYPE)
        if self._count:
            kind.set(w("val"), "oddPage")
        number = first.find(w("pgNumType"))
        if number is None:
            number = etree.Element(w("pgNumType"))
            _insert(first, number, _BEFORE_NUMBER)
        number.set(w("start"), number.get(w("start"), "1"))
        here = {
            (_local(ref), ref.get(w("type"), "default")) for ref in first if _local(ref).endswith("Reference")
        }
        for story, page in sorted(self._kinds - here):
            reference = etree.Element(w(story))
            reference.set(w("type"), page)
            reference.set(f"{{{R}}}id", self._blank_story(story))
            first.insert(0, reference)
        for section in sections:
            self._kinds |= {
                (_local(ref), ref.get(w("type"), "default"))
                for ref in section
                if _local(ref).endswith("Reference")
            }

    def _blank_story(self, story: str) -> str:
        kind = story.removesuffix("Reference")
        tag = {"header": "hdr", "footer": "ftr"}[kind]
        data = f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} xmlns:w="{W}"><w:p/></w:{tag}>'.encode()
        type_of = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
        return self._relate(f"{R}/{kind}", f"word/{kind}-blank.xml", data, b"", type_of)

    def _carry(self, root: Element, parts: dict[str, bytes]) -> None:
        """Point the references of a document to parts of the merged one."""
        renamed: dict[str, str] = {}
        types = etree.fromstring(parts["[Content_Types].xml"], _PARSER)
        for relation in _relations(parts.get(MAIN_RELS)):
            identity, kind, target = (
                relation.get("Id", ""),
                relation.get("Type", ""),
                relation.get("Target", ""),
            )
            if kind.rsplit("/", 1)[-1] not in _CARRIED:
                continue
            if relation.get("TargetMode") == "External":
                renamed[identity] = self._relate_outside(kind, target)
                continue
            part = (
                posixpath.normpath(posixpath.join("word", target))
                if not target.startswith("/")
                else target[1:]
            )
            if part in parts:
                renamed[identity] = self._relate(
                    kind, part, parts[part], parts.get(_rels_of(part), b""), _type_of(types, part)
                )
        for element in root.iter():
            for attribute, value in element.attrib.items():
                if str(attribute).startswith(f"{{{R}}}") and value in renamed:
                    element.set(attribute, renamed[str(value)])

    def _relate_outside(self, kind: str, target: str) -> str:
        identity = self._existing(kind, target)
        if not identity:
            identity = self._add_relation(kind, target)
            self._rels[-1].set("TargetMode", "External")
        return identity

    def _existing(self, kind: str, target: str) -> str:
        same = (one for one in self._rels if one.get("Type") == kind and one.get("Target") == target)
        return str(next((one.get("Id", "") for one in same), ""))

    def _relate(self, kind: str, part: str, data: bytes, rels: bytes, content_type: str) -> str:
        """Give the relationship to a part with these bytes, adding the part when there is none yet."""
        digest = hashlib.sha256(data + b"\0" + rels).hexdigest()
        known = self._known.get((kind, digest))
        if known is not None:
            return known
        name = part
        while name in self._parts and (
            self._parts[name] != data or self._parts.get(_rels_of(name), b"") != rels
        ):
            stem, dot, ending = part.rpartition(".")
            self._marks += 1
            name = f"{stem}-{self._marks}{dot}{ending}"
        self._parts[name] = data
        if rels:
            self._parts[_rels_of(name)] = rels
        if content_type != _type_of(self._types, name):
            override = etree.SubElement(self._types, f"{{{TYPES}}}Override")
            override.set("PartName", f"/{name}")
            override.set("ContentType", content_type)
        target = posixpath.relpath(name, "word")
        identity = self._existing(kind, target) or self._add_relation(kind, target)
        self._known[kind, digest] = identity
        return identity

    def _add_relation(self, kind: str, target: str) -> str:
        taken = {one.get("Id") for one in self._rels}
        number = len(self._rels) + 1
        while f"rM{number}" in taken:
            number += 1
        relation = etree.SubElement(self._rels, f"{{{RELS}}}Relationship")
        relation.set("Id", f"rM{number}")
        relation.set("Type", kind)
        relation.set("Target", target)
        return f"rM{number}"

    def _renumber(self, body: Element) -> None:
        """Let automatic numbers begin anew in every document."""
        if self._numbering is None or not self._count:
            return
        fresh: dict[str, str] = {}
        for number in body.iter(w("numId")):
            old = number.get(w("val"), "0")
            if old != "0":
                if old not in fresh:
                    fresh[old] = self._fresh_number(old)
                number.set(w("val"), fresh[old])

    def _fresh_number(self, old: str) -> str:
        assert self._numbering is not None
        numbers = self._numbering.findall(w("num"))
        source = next((one for one in numbers if one.get(w("numId")) == old), None)
        if source is None:
            return old
        abstract = source.find(w("abstractNumId"))
        assert abstract is not None
        made = etree.Element(w("num"))
        made.set(w("numId"), str(max(int(one.get(w("numId"), "0")) for one in numbers) + 1))
        etree.SubElement(made, w("abstractNumId")).set(w("val"), abstract.get(w("val"), "0"))
        for level in range(9):
            override = etree.SubElement(made, w("lvlOverride"))
            override.set(w("ilvl"), str(level))
            etree.SubElement(override, w("startOverride")).set(w("val"), "1")
        numbers[-1].addnext(made)
        return made.get(w("numId"), old)

    def _rename_marks(self, body: Element) -> None:
        """Give bookmarks names and numbers of their own, and pictures their numbers."""
        if not self._count:
            return
        renamed: dict[str, str] = {}
        for element in body.iter(w("bookmarkStart"), w("bookmarkEnd")):
            element.set(w("id"), f"{self._count}{element.get(w('id'), '0'):0>4}")
            name = element.get(w("name"))
            if name is not None and name != "_GoBack":
                renamed[name] = f"{name[:30]}_{self._count}"
                element.set(w("name"), renamed[name])
        _follow_marks(body, renamed)
        for element in body.iter("{*}docPr"):
            element.set("id", f"{self._count}{element.get('id', '0'):0>4}")


_REFERENCE = re.compile(
    r"(\b(?:PAGE|NOTE)?REF\s+\"?|\bHYPERLINK\s[^\\]*\\l\s+\"?)([^\s\"\\]+)", re.IGNORECASE
)


def _follow_marks(body: Element, renamed: dict[str, str]) -> None:
    """Let links and REF, PAGEREF, NOTEREF and HYPERLINK fields point at the bookmarks' new names."""

    def follow(code: str) -> str:
        return _REFERENCE.sub(lambda found: found[1] + renamed.get(found[2], found[2]), code)

    for element in body.iter(w("hyperlink")):
        anchor = element.get(w("anchor"))
        if anchor in renamed:
            element.set(w("anchor"), renamed[anchor])
    for element in body.iter(w("fldSimple")):
        element.set(w("instr"), follow(element.get(w("instr"), "")))
    for paragraph in body.iter(w("p")):
        # Word cuts a field's code into several runs where it likes: the codes are followed as one text
        parts = [part for part in paragraph.iter(w("instrText")) if part.text]
        for part in parts:
            part.text = follow(part.text or "")
        words = " ".join((part.text or "").strip() for part in parts)
        for part in parts:
            bare = (part.text or "").strip().strip('"')
            if bare in renamed and re.search(rf"REF\s+\"?{re.escape(bare)}", words, re.IGNORECASE):
                part.text = (part.text or "").replace(bare, renamed[bare])


def _insert(section: Element, element: Element, before: tuple[str, ...]) -> None:
    """Put an element into a section after those that the schema wants before it."""
    position = 0
    for index, child in enumerate(section):
        if _local(child) in before:
            position = index + 1
    section.insert(position, element)


def _local(element: Element) -> str:
    return str(etree.QName(element).localname)


def _relations(data: bytes | None) -> Iterable[Element]:
    return etree.fromstring(data, _PARSER) if data else ()


def _rels_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _type_of(types: Element, part: str) -> str:
    """Give the content type that is declared for a part: for it alone, else for files of its ending."""
    ending = part.rpartition(".")[2].lower()
    declared = {child.get("PartName") or child.get("Extension", "").lower(): child for child in types}
    found = declared.get(f"/{part}", declared.get(ending))
    return found.get("ContentType", "") if found is not None else ""


def _written(root: Element) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
