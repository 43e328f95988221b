"""No rule, recogniser or repair fails on any paragraph, table or part: papers of random pieces through the commands."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tongzhi.cli.main import run
from tongzhi.word.document import WordDocument
from tongzhi.word.text import layout_text

from .strangers import PROSE, save

NS = nsdecls("w")
PICTURE = f'<w:r {NS}><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="width:40pt;height:20pt" strokecolor="red"/></w:pict></w:r>'
BOX = (
    f'<w:r {NS}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>云山县文件</w:t></w:r></w:p>'
    "<w:p/></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
XML = (
    PICTURE, BOX, f"<w:r {NS}/>", f"<w:r {NS}><w:t/></w:r>", f"<w:r {NS}><w:tab/></w:r>", f'<w:r {NS}><w:br w:type="page"/></w:r>', f"<w:r {NS}><w:br/></w:r>",
    f'<w:fldSimple {NS} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>', f'<w:r {NS}><w:fldChar w:fldCharType="begin"/></w:r>',
    f'<w:r {NS}><w:fldChar w:fldCharType="end"/></w:r>', f"<w:r {NS}><w:instrText> REF a </w:instrText></w:r>",
    f'<w:ins {NS} w:id="1" w:author="a"><w:r><w:t>加的字</w:t></w:r></w:ins>', f'<w:del {NS} w:id="2" w:author="a"><w:r><w:delText>删的 字</w:delText></w:r></w:del>',
    f'<w:bookmarkStart {NS} w:id="3" w:name="a"/>', f"<w:sdt {NS}><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>",
)  # fmt: skip
TEXTS = (
    "", "　", " ", "\t", "（", "）", "(", "一、", "（一）", "1.", "附件", "附件：", "附件1", "附件：1.甲\n2.乙", "：", "各县：", "抄送：", "抄送：甲。", "签发人：", "签发人", "〔2026〕号",
    "云应急〔2026〕3号", "2026年11月20日", "2026年 月 日", "云山县安委办", "关于检查的通知", "特急", "机密★1年", "000001", "第3期", "同志们：", "年 月 日印发", "云山县  2026年11月20日印发",
    "联系人：王某", "出席：", "出席：李某", "时间：11月25日", "目录", "abc", "{{", "«甲»", "……", "“", "》", "-", "——", "11月31日", "25:00", "下午15:00", "３", PROSE,
)  # fmt: skip
PIECE = st.one_of(
    st.tuples(st.just("text"), st.sampled_from(TEXTS), st.sampled_from([None, 0, 1, 2, 3]), st.sampled_from([None, 10.5, 22, 36])),
    st.tuples(st.just("xml"), st.sampled_from(XML), st.none(), st.none()),
    st.tuples(st.just("table"), st.sampled_from(TEXTS), st.booleans(), st.none()),
    st.tuples(st.just("section"), st.booleans(), st.none(), st.none()),
    st.tuples(st.just("properties"), st.sampled_from(["pageBreakBefore", "keepNext", "rPr", "numPr"]), st.none(), st.none()),
)  # fmt: skip


def make(pieces: list[tuple[str, Any, Any, Any]]) -> bytes:
    document = docx.Document()
    for kind, value, more, size in pieces:
        if kind == "text":
            paragraph = document.add_paragraph()
            paragraph.alignment = more
            run = paragraph.add_run(value)
            run.font.size = docx.shared.Pt(size) if size else None
        elif kind == "xml":
            document.add_paragraph()._p.append(parse_xml(value))
        elif kind == "table":
            cell = document.add_table(1, 2).rows[0].cells[0]
            cell.text = value
            if more:
                cell.add_table(1, 1)
        elif kind == "section":
            section = document.add_section()
            section.different_first_page_header_footer = value
        else:
            document.add_paragraph()._p.get_or_add_pPr().append(docx.oxml.OxmlElement(f"w:{value}"))
    return save(document)


def spared(data: bytes) -> str:
    return "".join("".join(line) for line in layout_text(WordDocument(data))[:1])


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECE, max_size=14))
def test_no_paper_of_random_pieces_makes_a_command_fail(
    tmp_path_factory: Any, pieces: list[tuple[str, Any, Any, Any]]
) -> None:
    folder: Path = tmp_path_factory.mktemp("random")
    source, made = folder / "a.docx", folder / "b.docx"
    data = make(pieces)
    source.write_bytes(data)
    for arguments in (
        ["check", str(source)],
        ["check", "--as", "公文", "--format", "json", str(source)],
        ["format", str(source), "-o", str(made), "--as", "公文", "--force"],
        ["extract", str(source), "-o", str(folder / "t.json"), "--force"],
        ["new", "notice", "--from", str(source), "-o", str(folder / "n.yaml"), "--force"],
        ["new", "minutes", "--from", str(source), "-o", str(folder / "m.yaml"), "--force"],
        ["template", "check", str(source)],
    ):
        out, err = io.StringIO(), io.StringIO()
        held, sys.stdout, sys.stderr = (sys.stdout, sys.stderr), out, err
        try:
            code = run(arguments)
        finally:
            sys.stdout, sys.stderr = held
        said = out.getvalue() + err.getvalue()
        assert code in (0, 1, 2), said
        assert "程序内部出错" not in said, (arguments[:2], said)
        assert "没有核成" not in said, (arguments[:2], said)
    if made.is_file():
        assert spared(made.read_bytes()) == spared(data)
