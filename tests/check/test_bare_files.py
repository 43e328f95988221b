"""`format` and `check` on files of odd make: bare packages, odd footers, pages across, text boxes, revisions."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tongzhi.anatomy.paper import Knowledge
from tongzhi.check import repair
from tongzhi.check.folder import check_files
from tongzhi.check.repair import format_document
from tongzhi.check.report import print_report
from tongzhi.check.run import check
from tongzhi.errors import InputError
from tongzhi.word.document import WordDocument
from tongzhi.word.text import layout_text

from . import conforming
from .cases import HELD, TEXT, find, meeting, of, paper
from .paperwork import FIRST, SECOND, Book
from .untidy import east_face, everything, plain

MAIN = "word/document.xml"
LINES = ("关于做好尾矿库安全工作的通知", "各县（市、区）人民政府：", FIRST, SECOND)


def repacked(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """A package with its parts changed; `None` leaves one out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return made.getvalue()


def bare() -> bytes:
    """Text and nothing else: no styles, settings, relationships or section."""
    text = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in (*LINES, *[SECOND] * 40))
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        MAIN: f"<w:document {nsdecls('w')}><w:body>{text}</w:body></w:document>",
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def test_package_with_text_alone_is_formatted_and_gets_page_numbers() -> None:
    made = format_document(bare()).data
    assert layout_text(WordDocument(made)) == layout_text(WordDocument(bare()))
    book = docx.Document(io.BytesIO(made))
    assert book.settings.odd_and_even_pages_header_footer
    assert "PAGE" in "".join(book.sections[0].footer._element.itertext())
    assert format_document(made).data == made


def test_section_that_says_nothing_gets_sheet_and_margins() -> None:
    def empty(name: str, content: bytes) -> bytes:
        if name != MAIN:
            return content
        start, end = content.index(b"<w:sectPr"), content.index(b"</w:sectPr>")
        return content[:start] + b"<w:sectPr>" + content[end:]

    made = docx.Document(io.BytesIO(format_document(repacked(plain(*LINES), empty)).data))
    assert (round(made.sections[0].page_width.mm), round(made.sections[0].top_margin.mm)) == (210, 37)


def test_page_across_stays_across_and_gets_the_turned_type_area() -> None:
    data = of(
        conforming.landscape_annex, lambda book: setattr(book.document.sections[-1], "left_margin", 3000000)
    )
    made = docx.Document(io.BytesIO(format_document(data).data))
    across = made.sections[-1]
    assert (round(across.page_width.mm), round(across.page_height.mm)) == (297, 210)
    assert round((across.page_width - across.left_margin - across.right_margin) / 36000) == 225


def test_blank_runs_in_a_footer_make_room_for_the_number() -> None:
    def blank(book: Book) -> None:
        section = book.document.sections[0]
        for footer in (section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]):
            for run in footer.runs:
                run._r.getparent().remove(run._r)
            footer._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:t xml:space='preserve'>  </w:t></w:r>"))
            footer._p.get_or_add_pPr().append(parse_xml(f"<w:rPr {nsdecls('w')}><w:b/></w:rPr>"))

    data = paper(tweak=blank)
    assert "没有页码" in " ".join(map(str, check(data)))
    made = WordDocument(format_document(data).data)
    shown = ["".join(root.itertext()) for root in made.stories("footer")]
    assert shown
    assert all(text.startswith("—") for text in shown)


def test_template_that_is_not_filled_is_refused() -> None:
    data = plain(
        "{{ 标题 }}",
        "{{ 主送机关 }}：",
        "{% for 事项 in 事项们 %}",
        "{{ 事项 }}",
        "{% endfor %}",
        "{{ 落款 }}",
        "{{ 日期 }}",
    )
    with pytest.raises(InputError, match="这是模板，还没有填"):
        format_document(data)


def test_strict_open_xml_is_refused_with_the_way_out() -> None:
    def strict(name: str, content: bytes) -> bytes:
        return content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )

    data = repacked(plain(*LINES), strict)
    with pytest.raises(InputError, match="另存为普通的“Word 文档"):
        format_document(data)
    assert isinstance(check(data), list)


def test_change_of_words_that_is_not_listed_is_our_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    real = repair.repair_punctuation
    monkeypatch.setattr(repair, "repair_punctuation", lambda *given, **more: real(*given, **more)[:0])
    with pytest.raises(InputError, match="本程序的错误"):
        format_document(plain(*LINES, "各县区要加强领导,压实责任。"), fix_text=True)


# ---------------------------------------------------------------- headings


def test_heading_before_a_colon_has_its_face_and_the_rest_the_face_of_the_text() -> None:
    line = "一、会议时间：2026年11月27日（星期五）上午9:00，会期半天。"
    made = format_document(
        plain(LINES[0], LINES[1], line, "一、要严格落实企业主体责任和部门监管责任；要抓好落实。")
    ).data
    paragraph = next(each for each in docx.Document(io.BytesIO(made)).paragraphs if each.text == line)
    faces = {run.text: run._r.rPr.rFonts.get(qn("w:eastAsia")) for run in paragraph.runs}
    assert faces["一、会议时间"] == "黑体"
    assert set(faces.values()) == {"黑体", "仿宋_GB2312"}
    assert east_face(made, "一、要严格") == "仿宋_GB2312"


def numbered_by_word(text: str) -> bytes:
    """A paper whose heading bears a number of Word's own (一、)."""
    book = docx.Document()
    for line in (*LINES[:2], text, FIRST):
        book.add_paragraph(line)
    numbering = book.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f"<w:abstractNum {nsdecls('w')} w:abstractNumId='77'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
            "<w:numFmt w:val='chineseCounting'/><w:suff w:val='nothing'/><w:lvlText w:val='%1、'/></w:lvl></w:abstractNum>"
        ),
    )
    numbering.append(parse_xml(f"<w:num {nsdecls('w')} w:numId='77'><w:abstractNumId w:val='77'/></w:num>"))
    book.paragraphs[2]._p.get_or_add_pPr().append(
        parse_xml(f"<w:numPr {nsdecls('w')}><w:ilvl w:val='0'/><w:numId w:val='77'/></w:numPr>")
    )
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_heading_numbered_by_word_gets_the_face_of_its_level() -> None:
    made = format_document(numbered_by_word("压实安全生产责任")).data
    assert east_face(made, "压实") == "黑体"


# ---------------------------------------------------------------- punctuation


def fixed(data: bytes, **more: Any) -> tuple[list[tuple[str, str]], bytes]:
    made = format_document(data, fix_text=True, **more)
    return [(change.found, change.instead) for change in made.changes], made.data


def with_paragraph(*runs: str | Any) -> bytes:
    """A paper whose third line is made of these runs; elements are put in as they are."""
    book = docx.Document()
    for line in LINES[:2]:
        book.add_paragraph(line)
    paragraph = book.add_paragraph()
    for run in runs:
        if isinstance(run, str):
            paragraph.add_run(run)
        else:
            paragraph._p.append(run)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_words_in_a_text_box_are_repaired_too() -> None:
    box = parse_xml(
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>加强领导,压实责任。</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    changes, made = fixed(with_paragraph("各单位要认真落实。", box))
    assert (",", "，") in changes
    assert "加强领导，压实责任" in "".join(WordDocument(made).body.itertext())


def test_slip_over_two_runs_is_left_alone() -> None:
    changes, made = fixed(with_paragraph("各县区要压实责任，", "，排查隐患。"))
    assert changes == []
    assert "责任，，排查" in "".join(WordDocument(made).body.itertext())


def test_revision_of_a_revision_is_made_inside_it_and_numbers_stay_apart() -> None:
    inserted = parse_xml(
        f'<w:ins {nsdecls("w")} w:id="1" w:author="甲"><w:r><w:t>加强领导,压实责任。</w:t></w:r></w:ins>'
    )
    changes, made = fixed(with_paragraph("各县区要抓好落实,", inserted), revisions=True)
    assert len(changes) == 2
    body = WordDocument(made).body
    marks = list(body.iter(qn("w:ins"), qn("w:del")))
    assert len({mark.get(qn("w:id")) for mark in marks}) == len(marks) == 3
    own = next(mark for mark in marks if mark.get(qn("w:author")) == "甲")
    assert "".join(own.itertext()) == "加强领导，压实责任。"


def test_mark_too_many_is_a_deletion_alone() -> None:
    changes, made = fixed(with_paragraph("（一）、压实安全生产责任。"), revisions=True)
    assert changes == [("、", "")]
    body = WordDocument(made).body
    assert [len(list(body.iter(qn(name)))) for name in ("w:del", "w:ins")] == [1, 0]


def test_slip_at_the_start_of_a_line_leaves_no_empty_run() -> None:
    changes, made = fixed(with_paragraph("(一)压实安全生产责任。"), revisions=True)
    assert ("(", "（") in changes
    paragraph = next(
        each for each in WordDocument(made).body.iter(qn("w:p")) if "压实" in "".join(each.itertext())
    )
    assert all("".join(run.itertext()) for run in paragraph.iter(qn("w:r")))


# ---------------------------------------------------------------- files, folders, report


def test_old_word_file_is_turned_into_docx_and_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def convert(document: Path, folder: Path) -> Path:
        return Path(shutil.copy(tmp_path / "新.docx", folder / f"{document.stem}.docx"))

    (tmp_path / "新.docx").write_bytes(paper(date="2026年11月31日"))
    (tmp_path / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    monkeypatch.setattr("tongzhi.check.run.to_docx", convert)
    found = check(tmp_path / "旧.doc")
    assert {finding.place.file for finding in found} == {str(tmp_path / "旧.doc")}
    assert "没有“2026年11月31日”这一天" in " ".join(map(str, found))


def test_file_of_another_kind_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "名册.xlsx").write_bytes(b"x")
    with pytest.raises(InputError, match=r"不认识的文件类型“\.xlsx”.*\.docx"):
        check_files([tmp_path / "名册.xlsx"])


def test_folder_of_damaged_files_alone_is_an_error_that_names_each(tmp_path: Path) -> None:
    for name in ("甲.docx", "乙.docx"):
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(InputError) as caught:
        check_files([tmp_path])
    assert {Path(problem.place.file or "").name for problem in caught.value.problems} == {
        "甲.docx",
        "乙.docx",
    }


def test_report_tells_what_the_papers_of_a_folder_say_differently(tmp_path: Path) -> None:
    (tmp_path / "通知.docx").write_bytes(meeting(HELD, "全市202座尾矿库都要排查。"))
    (tmp_path / "通报.docx").write_bytes(
        paper("共有212座尾矿库。", title=("关于尾矿库督查情况的通报",), number="临政办发〔2026〕30号")
    )
    said = print_report(check_files([tmp_path]))
    assert "各文件之间：" in said
    assert "通知.docx 第" in said or "通报.docx 第" in said


def test_report_gathers_one_slip_of_many_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "草稿.docx").write_bytes(plain(LINES[0], LINES[1], *[FIRST] * 9))
    said = print_report(check_files([tmp_path / "草稿.docx"]))
    assert "共 9 段" in said  # one group says it once, with the count


def differing(tmp_path: Path, one: bytes, other: bytes) -> str:
    (tmp_path / "甲.docx").write_bytes(one)
    (tmp_path / "乙.docx").write_bytes(other)
    return " ".join(f"{finding.rule}{finding.found}" for finding in check_files([tmp_path]).between)


def notice_and_other(*text: str) -> tuple[bytes, bytes]:
    """A notice of a meeting, and another paper with these paragraphs."""
    other = paper(*text, title=("关于尾矿库督查情况的通报",), number="临政办发〔2026〕30号")
    return meeting(HELD, "全市202座尾矿库都要排查。"), other


def test_several_numbers_of_one_kind_in_a_paper_are_held_against_none(tmp_path: Path) -> None:
    said = differing(tmp_path, *notice_and_other("青川县有12座尾矿库都要排查，剑阁县有8座尾矿库都要排查。"))
    assert "papers-quantity" not in said


def test_form_of_words_that_recurs_in_a_paper_is_held_against_none(tmp_path: Path) -> None:
    form = "共检查企业{}家，发现问题隐患{}处，已整改{}处。"
    one = paper(
        *(form.format(n, n * 3, n * 2) for n in (4, 5)),
        title=("关于尾矿库督查情况的通报",),
        number="临政办发〔2026〕30号",
    )
    said = differing(tmp_path, meeting(HELD, form.format(9, 30, 20)), one)
    assert "papers-sentence" not in said


def with_row(count: int, title: str, number: str) -> bytes:
    def change(book: Book) -> None:
        table = book.document.add_table(rows=1, cols=3)
        for cell, text in zip(
            table.rows[0].cells, ("青川县应急管理局", f"尾矿库{count}座", "12月10日前完成"), strict=True
        ):
            cell.text = text
        find(book, SECOND[:6])._p.addnext(table._tbl)

    return paper(title=(title,), number=number, tweak=change)


def test_rows_of_tables_are_held_against_each_other(tmp_path: Path) -> None:
    said = differing(
        tmp_path,
        with_row(6, "关于尾矿库排查的通知", "临政办发〔2026〕30号"),
        with_row(8, "关于尾矿库督查情况的通报", "临政办发〔2026〕31号"),
    )
    assert "papers-sentence" in said


def test_minutes_that_name_no_day_are_held_against_none(tmp_path: Path) -> None:
    book = conforming.minutes()
    for paragraph in book.document.paragraphs:
        if paragraph.text.startswith("2026年11月18日"):
            paragraph.runs[0].text = "市安全生产委员会召开全体会议，研究部署岁末年初重点任务。现纪要如下："
    assert "papers-meeting-day" not in differing(tmp_path, meeting(HELD), book.save())


def test_attachment_that_stands_in_the_paper_need_not_be_a_file(tmp_path: Path) -> None:
    one = paper(note=("问题清单",), annexes=(("附件", "问题清单"),), number="临政办发〔2026〕31号")
    assert "papers-attachment" not in differing(tmp_path, one, meeting(HELD))


@pytest.mark.parametrize(
    ("to", "instead"),
    [
        ("青川县人民正府、市教育局：", "青川县人民政府"),
        ("青川县人民政府、市教育局：", None),
        ("青川县有关企业：", None),
    ],
)
def test_name_with_a_slip_is_told_with_the_listed_one(to: str, instead: str | None) -> None:
    known = Knowledge(units={"青川县人民政府": "青川县", "剑阁县人民政府": "剑阁县"}, people={"李某某": ""})
    found = [
        finding.instead for finding in check(paper(to=to), knowledge=known) if finding.rule == "short-name"
    ]
    assert found == ([instead] if instead else [])


def test_everything_odd_is_still_formatted_with_revisions() -> None:
    made = format_document(everything(), fix_text=True, revisions=True)
    ids = [mark.get(qn("w:id")) for mark in WordDocument(made.data).body.iter(qn("w:ins"), qn("w:del"))]
    assert len(ids) == len(set(ids))
    assert TEXT


# ---------------------------------------------------------------- blanks typed by hand


def typed(*lines: list[str | Any]) -> bytes:
    """A paper of lines, each made of runs: texts, or XML of a run's inside."""
    book = docx.Document()
    for runs in lines:
        paragraph = book.add_paragraph()
        for run in runs:
            if run.startswith("<"):
                paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{run}</w:r>"))
            else:
                paragraph.add_run(run)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


HAND = [
    ["\t", "　　", "\t关于做好尾矿库安全工作的通知", "　\t"],
    ["  ", "各县（市、区）人民政府："],
    ["　　", "<w:t xml:space='preserve'>　</w:t><w:tab/>", FIRST],
    ["<w:t xml:space='preserve'>　　</w:t><w:br/><w:t>报送时限：12月10日前。</w:t>"],
    ["　　", "<w:t xml:space='preserve'>严格落实值班制度。</w:t><w:br/><w:t xml:space='preserve'>　</w:t>"],
    ["　　　　　　　　　　", "临江市应急管理局", "　　"],
    ["　　　　　　　　　　", "2026年11月20日", "　　"],
]


def test_blanks_and_tabs_at_both_ends_go_and_the_words_stay() -> None:
    data = typed(*HAND)
    made = format_document(data).data
    assert layout_text(WordDocument(made)) == layout_text(WordDocument(data))
    shown = [
        paragraph.text for paragraph in docx.Document(io.BytesIO(made)).paragraphs if paragraph.text.strip()
    ]
    assert shown[0] == "关于做好尾矿库安全工作的通知"
    assert [text for text in shown if text.strip(" 　\t") != text and "\n" not in text] == []


def test_heading_with_its_text_on_a_further_line_keeps_its_break() -> None:
    line = "（一）突出重点领域。\n各县区要逐库排查。"
    made = format_document(plain(*LINES[:2], "一、压实责任", line)).data
    assert line in [paragraph.text for paragraph in docx.Document(io.BytesIO(made)).paragraphs]


def test_page_numbers_alone_go_into_a_section_that_says_nothing() -> None:
    def empty(name: str, content: bytes) -> bytes:
        if name != MAIN:
            return content
        start, end = content.index(b"<w:sectPr"), content.index(b"</w:sectPr>")
        return content[:start] + b"<w:sectPr>" + content[end:]

    def numbers(finding: Any) -> bool:
        return str(finding.rule) == "page-number"

    data = repacked(plain(*LINES, *[SECOND] * 40), empty)
    made = docx.Document(io.BytesIO(format_document(data, only=numbers).data))
    assert "PAGE" in "".join(made.sections[0].footer._element.itertext())
    again = bare_of_section(data)
    assert "PAGE" in "".join(
        docx.Document(io.BytesIO(format_document(again, only=numbers).data))
        .sections[0]
        .footer._element.itertext()
    )


def bare_of_section(data: bytes) -> bytes:
    def without(name: str, content: bytes) -> bytes:
        if name != MAIN:
            return content
        start, end = content.index(b"<w:sectPr"), content.index(b"</w:sectPr>")
        return content[:start] + content[end + len(b"</w:sectPr>") :]

    return repacked(data, without)


def test_second_section_that_shows_the_first_ones_numbers_is_left_alone() -> None:
    data = of(conforming.landscape_annex, lambda book: None)
    before = docx.Document(io.BytesIO(data))
    for footer in (before.sections[0].footer, before.sections[0].even_page_footer):
        for run in footer.paragraphs[0].runs:
            run._r.getparent().remove(run._r)
    buffer = io.BytesIO()
    before.save(buffer)
    made = docx.Document(io.BytesIO(format_document(buffer.getvalue()).data))
    assert [section.footer.is_linked_to_previous for section in made.sections] == [False, True]


def test_tab_in_a_note_is_left_where_it_is() -> None:
    data = plain(*LINES, "附件：\t1.任务分解表", "\t2.问题清单", "临江市应急管理局", "2026年11月20日")
    made = format_document(data).data
    assert "附件：\t1.任务分解表" in [
        paragraph.text for paragraph in docx.Document(io.BytesIO(made)).paragraphs
    ]
