"""Other programs' conversions: .doc and .wps to .docx, .docx to .pdf, by LibreOffice, or WPS or Word on Windows.

LibreOffice runs with a profile of its own, so that an open LibreOffice window, or a second conversion, does
not disturb it; several files go through one start. Where the faces of GB/T 9704 are missing on Linux, equal
ones are named to it (`FACE_STANDINS`), so that a picture shows 宋, 楷, 黑 apart.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import olefile

from tongzhi.errors import InputError, MissingToolError, Place, Problem

TIMEOUT = 180.0
"""Seconds for one start of the program, and a little more for each file."""
PER_FILE = 20.0
_ADVICE = "装 LibreOffice（https://zh-cn.libreoffice.org，Debian/Ubuntu：apt install libreoffice-writer），或在 WPS、Word 里另存"
_PLACES = (
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_COM_NAMES = ("Word.Application", "KWPS.Application", "WPS.Application")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXT_STREAMS = ("WordDocument", "CONTENTS", "MatOST", "MM")
"""Streams that hold the text of .doc and .wps by Word and WPS, and of .wps by Works."""
_DAMAGED = ("文件已损坏，或不是 Word、WPS 文档", "用 Word 或 WPS 打开后另存为 .docx 再试")
_PDF, _DOCX = 17, 12
"""wdFormatPDF and wdFormatXMLDocument of Word's object model, which WPS shares."""

FACE_STANDINS = {
    "仿宋_GB2312": ("仿宋", "FangSong", "STFangsong", "FandolFang R", "Noto Serif CJK SC", "AR PL UMing CN"),
    "仿宋": ("FangSong", "STFangsong", "FandolFang R", "Noto Serif CJK SC", "AR PL UMing CN"),
    "楷体_GB2312": ("楷体", "KaiTi", "STKaiti", "FandolKai", "AR PL UKai CN", "LXGW WenKai"),
    "楷体": ("KaiTi", "STKaiti", "FandolKai", "AR PL UKai CN", "LXGW WenKai"),
    "黑体": ("SimHei", "STHeiti", "Noto Sans CJK SC", "WenQuanYi Zen Hei"),
    "宋体": ("SimSun", "STSong", "Noto Serif CJK SC", "AR PL UMing CN"),
    "方正小标宋简体": (
        "方正小标宋_GBK",
        "FZXiaoBiaoSong-B05S",
        "华文中宋",
        "Noto Serif CJK SC",
        "AR PL UMing CN",
    ),
}
"""A face of the standard → faces that may stand in for it on a page rendered without it."""


def find_libreoffice() -> Path | None:
    """Give the program of LibreOffice, from TONGZHI_SOFFICE, the search path or its usual places."""
    wanted = os.environ.get("TONGZHI_SOFFICE")
    if wanted:
        return Path(wanted) if Path(wanted).is_file() else None
    for name in ("soffice", "libreoffice", "soffice.exe"):
        found = shutil.which(name)
        if found:
            return Path(found)
    return next((Path(place) for place in _PLACES if Path(place).is_file()), None)


def to_pdf(documents: Sequence[Path], folder: Path) -> list[Path]:
    """Write a .pdf of every document into the folder, under the same names.

    Raises:
        MissingToolError: neither LibreOffice nor WPS nor Word is there.
        InputError: a document could not be converted; the others are written.
    """
    return _convert(documents, folder, "pdf")


def to_docx(document: Path, folder: Path) -> Path:
    """Write the .docx of a .doc, .wps or .rtf into the folder.

    Raises:
        MissingToolError: neither LibreOffice nor WPS nor Word is there.
        InputError: it is protected by a password, or could not be converted.
    """
    if document.is_file():
        with document.open("rb") as stream:
            refuse_locked(stream, str(document))
    return _convert([document], folder, "docx")[0]


def all_to_docx(documents: Sequence[Path], folder: Path) -> list[Path]:
    """Write the .docx of several old files into the folder by one start of the program; gives those that could be made.

    Their names must differ by more than their ending.
    """
    try:
        return _convert(documents, folder, "docx")
    except (InputError, MissingToolError):
        made = (folder / f"{path.stem}.docx" for path in documents)
        return [path for path in made if path.is_file() and path.stat().st_size]


def refuse_locked(stream: BinaryIO, name: str) -> None:
    """Raise InputError for an OLE file that is protected by a password or holds no text; others pass.

    Spares the start of another program, which would wait for a password or fail without a word.
    """
    if stream.read(8) != _OLE:
        return
    stream.seek(0)

    try:
        with olefile.OleFileIO(stream) as package:
            locked = package.exists("EncryptedPackage")
            texts = [each for each in _TEXT_STREAMS if package.exists(each)]
            if "WordDocument" in texts:
                head = package.openstream("WordDocument").read(12)
                # [MS-DOC] 2.5.1 FibBase: fEncrypted is bit 8 of the flags at offset 10
                locked = locked or (len(head) == 12 and bool(head[11] & 1))
    except Exception as error:
        raise InputError.one(*_DAMAGED, place=Place(file=name)) from error
    if locked:
        raise InputError.one(
            "文件加了打开密码，读不了", "在 Word 或 WPS 里去掉密码后另存再试", place=Place(file=name)
        )
    if not texts:
        raise InputError.one(*_DAMAGED, place=Place(file=name))


def pdf_bytes(document: bytes) -> bytes:
    """Give a .docx as PDF.

    Raises:
        MissingToolError: neither LibreOffice nor WPS nor Word is there.
        InputError: it could not be converted.
    """
    with tempfile.TemporaryDirectory(prefix="tongzhi-") as place:
        source = Path(place) / "document.docx"
        source.write_bytes(document)
        return to_pdf([source], Path(place))[0].read_bytes()


def _convert(documents: Sequence[Path], folder: Path, ending: str) -> list[Path]:
    if not documents:
        return []
    for path in documents:
        if not path.is_file():
            raise InputError.one("没有这个文件", place=Place(file=str(path)))
    folder.mkdir(parents=True, exist_ok=True)
    program = find_libreoffice()
    if program is not None:
        _run_libreoffice(program, documents, folder, ending)
    elif sys.platform == "win32":
        _run_windows(documents, folder, ending)
    else:
        raise MissingToolError.one(f"要把文件转成 .{ending}，这台机器上没有 LibreOffice", _ADVICE)
    made = [folder / f"{path.stem}.{ending}" for path in documents]
    problems = [
        Problem(Place(file=str(path)), f"转不成 .{ending}", "文件可能损坏或有密码，先用 WPS、Word 打开另存")
        for path, result in zip(documents, made, strict=True)
        if not result.is_file() or result.stat().st_size == 0
    ]
    if problems:
        raise InputError(problems)
    return made


def _run_libreoffice(program: Path, documents: Sequence[Path], folder: Path, ending: str) -> None:
    kind = {"pdf": "pdf:writer_pdf_Export", "docx": "docx:MS Word 2007 XML"}[ending]
    with tempfile.TemporaryDirectory(prefix="tongzhi-") as held:
        profile = Path(held)
        command = [
            str(program),
            f"-env:UserInstallation={profile.as_uri()}/profile",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--nodefault",
            "--convert-to",
            kind,
            "--outdir",
            str(folder.resolve()),
            *(str(path.resolve()) for path in documents),
        ]
        _run(command, len(documents), {**os.environ, **_face_environment(profile)})


def _run(command: list[str], count: int, environment: dict[str, str] | None = None) -> None:
    limit = TIMEOUT + PER_FILE * count
    try:
        subprocess.run(  # noqa: S603  a program of the machine with paths as separate arguments
            command, check=False, capture_output=True, timeout=limit, env=environment
        )
    except subprocess.TimeoutExpired as error:
        raise InputError.one(f"转换超过 {limit:g} 秒，已停止", "分几次转，或检查文件是否损坏") from error
    except OSError as error:
        raise MissingToolError.one(f"启动不了 {command[0]}", _ADVICE) from error


def _face_environment(folder: Path) -> dict[str, str]:
    """Name stand-ins for missing faces to fontconfig; faces that are there keep their place."""
    system = Path("/etc/fonts/fonts.conf")
    if sys.platform == "win32" or not system.is_file() or "FONTCONFIG_FILE" in os.environ:
        return {}
    aliases = "".join(
        f"<alias binding='same'><family>{name}</family><accept>"
        + "".join(f"<family>{other}</family>" for other in others)
        + "</accept></alias>"
        for name, others in FACE_STANDINS.items()
    )
    bold = (
        "<match target='pattern'><test name='family'><string>方正小标宋简体</string></test>"
        "<edit name='weight' mode='assign'><const>bold</const></edit></match>"
    )
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<include>{system}</include>{aliases}{bold}</fontconfig>",
        encoding="utf-8",
    )
    return {"FONTCONFIG_FILE": str(path)}


_SCRIPT = """
$ErrorActionPreference = 'Stop'
$app = $null
foreach ($name in @({names})) {{ try {{ $app = New-Object -ComObject $name; break }} catch {{ }} }}
if ($app -eq $null) {{ exit 3 }}
try {{
  $app.Visible = $false
  try {{ $app.DisplayAlerts = 0 }} catch {{ }}
  try {{ $app.AutomationSecurity = 3 }} catch {{ }}
  $jobs = Get-Content -Raw -Encoding UTF8 -LiteralPath $env:TONGZHI_JOBS | ConvertFrom-Json
  foreach ($job in $jobs) {{
    try {{
      $doc = $app.Documents.Open($job.from, $false, $true)
      $doc.SaveAs([ref] $job.to, [ref] {kind})
      $doc.Close($false)
    }} catch {{ }}
  }}
}} finally {{ $app.Quit() }}
"""
_NO_PROGRAM = 3


def _run_windows(documents: Sequence[Path], folder: Path, ending: str) -> None:
    """Let Word or WPS convert over COM, driven by PowerShell; macros of the files stay off."""
    shell = shutil.which("powershell") or shutil.which("pwsh")
    if shell is None:
        raise MissingToolError.one(f"要把文件转成 .{ending}，没有 LibreOffice，也没有 PowerShell", _ADVICE)
    jobs = [
        {"from": str(path.resolve()), "to": str((folder / f"{path.stem}.{ending}").resolve())}
        for path in documents
    ]
    with tempfile.TemporaryDirectory(prefix="tongzhi-") as held:
        listed = Path(held) / "jobs.json"
        listed.write_text(json.dumps(jobs, ensure_ascii=False), encoding="utf-8")
        names = ", ".join(f"'{name}'" for name in _COM_NAMES)
        script = _SCRIPT.format(names=names, kind=_PDF if ending == "pdf" else _DOCX)
        command = [shell, "-NoProfile", "-NonInteractive", "-Command", script]
        limit = TIMEOUT + PER_FILE * len(documents)
        try:
            done = subprocess.run(  # noqa: S603  our own script; the paths travel in a file
                command,
                check=False,
                capture_output=True,
                timeout=limit,
                env={**os.environ, "TONGZHI_JOBS": str(listed)},
            )
        except subprocess.TimeoutExpired as error:
            raise InputError.one(
                f"转换超过 {limit:g} 秒，已停止", "关掉 Word、WPS 的提示窗口后再试"
            ) from error
    if done.returncode == _NO_PROGRAM:
        raise MissingToolError.one(f"要把文件转成 .{ending}，没有 LibreOffice，也没有 WPS 或 Word", _ADVICE)
