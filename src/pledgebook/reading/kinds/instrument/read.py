"""Reads the instruments of a scene: each document once, with day and place of the occasion of its signing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pledgebook.model import Fact, Reason, Span
from pledgebook.reading import ranking
from pledgebook.reading.context import Scene, clauses
from pledgebook.reading.context.clauses import clause_at
from pledgebook.reading.kinds.common import compact, span_of
from pledgebook.reading.kinds.instrument.act import act_in, act_of, stage
from pledgebook.reading.kinds.instrument.occasion import Occasion
from pledgebook.reading.kinds.instrument.papers import Paper, papers, words
from pledgebook.reading.kinds.instrument.parties import parties
from pledgebook.reading.kinds.instrument.topic import topic
from pledgebook.reading.status import hypothetical
from pledgebook.reading.text import Page, Tag

_RISE = ("proposed", "planned", "agreed", "approved", "signed", "ratified", "in_force", "terminated")


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
    occasion = Occasion(page, kinds, paper, act, lead if lead_act else None, meetings, status)
    title = words(page, paper.first, _title_end(page, paper))
    slots: dict[str, Any] = {
        "form": tag.value,
        "title": title if len(title.split()) > 1 else "",
        "parties": parties(scene, paper, act),
        "date": occasion.date(),
        "place": occasion.place(),
        "topic": topic(page, kinds, paper),
        "status": status,
        "speaker": scene.speaker(sentence, tag.first),
    }
    quotes = (span_of(sentence), span_of(lead)) if lead is not None and lead_act else (span_of(sentence),)
    why = [Reason("form", "instrument.noun", Span(page.begins[tag.first], page.stops[tag.last - 1]))]
    if act is not None:
        why.append(Reason("status", "instrument.act", Span(page.begins[act.first], page.stops[act.last - 1])))
    confidence = "likely" if margin > 1 and len(slots["parties"]) >= 2 else "weak"
    return Fact("instrument", compact(slots), quotes, confidence, tuple(why))


def _title_end(page: Page, paper: Paper) -> int:
    """Where a title ends; one that tells no subject goes on through its parties ("trade agreement between A and B")."""
    if (
        paper.last > paper.tag.last
        or paper.tag.last - paper.first < 2
        or page.low[paper.last : paper.last + 1] != ["between"]
    ):
        return paper.last
    last = paper.last
    for m in page.mentions_in(paper.last, paper.reach):
        if m.type in ("body", "country") and m.first - last <= 4:
            last = max(last, m.last)
    return last if last > paper.last + 1 else paper.last


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
        "yes",
        f"form={tag.value}|{tag.form}",
        f"number={tag.form}",
        f"act={done}|{led}",
        f"before={article}",
        f"words={ranking.bucket(length, 1, 2, 4, 8)}",
        f"capital={page.capital[tag.first]}|{sentence.kind}",
        f"topic={ranking.bucket(topic, 0, 1, 3, 8)}",
        f"named={capitals > 1}",
        f"kind={sentence.kind}",
        f"behind={behind if len(behind) < 9 else '-'}",
        f"bare={bare}|{before in ('the', 'this', 'that', 'its')}",
        f"between={between}",
        f"act={done}|{tag.form}",
        f"bare={bare}|act={act is not None}",
    ]
    return ranking.best("instrument", page.begins[tag.first], [True, False], [features, ["no"]])


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
    """The same document: one form, one title within the other, and not signed by other bodies."""
    if a.get("form") != b.get("form"):
        return False
    mine, theirs = _bodies(a), _bodies(b)
    if mine and theirs and not mine & theirs:
        return False
    ta, tb = str(a.get("title", "")).casefold(), str(b.get("title", "")).casefold()
    return bool(ta and tb) and (ta in tb or tb in ta)


def _bodies(fact: Fact) -> set[str]:
    """The parties that are no states."""
    return {p for p in fact.get("parties") or () if not (len(p) == 2 and p.isupper())}
