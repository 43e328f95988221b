"""Speed of filling: this engine, docxtpl and docx-mailmerge2 on one document, in one run, round by round.

`python benchmarks/fill.py` prints documents per second (median of the rounds), the ratio to docxtpl, the share of
the floor (prepared XML, deflate, write), the peak memory, and the time of one fresh `tongzhi fill`.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tongzhi.engine.template import Template
from tongzhi.word.package import Archive, Deflate, isal_deflate, read_entries, zlib_deflate

FIELDS = ("县区", "文号", "主送", "日期", "组长", "电话", "隐患总数", "重大隐患", "已整改", "整改率")
MORE = ("时限", "联系人", "发文机关", "成文日期", "附注")
COLUMNS = ("序号", "单位", "部位", "描述", "责任人", "期限")
ROWS = 12


def make_template(*, merge: bool) -> bytes:
    """Give a circular of ~30 KB document.xml: 15 fields and a table of 12 rows × 6 columns."""
    from docx import Document

    document = Document()
    document.add_heading("关于安全生产督查情况的通报", 0)
    for name in (*FIELDS, *MORE):
        paragraph = document.add_paragraph()
        paragraph.add_run("经研究，现将有关情况通报如下：").bold = True
        _put(paragraph, name, merge=merge)
        paragraph.add_run("，请认真抓好整改落实，举一反三，坚决防范和遏制各类事故发生。")
    table = document.add_table(rows=1, cols=len(COLUMNS))
    table.style = "Table Grid"
    for cell, name in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.text = name
    if not merge:
        table.add_row().cells[0].text = "{%tr for 行 in 问题 %}"
    row = table.add_row()
    for cell, name in zip(row.cells, COLUMNS, strict=True):
        _put(cell.paragraphs[0], name if merge else f"行.{name}", merge=merge)
    if not merge:
        table.add_row().cells[0].text = "{%tr endfor %}"
    for number in range(45):
        paragraph = document.add_paragraph()
        for _ in range(3):
            paragraph.add_run(f"第{number}条 各县区要压紧压实责任，").italic = number % 2 == 0
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _put(paragraph: Any, name: str, *, merge: bool) -> None:
    if not merge:
        paragraph.add_run(f"{{{{ {name} }}}}")
        return
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), f" MERGEFIELD {name} ")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = f"«{name}»"
    run.append(text)
    simple.append(run)
    paragraph._p.append(simple)  # noqa: SLF001  python-docx has no fields


def make_rows(count: int) -> list[dict[str, Any]]:
    """Give the data of `count` distinct counties, the same in every run."""
    luck = random.Random(7)
    rows = []
    for number in range(count):
        county = f"第{number}县"
        row: dict[str, Any] = {name: f"{county}{name}{luck.randrange(10**6)}" for name in (*FIELDS, *MORE)}
        row["问题"] = [
            {name: f"{name}{number}-{line}-{luck.randrange(10**5)}" for name in COLUMNS}
            for line in range(ROWS)
        ]
        rows.append(row)
    return rows


def fill_docxtpl(template: bytes, rows: Sequence[dict[str, Any]]) -> int:
    from docxtpl import DocxTemplate

    done = 0
    for row in rows:
        document = DocxTemplate(io.BytesIO(template))
        document.render(row, autoescape=True)
        out = io.BytesIO()
        document.save(out)
        done += len(out.getvalue())
    return done


def fill_mailmerge(template: bytes, rows: Sequence[dict[str, Any]]) -> int:
    from mailmerge import MailMerge

    done = 0
    for row in rows:
        with MailMerge(io.BytesIO(template)) as document:
            document.merge_rows("序号", row["问题"])
            document.merge(**{name: value for name, value in row.items() if isinstance(value, str)})
            out = io.BytesIO()
            document.write(out)
            done += len(out.getvalue())
    return done


def fill_engine(template: Template, rows: Sequence[dict[str, Any]]) -> int:
    done = 0
    for row in rows:
        data = template.render(row)
        assert data is not None
        done += len(data)
    return done


def floor(template: bytes, rows: Sequence[dict[str, Any]], deflate: Deflate) -> Callable[[], int]:
    """Give a run of the cheapest thing possible: XML prepared beforehand, deflated and written."""
    engine = Template(template, deflate=deflate)
    bodies = []
    for row in rows:
        data = engine.render(row)
        assert data is not None
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            bodies.append(archive.read("word/document.xml").decode())
    entries = read_entries(template)
    archive_of = Archive(
        [entry for name, entry in entries.items() if name != "word/document.xml"],
        ["word/document.xml"],
        deflate,
    )

    def run() -> int:
        done = 0
        for body in bodies:
            done += len(archive_of.pack([body.encode()]))
        return done

    return run


def measure(work: Callable[[], int], documents: int) -> float:
    """Give documents per second of one run."""
    start = time.perf_counter()
    work()
    return documents / (time.perf_counter() - start)


def measure_all(count: int, rounds: int) -> None:
    template = make_template(merge=False)
    merge = make_template(merge=True)
    rows = make_rows(count)
    slow = rows[: max(20, count // 20)]
    engines: dict[str, tuple[Callable[[], int], int]] = {
        "docxtpl": (lambda: fill_docxtpl(template, slow), len(slow)),
        "docx-mailmerge2": (lambda: fill_mailmerge(merge, slow), len(slow)),
    }
    deflates = {"zlib 6": zlib_deflate(6), "ISA-L 2": isal_deflate(2)}
    for name, deflate in deflates.items():
        if deflate is None:
            print(f"{name}: not installed")
            continue
        engine = Template(template, deflate=deflate)
        engines[f"tongzhi, {name}"] = (lambda engine=engine: fill_engine(engine, rows), count)
        engines[f"floor, {name}"] = (floor(template, rows, deflate), count)
    speeds: dict[str, list[float]] = {name: [] for name in engines}
    for work, _ in engines.values():
        work()
    for _ in range(rounds):
        for name, (work, documents) in engines.items():
            speeds[name].append(measure(work, documents))
    size = read_entries(Template(template).fill(rows[0]).data)["word/document.xml"].size
    print(f"document.xml {size // 1000} KB filled, {count} documents (peers {len(slow)}), {rounds} rounds\n")
    base = statistics.median(speeds["docxtpl"])
    for name, values in speeds.items():
        middle = statistics.median(values)
        line = f"{name:20} {middle:9.0f} /s  ({min(values):.0f}–{max(values):.0f})  {middle / base:6.1f} × docxtpl"
        if name.startswith("tongzhi"):
            below = statistics.median(speeds[name.replace("tongzhi", "floor")])
            line += f"  {middle / below:.0%} of the floor"
        print(line)


def measure_memory(count: int) -> None:
    """Print the peak memory of a fresh process that fills `count` documents."""
    command = [sys.executable, __file__, "--memory-child", str(count)]
    # the child is given the template, so that it loads nothing but the engine
    template = make_template(merge=False)
    peak = subprocess.run(command, capture_output=True, input=template, check=True).stdout.decode().strip()
    print(f"\npeak memory after {count} documents: {peak} MB (limit 100)")


def memory_child(count: int) -> None:
    template = Template(sys.stdin.buffer.read())
    for start in range(0, count, 500):
        fill_engine(template, make_rows(min(500, count - start)))
    print(peak_memory())


def peak_memory() -> int:
    """Give the peak of this process in MB; `ru_maxrss` would begin with that of the parent (Linux keeps it over exec)."""
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(one for one in status.read_text(encoding="ascii").splitlines() if one.startswith("VmHWM"))
        return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


ONE = """
import sys
from docxtpl import DocxTemplate
document = DocxTemplate(sys.argv[1])
document.render({"问题": [{}]}, autoescape=True)
document.save(sys.argv[2])
"""


def measure_fresh(rounds: int) -> None:
    """Print the time of one fresh `tongzhi fill notice` against a docxtpl script for one document."""
    environment = os.environ | {"TONGZHI_TODAY": "2026-11-23"}
    with tempfile.TemporaryDirectory() as folder:
        data, template = Path(folder, "通知.yaml"), Path(folder, "模板.docx")
        run = [sys.executable, "-m", "tongzhi"]
        made = subprocess.run([*run, "new", "notice", "-o", str(data)], env=environment, check=False)
        if made.returncode:
            print("\n`tongzhi new notice` does not run here; the fresh process is not measured")
            return
        template.write_bytes(make_template(merge=False))
        script = Path(folder, "one.py")
        script.write_text(ONE, encoding="utf-8")
        commands = {
            "tongzhi fill notice": [
                *run,
                "fill",
                "notice",
                str(data),
                "-o",
                str(Path(folder, "a.docx")),
                "--force",
            ],
            "docxtpl script": [sys.executable, str(script), str(template), str(Path(folder, "b.docx"))],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(rounds + 1):
            for name, command in commands.items():
                start = time.perf_counter()
                subprocess.run(command, env=environment, check=True, capture_output=True)
                if turn:
                    times[name].append(time.perf_counter() - start)
        ours, theirs = (statistics.median(values) for values in times.values())
        print(f"\nfresh process: tongzhi fill notice {ours * 1000:.0f} ms, docxtpl {theirs * 1000:.0f} ms,")
        print(f"ratio {ours / theirs:.2f} (target 1.25)")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=500)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument(
        "--memory", type=int, default=20_000, help="documents for the memory check, 0 for none"
    )
    options.add_argument("--no-fresh", action="store_true", help="do not start fresh processes")
    options.add_argument("--memory-child", type=int, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.memory_child:
        memory_child(given.memory_child)
        return
    measure_all(given.documents, given.rounds)
    if given.memory:
        measure_memory(given.memory)
    if not given.no_fresh:
        measure_fresh(given.rounds + 4)


if __name__ == "__main__":
    main()
