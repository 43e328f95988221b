"""The result workbook of work on many rows or files: what became of each, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tongzhi.write.files import unwritable
from tongzhi.write.sheet import write_sheet

NAME = "批量结果.xlsx"
_ROSTER = (("序号", 6), ("行", 14), ("文件", 44), ("结果", 10), ("行数", 6), ("说明", 80))
_FILES = (("序号", 6), ("文件", 50), ("结果", 10), ("生成", 44), ("说明", 80))


@dataclass(frozen=True, slots=True)
class Record:
    """What became of one document: place in the roster, file, state, message, and how many rows went into it."""

    place: str
    name: str
    state: str
    message: str = ""
    rows: int = 1


def write_results(target: Path, records: Iterable[Record]) -> None:
    """Write the result workbook of a batch.

    Raises:
        InputError: the folder can't be written or the disk is full.
    """
    _write(
        target,
        _ROSTER,
        (
            (
                number,
                record.place,
                record.name if record.state != "跳过" else "",
                record.state,
                record.rows,
                record.message,
            )
            for number, record in enumerate(records, 1)
        ),
    )


@dataclass(frozen=True, slots=True)
class FileRecord:
    """What became of one file: its path, state, what was made of it, and a message."""

    path: str
    state: str
    made: str = ""
    message: str = ""


def write_file_results(target: Path, records: Iterable[FileRecord]) -> None:
    """Write the result workbook of work on many files.

    Raises:
        InputError: the folder can't be written or the disk is full.
    """
    _write(
        target,
        _FILES,
        (
            (number, record.path, record.state, record.made, record.message)
            for number, record in enumerate(records, 1)
        ),
    )


def _write(target: Path, headers: Sequence[tuple[str, int]], rows: Iterable[Sequence[object]]) -> None:
    temporary = target.with_name(f".tongzhi-{target.stem}.tmp")
    try:
        try:
            write_sheet(temporary, "结果", headers, rows)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(target, error) from error
