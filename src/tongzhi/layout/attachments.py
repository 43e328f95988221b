"""附件说明 under the text, its numbers and hanging indents (7.3.4)."""

from __future__ import annotations

from collections.abc import Sequence

from tongzhi.engine.values import Blocks
from tongzhi.layout import styles as st
from tongzhi.layout.signature import KEEP, blanks, tinted
from tongzhi.standard.gbt9704 import Standard
from tongzhi.word.fragments import indent, paragraph, run

KEPT_TOGETHER = 6
"""So many lines of 附件说明 are kept with the signature; more may break across pages."""
_MANY = 10


def attachment_note(names: Sequence[str], s: Standard) -> Blocks:
    """Give one blank line and the list: one name without a number, several as 1. 2. …; no mark after a name.

    From ten names on a tab stands after the number, so that one- and two-digit numbers align.
    """
    if not names:
        return Blocks("")
    kept = KEEP if len(names) <= KEPT_TOGETHER else ""
    made = blanks(s.signature.note_blank_lines)
    if len(names) == 1:
        return Blocks(made + paragraph(run("附件：") + tinted(names[0]), style=st.ATTACHMENT_ONE, props=kept))
    wide = len(names) >= _MANY
    gap = "\t" if wide else ""
    for position, name in enumerate(names, 1):
        label = f"附件：{position}." if position == 1 else f"{position}."
        style = st.ATTACHMENT_FIRST if position == 1 else st.ATTACHMENT_NEXT
        props = kept
        if wide:
            props += indent(left=6.5, right=0, hanging=4.5 if position == 1 else 1.5, unit=s.zi)
        made += paragraph(run(label + gap) + tinted(name), style=style, props=props)
    return Blocks(made)


def annex_label(position: int, count: int) -> str:
    """Give what stands on line 1 of an attachment: 附件, or 附件2 when there are several (7.3.7)."""
    return "附件" if count == 1 else f"附件{position}"
