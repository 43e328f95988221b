from __future__ import annotations

from tongzhi.extract.classify import read_text


def test_a_text_is_read_once_with_one_row_of_everything_for_each_unit():
    reading = read_text("一、總體要求\n各縣區要在3月底前完成排查。會上講了情況。")
    assert [line.unit.text for line in reading.lines] == [
        "一、總體要求", "各縣區要在3月底前完成排查。", "會上講了情況。",
    ]  # fmt: skip
    assert len(reading.words) == len(reading.clauses) == len(reading.signs) == 3
    assert reading.shadow.startswith("一、总体要求")
    assert len(reading.shadow) == len(reading.text)
    assert reading.signs[1].text == "各县区要在3月底前完成排查。"


def test_words_keep_their_places_in_the_whole_text():
    reading = read_text("好。\n市水利局去查水库。")
    for words in reading.words:
        for word in words:
            assert reading.shadow[word.start : word.end] == word.text


def test_nothing_is_read_from_nothing():
    assert read_text("").lines == []
