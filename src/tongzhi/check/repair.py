"""Sets an untidy document to the standard by the repairs of the findings, and proves that its text stayed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tongzhi.anatomy.nature import Nature
from tongzhi.anatomy.paper import Knowledge, Paper
from tongzhi.anatomy.recognition import recognise
from tongzhi.check.registry import rules
from tongzhi.check.run import check_paper, is_plain, read_source, repairs
from tongzhi.errors import InputError, Place, TongzhiError
from tongzhi.standard.gbt9704 import GBT9704, Standard
from tongzhi.word.document import WordDocument, as_document
from tongzhi.word.punctuate import TextChange, repair_punctuation
from tongzhi.word.text import BLANKS, layout_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tongzhi.anatomy.nature import Kind
    from tongzhi.model.finding import Finding

MAX_ROUNDS = 6
"""Repairs that make new ones possible are applied in rounds; papers settle after two or three."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """A formatted document: its bytes, what was put right, which words were changed, what is left to a person.

    `nature` tells what kind of paper it is; one that is no official paper is left as it was (an internal one gets a
    gentle set of repairs). `given_up` names rules whose repair failed and was taken back.
    """

    data: bytes
    repaired: list[Finding] = field(default_factory=list)
    changes: list[TextChange] = field(default_factory=list)
    left: list[Finding] = field(default_factory=list)
    nature: Nature = field(default_factory=Nature)
    given_up: frozenset[str] = frozenset()

    @property
    def is_left_alone(self) -> bool:
        """Whether it was not laid out, being another kind of paper."""
        return not self.nature.is_official and self.nature.kind != "内部文稿"


def format_document(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    standard: Standard = GBT9704,
    knowledge: Knowledge | None = None,
    fix_text: bool = False,
    revisions: bool = False,
    only: Callable[[Finding], bool] | None = None,
    kind: Kind | None = None,
) -> Formatted:
    """Set a document to the standard; its text stays unless `fix_text` lets punctuation be repaired.

    Args:
        source: a path or the bytes of a .docx.
        name: the name that messages give the file.
        standard: the numbers to set, an office's own style laid over them.
        knowledge: bodies and persons for the check afterwards.
        fix_text: repair punctuation too; every change is in `changes`.
        revisions: write the changes of text as Word revisions, to be accepted or refused.
        only: says which findings are put right; all by default.
        kind: what kind of paper it is (`公文` lays out whatever it is); recognised by default.

    Raises:
        InputError: the document cannot be read, or its text would not have stayed (our fault; nothing is written).
    """
    if is_plain(source):
        raise InputError.one(
            "PDF 排不了版", "给原来的 .docx；只核内容用 tongzhi check", place=Place(file=str(source))
        )
    data, name = read_source(source, name)
    refuse_strict(data, name)
    data = as_document(data)
    paper = recognise(WordDocument(data, name), name, standard, knowledge, kind)
    if paper.is_template:
        raise InputError.one("这是模板，还没有填", "先用 tongzhi fill 填好，再排版", place=Place(file=name))
    layout = _Layout(
        data, name, standard, paper.nature, only, layout_text(paper.document), _silence(knowledge)
    )
    layout.run()
    current, after = layout.current, layout.settled
    changes: list[TextChange] = []
    if fix_text:
        document = WordDocument(current, name)
        changes = repair_punctuation(document, revisions=revisions)
        current = document.save()
        if not revisions:
            _prove_changes(WordDocument(data, name), WordDocument(current, name), changes, name)
    if after is None or fix_text:
        after = recognise(WordDocument(current, name), name, standard, None, paper.nature.kind)
    after.nature, after.knowledge = paper.nature, paper.knowledge
    left = check_paper(after)
    quiet = {finding.rule for finding in left}
    shown = [
        each for each in layout.repaired if _is_shown(each) and (each.rule not in quiet or each not in left)
    ]
    return Formatted(current, shown, changes, left, paper.nature, frozenset(layout.given_up))


def _silence(knowledge: Knowledge | None) -> Knowledge | None:
    """Give what the repairs need to know of the office: which rules it leaves alone; names repair nothing."""
    return Knowledge(silenced=knowledge.silenced) if knowledge is not None else None


@dataclass
class _Layout:
    """The rounds of repairs of one document. A rule whose repair fails, or costs text, is taken back and left out."""

    data: bytes
    name: str | None
    standard: Standard
    nature: Nature
    only: Callable[[Finding], bool] | None
    words: list[tuple[str, ...]]
    """Its text, which has to stay."""
    knowledge: Knowledge | None = None
    repaired: list[Finding] = field(default_factory=list)
    given_up: set[str] = field(default_factory=set)
    current: bytes = b""
    settled: Paper | None = None
    """The paper of the last round where that found nothing left to repair, so that it need not be read once more."""

    def run(self) -> None:
        """Repair until nothing more changes; the text is proved to have stayed."""
        if self._settle():
            return
        for rule in dict.fromkeys(each.rule for each in self.repaired):
            if not self._settle(alone=rule):
                self.given_up.add(rule)
        if not self._settle():
            raise _broken(self.name)

    def _settle(self, alone: str | None = None) -> bool:
        self.repaired, self.current, self.settled = [], self.data, None
        for _ in range(MAX_ROUNDS):
            made = self._round(alone)
            if made is None:
                return self._settle(alone)
            if made == self.current:
                break
            self.current = made
        document = (
            self.settled.document if self.settled is not None else WordDocument(self.current, self.name)
        )
        return self.words == layout_text(document)

    def _round(self, alone: str | None) -> bytes | None:
        """Give the document after one round, `None` when a repair failed and has now been given up."""
        paper = recognise(
            WordDocument(self.current, self.name), self.name, self.standard, self.knowledge, self.nature.kind
        )
        found = [
            each
            for each in repairs(paper)
            if each.rule not in self.given_up
            and alone in (None, each.rule)
            and (self.only is None or self.only(each))
        ]
        if not found:
            self.settled = paper
            return self.current
        known = set(self.repaired)
        for each in found:
            assert each.repair is not None
            try:
                each.repair()
            except TongzhiError:
                raise
            except Exception:  # noqa: BLE001  the others go on without it; what it half did is thrown away
                self.given_up.add(each.rule)
                return None
        self.repaired += [each for each in found if each not in known]
        return paper.document.save()


def _is_shown(finding: Finding) -> bool:

    return not next(rule for rule in rules() if rule.id == finding.rule).quiet


def refuse_strict(data: bytes, name: str | None) -> None:
    """Raise InputError for a “Strict Open XML” document, whose parts bear other names."""
    if WordDocument(data, name).strict:
        raise InputError.one(
            "文件是“Strict Open XML”格式，排版会改动它的结构",
            "在 Word 里另存为普通的“Word 文档（*.docx）”再排",
            place=Place(file=name),
        )


def _broken(name: str | None) -> InputError:
    return InputError.one(
        "排版后文字与原文不一致，这是本程序的错误，没有写入任何文件",
        "原文件没有动；请把文件（可去掉敏感内容）反馈给开发者",
        place=Place(file=name),
    )


def _prove_changes(
    before: WordDocument, after: WordDocument, changes: list[TextChange], name: str | None
) -> None:
    """Prove that the only paragraphs that changed are those of the list, and that they changed as it says."""
    old, new = layout_text(before), layout_text(after)
    said = {(change.before.strip(BLANKS), change.after.strip(BLANKS)) for change in changes}
    pairs = zip(old[0], new[0], strict=False)
    same = len(old[0]) == len(new[0]) and old[1:] == new[1:]
    if not same or any(one != other and (one, other) not in said for one, other in pairs):
        raise _broken(name)
