"""The register of document numbers beside the office profile: what was used, and so what comes next."""

from __future__ import annotations

import csv
import getpass
import io
import re
import zipfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongzhi.errors import InputError, Place
from tongzhi.model.origins import split_origin

if TYPE_CHECKING:
    from tongzhi.model.official import Official
    from tongzhi.papers.profile import Profile

NAME = "文号登记.csv"
BASIS = "文号登记"
AUTOMATIC = ("自动", "下一号", "auto")
_HEADER = ("发文字号", "文种", "标题", "日期", "文件", "取用人")
_NUMBER = re.compile(r"(.+)〔(\d{4})〕(\d+)号")


def register_path(profile: Path) -> Path:
    """Give where the register of a profile is."""
    return profile.with_name(NAME)


def read_register(path: Path) -> list[list[str]]:
    """Give the rows of a register, without its header; none when there is no register.

    Raises:
        InputError: it cannot be read.
    """
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise InputError.one(
            "文号登记打不开", "关闭正在使用它的程序，或另存为 UTF-8", place=Place(file=str(path))
        ) from error
    return [row for row in csv.reader(io.StringIO(text)) if row and row[0] != _HEADER[0]]


def used_numbers(path: Path) -> dict[tuple[str, int], int]:
    """Give the highest number used, by 代字 and year."""
    used: dict[tuple[str, int], int] = {}
    for row in read_register(path):
        found = _NUMBER.fullmatch(row[0].lstrip("'").strip())
        if found:
            key = found[1], int(found[2])
            used[key] = max(used.get(key, 0), int(found[3]))
    return used


def asks_for_number(data: Path, assignments: tuple[str, ...]) -> bool:
    """Tell whether a data file, or a value given beside it, may ask for the next number (自动)."""
    if any(word in one for one in assignments for word in AUTOMATIC):
        return True
    wanted = [word.encode(code) for word in AUTOMATIC for code in ("utf-8", "gb18030")]
    try:
        if zipfile.is_zipfile(data):
            with zipfile.ZipFile(data) as package:
                parts = [package.read(name) for name in package.namelist() if name.endswith(".xml")]
        else:
            parts = [data.read_bytes()]
    except (OSError, zipfile.BadZipFile):
        return True
    return any(word in part for part in parts for word in wanted)


def number_paper(values: dict[str, Any], office: Profile, day: date, ahead: int = 0) -> None:
    """Put the next number in the place of 自动; `ahead` numbers are passed over, for earlier papers of the same run.

    Raises:
        InputError: the issuer has no 代字 in the profile.
    """
    asked, _ = split_origin(values.get("doc_no"))
    if asked not in AUTOMATIC:
        return
    issuer = str(split_origin(values.get("issuer"))[0] or "")
    office.need("issuers")
    if office.register is not None:
        office.remember_numbers(used_numbers(office.register), office.register)
    number = office.next_doc_no(issuer, _year_of(values, day))
    if not number:
        raise InputError.one(
            f"发文字号写了“自动”，但本单位配置里“{issuer or office.main_issuer}”没有代字",
            "在 发文机关 里写 代字 和 下一文号",
        )
    found = _NUMBER.fullmatch(number)
    if found and ahead:
        number = f"{found[1]}〔{found[2]}〕{int(found[3]) + ahead}号"
    values["doc_no"] = {"值": number, "出处": "推算", "依据": BASIS}


def _year_of(values: Mapping[str, Any], day: date) -> int:
    issued, _ = split_origin(values.get("issued_on"))
    found = re.match(r"\d{4}", str(issued or ""))
    return int(found[0]) if found else day.year


def registered_files(
    path: Path, papers: Iterable[Path], label: str, codes: Collection[str], day: date
) -> tuple[bytes, list[str]]:
    """Give the register with the numbers that the papers of a folder bear, and those that are new in it, in order.

    Args:
        path: the register.
        papers: the .docx files, as printed.
        label: their document type.
        codes: the letters (代字) under which numbers are given out.
        day: the day that counts as today.
    """
    from tongzhi.word.text import read_text

    rows = read_register(path)
    known = {row[0].lstrip("'").strip() for row in rows}
    fresh: list[list[str]] = []
    for paper in papers:
        lines = [re.sub(r"\s", "", line) for line in read_text(paper.read_bytes()).splitlines()[:20]]
        at = next(
            (at for at, line in enumerate(lines) if (hit := _NUMBER.fullmatch(line)) and hit[1] in codes),
            None,
        )
        if at is None or lines[at] in known:
            continue
        title = next((line for line in lines[at + 1 :] if line), "")
        fresh.append([lines[at], label, _safe(title), day.isoformat(), _safe(paper.name), _safe(_user())])
    fresh.sort(key=lambda row: (len(row[0]), row[0]))
    return _written([*rows, *fresh]), [row[0] for row in fresh]


def _written(rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_HEADER)
    writer.writerows(rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def registered(path: Path, paper: Official, file: str, day: date) -> bytes:
    """Give the register with the number of a paper in it."""
    row = [
        paper.doc_no,
        paper.label,
        _safe(paper.title),
        (paper.issued_on or day).isoformat(),
        _safe(file),
        _safe(_user()),
    ]
    return _written([*read_register(path), row])


def _user() -> str:
    """Give who is signed in on this machine, so that the register says who took a number."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such account in the system's list
        return ""


def _safe(cell: str) -> str:
    """Keep a spreadsheet from taking a cell for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell
