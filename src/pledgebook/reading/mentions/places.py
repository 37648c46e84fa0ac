"""Places: those of the lexicon, and the chains of places that name a line or a corridor."""

from __future__ import annotations

from itertools import groupby

from pledgebook.model import Mention
from pledgebook.reading.mentions.bodies import DASHES, bracket_end
from pledgebook.reading.mentions.sheet import Sheet

# Nouns that are part of a place's name behind it: "Fuzuli district".
OF_NAME = frozenset(("district", "region", "province", "county", "oblast", "governorate", "voivodeship", "river"))


def find_places(sheet: Sheet) -> list[Mention]:
    """The places that the lexicon knows, with the code of their state; `sense` is the kind of place.

    A port named as such ("Port of X") is a body.
    """
    out = []
    for t in sheet.tag.values():
        if t.role == "place":
            kind = t.form.partition(" ")[0]
            port = t.last - t.first > 1 and (
                sheet.at(t.last - 1) == "port" or sheet.low[t.first : t.first + 2] == ["port", "of"]
            )
            if sheet.is_(t.last - 1, "route"):
                out.append(sheet.mention("route", t.first, bracket_end(sheet, t.last, len(sheet.low))))
                continue
            last = t.last + (sheet.at(t.last) in OF_NAME and not sheet.capital[t.last])
            out.append(
                sheet.mention("body" if port else "place", t.first, last, code=t.value, sense="port" if port else kind)
            )
    return out


def find_bodies(sheet: Sheet) -> list[Mention]:
    """The international bodies that the lexicon knows, by their usual short names."""
    return [
        sheet.mention("body", t.first, bracket_end(sheet, t.last, len(sheet.low)), name=t.value, sense="international")
        for t in sheet.tag.values()
        if t.role == "body"
    ]


def find_routes(sheet: Sheet, found: list[Mention]) -> list[Mention]:
    """Chains of places joined by dashes ("A–B–C"), of states only where three are joined or a line's noun follows."""
    stops = sorted((m for m in found if m.type in ("place", "country")), key=lambda m: (m.first, -m.last))
    number, links = 0, []
    for k, m in enumerate(stops):
        if k and not _joined(sheet, stops[k - 1], m):
            number += 1
        links.append((number, m))
    out = []
    for _, group in groupby(links, key=lambda link: link[0]):
        chain = [m for _, m in group]
        if len(chain) > 1 and (route := _route(sheet, chain)) is not None:
            out.append(route)
    return out


def _joined(sheet: Sheet, left: Mention, right: Mention) -> bool:
    return right.first == left.last + 1 and sheet.low[left.last] in DASHES


def _route(sheet: Sheet, chain: list[Mention]) -> Mention | None:
    """The mention of a chain, with its abbreviation and its noun ("pipeline"), if it is a route."""
    if any(m.sense in ("demonym", "people") for m in chain):
        return None
    last = bracket_end(sheet, chain[-1].last, len(sheet.low))
    noun = sheet.is_(last, "route") and sheet.near(last)
    if not noun and len(chain) == 2 and all(m.type == "country" for m in chain):
        return None
    return sheet.mention("route", chain[0].first, last + noun)
