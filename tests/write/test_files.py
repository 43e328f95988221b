from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tongzhi.errors import InputError, OutputExistsError
from tongzhi.write import files
from tongzhi.write.files import write_file, write_files


def test_existing_file_is_kept_without_force(tmp_path: Path):
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    with pytest.raises(OutputExistsError, match="已存在"):
        write_file(target, b"new")
    assert target.read_bytes() == b"old"
    write_file(target, b"new", force=True)
    assert target.read_bytes() == b"new"


def test_none_of_several_files_appears_when_one_cannot_be_written(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputError):
        write_files({tmp_path / "a.txt": b"1", tmp_path / "file" / "b.txt": b"2"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


def test_failure_while_renaming_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def broken(self: Path, target: Path) -> Path:
        raise PermissionError(13, "denied", str(target))

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(InputError):
        write_file(tmp_path / "a.txt", b"1")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_made_file_is_readable_by_the_usual_mask(tmp_path: Path):
    write_file(tmp_path / "a.txt", b"1")
    assert (tmp_path / "a.txt").stat().st_mode & 0o600 == 0o600


def test_dash_is_standard_output(capfdbinary: pytest.CaptureFixture[bytes]):
    write_file(Path("-"), b"\x00bytes")
    assert capfdbinary.readouterr().out == b"\x00bytes"


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_stop_while_writing_leaves_no_temporary_file(
    stop: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    opened = os.fdopen

    def stopped(handle: int, mode: str) -> object:
        opened(handle, mode).close()
        raise stop

    monkeypatch.setattr(os, "fdopen", stopped)
    with pytest.raises(stop):
        write_files({tmp_path / "a.txt": b"1"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_stop_between_two_files_leaves_whole_files_only(
    stop: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def stopped(self: Path, target: Path) -> Path:
        raise stop

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(stop):
        write_files({tmp_path / "a.txt": b"1", tmp_path / "b.txt": b"2"})
    assert list(tmp_path.iterdir()) == []


def test_name_that_is_too_long_is_told(tmp_path: Path):
    with pytest.raises(InputError, match="文件名过长"):
        write_file(tmp_path / ("长" * 200 + ".docx"), b"x")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask to speak of")
def test_many_writers_at_once_leave_the_umask_as_it_was():
    before = os.umask(0o027)
    often = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            assert set(pool.map(lambda _: files._umask(), range(40_000))) == {0o027}
        assert os.umask(0o027) == 0o027
    finally:
        sys.setswitchinterval(often)
        os.umask(before)
