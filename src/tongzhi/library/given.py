"""What a script gives in the place of a file: a path, the bytes, an open file, or plain values."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

from tongzhi.engine.values import read_source
from tongzhi.errors import InputError, Problem, TongzhiError
from tongzhi.write.names import safe_name

FileSource = str | Path | bytes | BinaryIO
"""A file: its path, its bytes, or the open file (`io.BytesIO`, `open(…, "rb")`), read from its start."""
Values = Mapping[str, Any]
"""Chinese labels or English keys → values, nested lists and mappings as in a data file."""


def data_of(source: FileSource, what: str = "文件") -> bytes:
    """Give the bytes of a file.

    Raises:
        InputError: it is none, or cannot be read.
    """
    return read_source(source, what)


@contextmanager
def placed(source: FileSource, usual: str, name: str | None = None) -> Iterator[Path]:
    """Give a path to a file for as long as the block runs; bytes are put into a private folder that is removed then.

    Errors of the block speak of the file by its name, never of the private folder.

    Args:
        source: the file.
        usual: the ending of bytes that come without a name, such as `.docx`.
        name: the file's name, whose ending says of what kind it is; by default that of an open file.
    """
    if isinstance(source, str | Path):
        yield Path(source)
        return
    named = safe_name(Path(name or _name_of(source) or f"文件{usual}").name)
    data = data_of(source)
    with tempfile.TemporaryDirectory(prefix="tongzhi-") as folder:
        path = Path(folder) / named
        path.write_bytes(data)
        try:
            yield path
        except TongzhiError as error:
            raise type(error)(by_name(error.problems, path)) from error


def by_name(problems: Iterable[Problem], path: Path) -> list[Problem]:
    """Give problems that speak of a file by its name instead of its path."""
    found = []
    for one in problems:
        file = one.place.file
        place = replace(one.place, file=file.replace(str(path), path.name)) if file else one.place
        found.append(replace(one, place=place))
    return found


def as_json(values: Values | Sequence[Values]) -> bytes:
    """Give plain values as JSON, days as ISO dates.

    Raises:
        InputError: a value is none of those that a data file can hold.
    """
    plain = dict(values) if isinstance(values, Mapping) else [dict(row) for row in values]
    return json.dumps(plain, ensure_ascii=False, default=_plain).encode("utf-8", "surrogatepass")


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    raise InputError.one(
        f"值里有 {type(value).__name__}，数据文件里写不下", "给文字、数、日期、是否、列表或字典"
    )


def _name_of(source: object) -> str:
    name = getattr(source, "name", "")
    return name if isinstance(name, str) else ""
