"""Where an event takes place: its city and the state that hosts it."""

from __future__ import annotations

from pledgebook.model import Mention
from pledgebook.reading import ranking
from pledgebook.reading.kinds.common import preposition
from pledgebook.reading.kinds.meeting.events import Event
from pledgebook.reading.kinds.meeting.when import line_below, moved_to
from pledgebook.reading.text import Page

_STEPS = (0, 1, 2, 4, 7, 12, 20)
_MOST = 6
_WIDE = frozenset({"sea", "river", "lake", "region"})


def where(page: Page, kinds: list[str], event: Event, others: list[Event]) -> tuple[str, str]:
    """City and host state of an event, each by learned weights among the names of the sentence; "" where none fits."""
    if event.form == "call":
        return "", ""
    sentence = event.sentence
    found = page.mentions_in(sentence.first, sentence.last)
    places = [m for m in found if m.type == "place" and not _wide(m) and not _titled(event, m)]
    moved = moved_to(page, event)
    places = [m for m in places if m.first >= moved] or places
    below = line_below(page, sentence)
    if not places and below is not None:
        places = [m for m in page.mentions_in(below.first, below.last) if m.type == "place"]
    places = places[:_MOST]
    at = page.begins[event.tag.first]
    features = [["none", f"none|{event.form}", f"none|places={min(len(places), 2)}"]]
    features += [_features(page, kinds, event, others, m) for m in places]
    names: list[Mention | None] = [None, *places]
    values = [("", "") if m is None else (m.code, m.name or m.text) for m in names]
    host, place = ranking.best("meeting_place", at, values, features)[0]
    if len(host) == 2:
        return place, host
    return place, _host(page, kinds, event, others, place)


def _host(page: Page, kinds: list[str], event: Event, others: list[Event], place: str) -> str:
    """The state that hosts: one named in the sentence, or "" where only sides are named."""
    sentence = event.sentence
    states = [m for m in page.mentions_in(sentence.first, sentence.last) if m.type == "country"][:_MOST]
    features = [["none", f"none|{event.form}", f"none|states={min(len(states), 2)}|place={bool(place)}"]]
    features += [[*_features(page, kinds, event, others, m), f"own|place={bool(place)}"] for m in states]
    values = ["", *(m.code for m in states)]
    return ranking.best("meeting_host", page.begins[event.tag.first], values, features)[0]


def _features(page: Page, kinds: list[str], event: Event, others: list[Event], m: Mention) -> list[str]:
    tag = event.tag
    side = "behind" if m.first >= tag.last else "ahead"
    gap = ranking.bucket(m.first - tag.last if side == "behind" else tag.first - m.last, *_STEPS)
    before = preposition(page, kinds, m, event.sentence.first) or _mark(page, event, m)
    inside = event.clause.first <= m.first < event.clause.last
    rivals = [e for e in others if e is not event and abs(e.tag.first - m.first) < abs(tag.first - m.first)]
    low, high = min(m.first, tag.first), max(m.last, tag.last)
    between = any(e is not event and low < e.tag.first < high for e in others)
    behind = page.low[m.last] if m.last < event.sentence.last else "$"
    return [
        "own",
        f"gap={gap}|{side}",
        f"before={before}",
        f"before={before}|{side}",
        f"before={before}|{event.form}",
        f"inside={inside}|{side}",
        f"sense={m.sense}",
        f"rival={bool(rivals)}|{side}",
        f"between={between}|{side}",
        f"noun={event.noun}|{gap}",
        f"phrase={event.first <= m.first < event.last}",
        f"behind={behind if len(behind) == 1 else '-'}|{side}",
        f"gap={gap}|{event.form}",
    ]


def _wide(m: Mention) -> bool:
    """Whether a place is too wide to meet in: a sea, or a region of several states."""
    return m.sense in _WIDE and len(m.code) != 2


def _titled(event: Event, m: Mention) -> bool:
    """Whether a place stands in the name of the event before its noun, or is a region that the name is about."""
    return event.first <= m.first < event.tag.first or (event.first <= m.first < event.last and m.sense == "region")


def _mark(page: Page, event: Event, m: Mention) -> str:
    """The mark before a name, or that it stands at the head of its sentence."""
    if m.first <= event.sentence.first:
        return "^"
    word = page.low[m.first - 1]
    return word if not word[0].isalpha() else "-"


def dateline(page: Page) -> tuple[str, str]:
    """Place and state from which a document is written: a place with a date or a dash at the head of an early line."""
    for sentence in page.sentences[:6]:
        for m in page.mentions_in(sentence.first, sentence.first + 2):
            behind = page.low[m.last : m.last + 1]
            if m.type == "place" and behind and behind[0] in (",", "-", "–", "—", "("):
                return m.name or m.text, m.code if len(m.code) == 2 else ""
    return "", ""
