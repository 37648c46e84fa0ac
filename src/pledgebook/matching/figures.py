"""Figures: which two speak of one quantity, of one period, and which is the other said again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pledgebook.matching.aliases import EMPTY, Aliases
from pledgebook.matching.features import order
from pledgebook.matching.pairs import Ruling
from pledgebook.matching.signals import ALIKE, APART, EQUAL, SILENT
from pledgebook.matching.windows import Window, day, window
from pledgebook.matching.words import concepts, generic, role, shared, state_of
from pledgebook.matching.written import grain, restates
from pledgebook.model import Claim

FLOWS = {"exports": (0, 1), "imports": (1, 0)}
UNORDERED = frozenset({"trade_turnover", "distance", "duration", "capacity", "price", "freight", "passengers"})
WHOLE = frozenset({"exports", "imports", "trade_turnover", "trade_balance", "gdp", "population", "reserves"})
PROPERTIES = frozenset({"capacity", "distance", "area", "value", "finance", "duration", "price", "investment"})
AIMS = frozenset({"target", "planned"})
_TWENTY_FOOT = ("twenty foot", "20 foot", "20 ft")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure's claim in the form in which pairs are compared.

    `indicator` is `exports` for imports too, told from the other side: `ends` then runs from seller to buyer.
    """

    claim: Claim
    order: tuple[str, str, int, str]
    indicator: str
    ends: tuple[str, ...]
    unit: str
    subject: frozenset[str]
    places: frozenset[str]
    context: frozenset[str]
    when: Window | None
    start: int
    end: int
    aim: bool
    estimate: bool


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


@lru_cache(maxsize=65536)
def subject_words(of: str, indicator: str, unit: str) -> frozenset[str]:
    """The words of a figure's `of` that say what is counted, without those that every figure of its kind has."""
    dull = generic("figure", f"figure.{indicator}", f"figure.unit.{unit}")
    if indicator in ("growth", "share"):
        dull = dull | generic("figure.trade_turnover")
    return frozenset(w for w in concepts(of) if w not in dull and not state_of(w) and not w.isdigit())


def _subject(claim: Claim, indicator: str, unit: str, aliases: Aliases) -> frozenset[str]:
    """The subject's words, short forms spelled out; a flow's buyer and seller are its ends and no subject."""
    words = subject_words(str(claim.get("of") or ""), indicator, unit)
    if indicator in WHOLE:
        return frozenset(words - aliases.long.keys())
    dull = generic("figure", f"figure.{indicator}", f"figure.unit.{unit}")
    return frozenset(w for w in aliases.expand(words) if w not in dull)


def figure(claim: Claim, aliases: Aliases = EMPTY) -> Figure:
    """The features of a figure."""
    indicator, ends = _indicator_of(claim)
    unit = _unit(claim)
    start, end = claim.get("start"), claim.get("end")
    words = _subject(claim, indicator, unit, aliases)
    spelled = ends if indicator == "exports" or indicator == "enterprises" else tuple(sorted(e for e in ends if e))
    return Figure(
        claim=claim,
        order=order(claim),
        indicator=indicator,
        ends=spelled,
        unit=unit,
        subject=words,
        places=words & aliases.places,
        context=frozenset(w for q in claim.words for w in concepts(q) if w not in generic("figure")),
        when=window(start, end),
        start=window(start).first if start else 0,  # type: ignore[union-attr]
        end=day(str(end or "")),
        aim=claim.get("status", "actual") in AIMS,
        estimate=claim.get("status", "actual") == "estimate",
    )


def ends(a: Figure, b: Figure) -> int:
    """The states it is about: the same, one side silent on one of them, or others."""
    if a.ends == b.ends:
        return EQUAL
    if a.indicator in WHOLE or a.indicator == "enterprises":
        return APART
    left, right = frozenset(a.ends) - {""}, frozenset(b.ends) - {""}
    if left == right:
        return EQUAL
    if not left or not right:
        return SILENT
    return ALIKE if left <= right or right <= left else APART


def subject(a: Figure, b: Figure) -> int:
    """What is counted: the same words, enough of them, none to compare, others; a part is no whole."""
    left, right = a.subject, b.subject
    whole = a.indicator in WHOLE or a.indicator == "growth"
    if not left and not right:
        return EQUAL if whole else SILENT
    if not left or not right:
        return APART if whole else SILENT
    hits = shared(sorted(left), sorted(right))
    if hits == len(left) == len(right):
        return EQUAL
    own = [{w for w in f.subject if role(w) != "sort" and w not in f.places} for f in (a, b)]
    if all(own) and not shared(sorted(own[0]), sorted(own[1])):
        return APART
    if a.places and b.places and not shared(sorted(a.places), sorted(b.places)):
        return APART
    if hits * 2 >= min(len(left), len(right)):
        return ALIKE
    return SILENT if hits else APART


def _told_in_quote(a: Figure, b: Figure) -> bool:
    """Whether the words of one's subject all stand in the other's quotes."""
    return any(len(x.subject) > 1 and x.subject <= y.context for x, y in ((a, b), (b, a)))


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
    """Aim with aim, actual with actual, estimate with estimate; a property without a date is one, built or planned."""
    if a.estimate != b.estimate:
        return False
    return a.aim == b.aim or (a.indicator in PROPERTIES and a.when is None and b.when is None)


def quantity(a: Figure, b: Figure) -> tuple[int, str]:
    """How far two figures are of one quantity, whatever the period: a level, and what was seen."""
    if a.indicator != b.indicator or a.unit != b.unit:
        return APART, f"{a.indicator} in {a.unit}, {b.indicator} in {b.unit}"
    levels = {"ends": ends(a, b), "subject": subject(a, b)}
    told = "; ".join(f"{k} {('apart', 'silent', 'alike', 'equal')[v]}" for k, v in levels.items())
    if APART in levels.values():
        return APART, f"{a.indicator}; {told}"
    return min(levels.values()), f"{a.indicator} in {a.unit}; {told}"


def _specific(a: Figure, b: Figure) -> bool:
    """Whether the number itself is telling: three digits or more written in both, and the same."""
    value = float(a.claim.get("value", 0))
    digits = f"{abs(value):.12g}".replace(".", "").strip("0")
    return len(digits) >= 3 and value == float(b.claim.get("value", 0))


def rule_on(a: Figure, b: Figure) -> Ruling:
    """Whether one figure is the other said again."""
    level, told = quantity(a, b)
    if not same_standing(a, b):
        return Ruling("apart", "standing", 99, False, told, hard=True)
    if not restates(a.claim, b.claim):
        return Ruling("apart", "value", 99, False, told, hard=True)
    when = period(a, b)
    if when == APART or a.claim.document == b.claim.document:
        return Ruling("apart", "period" if when == APART else "document", 99, False, told, hard=True)
    told += f"; period {('apart', 'silent', 'alike', 'equal')[when]}; value {a.claim.get('value'):.12g}"
    return _ruling(a, b, level, when, told)


def _ruling(a: Figure, b: Figure, level: int, when: int, told: str) -> Ruling:
    exact = a.claim.get("value") == b.claim.get("value")
    if level >= ALIKE and when >= ALIKE:
        return Ruling("same", "figure.quantity-and-period/1", 0 if exact else _said_before(a, b), False, told)
    if level == APART and exact and when >= ALIKE and ends(a, b) == EQUAL and _told_in_quote(a, b):
        return Ruling("same", "figure.value-and-quote/1", 4, False, told)
    if level >= SILENT and when >= ALIKE and exact and ends(a, b) >= ALIKE:
        return Ruling("same", "figure.value-and-period/1", 1, False, told)
    if level >= ALIKE and exact:
        return Ruling("same", "figure.quantity-undated/1", 2, False, told)
    if level >= SILENT and exact and (_specific(a, b) or len(a.context & b.context) >= 2):
        return Ruling("ask", "figure.value/1", 9, False, told)
    return Ruling("apart", "subject", 99, False, told) if level == APART else Ruling("", "", 99, False, told)


def _said_before(a: Figure, b: Figure) -> int:
    """A rounded number repeats an exact one that was out before it, rather than one still to come."""
    rounded, exact = (a, b) if grain(a.claim) > grain(b.claim) else (b, a)
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
