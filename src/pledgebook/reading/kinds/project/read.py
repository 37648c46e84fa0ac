"""Reads the projects of a scene: each once, with what several sentences tell of it."""

from __future__ import annotations

from typing import Any

from pledgebook.model import Fact, Reason, Span
from pledgebook.reading import ranking
from pledgebook.reading.context import Scene
from pledgebook.reading.kinds.common import compact, preposition, span_of, unique, who
from pledgebook.reading.kinds.project.state import state, times
from pledgebook.reading.kinds.project.things import Thing, is_project, places_of, things
from pledgebook.reading.status import hypothetical

_STOP = frozenset({"the", "a", "an", "new", "of", "in", "and", "for", "first", "second", "phase", "its"})


def read_projects(scene: Scene, kinds: list[str]) -> list[Fact]:
    """Every project of a scene, the same one once with all that the text tells of it."""
    out: list[Fact] = []
    for sentence in scene.page.sentences:
        if sentence.kind in ("furniture", "row", "heading"):
            continue
        for thing in things(scene.page, sentence, kinds):
            fact = _project(scene, kinds, thing)
            if fact is not None:
                _add(out, fact)
    return out


def _project(scene: Scene, kinds: list[str], thing: Thing) -> Fact | None:
    page = scene.page
    if hypothetical(page, thing.sentence, thing.clause):
        return None
    keep, lead = is_project(page, kinds, thing)
    if not keep or not thing.name:
        return None
    status, fate = state(page, thing)
    start, due = times(page, thing, status, fate)
    country, place = _where(scene, kinds, thing)
    slots: dict[str, Any] = {
        "type": thing.tag.value,
        "name": thing.name,
        "country": country,
        "place": place,
        "parties": _parties(scene, kinds, thing, country),
        "status": status,
        "start": start,
        "due": due,
        "speaker": scene.speaker(thing.sentence, thing.tag.first),
    }
    at = Span(page.begins[thing.tag.first], page.stops[thing.tag.last - 1])
    why = [Reason("type", "project.noun", at)]
    if fate is not None:
        why.append(Reason("status", "project.fate", Span(page.begins[fate.first], page.stops[fate.last - 1])))
    confidence = "likely" if lead > 1.0 and fate is not None else "weak"
    return Fact("project", compact(slots), (span_of(thing.sentence),), confidence, tuple(why))


def _where(scene: Scene, kinds: list[str], thing: Thing) -> tuple[str, str]:
    """Country and place, by learned weights among the places of the sentence; the state in which the place lies."""
    page = scene.page
    found = places_of(page, thing)
    values: list[tuple[str, str]] = [("", "")]
    features = [["none", f"none|places={min(len(found), 3)}"]]
    for n, m in enumerate(found[:5]):
        inside = "phrase" if thing.first <= m.first < thing.last else "behind" if m.first >= thing.last else "ahead"
        near = ranking.bucket(abs(m.first - thing.tag.last), 0, 1, 2, 4, 7, 12, 20)
        before = preposition(page, kinds, m, thing.sentence.first)
        values.append((m.code if len(m.code) == 2 else "", m.name or m.text))
        features.append(
            ["own", inside, f"near={near}", f"before={before}", f"{inside}|{before}", f"first={n == 0}",
             f"clause={thing.clause.first <= m.first < thing.clause.last}", f"type={m.type}|{thing.tag.value}"]
        )  # fmt: skip
    country, place = ranking.best("project_place", page.begins[thing.tag.first], values, features)[0]
    return country or _state_around(scene, thing, place), place


def _state_around(scene: Scene, thing: Thing, place: str) -> str:
    """The state of a thing without a known place: one state named "in" or before its noun, or the only one in focus."""
    page = scene.page
    states = [m for m in page.mentions_in(thing.sentence.first, thing.sentence.last) if m.type == "country"]
    for m in states:
        if page.low[m.first - 1] == "in" or (m.sense == "demonym" and thing.first <= m.first < thing.last):
            return m.code
    known = {m.code for m in page.mentions if m.type == "place" and m.name == place and len(m.code) == 2}
    return next(iter(known)) if len(known) == 1 else ""


def _parties(scene: Scene, kinds: list[str], thing: Thing, country: str) -> list[str]:
    """Who builds, owns or pays: each body and state of the clause that stands as an actor, by learned weights."""
    page, sentence = scene.page, thing.sentence
    persons = {m.name for m in page.mentions_in(sentence.first, sentence.last) if m.type == "person"}
    found = [n for n in who(scene, sentence, sentence.first, sentence.last) if n not in persons]
    spots = {(m.name or m.code or m.text): m for m in reversed(page.mentions_in(sentence.first, sentence.last))}
    spots |= {m.code: m for m in reversed(page.mentions_in(sentence.first, sentence.last)) if m.type == "country"}
    out = []
    for name in unique(found)[:6]:
        m = spots.get(name)
        if m is None or (thing.first <= m.first < thing.last and m.type == "body"):
            continue
        before = preposition(page, kinds, m, sentence.first)
        side = "phrase" if thing.first <= m.first < thing.last else "ahead" if m.first < thing.first else "behind"
        names = [
            f"type={m.type}|{m.sense}", f"before={before}|{side}", f"side={side}", f"host={name == country}",
            f"clause={thing.clause.first <= m.first < thing.clause.last}", f"{m.type}|before={before}",
            f"thing={thing.tag.value}|{m.type}", f"form={m.sense}|{side}",
        ]  # fmt: skip
        if ranking.best("project_party", m.begin, [True, False], [["yes", *names], ["no"]])[0]:
            out.append(name)
    return out[:4]


def _add(out: list[Fact], fact: Fact) -> None:
    """Add a project, or what this sentence adds to one told before: the first name and place stand, the last status."""
    for i, other in enumerate(out):
        if _same(fact, other):
            slots = {**fact.slots, **other.slots}
            for slot in ("status", "due"):
                if fact.get(slot):
                    slots[slot] = fact.get(slot)
            slots["name"] = max((other.get("name"), fact.get("name")), key=len)
            quotes = tuple(dict.fromkeys((*other.quotes, *fact.quotes)))
            out[i] = Fact("project", slots, quotes, other.confidence, other.why)
            return
    out.append(fact)


def _same(a: Fact, b: Fact) -> bool:
    """The same thing: one type, and the words of one name within the other's; places not at odds."""
    if a.get("type") != b.get("type") or (a.get("place") and b.get("place") and a.get("place") != b.get("place")):
        return False
    wa, wb = (set(str(f.get("name")).casefold().split()) - _STOP for f in (a, b))
    return bool(wa and wb) and (wa <= wb or wb <= wa)
