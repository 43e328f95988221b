"""How wide text is, in characters (字) of its own size."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_HALF = "·‧"


@lru_cache(maxsize=8192)
def count_zi(text: str) -> float:
    """Give the width of a line: full-width characters count 1, digits and Latin letters ½, marks over a letter 0.

    Quotation marks, dashes and dots of Chinese text count 1, as Chinese faces draw them.
    """
    return sum(_width(character) for character in text)


def _width(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if character < "\u0080" or character in _HALF:
        return 0.5
    return 1.0
