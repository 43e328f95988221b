"""What a check finds: the rule, its clause and strength, where it stands, and what it should be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from tongzhi.errors import Place

Strength = Literal["规定", "推算", "一般", "推荐", "可以", "实务", "待定"]
"""How binding the clause is. 规定 and 推算 make errors, 待定 is open, all others warn."""

Level = Literal["error", "warning", "open"]
LEVEL_WORDS: dict[Level, str] = {"error": "错误", "warning": "提醒", "open": "待定"}

GBT9704 = "GB/T 9704-2012"
REGULATION = "党政机关公文处理工作条例"
PUNCTUATION = "GB/T 15834-2011"
NUMERALS = "GB/T 15835-2011"
RELIEF = "整治形式主义为基层减负若干规定"
PRACTICE = "核稿常理"


def level_of(strength: Strength) -> Level:
    """Give the level that findings of a strength have."""
    if strength in ("规定", "推算"):
        return "error"
    return "open" if strength == "待定" else "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `text` quotes the paragraph; `repair` puts it right in the opened document, if that can be done."""

    rule: str
    clause: str
    strength: Strength
    place: Place
    found: str
    instead: str = ""
    text: str = ""
    source: str = GBT9704
    repair: Callable[[], None] | None = field(default=None, compare=False, repr=False)

    @property
    def level(self) -> Level:
        """Its level: error, warning or open."""
        return level_of(self.strength)

    @property
    def is_error(self) -> bool:
        """Whether it breaks a binding rule."""
        return self.level == "error"

    @property
    def repairable(self) -> bool:
        """Whether `format` can put it right without touching the text."""
        return self.repair is not None

    def to_json(self) -> dict[str, Any]:
        """Give the finding as it stands in `check --format json`."""
        return {
            "rule": self.rule,
            "level": self.level,
            "strength": self.strength,
            "source": self.source,
            "clause": self.clause,
            "place": {
                "file": self.place.file,
                "paragraph": self.place.paragraph,
                "element": self.place.field,
                "text": self.text,
            },
            "found": self.found,
            "instead": self.instead,
            "repairable": self.repairable,
        }

    def __str__(self) -> str:
        """Give one Chinese line."""
        text = f"{self.place}：" if str(self.place) else ""
        text += self.found
        if self.instead:
            text += f"；应为：{self.instead}"
        return f"{text}（{self.source} {self.clause}）" if self.clause else f"{text}（{self.source}）"
