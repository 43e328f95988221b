"""The work for one document: rows → values → model → bytes → file. Runs here, in a process, or on another machine."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tongzhi.batch.assembly import Assembled, Assembler
from tongzhi.batch.job import Job, Made
from tongzhi.batch.recipe import Recipe, has_list, listed_places
from tongzhi.batch.whole import TEMPORARY, fingerprint, holds_bytes, write_bytes
from tongzhi.check.run import check
from tongzhi.check.silence import settle_rules
from tongzhi.engine.template import Template
from tongzhi.errors import InputError, Place, Problem, TemplateError, TongzhiError
from tongzhi.model.base import Document, field_names, is_blank, open_values
from tongzhi.read.data import Source
from tongzhi.read.headers import plain_name
from tongzhi.read.rosterrows import Row
from tongzhi.read.validate import assemble, validate
from tongzhi.render import document as rendering
from tongzhi.render.data import carried_values
from tongzhi.word.embedded import embed_data
from tongzhi.write.files import unwritable
from tongzhi.zh.places import place_key, split_places

_GOVERNMENT = re.compile(r"(?:人民政府|街道办事处|街道|[县市区旗镇乡]|苏木)$")


class Maker:
    """Makes the documents of a batch, one after another.

    Args:
        recipe: what is the same for all of them.
        temporary: name for the one half-written file this maker may have; needed when the recipe has a folder.
    """

    def __init__(self, recipe: Recipe, temporary: str = "") -> None:
        self.recipe = recipe
        self._mark = recipe.fingerprint()
        self._names = field_names(recipe.kind)
        self._below = {
            self._names.get(key, key): value for key, value in recipe.below.items() if not is_blank(value)
        }
        self._above = {
            self._names.get(key, key): value for key, value in recipe.above.items() if not is_blank(value)
        }
        self._assembler = Assembler(
            recipe.kind,
            recipe.file,
            recipe.columns,
            recipe.rows,
            recipe.list_day,
            {*self._below, *self._above},
        )
        # texts, not paths: joining paths costs as much as writing a small file
        self._folder = f"{recipe.folder}{os.sep}"
        self._temporary = f"{self._folder}{TEMPORARY}{temporary or os.getpid()}.tmp"
        self._template: Any = None
        self._wanted: frozenset[str] = frozenset()

        self._rendering = rendering
        self._lists = has_list(recipe)
        self._listed = listed_places(recipe)

    def make(self, job: Job) -> Made:
        """Make one document; whatever its row causes is told in the outcome, never raised.

        Raises:
            InputError: the folder can't be written or the disk is full.
        """
        made = Made(job.index, job.name, say_rows(job.rows), "失败", rows=len(job.rows) + len(job.items))
        made.source = self._fingerprint(job)
        if self._is_whole(job, made):
            made.state = "已生成"
            made.digest = job.known[1] if job.known else ""
            return made
        try:
            data = self._document(job, made)
        except TongzhiError as error:
            made.problems = error.problems
            return made
        if data is None:
            made.state = "跳过"
            return made
        made.state, made.fresh = "已生成", True
        if self.recipe.check:
            self._check(data, made)
        made.digest = fingerprint(data)
        if self.recipe.folder is None:
            made.data = data
        else:
            made.fresh = self.write(made.name, data)
        return made

    def write(self, name: str, data: bytes) -> bool:
        """Put a document under its name, whole; tells whether it was not there already, byte for byte.

        Raises:
            InputError: the folder can't be written or the disk is full.
        """
        path = f"{self._folder}{name}"
        if not self.recipe.unwritten and holds_bytes(path, data):
            return False
        try:
            try:
                write_bytes(self._temporary, data)
                os.replace(self._temporary, path)  # noqa: PTH105  the hot path
            except BaseException:
                Path(self._temporary).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise unwritable(Path(path), error) from error
        return True

    def document(self, job: Job, told: Made | None = None) -> tuple[Document | None, list[Problem]]:
        """Give the model of one document and its warnings; `None` when there is nothing to report.

        A row that can't be used is left out if others of its unit can; `told` then says so.

        Raises:
            InputError: with every wrong cell of its rows.
        """
        without: set[int] = set()
        rows = (*job.rows, *job.items)
        lost: list[Problem] = []
        while True:
            made = self._assembler.assemble(job.rows, job.items, without)
            if made.problems or (made.failed and not made.used):
                raise InputError(
                    [*lost, *(problem for _, wrong in made.failed for problem in wrong), *made.problems]
                )
            self._need_key(job, made)
            if self.recipe.rows and not self.recipe.with_empty and self._has_nothing(made.values):
                if made.failed or lost:
                    raise InputError([*lost, *(problem for _, wrong in made.failed for problem in wrong)])
                self._account(told, made, without, lost)
                return None, made.notes
            try:
                document, warnings = self._validated(job, made)
            except InputError as error:
                wrong = self._rows_at_fault(rows, error.problems) - without
                if not wrong or len(without | wrong) + len(made.failed) >= len(rows):
                    raise InputError(
                        [*lost, *(p for _, each in made.failed for p in each), *error.problems]
                    ) from None
                without |= wrong
                lost += error.problems
                continue
            self._account(told, made, without, lost)
            return document, [*made.notes, *_doubles(made, self.recipe.file), *warnings]

    def _need_key(self, job: Job, made: Assembled) -> None:
        """Refuse a paper for nobody: the roster has a column for the addressee, and this row has none.

        Raises:
            InputError: the cell is empty, or names several places.
        """
        key = self._assembler.key
        column = next(
            (
                column
                for column in self.recipe.columns.get(job.rows[0].sheet, ())
                if key and column.slot and column.slot.field == key and not column.slot.inner
            ),
            None,
        )
        if column is None:
            return
        place = Place(
            file=self.recipe.file,
            sheet=job.rows[0].sheet or None,
            row=job.rows[0].number,
            field=column.header,
        )
        value = made.values.get(key)
        if is_blank(value) and key not in self._above:
            if self.recipe.rows or key in self.recipe.kind.model_fields:
                raise InputError(
                    [
                        Problem(
                            place,
                            f"没有写{column.label}，不知道给谁",
                            f"写上名称；空格都与上一行是同一单位的，加 --map {column.header}={column.label}（同上）",
                        )
                    ]
                )
        elif isinstance(value, str) and len(places := split_places(value)) > 1:
            raise InputError([Problem(place, f"一格写了 {len(places)} 个单位“{value[:30]}”", "每个单位一行")])

    def _rows_at_fault(self, rows: Sequence[Row], problems: Sequence[Problem]) -> set[int]:
        """Give the positions of the rows whose own cells are wrong, when every problem lies in such a row."""
        numbers = {(row.sheet or None, row.number): position for position, row in enumerate(rows)}
        found = {numbers.get((problem.place.sheet, problem.place.row or 0), -1) for problem in problems}
        return set() if -1 in found else found

    def _account(
        self, told: Made | None, made: Assembled, without: Collection[int], lost: Sequence[Problem]
    ) -> None:
        if told is not None:
            told.lost = len(made.failed) + len(without)
            told.doubled, told.silent = len(made.doubled), made.silent
            told.problems += [problem for _, wrong in made.failed for problem in wrong] + list(lost)

    def render(self, document: Document) -> bytes:
        """Give the bytes of one document.

        Raises:
            TemplateError: the template can't be filled.
            InputError: a value holds characters that Word can't hold.
        """
        if self.recipe.confirm:
            document.settle()
        rendering = self._rendering
        if self.recipe.template is None:
            whole: bytes = rendering.render(
                document,
                head=self.recipe.head,
                lenient=self.recipe.lenient,
                standard=self.recipe.standard,
            )
            return whole
        if self._template is None:
            self._template = Template(self.recipe.template)
            self._wanted = frozenset(self._template.variables())
        try:
            return self._fill(document, self._wanted)
        except TemplateError:
            return self._fill(document, None)  # with every piece, in case one was left out that is asked for

    def _fill(self, document: Document, wanted: frozenset[str] | None) -> bytes:
        values = self._rendering.context(
            document,
            head=self.recipe.head,
            lenient=self.recipe.lenient,
            standard=self.recipe.standard,
            wanted=wanted,
        )
        data: bytes = self._template.render(values, lenient=self.recipe.lenient)
        return data

    def _document(self, job: Job, made: Made) -> bytes | None:
        document, made.warnings = self.document(job, made)
        if document is None:
            return None
        place = Place(file=self.recipe.file, sheet=job.rows[0].sheet or None, row=job.rows[0].number)
        try:
            data = self.render(document)
            if document.silenced:  # told in the paper, so that a later check knows too
                data = embed_data(
                    data, document.key, carried_values(document), settle_rules(document.silenced)
                )
        except TongzhiError as error:
            raise InputError(
                [
                    Problem(_at(problem.place, place), problem.found, problem.instead, problem.source)
                    for problem in error.problems
                ]
            ) from error
        unconfirmed = len(open_values(document))
        if unconfirmed:
            made.warnings.append(Problem(place, f"有 {unconfirmed} 处建议值待确认", "核对后加 --confirm"))
        return data

    def _has_nothing(self, values: Mapping[str, Any]) -> bool:
        """Tell whether the roster has a place for what is to be listed and this unit has nothing there."""
        name = self.recipe.rows
        if not self._lists or not is_blank(values.get(name)) or name in self._below or name in self._above:
            return False
        return not any(
            isinstance(value, list) and value and isinstance(value[0], dict) for value in values.values()
        )

    def _validated(self, job: Job, made: Assembled) -> tuple[Document, list[Problem]]:
        """Lay the layers over each other and validate, as for a single paper; places are those of the roster's cells."""
        recipe = self.recipe
        try:
            source = assemble(
                recipe.kind, Source(self._addressed(made.values)), recipe.office,
                over=self._above, under=self._below, day=recipe.day, ahead=job.index,
            )  # fmt: skip
            checked = validate(recipe.kind, source, recipe.day, recipe.office)
        except InputError as error:
            raise InputError(self._pointed(job, made, error.problems)) from None
        return checked.document, self._pointed(job, made, checked.warnings)

    def _addressed(self, values: dict[str, Any]) -> dict[str, Any]:
        """Give the values with the addressee as the address list has it, where nobody wrote one.

        A zone, a farm, an enterprise has no 安全生产委员会 to be derived; a place that the list does not have is addressed
        by the name in its cell.
        """
        place = values.get(self._assembler.key)
        if (
            not self._listed
            or not isinstance(place, str)
            or not place
            or "recipients" not in self.recipe.kind.model_fields
            or any(not is_blank(layer.get("recipients")) for layer in (values, self._above, self._below))
        ):
            return values
        full = self._listed.get(plain_name(place_key(place)), "")
        if _GOVERNMENT.search(full):
            return values  # its committee is derived by the type
        full = full or place
        return {**values, "recipients": {"值": [full], "出处": "推算", "依据": "单位名录"}}

    def _pointed(self, job: Job, made: Assembled, problems: list[Problem]) -> list[Problem]:
        if not problems:
            return problems
        headers = self._headers(job)
        return [
            replace(problem, place=self._point(job, made, problem.place, headers)) for problem in problems
        ]

    def _headers(self, job: Job) -> dict[str, str]:
        """Give field in Chinese → heading of the column that it stands in."""
        return {
            column.label: column.header
            for column in self.recipe.columns.get(job.rows[0].sheet, ())
            if column.slot
        }

    def _point(self, job: Job, made: Assembled, place: Place, labels: Mapping[str, str]) -> Place:
        """Give the cell that a message of the validation speaks of."""
        words = (place.field or "").split(" ")
        item = next(
            (int(word[1:-1]) - 1 for word in words if word.startswith("第") and word[1:-1].isdecimal()), -1
        )
        name = self._names.get(words[0], "")
        where = self._assembler.place(made, name, item) or self._row_place(job)
        plain = " ".join(word for word in words if not (word.startswith("第") and word.endswith("项")))
        label = labels.get(plain) or labels.get(words[0]) or place.field
        return Place(where.file, where.sheet, where.row, None, where.field or label)

    def _row_place(self, job: Job) -> Place:
        return Place(file=self.recipe.file, sheet=job.rows[0].sheet or None, row=job.rows[0].number)

    def _check(self, data: bytes, made: Made) -> None:

        for found in check(
            data, name=made.name, standard=self.recipe.standard, knowledge=self.recipe.knowledge
        ):
            if found.is_error:
                made.flawed = True
                made.problems.append(Problem(Place(), f"核稿：{found}"))

    def _fingerprint(self, job: Job) -> str:
        rows = [(row.values, row.fault) for row in (*job.rows, *job.items)]
        return hashlib.sha256(self._mark + repr(rows).encode("utf-8", "replace")).hexdigest()[:32]

    def _is_whole(self, job: Job, made: Made) -> bool:
        """Tell whether an earlier run made this very document and it is still as it was."""
        if (
            job.known is None
            or job.known[0] != made.source
            or self.recipe.folder is None
            or self.recipe.check
        ):
            return False
        try:
            with open(self.recipe.folder / job.name, "rb", buffering=0) as stream:  # noqa: PTH123  the hot path
                return fingerprint(stream.read()) == job.known[1]
        except OSError:
            return False


def _doubles(made: Assembled, file: str) -> list[Problem]:
    return [
        Problem(
            Place(file=file, sheet=row.sheet or None, row=row.number), f"与第{first.number}行重复，只列一次"
        )
        for row, first in made.doubled
    ]


def _at(inner: Place, row: Place) -> Place:
    return Place(row.file, row.sheet, row.row, None, inner.field)


def say_rows(rows: Sequence[Any]) -> str:
    """Give the rows of a document as a person says them: 第3行, 第3、5行."""
    numbers = [str(row.number) for row in rows[:20]]
    return f"第{'、'.join(numbers)}{'等' if len(rows) > 20 else ''}行"
