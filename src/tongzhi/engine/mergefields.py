"""Mail-merge fields of Word (MERGEFIELD, simple and complex: ECMA-376 17.16.5.35) written as the tags they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from tongzhi.engine.markup import Element, parse_xml

_NAME = re.compile(r'^\s*MERGEFIELD\s+(?:"([^"]+)"|(\S+))(.*)$', re.IGNORECASE | re.DOTALL)
_HARMLESS = re.compile(r"\\\*\s*(?:MERGEFORMAT|CHARFORMAT)\b|\\[mv](?!\w)", re.IGNORECASE)
_STEERING = ("NEXT", "NEXTIF", "SKIPIF", "MERGEREC", "MERGESEQ", "ADDRESSBLOCK", "GREETINGLINE")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SOURCE = re.compile(r'<Relationship\b[^>]*/mailMerge(?:Header)?Source"[^>]*/>')
_SETTING = re.compile(rb"<w:mailMerge\b.*?</w:mailMerge>|<w:mailMerge\s*/>", re.DOTALL)
SETTINGS, SETTINGS_RELS = "word/settings.xml", "word/_rels/settings.xml.rels"


@dataclass(slots=True)
class MergedFields:
    """A part with its mail-merge fields as tags: its XML, the names, and what cannot be kept."""

    raw: bytes
    names: list[str] = field(default_factory=list)
    lost: list[tuple[str, str]] = field(default_factory=list)
    """(found, instead) for switches and fields that are not carried out."""


@dataclass(slots=True)
class _Field:
    """A complex field while it is read: its pieces in order, its instruction, and whether that has ended."""

    pieces: list[Element] = field(default_factory=list)
    code: str = ""
    is_result: bool = False


def tag_name(name: str) -> str:
    """Give the name of a field as a tag can bear it: as Word itself does, other marks become underscores."""
    bare = re.sub(r"\W+", "_", name.strip()).rstrip("_") or "_"
    return bare if bare.isidentifier() else f"_{bare}"


def has_fields(raw: bytes) -> bool:
    """Tell whether a part holds fields at all; the word itself may be cut into runs."""
    return b"fldChar" in raw or b"fldSimple" in raw


def write_tags(raw: bytes, part: str) -> MergedFields:
    """Write the mail-merge fields of a part as tags; the tag has the look of the field's result.

    Raises:
        TemplateError: the XML is damaged.
    """
    root = parse_xml(raw, part)
    w = f"{{{etree.QName(root).namespace}}}"
    made = MergedFields(raw)
    for simple in list(root.iter(f"{w}fldSimple")):
        _take_simple(simple, w, made)
    open_fields: list[_Field] = []
    for piece in list(root.iter()):
        if piece.tag == f"{w}fldChar":
            _follow(piece, w, open_fields, made)
        elif open_fields and piece.getparent() is not None and piece.getparent().tag == f"{w}r":
            if piece.tag == f"{w}instrText" and not open_fields[-1].is_result:
                open_fields[-1].code += piece.text or ""
            if piece.tag != f"{w}rPr":
                open_fields[-1].pieces.append(piece)
    if made.names:
        made.raw = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def _follow(piece: Element, w: str, open_fields: list[_Field], made: MergedFields) -> None:
    """Take the begin, the middle or the end of a complex field."""
    match piece.get(f"{w}fldCharType"):
        case "begin":
            open_fields.append(_Field([piece]))
        case "separate" if open_fields:
            open_fields[-1].is_result = True
            open_fields[-1].pieces.append(piece)
        case "end" if open_fields:
            done = open_fields.pop()
            done.pieces.append(piece)
            name = _read_code(done.code, made, inside=any(not outer.is_result for outer in open_fields))
            if name:
                done.pieces = [_write(done, name, w)]
            if open_fields:
                open_fields[-1].pieces += done.pieces


def _read_code(code: str, made: MergedFields, *, inside: bool) -> str:
    """Give the tag's name for the instruction of a field; nothing if it is no field of a mail merge that can be filled."""
    found = _NAME.match(code)
    if found is None:
        word = code.split(maxsplit=1)[0].upper() if code.split() else ""
        if word in _STEERING:
            made.lost.append((f"邮件合并的域 {word} 不会执行", "一行一份，不需要的删去"))
        return ""
    name = (found[1] or found[2]).strip()
    if inside:
        made.lost.append((f"邮件合并域“{name}”写在别的域（如 IF）里，不会填", "改写成 {% if … %} 标签"))
        return ""
    switches = _HARMLESS.sub("", found[3]).strip()
    if switches:
        made.lost.append(
            (
                f"邮件合并域“{name}”的开关 {switches[:40]} 不会照办，按数据里写的印",
                "要改样子就在标签里用过滤器",
            )
        )
    tag = tag_name(name)
    if tag not in made.names:
        made.names.append(tag)
    return tag


def _write(done: _Field, name: str, w: str) -> Element:
    """Put the tag in place of a complex field: into the first run of its result, else where the field began."""
    shown = next((piece for piece in done.pieces if piece.tag == f"{w}t"), None)
    place = shown if shown is not None else done.pieces[0]
    text = etree.Element(f"{w}t")
    text.text = f"{{{{ {name} }}}}"
    place.addprevious(text)
    for piece in done.pieces:
        run = piece.getparent()
        if run is None:
            continue
        run.remove(piece)
        if run.getparent() is not None and all(child.tag == f"{w}rPr" for child in run):
            run.getparent().remove(run)
    return text


def _take_simple(simple: Element, w: str, made: MergedFields) -> None:
    name = _read_code(simple.get(f"{w}instr", ""), made, inside=False)
    if not name:
        return
    run = next(simple.iter(f"{w}r"), None)
    if run is None:
        run = etree.Element(f"{w}r")
    for child in list(run):
        if child.tag != f"{w}rPr":
            run.remove(child)
    etree.SubElement(run, f"{w}t").text = f"{{{{ {name} }}}}"
    run.tail = simple.tail
    simple.getparent().replace(simple, run)


def without_source(raws: Mapping[str, bytes]) -> Iterable[tuple[str, str]]:
    """Give the settings without their data source: Word would ask for it whenever a made paper is opened."""
    settings = raws.get(SETTINGS, b"")
    bare = _SETTING.sub(b"", settings)
    if bare != settings:
        yield SETTINGS, bare.decode("utf-8-sig")
        relations = raws.get(SETTINGS_RELS, b"").decode("utf-8-sig")
        if relations:
            yield SETTINGS_RELS, _SOURCE.sub("", relations)
