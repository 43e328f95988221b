"""The people of a meeting: who was asked, who is coming."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

from tongzhi.errors import Place, Problem

NOBODY = "未写姓名"
"""Stands for the name when a unit asks for leave without naming anybody."""

_SUBSTITUTE = re.compile(
    r"替会|代会|替.{0,8}[参开]|受.{0,8}委托|委托.{0,8}参|代表.{1,8}(?:参|出席|到会)|因.{1,16}由.{1,12}(?:参|出席|到会)"
    r"|(?:去|到|赴|在|外出|因).{0,12}(?:开会|出差|学习|培训|考察|休假|住院)|^替|\s替"
)
_LEAVE = re.compile(r"请假|不(?:能)?参(?:加|会)|无法参(?:加|会)|缺席")


@dataclass(frozen=True, slots=True)
class Reply:
    """One person who is coming, as a unit returned it.

    Attributes:
        place: file, sheet and row it was read from.
        at: when the form was filled in, else when the file was changed; a later return replaces an earlier one.
        filled_at: when the form says it was filled in.
        corrects: the form says that it changes an earlier one.
        replaces: names of those in whose place this person comes.
        adds: the form says that who was returned before still comes.
        away: the person asks for leave, or the unit sends nobody.
    """

    unit: str
    name: str
    title: str = ""
    mobile: str = ""
    sex: str = ""
    ethnicity: str = ""
    venue: str = ""
    speaks: str = ""
    plate: str = ""
    meals: str = ""
    note: str = ""
    filled_by: str = ""
    filled_phone: str = ""
    place: Place = field(default_factory=Place)
    at: datetime = datetime.min
    filled_at: datetime | None = None
    corrects: bool = False
    replaces: tuple[str, ...] = ()
    adds: bool = False
    away: bool = False

    @property
    def is_substitute(self) -> bool:
        """Tell whether the person comes in someone's place (替会); 代县长 is a post, 代李县长参会 is not."""
        return self.name != NOBODY and bool(
            self.replaces
            or _SUBSTITUTE.search(self.note + self.title)
            or re.search(r"^代(?!表)|[，,；（(]代(?!表)", self.note)
        )

    @property
    def is_leave(self) -> bool:
        """Tell whether the unit says that the person asks for leave."""
        return self.away or (not self.is_substitute and bool(_LEAVE.search(f"{self.note} {self.venue}")))


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row, line or form that was not understood, with the likeliest reading.

    Attributes:
        guess: what it may say; fields that could not be guessed are empty.
        text: what stands there.
        why: why it is not believed.
        instead: what to do about it.
    """

    guess: Reply
    text: str
    why: str
    instead: str = ""

    @property
    def problem(self) -> Problem:
        """Give it as a message."""
        named = "，".join(part for part in (self.guess.unit, self.guess.name) if part)
        guess = f"，可能是 {named}" if named else ""
        return Problem(self.guess.place, f"{self.why}：{self.text[:60]}{guess}", self.instead)


@dataclass(frozen=True, slots=True)
class Asked:
    """Who was asked: a unit by its full name, and at what level (主要负责人, 分管负责人 …); `quota` people."""

    unit: str
    short: str = ""
    level: str = ""
    quota: int = 1
