"""jinja2's syntax tree → the source of one Python function; what it does not know is left to jinja2.

The function appends bytes: fixed XML is encoded once, values one by one. Each tag is a source line of its own, so
that the line of a traceback names the tag and nothing is paid for it while rendering.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jinja2 import nodes

from tongzhi.engine.grammar import GLOBALS
from tongzhi.engine.source import Prepared
from tongzhi.engine.stops import CHECK_EVERY

_FIXED = re.compile("\0(\\d+)\0")
_BINARY: dict[type[nodes.Expr], str] = {
    nodes.Add: "add", nodes.Sub: "subtract", nodes.Mul: "multiply", nodes.Div: "divide",
    nodes.FloorDiv: "floor_divide", nodes.Mod: "modulo", nodes.Pow: "power",
}  # fmt: skip
_LOOP_FIELDS = {
    "index": "({i} + 1)", "index0": "{i}", "first": "({i} == 0)", "last": "({i} == {n} - 1)", "length": "{n}",
    "revindex": "({n} - {i})", "revindex0": "({n} - {i} - 1)", "depth": "1", "depth0": "0",
}  # fmt: skip
_STATE_CALLS = {
    "_tz_changed": "state.changed", "_tz_forget": "state.forget", "_tz_restart": "state.restart",
    "_tz_number": "state.number",
}  # fmt: skip
MAX_DEPTH = 18
"""Nested blocks; CPython allows 20 in one function."""
GROUP = 60
"""Fixed pieces and values that are appended at once."""


class Unknown(Exception):  # noqa: N818  not an error: jinja2 renders this part
    """The tree holds something that the generator does not write."""


@dataclass(slots=True)
class _Loop:
    index: str
    length: str


@dataclass(slots=True)
class _Scope:
    """Template name → Python variable, and the loop around, if any."""

    variables: dict[str, str]
    loop: _Loop | None = None


@dataclass(slots=True)
class Code:
    """A generated function: its source, the site of each of its lines, the names it reads from the data."""

    source: str
    sites: dict[int, int]
    names: list[str]


def generate(tree: nodes.Template, prepared: Prepared) -> Code | None:
    """Give the function of a part, or `None` if jinja2 must render it."""
    try:
        return _Writer(prepared).write(tree)
    except Unknown:
        return None


@dataclass(slots=True)
class _Print:
    """One thing to be printed: `code` gives bytes if there is no site or it is `whole`, else a value."""

    code: str
    site: int | None = None
    whole: bool = False


@dataclass(slots=True)
class _Writer:
    prepared: Prepared
    lines: list[str] = field(default_factory=list)
    sites: dict[int, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    pending: list[_Print] = field(default_factory=list)
    count: int = 0

    def write(self, tree: nodes.Template) -> Code:
        scope = _Scope({})
        self._open_scope(tree.body, scope, 1)
        self._body(tree.body, scope, 1)
        self._flush(1)
        head = ["def fill(get, state, meter, out):", "    extend = out.extend"]
        head += [f"    {variable} = get({name!r}, M[{name!r}])" for name, variable in self.names.items()]
        shift = len(head)
        return Code(
            "\n".join([*head, *self.lines]) + "\n",
            {line + shift: site for line, site in self.sites.items()},
            list(self.names),
        )

    def _line(self, text: str, depth: int, site: int | None = None) -> None:
        self._flush(depth)
        self._put(text, depth, site)

    def _put(self, text: str, depth: int, site: int | None = None) -> None:
        self.lines.append("    " * depth + text)
        if site is not None:
            self.sites[len(self.lines)] = site

    def _flush(self, depth: int) -> None:
        """Write what is to be printed so far as one `extend`, after one look at all its texts together."""
        pending, self.pending = self.pending, []
        while pending:
            group, pending = pending[:GROUP], pending[GROUP:]
            self._extend(group, depth)

    def _extend(self, group: list[_Print], depth: int) -> None:
        values = [
            (f"p{number}", one) for number, one in enumerate(group) if one.site is not None and not one.whole
        ]
        for variable, one in values:
            self._put(f"{variable} = {one.code}", depth, one.site)
        names = {id(one): variable for variable, one in values}
        if values:
            texts = " and ".join(f"{variable}.__class__ is str" for variable, _ in values)
            joined = " + ".join(variable for variable, _ in values)
            self._put(f"if {texts} and len(t := {joined}) < FREE and special(t) is None:", depth)
            self._write(group, {key: f"{variable}.encode()" for key, variable in names.items()}, depth + 1)
            self._put("else:", depth)
            depth += 1
        slow = {id(one): f"put({variable}, S[{one.site}], state)" for variable, one in values}
        self._write(group, slow, depth)

    def _write(self, group: list[_Print], written: dict[int, str], depth: int) -> None:
        self._put("extend((", depth)
        for one in group:
            self._put(f"{written.get(id(one), one.code)},", depth, one.site)
        self._put("))", depth)

    def _variable(self) -> str:
        self.count += 1
        return f"v{self.count}"

    def _site(self, node: nodes.Node) -> int | None:
        return self.prepared.lines.get(node.lineno)

    def _open_scope(self, body: Iterable[nodes.Node], scope: _Scope, depth: int) -> None:
        """Give names that are set in this scope a variable of its own, beginning with the outer value."""
        for name in sorted(set(_assigned(body))):
            outer = self._name(name, scope)
            variable = self._variable()
            self._line(f"{variable} = {outer}", depth)
            scope.variables[name] = variable

    def _name(self, name: str, scope: _Scope) -> str:
        if name in scope.variables:
            return scope.variables[name]
        if name in GLOBALS or (name.startswith("_tz_") and name in _STATE_CALLS) or name == "loop":
            raise Unknown(name)
        if name not in self.names:
            self.names[name] = f"n{len(self.names)}"
        return self.names[name]

    def _body(self, body: Iterable[nodes.Node], scope: _Scope, depth: int) -> None:
        for node in body:
            match node:
                case nodes.Output():
                    self._output(node, scope)
                case nodes.If():
                    self._if(node, scope, depth)
                case nodes.For():
                    self._for(node, scope, depth)
                case nodes.Assign():
                    self._assign(node, scope, depth)
                case _:
                    raise Unknown(type(node).__name__)

    def _output(self, node: nodes.Output, scope: _Scope) -> None:
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                self.pending += [_Print(f"C[{number}]") for number in _FIXED.findall(child.data)]
                continue
            value = self._expression(child, scope)
            site = self._site(child)
            if self._is_count(child, scope):
                self.pending.append(_Print(f"b'%d' % {value}", site, whole=True))
            elif site is None or self.prepared.sites[site].where in ("run", "block", "row", "colour", "span"):
                self.pending.append(_Print(f"put({value}, S[{site}], state)", site, whole=True))
            else:
                self.pending.append(_Print(value, site))

    def _is_count(self, node: nodes.Node, scope: _Scope) -> bool:
        """Give whether the value is surely a whole number, which needs no escaping."""
        if not isinstance(node, nodes.Getattr) or node.attr in ("first", "last") or scope.loop is None:
            return False
        return (
            isinstance(node.node, nodes.Name) and node.node.name == "loop" and "loop" not in scope.variables
        )

    def _if(self, node: nodes.If, scope: _Scope, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise Unknown("depth")
        self._line(f"if {self._expression(node.test, scope)}:", depth, self._site(node.test))
        self._block(node.body, scope, depth + 1)
        for branch in node.elif_:
            self._line(f"elif {self._expression(branch.test, scope)}:", depth, self._site(branch.test))
            self._block(branch.body, scope, depth + 1)
        if node.else_:
            self._line("else:", depth)
            self._block(node.else_, scope, depth + 1)

    def _block(self, body: list[nodes.Node], scope: _Scope, depth: int) -> None:
        self._body(body, scope, depth)
        self._line("pass", depth)

    def _for(self, node: nodes.For, scope: _Scope, depth: int) -> None:
        if depth > MAX_DEPTH or node.recursive:
            raise Unknown("for")
        site = self._site(node.iter)
        inner = _Scope(dict(scope.variables))
        self.count += 1
        values, index, length, target = (f"{letter}{self.count}" for letter in "qink")
        length = f"z{self.count}"
        self._line(f"{values} = items({self._expression(node.iter, scope)})", depth, site)
        if node.test is not None:
            self._filter_values(node, values, inner, depth, site)
        self._line(f"{length} = len({values})", depth)
        self._line(f"meter.enter({length}, {self._weight(node.body)})", depth, site)
        self._line(f"for {index}, {target} in enumerate({values}):", depth)
        self._line(f"if not {index} & {CHECK_EVERY - 1}: meter.check()", depth + 1, site)
        inner.loop = _Loop(index, length)
        self._unpack(node.target, target, inner, depth + 1, site)
        self._open_scope(node.body, inner, depth + 1)
        self._block(node.body, inner, depth + 1)
        if node.else_:
            self._line(f"if not {length}:", depth)
            otherwise = _Scope(dict(scope.variables), scope.loop)
            self._open_scope(node.else_, otherwise, depth + 1)
            self._block(node.else_, otherwise, depth + 1)

    def _filter_values(
        self, node: nodes.For, values: str, scope: _Scope, depth: int, site: int | None
    ) -> None:
        """Write the loop's own `if`; `loop` is not known in it, as in jinja2."""
        assert node.test is not None
        kept, one = self._variable(), self._variable()
        trial = _Scope(dict(scope.variables))
        self._line(f"{kept} = []", depth)
        self._line(f"for {one} in {values}:", depth)
        self._unpack(node.target, one, trial, depth + 1, site)
        self._line(f"if {self._expression(node.test, trial)}: {kept}.append({one})", depth + 1, site)
        self._line(f"{values} = {kept}", depth)

    def _unpack(self, target: nodes.Node, value: str, scope: _Scope, depth: int, site: int | None) -> None:
        match target:
            case nodes.Name():
                if target.name in GLOBALS or target.name == "loop":
                    raise Unknown(target.name)
                scope.variables[target.name] = value
            case _:
                assert isinstance(target, nodes.Tuple)
                parts = [self._variable() for _ in target.items]
                self._line(f"{', '.join(parts)}, = unpack({value}, {len(parts)})", depth, site)
                for member, part in zip(target.items, parts, strict=True):
                    self._unpack(member, part, scope, depth, site)

    def _assign(self, node: nodes.Assign, scope: _Scope, depth: int) -> None:
        site = self._site(node)
        value = self._variable()
        self._line(f"{value} = {self._expression(node.node, scope)}", depth, site)
        self._store(node.target, value, scope, depth, site)

    def _store(self, target: nodes.Node, value: str, scope: _Scope, depth: int, site: int | None) -> None:
        match target:
            case nodes.Name():
                self._line(f"{scope.variables[target.name]} = {value}", depth, site)
            case _:
                assert isinstance(target, nodes.Tuple)
                parts = [self._variable() for _ in target.items]
                self._line(f"{', '.join(parts)}, = unpack({value}, {len(parts)})", depth, site)
                for member, part in zip(target.items, parts, strict=True):
                    self._store(member, part, scope, depth, site)

    def _weight(self, body: Iterable[nodes.Node]) -> int:
        """Give the fixed bytes that one round of a body may print, loops inside it not counted."""
        size = 1
        for node in body:
            if isinstance(node, nodes.Output):
                for child in node.nodes:
                    if isinstance(child, nodes.TemplateData):
                        size += sum(
                            len(self.prepared.fixed[int(n)].encode()) for n in _FIXED.findall(child.data)
                        )
            elif isinstance(node, nodes.If):
                size += self._weight(node.body) + self._weight(node.elif_) + self._weight(node.else_)
        return size

    def _expression(self, node: nodes.Node, scope: _Scope) -> str:
        def write(child: nodes.Node) -> str:
            return self._expression(child, scope)

        match node:
            case nodes.Const():
                return repr(node.value) if repr(node.value) not in ("inf", "nan") else "float('inf')"
            case nodes.Name():
                return self._name(node.name, scope)
            case nodes.Getattr():
                return self._attribute(node, scope)
            case nodes.Getitem():
                return f"item({write(node.node)}, {write(node.arg)})"
            case nodes.Slice():
                parts = [
                    write(part) if part is not None else "None" for part in (node.start, node.stop, node.step)
                ]
                return f"slice({', '.join(parts)})"
            case nodes.Filter():
                return self._filter(node, scope)
            case nodes.Test():
                rest = "".join(f", {write(argument)}" for argument in node.args)
                if node.kwargs or node.dyn_args is not None or node.dyn_kwargs is not None:
                    raise Unknown("test")
                return f"T[{node.name!r}]({write(node.node)}{rest})"
            case nodes.Call():
                return self._call(node, scope)
            case nodes.And() | nodes.Or():
                word = "and" if isinstance(node, nodes.And) else "or"
                return f"({write(node.left)} {word} {write(node.right)})"
            case nodes.Not():
                return f"(not {write(node.node)})"
            case nodes.Neg() | nodes.Pos():
                return f"{'negate' if isinstance(node, nodes.Neg) else 'plus'}({write(node.node)})"
            case nodes.CondExpr():
                otherwise = write(node.expr2) if node.expr2 is not None else "None"
                return f"({write(node.expr1)} if {write(node.test)} else {otherwise})"
            case nodes.Concat():
                return f"concat({', '.join(write(part) for part in node.nodes)})"
            case nodes.Compare():
                return self._compare(node, scope)
            case nodes.List():
                return f"[{', '.join(write(part) for part in node.items)}]"
            case nodes.Tuple():
                return f"({''.join(write(part) + ', ' for part in node.items)})"
            case nodes.Dict():
                pairs = (f"{write(pair.key)}: {write(pair.value)}" for pair in node.items)
                return f"{{{', '.join(pairs)}}}"
            case nodes.BinExpr() if type(node) in _BINARY:
                return f"{_BINARY[type(node)]}({write(node.left)}, {write(node.right)})"
        raise Unknown(type(node).__name__)

    def _attribute(self, node: nodes.Getattr, scope: _Scope) -> str:
        if isinstance(node.node, nodes.Name) and node.node.name == "loop" and "loop" not in scope.variables:
            loop = scope.loop
            if loop is None or node.attr not in _LOOP_FIELDS:
                raise Unknown("loop")
            return _LOOP_FIELDS[node.attr].format(i=loop.index, n=loop.length)
        value = self._expression(node.node, scope)
        if value.isidentifier():
            name = repr(node.attr)
            quick = f"{value}.__class__ is dict and (u := {value}.get({name}, NO)) is not NO"
            return f"(u if {quick} else attribute({value}, {name}))"
        return f"attribute({value}, {node.attr!r})"

    def _filter(self, node: nodes.Filter, scope: _Scope) -> str:
        if node.node is None or node.dyn_args is not None or node.dyn_kwargs is not None:
            raise Unknown("filter")
        parts = [self._expression(node.node, scope)]
        parts += [self._expression(argument, scope) for argument in node.args]
        parts += [f"{pair.key}={self._expression(pair.value, scope)}" for pair in node.kwargs]
        if not all(str(pair.key).isascii() and str(pair.key).isidentifier() for pair in node.kwargs):
            raise Unknown("filter")
        return f"F[{node.name!r}]({', '.join(parts)})"

    def _call(self, node: nodes.Call, scope: _Scope) -> str:
        parts = [self._expression(argument, scope) for argument in node.args]
        callee = node.node
        if isinstance(callee, nodes.Name) and callee.name not in scope.variables:
            if callee.name == "range" and not node.kwargs:
                return f"make_range({', '.join(parts)})"
            if callee.name in _STATE_CALLS and not node.kwargs:
                return f"{_STATE_CALLS[callee.name]}({', '.join(parts)})"
            raise Unknown(callee.name)
        if (
            isinstance(callee, nodes.Getattr)
            and isinstance(callee.node, nodes.Name)
            and callee.node.name == "loop"
        ):
            if callee.attr == "cycle" and scope.loop is not None and parts and not node.kwargs:
                return f"({''.join(part + ', ' for part in parts)})[{scope.loop.index} % {len(parts)}]"
            raise Unknown("loop")
        if node.kwargs:
            raise Unknown("call")
        return f"call({', '.join([self._expression(callee, scope), *parts])})"

    def _compare(self, node: nodes.Compare, scope: _Scope) -> str:
        """Write `a < b < c` as its pairs; the middle value is written twice, so it may not be a call."""
        left = node.expr
        out = []
        for operand in node.ops:
            a, b = self._expression(left, scope), self._expression(operand.expr, scope)
            match operand.op:
                case "eq":
                    out.append(f"{a} == {b}")
                case "ne":
                    out.append(f"{a} != {b}")
                case "in":
                    out.append(f"contains({a}, {b})")
                case "notin":
                    out.append(f"not contains({a}, {b})")
                case sign:
                    out.append(f"compare({sign!r}, {a}, {b})")
            left = operand.expr
        return f"({' and '.join(out)})"


def _assigned(body: Iterable[nodes.Node]) -> Iterator[str]:
    for node in body:
        match node:
            case nodes.Assign():
                yield from (name.name for name in node.target.find_all(nodes.Name))
                if isinstance(node.target, nodes.Name):
                    yield node.target.name
                elif not isinstance(node.target, nodes.Tuple):
                    raise Unknown("assign")
            case nodes.If():
                yield from _assigned(node.body)
                yield from _assigned(node.elif_)
                yield from _assigned(node.else_)
