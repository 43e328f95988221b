"""The options of a command that can print what it makes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tongzhi.cli.output import tell
from tongzhi.errors import InputError

if TYPE_CHECKING:
    from tongzhi.printer import PrintJob


def printing_options(function: Callable[..., int]) -> Callable[..., int]:
    """Add --print, --printer and --shift; the command gets one `printing`: a print job, or `None`."""

    @click.option("--print", "wanted", is_flag=True, help="生成后打印（缺字体就不印）")
    @click.option("--printer", default="", metavar="名称", help="打印机；不写用默认的")
    @click.option(
        "--shift", default="", metavar="右移,下移", help="套印预印红头纸时整页移动的毫米数，如 1.5,-2"
    )
    @wraps(function)
    def run(*given: Any, wanted: bool, printer: str, shift: str, **more: Any) -> int:
        return function(*given, printing=_asked(printer, shift, wanted=wanted), **more)

    return run


def _asked(printer: str, shift: str, *, wanted: bool) -> PrintJob | None:
    if not wanted:
        if printer or shift:
            raise InputError.one(
                f"{'--printer' if printer else '--shift'} 要和 --print 一起用", "加上 --print"
            )
        return None
    from tongzhi.printer import PrintJob

    return PrintJob.read(printer, shift)


def print_papers(job: PrintJob, papers: list[Path]) -> None:
    """Print what a command made, and say so."""
    from tongzhi.printer import ADVICE

    sent = job.send(papers)
    names = "、".join(path.name for path in sent[:3]) + (f" 等 {len(sent)} 份" if len(sent) > 3 else "")
    tell(f"已送打印机{job.printer and f'“{job.printer}”'}：{names}")
    tell(ADVICE)
