"""What makes two rows the same item: the 隐患编号, else what they say."""

from __future__ import annotations

import hashlib
import unicodedata

from tongzhi.model.item import Item


def of(item: Item) -> str:
    """Give the key under which an item is known when its row has no number.

    A hazard is known by unit, place, description and the day it was found; a task by its speech and its id there.
    Numbers given by the ledger itself do not count.
    """
    return both(item)[0]


def content(item: Item) -> str:
    """Give a key that hazards of the same unit, place and description share, whatever their number."""
    return both(item)[1]


def both(item: Item) -> tuple[str, str]:
    """Give identity and content of an item together, which costs little more than one."""
    alike = _plain(item.kind, item.entity, item.location, item.description)
    if item.is_hazard:
        own = _plain(item.region, str(item.found_on or ""))
        return _digest(f"{alike}\0{own}"), _digest(alike)
    # an id that the extraction gave stays when its words are edited; a row added by hand is known by its words
    typed = not item.task_id or item.task_id.startswith("补")
    own = _plain(item.kind, item.source, item.task_id, item.description if typed else "")
    return _digest(own), _digest(alike)


def _plain(*parts: str) -> str:
    joined = "\0".join(parts)
    if not joined.isascii():
        joined = unicodedata.normalize("NFKC", joined)
    return "".join(joined.split())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:40]
