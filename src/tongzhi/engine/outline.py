"""Which names a template asks for and how it uses them, for `template vars` and `template check`."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from jinja2 import nodes

from tongzhi.engine.grammar import GLOBALS, parser
from tongzhi.engine.operators import METHODS, TIME_METHODS
from tongzhi.engine.program import PartForm, quote
from tongzhi.errors import Place, Problem


def outline(parts: Iterable[PartForm]) -> dict[str, dict[str, Any]]:
    """Give name → `parts` it stands in, `items` fields read of it or of its items, `optional` if only tested."""
    found: dict[str, dict[str, Any]] = {}
    for part in parts:
        tree = parser().parse(part["source"])
        for name in sorted(part["names"], key=lambda one: _first_line(tree, one)):
            entry = found.setdefault(name, {"parts": [], "items": [], "optional": True})
            if part["label"] not in entry["parts"]:
                entry["parts"].append(part["label"])
            for member in _members(tree, name):
                if member not in entry["items"]:
                    entry["items"].append(member)
            entry["optional"] = entry["optional"] and not _needed(tree, name)
    return found


def unknown_names(parts: Iterable[PartForm], names: set[str]) -> list[Problem]:
    """Give a problem for every name that is not among `names` and must be there."""
    problems = []
    for part in parts:
        tree = parser().parse(part["source"])
        for name in sorted(set(part["names"]) - names, key=lambda one: _first_line(tree, one)):
            if not _needed(tree, name):
                continue
            line = _first_line(tree, name)
            number = part["source_lines"].get(str(line))
            spot = part["spots"][number] if number is not None else None
            near = difflib.get_close_matches(name, names, 1, 0.5)
            place = Place(
                file=part["label"],
                paragraph=(spot[3] or None) if spot else None,
                field=quote(spot[0]) if spot else None,
            )
            problems.append(
                Problem(
                    place,
                    f"没有“{name}”这个值",
                    f"是不是“{near[0]}”？" if near else "改为已有的名称，或从模板里删去",
                    f"原段：{spot[4]}" if spot and spot[4] else "",
                )
            )
    return problems


class Members(dict[str, "Members | None"]):
    """What a value consists of: name → its own members, `None` for a plain value; of a list, what an item consists of."""


def unknown_members(parts: Iterable[PartForm], known: Members) -> list[Problem]:
    """Give a problem for every field of a value or of its items that `known` says is not there.

    Args:
        parts: of the template.
        known: names whose members are known; whatever stands under other names may be anything.
    """
    problems = []
    for part in parts:
        for node, owner in _absent(parser().parse(part["source"]), dict(known), known):
            number = part["source_lines"].get(str(node.lineno))
            spot = part["spots"][number] if number is not None else None
            place = Place(
                file=part["label"],
                paragraph=(spot[3] or None) if spot else None,
                field=quote(spot[0]) if spot else None,
            )
            near = difflib.get_close_matches(node.attr, owner, 1, 0.5)
            instead = f"有：{'、'.join(list(owner)[:8])}" if owner else "它是一个值，没有分项"
            problems.append(
                Problem(
                    place,
                    f"没有“{node.attr}”这个分项",
                    f"是不是“{near[0]}”？" if near else instead,
                    f"原段：{spot[4]}" if spot and spot[4] else "",
                )
            )
    return problems


_Known = dict[str, "Members | None"]


def _absent(node: nodes.Node, around: _Known, top: Members) -> Iterator[tuple[nodes.Getattr, Members]]:
    """Give every reading of a member that is not there, with the members that are."""
    inner = around
    if isinstance(node, nodes.For):
        inner = {**around}
        for name in node.target.find_all(nodes.Name):
            inner.pop(name.name, None)
        if isinstance(node.target, nodes.Name):
            inner.pop(node.target.name, None)
            found = _members_of(node.iter, around)
            if found is not _ANY:
                inner[node.target.name] = found
        yield from _absent(node.iter, around, top)
    elif isinstance(node, nodes.Getattr) and node.attr not in METHODS:
        owner = _members_of(node.node, around)
        if owner is not _ANY and node.attr not in (owner or ()):
            yield node, owner if owner is not None else Members()
    elif isinstance(node, nodes.Assign | nodes.AssignBlock | nodes.With | nodes.Macro):
        stored = {name.name for name in node.find_all(nodes.Name) if name.ctx != "load"}
        for target in stored & set(around):
            around.pop(target)
    for child in node.iter_child_nodes():
        if not (isinstance(node, nodes.For) and child is node.iter):
            yield from _absent(child, inner, top)


_ANY = Members()
"""Members of what nothing is known of; told from others by identity."""


def _members_of(node: nodes.Node, around: _Known) -> Members | None:
    """Give what is known of the members of an expression."""
    if isinstance(node, nodes.Name):
        return around.get(node.name, _ANY)
    if isinstance(node, nodes.Getattr):
        owner = _members_of(node.node, around)
        return owner.get(node.attr, _ANY) if owner is not None and owner is not _ANY else _ANY
    return _ANY


def hopeless_calls(
    parts: Iterable[PartForm], functions: Collection[str], *, printed: bool = False
) -> list[Problem]:
    """Give a problem for every call that no data can make work.

    Args:
        parts: of the template.
        functions: names that may be called besides ours.
        printed: dates are text, so that no method of theirs can be called.
    """
    problems = []
    for part in parts:
        tree = parser().parse(part["source"])
        own = {macro.name for macro in tree.find_all(nodes.Macro)} | {"loop", "caller", "super"}
        own |= {
            name.name
            for made in tree.find_all((nodes.Assign, nodes.AssignBlock))
            for name in made.find_all(nodes.Name)
            if name.ctx == "store"
        }
        for node in tree.find_all(nodes.Call):
            said = _hopeless(node.node, own, functions, printed=printed)
            if said is None:
                continue
            number = part["source_lines"].get(str(node.lineno))
            spot = part["spots"][number] if number is not None else None
            place = Place(
                file=part["label"],
                paragraph=(spot[3] or None) if spot else None,
                field=quote(spot[0]) if spot else None,
            )
            problems.append(Problem(place, *said, f"原段：{spot[4]}" if spot and spot[4] else ""))
    return problems


def _hopeless(
    called: nodes.Node, own: Collection[str], functions: Collection[str], *, printed: bool
) -> tuple[str, str] | None:
    """Say why what is called can never be called, and what to write instead; `None` if it can."""
    match called:
        case nodes.Name():
            name = called.name
            if name in own or name in functions or name in GLOBALS or name.startswith("_tz_"):
                return None
            return f"没有可用的函数“{name}”", "能用的函数只有 range；把算好的结果放进数据"
        case nodes.Getattr():
            if isinstance(called.node, nodes.Name) and called.node.name in own:
                return None
            if printed and called.attr in TIME_METHODS:
                return (
                    f"不能用“.{called.attr}()”：日期到模板里已是文字",
                    "改用过滤器，如 {{ 成文日期|日期 }}；全部见 tongzhi template vars --filters",
                )
            if called.attr not in METHODS:
                return f"不能用“.{called.attr}()”", "模板里只能取数据，不能调用程序；把算好的结果放进数据"
    return None


def _loads(tree: nodes.Node, name: str) -> Iterator[nodes.Name]:
    return (node for node in tree.find_all(nodes.Name) if node.name == name and node.ctx == "load")


def _first_line(tree: nodes.Node, name: str) -> int:
    return min((node.lineno for node in _loads(tree, name)), default=0)


def _members(tree: nodes.Node, name: str) -> Iterator[str]:
    """Give the fields that are read of a value or of its items; a loop's own name counts inside that loop alone."""
    yield from _read_of(tree, frozenset((name,)))


def _read_of(node: nodes.Node, names: frozenset[str]) -> Iterator[str]:
    inner = names
    if isinstance(node, nodes.For):
        inner -= {
            target.name
            for target in (node.target, *node.target.find_all(nodes.Name))
            if isinstance(target, nodes.Name)
        }
        listed = node.iter
        while isinstance(listed, nodes.Filter) and listed.node is not None:
            listed = listed.node
        if isinstance(listed, nodes.Name) and listed.name in names and isinstance(node.target, nodes.Name):
            inner |= {node.target.name}
    elif (
        isinstance(node, nodes.Getattr)
        and isinstance(node.node, nodes.Name)
        and node.node.name in names - set(GLOBALS)
    ):
        yield node.attr
    for child in node.iter_child_nodes():
        around = isinstance(node, nodes.For) and child is node.iter
        yield from _read_of(child, names if around else inner)


def _needed(tree: nodes.Node, name: str) -> bool:
    """Give whether the name is printed, looped over or computed with, outside `default`, tests and conditions."""
    return _needs(tree, name, safe=False)


def _needs(node: nodes.Node, name: str, *, safe: bool) -> bool:
    match node:
        case nodes.Name():
            return not safe and node.name == name and node.ctx == "load"
        case nodes.Filter() if node.name in ("default", "d") and node.node is not None:
            rest = any(_needs(argument, name, safe=safe) for argument in node.args)
            return rest or _needs(node.node, name, safe=True)
        case nodes.Test() if node.name in ("defined", "undefined"):
            return False
        case nodes.If() | nodes.CondExpr():
            inner = any(
                _needs(child, name, safe=safe) for child in node.iter_child_nodes() if child is not node.test
            )
            return (inner and not _guards(node.test, name)) or _needs(node.test, name, safe=True)
    return any(_needs(child, name, safe=safe) for child in node.iter_child_nodes())


def _guards(test: nodes.Node, name: str) -> bool:
    match test:
        case nodes.Name():
            return test.name == name
        case nodes.And():
            return _guards(test.left, name) or _guards(test.right, name)
        case nodes.Test():
            return test.name == "defined" and isinstance(test.node, nodes.Name) and test.node.name == name
    return False
