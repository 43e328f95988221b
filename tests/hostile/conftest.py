"""Fixtures: one call of the command line, with what must hold for every call."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tongzhi.cli.main import run

_LATIN = re.compile(r"(?:[A-Za-z][a-z']+[ ,]+){2,}[a-z]+")
_COMMAND = re.compile(r"tongzhi [^。；，]*|apt install [a-z-]+")


@dataclass(frozen=True)
class Outcome:
    """What one call gave."""

    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


def assert_plain(outcome: Outcome) -> None:
    """Hold what the contract says of every call: an exit code, Chinese messages, no trace of our insides."""
    assert outcome.code in (0, 1, 2), outcome
    assert "内部出错" not in outcome.err, outcome.err
    assert "Traceback" not in outcome.err, outcome.err
    assert not _LATIN.search(_COMMAND.sub("", outcome.err)), outcome.err
    if outcome.code == 2:
        assert "错误：" in outcome.err, outcome


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run one command line and check what holds for all."""

    def run_one(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        code = run([*map(str, arguments), "--today", "2026-09-17"])
        caught = capsys.readouterr()
        outcome = Outcome(code, caught.out, caught.err)
        assert_plain(outcome)
        return outcome

    return run_one


@pytest.fixture(scope="session")
def _desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    for kind, name in (("notice", "通知.yaml"), ("meeting", "会议.yaml"), ("circular", "公共.yaml")):
        assert run(["new", kind, "-o", str(folder / name), "--today", "2026-09-17"]) == 0
    (folder / "讲话.txt").write_text("各县区要在9月30日前完成隐患排查。", encoding="utf-8")
    assert run(["extract", str(folder / "讲话.txt"), "-o", str(folder / "任务.json")]) == 0
    (folder / "名册.csv").write_text("县区,存在问题,整改时限\n青川县,台账不全,2026-09-30\n", encoding="utf-8")
    return folder


@pytest.fixture
def desk(_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with good files, which is the current folder; no office program is to be found."""
    folder = tmp_path / "案头"
    shutil.copytree(_desk, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("TONGZHI_SOFFICE", str(tmp_path / "none"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in ("TONGZHI_PROFILE", "TONGZHI_DB", "TONGZHI_TODAY"):
        monkeypatch.delenv(name, raising=False)
    return folder
