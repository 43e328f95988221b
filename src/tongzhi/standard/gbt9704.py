"""The numbers of GB/T 9704-2012《党政机关公文格式》, each with its clause, in one home.

The recipe of the templates, the checker and the repair read them from a `Standard`; `GBT9704` is the
standard as printed, `tongzhi.standard.house` lays an office's own values over it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tongzhi.word.sizes import HAO, Length, Mm, Pt


@dataclass(frozen=True, slots=True)
class Page:
    """Sheet and type area (5.1, 5.2.1); right and bottom white follow from the type area."""

    width: Length = Mm(210)
    height: Length = Mm(297)
    top: Length = Mm(37)
    left: Length = Length(1588)  # 28 mm, rounded so that left + 156 mm + right is exactly the sheet
    area_width: Length = Mm(156)
    area_height: Length = Length(12756)  # 225 mm, rounded likewise
    margin_tolerance: Length = Mm(1)  # 5.2.1 ±1 mm
    register_tolerance: Length = Mm(2)  # 6.2

    @property
    def right(self) -> Length:
        """The white at the right (26 mm)."""
        return Length(self.width - self.left - self.area_width)

    @property
    def bottom(self) -> Length:
        """The white at the foot (35 mm)."""
        return Length(self.height - self.top - self.area_height)


@dataclass(frozen=True, slots=True)
class Grid:
    """Lines and characters of a page (5.2.3).

    The standard names no line spacing in points: 225 mm / 22 gives 28.95 pt, and 29 pt leaves only 21 lines.
    """

    lines: int = 22
    characters: int = 28
    pitch: Length = Pt(28.95)
    spacing: Length = Length(-5)  # between characters of size 3, so that 28 fit into 156 mm
    landscape_lines: int = 15


@dataclass(frozen=True, slots=True)
class Faces:
    """Faces by their usual names (5.2.2, 7.2-7.5, 3.1)."""

    body: str = "仿宋_GB2312"
    title: str = "方正小标宋简体"
    heading1: str = "黑体"
    heading2: str = "楷体_GB2312"
    song: str = "宋体"

    @property
    def mark(self) -> str:
        """The face of the red head: 小标宋 (7.2.4)."""
        return self.title


EQUAL_FACES: dict[str, tuple[str, ...]] = {
    "仿宋_GB2312": (
        "仿宋",
        "FangSong",
        "FangSong_GB2312",
        "STFangsong",
        "华文仿宋",
        "方正仿宋_GBK",
        "方正仿宋简体",
    ),
    "方正小标宋简体": (
        "方正小标宋_GBK",
        "FZXiaoBiaoSong-B05S",
        "FZXiaoBiaoSong-B05",
        "小标宋",
        "华文中宋",
        "方正小标宋",
        "方正小标宋_GB2312",
    ),
    "楷体_GB2312": ("楷体", "KaiTi", "KaiTi_GB2312", "STKaiti", "华文楷体", "方正楷体_GBK", "方正楷体简体"),
    "黑体": ("SimHei", "STHeiti", "方正黑体_GBK", "方正黑体简体", "华文黑体"),
    "宋体": ("SimSun", "STSong", "NSimSun", "新宋体", "方正书宋_GBK", "华文宋体"),
}
"""A face of the standard → the names under which systems and foundries sell the same design."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head above the red rule (7.2)."""

    mark_top: Length = Mm(35)  # 7.2.4: upper edge of the mark below the type area
    mark_size: Length = HAO["初号"]  # free; eye-catching, within the type area
    mark_size_least: Length = HAO["一号"]
    mark_scale_least: int = 66  # narrowing of the glyphs in per cent that still looks right
    mark_width: Length = Mm(152)
    red: str = "FF0000"  # 6.2: Y80 % M80 % in ink; on the screen pure red by practice
    number_blank_lines: int = 2  # 7.2.5
    rule_gap: Length = Mm(4)  # 7.2.7
    rule_width: Length = Pt(1.5)  # thickness is not fixed; 0.35-1 mm is usual
    signers_per_line: int = 2  # 7.2.6
    signer_right_blank: int = 1
    number_left_blank: int = 1  # 7.2.5, upward documents


@dataclass(frozen=True, slots=True)
class Title:
    """The title (7.3.1)."""

    size: Length = HAO["二号"]
    pitch: Length = Pt(32)  # 28.95-36 pt is usual
    blank_lines: int = 2  # under the red rule
    blank_after: int = 1  # 7.3.2


@dataclass(frozen=True, slots=True)
class Body:
    """The text (5.2.2, 7.3.3)."""

    size: Length = HAO["三号"]
    indent: int = 2  # characters


@dataclass(frozen=True, slots=True)
class Signature:
    """Organ, date and seal (7.3.4-7.3.5); blanks in characters of size 3."""

    note_blank_lines: int = 1  # 附件说明, 7.3.4
    sealed_right: int = 4  # date, 7.3.5.1
    unsealed_right: int = 2  # organ, 7.3.5.2
    unsealed_shift: int = 2  # the date starts so far right of the organ
    unsealed_blank_lines: int = 1
    sealed_blank_lines: int = 3  # follows from a seal of 42-45 mm whose top stays within one line of the text
    seals_per_row: int = 3
    seal: Length = Mm(45)


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记 (7.4)."""

    size: Length = HAO["四号"]
    outer_rule: Length = Mm(0.35)
    inner_rule: Length = Mm(0.25)
    blank: int = 1  # left and right, in characters of size 4
    pitch: Length = Pt(24)

    @property
    def outer_eighths(self) -> int:
        """The outer rules as a Word border: 0.35 mm is 1 pt."""
        return 8

    @property
    def inner_eighths(self) -> int:
        """The inner rules as a Word border: 0.25 mm is 0.75 pt."""
        return 6


@dataclass(frozen=True, slots=True)
class PageNumber:
    """页码 (7.5)."""

    size: Length = HAO["四号"]
    below: Length = Mm(7)  # one-em dash below the type area
    blank: int = 1
    dash: str = "—"
    place: str = "外侧"  # 外侧: odd right, even left; 居中 only by a house style


@dataclass(frozen=True, slots=True)
class Letter:
    """信函格式 (10.1)."""

    mark_top: Length = Mm(30)  # from the edge of the sheet
    rule_gap: Length = Mm(4)
    rule_width: Length = Mm(170)
    foot_rule: Length = Mm(20)  # above the foot of the sheet
    element_gap: Length = Pt(14)  # 7/8 of the height of a size-3 character
    title_blank_lines: int = 2


@dataclass(frozen=True, slots=True)
class TableLayout:
    """Tables in attachments; practice, not in the standard."""

    size: Length = HAO["五号"]
    head_size: Length = HAO["五号"]
    pitch: Length = Pt(17)
    rule: Length = Pt(0.5)
    least_size: Length = Pt(10.5)
    most_size: Length = HAO["四号"]
    dense_size: Length = HAO["小五"]
    dense_pitch: Length = Pt(12)


@dataclass(frozen=True, slots=True)
class Standard:
    """All numbers together."""

    page: Page = field(default_factory=Page)
    grid: Grid = field(default_factory=Grid)
    faces: Faces = field(default_factory=Faces)
    head: Head = field(default_factory=Head)
    title: Title = field(default_factory=Title)
    body: Body = field(default_factory=Body)
    signature: Signature = field(default_factory=Signature)
    imprint: Imprint = field(default_factory=Imprint)
    page_number: PageNumber = field(default_factory=PageNumber)
    letter: Letter = field(default_factory=Letter)
    table: TableLayout = field(default_factory=TableLayout)

    def __hash__(self) -> int:
        """Hash the page alone: prepared pieces are kept by their standard, and hashing all numbers costs more than one of them."""
        return hash(self.page)

    @property
    def zi(self) -> Length:
        """The width that one character of the text takes on a full line, for indents (1/28 of 156 mm)."""
        return Length(round(self.page.area_width / self.grid.characters))

    @property
    def title_characters(self) -> float:
        """How many characters of the title fit one line."""
        return self.page.area_width / self.title.size


GBT9704 = Standard()
"""The standard as printed."""

URGENCIES = ("特急", "加急")
TELEGRAM_GRADES = ("特提", "特急", "加急", "平急")
SECRECY_GRADES = ("绝密", "机密", "秘密")
DOCUMENT_KINDS = (
    "决议",
    "决定",
    "命令",
    "令",
    "公报",
    "公告",
    "通告",
    "意见",
    "通知",
    "通报",
    "报告",
    "请示",
    "批复",
    "议案",
    "函",
    "纪要",
)
"""The fifteen 文种 of 条例 第八条 (命令 and 令 are one)."""
