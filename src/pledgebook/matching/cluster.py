"""From pairs to items: the strongest links first, never over what forbids.

Invariant: the result is a function of the set of claims. Claims are put in order first (oldest first), pairs are ranked
by rule and that order, and no step looks at anything else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from pledgebook.matching.pairs import Ruling

_CROWD = 20
Judge = Callable[[int, int], Ruling]


class Edge(NamedTuple):
    """Two things by their places in order, and the ruling on them."""

    left: int
    right: int
    ruling: Ruling


class Clusters(NamedTuple):
    """Groups of places in order, the links inside each by its first place, pairs to ask about, pairs nearly joined."""

    groups: list[list[int]]
    links: dict[int, list[Edge]]
    asks: list[Edge]
    nearly: list[Edge]


def candidates(keys: Iterable[Iterable[Hashable]]) -> list[tuple[int, int]]:
    """Pairs that share a key; in a crowd, each only with its nearest in order, so that the work stays near-linear."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for place, own in enumerate(keys):
        for key in set(own):
            blocks[key].append(place)
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        for i, left in enumerate(members):
            found.update((left, right) for right in members[i + 1 : i + 1 + _CROWD])
    return sorted(found)


def cluster(size: int, pairs: Sequence[tuple[int, int]], judge: Judge) -> Clusters:
    """Join what the rules call the same, strongest first; refuse where a member forbids another."""
    rulings = {pair: judge(*pair) for pair in pairs}
    further = dict(rulings)
    groups = {i: [i] for i in range(size)}
    home = list(range(size))
    links: dict[int, list[Edge]] = defaultdict(list)
    refused: list[Edge] = []
    for edge in sorted((Edge(*p, r) for p, r in rulings.items() if r.verdict == "same"), key=_strength):
        one, other = sorted((home[edge.left], home[edge.right]))
        if one == other:
            continue
        if _forbidden(groups[one], groups[other], edge, further, judge):
            refused.append(edge)
            continue
        for member in groups[other]:
            home[member] = one
        groups[one] = sorted(groups[one] + groups.pop(other))
        links[one] = [*links[one], *links.pop(other, []), edge]
    asks = [Edge(*p, r) for p, r in rulings.items() if r.verdict == "ask"]
    near = [*refused, *(Edge(*p, r) for p, r in rulings.items() if r.near)]
    return Clusters(list(groups.values()), links, _between(asks, home), _between(near, home))


def _strength(edge: Edge) -> tuple[int, int, int, int]:
    return (edge.ruling.rank, edge.right - edge.left, edge.left, edge.right)


def _between(edges: Iterable[Edge], home: Sequence[int]) -> list[Edge]:
    """Of the edges between two groups the strongest one."""
    best: dict[tuple[int, int], Edge] = {}
    for edge in sorted(edges, key=_strength):
        one, other = sorted((home[edge.left], home[edge.right]))
        if one != other:
            best.setdefault((one, other), edge)
    return list(best.values())


def _forbidden(
    one: list[int], other: list[int], edge: Edge, rulings: dict[tuple[int, int], Ruling], judge: Judge
) -> bool:
    """Whether a member of one group forbids a member of the other: always if hard, else unless the link is firm."""
    for a in one:
        for b in other:
            pair = (a, b) if a < b else (b, a)
            found = rulings.get(pair)
            if found is None:
                found = rulings[pair] = judge(*pair)
            if found.verdict == "apart" and (found.hard or not edge.ruling.firm):
                return True
    return False
