"""Makes the simplest .docx of paragraphs: what has only text (a PDF's text layer) goes the way of Word files."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tongzhi.word.markup import CONTENT_TYPES, PACKAGE_RELATIONSHIPS, W
from tongzhi.word.package import pack_parts

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def make_plain(lines: list[str]) -> bytes:
    """Give a .docx with one paragraph a line, without styles."""
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines)
    return pack_parts(
        {
            "[Content_Types].xml": (
                f'{_HEAD}<Types xmlns="{CONTENT_TYPES}"><Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
            ).encode(),
            "_rels/.rels": (
                f'{_HEAD}<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">'
                f'<Relationship Id="rId1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>'
            ).encode(),
            "word/document.xml": f'{_HEAD}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode(),
        }
    )
