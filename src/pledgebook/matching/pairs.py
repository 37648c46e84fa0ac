"""The verdict on a pair of claims, by the rules of `data/rules.toml`."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from pledgebook.matching.features import Seen
from pledgebook.matching.levels import ALIKE, APART, EQUAL, WORDS
from pledgebook.matching.signals import SIGNALS
from pledgebook.matching.tables import rules


class Ruling(NamedTuple):
    """What the rules say of a pair: `same`, `ask`, `apart` or nothing (""); the rule, how strong, what was seen.

    `near` is the rule that one signal alone kept from holding.
    """

    verdict: str
    rule: str
    rank: int
    firm: bool
    seen: str
    hard: bool = False
    near: str = ""


class Rule(NamedTuple):
    """One rule: its name with kind and version, the verdict, and the least level of each signal that it needs."""

    name: str
    verdict: str
    rank: int
    firm: bool
    least: tuple[tuple[str, int], ...]


class Levels(dict[str, int]):
    """The levels of a pair's signals, each computed when first asked for."""

    def __init__(self, a: Seen, b: Seen) -> None:
        """A pair of which nothing is known yet."""
        super().__init__()
        self.pair = (a, b)

    def __missing__(self, signal: str) -> int:
        """Ask a signal."""
        level = self[signal] = SIGNALS[signal](*self.pair)
        return level

    def told(self) -> str:
        """The signals that say something, in words."""
        return "; ".join(f"{k} {WORDS[v]}" for k, v in sorted(self.items()) if v != 1)


@cache
def _rules(kind: str) -> tuple[Rule, ...]:
    table: dict[str, Any] = rules()
    return tuple(
        Rule(
            f"{kind}.{r['name']}/{table['version']}",
            r["verdict"],
            rank,
            r.get("firm", False),
            tuple(r["least"].items()),
        )
        for rank, r in enumerate(table[kind]["rule"])
    )


@cache
def _forbids(kind: str, how: str) -> tuple[str, ...]:
    return tuple(rules()[kind][how])


def rule_on(a: Seen, b: Seen) -> Ruling:
    """The first rule that holds for a pair, unless something hard forbids it."""
    kind, levels = a.traits.kind, Levels(a, b)
    for signal in _forbids(kind, "hard"):
        if levels[signal] == APART:
            return _near(Ruling("apart", signal, 99, False, "", hard=True), kind, levels)
    for rule in _rules(kind):
        for signal, least in rule.least:
            if levels[signal] < least:
                break
        else:
            return Ruling(rule.verdict, rule.name, rule.rank, rule.firm, levels.told())
    against = next((s for s in _forbids(kind, "apart") if levels[s] == APART), "")
    return _near(Ruling("apart" if against else "", against, 99, False, ""), kind, levels)


def _near(ruling: Ruling, kind: str, levels: Levels) -> Ruling:
    """The ruling with the strongest rule that one signal alone kept from holding."""
    if levels["document"] == APART or not _worth_telling(levels):
        return ruling
    hard = {s for s in _forbids(kind, "hard") if levels[s] == APART}
    for rule in _rules(kind):
        short = {s for s, least in rule.least if levels[s] < least} | hard
        if rule.verdict == "same" and len(short) == 1 and levels[next(iter(short))] == APART:
            return ruling._replace(near=rule.name, rank=rule.rank, seen=levels.told())
    return ruling


def _worth_telling(levels: Levels) -> bool:
    return levels["name"] >= ALIKE or (levels["sort"] == EQUAL and levels["place"] >= ALIKE)
