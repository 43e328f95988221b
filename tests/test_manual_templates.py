"""What the page on templates shows is what comes out: each template of it is filled with its data."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest
import yaml

import tongzhi

PAGE = Path(__file__).parents[1] / "docs" / "own" / "template.md"
PAIRS = re.findall(
    r"```yaml\n(.*?)```\n\n```text\n(模板：.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL
)


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r" \|(?= |$)", line.removeprefix("| "))[:-1]]


def template(lines: list[str]) -> bytes:
    """Make a template: a paragraph for every line, a table of lines that begin with a bar."""
    paper = docx.Document()
    table = None
    for line in lines:
        if not line.startswith("| "):
            paper.add_paragraph(line)
            continue
        row = cells(line)
        table = table or paper.add_table(rows=0, cols=len(row))
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    made = io.BytesIO()
    paper.save(made)
    return made.getvalue()


def shown(data: bytes) -> list[str]:
    paper = docx.Document(io.BytesIO(data))
    rows = [[cell.text for cell in row.cells] for table in paper.tables for row in table.rows]
    return [paragraph.text for paragraph in paper.paragraphs if paragraph.text] + [
        f"| {' | '.join(row)} |" for row in rows
    ]


@pytest.mark.parametrize(("data", "lines"), PAIRS)
def test_each_template_of_the_page_prints_what_the_page_says(data: str, lines: str):
    written = [line.split("：", 1) for line in lines.strip().splitlines()]
    source = [text for kind, text in written if kind == "模板"]
    expected = [text for kind, text in written if kind == "印出"]
    assert source
    assert expected
    made = tongzhi.Template(template(source)).render(yaml.safe_load(data))
    assert made is not None
    assert shown(made) == expected


def test_the_page_has_an_example_of_every_kind_of_loop_and_condition():
    assert len(PAIRS) >= 4
    text = "".join(lines for _, lines in PAIRS)
    for tag in ("{%p for", "{%tr for", "{%p if", "{% if", "{% for", "|default(", "loop.index"):
        assert tag in text


def test_every_tag_of_the_engine_stands_on_the_page():
    text = PAGE.read_text(encoding="utf-8")
    for tag in ("{{p ", "{{r ", "{%tc ", "{% vm", "{% hm", "{% colspan", "{% cellbg", "{#", "{_{", "{%-"):
        assert tag in text
