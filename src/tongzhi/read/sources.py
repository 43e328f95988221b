"""Any file that may hold the data of one paper → its values."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tongzhi.errors import InputError, Place
from tongzhi.read.data import MAX_BYTES, Source, parse_data, read_data

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tongzhi.model.base import Document


def read_source(path: Path, kind: type[Document], day: date | None = None) -> Source:
    """Read a data file: `.yaml`, `.json`, an Excel form, an old paper as `.docx`, or `-` for YAML on standard input.

    Args:
        path: the file.
        kind: the document type.
        day: the day that counts as today, from which a kept list without a date of its own takes its years.

    Raises:
        InputError: the file cannot be read or is of another kind.
    """
    if str(path) == "-":
        return parse_data(sys.stdin.buffer.read(MAX_BYTES + 1), "标准输入")
    ending = path.suffix.lower()
    if kind.key == "rectification":  # a list as it is kept, or as a system exports it
        ending = {".csv": ".xlsx", ".tsv": ".xlsx", ".doc": ".docx", ".wps": ".docx"}.get(ending, ending)
    match ending:
        case ".xlsx" | ".xlsm" | ".et" | ".xls" | ".ods":
            from tongzhi.read.form import read_form

            return read_form(path, kind, day)
        case ".docx":
            from tongzhi.read.document import read_paper

            return read_paper(path, kind, day)
        case ".doc" | ".wps" | ".pdf" | ".txt" | ".md":
            raise InputError.one(
                f"{path.suffix} 不是数据文件",
                f"用 tongzhi new {kind.key} 生成 .yaml 或 .xlsx 填写；旧文件先另存为 .docx",
                place=Place(file=str(path)),
            )
    return read_data(path)
