"""One paper from its file: read, laid over the profile, completed and validated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from tongzhi.model.base import Document
from tongzhi.read.sources import read_source
from tongzhi.read.validate import Checked, assemble, validate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from tongzhi.papers.profile import Profile

_D = TypeVar("_D", bound=Document)


def load_paper(
    kind: type[_D], path: Path, office: Profile | None, day: date, over: Mapping[str, Any] | None = None
) -> Checked[_D]:
    """Give the validated paper of a data file, Excel form or old paper.

    Args:
        kind: the document type.
        path: the file; `-` for YAML on standard input.
        office: the office profile.
        day: the day that counts as today.
        over: values that win over the file's (`--set`).

    Raises:
        InputError: the file cannot be read, or a field is wrong.
    """
    return validate(
        kind, assemble(kind, read_source(path, kind, day), office, over=over, day=day), day, office
    )
