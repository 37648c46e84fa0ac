"""The full account of things: what binds the two, who met, projects and movements, each with all that is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pledgebook.brief.asked import Asked
from pledgebook.brief.matter import fits, matter, who
from pledgebook.brief.parts import Line, Part, Section, Table, joined
from pledgebook.brief.words import day, due, names, period, say, word
from pledgebook.model import Claim

_MOST = 3  # names in a cell


def _things(asked: Asked, kind: str, keep: Callable[[list[Claim]], bool]) -> list[list[Claim]]:
    """The items of a kind as their claims, oldest first; those left out that no claim names well enough."""
    found = []
    for item in asked.items:
        claims = [asked.claims[c] for c in asked.oldest(item.claims)]
        if item.kind == kind and claims and any(map(fits, claims)) and keep(claims):
            found.append(claims)
    return sorted(found, key=lambda claims: (_day(claims), asked.order(claims[0].id)))


def _day(claims: list[Claim]) -> str:
    """The first date that is told of a thing, for the order of a table; undated things stand where they were told."""
    slots = ("date", "start", "end", "due")
    return next((str(v) for c in claims for s in slots if (v := c.get(s))), claims[0].published)


def _named(claims: list[Claim]) -> Line:
    """The fullest name of a thing, of the claims that name it well."""
    best = max((c for c in claims if fits(c)), key=lambda c: (len(matter(c)), c.id))
    return (Part(matter(best), (best.id,)),)


def _cell(claims: list[Claim], words: Callable[[Claim], str]) -> Line:
    """What the claims say in a slot, each saying once, newest last."""
    told: dict[str, list[str]] = {}
    for claim in claims:
        if said := words(claim):
            told.setdefault(said, []).append(claim.id)
    return joined(((Part(said, tuple(cites[:_MOST])),) for said, cites in told.items()), "; ")


def _table(title: str, columns: Iterable[str], rows: Iterable[tuple[Line, ...]]) -> Section:
    table = Table(tuple(word("columns", c) for c in columns), tuple(rows))
    return Section(word("titles", title), (table,) if table.rows else ())


def _slot(slot: str) -> Callable[[Claim], str]:
    return lambda claim: word("statuses", str(claim.get(slot) or ""))


def _date(slot: str) -> Callable[[Claim], str]:
    return lambda claim: day(str(claim.get(slot))) if claim.get(slot) else ""


def _names(slot: str) -> Callable[[Claim], str]:
    return lambda claim: names(claim.get(slot, ())[:_MOST])


# instruments


def binding(asked: Asked) -> Section:
    """Documents that were at least agreed, with parties, dates and status."""
    found = _things(
        asked, "instrument", lambda claims: any(c.get("status") not in ("planned", "proposed") for c in claims)
    )
    columns = ("title", "parties", "when", "status")
    return _table("binding", columns, (_instrument(claims) for claims in found))


def _instrument(claims: list[Claim]) -> tuple[Line, ...]:
    return (
        _named(claims),
        _cell(claims[:1], _names("parties")),
        _cell(claims, _date("date")),
        _cell(claims, _slot("status")),
    )


# meetings


def meetings(asked: Asked) -> Section:
    """Meetings that were held."""
    found = _things(asked, "meeting", lambda claims: any(c.get("status") == "held" for c in claims))
    rows = (_meeting([c for c in claims if c.get("status") == "held"], claims) for claims in found)
    return _table("meetings", ("when", "meeting", "who"), rows)


def _meeting(held: list[Claim], claims: list[Claim]) -> tuple[Line, ...]:
    return _cell(held, _when), _named(claims), _cell(held, _names("participants"))


def _when(claim: Claim) -> str:
    start, end = str(claim.get("start") or ""), str(claim.get("end") or "")
    return period(start, end) if start or end else ""


# projects and movements


def projects(asked: Asked) -> Section:
    """Projects with what is told of their state, in the order in which it was told."""
    found = _things(asked, "project", lambda claims: True)
    return _table("projects", ("project", "who", "status"), (_project(claims) for claims in found))


def _project(claims: list[Claim]) -> tuple[Line, ...]:
    return _named(claims), _cell(claims, who), joined(filter(None, map(_state, claims)), "; ")


def _state(claim: Claim) -> Line:
    """The state that one claim tells, with the date that goes with it, else the day on which it was told."""
    status, cite = Part(word("statuses", str(claim.get("status"))), (claim.id,)), (claim.id,)
    if date := claim.get("start") if claim.get("status") in ("launched", "operating") else claim.get("due"):
        template = "since" if claim.get("status") in ("launched", "operating") else "due"
        told = day(str(date)) if template == "since" else due(str(date))
        return say(f"status_{template}", status=status, day=Part(told, cite))
    return say("status_on", status=status, day=Part(day(claim.published), cite)) if claim.published else (status,)


def movements(asked: Asked) -> Section:
    """Services and shipments."""
    found = _things(asked, "movement", lambda claims: True)
    return _table("movements", ("movement", "status"), (_movement(claims) for claims in found))


def _movement(claims: list[Claim]) -> tuple[Line, ...]:
    return _named(claims), joined((_moved(c) for c in claims), "; ")


def _moved(claim: Claim) -> Line:
    status = Part(word("statuses", str(claim.get("status"))), (claim.id,))
    if date := claim.get("date"):
        return say("status_date", status=status, day=Part(day(str(date)), (claim.id,)))
    return (
        say("status_on", status=status, day=Part(day(claim.published), (claim.id,))) if claim.published else (status,)
    )
