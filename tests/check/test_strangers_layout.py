"""Layout that does not harm what a stranger's paper has: gaps to fill in, page 1, the last page, forms, files of tenders."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from tests.anatomy.strangers import NOTICE, PROSE, save, typed

from tongzhi.anatomy.paper import Paper
from tongzhi.anatomy.recognition import recognise
from tongzhi.check.repair import format_document
from tongzhi.check.run import check
from tongzhi.word.document import WordDocument


def paper_of(data: bytes) -> Paper:
    return recognise(WordDocument(data))


def formatted(data: bytes) -> list[Paragraph]:
    return list(docx.Document(io.BytesIO(format_document(data).data)).paragraphs)


def with_gaps(*pieces: str, first: bool = False) -> bytes:
    """Give a notice with a line whose every second piece is underlined."""
    document = docx.Document(io.BytesIO(NOTICE))
    line = document.paragraphs[2].insert_paragraph_before()
    for number, piece in enumerate(pieces):
        line.add_run(piece).underline = (number % 2 == 1) is not first
    return save(document)


@pytest.mark.parametrize(
    ("pieces", "first"),
    [
        (("本设备全套共", "   ", "箱，检验人", "         "), False),
        (("      ", "单位已于本月完成自查，负责人", "　　　"), True),
        (("自查发现问题", "\t", "处，已整改", "\t"), False),
    ],
)
def test_an_underlined_gap_stays(pieces: tuple[str, ...], first: bool) -> None:
    data = with_gaps(*pieces, first=first)
    made = next(line for line in formatted(data) if pieces[1 if first else 0] in line.text)
    assert made.text == "".join(pieces)
    assert not [finding for finding in check(format_document(data).data) if finding.repairable]


def test_blanks_without_a_line_go() -> None:
    data = with_gaps("      本设备全套共五箱，检验人是王某，请各单位核对。   ")
    assert any(line.text == "本设备全套共五箱，检验人是王某，请各单位核对。" for line in formatted(data))


def test_the_only_paragraph_stays_on_page_1() -> None:
    one = typed(
        "各乡镇：", "请认真抓好落实。", ">云山县安委办", ">2026年11月20日", title="关于开展检查的通知"
    )
    text = next(line for line in formatted(one) if "落实" in line.text)
    assert not text.paragraph_format.keep_with_next
    two = typed(
        "各乡镇：", PROSE, "请认真抓好落实。", ">云山县安委办", ">2026年11月20日", title="关于开展检查的通知"
    )
    last = next(line for line in formatted(two) if line.text == "请认真抓好落实。")
    assert last.paragraph_format.keep_with_next


def test_blank_lines_at_the_end_go() -> None:
    document = docx.Document(io.BytesIO(NOTICE))
    for _ in range(6):
        document.add_paragraph()
    assert formatted(save(document))[-1].text == "2026年11月20日"


def test_the_line_behind_a_table_stays() -> None:
    data = typed(
        "各乡镇：", PROSE, "一、排查", PROSE, ">云山县安委办", ">2026年11月20日",
        title="关于开展检查的通知", tables=[[["单位", "人数"]]],
    )  # fmt: skip
    document = docx.Document(io.BytesIO(data))
    for _ in range(3):
        document.add_paragraph()
    made = docx.Document(io.BytesIO(format_document(save(document)).data))
    ends = [child.tag.rpartition("}")[2] for child in made.element.body]
    assert ends[-3:] == ["tbl", "p", "sectPr"]


def test_a_line_drawn_out_to_both_ends_is_in_its_place() -> None:
    document = docx.Document(io.BytesIO(NOTICE))
    for jc in (ALIGN.DISTRIBUTE, ALIGN.LEFT):
        document = docx.Document(io.BytesIO(NOTICE))
        line = document.add_paragraph("云山县安委办          2026年11月20日印发")
        line.alignment = jc
        line.runs[0].font.size = Pt(14)
        rules = {finding.rule for finding in check(save(document))}
        assert ("printing-place" in rules) is (jc is ALIGN.LEFT)


def telegram(*cells: str) -> bytes:
    document = docx.Document()
    mark = document.add_paragraph()
    mark.alignment = ALIGN.CENTER
    run = mark.add_run("云山县发电")
    run.font.size, run.font.color.rgb = Pt(48), RGBColor(255, 0, 0)
    table = document.add_table(2, 3)
    for cell, text in zip([cell for row in table.rows for cell in row.cells], cells, strict=True):
        cell.text = text
    title = document.add_paragraph()
    title.alignment = ALIGN.CENTER
    title.add_run("关于做好寒潮防范工作的通知").font.size = Pt(22)
    for text in ("各乡镇人民政府：", PROSE, "请认真抓好落实。"):
        document.add_paragraph(text)
    for text in ("云山县人民政府", "2026年11月20日"):
        document.add_paragraph(text).alignment = ALIGN.RIGHT
    return save(document)


@pytest.mark.parametrize(
    "cells",
    [
        ("发电单位", "云山县人民政府", "签批盖章", "等级", "特急·明电", "云政电〔2026〕3号"),
        ("发往：各乡镇", "", "签批：王某", "等级：特急", "云府电〔2026〕3号", "机号"),
        ("等级 加急", "签发 李某", "共2页", "发电单位：县政府", "", "云电〔2026〕12号"),
    ],
)
def test_the_title_of_a_telegram_stands_below_its_form(cells: tuple[str, ...]) -> None:
    paper = paper_of(telegram(*cells))
    assert paper.title_text == "关于做好寒潮防范工作的通知"
    assert paper.recipients is not None
    made = formatted(telegram(*cells))
    to = next(line for line in made if line.text == "各乡镇人民政府：")
    assert not to.paragraph_format.first_line_indent


@pytest.mark.parametrize("name", ["招标", "询价", "比选", "竞争性磋商", "响应"])
def test_files_of_a_tender_are_no_official_paper(name: str) -> None:
    data = typed(
        "采购人：云山县应急管理局", PROSE, "一、项目概况", PROSE, title=f"应急指挥平台项目{name}文件"
    )
    paper = paper_of(data)
    assert not paper.mark
    assert paper.nature.kind == "合同"


@pytest.mark.parametrize("name", ["云山县人民政府文件", "中共云山县委文件", "云山县应急管理局文件"])
def test_an_organ_and_its_file_are_a_mark_in_black_too(name: str) -> None:
    assert [line.text for line in paper_of(typed("云政发〔2026〕3号", PROSE, title=name)).mark] == [name]


def forms() -> Iterator[bytes]:
    rows = [["项目名称", "尾矿库治理"], ["负责人", "王某"], ["申请理由", "风险较高，需要治理"]]
    yield typed("附件3", PROSE, title="县级安全专项资金申请表", tables=[rows])
    yield typed("本设备全套共  箱。", title="应急物资装箱清单", tables=[rows])
    yield typed("注：一式两份。", title="安全设施验收单", tables=[rows * 3])


@pytest.mark.parametrize("number", range(3))
def test_a_form_is_left_as_it_is(number: int) -> None:
    data = list(forms())[number]
    assert paper_of(data).nature.kind == "表格"
    assert format_document(data).data == data


def test_a_notice_with_a_form_is_a_notice() -> None:
    data = typed(
        "各乡镇人民政府：", PROSE, ">云山县安委办", ">2026年11月20日", "\f", "附件", "培训报名表",
        title="关于举办安全培训班的通知", tables=[[["姓名", ""], ["单位", ""]]],
    )  # fmt: skip
    assert paper_of(data).nature.kind == "公文"


@pytest.mark.parametrize("hint", ["[此处输入文号]号", "（发文字号）", "【填写文号】"])
def test_the_place_of_the_number_is_no_title(hint: str) -> None:
    document = docx.Document()
    for text, size, red in (
        ("云山县人民政府文件", 48, True),
        (hint, 16, False),
        ("关于开展检查的通知", 22, False),
    ):
        line = document.add_paragraph()
        line.alignment = ALIGN.CENTER
        run = line.add_run(text)
        run.font.size = Pt(size)
        if red:
            run.font.color.rgb = RGBColor(255, 0, 0)
    document.add_paragraph("各乡镇人民政府：")
    document.add_paragraph(PROSE)
    assert paper_of(save(document)).title_text == "关于开展检查的通知"


def test_a_sentence_with_a_label_is_set_like_the_rest() -> None:
    document = docx.Document(
        io.BytesIO(typed("一、工作目标", PROSE, f"工作原则：{PROSE}", PROSE, title="云山县整治工作方案"))
    )
    for line in document.paragraphs[1:]:
        for run in line.runs:
            run.font.size = Pt(16 if line.text.startswith("一、") else 12)
    sizes = {run.font.size for line in formatted(save(document))[1:] for run in line.runs if line.text}
    assert sizes == {Pt(16)}


@pytest.mark.parametrize(
    "row",
    ["       云山县教育局      云山县公安局", "　　　　云山县公安局　　　　云山县住建局　　　云山县总工会"],
)
@pytest.mark.parametrize("date", ["2026年11月20日", "20XX年XX月XX日"])
def test_organs_beside_each_other_are_a_signature(row: str, date: str) -> None:
    data = typed("各乡镇人民政府：", PROSE, row, f">{date}", title="关于联合开展检查的通知")
    paper = paper_of(data)
    assert [line.text for line in paper.organs] == [row]
    assert not [
        finding
        for finding in check(data)
        if finding.rule == "text-indent" and "云山县" in (finding.text or "")
    ]


def test_two_rows_of_organs_with_room_for_seals() -> None:
    rows = ("       云山县教育局      云山县公安局", "", "", "", "       云山县住建局      云山县总工会")
    data = typed("各乡镇人民政府：", PROSE, *rows, "", ">2026年11月20日", title="关于联合开展检查的通知")
    assert len(paper_of(data).organs) == 2


@pytest.mark.parametrize(
    "mark",
    [
        "临 江 市 应 急 管 理 局 文 件",
        "云　山　县　人　民　政　府　文　件",
        "白 水 县 安 全 生 产 委 员 会 办 公 室 文 件",
    ],
)
def test_a_mark_with_typed_blanks_fits_its_line(mark: str) -> None:
    document = docx.Document()
    for text, size, red in (
        (mark, 42, True),
        ("云政发〔2026〕3号", 16, False),
        ("关于开展检查的通知", 22, False),
    ):
        line = document.add_paragraph()
        line.alignment = ALIGN.CENTER
        run = line.add_run(text)
        run.font.size = Pt(size)
        if red:
            run.font.color.rgb = RGBColor(255, 0, 0)
    for text in ("各乡镇人民政府：", PROSE):
        document.add_paragraph(text)
    made = format_document(save(document))
    assert "mark-fits" not in {finding.rule for finding in made.left}


@pytest.mark.parametrize("line", ["    出席：李强  王建国", "列席：陈明、周涛", "请假：赵立（外出）"])
def test_who_was_there_follows_the_text_of_minutes(line: str) -> None:
    document = docx.Document()
    mark = document.add_paragraph()
    mark.alignment = ALIGN.CENTER
    run = mark.add_run("会议纪要")
    run.font.size, run.font.color.rgb = Pt(48), RGBColor(255, 0, 0)
    for text in (
        "全市安全生产例会纪要",
        "2026年11月18日，会议研究了有关工作。" + PROSE,
        "一、提高认识",
        PROSE,
        line,
    ):
        document.add_paragraph(text)
    made = next(one for one in formatted(save(document)) if one.text == line.strip())
    assert {run.font.size for run in made.runs if run.text} == {Pt(16)}
