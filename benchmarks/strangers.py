"""How Word files of other origins fare: `python benchmarks/strangers.py FOLDER [-o RESULT.json] [--pages] [--pictures DIR]`.

Counts over every .docx and .dotx of the folder: crashes, files refused, text and objects kept, twice = once, pages
before and after (through LibreOffice, with --pages), what kinds of paper were told, and findings a file by kind.
With --pictures the first pages before and after stand side by side as PNG, to be looked at.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tongzhi.anatomy.recognition import recognise
from tongzhi.check.repair import format_document
from tongzhi.check.report import print_report
from tongzhi.check.run import check
from tongzhi.errors import TongzhiError
from tongzhi.word.document import WordDocument
from tongzhi.word.text import layout_text


@dataclass
class Fate:
    """What became of one file."""

    name: str
    kind: str = ""
    confidence: str = ""
    findings: int = 0
    errors: int = 0
    lines: int = 0
    stays: int = 0
    seconds: float = 0.0
    crash: str = ""
    refused: str = ""
    text_kept: bool = True
    twice_is_once: bool = True
    touched: bool = False
    given_up: list[str] = field(default_factory=list)
    pages: tuple[int, int] = (0, 0)


def try_file(path: Path, into: Path) -> Fate:
    """Check and format one file; the formatted one is written into a folder."""
    fate = Fate(path.name)
    began = time.perf_counter()
    try:
        data = path.read_bytes()
        paper = recognise(WordDocument(data, path.name), path.name)
        fate.kind, fate.confidence = paper.nature.kind, paper.nature.confidence
        found = check(data, name=path.name)
        fate.findings, fate.errors = len(found), sum(finding.is_error for finding in found)
        fate.lines = _lines(path)
        fate.crash = "；".join(finding.rule for finding in found if "没有核成" in finding.found)
        fate.seconds = time.perf_counter() - began
        if paper.is_template:
            fate.refused = "模板"
            return fate
        made = format_document(data, name=path.name)
        fate.given_up = sorted(made.given_up)
        fate.touched = made.data != data
        fate.stays = sum(finding.repairable for finding in made.left)
        fate.text_kept = layout_text(WordDocument(data)) == layout_text(WordDocument(made.data))
        again = format_document(made.data, kind=made.nature.kind) if fate.touched else made
        fate.twice_is_once = again.data == made.data
        (into / f"{path.stem}.docx").write_bytes(made.data)
    except TongzhiError as error:
        fate.refused = str(error)
    except Exception as error:  # noqa: BLE001  a crash is what is counted here
        fate.crash = f"{type(error).__name__}: {error}"
    return fate


def _lines(path: Path) -> int:
    from tongzhi.check.folder import check_files

    return len(print_report(check_files([path])).splitlines())


def to_pdf(files: list[Path], into: Path) -> dict[str, Path]:
    """Convert files through LibreOffice; those it cannot convert are missing."""
    profile = into / "profile"
    for start in range(0, len(files), 20):
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", "pdf", "--outdir",
             str(into), *map(str, files[start : start + 20])],
            check=False, capture_output=True, timeout=900,
        )  # fmt: skip
    return {path.stem: into / f"{path.stem}.pdf" for path in files if (into / f"{path.stem}.pdf").is_file()}


def count_pages(path: Path) -> int:
    """Give the pages of a PDF."""
    said = subprocess.run(["pdfinfo", str(path)], check=False, capture_output=True, text=True).stdout
    return next((int(line.split()[1]) for line in said.splitlines() if line.startswith("Pages:")), 0)


def pair(before: Path, after: Path, picture: Path) -> None:
    """Put the first two pages before and after side by side."""
    with tempfile.TemporaryDirectory() as folder:
        sides = []
        for name, pdf in (("a", before), ("b", after)):
            subprocess.run(
                ["pdftoppm", "-png", "-r", "45", "-l", "3", str(pdf), f"{folder}/{name}"], check=True
            )
            sides += sorted(Path(folder).glob(f"{name}-*.png"))
        from PIL import Image

        images = [Image.open(side) for side in sides]
        height = max(image.height for image in images)
        sheet = Image.new("RGB", (sum(image.width + 8 for image in images), height), "red")
        left = 0
        for side, image in zip(sides, images, strict=True):
            sheet.paste(image, (left, 0))
            left += image.width + (2 if side.name.startswith("a") else 8)
        sheet.save(picture)


def report(fates: list[Fate]) -> str:
    """Say the counts."""
    read = [fate for fate in fates if not fate.refused]
    by_kind: dict[str, list[Fate]] = defaultdict(list)
    for fate in read:
        by_kind[fate.kind].append(fate)
    paged = [fate for fate in read if all(fate.pages)]
    lines = [
        f"{len(fates)} 份：读 {len(read)}，拒 {len(fates) - len(read)}，出错 {sum(bool(fate.crash) for fate in fates)}",
        (
            f"文字和对象都在 {sum(fate.text_kept for fate in read)}，排两次同一次 {sum(fate.twice_is_once for fate in read)}，"
            f"排过的 {sum(fate.touched for fate in read)}，退回的规则 {Counter(rule for fate in read for rule in fate.given_up)}"
        ),
        f"标了能排而排后还在的 {sum(fate.stays for fate in read)}",
        (
            f"页数 {sum(fate.pages[0] for fate in paged)} → {sum(fate.pages[1] for fate in paged)}（{len(paged)} 份），"
            f"变多的 {sum(fate.pages[1] > fate.pages[0] for fate in paged)} 份，变少的 {sum(fate.pages[1] < fate.pages[0] for fate in paged)} 份"
        ),
        f"最慢 {max((fate.seconds for fate in read), default=0):.2f} 秒",
    ]
    for kind, group in sorted(by_kind.items(), key=lambda item: -len(item[1])):
        counts = [fate.findings for fate in group]
        shown = [fate.lines for fate in group]
        lines.append(
            f"  {kind} {len(group)} 份：发现中位 {statistics.median(counts):g}、最多 {max(counts)}，错误 {sum(fate.errors for fate in group)}；"
            f"屏上行数中位 {statistics.median(shown):g}、最多 {max(shown)}"
        )
    lines += [f"  出错：{fate.name}：{fate.crash}" for fate in fates if fate.crash]
    lines += [
        f"  变页：{fate.name}（{fate.kind}）{fate.pages[0]} → {fate.pages[1]}"
        for fate in paged
        if fate.pages[0] != fate.pages[1]
    ]
    return "\n".join(lines)


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--pages", action="store_true")
    parser.add_argument("--pictures", type=Path)
    given = parser.parse_args()
    files = sorted(path for path in given.folder.rglob("*") if path.suffix.lower() in (".docx", ".dotx"))
    if not files:
        sys.exit("没有 Word 文件")
    with tempfile.TemporaryDirectory() as folder:
        made, before, after = (Path(folder) / name for name in ("made", "before", "after"))
        for each in (made, before, after):
            each.mkdir()
        fates = [try_file(path, made) for path in files]
        if (given.pages or given.pictures) and shutil.which("soffice"):
            touched = [fate for fate in fates if fate.touched]
            old = to_pdf([next(path for path in files if path.name == fate.name) for fate in touched], before)
            new = to_pdf([made / f"{Path(fate.name).stem}.docx" for fate in touched], after)
            for fate in touched:
                stem = Path(fate.name).stem
                if stem in old and stem in new:
                    fate.pages = (count_pages(old[stem]), count_pages(new[stem]))
                    if given.pictures:
                        given.pictures.mkdir(parents=True, exist_ok=True)
                        pair(old[stem], new[stem], given.pictures / f"{stem}.png")
    if given.output:
        given.output.write_text(
            json.dumps([asdict(fate) for fate in fates], ensure_ascii=False, indent=1), "utf-8"
        )
    print(report(fates))


if __name__ == "__main__":
    main()
