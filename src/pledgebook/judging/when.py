"""When a thing was done, by the slots of a claim, by what stands beside it, or by the dates in its words."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from pledgebook.judging.known import Known
from pledgebook.judging.view import View
from pledgebook.judging.words import plain, table
from pledgebook.model import first_day, last_day

_SLOTS: dict[str, dict[str, tuple[str, ...]]] = {
    "project": {"completed": ("due", "start"), "": ("start",)},
    "instrument": {"": ("date",)},
    "meeting": {"": ("end", "start")},
    "movement": {"": ("date",)},
    "figure": {"": ("end", "start")},
    "pledge": {"": ("due",)},
}


def told_day(view: View) -> str:
    """The date that the slots of a claim give for what it tells, or ""."""
    by_status = _SLOTS[view.kind]
    slots = by_status.get(view.get("status"), by_status[""])
    return next((d for s in slots if (d := view.get(s))), "")


def day_done(view: View, known: Known, slots: bool = True) -> str:
    """The date of a deed: the claim's own (save with `slots` off), that of one with the same quote, a named one."""
    if slots and (own := told_day(view)):
        return own
    return _day_beside(view, known) or named_day(view)


def _day_beside(view: View, known: Known) -> str:
    """The one date that a thing done in the same sentence bears; of claims with the same first quote, else of any."""
    first = view.claim.fact.quotes[:1]
    doings = [v for v in known.beside(view) if v.kind in ("project", "movement", "meeting") and told_day(v)]
    past = [v for v in doings if last_day(told_day(v)) <= view.seen]
    for group in ([v for v in past if v.claim.fact.quotes[:1] == first], past):
        days = {told_day(v) for v in group}
        if days:
            return days.pop() if len(days) == 1 else ""
    return ""


def named_day(view: View) -> str:
    """The one date that the quotes of a claim name and that lies before its publication, or ""."""
    for quote in view.claim.words:
        days = {d for d in _days(quote, view.seen) if last_day(d) <= view.seen}
        if len(days) == 1:
            return days.pop()
        if days:
            return ""
    return ""


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for language in table("calendar").values():
        for number, names in enumerate(language["months"], start=1):
            found.update(dict.fromkeys(names.split(), number))
    return found


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    month = "|".join(sorted(_months(), key=lambda m: (-len(m), m)))
    last = "|".join(p for language in table("calendar").values() for p in language["last_year"])
    day, year = r"(\d{1,2})(?:st|nd|rd|th)?", rf"((?:19|20)\d\d|{last})"
    return (
        (re.compile(rf" {day} (?:of )?({month}) (?:of )?{year}(?= )"), ("d", "m", "y")),
        (re.compile(rf" ({month}) {day} {year}(?= )"), ("m", "d", "y")),
        (re.compile(r" (\d\d) (\d\d) ((?:19|20)\d\d)(?= )"), ("d", "n", "y")),
        (re.compile(rf" {day} (?:of )?({month})(?= )"), ("d", "m")),
        (re.compile(rf" ({month}) {day}(?= )"), ("m", "d")),
        (re.compile(rf" ({month}) (?:of )?{year}(?= )"), ("m", "y")),
    )


@lru_cache(maxsize=65536)
def _days(quote: str, seen: date) -> tuple[str, ...]:
    """The dates that a quote names, as ISO; one without a year is the last such day before the publication."""
    words, found = plain(quote), []
    for pattern, names in _patterns():
        for match in pattern.finditer(words):
            if iso := _iso(dict(zip(names, match.groups(), strict=True)), seen):
                found.append(iso)
        words = pattern.sub(" ", words)
    return tuple(found)


def _iso(parts: dict[str, str], seen: date) -> str:
    month = int(parts["n"]) if "n" in parts else _months()[parts["m"]]
    day = int(parts.get("d", 0))
    year = parts.get("y", "")
    try:
        if not year:
            date(seen.year, month, day)
            number = seen.year if (month, day) <= (seen.month, seen.day) else seen.year - 1
        else:
            number = int(year) if year.isdigit() else seen.year - 1
        return date(number, month, day).isoformat() if day else f"{number:04d}-{month:02d}"
    except ValueError:
        return ""


def is_after(iso: str, due: str) -> bool:
    """Whether an ISO date lies wholly after another."""
    return bool(iso and due) and first_day(iso) > last_day(due)
