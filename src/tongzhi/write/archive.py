"""Many files as one .zip."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_archive(target: Path, files: Iterable[Path]) -> None:
    """Put files into a .zip under their names, in the given order; the same files give the same bytes.

    They are stored as they are: .docx and .pdf are compressed already.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for path in files:
            entry = zipfile.ZipInfo(path.name, _EPOCH)
            entry.external_attr = 0o644 << 16
            entry.file_size = path.stat().st_size
            with path.open("rb") as source, package.open(entry, "w") as stream:
                shutil.copyfileobj(source, stream, 1 << 20)
