"""Build the offline kit: `python kit/make_kit.py --windows --linux -o 离线包`.

For Windows 10+ x64 a folder that runs where it lies (embedded Python, libraries, a file to double-click), for Linux
x64 and arm64 wheels and an install script. What is fetched comes from pip's index as configured.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from pathlib import Path

from packaging.requirements import Requirement
from wheels import KitError, Platform, build, check, fetch, metadata, pip

ROOT = Path(__file__).resolve().parents[1]
FILES = Path(__file__).resolve().parent / "files"
SOURCE = ROOT / "src" / "tongzhi"
EMBED = (
    "Windows 版要加 --python-embed 文件.zip：到 python.org 的下载页取 Windows embeddable package (64-bit)，"
    "版本与 --windows-python 相同（默认 3.11）"
)


def optional_names() -> frozenset[str]:
    """Give the names of the libraries that only extras bring: the program asks for them by name when they are used."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]
    users = ("fast", "cluster", "postgres")
    found = {Requirement(line).name for name in users for line in extras[name]}
    return frozenset({"tongzhi", "dask", *found})


def make_windows(target: Path, built: Path, embed: Path, python: str) -> Path:
    """Make the folder for Windows.

    Raises:
        KitError: the zip is no embeddable Python of that version, or something is missing.
    """
    folder = target / "Windows"
    home = folder / "python"
    code = python.replace(".", "")
    with zipfile.ZipFile(embed) as archive:
        names = archive.namelist()
        if "python.exe" not in names or f"python{code}._pth" not in names:
            raise KitError(f"{embed.name} 不是 Python {python} 的 embeddable zip。{EMBED}")
        archive.extractall(home)
    platform = Platform("Windows x64", "Windows", "amd64", (python,))
    with tempfile.TemporaryDirectory() as place:
        wheels = Path(place)
        fetch(built, wheels, platform)
        _stop_on(check(wheels, SOURCE, platform, optional_names()))
        _write_list(wheels, folder / "清单.txt")
        libraries = home / "Lib" / "site-packages"
        pip(
            "install", "--no-index", "--no-deps", "--no-compile", "--target", str(libraries),
            "--platform", "win_amd64", "--implementation", "cp", "--python-version", python,
            "--only-binary", ":all:", *(str(path) for path in sorted(wheels.glob("*.whl")) if not path.name.startswith("pip-")),
        )  # fmt: skip
        shutil.rmtree(libraries / "bin", ignore_errors=True)
    (home / f"python{code}._pth").write_text(f"python{code}.zip\n.\nLib\\site-packages\n", encoding="ascii")
    for source, name in (("windows.bat", "双击启动.bat"), ("console.bat", "命令行.bat")):
        text = (FILES / source).read_text(encoding="ascii")
        (folder / name).write_bytes(text.replace("\n", "\r\n").encode("ascii"))
    return folder


def make_linux(target: Path, built: Path, machines: dict[str, Path | None], pythons: tuple[str, ...]) -> Path:
    """Make the folder for Linux: wheels for each machine, the install script, and Python itself where one is given."""
    folder = target / "Linux"
    for machine, archive in machines.items():
        platform = Platform(
            f"Linux {machine}", "Linux", {"x64": "x86_64", "arm64": "aarch64"}[machine], pythons
        )
        wheels = folder / f"轮子-{machine}"
        fetch(built, wheels, platform)
        _stop_on(check(wheels, SOURCE, platform, optional_names()))
        _write_list(wheels, folder / f"清单-{machine}.txt")
        if archive is not None:
            _unpack_python(archive, folder / f"python-{machine}")
    shutil.copyfile(FILES / "安装.sh", folder / "安装.sh")
    (folder / "安装.sh").chmod(0o755)
    return folder


def _unpack_python(archive: Path, target: Path) -> None:
    """Unpack a relocatable Python: an archive with `bin/python3`, alone or under one folder."""
    with tempfile.TemporaryDirectory(dir=target.parent) as place:
        with tarfile.open(archive) as packed:
            packed.extractall(place, filter="data")
        found = next((path for path in sorted(Path(place).rglob("bin/python3"))), None)
        if found is None:
            raise KitError(f"{archive.name} 里没有 bin/python3，不是可搬移的 Python。")
        shutil.move(found.parents[1], target)


def _stop_on(faults: list[str]) -> None:
    if faults:
        raise KitError("离线包不完整：\n" + "\n".join(faults))


def _write_list(wheels: Path, target: Path) -> None:
    """Write name, version, licence and SHA-256 of every wheel."""
    lines = []
    for path in sorted(wheels.glob("*.whl")):
        about = metadata(path)
        licence = (about.get("License-Expression") or about.get("License") or [""])[0].strip().split("\n")[0]
        if not licence:
            named = [line for line in about.get("Classifier", []) if line.startswith("License ::")]
            licence = "；".join(line.rpartition(":: ")[2] for line in named)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        lines.append(f"{about['Name'][0]} {about['Version'][0]}\t{licence[:80]}\t{path.name}\t{digest}")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("名称 版本\t许可\t文件\tSHA-256\n" + "\n".join(lines) + "\n", encoding="utf-8")


def add_papers(target: Path) -> None:
    """Add the notices and the manual."""
    for name in ("请先读我.txt", "字体说明.txt"):
        text = (FILES / name).read_text(encoding="utf-8")
        (target / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    manual = target / "手册"
    shutil.copytree(ROOT / "docs", manual, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    for name in ("README.md", "LICENSE", "SECURITY.md", "CHANGELOG.md"):
        shutil.copyfile(ROOT / name, manual / name)


def main(arguments: list[str] | None = None) -> int:
    """Read the command line and build what it asks for."""
    parser = argparse.ArgumentParser(description="做离线包：一个文件夹，拿到不联网的机器上就能用。")
    parser.add_argument("--windows", action="store_true", help="做 Windows 10 及以上 64 位的")
    parser.add_argument("--linux", action="store_true", help="做 Linux 的（麒麟、统信等）")
    parser.add_argument("--python-embed", type=Path, metavar="文件.zip", help=EMBED)
    parser.add_argument(
        "--windows-python", default="3.11", metavar="版本", help="嵌入的 Python 的版本，默认 3.11"
    )
    parser.add_argument("--linux-machine", action="append", choices=("x64", "arm64"), help="默认两种都做")
    parser.add_argument("--linux-python", action="append", metavar="版本", help="默认 3.11、3.12、3.13")
    parser.add_argument(
        "--linux-python-x64", type=Path, metavar="文件", help="把可搬移的 Python（.tar.gz）一起放进去"
    )
    parser.add_argument("--linux-python-arm64", type=Path, metavar="文件", help="同上，arm64")
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("离线包"), metavar="文件夹", help="默认 离线包"
    )
    options = parser.parse_args(arguments)
    try:
        _make(options)
    except KitError as error:
        print(f"错误：{error}", file=sys.stderr)
        return 2
    print(f"做好了：{options.output}")
    return 0


def _make(options: argparse.Namespace) -> None:
    if not (options.windows or options.linux):
        raise KitError("要做哪一种？加 --windows、--linux 或两个都加。")
    if options.windows and options.python_embed is None:
        raise KitError(EMBED)
    target: Path = options.output
    if target.exists() and any(target.iterdir()):
        raise KitError(f"{target} 里已有文件，换一个文件夹或先清空。")
    for path in (options.python_embed, options.linux_python_x64, options.linux_python_arm64):
        if path is not None and not path.is_file():
            raise KitError(f"找不到 {path}")
    with tempfile.TemporaryDirectory() as place:
        built = Path(place)
        build(ROOT, built)
        if options.windows:
            make_windows(target, built, options.python_embed, options.windows_python)
        if options.linux:
            given = {"x64": options.linux_python_x64, "arm64": options.linux_python_arm64}
            chosen = {name: given[name] for name in options.linux_machine or given}
            make_linux(target, built, chosen, tuple(options.linux_python or ("3.11", "3.12", "3.13")))
    add_papers(target)


if __name__ == "__main__":
    raise SystemExit(main())
