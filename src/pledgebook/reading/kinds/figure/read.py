"""Reads the figures of a scene: one a quantity, sentence by sentence, with what earlier sentences leave in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pledgebook.model import Fact, Mention, Reason, Span
from pledgebook.reading.context import Scene
from pledgebook.reading.kinds.figure.cues import Carried, Reading, measured
from pledgebook.reading.kinds.figure.line import Line, currency_of, lend_units, line_of
from pledgebook.reading.kinds.figure.parties import parties
from pledgebook.reading.kinds.figure.rows import read_rows
from pledgebook.reading.kinds.figure.status import status_of
from pledgebook.reading.kinds.figure.what import what
from pledgebook.reading.kinds.figure.when import Left, When, when
from pledgebook.reading.status import hypothetical
from pledgebook.reading.text import Page

_HEAD = 500


@dataclass(slots=True)
class Held:
    """What is in force from the sentences before within a paragraph."""

    paragraph: int = -1
    when: When | None = None
    earlier: When | None = None
    heading: When | None = None
    document: When | None = None
    reading: Reading | None = None
    quantity: Mention | None = None
    state: str = ""
    thing: str = ""
    of: str = ""
    trade: Reading | None = None


def read_figures(scene: Scene, kinds: list[str], projects: Sequence[Fact]) -> list[Fact]:
    """Every figure of a scene, in order. `projects` tell whether a thing whose size is given is yet to come."""
    out: list[Fact] = read_rows(scene, kinds)
    things = _things(scene.page, projects)
    held = Held(document=_document_time(scene))
    currency = currency_of(scene.page)
    for sentence in scene.page.sentences:
        if sentence.kind in ("furniture", "row"):
            continue
        line = line_of(scene, sentence, kinds)
        if sentence.paragraph != held.paragraph:
            held = _next_paragraph(held, sentence.paragraph)
        if sentence.kind == "heading":
            held.heading = _main_time(line) or held.heading
        held.state, held.thing = things.get(sentence.index, (held.state, held.thing))
        lend_units(line, held.quantity, currency)
        if line.quantities:
            out.extend(_line(line, held))
        elif line.times:
            _hold_time(line, held)
    return out


def _things(page: Page, projects: Sequence[Fact]) -> dict[int, tuple[str, str]]:
    """For the sentences that tell of a project its status and name, by index of the sentence."""
    told = {
        span.begin: (fact.get("status", ""), fact.get("name", ""))
        for fact in reversed(projects)
        for span in fact.quotes
    }
    return {s.index: told[s.begin] for s in page.sentences if s.begin in told}


def _next_paragraph(held: Held, paragraph: int) -> Held:
    """What a new paragraph takes over from the one before it."""
    return Held(
        paragraph, earlier=held.when or held.earlier, heading=held.heading, document=held.document, trade=held.trade
    )


def _main_time(line: Line) -> When | None:
    """The first month, year or longer stretch that a heading names."""
    found = [m for m in line.times if m.start and m.end and m.grain not in ("day", "")]
    return When(found[0].start, found[0].end, found[0], True) if found else None


def _document_time(scene: Scene) -> When | None:
    """The stretch that the head of a document speaks of ("Foreign trade, January-May 2023"): a period, else a year."""
    head = [
        m for m in scene.page.mentions if m.type == "period" and m.begin < _HEAD and m.grain not in ("day", "years")
    ]
    return When(head[0].start, head[0].end, head[0], True) if head and head[0].start and head[0].end else None


def _hold_time(line: Line, held: Held) -> None:
    main = [m for m in line.times if m.sense in ("point", "period", "cumulative") and m.start]
    if main:
        held.when = When(main[0].start, main[0].end, main[0], True)


def _line(line: Line, held: Held) -> list[Fact]:
    out: list[Fact] = []
    before: tuple[Mention, Reading, dict[str, Any]] | None = None
    for quantity in line.quantities:
        clause = line.clause(quantity.first)
        if _empty(line, quantity) or hypothetical(line.page, line.sentence, clause):
            continue
        reading = measured(line, quantity, Carried(before[:2] if before else None, held.reading, held.trade))
        older = _is_older(line, quantity, before)
        slots = _slots(line, quantity, reading, older, held)
        if before and _is_equivalent(line, quantity, before[0]):
            slots = {**before[2], **{k: slots[k] for k in ("value", "high", "unit", "qualifier") if k in slots}}
        before = (quantity, reading, slots)
        held.reading, held.quantity = reading, quantity
        held.of = slots.get("of", "")
        if reading.indicator in ("trade_turnover", "exports", "imports") and quantity.type == "money":
            held.trade = reading
        out.append(_fact(line, quantity, reading, slots))
    return out


def _fact(line: Line, quantity: Mention, reading: Reading, slots: dict[str, Any]) -> Fact:
    page = line.page
    cue = Span(page.begins[reading.cue.first], page.stops[reading.cue.last - 1]) if reading.cue else None
    why = (
        Reason("value", "figure.quantity", Span(quantity.begin, quantity.stop)),
        Reason("indicator", "figure.cue" if cue else "figure.unit", cue),
    )
    sure = reading.lead >= 2 and bool(slots.get("end"))
    confidence = "sure" if sure else "likely" if reading.lead > 0.5 else "weak"
    return Fact("figure", slots, (Span(line.sentence.begin, line.sentence.stop),), confidence, why)


def _slots(line: Line, quantity: Mention, reading: Reading, older: bool, held: Held) -> dict[str, Any]:
    """The slots of one figure."""
    slots: dict[str, Any] = {"indicator": reading.indicator}
    subject = what(line, quantity, reading, held.thing, held.of)
    if subject:
        slots["of"] = subject
    reporter, partner = parties(line, quantity, reading)
    if reporter:
        slots["reporter"] = reporter
    if partner:
        slots["partner"] = partner
    slots["value"], slots["unit"] = quantity.value, quantity.unit or "count"
    if quantity.high is not None:
        slots["high"] = quantity.high
    _sign(slots, reading)
    if quantity.qualifier and quantity.qualifier != "exact":
        slots["qualifier"] = quantity.qualifier
    status = status_of(line, quantity, reading, older, held.state)
    left = Left(held.when, held.earlier, held.heading, held.document)
    found = when(line, quantity, reading.indicator, status, older, left)
    if found.start:
        slots["start"] = found.start
    if found.end:
        slots["end"] = found.end
    if found.mention is not None and status == "actual" and found.mention.sense != "compare":
        held.when = found
    slots["status"] = status
    speaker = line.scene.speaker(line.sentence, quantity.first)
    if speaker:
        slots["speaker"] = speaker
    return {k: slots[k] for k in (*slots,)}


def _sign(slots: dict[str, Any], reading: Reading) -> None:
    """A fall is a negative growth, a deficit a negative balance."""
    cue = reading.cue
    if cue is None or slots["unit"] == "times":
        return
    falls = reading.indicator == "growth" and cue.value == "down"
    deficit = reading.indicator == "trade_balance"
    if falls or deficit:
        slots["value"] = -abs(slots["value"])


def _is_older(line: Line, quantity: Mention, before: tuple[Mention, Reading, dict[str, Any]] | None) -> bool:
    """Whether a quantity is the second value of a comparison ("against 23 mln a year before")."""
    if before is None:
        return False
    return any(t.role == "versus" for t in line.page.tags_in(max(before[0].last, quantity.first - 4), quantity.first))


def _is_equivalent(line: Line, quantity: Mention, before: Mention) -> bool:
    """ "¥44.8 billion (about Sh39 billion)": the same sum in another currency, in brackets or after "equivalent to"."""
    if quantity.type != "money" or before.type != "money" or quantity.unit == before.unit:
        return False
    between = line.page.low[before.last : quantity.first]
    return len(between) <= 6 and ("(" in between or "equivalent" in between or "or" in between)


def _empty(line: Line, quantity: Mention) -> bool:
    """Whether a count counts nothing about the relation: "the two countries", an ordinal, a bare number."""
    if quantity.type == "number":
        return not (_carried_number(line, quantity) or _counts_far(line, quantity))
    if quantity.type != "count":
        return _is_rate(line.page, quantity)
    page = line.page
    behind = page.tags_in(quantity.last, min(line.sentence.last, quantity.last + 3))
    if any(t.role == "empty" and t.first <= quantity.last + 1 for t in behind):
        counted = any(t.role == "counted" and t.value != "other" and t.first <= quantity.last + 1 for t in behind)
        if not counted or (isinstance(quantity.value, int) and quantity.value <= 3):
            return True
    return quantity.value in (0, 1) and not page.low[quantity.first].isdigit()


def _carried_number(line: Line, quantity: Mention) -> bool:
    """A bare number is a figure where a cue or a governor stands before it in its clause."""
    clause = line.clause(quantity.first)
    tags = line.page.tags_in(clause.first, quantity.first)
    return any(t.role in ("measure", "gov", "versus") for t in tags) and (quantity.value or 0) >= 10


def _counts_far(line: Line, quantity: Mention) -> bool:
    """ "over 130 interstate, intergovernmental and other agreements": the counted noun stands behind its adjectives."""
    for i in range(quantity.last, min(line.sentence.last, quantity.last + 8)):
        if line.kinds[i] in ("verb", "aux", "prep", "pron", "num") or line.page.low[i] in ";:().":
            return False
        if any(t.role == "counted" for t in line.page.at.get(i, ())):
            return True
    return False


def _is_rate(page: Page, quantity: Mention) -> bool:
    """An exchange rate ("$1 = 322 forints") is no figure."""
    return page.low[quantity.last : quantity.last + 1] == ["="] or page.low[quantity.first - 1 : quantity.first] == [
        "="
    ]
