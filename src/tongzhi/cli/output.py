"""Results on standard output, messages on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TextIO

import click

from tongzhi.errors import Problem
from tongzhi.write.files import quoted


def shown(text: str, stream: TextIO | None) -> str:
    """Give the text as it may reach a terminal: its commands quoted, and what an ASCII terminal lacks too.

    The quotes are those of JSON, so that a JSON result stays one.
    """
    text = quoted(text)
    if (getattr(stream, "encoding", None) or "").lower() in ("ascii", "us-ascii", "ansi_x3.4-1968"):
        return text.encode("ascii", "backslashreplace").decode("ascii")
    return text


def say(text: str) -> None:
    """Write a result line to standard output."""
    click.echo(shown(text, sys.stdout))


def tell(text: str) -> None:
    """Write a message to standard error."""
    click.echo(shown(text, sys.stderr), err=True)


def warn(problems: Iterable[Problem]) -> None:
    """Write warnings to standard error, one line each."""
    for problem in problems:
        tell(f"提醒：{problem}")


def fail(text: str) -> None:
    """Write an error to standard error, one line each."""
    for line in text.splitlines():
        tell(f"错误：{line}")


def use_utf8() -> None:
    """Keep messages alive on a console of another charset: what it cannot show becomes its number."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
