"""What not to rely on: numbers that two sides count differently, and events of which sources tell differently."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pledgebook.brief.asked import Asked, Judged
from pledgebook.brief.matter import matter, promised, quantity
from pledgebook.brief.parts import Block, Bullets, Line, Paragraph, Part, Section, joined
from pledgebook.brief.words import claimed, period, quoted, say, word
from pledgebook.model import Claim, Conflict

_MOST = 6
_DERIVED = ("growth", "share")  # follow from numbers that stand in a line of their own


def disputes(asked: Asked, most: int = _MOST) -> Section:
    """One line for each quantity with all its periods, one for each thing, one for each disputed promise."""
    lines = [*_of_figures(asked), *_of_promises(asked), *_of_things(asked)]
    blocks: list[Block] = [Bullets(tuple(lines[:most]))] if lines else []
    if len(lines) > most:
        blocks.append(Paragraph(say("left_below", n=Part(str(len(lines) - most)))))
    return Section(word("titles", "conflicts"), tuple(blocks))


def _claims(conflict: Conflict, asked: Asked) -> list[Claim]:
    return [asked.claims[c] for c in asked.oldest(c for c in conflict.claims if c in asked.claims)]


# numbers


def _of_figures(asked: Asked) -> Iterable[Line]:
    """The quantities with most rival claims first; what only follows from others last."""
    groups: dict[tuple[str, ...], list[Conflict]] = {}
    for conflict in asked.conflicts:
        lead = _claims(conflict, asked)[0]
        if lead.kind == "figure":
            groups.setdefault(_quantity(lead), []).append(conflict)
    ranked = sorted(groups.items(), key=lambda g: (g[0][0] in _DERIVED, -len(g[1]), g[0]))
    for _, conflicts in ranked:
        yield _figures_line(sorted(conflicts, key=lambda c: _when(_claims(c, asked)[0])), asked)


def _quantity(claim: Claim) -> tuple[str, ...]:
    """What conflicts of several periods have in common; one flow from its two ends is one quantity."""
    indicator, ends = str(claim.get("indicator")), [str(claim.get(s) or "") for s in ("reporter", "partner")]
    if indicator == "imports":
        return ("exports", *reversed(ends), str(claim.get("unit")))
    if indicator == "exports":
        return (indicator, *ends, str(claim.get("unit")))
    return indicator, *sorted(ends), str(claim.get("unit"))


def _when(claim: Claim) -> str:
    return str(claim.get("end") or claim.get("start") or claim.published)


def _figures_line(conflicts: Sequence[Conflict], asked: Asked) -> Line:
    lead = _claims(conflicts[0], asked)[0]
    values = joined((_rivals(conflict, asked) for conflict in conflicts), "; ")
    what = Part(quantity(lead), (lead.id,), strong=True)
    reasons = sorted({r for c in conflicts for r in c.reason.split("; ") if r})
    if not reasons:
        return say("disagree", what=what, values=values)
    why = Part(", ".join(word("reasons", r) for r in reasons))
    return say("disagree_why", what=what, values=values, reason=why)


def _rivals(conflict: Conflict, asked: Asked) -> Line:
    """The period, and what each side counts for it, with what it counted before."""
    claims = _claims(conflict, asked)
    sides = _by_side(claims, asked)
    told = joined((_side(side, values) for side, values in sides.items()), ", ")
    start, end = (str(claims[0].get(slot) or "") for slot in ("start", "end"))
    if not start and not end:
        return told
    return say("in_period", period=Part(period(start, end), (claims[0].id,)), values=told)


def _by_side(claims: Iterable[Claim], asked: Asked) -> dict[str, dict[str, Claim]]:
    """By side the values that it told, oldest first; a value counts as old as its first claim."""
    sides: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        sides.setdefault(asked.side(claim.id), {}).setdefault(claimed(claim), claim)
    return sides


def _side(side: str, values: dict[str, Claim]) -> Line:
    *old, (now, claim) = values.items()
    if not old:
        return say("says", value=Part(now, (claim.id,)), side=Part(side, (claim.id,)))
    before = joined(((Part(value, (c.id,)),) for value, c in old), ", ")
    return say("says_first", value=Part(now, (claim.id,)), side=Part(side, (claim.id,)), old=before)


# promises and things


def _of_promises(asked: Asked) -> Iterable[Line]:
    """The promises of which one source says that they were kept and another that they were not."""
    for one in asked.judged:
        if one.status == "contradicted":
            yield say("disagree", what=promised(one), values=joined(_voices(one, asked), "; "))


def _voices(one: Judged, asked: Asked) -> Iterable[Line]:
    for evidence in one.of("fulfils", "denies"):
        yield _voice(evidence.claim, asked)


def _voice(claim: str, asked: Asked) -> Line:
    said = Part(quoted(asked.claims[claim].words[0]), (claim,))
    return say("says_quote", side=Part(asked.voice(claim), (claim,)), quote=said)


def _of_things(asked: Asked) -> Iterable[Line]:
    """Dates, places and states of one thing that sources tell differently."""
    disputed = {c for j in asked.judged if j.status == "contradicted" for c in (e.claim for e in j.verdict.evidence)}
    for conflict in asked.conflicts:
        claims = _claims(conflict, asked)
        if claims[0].kind == "figure" or disputed & {c.id for c in claims}:
            continue
        what, _, _ = conflict.what.partition(" of ")
        name = max((matter(c) for c in claims), key=len)
        lead = say(
            "what_of",
            what=Part(word("what", what)),
            matter=Part(name, tuple(c.id for c in claims if matter(c) == name)),
        )
        yield say("disagree", what=lead, values=joined(_sayings(what, claims, asked), "; "))


def _sayings(what: str, claims: Sequence[Claim], asked: Asked) -> Iterable[Line]:
    told: dict[str, Claim] = {}
    for claim in claims:
        told.setdefault(_said(what, claim), claim)
    for said, claim in told.items():
        yield say("says", value=Part(said, (claim.id,)), side=Part(asked.voice(claim.id), (claim.id,)))


def _said(what: str, claim: Claim) -> str:
    if what == "date":
        start = str(claim.get("start") or claim.get("date") or "")
        return period(start, str(claim.get("end") or start)) if start else quoted(claim.words[0])
    if what == "place":
        return str(claim.get("place") or quoted(claim.words[0]))
    return quoted(claim.words[0])
