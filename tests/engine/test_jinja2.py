"""Filters, tests and operators against jinja2 itself: what a template says there, it says here, on both ways.

Where jinja2 would print Python (`None`, `['a']`, `3.0`) the engine prints Chinese; those are left to
`test_values.py`. Every expression is filled by the generated function and, with a macro in front, by the sandbox.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest

from tongzhi.engine.values import RichText
from tongzhi.errors import LimitError, TemplateError

PEOPLE = [
    {"名": "bob", "岁": 40, "址": {"市": "海州"}, "在": True},
    {"名": "Al", "岁": 25, "址": {"市": "临港"}, "在": False},
    {"名": "cy", "岁": 40, "址": {"市": "海州"}, "在": True},
]
DATA: dict[str, Any] = {
    "人": PEOPLE,
    "空": [],
    "文": "the quick-brown fox isn't (lazy)",
    "句": "一、检查\n\n二、整改\n三、回头看",
    "数": [3, 1, 2],
    "杂": ["b", "A", "a", "B", "a"],
    "对": {"b": 1, "A": 3, "c": 2},
    "分": [2.5, -1.25],
    "零": 0,
    "制": "a\t b c",
    "无": None,
    "字": "安全 生产，责任",
}

SAME = [
    # numbers
    "-7|abs", "分|first|abs", "2.5|round", "3.5|round|int", "2.345|round(2)", "2.341|round(2, 'ceil')",
    "2.349|round(2, method='floor')", "'42'|int", "' 42 '|int", "'3.9'|int", "'甲'|int", "'甲'|int(7)", "'甲'|int(default=8)",
    "'1F'|int(base=16)", "'zz'|int(3, 16)", "3.9|int", "无|int", "'2.5'|float", "'甲'|float(1.5)", "'甲'|float(default=2.5)",
    "数|sum", "人|sum(attribute='岁')", "数|sum(start=10)", "空|sum",
    # texts
    "文|upper", "'ABC'|lower", "文|capitalize", "文|title", "'x'|center(5)", "文|replace('quick', 'slow')",
    "'aaa'|replace('a', 'b', 2)", "'aaa'|replace('a', 'b', count=1)", "'ab'|replace('', '-')", "'  x  '|trim", "'--x--'|trim('-')",
    "'--x--'|trim(chars='-')", "句|indent", "句|indent(2)", "句|indent(2, true)", "句|indent(width=2, first=true, blank=true)",
    "句|indent('> ')", "文|truncate(9)", "文|truncate(9, true)", "文|truncate(length=9, killwords=true, end='…', leeway=0)",
    "文|truncate(30)", "文|wordcount", "字|wordcount", "文|wordwrap(10)", "句|wordwrap(4)", "制|wordwrap(10)",
    "'supercalifragilistic word'|wordwrap(8)", "文|reverse", "文|length", "文|string", "12|string|length",
    # lists
    "数|join('、')", "数|join", "人|join('，', '名')", "人|join('，', attribute='名')", "杂|sort|join", "杂|sort(case_sensitive=true)|join",
    "数|sort(true)|join", "人|sort(attribute='岁')|map(attribute='名')|join", "人|sort(attribute='址.市,名')|map(attribute='名')|join",
    "人|sort(reverse=true, attribute='名')|map(attribute='名')|join", "对|dictsort|map('first')|join",
    "对|dictsort(true)|map('first')|join", "对|dictsort(by='value')|map('last')|join", "对|dictsort(false, 'value', true)|map(attribute=0)|join",
    "对|items|map('join', '=')|join(';')", "杂|unique|join", "杂|unique(true)|join", "人|unique(attribute='岁')|map(attribute='名')|join",
    "数|min", "数|max", "杂|min", "杂|max", "杂|min(case_sensitive=true)", "(人|max(attribute='岁')).名", "(人|min(attribute='岁')).名",
    "数|first", "数|last", "数|reverse|join", "数|list|length", "'abc'|list|join('-')", "对|length", "对|count",
    "range(7)|batch(3)|map('join')|join('|')", "range(7)|batch(3, '-')|map('join')|join('|')",
    "range(7)|batch(linecount=4, fill_with=0)|map('join')|join('|')", "range(7)|slice(3)|map('join')|join('|')",
    "range(7)|slice(3, '-')|map('join')|join('|')", "range(6)|slice(slices=3, fill_with='x')|map('join')|join('|')",
    "人|groupby('岁')|map(attribute='grouper')|join", "人|groupby('址.市')|map(attribute='list')|map('length')|join",
    "人|groupby('没', default='缺')|map(attribute='grouper')|join", "人|groupby('岁')|map('first')|join",
    "人|map(attribute='址.市')|join", "人|map(attribute='没', default='缺')|join", "杂|map('upper')|join",
    "['ab', 'cd']|map('replace', 'a', 'x')|join", "数|map('string')|join", "数|select('odd')|join", "数|reject('odd')|join", "数|select|join",
    "[0, 1, '']|reject|join", "数|select('gt', 1)|join", "数|select('divisibleby', 3)|join", "人|selectattr('在')|map(attribute='名')|join",
    "人|selectattr('岁', 'eq', 40)|map(attribute='名')|join", "人|rejectattr('在')|map(attribute='名')|join",
    "人|rejectattr('岁', '>=', 40)|map(attribute='名')|join", "人|selectattr('址.市', 'in', ['临港'])|map(attribute='名')|join",
    "没|default('缺')", "没|d('缺')", "没|default(default_value='缺')", "零|default('缺', true)", "零|default('缺', boolean=true)", "零|default('缺')",
    # tests
    *(f"'是' if {one} else '否'" for one in (
        "没 is defined", "没 is undefined", "没 is not defined", "人 is defined", "无 is none", "true is true", "false is false", "1 is true",
        "true is boolean", "1 is boolean", "1 is integer", "true is integer", "1.5 is float", "1 is float", "1 is number", "'1' is number",
        "文 is string", "1 is string", "对 is mapping", "人 is mapping", "人 is sequence", "1 is sequence", "人 is iterable", "1 is iterable",
        "3 is odd", "3 is even", "4 is even", "9 is divisibleby 3", "9 is divisibleby(4)", "'ab' is lower", "'AB' is lower", "'AB' is upper",
        "无 is sameas none", "数 is sameas 人", "1 is in 数", "9 is in 数", "'b' is in 'abc'", "1 is eq 1", "1 is equalto 2", "1 is ne 2",
        "2 is gt 1", "2 is greaterthan 2", "2 is ge 2", "1 is lt 2", "2 is lessthan 2", "2 is le 2", "3 is le 2",
        "9 not in 数", "3 not in 数", "'z' not in 'abc'", "1 < 2 < 3", "1 < 3 < 2", "1 < 2 <= 2 != 3", "not 人", "空 or 数", "空 and 数", "人 and not 空",
        "'甲' == '甲' and 1 != 2", "1 >= 1 > 0",
    )),
    # operators and literals
    "1 + 2 * 3", "(1 + 2) * 3", "7 // 2", "7 % 3", "2 ** 10", "7 / 2", "-零 + 5", "-(3)", "+3", "- -2", "1.5 * 2.5", "'甲' + '乙'", "'甲' ~ 1 ~ '乙'",
    "('ab' * 3)", "3 * 'ab'", "([1] + [2, 3])|join", "([0] * 3)|join", "文[0]", "文[-1]", "文[1:4]", "文[:3]", "文[-3:]", "文[::4]", "数[1:]|join",
    "数[0]", "数[-1]", "人[0].名", "人[1]['名']", "人[0].址.市", "对['A']", "对.A", "对.get('没', '缺')", "对.get('b')", "对.keys()|join", "对.values()|join",
    "对.items()|map('last')|join", "(1, 2, 3)|join", "{'a': 1, 'b': 2}|length", "{'a': 1}['a']", "{'a': 1}.a", "[1, [2, 3]][1][0]", "('甲', '乙')[1]",
    "文.split()[1]", "文.split('-')|last", "文.startswith('the')|string|length", "'甲,乙'.partition(',')|last", "'a-b'.replace('-', '+')",
    "'-'.join(杂)", "'7'.zfill(3)", "'x y'.title()", "文.find('fox')", "文.count('i')", "句.splitlines()|join('/')", "数.index(2)", "数.count(9)",
    "'甲' if 人 else '乙'", "'甲' if 空 else '乙' if 空 else '丙'", "('a', 'b', 'c')[2]", "文|upper|lower|title|length", "1 if 零 else 2",
]  # fmt: skip

BLOCKS = [
    "{% for a, b in 对.items() %}{{ a }}{{ b }};{% endfor %}",
    "{% for g, xs in 人|groupby('岁') %}{{ g }}:{{ xs|map(attribute='名')|join('+') }};{% endfor %}",
    "{% for g in 人|groupby('岁') %}{{ g.grouper }}={{ g.list|length }};{% endfor %}",
    "{% for x in 空 %}有{% else %}无{% endfor %}",
    "{% for x in 数 %}{{ x }}{% else %}无{% endfor %}",
    "{% for x in 空 %}{% else %}{% set y = 1 %}{{ y }}{% endfor %}",
    "{% for x in 数 if x > 1 %}{{ loop.index }}:{{ x }}/{{ loop.length }};{% endfor %}",
    "{% for k, v in 对.items() if v != 2 %}{{ k }}{% endfor %}",
    "{% for x in 数 if x > 9 %}有{% else %}都不行{% endfor %}",
    "{% for x in 数 %}{{ loop.cycle('单', '双') }}{{ x }}{% endfor %}",
    "{% for x in 数 %}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first|int }}{{ loop.last|int }};{% endfor %}",
    "{% for x in 数 %}{% for y in 数 %}{{ loop.depth }}{{ loop.depth0 }}{% endfor %}{% endfor %}",
    "{% for x in 数 %}{{ loop.previtem|default('始') }}<{{ x }}>{{ loop.nextitem|default('终') }};{% endfor %}",
    "{% for x in 杂|sort %}{% if loop.changed(x|lower) %}[{{ x }}]{% endif %}{{ x }}{% endfor %}",
    "{% for x in [[1, [2]], [3]] recursive %}{{ loop(x) if x is iterable else x }},{% endfor %}",
    "{% set a, b = 数[0], 数[1] %}{{ a }}-{{ b }}",
    "{% set a, (b, c) = 1, (2, 3) %}{{ a }}{{ b }}{{ c }}",
    "{% set x = 1 %}{% if 人 %}{% set x = 2 %}{% elif 空 %}{% set x = 3 %}{% else %}{% set x = 4 %}{% endif %}{{ x }}",
    "{% set x = 1 %}{% for y in 数 %}{% set x = y %}{{ x }}{% endfor %}{{ x }}",
    "{% set ns = namespace(n=0) %}{% for y in 数 %}{% set ns.n = ns.n + y %}{% endfor %}{{ ns.n }}",
    "{% set x %}甲{{ 数|join }}<乙>{% endset %}{{ x }}{{ x|length }}",
    "{% set x %}甲{% endset %}{{ x ~ '<' ~ 1 }}{{ x == '甲' }}",
    "{% with a = 1, b = 数 %}{{ a }}{{ b|join }}{% endwith %}",
    "{% macro m(a, b='乙') %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(1, 2) }}{{ m(b=3, a=4) }}",
    "{% macro m(a) %}{{ caller() }}-{{ a }}{% endmacro %}{% call m(2) %}内{{ 数[0] }}{% endcall %}",
    "{% macro m() %}{{ varargs|join('+') }}{{ kwargs|length }}{% endmacro %}{{ m(1, 2, k=3) }}",
    "{% set c = cycler('单', '双') %}{{ c.next() }}{{ c.next() }}{{ c.current }}{{ c.reset() or '' }}{{ c.next() }}",
    "{% set j = joiner('、') %}{% for x in 数 %}{{ j() }}{{ x }}{% endfor %}",
    "{% macro m(x) %}{{ -x }}{{ +x }}{{ x[1:] if x is string else x }}{% endmacro %}{{ m(3) }}",
    "{% macro m(x) %}{{ x[1:3] }}{{ 'a' not in x }}{{ x < 'z' }}{% endmacro %}{{ m('bcde') }}",
    "{% raw %}{{ 不动 }}{% endraw %}后",
    "{{ '甲' if 没 }}。",
]


def said(word: SimpleNamespace, text: str, **context: Any) -> str:
    """Give what a one-paragraph template prints."""
    printed: str = word.say(text, {**DATA, **context})
    return printed


def said_by_jinja2(text: str) -> str:
    return jinja2.Environment(autoescape=False).from_string(text).render(DATA)


SANDBOX = "{% macro 占() %}{% endmacro %}"
"""Sends the whole part to jinja2's sandbox."""
WAYS = pytest.mark.parametrize("front", ["", SANDBOX], ids=["generated", "sandbox"])


def _plain(text: str) -> str:
    return text.strip("\n").removesuffix(".0").replace("True", "真").replace("False", "假")


@WAYS
@pytest.mark.parametrize("expression", SAME)
def test_expression_prints_as_jinja2_prints_it(word: SimpleNamespace, expression: str, front: str) -> None:
    wanted = said_by_jinja2(f"{{{{ {expression} }}}}")
    assert _plain(said(word, f"{front}{{{{ {expression} }}}}")) == _plain(wanted)


@pytest.mark.parametrize("text", BLOCKS)
def test_block_prints_as_jinja2_prints_it(word: SimpleNamespace, text: str) -> None:
    assert _plain(said(word, text)) == _plain(said_by_jinja2(text))


@WAYS
@pytest.mark.parametrize("name", ["safe", "escape", "e", "forceescape"])
def test_value_is_escaped_once_whatever_the_template_asks(
    word: SimpleNamespace, name: str, front: str
) -> None:
    assert said(word, f"{front}{{{{ x|{name} }}}}", x="<b>&") == "<b>&"


@WAYS
def test_line_break_inside_a_literal_keeps_the_other_tags_in_place(word: SimpleNamespace, front: str) -> None:
    assert said(word, f"{front}{{{{ xs|join('\n') }}}}|{{{{ x }}}}", xs=["a", "b"], x="c") == "a\nb|c"


class Level(Enum):
    """Used as a value of the data."""

    HIGH = "重大"


class Person:
    """An object of a caller."""

    name = "张三"
    tags: tuple[str, ...] = ("a",)


@WAYS
@pytest.mark.parametrize(
    ("expression", "wanted"),
    [
        ("e", "重大"),
        ("e.value", "重大"),
        ("e.name", "HIGH"),
        ("o.name", "张三"),
        ("o.没|default('缺')", "缺"),
        ("d.year", "2020"),
        ("d.没有|default('缺')", "缺"),
        ("d.strftime('%Y.%m')", "2020.09"),
        ("d.weekday()", "2"),
        ("m.hour", "9"),
        ("m.date()", "2020-09-30"),
        ("k.minute", "5"),
        ("(d2 - d).days", "3"),
        ("(d2 - d).total_seconds()|int", "259200"),
        ("d < d2", "True"),
        ("d + one", "2020-10-01"),
        ("q + 1", "2.50"),
        ("q|round(1)", "1.5"),
        ("xs[9]|default('缺')", "缺"),
        ("xs[0:2]|length", "2"),
        ("对['没']|default('缺')", "缺"),
        ("空|first|default('缺')", "缺"),
        ("空|last|default('缺')", "缺"),
        ("空|max|default('缺')", "缺"),
        ("空|min|default('缺')", "缺"),
        ("无|length", "0"),
        ("'1e9999999'|int", "0"),
        ("'inf'|int(5)", "5"),
        ("'nan'|int(5)", "5"),
        ("s|join('、')", "a、b"),
        ("s", "a、b"),
        ("1 in 无", "False"),
        ("1 in '213'", "True"),
        ("人|sum(attribute='没有的')|default('x') if false else 1", "1"),
        ("[none, 2]|sum", "2"),
        ("[[1], [1], [2]]|unique|length", "2"),
        ("无|list|length", "0"),
        ("r", "红"),
        ("r ~ '甲'", "红甲"),
        ("文.upper|default('x') if false else 'y'", "y"),
    ],
)  # fmt: skip
def test_value_of_the_data_is_read(word: SimpleNamespace, expression: str, wanted: str, front: str) -> None:
    context = {
        "e": Level.HIGH, "o": Person(), "d": date(2020, 9, 30), "d2": date(2020, 10, 3), "m": datetime(2020, 9, 30, 9, 5),
        "k": time(9, 5), "one": timedelta(days=1), "q": Decimal("1.50"), "xs": ["a", "b"], "s": {"b", "a"}, "r": RichText("红"),
    }  # fmt: skip
    assert said(word, f"{front}{{{{ {expression} }}}}", **context) == wanted


REFUSED = {
    # what a template may not do with a value, and what the message says
    "文.upper": "后面少了括号",
    "1 / 0": "除数是 0",
    "1 // 0": "除数是 0",
    "1 % 0": "除数是 0",
    "文 + 1": "不能用",
    "文 - 1": "不能用",
    "-文": "不能用",
    "+文": "不能用",
    "数 - 1": "列表不能用",
    "d + d": "日期和日期不能用",
    "无 + 1": "空值",
    "'%d' % 3": "不能用 % 套格式",
    "1 < '2'": "不能比大小",
    "d < 1": "日期和数 1不能比大小",
    "1 in 2": "里不能找东西",
    "1[0]": "取不了第 0 项",
    "1.5|length": "没有长度",
    "文|abs": "没有绝对值",
    "文|round": "不能取整",
    "1|round(1, 'up')": "round 的写法不对",
    "1|round('x')": "round 的写法不对",
    "文|wordwrap(0)": "wordwrap 的宽度不对",
    "文|truncate(2)": "truncate 的长度不对",
    "数|batch(0)": "batch 的个数不对",
    "数|slice(0)": "slice 的个数不对",
    "混|sort": "不能一起排序",
    "{1: 2, 'a': 3}|dictsort": "不能一起排序",
    "混对|groupby('k')": "不能分组",
    "数|items": "不是一条记录",
    "没|items": "数据里没有“没”",
    "没|int": "数据里没有“没”",
    "没|float": "数据里没有“没”",
    "没|sort": "数据里没有“没”",
    "人|map(attribute='没')|join": "数据里没有“没”",
    "数|map('没有')|join": "没有过滤器“没有”",
    "数|select('没有')|join": "没有判断“没有”",
    "对": "这是一条记录",
    "人": "这是一张表",
    "1|list": "不能循环",
    "f()": "不是模板里能调用的函数",
    "没()": "没有可用的函数",
    "o.go": "不是一个值",
    "文.split(1, 2, 3)": "括号里的内容不对",
    "文.center(9)": "不能用“.center”",
    "range()": "一到三个整数",
    "range('a')": "一到三个整数",
    "文|没有": "没有过滤器",
    "文|uper": "是不是“upper”",
    "文 is 没有": "没有判断",
    "文 is defind": "是不是“defined”",
    "m(*数)": "括号里不能用 \\* 展开",
    "__名": "以下划线开头",
    "文|center(width='x')": "太大",
    "数[": "标签写法不对",
    "": "空标签",
    "没有|日期": "数据里没有“没有”",
}


class Caller:
    def go(self) -> str:
        return "ran"


@WAYS
@pytest.mark.parametrize("expression", REFUSED)
def test_expression_that_cannot_be_is_told_in_chinese(
    word: SimpleNamespace, expression: str, front: str
) -> None:
    context = {"d": date(2020, 1, 1), "混": [1, "a"], "混对": [{"k": 1}, {"k": "a"}], "f": len, "o": Caller()}
    with pytest.raises((TemplateError, LimitError), match=REFUSED[expression]):
        said(word, f"{front}{{{{ {expression} }}}}", **context)


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("2 ** 65", "指数"),
        ("(10 ** 10) ** 2", "底数太大"),
        ("10 ** 9 * 10 ** 9 * 10 ** 9 * 10 ** 9 * 10 ** 9", "算出的数太大"),
        ("大", "数太大"),
        ("文|indent(99999)", "缩进太大"),
        ("range(1, 5, 0)", "步长是 0"),
        ("range(10 ** 9)", "太多"),
    ],
)
@WAYS
def test_number_beyond_bounds_is_refused(
    word: SimpleNamespace, expression: str, words: str, front: str
) -> None:
    with pytest.raises(LimitError, match=words):
        said(word, f"{front}{{{{ {expression} }}}}", 大=10**60)


BAD_BLOCKS = {
    "{% for a, b in 数 %}{% endfor %}": "不能循环",
    "{% for a, b in [[1]] %}{% endfor %}": "要拆成 2 个，这里有 1 个",
    "{% for x of 数 %}{% endfor %}": "写成 {% for 项 in 列表 %}",
    "{% if x = 1 %}{% endif %}": "两个等号",
    "{% else %}": "前面没有对应的",
    "{% endif %}": "前面没有 {% if %}",
    "{% if 数 %}{% else 1 %}{% endif %}": "里多了“1”",
    "{% if 数 %}{% endfor %}": "收不住前面的",
    "{% if 数 %}": "没有结束",
    "{% extends 'a' %}": "不支持",
    "{% do 数.append(1) %}": "只负责印",
    "{% fro x in 数 %}": "没有 {% fro %} 这种标签",
    "{% 甲乙丙 %}": "能用 if、for、set 等",
    "{% cellbg 'FF0000' %}甲": "不在表格的格子里",
    "{%tr if 数 %}甲": "标签要占一个表格的行",
    "{%tc if 数 %}甲": "标签要占一个表格的格子",
    "{% restart %}甲": "不在自动编号的段落里",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}": "数据里没有",
    "{% macro m(a) %}{% endmacro %}{{ m.name }}": "数据里没有",
    "{% macro m(a) %}{% endmacro %}{{ m[0] }}": "不能用方括号",
    "{% set c = cycler(1) %}{{ c.items|default('缺') ~ c[0] }}": "不能用方括号",
}


@pytest.mark.parametrize("text", BAD_BLOCKS)
def test_block_that_cannot_be_is_told_in_chinese(word: SimpleNamespace, text: str) -> None:
    with pytest.raises(TemplateError, match=re.escape(BAD_BLOCKS[text])):
        said(word, text)
