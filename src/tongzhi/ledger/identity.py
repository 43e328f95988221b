"""What makes two rows the same item: the 隐患编号, else what they say."""

from __future__ import annotations

import hashlib
import unicodedata

from tongzhi.ledger.item import Item


def of(item: Item) -> str:
    """Give the key under which an item is known when its row has no number.

    A hazard is known by unit, place, description and the day it was found; a task by its speech and its id there.
    Numbers given by the ledger itself do not count.
    """
    if item.is_hazard:
        parts = [item.region, item.entity, item.location, item.description, str(item.found_on or "")]
    else:
        # an id that the extraction gave stays when its words are edited; a row added by hand is known by its words
        typed = not item.task_id or item.task_id.startswith("补")
        parts = [item.source, item.task_id, item.description if typed else ""]
    return _hash(item.kind, *parts)


def content(item: Item) -> str:
    """Give a key that hazards of the same unit, place and description share, whatever their number."""
    return _hash(item.kind, item.entity, item.location, item.description)


def _hash(*parts: str) -> str:
    joined = "\0".join(parts)
    if not joined.isascii():
        joined = unicodedata.normalize("NFKC", joined)
    return hashlib.sha256("".join(joined.split()).encode()).hexdigest()[:40]
