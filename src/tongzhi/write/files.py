"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import secrets
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock

from tongzhi.errors import InputError, OutputExistsError, Place

STDOUT = Path("-")
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys instead of showing it, and what turns the direction of a line."""


def quoted(text: str) -> str:
    """Give the text as it may reach a terminal: its commands quoted as JSON quotes them, so that JSON stays JSON."""
    return _COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text.replace("\r\n", "\n"))


def write_file(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write `data` under `path`, or to standard output for `-`.

    Raises:
        OutputExistsError: the file is there and `force` is off.
        InputError: the folder cannot be written, the disk is full, or Word holds the file open.
    """
    write_files({path: data}, force=force)


def write_files(files: Mapping[Path, bytes], *, force: bool = False) -> None:
    """Write several files; none appears under its final name unless all could be written.

    Raises:
        OutputExistsError: one of the files is there and `force` is off; nothing was written.
        InputError: one of the files cannot be written.
    """
    real = {path: data for path, data in files.items() if path != STDOUT}
    refuse_existing(real, force=force)
    written: dict[Path, Path] = {}
    try:
        for path, data in real.items():
            written[path] = path.with_name(f".tongzhi-{secrets.token_hex(8)}.tmp")
            _write_new(written[path], path, data)
        for path in list(written):
            _put(written[path], path, force=force)
            del written[path]
    finally:
        for temporary in written.values():
            with suppress(OSError):
                temporary.unlink()
    if STDOUT in files:
        data = files[STDOUT]
        if sys.stdout.isatty():
            data = quoted(data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def refuse_existing(paths: Mapping[Path, object] | list[Path], *, force: bool) -> None:
    """Raise `OutputExistsError` if one of `paths` is there already and `force` is off."""
    if force:
        return
    there = [path for path in paths if os.path.lexists(path)]
    if there:
        raise OutputExistsError.one(
            "文件已存在，未覆盖", "换一个文件名（-o），或加 --force 覆盖", place=Place(file=str(there[0]))
        )


def _write_new(temporary: Path, path: Path, data: bytes) -> None:
    """Write what is to become `path` under a name of its own, readable by the user alone."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(temporary, _NEW, 0o600), "wb") as stream:
            stream.write(data)
    except OSError as error:
        raise unwritable(path, error) from error


def _put(temporary: Path, path: Path, *, force: bool) -> None:
    try:
        if not force:
            refuse_existing([path], force=False)
        temporary.chmod(0o644 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error


_UMASK = Lock()
"""The mask is the process's: two threads that read it at once would leave it open."""


def _umask() -> int:
    with _UMASK:
        mask = os.umask(0)
        os.umask(mask)
    return mask


def unwritable(path: Path, error: OSError) -> InputError:
    """Make the error for a file that cannot be written, in the words a user needs."""
    place = Place(file=str(path))
    if error.errno == errno.ENOSPC:
        return InputError.one("磁盘已满，没有写入", "清理磁盘后重试", place=place)
    if error.errno == errno.ENAMETOOLONG:
        return InputError.one("文件名过长", "换一个短一些的文件名", place=place)
    if error.errno in (errno.EISDIR, errno.ENOTDIR) or path.is_dir():
        return InputError.one("这是一个文件夹，或上级不是文件夹", "写明文件名，如 -o 结果.docx", place=place)
    if getattr(error, "winerror", None) == 32 or (
        error.errno in (errno.EACCES, errno.EPERM) and path.exists()
    ):
        return InputError.one(
            "文件被占用或只读，写不进去", "请先关闭 Word 中的该文件，或去掉只读", place=place
        )
    return InputError.one("没有写入权限或位置不可用", "换一个能写的文件夹（-o）", place=place)
