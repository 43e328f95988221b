"""Repairs punctuation inside the runs of a document, plainly or as Word revisions, and lists each change."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from tongzhi.word import edit
from tongzhi.word.blocks import Paragraph, Table, box_contents, read_blocks, read_paragraph
from tongzhi.word.markup import Element, attribute, integer, w
from tongzhi.zh.punctuation import Repair, find_repairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongzhi.word.document import WordDocument
    from tongzhi.word.runs import Run

AUTHOR = "tongzhi"
NEW = "-1"
"""Id of a revision that has still to get its own."""


@dataclass(frozen=True, slots=True)
class TextChange:
    """One change of words: the paragraph's number, its text before and after all its changes, and this one."""

    paragraph: int
    found: str
    instead: str
    clause: str
    before: str
    after: str


def repair_punctuation(document: WordDocument, *, revisions: bool = False) -> list[TextChange]:
    """Repair the punctuation of every paragraph; fields, equations and revisions already there are left alone."""
    changes: list[TextChange] = []
    for paragraph in _paragraphs(document):
        for _ in range(1 if revisions else 4):
            repairs = [each for each in find_repairs(paragraph.text) if _run_at(paragraph, each) is not None]
            if not repairs:
                break
            before = paragraph.text
            for repair in reversed(repairs):
                run = _run_at(paragraph, repair)
                assert run is not None
                _mark(run, repair) if revisions else _replace(run, repair)
            fresh = read_paragraph(paragraph.element, paragraph.index)
            paragraph.runs, paragraph.text = fresh.runs, fresh.text
            document.touched.add(document.main)
            changes += [
                TextChange(paragraph.index, each.found, each.instead, each.clause, before, paragraph.text)
                for each in repairs
            ]
    if revisions:
        _number_revisions(document)
    return _chain(changes)


def _chain(changes: list[TextChange]) -> list[TextChange]:
    """Give every change of a paragraph its first and its last text."""
    first: dict[int, str] = {}
    last: dict[int, str] = {}
    chains: list[int] = []
    number = -1
    for position, change in enumerate(changes):
        goes_on = position > 0 and changes[position - 1].paragraph == change.paragraph and (
            change.before in (changes[position - 1].before, changes[position - 1].after)
        )  # fmt: skip
        number += 0 if goes_on else 1
        chains.append(number)
        first.setdefault(number, change.before)
        last[number] = change.after
    return [
        TextChange(each.paragraph, each.found, each.instead, each.clause, first[chain], last[chain])
        for each, chain in zip(changes, chains, strict=True)
    ]


def _paragraphs(document: WordDocument) -> Iterator[Paragraph]:
    yield from _inside(document.body, None)


def _inside(container: Element, index: int | None) -> Iterator[Paragraph]:
    for block in read_blocks(container):
        for paragraph in block.paragraphs if isinstance(block, Table) else [block]:
            paragraph.index = index or paragraph.index
            yield paragraph
            for content in box_contents(paragraph):
                yield from _inside(content, paragraph.index)


def _run_at(paragraph: Paragraph, repair: Repair) -> Run | None:
    """Give the plain run that holds a repair whole, `None` if several or a special one do."""
    for run in paragraph.runs:
        if run.start <= repair.start and repair.end <= run.end:
            parts = [child for child in run.element if child.tag != w("rPr")]
            plain = len(parts) == 1 and parts[0].tag == w("t") and run.field == ""
            return run if plain else None
    return None


def _replace(run: Run, repair: Repair) -> None:
    text = run.text[: repair.start - run.start] + repair.instead + run.text[repair.end - run.start :]
    edit.set_text(run.element, text)
    run.text = text


def _mark(run: Run, repair: Repair) -> None:
    """Write one change as a deletion and an insertion."""
    if run.inserted:
        _replace(run, repair)
        return
    start, end = repair.start - run.start, repair.end - run.start
    element = run.element
    tail = copy.deepcopy(element)
    edit.set_text(tail, run.text[end:])
    deleted = copy.deepcopy(element)
    part = deleted.find(w("t"))
    assert part is not None
    part.tag = w("delText")
    part.text = run.text[start:end]
    pieces: list[Element] = [_wrapped("del", deleted)]
    if repair.instead:
        inserted = copy.deepcopy(element)
        edit.set_text(inserted, repair.instead)
        pieces.append(_wrapped("ins", inserted))
    if run.text[end:]:
        pieces.append(tail)
    edit.set_text(element, run.text[:start])
    for piece in reversed(pieces):
        element.addnext(piece)
    run.text = run.text[:start]
    if not run.text:
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)


def _wrapped(name: str, run: Element) -> Element:
    made = etree.Element(w(name))
    made.set(w("id"), NEW)
    made.set(w("author"), AUTHOR)
    made.append(run)
    return made


def _number_revisions(document: WordDocument) -> None:
    """Give the new revisions ids that no other one bears."""
    root = document.root(document.main)
    used = {integer(attribute(element, "id")) or 0 for element in root.iter() if isinstance(element.tag, str)}
    number = max(used, default=0)
    for element in root.iter(w("ins"), w("del")):
        if attribute(element, "id") == NEW:
            number += 1
            element.set(w("id"), str(number))
