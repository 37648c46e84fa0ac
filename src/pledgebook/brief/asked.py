"""What the book answers on two states by a day: all that a brief is made from.

An `Asked` is a pure function of the book's answers and the day; documents published after the day are not in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pledgebook.book import Book
from pledgebook.brief.words import state
from pledgebook.judging.known import Known
from pledgebook.judging.paths import Track, tracks
from pledgebook.judging.promises import Stated
from pledgebook.model import Claim, Conflict, Document, Evidence, Item, Matched, Promise, Series, Verdict, last_day


@dataclass(frozen=True)
class Judged:
    """A promise with its verdict and the claim that first states it."""

    promise: Promise
    verdict: Verdict
    lead: Claim

    @property
    def status(self) -> str:
        """The headline of the verdict."""
        return self.verdict.status

    def of(self, *relations: str) -> list[Evidence]:
        """The evidence of some relations, oldest first."""
        return [e for e in self.verdict.evidence if e.relation in relations]

    def late(self, on: date) -> int:
        """By how many days its date has passed."""
        return (on - last_day(self.promise.due)).days


@dataclass(frozen=True)
class Asked:
    """The answers. `claims` are those of the relation and all that bear on its promises, by id."""

    states: tuple[str, str]
    on: date
    documents: tuple[Document, ...]
    claims: dict[str, Claim]
    judged: tuple[Judged, ...]
    items: tuple[Item, ...]
    series: tuple[Series, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def searched(self) -> str:
        """The day of the newest document."""
        return max((d.published for d in self.documents if d.published), default="")

    @cached_property
    def known(self) -> Known:
        """The same, as judging sees it."""
        return Known(self.claims.values(), Matched(self.items, self.series), self.on)

    @cached_property
    def _sides(self) -> dict[str, str]:
        return {claim: one.side for one in self.series for claim in one.claims}

    def side(self, claim: str) -> str:
        """Who counts a figure: the side of its series, else who says or published it."""
        return state(self._sides.get(claim) or self.voice(claim))

    def voice(self, claim: str) -> str:
        """Who says what a claim says: who is reported, else who published it."""
        one = self.claims[claim]
        return state(str(one.get("speaker") or "")) or one.publisher or one.document

    def order(self, claim: str) -> tuple[str, str, int, str]:
        """What puts claims in the order of documents and of their text."""
        one = self.claims[claim]
        begin = one.fact.quotes[0].begin if one.fact.quotes else 0
        return one.published, one.document, begin, claim

    def oldest(self, claims: Iterable[str]) -> list[str]:
        """Claims in the order of documents and of their text."""
        return sorted(set(claims), key=self.order)

    def tracks(self, one: Judged) -> tuple[Track, ...]:
        """What each side has counted towards a promised number; nothing where judging does not see the promise."""
        view = self.known.by_id.get(one.promise.claims[0])
        return tracks(Stated(one.promise, view), self.known) if view is not None else ()


def ask(book: Book, left: str, right: str, on: date) -> Asked:
    """Put all questions to the book."""
    between = (left, right)
    known = {c.id: c for c in book.claims(between) if _out(c, on)}
    judged = book.promises(between, on=on)
    bearing = {c for promise, verdict in judged for c in (*promise.claims, *(e.claim for e in verdict.evidence))}
    claims = known | {c: book.claim(c) for c in sorted(bearing - set(known))}
    named = {c.document for c in known.values()}
    conflicts = [x for x in book.conflicts(between) if sum(c in claims for c in x.claims) > 1]
    return Asked(
        states=between,
        on=on,
        documents=tuple(d for d in book.documents() if d.id in named),
        claims=claims,
        judged=tuple(Judged(p, v, claims[p.claims[0]]) for p, v in judged),
        items=tuple(_cut(i, claims) for i in book.items(between) if set(i.claims) & set(claims)),
        series=tuple(book.series(between)),
        conflicts=tuple(conflicts),
    )


def _out(claim: Claim, on: date) -> bool:
    """Whether a claim's document was out on a day; one whose day is not known is taken as out."""
    return not claim.published or last_day(claim.published) <= on


def _cut(item: Item, claims: dict[str, Claim]) -> Item:
    """The item with those of its claims that are known."""
    return Item(item.id, item.kind, tuple(c for c in item.claims if c in claims))
