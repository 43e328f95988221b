"""Pictures of pages for the manual and the README, from the real output: `python docs/make_pictures.py`.

Runs `tongzhi new`, `fill` and `demo` in an empty folder, prints the papers with LibreOffice, and keeps the pages named
in `PICTURES` as small PNGs.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path
from typing import Any

import pymupdf

from tongzhi.office import to_pdf

TARGET = Path(__file__).resolve().parent / "pictures"
WIDTH = 600
TODAY = "2026-11-23"
PICTURES: dict[str, tuple[str, str]] = {
    "notice": ("通知.docx", "关于召开"),
    "reply": ("通知.docx", "联系电话"),
    "plan": ("演示/部署方案.docx", "方案"),
    "task-table": ("演示/部署方案.docx", "序号"),
    "rectification": ("演示/整改清单.docx", "整改"),
    "minutes": ("演示/会议纪要.docx", "纪要"),
    "circular": ("演示/通报/*.docx", ""),
}
"""Picture → the paper, and words of the page that is shown (the first page that has them)."""


def run(folder: Path, *words: str) -> None:
    """Run one command of the program in the folder."""
    environment = {
        **os.environ,
        "TONGZHI_TODAY": TODAY,
        "XDG_CONFIG_HOME": str(folder / "none"),
        "PYTHONUTF8": "1",
    }
    subprocess.run(
        [sys.executable, "-m", "tongzhi", *words], cwd=folder, env=environment, check=True, stdout=sys.stderr
    )


def make_papers(folder: Path) -> dict[str, Path]:
    """Make the papers; gives the .docx of each picture."""
    run(folder, "new", "notice", "-o", "通知.yaml")
    run(folder, "fill", "notice", "通知.yaml", "-o", "通知.docx")
    run(folder, "demo", "-o", "演示")
    return {name: min(folder.glob(pattern)) for name, (pattern, _) in PICTURES.items()}


def page_with(printed: Any, words: str) -> Any:
    """Give the first page that has the words; blanks do not count."""
    return next(page for page in printed if words in "".join(page.get_text().split()))


def picture(page: Any) -> bytes:
    """Give a page as PNG of few colours, `WIDTH` pixels wide."""
    scale = WIDTH / page.rect.width
    pixels = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), alpha=False)
    colours: dict[bytes, int] = {}
    rows = bytearray()
    samples, step = pixels.samples, pixels.n
    for y in range(pixels.height):
        rows.append(0)
        line = samples[y * pixels.stride : y * pixels.stride + pixels.width * step]
        for x in range(0, len(line), step):
            colour = bytes((value + 16) // 32 * 36 if value < 240 else 255 for value in line[x : x + 3])
            rows.append(colours.setdefault(colour, len(colours)))
    if len(colours) > 256:
        raise ValueError("too many colours for a palette")
    header = struct.pack(">IIBBBBB", pixels.width, pixels.height, 8, 3, 0, 0, 0)
    chunks = (
        (b"IHDR", header),
        (b"PLTE", b"".join(colours)),
        (b"IDAT", zlib.compress(bytes(rows), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def main() -> None:
    """Make all pictures."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        papers = make_papers(folder)
        documents = sorted(set(papers.values()))
        (folder / "pdf").mkdir()
        printed = dict(zip(documents, to_pdf(documents, folder / "pdf"), strict=True))
        for name, (_, words) in PICTURES.items():
            data = picture(page_with(pymupdf.open(printed[papers[name]]), words))
            (TARGET / f"{name}.png").write_bytes(data)
            print(f"{name}.png {len(data) // 1024} KB")


if __name__ == "__main__":
    main()
