"""Judging: what became of every promise on a day, a pure function of claims, matching and day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from pledgebook.judging.answers import answers
from pledgebook.judging.known import Known
from pledgebook.judging.money import is_money, of_money
from pledgebook.judging.promises import Stated, find_promises
from pledgebook.judging.rules import Case, decide, denied, version
from pledgebook.judging.signs import of_deeds
from pledgebook.judging.sums import of_sums
from pledgebook.judging.voices import voice_of
from pledgebook.judging.words import table
from pledgebook.model import Claim, Evidence, Matched, Promise, Verdict


def judge(
    claims: Sequence[Claim], matched: Matched, on: date, only: Collection[str] | None = None
) -> list[tuple[Promise, Verdict]]:
    """Every promise that the claims published by `on` state, with its verdict on that day, oldest document first.

    With `only`, those promises alone: `touched` tells which of them new claims can change.
    """
    known = Known(claims, matched, on)
    asked = (s for s in find_promises(known) if only is None or s.promise.id in only)
    return [(stated.promise, verdict(stated, known)) for stated in asked]


def verdict(stated: Stated, known: Known) -> Verdict:
    """The verdict on one promise."""
    found = gather(stated, known)
    status, rule = decide(stated.promise, found, known.on)
    searched = known.views[-1].seen.isoformat() if known.views else known.on.isoformat()
    official, stage, schedule, path = answers(stated, Case(stated.promise, found, known.on), known)
    return Verdict(
        promise=stated.promise.id,
        on=known.on.isoformat(),
        status=status,
        rule=rule,
        rules=version(),
        evidence=found,
        official=official,
        stage=stage,
        schedule=schedule,
        path=path,
        searched=searched,
    )


def gather(stated: Stated, known: Known) -> tuple[Evidence, ...]:
    """All evidence on a promise, each piece once, in the order in which it was seen."""
    lead = stated.view
    if lead.kind != "figure":
        found = of_deeds(stated, known)
    elif is_money(lead):
        found = of_money(stated, known)
    else:
        found = [*of_sums(stated, known), *(of_deeds(stated, known) if _carried(stated) else [])]
    heard = (replace(e, voice=voice_of(known.by_id[e.claim], stated)) for e in found)
    return _confirmed(stated, _in_order(heard, known), known)


def _carried(stated: Stated) -> bool:
    """Whether what is told of a thing bears on the number that it brings."""
    terms = table("terms")["figure"]
    return stated.view.get("indicator") in terms["carried"] or stated.view.get("unit") in terms["carried_units"]


def _in_order(found: Iterable[Evidence], known: Known) -> tuple[Evidence, ...]:
    once = {(e.claim, e.relation): e for e in reversed(list(found))}
    return tuple(sorted(once.values(), key=lambda e: (known.place(e.claim), e.relation)))


def _confirmed(stated: Stated, found: tuple[Evidence, ...], known: Known) -> tuple[Evidence, ...]:
    """After the first claim that a thing was done, others only confirm it, save where it is disputed or counted."""
    case = Case(stated.promise, found, known.on)
    if stated.view.kind == "figure" or any(denied(case, e) for e in case.of("fulfils")):
        return found
    out: list[Evidence] = []
    for e in found:
        first = not any(o.relation == "fulfils" for o in out)
        out.append(e if e.relation != "fulfils" or first else replace(e, relation="supports", rule="confirmed"))
    return tuple(out)
