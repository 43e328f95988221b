"""Moves what every page prints on its sheet, for sheets with a red head printed before (套印)."""

from __future__ import annotations

from tongzhi.word.document import WordDocument
from tongzhi.word.markup import Element, attribute, integer, w
from tongzhi.word.sizes import Length


def shift_pages(data: bytes, across: Length, down: Length) -> bytes:
    """Give a .docx whose pages print further right and down; the type area keeps its size, so no line moves.

    Args:
        data: the .docx.
        across: how far to the right, negative to the left.
        down: how far down, negative up.

    Raises:
        InputError: it is no .docx.
    """
    document = WordDocument(data)
    if document.sections[0].element is None:
        document.add_section()
    for section in document.sections:
        assert section.element is not None
        margins = section.element.find(w("pgMar"))
        if margins is None:
            continue
        for side, by in (
            ("left", across), ("right", -across), ("top", down), ("bottom", -down), ("header", down), ("footer", -down)
        ):  # fmt: skip
            _add(margins, side, by)
    document.touched.add(document.main)
    return document.save()


def _add(margins: Element, side: str, by: int) -> None:
    """Move one side; a negative margin (Word's “exactly”) grows in the same direction on the sheet."""
    value = integer(attribute(margins, side))
    if value is None:
        return
    margins.set(w(side), str(value - by if value < 0 else max(0, value + by)))
