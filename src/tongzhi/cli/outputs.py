"""Where the results of one or many inputs go: standard output, one file, or a folder with a file for each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import click

from tongzhi.batch.results import FileRecord, write_file_results
from tongzhi.cli.base import FILE, settings
from tongzhi.cli.output import fail, say, tell
from tongzhi.errors import NOTHING, PARTLY, InputError, Place, TongzhiError
from tongzhi.write.files import STDOUT, refuse_existing, write_file, write_files

BINARY_ENDINGS = (".xlsx", ".docx")


@dataclass(slots=True)
class Results:
    """What each input gave, and why the others failed."""

    made: dict[Path, bytes] = field(default_factory=dict)
    reasons: dict[Path, str] = field(default_factory=dict)

    @property
    def failed(self) -> int:
        """How many failed."""
        return len(self.reasons)

    @property
    def exit_code(self) -> int:
        """0 all done, 1 some failed, 2 all failed."""
        if not self.failed:
            return 0
        return PARTLY if self.made else NOTHING


def run_each(inputs: list[Path], make: Callable[[Path], bytes]) -> Results:
    """Make the result of every input; with several, one that fails is told and the others go on.

    Raises:
        TongzhiError: the only input failed.
    """
    results = Results()
    for path in inputs:
        try:
            results.made[path] = make(path)
        except TongzhiError as error:
            if len(inputs) == 1:
                raise
            fail(str(error))
            results.reasons[path] = str(error)
    return results


def record_results(target: Path | None, made: Mapping[Path, str], reasons: Mapping[Path, str]) -> None:
    """Write the result workbook of work on several files, when one is asked for.

    Args:
        target: the .xlsx, or `None`.
        made: file → what became of it.
        reasons: file → why it failed.

    Raises:
        OutputExistsError: the workbook is there and `--force` was not given.
    """
    if target is None:
        return

    refuse_existing([target], force=settings().force)
    records = [FileRecord(str(path), "完成", "", message) for path, message in made.items()]
    records += [FileRecord(str(path), "失败", "", reason) for path, reason in reasons.items()]
    write_file_results(target, records)
    tell_places([target])


RESULTS = click.option(
    "--results", type=FILE, metavar="文件", help="另写一份结果表（.xlsx）：每个文件做成没有、为什么"
)
"""The option of commands that take many files."""


def choose_format(
    output: Path | None,
    asked: str | None,
    endings: Mapping[str, str],
    default: str,
    *,
    has_option: bool = True,
) -> str:
    """Give the format: the one asked for, else the one that the ending of `output` says, else the default.

    Raises:
        InputError: the ending stands for no format.
    """
    if asked:
        return asked
    if output is None or output == STDOUT or not output.suffix or output.is_dir():
        return default
    ending = output.suffix.lower()
    known = {"markdown": "md", "htm": "html"}.get(ending[1:], ending[1:])
    if known in endings:
        return known
    for name, own in endings.items():
        if own == ending:
            return name
    raise InputError.one(
        f"不能写成 {ending} 文件",
        f"后缀用 {' '.join(dict.fromkeys(endings.values()))}{'，或加 --format' if has_option else ''}",
        place=Place(file=str(output)),
    )


def place_results(
    results: Results, output: Path | None, *, ending: str, label: str, many: bool, force: bool
) -> list[Path]:
    """Write the results and give where they are; several go into the folder `output`, named after their inputs.

    Raises:
        InputError: several results, and `output` names one file.
        OutputExistsError: a file is there and `force` is off.
    """
    if output is None or output == STDOUT:
        for data in results.made.values():
            _show(data, binary=ending in BINARY_ENDINGS)
        return []
    if not many and not output.is_dir():
        for data in results.made.values():
            write_file(output, data, force=force)
        return [output] if results.made else []
    if output.suffix and not output.is_dir():
        raise InputError.one(
            "有几份讲话，结果不能写进一个文件", "-o 写一个文件夹", place=Place(file=str(output))
        )

    targets: dict[Path, bytes] = {}
    for path, data in results.made.items():
        stem = "标准输入" if path == STDOUT else path.stem
        target, number = output / f"{stem}.{label}{ending}", 1
        while target in targets:
            number += 1
            target = output / f"{stem}-{number}.{label}{ending}"
        targets[target] = data
    write_files(targets, force=force)
    return list(targets)


def _show(data: bytes, *, binary: bool) -> None:
    """Write a result to standard output: bytes into a pipe, words onto a console in its own charset."""
    if sys.stdout.isatty() and not binary:
        say(data.decode("utf-8-sig", "replace").removesuffix("\n"))
    else:
        write_file(STDOUT, data)


def tell_places(places: list[Path]) -> None:
    """Say on standard error where files were put."""
    for place in places:
        tell(f"已生成 {place}")
