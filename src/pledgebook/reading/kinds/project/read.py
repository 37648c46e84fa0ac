"""Reads the projects of a scene: each once, with what several sentences tell of it."""

from __future__ import annotations

from typing import Any

from pledgebook.model import Fact, Reason, Span
from pledgebook.reading.context import Scene
from pledgebook.reading.kinds.common import compact, span_of
from pledgebook.reading.kinds.project.back import known_before, spoken_of
from pledgebook.reading.kinds.project.merge import add, join
from pledgebook.reading.kinds.project.parties import parties
from pledgebook.reading.kinds.project.rows import read_rows
from pledgebook.reading.kinds.project.state import state
from pledgebook.reading.kinds.project.things import Thing, is_project, things
from pledgebook.reading.kinds.project.when import times
from pledgebook.reading.kinds.project.where import Known, known_of, where
from pledgebook.reading.status import hypothetical
from pledgebook.reading.text import Sentence

_SKIPPED = frozenset({"furniture", "row", "heading"})


def read_projects(scene: Scene, kinds: list[str]) -> list[Fact]:
    """Every project of a scene, the same one once with all that the text tells of it."""
    out: list[Fact] = []
    known = known_of(scene.page)
    for sentence in scene.page.sentences:
        if sentence.kind not in _SKIPPED:
            _read_sentence(scene, kinds, sentence, known, out)
    return [*out, *read_rows(scene, kinds, known)]


def _read_sentence(scene: Scene, kinds: list[str], sentence: Sentence, known: Known, out: list[Fact]) -> None:
    """Add what a sentence tells: of the things that it names, else of the project told before."""
    here = things(scene.page, sentence, kinds)
    for thing in here:
        at = known_before(scene.page, thing, out)
        fact = _project(scene, kinds, thing, known, at >= 0)
        if fact is not None and at >= 0:
            out[at] = join(out[at], fact)
        elif fact is not None:
            add(out, fact, _fresh(scene, thing))
    back = None if here else spoken_of(scene.page, kinds, sentence, out)
    if back is not None:
        fact = _project(scene, kinds, back[1], known, True)
        if fact is not None:
            out[back[0]] = join(out[back[0]], fact)


def _fresh(scene: Scene, thing: Thing) -> bool:
    """Whether the text brings a thing in as new ("a school", "another school")."""
    i = thing.first - 1
    return i >= thing.sentence.first and scene.page.low[i] in ("a", "an", "another")


def _project(scene: Scene, kinds: list[str], thing: Thing, known: Known, again: bool) -> Fact | None:
    page = scene.page
    if hypothetical(page, thing.sentence, thing.clause):
        return None
    keep, lead = is_project(page, kinds, thing)
    if not (keep or again) or not thing.name:
        return None
    status, deed = state(page, kinds, thing)
    start, due = times(page, kinds, thing, status)
    country, place = where(scene, kinds, thing, known)
    slots: dict[str, Any] = {
        "type": thing.type,
        "name": thing.name,
        "country": country,
        "place": place,
        "parties": parties(scene, kinds, thing, country, known),
        "status": status,
        "start": start,
        "due": due,
        "speaker": scene.speaker(thing.sentence, thing.tag.first),
    }
    why = [Reason("type", "project.noun", Span(page.begins[thing.tag.first], page.stops[thing.tag.last - 1]))]
    if deed is not None:
        why.append(Reason("status", "project.fate", Span(page.begins[deed.tag.first], page.stops[deed.tag.last - 1])))
    confidence = "likely" if lead > 1.0 and deed is not None else "weak"
    return Fact("project", compact(slots), (span_of(thing.sentence),), confidence, tuple(why))
