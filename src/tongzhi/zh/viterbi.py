"""The likeliest tags of an unknown string, as `jieba.posseg` finds them, over the steps that there are.

jieba weighs every state of a character against every state of the one before, most of which never follow each other;
here only those that may follow are weighed. The sums are made in jieba's order, so each answer is the same to the bit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

State = tuple[str, str]
"""Place in the word (B, M, E, S) and tag."""
Chances = Mapping[State, float]
_UNSEEN = -3.14e100
"""Logarithm of the chance of a character that a state was never seen with (jieba's own number)."""


def likeliest_tags(
    text: str,
    states: Mapping[str, Iterable[State]],
    start: Chances,
    steps: Mapping[State, Chances],
    seen: Mapping[State, Mapping[str, float]],
) -> tuple[float, list[State]]:
    """Give the logarithm of the chance of the likeliest states, and a state for each character.

    Args:
        text: at least one character.
        states: character → the states it was seen in; all for one that is not there.
        start: state → logarithm of its chance at the beginning.
        steps: state → the states that may follow, with the logarithm of the chance.
        seen: state → the characters it was seen with, likewise.

    Raises:
        ValueError: no state may follow; jieba's tables have none such.
    """
    chances = {
        state: start[state] + seen[state].get(text[0], _UNSEEN) for state in states.get(text[0], steps)
    }
    before: list[dict[State, State]] = []
    for character in text[1:]:
        follow = {state for one in chances for state in steps[one]}
        wanted = (follow & set(states.get(character, steps))) or follow
        chances, back = _step(chances, {one: seen[one].get(character, _UNSEEN) for one in wanted}, steps)
        before.append(back)
    chance, state = max((chance, state) for state, chance in chances.items())
    route = [state]
    for back in reversed(before):
        route.append(back[route[-1]])
    return chance, route[::-1]


def _step(
    chances: dict[State, float], seen: dict[State, float], steps: Mapping[State, Chances]
) -> tuple[dict[State, float], dict[State, State]]:
    """Go on by one character: the best chance of each state, and the state it comes from; of equal ones the later name."""
    best: dict[State, float] = {}
    back: dict[State, State] = {}
    for one, chance in chances.items():
        after = steps[one]
        for state in after if len(after) < len(seen) else seen:
            if state not in seen or state not in after:
                continue
            found = chance + after[state] + seen[state]
            known = best.get(state)
            if known is None or found > known or (found == known and one > back[state]):
                best[state] = found
                back[state] = one
    return best, back
