"""A compiled part made runnable, and the place of whatever goes wrong in it."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib.machinery import SourceFileLoader
from types import CodeType, TracebackType
from typing import Any, NotRequired, TypedDict

from tongzhi.engine import operators
from tongzhi.engine.additions import NONE, Additions
from tongzhi.engine.escaping import find_special
from tongzhi.engine.filters import FILTERS, TESTS
from tongzhi.engine.missing import Missing
from tongzhi.engine.printing import PrintedSpot, put
from tongzhi.engine.repairs import repair
from tongzhi.engine.state import RenderState
from tongzhi.engine.stops import FREE, BadText, Meter, MissingName, OverLimit, Stop
from tongzhi.errors import LimitError, Place, Problem, TemplateError

Fill = Callable[[Callable[[str, Any], Any], RenderState, Meter, list[bytes]], None]
MANY_CHUNKS = 2_000
LONGEST_QUOTE = 60
FORMAT = 3
"""Of the compiled form; raised with every change of what is generated, so that older forms are made anew."""


class PartForm(TypedDict):
    """A compiled part as plain data, so that it can be shipped as JSON; `code` is empty where jinja2 renders."""

    name: str
    label: str
    fixed: list[str]
    spots: list[list[Any]]
    code: str
    code_lines: dict[str, int]
    source: str
    source_lines: dict[str, int]
    names: list[str]
    repairs: list[str]
    module: NotRequired[str]
    """Path of a shipped Python file that holds the same code, so that its bytecode is cached."""


def function_name(code: str) -> str:
    """Give the name that a part's function has in a shipped module; it changes with the code."""
    return f"fill_{sha256(code.encode()).hexdigest()[:16]}"


@cache
def _module_code(path: str) -> CodeType:

    code = SourceFileLoader("tongzhi_template", path).get_code("tongzhi_template")
    if code is None:
        raise OSError(path)
    return code


class _Names(dict[str, Missing]):
    """Name → what stands for it when the data lacks it."""

    __slots__ = ("_kind",)

    def __init__(self, kind: type[Missing]) -> None:
        super().__init__()
        self._kind = kind

    def __missing__(self, name: str) -> Missing:
        self[name] = self._kind(name)
        return self[name]


class Program:
    """One part that can be filled again and again."""

    __slots__ = (
        "_code_lines",
        "_fill",
        "_functions",
        "_line_of",
        "_repairs",
        "_shift",
        "filename",
        "label",
        "name",
        "names",
        "spots",
    )

    def __init__(self, form: PartForm, kind: type[Missing], added: Additions = NONE) -> None:
        self._functions = added.functions
        self.name = form["name"]
        self.label = form["label"]
        self.names = form["names"]
        self.spots = [PrintedSpot(*values) for values in form["spots"]]
        self.filename = f"<tongzhi {self.name}>"
        self._repairs = frozenset(form["repairs"])
        self._shift = 0
        self._line_of: Callable[[int], int] | None = None
        if form["code"]:
            self._fill = self._load(form, kind, added)
            self._code_lines = {int(line): spot for line, spot in form["code_lines"].items()}
        else:
            from tongzhi.engine.fallback import build_fallback

            self._fill, self._line_of = build_fallback(form, self.spots, kind, self.filename, added.filters)
            self._code_lines = {int(line): spot for line, spot in form["source_lines"].items()}

    def _load(self, form: PartForm, kind: type[Missing], added: Additions) -> Fill:
        space: dict[str, Any] = {
            "C": [piece.encode() for piece in form["fixed"]],
            "S": self.spots,
            "M": _Names(kind),
            "F": {**FILTERS, **added.filters} if added.filters else FILTERS,
            "T": TESTS,
            "NO": object(),
            "special": find_special,
            "FREE": FREE,
            "put": put,
            **{name: getattr(operators, name) for name in _OPERATORS},
            "slice": operators.slice_of,
        }
        fill = self._load_cached(form, space)
        if fill is None:
            # the source is our own generator's: names are numbered, texts are literals made by repr
            exec(compile(form["code"], self.filename, "exec"), space)  # noqa: S102
            fill = space["fill"]
        return fill

    def _load_cached(self, form: PartForm, space: dict[str, Any]) -> Fill | None:
        """Take the function from the shipped module, whose bytecode Python keeps, if it holds exactly this code."""
        try:
            code = _module_code(form["module"])
        except (KeyError, OSError, SyntaxError):
            return None
        exec(code, space)  # noqa: S102  a file of our own package
        fill: Any = space.get(function_name(form["code"]))
        if fill is None:
            return None
        self.filename = fill.__code__.co_filename
        self._shift = fill.__code__.co_firstlineno - 1
        return fill  # type: ignore[no-any-return]  # the name vouches for it

    def run(self, context: Mapping[str, Any], state: RenderState, meter: Meter) -> bytes:
        """Give the filled part.

        Raises:
            TemplateError, LimitError: with part, paragraph, its text and the tag.
        """
        out: list[bytes] = []
        try:
            self._fill(self._getter(context), state, meter, out)
            if len(out) > MANY_CHUNKS:
                meter.spend(sum(map(len, out)))
        except Stop as stop:
            raise self._placed(stop, stop.__traceback__, context) from stop
        except RecursionError as error:
            raise self._placed(OverLimit("宏互相调用没有尽头", "检查 macro"), None, context) from error
        except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            raise self._placed(
                Stop("这里的值不能这样用", "检查过滤器的参数和值的种类"), error.__traceback__, context
            ) from error
        data = b"".join(out)
        if self._repairs or state.pictures:
            data = repair(data, {*self._repairs, *(["drawings"] if state.pictures else [])})
        return data

    def _getter(self, context: Mapping[str, Any]) -> Callable[[str, Any], Any]:
        """Give what looks a name up: a function that was added comes before the data."""
        functions = self._functions
        if not functions:
            return context.get

        def get(name: str, missing: Any) -> Any:
            return functions[name] if name in functions else context.get(name, missing)

        return get

    def _placed(
        self, stop: Stop, trace: TracebackType | None, context: Mapping[str, Any]
    ) -> TemplateError | LimitError:
        spot = self._spot(trace)
        instead = stop.instead
        found = stop.found
        if isinstance(stop, MissingName):
            instead = nearest(stop, context)
        elif isinstance(stop, BadText):
            field = path_of(stop.value, context) or (spot.code if spot else "")
            found = f"“{field}”的{found}" if field else found
        problem = Problem(
            place_of(self.label, spot), found, instead, f"原段：{spot.text}" if spot and spot.text else ""
        )
        return LimitError([problem]) if isinstance(stop, OverLimit) else TemplateError([problem])

    def _spot(self, trace: TracebackType | None) -> PrintedSpot | None:
        line = None
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == self.filename:
                line = trace.tb_lineno - self._shift
            trace = trace.tb_next
        if line is not None and self._line_of is not None:
            line = self._line_of(line)
        number = self._code_lines.get(line) if line is not None else None
        return self.spots[number] if number is not None else None


_OPERATORS = (
    "add", "attribute", "call", "compare", "concat", "contains", "divide", "floor_divide", "item", "items",
    "make_range", "modulo", "multiply", "negate", "plus", "power", "subtract", "unpack",
)  # fmt: skip


def place_of(label: str, spot: PrintedSpot | None) -> Place:
    """Give the place of a tag in words."""
    if spot is None:
        return Place(file=label)
    return Place(file=label, paragraph=spot.paragraph or None, field=quote(spot.tag))


def quote(tag: str) -> str:
    """Give a tag as messages show it."""
    return tag if len(tag) <= LONGEST_QUOTE else tag[:LONGEST_QUOTE] + "……"


def nearest(stop: MissingName, context: Mapping[str, Any]) -> str:
    """Give what to write for a missing name."""
    name, known = _sought(stop, context)
    close = difflib.get_close_matches(name, [str(one) for one in known if str(one) != name], 1, 0.5)
    return f"是不是“{close[0]}”？" if close else "在数据里补上，或在模板里写 {{ 名称|default('') }}"


def _sought(stop: MissingName, context: Mapping[str, Any]) -> tuple[str, Iterable[Any]]:
    """Give the name that is missing and the names among which it could stand."""
    first, last = stop.path.partition(".")[0], stop.path.rpartition(".")[2]
    if isinstance(stop.owner, Mapping):
        return last, stop.owner
    return first, context if stop.owner is None and first not in context else ()


def path_of(value: str, context: Any, depth: int = 6) -> str:
    """Give where the text `value` stands in the data (`问题 第3项 描述`); nothing if it is not there."""
    if depth == 0:
        return ""
    pairs: Iterable[tuple[str, Any]] = ()
    if isinstance(context, Mapping):
        pairs = ((str(key), inner) for key, inner in context.items())
    elif isinstance(context, list | tuple):
        pairs = ((f"第{number}项", inner) for number, inner in enumerate(context, 1))
    for name, inner in pairs:
        if inner is value or (isinstance(inner, str) and inner == value):
            return name
        below = path_of(value, inner, depth - 1)
        if below:
            return f"{name} {below}"
    return ""
