"""One document: a validated model in, the finished .docx out.

The module itself can be called with plain values: `tongzhi.fill("notice", {…})`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tongzhi.calls import make_callable
from tongzhi.check.silence import settle_rules
from tongzhi.errors import Place, Problem
from tongzhi.model.base import Document, Part, label_of, open_values
from tongzhi.model.base import Path as ValuePath
from tongzhi.render.data import carried_values
from tongzhi.render.document import render, template_notes
from tongzhi.render.rare import rare_characters
from tongzhi.standard.heads import HeadKind
from tongzhi.word.embedded import embed_data

if TYPE_CHECKING:
    from pathlib import Path

make_callable(__name__, "tongzhi.library.papers", "fill")


@dataclass(frozen=True, slots=True)
class Filled:
    """A finished document.

    Attributes:
        data: the bytes of the .docx.
        unconfirmed: one note per suggested value that is printed tinted.
        rare: one note per field with characters that the text face may lack.
        template: what should be known of the user's own template.
    """

    data: bytes
    unconfirmed: list[Problem]
    rare: list[Problem]
    template: list[Problem] = field(default_factory=list)


def fill(
    document: Document,
    *,
    template: Path | None = None,
    head: HeadKind = "套红",
    confirm: bool = False,
    lenient: bool = False,
) -> Filled:
    """Fill the template of a document type.

    Args:
        document: the validated model.
        template: a Word template of the user's own; by default the shipped one.
        head: print the red head, leave its place blank for pre-printed paper, or have none.
        confirm: settle every suggested value before printing.
        lenient: drop characters that Word cannot hold instead of stopping.

    Raises:
        TemplateError: the template cannot be filled.
        InputError: a value holds characters that Word cannot hold.
    """
    if confirm:
        document.settle()
    silenced = settle_rules(document.silenced)
    data = render(document, template=template, head=head, lenient=lenient)
    if document.key:  # a paper without a type could not be read back
        data = embed_data(data, document.key, carried_values(document), silenced)
    unconfirmed = [_note(document, path, origin.basis) for path, origin in open_values(document)]
    return Filled(data, unconfirmed, rare_characters(document), template_notes(document, template))


def _note(document: Document, path: ValuePath, basis: str) -> Problem:
    return Problem(
        Place(field=say_path(document, path)),
        "是建议值，待确认" + (f"（依据：{basis}）" if basis else ""),
        "核对后加 --confirm，或在数据文件里改成确定的值",
    )


def say_path(document: Document, path: ValuePath) -> str:
    """Give a path in the words of the labels: 重点任务 第3项 牵头单位."""
    words: list[str] = []
    current: object = document
    for step in path:
        if isinstance(step, int):
            words.append(f"第{step + 1}项")
            current = current[step] if isinstance(current, list) else None
        else:
            fields = type(current).model_fields if isinstance(current, Part) else {}
            words.append(label_of(fields[step], step) if step in fields else step)
            current = getattr(current, step, None)
    return " ".join(words)
