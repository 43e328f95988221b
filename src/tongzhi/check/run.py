"""Check one document: bytes in, findings out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from tongzhi.anatomy.recognition import recognise
from tongzhi.check.registry import rules
from tongzhi.check.silence import silenced_in
from tongzhi.engine.values import read_source as opened
from tongzhi.errors import InputError, MissingToolError, Place, TongzhiError
from tongzhi.model.finding import GBT9704 as GBT9704_NAME
from tongzhi.model.finding import PRACTICE, Finding
from tongzhi.office import all_to_docx, refuse_locked, to_docx
from tongzhi.read.pdf import is_pdf, read_pdf
from tongzhi.standard.gbt9704 import GBT9704, Standard
from tongzhi.word.document import WordDocument
from tongzhi.word.package import read_file
from tongzhi.word.plain import make_plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongzhi.anatomy.nature import Kind
    from tongzhi.anatomy.paper import Knowledge, Paper
    from tongzhi.check.registry import CheckRule

OLD_FORMATS = (".doc", ".wps", ".wpt", ".rtf", ".odt", ".dot")
"""Read through LibreOffice, WPS or Word."""
PLAIN_FORMATS = (".pdf",)
"""Only their text is checked."""

_LEVELS = {"error": 0, "warning": 1, "open": 2}


def check(
    source: str | Path | bytes | BinaryIO,
    *,
    name: str | None = None,
    standard: Standard = GBT9704,
    knowledge: Knowledge | None = None,
    kind: Kind | None = None,
) -> list[Finding]:
    """Give the findings of a document: against GB/T 9704-2012 and for slips of its content.

    Args:
        source: a path (.docx, or .doc/.wps where an office program is installed), or the bytes or open file of a .docx.
        name: the name that findings give as their file; by default the path's.
        standard: the numbers to check against, an office's own style laid over them.
        knowledge: bodies and persons that the office knows, for names in the text.
        kind: what kind of paper it is; recognised by default.

    Raises:
        InputError: the document cannot be read.
        LimitError: it would unpack to an unreasonable size.
        MissingToolError: it is a .doc or .wps and there is no office program.
    """
    if not isinstance(source, str | Path | bytes):
        name, source = name or getattr(source, "name", None), opened(source, "文件")
    data, name = read_source(source, name)
    kind = "其他" if is_plain(source) else kind
    return check_paper(recognise(WordDocument(data, name), name, standard, knowledge, kind))


def check_paper(paper: Paper) -> list[Finding]:
    """Give the findings of a recognised paper, page and head first, then down the paragraphs."""
    if paper.is_template:
        return [template_finding(paper)]
    found: list[Finding] = []
    silenced, _ = silenced_in(paper)
    for each in rules():
        if each.quiet or each.id in silenced or not each.speaks_of(paper):
            continue
        said, failed = each.safe_find(paper)
        found += said if paper.nature.is_official else [_loosen(finding, each) for finding in said]
        found += [failed] if failed is not None else []
    if not found:
        return []
    order = {each.id: position for position, each in enumerate(rules())}
    return sorted(
        dict.fromkeys(found),
        key=lambda finding: (
            finding.place.paragraph or 0,
            order[finding.rule],
            _LEVELS[finding.level],
        ),
    )


def _loosen(finding: Finding, rule: CheckRule) -> Finding:
    """Let a clause of the standard for official papers only advise where the paper is none."""
    binding = finding.source == GBT9704_NAME and finding.level == "error"
    offered = finding.repair if rule.scope == "文稿" else None
    return replace(finding, strength="实务" if binding else finding.strength, repair=offered)


def template_finding(paper: Paper) -> Finding:
    """Give the one finding of a template: it is filled first and checked then."""
    return Finding(
        "template",
        "模板",
        "待定",
        Place(file=paper.name),
        "这是模板，还没有填",
        "用 tongzhi template check 查模板；填好后再核稿",
        source=PRACTICE,
    )


def repairs(paper: Paper) -> Iterator[Finding]:
    """Give every finding that `format` can put right, those of quiet rules too; silenced ones are left alone."""
    silenced, _ = silenced_in(paper)
    for each in rules():
        if each.id in silenced or each.of_words:
            continue
        if not (paper.nature.is_official or (each.scope == "文稿" and each.speaks_of(paper))):
            continue
        for finding in each.safe_find(paper)[0]:
            if finding.repair is not None:
                yield finding


def read_source(source: str | Path | bytes, name: str | None = None) -> tuple[bytes, str | None]:
    """Give the bytes of a .docx and its name; older formats are turned into .docx first."""
    if isinstance(source, bytes):
        return source, name
    path = Path(source)
    name = name or str(path)
    data = read_file(path)
    if is_pdf(data):
        return make_plain(read_pdf(data, name)), name
    if _is_old(path, data):
        return convert_old(path, data), name
    return data, name


def _is_old(path: Path, data: bytes) -> bool:
    return path.suffix.lower() == ".rtf" or data[:8] == _OLE or _is_open_document(data)


def convert_all_old(paths: Sequence[Path]) -> dict[Path, bytes]:
    """Turn the old files among several into .docx, the office program started once for all: a start takes seconds.

    Files that could not be converted are missing; read alone, each tells why.
    """
    with TemporaryDirectory(prefix="tongzhi-") as folder:
        sources: dict[str, Path] = {}
        for number, path in enumerate(paths):
            try:
                data = read_file(path)
                if path.suffix.lower() in PLAIN_FORMATS or not _is_old(path, data):
                    continue
                source = Path(folder) / f"{number}{_old_ending(path, data)}"
                source.touch(0o600)
                source.write_bytes(data)
                with source.open("rb") as stream:
                    refuse_locked(stream, str(path))
            except TongzhiError:
                continue
            sources[source.name] = path
        if len(sources) < 2:
            return {}
        made = all_to_docx([Path(folder) / name for name in sources], Path(folder) / "docx")
        done = {path.stem: path.read_bytes() for path in made}
        return {path: done[stem] for name, path in sources.items() if (stem := Path(name).stem) in done}


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _is_open_document(data: bytes) -> bool:
    """Whether a file is an OpenDocument text (LibreOffice's own), whatever it is called."""
    return data[:4] == b"PK\x03\x04" and b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:120]


def convert_old(path: Path, data: bytes | None = None) -> bytes:
    """Turn a .doc, .wps, .rtf or .odt into .docx through an installed office program; its content tells which it is."""
    data = read_file(path) if data is None else data
    with TemporaryDirectory(prefix="tongzhi-") as folder:
        source = Path(folder) / f"{path.stem}{_old_ending(path, data)}"
        source.write_bytes(data)
        source.chmod(0o600)
        try:
            return to_docx(source, Path(folder)).read_bytes()
        except (MissingToolError, InputError) as error:  # says which file it is, not its copy's name
            named = [replace(one, place=Place(file=str(path))) for one in error.problems]
            raise type(error)(named) from error


def _old_ending(path: Path, data: bytes) -> str:
    """Give the ending by which the office program knows what the file is."""
    if _is_open_document(data):
        return ".odt"
    return path.suffix.lower() if path.suffix.lower() in OLD_FORMATS else ".doc"


def is_plain(path: str | Path | bytes) -> bool:
    """Whether a file has text only, so that its layout cannot be checked."""
    if isinstance(path, bytes):
        return False
    return Path(path).suffix.lower() in PLAIN_FORMATS
