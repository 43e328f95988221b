"""Revisions in Word's own marks: accepting those that are there, writing new ones."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Literal

from lxml import etree

from tongzhi.word.markup import Element, w

Change = Literal["ins", "del", "moveFrom", "moveTo"]
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_GONE = (w("del"), w("moveFrom"))
_STAYS = (w("ins"), w("moveTo"))
_MARKS = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange", "tblGridChange", "tblPrExChange")  # fmt: skip
_TEXT = {w("t"): "", w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}


def accept_all(root: Element) -> None:
    """Take every revision of a part as accepted: inserted text is text, deleted text is gone.

    A paragraph whose mark was deleted is joined with the one after it.
    """
    for name in _MARKS:
        for element in list(root.iter(w(name))):
            _drop(element)
    for row in list(root.iter(w("tr"))):
        properties = row.find(w("trPr"))
        if properties is not None and properties.find(w("del")) is not None:
            _drop(row)
    for table in list(root.iter(w("tbl"))):
        if table.find(w("tr")) is None:
            _drop(table)
    joined = [p for p in root.iter(w("p")) if p.find(f"{w('pPr')}/{w('rPr')}/{w('del')}") is not None]
    for tag in _GONE:
        for element in list(root.iter(tag)):
            _drop(element)
    for tag in _STAYS:
        for element in list(root.iter(tag)):
            _unwrap(element)
    for paragraph in joined:
        _join(paragraph)


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    parent[at : at + 1] = list(element)


def _join(paragraph: Element) -> None:
    following = paragraph.getnext()
    inner = [child for child in paragraph if child.tag != w("pPr")]
    if following is None or following.tag != w("p"):
        if not inner:
            _drop(paragraph)
        return
    at = 1 if following.find(w("pPr")) is not None else 0
    for child in reversed(inner):
        following.insert(at, child)
    _drop(paragraph)


@dataclass(frozen=True, slots=True)
class Atom:
    """One character of a paragraph, or one thing that is none (a picture, a field mark), with the run it stands in."""

    text: str
    run: Element
    part: Element


THING = "\ufffc"
"""What stands in a text for something that is no character."""


def atoms_of(paragraph: Element) -> list[Atom]:
    """Give the atoms of a paragraph in order; text boxes within pictures are not entered."""
    found: list[Atom] = []
    for run in _runs(paragraph):
        for part in run:
            if part.tag == w("rPr") or not isinstance(part.tag, str):
                continue
            if part.tag == w("t"):
                found += [Atom(char, run, part) for char in part.text or ""]
            else:
                found.append(Atom(_TEXT.get(part.tag, THING), run, part))
    return found


def _runs(parent: Element) -> Iterable[Element]:
    for child in parent:
        if child.tag == w("r"):
            yield child
        elif child.tag in (
            w("hyperlink"),
            w("smartTag"),
            w("sdt"),
            w("sdtContent"),
            w("fldSimple"),
            w("customXml"),
            w("ins"),
            w("moveTo"),
        ):
            yield from _runs(child)


class Reviser:
    """Writes revisions, all by one author at one time, numbered one after another.

    Args:
        author: the name that Word shows.
        date: ISO 8601, `2026-11-30T00:00:00Z`.
        first: the first id; ids of a document must differ.
    """

    def __init__(self, author: str, date: str, first: int = 90_000) -> None:
        self.author, self.date = author, date
        self._ids = count(first)
        self._names = count(1)

    def mark(self, kind: str) -> Element:
        """Give an empty revision element (`ins`, `del`, `moveFrom`, `moveTo`)."""
        element = etree.Element(w(kind))
        element.set(w("id"), str(next(self._ids)))
        element.set(w("author"), self.author)
        element.set(w("date"), self.date)
        return element

    def move_name(self) -> str:
        """Give a name that the two ends of a move share."""
        return f"move{next(self._names)}"

    def deleted(self, atoms: Sequence[Atom], properties: Element | None, kind: Change = "del") -> Element:
        """Give what was deleted as a revision, in the given run properties; things that are no text are left out."""
        element = self.mark(kind)
        run = etree.SubElement(element, w("r"))
        if properties is not None:
            run.append(copy.deepcopy(properties))
        text = ""
        for atom in [*atoms, None]:
            if atom is not None and atom.text not in ("\t", "\n", THING):
                text += atom.text
                continue
            if text:
                _put_text(run, text, "delText" if kind == "del" else "t")
                text = ""
            if atom is not None and atom.text in "\t\n":
                run.append(etree.Element(w("tab" if atom.text == "\t" else "br")))
        return element

    def mark_paragraph(self, paragraph: Element, kind: Change) -> None:
        """Mark the paragraph's own end as inserted or deleted."""
        properties = paragraph.find(w("pPr"))
        if properties is None:
            properties = etree.Element(w("pPr"))
            paragraph.insert(0, properties)
        inner = properties.find(w("rPr"))
        if inner is None:
            inner = etree.Element(w("rPr"))
            later = next((child for child in properties if child.tag in (w("sectPr"), w("pPrChange"))), None)
            if later is None:
                properties.append(inner)
            else:
                later.addprevious(inner)
        inner.insert(0, self.mark(kind))

    def insert_all(self, paragraph: Element, kind: Change = "ins") -> None:
        """Mark all that a paragraph holds as inserted, and its end too."""
        for run in list(_runs(paragraph)):
            parent = run.getparent()
            assert parent is not None
            mark = self.mark(kind)
            parent.replace(run, mark)
            mark.append(run)
        self.mark_paragraph(paragraph, kind)

    def mark_row(self, row: Element, kind: Change) -> None:
        """Mark a row as inserted or deleted."""
        properties = row.find(w("trPr"))
        if properties is None:
            properties = etree.Element(w("trPr"))
            before = row.find(w("tblPrEx"))
            row.insert(0 if before is None else 1, properties)
        properties.append(self.mark(kind))

    def revise(self, paragraph: Element, edits: Sequence[tuple[Sequence[Atom], int, int]]) -> None:
        """Mark edits in a paragraph of the new paper.

        Args:
            paragraph: whose atoms the edits count.
            edits: (atoms of the old paper that went, first and end of the new paper's atoms that came), in order,
                not overlapping.
        """
        atoms = atoms_of(paragraph)
        came = {at for _, first, end in edits for at in range(first, end)}
        gone = {first: list(old) for old, first, _ in edits if old}
        last: Element | None = None
        for run, group in _by_run(atoms):
            last = self._rewrite(run, group, came, gone)
        tail = gone.pop(len(atoms), None)
        if tail:
            properties = atoms[-1].run.find(w("rPr")) if atoms else tail[0].run.find(w("rPr"))
            element = self.deleted(tail, properties)
            if last is not None:
                last.addnext(element)
            else:
                paragraph.append(element)

    def _rewrite(
        self, run: Element, group: list[tuple[int, Atom]], came: set[int], gone: dict[int, list[Atom]]
    ) -> Element:
        """Part a run where edits begin and end; gives the last element that stands in its place."""
        properties = run.find(w("rPr"))
        parent = run.getparent()
        assert parent is not None
        pieces: list[Element] = []
        current: list[Atom] = []
        inside = False

        def close() -> None:
            if not current:
                return
            piece = _run_of(current, properties)
            if inside:
                mark = self.mark("ins")
                mark.append(piece)
                piece = mark
            pieces.append(piece)
            current.clear()

        for at, atom in group:
            if at in gone:
                close()
                pieces.append(self.deleted(gone.pop(at), properties))
            if (at in came) != inside:
                close()
                inside = at in came
            current.append(atom)
        close()
        position = parent.index(run)
        parent[position : position + 1] = pieces
        return pieces[-1]


def _by_run(atoms: Sequence[Atom]) -> Iterable[tuple[Element, list[tuple[int, Atom]]]]:
    group: list[tuple[int, Atom]] = []
    for at, atom in enumerate(atoms):
        if group and group[-1][1].run is not atom.run:
            yield group[0][1].run, group
            group = []
        group.append((at, atom))
    if group:
        yield group[0][1].run, group


def _run_of(atoms: Sequence[Atom], properties: Element | None) -> Element:
    run = etree.Element(w("r"))
    if properties is not None:
        run.append(copy.deepcopy(properties))
    text = ""
    for atom in atoms:
        if atom.part.tag == w("t"):
            text += atom.text
            continue
        if text:
            _put_text(run, text, "t")
            text = ""
        run.append(atom.part)
    if text:
        _put_text(run, text, "t")
    return run


def _put_text(run: Element, text: str, name: str) -> None:
    element = etree.SubElement(run, w(name))
    element.text = text
    if text != text.strip():
        element.set(SPACE, "preserve")
