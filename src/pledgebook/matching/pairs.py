"""The verdict on a pair of claims, by the rules of `data/rules.toml`."""

from __future__ import annotations

from typing import Any, NamedTuple

from pledgebook.matching.features import Seen
from pledgebook.matching.signals import APART, SIGNALS
from pledgebook.matching.tables import rules

_WORDS = {0: "apart", 1: "silent", 2: "alike", 3: "equal"}


class Ruling(NamedTuple):
    """What the rules say of a pair: `same`, `ask`, `apart` or nothing (""); the rule, how strong, what was seen."""

    verdict: str
    rule: str
    rank: int
    firm: bool
    seen: str
    hard: bool = False


NOTHING = Ruling("", "", 99, False, "")


class Pair:
    """The levels of a pair's signals, each computed when first asked for."""

    def __init__(self, a: Seen, b: Seen) -> None:
        """A pair of which nothing is known yet."""
        self.a, self.b, self.levels = a, b, dict[str, int]()

    def level(self, signal: str) -> int:
        """The level of a signal."""
        if signal not in self.levels:
            self.levels[signal] = SIGNALS[signal](self.a, self.b)
        return self.levels[signal]

    def told(self) -> str:
        """The signals looked at, in words."""
        return "; ".join(f"{k} {_WORDS[v]}" for k, v in sorted(self.levels.items()))


def rule_on(a: Seen, b: Seen) -> Ruling:
    """The first rule that holds for a pair, unless something hard forbids it."""
    table: dict[str, Any] = rules()[a.kind]
    pair = Pair(a, b)
    for signal in table["hard"]:
        if pair.level(signal) == APART:
            return Ruling("apart", signal, 99, False, pair.told(), hard=True)
    for rank, rule in enumerate(table["rule"]):
        if all(pair.level(signal) >= least for signal, least in rule["least"].items()):
            judge = f"{a.kind}.{rule['name']}/{rules()['version']}"
            return Ruling(rule["verdict"], judge, rank, rule.get("firm", False), pair.told())
    against = next((s for s in table["apart"] if pair.level(s) == APART), "")
    return Ruling("apart", against, 99, False, pair.told()) if against else NOTHING
