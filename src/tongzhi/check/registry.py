"""The list of rules: each a small function that names its clause and strength and yields what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from tongzhi.anatomy.paper import Paper
from tongzhi.errors import Place
from tongzhi.model.finding import GBT9704, Finding, Strength
from tongzhi.word.blocks import Paragraph

MODULES = (
    "page", "head", "special", "title", "body", "numbering", "signature", "attachments", "imprint",
    "content", "events", "names", "routing", "punctuation", "numerals", "leftovers",
)  # fmt: skip
"""Modules of `tongzhi.check.rules` in the order of the findings and of `check --rules`."""

QUOTE = 60
"""Characters of a paragraph that a finding quotes."""

Repair = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says of one place; the registry adds the rule's own words."""

    paragraph: Paragraph | None
    found: str
    instead: str = ""
    repair: Repair | None = None
    strength: Strength | None = None
    quote: str | None = None
    element: str | None = None
    clause: str | None = None


Check = Callable[[Paper], Iterable[Remark]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `quiet` ones only set the layout when `format` runs; `check` does not speak of them."""

    id: str
    clause: str
    strength: Strength
    source: str
    says: str
    check: Check
    quiet: bool = False

    def find(self, paper: Paper) -> Iterator[Finding]:
        """Give what the rule finds in a paper."""
        for remark in self.check(paper):
            yield self.finding(paper, remark)

    def finding(self, paper: Paper, remark: Remark) -> Finding:
        """Give a remark as a finding of this rule."""
        paragraph = remark.paragraph
        text = remark.quote
        element = remark.element
        number = None
        if paragraph is not None:
            number = paragraph.index
            element = element or paper.element_of(paragraph) or None
            text = text or quote(paragraph.full_text)
        return Finding(
            rule=self.id,
            clause=remark.clause or self.clause,
            strength=remark.strength or self.strength,
            place=Place(file=paper.name, paragraph=number, field=element),
            found=remark.found,
            instead=remark.instead,
            text=text or "",
            source=self.source,
            repair=remark.repair,
        )


def quote(text: str) -> str:
    """Give the beginning of a paragraph's text as findings quote it."""
    text = " ".join(text.split("\n"))
    return text if len(text) <= QUOTE else text[:QUOTE] + "……"


_RULES: dict[str, Rule] = {}


def rule(
    name: str, *, clause: str, strength: Strength, source: str = GBT9704, quiet: bool = False
) -> Callable[[Check], Check]:
    """Make a function a rule; its docstring is what `check --rules` shows."""

    def register(check: Check) -> Check:
        assert name not in _RULES, f"two rules are called {name}"
        says = (check.__doc__ or "").strip()
        _RULES[name] = Rule(name, clause, strength, source, says, check, quiet)
        return check

    return register


@cache
def rules() -> tuple[Rule, ...]:
    """Give all rules in order."""
    for module in MODULES:
        import_module(f"tongzhi.check.rules.{module}")
    home = {f"tongzhi.check.rules.{module}": position for position, module in enumerate(MODULES)}
    return tuple(sorted(_RULES.values(), key=lambda each: home[each.check.__module__]))
