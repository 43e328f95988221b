"""Results on standard output, messages on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from tongzhi.errors import Problem


def say(text: str) -> None:
    """Write a result line to standard output."""
    click.echo(text)


def tell(text: str) -> None:
    """Write a message to standard error."""
    click.echo(text, err=True)


def warn(problems: Iterable[Problem]) -> None:
    """Write warnings to standard error, one line each."""
    for problem in problems:
        tell(f"提醒：{problem}")


def fail(text: str) -> None:
    """Write an error to standard error, one line each."""
    for line in text.splitlines():
        tell(f"错误：{line}")


def use_utf8() -> None:
    """Keep messages alive on a console of another charset: what it cannot show becomes `?`."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
