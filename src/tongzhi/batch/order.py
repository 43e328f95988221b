"""A whole batch: from the roster to the files on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from tongzhi.batch.folder import BatchFolder
from tongzhi.batch.job import Job, Made
from tongzhi.batch.maker import Maker
from tongzhi.batch.merge import merge_documents
from tongzhi.batch.pdf import make_pdfs
from tongzhi.batch.plan import known_names, make_plan
from tongzhi.batch.planned import BatchPlan
from tongzhi.batch.recipe import Recipe
from tongzhi.batch.results import NAME, Record, write_results
from tongzhi.batch.run import choose_workers, in_chunks
from tongzhi.engine.template import Template
from tongzhi.errors import InputError, OutputExistsError, Place, Problem, TongzhiError
from tongzhi.model.base import Document, field_names, is_blank
from tongzhi.read.account import Account
from tongzhi.read.data import read_bytes
from tongzhi.read.roster import Roster, read_roster
from tongzhi.standard.gbt9704 import GBT9704, Standard
from tongzhi.standard.heads import HeadKind
from tongzhi.write.archive import write_archive
from tongzhi.write.files import unwritable

CHUNK = 64
"""Documents that a worker is given at a time."""
ARCHIVE, MERGED = "全部文件.zip", "合并打印.docx"

Progress = Callable[[int, int], None]
"""Told how many documents are done, and of how many."""


@dataclass(frozen=True)
class Order:
    """What is to be made.

    Attributes:
        kind: the document type.
        roster: the roster file.
        folder: where the files go.
        below: values under those of the rows: `--common`, then the profile.
        above: values over those of the rows: `--set`.
        office: the office profile, or `None`.
        standard: the standard, or the office's own style over it.
        knowledge: what the format check knows of the office, or `None`.
        template: the user's own Word template.
        pattern: of the file names.
        head: 套红, 留白 or 无.
        sheet: of the roster; by default the first that fits.
        encoding: of a roster that is text.
        jobs: processes; 0 for one for each core if there is enough to do.
        cluster: the address of a Dask scheduler.
        resume: go on with what an earlier run began.
        force: overwrite.
        lenient, confirm, check, with_empty: as in `Recipe`.
        archive, pdf, merge: make these beside the documents.
        day: the day that counts as today.
        mapping: heading → field, as confirmed.
    """

    kind: type[Document]
    roster: Path
    folder: Path
    below: dict[str, Any] = field(default_factory=dict)
    above: dict[str, Any] = field(default_factory=dict)
    office: Any = None
    standard: Standard = GBT9704
    knowledge: Any = None
    template: Path | None = None
    pattern: str | None = None
    head: HeadKind = "套红"
    sheet: str | None = None
    encoding: str | None = None
    jobs: int = 0
    cluster: str | None = None
    resume: bool = False
    force: bool = False
    lenient: bool = False
    confirm: bool = False
    check: bool = False
    with_empty: bool = False
    archive: bool = False
    pdf: bool = False
    merge: bool = False
    day: date = date.min
    mapping: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Outcome:
    """What became of a batch.

    Attributes:
        records: one for each document, in the order of the roster.
        fresh: how many were written in this run.
        flawed: how many `--check` found errors in.
        problems: of the rows that failed.
        warnings: what is merely unusual.
        files: what was made beside the documents.
        stopped: why the work ended before its end; empty when it did not.
        account: what became of the rows.
    """

    records: list[Record]
    fresh: int = 0
    flawed: int = 0
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    stopped: list[Problem] = field(default_factory=list)
    account: Account = field(default_factory=Account)

    def count(self, state: str) -> int:
        """Give how many documents are in a state."""
        return sum(record.state == state for record in self.records)


def plan_order(order: Order) -> BatchPlan:
    """Read the roster and decide what is to be made of it.

    Raises:
        InputError: the roster is unreadable or does not fit the document type.
    """
    roster = read_roster(order.roster, order.sheet, known=known_names(order.kind), encoding=order.encoding)
    return plan_roster(order, roster)


def plan_roster(order: Order, roster: Roster) -> BatchPlan:
    """Decide what is to be made of a roster that was read.

    Raises:
        InputError: it does not fit the document type.
    """
    names = field_names(order.kind)
    layers = (order.below, order.above)
    return make_plan(
        order.kind,
        roster,
        order.pattern,
        mapping=order.mapping,
        given={
            names.get(key, key) for layer in layers for key, value in layer.items() if not is_blank(value)
        },
        office=order.office,
        day=order.day,
    )


def recipe_of(order: Order, plan: BatchPlan) -> Recipe:
    """Give what is the same for all documents of a batch.

    Raises:
        InputError: the template is missing.
        TemplateError: it can't be filled.
    """
    template, path = None, order.template or order.kind.own
    if path is not None:
        template = read_bytes(path)
        _try_template(path)
    return Recipe(
        order.kind, order.roster.name, plan.columns, order.below, order.above, order.office, template,
        path.name if path else "", order.head, order.lenient, order.confirm,
        order.check, order.with_empty, order.day, order.standard, order.knowledge, None if order.cluster else order.folder,
        rows=plan.rows, list_day=plan.day,
    )  # fmt: skip


def _try_template(path: Path) -> None:
    """Find out that a template can't be filled before anything is written."""
    Template(path)


def carry_out(order: Order, plan: BatchPlan, progress: Progress | None = None) -> Outcome:
    """Make the documents of a plan.

    Raises:
        OutputExistsError: files of the batch are there and neither `resume` nor `force` is on; nothing was written.
        InputError: no row is usable, the folder can't be written, or another run is at work in it.
    """
    recipe = recipe_of(order, plan)
    with BatchFolder(order.folder) as folder:
        if not (order.resume or order.force):
            _refuse_existing(order, plan, folder)
        recipe = replace(recipe, unwritten=not (order.resume or order.force))
        known = folder.read_state() if order.resume else {}
        folder.open_state(afresh=not order.resume)
        try:
            outcome, noted = _make_all(order, plan, recipe, folder, known, progress)
        except TongzhiError:
            if not order.resume:
                folder.forget()
            raise
        made = [record.name for record in outcome.records if record.state == "已生成"]
        if not made and outcome.problems:
            folder.forget()
            raise InputError(outcome.problems)
        pdfs = ((name, *prints) for name, prints in known.items() if name.endswith(".pdf"))
        folder.settle_state(chain(noted, pdfs))
        try:
            if not outcome.stopped:
                _make_besides(order, folder, made, outcome)
            write_results(order.folder / NAME, outcome.records)
            outcome.files.append(order.folder / NAME)
        except TongzhiError as error:
            outcome.stopped += error.problems
    return outcome


def _refuse_existing(order: Order, plan: BatchPlan, folder: BatchFolder) -> None:
    there = folder.present([*plan.names, NAME])
    if there:
        raise OutputExistsError.one(
            f"文件夹里已有这一批的文件（{there[0]}{' 等' + str(len(there)) + '个' if len(there) > 1 else ''}），没有动",
            "接着做加 --resume，全部重做加 --force，或换一个文件夹（-o）",
            place=Place(file=str(order.folder)),
        )


Chunk = tuple[list[Made], list[Problem]]
"""What was made of a chunk of jobs, and why it ended before its end; empty when it did not."""


def _start(recipe: Recipe) -> Callable[[list[Job]], Chunk]:
    """Make, in a worker, what turns jobs into documents."""
    maker = Maker(recipe)

    def work(jobs: list[Job]) -> Chunk:
        done: list[Made] = []
        try:
            done.extend(map(maker.make, jobs))
        except TongzhiError as error:
            return done, error.problems
        return done, []

    return work


def _make_all(
    order: Order,
    plan: BatchPlan,
    recipe: Recipe,
    folder: BatchFolder,
    known: dict[str, tuple[str, str]],
    progress: Progress | None,
) -> tuple[Outcome, Iterator[tuple[str, str, str]]]:
    workers = choose_workers(order.jobs, order.cluster, len(plan.groups))
    writer = Maker(replace(recipe, folder=order.folder)) if recipe.folder is None else None
    total = len(plan.groups)
    records: list[Record | None] = [None] * total
    prints: list[tuple[bytes, bytes] | None] = [None] * total
    outcome = Outcome([], account=copy(plan.account))
    outcome.account.fates = {"生成": 0, "失败": 0, "重复": 0, "没有问题": 0, **plan.account.fates}
    problems: list[tuple[int, list[Problem], list[Problem]]] = []
    done = 0
    pieces = in_chunks(plan.jobs(known), CHUNK)
    try:
        for chunk, stopped in workers.run(partial(_start, recipe), pieces):
            for made in chunk:
                if writer is not None and made.data is not None:
                    made.fresh = writer.write(made.name, made.data)
                    made.data = None
                records[made.index] = _record(made)
                _count_rows(outcome.account, made)
                outcome.fresh += made.fresh
                outcome.flawed += made.flawed
                if made.digest:
                    prints[made.index] = bytes.fromhex(made.source), bytes.fromhex(made.digest)
                if made.problems or made.warnings:
                    problems.append((made.index, made.problems, made.warnings))
            folder.note((made.name, made.source, made.digest) for made in chunk if made.digest)
            done += len(chunk)
            if progress is not None:
                progress(done, total)
            if stopped:
                raise InputError(stopped)
    except TongzhiError as error:
        # the disk is full, the folder is gone, the cluster is lost: what is made stays
        outcome.stopped = error.problems
        if not any(record is not None and record.state == "已生成" for record in records):
            raise
    for _, wrong, unusual in sorted(problems, key=lambda entry: entry[0]):
        outcome.problems += wrong
        outcome.warnings += unusual
    outcome.records = [
        record or Record("", name, "未做", "前面出错停下了，加 --resume 接着做")
        for record, name in zip(records, plan.names, strict=True)
    ]
    noted = (
        (plan.names[index], found[0].hex(), found[1].hex())
        for index, found in enumerate(prints)
        if found is not None
    )
    return outcome, noted


def _count_rows(account: Account, made: Made) -> None:
    """Note what became of the rows of one document."""
    if made.state == "失败":
        account.settle("失败", made.rows)
        return
    account.settle("失败", made.lost)
    account.settle("重复", made.doubled)
    account.settle(
        "没有问题", made.silent if made.state == "已生成" else made.rows - made.lost - made.doubled
    )
    if made.state == "已生成":
        account.settle("生成", made.rows - made.lost - made.doubled - made.silent)


def _record(made: Made) -> Record:
    if made.state == "跳过":
        return Record(
            made.place, made.name, made.state, "没有问题，没有生成（要生成加 --include-empty）", made.rows
        )
    message = "\n".join(str(problem) for problem in (*made.problems, *made.warnings))
    return Record(made.place, made.name, made.state, message, made.rows)


def _make_besides(order: Order, folder: BatchFolder, made: list[str], outcome: Outcome) -> None:
    """Make the archive, the PDFs and the merged document that were asked for."""
    files = [order.folder / name for name in made]
    if order.pdf:
        outcome.files += make_pdfs(folder, files, order.jobs)
    if order.merge:
        target = order.folder / MERGED
        merge_documents(files, target)
        outcome.files.append(target)
        if order.pdf:
            outcome.files += make_pdfs(folder, [target], 1)
    if order.archive:
        target = order.folder / ARCHIVE
        temporary = order.folder / ".tongzhi-archive.tmp"
        pdfs = [
            path
            for path in outcome.files
            if path.suffix == ".pdf" and path.with_suffix(".docx").name in set(made)
        ]
        try:
            write_archive(temporary, [*files, *pdfs])
            temporary.replace(target)
        except OSError as error:
            raise unwritable(target, error) from error
        outcome.files.append(target)
