"""Reads the instruments of a scene: each document once, with day and place of the occasion of its signing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pledgebook.model import Fact, Mention, Reason, Span, first_day
from pledgebook.reading import ranking
from pledgebook.reading.context import Scene, clauses
from pledgebook.reading.context.clauses import clause_at
from pledgebook.reading.kinds.common import compact, nearest, span_of, times_in
from pledgebook.reading.kinds.instrument.act import act_in, act_of, stage
from pledgebook.reading.kinds.instrument.papers import Paper, papers, words
from pledgebook.reading.kinds.instrument.parties import parties
from pledgebook.reading.status import hypothetical
from pledgebook.reading.text import Page, Sentence, Tag

_SENSES = frozenset({"point", "deadline", "present", "start", "period"})
_DONE = frozenset({"signed", "approved", "agreed"})
# Days between an occasion and the document that tells of it, beyond which it lends no date.
_FRESH = 60
_RISE = ("proposed", "planned", "agreed", "approved", "signed", "ratified", "in_force", "terminated")
_OCCASIONS = frozenset({"state_visit", "visit", "summit", "forum", "commission", "talks", "ceremony"})


def read_instruments(scene: Scene, kinds: list[str], meetings: Sequence[Fact]) -> list[Fact]:
    """Every instrument of a scene. `meetings` lend date and place to what is signed at them."""
    out: list[Fact] = []
    for sentence in scene.page.sentences:
        if sentence.kind == "furniture":
            continue
        for paper in papers(scene.page, sentence, kinds):
            fact = _instrument(scene, kinds, paper, meetings)
            if fact is not None:
                _add(out, fact)
    return out


def _instrument(scene: Scene, kinds: list[str], paper: Paper, meetings: Sequence[Fact]) -> Fact | None:
    page, sentence, tag = scene.page, paper.sentence, paper.tag
    parts = clauses(page, sentence)
    if hypothetical(page, sentence, parts[clause_at(parts, tag.first)]):
        return None
    lead = page.sentences[sentence.lead] if sentence.lead >= 0 else None
    act = act_of(page, paper)
    lead_act = act_in(page, lead) if lead is not None and act is None else None
    keep, margin = _taken(page, kinds, paper, act or lead_act, lead_act is not None)
    if not keep:
        return None
    status = stage(page, paper, act or lead_act)
    date, place = _when_and_where(page, paper, act, lead if lead_act else None, meetings, status)
    title = words(page, paper.first, paper.last)
    slots: dict[str, Any] = {
        "form": tag.value,
        "title": title if len(title.split()) > 1 else "",
        "parties": parties(scene, paper, act),
        "date": date,
        "place": place,
        "topic": words(page, *paper.topic),
        "status": status,
        "speaker": scene.speaker(sentence, tag.first),
    }
    quotes = (span_of(sentence), span_of(lead)) if lead is not None and lead_act else (span_of(sentence),)
    why = [Reason("form", "instrument.noun", Span(page.begins[tag.first], page.stops[tag.last - 1]))]
    if act is not None:
        why.append(Reason("status", "instrument.act", Span(page.begins[act.first], page.stops[act.last - 1])))
    confidence = "likely" if margin > 1 and len(slots["parties"]) >= 2 else "weak"
    return Fact("instrument", compact(slots), quotes, confidence, tuple(why))


def _taken(page: Page, kinds: list[str], paper: Paper, act: Tag | None, led: bool) -> tuple[bool, float]:
    """Whether a noun of a document stands for a document of its own, by learned weights."""
    tag, sentence = paper.tag, paper.sentence
    before = page.low[paper.first - 1] if paper.first > sentence.first else "^"
    article = before if kinds[paper.first - 1] in ("det", "prep") else "-"
    done = act.value if act else "none"
    length, topic = paper.last - paper.first, paper.topic[1] - paper.topic[0]
    bare = length <= tag.last - tag.first
    capitals = sum(page.capital[i] for i in range(paper.first, paper.last))
    behind = page.low[paper.last] if paper.last < sentence.last else "$"
    between = any(t.role == "ties" and t.value == "between" for t in page.tags_in(tag.last, paper.ceiling))
    features = [
        "yes", f"form={tag.value}|{tag.form}", f"number={tag.form}", f"act={done}|{led}", f"before={article}",
        f"words={ranking.bucket(length, 1, 2, 4, 8)}", f"capital={page.capital[tag.first]}|{sentence.kind}",
        f"topic={ranking.bucket(topic, 0, 1, 3, 8)}", f"named={capitals > 1}", f"kind={sentence.kind}",
        f"behind={behind if len(behind) < 9 else '-'}", f"bare={bare}|{before in ('the', 'this', 'that', 'its')}",
        f"between={between}", f"act={done}|{tag.form}", f"bare={bare}|act={act is not None}",
    ]  # fmt: skip
    return ranking.best("instrument", page.begins[tag.first], [True, False], [features, ["no"]])


def _when_and_where(
    page: Page, paper: Paper, act: Tag | None, lead: Sentence | None, meetings: Sequence[Fact], status: str
) -> tuple[str, str]:
    """Date and place: by the document's own words, else the sentence that leads the list, else of the occasion."""
    time = _time(page, paper, act)
    place = _place(page, paper, act)
    if lead is not None and time is None:
        time = nearest(times_in(page, lead.first, lead.last, _SENSES), lead.first)
        place = place or _place_in(page, lead.first, lead.last)
    date = (time.start or time.end) if time is not None else ""
    if status not in _DONE or (act is None and lead is None):
        return date, place
    occasion = _occasion(page, paper.sentence, meetings)
    if occasion is None or (date and date[:7] != str(occasion.get("end"))[:7]):
        return date, place
    return date or occasion.get("end"), place or occasion.get("place", "")


def _time(page: Page, paper: Paper, act: Tag | None) -> Mention | None:
    """The time nearest to the word of signing in the document's own stretch; a period in its title is none."""
    anchor = act.first if act is not None and paper.floor <= act.first < paper.ceiling else paper.last
    found = [
        m for m in times_in(page, paper.floor, paper.ceiling, _SENSES)
        if not (paper.first <= m.first < paper.last and m.sense == "period") and abs(m.first - anchor) <= 14
    ]  # fmt: skip
    return nearest(found, anchor)


def _place(page: Page, paper: Paper, act: Tag | None) -> str:
    if act is None or not paper.floor <= act.first < paper.ceiling:
        return ""
    return _place_in(page, act.last, min(paper.ceiling, act.last + 9))


def _place_in(page: Page, first: int, last: int) -> str:
    for m in page.mentions_in(first, last):
        if m.type == "place" and page.low[m.first - 1] in ("in", "at", ","):
            return m.name or m.text
    return ""


def _occasion(page: Page, sentence: Sentence, meetings: Sequence[Fact]) -> Fact | None:
    """The meeting at which a document was signed: the last one told before, recent, of the kinds where one signs."""
    published = page.document.published
    held = [
        m for m in meetings
        if m.get("status") == "held" and m.get("end") and m.get("form") in _OCCASIONS
        and (not published or 0 <= (first_day(published) - first_day(m.get("end"))).days <= _FRESH)
    ]  # fmt: skip
    before = [m for m in held if m.quotes[0].begin <= sentence.begin]
    placed = [m for m in before if m.get("place")]
    if before:
        return (placed or before)[-1]
    return held[0] if held else None


def _add(out: list[Fact], fact: Fact) -> None:
    """Add an instrument, or what a sentence adds to the same one said before: the later stage, slots not yet filled."""
    for i, other in enumerate(out):
        if _same(fact, other):
            slots = {**fact.slots, **other.slots}
            if _RISE.index(fact.get("status")) > _RISE.index(other.get("status")):
                slots["status"] = fact.get("status")
            quotes = tuple(dict.fromkeys((*other.quotes, *fact.quotes)))
            out[i] = Fact("instrument", slots, quotes, other.confidence, other.why)
            return
    out.append(fact)


def _same(a: Fact, b: Fact) -> bool:
    """The same document: one form, and one title within the other."""
    if a.get("form") != b.get("form"):
        return False
    ta, tb = str(a.get("title", "")).casefold(), str(b.get("title", "")).casefold()
    return bool(ta and tb) and (ta in tb or tb in ta)
