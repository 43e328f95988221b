"""Slips in whole papers: `python benchmarks/slips.py [FILE…] [--show]`; by default those of benchmarks/slips/.

A file holds papers of our own, each with slips as `{name:right→wrong}`, `#` before titles, `!sign`, `!date`, `!annex`,
and rows of tables between `|`. Every paper is laid out with `format` and checked whole as a user would; then each slip is
put in alone. It counts as found when an error or a hint stands there that the right paper does not have. What the right
papers are told is counted too: it should be nothing.
"""

from __future__ import annotations

import argparse
import io
import re
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

from tongzhi.anatomy.paper import Knowledge
from tongzhi.anatomy.recognition import recognise
from tongzhi.check.repair import format_document
from tongzhi.check.run import check_paper
from tongzhi.model.finding import Finding
from tongzhi.standard.gbt9704 import GBT9704
from tongzhi.word.document import WordDocument

KNOWN = Knowledge(
    units={"临湖市人民政府": "市政府", "临湖市应急管理局": "市应急局", "临湖市公安局": "", "临湖市交通运输局": "", "青蒲县人民政府": "青蒲县"},
    people={"沈明川": "市长", "陆知远": "副市长", "唐若谷": "局长", "高向阳": "支队长", "顾一帆": "科长", "钱立诚": "局长"},
)  # fmt: skip
SLIP = re.compile(r"\{(?P<name>[a-z0-9-]+):(?P<right>[^{}→]*)→(?P<wrong>[^{}]*)\}")


def build(lines: list[str]) -> bytes:
    book = docx.Document()
    table = None
    for line in lines:
        if line.startswith("|"):
            cells = line[1:-1].split("|")
            table = table or book.add_table(0, len(cells), "Table Grid")
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
            continue
        table = None
        if line.startswith("# "):
            book.add_paragraph(line[2:]).alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif line.startswith(("!sign ", "!date ")):
            book.add_paragraph(line[6:]).alignment = WD_ALIGN_PARAGRAPH.RIGHT
        elif line.startswith("!annex "):
            book.add_page_break()
            book.add_paragraph(line[7:])
        else:
            book.add_paragraph(line)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def findings(lines: list[str]) -> list[Finding]:
    data = format_document(build(lines)).data
    found = check_paper(recognise(WordDocument(data), None, GBT9704, KNOWN))
    return [one for one in found if one.level != "open"]


def papers(path: Path) -> list[tuple[str, list[str]]]:
    blocks = path.read_text(encoding="utf-8").split("=== ")[1:]
    return [(lines[0], lines[1:]) for lines in (block.rstrip("\n").split("\n") for block in blocks)]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--show", action="store_true")
    options.add_argument(
        "--kinds", action="store_true", help="recall by kind: what stands before the hyphen of a slip's name"
    )
    options.add_argument("--papers", type=int, default=0, help="only so many papers a file")
    given = options.parse_args()
    for path in given.files or sorted((Path(__file__).parent / "slips").glob("*.txt")):
        hits = count = errors = hints = 0
        kinds: dict[str, list[bool]] = {}
        chosen = papers(path)[: given.papers or None]
        for name, lines in chosen:
            clean = [SLIP.sub(lambda match: match["right"], line) for line in lines]
            kept = findings(clean)
            errors += sum(one.is_error for one in kept)
            hints += sum(not one.is_error for one in kept)
            known = {(one.rule, one.found) for one in kept}
            for number, line in enumerate(lines):
                for slip in SLIP.finditer(line):
                    start = slip.start()
                    wrong = SLIP.sub(lambda m, at=start: m["wrong" if m.start() == at else "right"], line)
                    told = findings([*clean[:number], wrong, *clean[number + 1 :]])
                    hit = any((one.rule, one.found) not in known for one in told)
                    hits, count = hits + hit, count + 1
                    kinds.setdefault(slip["name"].split("-")[0], []).append(hit)
                    if given.show and not hit:
                        print(f"  {name}：没有发现 {slip['right']} → {slip['wrong']}")
            if given.show:
                print("\n".join(f"  {name}：{one.level} {one.found}" for one in kept))
        if given.kinds:
            print("  " + ", ".join(f"{kind} {sum(one)}/{len(one)}" for kind, one in sorted(kinds.items())))
        print(
            f"{path.name}: recall {hits / max(count, 1):.2f} ({hits}/{count}); right papers {len(chosen)}: errors {errors}, hints {hints}"
        )


if __name__ == "__main__":
    main()
