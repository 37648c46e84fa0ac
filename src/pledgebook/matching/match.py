"""Which claims speak of one thing: claims in, items, series and conflicts out; the order of the input never matters."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from pledgebook.matching import conflicts, figures, parts
from pledgebook.matching.aliases import Aliases
from pledgebook.matching.blocks import blocks, blocks_of_figure
from pledgebook.matching.cluster import Clusters, Edge, candidates, cluster
from pledgebook.matching.features import Seen, order, see
from pledgebook.matching.figures import Figure, figure
from pledgebook.matching.pairs import Ruling, rule_on
from pledgebook.matching.series import families, series, sides
from pledgebook.model import Claim, Item, Link, Matched

THINGS = ("meeting", "instrument", "project", "movement", "pledge")
Node = TypeVar("Node", Seen, Figure)


class Joined(NamedTuple):
    """The nodes of one kind, each of claims that tell the same, and what became of them."""

    kind: str
    nodes: Sequence[Seen] | Sequence[Figure]
    found: Clusters


def match(claims: Iterable[Claim]) -> Matched:
    """Items, series, conflicts and parts of a set of claims, with pairs to ask about and pairs that nearly joined."""
    ordered = sorted(claims, key=order)
    aliases = Aliases(ordered)
    things = {kind: _things([see(c, aliases) for c in ordered if c.kind == kind]) for kind in THINGS}
    counted = [figure(c, aliases) for c in ordered if c.kind == "figure"]
    nodes = _nodes(counted, figures.rule_on)
    numbers = cluster(
        len(nodes), candidates(map(blocks_of_figure, nodes)), lambda i, j: figures.rule_on(nodes[i], nodes[j])
    )
    joined = [Joined(kind, *things[kind]) for kind in THINGS] + [Joined("figure", nodes, numbers)]
    items = [item for kind in joined for item in _items(kind)]
    kin = families(nodes, sorted(numbers.groups))
    who = sides(kin, items, aliases)
    groups = {kind: [[seen[m] for m in g] for g in found.groups] for kind, (seen, found) in things.items()}
    return Matched(
        items=tuple(items),
        series=tuple(series(kin, who)),
        conflicts=tuple(conflicts.conflicts(groups, kin, who, aliases)),
        asks=_links(joined, "asks"),
        nearly=_links(joined, "nearly"),
        parts=tuple(parts.parts(groups["project"], kin)),
    )


def _nodes(seen: Sequence[Node], judge: Callable[[Node, Node], Ruling]) -> list[Node]:
    """Claims that tell the same in one node, oldest first, where the rules would join them anyway."""
    found: list[Node] = []
    homes: dict[Hashable, int] = {}
    for one in seen:
        place = homes.get(one.signature)
        if place is None:
            homes[one.signature] = len(found)
            found.append(one)
        elif judge(found[place], one.elsewhere()).verdict == "same":
            found[place] = found[place].with_claims(one)
        else:
            found.append(one)
    return found


def _things(seen: Sequence[Seen]) -> tuple[list[Seen], Clusters]:
    """Items of one kind; where a proper name joins two places, they are near, and the rest is seen anew."""
    nodes = _nodes(seen, rule_on)
    pairs = candidates(map(blocks, nodes))
    known: dict[tuple[int, int], Ruling] = {}

    def judge(i: int, j: int) -> Ruling:
        if (i, j) not in known:
            known[i, j] = rule_on(nodes[i], nodes[j])
        return known[i, j]

    found = cluster(len(nodes), pairs, judge)
    if near := _near(nodes, found):
        nodes = [replace(n, near=near.get(n.traits.places, frozenset())) for n in nodes]
        known = {(i, j): r for (i, j), r in known.items() if not nodes[i].near and not nodes[j].near}
        found = cluster(len(nodes), pairs, judge)
    return nodes, found


def _near(nodes: Sequence[Seen], found: Clusters) -> dict[frozenset[str], frozenset[str]]:
    """Places that an item joined by a proper name has in common, each with the others."""
    near: dict[frozenset[str], frozenset[str]] = {}
    for edge in (e for edges in found.links.values() for e in edges if e.ruling.firm):
        a, b = nodes[edge.left].traits.places, nodes[edge.right].traits.places
        if a and b and not a & b:
            near[a] = near.get(a, frozenset()) | b
            near[b] = near.get(b, frozenset()) | a
    return near


def _link(joined: Joined, edge: Edge) -> Link:
    """An edge between the oldest claims of two nodes, as the book keeps it."""
    left, right = (joined.nodes[place].claims[0].id for place in (edge.left, edge.right))
    ruling = edge.ruling
    if ruling.near:
        return Link(left, right, ruling.near, f"but not: {ruling.rule or 'enough'}; {ruling.seen}")
    return Link(left, right, ruling.rule, ruling.seen)


def _items(joined: Joined) -> list[Item]:
    out = []
    for group in sorted(joined.found.groups):
        claims = sorted((c for place in group for c in joined.nodes[place].claims), key=order)
        again = [
            Link(claim.id, other.id, f"{joined.kind}.told-again/1", "equal in all that is compared")
            for place in group
            for claim in joined.nodes[place].claims[:1]
            for other in joined.nodes[place].claims[1:]
        ]
        links = sorted([*again, *(_link(joined, e) for e in joined.found.links.get(group[0], ()))])
        out.append(Item("i" + claims[0].id[1:], joined.kind, tuple(c.id for c in claims), tuple(links)))
    return out


def _links(joined: Sequence[Joined], which: str) -> tuple[Link, ...]:
    return tuple(sorted(_link(kind, edge) for kind in joined for edge in getattr(kind.found, which)))
