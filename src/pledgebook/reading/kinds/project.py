"""Projects: factories, schools, railways, funds, companies and the like, planned, built, at work or given up."""

from __future__ import annotations

from typing import Any

from pledgebook.model import Fact, Mention, Reason, Span, first_day
from pledgebook.reading.context import Clause, Scene, clauses
from pledgebook.reading.context.clauses import clause_at
from pledgebook.reading.kinds.common import compact, nearest, span_of, times_in, unique, who
from pledgebook.reading.status import governor, hypothetical
from pledgebook.reading.text import Page, Sentence, Tag
from pledgebook.reading.text.grammar import phrase_left, phrase_right, trim

_OPENED = frozenset({"launched", "operating"})
_REACH = 14


def read_projects(scene: Scene, kinds: list[str]) -> list[Fact]:
    """Every project of a scene, the same one once with all that the text tells of it."""
    out: list[Fact] = []
    for sentence in scene.page.sentences:
        if sentence.kind in ("furniture", "row", "heading"):
            continue
        parts = clauses(scene.page, sentence)
        for tag in _things(scene.page, sentence, kinds):
            fact = _project(scene, sentence, kinds, parts, tag)
            if fact is not None:
                _add(scene, out, fact)
    return out


def _things(page: Page, sentence: Sentence, kinds: list[str]) -> list[Tag]:
    """Nouns of undertakings; of neighbours in one phrase the last ("power plant" within "power plant complex")."""
    out: list[Tag] = []
    for tag in page.tags_in(sentence.first, sentence.last):
        if tag.role != "project" or tag.form == "pl":
            continue
        if tag.last < sentence.last and any(t.role == "project" for t in page.at.get(tag.last, ())):
            continue
        if out and tag.first < out[-1].last:
            continue
        out.append(tag)
    return out


def _project(scene: Scene, sentence: Sentence, kinds: list[str], parts: list[Clause], tag: Tag) -> Fact | None:
    page = scene.page
    clause = parts[clause_at(parts, tag.first)]
    if hypothetical(page, sentence, clause):
        return None
    making = [
        t
        for t in page.tags_in(sentence.first, sentence.last)
        if t.role in ("making", "fate") and _gap(t, tag) <= _REACH and t.first != tag.first
    ]
    if not making:
        return None
    first = phrase_left(page, kinds, tag.last, sentence.first)
    last = max(phrase_right(page, kinds, tag.first, min(sentence.last, tag.first + 10), 1), tag.last)
    name = trim(page, first, last)
    fate = _fate(page, sentence, clause, tag)
    time = _time(page, sentence, clause, tag)
    status = _status(page, clause, tag, fate, time)
    country, place = _where(scene, sentence, clause, tag)
    slots: dict[str, Any] = {
        "type": tag.value,
        "name": name,
        "country": country,
        "place": place,
        "parties": _parties(scene, sentence, clause, tag, country),
        "status": status,
        "speaker": scene.speaker(sentence, tag.first),
    }
    if time is not None:
        slot = "start" if status in _OPENED or time.sense == "start" else "due"
        slots[slot] = (time.start or time.end) if slot == "start" else (time.end or time.start)
    why = (Reason("type", "project.noun", Span(page.begins[tag.first], page.stops[tag.last - 1])),)
    return Fact("project", compact(slots), (span_of(sentence),), "likely" if fate else "weak", why)


def _gap(a: Tag, b: Tag) -> int:
    return b.first - a.last if a.first < b.first else a.first - b.last


def _fate(page: Page, sentence: Sentence, clause: Clause, tag: Tag) -> Tag | None:
    """The word of what becomes of it: the nearest in its clause, else in the sentence."""
    for first, last in ((clause.first, clause.last), (sentence.first, sentence.last)):
        found = [t for t in page.tags_in(first, last) if t.role == "fate" and t.first != tag.first]
        if found:
            return min(found, key=lambda t: (_gap(t, tag), -len(range(t.first, t.last)), t.value))
    return None


def _time(page: Page, sentence: Sentence, clause: Clause, tag: Tag) -> Mention | None:
    return nearest(times_in(page, clause.first, clause.last), tag.first) or nearest(
        times_in(page, sentence.first, sentence.last), tag.first
    )


def _status(page: Page, clause: Clause, tag: Tag, fate: Tag | None, time: Mention | None) -> str:
    published = page.document.published
    future = bool(time is not None and published and first_day(time.end or time.start) > first_day(published))
    value = fate.value if fate is not None else "planned"
    if value in ("suspended", "cancelled", "under_construction", "operating", "proposed") and not (
        value == "operating" and future
    ):
        return value if not (value == "under_construction" and _to_come(page, clause, fate)) else "planned"
    if future or (fate is not None and _to_come(page, clause, fate)):
        return "planned"
    return value


def _to_come(page: Page, clause: Clause, fate: Tag | None) -> bool:
    """Whether a verb of making stands in the future: "will build", "is to open"."""
    if fate is None or fate.form in ("ed", "s"):
        return False
    return governor(page, Clause(clause.first, fate.last, ""), fate.first) is not None


def _where(scene: Scene, sentence: Sentence, clause: Clause, tag: Tag) -> tuple[str, str]:
    """Country and place: places of the clause after the noun first, then of the sentence."""
    page = scene.page
    spans = ((tag.last, clause.last), (clause.first, clause.last), (sentence.first, sentence.last))
    for first, last in spans:
        for m in page.mentions_in(first, last):
            if m.type == "place":
                return (m.code if len(m.code) == 2 else ""), m.name or m.text
    for first, last in spans:
        for m in page.mentions_in(first, last):
            if m.type == "country" and page.low[m.first - 1] in ("in", "the") and m.sense == "name":
                return m.code, ""
    return "", ""


def _parties(scene: Scene, sentence: Sentence, clause: Clause, tag: Tag, country: str) -> list[str]:
    """Who builds, owns or pays: bodies of the clause, else its states other than where it lies, else the sides."""
    found = [n for n in who(scene, sentence, clause.first, clause.last) if n != country]
    persons = {m.name for m in scene.page.mentions_in(sentence.first, sentence.last) if m.type == "person"}
    return unique(n for n in found if n not in persons)[:4]


def _add(scene: Scene, out: list[Fact], fact: Fact) -> None:
    """Add a project, or what this sentence adds to one told before; its newest status and date stand."""
    for i, other in enumerate(out):
        if _same(fact, other):
            slots = {**other.slots, **{k: v for k, v in fact.slots.items() if k not in ("name", "type")}}
            for slot in ("country", "place", "parties"):
                if other.get(slot):
                    slots[slot] = other.get(slot)
            quotes = tuple(dict.fromkeys((*other.quotes, *fact.quotes)))
            out[i] = Fact("project", slots, quotes, other.confidence, other.why)
            return
    out.append(fact)


def _same(a: Fact, b: Fact) -> bool:
    if a.get("type") != b.get("type"):
        return False
    wa, wb = set(str(a.get("name")).casefold().split()), set(str(b.get("name")).casefold().split())
    return bool(wa and wb) and (wa <= wb or wb <= wa)
