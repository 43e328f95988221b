"""What one render keeps: list numbers, merged cells, pictures, links, warnings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tongzhi.engine.escaping import find_bad
from tongzhi.engine.stops import Stop
from tongzhi.errors import Place, Problem

if TYPE_CHECKING:
    from tongzhi.engine.parts import Parts
    from tongzhi.engine.printing import PrintedSpot
    from tongzhi.engine.values import InlineImage, SubDocument

_NOTHING = object()
NUMBERING = "word/numbering.xml"


class RenderState:
    """The state of one render of one template; `part` is the part being filled."""

    __slots__ = (
        "_last",
        "_lists",
        "_open_parts",
        "lenient",
        "part",
        "parts",
        "pictures",
        "relations",
        "warnings",
    )

    def __init__(self, open_parts: Any, *, lenient: bool) -> None:
        self.lenient = lenient
        self.warnings: list[Problem] = []
        self.part = ""
        self.pictures = False
        self.relations: dict[str, str] = {}
        """Relationships with filled addresses, on which pictures and links are added."""
        self.parts: Parts | None = None
        self._open_parts = open_parts
        self._last: dict[str, object] = {}
        self._lists: dict[str, str] = {}

    def changed(self, name: str, *keys: object) -> bool:
        """Give whether the keys of a merged column differ from the row before."""
        before = self._last.get(name, _NOTHING)
        self._last[name] = keys
        return before is _NOTHING or before != keys

    def forget(self, name: str) -> str:
        """Begin a new table: its first row merges with nothing."""
        self._last.pop(name, None)
        return ""

    def restart(self, number: str) -> str:
        """Let the list `number` begin anew."""
        new = self._opened().new_list(number)
        if new is not None:
            self._lists[number] = new
        return ""

    def number(self, number: str) -> str:
        """Give the number that list `number` has by now."""
        return self._lists.get(number, number)

    def picture(self, image: InlineImage) -> str:
        """Add a picture to the file and give its `w:drawing`."""
        from tongzhi.engine.pictures import add_picture

        self.pictures = True
        return add_picture(self._opened(), self.part, image)

    def link(self, address: str) -> str:
        """Give the relationship id of a web address; a relationship id is passed on."""
        if re.fullmatch(r"rId\w+", address):
            return address
        return self._opened().add_link(self.part, address)

    def document(self, document: SubDocument) -> str:
        """Add the styles, lists and pictures of a document to the file and give its paragraphs and tables."""
        from tongzhi.engine.subdocument import add_document

        self.pictures = True
        return add_document(self._opened(), self.part, document.data)

    def warn_dropped(self, text: str, spot: PrintedSpot) -> None:
        """Note that characters of a value were dropped."""
        bad = find_bad(text)
        assert bad is not None
        code = ord(text[bad.start()])
        found = f"第 {bad.start() + 1} 个字符 U+{code:04X} 等 Word 存不下，已去掉"
        self.warnings.append(Problem(Place(field=spot.code), found))

    def _opened(self) -> Parts:
        if self.parts is None:
            if self._open_parts is None:
                raise Stop("这里不能插入图片和链接")
            self.parts = self._open_parts()
            self.parts.changed.update(self.relations)
        return self.parts
