"""A sentence prepared for its numbers: clauses, quantities, dates, states, cues, each with its place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from pledgebook.model import Mention
from pledgebook.model.schema import UNIT
from pledgebook.reading.context import Clause, Scene, clauses
from pledgebook.reading.context.clauses import clause_at
from pledgebook.reading.text import Page, Sentence, Tag

_WITH_UNIT = ("money", "measure", "count", "percent")
_NEAR = 16
QUANTITIES = frozenset({"money", "percent", "ratio", "measure", "count", "number"})
TIMES = frozenset({"date", "period"})


@dataclass(slots=True)
class Line:
    """One sentence. `kinds` are the word classes of the whole page."""

    scene: Scene
    page: Page
    sentence: Sentence
    kinds: list[str]
    clauses: list[Clause]
    quantities: list[Mention]
    times: list[Mention]
    states: list[Mention]
    cues: list[Tag] = field(default_factory=list)
    changes: list[Tag] = field(default_factory=list)

    def clause(self, token: int) -> Clause:
        """The clause in which a token stands."""
        return self.clauses[clause_at(self.clauses, token)]

    def between(self, a: int, b: int) -> int:
        """How many clause boundaries lie between two tokens."""
        return abs(clause_at(self.clauses, a) - clause_at(self.clauses, b))


def _is_quantity(m: Mention) -> bool:
    """A number of a unit that a figure may bear; volts, feet and the like only describe a thing."""
    known = not m.unit or UNIT.fullmatch(m.unit) is not None
    return m.type in QUANTITIES and m.value is not None and m.sense != "label" and known


def line_of(scene: Scene, sentence: Sentence, kinds: list[str]) -> Line:
    """Prepare a sentence."""
    page = scene.page
    mentions = page.mentions_in(sentence.first, sentence.last)
    tags = page.tags_in(sentence.first, sentence.last)
    return Line(
        scene=scene,
        page=page,
        sentence=sentence,
        kinds=kinds,
        clauses=clauses(page, sentence),
        quantities=[m for m in mentions if _is_quantity(m)],
        times=[m for m in mentions if m.type in TIMES],
        states=[m for m in mentions if m.type == "country"],
        cues=[t for t in tags if t.role in ("measure", "hint")],
        changes=[t for t in tags if t.role == "change"],
    )


def lend_units(line: Line, held: Mention | None, currency: str) -> None:
    """Give bare numbers the unit that the text leaves unsaid: of the number before, of the sentence before, or money.

    `held` is the last quantity with a unit of the paragraph, `currency` the document's own. What stays bare counts.
    """
    before: Mention | None = None
    for i, quantity in enumerate(line.quantities):
        if quantity.type == "number":
            lender = _lender(line, quantity, before, held)
            if lender is not None:
                quantity = replace(quantity, type=lender.type, unit=lender.unit, sense=lender.sense)
            elif currency and _is_sum(line, quantity):
                quantity = replace(quantity, type="money", unit=currency)
            line.quantities[i] = quantity
        if quantity.type in _WITH_UNIT:
            before = quantity


def _lender(line: Line, quantity: Mention, before: Mention | None, held: Mention | None) -> Mention | None:
    """The quantity whose unit a bare number shares, or None."""
    if before is not None and quantity.first - before.last <= _NEAR and _alike(line, before, quantity):
        return before
    if held is not None and before is None and _alike(line, held, quantity) and _cued(line, quantity, held):
        return held
    return None


def _alike(line: Line, lender: Mention, quantity: Mention) -> bool:
    """Whether two numbers may be of one unit: both with a scale word, or of like size."""
    scaled = any(c.isalpha() for c in quantity.text) and (quantity.value or 0) >= 1000
    if scaled:
        return lender.type != "percent" and abs(lender.value or 0) >= 1000
    size = abs(quantity.value or 0)
    other = abs(lender.value or 0)
    return other > 0 and 0.02 <= size / other <= 50 if size else False


def _cued(line: Line, quantity: Mention, held: Mention) -> bool:
    """Whether the sentence speaks of a measure or of a comparison before the number."""
    tags = line.page.tags_in(line.sentence.first, quantity.first)
    return any(t.role in ("measure", "hint", "gov", "versus", "holds") for t in tags)


def _is_sum(line: Line, quantity: Mention) -> bool:
    """A number of a million and more, written with a scale word, beside a cue of trade or money."""
    if (quantity.value or 0) < 1e6 or not any(c.isalpha() for c in quantity.text):
        return False
    return any(t.value in _MONEYED for t in line.cues)


_MONEYED = frozenset({"trade_turnover", "exports", "imports", "trade_balance", "finance", "investment", "value"})


def currency_of(page: Page) -> str:
    """The currency that a document speaks of most, or ""."""
    found = Counter(m.unit for m in page.mentions if m.type == "money" and m.unit)
    return min(found, key=lambda c: (-found[c], c), default="")
