"""`tongzhi template vars|check` as a user types it."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tongzhi.cli.main import run


def make(path: Path, *paragraphs: str) -> str:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))
    return str(path)


def test_vars_lists_names_with_their_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = make(tmp_path / "模板.docx", "{{ 标题 }}", "{%p for 行 in 表 %}", "{{ 行.名 }}", "{%p endfor %}")
    assert run(["template", "vars", path]) == 0
    assert capsys.readouterr().out == "标题（正文）\n表（正文；分项：名）\n"


def test_check_of_a_good_template_is_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "check", make(tmp_path / "a.docx", "{{ 标题 }}"), "--type", "通知"]) == 0
    assert "可以使用" in capsys.readouterr().out


@pytest.mark.parametrize(
    "text", ["{{ 标题", "{{ 标提 }}", "{% for i in range(10**12) %}{% endfor %}", "{{ x.__class__ }}"]
)
def test_check_of_a_bad_template_is_1(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    assert run(["template", "check", make(tmp_path / "a.docx", text), "--type", "notice"]) == 1
    assert "正文 第1段" in capsys.readouterr().err


def test_check_of_no_template_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.docx").write_text("x", encoding="utf-8")
    assert run(["template", "check", str(tmp_path / "a.docx")]) == 2
    assert run(["template", "vars", str(tmp_path / "没有.docx")]) == 2
    assert run(["template", "vars"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_filters_are_listed_with_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "vars", "--filters"]) == 0
    assert "2020-09-30 → 2020年9月30日" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "said"), [("｛｛ 标题 ｝｝{{ 标题 }}", "全角花括号"), ("没有标签", "模板里没有标签")]
)
def test_fill_warns_of_what_the_template_will_not_print(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "a.docx", text)
    assert run(["new", "notice", "-o", "n.yaml"]) == 0
    assert run(["fill", "notice", "n.yaml", "--template", "a.docx", "-o", "b.docx"]) == 0
    assert said in capsys.readouterr().err


def test_template_named_docm_is_refused_whatever_is_inside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path / "a.docx", "{{ 标题 }}")
    (tmp_path / "a.docx").rename(tmp_path / "a.docm")
    assert run(["template", "vars", str(tmp_path / "a.docm")]) == 2
    assert "带宏的模板" in capsys.readouterr().err


def test_vars_says_what_may_be_missing_and_what_the_type_does_not_give(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = make(tmp_path / "模板.docx", "{{ 标题 }}", "{% if 附注 %}有附注{% endif %}", "{{ 天气 }}")
    assert run(["template", "vars", path, "--type", "通知"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "标题（正文）" in lines
    assert "附注（正文；可缺）" in lines
    assert any(line.startswith("天气（正文；") and "没有这个值" in line for line in lines)


def test_template_comes_on_standard_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    data = Path(make(tmp_path / "模板.docx", "{{ 标题 }}")).read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert run(["template", "vars", "-"]) == 0
    assert capsys.readouterr().out == "标题（正文）\n"
