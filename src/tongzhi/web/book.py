"""The ledger as the page opens it, and who acts in it."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from typing import TYPE_CHECKING

from tongzhi.errors import InputError

if TYPE_CHECKING:
    from tongzhi.ledger.ledger import Ledger
    from tongzhi.ledger.service import Step
    from tongzhi.web.app import Office


def has_book(office: Office) -> bool:
    """Tell whether there is a ledger already."""
    return "://" in _target(office) or (office.folder / _target(office)).is_file()


def _target(office: Office) -> str:
    import os

    from tongzhi.ledger.ledger import DEFAULT

    return os.environ.get("TONGZHI_DB", "").strip() or str(office.folder / DEFAULT)


@contextmanager
def open_book(office: Office, *, create: bool = False) -> Iterator[Ledger]:
    """Open the office's ledger and let go of its file at the end.

    Raises:
        InputError: it isn't there (and `create` is off), or cannot be used.
    """
    from tongzhi.ledger.ledger import open_ledger

    book = open_ledger(_target(office), create=create)
    try:
        yield book
    finally:
        book.close()


def step_by(office: Office, name: str, *, expected: int | None = None, note: str = "") -> Step:
    """Give who acts and when.

    Raises:
        InputError: nobody is named and the machine does not know its user.
    """
    from tongzhi.ledger.history import Signature
    from tongzhi.ledger.service import Step

    moment = datetime.combine(office.today, time()) if office.today else datetime.now().replace(microsecond=0)
    return Step(Signature(name.strip() or user_name(), moment), expected, note)


def user_name() -> str:
    """Give the user of this machine.

    Raises:
        InputError: the machine does not know it.
    """
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise InputError.one("不知道是谁在办", "填上经办人") from error
