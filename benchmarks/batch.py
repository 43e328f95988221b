"""County circulars from one roster: `tongzhi batch`, whole command, against a docxtpl loop over the same roster.

    python benchmarks/batch.py --count 3000
    python benchmarks/batch.py --count 30000 --peer 1000 --jobs 2
    python benchmarks/batch.py --memory

The peer reads the same roster with openpyxl, makes a `DocxTemplate` for every row as its manual shows, fills in the
same text and saves it; it validates nothing. Its template is one of our finished circulars in which the values of the
row are tags, so it has less to do than ours, which also prints dates, marks, the head and the list of problems. Each
side is a fresh process, timed from start to end. With `--peer N` the peer makes only N documents and its time is
scaled up: its loop is linear.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import zipfile
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
import sys
from docxtpl import DocxTemplate
from openpyxl import load_workbook
roster, template, folder, count = sys.argv[1:]
rows = load_workbook(roster, read_only=True, data_only=True).active.iter_rows(values_only=True)
headers = next(rows)
for number, row in zip(range(int(count)), rows):
    values = dict(zip(headers, row))
    values["整改期限"] = f"{values['整改期限'].year}年{values['整改期限'].month}月{values['整改期限'].day}日"
    document = DocxTemplate(template)
    document.render(values, autoescape=True)
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


def make_peer_template(folder: Path) -> Path:
    """Turn one finished circular into a docxtpl template: the values of its row become tags."""
    roster = folder / "one.xlsx"
    write_roster(roster, 1)
    batch(folder, roster, 1)
    made = next(folder.glob("out*/*.docx"))
    first = row(1)
    texts = {
        str(first[2]): "{{ 问题 }}", str(first[3]): "{{ 整改措施 }}", "2026年12月2日": "{{ 整改期限 }}",
        str(first[6]): "{{ 联系电话 }}", str(first[1]): "{{ 县区 }}",
    }  # fmt: skip
    target = folder / "peer.docx"
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            text = source.read(name)
            if name == "word/document.xml":
                words = text.decode()
                for value, tag in texts.items():
                    words = words.replace(value, tag)
                text = words.encode()
            package.writestr(name, text)
    return target


def compare(folder: Path, count: int, peer_count: int, jobs: int) -> None:
    (folder / "common.yaml").write_text(COMMON, encoding="utf-8")
    template = make_peer_template(folder)
    roster = folder / "roster.xlsx"
    write_roster(roster, count)
    one = min(batch(folder, roster, 1) for _ in range(2))
    made = max(len(list(out.glob("*.docx"))) for out in folder.glob("out*"))
    assert made == count, made
    several = min(batch(folder, roster, jobs) for _ in range(2))
    peer_out = folder / "peer"
    peer_out.mkdir()
    taken = min(peer_count or count, count)
    peer = run([sys.executable, "-c", PEER, str(roster), str(template), str(peer_out), str(taken)])
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
