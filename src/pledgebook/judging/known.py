"""What is known on a day: the claims seen by then, each with what judging compares of it, and ways to find them.

A `Known` is a pure function of its claims, the matching and the day; it is built once and never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

from pledgebook.judging.words import deeds, things
from pledgebook.matching.tables import rows
from pledgebook.matching.words import concepts, generic, key, role, state_of, states_in
from pledgebook.model import Claim, Item, Matched, Series, last_day

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
_CARDINALS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "i": 1, "ii": 2, "iii": 3, "iv": 4}


def place_of(value: Any) -> str:
    """The place in a slot that holds a place, or place and country."""
    return str(value.get("place", "")) if isinstance(value, Mapping) else str(value or "")


def _country_of(value: Any) -> str:
    return str(value.get("country", "")) if isinstance(value, Mapping) else ""


def is_state(name: str) -> bool:
    """Whether a name is a state's code."""
    return len(name) == 2 and name.isupper()


@dataclass(frozen=True)
class View:
    """One claim as judging sees it. `seen` is the last day on which its document may have been published."""

    claim: Claim
    seen: date

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def kind(self) -> str:
        """The kind of the fact."""
        return self.claim.kind

    def get(self, slot: str) -> str:
        """A slot as text, or ""."""
        return str(self.claim.get(slot) or "")

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
    def deeds(self) -> frozenset[str]:
        """The deeds that its name tells."""
        return deeds(self.name)

    @cached_property
    def where(self) -> str:
        """Its places, as text."""
        ends = [place_of(self.claim.get(s)) for s in ("place", "origin", "destination")]
        return " ".join([*ends, *(v for v in self.claim.get("via", ()) if not is_state(v))]).strip()

    @cached_property
    def phase(self) -> int:
        """The number of the phase or stage that its name tells; 0 where it tells none, or several."""
        found = numbered(self.name)
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


class Known:
    """The claims that were published by a day, oldest first."""

    def __init__(self, claims: Iterable[Claim], matched: Matched, on: date) -> None:
        """Take the claims whose document was out on `on`; one whose day is not known is taken as out."""
        views = (View(c, last_day(c.published) if c.published else date.min) for c in claims)
        seen = sorted((v for v in views if v.seen <= on), key=lambda v: (v.seen, v.claim.document, v.begin, v.id))
        self.on = on
        self.views: tuple[View, ...] = tuple(seen)
        self.by_id: dict[str, View] = {v.id: v for v in seen}
        self._place = {v.id: i for i, v in enumerate(seen)}
        self._by_kind: dict[str, list[View]] = {}
        self.item_of: dict[str, Item] = {c: i for i in matched.items for c in i.claims if c in self.by_id}
        self._series_of = {c: _quantity(s) for s in matched.series for c in s.claims}
        self._side_of = {c: s.side for s in matched.series for c in s.claims}
        self._by_document: dict[str, list[View]] = {}
        self._by_word: dict[str, list[View]] = {}
        self._by_indicator: dict[tuple[str, str], list[View]] = {}
        for view in seen:
            self._by_document.setdefault(view.claim.document, []).append(view)
            self._by_kind.setdefault(view.kind, []).append(view)
            if view.kind == "figure":
                self._by_indicator.setdefault((view.get("indicator"), view.get("unit")), []).append(view)
            for word in sorted(view.all):
                self._by_word.setdefault(key(word), []).append(view)

    def same_series(self, a: View, b: View) -> bool:
        """Whether matching holds two figures to be of one quantity, whoever counts it."""
        series = self._series_of.get(a.id)
        return series is not None and series == self._series_of.get(b.id)

    def side(self, view: View) -> str:
        """Who counts a figure: the side of its series, else who is reported or published it."""
        return self._side_of.get(view.id) or view.source

    def item(self, view: View) -> tuple[View, ...]:
        """The claims of the same thing, this one included, oldest first."""
        item = self.item_of.get(view.id)
        return tuple(self.by_id[c] for c in item.claims if c in self.by_id) if item else (view,)

    def same_item(self, a: View, b: View) -> bool:
        """Whether matching holds two claims to be of one thing."""
        item = self.item_of.get(a.id)
        return item is not None and item is self.item_of.get(b.id)

    def figures(self, indicators: Iterable[str], unit: str) -> list[View]:
        """The figures of some indicators in a unit, oldest first."""
        found = {v.id: v for i in indicators for v in self._by_indicator.get((i, unit), ())}
        return self.in_order(found.values())

    def of_kind(self, kind: str) -> list[View]:
        """The claims of a kind, oldest first."""
        return self._by_kind.get(kind, [])

    def sharing(self, view: View) -> list[View]:
        """The claims that share a word with what a claim is about, oldest first."""
        found = {v.id: v for word in sorted(view.own | view.places) for v in self._by_word.get(key(word), ())}
        return self.in_order(found.values())

    def place(self, claim: str) -> int:
        """The place of a claim in the order of documents and of their text."""
        return self._place[claim]

    def in_order(self, views: Iterable[View]) -> list[View]:
        """Claims in the order of documents and of their text."""
        return sorted(views, key=lambda v: self._place[v.id])

    def beside(self, view: View) -> list[View]:
        """The claims of one document that share a quote, or a part of one, with a claim."""
        return [v for v in self._by_document[view.claim.document] if v is not view and _touch(view, v, 0)]

    def near(self, view: View, gap: int) -> list[View]:
        """The claims of one document whose quotes stand within `gap` characters of a claim's."""
        return [v for v in self._by_document[view.claim.document] if v is not view and _touch(view, v, gap)]


def _quantity(series: Series) -> tuple[str, ...]:
    """What the series of all sides that count one quantity have in common."""
    return series.indicator, series.what, series.reporter, series.partner, series.unit


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
    return _CARDINALS.get(word) or next((int(n) for w, n in rows("ordinals") if w == word), 0)


def _tells(word: str) -> bool:
    """Whether a word can tell one thing from another: no number and no single letter."""
    return len(word) > 1 and not word.isdigit()


def _touch(a: View, b: View, gap: int) -> bool:
    """Whether a quote of one overlaps a quote of the other, or stands within `gap` characters of it."""
    quotes = b.claim.fact.quotes
    return any(p.begin < q.stop + gap and q.begin < p.stop + gap for p in a.claim.fact.quotes for q in quotes)
