"""The marked-up paper (花脸稿): the new paper in its layout, with what went and what came as revisions of Word.

Accepting all gives the new text, rejecting all gives the old one. Pictures and other things that are no text stay as the new
paper has them; a deleted one is not shown.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lxml import etree
from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from tongzhi.compare.align import TABLE, Edit, align, bare, edits, find_moves
from tongzhi.word.document import WordDocument
from tongzhi.word.markup import Element, w
from tongzhi.word.revisions import THING, Atom, Reviser, accept_all, atoms_of

AUTHOR = "tongzhi 比对"


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A paragraph or a table of the body (or of a cell, a footnote), with its text."""

    element: Element
    text: str

    @property
    def is_table(self) -> bool:
        """Whether it is a table."""
        return self.element.tag == w("tbl")


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """A place of both papers as it will be told: old and new text, where, whether it only moved."""

    old: str | None
    new: str | None
    place: str
    moved: bool = False


def text_of(paragraph: Element) -> str:
    """Give the text of a paragraph as it is compared: pictures and the like are one character each."""
    return "".join(atom.text for atom in atoms_of(paragraph))


def _blocks(parent: Element) -> list[MarkedBlock]:
    found: list[MarkedBlock] = []
    for child in parent:
        if child.tag == w("p"):
            found.append(MarkedBlock(child, text_of(child)))
        elif child.tag == w("tbl"):
            found.append(MarkedBlock(child, TABLE + "\n".join(_row_text(row) for row in child.iter(w("tr")))))
        elif child.tag in (w("sdt"), w("sdtContent"), w("customXml")):
            found += _blocks(child)
    return found


def _row_text(row: Element) -> str:
    return "\t".join("".join(text_of(p) for p in cell.iter(w("p"))) for cell in row.iter(w("tc")))


def mark_up(
    old: bytes, new: bytes, day: date, names: tuple[str | None, str | None] = (None, None)
) -> tuple[bytes, list[MarkedPair]]:
    """Give the marked-up paper and every place that differs, in order.

    Args:
        old: the old .docx; revisions in it count as accepted.
        new: the new one, likewise.
        day: the day that the revisions bear.
        names: the names of the files, for messages.

    Raises:
        InputError: one of them cannot be read.
    """
    before, after = WordDocument(old, names[0]), WordDocument(new, names[1])
    for document in (before, after):
        accept_all(document.root(document.main))
    marker = _Marker(Reviser(AUTHOR, f"{day.isoformat()}T00:00:00Z"))
    bodies = [document.root(document.main).find(w("body")) for document in (before, after)]
    assert bodies[0] is not None
    assert bodies[1] is not None
    marker.compare(bodies[0], bodies[1], "")
    after.touched.add(after.main)
    _notes(before, after, marker)
    return after.save(), _join_changed(marker.pairs)


TOLD_TOGETHER = 70.0
"""From this likeness a deleted and an inserted paragraph are told as one that moved and changed."""


GRAM = 3
"""Characters in a row that two paragraphs must share before their likeness is reckoned."""


def _grams(text: str) -> set[str]:
    return {text[at : at + GRAM] for at in range(max(1, len(text) - GRAM + 1))}


def _join_changed(pairs: list[MarkedPair]) -> list[MarkedPair]:
    """Tell a deleted and an inserted paragraph that are much alike as one that moved and changed."""
    gone = {
        at: bare(one.old or "")
        for at, one in enumerate(pairs)
        if one.new is None and not one.moved and bare(one.old or "")
    }
    holding: dict[str, set[int]] = {}
    for at, text in gone.items():
        for gram in _grams(text):
            holding.setdefault(gram, set()).add(at)
    joined: dict[int, int] = {}
    for at, came in enumerate(pairs):
        if came.old is not None or came.moved or not bare(came.new or ""):
            continue
        text = bare(came.new or "")
        near = {one for gram in _grams(text) for one in holding.get(gram, ()) if one in gone}
        choices = {one: gone[one] for one in sorted(near)}
        best = process.extractOne(text, choices, scorer=ratio, score_cutoff=TOLD_TOGETHER)
        if best is not None:
            joined[at] = best[2]
            del gone[best[2]]
    taken = set(joined.values())
    return [
        MarkedPair(pairs[joined[at]].old, one.new, one.place) if at in joined else one
        for at, one in enumerate(pairs)
        if at not in taken
    ]


def _notes(before: WordDocument, after: WordDocument, marker: _Marker) -> None:
    """Footnotes and endnotes, paired in their order."""
    for kind in ("footnotes", "endnotes"):
        parts = [document.related(kind) for document in (before, after)]
        if parts[0] is None or parts[1] is None:
            continue
        old, new = (
            [note for note in document.root(part) if note.get(w("type")) in (None, "normal")]
            for document, part in zip((before, after), parts, strict=True)
            if part is not None
        )
        for number, (one, other) in enumerate(zip(old, new, strict=False), start=1):
            marker.compare(one, other, f"脚注{number}")
        after.touched.add(parts[1])


class _Marker:
    def __init__(self, reviser: Reviser) -> None:
        self.reviser = reviser
        self.pairs: list[MarkedPair] = []

    def compare(self, old: Element, new: Element, place: str) -> None:
        """Mark the new container (body, cell, note) against the old one."""
        left, right = _blocks(old), _blocks(new)
        texts = [block.text for block in left], [block.text for block in right]
        matches = align(*texts)
        moves = find_moves(matches, *texts)
        names = {new_place: self.reviser.move_name() for new_place in moves}
        sources = {old_place: names[new_place] for new_place, old_place in moves.items()}
        anchor: Element | None = None
        model = next((block.element for block in right if not block.is_table), None)
        for match in matches:
            where = place or f"第{(match.new if match.new is not None else match.old or 0) + 1}段"
            if match.new is None:
                assert match.old is not None
                anchor = self._delete(left[match.old], anchor, new, model, sources.get(match.old))
                self._tell(left[match.old].text, None, where, moved=match.old in sources)
                continue
            block = right[match.new]
            if match.old is None:
                self._insert(block, names.get(match.new))
                self._tell(None, block.text, where, moved=match.new in moves)
            elif left[match.old].text != block.text:
                self._change(left[match.old], block, where)
            anchor = block.element
            model = block.element if not block.is_table else model

    def _tell(self, old: str | None, new: str | None, place: str, *, moved: bool = False) -> None:
        old, new = (None if text is None else text.removeprefix(TABLE) for text in (old, new))
        if (old or "").strip() or (new or "").strip():
            self.pairs.append(MarkedPair(old, new, place, moved))

    def _change(self, old: MarkedBlock, new: MarkedBlock, place: str) -> None:
        if new.is_table:
            self._table(old.element, new.element, place)
            return
        self._paragraph(old.element, new.element)
        self._tell(old.text, new.text, place)

    def _paragraph(self, old: Element, new: Element) -> None:
        was, now = atoms_of(old), atoms_of(new)
        found = edits("".join(atom.text for atom in was), "".join(atom.text for atom in now))
        self.reviser.revise(new, [_with_atoms(edit, was) for edit in found])

    def _table(self, old: Element, new: Element, place: str) -> None:
        rows = [[row for row in table if row.tag == w("tr")] for table in (old, new)]
        texts = [[_row_text(row) for row in part] for part in rows]
        anchor: Element | None = None
        for match in align(*texts):
            number = match.new if match.new is not None else match.old or 0
            where = f"{place}表格第{number + 1}行"
            if match.new is None:
                assert match.old is not None
                row = self._deleted_row(rows[0][match.old])
                if anchor is None:
                    rows[1][0].addprevious(row) if rows[1] else new.append(row)
                else:
                    anchor.addnext(row)
                anchor = row
                self._tell(texts[0][match.old], None, where)
                continue
            row = rows[1][match.new]
            if match.old is None:
                self._inserted_row(row)
                self._tell(None, texts[1][match.new], where)
            elif texts[0][match.old] != texts[1][match.new]:
                self._row(rows[0][match.old], row, where)
                self._tell(texts[0][match.old], texts[1][match.new], where)
            anchor = row

    def _row(self, old: Element, new: Element, place: str) -> None:
        cells = [[cell for cell in row if cell.tag == w("tc")] for row in (old, new)]
        if len(cells[0]) != len(cells[1]):
            new.addprevious(self._deleted_row(old))
            self._inserted_row(new)
            return
        told = len(self.pairs)
        for one, other in zip(*cells, strict=True):
            self.compare(one, other, place)
        del self.pairs[told:]  # the row is told as one

    def _inserted_row(self, row: Element) -> None:
        for paragraph in list(row.iter(w("p"))):
            self.reviser.insert_all(paragraph)
        self.reviser.mark_row(row, "ins")

    def _deleted_row(self, row: Element) -> Element:
        made = etree.Element(w("tr"))
        for cell in row:
            if cell.tag != w("tc"):
                continue
            column = etree.SubElement(made, w("tc"))
            properties = cell.find(w("tcPr"))
            if properties is not None:
                column.append(copy.deepcopy(properties))
            for paragraph in cell.iter(w("p")):
                column.append(self._deleted_paragraph(paragraph, None, "del"))
        self.reviser.mark_row(made, "del")
        return made

    def _insert(self, block: MarkedBlock, move: str | None) -> None:
        if block.is_table:
            for row in block.element.iter(w("tr")):
                self._inserted_row(row)
            return
        self.reviser.insert_all(block.element, "moveTo" if move else "ins")
        if move:
            self._range(block.element, "moveTo", move)

    def _delete(
        self,
        block: MarkedBlock,
        anchor: Element | None,
        parent: Element,
        model: Element | None,
        move: str | None,
    ) -> Element:
        if block.is_table:
            made = etree.Element(w("tbl"))
            for child in block.element:
                made.append(self._deleted_row(child) if child.tag == w("tr") else copy.deepcopy(child))
        else:
            made = self._deleted_paragraph(block.element, model, "moveFrom" if move else "del")
            if move:
                self._range(made, "moveFrom", move)
        if anchor is not None:
            anchor.addnext(made)
        else:
            first = next((child for child in parent if child.tag in (w("p"), w("tbl"), w("sdt"))), None)
            if first is None:
                parent.insert(0, made)
            else:
                first.addprevious(made)
        return made

    def _deleted_paragraph(self, old: Element, model: Element | None, kind: str) -> Element:
        made = etree.Element(w("p"))
        properties = model.find(w("pPr")) if model is not None else None
        if properties is not None:
            own = copy.deepcopy(properties)
            for name in ("numPr", "sectPr", "pPrChange", "rPr"):
                for element in own.findall(w(name)):
                    own.remove(element)
            made.append(own)
        atoms = [atom for atom in atoms_of(old) if atom.text != THING]
        if atoms:
            run = (
                next((each.find(w("rPr")) for each in model.iter(w("r"))), None)
                if model is not None
                else None
            )
            made.append(self.reviser.deleted(atoms, run, "moveFrom" if kind == "moveFrom" else "del"))
        self.reviser.mark_paragraph(made, "moveFrom" if kind == "moveFrom" else "del")
        return made

    def _range(self, paragraph: Element, kind: str, name: str) -> None:
        start, end = self.reviser.mark(f"{kind}RangeStart"), self.reviser.mark(f"{kind}RangeEnd")
        start.set(w("name"), name)
        for attribute in ("author", "date"):
            del end.attrib[w(attribute)]
        end.set(w("id"), start.get(w("id")) or "")
        properties = paragraph.find(w("pPr"))
        paragraph.insert(0 if properties is None else 1, start)
        paragraph.append(end)


def _with_atoms(edit: Edit, was: Sequence[Atom]) -> tuple[Sequence[Atom], int, int]:
    return was[edit.old[0] : edit.old[1]], edit.new[0], edit.new[1]
