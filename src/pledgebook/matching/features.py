"""What matching looks at in a claim of a meeting, instrument, project, movement or pledge."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pledgebook.matching.aliases import EMPTY, Aliases
from pledgebook.matching.cues import without_state
from pledgebook.matching.names import is_code
from pledgebook.matching.tables import rows, rules
from pledgebook.matching.windows import Window, day, window
from pledgebook.matching.words import concepts, fold, generic, role, state_of, states_in, stem, tokens
from pledgebook.model import Claim

_CUT = re.compile(
    r",|;|\b(?:in|at|of|for|to|from|between|near|with|by|on|under|along|through|named after|which|that|next to|no\.?)\s"
)
_RENAMED = r"(?:rechristened|renamed|formerly|previously|also known as|now called|later called|called|now)\s+"
_OTHER_NAMES = re.compile(rf"\s*[(),]\s*(?:{_RENAMED})?|\s+{_RENAMED}", re.I)
_LABELLED = re.compile(r"\b(no|number|phase|stage|line|block|unit|section|lot|school)\s+(\d+|[ivx]+|one|two|three)\b")
_ROUTE = re.compile(r"[–—−-]|\bto\b|\band\b|/")
_NUMBERED = re.compile(r"\b[^\W\d_]{3,}[ -]([IVX]{1,4}|\d{1,2})\b(?![-–.,:%]?\d)(?!\s+[a-z])")
_ROMAN = {
    "I": "1",
    "II": "2",
    "III": "3",
    "IV": "4",
    "V": "5",
    "VI": "6",
    "VII": "7",
    "VIII": "8",
    "IX": "9",
    "X": "10",
}
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_VOLTS = re.compile(r"\b(\d+)\s?kv\b")
_MEETING = r"(?:\w+\s+){0,3}?(?:session|meeting|forum|summit|round|conference|congress|sitting|edition|consultations)"
DONE = {
    "meeting": frozenset({"held"}),
    "instrument": frozenset({"signed", "approved", "ratified", "in_force", "terminated"}),
    "project": frozenset({"launched", "operating", "completed"}),
    "movement": frozenset({"done", "running"}),
    "pledge": frozenset[str](),
}


@dataclass(frozen=True, slots=True)
class Title:
    """One name of a thing: folded, the sort of thing it says, whether of a part, the words that tell it apart.

    `proper` are those of them before the first preposition, where a capital shows that they are a name.
    """

    text: str
    sort: str
    part: bool
    words: frozenset[str]
    proper: frozenset[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """A claim, and its slots in the form in which pairs are compared."""

    claim: Claim
    order: tuple[str, str, int, str]
    form: str
    titles: tuple[Title, ...]
    words: frozenset[str]
    sort: str
    places: frozenset[str]
    near: frozenset[str]
    route: bool
    states: frozenset[str]
    bodies: tuple[tuple[str, ...], ...]
    country: str
    numbers: frozenset[tuple[str, str]]
    ordinal: int
    when: Window | None
    act: Window | None
    published: int
    done: bool

    @property
    def kind(self) -> str:
        """The kind of the claim."""
        return self.claim.kind


def order(claim: Claim) -> tuple[str, str, int, str]:
    """Oldest first: published, document, where the first quote begins, id."""
    begin = claim.fact.quotes[0].begin if claim.fact.quotes else 0
    return (claim.published or "9999", claim.document, begin, claim.id)


@cache
def _ordinals() -> dict[str, int]:
    return {word: int(number) for word, number in rows("ordinals")}


@cache
def _ordinal_pattern() -> re.Pattern[str]:
    words = "|".join(_ordinals())
    tens = "twenty|thirty|forty|fifty"
    return re.compile(rf"\b(?:({tens})[- ])?({words}|\d+(?:st|nd|rd|th))\b(?=\s+{_MEETING}|\s+of\b|\s*$)")


_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}


def ordinal(text: str) -> int:
    """The number of a meeting in its row ("37th session", "the second Forum"), or 0."""
    found = _ordinal_pattern().search(" ".join(fold(text).split()))
    if not found:
        return 0
    tens, word = found.groups()
    number = _ordinals().get(word) or int(re.sub(r"\D", "", word) or 0)
    return number + _TENS.get(tens or "", 0)


def numbers(text: str) -> frozenset[tuple[str, str]]:
    """Numbers that tell things of one name apart: school No. 1, phase two, 400 kV, years in a title."""
    folded = " ".join(fold(text).split())
    found = {("no" if label == "number" else label, value) for label, value in _LABELLED.findall(folded)}
    found |= {("no", _ROMAN.get(value, value)) for value in _NUMBERED.findall(text)}
    found |= {("kv", value) for value in _VOLTS.findall(folded)}
    years = _YEARS.findall(folded)
    return frozenset(found | ({("years", "-".join(years))} if years else set()))


def _head(text: str) -> str:
    """The part of a name before its first preposition; the whole where nothing stands before it."""
    first = next((part for part in _CUT.split(text + " ") if part.strip()), text)
    return first.strip()


def _places_generic(kind: str, form: str) -> frozenset[str]:
    return generic(kind, f"{kind}.{form}")


def title(text: str, kind: str, form: str, aliases: Aliases = EMPTY) -> Title:
    """Take a name apart into its sort and the words that tell it apart, leaving out what it says of a state."""
    bare = without_state(text)
    head = concepts(_head(bare))
    sorts = [c for c in head if role(c) == "sort"]
    dull = _places_generic(kind, form)
    capitals = " ".join(w for w in _head(text).split() if any(c.isupper() for c in w))
    proper = aliases.expand(telling(capitals, dull))
    part = any(role(c) == "part" for c in head)
    return Title(" ".join(tokens(text)), sorts[-1] if sorts else "", part, aliases.expand(telling(bare, dull)), proper)


def telling(text: str, dull: frozenset[str]) -> frozenset[str]:
    """The words of a text that tell it apart: none of the dull ones, no state, sort, number or letter."""
    return frozenset(
        w
        for w in concepts(text)
        if w not in dull and role(w) != "sort" and not state_of(w) and len(w) > 1 and not any(c.isdigit() for c in w)
    )


def _titles(claim: Claim, slots: list[str], form: str, aliases: Aliases) -> tuple[Title, ...]:
    found: dict[str, Title] = {}
    for slot in slots:
        whole = str(claim.get(slot) or "")
        for part in [whole, *_OTHER_NAMES.split(whole)]:
            if len(part) > 2:
                found.setdefault(fold(part), title(part, claim.kind, form, aliases))
    return tuple(found.values())


def places_of(text: str) -> frozenset[str]:
    """The names in a place: "from A to B", "A-B", "B district" without the words that all places share."""
    dull = generic("place")
    return frozenset(s for t in tokens(text) if (s := stem(t)) not in dull and not t.isdigit())


def _ends(claim: Claim) -> str:
    ends = [claim.get("origin") or {}, claim.get("destination") or {}]
    return " ".join(str(e.get("place", "")) for e in ends if isinstance(e, Mapping))


def _states(claim: Claim, who: list[str]) -> frozenset[str]:
    codes = {p for p in who if is_code(p)}
    for slot in ("country", "host"):
        codes |= {claim.get(slot)} if claim.get(slot) and claim.kind != "meeting" else set()
    for slot in ("origin", "destination"):
        end = claim.get(slot)
        codes |= {end["country"]} if isinstance(end, Mapping) and end.get("country") else set()
    codes |= {v for v in claim.get("via") or () if is_code(v)}
    others = [str(p) for p in claim.get("counterpart") or ()]
    codes |= {p for p in others if is_code(p)}
    return frozenset(codes | {s for p in (*who, *others) if not is_code(p) for s in states_in(p)})


def _when(claim: Claim) -> Window | None:
    slots = {"meeting": ("start", "end"), "instrument": ("date",), "movement": ("date",), "pledge": ("due",)}
    dates = [claim.get(s) for s in slots.get(claim.kind, ())] or [claim.get("start") or claim.get("due")]
    if claim.kind == "meeting" and dates[0] and not dates[1]:
        return window(dates[0])
    return window(*dates)


def see(claim: Claim, aliases: Aliases = EMPTY) -> Seen:
    """The features of a claim of any kind but figure."""
    table: dict[str, Any] = rules()[claim.kind]
    form = str(claim.get("form") or claim.get("type") or "")
    who = [str(p) for slot in table["who"] for p in claim.get(slot) or ()]
    titles = _titles(claim, table["names"], form, aliases)
    place = str(claim.get(table["where"]) or "") if table["where"] else _ends(claim)
    named = " ".join(str(claim.get(s) or "") for s in table["names"])
    first = claim.words[0] if claim.words else ""
    return Seen(
        claim=claim,
        order=order(claim),
        form=form,
        titles=titles,
        words=frozenset(w for t in titles for w in t.words),
        sort=next((t.sort for t in titles if t.sort), ""),
        places=places_of(place),
        near=frozenset(),
        route=bool(_ROUTE.search(place)),
        states=_states(claim, who),
        bodies=tuple(aliases.names(p) for p in sorted(who) if not is_code(p)),
        country=str(claim.get("country") or claim.get("host") or ""),
        numbers=numbers(named),
        ordinal=(ordinal(named) or ordinal(first)) if claim.kind == "meeting" else 0,
        when=_when(claim),
        act=_act(claim),
        published=day(claim.published),
        done=claim.get("status") in DONE[claim.kind],
    )


def _act(claim: Claim) -> Window | None:
    """The latest year that the first quote names: when something was done with an instrument that bears no date."""
    years = _YEARS.findall(claim.words[0]) if claim.words and claim.kind == "instrument" else []
    return window(max(years)) if years else None
