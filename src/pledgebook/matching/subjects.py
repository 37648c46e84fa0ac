"""What a figure counts: the words of its `of`, taken apart and compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from pledgebook.matching.aliases import EMPTY, Aliases
from pledgebook.matching.levels import ALIKE, APART, EQUAL, SILENT
from pledgebook.matching.numerals import differ, numbers
from pledgebook.matching.tables import rows
from pledgebook.matching.words import generic, keyed, role, script, states_in, telling

_CAPITAL = re.compile(r"[^\s,;()]*[^\W\d_a-zа-яё][^\s,;()]*")


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject: its telling words, and keys of them: all, the sorts of things, places, names of its own, the rest."""

    words: tuple[str, ...]
    keys: frozenset[str]
    sorts: frozenset[str]
    places: frozenset[str]
    proper: frozenset[str]
    own: frozenset[str]
    states: frozenset[str]
    numbers: frozenset[tuple[str, str]]
    script: str


@cache
def _marks() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(marks.split()) for name, marks in rows("indicators")}


def marked(indicator: str, mark: str) -> bool:
    """Whether the table of indicators gives one a mark: `whole`, `directed`, `fixed`."""
    return mark in _marks().get(indicator, frozenset())


@lru_cache(maxsize=4096)
def _dull(indicator: str, unit: str) -> frozenset[str]:
    return generic("figure", f"figure.{indicator}", f"figure.unit.{unit}")


def subject(of: str, indicator: str, unit: str, aliases: Aliases = EMPTY) -> Subject:
    """Take a figure's `of` apart; short forms are spelled out, the seller and buyer of a flow are no subject."""
    dull = _dull(indicator, unit)
    flow = marked(indicator, "whole")
    words = telling(of, dull)
    full = frozenset(words - aliases.long.keys()) if flow else aliases.expand(words) - dull
    capitals = frozenset() if flow else aliases.expand(telling(" ".join(_CAPITAL.findall(of)), dull)) & full
    sorts = frozenset(w for w in full if role(w) == "sort")
    places = full & aliases.places
    return Subject(
        words=tuple(sorted(full)),
        keys=keyed(full),
        sorts=sorts,
        places=keyed(places),
        proper=keyed(capitals - sorts),
        own=keyed(full - sorts - places),
        states=states_in(of),
        numbers=numbers(of),
        script=script(of),
    )


def compare(a: Subject, b: Subject, whole: bool) -> int:
    """The same subject, like ones, nothing to tell by, or others; where `whole`, a part of all is not all."""
    if a.keys and b.keys and a.script != b.script and not a.keys & b.keys:
        return SILENT
    if _clash(a, b):
        return APART
    if not a.keys or not b.keys:
        return (EQUAL if a.keys == b.keys else APART) if whole else SILENT
    if a.keys == b.keys:
        return EQUAL
    if a.own and b.own and not a.own & b.own:
        return APART
    hits = len(a.keys & b.keys)
    if hits * 2 >= min(len(a.keys), len(b.keys)):
        return ALIKE
    return SILENT if hits else APART


def _clash(a: Subject, b: Subject) -> bool:
    """Other numbers, states, names or places, where both tell them."""
    if a.numbers and b.numbers and differ(a.numbers, b.numbers):
        return True
    return any(
        x and y and x.isdisjoint(y) for x, y in ((a.states, b.states), (a.proper, b.proper), (a.places, b.places))
    )
