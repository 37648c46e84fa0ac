"""The full account of numbers: trade by period with each side's count beside the other's, then all other quantities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pledgebook.brief.asked import Asked
from pledgebook.brief.matter import quantity
from pledgebook.brief.parts import Block, Bullets, Line, Paragraph, Part, Section, Table, joined
from pledgebook.brief.words import claimed, day, period, say, stated, word
from pledgebook.model import Claim, Series

_FLOWS = ("trade_turnover", "exports")
_COLUMNS = 3  # sides with a column of their own
Quantity = tuple[str, str, str, str, str]
Spanned = tuple[str, str]


def _counted(series: Series, asked: Asked) -> list[Claim]:
    """What a series tells as counted or estimated; aims have a section of their own."""
    told = [asked.claims[c] for c in series.claims if c in asked.claims]
    return [c for c in told if c.get("status") in ("actual", "estimate", None)]


def _is_whole(series: Series, asked: Asked) -> bool:
    """Whether a quantity is the trade of the two with each other, not a part of it."""
    return series.indicator in _FLOWS and not series.what and {series.reporter, series.partner} == set(asked.states)


def _span(claim: Claim) -> Spanned:
    """The time for which a figure holds; without one, the day on which it was told, as an end without a start."""
    start, end = str(claim.get("start") or ""), str(claim.get("end") or "")
    return (start or end, end or start) if start or end else ("", claim.published)


# trade


def trade(asked: Asked) -> Section:
    """Turnover and deliveries either way: a row for each period, a column for each side that counts."""
    flows: dict[Quantity, dict[str, list[Claim]]] = {}
    for series in asked.series:
        claims = [c for c in _counted(series, asked) if _span(c)[0]]
        if _is_whole(series, asked) and claims:
            key = (series.indicator, series.what, series.reporter, series.partner, series.unit)
            flows.setdefault(key, {}).setdefault(series.side, []).extend(claims)
    ordered = sorted(flows, key=lambda key: (_FLOWS.index(key[0]), key))
    return Section(word("titles", "trade"), tuple(block for key in ordered for block in _flow(flows[key])))


def _flow(sides: dict[str, list[Claim]]) -> tuple[Block, ...]:
    ranked = sorted(sides, key=lambda side: (-len(sides[side]), side))
    shown, rest = ranked[:_COLUMNS], ranked[_COLUMNS:]
    every = [c for side in ranked for c in sides[side]]
    title = Paragraph((Part(quantity(every[0]), (every[0].id,), strong=True, quiet=True),))
    columns = (word("columns", "period"), *shown, *([word("columns", "others")] if rest else []))
    spans = sorted({_span(c) for c in every}, key=lambda span: (span[1], span[0]))
    return title, Table(columns, tuple(_row(span, sides, shown, rest) for span in spans))


def _row(span: Spanned, sides: dict[str, list[Claim]], shown: Sequence[str], rest: Sequence[str]) -> tuple[Line, ...]:
    of = {side: [c for c in sides[side] if _span(c) == span] for side in (*shown, *rest)}
    when = Part(period(*span), tuple(c.id for claims in of.values() for c in claims), quiet=True)
    others = joined((_values(of[side], side) for side in rest if of[side]), "; ")
    return ((when,), *(_values(of[side]) for side in shown), *([others] if rest else []))


def _values(claims: list[Claim], side: str = "") -> Line:
    """What one side told for one period: the newest value, and those before it."""
    told: dict[str, list[str]] = {}
    for claim in sorted(claims, key=lambda c: (c.published, c.document)):
        told.setdefault(claimed(claim), []).append(claim.id)
    if not told:
        return ()
    *old, (now, cites) = told.items()
    line: Line = (stated("says", tuple(cites), value=now, side=side) if side else Part(now, tuple(cites)),)
    published = {claim.id: claim.published for claim in claims}
    for template, earlier in (("before", True), ("also", False)):
        others = [(text, ids) for text, ids in old if (published[ids[0]] < published[cites[0]]) is earlier]
        values = joined(((Part(text, tuple(ids)),) for text, ids in others), ", ")
        line = say(template, value=line, old=values) if others else line
    return line


# other quantities


def others(asked: Asked) -> Section:
    """Every other quantity in a line, under the words of its source, and trade that is told without its time."""
    lines: dict[tuple[str, ...], list[Claim]] = {}
    for series in sorted(asked.series, key=lambda s: (s.indicator, s.what, s.reporter, s.partner, s.id)):
        for claim in _counted(series, asked):
            if _is_whole(series, asked) and _span(claim)[0]:
                continue
            key = (series.indicator, series.what, series.reporter, series.partner, quantity(claim).lower())
            lines.setdefault(key, []).append(claim)
    made = tuple(_quantity_line(claims, asked) for claims in lines.values())
    return Section(word("titles", "figures"), (Bullets(made),) if made else ())


def _quantity_line(claims: list[Claim], asked: Asked) -> Line:
    ordered = sorted(claims, key=lambda c: (_span(c)[1], asked.order(c.id)))
    what = Part(quantity(ordered[0]), (ordered[0].id,), strong=True, quiet=True)
    return say("disagree", what=what, values=joined(((p,) for p in _points(ordered, asked)), "; "))


def _points(claims: Iterable[Claim], asked: Asked) -> Iterator[Part]:
    """Value, time and side of each claim; what one side told several times, once."""
    told: dict[tuple[str, str, Spanned], list[str]] = {}
    for claim in claims:
        span = _span(claim) if _span(claim)[0] else ("", "")
        told.setdefault((claimed(claim), asked.side(claim.id), span), []).append(claim.id)
    for (value, side, span), cites in told.items():
        if span[0]:
            yield stated("counts_by", tuple(cites), value=value, side=side, period=period(*span))
        else:
            yield _undated(value, side, cites, asked)


def _undated(value: str, side: str, cites: list[str], asked: Asked) -> Part:
    published = asked.claims[cites[0]].published
    if not published:
        return stated("counts_at", tuple(cites), value=value, side=side)
    return stated("counts_told", tuple(cites), value=value, side=side, day=day(published))
