"""A paper as pages on the screen: real ones through LibreOffice or WPS, else what Word's file says, as HTML."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import TYPE_CHECKING

import pypdfium2
from markupsafe import Markup, escape
from PIL import Image

from tongzhi.errors import TongzhiError
from tongzhi.office import to_pdf
from tongzhi.word.blocks import Table as WordTable
from tongzhi.word.document import WordDocument
from tongzhi.word.grid import read_grid

if TYPE_CHECKING:
    from tongzhi.word.blocks import Paragraph, Table

RESOLUTION = 110
"""Dots per inch of a page picture: a sheet is 909 wide, sharp on a pane of half a large screen."""
MOST_PAGES = 40
PDF = "document.pdf"
_CONVERSIONS = BoundedSemaphore(2)
_PAINTING = Lock()
"""PDFium is not made for several threads."""
_LOCKS: dict[Path, Lock] = {}
_LOCKS_LOCK = Lock()


def page_pictures(document: Path, folder: Path) -> list[Path]:
    """Give the pages of a .docx as pictures; empty when this machine cannot make them.

    Args:
        document: the .docx.
        folder: where pictures are kept; the same bytes are converted once.
    """
    data = document.read_bytes()
    place = folder / hashlib.sha256(data).hexdigest()[:20]
    with _LOCKS_LOCK:
        lock = _LOCKS.setdefault(place, Lock())
    with lock:
        if not place.is_dir():
            with _CONVERSIONS:
                _convert(data, place)
        return sorted(place.glob("page-*.png"))


def _convert(data: bytes, place: Path) -> None:
    place.mkdir(parents=True, mode=0o700)
    source = place / "document.docx"
    source.write_bytes(data)
    try:
        made = to_pdf([source], place)[0]
    except (TongzhiError, OSError):
        return  # the page falls back to HTML
    _paint(made, place)


def _paint(made: Path, place: Path) -> None:

    with _PAINTING:
        paper = pypdfium2.PdfDocument(made)
        try:
            for number in range(min(len(paper), MOST_PAGES)):
                page = paper[number]
                picture: Image.Image = page.render(scale=RESOLUTION / 72).to_pil()
                picture.save(place / f"page-{number + 1:02d}.png")
                page.close()
        finally:
            paper.close()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where words stand on a page, in per cent of its width and height from the top left."""

    page: int
    left: float
    top: float
    width: float
    height: float


def find_spots(document: Path, folder: Path, wanted: dict[str, str]) -> dict[str, Spot]:
    """Give where words stand on the page pictures of a document; what is not found has no place.

    Args:
        document: the .docx whose pictures were made in `folder`.
        folder: as for `page_pictures`.
        wanted: key → the words.
    """
    place = folder / hashlib.sha256(document.read_bytes()).hexdigest()[:20] / PDF
    if not place.is_file():
        return {}

    found: dict[str, Spot] = {}
    with _PAINTING:
        paper = pypdfium2.PdfDocument(place)
        try:
            for number in range(min(len(paper), MOST_PAGES)):
                page = paper[number]
                texts = page.get_textpage()
                for key, words in wanted.items():
                    if key not in found and words:
                        spot = _spot(page, texts, words, number + 1)
                        if spot is not None:
                            found[key] = spot
                texts.close()
                page.close()
        finally:
            paper.close()
    return found


def _spot(page: object, texts: object, words: str, number: int) -> Spot | None:
    for tried in dict.fromkeys((words, words[:16], words[:8])):
        if len(tried) < 2:
            continue
        search = texts.search(tried, match_case=True)  # type: ignore[attr-defined]
        hit = search.get_next()
        if hit is None:
            continue
        first, count = hit
        boxes = [texts.get_charbox(at) for at in range(first, first + count)]  # type: ignore[attr-defined]
        line = [box for box in boxes if abs(box[1] - boxes[0][1]) < 8]
        left, bottom = min(box[0] for box in line), min(box[1] for box in line)
        right, top = max(box[2] for box in line), max(box[3] for box in line)
        width, height = page.get_size()  # type: ignore[attr-defined]
        pad = 2.0
        return Spot(
            number, round(100 * (left - pad) / width, 2), round(100 * (height - top - pad) / height, 2),
            round(100 * (right - left + 2 * pad) / width, 2), round(100 * (top - bottom + 2 * pad) / height, 2),
        )  # fmt: skip
    return None


def page_html(data: bytes) -> Markup:
    """Give the text of a .docx as HTML with the alignment, size and face it has."""
    document = WordDocument(data, None)
    parts = [_block(document, block) for block in document.blocks]
    return Markup("").join(parts)


def _block(document: WordDocument, block: Paragraph | Table) -> Markup:

    if not isinstance(block, WordTable):
        return _paragraph(document, block)
    grid = read_grid(block)
    lines = []
    for number, row in enumerate(grid):
        cells = []
        for place, cell in enumerate(row):
            if cell is None or (cell.row, cell.column) != (number + 1, place + 1):
                continue  # covered by a cell left of it or above it
            wide = sum(other is cell for other in row)
            high = sum(any(other is cell for other in below) for below in grid[number:])
            spans = Markup("").join(
                Markup(' {}="{}"').format(name, count)
                for name, count in (("colspan", wide), ("rowspan", high))
                if count > 1
            )
            inside = Markup("").join(_paragraph(document, paragraph) for paragraph in cell.paragraphs)
            cells.append(Markup("<td{}>{}</td>").format(spans, inside))
        lines.append(Markup("<tr>{}</tr>").format(Markup("").join(cells)))
    return Markup("<table>{}</table>").format(Markup("").join(lines))


_ALIGN = {"center": "al-center", "right": "al-right", "end": "al-right"}
_FACES = (("黑", "face-hei"), ("楷", "face-kai"), ("小标宋", "face-song"), ("宋", "face-song"))


def _paragraph(document: WordDocument, paragraph: Paragraph) -> Markup:
    first = str(paragraph.properties.get("firstChars", "") or paragraph.properties.get("first", "") or "0")
    indented = first.lstrip("-").replace(".", "").isdigit() and float(first) > 0
    classes = [_ALIGN.get(str(paragraph.properties.get("jc", "")), ""), "indented" if indented else ""]
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
