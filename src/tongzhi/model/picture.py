"""A picture that the data names: its file, and how large it is printed."""

from __future__ import annotations

from tongzhi.model.base import Part, labelled
from tongzhi.model.types import Amount, Text


class Picture(Part):
    """A picture file (.png .jpg .gif .bmp .tif); sizes in mm, one of them gives the other."""

    line = "file"

    file: Text = labelled("文件", also=("路径", "图片"), note="图片文件，从当前文件夹找起")
    width: Amount | None = labelled("宽", default=None, also=("宽度",), note="毫米", gt=0, le=400)
    height: Amount | None = labelled("高", default=None, also=("高度",), note="毫米", gt=0, le=400)
