"""Rare characters: kept as they are, and listed when the face of the paper does not hold them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tongzhi.errors import Place, Problem
from tongzhi.model.base import label_of, walk
from tongzhi.patterns import compile_later
from tongzhi.render.document import standard_of

if TYPE_CHECKING:
    from tongzhi.model.base import Document

_IDEOGRAPH = compile_later("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def rare_characters(document: Document) -> list[Problem]:
    """Give one note for every field with characters that the text face lacks.

    仿宋_GB2312 and its kin hold the 6,763 characters of GB 2312, other Chinese faces at least those of GBK; Word
    and WPS print the rest in whatever face has them.
    """
    face = standard_of(document).faces.body
    encoding = "gb2312" if face.upper().endswith("GB2312") else "gbk"
    return [
        Problem(
            Place(field=label),
            f"“{'、'.join(rare)}”在{face}里可能没有（{'、'.join(f'U+{ord(mark):04X}' for mark in rare)}）",
            "字已照印，印前看一眼显示是否正常，不正常就换装有这个字的字体",
        )
        for label, text in _texts(document)
        if (rare := _lacking(text, encoding))
    ]


def _lacking(text: str, encoding: str) -> list[str]:
    found = []
    for mark in dict.fromkeys(_IDEOGRAPH.findall(text)):
        try:
            mark.encode(encoding)
        except UnicodeEncodeError:
            found.append(mark)
    return found


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    for part, _ in walk(document):
        for name, field in type(part).model_fields.items():
            value = getattr(part, name)
            for text in value if isinstance(value, list) else [value]:
                if isinstance(text, str):
                    yield label_of(field, name), text
