"""Workbooks as bytes that depend on their content alone."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from openpyxl import Workbook

_V = TypeVar("_V")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_STAMP = datetime(2020, 1, 1)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def cell_value(value: _V) -> _V:
    """Give a value as a cell can hold it: characters that XML cannot hold are shown by their numbers."""
    if isinstance(value, str) and _CONTROLS.search(value):
        return type(value)(_CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", value))
    return value


def save_workbook(workbook: Workbook) -> bytes:
    """Give the bytes of an .xlsx; the same cells give the same bytes, whatever the clock says."""
    workbook.properties.created = _STAMP
    workbook.properties.modified = _STAMP
    workbook.properties.creator = "tongzhi"
    raw = io.BytesIO()
    workbook.save(raw)
    settled = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                # openpyxl writes the clock's time into `modified` when it saves
                data = _MODIFIED.sub(rb"\g<1>2020-01-01T00:00:00Z\g<2>", data)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, data)
    return settled.getvalue()
