"""Sends papers to a printer: by the print verb of Windows (WPS or Word prints), else by CUPS (`lp`) as PDF.

A paper goes to the printer only when every face that it uses is on this machine: another program would put other
faces in their place without a word, and the lines would no longer fall as GB/T 9704-2012 demands.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tongzhi.diagnosis import missing_faces
from tongzhi.errors import InputError, MissingToolError, Place
from tongzhi.office import to_pdf
from tongzhi.word.document import WordDocument
from tongzhi.word.shift import shift_pages
from tongzhi.word.sizes import Mm
from tongzhi.write.files import write_file

MOST_SHIFT = 20.0
"""Millimetres; a sheet that lies further off is fed wrongly."""
_WAIT = 120.0
"""Seconds that the printing system may take to accept one paper."""
ADVICE = "双面印：选“长边翻转”，缩放选“实际大小”；版心和外侧页码才合 GB/T 9704-2012"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """How papers are printed.

    `printer` is the name of a printer (empty: the machine's own choice); `across` and `down` move what is printed
    right and down on sheets whose red head is printed already, in millimetres.
    """

    printer: str = ""
    across: float = 0.0
    down: float = 0.0

    @classmethod
    def read(cls, printer: str, shift: str) -> PrintJob:
        """Read the shift as typed: `1.5,-2` is 1.5 mm to the right and 2 mm up.

        Raises:
            InputError: it is not two numbers, or further than `MOST_SHIFT`.
        """
        if not shift.strip():
            return cls(printer)
        try:
            across, down = (float(part) for part in shift.replace("，", ",").split(","))
        except ValueError:
            across = down = float("nan")
        if not (abs(across) <= MOST_SHIFT and abs(down) <= MOST_SHIFT):
            raise InputError.one(
                f"--shift 写的是“{shift}”",
                f"写成 右移,下移 两个毫米数（-{MOST_SHIFT:g} 到 {MOST_SHIFT:g}），如 --shift 1.5,-2",
            )
        return cls(printer, across, down)

    def send(self, papers: Sequence[Path]) -> list[Path]:
        """Print papers in their order; give the files that went to the printer (the shifted copies, if any).

        Args:
            papers: .docx that are written already.

        Raises:
            MissingToolError: a face that a paper uses is not here, or there is no way to a printer.
            InputError: the printer refused a paper.
        """
        _refuse_missing_faces(papers)
        sent = [self._shifted(paper) for paper in papers]
        if sys.platform == "win32":
            for paper in sent:
                self._by_verb(paper)
        else:
            self._by_cups(sent)
        return sent

    def _shifted(self, paper: Path) -> Path:
        """Give the paper itself, or a copy beside it whose pages lie further right and down."""
        if not (self.across or self.down):
            return paper
        copy = paper.with_name(f"{paper.stem}（套印）{paper.suffix}")
        write_file(copy, shift_pages(paper.read_bytes(), Mm(self.across), Mm(self.down)), force=True)
        return copy

    def _by_verb(self, paper: Path) -> None:
        if sys.platform != "win32":  # pragma: no cover  (only for the type checker)
            return
        try:
            if self.printer:
                os.startfile(paper, "printto", f'"{self.printer}"')  # noqa: S606  the verb of Windows
            else:
                os.startfile(paper, "print")  # noqa: S606
        except OSError as error:
            raise MissingToolError.one(
                f"这台机器上没有能打印 {paper.name} 的程序", "装 WPS 或 Word；或打开文件自己打印"
            ) from error

    def _by_cups(self, papers: Sequence[Path]) -> None:
        program = shutil.which("lp")
        if program is None:
            raise MissingToolError.one(
                "这台机器没有打印系统（CUPS 的 lp）",
                "装 cups-client 并设好打印机；或用 --pdf 拿到能打印的机器上印",
            )
        with tempfile.TemporaryDirectory(prefix="tongzhi-") as folder:
            for page in to_pdf(papers, Path(folder)):
                options = ["-o", "media=A4", "-o", "print-scaling=none", "-t", page.stem]
                where = ["-d", self.printer] if self.printer else []
                command = [program, *where, *options, "--", str(page)]
                try:
                    done = subprocess.run(  # noqa: S603  found by which; names travel as separate arguments
                        command, capture_output=True, timeout=_WAIT, check=False
                    )
                except (OSError, subprocess.TimeoutExpired) as error:
                    raise InputError.one("打印系统没有回应", "看看打印机是否开着、是否在线") from error
                if done.returncode:
                    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
                    raise InputError.one(
                        f"打印机没有收下：{said[0] if said else '没有说原因'}",
                        "用 lpstat -p 看打印机名，用 --printer 指定",
                        place=Place(file=f"{page.stem}.docx"),
                    )


def _refuse_missing_faces(papers: Sequence[Path]) -> None:
    users: dict[str, str] = {}
    for paper in papers:
        for face in faces_of(paper.read_bytes()):
            users.setdefault(face, paper.name)
    missing = missing_faces(users)
    if missing:
        where = "、".join(dict.fromkeys(users[face] for face in missing))
        raise MissingToolError.one(
            f"没有字体 {'、'.join(missing)}（{where}），印出来会换成别的字，没有打印",
            "；".join(dict.fromkeys(missing.values())),
        )


def faces_of(data: bytes) -> list[str]:
    """Give the faces of the Chinese text that a .docx shows, in the order of their first use."""
    document = WordDocument(data)
    found: dict[str, None] = {}
    lines = [
        *(line for block in document.blocks for line in getattr(block, "paragraphs", [block])),
        *document.boxes,
    ]
    for line in lines:
        for run in line.runs:
            if any("\u4e00" <= character <= "\u9fff" for character in run.text):
                look = document.runs.format(run, line)
                if look.asian and not look.hidden:
                    found.setdefault(look.asian)
    return list(found)
