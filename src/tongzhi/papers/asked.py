"""The paper of somebody's own template without a document type: its fields are the names that the template asks for."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from pydantic import create_model

from tongzhi.errors import InputError, Place, Problem
from tongzhi.model.base import Document, Wrong, field_names, is_blank, labelled, rule
from tongzhi.zh.nearest import nearest

_MARK = "Asked_"


class AskedPaper(Document):
    """A paper whose values are printed as they are given, each under the name that the template has for it."""

    by_name = True
    asked: ClassVar[tuple[str, ...]] = ()
    """The names that the template cannot do without."""

    @rule(level="warning")
    def check_blank(self, _day: date) -> Iterator[Wrong]:
        """What the template prints is there."""
        names = field_names(type(self))
        for label in self.asked:
            if is_blank(getattr(self, names[label])):
                yield Wrong(names[label], "没有填，印出来是空的", "该有内容的补上")


def make_asked(names: Mapping[str, bool], template: Path) -> type[AskedPaper]:
    """Give the type of a template.

    Args:
        names: name → whether the template can do without it.
        template: the template; its stem is the name of the papers.
    """
    said = json.dumps([template.stem, *([name, free] for name, free in names.items())], ensure_ascii=False)
    made = _made(_MARK + said.encode().hex())
    made.own = template
    return made


@cache
def _made(code: str) -> type[AskedPaper]:
    label, *names = json.loads(bytes.fromhex(code.removeprefix(_MARK)))
    fields: dict[str, Any] = {
        # numbered, since a template may ask for names that a model cannot have
        f"given_for_tag_{number}": (Any, labelled(name, default="", also=_also(name)))
        for number, (name, _) in enumerate(names, 1)
    }
    made: Any = create_model(code, __base__=AskedPaper, __module__=__name__, __doc__=label, **fields)
    made.label = label
    made.asked = tuple(name for name, free in names if not free)
    result: type[AskedPaper] = made
    return result


def _also(name: str) -> tuple[str, ...]:
    """Give a name as it was before blanks became underscores, as in the fields of a mail merge."""
    plain = name.replace("_", " ").strip()
    return (plain,) if plain != name else ()


def __getattr__(name: str) -> type[AskedPaper]:
    """Give a type by the name of its class, as unpickling asks for it in a worker."""
    if not name.startswith(_MARK):
        raise AttributeError(name)
    return _made(name)


def take_asked(kind: type[Document], values: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Part values into those that the template asks for and the names of those it does not know."""
    names = field_names(kind)
    known = {key: value for key, value in values.items() if key in names}
    return known, [str(key) for key in values if key not in known]


def need_asked(
    kind: type[Document], given: Collection[str], spare: Sequence[str], place: Place, what: str
) -> None:
    """Refuse data that lacks what the template asks for.

    Args:
        kind: the type of the template.
        given: English names of the fields that there are.
        spare: what the data has besides.
        place: of the data.
        what: 列 or 字段, as the data calls it.

    Raises:
        InputError: with each missing name, and the nearest of what is there.
    """
    assert issubclass(kind, AskedPaper)
    names = field_names(kind)
    problems = []
    for label in kind.asked:
        if names[label] in given:
            continue
        near = nearest(label, list(spare))
        problems.append(
            Problem(
                place,
                f"模板里有“{label}”，数据里没有这{what}",
                (f"是不是“{near}”？名称写成一样；" if near else f"加上这{what}；") + f"或用 --set {label}=值",
            )
        )
    if problems:
        raise InputError(problems)
