"""For every rule one paper that breaks it and one that keeps it."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from functools import cache
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from tongzhi.check.repair import format_document

from . import conforming
from .paperwork import ALIGN, FIRST, SECOND, Book

TEXT = ("为做好尾矿库安全工作，现将有关事项通知如下。", "一、压实责任", FIRST, "二、排查隐患", SECOND)
TITLE = ("临江市人民政府办公室", "关于做好尾矿库安全工作的通知")


def paper(
    *text: str,
    mark: str = "临江市人民政府办公室文件",
    number: str = "临政办发〔2026〕12号",
    signer: str = "",
    secrecy: str = "",
    urgency: str = "",
    head: bool = True,
    title: tuple[str, ...] = TITLE,
    to: str = "各县（市、区）人民政府，市政府各部门：",
    note: tuple[str, ...] = (),
    organ: str = "临江市人民政府办公室",
    date: str = "2026年11月20日",
    remark: str = "",
    annexes: tuple[tuple[str, str], ...] = (),
    copies: str = "市委办公室。",
    printer: str = "临江市人民政府办公室",
    printed: str = "2026年11月20日",
    tweak: Callable[[Book], None] | None = None,
    numbered: bool = True,
) -> bytes:
    book = Book(numbered=numbered)
    if head:
        book.head(mark, number, signer, secrecy, urgency)
    if title:
        book.title(*title)
    if to:
        book.to(to)
    book.text(*(text or TEXT))
    if note:
        book.note(*note)
    if organ:
        book.sealed(organ, date)
    if remark:
        book.line(remark, first=2)
    for label, name in annexes:
        book.annex(label, name, FIRST)
    if copies or printer:
        book.imprint(copies, printer, printed)
    if tweak:
        tweak(book)
    return book.save()


def of(shape: Callable[[], Book], tweak: Callable[[Book], None] | None = None) -> bytes:
    book = shape()
    if tweak:
        tweak(book)
    return book.save()


def find(book: Book, text: str) -> Any:
    """The paragraph that starts with a text."""
    return next(each for each in book.document.paragraphs if each.text.startswith(text))


def picture(points: float | None) -> Callable[[Book], None]:
    """Put a picture 60 mm high into a line of so many points, or into one that grows with it."""

    def change(book: Book) -> None:
        paragraph = book.document.add_paragraph()
        raw = b"".join(b"\0" + bytes([200, 80, 60]) * 4 for _ in range(4))
        chunks = (
            (b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)),
            (b"IDAT", zlib.compress(raw)),
            (b"IEND", b""),
        )
        packed = b"".join(
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
            for kind, data in chunks
        )
        paragraph.add_run().add_picture(io.BytesIO(b"\x89PNG\r\n\x1a\n" + packed), height=Mm(60))
        if points:
            paragraph.paragraph_format.line_spacing = Pt(points)
        find(book, SECOND[:6])._p.addnext(paragraph._p)

    return change


def with_face(text: str, face: str) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        for run in find(book, text).runs:
            run.font.name = face
            run._r.rPr.rFonts.set(qn("w:eastAsia"), face)

    return change


def with_size(text: str, size: float) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        for run in find(book, text).runs:
            run.font.size = Pt(size)

    return change


def with_color(text: str, color: str) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        for run in find(book, text).runs:
            run.font.color.rgb = RGBColor.from_string(color)

    return change


def with_align(text: str, align: str) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        paragraph = find(book, text)
        paragraph.alignment = ALIGN[align]
        for ind in paragraph._p.pPr.findall(qn("w:ind")):
            paragraph._p.pPr.remove(ind)

    return change


def with_indent(text: str, points: float) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        paragraph = find(book, text)
        for ind in paragraph._p.pPr.findall(qn("w:ind")):
            paragraph._p.pPr.remove(ind)
        paragraph.paragraph_format.first_line_indent = Pt(points)

    return change


def with_text(text: str, instead: str) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        paragraph = find(book, text)
        paragraph.runs[0].text = paragraph.runs[0].text.replace(text, instead)

    return change


def without_blank_before(text: str) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        element = find(book, text)._p
        while (
            (before := element.getprevious()) is not None
            and before.tag == qn("w:p")
            and not "".join(before.itertext())
        ):
            before.getparent().remove(before)

    return change


def with_blank_before(text: str, count: int = 1) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        for _ in range(count):
            new = book.line()
            find(book, text)._p.addprevious(new._p)

    return change


def with_page(**values: float) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        for name, value in values.items():
            setattr(book.document.sections[0], name, Mm(value))

    return change


def with_pitch(points: float) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        for paragraph in book.document.paragraphs:
            paragraph.paragraph_format.line_spacing = Pt(points)

    return change


def with_spacing(twips: int) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        for paragraph in book.document.paragraphs:
            for run in paragraph.runs:
                for element in run._r.rPr.findall(qn("w:spacing")):
                    element.set(qn("w:val"), str(twips))

    return change


def footer(change: Callable[[Any], None]) -> Callable[[Book], None]:
    def apply(book: Book) -> None:
        change(book.document.sections[0].footer.paragraphs[0])

    return apply


def _centre(paragraph: Any) -> None:
    paragraph.alignment = ALIGN["中"]


def _no_dashes(paragraph: Any) -> None:
    paragraph.runs[0].text = paragraph.runs[2].text = ""


def _small(paragraph: Any) -> None:
    for run in paragraph.runs:
        run.font.size = Pt(10.5)


def _break(text: str) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        find(book, text).paragraph_format.page_break_before = True

    return change


def _no_break(text: str) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        find(book, text).paragraph_format.page_break_before = False

    return change


def _no_rule(book: Book) -> None:
    for borders in book.document.element.body.iter(qn("w:pBdr")):
        borders.getparent().remove(borders)
        return


def _tint(book: Book) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "FFF2CC")):
        shade.set(qn(f"w:{name}"), value)
    find(book, "各级各部门").runs[0]._r.rPr.append(shade)


def _bold_title(book: Book) -> None:
    find(book, "关于做好").runs[0].bold = True


def _imprint_face(book: Book) -> None:
    book.document.tables[-1].rows[0].cells[0].paragraphs[0].runs[0].font.size = Pt(16)


def _in_paragraphs(copies: str, left: float) -> bytes:
    book = Book()
    book.head()
    book.title(*TITLE)
    book.to()
    book.text(*TEXT)
    book.sealed()
    book.line(f"抄送：{copies}", size=14, left=left, first=-3 if left else 0)
    return book.save()


def meeting(
    *text: str, title: str = "关于召开全市尾矿库安全工作会议的通知", date: str = "2026年11月20日"
) -> bytes:
    return paper(*text, title=("临江市人民政府办公室", title), date=date)


HELD = (
    "经市政府同意，定于2026年11月27日（星期五）上午9:00召开全市尾矿库安全工作会议，地点在市政府三楼会议室。"
)
TIMED = (
    "现将会议有关事项通知如下。",
    "一、会议时间：2026年11月27日（星期五）上午9:00",
    "二、会议地点：市政府三楼会议室",
)


def request(
    end: str = "妥否，请批示。",
    to: str = "临江市人民政府：",
    remark: str = "（联系人：陈某，电话：0971-8230001）",
    kind: str = "请示",
    signer: str = "李某",
) -> bytes:
    return paper(
        "我市现有尾矿库202座，治理资金缺口380万元。", end, mark="临江市应急管理局文件", number="临应急〔2026〕4号", signer=signer,
        title=("临江市应急管理局", f"关于尾矿库治理资金的{kind}"), to=to, organ="临江市应急管理局", remark=remark,
    )  # fmt: skip


def sentence(text: str) -> bytes:
    return paper(TEXT[0], text)


def _letter_with_printing(book: Book) -> None:
    book.imprint("", "临江市应急管理局", "2026年11月18日")


def _letter_numbers(book: Book) -> None:
    book.number_pages()


def _signer_face(book: Book) -> None:
    run = find(book, "临应急").runs[-1]
    run.font.name = "仿宋"
    run._r.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")


def _urgency_above(book: Book) -> None:
    find(book, "秘密")._p.addprevious(find(book, "特急")._p)


def _printed_close(book: Book) -> None:
    run = book.document.tables[-1].rows[-1].cells[0].paragraphs[0].runs[0]
    run.text = "临江市人民政府办公室 2026年11月20日印发"


def _annex_label(text: str, page: bool = True) -> bytes:
    return paper(
        note=("任务分解表",), annexes=((text, "任务分解表"),), tweak=None if page else _no_break(text)
    )


ONE = {"note": ("任务分解表",), "annexes": (("附件", "任务分解表"),)}
TWO = {"note": ("任务分解表", "问题清单"), "annexes": (("附件1", "任务分解表"), ("附件2", "问题清单"))}
GOOD = cache(paper)
of = cache(of)
ORDER_LEFT = (lambda: of(conforming.order, with_align("第12号", "左")), lambda: of(conforming.order))
LONG = "各级各部门要压实安全生产责任，深入排查整治各类风险隐患，坚决防范遏制重特大事故发生。" * 110


def _halve_colon(book: Book) -> None:
    paragraph = find(book, "临政办发")
    paragraph.runs[1].text = "\t签发人:"


def _letter_number_centred(book: Book) -> None:
    find(book, "临应急函").alignment = ALIGN["左"]


def _minutes_to(book: Book) -> None:
    line = book.line("各县（市、区）安委会：")
    find(book, "2026年11月18日")._p.addprevious(line._p)


def _organ(book: Book) -> Any:
    return next(
        each
        for each in book.document.paragraphs
        if each.text == "临江市人民政府办公室" and each.runs[0].font.size == Pt(16)
    )


def _organ_left(book: Book) -> None:
    paragraph = _organ(book)
    paragraph.alignment = ALIGN["左"]
    paragraph.paragraph_format.left_indent = Pt(16)


def _organ_close(book: Book) -> None:
    element = _organ(book)._p
    while not "".join(element.getprevious().itertext()):
        element.getparent().remove(element.getprevious())


def _blanks_at_end(book: Book) -> None:
    for _ in range(3):
        book.document.add_paragraph()


def _label_face(book: Book) -> None:
    paragraph = next(each for each in book.document.paragraphs if each.text == "附件")
    for run in paragraph.runs:
        run.font.name = "仿宋"
        run._r.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")


Case = tuple[Callable[[], bytes], Callable[[], bytes]]

CASES: dict[str, Case] = {
    "page-size": (lambda: paper(tweak=with_page(page_width=216, page_height=279)), GOOD),
    "page-margins": (lambda: paper(tweak=with_page(top_margin=25)), GOOD),
    "type-area": (
        lambda: paper(tweak=with_page(right_margin=32)),
        lambda: of(conforming.compensated_margins),
    ),
    "lines-per-page": (lambda: paper(tweak=with_pitch(28)), lambda: of(conforming.widest_pitch)),
    "characters-per-line": (lambda: paper(tweak=with_spacing(40)), lambda: of(conforming.system_faces)),
    "characters-fit": (lambda: paper(tweak=with_spacing(0)), GOOD),
    "text-colour": (lambda: paper(tweak=with_color("各级各部门", "0000FF")), GOOD),
    "page-number": (lambda: paper(numbered=False), GOOD),
    "page-number-place": (lambda: paper(tweak=footer(_centre)), GOOD),
    "page-number-form": (lambda: paper(tweak=footer(_no_dashes)), GOOD),
    "mark-fits": (
        lambda: paper(mark="临江市安全生产委员会危险化学品安全专业委员会办公室文件"),
        GOOD,
    ),
    "picture-clipped": (lambda: paper(tweak=picture(28)), lambda: paper(tweak=picture(None))),
    "page-number-face": (lambda: paper(tweak=footer(_small)), GOOD),
    "page-number-distance": (lambda: paper(tweak=with_page(footer_distance=12)), GOOD),
    "mark-colour": (lambda: paper(tweak=with_color("临江市人民政府办公室文件", "000000")), GOOD),
    "mark-face": (lambda: paper(tweak=with_face("临江市人民政府办公室文件", "宋体")), GOOD),
    "mark-centred": (lambda: paper(tweak=with_align("临江市人民政府办公室文件", "左")), GOOD),
    "mark-top": (lambda: paper(tweak=without_blank_before("临江市人民政府办公室文件")), GOOD),
    "copy-number": (
        lambda: paper(secrecy="秘密★1年", tweak=with_text("000001", "01")),
        lambda: of(conforming.secret_and_urgent),
    ),
    "secrecy-form": (lambda: paper(secrecy="机密★一年"), lambda: of(conforming.secret_and_urgent)),
    "secrecy-copy-number": (
        lambda: paper(secrecy="秘密★1年", tweak=with_text("000001", "")),
        lambda: of(conforming.secret_and_urgent),
    ),
    "urgency-form": (lambda: paper(urgency="平急"), lambda: paper(urgency="加急")),
    "head-left-face": (
        lambda: paper(urgency="加急", tweak=with_face("加急", "仿宋")),
        lambda: paper(urgency="加急"),
    ),
    "head-order": (
        lambda: paper(secrecy="秘密★1年", urgency="特急", tweak=_urgency_above),
        lambda: of(conforming.secret_and_urgent),
    ),
    "document-number-form": (lambda: paper(number="临政办发[2026]第012号"), GOOD),
    "document-number-place": (
        lambda: paper(tweak=with_align("临政办发", "左")),
        lambda: of(conforming.request),
    ),
    "document-number-face": (lambda: paper(tweak=with_face("临政办发", "宋体")), GOOD),
    "document-number-gap": (lambda: paper(tweak=without_blank_before("临政办发")), GOOD),
    "signer": (lambda: request(signer=""), request),
    "signer-form": (lambda: paper(signer="李某", tweak=_halve_colon), request),
    "red-rule": (lambda: paper(tweak=_no_rule), GOOD),
    "order-number": ORDER_LEFT,
    "letter-number": (lambda: of(conforming.letter, _letter_number_centred), lambda: of(conforming.letter)),
    "letter-first-page": (lambda: of(conforming.letter, _letter_numbers), lambda: of(conforming.letter)),
    "letter-imprint": (lambda: of(conforming.letter, _letter_with_printing), lambda: of(conforming.letter)),
    "minutes-attendance": (
        lambda: of(conforming.minutes, with_face("出席", "仿宋")),
        lambda: of(conforming.minutes),
    ),
    "minutes-no-addressee": (lambda: of(conforming.minutes, _minutes_to), lambda: of(conforming.minutes)),
    "title-face": (lambda: paper(tweak=with_face("关于做好", "黑体")), GOOD),
    "title-size": (lambda: paper(tweak=with_size("关于做好", 20)), GOOD),
    "title-centred": (
        lambda: paper(title=("关于做好尾矿库安全工作的通知",), tweak=with_align("关于做好", "右")),
        GOOD,
    ),
    "title-bold": (lambda: paper(tweak=_bold_title), GOOD),
    "title-gap": (
        lambda: paper(title=("关于做好尾矿库安全工作的通知",), tweak=without_blank_before("关于做好")),
        GOOD,
    ),
    "title-shape": (
        lambda: paper(title=("临江市人民政府办公室关于", "进一步做好尾矿", "库安全度汛工作的通知")),
        GOOD,
    ),
    "title-wrap": (
        lambda: paper(title=("临江市人民政府办公室关于进一步加强岁末年初安全生产工作的通知",)),
        lambda: paper(title=("关于切实做好岁末年初安全生产工作的通知",)),
    ),
    "title-line-width": (
        lambda: paper(title=("临江市人民政府办公室关于进一步做好全市尾矿库", "安全工作的通知")),
        GOOD,
    ),
    "title-end-mark": (lambda: paper(title=("关于做好尾矿库安全工作的通知。",)), GOOD),
    "title-inner-mark": (lambda: paper(title=("关于做好尾矿库，非煤矿山安全工作的通知",)), GOOD),
    "title-kind": (lambda: paper(title=("关于做好尾矿库安全工作",)), GOOD),
    "title-organ": (
        lambda: paper(head=False, title=("关于做好尾矿库安全工作的通知",)),
        lambda: paper(head=False),
    ),
    "title-matter": (lambda: paper(title=("通知",)), GOOD),
    "title-double-kind": (
        lambda: paper(title=("关于转发省安委办关于做好尾矿库", "安全工作的通知的通知")),
        GOOD,
    ),
    "title-double-about": (
        lambda: paper(title=("关于转发省安委办关于做好尾矿库", "安全工作的通知的通知")),
        GOOD,
    ),
    "recipients-flush": (lambda: paper(tweak=with_indent("各县", 32)), GOOD),
    "recipients-gap": (lambda: paper(tweak=without_blank_before("各县")), GOOD),
    "recipients-colon": (lambda: paper(to="各县（市、区）人民政府，市政府各部门:"), GOOD),
    "recipients-face": (lambda: paper(tweak=with_face("各县", "宋体")), GOOD),
    "text-face": (lambda: paper(tweak=with_face("一、", "仿宋")), lambda: of(conforming.system_faces)),
    "text-size": (lambda: paper(tweak=with_size("各级各部门", 15)), GOOD),
    "text-indent": (lambda: paper(tweak=with_indent("各级各部门", 0)), lambda: of(conforming.typed_blanks)),
    "typed-indent": (lambda: of(conforming.typed_blanks), GOOD),
    "first-page-text": (lambda: paper(tweak=_break("为做好")), GOOD),
    "end-parts-face": (lambda: paper(tweak=with_face("2026年", "宋体")), GOOD),
    "number-gap": (lambda: paper(*TEXT[:3], "三、排查隐患", SECOND), GOOD),
    "number-order": (
        lambda: paper(TEXT[0], "1.压实责任", "（一）分清职责", "（二）签字背书"),
        lambda: paper(TEXT[0], "一、压实责任", "（一）分清职责。" + FIRST, "1.分清层级"),
    ),
    "number-mark": (lambda: paper(TEXT[0], "一、压实责任", "（一）、分清职责", "(二)签字背书"), GOOD),
    "date-form": (lambda: paper(date="二〇二六年十一月二十日"), GOOD),
    "date-place": (lambda: paper(tweak=with_align("2026年", "中")), lambda: of(conforming.widest_pitch)),
    "organ-place": (lambda: paper(tweak=_organ_left), GOOD),
    "signature-gap": (lambda: paper(tweak=_organ_close), GOOD),
    "organ-before-date": (lambda: paper(tweak=with_blank_before("2026年", 1)), lambda: of(conforming.order)),
    "signature-together": (GOOD, lambda: format_document(GOOD()).data),
    "trailing-blanks": (lambda: paper(tweak=_blanks_at_end), GOOD),
    "text-missing": (lambda: paper(*TEXT, "（此页无正文）"), GOOD),
    "remark-form": (
        lambda: paper(remark="（联系人：陈某）", tweak=with_indent("（联系人", 0)),
        lambda: paper(remark="（联系人：陈某）"),
    ),
    "note-gap": (lambda: paper(**ONE, tweak=without_blank_before("附件：")), lambda: paper(**ONE)),
    "note-indent": (lambda: paper(**ONE, tweak=with_indent("附件：", 0)), lambda: paper(**ONE)),
    "note-alignment": (lambda: paper(**TWO, tweak=with_indent("2.", 32)), lambda: paper(**TWO)),
    "note-colon": (lambda: paper(**ONE, tweak=with_text("附件：", "附件:")), lambda: paper(**ONE)),
    "note-numbers": (lambda: paper(**TWO, tweak=with_text("2.问题清单", "3.问题清单")), lambda: paper(**TWO)),
    "note-single": (
        lambda: paper(**ONE, tweak=with_text("附件：任务", "附件：1.任务")),
        lambda: paper(**ONE),
    ),
    "note-end-mark": (lambda: paper(note=("任务分解表。",), annexes=ONE["annexes"]), lambda: paper(**ONE)),
    "note-book-marks": (
        lambda: paper(note=("《任务分解表》",), annexes=ONE["annexes"]),
        lambda: paper(**ONE),
    ),
    "annex-label": (lambda: _annex_label("附件："), lambda: paper(**ONE)),
    "annex-label-face": (
        lambda: paper(note=("任务分解表",), annexes=(("附件", "任务分解表"),), tweak=_label_face),
        lambda: paper(**ONE),
    ),
    "annex-page": (lambda: paper(**TWO, tweak=_no_break("附件2")), lambda: paper(**TWO)),
    "annex-title": (lambda: paper(**ONE, tweak=with_align("任务分解表", "左")), lambda: paper(**ONE)),
    "annex-title-face": (lambda: paper(**ONE, tweak=with_face("任务分解表", "宋体")), lambda: paper(**ONE)),
    "annex-missing": (lambda: paper(note=TWO["note"], annexes=TWO["annexes"][:1]), lambda: paper(**TWO)),
    "annex-unlisted": (lambda: paper(annexes=ONE["annexes"]), lambda: paper(**ONE)),
    "annex-name": (lambda: paper(note=("重点任务清单",), annexes=ONE["annexes"]), lambda: paper(**ONE)),
    "annex-reference": (
        lambda: paper(*TEXT[:4], "请按照附件3填报有关情况，及时报送市应急管理局。", **TWO),
        lambda: paper(*TEXT[:4], "请按照附件2填报有关情况，及时报送市应急管理局。", **TWO),
    ),
    "passed-on-annex": (
        lambda: paper(
            "现将《尾矿库治理方案》印发给你们。",
            title=("关于印发《尾矿库治理方案》的通知",),
            annexes=(("附件", "尾矿库治理方案"),),
        ),
        lambda: of(conforming.passed_on),
    ),
    "imprint-rules": (lambda: _in_paragraphs("市委办公室。", 4), GOOD),
    "imprint-foot": (lambda: _in_paragraphs("市委办公室。", 4), GOOD),
    "imprint-face": (lambda: paper(tweak=_imprint_face), GOOD),
    "copies-form": (lambda: paper(copies="市委办公室，市人大常委会办公室"), GOOD),
    "copies-indent": (lambda: _in_paragraphs("市委办公室。", 0), lambda: _in_paragraphs("市委办公室。", 4)),
    "printing-date": (lambda: paper(printed="2026年01月08日"), GOOD),
    "printing-place": (
        lambda: paper(printer="临江市人民政府办公室 2026年11月20日印发　", printed="", tweak=_printed_close),
        GOOD,
    ),
    "printing-order": (lambda: paper(printed="2026年11月18日"), GOOD),
    "subject-words": (lambda: paper(*TEXT, "主题词：安全生产　尾矿库　通知"), GOOD),
    "weekday": (
        lambda: sentence("请于2026年11月27日（星期四）前报送。"),
        lambda: sentence(
            "请于2026年11月27日（星期五）前报送。明细2027年1月5日前补齐，从12月10日（星期四）起执行。"
        ),
    ),
    "impossible-date": (
        lambda: sentence("请于2026年11月31日前报送。"),
        lambda: sentence("请于2026年11月30日前报送。"),
    ),
    "clock": (
        lambda: sentence("请于下午15:00前报送。"),
        lambda: sentence("请于下午3:00前报送，15:00后不再受理。"),
    ),
    "number-year": (lambda: paper(number="临政办发〔2025〕12号"), GOOD),
    "stale-year": (
        lambda: sentence("请于2025年12月10日前报送。"),
        lambda: sentence("2025年12月10日，我市召开了会议。"),
    ),
    "ordinal": (
        lambda: meeting(
            "现就市安委会第五次全体会议有关事项通知如下。地点在三楼会议室，时间为11月27日。",
            title="关于召开市安委会第四次全体会议的通知",
        ),
        lambda: meeting(
            "现就市安委会第四次全体会议有关事项通知如下。地点在三楼会议室，时间为11月27日。",
            title="关于召开市安委会第四次全体会议的通知",
        ),
    ),
    "title-year": (
        lambda: paper(title=("关于做好2025年尾矿库安全工作的通知",)),
        lambda: paper(title=("关于2025年尾矿库安全工作情况的通报",)),
    ),
    "title-and-text": (
        lambda: paper(
            "为做好城镇管道用气安全，现将有关事项通知如下。", FIRST, title=("关于做好森林防灭火工作的通知",)
        ),
        GOOD,
    ),
    "kind-and-text": (lambda: paper("现将尾矿库督查情况通报如下。", FIRST), GOOD),
    "head-and-signature": (
        lambda: paper(organ="临江市应急管理局"),
        lambda: paper(mark="中共临江市委文件", organ="中国共产党临江市委员会"),
    ),
    "meeting-before-issue": (lambda: meeting(HELD, date="2026年11月28日"), lambda: meeting(HELD)),
    "two-meeting-dates": (
        lambda: meeting(HELD, "一、会议时间：2026年11月26日（星期四）上午9:00"),
        lambda: meeting(HELD, "一、会议时间：2026年11月27日（星期五）上午9:00"),
    ),
    "one-date-two-events": (
        lambda: meeting(*TIMED, "请于2026年11月27日前将参会回执报市政府办公室。"),
        lambda: meeting(*TIMED, "请于2026年11月25日前将参会回执报市政府办公室。"),
    ),
    "deadline-after-meeting": (
        lambda: meeting(*TIMED, "请于2026年11月28日前将参会回执报市政府办公室。"),
        lambda: meeting(*TIMED, "请于2026年11月25日前将参会回执报市政府办公室。"),
    ),
    "entry-after-start": (
        lambda: meeting(*TIMED, "请参会人员于9:20前入场。"),
        lambda: meeting(*TIMED, "请参会人员于8:40前入场。"),
    ),
    "meeting-time": (
        lambda: meeting(TIMED[0], "一、会议时间：11月27日上午", TIMED[2]),
        lambda: meeting(*TIMED),
    ),
    "meeting-place": (
        lambda: meeting("定于2026年11月27日上午9:00召开会议，请准时参加。"),
        lambda: meeting(*TIMED),
    ),
    "old-name": (
        lambda: sentence("请将情况报市安监局。"),
        lambda: sentence("原安监局印发的《关于加强安监局管理的通知》停止执行。"),
    ),
    "addressed-and-copied": (lambda: paper(copies="市政府各部门，市委办公室。"), GOOD),
    "recipient-twice": (lambda: paper(to="市教育局、市公安局、市教育局："), GOOD),
    "recipient-marks": (lambda: paper(to="各县（市、区）人民政府；市政府各部门："), GOOD),
    "recipient-order": (lambda: paper(to="市政府各部门，各县（市、区）人民政府："), GOOD),
    "short-name": (lambda: paper(to="青川县："), lambda: paper(to="青川县人民政府：")),
    "post": (lambda: sentence("副县长李某某同志到会讲话。"), lambda: sentence("副市长李某某同志到会讲话。")),
    "upward-one-recipient": (lambda: request(to="临江市人民政府、临江市财政局："), request),
    "upward-to-person": (lambda: request(to="王副市长："), request),
    "request-in-report": (lambda: request(kind="报告"), lambda: request(end="特此报告。", kind="报告")),
    "request-end": (lambda: request(end="特此报告。"), request),
    "request-contact": (lambda: request(remark=""), request),
    "commission-to-government": (
        lambda: paper(mark="临江市安全生产委员会文件", organ="临江市安全生产委员会"),
        lambda: paper(
            "经市政府同意，现将有关事项通知如下。",
            FIRST,
            mark="临江市安全生产委员会文件",
            organ="临江市安全生产委员会",
        ),
    ),
    "length": (lambda: paper(TEXT[0], LONG, title=("关于开展尾矿库专项整治的通知",)), GOOD),
    "frequent-reports": (lambda: sentence("请于每日报送排查情况，实行日报告制度。"), GOOD),
    "marks": (lambda: sentence("各县区要加强领导,压实责任。"), GOOD),
    "pairs": (lambda: sentence("要深入学习《安全生产法，压实责任。"), GOOD),
    "nested-book-marks": (
        lambda: sentence("按照《关于贯彻《安全生产法》的通知》要求办理。"),
        lambda: sentence("按照《关于贯彻〈安全生产法〉的通知》要求办理。"),
    ),
    "ranges": (
        lambda: sentence("检查时间为3月1日-5日，共检查3-5天。"),
        lambda: sentence("检查时间为3月1日—5日，电话0971-8230001，执行GB 6441-2025。"),
    ),
    "etc-and-dots": (
        lambda: sentence("重点检查矿山、危化品、燃气等……"),
        lambda: sentence("重点检查矿山、危化品、燃气等。"),
    ),
    "ordinal-marks": (
        lambda: sentence("一是，压实责任。二是排查隐患。"),
        lambda: sentence("一是压实责任。第一，排查隐患。"),
    ),
    "cited-number": (
        lambda: sentence("按照国办发〔2016〕第088号文件要求办理。"),
        lambda: sentence("按照《方案》（国办发〔2016〕88号）要求办理。"),
    ),
    "wide-digits": (lambda: sentence("共有１１４家企业。"), lambda: sentence("共有114家企业。")),
    "short-year": (lambda: sentence("自26年11月起施行。"), lambda: sentence("自2026年11月起施行。")),
    "dotted-date": (
        lambda: sentence("请于2026.11.23前报送。"),
        lambda: sentence("请于2026年11月23日前报送。"),
    ),
    "padded-date": (lambda: sentence("请于12月05日前报送。"), lambda: sentence("请于12月5日前报送。")),
    "mixed-units": (lambda: sentence("共有4千人参加。"), lambda: sentence("共有3.5万人参加，装机20千瓦。")),
    "percent-range": (lambda: sentence("下降15—30%。"), lambda: sentence("下降15%～30%。")),
    "approximate": (lambda: sentence("约300人左右参加。"), lambda: sentence("约300人参加。")),
    "fixed-words": (lambda: sentence("请于星期5报送。"), lambda: sentence("请于星期五报送，用时2周3天。")),
    "same-form": (
        lambda: sentence("第一季度12起，第2季度9起。"),
        lambda: sentence("第一季度12起，第二季度9起。"),
    ),
    "tag": (lambda: sentence("请{{ 单位 }}于月底前报送。"), GOOD),
    "redaction": (
        lambda: sentence("请XX县人民政府于月底前报送。"),
        lambda: sentence("请××县人民政府于月底前报送。"),
    ),
    "open-item": (lambda: sentence("会议时间待定，另行通知。"), GOOD),
    "unconfirmed": (lambda: paper(tweak=_tint), GOOD),
    "blank-to-fill": (lambda: sentence("请于____前报送【此处填单位】。"), GOOD),
    "markup": (lambda: sentence("## 重点任务"), GOOD),
}
