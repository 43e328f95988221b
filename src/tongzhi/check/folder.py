"""Several papers checked: each on its own, and those of one folder against each other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tongzhi.anatomy.nature import Nature
from tongzhi.anatomy.recognition import recognise
from tongzhi.check.between import FOLDER_RULES, FolderRule
from tongzhi.check.run import OLD_FORMATS, PLAIN_FORMATS, check_paper, convert_all_old, is_plain, read_source
from tongzhi.check.silence import silenced_in
from tongzhi.errors import InputError, Place, Problem, TongzhiError
from tongzhi.model.finding import Finding
from tongzhi.standard.gbt9704 import GBT9704, Standard
from tongzhi.word.document import WordDocument

if TYPE_CHECKING:
    from tongzhi.anatomy.nature import Kind
    from tongzhi.anatomy.paper import Knowledge, Paper


ENDINGS = (".docx", ".dotx", *OLD_FORMATS, *PLAIN_FORMATS)


@dataclass(frozen=True, slots=True)
class FolderReport:
    """What a check of several files gives: findings by file, files that could not be read, findings between papers."""

    files: dict[str, list[Finding]]
    kinds: dict[str, str]
    natures: dict[str, Nature]
    failed: dict[str, TongzhiError]
    between: list[Finding]
    silenced: dict[str, frozenset[str]] = field(default_factory=dict)
    """File → the rules that were not checked in it."""
    notes: list[Problem] = field(default_factory=list)
    """Names after 核稿不查 in Word comments that are no rule's."""

    @property
    def findings(self) -> list[Finding]:
        """All findings."""
        return [*(each for found in self.files.values() for each in found), *self.between]


def find_papers(paths: list[Path]) -> list[tuple[Path, Path | None]]:
    """Give the documents of files and folders, each with the folder it was found through.

    Raises:
        InputError: a file is no Word document or not there, or a folder holds none.
    """
    found: list[tuple[Path, Path | None]] = []
    for path in paths:
        if not path.is_dir():
            if path.suffix.lower() not in ENDINGS and path.exists():
                raise InputError.one(
                    f"不认识的文件类型“{path.suffix}”",
                    "请给 .docx（或 .doc、.wps、有文字的 .pdf）",
                    place=Place(file=str(path)),
                )
            found.append((path, None))
            continue
        inside = sorted(
            each
            for each in path.rglob("*")
            if each.suffix.lower() in ENDINGS and each.is_file() and not _is_hidden(each, path)
        )
        if not inside:
            raise InputError.one("文件夹里没有 Word 文档", "换一个文件夹", place=Place(file=str(path)))
        found += [(each, path) for each in inside]
    return list(dict.fromkeys(found))


def _is_hidden(path: Path, top: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.relative_to(top).parts)


def check_files(
    paths: list[Path],
    *,
    standard: Standard = GBT9704,
    knowledge: Knowledge | None = None,
    kind: Kind | None = None,
) -> FolderReport:
    """Check files and folders; the papers of one folder are held against each other too.

    Raises:
        InputError: nothing could be read at all.
    """
    found = find_papers(paths)
    files: dict[str, list[Finding]] = {}
    kinds: dict[str, str] = {}
    natures: dict[str, Nature] = {}
    failed: dict[str, TongzhiError] = {}
    silenced: dict[str, frozenset[str]] = {}
    notes: list[Problem] = []
    folders: dict[Path, list[Paper]] = defaultdict(list)
    converted = convert_all_old([path for path, _ in found])
    for path, folder in found:
        try:
            data, name = read_source(converted.get(path, path), str(path))
            paper = recognise(
                WordDocument(data, name), name, standard, knowledge, "其他" if is_plain(path) else kind
            )
            if is_plain(path):
                paper.nature = Nature("其他", "大", ("PDF 只有文字，看不出版式",))
        except TongzhiError as error:
            if len(found) == 1:
                raise
            failed[str(path)] = error
            continue
        files[str(path)] = check_paper(paper)
        silenced[str(path)], unknown = silenced_in(paper)
        notes += unknown
        kinds[str(path)] = paper.kind
        natures[str(path)] = Nature("其他", "大", ("还没有填的模板",)) if paper.is_template else paper.nature
        if folder is not None:
            folders[path.parent].append(paper)
    if not files:
        raise InputError([problem for error in failed.values() for problem in error.problems])
    between = [each for papers in folders.values() for each in check_together(papers)]
    return FolderReport(files, kinds, natures, failed, between, silenced, notes)


def check_together(papers: list[Paper]) -> list[Finding]:
    """Give the findings between papers of one meeting; papers of one batch are not held against each other."""
    if len(papers) < 2:
        return []
    silent = papers[0].knowledge.silenced
    spoken = [rule for rule in FOLDER_RULES if rule.id not in silent]
    return list(dict.fromkeys(found for rule in spoken for found in _found(rule, papers)))


def _found(rule: FolderRule, papers: list[Paper]) -> list[Finding]:
    found: list[Finding] = []
    try:
        found.extend(rule.find(papers))
    except TongzhiError:
        raise
    except Exception as error:  # noqa: BLE001  the other rules go on
        words = f"“{rule.says.rstrip('。')}”这一条没有核成（程序出错：{type(error).__name__}）"
        found.append(Finding(rule.id, rule.clause, "待定", Place(), words, "请人工核对", source=rule.source))
    return found
