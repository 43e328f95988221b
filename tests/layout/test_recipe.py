"""The recipe makes what is committed, and reads its numbers from the standard."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from tongzhi.layout.make import make_all, make_template, template_names
from tongzhi.resources import template_path
from tongzhi.standard.gbt9704 import EQUAL_FACES, GBT9704, Standard
from tongzhi.standard.house import house_standard
from tongzhi.word.sizes import Mm, Pt


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


@pytest.mark.parametrize("name", sorted(template_names()))
def test_committed_template_is_what_the_recipe_makes(name: str):
    kept, made = template_path(name).read_bytes(), make_template(name)
    for inner in ("word/document.xml", "word/styles.xml"):
        assert part(kept, inner) == part(made, inner), "run python -m tongzhi.layout.make"


def test_all_templates_can_be_made_into_another_folder(tmp_path: Path):
    written = make_all(tmp_path / "模板")
    assert {path.name for path in written} == set(template_names())
    assert (tmp_path / "模板" / "notice.docx").read_bytes() == template_path("notice.docx").read_bytes()


def test_every_committed_template_has_a_recipe():
    assert {path.name for path in template_path("").glob("*.docx")} == set(template_names())


def test_one_changed_number_of_the_standard_shows_in_the_template():
    higher = replace(GBT9704, page=replace(GBT9704.page, top=Mm(40)))
    assert 'w:top="2098"' in part(make_template("notice.docx"), "word/document.xml")
    assert 'w:top="2268"' in part(make_template("notice.docx", higher), "word/document.xml")


def test_house_style_of_the_profile_shows_in_the_template():
    house = house_standard({"正文": "仿宋"}, {"行距": "28", "页码位置": "居中"})
    made = make_template("notice.docx", house)
    styles = part(made, "word/styles.xml")
    assert 'w:eastAsia="仿宋"' in styles
    assert "仿宋_GB2312" not in styles
    assert 'w:line="560"' in styles
    assert re.search(r'w:styleId="页码单页".*?<w:jc w:val="center"/>', styles)


def test_page_lines_and_characters_follow_the_standard():
    body = part(make_template("circular.docx"), "word/document.xml")
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in body
    assert 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1427"' in body
    assert '<w:docGrid w:type="lines" w:linePitch="579"/>' in body
    styles = part(make_template("circular.docx"), "word/styles.xml")
    normal = styles[styles.index('w:styleId="Normal"') : styles.index('w:styleId="份号"')]
    for piece in (
        'w:line="579" w:lineRule="exact"', '<w:snapToGrid w:val="0"/>', '<w:spacing w:val="-5"/>',
        '<w:autoSpaceDE w:val="0"/>', '<w:autoSpaceDN w:val="0"/>', '<w:widowControl w:val="0"/>',
    ):  # fmt: skip
        assert piece in normal


@pytest.mark.parametrize("name", sorted(template_names()))
def test_no_theme_no_person_and_no_clock_is_left_in_a_template(name: str):
    packed = zipfile.ZipFile(io.BytesIO(make_template(name)))
    whole = "".join(packed.read(entry).decode() for entry in packed.namelist())
    assert "Theme=" not in whole
    assert "python-docx" not in whole
    assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "<dc:creator></dc:creator>" in whole


@pytest.mark.parametrize("name", sorted(template_names()))
def test_template_opens_with_named_styles_and_tags_in_plain_sight(name: str):
    document = Document(io.BytesIO(make_template(name)))
    used = {paragraph.style.name for paragraph in document.paragraphs}
    assert "Normal" not in used
    assert len(used) >= 2
    tags = "".join(paragraph.text for paragraph in document.paragraphs)
    tags += "".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert re.search(r"\{[{%].*[\u4e00-\u9fff]", tags)


def test_every_style_a_template_uses_is_defined():
    for name in template_names():
        packed = zipfile.ZipFile(io.BytesIO(make_template(name)))
        known = set(re.findall(r'w:styleId="([^"]+)"', packed.read("word/styles.xml").decode()))
        for entry in packed.namelist():
            used = set(re.findall(r'<w:[pr]Style w:val="([^"]+)"', packed.read(entry).decode()))
            assert used <= known, (name, entry)


def test_faces_of_the_standard_have_known_equals():
    faces = GBT9704.faces
    assert {faces.body, faces.title, faces.heading1, faces.heading2, faces.song} <= set(EQUAL_FACES)


def test_type_area_and_margins_make_the_sheet():
    page = Standard().page
    assert page.left + page.area_width + page.right == page.width
    assert page.top + page.area_height + page.bottom == page.height
    assert (page.right, page.bottom) == (1474, 1984)
    assert page.right.mm == pytest.approx(26, abs=0.05)
    assert 22 * GBT9704.grid.pitch <= page.area_height < 22 * (GBT9704.grid.pitch + 1)
    assert Pt(28.95) == 579
