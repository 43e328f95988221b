"""Many documents of one template as one .docx to print: each begins on a new sheet, with page 1."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tongzhi.errors import InputError, Place
from tongzhi.word.merge import Merger
from tongzhi.word.package import read_parts
from tongzhi.write.files import unwritable


def merge_documents(documents: Sequence[Path], target: Path) -> None:
    """Write one .docx that holds all documents, in order.

    Raises:
        InputError: a document is damaged or is no part of the batch, or the folder can't be written.
    """
    merger: Merger | None = None
    for path in documents:
        try:
            parts = read_parts(path.read_bytes())
        except OSError as error:
            raise InputError.one("文件读不了", "重新生成这一份", place=Place(file=str(path))) from error
        if merger is None:
            merger = Merger(parts)
        merger.add(parts, path.name)
    if merger is None:
        return
    temporary = target.with_name(f".tongzhi-{target.stem}.tmp")
    try:
        try:
            temporary.write_bytes(merger.finish())
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(target, error) from error
