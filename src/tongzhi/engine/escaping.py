"""Text into XML: which characters Word can hold, and how the rest is written.

XML 1.0, 2.2 (Char): no control characters but tab and line ends, no surrogates, no U+FFFE and U+FFFF.
"""

from __future__ import annotations

import re

from tongzhi.engine.stops import BadText, spend

_BAD = "\x00-\x06\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff"
find_bad = re.compile(f"[{_BAD}]").search
"""The first character that cannot be in a document; `\\a` stands for a new paragraph, as in docxtpl."""
drop_bad = re.compile(f"[{_BAD}]+").sub
find_special = re.compile(f"[&<>\"'\\x07\\t\\n\\r\\f{_BAD}]").search
find_break = re.compile("[\x07\t\n\r\f]").search
_split = re.compile("([\x07\t\n\f])").split
_MARKUP = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#39;"}
OPEN_TEXT = '<w:t xml:space="preserve">'


def checked(text: str) -> str:
    r"""Give `text` back if Word can hold it; lines end with `\n`.

    Raises:
        BadText: it cannot.
    """
    bad = find_bad(text)
    if bad:
        raise BadText(text, bad.start())
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def escape(text: str) -> str:
    """Give checked text with the five characters of markup written as entities."""
    if len(text) > 4_096:
        spend(len(text))
    return text.translate(_MARKUP)


def attribute_text(text: str) -> str:
    """Give text for an attribute: no line ends, no tabs, escaped."""
    return (
        escape(" ".join(checked(text).replace("\x07", " ").split()))
        if find_break(text)
        else escape(checked(text))
    )


def bare_text(text: str) -> str:
    """Give text for an element that knows no line breaks (core properties, fields)."""
    return escape(checked(text).replace("\x07", "\n").replace("\f", "\n"))


def flow(text: str, run: str, paragraph: str | None) -> str:
    r"""Give checked text for inside a `w:t`: `\n` a line, `\t` a tab, `\a` a paragraph, `\f` a page.

    `run` is the `w:rPr` of the run and `paragraph` the `w:pPr` of the paragraph, each as XML; `paragraph` is
    `None` where the run does not stand directly in a paragraph: then `\a` is a line.
    """
    if not find_break(text):
        return escape(text)
    out = []
    for piece in _split(text):
        if piece == "\n" or (piece == "\x07" and paragraph is None):
            out.append(f"</w:t><w:br/>{OPEN_TEXT}")
        elif piece == "\t":
            out.append(f"</w:t></w:r><w:r>{run}<w:tab/></w:r><w:r>{run}{OPEN_TEXT}")
        elif piece == "\x07":
            out.append(f"</w:t></w:r></w:p><w:p>{paragraph}<w:r>{run}{OPEN_TEXT}")
        elif piece == "\f":
            out.append(_page(run, paragraph))
        elif piece:
            out.append(escape(piece))
    return "".join(out)


def _page(run: str, paragraph: str | None) -> str:
    if paragraph is None:
        return f'</w:t><w:br w:type="page"/>{OPEN_TEXT}'
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    return f"</w:t></w:r></w:p>{page}<w:p>{paragraph}<w:r>{run}{OPEN_TEXT}"


def plain_text(text: str, run: str, paragraph: str | None = None) -> str:
    """Give text as whole runs with the properties `run`."""
    return f"<w:r>{run}{OPEN_TEXT}{flow(checked(text), run, paragraph)}</w:t></w:r>"
