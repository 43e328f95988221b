"""What a tag may say: jinja2's syntax, from which an allow-list is picked; every breach is told with its tag."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from jinja2 import Environment, TemplateSyntaxError, nodes

from tongzhi.engine.filters import FILTERS, TESTS
from tongzhi.engine.markup import Site
from tongzhi.engine.source import Prepared
from tongzhi.engine.stops import Stop
from tongzhi.engine.tags import Tag

GLOBALS = frozenset(("range", "namespace", "cycler", "joiner"))
MAX_NESTING = 100
"""Levels of one expression; the generator and jinja2 recurse, a few calls for each."""
MAX_BLOCKS, MAX_LOOPS = 50, 20
"""Nested if, for and macro, and loops among them; CPython allows no more loops in one function."""
_BLOCKS = (nodes.If, nodes.For, nodes.With, nodes.Macro, nodes.CallBlock)
_WHOLE = {"if", "for", "macro", "call", "with", "set"}
_KEYWORDS = (
    "if",
    "elif",
    "else",
    "endif",
    "for",
    "endfor",
    "set",
    "endset",
    "with",
    "endwith",
    "macro",
    "endmacro",
)
_MORE = ("call", "endcall", "raw", "endraw", "cellbg", "colspan", "hm", "vm", "restart")
_REFUSED = {
    "include": "模板不能引用别的文件",
    "import": "模板不能引用别的文件",
    "from": "模板不能引用别的文件",
    "extends": "模板不能引用别的文件",
    "block": "Word 模板里没有继承",
    "filter": "改用 {{ 名称|过滤器 }}",
    "autoescape": "值总是按原文印出",
    "do": "模板只负责印，不能改数据",
}
_FORBIDDEN = (
    nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Block, nodes.FilterBlock,
    nodes.EnvironmentAttribute, nodes.ExtensionAttribute, nodes.ImportedName, nodes.InternalName,
    nodes.EvalContextModifier, nodes.ExprStmt, nodes.ContextReference, nodes.DerivedContextReference,
)  # fmt: skip


@cache
def parser() -> Environment:
    """Give the jinja2 environment whose parser is used; nothing is run in it."""
    return Environment(autoescape=True, keep_trailing_newline=True)


def check_tags(prepared: Prepared, filters: Iterable[str] = ()) -> list[tuple[Site, Stop]]:
    """Give every tag of a part that is wrong by itself; `filters` are those added to ours."""
    known = {*FILTERS, *filters}
    problems = []
    for number in prepared.lines.values():
        site = prepared.sites[number]
        problem = check_tag(site.tag, known)
        if problem:
            problems.append((site, problem))
    return problems


def check_tag(tag: Tag, filters: Collection[str] = FILTERS) -> Stop | None:
    """Give what is wrong with one tag, or `None`; `filters` are the names of all that it may use."""
    source = _standalone(tag)
    if isinstance(source, Stop) or source is None:
        return source
    try:
        tree = parser().parse(source)
    except TemplateSyntaxError:
        return _syntax(tag)
    except RecursionError:
        return _TOO_DEEP
    return next(_breaches(tree, filters), None)


_TOO_DEEP = Stop("式子太长或嵌套太深", "拆成几步")


def _standalone(tag: Tag) -> str | Stop | None:
    if not tag.code:
        return Stop("空标签", "写上名称，或删去")
    if tag.kind == "{{":
        return f"{{{{ {tag.code} }}}}"
    keyword = tag.keyword
    if keyword in _REFUSED:
        return Stop(f"不支持 {{% {keyword} %}}", _REFUSED[keyword])
    if keyword not in _KEYWORDS and keyword not in _MORE:
        near = difflib.get_close_matches(keyword, (*_KEYWORDS, *_MORE), 1)
        return Stop(
            f"没有 {{% {keyword} %}} 这种标签",
            f"是不是 {{% {near[0]} %}}？" if near else "能用 if、for、set 等",
        )
    if keyword == "elif":
        return f"{{% if {tag.rest} %}}{{% endif %}}"
    if keyword == "else" or keyword.startswith("end"):
        return (
            Stop(f"{{% {keyword} %}} 里多了“{tag.rest}”", "只写关键词")
            if tag.rest and keyword != "endmacro"
            else None
        )
    if keyword == "set" and "=" in tag.code:
        return f"{{% {tag.code} %}}"
    return f"{{% {tag.code} %}}{{% end{keyword} %}}" if keyword in _WHOLE else None


def _syntax(tag: Tag) -> Stop:
    if tag.keyword == "for" and " in " not in tag.code:
        return Stop("循环写法不对", "写成 {% for 项 in 列表 %}")
    if tag.keyword in ("if", "elif") and " = " in tag.code:
        return Stop("判断相等要写两个等号", "写成 {% if 名称 == '值' %}")
    return Stop("标签写法不对", "检查括号、引号、逗号和名称；名称里不能有空格和标点")


def _breaches(tree: nodes.Node, filters: Collection[str]) -> Iterator[Stop]:
    stack: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while stack:
        node, depth = stack.pop()
        stack.extend((child, depth + 1) for child in node.iter_child_nodes())
        if depth > MAX_NESTING:
            yield _TOO_DEEP
        elif isinstance(node, _FORBIDDEN):
            yield Stop("模板里不能这样写", "只用 if、for、set、macro 和名称")
        elif isinstance(node, nodes.Filter) and node.name not in filters:
            yield _no_filter(node.name, filters)
        elif isinstance(node, nodes.Test) and node.name not in TESTS:
            yield _no_test(node.name)
        elif isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
            yield Stop(f"不能取“{node.attr}”", "以下划线开头的名称不对模板开放")
        elif (
            isinstance(node, nodes.Getitem)
            and isinstance(node.arg, nodes.Const)
            and _is_private(node.arg.value)
        ):
            yield Stop(f"不能取“{node.arg.value}”", "以下划线开头的名称不对模板开放")
        elif isinstance(node, nodes.Name) and node.name.startswith("__"):
            yield Stop(f"不能用“{node.name}”", "以下划线开头的名称不对模板开放")
        elif (
            isinstance(node, nodes.Call)
            and isinstance(node.node, nodes.Getattr)
            and node.node.attr in ("format", "format_map")
        ):
            yield Stop("不能用 .format", "用 ~ 连接，如 {{ '共' ~ n ~ '处' }}")
        elif isinstance(node, nodes.Call) and (node.dyn_args is not None or node.dyn_kwargs is not None):
            yield Stop("括号里不能用 * 展开", "逐个写出参数")


def refuse_deep(tree: nodes.Node) -> None:
    """Raise Stop when blocks are nested deeper than a Python function can be."""
    stack: list[tuple[nodes.Node, int, int]] = [(tree, 0, 0)]
    while stack:
        node, blocks, loops = stack.pop()
        blocks += isinstance(node, _BLOCKS)
        loops += isinstance(node, nodes.For)
        if blocks > MAX_BLOCKS or loops > MAX_LOOPS:
            raise too_deep()
        stack.extend((child, blocks, loops) for child in node.iter_child_nodes())


def too_deep() -> Stop:
    """Give what is said of too many nested blocks."""
    return Stop("标签嵌套太深", f"减少层数，for 最多 {MAX_LOOPS} 层，连 if 最多 {MAX_BLOCKS} 层")


def _is_private(value: object) -> bool:
    return isinstance(value, str) and value.startswith("__")


def _no_filter(name: str | None, filters: Collection[str]) -> Stop:
    near = difflib.get_close_matches(name or "", filters, 1, 0.5)
    return Stop(
        f"没有过滤器“{name}”", f"是不是“{near[0]}”？" if near else "能用的见 tongzhi template vars --filters"
    )


def _no_test(name: str | None) -> Stop:
    near = difflib.get_close_matches(name or "", TESTS, 1, 0.5)
    return Stop(f"没有判断“{name}”", f"是不是“{near[0]}”？" if near else "如 is defined、is none")


def names_of(tree: nodes.Node) -> set[str]:
    """Give the names that a part asks the data for.

    `jinja2.meta` would compute constant expressions on the way, however large, so it is not used.
    """
    found: set[str] = set()
    _collect([tree], set(), found)
    return {name for name in found if name not in GLOBALS and not name.startswith("_tz_")}


def _collect(body: Iterable[nodes.Node], bound: set[str], found: set[str]) -> None:
    """Add to `found` what `body` loads and does not bind before; `bound` grows by what it binds."""
    for node in body:
        match node:
            case nodes.Name():
                if node.ctx == "load" and node.name not in bound:
                    found.add(node.name)
            case nodes.NSRef():
                _collect([nodes.Name(node.name, "load")], bound, found)
            case nodes.Assign():
                _collect([node.node], bound, found)
                _collect([node.target], bound, found)
                bound |= _targets(node.target)
            case nodes.AssignBlock():
                _collect(node.body, set(bound), found)
                bound |= _targets(node.target)
            case nodes.For():
                _collect([node.iter], bound, found)
                inner = bound | _targets(node.target)
                _collect([node.test] if node.test else [], set(inner), found)
                _collect(node.body, inner | {"loop"}, found)
                _collect(node.else_, set(bound), found)
            case nodes.If():
                _collect([node.test], bound, found)
                branches = [set(bound), *(set(bound) for _ in node.elif_), set(bound)]
                bodies = [node.body, *([one.test, *one.body] for one in node.elif_), node.else_]
                for branch, names in zip(bodies, branches, strict=True):
                    _collect(branch, names, found)
                bound |= set.intersection(*branches)
            case nodes.Macro() | nodes.CallBlock():
                if isinstance(node, nodes.Macro):
                    bound.add(node.name)
                else:
                    _collect([node.call], bound, found)
                _collect(node.defaults, bound, found)
                arguments = {argument.name for argument in node.args}
                _collect(node.body, bound | arguments | {"caller", "varargs", "kwargs"}, found)
            case nodes.With():
                _collect(node.values, bound, found)
                _collect(node.body, bound.union(*map(_targets, node.targets)), found)
            case _:
                _collect(node.iter_child_nodes(), bound, found)


def _targets(node: nodes.Node) -> set[str]:
    names = {name.name for name in node.find_all(nodes.Name)}
    return names | ({node.name} if isinstance(node, nodes.Name) else set())
