"""Parts that the generator does not write (macros, recursive loops, set blocks), rendered by jinja2's sandbox.

The tree is rewritten so that every print, loop, comparison and computation goes through the functions that
generated code uses; only the control flow is jinja2's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateRuntimeError, UndefinedError, nodes
from jinja2.runtime import LoopContext, Macro, StrictUndefined, Undefined
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from tongzhi.engine import operators
from tongzhi.engine.filters import FILTERS, TESTS
from tongzhi.engine.grammar import names_of, parser
from tongzhi.engine.missing import Missing
from tongzhi.engine.printing import PrintedSpot, put
from tongzhi.engine.stops import CHECK_EVERY, METER, Meter, MissingName, Stop, spend

if TYPE_CHECKING:
    from tongzhi.engine.program import Fill, PartForm
    from tongzhi.engine.state import RenderState

_FIXED = re.compile("\0(\\d+)\0")
_LOOP_NAMES = frozenset(
    [
        "index",
        "index0",
        "first",
        "last",
        "length",
        "revindex",
        "revindex0",
        "depth",
        "depth0",
        "cycle",
        "changed",
        "previtem",
        "nextitem",
    ]
)
_BINARY = {
    "+": operators.add, "-": operators.subtract, "*": operators.multiply, "/": operators.divide,
    "//": operators.floor_divide, "%": operators.modulo, "**": operators.power,
}  # fmt: skip


class _Sandbox(SandboxedEnvironment):
    """jinja2 with our idea of what may be looked at and called."""

    intercepted_binops = frozenset(_BINARY)
    intercepted_unops = frozenset(("+", "-"))

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, LoopContext):
            found = getattr(obj, attribute) if attribute in _LOOP_NAMES else None
            return Missing(f"loop.{attribute}") if found is None or isinstance(found, Undefined) else found
        if isinstance(obj, Namespace):
            return vars_of(obj).get(attribute, Missing(attribute))
        if isinstance(obj, Cycler | Joiner):
            return (
                getattr(obj, attribute) if attribute in ("next", "current", "reset") else Missing(attribute)
            )
        if isinstance(obj, Undefined | Macro):
            raise MissingName(attribute)
        return operators.attribute(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, LoopContext | Namespace | Cycler | Joiner | Macro | Undefined):
            raise Stop("这里不能用方括号", "写成 名称.项")
        return operators.item(obj, argument)

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805, PYI063  jinja2's way
        for inner in ("_loop_vars", "_block_vars"):
            kwargs.pop(inner, None)
        if isinstance(__obj, Macro | LoopContext):
            result = __obj(*args, **kwargs)
            meter = METER.get()
            assert meter is not None
            meter.enter(1, len(result) if isinstance(result, str) else 0)
            return result
        if __obj in (Namespace, Cycler, Joiner) or isinstance(__obj, Joiner) or _is_loop_method(__obj):
            return __obj(*args, **kwargs)
        if isinstance(__obj, _Inner):
            return __obj.function(*args)
        return operators.call(__obj, *args, **kwargs)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        return _BINARY[operator](_plain(left), _plain(right))

    def call_unop(self, context: Any, operator: str, arg: Any) -> Any:
        return operators.negate(arg) if operator == "-" else operators.plus(arg)


class _Inner:
    """A function of ours that the rewritten tree calls."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function


def vars_of(namespace: Namespace) -> dict[str, Any]:
    """Give what a `namespace()` holds."""
    held: dict[str, Any] = object.__getattribute__(namespace, "_Namespace__attrs")
    return held


def _is_loop_method(function: Any) -> bool:
    owner = getattr(function, "__self__", None)
    return isinstance(owner, LoopContext | Cycler) and getattr(function, "__name__", "") in (
        "cycle", "changed", "next", "reset",
    )  # fmt: skip


def _plain(value: Any) -> Any:
    return str(value.unescape()) if isinstance(value, Markup) else value


class _Rounds:
    """The items of a loop, counted while they are gone through."""

    __slots__ = ("_items", "_meter")

    def __init__(self, values: Any, meter: Meter, weight: int) -> None:
        self._items = operators.items(values)
        self._meter = meter
        meter.enter(len(self._items), weight)

    def __iter__(self) -> Iterator[Any]:
        for number, value in enumerate(self._items):
            if not number & (CHECK_EVERY - 1):
                self._meter.check()
            yield value

    def __len__(self) -> int:
        return len(self._items)


class _Rewriter(NodeTransformer):
    """Lets prints, loops and comparisons go through our functions."""

    def __init__(self, fixed: list[str], lines: dict[int, int]) -> None:
        self._fixed = fixed
        self._lines = lines

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802  jinja2's way
        children: list[nodes.Expr] = []
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                text = "".join(self._fixed[int(number)] for number in _FIXED.findall(child.data))
                if text:
                    children.append(nodes.TemplateData(text, lineno=child.lineno))
                continue
            spot = nodes.Const(self._lines.get(child.lineno), lineno=child.lineno)
            children.append(_call("_tz_put", [self.visit(child), spot], child.lineno))
        return nodes.Output(children, lineno=node.lineno)

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802
        weight = 1 + sum(
            len(self._fixed[int(number)].encode())
            for part in node.body
            if isinstance(part, nodes.Output)
            for data in part.find_all(nodes.TemplateData)
            for number in _FIXED.findall(data.data)
        )
        self.generic_visit(node)
        lineno = node.iter.lineno
        node.iter = _call("_tz_rounds", [node.iter, nodes.Const(weight, lineno=lineno)], lineno)
        return node

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.CondExpr:  # noqa: N802
        self.generic_visit(node)
        node.expr2 = node.expr2 or nodes.Const(None, lineno=node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Call:  # noqa: N802
        self.generic_visit(node)
        return _call("_tz_concat", node.nodes, node.lineno)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Expr:  # noqa: N802
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            none = nodes.Const(None, lineno=node.lineno)
            parts = [part or none for part in (node.arg.start, node.arg.stop, node.arg.step)]
            return _call("_tz_slice", [node.node, *parts], node.lineno)
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Expr:  # noqa: N802
        self.generic_visit(node)
        left = node.expr
        whole: nodes.Expr | None = None
        for operand in node.ops:
            sign = nodes.Const(operand.op, lineno=node.lineno)
            pair = _call("_tz_compare", [sign, left, operand.expr], node.lineno)
            whole = pair if whole is None else nodes.And(whole, pair, lineno=node.lineno)
            left = operand.expr
        assert whole is not None
        return whole


def _call(name: str, arguments: list[Any], lineno: int) -> nodes.Call:
    return nodes.Call(nodes.Name(name, "load", lineno=lineno), arguments, [], None, None, lineno=lineno)


def _compare(sign: str, left: Any, right: Any) -> bool:
    left, right = _plain(left), _plain(right)
    match sign:
        case "eq":
            return bool(left == right)
        case "ne":
            return bool(left != right)
        case "in":
            return operators.contains(left, right)
        case "notin":
            return not operators.contains(left, right)
    return operators.compare(sign, left, right)


def _concat(*parts: Any) -> str:
    if any(isinstance(part, Markup) for part in parts):
        joined = Markup("").join(part if isinstance(part, Markup) else operators.said(part) for part in parts)
        spend(len(joined))
        return joined
    return operators.concat(*parts)


def _over_plain(act: Callable[..., Any]) -> Callable[..., Any]:
    def filter_plain(value: Any, *args: Any, **kwargs: Any) -> Any:
        return act(_plain(value), *args, **kwargs)

    return filter_plain


def build_fallback(
    form: PartForm,
    spots: list[PrintedSpot],
    kind: type[Missing],
    filename: str,
    added: Mapping[str, Callable[..., Any]] | None = None,
) -> tuple[Fill, Callable[[int], int]]:
    """Give the function that fills a part by jinja2, and what maps its lines to those of the part's source."""
    sandbox = _Sandbox(
        autoescape=True, optimized=False, keep_trailing_newline=True, undefined=StrictUndefined
    )
    sandbox.globals.clear()
    sandbox.filters = {
        name: act if name in ("default", "d") else _over_plain(act)
        for name, act in {**FILTERS, **(added or {})}.items()
    }
    sandbox.tests = dict(TESTS)
    tree = parser().parse(form["source"])
    names = names_of(tree)
    lines = {int(line): spot for line, spot in form["source_lines"].items()}
    _Rewriter(form["fixed"], lines).visit(tree)
    tree.set_environment(sandbox)
    code = sandbox.compile(tree, form["name"], filename)
    template = sandbox.template_class.from_code(sandbox, code, {})

    def fill(get: Callable[[str, Any], Any], state: RenderState, meter: Meter, out: list[bytes]) -> None:
        def write(value: Any, number: int) -> Markup:
            if isinstance(value, Markup):
                return value
            if isinstance(value, Undefined):
                raise MissingName(str(getattr(value, "_undefined_name", "") or "参数"))
            return Markup(put(value, spots[number], state).decode())  # noqa: S704  put has escaped it

        data: dict[str, Any] = {name: get(name, kind(name)) for name in names}
        data |= {
            "_tz_put": _Inner(write),
            "_tz_rounds": _Inner(lambda values, weight: _Rounds(values, meter, weight)),
            "_tz_concat": _Inner(_concat),
            "_tz_compare": _Inner(_compare),
            "_tz_slice": _Inner(lambda value, *parts: operators.item(value, slice(*parts))),
            "_tz_changed": _Inner(state.changed),
            "_tz_forget": _Inner(state.forget),
            "_tz_restart": _Inner(state.restart),
            "_tz_number": _Inner(state.number),
            "range": _Inner(operators.make_range),
            "namespace": Namespace,
            "cycler": Cycler,
            "joiner": Joiner,
        }
        try:
            for chunk in template.root_render_func(template.new_context(data, shared=True)):
                meter.spend(len(chunk))
                out.append(chunk.encode())
        except UndefinedError as error:
            raise MissingName("参数").with_traceback(error.__traceback__) from error
        except TemplateRuntimeError as error:
            stop = Stop(
                "只能给 namespace 的字段赋值", "先写 {% set ns = namespace(数=0) %}，再写 {% set ns.数 = 1 %}"
            )
            raise stop.with_traceback(error.__traceback__) from error

    return fill, template.get_corresponding_lineno
