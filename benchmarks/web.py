"""Times of the page as it runs (`tongzhi serve`), each beside what it aims at.

Run: python benchmarks/web.py [--rounds 5] [--only NAME ...]. All data are made here; nothing of the machine is read.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import openpyxl

from tongzhi.resources import corpus_path

MAYOR, LONG, ROWS, ITEMS, IDLE = 3_200, 30_000, 3_000, 5_000, 200
"""Characters of half an hour's speech and of a very long one, rows of a roster, items of a ledger, idle connections."""
AIMS = {
    "first page": 0.150, "first page with 60 works": 0.150, "mayor's tasks": 1.0, "edit of one task": 0.3, "final sheet": 1.0, "all papers": 4.0, "30,000 characters: sign": 0.5, "30,000 characters: tasks": 4.0,
    "3,000 rows: columns": 8.0, "3,000 rows: papers": 8.0, "12 files: asked": 5.0, "12 files: begun": 5.0, "5,000 items: entered": 5.0, "5,000 items: board": 0.5, "5,000 items: table": 0.5,
    "200 idle: first page": 0.5, "start to first page": 3.0, "stop": 1.0,
}  # fmt: skip
"""Seconds."""

File = tuple[str, str, bytes]


class Page:
    """Somebody at a running page."""

    def __init__(self, address: str) -> None:
        self.root = address.partition("/?")[0]
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(), urllib.request.ProxyHandler({})
        )
        shown = self.opener.open(address).read().decode()
        found = re.search(r'name="form-key" content="([^"]+)"', shown)
        assert found is not None
        self.key, self.place = found[1], ""

    def get(self, path: str) -> str:
        """Give a page."""
        return str(self.opener.open(self.root + path).read().decode())

    def post(self, path: str, values: dict[str, str] | None = None, files: tuple[File, ...] = ()) -> str:
        """Post a form and give the page it leads to; its path is kept."""
        body, kind = _form({"form_key": self.key, **(values or {})}, files)
        answer = self.opener.open(urllib.request.Request(self.root + path, body, {"Content-Type": kind}))
        self.place = urllib.parse.urlsplit(answer.url).path
        return str(answer.read().decode())


def _form(values: dict[str, str], files: tuple[File, ...]) -> tuple[bytes, str]:
    edge = uuid.uuid4().hex
    body = io.BytesIO()
    for key, value in values.items():
        body.write(f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode())
    for field, name, data in files:
        head = f'--{edge}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'
        body.write(head.encode() + data + b"\r\n")
    body.write(f"--{edge}--\r\n".encode())
    return body.getvalue(), f"multipart/form-data; boundary={edge}"


@contextmanager
def serving(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tongzhi", "serve", "--port", "0"], cwd=folder, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "TONGZHI_TODAY": "2026-09-21"},
    )  # fmt: skip
    assert process.stdout is not None
    try:
        yield process, process.stdout.readline().strip().split("：", 1)[1]
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(10)
        process.stdout.close()


def speech(size: int) -> str:
    """Give a speech of so many characters, put together of the samples; its paragraphs differ by a number."""
    whole = "".join(
        corpus_path(f"samples/{name}.txt").read_text(encoding="utf-8")
        for name in ("city", "county", "enterprise")
    )
    pieces, number = [whole], 0
    while sum(map(len, pieces)) < size:
        number += 1
        pieces.append(re.sub(r"(\d+)(?=[个座家项])", partial(_more, number), whole))
    return "".join(pieces)[:size]


def _more(number: int, found: re.Match[str]) -> str:
    return str(int(found[1]) + number)


def workbook(rows: list[tuple[object, ...]]) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def roster() -> bytes:
    head = ("县区", "存在问题", "整改时限", "责任单位")
    return workbook(
        [
            head,
            *(
                (
                    f"第{n}县",
                    f"第{n}号尾矿库安全台账不全，值班记录缺{n % 9 + 1}天",
                    "2026年12月30日",
                    f"第{n}县应急管理局",
                )
                for n in range(1, ROWS + 1)
            ),
        ]
    )


def items() -> bytes:
    head = ("编号", "类别", "任务", "内容", "责任单位", "时限", "到期日")
    return workbook(
        [
            head,
            *(
                (
                    n,
                    "任务",
                    f"整治第{n}处隐患",
                    f"对第{n}处隐患限期整治到位",
                    f"第{n % 40}局",
                    "10月底前",
                    f"2026-{9 + n % 4:02d}-{n % 28 + 1:02d}",
                )
                for n in range(1, ITEMS + 1)
            ),
        ]
    )


def wait(page: Page, path: str) -> None:
    while '"running"' in page.get(path).replace(" ", ""):
        time.sleep(0.05)


class Bench:
    """What is measured, by name."""

    def __init__(self, rounds: int, only: list[str], process: int = 0) -> None:
        self.rounds, self.only, self.process = rounds, only, process
        self.missed = False

    def wants(self, name: str) -> bool:
        """Tell whether it is to be measured."""
        return not self.only or any(one in name for one in self.only)

    def time(self, name: str, act: Callable[[], object], rounds: int | None = None) -> None:
        """Do something so many times and tell how long it took."""
        if not self.wants(name):
            return
        times, works = [], []
        for _ in range(rounds or self.rounds):
            start, worked = time.perf_counter(), self.worked()
            act()
            times.append(time.perf_counter() - start)
            works.append(self.worked() - worked)
        self.tell(name, times, works)

    def worked(self) -> float:
        """Give the processor seconds that the page has used: what a machine with nothing else to do would take."""
        try:
            fields = Path(f"/proc/{self.process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        except OSError:
            return 0.0
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")

    def tell(self, name: str, times: list[float], works: list[float]) -> None:
        """Tell a time beside what it aims at."""
        median, work = statistics.median(times), statistics.median(works)
        self.missed |= median > AIMS[name]
        verdict = "kept" if median <= AIMS[name] else "missed"
        print(
            f"{verdict:7}{name:26}{median:8.3f} s  worst {max(times):.3f}  processor {work:.3f}  aim {AIMS[name]}",
            flush=True,
        )


def measure(bench: Bench, page: Page) -> None:
    bench.time("first page", lambda: page.get("/"), 20)
    mayor, long = speech(MAYOR).encode(), speech(LONG).encode()
    bench.time("mayor's tasks", lambda: page.post("/speech", files=(("file", "讲话.txt", mayor),)))
    shown = page.post("/speech", files=(("file", "讲话.txt", mayor),))
    place = page.place
    tasks = re.findall(r' data-task="([^"]+)" data-number="\d+" data-list="all"', shown)
    assert tasks, "the speech has no tasks"
    number = iter(range(10**6))
    bench.time(
        "edit of one task",
        lambda: page.post(f"{place}/edit", {"task": tasks[0], "owner": f"第{next(number)}局"}),
    )
    bench.time("final sheet", lambda: page.get(f"{place}/papers"))
    values = {
        "meeting_name": "全市安全生产工作会议",
        "start": "2026年9月18日上午9点",
        "main_venue": "三楼会议室",
        "chair": "李某",
        "speaker": "张某，市长",
        "issuer": "临江市安委办",
        "contact.0.name": "陈某",
        "contact.0.phone": "0971-8230001",
        "counties": "青川县\n白水县",
        "early": "yes",
    }
    papers = dict.fromkeys(("部署方案", "任务清单", "会议纪要", "整改清单", "排查任务清单", "通报", "定稿单"))
    bench.time(
        "all papers",
        lambda: [page.post(f"{place}/papers", {**values, "paper": one}) for one in list(papers)[:1]],
    )

    def whole() -> None:
        page.post("/speech", files=(("file", "长讲话.txt", long),))
        wait(page, f"{page.place}/state")
        assert "data-list" in page.get(page.place)

    bench.time(
        "30,000 characters: sign", lambda: page.post("/speech", files=(("file", "长讲话.txt", long),)), 1
    )
    time.sleep(6)
    bench.time("30,000 characters: tasks", whole)


def measure_batch(bench: Bench, page: Page) -> None:
    data = roster()
    common = {
        "c.kind": "交办",
        "c.issuer": "临江市安委办",
        "c.title": "关于交办问题的通报",
        "c.doc_no": "临安委办〔2026〕1号",
    }
    bench.time(
        "3,000 rows: columns",
        lambda: page.post("/batch", {"type": "circular"}, (("file", "名册.xlsx", data),)),
        2,
    )
    if not bench.wants("3,000 rows: papers"):
        return
    page.post("/batch", {"type": "circular"}, (("file", "名册.xlsx", data),))
    place = page.place
    page.post(place, common)

    def run() -> None:
        page.post(f"{place}/run")
        wait(page, f"{place}/state")

    bench.time("3,000 rows: papers", run, 1)
    assert f"做好 {ROWS} 份" in page.get(place), page.get(place)[-3000:]


def measure_drop(bench: Bench, page: Page) -> None:
    files = tuple(
        ("file", f"讲话{n}.txt", speech(MAYOR).replace("会", f"会{n}", 1).encode()) for n in range(9)
    )
    files += tuple(("file", f"名册{n}.xlsx", roster()) for n in range(3))
    bench.time("12 files: asked", lambda: page.post("/drop", files=files), 2)
    place = page.place
    chosen = {f"kind-{n}": "none" for n in range(12)} | {f"kind-{n}": "speech" for n in range(12)}
    bench.time("12 files: begun", lambda: page.post(place, chosen), 1)


def measure_ledger(bench: Bench, page: Page) -> None:
    data = items()
    page.post("/ledger/import", files=(("file", "任务清单.xlsx", data),))
    place = page.place
    bench.time("5,000 items: entered", lambda: page.post(place, {"kind-0": "ledger"}), 1)
    bench.time("5,000 items: board", lambda: page.get("/ledger"))
    bench.time("5,000 items: table", lambda: page.get("/ledger?as=table"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", nargs="*", default=[], help="parts of names")
    given = parser.parse_args()
    bench = Bench(given.rounds, given.only)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        began = time.perf_counter()
        process, address = stack.enter_context(serving(Path(folder)))
        page = Page(address)
        bench.process = process.pid
        bench.tell("start to first page", [time.perf_counter() - began], [bench.worked()])
        time.sleep(4)  # dictionary and model are loaded meanwhile, as while the first page is read
        for part in (measure, measure_batch, measure_drop, measure_ledger):
            part(bench, page)
        for number in range(60):
            if bench.wants("first page with 60 works"):
                page.post("/notice/keep", {"meeting_name": f"第{number}次会议", "kept": "meeting_name"})
        bench.time("first page with 60 works", lambda: page.get("/"), 20)
        port = int(page.root.rpartition(":")[2])
        held = [stack.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(IDLE)]
        assert len(held) == IDLE
        bench.time("200 idle: first page", lambda: page.get("/"))
        process.send_signal(signal.SIGINT)
        bench.time("stop", lambda: process.wait(20), 1)
    return bench.missed


if __name__ == "__main__":
    sys.exit(main())
