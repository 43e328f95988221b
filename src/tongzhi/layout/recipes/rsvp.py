"""参会回执 filled in: one row for every person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.layout import styles as st
from tongzhi.layout.recipes.forms import RSVP_FIELDS, rsvp_table, rsvp_widths
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.rsvp import Rsvp


def make(s: Standard) -> rc.Draft:
    """Lay out the reply: title, meeting and unit, the people, who filled it in."""
    cells = tuple("{{ 人." + name + " }}" if name else "{{ loop.index }}" for name in RSVP_FIELDS)
    rows = rc.loop_row("人", "参会人员", cells, rsvp_widths(s))
    body = (
        rc.plain("参会回执", st.ANNEX_TITLE)
        + rc.blank()
        + rc.when("会议名称", rc.plain("会议名称：{{ 会议名称 }}", st.TABLE_NOTE))
        + rc.plain("单位（盖章）：{{ 单位 }}", st.TABLE_NOTE)
        + rsvp_table(s, rows)
        + rc.plain(
            "填报人：{{ 填报人 }}　　联系电话：{{ 联系电话 }}　　填报时间：{{ 填报时间 }}", st.TABLE_NOTE
        )
    )
    return rc.Draft("参会回执", body)


def prepare(document: Rsvp, values: Mapping[str, Any], s: Standard) -> dict[str, Any]:
    """Give the people under the name that the template loops over."""
    del s
    label = type(document).model_fields["people"].alias or "people"
    return {"参会人员": values[label]}
