"""One row of the task table, and how a further part is added to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from tongzhi.draft.classes import Utterance
from tongzhi.draft.dutymatters import LIST_MOST, cut_matter
from tongzhi.model.task import TaskPart


@dataclass(slots=True)
class Duty:
    """One row: the matter, who leads (or does it), who supports, the time, what must be confirmed.

    `basis` tells why leads or supporters are only suggested; empty when the speech names them.
    """

    matter: str
    said: list[Utterance]
    leads: list[str] = field(default_factory=list)
    supports: list[str] = field(default_factory=list)
    when: str = ""
    due: date | None = None
    field_name: str = ""
    basis: str = ""
    supervisors: list[str] = field(default_factory=list)
    spoken: str = ""
    """The words of the part that it was made of, with its actors."""
    lent: bool = False
    """Whether those that lead it only help by the speech's words, because nobody else is named."""


def lengthen(row: Duty, words: str) -> None:
    """Add a matter to that of a row, as long as the cell stays short."""
    if words not in row.matter and len(row.matter) + len(words) <= LONGEST:
        row.matter = f"{row.matter}；{words}"


def join_row(before: Duty, made: Duty, one: Utterance) -> None:
    """Let a sentence that refers to the row before say who leads it and by when."""
    before.said.append(one)
    if made.leads and not made.basis:
        before.leads, before.supports, before.basis = made.leads, made.supports, ""
    before.when = "，".join(dict.fromkeys(part for part in (before.when, made.when) if part))
    before.due = made.due or before.due


SMALL = 12
"""Characters below which a part is no matter of its own: 带路, 提供清单 belong to the row before."""
ALIKE = 3
"""So many parts make a series (甲归一局，乙归二局，丙归三局): what stands once at its end holds for all."""
TINY = 6
"""Characters below which act and object were cut down too far, and the sentence stands whole."""
LONGEST = 64
"""Characters of a matter: four lines of the column, more no longer reads as one row."""
STEP = 4
"""Characters of a heading that can be a step: 列单, 交单, 办单, 清单."""


def shares(row: Duty, made: Duty) -> bool:
    """Tell whether a part has no time of its own, so that one row holds it with the part before, actors and all."""
    timed = made.when and made.when != row.when
    room = len(row.matter) + len(made.matter) + len("".join((*row.leads, *made.leads))) <= LONGEST
    return not timed and (not row.due or row.due == made.due or not made.leads) and room


_SERIES = re.compile(r"^[^，。；]{2,16}由[^，。；]{2,16}(?:负责|牵头)")


def is_series(row: Duty, made: Duty, parts: Sequence[TaskPart]) -> bool:
    """Tell whether a part goes on with a row of 甲由一局负责，乙由二局负责: all stand in one row, the last time is theirs."""
    alike = bool(made.leads) and made.spoken.startswith((f"{made.leads[0]}负责", f"{made.leads[0]}牵头"))
    series = len(parts) >= ALIKE and (alike or bool(_SERIES.match(made.spoken)))
    return series and made.leads != row.leads and not row.when and len(row.matter) < LIST_MOST


def say_who(row: Duty) -> None:
    """Put the leads before the matter, after a condition that opens it, unless it names one of them."""
    who = "、".join(row.leads)
    if not who or any(name in row.matter for name in row.leads):
        return
    if all(name in row.spoken for name in row.leads):
        row.matter = cut_matter(row.spoken, ())
        return
    first, mark, rest = row.matter.partition("，")
    opens = bool(mark) and bool(re.match(r"一旦|如|若|遇|发现|发生|接到|[一-鿿]{0,4}期间?|出现", first))
    row.matter = f"{first}，{who}{rest}" if opens else f"{who}{row.matter}"


def take_lead(row: Duty, made: Duty) -> None:
    """Let a part that says who acts lead the row of a part that only says who helps."""
    row.supports = [name for name in (*row.leads, *row.supports, *made.supports) if name not in made.leads]
    row.leads, row.lent = list(made.leads), False
    row.matter = f"{row.matter}；{made.matter}"
    row.when = "，".join(part for part in (row.when, made.when) if part)
    row.due = row.due or made.due


def lend(row: Duty, made: Duty) -> None:
    """Let those who only help support the row before, which keeps its lead and what else is to be done."""
    row.supports += [
        name for name in (*made.leads, *made.supports) if name not in (*row.leads, *row.supports)
    ]
    who = re.match(r"(?P<who>[一-鿿、]{0,30}?)(?:参加|配合|协助|支持|参与)，?", made.matter)
    told = who is None or all(name in (*row.leads, *row.supports) for name in who["who"].split("、") if name)
    words = made.matter[who.end() :] if who is not None and told else made.matter
    if len(words) >= TINY and words not in row.matter:
        row.matter = f"{row.matter}；{words}"
    row.when = "，".join(part for part in (row.when, made.when) if part and part != row.when)
    row.due = row.due or made.due


def gather(row: Duty, made: Duty) -> None:
    """Put a part into the row of the part before; where another one acts, the matter says who does what."""
    if row.leads and not row.basis and _BANS.match(made.spoken):
        say_who(made)  # 学校不得自行处置: a ban on others makes nobody a lead
        made.leads = []
    if made.leads and made.leads != row.leads and not (made.basis or row.basis):
        say_who(row)
        say_who(made)
        row.leads += [name for name in made.leads if name not in row.leads]
    elif row.basis and made.leads and not made.basis:
        row.leads, row.basis = [*made.leads], ""
    if made.when and not row.when:
        row.when, row.due = made.when, made.due
    row.supports += [name for name in made.supports if name not in (*row.leads, *row.supports)]
    row.supervisors += [name for name in made.supervisors if name not in row.supervisors]
    row.matter = f"{row.matter}；{made.matter}"


_BANS = re.compile(r"[一-鿿]{2,8}?(?:一律)?(?:不得|不准|不许|严禁|禁止)")


def fold(row: Duty, made: Duty, whole: str, part: TaskPart) -> None:
    """Add a small matter to the row before it: its unit supports, or does its share."""
    helps = any(owner.role == "配合" for owner in part.owners) or bool(
        re.search(r"保障|配合|提需求|带路|协助", part.text)
    )
    if row.leads and not row.basis and _BANS.match(made.spoken):
        made.leads = []
    if made.leads and made.leads != row.leads and not (helps or made.basis or row.basis):
        say_who(row)
    if whole and whole not in row.matter:
        row.matter = f"{row.matter}，{whole}"
    group = row.supports if helps else row.leads
    group += [name for name in (*made.leads, *made.supports) if name not in (*row.leads, *row.supports)]
