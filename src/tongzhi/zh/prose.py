"""Whether a line is Chinese running text: not foreign, not program code, not a formula, not a line of contents.

Rules of Chinese punctuation and numerals hold for running text alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

_HAN = re.compile(r"[㐀-鿿〇]")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏͰ-ԯ]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s　-鿿＀-￯]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CONTENTS = re.compile(r"(?:\t|[.…·．。]{3,}|-{4,}|_{4,})\s*[（(]?\d{1,4}[）)]?\s*$")
_CODE = re.compile(
    r"^\s*(?:#|//|/\*|\*/|<!--|#!|#include|\$ |>>> |import \w|from \w+ import|def \w|class \w|return\b|(?:if|for|while|switch)\s*\(|"
    r"(?:public|private|static|const|void|int|char|let|var|function|sudo|docker|pip|git|cd|SELECT|INSERT|UPDATE|CREATE|DROP|GRANT)\s)"
    r"|[{};]\s*(?://.*)?$|</?[A-Za-z][^<>]*>|[A-Za-z_]\w*\([^()]*\)\s*[{;:]|[A-Za-z_]\w*\([\x22'][^()]*[\x22']\)|==|!=|&&|\|\||->|=>|::"
)
_FORMULA = re.compile(
    r"^[^。！？]*[㐀-鿿\w）)]\s*[=＝≈≤≥]\s*[（(\[\w㐀-鿿][^。；！？]*[*×÷/＋+^][^。；！？]*$"
)
_ADDRESSED, _CODED, _EQUATED = (
    re.compile(r"@|://|www\."),
    re.compile(r"[!-/:-@\[-`{-~]|[A-Za-z]\s"),
    re.compile("[=＝≈≤≥]"),
)
"""What every address, every line of code and every formula has: the patterns themselves look through a line many times."""
_LOOKED_AT = 4_000
"""Characters by which a line is judged; formulas are searched in time that grows with the square of them."""
FOREIGN_SHARE = 1.5
"""Words of another script beside one Chinese character from which a line is foreign."""


@lru_cache(maxsize=4096)  # some fifteen rules ask it of every paragraph
def is_prose(text: str) -> bool:
    """Whether a line is Chinese running text.

    Lines without a Chinese character are not; nor those with more foreign words than Chinese characters, code,
    formulas and lines of a table of contents.
    """
    text = text[:_LOOKED_AT]
    bare = _ADDRESS.sub("", text) if _ADDRESSED.search(text) else text
    han = len(_HAN.findall(bare))
    if not han or _CONTENTS.search(text):
        return False
    if (_CODED.search(bare) and _CODE.search(bare)) or (_EQUATED.search(bare) and _FORMULA.search(bare)):
        return False
    words = _LATIN_WORD.findall(bare)
    return len(words) <= max(2, han * FOREIGN_SHARE) and sum(map(len, words)) <= max(12, han * 4)


def beside_letters(text: str, start: int, end: int) -> tuple[str, str]:
    """Give the nearest letters or digits before and after a range, marks and blanks passed over; empty at the ends."""
    before = next((mark for mark in reversed(text[:start]) if mark.isalnum()), "")
    after = next((mark for mark in text[end:] if mark.isalnum()), "")
    return before, after


def is_han(mark: str) -> bool:
    """Whether one character is a Chinese one."""
    return bool(mark) and bool(_HAN.match(mark))
