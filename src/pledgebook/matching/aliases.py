"""Names that the claims themselves explain: short forms in brackets, initials, "X, the agency for Y of Z,"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from pledgebook.matching.names import parse
from pledgebook.matching.words import fold, generic, stem, telling, tokens
from pledgebook.model import Claim

_SLOTS = ("participants", "parties", "actors", "counterpart", "body", "title", "name", "speaker", "of", "service")
_WORD = r"[A-Z][\w’'\-]*"
_BRACKETED = re.compile(rf"({_WORD}(?:\s+(?:{_WORD}|of|and|for|the|on))*)\s*\(([A-Z][A-Z0-9+]{{1,9}})\)")
_SHORT_FIRST = re.compile(r"\b([A-Z][A-Z0-9]{1,9})\s*\((?:the )?([A-Z][^()]{8,80})\)")
_APPOSED = re.compile(r"\b([A-Z][A-Z0-9]{2,9}),\s+(?:i\.e\. )?the\s+([^,;.()]{8,90})(?=[,;.])")


class Aliases:
    """What the claims at hand tell of names: short forms with the long ones (`long`), words that name `places`.

    Invariant: a function of the set of claims; nothing is added after it was built.
    """

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        """Collect the pairs of short and long names."""
        found: dict[str, set[str]] = defaultdict(set)
        homes: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            for place, state in _located(claim):
                for word in tokens(place):
                    homes[stem(word)].add(state)
            for text in _texts(claim):
                for short, long in _pairs(text):
                    found[fold(short)].add(long)
        self.long: Mapping[str, tuple[str, ...]] = {k: tuple(sorted(v)) for k, v in found.items()}
        self.places = frozenset(homes) - generic("place") - generic()
        self._homes = {word: told for word in self.places if len(told := homes[word] - {""}) == 1}

    def names(self, name: str) -> tuple[str, ...]:
        """A name, and the long names of its short form where the claims tell them."""
        short = parse(name).short
        return (name, *self.long.get(short, ())) if short else (name,)

    def expand(self, words: frozenset[str]) -> frozenset[str]:
        """Words with those of the long names in the place of short forms; a state or a generic word is left out."""
        short = words & self.long.keys()
        if not short:
            return words
        told = {w for s in short for long in self.long[s] for w in telling(long, generic())}
        return frozenset(words - short) | frozenset(told - {"commission"})

    def home(self, text: str) -> frozenset[str]:
        """The states in which the places lie that a text names, as far as the claims tell it of each place alike."""
        return frozenset(s for t in tokens(text) for s in self._homes.get(stem(t), ()))


def _located(claim: Claim) -> Iterable[tuple[str, str]]:
    """The places of a claim, each with its state."""
    if claim.get("place"):
        yield str(claim.get("place")), str(claim.get("host") or claim.get("country") or "")
    for slot in ("origin", "destination"):
        end = claim.get(slot)
        if isinstance(end, Mapping) and end.get("place"):
            yield str(end["place"]), str(end.get("country") or "")


def _texts(claim: Claim) -> Iterable[str]:
    for slot in _SLOTS:
        value = claim.get(slot)
        yield from (value,) if isinstance(value, str) else value or ()
    yield from claim.words


def _pairs(text: str) -> Iterable[tuple[str, str]]:
    """Pairs of short and long name that a text explains."""
    for long, short in _BRACKETED.findall(text):
        if " " in long:
            yield short, long
    for short, long in [*_SHORT_FIRST.findall(text), *_APPOSED.findall(text)]:
        if " " in long:
            yield short, long


EMPTY = Aliases()
