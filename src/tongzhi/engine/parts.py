"""The parts of a file that grow while it is filled: relationships, content types, lists, styles, media."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping

from tongzhi.engine.escaping import attribute_text
from tongzhi.engine.stops import Stop
from tongzhi.word.package import CONTENT_TYPES, Entry

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NUMBERING = "word/numbering.xml"
_EMPTY_RELS = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{RELATIONSHIPS}"></Relationships>'
_RELATIONSHIP = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_CLOSING_RELS = re.compile(r"<(\w+:)?Relationships\b([^>]*)/>\s*$")


def rels_name(part: str) -> str:
    """Give the name of the relationships of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_attributes(tag: str) -> dict[str, str]:
    """Give the attributes of a start tag, entities resolved."""
    found = re.findall(r'([\w:.-]+)\s*=\s*(?:"([^"]*)"|\'([^\']*)\')', tag)
    return {name: _plain(double or single) for name, double, single in found}


def _plain(text: str) -> str:
    for entity, mark in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, mark)
    return text


def read_relationships(xml: str) -> list[dict[str, str]]:
    """Give the relationships of a `.rels` part as their attributes."""
    return [read_attributes(tag) for tag in _RELATIONSHIP.findall(xml)]


class Parts:
    """What one render adds to the parts of its template; `changed` are the texts that are new or grew."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self.changed: dict[str, str] = {}
        self.media: dict[str, bytes] = {}
        self._targets: dict[tuple[str, str, str], str] = {}

    def text(self, name: str) -> str | None:
        """Give the text of a part as it is by now; `None` if there is none."""
        if name in self.changed:
            return self.changed[name]
        if name not in self._entries:
            return None
        return self._entries[name].read().decode("utf-8-sig")

    def names(self) -> set[str]:
        """Give the names of all parts."""
        return {*self._entries, *self.changed, *self.media}

    def relate(self, part: str, kind: str, target: str, *, external: bool = False) -> str:
        """Give the id of a relationship of `part`, adding it if it is new; `target` is a part name or an address."""
        if (part, kind, target) in self._targets:
            return self._targets[part, kind, target]
        name = rels_name(part)
        xml = self.text(name) or _EMPTY_RELS
        xml = _CLOSING_RELS.sub(r"<\1Relationships\2></\1Relationships>", xml)
        used = {one.get("Id", "") for one in read_relationships(xml)}
        number = len(used) + 1
        while f"rId{number}" in used:
            number += 1
        where = target if external else posixpath.relpath(target, posixpath.dirname(part) or ".")
        mode = ' TargetMode="External"' if external else ""
        new = f'<Relationship Id="rId{number}" Type="{kind}" Target="{attribute_text(where)}"{mode}/>'
        prefix = re.search(r"</(\w+:)?Relationships>\s*$", xml)
        if prefix is None:
            raise Stop("部件间的关系表已损坏", "用 Word 打开后另存为 .docx")
        new = new.replace("<Relationship", f"<{prefix[1] or ''}Relationship")
        self.changed[name] = xml[: prefix.start()] + new + xml[prefix.start() :]
        self._targets[part, kind, target] = f"rId{number}"
        return f"rId{number}"

    def add_link(self, part: str, address: str) -> str:
        """Give the relationship id of a web address."""
        return self.relate(part, f"{OFFICE}/hyperlink", address, external=True)

    def add_media(self, data: bytes, ending: str, mime: str) -> str:
        """Add a picture and give its part name; the same picture is kept once."""
        name = f"word/media/{hashlib.sha256(data).hexdigest()[:16]}.{ending}"
        self.media[name] = data
        self.add_default(ending, mime)
        return name

    def add_default(self, ending: str, mime: str) -> None:
        """Declare the content type of a file ending."""
        xml = self.text(CONTENT_TYPES) or ""
        if not re.search(rf'Extension=["\']{re.escape(ending)}["\']', xml, re.IGNORECASE):
            new = f'<Default Extension="{ending}" ContentType="{mime}"/>'
            self.changed[CONTENT_TYPES] = re.sub(
                r"(<Types\b[^>]*>)", lambda found: found[1] + new, xml, count=1
            )

    def add_override(self, part: str, mime: str) -> None:
        """Declare the content type of a part."""
        xml = self.text(CONTENT_TYPES) or ""
        if f'PartName="/{part}"' not in xml:
            new = f'<Override PartName="/{part}" ContentType="{mime}"/>'
            self.changed[CONTENT_TYPES] = xml.replace("</Types>", f"{new}</Types>")

    def new_list(self, number: str) -> str | None:
        """Add a list that counts anew and looks like list `number`; `None` if there is no such list."""
        xml = self.text(NUMBERING)
        found = xml and re.search(
            rf'<w:num\b[^>]*w:numId="{re.escape(number)}"[^>]*>(.*?)</w:num>', xml, re.DOTALL
        )
        if not xml or not found:
            return None
        kind = re.search(r'<w:abstractNumId\b[^>]*w:val="(\d+)"', found[1])
        if kind is None:
            return None
        new = str(max(int(one) for one in re.findall(r'<w:num\b[^>]*w:numId="(\d+)"', xml)) + 1)
        starts = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
            for level in range(9)
        )
        entry = f'<w:num w:numId="{new}"><w:abstractNumId w:val="{kind[1]}"/>{starts}</w:num>'
        end = xml.rfind("</w:num>") + len("</w:num>")
        self.changed[NUMBERING] = xml[:end] + entry + xml[end:]
        return new
