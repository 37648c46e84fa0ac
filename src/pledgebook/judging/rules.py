"""The verdict on a promise: named rules in their order, each a function of promise, evidence and day.

The first rule that answers gives the headline. No rule sees a claim: all that it may use stands in the promise and in
the evidence, so a verdict can be explained, and given again, from those alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pledgebook.judging.words import table
from pledgebook.model import Evidence, Promise, first_day, last_day

_SHORT = frozenset({"short", "missed", "not_reached"})
_MOVES = ("delays", "revises")
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Case:
    """A promise, its evidence and the day of the verdict."""

    promise: Promise
    evidence: tuple[Evidence, ...]
    on: date

    def of(self, *relations: str) -> list[Evidence]:
        """The evidence of some relations."""
        return [e for e in self.evidence if e.relation in relations]

    @property
    def over(self) -> bool:
        """Whether the promise has a date and it has passed."""
        return bool(self.promise.due) and last_day(self.promise.due) < self.on

    def in_time(self, e: Evidence) -> bool:
        """Whether what is told can lie within the time of the promise; told without a day, by when it was told.

        News comes later than what it tells: so much of a lag as the table gives is allowed to it.
        """
        if not self.promise.due:
            return True
        lag = timedelta(days=0 if e.at else table("terms")["report_lag"])
        return first_day(e.at or e.seen) - lag <= last_day(self.promise.due)


def happened(e: Evidence) -> date:
    """The last day on which what a piece of evidence tells can have been so."""
    return last_day(e.at) if e.at else last_day(e.seen)


def denied(case: Case, done: Evidence) -> bool:
    """Whether another source denies, of the same time or a later one, what a claim tells as done."""
    return any(happened(d) >= happened(done) for d in _denials(case))


def _denials(case: Case) -> list[Evidence]:
    """The denials that the thing was done; that it was given up afterwards denies nothing."""
    against = [c for c in case.of("contradicts") if c.rule == "still_to_come"]
    return [*against, *(d for d in case.of("denies") if d.rule != "given_up" and not d.part)]


def clean(case: Case) -> list[Evidence]:
    """The claims that it was done which nobody denies."""
    return [f for f in case.of("fulfils") if not denied(case, f)]


def _payments(told: Iterable[Evidence]) -> dict[tuple[str, float], Evidence]:
    """The payments told, each once: one sum of one date is one payment, whoever tells of it."""
    return {(e.at, e.share or 0.0): e for e in told if e.rule in ("paid", "paid_late")}


def paid_share(case: Case) -> float:
    """How much of a sum is paid: by its single payments or by what is told as paid so far, whichever is more."""
    so_far = [e.share or 0.0 for e in case.evidence if e.rule == "paid_so_far"]
    return max([sum(share for _, share in _payments(case.of("fulfils", "partly_fulfils"))), *so_far])


def _whole(case: Case, done: list[Evidence]) -> bool:
    """Whether parts that are done are together the whole promise: all that it lists, or payments that add up."""
    parts = case.promise.parts
    listed = bool(parts) and {e.part for e in done} >= set(parts)
    return listed or sum(share for _, share in _payments(done)) >= 1 - _ROUNDING


def kept(case: Case) -> bool:
    """Done, and by its date or without one."""
    timely = [e for e in case.of("partly_fulfils") if case.in_time(e)]
    return any(case.in_time(e) for e in clean(case)) or _whole(case, timely)


def revised(case: Case) -> bool:
    """Another date or sum was put in its place before its own date came."""
    due = case.promise.due
    if not due:
        return any(e.relation == "revises" and e.rule == "new_terms" for e in case.evidence)
    moved = [e for e in case.of(*_MOVES) if e.at and e.rule != "hinges" and not e.part]
    return any(last_day(e.seen) <= last_day(due) for e in moved)


def kept_late(case: Case) -> bool:
    """Done after its date."""
    return bool(clean(case)) or _whole(case, case.of("partly_fulfils"))


def contradicted(case: Case) -> bool:
    """One source says that it was done, another of the same time or later that it was not."""
    return bool(case.of("fulfils"))


def partly_kept(case: Case) -> bool:
    """Of several parts some are done, and the rest is given up or past its date."""
    some = [e for e in case.of("partly_fulfils") if e.part or e.final]
    rest = case.over or any(e.rule == "given_up" for e in case.of("denies"))
    resumed = [e for e in case.of("delays") if e.rule == "the_rest"]
    short = [e for e in case.of("denies") if e.rule in _SHORT and e.share]
    return rest and bool(some or (resumed and short))


def withdrawn(case: Case) -> bool:
    """Given up by those who promised, and not promised again since."""
    given = [e for e in case.of("denies") if e.rule == "given_up"]
    last = max((e.seen for e in given), default="")
    return bool(given) and not any(e.at and e.seen > last for e in case.of(*_MOVES))


def broken(case: Case) -> bool:
    """Its date has passed, a final count or the end of the matter says that it was not done; no new date was set."""
    final = [e for e in case.of("denies") if e.final and e.rule != "given_up"]
    return case.over and bool(final) and not any(e.at for e in case.of("delays"))


def overdue(case: Case) -> bool:
    """Its date has passed, it is not known to be done, and it was not given up."""
    return case.over


def is_open(case: Case) -> bool:
    """Not yet due; or undated, and some later word or its own standing says that it is under way."""
    return bool(case.promise.due or case.evidence or case.promise.strength == "under_construction")


def unknown(case: Case) -> bool:
    """Undated, and no later word."""
    return True


# In the order in which they are asked; status and meaning of each stand in `data/rules.toml`.
RULES: tuple[tuple[str, Callable[[Case], bool]], ...] = (
    ("done-in-time", kept),
    ("new-terms-before-its-date", revised),
    ("done-after-its-date", kept_late),
    ("sources-disagree", contradicted),
    ("part-done-rest-not", partly_kept),
    ("given-up", withdrawn),
    ("final-count-short", broken),
    ("date-passed", overdue),
    ("not-yet-due", is_open),
    ("no-later-word", unknown),
)


def version() -> str:
    """The version of the rules and their tables."""
    return str(table("terms")["version"])


def decide(promise: Promise, evidence: Sequence[Evidence], on: date) -> tuple[str, str]:
    """Status and name of the rule for a promise on a day."""
    case = Case(promise, tuple(evidence), on)
    rule = next(name for name, holds in RULES if holds(case))
    return str(table("rules")["verdict"][rule]["status"]), rule
