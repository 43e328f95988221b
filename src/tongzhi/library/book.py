"""The rectification ledger for scripts: rows, task lists and files in, records and bytes out."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from tongzhi.errors import InputError
from tongzhi.ledger import exporting, papers, service, stats, store, withdraw
from tongzhi.ledger.evidence import read_evidence
from tongzhi.ledger.history import HistorySignature
from tongzhi.ledger.importing import Imported, import_batch
from tongzhi.ledger.ledger import open_ledger
from tongzhi.ledger.service import LedgerStep, StepOutcome
from tongzhi.ledger.sources import from_tasks, read_batch
from tongzhi.ledger.store import Filter
from tongzhi.library.given import FileSource, Values, as_json, by_name, placed
from tongzhi.model.task import TaskList

ExportForm = Literal["json", "csv", "xlsx", "docx", "yaml"]
Dimension = Literal["field", "county", "owner", "level", "month", "state"]


class LedgerBook:
    """An open ledger: `with tongzhi.LedgerBook(by="顾一帆") as book: book.add(rows); book.export("xlsx")`.

    Every step is checked and kept in the history as by `tongzhi ledger`. Numbers (隐患编号) are given by the ledger.

    Args:
        target: the ledger's file, made if it is not there, or the URL of a database; without it the ledger lasts as
            long as the book is open, in a private file.
        by: who acts; stands in the history.
        today: the day that counts as today; by default the clock's.

    Raises:
        InputError: `by` is empty, or the file is no ledger or of a newer version.
        MissingToolError: a URL of PostgreSQL was given and its driver is not installed.
    """

    def __init__(self, target: str | Path | None = None, *, by: str, today: date | None = None) -> None:
        if not by.strip():
            raise InputError.one("没有写谁在办", '写明 by="姓名"')
        self._by, self._today = by.strip(), today
        self._private = None if target is not None else tempfile.TemporaryDirectory(prefix="tongzhi-")
        self._target = str(Path(self._private.name) / "整改台账.db" if self._private else target)
        try:
            self._ledger = open_ledger(self._target, create=True)
        except BaseException:
            self._forget()
            raise

    def __enter__(self) -> Self:
        """Give the book."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the book."""
        self.close()

    def close(self) -> None:
        """Let go of the file; a private one is removed."""
        self._ledger.close()
        self._forget()

    def _forget(self) -> None:
        if self._private is not None:
            self._private.cleanup()

    @property
    def day(self) -> date:
        """The day that counts as today."""
        return self._today or date.today()

    def _step(self, note: str = "", expected: int | None = None) -> LedgerStep:
        at = datetime.combine(self.day, time()) if self._today else datetime.now().replace(microsecond=0)
        return LedgerStep(HistorySignature(self._by, at), expected, note)

    def add(
        self,
        given: Sequence[Values] | Values | TaskList | FileSource,
        *,
        name: str | None = None,
        update: bool = False,
        requirements: bool = False,
    ) -> Imported:
        """列单: enter items; those that are there already are not entered again.

        Args:
            given: rows under the headings of a ledger (单位名称, 隐患描述, 整改时限 …), the values of an 整改清单, a task
                list, or a file of one (path, bytes, open file).
            name: the name of bytes, whose ending says what they are; without it they are taken for a .xlsx.
            update: bring items that are there already up to date.
            requirements: enter the general requirements of a task list too.

        Returns:
            the numbers of what was entered (`added`, `updated`), how many were there (`known`), and what was refused.

        Raises:
            InputError: nothing in it is an item.
        """
        if isinstance(given, TaskList):
            batch = from_tasks(given, given.source.file, given.source.sha256, all_tasks=requirements)
            with self._ledger.writing() as conn:
                return import_batch(conn, batch, self._step(), update=update)
        if isinstance(given, Mapping | Sequence) and not isinstance(given, str | bytes):
            given, name = as_json(given), "所给的.json"
        with placed(given, ".xlsx", name) as path:
            batch = read_batch(path, all_tasks=requirements)
            with self._ledger.writing() as conn:
                done = import_batch(conn, batch, self._step(), update=update)
        done.warnings = by_name([*batch.notes, *done.warnings], path)
        return done

    def assign(
        self, number: str, values: Values | None = None, *, confirm: bool = False, note: str = ""
    ) -> StepOutcome:
        """交单 an item, with the fields that are filled in for it; `confirm` says that suggested values are right.

        Raises:
            InputError: there is no such item, it is at another step, or something of the 五落实 is missing.
        """
        with self._ledger.writing() as conn:
            return service.assign(conn, number, self._step(note), values=values, confirm=confirm)

    def edit(self, number: str, values: Values, *, note: str = "") -> StepOutcome:
        """Correct or fill in fields; the old values stay in the history.

        Raises:
            InputError: there is no such item or field, or the field is written by a step.
        """
        with self._ledger.writing() as conn:
            return service.edit(conn, number, self._step(note), values=values)

    def report(
        self,
        number: str,
        *,
        progress: str = "",
        done_on: date | None = None,
        evidence: Sequence[str] = (),
        note: str = "",
    ) -> StepOutcome:
        """办单: tell progress, or with `done_on` and `evidence` (files, or words) that the work is done.

        Raises:
            InputError: there is no such item, it is at another step, or the evidence is missing.
        """
        proofs = [read_evidence(each, self.day) for each in evidence]
        with self._ledger.writing() as conn:
            return service.report(
                conn, number, self._step(note), progress=progress, done_on=done_on, evidence=proofs
            )

    def verify(
        self,
        number: str,
        *,
        verifier: str,
        verdict: Literal["合格", "不合格"] = "合格",
        unit: str = "",
        on: date | None = None,
        new_due: date | None = None,
        note: str = "",
    ) -> StepOutcome:
        """验收 by somebody other than the handler; 不合格 leads back to 办单 with a new time limit.

        Raises:
            InputError: there is no such item, it is not reported done, or something is missing.
        """
        with self._ledger.writing() as conn:
            return service.verify(
                conn, number, self._step(note), verifier=verifier, verdict=verdict, unit=unit, on=on, new_due=new_due
            )  # fmt: skip

    def clear(self, number: str, *, approver: str, resume: str = "", note: str = "") -> StepOutcome:
        """销号, approved by a person; `resume` says who let stopped production go on.

        Raises:
            InputError: there is no such item, or it has not passed 验收.
        """
        with self._ledger.writing() as conn:
            return service.clear(conn, number, self._step(note), approver=approver, resume=resume)

    def send_back(self, number: str, *, reason: str, new_due: date | None = None) -> StepOutcome:
        """退回 an item to the step before, or a cleared one to be put right again.

        Raises:
            InputError: there is no such item, or no reason is given.
        """
        with self._ledger.writing() as conn:
            return service.send_back(conn, number, self._step(), reason=reason, new_due=new_due)

    def delay(
        self, number: str, *, new_due: date, reason: str, approver: str, action: str = ""
    ) -> StepOutcome:
        """延期 to a later day; past the limit only with `action`, what was done about it (通报, 约谈 …).

        Raises:
            InputError: there is no such item, it has no limit, or reason or approval is missing.
        """
        with self._ledger.writing() as conn:
            return service.delay(
                conn, number, self._step(), new_due=new_due, reason=reason, approver=approver, action=action
            )

    def items(self, wanted: Filter | None = None) -> list[dict[str, str]]:
        """Give the filled fields of each item under their Chinese labels, in the order they were listed."""
        with self._ledger.reading() as conn:
            return [stored.item.to_row() for stored in store.each(conn, wanted or Filter())]

    def overdue(self) -> list[dict[str, str]]:
        """Give the items whose limit is over and that are not cleared."""
        return self.items(Filter(overdue_on=self.day))

    def show(self, number: str) -> dict[str, Any]:
        """Give one item with its version and history, as `tongzhi ledger show --format json`.

        Raises:
            InputError: there is no such item.
        """
        with self._ledger.reading() as conn:
            stored = store.find(conn, number)
            return exporting.item_record(stored, store.changes(conn, stored.item.hazard_no))

    def history(self, number: str | None = None) -> list[dict[str, Any]]:
        """Give what was done with one item or with all, oldest first, as `tongzhi ledger history --format json`.

        Raises:
            InputError: there is no such item.
        """
        with self._ledger.reading() as conn:
            return [exporting.change_record(change) for change in store.changes(conn, number)]

    def stats(self, dimension: Dimension = "county", *, since: date | None = None) -> list[dict[str, str]]:
        """Give counts by group and in all, as `tongzhi ledger stats --format json`.

        Raises:
            InputError: there is no such dimension.
        """
        with self._ledger.reading() as conn:
            table = stats.count_items(conn, dimension, self.day, start=since)
        header, rows = exporting.stats_table(table)
        return [dict(zip(header, row, strict=True)) for row in rows]

    def export(
        self, form: ExportForm = "xlsx", *, wanted: Filter | None = None, title: str = "", issuer: str = ""
    ) -> bytes:
        """Give the items as the file that `tongzhi ledger export -o` writes; `json` keeps the history.

        Args:
            form: json, csv, xlsx, docx (整改清单) or yaml (its data).
            wanted: which items; all by default.
            title: the title of a .docx.
            issuer: who compiled a .docx.

        Raises:
            InputError: there is no such form, or no hazard for an 整改清单.
        """
        with self._ledger.reading() as conn:
            items = [stored.item for stored in store.each(conn, wanted or Filter())]
            past = store.changes(conn) if form == "json" else []
        return papers.export_items(items, form, self.day, past=past, title=title, issuer=issuer)[0]

    def file(self) -> bytes:
        """Give the ledger's own file (SQLite), which `LedgerBook(path)` and `tongzhi ledger --db` open."""
        return withdraw.snapshot(Path(self._target))
