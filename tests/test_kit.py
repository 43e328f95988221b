"""The offline kit: complete for each platform, and on Linux installed and run without a network."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"
REQUIRED = bool(os.environ.get("TONGZHI_REQUIRE_TOOLS"))


@pytest.fixture(scope="module")
def wheels() -> ModuleType:
    spec = importlib.util.spec_from_file_location("wheels", ROOT / "kit" / "wheels.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["wheels"] = module
    spec.loader.exec_module(module)
    return module


def wheel(folder: Path, name: str, *needs: str, modules: tuple[str, ...] = ()) -> None:
    project, version = name.split("-")[:2]
    folder.mkdir(exist_ok=True)
    with zipfile.ZipFile(folder / name, "w") as archive:
        for module in modules or (f"{project}.py",):
            archive.writestr(module, "")
        lines = [
            f"Name: {project}",
            f"Version: {version}",
            *(f"Requires-Dist: {need}" for need in needs),
            "",
            "",
        ]
        archive.writestr(f"{project}-{version}.dist-info/METADATA", "\n".join(lines))


def test_what_only_windows_needs_is_asked_for_there(wheels: ModuleType, tmp_path: Path):
    wheel(
        tmp_path / "轮子",
        "click-8.2-py3-none-any.whl",
        'colorama; platform_system == "Windows"',
        'x; extra == "y"',
    )
    windows = wheels.Platform("Windows", "Windows", "amd64", ("3.11",))
    linux = wheels.Platform("Linux", "Linux", "x86_64", ("3.11",))
    assert wheels.missing(tmp_path / "轮子", windows, "3.11") == ["colorama"]
    assert wheels.missing(tmp_path / "轮子", linux, "3.11") == []


def test_check_names_wrong_platform_wrong_python_and_unmet_import(wheels: ModuleType, tmp_path: Path):
    folder, source = tmp_path / "轮子", tmp_path / "src"
    wheel(folder, "a-1-cp311-cp311-win_amd64.whl", modules=("a/__init__.py",))
    wheel(folder, "b-1-cp311-abi3-manylinux_2_17_x86_64.whl", modules=("b-1.data/purelib/b/core.py",))
    wheel(folder, "c-1-cp311-cp311-manylinux_2_17_x86_64.whl", modules=("c.cpython-311-x86_64-linux-gnu.so",))
    source.mkdir()
    (source / "m.py").write_text(
        "import os, a, b.core, c, d\ntry:\n    import e\nexcept ImportError:\n    e = None\n"
    )
    platform = wheels.Platform("Linux", "Linux", "x86_64", ("3.11", "3.12"))
    faults = wheels.check(folder, source, platform, frozenset())
    assert any("a-1" in fault and "不是 Linux" in fault for fault in faults)
    assert any("c-1" in fault and "3.12" in fault for fault in faults)
    assert not any("b-1" in fault for fault in faults)
    assert [fault for fault in faults if "没有" in fault and "引入" in fault] == ["m.py 要引入的 d 没有"]


def run_builder(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "kit" / "make_kit.py"), *words],
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=500, env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "要做哪一种"),
        (["--windows"], "embeddable"),
        (["--windows", "--python-embed", "无.zip"], "找不到"),
    ],
)
def test_builder_says_what_it_needs(words: list[str], said: str, tmp_path: Path):
    done = run_builder(*words, "-o", str(tmp_path / "包"))
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "包").exists()


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both kits, for x64 and this version of Python; the embedded Python is a stand-in of the same layout."""
    folder = tmp_path_factory.mktemp("kit")
    embed = folder / "embed.zip"
    with zipfile.ZipFile(embed, "w") as archive:
        for name in ("python.exe", "pythonw.exe", "python311.dll", "python311.zip"):
            archive.writestr(name, "stand-in")
        archive.writestr("python311._pth", "python311.zip\n.\n#import site\n")
    done = run_builder(
        "--windows", "--python-embed", str(embed), "--linux", "--linux-machine", "x64", "--linux-python", HERE,
        "-o", str(folder / "离线包"),
    )  # fmt: skip
    if done.returncode and not REQUIRED and "pip download" in done.stderr:
        pytest.skip("没有可用的软件源，离线包做不出来")
    assert done.returncode == 0, done.stderr
    return folder / "离线包"


@pytest.mark.registry
def test_windows_folder_holds_every_import_and_starts_with_a_double_click(kit: Path, wheels: ModuleType):
    folder = kit / "Windows"
    libraries = folder / "python" / "Lib" / "site-packages"
    here = {path.name.partition(".")[0] for path in libraries.iterdir()}
    optional = {"distributed", "isal", "psycopg", "dask", "tongzhi"}
    wanted = {name for name, _ in wheels.imports(ROOT / "src" / "tongzhi")}
    assert wanted - here - optional - set(sys.stdlib_module_names) == set()
    assert (libraries / "colorama").is_dir()
    assert not list(libraries.rglob("*.so"))
    assert list(libraries.glob("lxml/*.pyd"))
    assert "Lib\\site-packages" in (folder / "python" / "python311._pth").read_text()
    start = (folder / "双击启动.bat").read_bytes()
    assert start.isascii()
    assert b"\r\n" in start
    assert b"-m tongzhi serve --open" in start
    assert (libraries / "tongzhi" / "data" / "templates" / "notice.docx").is_file()


def can_run(words: list[str]) -> bool:
    return (
        shutil.which(words[0]) is not None
        and not subprocess.run(words, check=False, capture_output=True).returncode
    )


@pytest.mark.registry
def test_linux_kit_installs_and_runs_the_demo_without_a_network(kit: Path, tmp_path: Path):
    cut = next(
        (words for words in (["unshare", "-n"], ["unshare", "-rn"]) if can_run([*words, "true"])), None
    )
    if cut is None:
        assert not REQUIRED, "断不开网络（unshare）"
        pytest.skip("这里不能断开网络（unshare）")
    home = tmp_path / "家"
    home.mkdir()
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", "TONGZHI_PYTHON": sys.executable,
        "PIP_NO_INDEX": "1",
    }  # fmt: skip
    target = tmp_path / "装在 这里"
    for command in (
        ["sh", str(kit / "Linux" / "安装.sh"), str(target)],
        [str(target / "tongzhi"), "demo", "-o", "演示", "--today", "2026-11-23"],
    ):
        done = subprocess.run(
            [*cut, *command], cwd=home, env=environment, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    assert (home / "演示" / "部署方案.docx").is_file()
    assert (home / ".local/share/applications/tongzhi.desktop").is_file()


@pytest.mark.registry
def test_kit_lists_licence_and_checksum_of_every_wheel_and_holds_the_manual(kit: Path):
    rows = (kit / "Linux" / "清单-x64.txt").read_text(encoding="utf-8").splitlines()[1:]
    assert len(rows) == len(list((kit / "Linux" / "轮子-x64").glob("*.whl")))
    assert all(len(row.split("\t")) == 4 and len(row.split("\t")[3]) == 64 for row in rows)
    assert any(row.startswith("jieba ") for row in rows)
    for name in ("请先读我.txt", "字体说明.txt", "手册/index.md", "手册/SECURITY.md"):
        assert (kit / name).is_file()


def test_sdist_holds_what_is_needed_to_build_and_test_and_nothing_else(tmp_path: Path):
    import tarfile

    done = subprocess.run(
        [sys.executable, "-m", "build", "--sdist", "--outdir", str(tmp_path), str(ROOT)],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    if done.returncode and not REQUIRED and "pip" in done.stdout + done.stderr:
        pytest.skip("没有可用的软件源，装不了构建工具")
    assert done.returncode == 0, done.stderr
    (made,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(made) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "SECURITY.md",
        "src/tongzhi/py.typed",
        "mkdocs.yml",
    } <= names
    tops = {name.split("/")[0] for name in names}
    assert tops <= {
        "src", "templates", "corpus", "tests", "docs", "schemas", "kit", "benchmarks", "mkdocs.yml", "README.md",
        "CHANGELOG.md", "LICENSE", "CONTRIBUTING.md", "SECURITY.md", "pyproject.toml", "PKG-INFO", ".gitignore", "hatch_build.py", "make.py", "gold",
    }  # fmt: skip
    assert not [name for name in names if name.endswith((".pyc", ".db", ".log"))]
