"""The rooms that a book calls on: the reader, the matcher and the judge. Tests may put others in their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import Any

from pledgebook import __version__
from pledgebook.model import Claim, Document, Fact, Matched, Promise, Verdict


@dataclass(frozen=True, slots=True)
class Rooms:
    """A reader of documents, a matcher of claims and a judge of promises, each a pure function.

    What another `version` of them derived is derived again before it is used.
    """

    version: str

    read: Callable[[Document], Sequence[Fact]]
    match: Callable[[Sequence[Claim]], Matched]
    judge: Callable[[Sequence[Claim], Matched, date], Sequence[tuple[Promise, Verdict]]]


def _late(module: str, name: str) -> Callable[..., Any]:
    """A function of a room that is loaded when it is first called: questions that need no reader do not pay for it."""

    def call(*arguments: Any) -> Any:
        return getattr(import_module(module), name)(*arguments)

    return call


def own_rooms() -> Rooms:
    """The rooms of this package."""
    return Rooms(
        version=__version__,
        read=_late("pledgebook.reading", "read"),
        match=_late("pledgebook.matching", "match"),
        judge=_late("pledgebook.judging", "judge"),
    )
