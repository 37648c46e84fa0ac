"""Reads the movements of a scene: each service or shipment once, legs that follow one another joined."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from pledgebook.model import Fact, Mention, Reason, Span
from pledgebook.reading import ranking
from pledgebook.reading.context import Scene, clauses
from pledgebook.reading.context.clauses import clause_at
from pledgebook.reading.kinds.common import compact, span_of, unique
from pledgebook.reading.kinds.movement.load import cargo, service
from pledgebook.reading.kinds.movement.state import date, status
from pledgebook.reading.kinds.movement.stops import Way, way_of
from pledgebook.reading.status import hypothetical
from pledgebook.reading.text import Page, Sentence, Tag

_UNITS = frozenset({"km", "MWh", "MW", "m3", "t", "TEU", "percent", "day", "hour", "count"})


def read_movements(scene: Scene, kinds: list[str]) -> list[Fact]:
    """Every movement of a scene."""
    out: list[Fact] = []
    for sentence in scene.page.sentences:
        if sentence.kind in ("furniture", "row"):
            continue
        for first, last in _stretches(scene.page, sentence):
            fact = _movement(scene, sentence, kinds, first, last)
            if fact is not None:
                _add(scene.page, out, fact)
    return out


def _stretches(page: Page, sentence: Sentence) -> list[tuple[int, int]]:
    """A sentence, cut at semicolons where each part has a carrier and places of its own."""
    cuts = [i for i in range(sentence.first, sentence.last) if page.low[i] == ";"]
    bounds = [sentence.first, *(i + 1 for i in cuts), sentence.last]
    return [(a, b) for a, b in pairwise(bounds) if b > a]


def _movement(scene: Scene, sentence: Sentence, kinds: list[str], first: int, last: int) -> Fact | None:
    page = scene.page
    tags = page.tags_in(first, last)
    carriers = [t for t in tags if t.role == "carrier"]
    moving = [t for t in tags if t.role in ("moves", "sends")]
    routes = [m for m in page.mentions_in(first, last) if m.type == "route"]
    if not carriers and not (moving and any(t.role == "goods" for t in tags)):
        return None
    way = way_of(page, kinds, first, last, routes)
    if way.origin is None and way.destination is None:
        return None
    anchor = _anchor(carriers or moving, way)
    parts = clauses(page, sentence)
    clause = parts[clause_at(parts, anchor.first)]
    if hypothetical(page, sentence, clause):
        return None
    keep, lead = _taken(page, kinds, sentence, (first, last), way, anchor, routes)
    if not keep:
        return None
    day, time = date(page, sentence, (first, last), anchor)
    slots: dict[str, Any] = {
        "service": service(page, kinds, sentence, (first, last), way, routes, anchor),
        "origin": way.origin.end() if way.origin else {},
        "destination": way.destination.end() if way.destination else {},
        "via": unique(s.way() for s in way.via),
        "modes": unique(t.value for t in carriers if t.value),
        "cargo": cargo(page, kinds, sentence, anchor),
        "date": day,
        "status": status(page, sentence, clause, anchor, time),
        "speaker": scene.speaker(sentence, anchor.first),
    }
    if not (slots["origin"] and slots["destination"]) and not slots["service"]:
        return None
    why = (Reason("service", "movement.carrier", Span(page.begins[anchor.first], page.stops[anchor.last - 1])),)
    both = way.origin is not None and way.destination is not None
    confidence = "likely" if lead > 1 and both else "weak"
    return Fact("movement", compact(slots), (span_of(sentence),), confidence, why)


def _anchor(carriers: list[Tag], way: Way) -> Tag:
    """The carrier nearest to where the way begins; one with a mode before one without."""
    first = min(s.first for s in (way.origin, way.destination) if s is not None)
    return min(carriers, key=lambda t: (not t.value, abs(t.first - first), t.first))


def _taken(
    page: Page,
    kinds: list[str],
    sentence: Sentence,
    span: tuple[int, int],
    way: Way,
    anchor: Tag,
    routes: list[Mention],
) -> tuple[bool, float]:
    """Whether a stretch with a carrier and places tells of a movement, by learned weights."""
    tags = page.tags_in(*span)
    roles = {t.role for t in tags}
    moving = [t for t in tags if t.role in ("moves", "sends") and kinds[t.first] in ("verb", "part")]
    near = min(moving, key=lambda t: (abs(t.first - anchor.first), t.first), default=None)
    units = sorted({m.unit for m in page.mentions_in(*span)} & _UNITS)
    both = (way.origin is not None) + (way.destination is not None)
    crosses = bool(way.origin and way.destination and way.origin.code != way.destination.code)
    fates = sorted({t.value for t in tags if t.role == "fate"})
    word = page.low[anchor.last - 1]
    features = [
        "yes",
        f"ends={both}",
        f"ends={both}|named={way.named}",
        f"mode={anchor.value}",
        f"mode={anchor.value}|{anchor.form}",
        f"word={word}",
        f"verb={near.form if near else 'none'}",
        f"verb={page.low[near.first] if near else 'none'}",
        f"role={near.role if near else 'none'}|{anchor.role}",
        f"goods={'goods' in roles}",
        f"crosses={crosses}|{both}",
        f"project={'project' in roles}|{anchor.value}",
        f"making={'making' in roles}",
        f"kind={sentence.kind}",
        f"via={bool(way.via)}",
        f"routes={min(len(routes), 2)}|{way.named}",
        f"starts={'starts' in roles}",
        f"often={'repeats' in roles}",
        f"power={'power' in roles}",
        f"class={kinds[anchor.first]}|{anchor.value}",
        *(f"unit={u}" for u in units),
        *(f"fate={f}" for f in fates),
        f"{word}|named={way.named}",
    ]
    return ranking.best("movement", page.begins[anchor.first], [True, False], [features, ["no"]])


def _add(page: Page, out: list[Fact], fact: Fact) -> None:
    """Add a movement; the next leg of the one before prolongs it, the same one told again fills what it lacks."""
    if out and _follows(page, out[-1], fact):
        out[-1] = _prolonged(out[-1], fact)
        return
    for i, other in enumerate(out):
        if _same(fact, other):
            quotes = tuple(dict.fromkeys((*other.quotes, *fact.quotes)))
            out[i] = Fact("movement", {**fact.slots, **other.slots}, quotes, other.confidence, other.why)
            return
    out.append(fact)


def _follows(page: Page, a: Fact, b: Fact) -> bool:
    """Whether `b` begins where `a` ended, told right behind it."""
    gap = page.text[a.quotes[-1].stop : b.quotes[0].begin]
    place = b.get("origin", {}).get("place")
    return bool(place) and a.get("destination", {}).get("place") == place and len(gap) < 3 and "\n" not in gap


def _prolonged(a: Fact, b: Fact) -> Fact:
    via = unique([*a.get("via", ()), a.get("destination")["place"], *b.get("via", ())])
    modes = unique([*a.get("modes", ()), *b.get("modes", ())])
    slots = {**b.slots, **a.slots, "via": via, "modes": modes, "destination": b.get("destination")}
    return Fact("movement", compact(slots), (*a.quotes, *b.quotes), a.confidence, a.why)


def _same(a: Fact, b: Fact) -> bool:
    if any(a.get(end) != b.get(end) for end in ("origin", "destination")) or a.get("status") != b.get("status"):
        return False
    return a.get("date") == b.get("date") or not (a.get("date") and b.get("date"))
