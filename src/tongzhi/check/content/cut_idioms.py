"""Idioms and set phrases of four characters with an inner one left out (众志城, 流于式)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from tongzhi.anatomy.paper import Paper
from tongzhi.check.content.homophones import corpus_words, is_misread
from tongzhi.check.content.unlikely import find_unlikely
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import corrected, quoted, sentence
from tongzhi.model.finding import PRACTICE
from tongzhi.zh.adjacent import times_seen
from tongzhi.zh.prose import is_prose
from tongzhi.zh.segment import known_word, word_starts

TERM_USES = 2
"""Uses in one paper from which it is a term of its own."""
IDIOM = 4
"""Characters of an idiom."""


@rule("idiom-cut", clause="字词", strength="一般", source=PRACTICE)
def idiom_cut(paper: Paper) -> Iterator[Remark]:
    """成语、习用语里漏了一个字（众志城、流于式）。"""
    if paper.nature.kind in ("手册", "论文", "外文"):
        return
    lines = [line for line in paper.shown if line.table is None and is_prose(line.text)]
    hits = [(line, *hit) for line in lines for hit in find_cut_idioms(line.text)]
    uses = Counter(written for _, _, written, _ in hits)
    for line, start, written, word in hits:
        if uses[written] >= TERM_USES or (quoted(line.text, start) and len(word) < IDIOM):
            continue
        end = start + len(written)
        right = corrected(line.text, start, end, word)
        yield Remark(line, f"“{written}”像是“{word}”漏了字", right, quote=sentence(line.text, start, end))


@lru_cache(maxsize=4096)
def find_cut_idioms(text: str) -> tuple[tuple[int, str, str], ...]:
    """Give (place, as written, the whole word) of idioms with one inner character left out."""
    found = [*_idioms_cut(text)]
    if not found or is_misread(text):
        return ()
    wrong = {place for hit in find_unlikely(text) for place in range(hit.start, hit.start + len(hit.written))}
    return tuple(hit for hit in found if hit[0] not in wrong)


@cache
def _cut_idioms() -> dict[str, str]:
    """Give the idioms by what is left of them without their second or third character."""
    found: dict[str, str] = {}
    for idiom in corpus_words("idioms.txt"):
        for at in (1, 2):
            found.setdefault(idiom[:at] + idiom[at + 1 :], idiom)
    return found


def _idioms_cut(text: str) -> Iterator[tuple[int, str, str]]:
    cut = _cut_idioms()
    for start in range(len(text) - 2):
        left = text[start : start + 3]
        idiom = cut.get(left)
        if idiom is None or text[start : start + IDIOM] == idiom or known_word(left):
            continue
        joined = next(at for at in range(IDIOM) if idiom[:at] + idiom[at + 1 :] == left)
        if times_seen(left[joined - 1 : joined + 1]) or _is_parted(text, start, start + 3):
            continue
        yield start, left, idiom


def _is_parted(text: str, start: int, end: int) -> bool:
    """Whether words of the text reach over an end of the range, or the range is two words of its own."""
    low = max(0, start - 6)
    cuts = {low + cut for cut in word_starts(text[low : end + 6])} | {min(len(text), end + 6)}
    return start not in cuts or end not in cuts
