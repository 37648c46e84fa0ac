"""What the book hands out beside the records of the model: what was added, found, decided, and what happened when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pledgebook.model import Claim, Fact


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a document did. `known`: it was there already and nothing changed; `claims` are those it states."""

    document: str
    known: bool
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where words were found: a document, or a claim of it (then `claim` is its id).

    `snippet` holds the words around the best place, those that matched between `[` and `]`; a higher `score` is nearer.
    """

    document: str
    claim: str
    title: str
    snippet: str
    score: float


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said. `id` is "d" and the number of its journal entry; `subject` the id of a claim, item, promise
    or decision, or a name; `live` is false once another decision has undone it."""

    id: str
    act: str
    subject: str
    detail: Mapping[str, Any]
    who: str
    why: str
    recorded: str
    live: bool = True


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading a document again would change: claims that are new, those that go, those that stay."""

    document: str
    reader: str
    facts: tuple[Fact, ...]
    new: tuple[Claim, ...]
    gone: tuple[Claim, ...]
    kept: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal: `act` is `add`, `reread` or `decide`; `hash` chains it to all lines before."""

    seq: int
    recorded: str
    who: str
    act: str
    subject: str
    digest: str
    hash: str


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to an item or claim: `what` in a few words, by whom, when, and why where a person said so."""

    entry: int
    recorded: str
    who: str
    what: str
    claim: str
    why: str = ""
