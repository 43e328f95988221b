"""An office's house style as one of its papers shows it: the faces and numbers that differ from the standard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tongzhi.anatomy.levels import face_ranges
from tongzhi.anatomy.measure import family, has_chinese
from tongzhi.anatomy.recognition import recognise
from tongzhi.check import footers
from tongzhi.check.run import read_source
from tongzhi.check.target import common_pitch, lines_of, readings
from tongzhi.errors import InputError, Place
from tongzhi.standard.gbt9704 import GBT9704
from tongzhi.standard.house import house_standard
from tongzhi.word.blocks import Paragraph, Table
from tongzhi.word.document import WordDocument
from tongzhi.word.page import MM
from tongzhi.word.runs import is_red
from tongzhi.word.sizes import Pt, name_size

if TYPE_CHECKING:
    from tongzhi.anatomy.paper import Paper
    from tongzhi.word.page import PageSection


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing that was measured: its group and name in the profile, what the paper has, what the standard says."""

    group: str
    name: str
    value: str
    standard: str
    clause: str
    differs: bool

    def __str__(self) -> str:
        where = "国标" if self.clause else "通常"
        clause = f"，{self.clause}" if self.clause else ""
        return f"{self.name} {self.value}（{where} {self.standard}{clause}）"


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What a sample shows of an office's own layout.

    `faces` and `values` are 字体 and 格式 of a profile (only what differs from the standard), `traits` everything
    that could be measured, `unseen` what the sample does not show (a paper without a red head has no 红头字号).
    """

    faces: dict[str, str] = field(default_factory=dict)
    values: dict[str, str | int | float] = field(default_factory=dict)
    traits: tuple[Trait, ...] = ()
    unseen: tuple[str, ...] = ()

    @property
    def deviations(self) -> list[Trait]:
        """What differs from the standard."""
        return [trait for trait in self.traits if trait.differs]


def learn_style(source: str | Path | bytes, *, name: str | None = None) -> HouseStyle:
    """Give the house style that a sample paper shows; sizes, faces and pitches are those that most of the text has.

    Args:
        source: a path (.docx, or .doc/.wps where an office program is installed) or the bytes of a .docx.
        name: the name that messages give; by default the path's.

    Raises:
        InputError: the file cannot be read, or holds no text to learn from.
        MissingToolError: it is a .doc or .wps and there is no office program.
    """
    data, name = read_source(source, name)
    paper = recognise(WordDocument(data, name), name)
    if not any(len(line.stripped) >= _SENTENCE for line in paper.body):
        raise InputError.one(
            "样本里没有成段的正文，学不到格式",
            "用一份排好版、内容完整的公文作样本",
            place=Place(file=name),
        )
    return _settle(_measured(paper))


_Key = TypeVar("_Key", str, float)
_SENTENCE = 20
"""Characters from which a paragraph shows how the text is set."""

_Measured = Iterator[tuple[str, str, object, object, str]]
"""Group, name, what the paper has (`None`: it does not show it), what the standard says, the clause."""


def _settle(measured: Iterable[tuple[str, str, object, object, str]]) -> HouseStyle:
    style = HouseStyle()
    traits: list[Trait] = []
    unseen: list[str] = []
    for group, name, value, standard, clause in measured:
        if value is None:
            unseen.append(name)
            continue
        differs = value != standard
        traits.append(Trait(group, name, _say(name, value), _say(name, standard), clause, differs))
        if differs and group == "字体":
            style.faces[name] = str(value)
        elif differs:
            style.values[name] = _plain(value) if isinstance(value, int | float) else str(value)
    house_standard(style.faces, style.values)  # what is learnt can be read again
    return HouseStyle(style.faces, style.values, tuple(traits), tuple(unseen))


def _plain(number: float) -> int | float:
    return int(number) if number == int(number) else number


_UNITS = {
    "边距": "毫米",
    "版心宽": "毫米",
    "版心高": "毫米",
    "行距": "磅",
    "粗细": "磅",
    "行数": "行",
    "字数": "字",
}


def _say(name: str, value: object) -> str:
    unit = next((unit for words, unit in _UNITS.items() if name.endswith(words)), "")
    return f"{value:g} {unit}".strip() if isinstance(value, int | float) else str(value)


def _measured(paper: Paper) -> _Measured:
    yield from _page(paper)
    yield from _text(paper)
    yield from _head(paper)
    yield from _number(paper)
    sizes = Counter[float]()
    for block in paper.document.blocks:
        for line in block.paragraphs if isinstance(block, Table) else ():
            if paper.element_of(line) in ("表格", "附件"):
                sizes += _sizes(paper, [line])
    yield "格式", "表格字号", _size(sizes), name_size(GBT9704.table.size), ""


def _page(paper: Paper) -> _Measured:
    """Measure sheet, lines and characters of the first upright section."""
    page, grid = GBT9704.page, GBT9704.grid
    section = next((each for each in paper.document.sections if not each.landscape), None)
    top, left, across, down = _margins(section) if section is not None else (None, None, None, None)
    yield "格式", "上边距", top, round(page.top.mm), "5.2.1"
    yield "格式", "左边距", left, round(page.left.mm), "5.2.1"
    yield "格式", "版心宽", across, round(page.area_width.mm), "5.2.1"
    yield "格式", "版心高", down, round(page.area_height.mm), "5.2.1"
    pitch = common_pitch(paper)
    lines = lines_of(section.text_height, pitch) if section is not None and pitch else None
    usual = lines == grid.lines and down in (None, round(page.area_height.mm))
    yield "格式", "行距", grid.pitch.pt if usual else pitch, grid.pitch.pt, "5.2.3"
    yield "格式", "每页行数", lines, grid.lines, "5.2.3"
    yield "格式", "每行字数", _characters(paper, section), grid.characters, "5.2.3"


def _margins(section: PageSection) -> tuple[float, float, float, float]:
    """Give top, left, width and height of the type area in millimetres; what the standard allows counts as its own."""
    page = GBT9704.page
    near = int(page.margin_tolerance) + 1
    found = (section.top, section.left + section.gutter, section.text_width, section.text_height)
    plain = (page.top, page.left, page.area_width, page.area_height)
    other = readings(GBT9704)[1]
    compensated = (other.top, page.left, page.area_width, page.height - other.top - other.bottom)
    if all(abs(one - two) <= near for one, two in zip(found, compensated, strict=True)):
        found = plain
    top, left, across, down = (
        round(wanted.mm) if abs(one - wanted) <= near else round(one / MM, 1)
        for one, wanted in zip(found, plain, strict=True)
    )
    return top, left, across, down


def _characters(paper: Paper, section: PageSection | None) -> int | None:
    """Give how many characters a line of the text holds, by its size and its spacing or the grid's."""
    if section is None:
        return None
    steps = Counter[float]()
    for line in paper.body:
        for run, look in paper.ruler.formats(line):
            if has_chinese(run.text):
                extra = section.char_space / 4096 if section.grid == "linesAndChars" else look.spacing / 20
                steps[look.size + extra] += len(run.text)
    step = _most(steps)
    return round(section.text_width / 20 / step) if step else None


def _text(paper: Paper) -> _Measured:
    """Measure faces and sizes of the text and the title."""
    faces = {
        face: Counter[str]() for face in (GBT9704.faces.body, GBT9704.faces.heading1, GBT9704.faces.heading2)
    }
    sizes = Counter[float]()
    for line in paper.body:
        if line.table is not None:
            continue
        for start, stop, face in face_ranges(paper, line):
            for run, look in paper.ruler.formats(line, start, stop):
                if has_chinese(run.text):
                    faces[face][look.asian] += len(run.text)
                    sizes[look.size] += len(run.text) if face == GBT9704.faces.body else 0
    standard = GBT9704.faces
    yield "字体", "正文", _face(faces[standard.body], standard.body), standard.body, "5.2.2"
    yield "字体", "一级标题", _face(faces[standard.heading1], standard.heading1), standard.heading1, "7.3.3"
    yield "字体", "二级标题", _face(faces[standard.heading2], standard.heading2), standard.heading2, "7.3.3"
    yield "格式", "正文字号", _size(sizes), name_size(GBT9704.body.size), "5.2.2"
    yield "字体", "标题", _face(_faces(paper, paper.title), standard.title), standard.title, "7.3.1"
    yield "格式", "标题字号", _size(_sizes(paper, paper.title)), name_size(GBT9704.title.size), "7.3.1"
    pitches = Counter[float]()
    for line in paper.title:
        pitch, certain = paper.ruler.line(line)
        pitches[round(pitch, 2)] += len(line.text) if certain else 0
    apart = _most(+pitches)
    usual = apart is not None and _LEAST_TITLE <= apart <= _MOST_TITLE
    yield "格式", "标题行距", GBT9704.title.pitch.pt if usual else apart, GBT9704.title.pitch.pt, ""


_LEAST_TITLE, _MOST_TITLE = 28.9, 36
"""Points between lines of a title that are usual; the standard fixes none."""


def _head(paper: Paper) -> _Measured:
    """Measure size and red of the mark, and the rule below it."""
    colours = Counter[str]()
    for line in paper.mark:
        for run, look in paper.ruler.formats(line):
            if is_red(look.color):
                colours[look.color.upper()] += len(run.text)
    yield "格式", "红头字号", _size(_sizes(paper, paper.mark)), name_size(GBT9704.head.mark_size), ""
    yield "格式", "红色", _most(colours), GBT9704.head.red, "6.2"
    width = None
    if paper.rule is not None:
        drawn = [
            border
            for side in ("bottom", "top", "between")
            if (border := paper.rule.properties.get(f"border.{side}")) is not None and border.is_drawn
        ]
        width = round(drawn[0].width, 2) if drawn else None
    usual = width is not None and _LEAST_RULE <= width <= _MOST_RULE
    yield "格式", "红线粗细", GBT9704.head.rule_width.pt if usual else width, GBT9704.head.rule_width.pt, ""


_LEAST_RULE, _MOST_RULE = 1.0, 3.0
"""Points of the red rule that are usual (0.35 to 1 mm)."""


def _number(paper: Paper) -> _Measured:
    """Measure where the page number stands and its face."""
    found = footers.numbers(paper)
    sides = {side for line, _ in found if (side := footers.side_of(paper, line)) is not None}
    place = None if not sides else "居中" if sides == {"center"} else "外侧"
    yield "格式", "页码位置", place, GBT9704.page_number.place, "7.5"
    faces = Counter[str]()
    for line, _ in found:
        for run, look in paper.ruler.formats(line):
            faces[look.asian if has_chinese(run.text) or "—" in run.text else look.latin] += len(run.text)
    yield "字体", "页码", _face(faces, GBT9704.faces.song), GBT9704.faces.song, "7.5"


def _faces(paper: Paper, lines: list[Paragraph]) -> Counter[str]:
    found = Counter[str]()
    for line in lines:
        for run, look in paper.ruler.formats(line):
            if has_chinese(run.text):
                found[look.asian] += len(run.text)
    return found


def _sizes(paper: Paper, lines: list[Paragraph]) -> Counter[float]:
    found = Counter[float]()
    for line in lines:
        for run, look in paper.ruler.formats(line):
            found[look.size] += len(run.text)
    return found


def _face(found: Counter[str], standard: str) -> str | None:
    """Give the face that most of the text has; a face of the same design under another name is the standard's."""
    face = _most(found)
    if not face:
        return None
    return standard if family(face) == family(standard) else face


def _size(found: Counter[float]) -> str | None:
    size = _most(found)
    return None if size is None else name_size(Pt(size))


def _most(found: Counter[_Key]) -> _Key | None:
    return max(found, key=lambda key: found[key]) if found else None
