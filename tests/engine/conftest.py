"""Templates written in a test: paragraphs and tables as texts, or raw body XML."""

from __future__ import annotations

import html
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import docx
import pytest

from tongzhi.engine.template import Template

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def build(*blocks: str | list[list[str]], body: str = "", then: Callable[[Any], None] | None = None) -> bytes:
    """Give a .docx: a text is a paragraph, a list of rows a table, `body` raw XML at the end."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=0, cols=max(map(len, block)))
        for texts in block:
            row = table.add_row()
            for cell, text in zip(row.cells, texts, strict=False):
                cell.text = text
    if body:
        from docx.oxml import parse_xml

        for element in parse_xml(f"<w:body {W}>{body}</w:body>"):
            document.element.body.insert_element_before(element, "w:sectPr")
    if then is not None:
        then(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def texts(data: bytes) -> list[str]:
    """Give the texts of the body's paragraphs."""
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def rows(data: bytes, table: int = 0) -> list[list[str]]:
    """Give the texts of a table."""
    return [[cell.text for cell in row.cells] for row in docx.Document(io.BytesIO(data)).tables[table].rows]


def fill(*blocks: str | list[list[str]], **context: Any) -> list[str]:
    """Fill a template of paragraphs and give its texts."""
    data = Template(build(*blocks)).render(context)
    assert data is not None
    return texts(data)


def png(width: int = 4, height: int = 4, color: bytes = b"\xff\0\0") -> bytes:
    """Give a picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    raw = b"".join(b"\0" + color * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b"")
    )


def grow(data: bytes, parts: dict[str, str | bytes]) -> bytes:
    """Give the file with parts added or replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, text in parts.items():
            new.writestr(name, text)
    return out.getvalue()


def read(data: bytes, name: str = "word/document.xml") -> str:
    """Give the text of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def tiny(body: str, **parts: str) -> bytes:
    """Give a .docx that has nothing but a body of raw XML, or of one paragraph, and further parts."""
    if not body.startswith("<w:"):
        text = body.replace("&", "&amp;").replace("<", "&lt;")
        body = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    office = "http://schemas.openxmlformats.org"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    given = {
        "[Content_Types].xml": f'<Types xmlns="{office}/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship Id="rId1"'
        f' Type="{office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        **parts,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in given.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def body(data: bytes) -> str:
    """Give the XML of the body without its own tag."""
    return read(data).split("<w:body>")[1].split("</w:body>")[0]


def say(text: str, context: dict[str, Any]) -> str:
    """Give what a template of one paragraph prints."""
    data = Template(tiny(text)).render(context)
    assert data is not None
    shown = body(data).replace("<w:br/>", "\n").replace("<w:tab/>", "\t")
    return html.unescape(re.sub(r"<[^>]+>", "", shown))


@pytest.fixture(scope="session")
def word() -> SimpleNamespace:
    """Everything a test needs to write a template and read a document."""
    helpers = (build, texts, rows, fill, png, grow, read, tiny, body, say)
    return SimpleNamespace(**{helper.__name__: helper for helper in helpers})
