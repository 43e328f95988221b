from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from tongzhi.errors import TongzhiError
from tongzhi.read.encoding import decode
from tongzhi.read.speech import find_head_date, find_speeches, read_speech

WORDS = "各县区要在月底前完成检查，把隐患清单报送市安委办。会后立即部署，不得拖延。"
TRADITIONAL = "各縣區要在月底前完成檢查，把隱患清單報送辦公室。會後立即部署，不得拖延。"


def problem(error: pytest.ExceptionInfo[TongzhiError]) -> str:
    text = str(error.value)
    assert not any(word in text for word in ("Traceback", "codec", "Error", "error"))
    return text


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (WORDS.encode(), WORDS, "utf-8"),
        (WORDS.encode("utf-8-sig"), WORDS, "utf-8"),
        (WORDS.encode("gb18030"), WORDS, "gb18030"),
        (TRADITIONAL.encode("gb18030"), TRADITIONAL, "gb18030"),
        (TRADITIONAL.encode("big5"), TRADITIONAL, "big5"),
        (WORDS.encode("utf-16"), WORDS, "utf-16-le"),
        (WORDS.encode("utf-16-le"), WORDS, "utf-16-le"),
        (WORDS.encode("utf-16-be"), WORDS, "utf-16-be"),
        (WORDS.encode("utf-32"), WORDS, "utf-32-le"),
        ("一\r\n二\r三\n".encode(), "一\r\n二\r三\n", "utf-8"),
        (b"plain", "plain", "utf-8"),
    ],
)
def test_encoding_is_found_and_line_ends_stay(data: bytes, text: str, encoding: str) -> None:
    found = decode(data, "讲话.txt")
    assert (found.text, found.encoding) == (text, encoding)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (WORDS.encode()[:-1], "残缺"),
        (WORDS.encode("gb18030")[:-1], "残缺"),
        (bytes(range(1, 32)) * 40, "不是文本"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG....", "图片"),
        (bytes(range(0x81, 0xFE)) * 4 + b"\x81", "残缺|不是文本|认不准"),
        ("鷟鸘龘靐齾龗".encode("gb18030"), "--encoding"),
    ],
)
def test_what_cannot_be_read_is_said_in_chinese(data: bytes, words: str) -> None:
    with pytest.raises(TongzhiError) as error:
        decode(data, "讲话.txt")
    assert any(word in problem(error) for word in words.split("|"))


def test_the_given_encoding_is_taken_and_a_wrong_one_is_named() -> None:
    assert decode("鷟鸘".encode("gb18030"), "x", "gbk18030".replace("gbk", "gb")).text == "鷟鸘"
    with pytest.raises(TongzhiError) as error:
        decode(b"abc", "x", "没有的")
    assert "没有的" in problem(error)
    with pytest.raises(TongzhiError) as wrong:
        decode(WORDS.encode("gb18030"), "x", "utf-8")
    assert "utf-8" in problem(wrong)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("在全市会议上的讲话\n（2020年10月12日）\n同志们：", date(2020, 10, 12)),
        ("讲话\n\n二〇二六年三月十七日\n市长", date(2026, 3, 17)),
        ("在2020年10月12日全市安全生产会议上的讲话\n", date(2020, 10, 12)),
        ("时间：2024年10月11日（星期五）上午9:00\n地点：会议室", date(2024, 10, 11)),
        ("会议时间: 2024-10-11\n", date(2024, 10, 11)),
        ("（根据录音整理，2024年9月2日）\n", date(2024, 9, 2)),
        ("＊＊＊\n（２０２０年１０月１２日）", None),
        ("2020年10月12日，某地发生一起事故，造成3人死亡。\n", None),
        ("同志们：\n2020年10月12日以来，各县区做了工作。", None),
        ("讲话\n（2020年2月30日）", None),
        ("没有日期的讲话", None),
    ],
)
def test_the_day_that_the_head_states_is_found(head: str, day: date | None) -> None:
    assert find_head_date(head) == day


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


SRT = "1\r\n00:00:01,000 --> 00:00:03,500\r\n各县区要\r\n<i>马上</i>开会\r\n\r\n2\r\n00:01:02,5 --> 00:01:04,000\r\n会后报送\r\n"
VTT = "WEBVTT\n\nNOTE 说明\n不算\n\n1\n00:05.000 --> 00:08.000 align:start\n<v 市长>各县区要开会&amp;部署\n\n01:00:00.250 --> 01:00:02.000\n散会\n"


def test_subtitles_are_joined_by_line_feeds_with_their_times(tmp_path: Path) -> None:
    speech = read_speech(write(tmp_path / "a.srt", SRT.encode()))
    assert speech.text == "各县区要\n马上开会\n会后报送"
    assert [(speech.text[c.start : c.end], c.time) for c in speech.cues] == [
        ("各县区要\n马上开会", "00:00:01.000"),
        ("会后报送", "00:01:02.500"),
    ]


def test_vtt_notes_tags_and_settings_are_no_text(tmp_path: Path) -> None:
    speech = read_speech(write(tmp_path / "a.vtt", VTT.encode()))
    assert speech.text == "各县区要开会&部署\n散会"
    assert [cue.time for cue in speech.cues] == ["00:00:05.000", "01:00:00.250"]


def test_subtitles_without_a_cue_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TongzhiError) as error:
        read_speech(write(tmp_path / "a.srt", "没有时间".encode()))
    assert "字幕" in problem(error)


def docx(*paragraphs: str) -> bytes:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "甲", "乙"
    raw = io.BytesIO()
    document.save(raw)
    return raw.getvalue()


def test_word_paragraphs_and_cells_are_joined_in_reading_order(tmp_path: Path) -> None:
    speech = read_speech(write(tmp_path / "a.docx", docx("第一段", "第二段")))
    assert speech.text.startswith("第一段\n第二段\n甲\n乙")
    assert len(speech.sha256) == 64


def test_insertions_count_and_deletions_do_not(tmp_path: Path) -> None:
    data = docx("要MARK检查")
    source, target = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(target, "w") as out:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                part = part.replace(
                    "要MARK检查".encode(),
                    '要</w:t></w:r><w:ins w:id="1" w:author="a"><w:r><w:t>立即</w:t></w:r></w:ins><w:del w:id="2" w:author="a"><w:r>'
                    "<w:delText>尽快</w:delText></w:r></w:del><w:r><w:t>检查".encode(),
                )
            out.writestr(name, part)
    assert read_speech(write(tmp_path / "a.docx", target.getvalue())).text.startswith("要立即检查")


def test_damaged_word_file_is_refused_in_chinese(tmp_path: Path) -> None:
    data = docx("文字")
    for bad in (data[: len(data) // 2], b"not a zip", b"PK\x03\x04" + b"\0" * 40):
        with pytest.raises(TongzhiError) as error:
            read_speech(write(tmp_path / "a.docx", bad))
        problem(error)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "空的"),
        ("a.txt", " \r\n　".encode(), "空的"),
        ("a.pdf", b"%PDF", ".pdf"),
        ("a.mp3", b"ID3", ".mp3"),
        ("a.txt", "机密★1年\n讲话\n".encode(), "涉密"),
        ("a.txt", "000001\n秘 密\n秘密★\n讲话\n".encode(), "涉密"),
    ],
)
def test_unusable_speech_is_refused_with_a_reason(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    with pytest.raises(TongzhiError) as error:
        read_speech(write(tmp_path / name, data))
    assert words in problem(error)
    assert error.value.exit_code == 2


def test_a_secret_head_is_read_where_the_office_allows_it(tmp_path: Path) -> None:
    assert read_speech(
        write(tmp_path / "a.txt", "机密★1年\n讲话".encode()), allow_secret=True
    ).text.startswith("机密★")


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(TongzhiError) as error:
        read_speech(tmp_path / "没有.txt")
    assert "没有.txt" in problem(error)


def test_a_folder_gives_its_speeches_in_order_without_lock_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.docx", "~$a.docx", ".x.txt", "c.xlsx"):
        write(tmp_path / name, b"x")
    assert [path.name for path in find_speeches([tmp_path, tmp_path / "b.txt"])] == ["a.docx", "b.txt"]


def test_a_folder_without_speeches_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TongzhiError):
        find_speeches([tmp_path])


@pytest.mark.office
def test_old_word_files_are_read_through_an_office_program(tmp_path: Path) -> None:
    import subprocess

    from tongzhi.office import find_libreoffice

    program = find_libreoffice()
    assert program is not None
    source = write(tmp_path / "讲话.docx", docx("各县区要在月底前完成检查。"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", "doc", "--outdir", tmp_path, source],
        check=True,
        capture_output=True,
    )
    (tmp_path / "讲话.doc").rename(tmp_path / "讲话.wps")
    assert "各县区要在月底前完成检查。" in read_speech(tmp_path / "讲话.wps").text


@pytest.mark.parametrize(
    "line", ["00:00:01 -> 00:00:03", "00:00:xx --> 00:00:03", "00：00：01，000 --> 00：00：03"]
)
def test_damaged_time_of_a_subtitle_is_told_and_no_words_are_lost(tmp_path: Path, line: str) -> None:
    text = f"1\n{line}\n各县区要开会\n\n2\n00:00:03,000 --> 00:00:05,000\n散会\n"
    with pytest.raises(TongzhiError) as error:
        read_speech(write(tmp_path / "a.srt", text.encode()))
    assert "第2行" in problem(error)
    assert "读不出来" in problem(error)


def test_words_after_a_blank_line_of_a_subtitle_stay(tmp_path: Path) -> None:
    text = "1\n00:00:01,000 --> 00:00:03,000\n各县区要\n\n马上开会\n\n标识\n00:00:03,000 --> 00:00:05,000\n散会\n\n3\n"
    speech = read_speech(write(tmp_path / "a.srt", text.encode()))
    assert speech.text == "各县区要\n马上开会\n散会"
    assert [speech.text[cue.start : cue.end] for cue in speech.cues] == ["各县区要\n马上开会", "散会"]


@pytest.mark.parametrize(
    ("limit", "words"), [("MAX_CHARS", "超过"), ("MAX_LINE", "有一行长"), ("MAX_BYTES", "超过")]
)
def test_speech_over_a_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, words: str
) -> None:
    from tongzhi.read import speech

    monkeypatch.setattr(speech, limit, 20)
    with pytest.raises(TongzhiError) as error:
        read_speech(write(tmp_path / "讲话.txt", WORDS.encode()))
    assert words in problem(error)


def test_speech_on_standard_input_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from tongzhi.read import speech

    monkeypatch.setattr(speech, "MAX_BYTES", 20)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WORDS.encode())))
    with pytest.raises(TongzhiError) as error:
        read_speech(Path("-"))
    assert "超过" in problem(error)


def test_the_day_is_not_looked_for_below_the_first_long_line() -> None:
    assert (
        find_head_date("在全市安全生产工作会议上的讲话\n" + "同志们，" * 30 + "\n（2020年10月12日）\n")
        is None
    )


def test_cue_without_words_is_left_out_and_cues_may_follow_without_blank_lines(tmp_path: Path) -> None:
    text = "00:01.000 --> 00:02.000\n\n00:03.000 --> 00:04.000\n各县区要开会\n00:05.000 --> 00:06.000\n散会\n"
    assert read_speech(write(tmp_path / "a.vtt", f"WEBVTT\n\n{text}".encode())).text == "各县区要开会\n散会"


def test_long_speech_is_guessed_by_its_beginning_wherever_a_character_is_cut() -> None:
    for start in ("", "a"):
        text = start + WORDS * 6000
        assert decode(text.encode("gb18030"), "讲话.txt").text == text


def test_long_speech_damaged_far_down_is_refused() -> None:
    with pytest.raises(TongzhiError) as error:
        decode((WORDS * 6000).encode("gb18030") + b"\xff\xff" + WORDS.encode("gb18030"), "讲话.txt")
    problem(error)
