"""What matching looks at in a claim of a meeting, instrument, project, movement or pledge."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from pledgebook.matching.aliases import EMPTY, Aliases
from pledgebook.matching.cues import said
from pledgebook.matching.names import is_code, parse
from pledgebook.matching.numerals import numbers, ordinal, years
from pledgebook.matching.tables import rules
from pledgebook.matching.titles import Title, places_of, titles
from pledgebook.matching.windows import Window, day, window
from pledgebook.matching.words import concepts, keyed, script, states_in, stem, tokens
from pledgebook.model import Claim

_ROUTE = re.compile(r"[–—−-]|\bto\b|\band\b|/")
_DATES = {"meeting": ("start", "end"), "instrument": ("date",), "movement": ("date",), "pledge": ("due",)}
_BODIES = frozenset({"commission", "forum", "summit"})
DONE = {
    "meeting": frozenset({"held"}),
    "instrument": frozenset({"signed", "approved", "ratified", "in_force", "terminated"}),
    "project": frozenset({"launched", "operating", "completed"}),
    "movement": frozenset({"done", "running"}),
    "pledge": frozenset[str](),
}

Keys = frozenset[str]


class End(NamedTuple):
    """One end of a movement: the keys of its place's names, the state's code."""

    places: Keys
    country: str


@dataclass(frozen=True, slots=True)
class Traits:
    """The slots of a claim in the form in which pairs are compared; two claims of equal traits tell the same.

    Sets of words and places hold keys (`words.key`). `taken` are the words of its places and bodies; `words` and each
    proper name in `proper` are without them. `owners` are the words of bodies that stand in a name,
    `other_names` whole names that stand beside another name.
    """

    kind: str
    form: str
    status: str
    titles: tuple[Title, ...]
    words: Keys
    proper: frozenset[Keys]
    names: Keys
    other_names: Keys
    taken: Keys
    owners: Keys
    sorts: Keys
    part: bool
    places: Keys
    route: bool
    states: Keys
    codes: Keys
    bodies: tuple[tuple[str, ...], ...]
    bodies_script: str
    country: str
    numbers: frozenset[tuple[str, str]]
    ordinal: int
    when: Window | None
    act: Window | None
    origin: End
    destination: End
    via: Keys
    modes: Keys
    cargo: Keys
    said: Keys
    script: str

    @property
    def done(self) -> bool:
        """Whether it is told as having happened."""
        return self.status in DONE[self.kind]


@dataclass(frozen=True, slots=True)
class Seen:
    """Claims of equal traits, oldest first; what else a pair is judged by: documents, the day of the oldest."""

    traits: Traits
    claims: tuple[Claim, ...]
    documents: Keys
    published: int
    near: Keys = frozenset()

    @property
    def signature(self) -> Hashable:
        """What is equal for claims that tell the same."""
        return self.traits

    def elsewhere(self) -> Seen:
        """The same, told in a document of its own."""
        return replace(self, documents=frozenset())

    def with_claims(self, other: Seen) -> Seen:
        """Both sets of claims in one; this one's are the older."""
        return replace(self, claims=self.claims + other.claims, documents=self.documents | other.documents)


def order(claim: Claim) -> tuple[str, str, int, str]:
    """Oldest first: published, document, where the first quote begins, id."""
    begin = claim.fact.quotes[0].begin if claim.fact.quotes else 0
    return (claim.published or "9999", claim.document, begin, claim.id)


def _end(value: object) -> End:
    if not isinstance(value, Mapping):
        return End(frozenset(), "")
    return End(places_of(str(value.get("place", ""))), str(value.get("country", "")))


def _states(claim: Claim, who: list[str]) -> frozenset[str]:
    others = [str(p) for p in claim.get("counterpart") or ()]
    codes = {p for p in (*who, *others, *(claim.get("via") or ())) if is_code(p)}
    codes |= {e.country for e in (_end(claim.get("origin")), _end(claim.get("destination"))) if e.country}
    if claim.get("country"):
        codes.add(str(claim.get("country")))
    return frozenset(codes | {s for p in (*who, *others) if not is_code(p) for s in states_in(p)})


def _when(claim: Claim) -> Window | None:
    dates = [claim.get(s) for s in _DATES.get(claim.kind, ())] or [claim.get("start") or claim.get("due")]
    return window(*dates)


def _act(claim: Claim) -> Window | None:
    """The latest year that the first quote names: when something was done with an instrument that bears no date."""
    named = years(claim.words[0]) if claim.words and claim.kind == "instrument" else []
    return window(max(named)) if named else None


def _taken(kind: str, bodies: tuple[tuple[str, ...], ...], via: tuple[str, ...]) -> Keys:
    """The words of places passed, and of bodies where these are not the very subject."""
    names = [n for body in bodies for n in body] if kind in ("project", "instrument") else []
    return keyed(w for n in (*names, *via) for w in (*(stem(t) for t in tokens(n)), *concepts(n)))


def traits(claim: Claim, aliases: Aliases = EMPTY) -> Traits:
    """The traits of a claim of any kind but figure."""
    table: dict[str, Any] = rules()[claim.kind]
    form = str(claim.get("form") or claim.get("type") or "")
    who = [str(p) for slot in table["who"] for p in claim.get(slot) or ()]
    texts = tuple(str(claim.get(slot) or "") for slot in table["names"])
    names = titles(texts, claim.kind, form, aliases)
    place = str(claim.get(table["where"]) or "") if table["where"] else ""
    origin, destination = _end(claim.get("origin")), _end(claim.get("destination"))
    bodies = tuple(aliases.names(p) for p in sorted(who) if not is_code(p))
    site = places_of(place) - keyed(stem(t) for body in bodies for n in body for t in tokens(n))
    via = tuple(str(v) for v in claim.get("via") or ())
    first = claim.words[0] if claim.words else ""
    named = " ".join(texts)
    owned = (
        keyed(w for body in bodies for n in body for w in parse(n).words) if claim.kind == "project" else frozenset()
    )
    taken = _taken(claim.kind, bodies, via) | places_of(place) | origin.places | destination.places
    return Traits(
        kind=claim.kind,
        form=form,
        status=str(claim.get("status") or ""),
        titles=names,
        words=frozenset(w for t in names for w in t.words) - taken,
        proper=frozenset(t.proper - taken for t in names) - {frozenset()},
        names=frozenset(t.text for t in names if t.words),
        other_names=frozenset(t.text for t in names if t.words and t.other),
        taken=taken,
        owners=frozenset(w for t in names for w in t.words) & owned,
        sorts=next((t.sorts for t in names if t.sorts), frozenset()) - _BODIES,
        part=any(t.part for t in names),
        places=site,
        route=bool(_ROUTE.search(place)) and len(site) > 1,
        states=_states(claim, who),
        codes=frozenset(p for p in who if is_code(p)),
        bodies=bodies,
        bodies_script=script(bodies[0][0]) if bodies else "",
        country=str(claim.get("country") or claim.get("host") or ""),
        numbers=numbers(named),
        ordinal=(ordinal(named) or ordinal(first)) if claim.kind == "meeting" else 0,
        when=_when(claim),
        act=_act(claim),
        origin=origin,
        destination=destination,
        via=keyed(stem(t) for v in via for t in tokens(v)),
        modes=frozenset(claim.get("modes") or ()),
        cargo=keyed(stem(t) for t in tokens(str(claim.get("cargo") or ""))),
        said=said(named),
        script=script(named),
    )


def see(claim: Claim, aliases: Aliases = EMPTY) -> Seen:
    """One claim as matching sees it."""
    return Seen(traits(claim, aliases), (claim,), frozenset({claim.document}), day(claim.published))
