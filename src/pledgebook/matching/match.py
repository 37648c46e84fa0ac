"""Which claims speak of one thing: claims in, items, series and conflicts out; the order of the input never matters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pledgebook.matching import conflicts, figures
from pledgebook.matching.aliases import Aliases
from pledgebook.matching.cluster import Clusters, candidates, cluster, link
from pledgebook.matching.features import Seen, order, see
from pledgebook.matching.figures import Figure, figure
from pledgebook.matching.names import parse
from pledgebook.matching.pairs import rule_on
from pledgebook.matching.series import families, series, sides
from pledgebook.matching.words import skeleton
from pledgebook.model import Claim, Conflict, Item, Link, Matched

ORDER = ("meeting", "instrument", "project", "movement", "pledge")


def match(claims: Sequence[Claim]) -> Matched:
    """Items, series and conflicts of a set of claims, with pairs to ask about and pairs that nearly joined."""
    ordered = sorted(claims, key=order)
    aliases = Aliases(ordered)
    items: list[Item] = []
    clashes: list[Conflict] = []
    asks: list[Link] = []
    nearly: list[Link] = []
    for kind in ORDER:
        seen = [see(c, aliases) for c in ordered if c.kind == kind]
        found = _things(seen)
        ids = [s.claim.id for s in seen]
        items += _items(found, ids, kind)
        clashes += conflicts.of_things([[seen[m] for m in g] for g in found.groups])
        asks += [link(e, ids) for e in found.asks]
        nearly += [link(e, ids) for e in found.nearly]
    counted = [figure(c, aliases) for c in ordered if c.kind == "figure"]
    found = _figures(counted)
    ids = [f.claim.id for f in counted]
    numbers = _items(found, ids, "figure")
    groups, who = families(counted), sides(counted, numbers)
    clashes += conflicts.of_figures(groups, who)
    asks += [link(e, ids) for e in found.asks]
    nearly += [link(e, ids) for e in found.nearly]
    return Matched(
        tuple(items + numbers), tuple(series(groups, who)), tuple(clashes), tuple(sorted(asks)), tuple(sorted(nearly))
    )


def _items(found: Clusters, ids: Sequence[str], kind: str) -> list[Item]:
    out = []
    for group in sorted(found.groups):
        links = tuple(sorted(link(e, ids) for e in found.links.get(group[0], ())))
        out.append(Item("i" + ids[group[0]][1:], kind, tuple(ids[m] for m in group), links))
    return out


def _things(seen: list[Seen]) -> Clusters:
    """Items of one kind; where a proper name joins two places, they are near, and the rest is seen anew."""
    found = _joined(seen)
    near = _near(seen, found)
    if not near:
        return found
    return _joined([replace(s, near=near.get(s.places, frozenset())) for s in seen])


def _joined(seen: Sequence[Seen]) -> Clusters:
    return cluster(len(seen), candidates([keys(s) for s in seen]), lambda i, j: rule_on(seen[i], seen[j]))


def _near(seen: Sequence[Seen], found: Clusters) -> dict[frozenset[str], frozenset[str]]:
    """Places that an item joined by a proper name has in common, each with the others."""
    near: dict[frozenset[str], frozenset[str]] = {}
    for edges in found.links.values():
        for edge in edges:
            a, b = seen[edge.left].places, seen[edge.right].places
            if edge.ruling.firm and a and b and not a & b:
                near[a] = near.get(a, frozenset()) | b
                near[b] = near.get(b, frozenset()) | a
    return near


def _figures(seen: Sequence[Figure]) -> Clusters:
    pairs = candidates([_figure_keys(f) for f in seen])
    return cluster(len(seen), pairs, lambda i, j: figures.rule_on(seen[i], seen[j]))


def keys(seen: Seen) -> Iterable[str]:
    """The blocks that a claim is compared in: a telling word, a place, a sort with states, a number in a row."""
    yield from (f"w:{skeleton(w)}" for w in seen.words)
    yield from (f"p:{skeleton(p)}" for p in seen.places)
    states = "-".join(sorted(seen.states))
    yield f"s:{seen.sort or seen.form}:{states}"
    yield from (f"b:{skeleton(w)}" for body in seen.bodies for name in body for w in parse(name).words)
    yield from (f"n:{label}:{value}:{seen.form}" for label, value in seen.numbers)
    if seen.ordinal:
        yield f"o:{seen.ordinal}"
    if seen.when:
        yield f"d:{seen.when.first // 31}:{states}"


def _figure_keys(f: Figure) -> Iterable[str]:
    value = f"{float(f.claim.get('value', 0)):.2g}"
    yield f"{f.indicator}:{f.unit}:{value}"
    yield f"{f.indicator}:{f.unit}:{f.end // 366}:{f.aim}"
