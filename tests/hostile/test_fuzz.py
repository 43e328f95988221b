"""The fuzz targets run, and what they once found stays put right."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
FINDINGS = sorted((Path(__file__).parent / "findings").glob("*"))


@pytest.fixture(scope="module")
def fuzz() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz_run", ROOT / "fuzz" / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_target_reads_its_good_file_and_some_spoilt_ones(fuzz: ModuleType):
    chance = random.Random(1)
    for target in fuzz.TARGETS:
        good = fuzz.seeds(target)
        assert fuzz.attempt(target, good) == "", target
        for _ in range(5):
            assert fuzz.attempt(target, fuzz.spoil(good, chance)) == "", target


@pytest.mark.parametrize("path", FINDINGS, ids=lambda path: path.name)
def test_finding_stays_put_right(path: Path, fuzz: ModuleType):
    target = f"{path.name.split('-')[0]}{path.suffix}"
    assert fuzz.attempt(target, path.read_bytes()) == ""


def test_an_error_without_a_chinese_word_is_a_finding(fuzz: ModuleType, monkeypatch: pytest.MonkeyPatch):
    def fail(path: Path) -> object:
        raise KeyError(path.name)

    monkeypatch.setitem(fuzz.TARGETS, "data.yaml", fail)
    assert "KeyError" in fuzz.attempt("data.yaml", b"x")
