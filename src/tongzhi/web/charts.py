"""Charts as SVG, drawn here, so that the page needs no library: bars of cleared, open and late items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from tongzhi.ledger.stats import Table

MOST = 12
_LABEL, _BAR, _HEIGHT, _WIDE = 150, 370, 30, 640


def bar_chart(table: Table) -> Markup:
    """Give the groups of a table as stacked bars: cleared, open in time, late; each with its figures as text."""
    rows = table.rows[:MOST]
    most = max((row.total for row in rows), default=0) or 1
    parts = []
    for number, row in enumerate(rows):
        top = number * _HEIGHT
        late = min(row.overdue, row.open)
        parts.append(
            Markup('<text x="{}" y="{}" text-anchor="end">{}</text>').format(
                _LABEL - 8, top + 20, row.name[:10]
            )
        )
        left = _LABEL
        for css, count in (
            ("b", row.cleared),
            ("g", row.open - late),
            ("r", late),
        ):
            width = round(_BAR * count / most)
            if width:
                parts.append(
                    Markup('<rect x="{}" y="{}" width="{}" height="20" rx="2" class="{}"/>').format(
                        left, top + 5, width, css
                    )
                )
            left += width
        said = f"{row.total}" + (f"（逾期{row.overdue}）" if row.overdue else "")
        parts.append(Markup('<text x="{}" y="{}">{}</text>').format(left + 6, top + 20, said))
    return Markup('<svg viewBox="0 0 {} {}" class="chart" role="img" aria-label="{}">{}</svg>').format(
        _WIDE,
        max(_HEIGHT, len(rows) * _HEIGHT),
        "；".join(f"{row.name}共{row.total}，已销号{row.cleared}，逾期{row.overdue}" for row in rows),
        Markup("").join(parts),
    )
