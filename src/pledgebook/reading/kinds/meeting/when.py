"""When an event takes place: one of the times of its sentence, the one of the event told before, or none."""

from __future__ import annotations

from typing import NamedTuple

from pledgebook.model import Mention, last_day
from pledgebook.reading import ranking
from pledgebook.reading.kinds.common import times_in
from pledgebook.reading.kinds.meeting.events import Event
from pledgebook.reading.kinds.pledge.roadmap import terms
from pledgebook.reading.text import Page, Sentence

_SENSES = frozenset({"point", "period", "deadline", "start", "present"})
_STEPS = (0, 1, 2, 3, 5, 8, 12, 20)
_TOP, _SHORT = 3, 12


class When(NamedTuple):
    """Start and end of an event, ISO, and how it was found: `own` words, `lent` by another event, `none`."""

    start: str
    end: str
    how: str


NONE = When("", "", "none")


def when(page: Page, event: Event, others: list[Event], lent: When) -> When:
    """The time of an event, by learned weights. `others` are the events of the sentence, `lent` the time before."""
    times = _times(page, event)
    values: list[tuple[When, str]] = [(NONE, "")]
    features = [["none", f"none|{event.form}", f"none|times={min(len(times), 2)}", f"none|noun={event.noun}"]]
    for m in times:
        start = "" if m.sense == "deadline" else m.start
        values.append((When(start, m.end, "own"), m.end))
        features.append(_features(page, event, others, m, times))
    if lent.end:
        values.append((lent, lent.end))
        features.append(["lent", f"lent|{event.form}", f"lent|times={min(len(times), 2)}", f"lent|noun={event.noun}"])
    return ranking.best("meeting_when", page.begins[event.tag.first], values, features)[0][0]


def _times(page: Page, event: Event) -> list[Mention]:
    """The times of the sentence; of a headline that of the line below it too."""
    sentence = event.sentence
    found = times_in(page, sentence.first, sentence.last, _SENSES)
    below = line_below(page, sentence)
    moved = moved_to(page, event)
    if moved and any(m.first >= moved for m in found):
        return [m for m in found if m.first >= moved]
    if not found and below is not None:
        return times_in(page, below.first, below.last, _SENSES)
    return found or _deadline(page, sentence)


def moved_to(page: Page, event: Event) -> int:
    """The token behind a word that moves an event to another time or place, 0 where it stays."""
    tags = page.tags_in(event.tag.last, event.sentence.last)
    return next((t.last for t in tags if t.role == "takesplace" and t.value == "moved"), 0)


def line_below(page: Page, sentence: Sentence) -> Sentence | None:
    """The short line below a headline that tells where and when."""
    if sentence.paragraph > _TOP or sentence.index + 1 >= len(page.sentences):
        return None
    below = page.sentences[sentence.index + 1]
    return below if below.last - below.first <= _SHORT else None


def _deadline(page: Page, sentence: Sentence) -> list[Mention]:
    """The deadline of a measure of a roadmap ("Hold the forum. Deadline: May"), which stands behind it."""
    if not sentence.label:
        return []
    span = terms(page, sentence).deadline
    return times_in(page, *span)[:1] if span else []


def _features(page: Page, event: Event, others: list[Event], m: Mention, times: list[Mention]) -> list[str]:
    tag, published = event.tag, page.document.published
    day = last_day(m.end or m.start)
    future = "unknown" if not published else "future" if day > last_day(published) else "past"
    side = "behind" if m.first >= tag.last else "ahead"
    gap = ranking.bucket(m.first - tag.last if side == "behind" else tag.first - m.last, *_STEPS)
    inside = event.clause.first <= m.first < event.clause.last
    rivals = [e for e in others if e is not event and abs(e.tag.first - m.first) < abs(tag.first - m.first)]
    low, high = min(m.first, tag.first), max(m.last, tag.last)
    commas = page.low[low:high].count(",")
    between = any(e is not event and low < e.tag.first < high for e in others)
    said = any(t.role == "speech" for t in page.tags_in(max(0, m.first - 3), m.last + 2))
    return [
        "own",
        f"gap={gap}|{side}",
        f"inside={inside}|{side}",
        f"sense={m.sense}",
        f"grain={m.grain}",
        f"qual={m.qualifier}",
        f"rival={bool(rivals)}|{side}",
        f"between={between}|{side}",
        f"said={said}",
        f"commas={min(commas, 2)}|{side}",
        f"phrase={event.first <= m.first < event.last}",
        f"only={len(times) == 1}",
        f"{event.form}|{future}",
        f"{event.form}|{m.grain}",
        f"noun={event.noun}|{gap}",
    ]
