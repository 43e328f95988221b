"""Two files of any kind that an office keeps → their differences."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import docx
from docx.shared import Pt

from tongzhi.check.run import OLD_FORMATS, convert_old
from tongzhi.compare.markup import MarkedPair, mark_up
from tongzhi.compare.substance import Difference, find_differences
from tongzhi.errors import InputError, Place
from tongzhi.read.data import UNCHECKED, read_data
from tongzhi.read.speech import read_speech
from tongzhi.word.package import read_file

SCHEMA = "tongzhi.compare/1"
DATA = (".yaml", ".yml", ".json")
WORD = (".docx", ".dotx", ".docm")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two versions differ in.

    Attributes:
        marked: the marked-up .docx.
        differences: the changes in substance, in the order of the paper.
        pairs: the paragraphs and rows that differ at all, in the order of the paper.
    """

    marked: bytes
    differences: list[Difference]
    pairs: list[MarkedPair]

    @property
    def places(self) -> int:
        """How many paragraphs and rows differ at all."""
        return len(self.pairs)

    def to_json(self) -> dict[str, Any]:
        """Give the changes as `tongzhi compare --json` prints them (`tongzhi.compare/1`)."""
        return {"schema": SCHEMA, "changes": [one.to_json() for one in self.differences]}


def compare(old: Path, new: Path, day: date) -> Comparison:
    """Compare two versions of a paper.

    Args:
        old: .docx, .doc, .wps, .txt, .md, or a data file of ours (.yaml, .json).
        new: the same.
        day: the day that the revisions in the marked-up paper bear.

    Raises:
        InputError: one of them cannot be read, or is of a kind that is not compared.
        MissingToolError: it is a .doc or .wps and there is no office program.
    """
    marked, pairs = mark_up(_as_word(old), _as_word(new), day, (str(old), str(new)))
    return Comparison(marked, find_differences(pairs), pairs)


def _as_word(path: Path) -> bytes:
    ending = path.suffix.lower()
    if ending in WORD:
        return read_file(path)
    if ending in OLD_FORMATS:
        return convert_old(path)
    if ending in DATA:
        values = read_data(path).values
        values.pop(UNCHECKED, None)  # a remark, not what the paper says
        return _document(list(_lines(values)))
    if ending in (".txt", ".md"):
        return _document(read_speech(path, allow_secret=True).text.splitlines())
    raise InputError.one(
        f"不会比 {ending or '没有扩展名的'} 文件",
        "给 .docx、.doc、.wps、.txt、.md，或本程序的数据文件（.yaml、.json）",
        place=Place(file=str(path)),
    )


def _lines(value: Any, name: str = "") -> list[str]:
    """Give the values of a data file, a line each with the names that lead to it."""
    if isinstance(value, dict):
        return [line for key, inner in value.items() for line in _lines(inner, f"{name}{key} ")]
    if isinstance(value, list):
        return [line for at, inner in enumerate(value, 1) for line in _lines(inner, f"{name}{at} ")]
    return [f"{name.strip()}：{'' if value is None else value}"]


def _document(lines: list[str]) -> bytes:
    """Give plain lines as a .docx of the house's type size."""
    book = docx.Document()
    style = book.styles["Normal"]
    style.font.size = Pt(16)
    for line in lines:
        book.add_paragraph("".join(char for char in line if char >= " " or char == "\t"))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
