"""The list of rules: each a small function that names its clause and strength and yields what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Literal

from tongzhi.anatomy.paper import Paper
from tongzhi.check.silence import rule_names
from tongzhi.errors import InputError, Place, TongzhiError
from tongzhi.model.finding import GBT9704, Finding, Strength
from tongzhi.word.blocks import Paragraph
from tongzhi.zh.nearest import nearest

MODULES = (
    "page", "head", "special", "title", "body", "numbering", "signature", "attachments", "imprint",
    "content", "events", "names", "routing", "punctuation", "numerals", "leftovers",
)  # fmt: skip
"""Modules of `tongzhi.check.rules` in the order of the findings and of `check --rules`."""

CONTENT = (
    "figures", "shares", "series", "tables", "against_table", "ranked", "counts", "steps", "lists", "relations", "measures", "periods", "told", "words", "homophones", "typos", "unlikely", "cut_idioms",
    "people", "spellings", "basis", "logic", "forms", "balance", "accidents",
)  # fmt: skip
"""Modules of `tongzhi.check.content`, which follow them."""

QUOTE = 60
"""Characters of a paragraph that a finding quotes."""

Repair = Callable[[], None]
Scope = Literal["公文", "文稿", "各类"]
"""Kinds of paper a rule speaks of: those laid out as official papers; these and internal papers; all."""
_WORDS = frozenset(("content", "events", "names", "punctuation", "numerals", "leftovers"))
"""Modules whose rules read words, which every kind of paper has."""


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
class CheckRule:
    """One rule. `quiet` ones only set the layout when `format` runs; `check` does not speak of them.

    Those that read words never repair (`format` leaves the words alone) and are not asked when it looks for repairs.
    """

    id: str
    clause: str
    strength: Strength
    source: str
    says: str
    check: Check
    quiet: bool = False
    scope: Scope = "公文"
    of_words: bool = False

    def find(self, paper: Paper) -> Iterator[Finding]:
        """Give what the rule finds in a paper."""
        for remark in self.check(paper):
            yield self.finding(paper, remark)

    def speaks_of(self, paper: Paper) -> bool:
        """Whether the rule is one for this kind of paper."""
        kind = paper.nature.kind
        return (
            self.scope == "各类" or paper.nature.is_official or (self.scope == "文稿" and kind == "内部文稿")
        )

    def safe_find(self, paper: Paper) -> tuple[list[Finding], Finding | None]:
        """Give what the rule finds, and instead of failing a finding that says that it could not be checked."""
        found: list[Finding] = []
        try:
            found.extend(self.find(paper))
        except TongzhiError:
            raise
        except Exception as error:  # noqa: BLE001  a rule that fails on a strange paper must not take the others along
            return found, self._failed(paper, error)
        return found, None

    def _failed(self, paper: Paper, error: Exception) -> Finding:
        return Finding(
            rule=self.id,
            clause=self.clause,
            strength="待定",
            place=Place(file=paper.name),
            found=f"“{self.says.rstrip('。')}”这一条没有核成（程序出错：{type(error).__name__}）",
            instead="请人工核对这一条；可把文件（去掉敏感内容）反馈给开发者",
            source=self.source,
        )

    def finding(self, paper: Paper, remark: Remark) -> Finding:
        """Give a remark as a finding of this rule."""
        assert remark.repair is None or not self.of_words, f"{self.id} reads words and may not repair"
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


_RULES: dict[str, CheckRule] = {}


def rule(
    name: str,
    *,
    clause: str,
    strength: Strength,
    source: str = GBT9704,
    quiet: bool = False,
    scope: Scope | None = None,
) -> Callable[[Check], Check]:
    """Make a function a rule; its docstring is what `check --rules` shows."""

    def register(check: Check) -> Check:
        assert name not in _RULES, f"two rules are called {name}"
        says = (check.__doc__ or "").strip()
        home, _, module = check.__module__.rpartition(".")
        of_words = module in _WORDS or home.endswith(".content")
        scopes: Scope = scope or ("各类" if of_words else "公文")
        _RULES[name] = CheckRule(name, clause, strength, source, says, check, quiet, scopes, of_words)
        return check

    return register


@cache
def rules() -> tuple[CheckRule, ...]:
    """Give all rules in order."""
    homes = [f"tongzhi.check.rules.{module}" for module in MODULES]
    homes += [f"tongzhi.check.content.{module}" for module in CONTENT]
    for name in homes:
        import_module(name)
    home = {name: position for position, name in enumerate(homes)}
    return tuple(sorted(_RULES.values(), key=lambda each: home[each.check.__module__]))


@cache
def examples() -> dict[str, list[tuple[str, str]]]:
    """Give rule → (wrong, right) examples, as `check --explain` and the manual show them."""
    from tongzhi.check.content.tables import read_rows

    found: dict[str, list[tuple[str, str]]] = {}
    for name, wrong, right in read_rows("examples.tsv"):
        found.setdefault(name, []).append((wrong, right))
    return found


def find_rule(name: str) -> CheckRule:
    """Give a rule by its name, English or Chinese.

    Raises:
        InputError: there is none of that name; the nearest is told.
    """
    known = {each.id: each for each in rules() if not each.quiet}
    known |= {chinese: known[each] for each, chinese in rule_names().items() if each in known}
    if name in known:
        return known[name]
    near = nearest(name, known)
    advice = f"是不是 {near}；" if near else ""
    raise InputError.one(f"没有规则“{name}”", f"{advice}全部规则见 tongzhi check --rules")
