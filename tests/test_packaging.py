"""The wheel carries all it needs: built, installed in an empty environment, run from another folder."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(ROOT)],
        check=True,
        timeout=300,
    )
    (made,) = folder.glob("tongzhi-*.whl")
    return made


def test_wheel_holds_templates_and_corpus_and_nothing_of_the_workshop(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("templates", "corpus"):
        shipped = {p.relative_to(ROOT).as_posix() for p in (ROOT / folder).rglob("*") if p.is_file()}
        shipped = {name for name in shipped if "/compiled/" not in name}  # made in this checkout when used
        assert {f"tongzhi/data/{name}" for name in shipped} <= set(names)
    assert not [name for name in names if name.startswith(("tests", "benchmarks", "docs"))]


def test_wheel_holds_the_compiled_form_of_every_template(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()
    templates = {
        Path(name).stem
        for name in names
        if name.startswith("tongzhi/data/templates/") and name.endswith(".docx")
    }
    for ending in ("json", "py"):
        made = [
            Path(name).stem
            for name in names
            if Path(name).match(f"tongzhi/data/templates/compiled/*.{ending}")
        ]
        assert sorted(made) == sorted(templates), "each once: the checkout's own cache is not shipped"


def test_installed_wheel_runs_the_demo_from_another_folder(wheel: Path, tmp_path: Path):
    """The environment sees the libraries of this one through a .pth file, but not this checkout."""
    place = tmp_path / "env"
    venv.create(place, with_pip=False)
    scripts = place / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    target = Path(
        subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            capture_output=True, text=True, check=True,
        ).stdout.strip()
    )  # fmt: skip
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(target), str(wheel)],
        check=True,
    )
    libraries = [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    (target / "libraries.pth").write_text("\n".join(libraries), encoding="utf-8")
    elsewhere = tmp_path / "空文件夹"
    elsewhere.mkdir()
    done = subprocess.run(
        [python, "-W", "error", "-m", "tongzhi", "demo", "-o", "演示", "--today", "2026-11-23"],
        cwd=elsewhere, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    where = subprocess.run(
        [python, "-c", "import tongzhi; print(tongzhi.__file__)"],
        cwd=elsewhere,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert str(target.resolve()) in str(Path(where.strip()).resolve())
    made = {path.suffix for path in (elsewhere / "演示").rglob("*") if path.is_file()}
    assert {".docx", ".xlsx", ".yaml"} <= made
