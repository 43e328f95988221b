"""A speech or transcript as text: .txt .md .docx .srt .vtt, .doc/.wps through an office program, or standard input."""

from __future__ import annotations

import hashlib
import io
import re
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tongzhi.errors import InputError, LimitError, Place, TongzhiError
from tongzhi.read.encoding import decode
from tongzhi.read.pdf import is_pdf, read_pdf
from tongzhi.read.subtitles import Cue, is_subtitles, read_cues
from tongzhi.zh.numbers import parse_number

__all__ = ["Cue", "Speech", "find_speeches", "read_speech"]

PLAIN, SUBTITLES, WORD, OLD_WORD, PRINTED = (
    (".txt", ".md", ".text", ".markdown"),
    (".srt", ".vtt"),
    (".docx", ".dotx"),
    (".doc", ".wps"),
    (".pdf",),
)
SUFFIXES = (*PLAIN, *SUBTITLES, *WORD, *OLD_WORD, *PRINTED)
MAX_BYTES = 50_000_000
MAX_CHARS = 6_000_000
"""A year of meetings; time grows in step with the text, some ten thousand characters a second."""
MAX_LINE = 300_000
"""Characters of one line; a speech has none so long, a damaged or wrong file has."""
STDIN = "标准输入"

_SECRET = re.compile(r"(?:绝密|机密|秘密)\s*[★☆*＊]")
_HEAD_LINES, _LONGEST_HEAD = 12, 90
_YEAR = r"(?P<year>[12][0-9]{3}|[一二][〇零○一二三四五六七八九]{3})"
_DATE = rf"{_YEAR}\s*年\s*(?P<month>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*月\s*(?P<day>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*[日号]"
_WEEKDAY = r"(?:\s*[（(，,、]?\s*(?:星期|周)[一二三四五六日天][)）]?)?"
_DATED_LINE = re.compile(
    rf"[（(【\[]?(?:[^，。；（(]{{0,16}}[，,、:：\s]|在)?\s*{_DATE}{_WEEKDAY}"
    r"(?:\s*(?:凌晨|上午|中午|下午|晚上?)?\s*(?:[0-9０-９:：点时分半至到—\-~]*)?"
    r"|[^。；]{0,60}(?:讲话|发言|提纲|纪要|记录|整理|会议?|会上))\s*[）)】\]]?\s*"
)
_ISO_LINE = re.compile(
    r"[（(【\[]?(?:[\u4e00-\u9fff]{0,4}(?:时间|日期)\s*[:：]\s*)?(?P<year>[12][0-9]{3})[-./](?P<month>[01]?[0-9])[-./](?P<day>[0-3]?[0-9])"
    rf"{_WEEKDAY}(?:\s*(?:上午|下午|晚上?)?\s*[0-9:：点时分至到—\-~]*)?[）)】\]]?"
)
_BOXED_DATE = re.compile(rf"[（(【\[]\s*{_DATE}{_WEEKDAY}\s*[）)】\]]")
_TITLE_DATE = re.compile(rf"^.{{0,8}}在.{{0,12}}?{_DATE}.{{0,60}}(?:讲话|发言)")


@dataclass(frozen=True, slots=True)
class Speech:
    """A decoded speech: spans of everything found in it count code points of `text`."""

    text: str
    file: str
    encoding: str = "utf-8"
    sha256: str = ""
    cues: tuple[Cue, ...] = ()
    meeting_date: date | None = None


def read_speech(path: Path | str, encoding: str | None = None, *, allow_secret: bool = False) -> Speech:
    """Read one speech; `-` is standard input.

    Args:
        path: the file.
        encoding: of a text file, when it can't be told.
        allow_secret: whether papers with a secrecy grade may be read on this machine (office profile).

    Raises:
        InputError: it is missing, empty, unreadable, of another kind, or headed 秘密★/机密★/绝密★.
        LimitError: it is too large.
        MissingToolError: a .doc or .wps without an office program on this machine.
    """
    path = Path(path)
    data = _read_bytes(path)
    name = STDIN if str(path) == "-" else str(path)
    text, found, cues = _decode(path, data, name, encoding)
    if not text.strip("\ufeff \t\r\n\u3000\u00a0"):
        raise InputError.one("讲话是空的，没有文字", "请给有内容的讲话", place=Place(file=name))
    if len(text) > MAX_CHARS:
        raise LimitError.one(
            f"文字有 {len(text) / 10_000:.0f} 万字，超过 {MAX_CHARS // 10_000} 万字",
            "拆成几份再试",
            place=Place(file=name),
        )
    longest = max(map(len, text.splitlines()), default=0)
    if longest > MAX_LINE:
        raise LimitError.one(
            f"有一行长 {longest / 10_000:.0f} 万字，不像讲话",
            "核对文件；确是讲话的，分行后再试",
            place=Place(file=name),
        )
    if not allow_secret:
        _refuse_secret(text, name)
    digest = hashlib.sha256(data).hexdigest()
    return Speech(text, Path(name).name, found, digest, cues, find_head_date(text))


def find_speeches(paths: Iterable[Path]) -> list[Path]:
    """Give the files that `paths` name, folders replaced by the speeches in them, in order of name.

    Raises:
        InputError: a folder holds no speech.
    """
    found: list[Path] = []
    for path in paths:
        if str(path) == "-" or not path.is_dir():
            found.append(path)
            continue
        inside = [
            file
            for file in sorted(path.rglob("*"))
            if file.suffix.lower() in SUFFIXES and file.is_file() and not file.name.startswith((".", "~$"))
        ]
        if not inside:
            raise InputError.one(
                "文件夹里没有讲话", f"讲话应是 {' '.join(SUFFIXES)}", place=Place(file=str(path))
            )
        found.extend(inside)
    return list(dict.fromkeys(found))


def find_head_date(text: str) -> date | None:
    """Give the day that the head of a manuscript states, （2020年10月12日） under the title or 时间：…; else `None`."""
    lines = [line.strip(" \t\r\u3000\u00a0#*＊>") for line in text[:4000].split("\n")]
    for line in [line for line in lines if line][:_HEAD_LINES]:
        # a flattened text runs its head and its first sentence together; what stands below is no head
        is_long = len(line) > _LONGEST_HEAD
        match = _BOXED_DATE.search(line[:_LONGEST_HEAD]) or (
            None
            if is_long
            else _DATED_LINE.fullmatch(line) or _ISO_LINE.fullmatch(line) or _TITLE_DATE.match(line)
        )
        if is_long and not match:
            break
        if match:
            try:
                return date(*(int(parse_number(match[part]) or 0) for part in ("year", "month", "day")))
            except ValueError:
                return None
    return None


def _read_bytes(path: Path) -> bytes:
    if str(path) == "-":
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        try:
            if path.stat().st_size > MAX_BYTES:
                raise _too_large(path)
            data = path.read_bytes()
        except OSError as error:
            raise _unreadable(path) from error
    if len(data) > MAX_BYTES:
        raise _too_large(path)
    if not data:
        raise InputError.one("文件是空的", "请给有内容的讲话", place=Place(file=str(path)))
    return data


def _too_large(path: Path) -> LimitError:
    return LimitError.one(
        f"文件超过 {MAX_BYTES // 1_000_000} MB", "拆成几份再试", place=Place(file=str(path))
    )


def _unreadable(path: Path) -> InputError:
    place = Place(file=str(path))
    if path.is_dir():
        return InputError.one("这是一个文件夹", "请给文件", place=place)
    if path.exists():
        return InputError.one(
            "打不开，没有读取权限或被占用", "检查权限，或先关闭正在使用它的程序", place=place
        )
    return InputError.one("找不到这个文件", "检查文件名和所在文件夹", place=place)


def _decode(path: Path, data: bytes, name: str, encoding: str | None) -> tuple[str, str, tuple[Cue, ...]]:
    suffix = path.suffix.lower()
    is_zip, is_old = data.startswith(b"PK\x03\x04"), data.startswith(b"\xd0\xcf\x11\xe0")
    if suffix in WORD or (is_zip and (suffix in OLD_WORD or str(path) == "-")):
        from tongzhi.word.text import read_text

        _refuse_locked(data, name)
        if is_old:
            return _convert(path, data, name), "docx", ()
        return read_text(data, name), "docx", ()
    if suffix in OLD_WORD or (is_old and str(path) == "-"):
        _refuse_locked(data, name)
        return _convert(path, data, name), "docx", ()
    if suffix in PRINTED or is_pdf(data):
        return "\n".join(read_pdf(data, name)), "pdf", ()
    if suffix not in (*PLAIN, *SUBTITLES, ""):
        raise InputError.one(
            f"不认识 {suffix} 文件", f"讲话应是 {' '.join(SUFFIXES)}", place=Place(file=name)
        )
    decoded = decode(data, name, encoding)
    if suffix in SUBTITLES or (str(path) == "-" and is_subtitles(decoded.text)):
        text, cues = read_cues(decoded.text, name)
        return text, decoded.encoding, cues
    return decoded.text, decoded.encoding, ()


def _refuse_locked(data: bytes, name: str) -> None:

    from tongzhi.office import refuse_locked

    refuse_locked(io.BytesIO(data), name)


def _convert(path: Path, data: bytes, name: str) -> str:

    from tongzhi import office
    from tongzhi.word.text import read_text

    with tempfile.TemporaryDirectory(prefix="tongzhi-") as folder:
        source = Path(folder) / f"speech{path.suffix.lower() if path.suffix.lower() in OLD_WORD else '.doc'}"
        source.write_bytes(data)
        source.chmod(0o600)
        try:
            made = office.to_docx(source, Path(folder)).read_bytes()
        except TongzhiError as error:
            error.problems = [replace(each, place=Place(file=name)) for each in error.problems]
            raise
        return read_text(made, name)


def _refuse_secret(text: str, name: str) -> None:
    head = [line for line in text[:2000].split("\n") if line.strip()][:8]
    for number, line in enumerate(head, start=1):
        found = _SECRET.search(line)
        if found:
            raise InputError.one(
                f"首部标有“{found.group()}”，本机不处理涉密文件",
                "涉密文件请在涉密机上办理；本机确是涉密机的，在 本单位.yaml 中写“涉密机: 是”",
                place=Place(file=name, line=number),
            )
