"""Reason codes for --explain: which words made a sentence a task, or spoke against it."""

from __future__ import annotations

from collections.abc import Sequence

from tongzhi.extract.clauses import Clause
from tongzhi.extract.outline import OutlineLine
from tongzhi.extract.verdicts import Verdict

_MOST = 6
_FORCE = frozenset(("ban", "must", "should", "ask", "plan", "soft"))


def give_reasons(
    line: OutlineLine,
    clauses: Sequence[Clause],
    verdict: Verdict,
    deadlines: Sequence[str],
    actors: Sequence[str],
) -> tuple[str, ...]:
    """Give codes with their words: `force:要`, `act:排查`, `object:尾矿库`, `past:已经`, `heading:一、`…"""
    found: dict[str, None] = {}

    def note(code: str, word: str) -> None:
        found[f"{code}:{word}"] = None

    if line.heading:
        note("heading", line.mark or "独占一行")
    for clause in clauses:
        if verdict == "none":
            for kind, hit in clause.telling.items():
                if kind not in ("talk", "future"):
                    note(kind, hit.word)
            continue
        for hit in clause.hits:
            if hit.classes & _FORCE:
                note("force", hit.word)
        if verdict == "action":
            for hit in [*clause.acts, *(clause.lights if not clause.acts else [])][:2]:
                note("act", hit.word)
            for hit in clause.objects[:2]:
                note("object", hit.word)
        else:
            for hit in [*clause.duties[:1], *clause.abstracts[:1]]:
                note("general", hit.word)
    for word in actors:
        note("actor", word)
    if verdict != "none":
        for word in deadlines:
            note("deadline", word)
    if not found:
        note("no-demand" if verdict == "none" else "bare", "没有要求做什么" if verdict == "none" else "祈使")
    return tuple(found)[: _MOST * 2]
