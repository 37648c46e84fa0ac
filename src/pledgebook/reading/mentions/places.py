"""Places: those of the lexicon, and the chains of places that name a line or a corridor."""

from __future__ import annotations

from itertools import groupby

from pledgebook.model import Mention
from pledgebook.reading.mentions.sheet import Sheet

_DASHES = frozenset(("-", "–", "—"))


def find_places(sheet: Sheet) -> list[Mention]:
    """The places that the lexicon knows, with the code of their state; `sense` is the kind of place."""
    out = []
    for first, tag in sheet.tag.items():
        if tag.role == "place":
            kind = tag.form.partition(" ")[0]
            name = sheet.words(first, tag.last)
            out.append(sheet.mention("place", first, tag.last, name=name, code=tag.value, sense=kind))
    return out


def find_routes(sheet: Sheet, found: list[Mention]) -> list[Mention]:
    """Chains of places joined by dashes ("A–B–C"), of states only where three are joined or a line's noun follows."""
    stops = sorted((m for m in found if m.type in ("place", "country")), key=lambda m: m.first)
    number, links = 0, []
    for k, m in enumerate(stops):
        if k and not _joined(sheet, stops[k - 1], m):
            number += 1
        links.append((number, m))
    out = []
    for _, group in groupby(links, key=lambda link: link[0]):
        chain = [m for _, m in group]
        last = chain[-1].last
        noun = last < len(sheet.low) and "route" in sheet.of(last)
        if len(chain) < 2 or any(m.sense in ("demonym", "people") for m in chain):
            continue
        if noun or len(chain) > 2 or any(m.type == "place" for m in chain):
            first = chain[0].first
            out.append(sheet.mention("route", first, last + noun, name=sheet.words(first, last + noun)))
    return out


def _joined(sheet: Sheet, left: Mention, right: Mention) -> bool:
    return right.first == left.last + 1 and sheet.low[left.last] in _DASHES
