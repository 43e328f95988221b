from __future__ import annotations

from pathlib import Path

import pytest

from tongzhi.errors import TongzhiError
from tongzhi.read.owners import read_owners


def write(tmp_path: Path, text: str, name: str = "o.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        "矿山: 市应急管理局、市自然资源局\n",
        "矿山: [市应急管理局, 市自然资源局]\n",
        "矿山: {牵头: 市应急管理局, 配合: [市自然资源局]}\n",
        "责任单位对照:\n  矿山: 市应急管理局，市自然资源局\n",
    ],
)
def test_every_way_of_writing_gives_the_leader_first(tmp_path: Path, text: str) -> None:
    assert read_owners(write(tmp_path, text)) == {"矿山": ("市应急管理局", "市自然资源局")}


def test_json_is_read_too(tmp_path: Path) -> None:
    path = write(tmp_path, '{"消防": "市消防救援支队"}', "o.json")
    assert read_owners(path) == {"消防": ("市消防救援支队",)}


@pytest.mark.parametrize("text", ["- 甲\n", "矿山:\n消防: 甲\n", "矿山: [\n"])
def test_what_is_no_map_is_refused_in_chinese(tmp_path: Path, text: str) -> None:
    with pytest.raises(TongzhiError) as error:
        read_owners(write(tmp_path, text))
    assert "o.yaml" in str(error.value)
