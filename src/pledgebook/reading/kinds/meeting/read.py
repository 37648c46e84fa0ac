"""Reads the meetings of a scene: each event once, with what several sentences tell of it."""

from __future__ import annotations

from typing import Any, NamedTuple

from pledgebook.model import Fact, Reason, Span
from pledgebook.reading import ranking
from pledgebook.reading.context import Scene
from pledgebook.reading.kinds.common import compact, span_of
from pledgebook.reading.kinds.meeting.body import Body, Memory, body_of, of_one_state
from pledgebook.reading.kinds.meeting.events import Event, back_reference, events, neighbours, title
from pledgebook.reading.kinds.meeting.same import joined, same, timeless
from pledgebook.reading.kinds.meeting.state import reported, status
from pledgebook.reading.kinds.meeting.when import NONE, When, when
from pledgebook.reading.kinds.meeting.where import dateline, where
from pledgebook.reading.kinds.meeting.who import who
from pledgebook.reading.status import hypothetical

_STEPS = (0, 1, 2, 4, 7, 12)
_BARE = frozenset({"the", "a", "an", "this", "its", "his", "their", "our", "next", "last", "no"})
_GOVERN = frozenset(
    {"at", "during", "in", "of", "after", "before", "following", "for", "to", "on", "with", "by", "and"}
)


class Told(NamedTuple):
    """An event as told once: the fact, its number among its like, and whether it only points back."""

    fact: Fact
    ordinal: str
    back: bool


def read_meetings(scene: Scene, kinds: list[str]) -> list[Fact]:
    """Every meeting of a scene, the same event once with all that the text tells of it."""
    return _Reader(scene, kinds).run()


class _Reader:
    """Goes through the sentences once.

    State: `out`, the meetings so far; `memory`, the bodies that met; `lent`, the time of the last dated event.
    """

    def __init__(self, scene: Scene, kinds: list[str]) -> None:
        self.scene = scene
        self.kinds = kinds
        self.out: list[Told] = []
        self.memory = Memory()
        self.lent = NONE
        self.line = dateline(scene.page)

    def run(self) -> list[Fact]:
        for sentence in self.scene.page.sentences:
            if sentence.kind == "furniture":
                continue
            here = events(self.scene.page, sentence, self.kinds)
            for event in here:
                told = self._told(event, here)
                if told is not None:
                    self._add(told)
        return [_placed(t.fact, self.out) for t in self.out]

    def _told(self, event: Event, here: list[Event]) -> Told | None:
        page = self.scene.page
        if of_one_state(page, event):
            return None
        body = body_of(page, self.kinds, event, self.memory)
        time = when(page, event, here, self.lent)
        if hypothetical(page, event.sentence, event.clause):
            return None
        keep, lead = self._taken(event, here, body, time)
        if not keep:
            return None
        fact = self._fact(event, here, body, time, lead)
        if time.how == "own":
            self.lent = When(time.start, time.end, "lent")
        return Told(fact, event.ordinal, time.how != "own" and back_reference(page, event))

    def _fact(self, event: Event, here: list[Event], body: Body, time: When, lead: float) -> Fact:
        page, tag = self.scene.page, event.tag
        place, host = where(page, self.kinds, event, here)
        if not place and self._here(event):
            place, host = self.line[0], self.line[1] or host
        people = who(self.scene, self.kinds, event, here, body, host)
        slots: dict[str, Any] = {
            "form": _form(event, body),
            "title": title(page, event),
            "participants": people,
            "host": host,
            "place": place,
            "body": body.name,
            "start": time.start,
            "end": time.end,
            "status": status(page, event, time),
            "speaker": reported(self.scene, event),
        }
        why = (Reason("form", "meeting.event", Span(page.begins[tag.first], page.stops[tag.last - 1])),)
        confidence = "likely" if lead > 1 and time.how == "own" and len(people) >= 2 else "weak"
        return Fact("meeting", compact(slots), (span_of(event.sentence),), confidence, why)

    def _here(self, event: Event) -> bool:
        return "here" in self.scene.page.low[event.clause.first : event.clause.last]

    def _taken(self, event: Event, here: list[Event], body: Body, time: When) -> tuple[bool, float]:
        """Whether an event noun or verb tells of an event of its own, by learned weights."""
        page, tag, sentence = self.scene.page, event.tag, event.sentence
        before = page.low[event.first - 1] if event.first > sentence.first else "^"
        governs = page.low[event.first - 2] if before in _BARE and event.first - 1 > sentence.first else before
        mentions = page.mentions_in(sentence.first, sentence.last)
        persons = sum(m.type == "person" for m in mentions)
        places = sum(m.type == "place" for m in mentions)
        near = [t for t in page.tags_in(event.clause.first, event.clause.last) if t.role == "takesplace"]
        gap = ranking.bucket(min((abs(t.first - tag.first) for t in near), default=99), 2, 4, 7, 12)
        kind = f"{event.form}|{event.noun}"
        nouns = any(e.noun and e is not event and e.clause == event.clause for e in here)
        often = any(t.role == "often" for t in page.tags_in(tag.last, tag.last + 5))
        features = [
            "yes",
            kind,
            f"{kind}|{tag.form}",
            f"time={time.how}|{event.noun}",
            f"time={time.how}|{kind}",
            f"before={before if before in _BARE else self.kinds[event.first - 1]}|{event.noun}",
            f"kind={sentence.kind}",
            f"governs={governs if governs in _GOVERN else '-'}|{event.noun}",
            f"persons={min(persons, 2)}|{kind}",
            f"places={min(places, 2)}|{event.noun}",
            f"takesplace={gap}|{event.noun}",
            f"body={bool(body.name)}|{event.noun}",
            f"ordinal={bool(event.ordinal)}",
            f"capital={page.capital[tag.first]}|{event.noun}|{sentence.kind}",
            f"words={ranking.bucket(event.last - event.first, *_STEPS)}|{event.noun}",
            f"known={bool(self.out)}|{time.how}",
            f"back={back_reference(page, event)}|{time.how}",
            f"first={event is here[0]}",
            f"grain={len(time.end)}|{kind}",
            f"word={page.low[tag.first]}|{event.noun}",
            f"top={sentence.paragraph < 3}",
            f"nouns={nouns}|{event.noun}",
            f"often={often}",
            f"class={self.kinds[tag.first]}|{event.noun}",
            *neighbours(page, event),
        ]
        return ranking.best("meeting", page.begins[tag.first], [True, False], [features, ["no"]])

    def _add(self, told: Told) -> None:
        for i in range(len(self.out) - 1, -1, -1):
            other = self.out[i]
            if same(other.fact, told.fact, (other.ordinal, told.ordinal), told.back):
                more = told.fact if not told.back or not other.fact.get("end") else timeless(told.fact)
                self.out[i] = Told(joined(other.fact, more), other.ordinal or told.ordinal, other.back)
                return
        self.out.append(told)


def _form(event: Event, body: Body) -> str:
    """A meeting of a joint body is a commission's session; a session of no body is talks."""
    if event.form not in ("talks", "commission"):
        return event.form
    return "commission" if body.name and not body.organisation else "talks"


def _placed(fact: Fact, told: list[Told]) -> Fact:
    """With the place of an event during which this one was: on a day of it, by those who were there."""
    day = str(fact.get("start", ""))
    if fact.get("place") or fact.get("host") or len(day) != 10 or fact.get("status") != "held":
        return fact
    for other in told:
        around = other.fact
        if around.get("place") and str(around.get("start", "~")) <= day <= str(around.get("end", "")):
            lent = {s: around.get(s) for s in ("place", "host") if around.get(s)}
            return Fact("meeting", {**fact.slots, **lent}, fact.quotes, fact.confidence, fact.why)
    return fact
