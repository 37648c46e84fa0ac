"""Movements: services, corridors and shipments that the text places on a map, with ends, way, mode, cargo."""

from __future__ import annotations

from typing import Any, NamedTuple

from pledgebook.model import Fact, Mention, Reason, Span, first_day
from pledgebook.reading.context import Clause, Scene, clauses
from pledgebook.reading.context.clauses import clause_at
from pledgebook.reading.kinds.common import compact, nearest, span_of, times_in, unique
from pledgebook.reading.status import governor, hypothetical
from pledgebook.reading.text import Page, Sentence, Tag
from pledgebook.reading.text.grammar import phrase_left, phrase_right, trim


class Stop(NamedTuple):
    """A place or state on the way: its part (`from`, `to`, `via`) and its mention."""

    part: str
    mention: Mention


def read_movements(scene: Scene, kinds: list[str]) -> list[Fact]:
    """Every movement of a scene."""
    out: list[Fact] = []
    for sentence in scene.page.sentences:
        if sentence.kind in ("furniture", "row"):
            continue
        fact = _movement(scene, sentence, kinds)
        if fact is not None and not any(_same(fact, other) for other in out):
            out.append(fact)
    return out


def _movement(scene: Scene, sentence: Sentence, kinds: list[str]) -> Fact | None:
    page = scene.page
    tags = page.tags_in(sentence.first, sentence.last)
    carriers = [t for t in tags if t.role == "carrier"]
    moving = [t for t in tags if t.role == "moves"]
    routes = [m for m in page.mentions_in(sentence.first, sentence.last) if m.type == "route"]
    if not carriers or not (moving or routes):
        return None
    stops = _stops(page, sentence, kinds, routes)
    ends = {s.part for s in stops}
    if not {"from", "to"} <= ends:
        return None
    anchor = _anchor(carriers, stops)
    parts = clauses(page, sentence)
    clause = parts[clause_at(parts, anchor.first)]
    if hypothetical(page, sentence, clause):
        return None
    origin = next(s.mention for s in stops if s.part == "from")
    destination = [s.mention for s in stops if s.part == "to"][-1]
    time = nearest(times_in(page, sentence.first, sentence.last), anchor.first)
    slots: dict[str, Any] = {
        "service": _service(page, kinds, sentence, anchor, routes),
        "origin": _end(page, origin),
        "destination": _end(page, destination),
        "via": unique(_way(s.mention) for s in stops if s.part == "via"),
        "modes": unique(t.value for t in carriers if t.value),
        "cargo": _cargo(page, kinds, sentence),
        "date": (time.start or time.end) if time else "",
        "status": _status(page, clause, anchor, time, moving),
        "speaker": scene.speaker(sentence, anchor.first),
    }
    why = (Reason("origin", "movement.route", Span(origin.begin, origin.stop)),)
    return Fact("movement", compact(slots), (span_of(sentence),), "likely", why)


def _stops(page: Page, sentence: Sentence, kinds: list[str], routes: list[Mention]) -> list[Stop]:
    """Places and states of the way, in order, each with its part by the word of travel before it."""
    for route in routes:
        places = [
            m for m in page.mentions_in(route.first, route.last) if m.type in ("place", "country") and m is not route
        ]
        if len(places) >= 2:
            parts = ["from", *["via"] * (len(places) - 2), "to"]
            return [Stop(part, m) for part, m in zip(parts, places, strict=True)]
    out: list[Stop] = []
    part, until = "", sentence.first
    travel = {t.first: t for t in page.tags_in(sentence.first, sentence.last) if t.role == "travel"}
    for m in page.mentions_in(sentence.first, sentence.last):
        if m.type not in ("place", "country") or m.sense == "demonym" or m.first < until:
            continue
        steps = [travel[i] for i in range(max(until, m.first - 6), m.first) if i in travel]
        if steps:
            part = steps[-1].value
        elif not _listed(page, until, m.first):
            part = ""
        if part == "between":
            out.append(Stop("from", m))
            part = "between_second"
        elif part == "between_second":
            out.append(Stop("to", m))
            part = ""
        elif part:
            out.append(Stop(part, m))
        until = m.last
    return out


def _listed(page: Page, first: int, last: int) -> bool:
    """Whether only commas and "and" lie between two places: the second goes on with the part of the first."""
    return last - first <= 3 and all(w in (",", "and", "the", "–", "-", "/") for w in page.low[first:last])


def _anchor(carriers: list[Tag], stops: list[Stop]) -> Tag:
    first = min(s.mention.first for s in stops)
    return min(carriers, key=lambda t: (abs(t.first - first), t.first))


def _end(page: Page, mention: Mention) -> dict[str, str]:
    if mention.type == "country":
        return {"country": mention.code}
    end = {"place": mention.name or mention.text}
    if len(mention.code) == 2:
        end["country"] = mention.code
    return end


def _way(mention: Mention) -> str:
    return mention.code if mention.type == "country" else mention.name or mention.text


def _service(page: Page, kinds: list[str], sentence: Sentence, anchor: Tag, routes: list[Mention]) -> str:
    """The name of the corridor or service: a route that is named, else the phrase of what moves."""
    for route in routes:
        if route.sense == "named":
            return route.name or route.text
    first = phrase_left(page, kinds, anchor.last, sentence.first)
    last = phrase_right(page, kinds, anchor.first, min(sentence.last, anchor.first + 8), 0)
    words = trim(page, first, max(last, anchor.last))
    return words if len(words.split()) > 1 else ""


def _cargo(page: Page, kinds: list[str], sentence: Sentence) -> str:
    for tag in page.tags_in(sentence.first, sentence.last):
        if tag.role != "loads" or page.low[tag.first] in ("with", "of"):
            continue
        last = phrase_right(page, kinds, tag.last, min(sentence.last, tag.last + 8), 0)
        if last > tag.last:
            return trim(page, tag.last, last)
    return ""


def _status(page: Page, clause: Clause, anchor: Tag, time: Mention | None, moving: list[Tag]) -> str:
    published = page.document.published
    if time is not None and published and first_day(time.start or time.end) > first_day(published):
        return "planned"
    if governor(page, clause, anchor.first) is not None:
        return "planned"
    if time is not None and time.sense == "start":
        return "running"
    present = any(t.form in ("base", "s", "ing") for t in moving)
    return "running" if present else "done"


def _same(a: Fact, b: Fact) -> bool:
    return all(a.get(slot) == b.get(slot) for slot in ("origin", "destination", "status", "date"))
