"""Tags in the addresses of links: they stand in the relationships of a part, often written with per cent."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from lxml import etree

from tongzhi.engine.markup import parse_xml

LABEL = "链接地址"
_CODED = re.compile(r"(?:%7B|\{)(?:%7B|%25|\{|%).*?(?:%7D|%25|\}|%)(?:%7D|\})", re.IGNORECASE)
_LOOP = re.compile(r"\{%-?\s*(?:p|tr|tc|r)?\s*for\s+(.+?)\s+in\s")
_MARKUP = re.compile("<[^>]*>")
_WORD = re.compile(r"[^\W\d]\w*")


def link_parts(raws: Mapping[str, bytes]) -> Iterable[tuple[str, bytes, list[str]]]:
    """Give the relationships with tags in addresses of links: part, XML with the tags written plainly, tags not filled.

    A relationship belongs to the whole document, so a tag with the name of a loop is left as it is.

    Raises:
        TemplateError: the XML is damaged.
    """
    looped: set[str] | None = None
    for name, raw in raws.items():
        if posixpath.dirname(name) != "word/_rels" or not re.search(rb"\{|%7b", raw, re.IGNORECASE):
            continue
        if looped is None:
            looped = _loop_names(raws)
        root = parse_xml(raw, name)
        found, left = False, list[str]()
        for link in root:
            address = link.get("Target", "") if isinstance(link.tag, str) else ""
            if not link.get("Type", "").endswith("/hyperlink"):
                continue
            plain = _CODED.sub(lambda coded: unquote(coded[0]), address)
            tags = [tag for tag in _CODED.findall(plain) if tag.startswith("{")]
            if not tags:
                continue
            if any(looped & set(_WORD.findall(tag)) for tag in tags):
                left.append(address)
                plain = (
                    plain.replace("{{", "{_{").replace("}}", "}_}").replace("{%", "{_%").replace("%}", "%_}")
                )
            found = found or address not in left
            link.set("Target", plain)
        if found or left:
            yield name, etree.tostring(root, encoding="UTF-8", xml_declaration=True) if found else raw, left


def _loop_names(raws: Mapping[str, bytes]) -> set[str]:
    """Give the names that loops bind anywhere in the document."""
    texts = (
        _MARKUP.sub("", raw.decode("utf-8", "replace"))
        for name, raw in raws.items()
        if name.startswith("word/") and name.endswith(".xml")
    )
    return {word for text in texts for names in _LOOP.findall(text) for word in _WORD.findall(names)}
