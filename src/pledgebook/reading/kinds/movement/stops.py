"""The places of a way, in order, each with its part: where it begins, what it passes, where it ends."""

from __future__ import annotations

from typing import NamedTuple

from pledgebook.model import Mention
from pledgebook.reading.text import Page, Tag

_REACH = 6
_DASHES = frozenset("-–—")
_JOINS = frozenset({",", "and", "the", "–", "-", "/", "then"})


class Stop(NamedTuple):
    """A place or state on the way: its part (`from`, `via`, `to`), name, state, and tokens `first` to `last`."""

    part: str
    place: str
    code: str
    first: int
    last: int

    def end(self) -> dict[str, str]:
        """As the end of a movement: place and country, as far as known."""
        return {k: v for k, v in (("place", self.place), ("country", self.code)) if v}

    def way(self) -> str:
        """As a place that is passed: its name, or the code of a state."""
        return self.place or self.code


class Way(NamedTuple):
    """The stops of a movement; `named` where a route gave them, `origin` and `destination` may lack."""

    origin: Stop | None
    via: list[Stop]
    destination: Stop | None
    named: bool


def way_of(page: Page, kinds: list[str], first: int, last: int, routes: list[Mention]) -> Way:
    """The way told between two tokens. Words of travel count; a route with its places fills what they leave open."""
    told = _told(page, kinds, first, last, routes)
    chain = _chain(page, first, last, routes)
    starts = [s for s in told if s.part == "from"]
    ends = [s for s in told if s.part == "to"]
    passed = [s for s in told if s.part == "via"]
    if chain and not (starts and ends):
        if ends and ends[-1].first >= chain[-1].last:
            passed = [*chain, *passed]
        elif not starts and not ends:
            return Way(chain[0], [*chain[1:-1], *passed], chain[-1], True)
    middle = sorted([*starts[1:], *passed, *ends[:-1]], key=lambda s: s.first)
    origin = starts[0] if starts else _sender(page, kinds, first, last, ends)
    middle = _once([s for s in middle if s.way() not in _names(origin, ends[-1] if ends else None)])
    return Way(origin, middle, ends[-1] if ends else None, False)


def _names(*ends: Stop | None) -> set[str]:
    return {s.way() for s in ends if s is not None}


def _once(stops: list[Stop]) -> list[Stop]:
    seen: dict[str, Stop] = {}
    for stop in stops:
        seen.setdefault(stop.way(), stop)
    return list(seen.values())


def _told(page: Page, kinds: list[str], first: int, last: int, routes: list[Mention]) -> list[Stop]:
    """Stops by the words of travel before them; of a list all bear the part of the first."""
    travel = {t.first: t for t in page.tags_in(first, last) if t.role == "travel"}
    inside = {i for r in routes for i in range(r.first, r.last)}
    out: list[Stop] = []
    part, until = "", first
    for stop in _places(page, kinds, first, last, travel):
        if stop.first < until or stop.first in inside:
            continue
        steps = [travel[i] for i in range(max(until, stop.first - _REACH), stop.first) if i in travel]
        if steps:
            part = steps[-1].value
        elif not _listed(page, until, stop.first):
            part = ""
        if part in ("between", "second"):
            out.append(stop._replace(part="from" if part == "between" else "to"))
            part = "second" if part == "between" else ""
        elif part:
            out.append(stop._replace(part=part))
        until = stop.last
    return out


def _places(page: Page, kinds: list[str], first: int, last: int, travel: dict[int, Tag]) -> list[Stop]:
    """Places and states named between two tokens, with names that only a word of travel shows to be places."""
    out: list[Stop] = []
    covered = -1
    for m in page.mentions_in(first, last):
        if m.first < covered or not _is_place(m):
            continue
        out.append(_stop(page, m, last))
        covered = out[-1].last
    taken = {i for m in page.mentions_in(first, last) for i in range(m.first, m.last)}
    for tag in travel.values():
        i = tag.last
        while i < last and kinds[i] == "det":
            i += 1
        stop = i
        while stop < last and page.capital[stop] and stop not in taken and kinds[stop] in ("", "part"):
            stop += 1
        if i < stop <= i + 3:
            out.append(Stop("", page.cut(i, stop), "", i, stop))
    return sorted(out, key=lambda s: s.first)


def _is_place(m: Mention) -> bool:
    if m.type == "country":
        return m.sense != "demonym"
    return m.type == "place" or (m.type == "body" and m.sense == "port")


def _stop(page: Page, m: Mention, last: int) -> Stop:
    """A mention as a stop, with the state that stands behind it ("Mersin in Türkiye", "Mersin (Türkiye)")."""
    if m.type == "country":
        return Stop("", "", m.code, m.first, m.last)
    code, stop = (m.code if len(m.code) == 2 else ""), m.last
    if page.low[m.last : m.last + 1] in (["in"], [","], ["("]):
        behind = [c for c in page.mentions_in(m.last + 1, min(last, m.last + 3)) if c.type == "country"]
        if behind and behind[0].sense == "name" and (not code or behind[0].code == code):
            code, stop = behind[0].code, behind[0].last
    return Stop("", m.name or m.text, code, m.first, stop)


def _listed(page: Page, first: int, last: int) -> bool:
    """Whether only commas and "and" lie between two places: the second goes on with the part of the first."""
    return last - first <= 3 and all(w in _JOINS for w in page.low[first:last])


def _chain(page: Page, first: int, last: int, routes: list[Mention]) -> list[Stop]:
    """The stops of a route written with dashes; one that ends in a name not known as a place counts too."""
    for route in routes:
        stops = [
            _stop(page, m, route.last)
            for m in page.mentions_in(route.first, route.last)
            if m is not route and _is_place(m)
        ]
        if len(stops) >= 2:
            return _once(stops)
    for m in page.mentions_in(first, last):
        i = m.last
        if m.type == "place" and i + 1 < last and page.low[i] in _DASHES and page.capital[i + 1] and page.glued(i):
            return [_stop(page, m, m.last), Stop("", page.cut(i + 1, i + 2), "", i + 1, i + 2)]
    return []


def _sender(page: Page, kinds: list[str], first: int, last: int, ends: list[Stop]) -> Stop | None:
    """A state that sends, ships or exports is where the way begins."""
    sends = [t for t in page.tags_in(first, last) if t.role == "sends" and kinds[t.first] in ("verb", "part")]
    if not sends or not ends:
        return None
    for m in page.mentions_in(max(first, sends[0].first - _REACH), sends[0].first):
        if m.type == "country" and m.sense == "name":
            return Stop("from", "", m.code, m.first, m.last)
    return None
