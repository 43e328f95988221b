"""A whole .docx inside another: its paragraphs and tables with the styles, lists, notes and pictures they need.

A style of the same name is taken from the receiving document, as Word does when text is pasted with
“使用目标样式”; a style it lacks is copied. Lists get numbers of their own. Page set-up, headers and footers stay out.
"""

from __future__ import annotations

import posixpath
import re
from typing import Any

from lxml import etree

from tongzhi.engine.markup import W, parse_xml
from tongzhi.engine.parts import NUMBERING, OFFICE, Parts, read_relationships, rels_name
from tongzhi.engine.stops import Stop
from tongzhi.errors import TongzhiError
from tongzhi.word.package import CONTENT_TYPES, read_parts

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STYLES = "word/styles.xml"
_STYLE_REFERENCES = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
_DROPPED = (f"{W}headerReference", f"{W}footerReference", f"{W}sectPr")
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_COMMENTS = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def add_document(parts: Parts, part: str, data: bytes) -> str:
    """Add what the document needs to `parts` and give its content for inside `part`.

    Raises:
        Stop: it is no document that can be inserted.
    """
    try:
        return _Insertion(parts, part, data).content()
    except TongzhiError as error:
        problem = error.problems[0]
        raise Stop(f"要插入的文件用不了：{problem.found}", problem.instead) from error


class _Insertion:
    """One document on its way into another."""

    def __init__(self, parts: Parts, part: str, data: bytes) -> None:
        self.parts = parts
        self.part = part
        self.source = read_parts(data)
        self.main = self._main_part()
        self.root = parse_xml(self.source[self.main], self.main)
        self.folder = posixpath.dirname(self.main)
        self._media: dict[str, str] = {}

    def _main_part(self) -> str:
        for one in read_relationships(self.source.get("_rels/.rels", b"").decode("utf-8-sig")):
            if one.get("Type", "").endswith("/officeDocument"):
                name = one.get("Target", "").removeprefix("/")
                if name in self.source:
                    return name
        raise Stop("要插入的文件里没有 Word 正文", "请给 .docx 文件")

    def content(self) -> str:
        """Give the blocks of the body as XML."""
        body = self.root.find(f"{W}body")
        if body is None:
            raise Stop("要插入的文件里没有 Word 正文", "请给 .docx 文件")
        for element in list(body.iter(*_DROPPED, *_COMMENTS)):
            element.getparent().remove(element)
        self._copy_styles(body)
        self._copy_lists(body)
        self._copy_relations(body, self.main, self.part)
        self._copy_notes(body)
        self._rename_bookmarks(body)
        return "".join(etree.tostring(child, encoding="unicode", with_tail=False) for child in body)

    def _read(self, name: str) -> Any | None:
        raw = self.source.get(f"{self.folder}/{name}" if self.folder else name)
        return None if raw is None else parse_xml(raw, name)

    def _copy_styles(self, body: Any) -> None:
        theirs: Any = self._read("styles.xml")
        own = self.parts.text(_STYLES)
        if theirs is None or own is None:
            return
        mine: Any = parse_xml(own.encode(), _STYLES)
        by_name = {_style_name(style): style.get(f"{W}styleId") for style in mine.iter(f"{W}style")}
        ids = {style.get(f"{W}styleId") for style in mine.iter(f"{W}style")}
        available = {style.get(f"{W}styleId"): style for style in theirs.iter(f"{W}style")}
        renamed: dict[str, str] = {}
        wanted = [reference.get(f"{W}val") for reference in body.iter(*_STYLE_REFERENCES)]
        while wanted:
            old = wanted.pop()
            style = available.get(old)
            if style is None or old in renamed:
                continue
            twin = by_name.get(_style_name(style))
            new = twin or _free(old, ids)
            renamed[old] = new
            if twin is None:
                ids.add(new)
                style.set(f"{W}styleId", new)
                style.attrib.pop(f"{W}default", None)
                mine.append(style)
                links = style.iter(f"{W}basedOn", f"{W}link", f"{W}next")
                wanted += [link.get(f"{W}val") for link in links]
        copied: list[Any] = [one for one in mine.iter(f"{W}style") if one in available.values()]
        for one in copied:
            for link in one.iter(f"{W}basedOn", f"{W}link", f"{W}next"):
                link.set(f"{W}val", renamed.get(link.get(f"{W}val"), link.get(f"{W}val")))
        for reference in body.iter(*_STYLE_REFERENCES):
            reference.set(f"{W}val", renamed.get(reference.get(f"{W}val"), reference.get(f"{W}val")))
        self.parts.changed[_STYLES] = _document(mine)

    def _copy_lists(self, body: Any) -> None:
        used = {number.get(f"{W}val") for number in body.iter(f"{W}numId")} - {"0", None}
        theirs = self._read("numbering.xml")
        if not used or theirs is None:
            return
        own = self.parts.text(NUMBERING)
        if own is None:
            own = f'<w:numbering xmlns:w="{W[1:-1]}"/>'
            self.parts.relate(self.part, f"{OFFICE}/numbering", NUMBERING)
            self.parts.add_override(NUMBERING, f"{_WORD}.numbering+xml")
        mine = parse_xml(own.encode(), NUMBERING)
        kinds = {kind.get(f"{W}abstractNumId"): kind for kind in theirs.findall(f"{W}abstractNum")}
        next_kind = 1 + max(
            (int(k.get(f"{W}abstractNumId")) for k in mine.findall(f"{W}abstractNum")), default=-1
        )
        next_number = 1 + max((int(n.get(f"{W}numId")) for n in mine.findall(f"{W}num")), default=0)
        renamed: dict[str, str] = {}
        moved: dict[str, str] = {}
        for number in theirs.findall(f"{W}num"):
            reference = number.find(f"{W}abstractNumId")
            if number.get(f"{W}numId") not in used or reference is None:
                continue
            kind = reference.get(f"{W}val")
            if kind in kinds and kind not in moved:
                moved[kind] = str(next_kind)
                next_kind += 1
                _add_kind(mine, kinds[kind], moved[kind])
            renamed[number.get(f"{W}numId")] = str(next_number)
            number.set(f"{W}numId", str(next_number))
            reference.set(f"{W}val", moved.get(kind, kind))
            _add_number(mine, number)
            next_number += 1
        for place in body.iter(f"{W}numId"):
            place.set(f"{W}val", renamed.get(place.get(f"{W}val"), place.get(f"{W}val")))
        self.parts.changed[NUMBERING] = _document(mine)

    def _copy_relations(self, body: Any, source: str, target: str) -> None:
        listing = self.source.get(rels_name(source), b"").decode("utf-8-sig")
        relations = {one.get("Id", ""): one for one in read_relationships(listing)}
        for element in body.iter(etree.Element):
            for attribute in (f"{_R}embed", f"{_R}id", f"{_R}link", f"{_R}pict"):
                relation = relations.get(element.get(attribute, ""))
                if relation is not None:
                    element.set(attribute, self._copy_relation(relation, source, target))

    def _copy_relation(self, relation: dict[str, str], source: str, target: str) -> str:
        kind, where = relation.get("Type", ""), relation.get("Target", "")
        if relation.get("TargetMode") == "External":
            return self.parts.relate(target, kind, where, external=True)
        name = (
            where.removeprefix("/")
            if where.startswith("/")
            else posixpath.normpath(posixpath.join(posixpath.dirname(source), where))
        )
        return self.parts.relate(target, kind, self._copy_part(name))

    def _copy_part(self, name: str) -> str:
        """Copy a part and all it refers to under a free name; give that name."""
        if name in self._media:
            return self._media[name]
        if name not in self.source:
            raise Stop(f"要插入的文件缺少部件 {name}", "用 Word 打开后另存一份")
        stem, dot, ending = name.rpartition(".")
        new, number = name, 1
        while new in self.parts.names():
            if self._same(new, name):
                break
            number += 1
            new = f"{stem}-{number}{dot}{ending}"
        self._media[name] = new
        self.parts.media[new] = self.source[name]
        kind = self._content_type(name)
        if kind:
            self.parts.add_override(new, kind)
        for one in read_relationships(self.source.get(rels_name(name), b"").decode("utf-8-sig")):
            self._keep_relation(one, name, new)
        return new

    def _same(self, there: str, name: str) -> bool:
        return self.parts.media.get(there) == self.source[name] and rels_name(name) not in self.source

    def _keep_relation(self, one: dict[str, str], name: str, new: str) -> None:
        fresh = self._copy_relation(one, name, new)
        listing = self.parts.changed[rels_name(new)]
        self.parts.changed[rels_name(new)] = listing.replace(f'Id="{fresh}"', f'Id="{one.get("Id", fresh)}"')

    def _content_type(self, name: str) -> str:
        listing = self.source[CONTENT_TYPES].decode("utf-8-sig")
        for pattern in (
            rf'<Override\b[^>]*PartName="/{re.escape(name)}"[^>]*>',
            rf'<Default\b[^>]*Extension="{re.escape(name.rpartition(".")[2])}"[^>]*>',
        ):
            found = re.search(pattern, listing, re.IGNORECASE)
            kind = found and re.search(r'ContentType="([^"]*)"', found[0])
            if kind:
                return kind[1]
        return ""

    def _copy_notes(self, body: Any) -> None:
        """Copy foot- and endnotes into those of the receiving document; without any there, the reference goes."""
        for tag, name in _NOTES.items():
            references = list(body.iter(tag))
            if not references:
                continue
            theirs, own = self._read(f"{name}.xml"), self.parts.text(f"word/{name}.xml")
            if theirs is None or own is None:
                for reference in references:
                    reference.getparent().remove(reference)
                continue
            mine = parse_xml(own.encode(), name)
            free = 1 + max((int(note.get(f"{W}id")) for note in mine), default=0)
            notes = {note.get(f"{W}id"): note for note in theirs}
            for number, reference in enumerate(references, free):
                note = notes.get(reference.get(f"{W}id"))
                if note is None:
                    continue
                note.set(f"{W}id", str(number))
                reference.set(f"{W}id", str(number))
                self._copy_relations(note, f"{self.folder}/{name}.xml", f"word/{name}.xml")
                mine.append(note)
            self.parts.changed[f"word/{name}.xml"] = _document(mine)

    def _rename_bookmarks(self, body: Any) -> None:
        """Bookmark ids must be unique in a document (ECMA-376 17.13.6.2)."""
        base = 10_000 + 1_000 * len(self.parts.changed)
        for element in body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            number = element.get(f"{W}id", "0")
            element.set(f"{W}id", str(base + int(number)) if number.isdigit() else number)


def _style_name(style: Any) -> str:
    name = style.find(f"{W}name")
    kind = style.get(f"{W}type", "")
    return (
        f"{kind}:{name.get(f'{W}val', '').lower()}"
        if name is not None
        else f"{kind}#{style.get(f'{W}styleId')}"
    )


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def _add_kind(mine: Any, kind: Any, number: str) -> None:
    """Put a `w:abstractNum` before the first `w:num`, where the schema wants it (ECMA-376 17.9.17)."""
    kind.set(f"{W}abstractNumId", number)
    for mark in kind.findall(f"{W}nsid"):
        mark.set(f"{W}val", f"{0x54000000 + int(number):08X}")
    first = mine.find(f"{W}num")
    if first is None:
        mine.append(kind)
    else:
        first.addprevious(kind)


def _add_number(mine: Any, number: Any) -> None:
    last = mine.findall(f"{W}num")
    if last:
        last[-1].addnext(number)
    else:
        kinds = mine.findall(f"{W}abstractNum")
        kinds[-1].addnext(number)


def _document(root: Any) -> str:
    return etree.tostring(root, encoding="unicode", with_tail=False)
