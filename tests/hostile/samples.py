"""Files that no honest program writes: locked, cut off, bombs, entities, tags; each small on disk."""

from __future__ import annotations

import io
import struct
import zipfile
from random import Random

import openpyxl

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
BLANKS = b" " * 60_000_000


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Give a zip of the parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return made.getvalue()


def word(document: str | bytes) -> bytes:
    """Give a .docx whose main part is `document`."""
    return zipped({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document})


def paper(*paragraphs: str, before: str = "") -> bytes:
    """Give a .docx of plain paragraphs."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return word(f'{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')


def workbook(*rows: tuple[object, ...]) -> bytes:
    """Give an .xlsx of one sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def changed(package: bytes, part: str, old: str, new: str) -> bytes:
    """Give a zip with `old` put for `new` in one part."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts[part] = parts[part].decode().replace(old, new).encode()
    return zipped(parts)


def compound(*streams: str) -> bytes:
    """Give an OLE file with empty streams of these names ([MS-CFB]), as a locked or old Office file has."""
    none = 0xFFFFFFFF

    def entry(name: str, kind: int, child: int = none, right: int = none) -> bytes:
        title = name.encode("utf-16le") + b"\0\0"
        head = title.ljust(64, b"\0") + struct.pack("<HBBIII", len(title), kind, 1, none, right, child)
        return head + bytes(36) + struct.pack("<IQ", 0xFFFFFFFE, 0)

    count = len(streams)
    entries = [entry("Root Entry", 5, child=1 if streams else none)]
    entries += [
        entry(name, 2, right=at + 1 if at < count else none) for at, name in enumerate(streams, start=1)
    ]
    while len(entries) % 4:
        entries.append(bytes(68) + struct.pack("<III", none, none, none) + bytes(48))
    directory = b"".join(entries)
    sectors = len(directory) // 512
    chain = [0xFFFFFFFD, *(at + 2 if at + 1 < sectors else 0xFFFFFFFE for at in range(sectors))]
    chain += [none] * (128 - len(chain))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += bytes(6) + struct.pack("<9I", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", 0, *[none] * 108)
    return head + struct.pack("<128I", *chain) + directory


_LAUGHS = "<!DOCTYPE x [<!ENTITY a 'AAAAAAAAAA'>" + "".join(
    f"<!ENTITY {new} '{f'&{old};' * 10}'>" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
GOOD_PAPER = paper("关于安全生产的通知")
GOOD_BOOK = workbook(("县区", "隐患数"), ("青川县", 3))
SHEET = "xl/worksheets/sheet1.xml"
NOISE = Random(7).randbytes(20_000)

ANY: dict[str, bytes] = {
    "空文件": b"",
    "空白": " \u3000\n\n".encode(),
    "零": bytes(5000),
    "乱码": NOISE,
    "图片": b"\x89PNG\r\n\x1a\n" + NOISE,
    "半个字": "各县区要立即整改隐患，确保安全。".encode("gbk")[:-1],
    "两种编码": "各县区要整改".encode() + "各县区要整改".encode("gbk"),
    "半截UTF16": "各县区要立即整改隐患。".encode("utf-16")[:-1],
    "代用符": "各县区要\ud800整改".encode("utf-8", "surrogatepass"),
    "控制符": "请各县区\x00\x01\x08\x1b[31m立即整改\x7f\ufffe隐患。\n".encode(),
}
"""What may stand under any name."""

PAPERS: dict[str, bytes] = {
    "有密码": compound("EncryptionInfo", "EncryptedPackage"),
    "旧版": compound("WordDocument"),
    "空容器": compound(),
    "半个容器": compound("WordDocument")[:600],
    "空压缩包": zipped({}),
    "别的压缩包": zipped({"a.txt": "x"}),
    "截断": GOOD_PAPER[: len(GOOD_PAPER) // 2],
    "少了目录": GOOD_PAPER[:-30],
    "不是XML": word("not xml"),
    "没有根": word("<a/>"),
    "没有正文": word(f'<w:document xmlns:w="{WORD}"/>'),
    "实体炸弹": paper("&i;", before=f"<?xml version='1.0'?>{_LAUGHS}]>"),
    "外部实体": paper(
        "&a;", before="<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hosts'>]>"
    ),
    "套得太深": word(
        f'<w:document xmlns:w="{WORD}"><w:body>{"<w:tbl><w:tr><w:tc>" * 3000}<w:p/>'
        f"{'</w:tc></w:tr></w:tbl>' * 3000}</w:body></w:document>"
    ),
    "炸弹": word(f'<w:document xmlns:w="{WORD}"><w:body>'.encode() + BLANKS + b"</w:body></w:document>"),
}
"""What may stand under the name of a .docx."""

_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell '
    'office:value-type="float" office:value="1" table:number-columns-repeated="16384"><text:p>1</text:p>'
    "</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
)
BOOKS: dict[str, bytes] = {
    "有密码": compound("EncryptionInfo", "EncryptedPackage"),
    "旧版": compound("Workbook"),
    "空压缩包": zipped({}),
    "别的压缩包": zipped({"a.txt": "x"}),
    "Word文件": GOOD_PAPER,
    "截断": GOOD_BOOK[: len(GOOD_BOOK) // 2],
    "少了目录": GOOD_BOOK[:-40],
    "表坏了": changed(GOOD_BOOK, SHEET, "<sheetData>", "<sheetData><row r='1'><c r='A1'><v>1</"),
    "实体": changed(GOOD_BOOK, SHEET, "<v>3</v>", "<v>&zz;</v>"),
    "天边一格": changed(
        GOOD_BOOK, SHEET, "</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    ),
    "行号不符": changed(
        GOOD_BOOK, SHEET, "</sheetData>", '<row r="3"><c r="Z1048576"><v>1</v></c></row></sheetData>'
    ),
    "重复万次": zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": _ODS,
            "META-INF/manifest.xml": "<a/>",
        }
    ),
}
"""What may stand under the name of a workbook."""

TEXTS: dict[str, bytes] = {
    "标签": b'!!python/object/apply:os.system ["echo hi"]\n',
    "锚点炸弹": (
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(
            f"{new}: &{new} [{f'*{old},' * 9}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
        )
    ).encode(),
    "自己套自己": b"a: &a [*a]\n",
    "合并键": b"a: &a {b: 1}\nc:\n  <<: *a\n",
    "重复键": "标题: 一\n标题: 二\n".encode(),
    "深列表": b"[" * 5000 + b"]" * 5000,
    "深对象": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "重复的键": '{"标题":"a","标题":"b"}'.encode(),
    "非数": '{"标题": NaN, "县区": 1e999}'.encode(),
    "半截": '{"标题": "a'.encode(),
    "列表": b"[1,2]",
    "一个词": b'"x"',
    "大数": b'{"a": ' + b"9" * 10_000 + b"}",
    "不存在的日子": "会议时间: 2026-02-30\n成文日期: 9999-99-99\n".encode(),
    "制表符": b"a:\n\tb: 1\n",
    "两份": b"a: 1\n---\nb: 2\n",
    "怪键": b"~: 1\n? [a, b]\n: 2\n1: 3\n",
    "怪类型": "标题: !!set {a, b}\nx: !!binary aGVsbG8=\n".encode(),
    "不闭合的引号": '县区,隐患数\n"青川县,3\n'.encode(),
    "只有表头": "县区,隐患数\n".encode(),
    "坏行": '{"县区":"青川县"}\n{"县区":\n[1]\n'.encode(),
}
"""What may stand under the name of a data file or a text roster."""
