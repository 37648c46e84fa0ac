"""What not to rely on: numbers that two sides count differently, and things of which sources tell differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pledgebook.brief.asked import Asked, Judged
from pledgebook.brief.matter import fits, matter, promised, quantity, quotable, told_by
from pledgebook.brief.parts import Block, Bullets, Line, Paragraph, Part, Section, joined
from pledgebook.brief.words import claimed, percent, period, quoted, say, stated, word
from pledgebook.model import Claim, Conflict, Series

_MOST = 5
_VOICES = 3
_SHORT = 90
_FAR = 3.0  # a number so many times another one is of something else, or misread
_DERIVED = ("growth", "share")  # follow from numbers that have a line of their own
Sides = dict[str, dict[str, Claim]]
Told = tuple[list[Claim], Sides]


def disputes(asked: Asked) -> Section:
    """The first lines of all that is disputed: the numbers that differ most often, then promises and things."""
    first, rest = _lines(asked)
    blocks: list[Block] = [Bullets(first)] if first else []
    if rest:
        blocks.append(Paragraph(say("left_below", n=Part(str(len(rest))))))
    return Section(word("titles", "conflicts"), tuple(blocks))


def further(asked: Asked) -> Section:
    """Those that the first page has no room for, and those that may be nothing but misreadings."""
    _, rest = _lines(asked)
    return Section(word("titles", "disputes"), (Bullets(rest),) if rest else ())


def _lines(asked: Asked) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of the first page and the rest, doubtful ones marked and at the end."""
    sure, unsure = (
        replace(asked, conflicts=tuple(c for c in asked.conflicts if _is_sure(c, asked) is wanted))
        for wanted in (True, False)
    )
    between, within = (_of_figures(sure, between=two) for two in (True, False))
    lines = (*between, *_of_promises(asked), *_of_things(sure), *within)
    doubts = (*_of_figures(unsure, between=True), *_of_figures(unsure, between=False), *_of_things(unsure))
    return lines[:_MOST], (*lines[_MOST:], *(say("doubt", line=line) for line in doubts))


def _is_sure(conflict: Conflict, asked: Asked) -> bool:
    """Whether claims that were read with certainty differ, and numbers not so much that they are of two things."""
    claims = [c for c in _claims(conflict, asked) if c.fact.confidence != "weak"]
    if not claims or claims[0].kind != "figure":
        return len({_said(_what(conflict), c) for c in claims} - {""}) > 1
    sizes = sorted(abs(float(c.get("value"))) for c in claims)
    return len({claimed(c) for c in claims}) > 1 and sizes[-1] <= _FAR * sizes[0]


def _what(conflict: Conflict) -> str:
    """In what the claims differ: date, place, state, outcome; of numbers the quantity."""
    return conflict.what.partition(" of ")[0]


def _claims(conflict: Conflict, asked: Asked) -> list[Claim]:
    return [asked.claims[c] for c in asked.oldest(c for c in conflict.claims if c in asked.claims)]


# numbers


def _of_figures(asked: Asked, between: bool) -> Iterator[Line]:
    """The quantities that two sides count differently, or those of which one side gave several numbers.

    Each with all its periods; those with most periods first, what only follows from others last.
    """
    groups: dict[tuple[str, ...], list[Conflict]] = {}
    series = {claim: one for one in asked.series for claim in one.claims}
    for conflict in asked.conflicts:
        lead = _claims(conflict, asked)[0]
        if lead.kind == "figure":
            groups.setdefault(_quantity(lead, series.get(lead.id)), []).append(conflict)
    for key, conflicts in sorted(groups.items(), key=lambda g: (g[0][0] in _DERIVED, -len(g[1]), g[0])):
        several = any(len(_by_side(_claims(c, asked), asked)) > 1 for c in conflicts)
        if several is between and not (key[0] in _DERIVED and len(groups) > 1):
            yield _figures_line(sorted(conflicts, key=lambda c: _when(_claims(c, asked)[0])), asked)


def _quantity(claim: Claim, series: Series | None) -> tuple[str, ...]:
    """What conflicts of several periods have in common: the quantity of their series."""
    if series is None:
        return str(claim.get("indicator")), str(claim.get("of") or ""), claim.id
    return series.indicator, series.what, series.reporter, series.partner, series.unit


def _when(claim: Claim) -> str:
    return str(claim.get("end") or claim.get("start") or claim.published)


def _figures_line(conflicts: Sequence[Conflict], asked: Asked) -> Line:
    """The quantity; by period what each side counts; how far they lie apart; the likely reason."""
    lead = _claims(conflicts[0], asked)[0]
    told = [(_claims(c, asked), _by_side(_claims(c, asked), asked)) for c in conflicts]
    order = sorted({side for _, sides in told for side in sides})
    what = Part(quantity(lead), (lead.id,), strong=True, quiet=True)
    paired = len(order) == 2 and all(len(sides) == 2 and _period(claims[0]) for claims, sides in told)
    line = _pairs_line(what, told, order) if paired else _listed_line(what, told, order)
    if reasons := sorted({r for c in conflicts for r in c.reason.split("; ") if r}):
        line = say("because", line=line, reason=Part(", ".join(word("reasons", r) for r in reasons)))
    return line


def _pairs_line(what: Part, told: Sequence[Told], order: Sequence[str]) -> Line:
    """Two sides, named once; by period the number of each and how far the two lie apart."""
    cites = tuple(c.id for _, sides in told for values in sides.values() for c in values.values())
    left, right = (Part(side, cites, quiet=True) for side in order)
    values = joined((_pair(claims, sides, order) for claims, sides in told), "; ")
    return say("paired", what=what, left=left, right=right, values=values)


def _pair(claims: Sequence[Claim], sides: Sides, order: Sequence[str]) -> Line:
    fields = {name: _side("", sides[side]) for name, side in zip(("left", "right"), order, strict=True)}
    cites = tuple(c.id for values in sides.values() for c in values.values())
    when = Part(_period(claims[0]), cites, quiet=True)
    gap = _gap(sides)
    return say("pair_apart", period=when, gap=gap, **fields) if gap else say("pair", period=when, **fields)


def _listed_line(what: Part, told: Sequence[Told], order: Sequence[str]) -> Line:
    """By period the number of each side."""
    return say("disagree", what=what, values=joined((_rivals(claims, sides, order) for claims, sides in told), "; "))


def _rivals(claims: Sequence[Claim], sides: Sides, order: Sequence[str]) -> Line:
    """The period, and what each side counts for it, with what it counted before."""
    values = joined((_side(side, sides[side]) for side in order if side in sides), ", ")
    if not (when := _period(claims[0])):
        return values
    cites = tuple(c.id for told in sides.values() for c in told.values())
    return say("in_period", period=Part(when, cites, quiet=True), values=values)


def _period(claim: Claim) -> str:
    start, end = str(claim.get("start") or ""), str(claim.get("end") or "")
    return period(start, end) if start or end else ""


def _by_side(claims: Iterable[Claim], asked: Asked) -> Sides:
    """By side the values that it told, oldest first; a value counts as old as its first claim."""
    sides: Sides = {}
    for claim in claims:
        sides.setdefault(asked.side(claim.id), {}).setdefault(claimed(claim), claim)
    return sides


def _side(side: str, values: dict[str, Claim]) -> Line:
    """The newest number of a side, and those that it told before or beside it."""
    *old, (now, claim) = values.items()
    line: Line = (stated("says", (claim.id,), value=now, side=side) if side else Part(now, (claim.id,)),)
    for template, earlier in (("before", True), ("also", False)):
        others = [(Part(told, (c.id,)),) for told, c in old if (c.published < claim.published) is earlier]
        line = say(template, value=line, old=joined(others, ", ")) if others else line
    return line


def _gap(sides: Sides) -> Part | None:
    """By how much the larger of two sides' newest counts is above the smaller one; nothing for percents."""
    newest = [list(values.values())[-1] for values in sides.values()]
    low, high = sorted(float(c.get("value")) for c in newest)
    if low <= 0 or newest[0].get("unit") == "percent":
        return None
    return Part(percent(high / low - 1), tuple(c.id for c in newest), quiet=True)


# promises and things


def _of_promises(asked: Asked) -> Iterator[Line]:
    """The promises of which one source says that they were kept and another that they were not."""
    for one in asked.judged:
        if one.status == "contradicted" and one.promise.kind != "figure" and quotable(one.lead):
            yield say("disagree", what=promised(one)._replace(strong=True), values=joined(_voices(one, asked), "; "))


def _voices(one: Judged, asked: Asked) -> Iterator[Line]:
    """The newest word of each voice for and against it."""
    found = {(e.relation, asked.voice(e.claim)): e.claim for e in one.of("fulfils", "denies")}
    for claim in sorted(found.values(), key=asked.order)[-_VOICES:]:
        said = quoted(told_by(asked.claims[claim]), _SHORT)
        yield (stated("says_quote", (claim,), side=asked.voice(claim), quote=said),)


def _of_things(asked: Asked) -> Iterator[Line]:
    """Dates, places and states that sources tell differently; things of which they tell the same two, in one line."""
    disputed = {e.claim for j in asked.judged if j.status == "contradicted" for e in j.verdict.evidence}
    told: dict[tuple[str, ...], list[list[Claim]]] = {}
    for conflict in asked.conflicts:
        claims = _claims(conflict, asked)
        what = _what(conflict)
        sayings = tuple(dict.fromkeys(said for c in claims if (said := _said(what, c))))
        if claims[0].kind != "figure" and not disputed & {c.id for c in claims} and len(sayings) > 1:
            told.setdefault((what, *sayings), []).append(claims)
    for (what, *rest), things in told.items():
        sayings = tuple(rest)
        named = [best for claims in things if (best := _best(claims)) is not None]
        values = ((_sayers(what, said, things, asked),) for said in sayings[-_VOICES:])
        if named:
            yield say("disagree", what=_of(what, named), values=joined(values, "; "))


def _best(claims: Iterable[Claim]) -> Claim | None:
    """The claim that names a thing most fully."""
    return max((c for c in claims if fits(c)), key=lambda c: (len(matter(c)), c.id), default=None)


def _of(what: str, named: Sequence[Claim]) -> Part:
    """What is disputed of which things."""
    part = stated("what_of", tuple(c.id for c in named), what=word("what", what), matter="; ".join(map(matter, named)))
    return part._replace(strong=True, quiet=True)


def _sayers(what: str, said: str, things: Iterable[Iterable[Claim]], asked: Asked) -> Part:
    """A saying with those who say it, each with the first claim of each thing."""
    cites = [next((c.id for c in claims if _said(what, c) == said), "") for claims in things]
    voices = dict.fromkeys(asked.voice(c) for c in cites if c)
    return stated("says", tuple(filter(None, cites)), value=said, side=", ".join(voices))


def _said(what: str, claim: Claim) -> str:
    if what == "date":
        start = str(claim.get("start") or claim.get("date") or "")
        return period(start, str(claim.get("end") or start)) if start else ""
    if what == "place":
        return str(claim.get("place") or "")
    return quoted(told_by(claim), _SHORT)
