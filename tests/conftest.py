"""Fixtures that several folders share: documents rendered by LibreOffice, and a page that can be measured."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

MM = 25.4 / 72


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the texts of tests/golden anew")


@dataclass(frozen=True)
class Line:
    """A line of text on a page: what it says, its edges in mm from the sheet's upper left corner, size in pt."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


class Page:
    """A rendered page; all lengths in mm from the upper left corner of the sheet."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self.width = page.rect.width * MM
        self.height = page.rect.height * MM

    @property
    def lines(self) -> list[Line]:
        """The lines from top to bottom; pieces at one height stay apart."""
        found = []
        for block in self._page.get_text("dict")["blocks"]:
            for line in block.get("lines", ()):
                text = "".join(span["text"] for span in line["spans"])
                if text.strip():
                    edges = [edge * MM for edge in line["bbox"]]
                    found.append(Line(text, *edges, size=line["spans"][0]["size"]))
        return sorted(found, key=lambda line: (line.top, line.left))

    @property
    def text(self) -> str:
        """All text without blanks."""
        return "".join("".join(line.text.split()) for line in self.lines)

    def line(self, beginning: str) -> Line:
        """The first line that begins so (blanks do not count)."""
        return next(line for line in self.lines if "".join(line.text.split()).startswith(beginning))

    @property
    def rules(self) -> list[tuple[float, float, float, float]]:
        """Horizontal rules: top, left, right, thickness."""
        found = set()
        for drawing in self._page.get_drawings():
            box = drawing["rect"]
            if box.width > 50 and box.height < 4:
                thick = drawing["width"] or box.height
                found.add(tuple(round(v * MM, 2) for v in (box.y0, box.x0, box.x1, thick)))
        return sorted(found)

    @property
    def red(self) -> list[tuple[float, float, float, float]]:
        """Bands of red print: top, bottom, left, right."""
        picture = self._page.get_pixmap(dpi=200)
        count, width, samples = picture.n, picture.width, picture.samples
        bands: list[list[int]] = []
        for y in range(picture.height):
            row = samples[y * width * count : (y + 1) * width * count]
            red = [x for x in range(0, width, 2) if row[x * count] > 180 and row[x * count + 1] < 110]
            if not red:
                continue
            if bands and y - bands[-1][1] <= 1:
                bands[-1] = [bands[-1][0], y, min(bands[-1][2], red[0]), max(bands[-1][3], red[-1])]
            else:
                bands.append([y, y, red[0], red[-1]])
        return [tuple(edge / 200 * 25.4 for edge in band) for band in bands]  # type: ignore[misc]


Printed = list[Page]


@pytest.fixture(scope="session")
def to_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, bytes]], dict[str, Printed]]:
    """Render several .docx in one start of LibreOffice: name → bytes in, name → pages out."""

    def convert(documents: Mapping[str, bytes]) -> dict[str, Printed]:
        from tongzhi.office import to_pdf as convert_files

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pymupdf
        folder = tmp_path_factory.mktemp("pdf")
        paths = []
        for name, data in documents.items():
            path = folder / f"{name}.docx"
            path.write_bytes(data)
            paths.append(path)
        made: list[Path] = convert_files(paths, folder)
        return {path.stem: [Page(page) for page in pymupdf.open(path)] for path in made}

    return convert
