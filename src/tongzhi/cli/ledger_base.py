"""What the commands of the ledger share: where it is, who acts and when, fields to fill in."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

import click

from tongzhi.cli.base import parse_day, settings
from tongzhi.cli.given import read_assignments
from tongzhi.cli.office import load_office
from tongzhi.cli.output import fail, warn
from tongzhi.errors import DONE, NOTHING, PARTLY, InputError, OutputExistsError, Problem
from tongzhi.ledger.history import HistorySignature
from tongzhi.ledger.ledger import open_ledger
from tongzhi.ledger.overdue import read_term
from tongzhi.ledger.service import LedgerStep
from tongzhi.read.mappings import extend_mapping, read_mapping
from tongzhi.write.files import STDOUT, write_file
from tongzhi.zh.typed import this_year

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tongzhi.ledger.ledger import Ledger
DATABASE = click.option(
    "--db", "database", metavar="文件或地址", help="台账（默认 整改台账.db，或 TONGZHI_DB）"
)
BY = click.option("--by", metavar="姓名", help="谁办的（默认 TONGZHI_BY，或这台电脑的用户名）")
NUMBERS = click.argument("numbers", nargs=-1, required=True, metavar="隐患编号…")
SET = click.option("--set", "assignments", multiple=True, metavar="字段=值", help="填写字段，可多次")
NOTE = click.option("--note", default="", metavar="文字", help="写进历史的说明")
EXPECTED = click.option(
    "--version-is", "expected", type=int, metavar="N", help="只在版本还是 N 时办（show 里看）"
)


def open_it(database: str | None, *, create: bool = False) -> Ledger:
    """Open the ledger that `--db` or `TONGZHI_DB` names."""
    return open_ledger(database or os.environ.get("TONGZHI_DB", "").strip() or None, create=create)


def issuer_of(given: str) -> str:
    """Give who issues: the option, else the main issuer of the office profile, else nothing."""
    if given:
        return given
    office = load_office()
    return office.main_issuer if office is not None else ""


REPORT_LIMIT = "报送分钟"
"""Keys of 限额 in the profile that end so are stricter local limits: 单位报送分钟, 逐级报送分钟."""


def local_limits() -> dict[str, str]:
    """Give the local limits of reporting that the office profile names, by step."""
    office = load_office()
    found = office.limits if office is not None else {}
    return {
        key.removesuffix(REPORT_LIMIT): value for key, value in found.items() if key.endswith(REPORT_LIMIT)
    }


def now() -> datetime:
    """Give this moment; on a day given by `--today` its midnight, so that results repeat."""
    day = settings().day()
    given = settings().today is not None or os.environ.get("TONGZHI_TODAY", "").strip()
    return datetime.combine(day, time()) if given else datetime.now().replace(microsecond=0)


def step_of(by: str | None, *, expected: int | None = None, note: str = "") -> LedgerStep:
    """Give who acts and when."""
    return LedgerStep(HistorySignature(_who(by), now()), expected, note)


def _who(by: str | None) -> str:
    name = (by or os.environ.get("TONGZHI_BY", "")).strip()
    if name:
        return name
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise InputError.one("不知道是谁在办", "加 --by 姓名") from error


def keep_mapping(kind: str, mapped: Sequence[str]) -> dict[str, str]:
    """Give what the office has confirmed of headings, with what is said now on top, which is remembered.

    Args:
        kind: what tables they are of: 整改台账, or the label of a document type.
        mapped: the options `--map 列=字段`.
    """
    profile = settings().profile_path()
    given = read_assignments(mapped, "--map", "列=字段")
    mapping = {**read_mapping(profile, kind), **given}
    if given:
        path, data = extend_mapping(profile, kind, given)
        write_file(path, data, force=True)
    return mapping


def read_limit(text: str | None, start: date, option: str) -> date | None:
    """Read a time limit: a date, or a term such as 15个工作日 from `start`.

    Raises:
        InputError: it is neither; `option` says whose value it was.
    """
    if text is None:
        return None
    return read_term(text, start) or parse_day(
        text, option, f"写成 {this_year()}-10-12，或 15个工作日、30天", start
    )


def act_on_each(numbers: Sequence[str], act: Callable[[str], Sequence[Problem]]) -> int:
    """Do a step for each number; one that is refused doesn't hold up the others.

    Returns:
        The exit code: done, in part, or nothing done.
    """
    refused = 0
    for number in dict.fromkeys(numbers):
        try:
            warn(act(number))
        except InputError as error:
            fail(str(error))
            refused += 1
    if not refused:
        return DONE
    return PARTLY if refused < len(set(numbers)) else NOTHING


def write_result(path: Path, data: bytes) -> None:
    """Write a result file; `-` is standard output."""
    write_file(path, data, force=settings().force)


def refuse_early(path: Path | None) -> None:
    """Refuse an existing file before anything is done."""
    if path is not None and path != STDOUT and path.exists() and not settings().force:
        raise OutputExistsError.one(f"{path} 已存在，未覆盖", "换一个文件名（-o），或加 --force 覆盖")


def option_values(**values: Any) -> dict[str, Any]:
    """Give those options that were given."""
    return {key: value for key, value in values.items() if value not in (None, "", ())}
