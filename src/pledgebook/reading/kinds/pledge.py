"""Pledges: who says that what will be done, by when, how firmly; actions without a number of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pledgebook.model import Fact, Reason, Span, first_day
from pledgebook.reading.context import Clause, Scene, clauses
from pledgebook.reading.context.clauses import clause_at
from pledgebook.reading.kinds.common import compact, nearest, span_of, times_in, unique, who
from pledgebook.reading.status import denied, hypothetical
from pledgebook.reading.text import Page, Sentence, Tag
from pledgebook.reading.text.grammar import trim

_TAKEN = ("meeting", "instrument", "project", "movement", "figure")
_LONGEST = 26


def read_pledges(scene: Scene, kinds: list[str], others: Sequence[Fact]) -> list[Fact]:
    """Every pledge of a scene; `others` are the facts of other kinds, since what they tell is no pledge besides."""
    out: list[Fact] = []
    told = {quote for fact in others for quote in fact.quotes if _is_told(fact)}
    for sentence in scene.page.sentences:
        if sentence.kind in ("furniture", "row", "heading") or span_of(sentence) in told:
            continue
        parts = clauses(scene.page, sentence)
        fact = _pledge(scene, sentence, kinds, parts)
        if fact is not None:
            out.append(fact)
    return out


def _is_told(fact: Fact) -> bool:
    """Whether a fact of another kind already says what is to be done in its sentence."""
    return fact.get("status") in ("planned", "proposed", "target", "estimate") and fact.kind in _TAKEN


def _pledge(scene: Scene, sentence: Sentence, kinds: list[str], parts: list[Clause]) -> Fact | None:
    page = scene.page
    for tag in page.tags_in(sentence.first, sentence.last):
        if tag.role != "binds":
            continue
        clause = parts[clause_at(parts, tag.first)]
        if hypothetical(page, sentence, clause) or denied(page, sentence):
            return None
        action = _action(page, kinds, sentence, tag)
        actors = _actors(scene, sentence, clause, tag)
        if not action or not actors:
            continue
        time = nearest(times_in(page, tag.first, sentence.last), tag.last)
        due = (time.end or time.start) if time is not None else ""
        if due and page.document.published and first_day(due) < first_day(page.document.published):
            due = ""
        slots: dict[str, Any] = {
            "actors": actors,
            "action": action,
            "topic": _field(page, sentence),
            "due": due,
            "strength": tag.value,
            "speaker": scene.speaker(sentence, tag.first),
        }
        why = (Reason("strength", "pledge.binds", Span(page.begins[tag.first], page.stops[tag.last - 1])),)
        return Fact("pledge", compact(slots), (span_of(sentence),), "likely" if due else "weak", why)
    return None


def _action(page: Page, kinds: list[str], sentence: Sentence, tag: Tag) -> str:
    """The words from the verb behind the binding word to the end of its clause, without the date."""
    stop = min(sentence.last, tag.last + _LONGEST)
    times = {m.first: m for m in page.mentions_in(tag.last, stop) if m.type in ("date", "period")}
    last = tag.last
    for i in range(tag.last, stop):
        if page.low[i] in ";:.—–" or (page.low[i] == "," and i - tag.last > 4):
            break
        if i in times and i > tag.last + 2:
            last = _before_time(kinds, i)
            break
        last = i + 1
    if last - tag.last < 2 or page.low[tag.last] in ("be", "have", "not", "remain", "continue"):
        return "" if page.low[tag.last] in ("not", "remain", "continue") else trim(page, tag.last, last)
    return trim(page, tag.last, last)


def _before_time(kinds: list[str], i: int) -> int:
    """The end of an action before a date: its preposition and article are left out too."""
    while kinds[i - 1] in ("prep", "det", "adv"):
        i -= 1
    return i


def _actors(scene: Scene, sentence: Sentence, clause: Clause, tag: Tag) -> list[str]:
    """Who binds himself: bodies and states before the binding word in the clause, the nearest clause before it else."""
    page = scene.page
    persons = {m.name: m for m in page.mentions_in(sentence.first, sentence.last) if m.type == "person"}
    for first in (clause.first, sentence.first):
        found = [n for n in who(scene, sentence, first, tag.first) if n not in persons]
        if found:
            return unique(found)[:3]
    if any(t.role == "we" for t in page.tags_in(sentence.first, tag.first)) and scene.home:
        return [scene.home]
    return []


def _field(page: Page, sentence: Sentence) -> str:
    """The field that most words of the sentence belong to; "" where none does."""
    votes: dict[str, int] = {}
    for tag in page.tags_in(sentence.first, sentence.last):
        if tag.role == "field":
            votes[tag.value] = votes.get(tag.value, 0) + 1
    return max(sorted(votes), key=lambda f: votes[f], default="")
