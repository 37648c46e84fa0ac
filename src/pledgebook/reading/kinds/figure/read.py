"""Reads the figures of a scene: one a quantity, sentence by sentence, with what earlier sentences leave in force."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pledgebook.model import Fact, Mention, Reason, Span, first_day, last_day
from pledgebook.reading.context import Scene
from pledgebook.reading.kinds.figure.cues import Reading, measured
from pledgebook.reading.kinds.figure.line import Line, currency_of, lend_units, line_of
from pledgebook.reading.kinds.figure.parties import parties
from pledgebook.reading.kinds.figure.what import what
from pledgebook.reading.kinds.figure.when import When, when
from pledgebook.reading.status import done_before, governor, hypothetical
from pledgebook.reading.text import Page, Sentence


@dataclass(slots=True)
class Held:
    """What is in force from the sentences before within a paragraph."""

    paragraph: int = -1
    when: When | None = None
    reading: Reading | None = None
    quantity: Mention | None = None


def read_figures(scene: Scene, kinds: list[str]) -> list[Fact]:
    """Every figure of a scene, in order of place."""
    out: list[Fact] = []
    held = Held()
    currency = currency_of(scene.page)
    for sentence in scene.page.sentences:
        if sentence.kind in ("furniture", "row"):
            continue
        line = line_of(scene, sentence, kinds)
        if sentence.paragraph != held.paragraph:
            held = Held(sentence.paragraph)
        lend_units(line, held.quantity, currency)
        if line.quantities:
            out.extend(_line(line, held))
        elif line.times:
            _hold_time(line, held)
    return out


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
        reading = measured(line, quantity, before[:2] if before else None, held.reading)
        older = _is_older(line, quantity, before)
        slots = _slots(line, quantity, reading, older, held)
        if before and _is_equivalent(line, quantity, before[0]):
            slots = {**before[2], **{k: slots[k] for k in ("value", "high", "unit", "qualifier") if k in slots}}
        before = (quantity, reading, slots)
        held.reading, held.quantity = reading, quantity
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
    subject = what(line, quantity, reading)
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
    status = _status(line, quantity, reading)
    found = when(line, quantity, reading.indicator, status, older, held.when)
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


def _status(line: Line, quantity: Mention, reading: Reading) -> str:
    """Actual, target, planned or estimate."""
    clause = line.clause(quantity.first)
    tag = governor(line.page, clause, quantity.first)
    future = _is_future(line, quantity)
    if tag is not None and not _overruled(line, quantity, tag.first, future):
        return {"aim": "target", "plan": "planned", "expect": "estimate"}[tag.value]
    if future:
        return "planned"
    if reading.indicator in ("finance", "investment", "value"):
        money = [t for t in line.page.tags_in(line.sentence.first, line.sentence.last) if t.role == "money"]
        near = sorted(money, key=lambda t: abs(t.first - quantity.first))
        if near:
            return "actual" if near[0].value == "given" else "planned"
        return "planned" if reading.indicator != "investment" else "actual"
    return "actual"


def _overruled(line: Line, quantity: Mention, token: int, future: bool) -> bool:
    """A word of accomplishment between the governor and the number, and no future date: it is so."""
    return token < quantity.first and not future and done_before(line.page, token + 1, quantity.first) is not None


def _is_future(line: Line, quantity: Mention) -> bool:
    """Whether a time of the number's own clause lies after the document."""
    published = line.page.document.published
    clause = line.clause(quantity.first)
    for m in line.times:
        if not clause.first <= m.first < clause.last or not published or m.sense in ("vague", "recurring", "present"):
            continue
        if m.start and first_day(m.start) > last_day(published):
            return True
        if m.sense in ("deadline", "horizon") and m.end and last_day(m.end) > last_day(published):
            return True
    return False


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
        return not _carried_number(line, quantity)
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


def _is_rate(page: Page, quantity: Mention) -> bool:
    """An exchange rate ("$1 = 322 forints") is no figure."""
    return page.low[quantity.last : quantity.last + 1] == ["="] or page.low[quantity.first - 1 : quantity.first] == [
        "="
    ]


def quote(sentence: Sentence) -> Span:
    """The quote of a sentence."""
    return Span(sentence.begin, sentence.stop)
