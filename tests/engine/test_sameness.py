"""The engine against docxtpl itself (autoescape on): same paragraphs, cells, merges, breaks, pictures.

Where docxtpl is wrong, the two differ on purpose; those cases stand in `DIFFERENT`, each with the reason.
"""

from __future__ import annotations

import hashlib
import io
from types import SimpleNamespace
from typing import Any

import docx
import docxtpl
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from tongzhi.engine import values
from tongzhi.engine.template import Template

ROWS = [{"n": "甲", "v": 1}, {"n": "乙", "v": 2}, {"n": "丙", "v": 3}]
TREE = [{"n": "甲", "xs": ["一", "二"]}, {"n": "乙", "xs": ["三"]}, {"n": "丙", "xs": []}]


def r(*pieces: str) -> str:
    """Give a paragraph whose text Word has split into these runs."""
    runs = "".join(
        f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{piece}</w:t></w:r><w:proofErr w:type="spellStart"/>'
        for piece in pieces
    )
    return f"<w:p>{runs}</w:p>"


def cell(text: str, properties: str = '<w:tcW w:w="1000" w:type="dxa"/>') -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def table(*rows: list[str], width: int = 3) -> str:
    grid = "".join('<w:gridCol w:w="1000"/>' for _ in range(width))
    inside = "".join(f"<w:tr>{''.join(one)}</w:tr>" for one in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="3000" w:type="dxa"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>'


CASES: dict[str, tuple[Any, dict[str, Any]]] = {
    "plain": (["关于{{ 标题 }}的通知"], {"标题": "安全"}),
    "markup in a value": (["{{ x }}"], {"x": "<w:p>&amp;\"'</w:p>"}),
    "static ampersand": (["C&D <b> {{ x }}"], {"x": "A&B"}),
    "newline and tab": (["前{{ x }}后"], {"x": "一\n二\t三"}),
    "new paragraph": (["前{{ x }}后"], {"x": "一\a二"}),
    "page": (["前{{ x }}后"], {"x": "一\f二"}),
    "split runs": (r("a {", "{ x ", "}} b {% i", "f y %", "}Y{% endif %}"), {"x": 1, "y": True}),
    "split in the middle of a name": (r("{{ 标", "题 }}"), {"标题": "好"}),
    "if else in a line": (["{% if x %}有{% else %}无{% endif %}。"], {"x": False}),
    "elif": (["{% if x == 1 %}一{% elif x == 2 %}二{% else %}多{% endif %}"], {"x": 2}),
    "loop in a line": (["{% for x in xs %}{{ x }}、{% endfor %}完"], {"xs": ["a", "b"]}),
    "paragraph loop": (["{%p for x in xs %}", "项{{ x }}", "{%p endfor %}", "尾"], {"xs": ["a", "b"]}),
    "paragraph test false": (["头", "{%p if x %}", "不印", "{%p endif %}", "尾"], {"x": 0}),
    "paragraph test else": (["{%p if x %}", "甲", "{%p else %}", "乙", "{%p endif %}"], {"x": 0}),
    "nested paragraph loops": (
        ["{%p for c in cs %}", "{{ c.n }}", "{%p for x in c.xs %}", "- {{ x }}", "{%p endfor %}", "{%p endfor %}"],
        {"cs": TREE},
    ),
    "loop over paragraphs without p": (["{% for x in xs %}", "{{ x }}", "{% endfor %}"], {"xs": ["a", "b"]}),
    "row loop": (
        [[["名", "数"], ["{%tr for r in rs %}", ""], ["{{ r.n }}", "{{ r.v }}"], ["{%tr endfor %}", ""]]],
        {"rs": ROWS},
    ),
    "row loop with test": (
        table(
            [cell("{%tr for r in rs %}")],
            [cell("{%tr if r.v &gt; 1 %}")],
            [cell("{{ r.n }}"), cell("{{ r.v }}"), cell("x")],
            [cell("{%tr endif %}")],
            [cell("{%tr endfor %}")],
        ),
        {"rs": ROWS},
    ),
    "nested row loops": (
        table(
            [cell("{%tr for c in cs %}")],
            [cell("{%tr for x in c.xs %}")],
            [cell("{{ c.n }}"), cell("{{ x }}"), cell("{{ loop.index }}")],
            [cell("{%tr endfor %}")],
            [cell("{%tr endfor %}")],
        ),
        {"cs": TREE},
    ),
    "cell loop, more cells": (
        table([cell("{%tc for x in xs %}"), cell("{{ x }}"), cell("{%tc endfor %}")]),
        {"xs": ["a", "b", "c", "d", "e"]},
    ),
    "cell loop, fewer cells": (
        table([cell("{%tc for x in xs %}"), cell("{{ x }}"), cell("{%tc endfor %}")]),
        {"xs": ["a"]},
    ),
    "dynamic table": (
        table(
            [cell("名"), cell("{%tc for h in hs %}"), cell("{{ h }}"), cell("{%tc endfor %}")],
            [cell("{%tr for r in rs %}")],
            [cell("{{ r.n }}"), cell("{%tc for x in r.xs %}"), cell("{{ x }}"), cell("{%tc endfor %}")],
            [cell("{%tr endfor %}")],
            width=4,
        ),
        {"hs": ["一", "二"], "rs": [{"n": "甲", "xs": [1, 2]}, {"n": "乙", "xs": [3, 4]}]},
    ),
    "paragraph loop in a cell": (
        table(
            [
                ("<w:tc><w:tcPr/><w:p><w:r><w:t>{%p for x in xs %}</w:t></w:r></w:p><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>"
                "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p></w:tc>")
            ],
            width=1,
        ),
        {"xs": ["a", "b"]},
    ),
    "cell colour": (table([cell("{% cellbg c %}{{ x }}"), cell("b")], width=2), {"c": "FF0000", "x": "红"}),
    "cell colour in a loop": (
        table(
            [cell("{%tr for r in rs %}")],
            [cell("{% cellbg 'FF0000' if r.v == 2 else 'FFFFFF' %}{{ r.n }}"), cell("b"), cell("c")],
            [cell("{%tr endfor %}")],
        ),
        {"rs": ROWS},
    ),
    "column span": (table([cell("{% colspan n %}跨"), cell("b")], [cell("1"), cell("2"), cell("3")]), {"n": 2}),
    "vertical merge": (
        table(
            [cell("{%tr for r in rs %}")],
            [cell("{% vm %}同"), cell("{{ r.n }}"), cell("c")],
            [cell("{%tr endfor %}")],
        ),
        {"rs": ROWS},
    ),
    "vertical merge in nested loops": (
        table(
            [cell("{%tr for c in cs %}")],
            [cell("{%tr for x in c.xs %}")],
            [cell("{% vm %}{{ c.n }}"), cell("{{ x }}"), cell("z")],
            [cell("{%tr endfor %}")],
            [cell("{%tr endfor %}")],
        ),
        {"cs": TREE},
    ),
    "horizontal merge": (
        table(
            [cell("{%tc for x in xs %}"), cell("{% hm %}题"), cell("{%tc endfor %}")],
            [cell("{%tc for x in xs %}"), cell("{{ x }}"), cell("{%tc endfor %}")],
        ),
        {"xs": [1, 2, 3, 4]},
    ),
    "comments": (["前{# 说明 #}后", "{#p 整段 #}", "尾"], {}),
    "escaped braces": (["{_{ 原样 }_} {_% if %_}"], {}),
    "joined paragraphs": (["甲{% if x -%}", "乙", "{%- endif %}", "尾"], {"x": True}),
    "joined paragraphs else": (["甲 {% if x -%}", "乙", "{%- else -%}", "丙", "{%- endif %} 丁"], {"x": False}),
    "set": (["{% set y = x * 2 %}{{ y }}"], {"x": 4}),
    "filters": (["{{ x|upper }} {{ xs|join('、') }} {{ z|default('无') }} {{ xs|length }}"], {"x": "ab", "xs": ["一", "二"]}),
    "curly quotes": (["{% if x == “是” %}对{% endif %}{{ y|default(‘无’) }}"], {"x": "是"}),
    "comparison": (["{% if x > 3 and y <= 2 %}是{% endif %}"], {"x": 4, "y": 2}),
    "macro": (["{% macro m(a) %}【{{ a }}】{% endmacro %}{{ m(x) }}{{ m('<') }}"], {"x": "&"}),
    "loop fields": (
        ["{% for x in xs %}{{ loop.index }}/{{ loop.length }}{{ x }}{% if not loop.last %}，{% endif %}{% endfor %}"],
        {"xs": "甲乙丙"},
    ),
    "listing": (["{{ x }}"], {"x": ("Listing", "一<\n二&\a三\t四")}),
    "rich text": (["前{{r x }}后"], {"x": ("RichText", "红<", {"color": "#FF0000", "bold": True, "size": 40})}),
    "rich text with breaks": (["前{{r x }}后"], {"x": ("RichText", "一\n二\t三", {"italic": True})}),
    "rich text alone in a paragraph": (["{{r x }}"], {"x": ("RichText", "段", {"font": "eastAsia:仿宋"})}),
    "run test": (["甲{%r if x %}乙{%r endif %}丙"], {"x": True}),
    "picture in a paragraph": (["图：{{ x }}"], {"x": ("InlineImage", 20, 10)}),
    "picture in a cell": (table([cell("{{ x }}"), cell("b")], width=2), {"x": ("InlineImage", 30, None)}),
    "pictures in a loop": (["{% for x in xs %}{{ x }}{% endfor %}"], {"xs": [("InlineImage", 9, 9), ("InlineImage", 8, 8)]}),
    "sub-document": (["前", "{{p x }}", "后"], {"x": ("SubDocument",)}),
    "paragraph rich text": (["{{p x }}", "尾"], {"x": ("RichTextParagraph", "题", "Title")}),
    "preserved blanks": (["{{ x }}  空  {{ y }}"], {"x": " a ", "y": "  "}),
    "text box": (
        ("<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent><w:p><w:r>"
        "<w:t>框{{ x }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r><w:r><w:t>外{{ x }}</w:t></w:r></w:p>"),
        {"x": "内"},
    ),
    "content control": (
        "<w:sdt><w:sdtPr><w:alias w:val='名'/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        {"x": "控"},
    ),
    "attributes of objects": (["{{ x.n }} {{ x['n'] }} {{ x.d.k }}"], {"x": {"n": 1, "d": {"k": "v"}}}),
    "dict loop": (["{% for k, v in x.items() %}{{ k }}={{ v }};{% endfor %}"], {"x": {"a": 1, "b": 2}}),
}  # fmt: skip


def _make(word: SimpleNamespace, blocks: Any) -> bytes:
    data: bytes = word.build(body=blocks) if isinstance(blocks, str) else word.build(*blocks)
    return data


def _value(given: Any, word: SimpleNamespace, peer: docxtpl.DocxTemplate | None) -> Any:
    if isinstance(given, dict):
        return {key: _value(one, word, peer) for key, one in given.items()}
    if isinstance(given, list):
        return [_value(one, word, peer) for one in given]
    if not isinstance(given, tuple):
        return given
    kind, *rest = given
    home: Any = docxtpl if peer is not None else values
    if kind == "Listing":
        return home.Listing(rest[0])
    if kind == "RichText":
        return home.RichText(rest[0], **rest[1])
    if kind == "RichTextParagraph":
        paragraph = home.RichTextParagraph()
        paragraph.add(rest[0], parastyle=rest[1])
        return paragraph
    if kind == "InlineImage":
        width, height = (Mm(one) if one else None for one in rest)
        image = io.BytesIO(word.png(8, 4))
        return home.InlineImage(*([peer] if peer is not None else []), image, width=width, height=height)
    inner = word.build("子一", [["a", "b"]], "子二")
    return peer.new_subdoc(io.BytesIO(inner)) if peer is not None else values.SubDocument(inner)


def fill_both(word: SimpleNamespace, template: bytes, context: dict[str, Any]) -> tuple[bytes, bytes]:
    peer = docxtpl.DocxTemplate(io.BytesIO(template))
    peer.init_docx()
    peer.render(_value(context, word, peer), autoescape=True)
    out = io.BytesIO()
    peer.save(out)
    ours = Template(template).render(_value(context, word, None))
    assert ours is not None
    return ours, out.getvalue()


def dump(data: bytes) -> list[str]:
    """Give body, headers and footers as lines a person can read."""
    document = docx.Document(io.BytesIO(data))
    lines = [line for element in document.element.body for line in _lines(element, document.part)]
    for section in document.sections:
        for story in (section.header, section.footer):
            lines += [line for element in story._element for line in _lines(element, story.part)]
    return lines


def _lines(element: Any, part: Any) -> list[str]:
    name = element.tag.rpartition("}")[2]
    if name == "tbl":
        columns = len(element.tblGrid.findall(qn("w:gridCol")))
        lines = [f"table {columns}"]
        for row in element.findall(qn("w:tr")):
            lines.append("row")
            for one in row.findall(qn("w:tc")):
                lines.append(f"cell{_cell_marks(one)}")
                if _continues(one):
                    continue  # hidden under the merged cell, whatever it holds
                lines += [line for child in one for line in _lines(child, part)]
        return lines
    if name == "sdt":
        return [
            "control",
            *(line for child in element.find(qn("w:sdtContent")) for line in _lines(child, part)),
        ]
    return [f"paragraph{_style(element)} {_text(element, part)}"] if name == "p" else []


def _continues(one: Any) -> bool:
    merge = one.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val")) == "continue"


def _cell_marks(one: Any) -> str:
    marks = []
    for name, attribute in (("gridSpan", "val"), ("vMerge", "val"), ("shd", "fill")):
        found = one.find(f"{qn('w:tcPr')}/{qn(f'w:{name}')}")
        if found is not None:
            marks.append(f" {name}={found.get(qn(f'w:{attribute}'))}")
    return "".join(marks)


def _style(element: Any) -> str:
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return f"[{style.get(qn('w:val'))}]" if style is not None else ""


def _text(element: Any, part: Any) -> str:
    out = []
    for child in element.iter():
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name == "t":
            out.append(child.text or "")
        elif name == "tab" and child.getparent().tag == qn("w:r"):
            out.append("\t")
        elif name == "br":
            out.append("\f" if child.get(qn("w:type")) == "page" else "\n")
        elif name == "blip":
            blob = part.related_parts[child.get(qn("r:embed"))].blob
            extent = next(up for up in child.iterancestors() if up.tag.endswith("}inline")).find(
                qn("wp:extent")
            )
            out.append(f"<{hashlib.sha256(blob).hexdigest()[:6]} {extent.get('cx')}×{extent.get('cy')}>")
    return "".join(out)


@pytest.mark.parametrize("name", CASES)
def test_result_is_that_of_docxtpl(word: SimpleNamespace, name: str) -> None:
    blocks, context = CASES[name]
    ours, theirs = fill_both(word, _make(word, blocks), context)
    assert dump(ours) == dump(theirs)


@pytest.mark.parametrize("place", ["header", "footer"])
def test_header_and_footer_are_those_of_docxtpl(word: SimpleNamespace, place: str) -> None:
    def write(document: Any) -> None:
        getattr(document.sections[0], place).paragraphs[0].text = "{{ x }}第{{ y }}号"

    ours, theirs = fill_both(word, word.build("正文", then=write), {"x": "A&B", "y": 3})
    assert dump(ours) == dump(theirs)


def test_picture_in_a_header_is_that_of_docxtpl(word: SimpleNamespace) -> None:
    def write(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ x }}"

    ours, theirs = fill_both(word, word.build("正文", then=write), {"x": ("InlineImage", 9, 9)})
    assert dump(ours) == dump(theirs)


def test_replaced_picture_is_that_of_docxtpl(word: SimpleNamespace, tmp_path: Any) -> None:
    def write(document: Any) -> None:
        document.add_picture(io.BytesIO(word.png()))

    template = word.build("{{ x }}", then=write)
    new = word.png(6, 6, b"\0\0\xff")
    peer = docxtpl.DocxTemplate(io.BytesIO(template))
    peer.replace_pic("image.png" if "image.png" in word.read(template) else "Picture 1", io.BytesIO(new))
    peer.render({"x": 1}, autoescape=True)
    out = io.BytesIO()
    peer.save(out)
    engine = Template(template)
    name = "image.png" if "image.png" in word.read(template) else "Picture 1"
    engine.replace_picture(name, new)
    ours = engine.render({"x": 1})
    assert ours is not None
    assert dump(ours) == dump(out.getvalue())


DIFFERENT: dict[str, tuple[Any, dict[str, Any], list[str]]] = {
    # docxtpl prints None and 3.0 as Python does; no document wants that
    "none is blank": (["{{ x }}{{ y }}"], {"x": None, "y": 3.0}, ["3"]),
    # a list prints as ['a', 'b'] there
    "list is joined": (["{{ x }}"], {"x": ["甲", "乙"]}, ["甲、乙"]),
    # there `%` inside a paragraph tag hides it from the regular expression
    "paragraph test with remainder": (
        ["{%p for i in xs %}", "{%p if i % 2 %}", "奇{{ i }}", "{%p endif %}", "{%p endfor %}"],
        {"xs": [1, 2, 3]},
        ["奇1", "奇3"],
    ),
    # there the regular expression ends the tag at the first brace or per cent
    "braces in a literal": (["{%p if x != '}' %}", "是", "{%p endif %}"], {"x": "a"}, ["是"]),
    "tag end in a literal": (["{{ x ~ '%}' }}"], {"x": "a"}, ["a%}"]),
    # there curly quotes inside a straight literal are made straight and break it
    "curly quotes in a literal": (["{{ '“五落实”' }}"], {}, ["“五落实”"]),
    # there `{_{` in a value becomes `{{`
    "escape marks in a value": (["{{ x }}"], {"x": "{_{ a }_}"}, ["{_{ a }_}"]),
    # there the second tag of a paragraph is lost and jinja2 finds no end
    "paragraph test in one paragraph": (["{%p if x %}甲{%p endif %}", "乙"], {"x": True}, ["甲", "乙"]),
    # there a value ending the line before `{%-` loses the text after `-%}` up to the next run
    "text after a joining tag": (["甲{% if x -%} 乙{% endif %}"], {"x": True}, ["甲 乙"]),
}


@pytest.mark.parametrize("name", DIFFERENT)
def test_where_docxtpl_is_wrong_we_are_right(word: SimpleNamespace, name: str) -> None:
    blocks, context, wanted = DIFFERENT[name]
    ours = Template(_make(word, blocks)).render(context)
    assert ours is not None
    assert word.texts(ours) == wanted
