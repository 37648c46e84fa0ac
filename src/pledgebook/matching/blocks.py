"""The blocks in which claims are compared: what two claims must share for any rule to hold.

Each key mirrors what a rule of `data/rules.toml` needs at least; a rule that is added there needs its key here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pledgebook.matching.features import End, Seen, Traits
from pledgebook.matching.figures import Figure
from pledgebook.matching.names import parse
from pledgebook.matching.tables import groups

Key = tuple[str | int | frozenset[str], ...]
_SLACK = 3


def _months(traits: Traits) -> list[str]:
    """The months that its days touch, with the days around them; none where they are more than a quarter."""
    if not traits.when or traits.when.days > 92:
        return []
    days = (traits.when.first - _SLACK, traits.when.first, traits.when.last, traits.when.last + _SLACK)
    return sorted({date.fromordinal(d).isoformat()[:7] for d in days})


def _years(traits: Traits) -> list[int]:
    if not traits.when:
        return []
    return list(range(date.fromordinal(traits.when.first).year, date.fromordinal(traits.when.last).year + 1))


def _parties(traits: Traits) -> list[str | frozenset[str]]:
    words = {w for body in traits.bodies for name in body for w in parse(name).words or (parse(name).short,)}
    return [*sorted(words), *([traits.states] if traits.states else [])]


def _meeting(t: Traits) -> Iterable[Key]:
    form = "visit" if t.form == "state_visit" else t.form
    if t.ordinal:
        yield ("ordinal", t.ordinal, t.states)
        yield from (("ordinal", t.ordinal, w) for w in (*t.words, *t.places))
    if t.when and t.when.days <= 190:
        yield from (("year", y, form, t.states) for y in _years(t))
    for place in t.places:
        yield from (("place", place, w) for w in t.words)
        yield from (("place", place, m) for m in _months(t))
        yield ("place", place, form, t.states)
    for month in _months(t):
        yield from (("who", month, p) for p in _parties(t))
    yield from (("series", w, y) for w in t.words for y in _years(t))


def _instrument(t: Traits) -> Iterable[Key]:
    yield from (("word", w) for w in t.words)
    yield from (("who", p, y) for p in _parties(t) for y in _years(t))
    yield from (("number", n, p) for _, n in t.numbers for p in _parties(t))


def _project(t: Traits) -> Iterable[Key]:
    yield from (("name", n) for n in (*t.names, *t.other_names))
    yield from (("word", w) for w in t.words)
    kin = [k for s in t.sorts for k in (s, *(f"kin {g}" for g in groups("kin").get(s, ())))]
    yield from (("place", p, k) for p in (*t.places, *t.words, *t.taken) for k in kin)
    yield from (("who", p, s) for p in _parties(t) for s in t.sorts)
    if t.route:
        yield ("route", t.places)


def _of_end(end: End) -> list[str]:
    return [*sorted(end.places), *([end.country] if end.country else [])]


def _movement(t: Traits) -> Iterable[Key]:
    yield from (("word", w) for w in t.words)
    for one in _of_end(t.origin):
        for other in _of_end(t.destination):
            yield ("ends", *sorted((one, other)))


def _pledge(t: Traits) -> Iterable[Key]:
    yield from (("word", w) for w in t.words)


_OF = {
    "meeting": _meeting,
    "instrument": _instrument,
    "project": _project,
    "movement": _movement,
    "pledge": _pledge,
}


def blocks(seen: Seen) -> Iterable[Key]:
    """The keys of a claim that is no figure."""
    return _OF[seen.traits.kind](seen.traits)


def blocks_of_figure(figure: Figure) -> Iterable[Key]:
    """The keys of a figure: its quantity's kind and its number, rounded as a text may round it."""
    yield (figure.indicator, figure.unit, f"{figure.number.value:.2g}")
    yield (figure.indicator, figure.unit, f"{figure.number.value:.3g}")
