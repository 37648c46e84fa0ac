"""Meetings: visits, summits, forums, sessions of joint bodies, talks, calls, ceremonies."""

from __future__ import annotations

from typing import Any, NamedTuple

from pledgebook.model import Fact, Mention, Reason, Span, first_day
from pledgebook.reading.context import Clause, Scene, clauses
from pledgebook.reading.context.clauses import clause_at
from pledgebook.reading.kinds.common import compact, nearest, preposition, span_of, states_in, times_in, unique, who
from pledgebook.reading.status import governor, hypothetical
from pledgebook.reading.text import Sentence, Tag
from pledgebook.reading.text.grammar import phrase_left, phrase_right, trim

_PLACES_OF_EVENTS = ("in", "at", "to", "into")


class Event(NamedTuple):
    """An event noun or verb in a sentence, with the noun phrase around it."""

    tag: Tag
    first: int
    last: int
    form: str


def read_meetings(scene: Scene, kinds: list[str]) -> list[Fact]:
    """Every meeting of a scene, the same event once."""
    found: list[Fact] = []
    for sentence in scene.page.sentences:
        if sentence.kind == "furniture":
            continue
        parts = clauses(scene.page, sentence)
        for event in _events(scene, sentence, kinds):
            fact = _meeting(scene, sentence, kinds, parts, event)
            if fact is not None:
                found.append(fact)
    return _merge(found)


def _events(scene: Scene, sentence: Sentence, kinds: list[str]) -> list[Event]:
    """Event nouns with their phrases; a verb of meeting where its clause has no event noun."""
    page = scene.page
    out: list[Event] = []
    tags = page.tags_in(sentence.first, sentence.last)
    for tag in tags:
        if tag.role != "event" or any(e.first <= tag.first < e.last for e in out):
            continue
        first = phrase_left(page, kinds, tag.last, sentence.first)
        last = phrase_right(page, kinds, tag.first, min(sentence.last, tag.first + 16), 2)
        out.append(Event(tag, first, max(last, tag.last), tag.value))
    for tag in tags:
        verb = tag.role == "meets" and tag.value in ("visit", "talks", "call") and kinds[tag.first] in ("verb", "part")
        if verb and not any(abs(e.tag.first - tag.first) <= 12 for e in out):
            out.append(Event(tag, tag.first, tag.last, tag.value))
    return sorted(out)


def _meeting(scene: Scene, sentence: Sentence, kinds: list[str], parts: list[Clause], event: Event) -> Fact | None:
    page = scene.page
    clause = parts[clause_at(parts, event.tag.first)]
    if hypothetical(page, sentence, clause):
        return None
    time = _time(scene, sentence, clause, event)
    body = _body(scene, sentence, kinds, event)
    form = "commission" if body and event.form in ("talks", "commission") else event.form
    if form == "commission" and not body:
        form = "talks"
    title = _title(scene, event, form)
    if time is None and not title and not body:
        return None
    place, host = _place(scene, sentence, kinds, clause, event)
    people = _participants(scene, sentence, clause, event, form, host)
    slots: dict[str, Any] = {
        "form": form,
        "title": title,
        "participants": people,
        "host": host,
        "place": place,
        "body": body,
        "status": _status(scene, sentence, clause, event, time),
        "speaker": scene.speaker(sentence, event.tag.first),
    }
    if time is not None:
        slots["start"] = time.start if time.sense != "deadline" else ""
        slots["end"] = time.end
    tag = event.tag
    why = (Reason("form", "meeting.event", Span(page.begins[tag.first], page.stops[tag.last - 1])),)
    confidence = "likely" if time is not None and len(people) >= 2 else "weak"
    return Fact("meeting", compact(slots), (span_of(sentence),), confidence, why)


def _time(scene: Scene, sentence: Sentence, clause: Clause, event: Event) -> Mention | None:
    page = scene.page
    senses = frozenset({"point", "period", "deadline", "start", "present"})
    inside = times_in(page, clause.first, clause.last, senses)
    found = nearest(inside, event.tag.first) or nearest(
        times_in(page, sentence.first, sentence.last, senses), event.tag.first
    )
    return found


def _body(scene: Scene, sentence: Sentence, kinds: list[str], event: Event) -> str:
    """The joint body or the organisation whose session, meeting or summit it is."""
    page = scene.page
    for m in page.mentions_in(event.first, min(sentence.last, event.last + 1)):
        if m.type == "body" and m.sense == "state_group" and event.form in ("summit", "talks", "forum", "commission"):
            return m.code or m.name
    if event.form in ("visit", "state_visit", "call", "ceremony", "forum"):
        return ""
    lo = max(sentence.first, event.first - 12)
    for tag in page.tags_in(lo, min(sentence.last, event.last + 8)):
        if tag.role == "jointbody":
            first = phrase_left(page, kinds, tag.last, sentence.first)
            last = phrase_right(page, kinds, tag.first, min(sentence.last, tag.first + 10), 1)
            name = trim(page, first, max(last, tag.last))
            if page.capital[tag.first] or len(name.split()) > 2:
                return name
    return ""


def _title(scene: Scene, event: Event, form: str) -> str:
    """The phrase of the event where it is a name: capital letters, or an ordinal ("fourth session of the ...")."""
    page = scene.page
    words = trim(page, event.first, event.last)
    ordinal = any(m.type == "ordinal" for m in page.mentions_in(event.first, event.last))
    named = page.capital[event.tag.first] and event.tag.first > event.first
    if form in ("visit", "state_visit", "call"):
        return ""
    return words if named or ordinal else ""


def _place(scene: Scene, sentence: Sentence, kinds: list[str], clause: Clause, event: Event) -> tuple[str, str]:
    """City and host state: "in Tashkent", "to Kenya", "visited Georgia"."""
    page = scene.page
    place = host = ""
    for first, last in ((clause.first, clause.last), (sentence.first, sentence.last)):
        for m in page.mentions_in(first, last):
            governed = preposition(page, kinds, m, sentence.first) in _PLACES_OF_EVENTS
            if m.type == "place" and governed and not place:
                place, host = m.name or m.text, m.code or host
            visited = event.form == "visit" and m.first == event.tag.last
            if m.type == "country" and m.sense == "name" and not host and (governed or visited):
                host = m.code
        if place or host:
            break
    return place, host


def _participants(scene: Scene, sentence: Sentence, clause: Clause, event: Event, form: str, host: str) -> list[str]:
    """Who took part: named in the clause, else in the sentence, with the states in focus for a meeting of two."""
    found = who(scene, sentence, clause.first, clause.last)
    if len(found) < 2:
        found = unique(found + who(scene, sentence, sentence.first, sentence.last))
    focus = list(scene.focus(sentence))
    states = states_in(scene.page, sentence.first, sentence.last)
    if len([c for c in found if len(c) == 2 and c.isupper()]) < 2 and len(focus) == 2:
        found = unique(found + focus)
    if form in ("visit", "state_visit") and host:
        found = unique([*(n for n in found if n != host), host])
    return found or states


def _status(scene: Scene, sentence: Sentence, clause: Clause, event: Event, time: Mention | None) -> str:
    page = scene.page
    tags = page.tags_in(clause.first, clause.last)
    if any(t.role == "takesplace" and t.value == "cancelled" for t in tags):
        return "cancelled"
    published = page.document.published
    if time is not None and published and time.sense != "present":
        day = first_day(time.start or time.end)
        if day > first_day(published):
            return "planned"
        if time.start and len(time.start) == 10:
            return "held"
    if any(t.role == "takesplace" and t.value in ("invites", "moved") for t in tags):
        return "planned"
    return "planned" if governor(page, clause, event.tag.first) is not None else "held"


def _merge(found: list[Fact]) -> list[Fact]:
    """The same event told twice is one fact with two quotes: same form family, start, and place or body not at odds."""
    out: list[Fact] = []
    for fact in found:
        for i, other in enumerate(out):
            if _same(fact, other):
                slots = {**fact.slots, **other.slots}
                people = unique([*other.get("participants", ()), *fact.get("participants", ())])
                slots["participants"] = tuple(people)
                quotes = tuple(dict.fromkeys((*other.quotes, *fact.quotes)))
                out[i] = Fact("meeting", compact(slots), quotes, other.confidence, other.why)
                break
        else:
            out.append(fact)
    return out


def _same(a: Fact, b: Fact) -> bool:
    if a.get("form") != b.get("form") or a.get("status") != b.get("status"):
        return False
    for slot in ("place", "host", "body", "title"):
        if a.get(slot) and b.get(slot) and a.get(slot) != b.get(slot):
            return False
    return a.get("start") == b.get("start") and bool(a.get("start"))
