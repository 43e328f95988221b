"""Which names a template asks for and how it uses them, for `template vars` and `template check`."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import nodes

from tongzhi.engine.grammar import GLOBALS, names_of, parser
from tongzhi.engine.program import PartForm, quote
from tongzhi.errors import Place, Problem


def outline(parts: Iterable[PartForm]) -> dict[str, dict[str, Any]]:
    """Give name → `parts` it stands in, `items` fields read of it or of its items, `optional` if only tested."""
    found: dict[str, dict[str, Any]] = {}
    for part in parts:
        tree = parser().parse(part["source"])
        names = names_of(tree)
        for name in sorted(names, key=lambda one: _first_line(tree, one)):
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
        for name in sorted(names_of(tree) - names, key=lambda one: _first_line(tree, one)):
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


def _loads(tree: nodes.Node, name: str) -> Iterator[nodes.Name]:
    return (node for node in tree.find_all(nodes.Name) if node.name == name and node.ctx == "load")


def _first_line(tree: nodes.Node, name: str) -> int:
    return min((node.lineno for node in _loads(tree, name)), default=0)


def _members(tree: nodes.Node, name: str) -> Iterator[str]:
    aliases = {name}
    for loop in tree.find_all(nodes.For):
        if (
            isinstance(loop.iter, nodes.Name)
            and loop.iter.name == name
            and isinstance(loop.target, nodes.Name)
        ):
            aliases.add(loop.target.name)
            break
    for node in tree.find_all(nodes.Getattr):
        if isinstance(node.node, nodes.Name) and node.node.name in aliases and node.node.name not in GLOBALS:
            yield node.attr


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
