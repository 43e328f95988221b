"""A document as plain text, and the text that a change of layout must leave as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tongzhi.word.blocks import Paragraph, box_contents, read_blocks
from tongzhi.word.document import WordDocument
from tongzhi.word.edit import FOOT_TABLE
from tongzhi.word.markup import Element, attribute, w

if TYPE_CHECKING:
    from collections.abc import Iterator

BLANKS = " \t\r\n\u3000\u00a0"
"""Outer blanks of a paragraph that are indentation, not text."""

_PAGE_NUMBER = re.compile(r"[\s—–\-·•第页共/]*\d*[\s—–\-·•第页共/]*\d*[\s—–\-·•第页共/]*")


def read_text(data: bytes, name: str | None = None) -> str:
    """Give paragraphs and table cells in reading order joined by line feeds; insertions count, deletions don't.

    Raises:
        InputError: the document cannot be read.
    """
    return "\n".join(paragraph.text for paragraph in _all(WordDocument(data, name).body))


def _all(container: Element) -> Iterator[Paragraph]:
    for block in read_blocks(container):
        for paragraph in [block] if isinstance(block, Paragraph) else block.paragraphs:
            yield paragraph
            for content in box_contents(paragraph):
                yield from _all(content)


def layout_text(document: WordDocument) -> list[tuple[str, ...]]:
    """Give everything a reader reads, with outer blanks and empty paragraphs left out and nothing else.

    One tuple per text: the body, footnotes, endnotes, comments, deleted words, headers and footers
    (their page numbers aside), automatic numbers, counts of pictures, tables, fields and equations.
    """
    body = document.root(document.main)
    found = [_lines(body.iter(w("body")).__next__())]
    for kind in ("footnotes", "endnotes", "comments"):
        found.extend(_lines(root) for root in document.stories(kind))
    running = {
        line for kind in ("header", "footer") for root in document.stories(kind) for line in _lines(root)
    }
    found.append(tuple(sorted(line for line in running if not _PAGE_NUMBER.fullmatch(line))))
    found.append(tuple(element.text or "" for element in body.iter(w("delText"))))
    found.append(tuple(paragraph.label for paragraph in document.paragraphs if paragraph.label))
    found.append(tuple(f"{name}:{count}" for name, count in _counts(body).items()))
    return found


_COUNTED = (
    "drawing", "pict", "object", "tbl", "ins", "del", "moveFrom", "moveTo", "commentReference", "commentRangeStart",
    "footnoteReference", "endnoteReference", "instrText", "fldSimple", "hyperlink", "bookmarkStart", "sdt",
)  # fmt: skip


def _counts(body: Element) -> dict[str, int]:
    names = {w(name): name for name in _COUNTED}
    counts = dict.fromkeys(_COUNTED, 0)
    counts["oMath"] = 0
    for element in body.iter():
        if element.tag in names:
            parent = element.getparent()
            if not _is_foot(element) and (parent is None or parent.tag not in (w("rPr"), w("trPr"))):
                counts[names[element.tag]] += 1
        elif isinstance(element.tag, str) and element.tag.endswith("}oMath"):
            counts["oMath"] += 1
    return counts


def _is_foot(element: Element) -> bool:
    """Whether a table is the one that `format` puts the 版记 into."""
    caption = element.find(f"{w('tblPr')}/{w('tblCaption')}") if element.tag == w("tbl") else None
    return attribute(caption) == FOOT_TABLE


def _lines(container: Element) -> tuple[str, ...]:
    if container.tag in (w("footnotes"), w("endnotes"), w("comments")):
        return tuple(line for part in container for line in _lines(part))
    return tuple(text for text in (paragraph.text.strip(BLANKS) for paragraph in _all(container)) if text)
