from __future__ import annotations

import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tongzhi.resources import corpus_path
from tongzhi.zh import segment
from tongzhi.zh.segment import part_glued, read_user_words, tag_words

TEXTS = [
    "对全市114家非煤矿山企业、202座尾矿库，要加强隐患排查整治和值班值守。",
    "相关部门要强化值班值守、严格落实24小时值班制度\r\n应急队伍要随时处于待命状态 GRB系统3.5%",
    "把酒小场所再扫一遍 重点看什么呢 龘龘之地 ②ABC_1 A座B超",
    "",
]

PEER = """
import io, json, sys
import jieba, jieba.posseg
jieba.setLogLevel(60)
text, words = json.load(sys.stdin)
jieba.load_userdict(io.StringIO(words))
print(json.dumps([(pair.word, pair.flag) for pair in jieba.posseg.cut(text)]))
"""


def _peer(text: str, folder: Path) -> list[list[str]]:
    import json

    words = "\n".join(
        f"{word} {count} {tag}" for word, count, tag in read_user_words(corpus_path("words.txt"))
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PEER],
        input=json.dumps([text, words]),
        capture_output=True,
        text=True,
        check=True,
        env={"TMPDIR": str(folder), "PYTHONIOENCODING": "utf-8"},
    )
    return json.loads(done.stdout)


def test_cuts_and_tags_are_those_of_stock_jieba_with_our_words(tmp_path):
    text = "\n".join(TEXTS)
    assert [[word.text, word.tag] for word in tag_words(text)] == _peer(text, tmp_path)


@pytest.mark.parametrize("text", TEXTS)
def test_words_put_together_are_the_text(text):
    words = tag_words(text, 7)
    assert "".join(word.text for word in words) == text
    assert all(text[word.start - 7 : word.end - 7] == word.text for word in words)


def test_terms_of_the_field_stay_whole():
    found = {word.text for word in tag_words("非煤矿山的隐患排查整治，尾矿库、重大事故隐患、挂牌督办")}
    assert {"非煤矿山", "隐患排查整治", "尾矿库", "重大事故隐患", "挂牌督办"} <= found


def test_nothing_is_printed_and_no_cache_is_written(tmp_path):
    done = subprocess.run(
        [
            sys.executable,
            "-W",
            "error",
            "-c",
            "from tongzhi.zh.segment import tag_words; tag_words('安全生产')",
        ],
        capture_output=True,
        check=True,
        env={"TMPDIR": str(tmp_path)},
    )
    assert (done.stdout, done.stderr) == (b"", b"")
    assert list(tmp_path.iterdir()) == []
    assert tempfile.gettempdir() != str(tmp_path)


def test_others_still_get_a_whole_jieba():
    tag_words("安全")
    import jieba.posseg

    assert len(jieba.posseg.dt.word_tag_tab) > 300000


def test_function_words_are_parted_from_guessed_words_and_dictionary_words_stay_whole():
    text = "食堂归市商务局管，要求各科室由非本组人员查。"
    whole = tag_words(text)
    parted = part_glued(whole)
    assert "".join(word.text for word in parted) == text
    assert all(text[word.start : word.end] == word.text for word in parted)
    words = [word.text for word in parted]
    assert "归" in words
    assert "由" in words
    assert "要求" in words


def test_the_same_characters_over_and_over_are_one_word_and_nothing_is_lost():
    text = "各县区" + "二〇二〇年" * 3000 + "要开展检查" + "要" * 3000 + "。"
    words = tag_words(text, 5)
    assert "".join(word.text for word in words) == text
    assert words[0].start == 5
    assert all(word.start == 5 + text.index(word.text) for word in words if len(word.text) > 1000)
    assert len(words) < 20


def test_threads_that_cut_at_once_find_the_words_each_finds_alone():
    text = "市应急管理局会同市住房和城乡建设局对城镇燃气餐饮场所开展拉网式排查，自然资源规划部门研究制定滑坡泥石流避险方案，"
    alone = segment.tag_words(text)
    often = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(12):
            segment._loaded.cache_clear()
            with ThreadPoolExecutor(8) as pool:
                together = list(pool.map(segment.tag_words, [text] * 8))
            assert together == [alone] * 8
    finally:
        sys.setswitchinterval(often)
        segment._loaded.cache_clear()
