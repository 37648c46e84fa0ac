"""One claim as judging compares it: its words, places, states, bodies, deeds; each a pure function of the claim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import Any

from pledgebook.judging.words import State, deeds, states_told, things
from pledgebook.matching.tables import rows
from pledgebook.matching.words import concepts, generic, key, keyed, role, state_of, states_in, tokens
from pledgebook.model import Claim, last_day

_OWN = {
    "pledge": ("action",),
    "project": ("name",),
    "instrument": ("title", "topic"),
    "meeting": ("title", "body"),
    "movement": ("service", "cargo"),
    "figure": ("of",),
}
_WHO = ("actors", "parties", "participants", "counterpart")
_SIDES = ("reporter", "partner", "country", "host")
_SORT = {"project": "type", "instrument": "form", "meeting": "form", "figure": "indicator"}


_NAMED = re.compile(r"\b[^\W\d_a-z][\w’']+")
_COUNTED = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_CARDINALS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "i": 1, "ii": 2, "iii": 3, "iv": 4}


def place_of(value: Any) -> str:
    """The place in a slot that holds a place, or place and country."""
    return str(value.get("place", "")) if isinstance(value, Mapping) else str(value or "")


def _country_of(value: Any) -> str:
    return str(value.get("country", "")) if isinstance(value, Mapping) else ""


def is_state(name: str) -> bool:
    """Whether a name is a state's code."""
    return len(name) == 2 and name.isupper()


class View:
    """One claim as judging sees it, never changed. `seen` is the last day on which its document may have come out."""

    def __init__(self, claim: Claim) -> None:
        """Look at a claim; one whose document bears no day is taken as of old."""
        self.claim = claim
        self.seen = last_day(claim.published) if claim.published else date.min
        self.id, self.kind = claim.id, claim.kind
        self._slots = claim.fact.slots

    def get(self, slot: str) -> str:
        """A slot as text, or ""."""
        return str(self._slots.get(slot) or "")

    @cached_property
    def name(self) -> str:
        """The words of the slots that say what it is about."""
        return " ".join(text for slot in _OWN[self.kind] if (text := self.get(slot)))

    @cached_property
    def told(self) -> str:
        """Its quotes, one after the other."""
        return " ".join(self.claim.words)

    @cached_property
    def own(self) -> frozenset[str]:
        """The words that tell this thing from others of its kind: no deeds, no states, nothing general."""
        sort = self.get(_SORT.get(self.kind, ""))
        dull = generic(self.kind, f"{self.kind}.{sort}", f"{self.kind}.unit.{self.get('unit')}")
        return frozenset(w for w in things(self.name) if w not in dull and not state_of(w) and _tells(w))

    @cached_property
    def all(self) -> frozenset[str]:
        """All words of name, place and quotes."""
        words = concepts(f"{self.name} {self.where} {self.told}")
        return frozenset(w for w in words if w not in generic() and _tells(w))

    @cached_property
    def own_keys(self) -> Mapping[str, int]:
        """The keys of its own words, each with its weight."""
        return weights(self.own)

    @cached_property
    def all_keys(self) -> frozenset[str]:
        """The keys of all its words."""
        return keyed(self.all)

    @cached_property
    def place_keys(self) -> frozenset[str]:
        """The keys of the words of its places."""
        return keyed(self.places)

    @cached_property
    def deeds(self) -> frozenset[str]:
        """The deeds that its name tells."""
        return deeds(self.name)

    @cached_property
    def deeds_told(self) -> frozenset[str]:
        """The deeds that its name and quotes tell."""
        return self.deeds | deeds(self.told)

    @cached_property
    def states(self) -> frozenset[State]:
        """The states of things that its name and quotes tell, of those that have an opposite."""
        return states_told(f"{self.name} {self.told}")

    @cached_property
    def where(self) -> str:
        """Its places, as text."""
        ends = [place_of(self.claim.get(s)) for s in ("place", "origin", "destination")]
        return " ".join([*ends, *(v for v in self.claim.get("via", ()) if not is_state(v))]).strip()

    @cached_property
    def measured(self) -> frozenset[str]:
        """Of a figure, the keys of what it measures beyond its indicator, unit and states."""
        dull = generic("figure", f"figure.{self.get('indicator')}", f"figure.unit.{self.get('unit')}", "place")
        words = (w for w in concepts(self.name) if w not in dull and not state_of(w) and not w.isdigit())
        return keyed(words)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The words of its name that bear a capital and are no state."""
        return tuple(w for w in _NAMED.findall(self.name) if not states_in(w))

    @cached_property
    def via(self) -> frozenset[str]:
        """The keys of the places that a movement passes."""
        return keyed(concepts(" ".join(v for v in self.claim.get("via", ()) if not is_state(v))))

    @cached_property
    def modes(self) -> frozenset[str]:
        """By what a movement is carried."""
        return frozenset(self.claim.get("modes", ()))

    @cached_property
    def named(self) -> frozenset[str]:
        """Of a figure, the keys of the names in what it measures: words with a capital that are no state."""
        words = concepts(" ".join(_NAMED.findall(self.name)))
        return keyed(w for w in words if not state_of(w)) & self.measured

    @cached_property
    def phase(self) -> int:
        """The number of the phase or stage that its name tells; 0 where it tells none, or several."""
        found = numbered(self.name)
        return next(iter(found)) if len(found) == 1 else 0

    @cached_property
    def ordinal(self) -> int:
        """The number of a meeting in its row ("Fourth Session", "15th Commission"); 0 where it tells not one."""
        found = {int(w[:-2]) for w in tokens(self.name) if _COUNTED.fullmatch(w)}
        found |= {_ordinals()[w] for w in tokens(self.name) if w in _ordinals()}
        return next(iter(found)) if len(found) == 1 else 0

    @cached_property
    def places(self) -> frozenset[str]:
        """The words of its places; of a pledge, which has no slot for them, the names in its action."""
        text = self.where or " ".join(_NAMED.findall(self.name)) * (self.kind == "pledge")
        return frozenset(w for w in concepts(text) if not state_of(w)) - generic() - generic("place")

    @cached_property
    def who(self) -> tuple[str, ...]:
        """The bodies and persons that act in it, states left out; who tells a number or a service may run it."""
        found: list[str] = []
        for slot in _WHO:
            value = self.claim.get(slot, ())
            found.extend([value] if isinstance(value, str) else value)
        if self.kind in ("figure", "movement") and self.get("speaker"):
            found.append(self.get("speaker"))
        return tuple(n for n in dict.fromkeys(found) if not is_state(n))

    @cached_property
    def sides(self) -> frozenset[str]:
        """The states that it is about; none where a body promises whose state it does not tell."""
        actors = self.claim.get("actors", ())
        if self.kind == "pledge" and not states_in(" ".join(self.who)) and not any(map(is_state, actors)):
            return frozenset()
        found = {self.get(s) for s in _SIDES} | {_country_of(self.claim.get(s)) for s in ("origin", "destination")}
        for slot in ("parties", "participants", "actors", "counterpart", "via"):
            found.update(self.claim.get(slot, ()))
        return frozenset(c for c in found if is_state(c)) | states_in(" ".join(self.who))

    @cached_property
    def source(self) -> str:
        """Whose word it is: who is reported, else who published."""
        return self.get("speaker") or self.claim.publisher or self.claim.document

    @cached_property
    def begin(self) -> int:
        """Where its first quote stands in the document."""
        return self.claim.fact.quotes[0].begin if self.claim.fact.quotes else 0


@lru_cache(maxsize=65536)
def numbered(text: str) -> frozenset[int]:
    """The numbers of the phases, stages or sections that a text names ("Phase One", "the second stage")."""
    found = set()
    for here, after in pairwise(concepts(text)):
        number = _number(after) if role(here) == "part" else _number(here) if role(after) == "part" else 0
        found.update([number] if number else [])
    return frozenset(found)


def _number(word: str) -> int:
    """A small number written in figures or as an ordinal or cardinal word; 0 for any other word."""
    if word.isdigit():
        return int(word) if len(word) < 3 else 0
    return _CARDINALS.get(word) or _ordinals().get(word, 0)


@cache
def _ordinals() -> Mapping[str, int]:
    return {word: int(number) for word, number in rows("ordinals")}


def weights(words: Iterable[str]) -> Mapping[str, int]:
    """The keys of words with what they tell: one each, two for a concept of several words."""
    return {key(w): 2 if " " in w else 1 for w in words}


def _tells(word: str) -> bool:
    """Whether a word can tell one thing from another: no number and no single letter."""
    return len(word) > 1 and not word.isdigit()
