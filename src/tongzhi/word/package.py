"""The parts of a .docx: opened with limits before anything is inflated, written with copied compressed bytes.

The reader follows APPNOTE.TXT 4.3 (central directory only; no zip64, no encryption: Word writes neither for
files of this size). The writer sets every time to 1980-01-01, so that the same parts give the same bytes.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tongzhi.errors import InputError, LimitError, Place

MAX_FILE = 200_000_000
MAX_ENTRIES = 5_000
MAX_INFLATED = 300_000_000
MAX_PART = 120_000_000
MAX_RATIO = 250
RATIO_FROM = 5_000_000
"""Sizes in bytes; the ratio inflated : deflated counts for parts from `RATIO_FROM` on."""

CONTENT_TYPES = "[Content_Types].xml"
STORED, DEFLATED = 0, 8
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_DATE_1980 = 0x0021
_UTF8_NAME = 0x0800
_LOCAL_HEAD = struct.Struct("<4s5H3I2H")
_CENTRAL_HEAD = struct.Struct("<4s6H3I5H2I")
_END_HEAD = struct.Struct("<4s4H2IH")

Deflate = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Entry:
    """One part as it lies in the file: name, method, checksum, sizes and the compressed bytes."""

    name: str
    method: int
    crc: int
    size: int
    data: bytes

    def read(self) -> bytes:
        """Inflate the part.

        Raises:
            InputError: the compressed bytes are damaged.
            LimitError: more comes out than the directory declared.
        """
        if self.method == STORED:
            raw = self.data
        else:
            inflater = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                raw = inflater.decompress(self.data, self.size + 1)
            except zlib.error as error:
                raise _damaged(self.name) from error
        if len(raw) > self.size:
            raise LimitError.one(f"部件 {self.name} 解开后比声明的大", "文件可能被动过手脚，请重新另存一份")
        if len(raw) != self.size or zlib.crc32(raw) != self.crc:
            raise _damaged(self.name)
        return raw


def _damaged(name: str = "") -> InputError:
    where = f"（{name}）" if name else ""
    return InputError.one(f"文件已损坏{where}，打不开", "用 Word 或 WPS 打开后另存为 .docx 再试")


def read_entries(data: bytes) -> dict[str, Entry]:
    """Give the parts of a .docx by name, in the order of its directory, still compressed.

    Raises:
        InputError: it is no .docx, is password-protected or damaged.
        LimitError: too many parts, or they would inflate too far.
    """
    refuse_other_formats(data)
    if len(data) > MAX_FILE:
        raise LimitError.one(
            f"文件有 {len(data) // 1_000_000} MB，超过 {MAX_FILE // 1_000_000} MB", "缩小图片后再试"
        )
    entries: dict[str, Entry] = {}
    total = 0
    for entry in _directory(data):
        key = entry.name
        if key in entries:
            raise InputError.one(f"文件里有两个同名部件 {key}", "用 Word 打开后另存一份")
        total += entry.size
        _refuse_bomb(entry, total)
        entries[key] = entry
    if CONTENT_TYPES not in entries:
        raise InputError.one("这不是 Word 文件（缺少内容清单）", "请给 .docx 文件")
    return entries


def refuse_other_formats(data: bytes) -> None:
    """Raise InputError, with a word on what to do, for what only looks like a .docx."""
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise InputError.one(
            "这是加了密码的文件或旧版 .doc/.wps 文件", "先去掉密码，或用 Word、WPS 另存为 .docx"
        )
    if data[:4] not in (_LOCAL, _END):
        raise InputError.one("这不是 .docx 文件" if data else "文件是空的", "请给 Word 的 .docx 文件")


def _refuse_bomb(entry: Entry, total: int) -> None:
    if entry.size > MAX_PART or total > MAX_INFLATED:
        raise LimitError.one(f"部件 {entry.name} 解开后过大", f"总量不能超过 {MAX_INFLATED // 1_000_000} MB")
    if entry.size > RATIO_FROM and entry.size > MAX_RATIO * max(1, len(entry.data)):
        raise LimitError.one(f"部件 {entry.name} 压缩比异常", "文件可能是压缩炸弹，不予打开")


def _directory(data: bytes) -> Iterator[Entry]:
    end = data.rfind(_END, max(0, len(data) - 65_557))
    if end < 0 or end + _END_HEAD.size > len(data):
        raise _damaged()
    _, _, _, _, entries, _, start, _ = _END_HEAD.unpack_from(data, end)
    if entries > MAX_ENTRIES:
        raise LimitError.one(f"文件里有 {entries} 个部件，超过 {MAX_ENTRIES}", "文件可能被动过手脚")
    position = start
    for _ in range(entries):
        if position + _CENTRAL_HEAD.size > len(data):
            raise _damaged()
        head = _CENTRAL_HEAD.unpack_from(data, position)
        magic, _, _, flags, method, _, _, crc, packed, size, name_length, extra, comment, _, _, _, offset = (
            head
        )
        if magic != _CENTRAL:
            raise _damaged()
        raw_name = data[position + _CENTRAL_HEAD.size :][:name_length]
        position += _CENTRAL_HEAD.size + name_length + extra + comment
        name = _name(raw_name, flags)
        if name.endswith("/"):
            continue
        if flags & 1:
            raise InputError.one("文件加了密码", "先去掉密码再用")
        if method not in (STORED, DEFLATED):
            raise InputError.one(f"部件 {name} 的压缩方法不认识", "用 Word 打开后另存为 .docx")
        if 0xFFFFFFFF in (packed, size, offset):
            raise LimitError.one(f"部件 {name} 过大", "缩小图片后再试")
        yield Entry(name, method, crc, size, _packed(data, offset, packed))


def _name(raw: bytes, flags: int) -> str:
    try:
        name = raw.decode("utf-8") if flags & _UTF8_NAME else raw.decode("ascii")
    except UnicodeDecodeError:
        name = raw.decode("cp437")
    return name.replace("\\", "/").removeprefix("/")


def _packed(data: bytes, offset: int, length: int) -> bytes:
    if offset + _LOCAL_HEAD.size > len(data) or data[offset : offset + 4] != _LOCAL:
        raise _damaged()
    *_, name_length, extra = _LOCAL_HEAD.unpack_from(data, offset)
    start = offset + _LOCAL_HEAD.size + name_length + extra
    if start + length > len(data):
        raise _damaged()
    return data[start : start + length]


class Archive:
    """A writer for many files that share most parts: those are laid out once, the rest goes after them.

    `fixed` are copied as they lie; `changing` names the parts that every file gets anew, in that order.
    """

    def __init__(
        self, fixed: Iterable[Entry], changing: Iterable[str], deflate: Deflate | None = None
    ) -> None:
        self._deflate = deflate or fast_deflate()
        body = bytearray()
        directory = bytearray()
        number = 0
        for entry in fixed:
            number += 1
            name = entry.name.encode()
            sizes = (entry.crc, len(entry.data), entry.size)
            directory += _central(name, entry.method, sizes, len(body))
            body += _local(name, entry.method, sizes) + entry.data
        self._count = number
        self._body = bytes(body)
        self._directory = bytes(directory)
        self._changing = [name.encode() for name in changing]

    def pack(self, parts: Iterable[bytes]) -> bytes:
        """Give the whole file; `parts` are the inflated bytes of `changing`, in that order."""
        pieces = [self._body]
        directory = [self._directory]
        position = len(self._body)
        number = self._count
        deflate, crc32 = self._deflate, zlib.crc32
        for name, raw in zip(self._changing, parts, strict=True):
            packed = deflate(raw)
            sizes = (crc32(raw), len(packed), len(raw))
            directory.append(_central(name, DEFLATED, sizes, position))
            pieces += (_local(name, DEFLATED, sizes), packed)
            position += _LOCAL_HEAD.size + len(name) + len(packed)
            number += 1
        listing = b"".join(directory)
        pieces += (listing, _END_HEAD.pack(_END, 0, 0, number, number, len(listing), position, 0))
        return b"".join(pieces)


def _local(name: bytes, method: int, sizes: tuple[int, int, int]) -> bytes:
    return _LOCAL_HEAD.pack(_LOCAL, 20, _UTF8_NAME, method, 0, _DATE_1980, *sizes, len(name), 0) + name


def _central(name: bytes, method: int, sizes: tuple[int, int, int], offset: int) -> bytes:
    head = _CENTRAL_HEAD.pack(
        _CENTRAL, 20, 20, _UTF8_NAME, method, 0, _DATE_1980, *sizes, len(name), 0, 0, 0, 0, 0, offset
    )
    return head + name


def pack_parts(parts: Mapping[str, bytes | Entry], deflate: Deflate | None = None) -> bytes:
    """Give a .docx of `parts` in their order; entries are copied, bytes are deflated."""
    deflate = deflate or fast_deflate()
    whole = [
        part if isinstance(part, Entry) else deflated(name, part, deflate) for name, part in parts.items()
    ]
    return Archive(whole, ()).pack(())


def deflated(name: str, raw: bytes, deflate: Deflate | None = None) -> Entry:
    """Give `raw` as a part that an archive can copy."""
    return Entry(name, DEFLATED, zlib.crc32(raw), len(raw), (deflate or fast_deflate())(raw))


def read_parts(data: bytes) -> dict[str, bytes]:
    """Give the inflated parts of a .docx by name.

    Raises:
        InputError: it is no .docx or is damaged.
        LimitError: it would inflate too far.
    """
    return {name: entry.read() for name, entry in read_entries(data).items()}


def zlib_deflate(level: int = 6) -> Deflate:
    """Give raw deflate by zlib at `level`."""

    def deflate(raw: bytes) -> bytes:
        return zlib.compress(raw, level, -zlib.MAX_WBITS)

    return deflate


def isal_deflate(level: int = 2) -> Deflate | None:
    """Give raw deflate by ISA-L at `level`, or `None` where the wheel `isal` is not installed."""
    try:
        from isal import isal_zlib
    except ImportError:
        return None
    compress = isal_zlib.compress

    def deflate(raw: bytes) -> bytes:
        packed: bytes = compress(raw, level, -zlib.MAX_WBITS)
        return packed

    return deflate


_FASTEST: list[Deflate] = []


def fast_deflate() -> Deflate:
    """Give the fastest raw deflate of this machine: ISA-L if installed, else zlib."""
    if not _FASTEST:
        _FASTEST.append(isal_deflate() or zlib_deflate())
    return _FASTEST[0]


def read_file(path: Path) -> bytes:
    """Give the bytes of a file.

    Raises:
        InputError: it is not there, is a folder or may not be read.
        LimitError: it is larger than `MAX_FILE`.
    """
    place = Place(file=str(path))
    try:
        if path.stat().st_size > MAX_FILE:
            raise LimitError.one(f"文件超过 {MAX_FILE // 1_000_000} MB", "缩小图片后再试", place=place)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError.one("文件不存在", "检查文件名和所在文件夹", place=place) from error
    except IsADirectoryError as error:
        raise InputError.one("这是一个文件夹", "写明文件名", place=place) from error
    except OSError as error:
        raise InputError.one("文件读不了", "检查权限，或先关闭占用它的程序", place=place) from error


_NUMBERS = count(1)


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` under `path`: written beside it, then renamed, so that no half file is ever seen.

    Raises:
        InputError: the place cannot be written.
    """
    temporary = path.with_name(f".tongzhi-{os.getpid()}-{next(_NUMBERS)}.tmp")
    try:
        try:
            temporary.write_bytes(data)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(data)
        temporary.replace(path)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink()
        if not isinstance(error, OSError):
            raise
        raise InputError.one(
            "写不进去", "检查文件夹权限和磁盘空间，关闭 Word 中的同名文件", place=Place(file=str(path))
        ) from error
