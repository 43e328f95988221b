"""The main jobs for scripts: mappings in, bytes out, no file touched. They take the same road as the commands."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongzhi.batch.order import Order, carry_out, plan_order
from tongzhi.draft.whole_set import Given, draft_set
from tongzhi.errors import InputError, Problem
from tongzhi.extract.speech import list_tasks
from tongzhi.fill import fill as fill_document
from tongzhi.papers.index import find_type
from tongzhi.papers.meeting import Meeting
from tongzhi.read.data import Source
from tongzhi.read.validate import assemble, layered, validate

if TYPE_CHECKING:
    from tongzhi.papers.profile import Profile

Values = Mapping[str, Any]
"""Chinese labels or English keys → values, nested lists and mappings as in a data file."""


@dataclass(frozen=True, slots=True)
class Files:
    """What was made.

    Attributes:
        files: name (with folders, `通报/001-….docx`) → bytes.
        warnings: what a person should know of it.
        failed: rows that could not be made, each with its place and what to write instead.
    """

    files: dict[str, bytes]
    warnings: list[Problem] = field(default_factory=list)
    failed: list[Problem] = field(default_factory=list)


def fill(
    kind: str,
    values: Values,
    *,
    today: date | None = None,
    profile: Profile | None = None,
    confirm: bool = False,
) -> bytes:
    """Make one document: `tongzhi.fill("notice", {"会议名称": …})`.

    Args:
        kind: the document type by English key or Chinese name.
        values: its values.
        today: the day that counts as today; by default the clock's.
        profile: the office's profile, for what the values leave open.
        confirm: settle suggested values.

    Returns:
        the bytes of the .docx.

    Raises:
        InputError: an unknown type; wrong, missing, unknown or contradictory values, all told at once in `problems`.
    """
    model = find_type(kind)
    day = today or date.today()
    source = assemble(model, Source(dict(values)), profile)
    return fill_document(validate(model, source, day, profile).document, confirm=confirm).data


def draft(
    speech: str,
    meeting: Values,
    *,
    counties: Sequence[Values] = (),
    answers: Mapping[str, str] | None = None,
    owners: Mapping[str, Any] | None = None,
    today: date | None = None,
    profile: Profile | None = None,
) -> Files:
    """Make the papers that follow a meeting out of its speech: `tongzhi.draft(text, {"会议名称": …})`.

    Args:
        speech: the decoded text.
        meeting: the values of 会议信息.
        counties: one mapping per county, with at least 县区; a circular is made for each.
        answers: what people have decided: key of the decision → answer (定稿单).
        owners: fields and names of bodies → responsible departments.
        today: the day that counts as today; by default the clock's.
        profile: the office's profile.

    Raises:
        InputError: the speech holds no task, or a value is wrong.
    """
    day = today or date.today()
    held = validate(Meeting, assemble(Meeting, Source(dict(meeting)), profile), day, profile).document
    start = held.start
    on = start.date() if isinstance(start, datetime) else None
    tasks = list_tasks(speech, meeting_date=on, owners=owners, profile=profile)
    failed: dict[str, list[Problem]] = {}
    given = Given(
        speech, tasks, held, day, counties=tuple(dict(one) for one in counties), answers=answers or {}
    )
    made = draft_set(given, failed=failed)
    return Files(
        made.files, made.warnings, [*made.failed, *(one for found in failed.values() for one in found)]
    )


def batch(
    kind: str,
    rows: Sequence[Values],
    *,
    common: Values | None = None,
    today: date | None = None,
    profile: Profile | None = None,
) -> Files:
    """Make one document for every row: `tongzhi.batch("circular", [{"县区": …}, …], common={…})`.

    Rows of one county become one document with a list of problems, as in `tongzhi batch`.

    Args:
        kind: the document type by English key or Chinese name.
        rows: the rows, column names as keys.
        common: values under those of every row.
        today: the day that counts as today; by default the clock's.
        profile: the office's profile.

    Returns:
        the documents by file name; a row that fails stands in `failed`.

    Raises:
        InputError: an unknown type, no row, or no row that can be used.
    """
    if not rows:
        raise InputError.one("一行也没有", "至少给一行")
    with tempfile.TemporaryDirectory(prefix="tongzhi-") as scratch:
        roster, folder = Path(scratch) / "rows.json", Path(scratch) / "out"
        roster.write_text(
            json.dumps([dict(row) for row in rows], ensure_ascii=False, default=str), encoding="utf-8"
        )
        model = find_type(kind)
        below = layered(model, common or {}, {})
        order = Order(model, roster, folder, below=below, office=profile, jobs=1, day=today or date.today())
        outcome = carry_out(order, plan_order(order))
        made = {path.name: path.read_bytes() for path in sorted(folder.glob("*.docx"))}
    return Files(made, list(outcome.warnings), list(outcome.problems))
