"""The full account of numbers: trade by period with each side's count beside the other's, then all other quantities."""

from __future__ import annotations

from collections.abc import Iterable

from pledgebook.brief.asked import Asked
from pledgebook.brief.matter import quantity
from pledgebook.brief.parts import Block, Bullets, Line, Paragraph, Part, Section, Table, joined
from pledgebook.brief.words import claimed, day, period, say, word
from pledgebook.model import Claim, Series

_FLOWS = ("trade_turnover", "exports")
_COLUMNS = 3  # sides with a column of their own
Quantity = tuple[str, str, str, str, str]


def _quantity(series: Series) -> Quantity:
    return series.indicator, series.what, series.reporter, series.partner, series.unit


def _counted(series: Series, asked: Asked) -> list[Claim]:
    told = [asked.claims[c] for c in series.claims if c in asked.claims]
    return [c for c in told if c.get("status") in ("actual", "estimate", None)]


def _grouped(asked: Asked) -> dict[Quantity, dict[str, list[Claim]]]:
    """What each side counted of each quantity."""
    found: dict[Quantity, dict[str, list[Claim]]] = {}
    for series in asked.series:
        if claims := _counted(series, asked):
            found.setdefault(_quantity(series), {}).setdefault(series.side, []).extend(claims)
    return found


def _is_whole(key: Quantity, asked: Asked) -> bool:
    """Whether a quantity is the trade of the two with each other, not a part of it."""
    return key[0] in _FLOWS and not key[1] and {key[2], key[3]} == set(asked.states)


def trade(asked: Asked) -> Section:
    """Turnover and exports either way, a row for each period, a column for each side that counts."""
    found = {key: sides for key, sides in _grouped(asked).items() if _is_whole(key, asked)}
    order = sorted(found, key=lambda key: (_FLOWS.index(key[0]), key))
    blocks: list[Block] = []
    for key in order:
        blocks += _flow(found[key])
    return Section(word("titles", "trade"), tuple(blocks))


def _flow(sides: dict[str, list[Claim]]) -> tuple[Block, ...]:
    ranked = sorted(sides, key=lambda side: (-len(sides[side]), side))
    shown, rest = ranked[:_COLUMNS], ranked[_COLUMNS:]
    every = [c for side in ranked for c in sides[side]]
    lead = (Paragraph((Part(quantity(every[0]), (every[0].id,), strong=True),)),)
    spans = sorted({_span(c) for c in every}, key=lambda span: (span[1] or span[0], span[0]))
    columns = (word("columns", "period"), *shown, *([word("columns", "others")] if rest else []))
    rows = (_row(span, sides, shown, rest) for span in spans)
    return (*lead, Table(columns, tuple(rows)))


def _span(claim: Claim) -> tuple[str, str]:
    start, end = str(claim.get("start") or ""), str(claim.get("end") or "")
    return (start, end) if start or end else ("", claim.published)


def _row(span: tuple[str, str], sides: dict[str, list[Claim]], shown: list[str], rest: list[str]) -> tuple[Line, ...]:
    of = {side: [c for c in sides[side] if _span(c) == span] for side in (*shown, *rest)}
    cites = tuple(c.id for side in of for c in of[side])[:1]
    when = (
        say("told", day=Part(day(span[1]), cites)) if not span[0] and not _ends(of) else (Part(period(*span), cites),)
    )
    others = joined((say("says", value=_values(of[s]), side=Part(s, cites)) for s in rest if of[s]), "; ")
    return (when, *(_values(of[side]) for side in shown), *([others] if rest else []))


def _ends(of: dict[str, list[Claim]]) -> bool:
    return any(c.get("end") for claims in of.values() for c in claims)


def _values(claims: list[Claim]) -> Line:
    """What one side told for one period: the newest value, and those before it."""
    told: dict[str, list[str]] = {}
    for claim in sorted(claims, key=lambda c: (c.published, c.document)):
        told.setdefault(claimed(claim), []).append(claim.id)
    if not told:
        return ()
    *old, (now, cites) = told.items()
    value = Part(now, tuple(cites))
    if not old:
        return (value,)
    return say("first", value=value, old=joined(((Part(text, tuple(ids)),) for text, ids in old), ", "))


def others(asked: Asked) -> Section:
    """Every other quantity in a line: its values by period, with who counts."""
    lines = [
        _quantity_line(sides, asked) for key, sides in sorted(_grouped(asked).items()) if not _is_whole(key, asked)
    ]
    return Section(word("titles", "figures"), (Bullets(tuple(lines)),) if lines else ())


def _quantity_line(sides: dict[str, list[Claim]], asked: Asked) -> Line:
    every = sorted((c for claims in sides.values() for c in claims), key=lambda c: (_span(c)[1], asked.order(c.id)))
    values = joined(_points(every, asked), "; ")
    return say("disagree", what=Part(quantity(every[0]), (every[0].id,), strong=True), values=values)


def _points(claims: Iterable[Claim], asked: Asked) -> Iterable[Line]:
    seen: set[tuple[str, ...]] = set()
    for claim in claims:
        cite, side = (claim.id,), asked.side(claim.id)
        start, end = _span(claim)
        key = (claimed(claim), side, start, end)
        if key in seen:
            continue
        seen.add(key)
        dated = claim.get("start") or claim.get("end")
        when = (Part(period(start, end), cite),) if dated else say("told", day=Part(day(end), cite)) if end else ()
        yield say("counts_by", value=Part(claimed(claim), cite), side=Part(side, cite), period=when)
