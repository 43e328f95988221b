"""Rules that an office or one paper leaves unchecked: `核稿不查` in the profile, in a paper's data, in a Word comment."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tongzhi.errors import InputError, Place, Problem
from tongzhi.resources import corpus_path
from tongzhi.word.embedded import read_silenced
from tongzhi.zh.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tongzhi.anatomy.paper import Paper

KEY = "核稿不查"
_IN_COMMENT = re.compile(rf"{KEY}\s*[：:]\s*(?P<names>[^。\n]+)")


@cache
def rule_names() -> dict[str, str]:
    """Give rule → its Chinese name (corpus/check/names.tsv)."""
    lines = corpus_path("check/names.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: row[1] for row in rows}


def split_names(text: str) -> list[str]:
    """Give the names of a list in one text (错别字、页边距)."""
    return [name for name in re.split(r"[、，,；;\s]+", text.strip()) if name]


def find_rules(names: Iterable[str]) -> tuple[frozenset[str], list[Problem]]:
    """Give the rules that names mean, English or Chinese ones, and what is wrong with the others."""
    chinese = rule_names()
    known = {**{name: name for name in chinese}, **{said: name for name, said in chinese.items()}}
    found, problems = set[str](), list[Problem]()
    for name in dict.fromkeys(part for text in names for part in split_names(text)):
        if name in known:
            found.add(known[name])
            continue
        near = nearest(name, known) or next((each for each in known if name in each), "")
        advice = f"是不是 {near}；" if near else ""
        problems.append(
            Problem(Place(field=KEY), f"没有规则“{name}”", f"{advice}全部规则见 tongzhi check --rules")
        )
    return frozenset(found), problems


def settle_rules(names: Iterable[str], file: str = "") -> frozenset[str]:
    """Give the rules that names mean.

    Raises:
        InputError: a name is no rule's; the nearest is told.
    """
    found, problems = find_rules(names)
    if problems:
        place = Place(file=file or None, field=KEY)
        raise InputError([replace(each, place=place) for each in problems])
    return found


def silenced_in(paper: Paper) -> tuple[frozenset[str], list[Problem]]:
    """Give the rules that are not checked in a paper (by profile, its data or a Word comment), and names that are none."""
    names = list(read_silenced(paper.document.parts))
    for comments in paper.document.stories("comments"):
        for paragraph in comments.iter("{*}p"):
            text = "".join(piece.text or "" for piece in paragraph.iter("{*}t"))
            names += [match["names"] for match in _IN_COMMENT.finditer(text)]
    found, problems = find_rules(names)
    place = Place(file=paper.name, field=f"批注 {KEY}")
    return found | paper.knowledge.silenced, [replace(each, place=place) for each in problems]


def say_silenced(rules: Iterable[str]) -> str:
    """Give the line that tells which rules were silent, empty for none."""
    chinese = rule_names()
    named = "、".join(chinese.get(name, name) for name in sorted(rules))
    return f"没有核的规则（{KEY}）：{named}" if named else ""
