"""No false alarm on what the program itself makes: the sample of every type, filled, is clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from tongzhi.check.run import check
from tongzhi.cli.main import run
from tongzhi.papers.index import ENTRIES


@pytest.mark.parametrize("kind", [entry.key for entry in ENTRIES])
def test_sample_of_every_type_is_clean(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["new", kind, "-o", "数据.yaml"]) == 0
    assert run(["fill", kind, "数据.yaml", "-o", "文件.docx"]) == 0, capsys.readouterr().err
    assert [str(one) for one in check("文件.docx") if one.level != "open"] == []
