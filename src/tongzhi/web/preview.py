"""A paper as pages on the screen: real ones through LibreOffice or WPS, else what Word's file says, as HTML."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from tongzhi.errors import TongzhiError

if TYPE_CHECKING:
    from tongzhi.word.blocks import Paragraph, Table
    from tongzhi.word.document import WordDocument

RESOLUTION = 80
"""Dots per inch of a page picture: a sheet is 661 wide, half of a small screen."""
MOST_PAGES = 40
_CONVERSIONS = BoundedSemaphore(2)
_LOCKS: dict[Path, Lock] = {}
_LOCKS_LOCK = Lock()


def page_pictures(document: Path, folder: Path) -> list[Path]:
    """Give the pages of a .docx as pictures; empty when this machine cannot make them.

    Args:
        document: the .docx.
        folder: where pictures are kept; the same bytes are converted once.
    """
    from tongzhi.office import find_libreoffice

    if _painter() is None or find_libreoffice() is None:
        return []
    data = document.read_bytes()
    place = folder / hashlib.sha256(data).hexdigest()[:20]
    with _LOCKS_LOCK:
        lock = _LOCKS.setdefault(place, Lock())
    with lock:
        if not place.is_dir():
            with _CONVERSIONS:
                _convert(data, place)
        return sorted(place.glob("page-*.png"))


def _painter() -> str | None:
    return shutil.which("pdftoppm")


def _convert(data: bytes, place: Path) -> None:
    from tongzhi.office import to_pdf

    place.mkdir(parents=True, mode=0o700)
    source = place / "document.docx"
    source.write_bytes(data)
    try:
        made = to_pdf([source], place)[0]
        subprocess.run(  # noqa: S603  a program of the machine, our own file names
            [
                _painter() or "",
                "-r",
                str(RESOLUTION),
                "-l",
                str(MOST_PAGES),
                "-png",
                str(made),
                str(place / "page"),
            ],
            check=False,
            capture_output=True,
            timeout=120,
        )
    except (TongzhiError, subprocess.TimeoutExpired, OSError):
        return  # the page falls back to HTML


def page_html(data: bytes) -> Markup:
    """Give the text of a .docx as HTML with the alignment, size and face it has."""
    from tongzhi.word.document import WordDocument

    document = WordDocument(data, None)
    parts = [_block(document, block) for block in document.blocks]
    return Markup("").join(parts)


def _block(document: WordDocument, block: Paragraph | Table) -> Markup:
    from tongzhi.word.blocks import Table as WordTable

    if not isinstance(block, WordTable):
        return _paragraph(document, block)
    rows: dict[int, dict[int, list[Markup]]] = {}
    for paragraph in block.paragraphs:
        rows.setdefault(paragraph.row, {}).setdefault(paragraph.column, []).append(
            _paragraph(document, paragraph)
        )
    lines = [
        Markup("<tr>{}</tr>").format(
            Markup("").join(Markup("<td>{}</td>").format(Markup("").join(cells[c])) for c in sorted(cells))
        )
        for _, cells in sorted(rows.items())
    ]
    return Markup("<table>{}</table>").format(Markup("").join(lines))


_ALIGN = {"center": "al-center", "right": "al-right", "end": "al-right"}
_FACES = (("黑", "face-hei"), ("楷", "face-kai"), ("小标宋", "face-song"), ("宋", "face-song"))


def _paragraph(document: WordDocument, paragraph: Paragraph) -> Markup:
    classes = [_ALIGN.get(str(paragraph.properties.get("jc", "")), "")]
    pieces = [escape(paragraph.label)]
    for run in paragraph.runs:
        look = document.runs.format(run, paragraph)
        size = round(look.size)
        face = next((name for word, name in _FACES if word in look.asian), "")
        marks = " ".join(
            part
            for part in (
                f"pt-{min(72, max(6, size))}",
                face,
                "bold" if look.bold else "",
                "red" if look.is_red else "",
            )
            if part
        )
        pieces.append(Markup('<span class="{}">{}</span>').format(marks, run.text))
    return Markup('<p class="{}">{}</p>').format(" ".join(filter(None, classes)), Markup("").join(pieces))
