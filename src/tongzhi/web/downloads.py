"""Files from the page to the user."""

from __future__ import annotations

import io
import mimetypes
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

from flask import Response, send_file

if TYPE_CHECKING:
    from pathlib import Path

    from tongzhi.web.workspace import OfficeWork

_EPOCH = (1980, 1, 1, 0, 0, 0)
_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}


def send_download(source: Path | bytes, name: str) -> Response:
    """Send a file to be saved, never to be shown by the browser."""
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    kind = _TYPES.get(ending) or mimetypes.types_map.get(ending, "application/octet-stream")
    stream = io.BytesIO(source) if isinstance(source, bytes) else source
    answer = send_file(stream, mimetype=kind, as_attachment=True, download_name=name)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def zip_files(files: Mapping[str, bytes]) -> bytes:
    """Give files as one .zip under their names; the same files give the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o644 << 16
            package.writestr(entry, data)
    return stream.getvalue()


def offer(job: OfficeWork, files: Mapping[str, bytes]) -> list[str]:
    """Put files where the page may be asked for them, and give their names."""
    for name, data in files.items():
        path = job.result(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return list(files)
