"""The full account of things: what binds the two, who met, projects and movements, each with all that is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pledgebook.brief.asked import Asked
from pledgebook.brief.matter import fits, matter, who
from pledgebook.brief.parts import Block, Line, Paragraph, Part, Section, Table, joined
from pledgebook.brief.words import day, due, names, period, say, stated, word, words
from pledgebook.model import Claim

_NAMES = 4  # names in a cell
_CITES = 3  # citations behind one saying
_BEGUN = ("launched", "operating")
Said = Callable[[Claim], str]
Thing = list[Claim]
Row = tuple[Line, ...]


def _things(asked: Asked, kind: str, keep: Callable[[Thing], bool] = bool) -> list[Thing]:
    """The items of a kind as their claims, oldest first."""
    found = []
    for item in asked.items:
        claims = [asked.claims[c] for c in asked.oldest(item.claims)]
        if item.kind == kind and claims and keep(claims):
            found.append(claims)
    return sorted(found, key=lambda claims: (_day(claims), asked.order(claims[0].id)))


def _day(claims: Thing) -> str:
    """The first date that is told of a thing, for the order of a table; undated things stand where they were told."""
    slots = ("date", "start", "end", "due")
    return next((str(v) for c in claims for s in slots if (v := c.get(s))), claims[0].published)


def _named(claims: Thing) -> Line:
    """The fullest name of a thing, of the claims that name it well."""
    best = max(filter(_is_named, claims), key=lambda c: (fits(c), len(matter(c)), c.id))
    return (Part(matter(best), (best.id,)),)


def _is_named(claim: Claim) -> bool:
    """Whether a claim names its thing; a document without a title is named by its form where its parties are told."""
    return fits(claim) or (claim.kind == "instrument" and " " not in matter(claim) and bool(claim.get("parties")))


def _cell(claims: Thing, said: Said) -> Line:
    """What the claims say in a slot, each saying once, newest last."""
    told: dict[str, list[str]] = {}
    for claim in claims:
        if text := said(claim):
            told.setdefault(text, []).append(claim.id)
    return joined(((Part(text, tuple(cites[:_CITES])),) for text, cites in told.items()), "; ")


def _dates(claims: Thing, *slots: str) -> Line:
    """The dates that the claims tell; one that another tells more exactly stands with that one."""
    spans: dict[tuple[str, str], list[str]] = {}
    for claim in claims:
        told = [str(claim.get(slot)) for slot in slots if claim.get(slot)]
        if told:
            spans.setdefault((told[0], told[-1]), []).append(claim.id)
    exact = [s for s in spans if not any(o != s and all(map(str.startswith, o, s)) for o in spans)]
    return joined(((Part(period(*span), tuple(spans[span][:_CITES])),) for span in exact), "; ")


def _section(title: str, columns: Iterable[str], found: list[Thing], row: Callable[[Thing], Row]) -> Section:
    """A table of things, and how many more there are that no claim names well enough."""
    named = [claims for claims in found if any(map(_is_named, claims))]
    table = Table(tuple(word("columns", c) for c in columns), tuple(map(row, named)))
    blocks: list[Block] = [table] if named else []
    if left := len(found) - len(named):
        blocks.append(Paragraph(say("unnamed", n=Part(str(left)))))
    return Section(word("titles", title), tuple(blocks))


def _status(claim: Claim) -> str:
    return word("statuses", str(claim.get("status") or ""))


def _listed(slot: str) -> Said:
    """The names of a slot; of many the first ones, and how many more there are."""

    def said(claim: Claim) -> str:
        told = claim.get(slot, ())
        more = len(told) - _NAMES
        return names(told[:_NAMES]) + (words()["and_more"].format(n=more) if more > 0 else "")

    return said


# instruments


def binding(asked: Asked) -> Section:
    """Documents that were at least agreed, with parties, dates and status."""
    ahead = ("planned", "proposed")
    found = _things(asked, "instrument", lambda claims: any(c.get("status") not in ahead for c in claims))
    return _section("binding", ("title", "parties", "when", "status"), found, _instrument)


def _instrument(claims: Thing) -> Row:
    return _named(claims), _cell(claims[:1], _listed("parties")), _dates(claims, "date"), _cell(claims, _status)


# meetings


def meetings(asked: Asked) -> Section:
    """Meetings that were held."""
    found = _things(asked, "meeting", lambda claims: any(c.get("status") == "held" for c in claims))
    return _section("meetings", ("when", "meeting", "who"), found, _meeting)


def _meeting(claims: Thing) -> Row:
    held = [c for c in claims if c.get("status") == "held"]
    return _dates(held, "start", "end"), _named(claims), _cell(held[:1], _listed("participants"))


# projects and movements


def projects(asked: Asked) -> Section:
    """Projects with what is told of their state, in the order in which it was told."""
    return _section("projects", ("project", "who", "status"), _things(asked, "project"), _project)


def _project(claims: Thing) -> Row:
    return _named(claims), _cell(claims, who), _states(claims, _state)


def movements(asked: Asked) -> Section:
    """Services and shipments."""
    return _section("movements", ("movement", "status"), _things(asked, "movement"), _movement)


def _movement(claims: Thing) -> Row:
    return _named(claims), _states(claims, _moved)


def _states(claims: Thing, told: Callable[[Claim], Part]) -> Line:
    """The states that claims tell, each once with all that tell it."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        part = told(claim)
        found.setdefault(part.text, []).extend(part.claims)
    return joined(((Part(text, tuple(cites[:_CITES])),) for text, cites in found.items()), "; ")


def _state(claim: Claim) -> Part:
    """The state that one claim tells of a project, with the date that goes with it, else when it was told."""
    status = str(claim.get("status"))
    begun = status in _BEGUN
    if not (date := claim.get("start") if begun else claim.get("due")):
        return _told(claim)
    template = f"status_{status if begun else 'due'}"
    return stated(template, (claim.id,), status=_status(claim), day=day(date) if begun else due(date))


def _moved(claim: Claim) -> Part:
    """The state that one claim tells of a service or shipment."""
    if date := claim.get("date"):
        return stated("status_date", (claim.id,), status=_status(claim), day=day(date))
    return _told(claim)


def _told(claim: Claim) -> Part:
    if not claim.published:
        return Part(_status(claim), (claim.id,))
    return stated("status_on", (claim.id,), status=_status(claim), day=day(claim.published))
