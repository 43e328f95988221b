"""The data that a paper of ours carries along as a custom XML part, so that it can be read back exactly.

It holds the values the paper prints and their origins, nothing of the speech, and a digest of the visible text: when
somebody has edited the text since, the digest tells, and the text wins.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from tongzhi.errors import InputError
from tongzhi.word.package import CONTENT_TYPES, Entry, deflated, pack_parts, read_entries

PART = "customXml/tongzhi.xml"
VERSION = 1
"""Of what a paper carries; papers of before it was written down are of version 1 too."""
_NAMESPACE = "urn:tongzhi:data"
_RELATIONS = "word/_rels/document.xml.rels"
_MAIN = "word/document.xml"
_CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_LIMIT = 5_000_000
_PRINTED = re.compile(rb"<w:t(?:\s[^>]*)?>([^<]*)</w:t>")
_OURS = re.compile(
    rb'<(?:\w+:)?data\b[^>]*xmlns(?::\w+)?="urn:tongzhi:data"[^>]*>(.*?)</(?:\w+:)?data>', re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Embedded:
    """What a paper carries: its type, its values by Chinese label, whether its text is still the same, unchecked rules."""

    kind: str
    values: dict[str, Any]
    is_untouched: bool
    silenced: tuple[str, ...] = ()


def visible_digest(document_xml: bytes) -> str:
    """Give a digest of the visible text of a main part; blanks and the cutting of runs don't count."""
    text = unescape(b"".join(_PRINTED.findall(document_xml)).decode("utf-8", "replace"))
    return hashlib.sha256(re.sub(r"\s", "", text).encode()).hexdigest()


def embed_data(paper: bytes, kind: str, values: Mapping[str, Any], silenced: Iterable[str] = ()) -> bytes:
    """Give the paper with its data in it; a paper whose parts are laid out otherwise stays as it is.

    Args:
        paper: the .docx.
        kind: the type's English name.
        values: its values by Chinese label.
        silenced: names of the rules that are not checked in it.
    """
    entries: dict[str, bytes | Entry] = dict(read_entries(paper))
    main, relations, types = entries.get(_MAIN), entries.get(_RELATIONS), entries.get(CONTENT_TYPES)
    if not (isinstance(main, Entry) and isinstance(relations, Entry) and isinstance(types, Entry)):
        return paper
    related, typed = relations.read(), types.read()
    if b"</Relationships>" not in related or b'Extension="xml"' not in typed or PART in entries:
        return paper
    payload = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    part = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<data xmlns="{_NAMESPACE}" version="{VERSION}" type="{escape(kind)}" '
        f'text="{visible_digest(main.read())}"{_said(silenced)}>{escape(payload, quote=False)}</data>'
    )
    relation = f'<Relationship Id="rTongzhi" Type="{_CUSTOM_XML}" Target="../{PART}"/></Relationships>'
    entries[_RELATIONS] = deflated(_RELATIONS, related.replace(b"</Relationships>", relation.encode()))
    entries[PART] = deflated(PART, part.encode())
    return pack_parts(entries)


def _said(silenced: Iterable[str]) -> str:
    names = " ".join(sorted(silenced))
    return f' silenced="{escape(names)}"' if names else ""


def read_silenced(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """Give the names of the rules that are not checked in a paper of ours, by its parts."""
    found = _OURS.search(parts.get(PART, b""))
    if found is None:
        return ()
    head = found[0][: found.start(1) - found.start()].decode("utf-8", "replace")
    return tuple(_attribute(head, "silenced").split())


def extract_data(paper: bytes) -> Embedded | None:
    """Give what a paper of ours carries, `None` for any other.

    Raises:
        InputError: the file is no .docx, or damaged, or its data was written by a newer tongzhi.
    """
    entries = read_entries(paper)
    for name, entry in entries.items():
        if not name.startswith("customXml/") or not name.endswith(".xml") or entry.size > _LIMIT:
            continue
        raw = entry.read()
        found = _OURS.search(raw)
        if found is None:
            continue
        head = found[0][: found.start(1) - found.start()].decode("utf-8", "replace")
        version = _attribute(head, "version")
        if version.isdecimal() and int(version) > VERSION:
            raise InputError.one(
                f"文件里带的数据是更新版本的 tongzhi 写的（版本 {version[:9]}，这里只认到 {VERSION}）",
                "先升级 tongzhi",
            )
        try:
            values = json.loads(unescape(found[1].decode("utf-8")))
        except ValueError:
            return None
        if not isinstance(values, dict):
            return None
        main = entries.get(_MAIN)
        same = main is not None and visible_digest(main.read()) == _attribute(head, "text")
        return Embedded(_attribute(head, "type"), values, same, tuple(_attribute(head, "silenced").split()))
    return None


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""
