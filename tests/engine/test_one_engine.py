"""The generated function and jinja2 give the same for any template that both can render, errors too."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tongzhi.engine.assemble import assemble
from tongzhi.engine.missing import KINDS
from tongzhi.engine.program import PartForm, Program
from tongzhi.engine.source import prepare_part
from tongzhi.engine.state import RenderState
from tongzhi.engine.stops import LIMITS, METER, Meter
from tongzhi.errors import TongzhiError

NAMES = st.sampled_from(["甲", "乙", "xs", "行", "n", "没有"])
LITERALS = st.sampled_from(["1", "0", "2.5", "'文'", "'<&>'", "true", "none", "['a', 1]", "''"])
FILTERS = st.sampled_from(
    [
        "upper",
        "length",
        "default('缺')",
        "join('、')",
        "first",
        "int",
        "float",
        "string",
        "list",
        "trim",
        "sort",
        "顿号",
    ]
)


def _expressions() -> st.SearchStrategy[str]:
    base = st.one_of(NAMES, LITERALS, st.just("行.名"), st.just("loop.index"), st.just("行['数']"))
    return st.recursive(
        base,
        lambda inner: st.one_of(
            st.tuples(inner, FILTERS).map(lambda pair: f"({pair[0]})|{pair[1]}"),
            st.tuples(
                inner,
                st.sampled_from(["+", "-", "*", "//", "%", "~", "==", "!=", "<", ">=", "and", "or", "in"]),
                inner,
            ).map(lambda three: f"({three[0]} {three[1]} {three[2]})"),
            st.tuples(inner, inner, inner).map(lambda three: f"({three[0]} if {three[1]} else {three[2]})"),
            inner.map(lambda one: f"(not {one})"),
            inner.map(lambda one: f"({one} is defined)"),
            inner.map(lambda one: f"({one})[0]"),
            st.tuples(inner, inner).map(lambda two: f"[{two[0]}, {two[1]}]"),
        ),
        max_leaves=5,
    )


def _bodies() -> st.SearchStrategy[str]:
    leaf = st.one_of(
        _expressions().map(lambda one: f"{{{{ {one} }}}}"),
        st.sampled_from(["文字", "C&D", " "]),
        st.tuples(NAMES, _expressions()).map(lambda two: f"{{% set {two[0]} = {two[1]} %}}"),
    )
    return st.recursive(
        st.lists(leaf, min_size=1, max_size=3).map("".join),
        lambda inner: st.one_of(
            st.tuples(_expressions(), inner, inner).map(
                lambda t: f"{{% if {t[0]} %}}{t[1]}{{% else %}}{t[2]}{{% endif %}}"
            ),
            st.tuples(NAMES, _expressions(), inner).map(
                lambda t: f"{{% for {t[0]} in {t[1]} %}}{t[2]}{{% endfor %}}"
            ),
            st.tuples(inner, inner).map(lambda two: two[0] + two[1]),
        ),
        max_leaves=5,
    )


CONTEXTS = st.fixed_dictionaries(
    {},
    optional={
        "甲": st.sampled_from(["a", "A<b>&\"'", "一\n二\t三", "", None, 3.0, 7, True]),
        "乙": st.sampled_from(["文", 2, None, [], ["x", "y"]]),
        "xs": st.sampled_from([["一", "二"], [], None, [{"名": "n", "数": 1}], "字串"]),
        "行": st.sampled_from([{"名": "&", "数": 4}, {"名": None}, {}]),
        "n": st.integers(-3, 40),
    },
)


def _part(text: str) -> bytes:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return (
        f"<w:document {space}><w:body><w:p><w:pPr><w:jc w:val='both'/></w:pPr><w:r><w:rPr><w:b/></w:rPr>"
        f"<w:t>{escaped}</w:t></w:r></w:p></w:body></w:document>"
    ).encode()


def _forms(text: str) -> tuple[PartForm, PartForm] | None:
    from tongzhi.engine.assemble import Form, _compile

    prepared = prepare_part(_part(text), "word/document.xml")
    if prepared is None:
        return None
    form = Form(format=0, sha256="", parts=[], changed={}, warnings=[])
    if list(_compile("word/document.xml", "正文", prepared, form)) or not form["parts"]:
        return None
    generated = form["parts"][0]
    return generated, {**generated, "code": ""}


def _run(form: PartForm, context: dict[str, Any], missing: str) -> str:
    meter = Meter(LIMITS)
    token = METER.set(meter)
    try:
        return Program(form, KINDS[missing]).run(context, RenderState(None, lenient=False), meter).decode()
    except TongzhiError as error:
        return type(error).__name__  # with several wrong values either may be told first
    finally:
        METER.reset(token)


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(_bodies(), CONTEXTS, st.sampled_from(["error", "blank", "keep"]))
def test_generated_function_and_jinja2_agree(text: str, context: dict[str, Any], missing: str) -> None:
    forms = _forms(text)
    if forms is None:
        return
    generated, rendered = forms
    assert _run(generated, context, missing) == _run(rendered, context, missing)


@pytest.mark.parametrize(
    ("text", "generated"),
    [
        ("{{ 甲 }}", True),
        ("{% for 行 in xs %}{{ loop.index }}{{ 行.名 }}{% endfor %}", True),
        ("{% set x = 1 %}{{ x }}", True),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1) }}", False),
        ("{% for x in xs recursive %}{{ loop(x) }}{% endfor %}", False),
        ("{% set x %}甲{% endset %}{{ x }}", False),
    ],
)
def test_only_what_the_generator_does_not_know_goes_to_jinja2(text: str, generated: bool) -> None:
    forms = _forms(text)
    assert forms is not None
    assert bool(forms[0]["code"]) is generated


def test_assembling_twice_gives_the_same_form(word: Any) -> None:
    from tongzhi.word.package import read_entries

    data = word.build("{{ 甲 }}{% for x in xs %}{{ x }}{% endfor %}", [["{{ 乙 }}", "b"]])
    assert assemble(data, read_entries(data)) == assemble(data, read_entries(data))
