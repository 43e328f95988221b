"""What this machine has of the optional parts, and the exact words to install what it lacks."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tongzhi import __version__
from tongzhi.office import find_libreoffice

FACES: dict[str, tuple[str, ...]] = {
    "仿宋（正文）": ("仿宋_GB2312", "仿宋", "FangSong", "FangSong_GB2312", "STFangsong"),
    "小标宋（标题、红头）": ("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
    "楷体（二级标题）": ("楷体_GB2312", "楷体", "KaiTi", "KaiTi_GB2312", "STKaiti"),
    "黑体（一级标题）": ("黑体", "SimHei", "STHeiti"),
    "宋体（页码）": ("宋体", "SimSun", "STSong"),
}
"""The faces of GB/T 9704-2012 → the names under which systems list them."""

FACE_FILES = {
    "simfang.ttf": "仿宋",
    "simkai.ttf": "楷体",
    "simhei.ttf": "黑体",
    "simsun.ttc": "宋体",
    "fzxbsjw.ttf": "方正小标宋简体",
    "fzxbs.ttf": "方正小标宋简体",
}
"""Files in the folder of faces on Windows → the face."""


@dataclass(frozen=True, slots=True)
class OptionalPart:
    """One optional part: whether it is there, in what state, and what to do."""

    name: str
    found: bool
    state: str
    advice: str = ""


def diagnose() -> list[OptionalPart]:
    """Look at this machine; nothing is fetched or changed."""
    return [_program(), _console(), _office(), *_faces(), _deflate()]


def _program() -> OptionalPart:
    version = platform.python_version()
    fits = sys.version_info >= (3, 11)
    return OptionalPart(
        "tongzhi", fits, f"{__version__}，Python {version}，{platform.system()} {platform.machine()}"
    )


def _console() -> OptionalPart:
    encoding = sys.stdout.encoding or locale.getpreferredencoding(do_setlocale=False)
    if encoding.lower().replace("-", "") in ("utf8", "gbk", "gb18030", "cp936", "gb2312"):
        return OptionalPart("终端文字", found=True, state=f"编码 {encoding}，中文可显示")
    return OptionalPart(
        "终端文字",
        found=False,
        state=f"编码 {encoding}，中文可能显示成问号",
        advice="Windows 先运行 chcp 65001；Linux 设 LANG=zh_CN.UTF-8",
    )


def _office() -> OptionalPart:

    name = "出 PDF、读 .doc/.wps"
    program = find_libreoffice()
    if program is not None:
        return OptionalPart(name, found=True, state=f"LibreOffice（{program}）")
    if os.name == "nt" and any(_is_registered(name) for name in ("KWPS.Application", "Word.Application")):
        return OptionalPart(name, found=True, state="本机的 WPS 或 Word")
    state = "没有 LibreOffice，也没有可调用的 WPS 或 Word（只做 .docx 不受影响）"
    return OptionalPart(name, found=False, state=state, advice=_office_words())


def _is_registered(program: str) -> bool:
    """Tell whether Windows knows a program that can be driven from outside."""
    if sys.platform != "win32":
        return False
    import winreg

    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, program))
    except OSError:
        return False
    return True


def _office_words() -> str:
    if os.name == "nt":
        return "安装 WPS Office 或 Microsoft Word；或安装 LibreOffice（单位软件库里的 .msi，双击即可）"
    if sys.platform == "darwin":
        return "安装 LibreOffice：把 LibreOffice 拖进“应用程序”"
    if shutil.which("apt-get"):
        return "Debian、麒麟、统信：sudo apt-get install libreoffice-writer libreoffice-calc"
    if shutil.which("dnf") or shutil.which("yum"):
        return "sudo dnf install libreoffice-writer libreoffice-calc"
    return "安装 LibreOffice"


def _faces() -> list[OptionalPart]:
    there = installed_faces()
    parts = []
    for use, names in FACES.items():
        found = next((name for name in names if name.casefold() in there), "")
        advice = "" if found else _face_words(use)
        parts.append(
            OptionalPart(f"字体 {use}", bool(found), found or "没有，打印时会被别的字体代替", advice)
        )
    return parts


def _face_words(use: str) -> str:
    if use.startswith("小标宋"):
        return "安装方正小标宋简体（WPS 政务版自带；字体文件右键“安装”），或在本单位.yaml 的 字体 里写单位用的标题字体"
    if os.name == "nt":
        return "在“设置—应用—可选功能”里添加“简体中文补充字体”，或在本单位.yaml 的 字体 里改用已有字体"
    return "把字体文件放进 ~/.local/share/fonts 后运行 fc-cache，或在本单位.yaml 的 字体 里改用已有字体"


def missing_faces(wanted: Iterable[str]) -> dict[str, str]:
    """Give the faces that this machine has under none of their names, each with the words to install it."""
    there = installed_faces()
    found: dict[str, str] = {}
    for face in wanted:
        use, names = next(((use, names) for use, names in FACES.items() if face in names), ("", (face,)))
        if not any(name.casefold() in there for name in names):
            found[face] = _face_words(use)
    return found


def installed_faces() -> set[str]:
    """Give the names of the faces on this machine, case folded."""
    if os.name == "nt":
        return _windows_faces()
    lister = shutil.which("fc-list")
    if lister is None:
        return set()
    try:
        listed = subprocess.run(  # noqa: S603  the path was found by which, the arguments are fixed
            [lister, ":", "family"], capture_output=True, timeout=20, check=False
        ).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.TimeoutExpired):
        return set()
    return {name.strip().casefold() for line in listed.splitlines() for name in line.split(",")}


def _windows_faces() -> set[str]:
    folders = [
        Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
        Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts",
    ]
    names = {path.name.casefold() for folder in folders if folder.is_dir() for path in folder.iterdir()}
    return {face.casefold() for file, face in FACE_FILES.items() if file in names}


def _deflate() -> OptionalPart:
    if find_spec("isal"):
        return OptionalPart("批量加速", found=True, state="isal 已装")
    return OptionalPart(
        "批量加速",
        found=False,
        state="没有 isal，批量生成仍可用，只是慢一些",
        advice='pip install "tongzhi[fast]"',
    )
