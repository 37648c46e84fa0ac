"""Questions about what claims speak of: items, series, conflicts, and the links between claims."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from pledgebook.book import derive, queries
from pledgebook.book.asking import ALL, Page
from pledgebook.book.errors import BookError
from pledgebook.book.grouping import item_id, lead_id
from pledgebook.book.view import Between, View
from pledgebook.model import Conflict, Item, Link, Series

_One = TypeVar("_One", Series, Conflict)


def items(view: View, between: Between, kind: str | None = None, page: Page = ALL) -> list[Item]:
    """The things in the world that claims of a relation speak of."""
    scopes = view.scopes(between)
    view.settle_for(scopes)
    query = queries.items(scopes=len(scopes or ()), kind=kind is not None, newest=page.newest)
    values = [*(scopes or ()), *([kind] if kind is not None else []), page.most, page.offset]
    return [item_of(view, lead) for (lead,) in view.connection.execute(query, values).fetchall()]


def item(view: View, id_: str) -> Item:
    """The item with this id, or that holds the claim which it was named by, or the claim of this id."""
    claim = lead_id(id_)
    names = [name for (name,) in view.connection.execute(queries.SCOPES_OF_CLAIM, (claim,))]
    view.settle_for(names)
    lead = _lead(view, claim)
    if lead is None:
        raise BookError(f"the book has no item {id_}")
    return item_of(view, lead)


def _seq(view: View, claim: str) -> int | None:
    row = view.connection.execute(queries.CLAIM_SEQ, (claim,)).fetchone()
    return row[0] if row else None


def _lead(view: View, claim: str) -> int | None:
    row = view.connection.execute(queries.LEAD_OF_CLAIM, (_seq(view, claim),)).fetchone()
    return row[0] if row else None


def item_of(view: View, lead: int) -> Item:
    """The item that the claim with this number leads."""
    members = view.connection.execute(queries.ITEM_CLAIMS, (lead,)).fetchall()
    ids = tuple(id_ for _, id_ in members)
    kind = view.connection.execute(queries.ITEM_KIND, (lead,)).fetchone()[0]
    return Item(item_id(ids[0]), kind, ids, tuple(_inside(view, members)))


def _inside(view: View, members: Sequence[tuple[int, str]]) -> Iterator[Link]:
    ids = {id_ for _, id_ in members}
    if len(ids) == 1:
        return
    for seq, _ in members:
        yield from (link for link in derive.links_of(view.connection, seq) if link.right in ids)
    for join in view.standing().joins:
        if join.left in ids and join.right in ids:
            yield Link(join.left, join.right, join.judge, join.why)


def series(view: View, between: Between, indicator: str | None = None) -> list[Series]:
    """The series of figures in a relation."""
    scopes, own = _own(view, between)
    found = [one for one in scoped_series(view, scopes) if indicator in (None, one.indicator)]
    return [one for one in found if own is None or not own.isdisjoint(one.claims)]


def conflicts(view: View, between: Between) -> list[Conflict]:
    """The claims of a relation that cannot all be true."""
    scopes, own = _own(view, between)
    return [one for one in scoped_conflicts(view, scopes) if own is None or not own.isdisjoint(one.claims)]


def links(view: View, sort: str, between: Between) -> list[Link]:
    """The links of a sort (`derive.ASK`, `NEARLY`, `PART`) at the claims of a relation."""
    scopes, own = _own(view, between)
    return [link for link in scoped_links(view, sort, scopes) if own is None or link.left in own or link.right in own]


def _own(view: View, between: Between) -> tuple[Sequence[str], set[str] | None]:
    """The scopes of a relation, settled, and the ids of the claims that belong to it (None: all)."""
    scopes = view.scopes(between)
    view.settle_for(scopes)
    return (scopes, own_ids(view, scopes)) if scopes else ((), None)


def own_ids(view: View, scopes: Sequence[str]) -> set[str]:
    """The ids of the claims that belong to these scopes."""
    return {id_ for (id_,) in view.connection.execute(queries.own(len(scopes)), scopes)}


def scoped_series(view: View, scopes: Sequence[str]) -> list[Series]:
    """All series of these scopes, none given: of the book."""
    rows = view.connection.execute(queries.series(scopes=len(scopes)), scopes)
    return _fullest(
        Series(id_, indicator, what, reporter, partner, unit, _ids(claims), side)
        for id_, indicator, what, reporter, partner, unit, claims, side in rows
    )


def scoped_conflicts(view: View, scopes: Sequence[str]) -> list[Conflict]:
    """All conflicts of these scopes, none given: of the book."""
    rows = view.connection.execute(queries.conflicts(scopes=len(scopes)), scopes)
    return _fullest(Conflict(id_, what, _ids(claims), reason) for id_, what, claims, reason in rows)


def scoped_links(view: View, sort: str, scopes: Sequence[str]) -> list[Link]:
    """All links of a sort in these scopes, none given: of the book."""
    return [Link(*row) for row in view.connection.execute(queries.links(scopes=len(scopes)), [sort, *scopes])]


def _ids(claims: str) -> tuple[str, ...]:
    return tuple(json.loads(claims))


def _fullest(found: Iterable[_One]) -> list[_One]:
    """One of each id: that with the most claims."""
    best: dict[str, _One] = {}
    for one in found:
        if one.id not in best or len(one.claims) > len(best[one.id].claims):
            best[one.id] = one
    return [best[id_] for id_ in sorted(best)]


def asks(view: View, between: Between) -> list[Link]:
    """The pairs of claims of which a person should say whether they are one thing, and nobody has yet."""
    return [link for link in links(view, derive.ASK, between) if not _decided(view, link)]


def _decided(view: View, link: Link) -> bool:
    standing, pair = view.standing(), {link.left, link.right}
    joined = any({join.left, join.right} == pair for join in standing.joins)
    parted = any(apart.parts(link.left, link.right) for apart in standing.aparts)
    return joined or parted or _lead(view, link.left) == _lead(view, link.right)


def nearly(view: View, id_: str) -> list[Link]:
    """What nearly made other claims one with those of an item, but for the one thing that kept them apart."""
    members = [_seq(view, claim) for claim in item(view, id_).claims]
    rows = (
        row
        for seq in members
        for row in view.connection.execute(queries.LINKS_AT_CLAIM, (derive.NEARLY, seq, seq)).fetchall()
    )
    return sorted({Link(*row) for row in rows})
