"""The main jobs for scripts: mappings in, bytes out, no file touched. They take the same road as the commands."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongzhi.batch.order import Order, carry_out, plan_order
from tongzhi.draft.whole_set import Given, draft_set
from tongzhi.errors import InputError, Problem
from tongzhi.extract.speech import list_tasks
from tongzhi.fill import fill as fill_document
from tongzhi.library.given import FileSource, Values, as_json, by_name, placed
from tongzhi.papers.index import find_type
from tongzhi.papers.meeting import Meeting
from tongzhi.read.data import Source
from tongzhi.read.validate import assemble, layered, validate

if TYPE_CHECKING:
    from tongzhi.papers.profile import Profile
    from tongzhi.standard.heads import HeadKind


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
    template: FileSource | None = None,
    head: HeadKind = "套红",
    today: date | None = None,
    profile: Profile | None = None,
    confirm: bool = False,
) -> bytes:
    """Make one document: `tongzhi.fill("notice", {"会议名称": …})`.

    Args:
        kind: the document type by English key or Chinese name.
        values: its values.
        template: a Word template of one's own (path, bytes, open file); by default the shipped one.
        head: print the red head, leave its place blank for pre-printed paper, or have none.
        today: the day that counts as today; by default the clock's.
        profile: the office's profile, for what the values leave open.
        confirm: settle suggested values.

    Returns:
        the bytes of the .docx.

    Raises:
        InputError: an unknown type; wrong, missing, unknown or contradictory values, all told at once in `problems`.
        TemplateError: the template cannot be filled.
    """
    model = find_type(kind)
    day = today or date.today()
    source = assemble(model, Source(dict(values)), profile)
    document = validate(model, source, day, profile).document
    with ExitStack() as stack:
        path = stack.enter_context(placed(template, ".docx", "模板.docx")) if template is not None else None
        return fill_document(document, template=path, head=head, confirm=confirm).data


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
    template: FileSource | None = None,
    name: str | None = None,
    today: date | None = None,
    profile: Profile | None = None,
) -> Files:
    """Make one document for every row: `tongzhi.batch("circular", [{"县区": …}, …], common={…})`.

    Rows of one county become one document with a list of problems, as in `tongzhi batch`.

    Args:
        kind: the document type by English key or Chinese name.
        rows: the rows, column names as keys.
        common: values under those of every row.
        template: a Word template of one's own (path, bytes, open file); by default the shipped one.
        name: how the files are named, such as `{序号:03d}-{县区}.docx`.
        today: the day that counts as today; by default the clock's.
        profile: the office's profile.

    Returns:
        the documents by file name; a row that fails stands in `failed`.

    Raises:
        InputError: an unknown type, no row, or no row that can be used.
    """
    if not rows:
        raise InputError.one("一行也没有", "至少给一行")
    model = find_type(kind)
    with ExitStack() as stack:
        roster = stack.enter_context(placed(as_json(rows), ".json", "名册.json"))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tongzhi-"))) / "out"
        path = stack.enter_context(placed(template, ".docx", "模板.docx")) if template is not None else None
        below = layered(model, common or {}, {})
        order = Order(
            model, roster, folder, below=below, office=profile, jobs=1, day=today or date.today(), template=path, pattern=name
        )  # fmt: skip
        outcome = carry_out(order, plan_order(order))
        made = {path.name: path.read_bytes() for path in sorted(folder.glob("*.docx"))}
    return Files(made, by_name(outcome.warnings, roster), by_name(outcome.problems, roster))
