"""How each element is set: the layout that repairs give it. Applying one twice changes nothing more."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from tongzhi.anatomy.measure import rise, same_face, space_above, width
from tongzhi.check.target import Target
from tongzhi.layout.mark import fit_mark
from tongzhi.word import edit
from tongzhi.word.blocks import Paragraph, is_blank_element, outer_blanks, read_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongzhi.anatomy.paper import Paper
    from tongzhi.word.markup import Element
    from tongzhi.word.runs import Run

TINT = "FFF2CC"
"""Shading of words that a person has still to confirm."""


class Restyler:
    """Sets elements of one paper; knows its target layout. In an internal paper faces, sizes and lines stay its own."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.standard = paper.standard
        self.target = Target.of(paper)
        self.zi = int(self.standard.body.size)
        self.is_gentle = not paper.nature.is_official

    # ---------------------------------------------------------------- pieces

    def _touch(self) -> None:
        self.paper.document.touched.add(self.paper.document.main)

    def _runs(
        self,
        paragraph: Paragraph,
        face: str,
        half_points: int,
        *,
        spacing: int | None = None,
        color: str = "auto",
        start: int = 0,
        end: int | None = None,
    ) -> None:
        stop = len(paragraph.text) if end is None else end
        for run in paragraph.runs:
            if run.field == "math" or run.end <= start or run.start >= stop:
                continue
            self._run(run, paragraph, face, half_points, spacing, color)
        if start == 0 and end is None:
            for part in edit.field_runs(paragraph.element):
                inner = edit.run_properties(part)
                self._face(inner, face, "", "")
                edit.set_size(inner, half_points)
            mark = edit.run_properties(edit.paragraph_properties(paragraph.element))
            self._face(mark, face, "", "")
            edit.set_size(mark, half_points)

    def _run(
        self, run: Run, paragraph: Paragraph, face: str, half_points: int, spacing: int | None, color: str
    ) -> None:
        look = self.paper.ruler.format(run, paragraph)
        properties = edit.run_properties(run.element)
        self._face(properties, face, look.asian, look.latin)
        edit.set_size(properties, half_points)
        keeps_black = color == "auto" and look.is_black
        keeps_red = color != "auto" and look.is_red
        if not (keeps_black or keeps_red):
            edit.set_color(properties, color)
        if spacing is not None:
            edit.set_spacing(properties, spacing)

    @staticmethod
    def _face(properties: Element, wanted: str, asian: str, latin: str) -> None:
        face = asian if asian and same_face(asian, wanted) else wanted
        edit.set_face(properties, face, latin=latin if latin == "Times New Roman" else None)

    def _paragraph(
        self,
        paragraph: Paragraph,
        *,
        align: str,
        left: float = 0,
        right: float = 0,
        first: float = 0,
        zi: int | None = None,
        pitch: int | None = None,
        keeps_pitch: bool = False,
    ) -> Element:
        self._touch()
        if edit.strip_outer_blanks(paragraph):
            self._reread(paragraph)
        properties = edit.paragraph_properties(paragraph.element)
        edit.set_alignment(properties, align)
        edit.set_indents(properties, zi=zi or self.zi, left=left, right=right, first=first)
        if not keeps_pitch and not paragraph.pictures and not paragraph.equation:
            edit.set_line(properties, pitch or self.target.pitch)
        return properties

    @staticmethod
    def _reread(paragraph: Paragraph) -> None:
        fresh = read_paragraph(paragraph.element, paragraph.index)
        paragraph.runs, paragraph.text = fresh.runs, fresh.text

    # ---------------------------------------------------------------- elements

    @property
    def body_size(self) -> int:
        """Size of the text in half-points."""
        return self.standard.body.size.half_points

    def spacing(self, half_points: int | None = None) -> int | None:
        """Give the space between characters that lets 28 of them fit a line."""
        return int(self.standard.grid.spacing) if half_points in (None, self.body_size) else None

    def body(self, paragraph: Paragraph, faces: list[tuple[int, int, str]]) -> None:
        """Set a paragraph of text; `faces` gives the face of each range of its characters."""
        if self.is_gentle:
            own = round(self.paper.ruler.size(paragraph) * 20)
            self._paragraph(
                paragraph, align="both", first=self.standard.body.indent, zi=own, keeps_pitch=True
            )
            return
        before, _ = outer_blanks(paragraph)
        align = (
            "left" if "\n" in paragraph.stripped else "both"
        )  # a justified line that ends by hand is torn apart
        self._paragraph(paragraph, align=align, first=self.standard.body.indent)
        faces = [(max(0, start - before), end - before, face) for start, end, face in faces]
        for start, _, _ in faces[1:]:
            self._split(paragraph, start)
        if len(faces) == 1:
            self._runs(paragraph, faces[0][2], self.body_size, spacing=self.spacing())
            return
        self._runs(paragraph, self.standard.faces.body, self.body_size, spacing=self.spacing())
        for start, end, face in faces:
            self._runs(paragraph, face, self.body_size, spacing=self.spacing(), start=start, end=end)

    def _split(self, paragraph: Paragraph, at: int) -> None:
        for run in paragraph.runs:
            if run.start < at < run.end and run.field != "math":
                if edit.split_run(run, at - run.start) is not None:
                    self._reread(paragraph)
                return

    def text_size(self, paragraph: Paragraph) -> None:
        """Set only size, face and line of a paragraph whose place is its own affair."""
        self._touch()
        edit.set_line(edit.paragraph_properties(paragraph.element), self.target.pitch)
        self._runs(paragraph, self.standard.faces.body, self.body_size, spacing=self.spacing())

    def title(self, paragraph: Paragraph) -> None:
        """Set one line of the title (7.3.1)."""
        if self.is_gentle:
            self._paragraph(paragraph, align="center", keeps_pitch=True)
            return
        properties = self._paragraph(paragraph, align="center", pitch=int(self.standard.title.pitch))
        edit.switch_on(properties, "keepNext")
        if paragraph is not self.paper.rule:
            edit.drop(properties, "pBdr")
        self._runs(paragraph, self.standard.faces.title, self.standard.title.size.half_points, spacing=0)
        for run in paragraph.runs:
            if run.field != "math" and self.paper.ruler.format(run, paragraph).bold:
                edit.set_plain(edit.run_properties(run.element))

    def narrow_title(self, paragraph: Paragraph, room: float) -> None:
        """Set the title in a measure of `room` of its characters, so that it wraps where it should."""
        self.title(paragraph)
        size = int(self.standard.title.size)
        side = (self.standard.page.area_width - room * size) / 2
        properties = edit.paragraph_properties(paragraph.element)
        edit.set_indents(properties, zi=1, left=side, right=side, in_characters=False)

    def flush(self, paragraph: Paragraph, face: str | None = None) -> None:
        """Set a paragraph flush left in size 3 (主送机关, 份号, 密级, 附件 label)."""
        whole = len(paragraph.text) > 20 and "\n" not in paragraph.stripped
        self._paragraph(paragraph, align="both" if whole else "left")
        self._runs(paragraph, face or self.standard.faces.body, self.body_size, spacing=self.spacing())

    def note(self, paragraph: Paragraph, *, left: float, first: float) -> None:
        """Set one name of the 附件说明 (7.3.4)."""
        self._paragraph(paragraph, align="left", left=left, first=first)
        self._runs(paragraph, self.standard.faces.body, self.body_size, spacing=self.spacing())

    def placed(self, paragraph: Paragraph, *, align: str, left: float = 0, right: float = 0) -> None:
        """Set organ, date or number at a computed place."""
        properties = self._paragraph(paragraph, align=align)
        edit.set_indents(properties, zi=int(self.standard.zi), left=left, right=right, in_characters=False)
        edit.set_tight_digits(properties)
        self._runs(paragraph, self.standard.faces.body, self.body_size, spacing=self.spacing())

    def mark(self, paragraph: Paragraph) -> None:
        """Set the mark: red 小标宋, centred, of a size that fits the type area (7.2.4)."""
        self._touch()
        edit.strip_outer_blanks(paragraph)
        self._reread(paragraph)
        head = self.standard.head
        size, scale = self.paper.ruler.size(paragraph), 100
        room = float(head.mark_width) / 20 / max(1.0, width(paragraph.stripped))
        if size < head.mark_size_least.pt or size > room:
            fitted = fit_mark(paragraph.stripped, self.standard)  # blanks typed between its characters count
            size, scale = fitted.size.pt, fitted.scale
        properties = edit.paragraph_properties(paragraph.element)
        edit.set_alignment(properties, "center")
        edit.set_indents(properties, zi=self.zi)
        self._runs(paragraph, self.standard.faces.mark, int(size * 2), spacing=0, color=head.red)
        for run in paragraph.runs:
            if run.field != "math" and scale < 100:
                edit.set_scale(edit.run_properties(run.element), scale)

    def mark_top(self, paragraph: Paragraph) -> None:
        """Bring the mark's upper edge to 35 mm below the type area's (7.2.4): one empty line of the height wanted."""
        self.blank_before(paragraph, 0)
        for block in list(self.paper.document.blocks):
            if block is not paragraph and isinstance(block, Paragraph) and block.element.getparent() is None:
                self.paper.document.blocks.remove(block)
        above = space_above(self.paper)
        assert above is not None
        size = self.paper.ruler.size(paragraph)
        height = round(size * 1.6)
        edit.set_line(edit.paragraph_properties(paragraph.element), height * 20)
        missing = self.standard.head.mark_top.pt - above[0] - rise(height, size, exact=True)
        if missing >= 1:
            spacer = edit.blank_paragraph(round(missing * 20), 2, self.standard.faces.body)
            paragraph.element.addprevious(spacer)

    def red_rule(self, paragraph: Paragraph) -> None:
        """Draw the red rule under the number (7.2.7)."""
        self._touch()
        properties = edit.paragraph_properties(paragraph.element)
        edit.set_bottom_border(
            properties, eighths=self.standard.head.rule_width.eighths, space=5, color=self.standard.head.red
        )

    def imprint(self, paragraph: Paragraph, *, left: float, hanging: float = 0, right: float = 1) -> None:
        """Set a line of the 版记 in size 4 (7.4.2, 7.4.3)."""
        size = self.standard.imprint.size
        self._paragraph(
            paragraph,
            align="left",
            left=left,
            first=-hanging,
            right=right,
            zi=int(size),
            keeps_pitch=True,
        )
        self._runs(paragraph, self.standard.faces.body, size.half_points)

    def remark(self, paragraph: Paragraph) -> None:
        """Set the 附注: two characters from the left, wraps flush (7.3.6)."""
        self._paragraph(paragraph, align="left", first=2)
        self._runs(paragraph, self.standard.faces.body, self.body_size, spacing=self.spacing())

    def tighten(self, paragraph: Paragraph) -> None:
        """Leave no extra space between Chinese and digits."""
        edit.set_tight_digits(edit.paragraph_properties(paragraph.element))

    def widen(self, paragraph: Paragraph, span: tuple[int, int], twips: int) -> None:
        """Give the characters of a range so much more space after each."""
        for at in span:
            self._split(paragraph, at)
        for run in paragraph.runs:
            if run.start >= span[0] and run.end <= span[1]:
                edit.set_spacing(edit.run_properties(run.element), twips)

    def imprint_face(self, paragraph: Paragraph) -> None:
        """Set only the face and size of a line of the 版记."""
        self._touch()
        self._runs(paragraph, self.standard.faces.body, self.standard.imprint.size.half_points)

    def signer_name(self, paragraph: Paragraph) -> None:
        """Set the names after 签发人： in 楷体 (7.2.6)."""
        self._touch()
        at = paragraph.text.find("人") + 1
        while paragraph.text[at : at + 1] in ("：", ":", " "):
            at += 1
        self._split(paragraph, at)
        face = self.standard.faces.heading2
        self._runs(paragraph, face, self.body_size, spacing=self.spacing(), start=at, end=len(paragraph.text))

    def color(self, paragraph: Paragraph) -> None:
        """Make the text of a paragraph black (5.2.4)."""
        self._touch()
        for run in paragraph.runs:
            look = self.paper.ruler.format(run, paragraph)
            if run.field != "math" and not look.is_black:
                edit.set_color(edit.run_properties(run.element), "auto")

    def keep_with_next(self, paragraphs: list[Paragraph]) -> None:
        """Keep paragraphs, and the empty lines before each, on the page of what follows."""
        self._touch()
        for line in paragraphs:
            blanks = takewhile(is_blank_element, line.element.itersiblings(preceding=True))
            for element in [*blanks, line.element]:
                edit.switch_on(edit.paragraph_properties(element), "keepNext")

    def blanks_at_end(self) -> list[Element]:
        """Give the empty paragraphs after everything shown; one behind a table stays, as Word wants it."""
        found = list(takewhile(is_blank_element, self._from_end()))
        before = found[-1].getprevious() if found else None
        if before is None:
            return []
        return found if before.tag == found[-1].tag else found[:-1]

    def _from_end(self) -> Iterator[Element]:
        children = [child for child in self.paper.document.body if isinstance(child.tag, str)]
        return iter([child for child in reversed(children) if not child.tag.endswith("}sectPr")])

    def drop_blanks(self, blanks: list[Element]) -> None:
        """Take empty paragraphs out."""
        self._touch()
        for blank in blanks:
            parent = blank.getparent()
            if parent is not None:
                parent.remove(blank)

    def blank_before(self, paragraph: Paragraph, count: int) -> None:
        """Have exactly `count` empty lines before a paragraph."""
        self._touch()
        element = paragraph.element
        blanks: list[Element] = []
        for other in element.itersiblings(preceding=True):
            if not is_blank_element(other):
                break
            blanks.append(other)
        for extra in blanks[count:]:
            parent = extra.getparent()
            assert parent is not None
            parent.remove(extra)
        for blank in blanks[:count]:
            properties = edit.paragraph_properties(blank)
            edit.set_line(properties, self.target.pitch)
        for _ in range(count - len(blanks)):
            element.addprevious(
                edit.blank_paragraph(self.target.pitch, self.body_size, self.standard.faces.body)
            )
        edit.drop_outer_space(edit.paragraph_properties(element))
        before = next(
            (other for other in element.itersiblings(preceding=True) if not is_blank_element(other)), None
        )
        if before is not None and before.tag == element.tag:
            edit.drop_outer_space(edit.paragraph_properties(before), after_only=True)
