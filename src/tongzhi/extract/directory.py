"""The bodies and leaders that an office has listed, as its speeches call them: 单位名录 and 领导分工 of the profile."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from tongzhi.extract.lexicon import Lexicon, read_words

if TYPE_CHECKING:
    from tongzhi.papers.profile import Profile

_SHORTEST = 2
_TITLE = re.compile(
    r"(?:常务)?副?(?:市长|县长|区长|镇长|乡长|省长|州长|主任|书记|局长|总经理|经理|校长|院长|主席|部长|处长|科长)"
)


@dataclass(frozen=True)
class Directory:
    """Names as a speech calls bodies and leaders → their full names; a name that could be of two is left out."""

    names: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon((name, "listed") for name in self.names)

    def find(self, text: str) -> list[tuple[int, int]]:
        """Give where listed names stand in a text, the longest where several begin."""
        return [(hit.start, hit.end) for hit in self._lexicon.find(text)] if self.names else []

    def full_name(self, text: str) -> str:
        """Give the full name of a body or leader, empty when he is not listed."""
        return self.names.get(text, "")


def directory_of(profile: Profile | None) -> Directory:
    """Give the names that a profile lists."""
    if profile is None:
        return Directory()
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    pairs = [(name, unit.name) for unit in profile.units for name in (unit.name, unit.short)]
    pairs += [(call, leader.name) for leader in profile.leaders for call in _calls(leader.name, leader.title)]
    for name, full in pairs:
        if len(name) < _SHORTEST:
            continue
        if found.setdefault(name, full) != full:
            doubtful.add(name)
    return Directory({name: full for name, full in found.items() if name not in doubtful})


def _calls(name: str, title: str) -> Iterator[str]:
    """Give what a leader is called: 李建国, 李建国同志, 李副市长, 李市长."""
    yield name
    yield f"{name}同志"
    surname = name[:2] if name[:2] in read_words("surnames.txt") else name[:1]
    post = _TITLE.search(title)
    if post:
        yield from (surname + post.group(), surname + post.group().removeprefix("常务"))
        yield surname + post.group().removeprefix("常务").removeprefix("副")
