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
    """The claims of figures about one quantity, ordered by period."""

    id: str
    indicator: str
    what: str
    reporter: str
    partner: str
    unit: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims of one quantity and period, or one event, that cannot all be true; `reason` is the likely cause, or ""."""

    id: str
    what: str
    claims: tuple[str, ...]
    reason: str = ""
