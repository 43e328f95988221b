"""A paper with its elements recognised; what cannot be recognised is empty, and no rule speaks of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from tongzhi.anatomy.measure import Ruler
from tongzhi.anatomy.nature import Nature
from tongzhi.standard.gbt9704 import GBT9704, Standard
from tongzhi.word.blocks import Table
from tongzhi.word.grid import read_grid

if TYPE_CHECKING:
    from tongzhi.word.blocks import Paragraph
    from tongzhi.word.document import WordDocument
    from tongzhi.word.grid import Cell

RED_HEAD, LETTER, MINUTES, TELEGRAM, ORDER, NO_HEAD = "文件", "信函", "纪要", "电报", "命令", "无红头"


TEMPLATE_TAGS = 6
"""So many tags make a template; fewer are left over from one."""


@dataclass(slots=True)
class Annex:
    """One attachment (or a paper passed on, then without a label): label, title lines, text."""

    label: Paragraph | None
    no: int | None
    title: list[Paragraph] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Its title in one line."""
        return "".join(line.stripped.replace("\n", "") for line in self.title)


@dataclass(frozen=True, slots=True)
class NoteItem:
    """One name of the 附件说明."""

    paragraph: Paragraph
    no: int | None
    name: str


@dataclass(slots=True)
class Knowledge:
    """What the office knows besides the paper: names of bodies, posts of persons, rules it leaves unchecked."""

    units: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    silenced: frozenset[str] = frozenset()


@dataclass(eq=False)
class Paper:
    """The elements of one paper. Lists are empty and single elements `None` when not found."""

    document: WordDocument
    name: str | None = None
    standard: Standard = GBT9704
    knowledge: Knowledge = field(default_factory=Knowledge)
    kind: str = NO_HEAD
    mark: list[Paragraph] = field(default_factory=list)
    copy_no: Paragraph | None = None
    secrecy: Paragraph | None = None
    urgency: Paragraph | None = None
    doc_no: Paragraph | None = None
    issue_no: Paragraph | None = None
    signers: list[Paragraph] = field(default_factory=list)
    rule: Paragraph | None = None
    rule_seen: bool | None = None
    title: list[Paragraph] = field(default_factory=list)
    subtitle: list[Paragraph] = field(default_factory=list)
    recipients: Paragraph | None = None
    body: list[Paragraph] = field(default_factory=list)
    note: list[Paragraph] = field(default_factory=list)
    items: list[NoteItem] = field(default_factory=list)
    organs: list[Paragraph] = field(default_factory=list)
    date: Paragraph | None = None
    remark: list[Paragraph] = field(default_factory=list)
    attendance: list[Paragraph] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)
    imprint: list[Paragraph] = field(default_factory=list)
    cc: Paragraph | None = None
    printed: Paragraph | None = None
    day: dt.date | None = None
    contact: list[Paragraph] = field(default_factory=list)
    cover: list[Paragraph] = field(default_factory=list)
    nature: Nature = field(default_factory=Nature)
    ruler: Ruler = field(init=False)

    def __post_init__(self) -> None:
        self.ruler = Ruler(self.document)

    @property
    def has_head(self) -> bool:
        """Whether there is a red head of any kind."""
        return bool(self.mark)

    @cached_property
    def is_template(self) -> bool:
        """Whether this is a template still to be filled: it is full of tags."""
        tags = sum(line.text.count(tag) for line in self.everything for tag in ("{{", "{%"))
        return tags >= TEMPLATE_TAGS

    @property
    def title_text(self) -> str:
        """The title in one line."""
        return "".join(line.stripped.replace("\n", "") for line in self.title)

    @property
    def mark_text(self) -> str:
        """The mark in one line, without blanks; 文件 in a box of its own stands after the organs."""
        pieces = ["".join(line.text.split()) for line in self.mark]
        return "".join(sorted(pieces, key=lambda piece: piece == "文件"))

    @property
    def texts(self) -> list[Paragraph]:
        """All paragraphs of running text: body, attendance, and the texts of attachments."""
        return [*self.body, *self.attendance, *(line for annex in self.annexes for line in annex.body)]

    @cached_property
    def everything(self) -> list[Paragraph]:
        """Every paragraph that is read, cells and boxes included, in order."""
        found: list[Paragraph] = []
        for block in self.document.blocks:
            found.extend(getattr(block, "paragraphs", None) or ([block] if hasattr(block, "runs") else []))
        return [*found, *self.document.boxes]

    @cached_property
    def shown(self) -> list[Paragraph]:
        """Every paragraph with text: body, cells, attachments and boxes."""
        return [line for line in self.everything if line.stripped]

    @cached_property
    def running(self) -> list[Paragraph]:
        """The paragraphs of text: body, 附件说明, attendance, attachments, cells of tables; all that is no element by itself."""
        others = {
            id(line)
            for line in (
                *self.mark, self.copy_no, self.secrecy, self.urgency, self.doc_no, *self.signers, *self.title,
                self.recipients, *self.organs, self.date, *self.imprint,
            )
            if line is not None
        }  # fmt: skip
        return [line for line in self.shown if id(line) not in others]

    @cached_property
    def grids(self) -> list[tuple[Table, list[list[Cell | None]]]]:
        """The tables of the body, each with its rows as `read_grid` gives them."""
        return [(block, read_grid(block)) for block in self.document.blocks if isinstance(block, Table)]

    def element_of(self, paragraph: Paragraph) -> str:
        """Give the name of the element a paragraph belongs to, for messages."""
        return self._elements.get(id(paragraph)) or ("表格" if paragraph.table is not None else "")

    @cached_property
    def _elements(self) -> dict[int, str]:
        members: dict[str, list[Paragraph | None]] = {
            "正文": [*self.body],
            "附件": [line for annex in self.annexes for line in (annex.label, *annex.title, *annex.body)],
            "附注": [*self.remark],
            "联系人": [*self.contact],
            "封面": [*self.cover],
            "版记": [*self.imprint],
            "发文机关署名": [*self.organs],
            "附件说明": [*self.note],
            "标题": [*self.title],
            "签发人": [*self.signers],
            "发文机关标志": [*self.mark],
            "份号": [self.copy_no],
            "密级": [self.secrecy],
            "紧急程度": [self.urgency],
            "发文字号": [self.doc_no],
            "主送机关": [self.recipients],
            "成文日期": [self.date],
            "抄送机关": [self.cc],
            "印发机关和印发日期": [self.printed],
        }
        return {id(line): name for name, lines in members.items() for line in lines if line is not None}
