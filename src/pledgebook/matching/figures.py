"""Figures: which two speak of one quantity, of one period, and which is the other said again."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from pledgebook.matching.aliases import EMPTY, Aliases
from pledgebook.matching.levels import ALIKE, APART, EQUAL, SILENT, WORDS
from pledgebook.matching.pairs import Ruling
from pledgebook.matching.subjects import Subject, compare, marked
from pledgebook.matching.subjects import subject as subject_of
from pledgebook.matching.windows import Window, day, window
from pledgebook.matching.words import concepts, generic, keyed
from pledgebook.matching.written import Written, equal, restates, written
from pledgebook.model import Claim

FLOWS = {"exports": (0, 1), "imports": (1, 0)}
AIMS = frozenset({"target", "planned"})
_TWENTY_FOOT = ("twenty foot", "20 foot", "20 ft", "20ft", "20 feet", "twenty feet")


@dataclass(frozen=True, slots=True)
class Figure:
    """Claims of one figure, oldest first, in the form in which pairs are compared.

    `indicator` is `exports` for imports too, told from the other side: `ends` then runs from seller to buyer.
    """

    claims: tuple[Claim, ...]
    documents: frozenset[str]
    indicator: str
    ends: tuple[str, ...]
    unit: str
    subject: Subject
    context: frozenset[str]
    when: Window | None
    start: int
    end: int
    aim: bool
    estimate: bool
    number: Written

    @property
    def claim(self) -> Claim:
        """The oldest claim."""
        return self.claims[0]

    @property
    def signature(self) -> Hashable:
        """What is equal for claims that tell the same."""
        return (
            self.claim.get("indicator"),
            self.number,
            self.ends,
            self.unit,
            self.subject,
            self.when,
            self.start,
            self.end,
            self.aim,
            self.estimate,
        )

    def elsewhere(self) -> Figure:
        """The same, told in a document of its own."""
        return replace(self, documents=frozenset())

    def with_claims(self, other: Figure) -> Figure:
        """Both sets of claims in one; this one's are the older."""
        return replace(self, claims=self.claims + other.claims, documents=self.documents | other.documents)


def _indicator_of(claim: Claim) -> tuple[str, tuple[str, str]]:
    reporter, partner = str(claim.get("reporter") or ""), str(claim.get("partner") or "")
    indicator = str(claim.get("indicator"))
    if indicator in FLOWS:
        both = (reporter, partner)
        first, second = FLOWS[indicator]
        return "exports", (both[first], both[second])
    return indicator, (reporter, partner)


def _unit(claim: Claim) -> str:
    unit = str(claim.get("unit") or "")
    said = " ".join(str(claim.get("of") or "").replace("-", " ").split()).casefold()
    return "TEU" if unit == "count" and any(w in said for w in _TWENTY_FOOT) else unit


def figure(claim: Claim, aliases: Aliases = EMPTY) -> Figure:
    """The features of a figure."""
    indicator, ends = _indicator_of(claim)
    unit = _unit(claim)
    start, end = claim.get("start"), claim.get("end")
    spelled = ends if marked(indicator, "directed") else tuple(sorted(e for e in ends if e))
    return Figure(
        claims=(claim,),
        documents=frozenset({claim.document}),
        indicator=indicator,
        ends=spelled,
        unit=unit,
        subject=subject_of(str(claim.get("of") or ""), str(claim.get("indicator")), unit, aliases),
        context=keyed(w for q in claim.words for w in concepts(q) if w not in generic("figure")),
        when=window(start, end),
        start=window(start).first if start else 0,  # type: ignore[union-attr]
        end=day(str(end or "")),
        aim=claim.get("status", "actual") in AIMS,
        estimate=claim.get("status", "actual") == "estimate",
        number=written(claim),
    )


def ends(a: Figure, b: Figure) -> int:
    """The states it is about: the same, one side silent on one of them, or others."""
    if a.ends == b.ends:
        return EQUAL
    if marked(a.indicator, "whole"):
        return APART
    left, right = frozenset(a.ends) - {""}, frozenset(b.ends) - {""}
    if marked(a.indicator, "directed") and any(x and y and x != y for x, y in zip(a.ends, b.ends, strict=True)):
        return APART
    if not left or not right:
        return SILENT
    if not left <= right and not right <= left:
        return APART
    return SILENT if marked(a.indicator, "fixed") else ALIKE  # a line of two states is longer than its part in one


def subject(a: Figure, b: Figure) -> int:
    """What is counted."""
    return compare(a.subject, b.subject, marked(a.indicator, "whole"))


def _told_in_quote(a: Figure, b: Figure) -> bool:
    """Whether the words of one's subject all stand in the other's quotes."""
    return any(len(x.subject.keys) > 1 and x.subject.keys <= y.context for x, y in ((a, b), (b, a)))


def _split_year(one: Figure, other: Figure) -> bool:
    """A year told as two ("2024/25") against the twelve months themselves."""
    for wide, narrow in ((one.when, other.when), (other.when, one.when)):
        if wide and narrow and 360 <= narrow.days <= 372 and 725 <= wide.days <= 735:
            return wide.first <= narrow.first and narrow.last <= wide.last
    return False


def period(a: Figure, b: Figure) -> int:
    """The period: the same days, the same last day of two aims, nothing said on one side, or another."""
    if a.when is None or b.when is None:
        return EQUAL if a.when is b.when else SILENT
    if a.when == b.when or _split_year(a, b):
        return EQUAL
    if a.aim and b.aim:
        if a.end and b.end:
            return EQUAL if abs(a.end - b.end) <= 1 else APART
        return ALIKE if a.start and a.start == b.start else APART
    if a.end == b.end and (not a.start or not b.start or a.start == a.end or b.start == b.end):
        return ALIKE if not (a.start and b.start) else APART
    return APART


def same_standing(a: Figure, b: Figure) -> bool:
    """Aim with aim or estimate, actual with actual; a length or capacity without a date is all of them."""
    if a.estimate or b.estimate:
        return (a.estimate or a.aim) and (b.estimate or b.aim)
    return a.aim == b.aim or (marked(a.indicator, "fixed") and (a.when is None or b.when is None))


def quantity(a: Figure, b: Figure) -> tuple[int, str]:
    """How far two figures are of one quantity, whatever the period: a level, and what was seen."""
    if a.indicator != b.indicator or a.unit != b.unit:
        return APART, f"{a.indicator} in {a.unit}, {b.indicator} in {b.unit}"
    levels = {"ends": ends(a, b), "subject": subject(a, b)}
    told = "; ".join(f"{k} {WORDS[v]}" for k, v in levels.items())
    if APART in levels.values():
        return APART, f"{a.indicator}; {told}"
    return min(levels.values()), f"{a.indicator} in {a.unit}; {told}"


def digits(figure: Figure) -> int:
    """How many digits of a number are not its closing zeros: the more, the less is it a chance that two agree."""
    return len(f"{abs(figure.number.value):.12g}".replace(".", "").strip("0"))


def rule_on(a: Figure, b: Figure) -> Ruling:
    """Whether one figure is the other said again."""
    level, told = quantity(a, b)
    if not same_standing(a, b):
        return Ruling("apart", "standing", 99, False, told, hard=True)
    if not restates(a.number, b.number):
        return Ruling("apart", "value", 99, False, told, hard=True)
    when = period(a, b)
    if a.documents & b.documents:
        return Ruling("apart", "document", 99, False, told, hard=True)
    if when == APART:
        telling = level >= ALIKE and digits(a) > 1 and equal(a.number.value, b.number.value)
        near = "figure.quantity-and-period/1" if telling else ""
        return Ruling("apart", "period", 99, False, told, hard=True, near=near)
    told += f"; period {WORDS[when]}; value {a.number.value:.12g}"
    return _ruling(a, b, level, when, told)


def _ruling(a: Figure, b: Figure, level: int, when: int, told: str) -> Ruling:
    exact = equal(a.number.value, b.number.value)
    dated = a.when is not None and b.when is not None
    telling = digits(a) >= (1 if dated else 2)
    if level >= ALIKE and when >= ALIKE:
        return Ruling("same", "figure.quantity-and-period/1", 0 if exact else _said_before(a, b), False, told)
    if not exact:
        return Ruling("apart", "value", 99, False, told)
    if subject(a, b) == EQUAL and ends(a, b) >= SILENT and when >= SILENT and telling:
        return Ruling("same", "figure.subject-and-value/1", 1, False, told)
    if level == SILENT and when >= ALIKE and ends(a, b) >= ALIKE and telling:
        return Ruling("same", "figure.value-and-period/1", 2, False, told)
    if level >= ALIKE:
        return Ruling("same", "figure.quantity-undated/1", 3, False, told)
    if level == APART and when >= ALIKE and ends(a, b) == EQUAL and _told_in_quote(a, b):
        return Ruling("same", "figure.value-and-quote/1", 4, False, told)
    if level >= SILENT and (digits(a) >= 2 or len(a.context & b.context) >= 2):
        return Ruling("ask", "figure.value/1", 9, False, told)
    return Ruling("apart", "subject", 99, False, told) if level == APART else Ruling("", "", 99, False, told)


def _said_before(a: Figure, b: Figure) -> int:
    """A rounded number repeats an exact one that was out before it, rather than one still to come."""
    rounded, exact = (a, b) if a.number.unit > b.number.unit else (b, a)
    return 5 if exact.claim.published <= rounded.claim.published else 6


SCORES = {APART: 0.0, SILENT: 0.4, ALIKE: 0.8, EQUAL: 1.0}


def same_quantity(a: Claim, b: Claim) -> tuple[float, str]:
    """How far two figures measure one quantity, from 0 to 1, whatever their period, value and status; and why.

    0.8 and more: an aim may be held against an actual. 0.4: nothing speaks against it, but the subject is not told.
    """
    if a.kind != "figure" or b.kind != "figure":
        return 0.0, "not two figures"
    level, told = quantity(figure(a), figure(b))
    return SCORES[level], told
