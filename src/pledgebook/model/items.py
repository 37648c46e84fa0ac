"""What matching makes of claims: items, series, and the conflicts between claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Link(NamedTuple):
    """Why two claims are one item: the rule (name and version) or the person that joined them, and what was seen."""

    left: str
    right: str
    judge: str
    seen: str


@dataclass(frozen=True, slots=True)
class Item:
    """A thing in the world that claims speak of. `id` is made from its oldest claim; `claims` are oldest first."""

    id: str
    kind: str
    claims: tuple[str, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """The claims of figures about one quantity, as one side counts it, ordered by period.

    `what` is the normalised subject: series of one `indicator`, `what`, pair and unit tell of one quantity, whoever
    counts, aims and actuals alike. `reporter` and `partner` are the ends of a flow (from, to) or the pair in order of
    code; `side` is who counts: a body, a state's code, or the publisher.
    """

    id: str
    indicator: str
    what: str
    reporter: str
    partner: str
    unit: str
    claims: tuple[str, ...]
    side: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims of one quantity and period, or one event, that cannot all be true; `reason` is the likely cause, or ""."""

    id: str
    what: str
    claims: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Matched:
    """What matching makes of a set of claims.

    `asks` are pairs that a person should decide; `nearly` pairs that one thing alone kept apart; `parts` lead from the
    claim of a part (left) to one of the whole (right), so that no sum counts twice.
    """

    items: tuple[Item, ...] = ()
    series: tuple[Series, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    asks: tuple[Link, ...] = ()
    nearly: tuple[Link, ...] = ()
    parts: tuple[Link, ...] = ()

    def item_of(self) -> dict[str, Item]:
        """Each claim's id with the item that it belongs to."""
        return {claim: item for item in self.items for claim in item.claims}
