"""A text read once: units, skeleton, words, clauses and the signs that the judge looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tongzhi.extract.clauses import Clause, read_clauses
from tongzhi.extract.features import (
    Features,
    clause_features,
    count_genre,
    is_banning,
    is_telling,
    unit_features,
)
from tongzhi.extract.judge import Signs
from tongzhi.extract.outline import OutlineLine, outline
from tongzhi.extract.surroundings import surrounding_signs
from tongzhi.zh.flow import Flow
from tongzhi.zh.numbers import plain_zeros
from tongzhi.zh.script import simplified
from tongzhi.zh.segment import Word, part_glued, tag_words
from tongzhi.zh.units import lay_out


@dataclass(slots=True)
class Reading:
    """A text read once: everything that later steps need. Offsets count in the flowing text, `flow` tells where it stands."""

    flow: Flow
    text: str
    shadow: str
    lines: list[OutlineLine]
    clauses: list[list[Clause]] = field(default_factory=list)
    words: list[list[Word]] = field(default_factory=list)
    signs: list[Signs] = field(default_factory=list)
    genre: Features = field(default_factory=dict)


def read_text(
    text: str,
    *,
    subtitles: bool = False,
    given: Sequence[tuple[int, int]] | None = None,
    voices: Mapping[int, str] | None = None,
) -> Reading:
    """Read a text: units, skeleton, words (one tagged pass), clauses, features.

    `subtitles` says that its lines are cues, `voices` who says them (by where a cue begins), `given` are stretches of `text` to be taken as its units (labelled texts).
    """
    layout = lay_out(text, subtitles=subtitles, given=given, voices=voices)
    flowing = layout.flow.text
    shadow = plain_zeros(simplified(flowing))
    lines = outline(layout.units, shadow)
    reading = Reading(layout.flow, flowing, shadow, lines)
    genre = reading.genre = count_genre(shadow)
    for line, around in zip(lines, surrounding_signs(lines, shadow), strict=True):
        words = shadow[line.body : line.unit.end]
        reading.words.append(part_glued(tag_words(words, line.body)))
        reading.clauses.append(read_clauses(words, line.body))
        unit = unit_features(line, words, genre) | around
        rows = clause_features(reading.clauses[-1], reading.words[-1], genre)
        telling = is_telling(line, words, rows)
        banning = not telling and is_banning(reading.clauses[-1])
        reading.signs.append(Signs(unit, rows, words, reading.words[-1], telling, banning))
    return reading
