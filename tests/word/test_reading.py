"""What Word files hold besides plain paragraphs: controls, revisions, symbols, nested tables, list numbers, odd zips."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tongzhi.errors import InputError, LimitError, TongzhiError
from tongzhi.resources import template_path
from tongzhi.word import package
from tongzhi.word.document import WordDocument
from tongzhi.word.embedded import embed_data, extract_data
from tongzhi.word.package import read_file, read_parts, write_whole
from tongzhi.word.text import read_text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def docx(body: str, **parts: str) -> bytes:
    """Give a .docx with this body; `styles` and `numbering` are the inside of those parts."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{KIND}.{name}+xml"/>' for name in parts
    )
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in parts
    )
    package_of = "http://schemas.openxmlformats.org/package/2006"
    given = {
        "[Content_Types].xml": f'<Types xmlns="{package_of}/content-types"><Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package_of}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package_of}/relationships">{relations}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:mc="{MC}" xmlns:r="{OFFICE}"><w:body>{body}</w:body></w:document>',
        **{
            f"word/{name}.xml": f'<w:{name} xmlns:w="{W}">{inside}</w:{name}>'
            for name, inside in parts.items()
        },
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in given.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def r(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def p(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p(f"甲<w:hyperlink>{r('链')}</w:hyperlink>{r('尾')}"), "链尾"),
        (p(f"<w:fldSimple w:instr='DATE'>{r('今天')}</w:fldSimple>"), "今天"),
        (p(f"<w:smartTag>{r('地名')}</w:smartTag><w:sdt><w:sdtContent>{r('控')}</w:sdtContent></w:sdt>"), "地名控"),
        (f"<w:sdt><w:sdtContent>{p(r('整段'))}</w:sdtContent></w:sdt>{p(r('下段'))}", "整段\n下段"),
        (f"<w:customXml>{p(r('包'))}</w:customXml>", "包"),
        (p(f"<w:ins>{r('加')}</w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:moveTo>{r('来')}</w:moveTo><w:moveFrom>{r('去')}</w:moveFrom>"), "加来"),
        (p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:cr/><w:noBreakHyphen/><w:br/><w:br w:type='column'/><w:t>c</w:t></w:r>"), "a\tb\n-\nc"),
        (p("<w:r><w:sym w:font='Wingdings' w:char='2713'/></w:r>"), "✓"),
        (p("<w:r><w:sym w:font='Wingdings' w:char='x'/><w:t>甲</w:t></w:r>"), "甲"),
        (p("<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText><w:t>藏</w:t><w:fldChar w:fldCharType='separate'/><w:t>3</w:t><w:fldChar w:fldCharType='end'/></w:r>"), "3"),
        (p("<w:r><w:fldChar w:fldCharType='end'/><w:t>甲</w:t></w:r>"), "甲"),
        (
            "<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>" + p(r("格")) + "<w:tbl><w:tr><w:tc>" + p(r("内格")) + "</w:tc></w:tr></w:tbl>"
            + p(r("格后")) + "</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>",
            "格\n内格\n格后",
        ),
        (p(f"<mc:AlternateContent><mc:Choice Requires='w14'>{r('新')}</mc:Choice><mc:Fallback>{r('旧')}</mc:Fallback></mc:AlternateContent>"), "新"),
        (p(f"<mc:AlternateContent><mc:Fallback>{r('旧')}</mc:Fallback></mc:AlternateContent>"), "旧"),
        (p(f"<mc:AlternateContent/>{r('甲')}"), "甲"),
        (p(f"<!-- 注 -->{r('甲')}<?指令 x?>"), "甲"),
        (p(f"<w:bookmarkStart w:id='0' w:name='x'/>{r('甲')}<w:bookmarkEnd w:id='0'/>"), "甲"),
    ],
)  # fmt: skip
def test_reader_reads_what_word_shows(body: str, text: str) -> None:
    assert read_text(docx(body)) == text


def listed(number: int, level: int = 0) -> str:
    numbered = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>"
    return p(f"<w:pPr>{numbered}</w:pPr>{r('项')}")


def labels(body: str, numbering: str) -> list[str]:
    return [paragraph.label for paragraph in WordDocument(docx(body, numbering=numbering)).paragraphs]


def level(kind: str, text: str = "%1.", index: int = 0, start: int | None = 1) -> str:
    first = "" if start is None else f"<w:start w:val='{start}'/>"
    return f"<w:lvl w:ilvl='{index}'>{first}<w:numFmt w:val='{kind}'/><w:lvlText w:val='{text}'/></w:lvl>"


def numbering(levels: str, override: str = "") -> str:
    return (
        f"<w:abstractNum w:abstractNumId='0'>{levels}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
        f"<w:num w:numId='2'><w:abstractNumId w:val='0'/>{override}</w:num><w:num w:numId='3'/>"
    )


@pytest.mark.parametrize(
    ("kind", "start", "wanted"),
    [
        ("decimal", 1, ["1.", "2."]),
        ("chineseCounting", 9, ["九.", "十."]),
        ("chineseCountingThousand", 11, ["十一.", "十二."]),
        ("japaneseCounting", 20, ["二十.", "二十一."]),
        ("chineseCounting", 100, ["一〇〇.", "一〇一."]),
        ("chineseCounting", 0, ["零.", "一."]),
        ("decimalEnclosedCircle", 1, ["①.", "②."]),
        ("decimalEnclosedCircleChinese", 21, ["21.", "22."]),
        ("decimalZero", 9, ["09.", "10."]),
        ("upperLetter", 26, ["Z.", "AA."]),
        ("lowerLetter", 1, ["a.", "b."]),
        ("ideographTraditional", 1, ["甲.", "乙."]),
        ("decimalFullWidth", 9, ["９.", "１０."]),
        ("unknownKind", 5, ["5.", "6."]),
    ],
)
def test_list_number_is_printed_in_its_format(kind: str, start: int, wanted: list[str]) -> None:
    assert [one.strip() for one in labels(listed(1) * 2, numbering(level(kind, start=start)))] == wanted


def test_deeper_levels_begin_anew_and_show_the_outer_number() -> None:
    levels = level("chineseCounting", "%1、") + level("decimal", "%1.%2", 1)
    body = listed(1) + listed(1, 1) * 2 + listed(1) + listed(1, 1)
    assert [one.strip() for one in labels(body, numbering(levels))] == [
        "一、",
        "一.1",
        "一.2",
        "二、",
        "二.1",
    ]


@pytest.mark.parametrize(
    ("override", "wanted"),
    [
        ("<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>", ["5.", "6."]),
        (f"<w:lvlOverride w:ilvl='0'>{level('upperLetter', '%1)')}</w:lvlOverride>", ["A)", "B)"]),
    ],
)
def test_list_with_its_own_start_or_format_counts_by_itself(override: str, wanted: list[str]) -> None:
    found = labels(listed(1) + listed(2) + listed(2), numbering(level("decimal"), override))
    assert [one.strip() for one in found] == ["1.", *wanted]


@pytest.mark.parametrize(("number", "index"), [(9, 0), (1, 5), (3, 0), (0, 0)])
def test_list_that_is_not_defined_prints_no_number(number: int, index: int) -> None:
    assert labels(listed(number, index), numbering(level("decimal"))) == [""]


@pytest.mark.parametrize(
    ("value", "size"), [("32", 16), ("31.6", 16), ("16pt", 160), ("viel", 10), ("1e999", 10)]
)
def test_measure_written_oddly_is_read_or_left_out(value: str, size: float) -> None:
    body = p(f"<w:r><w:rPr><w:sz w:val='{value}'/></w:rPr><w:t>甲</w:t></w:r>")
    document = WordDocument(docx(body))
    from tongzhi.anatomy.measure import Ruler

    assert Ruler(document).size(document.paragraphs[0]) == size


@pytest.mark.parametrize(
    ("first", "second", "bold"),
    [
        ("<w:b/>", "<w:b/>", False),
        ("<w:b/>", "", True),
        ("", "<w:b/>", True),
        ("<w:b w:val='0'/>", "<w:b/>", True),
    ],
)
def test_bold_of_style_and_character_style_cancel_each_other(first: str, second: str, bold: bool) -> None:
    """ECMA-376 17.7.3: toggle properties of styles are exclusive-or."""
    styles = (
        f"<w:style w:type='paragraph' w:styleId='a'><w:name w:val='a'/><w:rPr>{first}</w:rPr></w:style>"
        f"<w:style w:type='character' w:styleId='b'><w:name w:val='b'/><w:rPr>{second}</w:rPr></w:style>"
    )
    body = p(
        "<w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:rPr><w:rStyle w:val='b'/></w:rPr><w:t>甲</w:t></w:r>"
    )
    document = WordDocument(docx(body, styles=styles))
    from tongzhi.anatomy.measure import Ruler

    line = document.paragraphs[0]
    assert bool(Ruler(document).format(line.runs[0], line).bold) is bold


def _zip(**change: Any) -> bytearray:
    """Give a zip of one part whose central record is changed: (offset in the record, format, value)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "甲" * 500)
    data = bytearray(buffer.getvalue())
    at = data.rfind(b"PK\x01\x02")
    for offset, form, value in change.values():
        struct.pack_into(form, data, at + offset, value)
    return data


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((8, "<H", 1), "文件加了密码"),
        ((10, "<H", 99), "压缩方法不认识"),
        ((24, "<I", 0xFFFFFFFF), "过大"),
        ((24, "<I", 3_000_000_000), "过大"),
        ((42, "<I", 999_999), "已损坏"),
        ((16, "<I", 7), "已损坏"),
        ((20, "<I", 100_000), "已损坏"),
        ((24, "<I", 5), "比声明的大"),
    ],
)  # fmt: skip
def test_zip_with_a_false_record_is_refused(change: tuple[int, str, int], said: str) -> None:
    with pytest.raises((InputError, LimitError), match=said):
        read_parts(bytes(_zip(record=change)))


def test_zip_with_broken_deflate_is_refused() -> None:
    data = _zip()
    at = 30 + len("[Content_Types].xml")
    data[at : at + 4] = b"\xff\xff\xff\xff"
    with pytest.raises(InputError, match="已损坏"):
        read_parts(bytes(data))


def test_zip_that_says_more_parts_than_it_has_is_refused() -> None:
    data = _zip()
    end = data.rfind(b"PK\x05\x06")
    for number, said in ((2, "已损坏"), (60_000, "个部件，超过")):
        struct.pack_into("<H", data, end + 10, number)
        struct.pack_into("<H", data, end + 8, number)
        with pytest.raises(TongzhiError, match=said):
            read_parts(bytes(data))


def test_folders_and_backslashes_in_a_zip_are_read_as_word_does() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<a/>")
        archive.writestr("word/", "")
        info = zipfile.ZipInfo("word/document.xml")
        archive.writestr(info, "<a/>")
    data = buffer.getvalue().replace(b"word/document.xml", b"word\\document.xml")
    assert list(read_parts(data)) == ["[Content_Types].xml", "word/document.xml"]


def test_name_of_a_part_in_no_known_code_is_still_read() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<a/>")
        archive.writestr("abcd.xml", "<a/>")
    assert read_parts(buffer.getvalue().replace(b"abcd.xml", b"\x82\xa4cd.xml"))["éñcd.xml"] == b"<a/>"


def test_file_too_large_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(p(r("甲"))))
    monkeypatch.setattr(package, "MAX_FILE", 100)
    with pytest.raises(LimitError, match="文件超过"):
        read_file(path)
    with pytest.raises(LimitError, match="超过"):
        read_parts(path.read_bytes())


def test_folder_for_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"这是一个文件夹|文件读不了"):
        read_file(tmp_path)
    with pytest.raises(InputError, match="文件不存在"):
        read_file(tmp_path / "没有.docx")


def test_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "占.docx").mkdir()
    with pytest.raises(InputError, match="写不进去"):
        write_whole(tmp_path / "占.docx", b"x")
    assert [one.name for one in tmp_path.iterdir()] == ["占.docx"]


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_stop_while_writing_leaves_nothing_behind(
    stop: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(self: Path, target: Path) -> Path:
        raise stop

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(stop):
        write_whole(tmp_path / "出.docx", b"x")
    assert not list(tmp_path.iterdir())


def test_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "占").write_bytes(b"")
    with pytest.raises(InputError, match="写不进去"):
        write_whole(tmp_path / "占" / "出.docx", b"x")


# ---------------------------------------------------------------- packages and parts of odd make


def repacked(data: bytes, **parts: str | None) -> bytes:
    """The package with parts replaced; `None` takes one out. `rels` and `root_rels` are the two relationship parts."""
    names = {
        "rels": "word/_rels/document.xml.rels",
        "root_rels": "_rels/.rels",
        "document": "word/document.xml",
    }
    given = {names[key]: text for key, text in parts.items()}
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = given.get(name, old.read(name).decode())
            if text is not None:
                new.writestr(name, text)
    return made.getvalue()


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"root_rels": None}, "缺少关系表"),
        (
            {
                "root_rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'/>"
            },
            "里面没有正文",
        ),
    ],
)
def test_package_that_leads_to_no_text_is_told(parts: dict[str, str | None], said: str) -> None:
    with pytest.raises(InputError, match=said):
        WordDocument(repacked(docx(p(r("甲"))), **parts))


def test_comments_and_outside_targets_among_relationships_are_passed_over() -> None:
    rels = (
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><!-- 注 -->"
        f"<Relationship Id='r1' Type='{OFFICE}/hyperlink' Target='http://a.cn/' TargetMode='External'/></Relationships>"
    )
    document = WordDocument(repacked(docx(p(r("甲"))), rels=rels))
    (found,) = document.relationships(document.main).values()
    assert (found.external, found.target) == (True, "http://a.cn/")


def test_comments_inside_properties_change_nothing() -> None:
    body = p(
        "<w:pPr><!-- 注 --><w:pBdr><!-- 注 --><w:bottom w:val='single' w:sz='4' w:color='FF0000'/></w:pBdr>"
        "<w:tabs><w:tab w:val='left'/><w:tab w:val='right' w:pos='9000'/></w:tabs></w:pPr>"
        "<w:r><w:rPr><!-- 注 --><w:b/></w:rPr><w:t>甲</w:t></w:r>"
    )
    document = WordDocument(docx(body))
    (paragraph,) = document.paragraphs
    assert paragraph.properties["border.bottom"].color == "FF0000"
    assert paragraph.properties["tabs"] == (("right", 9000),)
    assert document.runs.format(paragraph.runs[0], paragraph).bold


def test_section_as_it_was_before_a_change_is_no_section() -> None:
    body = (
        f"{p(r('甲'))}<w:sectPr><w:pgSz w:w='11906' w:h='16838'/><w:sectPrChange w:id='1' w:author='乙'><w:sectPr>"
        "<w:pgSz w:w='16838' w:h='11906'/></w:sectPr></w:sectPrChange></w:sectPr>"
    )
    sections = WordDocument(docx(body)).sections
    assert [section.landscape for section in sections] == [False]


def test_footer_that_is_not_there_shows_nothing() -> None:
    body = f"{p(r('甲'))}<w:sectPr><w:footerReference w:type='default' r:id='rId77'/></w:sectPr>"
    document = WordDocument(docx(body))
    assert document.footers(document.sections[0]) == []


def test_empty_paragraph_of_a_list_takes_no_number() -> None:
    empty = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr></w:p>"
    found = labels(listed(1) + empty + listed(1), numbering(level("decimal")))
    assert [one.strip() for one in found] == ["1.", "", "2."]


def test_empty_equation_is_an_equation_without_text() -> None:
    math = "<m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'/>"
    (paragraph,) = WordDocument(docx(p(f"{r('甲')}{math}"))).paragraphs
    assert (paragraph.equation, paragraph.text) == (True, "甲")


def test_theme_with_one_font_alone_is_read() -> None:
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    theme = f"<a:theme xmlns:a='{space}'><a:majorFont><a:latin typeface='Arial'/><a:ea typeface='黑体'/></a:majorFont></a:theme>"
    body = p("<w:r><w:rPr><w:rFonts w:eastAsiaTheme='majorEastAsia'/></w:rPr><w:t>甲</w:t></w:r>")
    data = docx(body, theme="")
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, theme if name == "word/theme.xml" else old.read(name))
    document = WordDocument(made.getvalue())
    (paragraph,) = document.paragraphs
    assert document.runs.format(paragraph.runs[0], paragraph).asian == "黑体"


@pytest.mark.parametrize("inside", ["[1]", "{坏"])
def test_data_in_a_paper_that_is_none_is_passed_over(inside: str) -> None:
    paper = docx(p(r("甲")))
    entries = embed_data(paper_of_ours(), "notice", {"标题": "通知"})
    assert extract_data(entries) is not None
    with zipfile.ZipFile(io.BytesIO(entries)) as old:
        name = next(
            each for each in old.namelist() if each.startswith("customXml/") and b"<data" in old.read(each)
        )
        text = old.read(name).decode()
    payload = text[text.index(">", text.index("<data")) + 1 : text.rindex("</data>")]
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(paper)) as old, zipfile.ZipFile(made, "w") as new:
        for each in old.namelist():
            new.writestr(each, old.read(each))
        new.writestr(name, text.replace(payload, inside))
    assert extract_data(made.getvalue()) is None


def test_paper_that_carries_data_already_is_left_as_it_is() -> None:
    once = embed_data(paper_of_ours(), "notice", {"标题": "通知"})
    assert embed_data(once, "notice", {"标题": "别的"}) == once


def paper_of_ours() -> bytes:
    return template_path("rsvp.docx").read_bytes()
