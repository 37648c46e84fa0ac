"""Who takes part: the persons, bodies and states of the sentence that learned weights keep, and the states in focus."""

from __future__ import annotations

from pledgebook.model import Mention
from pledgebook.reading import ranking
from pledgebook.reading.context import Scene
from pledgebook.reading.kinds.common import preposition, unique
from pledgebook.reading.kinds.meeting.body import Body
from pledgebook.reading.kinds.meeting.events import Event

_STEPS = (0, 1, 2, 4, 7, 12, 20)
_MOST = 14
_VISITS = frozenset({"visit", "state_visit"})


def who(scene: Scene, kinds: list[str], event: Event, others: list[Event], body: Body, host: str) -> list[str]:
    """The participants of an event, the visitor first for a visit."""
    page, sentence = scene.page, event.sentence
    found: list[str] = []
    covered = -1
    for m in page.mentions_in(sentence.first, sentence.last)[: 4 * _MOST]:
        if m.type not in ("person", "body", "country") or m.first < covered:
            continue
        covered = m.last if m.type != "country" else covered
        if body.name and not body.organisation and m.type == "country" and m.code not in _sides(scene, event):
            continue
        if _name(m) != body.name and _takes_part(scene, kinds, event, others, m):
            found += [_name(m), m.code if m.type == "person" else ""]
    found = unique([body.name if body.organisation else "", *found])
    if not body.organisation or any(t.role == "sides" for t in page.tags_in(event.clause.first, event.clause.last)):
        found = _with_focus(scene, event, found)
    if event.form in _VISITS and host:
        found = unique([*(n for n in found if n != host), host])
    return found


def _sides(scene: Scene, event: Event) -> tuple[str, ...]:
    """The states that a joint body may be of: the pair that holds the document, else those in focus."""
    return scene.states if len(scene.states) == 2 else scene.focus(event.sentence)


def _name(m: Mention) -> str:
    return m.code if m.type == "country" else m.name or m.code or m.text


def _with_focus(scene: Scene, event: Event, found: list[str]) -> list[str]:
    """With the two states in focus where fewer than two are named; bodies meet by themselves."""
    states = [n for n in found if len(n) == 2 and n.isupper()]
    persons = {m.name for m in scene.page.mentions_in(event.sentence.first, event.sentence.last) if m.type == "person"}
    bodies = [n for n in found if n not in states and n not in persons]
    focus = scene.focus(event.sentence)
    if len(states) >= 2 or len(focus) != 2 or len(bodies) >= 2:
        return found
    return unique([*found, *focus])


def _takes_part(scene: Scene, kinds: list[str], event: Event, others: list[Event], m: Mention) -> bool:
    page, tag = scene.page, event.tag
    side = "behind" if m.first >= tag.last else "ahead"
    gap = ranking.bucket(m.first - tag.last if side == "behind" else tag.first - m.last, *_STEPS)
    before = preposition(page, kinds, m, event.sentence.first)
    if not before and m.first > event.sentence.first:
        word = page.low[m.first - 1]
        before = word if not word[0].isalpha() or word in ("and", "the") else "-"
    behind = page.low[m.last] if m.last < event.sentence.last else "$"
    inside = event.clause.first <= m.first < event.clause.last
    rivals = [e for e in others if e is not event and abs(e.tag.first - m.first) < abs(tag.first - m.first)]
    kind = f"{m.type}|{m.sense}"
    speaks = scene.speaker(event.sentence, tag.first) == _name(m)
    features = [
        "yes",
        kind,
        f"{m.type}|{event.form}",
        f"{m.type}|before={before}",
        f"{m.type}|gap={gap}|{side}",
        f"{m.type}|inside={inside}|{side}",
        f"rival={bool(rivals)}|{m.type}",
        f"speaks={speaks}|{m.type}",
        f"{m.type}|phrase={event.first <= m.first < event.last}",
        f"{m.type}|behind={behind if len(behind) < 5 else '-'}",
        f"focus={_name(m) in scene.focus(event.sentence)}|{m.type}",
        f"noun={event.noun}|{m.type}",
    ]
    return ranking.best("meeting_party", m.begin, [True, False], [features, ["no"]])[0]
