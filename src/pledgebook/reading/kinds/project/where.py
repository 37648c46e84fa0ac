"""Where a project lies: its place among those of its sentence, and its state among all that may hold it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from pledgebook.model import Mention
from pledgebook.reading import ranking
from pledgebook.reading.context import Scene
from pledgebook.reading.context.focus import states_of
from pledgebook.reading.kinds.common import preposition
from pledgebook.reading.kinds.project.things import Thing
from pledgebook.reading.text import Page

_NEAR = 8
# How many sentences back a place still holds.
_BACK = 3


class Known(NamedTuple):
    """What a document as a whole tells: for places that no list knows the states named close by, persons' states."""

    votes: dict[str, Counter[str]]
    persons: dict[str, str]


def known_of(page: Page) -> Known:
    """What a document as a whole tells of places and persons, in one pass."""
    persons = {m.name: m.code for m in reversed(page.mentions) if m.type == "person" and len(m.code) == 2}
    return Known(_votes(page), persons)


def _votes(page: Page) -> dict[str, Counter[str]]:
    out: dict[str, Counter[str]] = defaultdict(Counter)
    states = [m for m in page.mentions if m.type == "country" and len(m.code) == 2]
    n = 0
    for m in page.mentions:
        if m.type != "place" or len(m.code) == 2:
            continue
        while n < len(states) and states[n].first < m.first - _NEAR:
            n += 1
        for other in states[n : n + 4]:
            if abs(other.first - m.first) <= _NEAR:
                out[m.name or m.text][other.code] += 1
    return out


def where(scene: Scene, kinds: list[str], thing: Thing, known: Known) -> tuple[str, str]:
    """Country and place of a thing, "" for what the text does not tell."""
    m = _place(scene.page, kinds, thing)
    return _country(scene, thing, m, known), (m.name or m.text) if m else ""


def _place(page: Page, kinds: list[str], thing: Thing) -> Mention | None:
    found = places_of(page, thing)[:5]
    values: list[str] = [""]
    features = [["none", f"none|places={min(len(found), 3)}", f"none|{thing.type}"]]
    for n, m in enumerate(found):
        inside = "phrase" if thing.first <= m.first < thing.last else "behind" if m.first >= thing.last else "ahead"
        near = ranking.bucket(abs(m.first - thing.tag.last), 0, 1, 2, 4, 7, 12, 20)
        before = preposition(page, kinds, m, thing.sentence.first)
        values.append(m.name or m.text)
        features.append(
            ["own", inside, f"near={near}", f"before={before}", f"{inside}|{before}", f"first={n == 0}",
             f"clause={thing.clause.first <= m.first < thing.clause.last}", f"type={m.type}|{thing.type}",
             f"longest={'–' in m.text}|{inside}"]
        )  # fmt: skip
    name = ranking.best("project_place", page.begins[thing.tag.first], values, features)[0]
    return next((m for m in found if (m.name or m.text) == name), None)


def places_of(page: Page, thing: Thing) -> list[Mention]:
    """Places that may tell where a thing lies: in its phrase and behind it first, then in its clause and sentence."""
    spans = ((thing.first, thing.last + 8), (thing.clause.first, thing.clause.last))
    out: list[Mention] = []
    for first, last in (*spans, (thing.sentence.first, thing.sentence.last)):
        for m in page.mentions_in(max(first, thing.sentence.first), min(last, thing.sentence.last)):
            if m.type in ("place", "route") and m not in out:
                out.append(m)
    return out


def _country(scene: Scene, thing: Thing, place: Mention | None, known: Known) -> str:
    """The state by learned weights among those that place, sentence, speaker, focus and document offer."""
    told = _sources(scene, thing, place, known)
    kind = place.type if place else "nowhere"
    here = "coded" if place and len(place.code) == 2 else kind
    values = [""]
    features = [["none", f"none|{thing.type}", f"none|{here}", f"none|{here}|{thing.type}", f"states={len(told)}"]]
    for code, sources in told.items():
        values.append(code)
        names = [f"{s}|{here}" for s in sources] + sources + [f"own|{thing.type}", "own", f"own|{here}"]
        features.append(names)
    return ranking.best("project_country", scene.page.begins[thing.tag.first], values, features)[0]


def _sources(scene: Scene, thing: Thing, place: Mention | None, known: Known) -> dict[str, list[str]]:
    """Each state that may hold a thing with the grounds for it."""
    page, sentence = scene.page, thing.sentence
    out: dict[str, list[str]] = defaultdict(list)
    if place is not None:
        if len(place.code) == 2:
            out[place.code].append("place")
        ends = states_of(page.pack, place.text) if place.type == "route" else []
        for code in ends:
            out[code].append("only end" if len(ends) == 1 else "end")
        for code, _ in known.votes.get(place.name or place.text, Counter()).most_common(1):
            out[code].append("voted")
    for m in page.mentions_in(sentence.first, sentence.last):
        if len(m.code) == 2 and m.type in ("country", "place"):
            out[m.code].append(_ground(page, thing, m))
    focus = scene.focus(sentence)
    for n, code in enumerate(focus[:2]):
        out[code].append("only focus" if len(focus) == 1 else f"focus {n}")
    if scene.home:
        out[scene.home].append("home")
    if mine := ours(scene, thing, known):
        near = any(t.role == "we" for t in page.tags_in(thing.first - 1, thing.last))
        out[mine].append("ours" if near else "speaker")
    for m in _lately(page, thing):
        out[m.code].append(f"lately {m.type}")
    return {code: list(dict.fromkeys(grounds)) for code, grounds in out.items() if len(code) == 2}


def _lately(page: Page, thing: Thing) -> list[Mention]:
    """The last place and the last state named in the few sentences before the thing's own."""
    first = page.sentences[max(0, thing.sentence.index - _BACK)].first
    found = [m for m in page.mentions_in(first, thing.sentence.first) if len(m.code) == 2]
    return [*[m for m in found if m.type == "place"][-1:], *[m for m in found if m.type == "country"][-1:]]


def ours(scene: Scene, thing: Thing, known: Known) -> str:
    """The state for which the speaker says "we" and "our": his own, else the one that publishes the document."""
    speaker = scene.speaker(thing.sentence, thing.tag.first)
    return known.persons.get(speaker) or (speaker if len(speaker) == 2 else scene.home)


def _ground(page: Page, thing: Thing, m: Mention) -> str:
    """How a state or place stands to the thing: within its phrase, "in" it, or elsewhere in clause or sentence."""
    if thing.first <= m.first < thing.last:
        return f"{m.type} {m.sense} in phrase"
    spot = "clause" if thing.clause.first <= m.first < thing.clause.last else "sentence"
    word = page.low[m.first - 1] if m.first > thing.sentence.first else "^"
    return f"{m.type} {word if word in ('in', 'of', 'by', 'with', '^') else m.sense} {spot}"
