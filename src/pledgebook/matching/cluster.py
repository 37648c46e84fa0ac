"""From pairs to items: the strongest links first, never over what forbids.

Invariant: the result is a function of the set of claims. Claims are put in order first (oldest first), pairs are
ranked by rule, closeness and that order, and no step looks at anything else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from pledgebook.matching.pairs import Ruling
from pledgebook.model import Link

_CROWD = 40


class Edge(NamedTuple):
    """Two claims by their places in order, and the ruling that links them."""

    left: int
    right: int
    ruling: Ruling


class Clusters(NamedTuple):
    """Groups of places in order, the links inside each, pairs to ask about, pairs that nearly joined."""

    groups: list[list[int]]
    links: dict[int, list[Edge]]
    asks: list[Edge]
    nearly: list[Edge]


def candidates(keys: Sequence[Iterable[str]]) -> list[tuple[int, int]]:
    """Pairs that share a key; in a crowd, each only with its nearest in order, so that the work stays near-linear."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(keys):
        for key in sorted(set(own)):
            blocks[key].append(place)
    found: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        members = blocks[key]
        for i, left in enumerate(members):
            found.update((left, right) for right in members[i + 1 : i + 1 + _CROWD])
    return sorted(found)


def cluster(size: int, pairs: Iterable[tuple[int, int]], rule: Callable[[int, int], Ruling]) -> Clusters:
    """Join what the rules call the same, strongest first; refuse where a member forbids another."""
    rulings = {(a, b): rule(a, b) for a, b in pairs}
    edges = [Edge(a, b, r) for (a, b), r in rulings.items()]
    groups = {i: [i] for i in range(size)}
    home = list(range(size))
    links: dict[int, list[Edge]] = defaultdict(list)
    refused: list[Edge] = []
    same = sorted((e for e in edges if e.ruling.verdict == "same"), key=_strength)
    for edge in same:
        one, other = sorted((home[edge.left], home[edge.right]))
        if one == other:
            links[one].append(edge)
        elif _forbidden(groups[one], groups[other], edge, rulings, rule):
            refused.append(edge)
        else:
            for member in groups[other]:
                home[member] = one
            groups[one] = sorted(groups[one] + groups.pop(other))
            links[one] = [*links[one], *links.pop(other, []), edge]
    asks = [e for e in edges if e.ruling.verdict == "ask" and home[e.left] != home[e.right]]
    return Clusters(list(groups.values()), links, asks, refused)


def _strength(edge: Edge) -> tuple[int, int, int, int]:
    return (edge.ruling.rank, edge.right - edge.left, edge.left, edge.right)


def _forbidden(
    one: list[int],
    other: list[int],
    edge: Edge,
    rulings: dict[tuple[int, int], Ruling],
    rule: Callable[[int, int], Ruling],
) -> bool:
    """Whether a member of one group forbids a member of the other: always if hard, else unless the link is firm."""
    for a in one:
        for b in other:
            key = (a, b) if a < b else (b, a)
            found = rulings.get(key)
            if found is None:
                found = rulings[key] = rule(*key)
            if found.verdict == "apart" and (found.hard or not edge.ruling.firm):
                return True
    return False


def link(edge: Edge, ids: Sequence[str]) -> Link:
    """An edge as the book keeps it."""
    return Link(ids[edge.left], ids[edge.right], edge.ruling.rule, edge.ruling.seen)
