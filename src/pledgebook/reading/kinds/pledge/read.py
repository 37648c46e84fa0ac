"""Reads the pledges of a scene: every undertaking that is neither a number, a document, a meeting nor a project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pledgebook.model import Fact, Mention, Reason, Span, first_day
from pledgebook.reading import ranking
from pledgebook.reading.context import Scene
from pledgebook.reading.kinds.common import compact, span_of, times_in, who
from pledgebook.reading.kinds.pledge.actors import actors, counterpart
from pledgebook.reading.kinds.pledge.bound import Bound, undertakings
from pledgebook.reading.kinds.pledge.roadmap import is_measure, terms
from pledgebook.reading.status import denied, hypothetical
from pledgebook.reading.text import Page, Sentence
from pledgebook.reading.text.grammar import trim

_WHOLE = 34
_VERBS = frozenset({"making", "signs", "takesplace", "moves", "measure", "vague"})
_THINGS = frozenset({"event", "instrument", "project", "carrier"})
_QUANTITIES = frozenset({"money", "percent", "measure", "count", "ratio"})


def read_pledges(scene: Scene, kinds: list[str], others: Sequence[Fact]) -> list[Fact]:
    """Every pledge of a scene; `others` are the facts of other kinds, since what they tell is no pledge besides."""
    out: list[Fact] = []
    told: dict[int, list[Fact]] = {}
    for fact in others:
        for span in fact.quotes:
            told.setdefault(span.begin, []).append(fact)
    for sentence in scene.page.sentences:
        if sentence.kind in ("furniture", "row", "heading"):
            continue
        beside = told.get(sentence.begin, [])
        if is_measure(scene.page, sentence, kinds):
            out += _measure(scene, sentence, kinds, beside)
            continue
        if denied(scene.page, sentence):
            continue
        for bound in undertakings(scene, sentence, kinds):
            fact_or_none = _pledge(scene, bound, kinds, beside)
            if fact_or_none is not None:
                out.append(fact_or_none)
    return out


def _pledge(scene: Scene, bound: Bound, kinds: list[str], beside: list[Fact]) -> Fact | None:
    page, sentence, tag = scene.page, bound.sentence, bound.tag
    if hypothetical(page, sentence, bound.clause):
        return None
    action = trim(page, bound.first, bound.last)
    found = actors(scene, bound)
    if len(action.split()) < 2 or not found:
        return None
    time = _due(page, bound)
    features = _features(page, kinds, bound, beside, time, found)
    keep, lead = ranking.best("pledge", page.begins[tag.first], [True, False], [features, ["no"]])
    if not keep:
        return None
    slots: dict[str, Any] = {
        "actors": found,
        "counterpart": counterpart(scene, bound, found),
        "action": action,
        "topic": _field(page, bound.first, bound.last, sentence),
        "due": (time.end or time.start) if time is not None else "",
        "strength": bound.strength,
        "speaker": scene.speaker(sentence, tag.first),
    }
    why = (
        Reason("strength", "pledge.binds", Span(page.begins[tag.first], page.stops[tag.last - 1])),
        Reason("action", "pledge.action", Span(page.begins[bound.first], page.stops[bound.last - 1])),
    )
    confidence = "likely" if lead > 1 and time is not None else "weak"
    return Fact("pledge", compact(slots), (_quote(page, bound),), confidence, why)


def _quote(page: Page, bound: Bound) -> Span:
    """The sentence; of a long one the stretch from the subject to the end of what is undertaken."""
    sentence = bound.sentence
    if sentence.last - sentence.first <= _WHOLE:
        return span_of(sentence)
    first = max(bound.floor, bound.clause.first)
    return Span(page.begins[first], page.stops[bound.last - 1])


def _due(page: Page, bound: Bound) -> Mention | None:
    """The time of an undertaking: behind the verb first, else before it in the clause; nothing that is past."""
    published = page.document.published
    stop = min(bound.sentence.last, bound.last + 8)
    for first, last in ((bound.tag.last, stop), (max(bound.floor, bound.clause.first), bound.tag.first)):
        for m in times_in(page, first, last):
            if not published or first_day(m.end or m.start) >= first_day(published[:7]):
                return m
    return None


def _features(
    page: Page, kinds: list[str], bound: Bound, beside: list[Fact], time: Mention | None, found: list[str]
) -> list[str]:
    """What speaks for a pledge and against one."""
    low = page.low
    verb = low[bound.first]
    inside = page.mentions_in(bound.first, bound.sentence.last)
    tags = page.tags_in(bound.first, bound.last)
    word = low[bound.tag.first]
    out = [
        "yes", f"strength={bound.strength}", f"word={word}|{bound.tag.form}", f"due={time is not None}",
        f"passive={verb == 'be'}", f"quantity={any(m.type in _QUANTITIES for m in inside[:6])}",
        f"actors={min(len(found), 3)}", f"state={len(found[0]) == 2}", f"kind={bound.sentence.kind}",
        f"length={ranking.bucket(bound.last - bound.first, 2, 4, 8, 14)}", f"verb_class={kinds[bound.first]}",
    ]  # fmt: skip
    subject = _subject(page, kinds, bound)
    out += [f"subject={subject}", f"subject={subject}|{bound.strength}", f"subject={subject}|due={time is not None}"]
    out += sorted({f"has={t.role}" for t in tags if t.role in ("event", "instrument", "project", "carrier", "making")})
    verbs = sorted({t.role for t in page.at.get(bound.first, ())} & _VERBS)
    things = sorted({t.role for t in tags} & _THINGS)
    out += [f"first={v}" for v in verbs] + [f"{v}+{t}" for v in verbs for t in things]
    begin, stop = page.begins[bound.first], page.stops[bound.last - 1]
    for fact in beside:
        touches = any(r.span and begin <= r.span.begin < stop for r in fact.why)
        if touches or fact.quotes[0].begin >= begin:
            out.append(f"told={fact.kind}|{fact.get('status', '')}")
    return out


def _subject(page: Page, kinds: list[str], bound: Bound) -> str:
    """What stands right before the binding word: a name by its type, "we", a thing, else the class of the word."""
    i = bound.tag.first - 1
    while i > bound.sentence.first and kinds[i] in ("adv", "aux"):
        i -= 1
    if i < bound.sentence.first:
        return "none"
    roles = {t.role for t in page.at.get(i, ())}
    if "we" in roles:
        return "we"
    found = [m for m in page.mentions_in(max(bound.floor, i - 10), i + 1) if m.first <= i < m.last]
    if found:
        return found[0].type
    return "thing" if roles & _THINGS else "sides" if "sides" in roles else kinds[i] or "noun"


def _measure(scene: Scene, sentence: Sentence, kinds: list[str], beside: list[Fact]) -> list[Fact]:
    """A measure of a roadmap: its words are the action, the responsible body acts, the deadline is due."""
    page = scene.page
    given = terms(page, sentence)
    bodies = who(scene, sentence, *given.responsible) if given.responsible else list(scene.focus(sentence)[:2])
    stop = next((i for i in range(sentence.first, sentence.last) if page.low[i] in ";.("), sentence.last)
    action = trim(page, sentence.first, stop)
    planned = [f for f in beside if f.kind in ("figure", "project", "instrument", "movement", "meeting")]
    if (given.responsible is None and given.deadline is None) or not bodies or planned:
        return []
    time = next(iter(times_in(page, *given.deadline)), None) if given.deadline else None
    focus = [c for c in scene.focus(sentence) if c != scene.home]
    slots = {
        "actors": bodies[:2],
        "counterpart": focus if scene.home and len(focus) == 1 else [],
        "action": action,
        "topic": _field(page, sentence.first, stop, sentence),
        "due": (time.end or time.start) if time else "",
        "strength": "commits",
        "speaker": scene.speaker(sentence, sentence.first),
    }
    why = (Reason("action", "pledge.measure", span_of(sentence)),)
    return [Fact("pledge", compact(slots), (span_of(sentence),), "likely", why)]


def _field(page: Page, first: int, last: int, sentence: Sentence) -> str:
    """The field of the action: the words of the action count double, those of the sentence and its heading once."""
    votes: dict[str, int] = {}
    heading = next((s for s in reversed(page.sentences[: sentence.index]) if s.kind == "heading"), None)
    spans = [(first, last, 2), (sentence.first, sentence.last, 1)]
    if heading is not None:
        spans.append((heading.first, heading.last, 1))
    for begin, stop, weight in spans:
        for tag in page.tags_in(begin, stop):
            if tag.role == "field":
                votes[tag.value] = votes.get(tag.value, 0) + weight
    return max(sorted(votes), key=lambda f: votes[f], default="")
