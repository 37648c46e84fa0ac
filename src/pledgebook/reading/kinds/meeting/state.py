"""Whether an event was held, is planned, or was cancelled; and who reports it."""

from __future__ import annotations

from pledgebook.model import first_day, last_day
from pledgebook.reading.context import Scene
from pledgebook.reading.kinds.meeting.events import Event
from pledgebook.reading.kinds.meeting.when import When
from pledgebook.reading.status import governor
from pledgebook.reading.text import Page

_AT = frozenset({"at", "during", "after", "following", "within", "before", "in"})


def status(page: Page, event: Event, time: When) -> str:
    """The status of an event, by the words around it, else by its day and the document's."""
    clause = event.clause
    said = {t.value for t in page.tags_in(clause.first, clause.last) if t.role == "takesplace"}
    if "cancelled" in said:
        return "cancelled"
    published = page.document.published
    if time.end and published:
        if first_day(time.start or time.end) > first_day(published):
            return "planned"
        if last_day(time.end) < first_day(published) and "moved" not in said:
            return "held"
    if said & {"invites", "moved"}:
        return "planned"
    return "planned" if governor(page, clause, event.tag.first) is not None else "held"


def reported(scene: Scene, event: Event) -> str:
    """The speaker of an event; none where the text itself says at which event somebody spoke."""
    page, sentence = scene.page, event.sentence
    speaker = scene.speaker(sentence, event.tag.first)
    if not speaker or sentence.kind == "heading":
        return ""
    names = [m for m in page.mentions_in(sentence.first, event.first) if (m.name or m.text) == speaker]
    speech = [t for t in page.tags_in(sentence.first, event.first) if t.role == "speech"]
    attached = any(w in _AT for w in page.low[max(sentence.first, event.first - 3) : event.first])
    last = max([*(m.last for m in names), *(t.last for t in speech)], default=-1)
    near = last >= 0 and not any(w in (",", '"', "that") for w in page.low[last : event.first])
    return "" if names and attached and near else speaker
