"""Which claims are one item, from the matcher's groups and links and from what people joined and split. Pure.

Rule: a person's join always holds; a person's split holds against every link, and against joins that are older than it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from pledgebook.book.decisions import Apart, Join
from pledgebook.model import Claim, Link


class _Sets:
    """Disjoint sets of claim ids; two are not united where that would bring the sides of a split together."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._members = {id_: {id_} for id_ in ids}

    def unite(self, left: str, right: str, aparts: Iterable[Apart]) -> None:
        one, other = self._members[left], self._members[right]
        if one is other or any(_crosses(apart, one, other) for apart in aparts):
            return
        small, large = sorted((one, other), key=len)
        large |= small
        for id_ in small:
            self._members[id_] = large

    def all(self) -> list[set[str]]:
        return list({id(members): members for members in self._members.values()}.values())


def _crosses(apart: Apart, one: set[str], other: set[str]) -> bool:
    return bool((one & apart.left and other & apart.right) or (one & apart.right and other & apart.left))


def components(
    ids: Iterable[str],
    groups: Iterable[list[str]],
    links: Iterable[Link],
    joins: Sequence[Join],
    aparts: Sequence[Apart],
) -> list[set[str]]:
    """The sets of claims that are one thing each.

    `groups` are the matcher's; where no split bears on any of their claims they hold as they are, elsewhere the links
    decide which of their claims stay together.
    """
    sets = _Sets(sorted(set(ids)))
    split = frozenset().union(*(apart.left | apart.right for apart in aparts))
    for join in sorted(joins, key=lambda join: join.entry):
        sets.unite(join.left, join.right, [apart for apart in aparts if apart.entry > join.entry])
    for group in sorted(groups):
        if split.isdisjoint(group):
            for left, right in pairwise(group):
                sets.unite(left, right, aparts)
    for link in sorted(links):
        sets.unite(link.left, link.right, aparts)
    return sets.all()


def age(claim: Claim) -> tuple[str, str, int, str]:
    """Sorts claims oldest first: by day of publication (unknown last), then document, then place in the text."""
    return (claim.published or "~", claim.document, claim.fact.quotes[0].begin, claim.id)


def item_id(lead: str) -> str:
    """The id of an item whose oldest claim this is."""
    return "i" + lead[1:]


def lead_id(item: str) -> str:
    """The id of the claim that an item, or a claim, is named by."""
    return "c" + item[1:]
