"""Several .doc of one command start the office program once; a broken one does not take the others along."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from tests.anatomy.strangers import NOTICE

from tongzhi.check.folder import check_files
from tongzhi.check.run import convert_all_old, convert_old
from tongzhi.errors import InputError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script of the shell")
OLD = b"{\\rtf1 "
PROGRAM = """#!/bin/sh
echo start >> "{log}"
while [ "$1" != "--outdir" ]; do shift; done
out="$2"; shift 2
for file in "$@"; do
  name=$(basename "$file")
  grep -q broken "$file" || cp "{made}" "$out/${{name%.*}}.docx"
done
"""


@pytest.fixture
def starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give where a stand-in for the office program notes its starts."""
    log, program, made = tmp_path / "log", tmp_path / "soffice", tmp_path / "made"
    made.write_bytes(NOTICE)
    program.write_text(PROGRAM.format(log=log, made=made), encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("TONGZHI_SOFFICE", str(program))
    return log


def papers(folder: Path, *texts: bytes) -> list[Path]:
    found = []
    for number, text in enumerate(texts):
        path = folder / f"公文{number}" / "通知.rtf"
        path.parent.mkdir()
        path.write_bytes(OLD + text)
        found.append(path)
    return found


def test_one_start_for_all(tmp_path: Path, starts: Path) -> None:
    paths = papers(tmp_path, b"a", b"b", b"c")
    report = check_files(paths)
    assert starts.read_text(encoding="utf-8").count("start") == 1
    assert {nature.kind for nature in report.natures.values()} == {"公文"}
    assert list(report.files) == list(map(str, paths))


def test_a_broken_one_is_told_by_its_own_name(tmp_path: Path, starts: Path) -> None:
    paths = papers(tmp_path, b"a", b"broken", b"c")
    report = check_files(paths)
    assert list(report.files) == [str(paths[0]), str(paths[2])]
    assert str(paths[1]) in str(report.failed[str(paths[1])])
    assert starts.read_text(encoding="utf-8").count("start") == 2  # the broken one is tried alone


def test_one_file_alone_is_left_to_its_reader(tmp_path: Path, starts: Path) -> None:
    paths = papers(tmp_path, b"a")
    assert convert_all_old(paths) == {}
    assert not starts.exists()


def test_the_copy_is_not_named(tmp_path: Path, starts: Path) -> None:
    (path,) = papers(tmp_path, b"broken")
    with pytest.raises(InputError) as told:
        convert_old(path)
    assert [problem.place.file for problem in told.value.problems] == [str(path)]
    assert starts.exists()
