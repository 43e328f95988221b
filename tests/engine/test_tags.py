"""The tokenizer: where a tag ends, and what Word and input methods change in it."""

from __future__ import annotations

import pytest

from tongzhi.engine.tags import find_tags, unescape_braces


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ x }}", "x"),
        ("{{x}}", "x"),
        ("{{ '}}' }}", "'}}'"),
        ("{% if i % 2 %}", "if i % 2"),
        ("{% if x == '%}' %}", "if x == '%}'"),
        ("{{ {'a': {'b': 1}} }}", "{'a': {'b': 1}}"),
        ("{% if x == “是” %}", 'if x == "是"'),
        ("{% if x == ‘是’ %}", "if x == '是'"),
        ("{{ x|d(““五落实””) }}", 'x|d("“五落实”")'),
        ("{{ '“五落实”' }}", "'“五落实”'"),
        ("{{ ”a” }}", '"a"'),
        ('{{ “a" }}', '"a"'),
        ('{{ “含"引号” }}', '"含\\"引号"'),
        ("{{ 标题｜default（‘无’） }}", "标题|default('无')"),
        ("{{\u00a0x\u3000}}", "x"),
        ("{{ 'a\\'b' }}", "'a\\'b'"),
        ("{%- if x -%}", "if x"),
    ],
)
def test_tag_is_read_as_it_was_meant(text: str, code: str) -> None:
    spans, unfinished = find_tags(f"前{text}后")
    assert unfinished is None
    assert [(span.tag.code, span.start, span.end) for span in spans] == [(code, 1, 1 + len(text))]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("{%p if x %}", "p"),
        ("{%tr for a in b %}", "tr"),
        ("{{r x }}", "r"),
        ("{{ r }}", ""),
        ("{{p}}", ""),
        ("{#p a #}", "p"),
        ("{{ pp }}", ""),
    ],
)
def test_level_of_a_tag(text: str, level: str) -> None:
    assert find_tags(text)[0][0].tag.level == level


@pytest.mark.parametrize("text", ["{{ x", "{% if x }}", "{{ 'a }", "{# a", "{{ a {{ b }}"])
def test_unfinished_tag_is_told(text: str) -> None:
    spans, unfinished = find_tags(text)
    assert unfinished is not None
    assert spans[-1].tag.problem is not None


def test_escaped_braces_are_braces() -> None:
    assert unescape_braces("{_{ x }_} {_% y %_}") == "{{ x }} {% y %}"
