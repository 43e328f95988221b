"""The law of conservation: what a command read is in its output, or is told with place and reason.

Readers fill an account, commands print it. Three things can happen to something that was read:

- it is in the output under some fate (生成, 合并, 新增 …): `settle`;
- it is not, and that is told with its place and the reason (失败, 重复, 待核对 …): `tell`;
- it was no such thing at all by a rule that has a name (合计行, 表下的说明, 旧版工作表): `leave_out`. These stand beside the
  sum, so that the sum speaks of rows of data (or people, files, lines) only.

The sum holds when `met` is the sum of all fates; `last_line` says it, and says when it does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tongzhi.errors import Place, Problem

SHOWN = 60
"""So many rows of one reason are written out."""


@dataclass(frozen=True, slots=True)
class Told:
    """Something that is not in the output.

    Attributes:
        fate: what became of it, in a word (失败, 重复, 待核对); empty for what was left out by a rule.
        problem: where it stands, the reason, and what to do about it.
        count: how many things it speaks of.
        rule: the name of the rule that left it out (合计行, 隐藏的行); empty for what has a fate.
    """

    fate: str
    problem: Problem
    count: int = 1
    rule: str = ""


@dataclass(slots=True)
class Account:
    """Counts of what was read and what became of it.

    Attributes:
        unit: the measure word of what is counted: 行, 人, 个文件, 条.
        met: how many were read.
        fates: what became of them → how many, in the order in which the last line says them.
        aside: rule → how many things it left out.
        told: what is not in the output, each with place and reason.
    """

    unit: str = "行"
    met: int = 0
    fates: dict[str, int] = field(default_factory=dict)
    aside: dict[str, int] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)

    def meet(self, count: int = 1) -> None:
        """Note that so many were read."""
        self.met += count

    def settle(self, fate: str, count: int = 1) -> None:
        """Note that so many are in the output."""
        if count:
            self.fates[fate] = self.fates.get(fate, 0) + count

    def tell(self, fate: str, place: Place, reason: str, instead: str = "", count: int = 1) -> None:
        """Note that so many are not in the output, where they stand and why."""
        self.settle(fate, count)
        self.told.append(Told(fate, Problem(place, reason, instead), count))

    def leave_out(self, rule: str, place: Place, reason: str, instead: str = "", count: int = 1) -> None:
        """Note that so many lines (or sheets) are nothing of what is counted, by a rule that has a name."""
        self.aside[rule] = self.aside.get(rule, 0) + count
        self.told.append(Told("", Problem(place, reason, instead), count, rule))

    def add(self, other: Account) -> None:
        """Take over what another account of the same unit says."""
        self.met += other.met
        for fate, count in other.fates.items():
            self.settle(fate, count)
        for rule, count in other.aside.items():
            self.aside[rule] = self.aside.get(rule, 0) + count
        self.told += other.told

    @property
    def missing(self) -> int:
        """How many were read of which nothing is said; 0 when the law is kept."""
        return self.met - sum(self.fates.values())

    def last_line(self) -> str:
        """Give the counts as the last line of a command: 44 行：生成 39，失败 4，重复 1；另有合计行 3."""
        said = [f"{fate} {count}" for fate, count in self.fates.items() if count]
        if self.missing > 0:
            said.append(f"下落不明 {self.missing}")
        line = f"{self.met} {self.unit}" + (f"：{'，'.join(said)}" if said else "")
        beside = "，".join(f"{rule} {count}" for rule, count in self.aside.items() if count)
        return f"{line}；另有{beside}" if beside else line

    def messages(self, *fates: str) -> list[Problem]:
        """Give what must be said, each reason once with all its rows; only of the given fates if any are named.

        What a rule left out belongs to the fate "".
        """
        return gather(told.problem for told in self.told if not fates or told.fate in fates)


def gather(problems: Iterable[Problem]) -> list[Problem]:
    """Say a thing once: problems that differ in their row only become one that names all rows.

    `第8行：是合计行` and `第12行：是合计行` are `第8行、第12行：是合计行`. The order is that of the first of each.
    """
    rows: dict[Problem, list[int]] = {}
    for problem in problems:
        # the row says which item it is
        field = problem.place.field
        named = re.sub(r" 第\d+项(?= )", "", field) if field and problem.place.row is not None else field
        key = replace(problem, place=replace(problem.place, row=None, field=named))
        numbers = rows.setdefault(key, [])
        if problem.place.row is not None and problem.place.row not in numbers:
            numbers.append(problem.place.row)
    return [_with_rows(key, numbers) for key, numbers in rows.items()]


def _with_rows(problem: Problem, numbers: list[int]) -> Problem:
    if not numbers:
        return problem
    words = say_rows(numbers) if len(numbers) > 1 else None
    return replace(problem, place=replace(problem.place, row=numbers[0], rows=words or problem.place.rows))


def say_rows(numbers: Iterable[int]) -> str:
    """Give rows in words, each with its number so that it can be searched for: 第3行、第5行."""
    listed = sorted(set(numbers))
    words = "、".join(f"第{number}行" for number in listed[:SHOWN])
    return f"{words}等 {len(listed)} 行" if len(listed) > SHOWN else words
