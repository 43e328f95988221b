"""Names of counties, townships and streets: one spelling for the same place."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_HAN = "㐀-鿿"
_BODY = re.compile(
    rf"(?<=[{_HAN}]{{2}})(?:人民政府|政府|街道办事处(?=$)|办事处|党工委|党委|管理委员会|管委会|工作委员会"
    r"|(?:(?<=社区)居民|(?<=村)村民)委员会|(?<=社区)居委会|(?<=村)村委会|委员会)(?:办公室)?$"
)
_ENDING = "县|区|市|旗|州|盟|镇|乡|街道|苏木|新区|园区|开发区|高新区|农场|林场|管理区|示范区|度假区|办事处|地区|社区|村|嘎查"
_PLACE = re.compile(rf"[{_HAN}]{{1,12}}(?:{_ENDING})")


@lru_cache(maxsize=4096)
def place_key(name: str) -> str:
    """Give the name under which a place is known: 石佛镇 for 石 佛 镇, 石佛镇人民政府 and 石佛镇政府, 东门街道 for its 办事处."""
    text = "".join(unicodedata.normalize("NFKC", name).split())
    text = re.sub(r"[()][^()]*[()]$", "", text) if re.search(r"\((?:含|不含|本级|盖章).*\)$", text) else text
    if text.endswith("街道办事处"):
        return text.removesuffix("办事处")
    return _BODY.sub("", text) or text


def is_place(name: str) -> bool:
    """Tell whether a name is that of a county, a township, a street or a zone."""
    return _PLACE.fullmatch(place_key(name)) is not None


def bare_place(name: str) -> str:
    """Give a place's name without what kind of place it is: 石佛 of 石佛镇, 杏园 of 杏园社区."""
    return re.sub(r"(?:街道|社区|[县区市旗镇乡村])$", "", name)


def split_places(name: str) -> list[str]:
    """Give the places that one cell names: 石佛镇、青杠镇 are two."""
    parts = [part for part in re.split(r"[、,，;；/／\n和及与]", name) if part.strip()]
    return parts if len(parts) > 1 and all(is_place(part) for part in parts) else [name]
