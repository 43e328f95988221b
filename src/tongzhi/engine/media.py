"""Pictures of a template that are replaced by another one."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterator, Mapping

from tongzhi.engine.parts import OFFICE, Parts, read_attributes, rels_name
from tongzhi.engine.pictures import measure
from tongzhi.engine.stops import Stop
from tongzhi.errors import TemplateError
from tongzhi.word.package import Entry

_DRAWING = re.compile(r"<(?:wp:inline|wp:anchor)\b.*?</(?:wp:inline|wp:anchor)>", re.DOTALL)
_NAMED = re.compile(r"<(?:wp:docPr|pic:cNvPr)\b[^>]*>")
_BLIP = re.compile(r"<a:blip\b[^>]*>")


def replace_picture(entries: Mapping[str, Entry], name: str, image: bytes) -> dict[str, bytes]:
    """Give the parts that change when `image` takes the place of every picture called `name`.

    Raises:
        TemplateError: there is no such picture, or `image` is none.
    """
    try:
        _, _, ending, mime = measure(image)
    except Stop as stop:
        raise TemplateError.one(stop.found, stop.instead) from stop
    parts = Parts(entries)
    known: list[str] = []
    hit = False
    for part in entries:
        if part.startswith("word/") and part.endswith(".xml"):
            for names, reference in _pictures(parts.text(part) or ""):
                known += [one for one in names if one]
                if name in names:
                    _point_to(parts, part, reference, image, ending, mime)
                    hit = True
    if not hit:
        close = difflib.get_close_matches(name, known, 1, 0.5)
        instead = (
            f"是不是“{close[0]}”？" if close else f"模板里的图片有：{'、'.join(dict.fromkeys(known)) or '无'}"
        )
        raise TemplateError.one(f"模板里没有图片“{name}”", instead)
    return {part: text.encode() for part, text in parts.changed.items()} | parts.media


def _pictures(xml: str) -> Iterator[tuple[set[str], str]]:
    """Give the names (name, title, description) and the relationship id of each picture of a part."""
    for drawing in _DRAWING.findall(xml):
        blip = _BLIP.search(drawing)
        if blip is None:
            continue
        names = set()
        for tag in _NAMED.findall(drawing):
            attributes = read_attributes(tag)
            names |= {attributes.get(key, "") for key in ("name", "title", "descr")}
        yield names - {""}, read_attributes(blip[0]).get("r:embed", "")


def _point_to(parts: Parts, part: str, reference: str, image: bytes, ending: str, mime: str) -> None:
    """Let one relationship of `part` show `image`; other pictures of the same file stay."""
    listing = rels_name(part)
    xml = parts.text(listing) or ""
    media = parts.add_media(image, ending, mime)
    target = posixpath.relpath(media, posixpath.dirname(part) or ".")
    for found in re.finditer(r"<(\w+:)?Relationship\b[^>]*>", xml):
        attributes = read_attributes(found[0])
        if attributes.get("Id") == reference and attributes.get("Type") == f"{OFFICE}/image":
            new = re.sub(r'\bTarget=("[^"]*"|\'[^\']*\')', f'Target="{target}"', found[0])
            new = re.sub(r'\sTargetMode="[^"]*"', "", new)
            parts.changed[listing] = xml[: found.start()] + new + xml[found.end() :]
            return
