"""The text of a paper that follows a speech: its sections, and the points under them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, ClassVar

from tongzhi.model.base import Part, Wrong, is_blank, labelled
from tongzhi.model.official import Grounded
from tongzhi.model.types import AsList, Text


class TextPoint(Grounded):
    """One point, or one paragraph: its heading, if any, and its words."""

    line: ClassVar[str] = "内容"

    lead: Text = labelled("小标题", default="", example="全面排查安全隐患。")
    text: Text = labelled("内容", default="", example="抓紧组织各行各业对设备、生产条件进行自查。")

    @property
    def words(self) -> str:
        """Give heading and words in one."""
        return f"{self.lead}{self.text}"


class TextSection(Part):
    """One section: its title, what it opens with, its points."""

    title: Text = labelled("标题", default="", note="不写则不印标题", example="隐患再排查、整改更彻底")
    opening: Text = labelled("段首", default="", note="条目前面的一段")
    points: Annotated[list[TextPoint], AsList] = labelled(
        "条目", factory=list, example=[{"内容": "抓紧组织各行各业进行自查。"}]
    )


def check_filled(paper: Part, names: Iterable[str], *, sections: bool) -> Iterator[Wrong]:
    """Find what a paper without sections of its own can't do without.

    Args:
        paper: the paper.
        names: English names of the fields that the sections stand for.
        sections: whether it has sections.
    """
    if sections:
        return
    for name in names:
        if name in paper.__dict__ and is_blank(_value(paper, name)):
            field = type(paper).model_fields[name]
            example = field.examples[0] if field.examples else ""
            shown = example if isinstance(example, str) else ""
            yield Wrong(
                name, "没有填写", f"如 {shown}；还不知道写 待定" if shown else "补上；还不知道写 待定"
            )


def _value(paper: Part, name: str) -> Any:
    return getattr(paper, name)
