"""Layout that does no harm to a stranger's paper: tables, covers, footers, long marks, lines broken by hand."""

from __future__ import annotations

import io

import docx
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from tests.anatomy.strangers import PROSE, save, typed

from tongzhi.anatomy.recognition import recognise
from tongzhi.check.footers import numbers
from tongzhi.check.repair import format_document
from tongzhi.word.blocks import Table
from tongzhi.word.document import WordDocument

END = (">云山县安委会办公室", ">2026年11月20日")


def after(data: bytes) -> WordDocument:
    return WordDocument(format_document(data).data)


def with_grid(data: bytes, kind: str, pitch: int) -> bytes:
    document = docx.Document(io.BytesIO(data))
    section = document.sections[0]._sectPr
    for old in section.findall(qn("w:docGrid")):
        section.remove(old)
    section.append(parse_xml(f"<w:docGrid {nsdecls('w')} w:type='{kind}' w:linePitch='{pitch}'/>"))
    return save(document)


def test_lines_of_tables_keep_their_pitch() -> None:
    table = [["单位", "姓名"], ["", ""]]
    paper = typed("各乡镇：", PROSE, *END, title="关于检查的通知", tables=[table])
    for kind, kept in (("lines", "lines"), ("linesAndChars", "lines")):
        made = after(with_grid(paper, kind, 312))
        assert (made.sections[0].grid, made.sections[0].line_pitch) == (kept, 312)
        cells = [line for block in made.blocks if isinstance(block, Table) for line in block.paragraphs]
        assert {line.properties.get("lineRule") for line in cells} <= {None, "auto"}


def test_cover_stays_as_it_is_and_bears_no_number() -> None:
    document = docx.Document(
        io.BytesIO(typed(*[""] * 5, "云山县冬春火灾防控", "工作方案", *[""] * 8, "二〇二六年十一月"))
    )
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    for line in ("一、工作目标", PROSE, "（一）重点任务。" + PROSE, "二、工作要求", PROSE, PROSE):
        document.add_paragraph(line)
    data = save(document)
    paper = recognise(WordDocument(data))
    assert [line.stripped for line in paper.cover] == ["云山县冬春火灾防控", "工作方案", "二〇二六年十一月"]
    assert paper.date is None
    made = WordDocument(format_document(data, kind="公文").data)
    for old, new in zip(paper.cover, recognise(made).cover, strict=True):
        assert old.properties == new.properties
    assert made.sections[0].title_page


def test_words_of_a_footer_stay_beside_the_number() -> None:
    document = docx.Document(io.BytesIO(typed("各乡镇：", *[PROSE] * 12, *END, title="关于检查的通知")))
    document.sections[0].footer.paragraphs[0].text = "内部资料 电话8230001"
    made = after(save(document))
    lines = [line.stripped for story in made.footers(made.sections[0]) for line in story.paragraphs]
    assert "内部资料 电话8230001" in lines
    assert numbers(recognise(made))


def test_long_mark_fits_one_line() -> None:
    document = docx.Document(
        io.BytesIO(typed("云安危办〔2026〕3号", "关于检查的通知", "各乡镇：", PROSE, *END))
    )
    mark = document.paragraphs[0].insert_paragraph_before()
    mark.alignment = 1
    run = mark.add_run("云山县安全生产委员会危险化学品安全专业委员会办公室文件")
    run.font.size = Pt(36)
    run.font.color.rgb = docx.shared.RGBColor(255, 0, 0)
    made = recognise(after(save(document)))
    look = made.ruler.formats(made.mark[0])[0][1]
    assert (
        look.size * look.scale / 100 * len(made.mark[0].stripped) <= made.document.sections[0].text_width / 20
    )
    assert look.scale >= made.standard.head.mark_scale_least


def test_a_paragraph_broken_by_hand_is_not_torn_apart() -> None:
    made = after(typed("各科室：", f"一、严格值班。\n{PROSE}\n{PROSE}", *END, title="关于值班的通知"))
    broken = next(line for line in made.paragraphs if "\n" in line.text)
    assert broken.properties["jc"] == "left"


def test_short_lines_around_a_table_follow_the_text() -> None:
    rows = [["时间", "内容"], ["6月1日", "启动仪式"]]
    document = docx.Document(
        io.BytesIO(typed("一、活动安排", PROSE, title="安全生产月活动方案", tables=[rows]))
    )
    for line in ("时间：6月16日", "地点：人民广场", "二、工作要求", PROSE):
        document.add_paragraph(line)
    made = recognise(after(save(document)))
    assert {made.ruler.size(line) for line in made.body} == {16.0}


def test_internal_paper_in_blocks_stays_in_blocks() -> None:
    data = typed("同志们：", *[PROSE] * 4, title="在会议上的讲话")
    made = after(data)
    assert {line.properties.get("first") or 0 for line in made.paragraphs if line.stripped} == {0}
