"""A template from anyone: it can print data and nothing else, within its time and size."""

from __future__ import annotations

import struct
import subprocess
import sys
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from tongzhi.engine.stops import Limits
from tongzhi.engine.template import Template
from tongzhi.errors import InputError, LimitError, TemplateError, TongzhiError
from tongzhi.resources import template_path

SMALL = Limits(seconds=1.0, output=2_000_000, rounds=200_000)

COSTLY = [
    "{{ 9**9**9 }}",
    "{{ 'x'|center(10**9) }}",
    "{{ 'a' * 10**9 }}",
    "{{ [1] * 10**9 }}",
    "{% for i in range(10**12) %}a{% endfor %}",
    "{% for i in range(100000) %}{% for j in range(100000) %}a{% endfor %}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "{% set ns = namespace(s='x' * 1000) %}{% for i in range(99) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
    "{% set ns = namespace(s='x' * 1000) %}{% for i in range(99) %}{% set ns.s = ns.s + ns.s %}{% endfor %}",
    "{% set s = 'x' * 9999 %}{% for i in range(100000) %}{{ s }}{% endfor %}",
    "{% for i in range(100000) %}{{ 'x' * 4000 }}{% endfor %}",
    "{{ ('a' * 9999)|replace('a', 'b' * 9999) }}",
    "{{ range(100000)|map('center', 9999)|list|length }}",
    "{% set x %}{% for i in range(99999) %}{{ 'x' * 4000 }}{% endfor %}{% endset %}",
    "{{ 'x'.zfill(10**9) }}",
    "{{ ','.join(['x' * 9999] * 9999) }}",
]

FORBIDDEN = [
    "{{ ''.__class__.__mro__ }}",
    "{{ ''['__class__'] }}",
    "{{ x.__init__.__globals__ }}",
    "{{ cycler.__init__ }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ x|attr('upper') }}",
    "{{ x|map(attribute='__class__')|list }}",
    "{{ xs|sum(attribute='__class__') }}",
    "{{ lipsum() }}",
    "{{ self._TemplateReference__context }}",
    "{{ d.strftime('%1000000000Y') }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ 'x'.center(10**9) }}",
    "{{ f() }}",
    "{{ f }}",
    "{{ o.method() }}",
    "{% include 'a' %}",
    "{% import 'a' as b %}",
    "{% extends 'a' %}",
    "{{ namespace(a=1).__class__ }}",
    "{{ loop.__class__ }}",
    "{{ (x|default('a')).encode() }}",
    "{{ xs.append(1) }}",
]


class Holder:
    def method(self) -> str:
        return "ran"


@pytest.mark.parametrize("text", COSTLY)
def test_costly_template_stops(word: SimpleNamespace, text: str) -> None:
    with pytest.raises(LimitError, match="；"):
        Template(word.build(text), limits=SMALL).render({})


@pytest.mark.parametrize("text", FORBIDDEN)
def test_template_cannot_reach_beyond_its_data(word: SimpleNamespace, text: str) -> None:
    context: dict[str, Any] = {"x": "a", "xs": ["a"], "d": date(2020, 1, 1), "f": len, "o": Holder()}
    with pytest.raises(TemplateError):
        Template(word.build(text)).render(context)


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE a [<!ENTITY e "x">]><w:a xmlns:w="x">{{ x }}</w:a>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a SYSTEM "http://x"><a/>'.encode("utf-16"),
    ],
)
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "customXml/item1.xml"])
def test_document_types_are_refused(word: SimpleNamespace, part: str, xml: str | bytes) -> None:
    with pytest.raises(TemplateError, match="DTD"):
        Template(word.grow(word.build("{{ x }}"), {part: xml}))


def test_bomb_is_refused_before_it_is_inflated(word: SimpleNamespace) -> None:
    bomb = word.grow(word.build("{{ x }}"), {"word/media/a.bin": b"\0" * 40_000_000})
    with pytest.raises(LimitError, match="压缩比异常"):
        Template(bomb)


def test_part_that_lies_about_its_size_is_refused(word: SimpleNamespace) -> None:
    data = bytearray(word.grow(word.build("x"), {"word/document.xml": "<a>{{ x }}</a>" + " " * 9999}))
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml"))
    data[place + 24 : place + 28] = struct.pack("<I", 50)
    with pytest.raises(LimitError, match="比声明的大"):
        Template(bytes(data))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "文件是空的"),
        (b"hello", "不是 .docx 文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "密码|旧版"),
        (b"PK\x03\x04" + b"\0" * 100, "已损坏"),
    ],
)
def test_other_files_are_refused_with_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        Template(data)


@pytest.mark.parametrize("cut", [30, 200, 2000])
def test_truncated_file_is_refused(word: SimpleNamespace, cut: int) -> None:
    with pytest.raises(TongzhiError):
        Template(word.build("{{ x }}")[:-cut])


def test_two_parts_of_one_name_are_refused(word: SimpleNamespace) -> None:
    import io
    import warnings
    import zipfile

    buffer = io.BytesIO(word.build("{{ x }}"))
    with zipfile.ZipFile(buffer, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", "<a/>")
    with pytest.raises(InputError, match="同名部件"):
        Template(buffer.getvalue())


def test_engine_imports_neither_lxml_nor_jinja2_for_a_shipped_template() -> None:
    Template(template_path("notice.docx"))  # a checkout compiles it now, if it never was
    code = (
        "import sys; from tongzhi.engine.template import Template; from tongzhi.resources import template_path;"
        "Template(template_path('notice.docx')); print([m for m in ('lxml', 'jinja2', 'docx', 'zipfile') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


DEEP = {
    "names": "{{ " + "a." * 3000 + "b }}",
    "filters": "{{ a|" + "|".join(["e"] * 3000) + " }}",
    "sum": "{{ " + "+".join(["1"] * 3000) + " }}",
    "brackets": "{{ " + "(" * 400 + "1" + ")" * 400 + " }}",
    "blocks": "{% if 1 %}" * 150 + "{% endif %}" * 150,
    "loops": "{% for x in xs %}" * 21 + "{% endfor %}" * 21,
}


@pytest.mark.parametrize("name", DEEP)
def test_deep_expression_is_refused_in_words_of_bearable_length(word: SimpleNamespace, name: str) -> None:
    with pytest.raises(TemplateError, match="太深") as caught:
        Template(word.tiny(DEEP[name]))
    assert len(str(caught.value)) < 400


def test_field_of_what_is_no_namespace_cannot_be_set(word: SimpleNamespace) -> None:
    with pytest.raises(TemplateError, match="namespace"):
        Template(word.tiny("{% set a.b = 1 %}")).render({"a": "甲"})
