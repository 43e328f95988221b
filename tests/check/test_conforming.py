"""Few false alarms: papers that conform give no finding, made with python-docx or saved by LibreOffice."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tongzhi.check.run import check
from tongzhi.office import find_libreoffice

from .conforming import SHAPES


def test_there_are_twenty_shapes():
    assert len(SHAPES) >= 20


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_conforming_paper_gives_no_finding(shape):
    assert [str(finding) for finding in check(shape().save())] == []


@pytest.mark.office
def test_conforming_papers_saved_by_libreoffice_give_no_finding(tmp_path: Path):
    program = find_libreoffice()
    if program is None:
        pytest.skip("no LibreOffice")
    sources = []
    for shape in SHAPES:
        path = tmp_path / f"{shape.__name__}.docx"
        path.write_bytes(shape().save())
        sources.append(str(path))
    out = tmp_path / "out"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [
            str(program),
            profile,
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(out),
            *sources,
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    found = {path.stem: [str(finding) for finding in check(path)] for path in sorted(out.glob("*.docx"))}
    assert len(found) == len(SHAPES)
    assert {name: findings for name, findings in found.items() if findings} == {}
