"""The same work on many files: here, in processes, or on a cluster; with a result workbook."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from tongzhi.batch.results import FileRecord, write_file_results
from tongzhi.batch.run import choose_workers
from tongzhi.errors import InputError, Place, Problem, TongzhiError
from tongzhi.read.data import read_bytes

FileWork = Callable[[str, bytes], Any]
"""What is done with the name and the bytes of a file; a function of a module, so that it can travel."""
MAX_BYTES = 200_000_000


@dataclass(slots=True)
class Done:
    """What became of one file: the outcome of the work, or why it failed."""

    path: Path
    outcome: Any = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether the work failed."""
        return bool(self.problems)


def find_files(paths: Sequence[Path], endings: Collection[str]) -> list[Path]:
    """Give the files that are meant: each file as named, of each folder those with one of `endings`, in order.

    Files that Office and tongzhi keep beside others (`~$…`, `.…`) are left out.

    Raises:
        InputError: something named is not there, or a folder holds no such file.
    """
    found: dict[Path, None] = {}
    problems = []
    for path in paths:
        if path.is_dir():
            inside = [
                Path(folder, name)
                for folder, folders, names in os.walk(path)
                if not folders.sort()  # in order, at every level
                for name in sorted(names)
                if name.lower().endswith(tuple(endings)) and not name.startswith(("~$", "."))
            ]
            if not inside:
                problems.append(
                    Problem(Place(file=str(path)), f"文件夹里没有 {'、'.join(sorted(endings))} 文件")
                )
            found.update(dict.fromkeys(inside))
        elif path.exists():
            found[path] = None
        else:
            problems.append(Problem(Place(file=str(path)), "文件不存在", "核对文件名和所在文件夹"))
    if problems:
        raise InputError(problems)
    return list(found)


def do_many(
    files: Sequence[Path],
    work: FileWork,
    *,
    jobs: int = 1,
    cluster: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Done]:
    """Do the work with every file; a file that fails fails alone. The outcomes stand in the order of the files.

    Args:
        files: the files.
        work: a function of a module, or a `functools.partial` of one.
        jobs: processes; 0 for as many as there are cores, if there are many files.
        cluster: the address of a Dask scheduler; the files' bytes are sent there.
        progress: told how many are done, and of how many.

    Raises:
        InputError: no scheduler answers, or the cluster is lost.
        MissingToolError: the part for clusters is not installed.
    """
    workers = choose_workers(jobs, cluster, len(files))
    done: list[Done | None] = [None] * len(files)
    pieces = ((index, path, _read(path) if cluster else None) for index, path in enumerate(files))
    for count, (index, made) in enumerate(workers.run(partial(_start, work), pieces), 1):
        done[index] = made
        if progress is not None:
            progress(count, len(files))
    return [made for made in done if made is not None]


def _start(work: FileWork) -> Callable[[tuple[int, Path, Any]], tuple[int, Done]]:
    return partial(_do, work)


def _do(work: FileWork, piece: tuple[int, Path, Any]) -> tuple[int, Done]:
    index, path, data = piece
    try:
        data = _read(path) if data is None else data
        if isinstance(data, TongzhiError):
            raise data
        return index, Done(path, work(path.name, data))
    except TongzhiError as error:
        return index, Done(path, None, error.problems)


def _read(path: Path) -> bytes | TongzhiError:

    try:
        return read_bytes(path, MAX_BYTES)
    except TongzhiError as error:
        return error


def write_done(target: Path, done: Iterable[Done], say: Callable[[Any], tuple[str, str]]) -> None:
    """Write the result workbook.

    Args:
        target: the .xlsx.
        done: what became of the files.
        say: gives for an outcome what was made (a file name, or nothing) and a message.

    Raises:
        InputError: the workbook can't be written.
    """

    def records() -> Iterator[FileRecord]:
        for one in done:
            if one.failed:
                yield FileRecord(str(one.path), "失败", "", "\n".join(map(str, one.problems)))
            else:
                made, message = say(one.outcome)
                yield FileRecord(str(one.path), "完成", made, message)

    write_file_results(target, records())
