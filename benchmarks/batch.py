"""County circulars from one roster: `tongzhi batch`, whole command, against a docxtpl loop over the same roster.

    python benchmarks/batch.py --count 3000
    python benchmarks/batch.py --count 30000 --peer 1000 --jobs 2
    python benchmarks/batch.py --memory

The peer reads the same roster with openpyxl, makes a `DocxTemplate` of the same template for every row as its manual
shows, fills it in and saves it: docxtpl reads our templates, and the text that comes out is compared and must be the
same. It validates nothing, and computes nothing: dates, sentences and the lines of the title stand ready in the values
it is given, in which only what the row says is replaced. Each side is a fresh process, timed from start to end. With
`--peer N` the peer makes only N documents and its time is scaled up: its loop is linear.
"""

from __future__ import annotations

import argparse
import os
import pickle
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook

HEADERS = ("序号", "县区", "问题", "整改措施", "整改期限", "联系人", "联系电话")
COMMON = """\
种类: 交办
发文机关: 临江市安全生产委员会办公室
发文字号: 临安办发〔2026〕12号
成文日期: 2026-11-23
交办来源: 全市安全生产工作会议
抄送机关: [市委办公室, 市政府办公室]
"""
PEER = """\
import copy, pickle, sys
from docxtpl import DocxTemplate
from markupsafe import Markup
from openpyxl import load_workbook
roster, template, folder, count, prepared = sys.argv[1:]
with open(prepared, "rb") as stream:
    first, values = pickle.load(stream)

def filled(value, words):
    if isinstance(value, str):
        for old, new in words:
            value = type(value)(value.replace(old, new))
        return value
    if isinstance(value, dict):
        return {key: filled(item, words) for key, item in value.items()}
    # counters of headings begin anew in every document
    return [filled(item, words) for item in value] if isinstance(value, list) else copy.copy(value)

def said(row):
    return [str(row[2]), str(row[3]), f"{row[4].month}月{row[4].day}日", str(row[6]), str(row[5]), str(row[1])]

rows = load_workbook(roster, read_only=True, data_only=True).active.iter_rows(values_only=True)
next(rows)
for number, row in zip(range(int(count)), rows):
    document = DocxTemplate(template)
    document.render(filled(values, list(zip(first, said(row)))), autoescape=True)
    document.save(f"{folder}/{number + 1:05d}.docx")
"""


def row(number: int) -> list[object]:
    """Give one row; every cell of text is its own."""
    return [
        number, f"第{number}县", f"第{number}号企业消防通道被占用，{number % 40 + 3}处应急照明失效",
        f"第{number}号企业立即清理，报县消防救援大队复查", date(2026, 12, number % 28 + 1), f"李{number}", f"0839-{7000000 + number}",
    ]  # fmt: skip


def write_roster(path: Path, count: int) -> None:
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("县区")
    sheet.append(HEADERS)
    for number in range(1, count + 1):
        sheet.append(row(number))
    workbook.save(path)


@dataclass(frozen=True, order=True)
class Run:
    """Seconds from start to end, seconds of processor (with its processes), and peak memory in MB of a command."""

    wall: float
    processor: float
    memory: int


def run(command: list[str]) -> Run:
    before = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(command)}\n{said.decode()}")
    return Run(time.perf_counter() - before, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024)


def batch(folder: Path, roster: Path, jobs: int) -> Run:
    # a new folder each time, none removed in between: ext4 is slow to make files where many were just removed
    out = folder / f"out{len(list(folder.iterdir()))}"
    return run(
        [
            sys.executable, "-m", "tongzhi", "batch", "circular", str(roster), "-o", str(out), "--jobs", str(jobs),
            "--common", str(folder / "common.yaml"), "--today", "2026-11-23",
        ]
    )  # fmt: skip


def prepare_peer(folder: Path) -> tuple[Path, Path]:
    """Give the template, and the values of the first row's circular in types that docxtpl knows."""
    import yaml
    from markupsafe import Markup

    from tongzhi.engine.values import Blocks, Runs
    from tongzhi.papers.circular import Circular
    from tongzhi.render.document import context, template_name
    from tongzhi.resources import template_path

    def plain(value: object) -> object:
        if isinstance(value, Blocks | Runs):
            return Markup(value.xml)
        if isinstance(value, dict):
            return {key: plain(item) for key, item in value.items()}
        if isinstance(value, list):
            return [plain(item) for item in value]
        return str(value) if isinstance(value, str) else value

    cells = dict(zip(HEADERS, row(1), strict=True))
    contact = {"姓名": cells["联系人"], "电话": cells["联系电话"]}
    problem = {"问题": cells["问题"], "整改要求": cells["整改措施"]}
    paper = Circular.model_validate(
        {
            **yaml.safe_load(COMMON),
            "县区": cells["县区"],
            "整改时限": cells["整改期限"],
            "联系人": [contact],
            "存在问题": [problem],
        }
    )
    first = row(1)
    words = [first[2], first[3], "12月2日", first[6], first[5], first[1]]
    prepared = folder / "prepared.pickle"
    prepared.write_bytes(pickle.dumps(([str(word) for word in words], plain(context(paper)))))
    return template_path(template_name(paper)), prepared


def compare(folder: Path, count: int, peer_count: int, jobs: int) -> None:
    (folder / "common.yaml").write_text(COMMON, encoding="utf-8")
    template, prepared = prepare_peer(folder)
    roster = folder / "roster.xlsx"
    write_roster(roster, count)
    one = min(batch(folder, roster, 1) for _ in range(2))
    made = max(len(list(out.glob("*.docx"))) for out in folder.glob("out*"))
    assert made == count, made
    several = min(batch(folder, roster, jobs) for _ in range(2))
    peer_out = folder / "peer"
    peer_out.mkdir()
    taken = min(peer_count or count, count)
    peer = run(
        [sys.executable, "-c", PEER, str(roster), str(template), str(peer_out), str(taken), str(prepared)]
    )
    compare_texts(folder, peer_out, taken)
    wall, processor = peer.wall * count / taken, peer.processor * count / taken
    scaled = "" if taken == count else f" (scaled from {taken})"
    print(f"{count} circulars              wall      each     processor   memory")
    print(
        f"  tongzhi batch          {one.wall:8.2f} s {one.wall / count * 1000:6.2f} ms {one.processor:9.2f} s {one.memory:6} MB"
    )
    print(
        f"  tongzhi batch --jobs {jobs} {several.wall:8.2f} s {several.wall / count * 1000:6.2f} ms {several.processor:9.2f} s"
    )
    print(f"  docxtpl loop           {wall:8.2f} s {wall / count * 1000:6.2f} ms {processor:9.2f} s{scaled}")
    print(
        f"  against docxtpl        {wall / one.wall:8.1f} x, of processor {processor / one.processor:.1f} x; --jobs {jobs}: {wall / several.wall:.1f} x"
    )
    print(f"  --jobs {jobs} against one    {one.wall / several.wall:8.2f} x")


def compare_texts(folder: Path, peer_out: Path, taken: int) -> None:
    """Stop unless both sides wrote the same words."""
    from tongzhi.word.text import read_text

    ours = sorted(next(folder.glob("out*")).glob("*.docx"))
    theirs = sorted(peer_out.glob("*.docx"))
    for number in (0, taken // 2, taken - 1):
        if read_text(ours[number].read_bytes()) != read_text(theirs[number].read_bytes()):
            sys.exit(f"the texts of {ours[number].name} differ")


def measure_memory(folder: Path) -> None:
    """Measure a roster of 100,000 rows and 20 columns, every cell its own text."""
    (folder / "common.yaml").write_text(COMMON, encoding="utf-8")
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("县区")
    sheet.append([*HEADERS, *(f"附加{number}" for number in range(20 - len(HEADERS)))])
    for number in range(1, 100_001):
        sheet.append(
            [*row(number), *(f"第{number}行第{column}列的内容" for column in range(20 - len(HEADERS)))]
        )
    workbook.save(folder / "big.xlsx")
    made = batch(folder, folder / "big.xlsx", 1)
    print(f"100,000 rows x 20 cells: {made.wall:.1f} s, peak {made.memory} MB")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--peer", type=int, default=0, help="documents the peer makes; 0 for all")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--memory", action="store_true")
    parser.add_argument("--folder", type=Path, help="work here instead of in the temporary folder")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        if given.memory:
            measure_memory(Path(name))
        else:
            compare(Path(name), given.count, given.peer, given.jobs)


if __name__ == "__main__":
    main()
