"""Charts as SVG, drawn here, so that the page needs no library: bars of cleared, open and late items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongzhi.ledger.stats import CountTable, DayCount

MOST = 12
_LABEL, _BAR, _HEIGHT, _WIDE = 196, 330, 30, 640
_NAME = 13
"""Characters of a name that fit before its bar; a longer one is drawn narrower, never cut."""


def bar_chart(table: CountTable) -> Markup:
    """Give the groups of a table as stacked bars: cleared, open in time, late; each with its figures as text."""
    rows = table.rows[:MOST]
    most = max((row.total for row in rows), default=0) or 1
    parts = []
    for number, row in enumerate(rows):
        top = number * _HEIGHT
        late = min(row.overdue, row.open)
        parts.append(
            Markup('<text x="{}" y="{}" text-anchor="end"{}>{}</text>').format(
                _LABEL - 8,
                top + 20,
                Markup(' textLength="{}" lengthAdjust="spacingAndGlyphs"').format(_LABEL - 8)
                if len(row.name) > _NAME
                else "",
                row.name,
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


_LEFT, _TOP, _LOW, _STEP = 50, 20, 220, 90


def week_chart(days: Sequence[DayCount]) -> Markup:
    """Give two lines over the days: what had been listed, and (dashed) what had been cleared."""
    most = max((one.listed for one in days), default=0) or 1
    ticks = sorted({0, most // 2, most})

    def high(count: int) -> float:
        return round(_LOW - (_LOW - _TOP) * count / most, 1)

    parts = []
    for tick in ticks:
        parts.append(
            Markup('<line x1="36" x2="{}" y1="{}" y2="{}"/>').format(_WIDE - 30, high(tick), high(tick))
        )
        parts.append(
            Markup('<text class="soft" x="28" y="{}" text-anchor="end">{}</text>').format(
                high(tick) + 5, tick
            )
        )
    for number, one in enumerate(days):
        parts.append(
            Markup('<text class="soft" x="{}" y="{}" text-anchor="middle">{}日</text>').format(
                _LEFT + number * _STEP, _LOW + 26, one.day.day
            )
        )
    for css, counts in (("one", [one.listed for one in days]), ("two", [one.cleared for one in days])):
        places = " L".join(f"{_LEFT + number * _STEP} {high(count)}" for number, count in enumerate(counts))
        parts.append(Markup('<path class="{}" d="M{}"/>').format(css, places))
        parts.append(
            Markup('<text x="{}" y="{}" text-anchor="end">{}</text>').format(
                _LEFT + (len(counts) - 1) * _STEP, high(counts[-1]) - 8, counts[-1]
            )
        )
    first, last = days[0], days[-1]
    said = f"{first.day.month}月{first.day.day}日列单累计{first.listed}件，到{last.day.day}日{last.listed}件；销号累计到{last.day.day}日{last.cleared}件"
    return Markup('<svg viewBox="0 0 {} {}" class="chart" role="img" aria-label="{}">{}</svg>').format(
        _WIDE, _LOW + 36, said, Markup("").join(parts)
    )
