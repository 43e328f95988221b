"""Traditional script seen through Simplified eyes, character by character, so that offsets stay."""

from __future__ import annotations

from functools import cache
from typing import Any

from opencc import OpenCC

_FOLDED = {0xFF10 + digit: 0x30 + digit for digit in range(10)} | {0x3000: 0x20, 0x00A0: 0x20}
"""Full-width digits and wide blanks, which mean the same."""


def is_traditional(text: str) -> bool:
    """Tell whether a text uses Traditional characters often enough to be written in them."""
    sample = text[:20000]
    hits = sum(sample.count(char) for char in "們這個會對與為來說過還開關應該請將")
    return hits * 100 > len(sample)


def simplified(text: str) -> str:
    """Give the text with every Traditional character simplified; its length is that of `text`."""
    table: dict[int, int | str] = dict(_FOLDED)
    if is_traditional(text) or (len(text) < _PHRASE and not _is_common(text)):
        table.update(_simplify(frozenset(char for char in text if char > "\u3400")))
    return text.translate(table)


_PHRASE = 200
"""Shorter texts hold too few characters to count by; one outside the commonest Simplified ones is enough to look it up."""


def _is_common(text: str) -> bool:
    """Tell whether GB/T 2312-1980 has every Han character of a text, and so surely no Traditional one."""
    try:
        "".join(char for char in text if "\u3400" <= char <= "\u9fff").encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _simplify(characters: frozenset[str]) -> dict[int, str]:
    converter = _converter()
    pairs = {char: str(converter.convert(char)) for char in sorted(characters)}
    return {ord(old): new for old, new in pairs.items() if old != new and len(new) == 1}


@cache
def _converter() -> Any:

    return OpenCC("t2s")
