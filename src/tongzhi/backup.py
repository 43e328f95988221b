"""One file that holds what an office cannot make again: ledger, profile and its neighbours, the meetings of the page.

A backup is a .zip with the files under their paths below the office's folder and `备份清单.json`, which names each with its
size and SHA-256. Restoring reads and verifies all of it before the first file is touched.
"""

from __future__ import annotations

import hashlib
import io
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from tongzhi.errors import InputError, Place
from tongzhi.write.files import write_file, write_files

LISTING = "备份清单.json"
SCHEMA = "tongzhi.backup/1"
PROFILE = "本单位.yaml"
FOLDERS = ("公文", "本单位", "文种")
"""Folders that are kept whole: the meetings of the page, remembered headings, the office's own types."""
FILES = ("文号登记.csv",)
LEDGERS = (".db", ".sqlite", ".sqlite3")
_PASSING = (".tmp", ".lock", "-wal", "-shm", "-journal")
_EPOCH = (1980, 1, 1, 0, 0, 0)
MOST_BYTES = 4 << 30
"""A backup that would unpack to more is refused: no office's papers are that large."""


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A file of a backup: its path below the office's folder, size in bytes, SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Backup:
    """What went into a backup, and what was left out with the reason."""

    files: tuple[BackupFile, ...]
    left_out: tuple[str, ...]


def make_backup(
    folder: Path,
    target: Path,
    *,
    profile: Path | None,
    ledger: str | None,
    now: datetime,
    force: bool = False,
) -> Backup:
    """Write the backup of an office and read it again to be sure.

    Args:
        folder: the office's folder.
        target: the .zip to write.
        profile: the profile in use, which may lie elsewhere; it is kept as 本单位.yaml.
        ledger: the ledger's file or URL; by default every ledger file in the folder.
        now: when it was made, as the listing says.
        force: overwrite the target.

    Raises:
        InputError: there is nothing to keep, a file cannot be read, the target exists or cannot be written.
    """
    left_out: list[str] = []
    found: dict[str, bytes] = {}
    for name, path in _wanted(folder, profile, ledger, left_out):
        try:
            found.setdefault(name, _read(path))
        except OSError as error:
            raise InputError.one(
                "读不出来，备份没有写", "关掉正用着它的程序再试", place=Place(file=str(path))
            ) from error
    if not found:
        raise InputError.one(
            "这里没有要备份的东西（台账、本单位.yaml、公文）",
            "到放这些文件的文件夹里运行",
            place=Place(file=str(folder)),
        )
    kept = tuple(
        BackupFile(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in sorted(found.items())
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        listing = {
            "schema": SCHEMA,
            "made": now.isoformat(timespec="seconds"),
            "files": [{"path": one.path, "bytes": one.size, "sha256": one.sha256} for one in kept],
        }
        package.writestr(zipfile.ZipInfo(LISTING, _EPOCH), json.dumps(listing, ensure_ascii=False, indent=1))
        for one in kept:
            package.writestr(zipfile.ZipInfo(one.path, _EPOCH), found[one.path], zipfile.ZIP_DEFLATED)
    data = buffer.getvalue()
    read_backup(data, target.name)
    write_file(target, data, force=force)
    return Backup(kept, tuple(left_out))


def _wanted(
    folder: Path, profile: Path | None, ledger: str | None, left_out: list[str]
) -> Iterator[tuple[str, Path]]:
    own = profile or (folder / PROFILE if (folder / PROFILE).is_file() else None)
    if own is not None and own.is_file():
        yield PROFILE, own
        for name in FILES:
            if own.with_name(name).is_file():
                yield name, own.with_name(name)
    for name in FILES:
        if (folder / name).is_file():
            yield name, folder / name
    homes = [folder, *([own.parent] if own is not None else [])]
    for name in FOLDERS:
        for home in homes:
            for path in sorted((home / name).rglob("*")):
                if path.is_file() and not path.is_symlink() and not path.name.endswith(_PASSING):
                    yield path.relative_to(home).as_posix(), path
    if ledger is not None and "://" in ledger and not ledger.startswith("sqlite"):
        left_out.append(
            f"台账在数据库服务器上（{ledger.rpartition('@')[2]}），不在备份里；请管理员用 pg_dump 备份"
        )
    elif ledger is not None:
        path = Path(ledger)
        if not path.is_file():
            raise InputError.one("没有这个台账", "核对 --db", place=Place(file=ledger))
        yield path.name, path
    else:
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() in LEDGERS and path.is_file() and _is_sqlite(path):
                yield path.name, path


def _is_sqlite(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(16) == b"SQLite format 3\x00"


def _read(path: Path) -> bytes:
    """Give a file's bytes; of a ledger a state between two steps, whoever is writing to it."""
    if path.suffix.lower() in LEDGERS and _is_sqlite(path):
        return snapshot(path)
    return path.read_bytes()


def snapshot(path: Path) -> bytes:
    """Give a consistent copy of an SQLite database that others may be writing to."""
    with tempfile.TemporaryDirectory(prefix="tongzhi-") as scratch:
        copy = Path(scratch) / "copy.db"
        source, target = (
            sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True),
            sqlite3.connect(copy),
        )
        try:
            source.backup(target)
        finally:
            source.close()
            target.close()
        return copy.read_bytes()


def read_backup(data: bytes, name: str) -> dict[str, bytes]:
    """Give the files of a backup by their paths, each verified.

    Raises:
        InputError: it is no backup, was made by a newer tongzhi, or is damaged.
    """
    place = Place(file=name)
    damaged = InputError.one("备份已损坏", "换一份备份", place=place)
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        listing = json.loads(package.read(LISTING))
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, EOFError) as error:
        raise InputError.one(
            "这不是 tongzhi 的备份，或已损坏", "给 tongzhi backup 写出的 .zip", place=place
        ) from error
    schema = str(listing.get("schema", "")) if isinstance(listing, dict) else ""
    if schema != SCHEMA:
        raise InputError.one(
            f"备份的版本是“{schema}”，这个程序不认识", "用做备份的那个版本（或更新的）恢复", place=place
        )
    found: dict[str, bytes] = {}
    total = 0
    for one in listing["files"]:
        try:
            path, size, digest = str(one["path"]), int(one["bytes"]), str(one["sha256"])
            info = package.getinfo(path)
        except (KeyError, TypeError, ValueError) as error:
            raise damaged from error
        total += info.file_size
        pure = PurePosixPath(path)
        if (
            pure.is_absolute()
            or ".." in pure.parts
            or ":" in path
            or "\\" in path
            or info.file_size != size
            or total > MOST_BYTES
        ):
            raise damaged
        try:
            content = package.read(path)
        except (zipfile.BadZipFile, EOFError, RuntimeError, ValueError, OSError) as error:
            raise damaged from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise InputError.one(f"备份里的“{path}”与清单不符，备份已损坏", "换一份备份", place=place)
        found[path] = content
    return found


def restore_backup(
    source: Path, folder: Path, *, now: datetime, force: bool = False
) -> tuple[list[str], Path | None]:
    """Put the files of a backup back where they were.

    Args:
        source: the backup.
        folder: the office's folder.
        now: when, for the name of the copy of what stood there.
        force: overwrite what is there; a backup of it is written first.

    Returns:
        the paths written, and the copy of what was there before, if there was anything.

    Raises:
        InputError: the backup cannot be read; files stand there already and `force` is off; nothing was written then.
    """
    if not source.is_file():
        raise InputError.one("没有这个文件", "核对备份的文件名", place=Place(file=str(source)))
    found = read_backup(source.read_bytes(), source.name)
    there = [name for name in found if (folder / name).exists() and _read(folder / name) != found[name]]
    if there and not force:
        shown = "、".join(there[:3]) + (f"等 {len(there)} 个文件" if len(there) > 3 else "")
        raise InputError.one(
            f"这里已有不同的{shown}",
            "换一个空文件夹恢复，或加 --force（现有的会先另存一份备份）",
            place=Place(file=str(folder)),
        )
    copy: Path | None = None
    if there:
        copy = folder / f"恢复前的备份-{now:%Y%m%d-%H%M%S}.zip"
        make_backup(folder, copy, profile=None, ledger=None, now=now)
    for name in found:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
    write_files({folder / name: content for name, content in found.items()}, force=True)
    return sorted(found), copy
