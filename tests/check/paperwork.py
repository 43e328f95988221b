"""Papers made with python-docx, by hand as an office would: the building blocks of the check tests."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

ALIGN = {
    "左": WD_ALIGN_PARAGRAPH.LEFT,
    "中": WD_ALIGN_PARAGRAPH.CENTER,
    "右": WD_ALIGN_PARAGRAPH.RIGHT,
    "齐": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
ZI = 15.8


@dataclass
class Book:
    """A paper in the making; `pitch`, faces and margins are its own conforming choice."""

    pitch: float = 28.95
    top: float = 37
    bottom: float = 35
    fang: str = "仿宋_GB2312"
    kai: str = "楷体_GB2312"
    hei: str = "黑体"
    song: str = "方正小标宋简体"
    spacing: int = -5
    numbered: bool = True
    document: Any = field(default_factory=docx.Document)

    def __post_init__(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(self.top), Mm(self.bottom)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        section.header_distance, section.footer_distance = Mm(15), Mm(25.2)
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = self.fang, Pt(16)
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), self.fang)
        normal.paragraph_format.space_after = Pt(0)
        if self.numbered:
            self.number_pages()

    def line(
        self,
        text: str = "",
        face: str | None = None,
        size: float = 16,
        *,
        align: str = "齐",
        first: float = 0,
        left: float = 0,
        right: float = 0,
        color: str | None = None,
        pitch: float | None = None,
        bold: bool = False,
        page: bool = False,
        container: Any = None,
    ) -> Any:
        """Add a paragraph; indents in characters."""
        paragraph = (container or self.document).add_paragraph()
        form = paragraph.paragraph_format
        paragraph.alignment = ALIGN[align]
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(pitch or self.pitch)
        form.space_before = form.space_after = Pt(0)
        form.page_break_before = page or None
        if first:
            form.first_line_indent = Pt(first * size)
            chars = "firstLineChars" if first > 0 else "hangingChars"
            paragraph._p.pPr.ind.set(qn(f"w:{chars}"), str(round(abs(first) * 100)))
        if left:
            form.left_indent = Pt(left * ZI)
        if right:
            form.right_indent = Pt(right * ZI)
        if text:
            self.run(paragraph, text, face, size, color=color, bold=bold)
        return paragraph

    def run(
        self,
        paragraph: Any,
        text: str,
        face: str | None = None,
        size: float = 16,
        *,
        color: str | None = None,
        bold: bool = False,
    ) -> Any:
        """Add a run to a paragraph."""
        run = paragraph.add_run(text)
        face = face or self.fang
        run.font.name, run.font.size = face, Pt(size)
        run._r.rPr.rFonts.set(qn("w:eastAsia"), face)
        run._r.rPr.rFonts.set(qn("w:hint"), "eastAsia")
        run.bold = bold or None
        if color:
            run.font.color.rgb = RGBColor.from_string(color)
        if self.spacing and size == 16:
            element = OxmlElement("w:spacing")
            element.set(qn("w:val"), str(self.spacing))
            run._r.rPr.append(element)
        return run

    def blank(self, count: int = 1) -> None:
        """Add empty lines."""
        for _ in range(count):
            self.line()

    def head(
        self,
        mark: str = "临江市人民政府办公室文件",
        number: str = "临政办发〔2026〕12号",
        signer: str = "",
        secrecy: str = "",
        urgency: str = "",
    ) -> None:
        """Add a red head with its rule; the mark 35 mm below the type area."""
        used = 0
        if secrecy:
            self.line("000001", align="左")
            self.line(secrecy, self.hei, align="左")
            used += 2
        if urgency:
            self.line(urgency, self.hei, align="左")
            used += 1
        self.line(pitch=max(2.0, 99.2 - 15 - used * self.pitch), size=10)
        self.line(mark, self.song, 36, align="中", color="FF0000", pitch=56)
        self.blank(2)
        if signer:
            paragraph = self.line(number, align="左", left=1)
            paragraph.paragraph_format.tab_stops.add_tab_stop(
                Pt(442 - 16), docx.enum.text.WD_TAB_ALIGNMENT.RIGHT
            )
            self.run(paragraph, "\t签发人：")
            self.run(paragraph, signer, self.kai)
            paragraph.paragraph_format.left_indent = None
            paragraph.paragraph_format.first_line_indent = Pt(16)
        else:
            paragraph = self.line(number, align="中")
        self.border(paragraph)
        self.blank(2)

    def border(self, paragraph: Any, color: str = "FF0000", size: int = 12) -> None:
        """Draw a rule under a paragraph."""
        borders = OxmlElement("w:pBdr")
        bottom = OxmlElement("w:bottom")
        for name, value in (("val", "single"), ("sz", str(size)), ("space", "5"), ("color", color)):
            bottom.set(qn(f"w:{name}"), value)
        borders.append(bottom)
        paragraph._p.get_or_add_pPr().insert_element_before(
            borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )

    def title(self, *lines: str) -> None:
        """Add the title, one paragraph a line, and the blank line after it."""
        for each in lines:
            self.line(each, self.song, 22, align="中", pitch=32)
        self.blank()

    def to(self, text: str = "各县（市、区）人民政府，市政府各部门、各直属机构：") -> None:
        """Add the addressees."""
        self.line(text)

    def text(self, *paragraphs: str) -> None:
        """Add paragraphs; 一、 in 黑体, （一） in 楷体 (its first sentence when more follows)."""
        for each in paragraphs:
            face = (
                self.hei
                if each[1:2] == "、" and each[0] in "一二三四五六七八九十"
                else self.kai
                if each[:1] == "（" and each[1] in "一二三四五"
                else None
            )
            stop = each.find("。") + 1
            if face and stop and stop < len(each):
                paragraph = self.line(each[:stop], face, first=2)
                self.run(paragraph, each[stop:])
            else:
                self.line(each, face, first=2)

    def note(self, *names: str) -> None:
        """Add the 附件说明."""
        self.blank()
        if len(names) == 1:
            self.line(f"附件：{names[0]}", left=5, first=-3)
            return
        for number, name in enumerate(names, 1):
            if number == 1:
                self.line(f"附件：1.{name}", left=6, first=-4)
            else:
                self.line(f"{number}.{name}", left=6, first=-1)

    def sealed(self, organ: str = "临江市人民政府办公室", date: str = "2026年11月20日", gap: int = 3) -> None:
        """Sign as for a seal: organ centred on the date, date four from the right."""
        self.blank(gap)
        left = 20 - width(date)
        self.line(organ, align="中", left=left)
        self.line(date, align="中", left=left)

    def unsealed(self, organ: str = "临江市人民政府办公室", date: str = "2026年11月20日") -> None:
        """Sign without a seal: organ two from the right, the date's start two to the right of the organ's."""
        self.blank()
        if width(organ) > width(date):
            self.line(organ, align="右", right=2)
            self.line(date, align="左", left=28 - width(organ))
        else:
            left = 26 - width(date)
            self.line(organ, align="左", left=left - 2)
            self.line(date, align="左", left=left)

    def annex(self, label: str, title: str, *paragraphs: str) -> None:
        """Add an attachment on a page of its own."""
        self.line(label, self.hei, align="左", page=True)
        self.title_after_label(title)
        self.text(*paragraphs)

    def title_after_label(self, title: str) -> None:
        """Add an attachment's title on line 3."""
        self.blank()
        self.line(title, self.song, 22, align="中", pitch=32)
        self.blank()

    def imprint(
        self,
        copies: str = "市委办公室，市人大常委会办公室，市政协办公室。",
        printer: str = "临江市人民政府办公室",
        printed: str = "2026年11月20日",
        *,
        in_table: bool = True,
    ) -> None:
        """Add the 版记 as a table of one column."""
        rows = ([f"抄送：{copies}"] if copies else []) + ([""] if printer else [])
        if not in_table:
            for row in rows:
                if row:
                    self.line(row, size=14, left=4, first=-3)
                else:
                    self._printed(self.line(size=14), printer, printed)
            return
        table = self.document.add_table(rows=len(rows), cols=1)
        self.rules(table)
        for row, cell in zip(rows, (each.cells[0] for each in table.rows), strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            if row:
                paragraph.paragraph_format.left_indent = Pt(14 * 4)
                paragraph.paragraph_format.first_line_indent = Pt(-14 * 3)
                self.run(paragraph, row, size=14)
            else:
                self._printed(paragraph, printer, printed)

    def rules(self, table: Any) -> None:
        """Draw the rules of a 版记."""
        borders = OxmlElement("w:tblBorders")
        for side, size in (("top", 8), ("bottom", 8), ("insideH", 6)):
            element = OxmlElement(f"w:{side}")
            for name, value in (("val", "single"), ("sz", str(size)), ("space", "0"), ("color", "000000")):
                element.set(qn(f"w:{name}"), value)
            borders.append(element)
        table._tbl.tblPr.append(borders)

    def _printed(self, paragraph: Any, printer: str, printed: str) -> None:
        paragraph.paragraph_format.left_indent = Pt(14)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(442 - 14), docx.enum.text.WD_TAB_ALIGNMENT.RIGHT)
        self.run(paragraph, f"{printer}\t{printed}印发", size=14)

    def number_pages(self) -> None:
        """Put page numbers on the outer side."""
        settings = self.document.settings
        settings.odd_and_even_pages_header_footer = True
        section = self.document.sections[0]
        for footer, align in ((section.footer, "右"), (section.even_page_footer, "左")):
            footer.is_linked_to_previous = False
            paragraph = footer.paragraphs[0]
            paragraph.alignment = ALIGN[align]
            if align == "右":
                paragraph.paragraph_format.right_indent = Pt(14)
            else:
                paragraph.paragraph_format.left_indent = Pt(14)
            for part in ("— ", "PAGE", " —"):
                run = self.run(paragraph, "" if part == "PAGE" else part, "宋体", 14)
                if part == "PAGE":
                    for kind in ("begin", "code", "end"):
                        element = OxmlElement("w:instrText" if kind == "code" else "w:fldChar")
                        if kind == "code":
                            element.text = " PAGE "
                        else:
                            element.set(qn("w:fldCharType"), kind)
                        run._r.append(element)

    def landscape(self) -> None:
        """Go on across."""
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.top_margin, section.bottom_margin = Mm(28), Mm(26)
        section.left_margin, section.right_margin = Mm(35), Mm(37)

    def page_break(self) -> None:
        """Break the page in a paragraph of its own."""
        self.line().add_run().add_break(WD_BREAK.PAGE)

    def save(self) -> bytes:
        """Give the file."""
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()


def width(text: str) -> float:
    """Give the width of text in characters."""
    return sum(0.5 if ord(mark) < 128 else 1.0 for mark in text)


OPENING = (
    "为认真贯彻落实省安全生产工作会议精神，切实做好岁末年初安全生产工作，经市政府同意，现将有关事项通知如下。"
)
FIRST = "各级各部门要坚持人民至上、生命至上，压实安全生产责任，聚焦重点行业领域，深入排查整治各类风险隐患，坚决防范遏制重特大事故。"
SECOND = (
    "严格落实领导带班和关键岗位二十四小时值班制度，遇有突发情况及时报告、妥善处置，确保信息畅通、反应迅速。"
)
