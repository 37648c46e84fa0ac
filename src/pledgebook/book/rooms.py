"""The rooms that a book calls on: the reader, the matcher and the judge. Tests may put others in their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import Any, Protocol

from pledgebook.model import Claim, Conflict, Document, Fact, Item, Promise, Series, Verdict


class Matched(Protocol):
    """What matching makes of claims."""

    @property
    def items(self) -> tuple[Item, ...]:
        """The things in the world that the claims speak of."""

    @property
    def series(self) -> tuple[Series, ...]:
        """The figures of one quantity each."""

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Claims that cannot all be true."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """`matched` builds the matcher's record from items, series and conflicts, as the judge takes it."""

    read: Callable[[Document], Sequence[Fact]]
    match: Callable[[Sequence[Claim]], Matched]
    matched: Callable[[tuple[Item, ...], tuple[Series, ...], tuple[Conflict, ...]], Any]
    judge: Callable[[Sequence[Claim], Any, date], Sequence[tuple[Promise, Verdict]]]


def _late(module: str, name: str) -> Callable[..., Any]:
    """A function of a room that is loaded when it is first called: questions that need no reader do not pay for it."""

    def call(*arguments: Any) -> Any:
        return getattr(import_module(module), name)(*arguments)

    return call


def own_rooms() -> Rooms:
    """The rooms of this package."""
    return Rooms(
        read=_late("pledgebook.reading", "read"),
        match=_late("pledgebook.matching", "match"),
        matched=_late("pledgebook.matching", "Matched"),
        judge=_late("pledgebook.judging", "judge"),
    )
